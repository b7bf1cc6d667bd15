"""bytes and bytearray: making, slicing, comparing, joining, and changing bytearrays in place.

A method of bytes takes bytes-like operands (BYTES or BYTEARRAY) and gives BYTES; the prelude makes
bytearrays of the answers where a bytearray was asked.
"""

from ringfence.failures import Failure
from ringfence.kernels.equality import bytes_at, bytes_count
from ringfence.kernels.iteration import new_iterator
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import (
    compare_bytes,
    field,
    fill_bytes,
    load,
    load8,
    move_bytes,
    set_field,
    store,
    store8,
    word,
)
from ringfence.kernels.objects import (
    allocate,
    charge,
    fail,
    has_room,
    kind_of,
    list_length,
    need_room,
    new_raw,
    size_words,
    tuple_length,
    unwrap,
)
from ringfence.kernels.slices import (
    BOUND_COUNT,
    BOUND_START,
    BOUND_STEP,
    PLAIN_INDEX,
    index_class,
    index_number,
    slice_object_bounds,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.string_search import find_text, find_unit
from ringfence.kernels.string_split import list_items_at
from ringfence.kernels.strings import fill_repeated, text_at
from ringfence.kernels.tags import NONE, NOT_IMPLEMENTED, bool_value, int_value
from ringfence.layout import (
    BYTEARRAY_DATA,
    BYTEARRAY_LENGTH,
    BYTEARRAY_WORDS,
    BYTES_DATA,
    BYTES_HASH,
    BYTES_LENGTH,
    HEAP_BYTES,
    ITERATE_BYTEARRAY,
    ITERATE_BYTES,
    KIND_BIGINT,
    KIND_BYTEARRAY,
    KIND_BYTES,
    KIND_LIST,
    KIND_SLICE,
    KIND_TUPLE,
    RAW_DATA,
    STATE_EMPTY_BYTES,
    TUPLE_ITEMS,
)
from ringfence.opcodes import Op


@kernel("i8(i8, i8)", inline=True)
def is_bytes_like(m, w):
    k = kind_of(m, w)
    return k == KIND_BYTES or k == KIND_BYTEARRAY


@kernel("i8(i8)", inline=True)
def bytes_room(n):
    """Heap bytes of a bytes object of n bytes, at most."""
    return n + BYTES_DATA * 8 + 8


@kernel("i8(i8, i8)")
def new_bytes(m, n):
    """A bytes object of n zeros, to be filled at once. Ask for room first."""
    if n == 0:
        return word(m, 0, STATE_EMPTY_BYTES)
    w = allocate(m, KIND_BYTES, BYTES_DATA + ((n + 7) >> 3))
    set_field(m, w, BYTES_LENGTH, n)
    set_field(m, w, BYTES_HASH, 0)
    return w


@kernel("i8(i8, i8, i8)")
def bytes_from(m, at, n):
    """A bytes object of n bytes lying at an offset. Ask for room first."""
    w = new_bytes(m, n)
    if n > 0:
        move_bytes(m, text_at(w), at, n)
    return w


@kernel("i8(i8, i8, i8, i8)")
def bytes_part(m, w, start, stop):
    """``w[start:stop]`` as bytes for bounds within it. Ask for room first."""
    n = bytes_count(m, w)
    if start == 0 and stop == n and kind_of(m, w) == KIND_BYTES:
        return w
    if stop <= start:
        return word(m, 0, STATE_EMPTY_BYTES)
    return bytes_from(m, bytes_at(m, w) + start, stop - start)


@kernel("i8(i8, i8, i8)")
def new_bytearray(m, at, n):
    """A bytearray of n bytes lying at an offset. Ask for room first."""
    data = new_raw(m, n + 8)
    w = allocate(m, KIND_BYTEARRAY, BYTEARRAY_WORDS)
    set_field(m, w, BYTEARRAY_LENGTH, n << 1)
    set_field(m, w, BYTEARRAY_DATA, data)
    move_bytes(m, data - 1 + RAW_DATA * 8, at, n)
    return w


# ---------------------------------------------------------------- items
@kernel("i8(i8, i8, i8, i8)")
def bytes_slice(m, w, key, dst):
    """Store ``w[key]`` of a bytes-like for a SLICE: bytes of bytes, a bytearray of a bytearray."""
    status = slice_object_bounds(m, key, bytes_count(m, w))
    if status != NEXT:
        return status
    count = word(m, 0, BOUND_COUNT)
    start = word(m, 0, BOUND_START)
    step = word(m, 0, BOUND_STEP)
    size = bytes_room(count) + 64
    if not has_room(m, size):
        return need_room(m, size)
    charge(m, count >> 4)
    at = bytes_at(m, w)
    if kind_of(m, w) == KIND_BYTES:
        if step == 1:
            store(m, dst, bytes_part(m, w, start, start + count))
            return NEXT
        result = new_bytes(m, count)
        to = text_at(result)
    else:
        result = new_bytearray(m, at + start, count if step == 1 else 0)
        set_field(m, result, BYTEARRAY_LENGTH, count << 1)
        if step == 1:
            store(m, dst, result)
            return NEXT
        data = new_raw(m, count + 8)
        set_field(m, result, BYTEARRAY_DATA, data)
        to = data - 1 + RAW_DATA * 8
    for i in range(count):
        store8(m, to + i, load8(m, at + start + i * step))
    store(m, dst, result)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def bytes_get_item(m, w, key, dst):
    """Store ``w[key]`` of a bytes-like; DECLINE for keys that raise or need ``__index__``."""
    if kind_of(m, key) == KIND_SLICE:
        return bytes_slice(m, w, key, dst)
    index = unwrap(m, key)
    n = bytes_count(m, w)
    if index_class(m, index) != PLAIN_INDEX:
        return DECLINE
    i = index_number(m, index)
    if i < 0:
        i += n
    if i < 0 or i >= n:
        return fail(m, Failure.INDEX_RANGE, w, 0)
    store(m, dst, int_value(load8(m, bytes_at(m, w) + i)))
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def item_method(m, args, n, dst):
    w = unwrap(m, load(m, args))
    if n != 2 or not is_bytes_like(m, w):
        return DECLINE
    return bytes_get_item(m, w, load(m, args + 8), dst)


@native("bytes.__getitem__")
def bytes_getitem(m, args, n, dst):
    return item_method(m, args, n, dst)


@native("bytearray.__getitem__")
def bytearray_getitem(m, args, n, dst):
    return item_method(m, args, n, dst)


@kernel("i8(i8, i8, i8, i8)")
def length_method(m, args, n, dst):
    w = unwrap(m, load(m, args))
    if n != 1 or not is_bytes_like(m, w):
        return DECLINE
    store(m, dst, int_value(bytes_count(m, w)))
    return NEXT


@native("bytes.__len__")
def bytes_len(m, args, n, dst):
    return length_method(m, args, n, dst)


@native("bytearray.__len__")
def bytearray_len(m, args, n, dst):
    return length_method(m, args, n, dst)


@kernel("i8(i8, i8, i8, i8)")
def iterate_method(m, args, n, dst):
    w = unwrap(m, load(m, args))
    if n != 1 or not is_bytes_like(m, w):
        return DECLINE
    type_ = ITERATE_BYTES if kind_of(m, w) == KIND_BYTES else ITERATE_BYTEARRAY
    store(m, dst, new_iterator(m, type_, w, 0, 0, 0))
    return NEXT


@native("bytes.__iter__")
def bytes_iter(m, args, n, dst):
    return iterate_method(m, args, n, dst)


@native("bytearray.__iter__")
def bytearray_iter(m, args, n, dst):
    return iterate_method(m, args, n, dst)


# ---------------------------------------------------------------- joining
@native("bytes.__add__")
def bytes_add(m, args, n, dst):
    a = unwrap(m, load(m, args))
    b = unwrap(m, load(m, args + 8))
    if n != 2 or kind_of(m, a) != KIND_BYTES or not is_bytes_like(m, b):
        return DECLINE
    n_a = bytes_count(m, a)
    n_b = bytes_count(m, b)
    if not has_room(m, bytes_room(n_a + n_b)):
        return need_room(m, bytes_room(n_a + n_b))
    charge(m, (n_a + n_b) >> 5)
    result = new_bytes(m, n_a + n_b)
    if n_a + n_b > 0:
        move_bytes(m, text_at(result), text_at(a), n_a)
        move_bytes(m, text_at(result) + n_a, bytes_at(m, b), n_b)
    store(m, dst, result)
    return NEXT


@native("bytes.__mul__")
def bytes_mul(m, args, n, dst):
    w = unwrap(m, load(m, args))
    times = unwrap(m, load(m, args + 8))
    if n != 2 or kind_of(m, w) != KIND_BYTES or index_class(m, times) != PLAIN_INDEX:
        return DECLINE
    if kind_of(m, times) == KIND_BIGINT:  # it may be too large for any index
        return DECLINE
    count = index_number(m, times)
    length = bytes_count(m, w)
    if count <= 0 or length == 0:
        store(m, dst, word(m, 0, STATE_EMPTY_BYTES))
        return NEXT
    if count > HEAP_BYTES // length:
        return need_room(m, 2 * HEAP_BYTES)
    total = length * count
    if not has_room(m, bytes_room(total)):
        return need_room(m, bytes_room(total))
    charge(m, total >> 5)
    result = new_bytes(m, total)
    at = text_at(result)
    if length == 1:
        fill_bytes(m, at, total, load8(m, text_at(w)))
    else:
        move_bytes(m, at, text_at(w), length)
        fill_repeated(m, at, length, total)
    store(m, dst, result)
    return NEXT


@native("bytes.__rmul__")
def bytes_rmul(m, args, n, dst):
    return bytes_mul(m, args, n, dst)


@kernel("i8(i8, i8, i8, i8, i8)")
def bytes_join(m, separator, items, count, dst):
    """Store `count` values at offset `items` joined; DECLINE unless all are bytes-like."""
    gap = bytes_count(m, separator)
    total = gap * (count - 1) if count > 0 else 0
    charge(m, count * 2)
    for i in range(count):
        w = unwrap(m, load(m, items + 8 * i))
        if not is_bytes_like(m, w):
            return DECLINE
        total += bytes_count(m, w)
    if not has_room(m, bytes_room(total)):
        return need_room(m, bytes_room(total))
    charge(m, total >> 5)
    result = new_bytes(m, total)
    to = text_at(result)
    if total == 0:
        count = 0  # the one empty object is not written to
    for i in range(count):
        if i > 0:
            move_bytes(m, to, bytes_at(m, separator), gap)
            to += gap
        w = unwrap(m, load(m, items + 8 * i))
        move_bytes(m, to, bytes_at(m, w), bytes_count(m, w))
        to += bytes_count(m, w)
    store(m, dst, result)
    return NEXT


@native("bytes.join")
def bytes_join_method(m, args, n, dst):
    separator = unwrap(m, load(m, args))
    iterable = unwrap(m, load(m, args + 8))
    if n != 2 or not is_bytes_like(m, separator):
        return DECLINE
    if kind_of(m, iterable) == KIND_LIST:
        return bytes_join(m, separator, list_items_at(m, iterable), list_length(m, iterable), dst)
    if kind_of(m, iterable) == KIND_TUPLE:
        items = iterable - 1 + TUPLE_ITEMS * 8
        return bytes_join(m, separator, items, tuple_length(m, iterable), dst)
    return DECLINE


# ---------------------------------------------------------------- comparing
@kernel("i8(i8, i8, i8)")
def bytes_order(m, a, b):
    """-1, 0 or 1: the order of two bytes-likes."""
    n_a = bytes_count(m, a)
    n_b = bytes_count(m, b)
    n = n_a if n_a < n_b else n_b
    charge(m, n >> 5)
    order = compare_bytes(m, bytes_at(m, a), bytes_at(m, b), n)
    if order != 0:
        return -1 if order < 0 else 1
    if n_a == n_b:
        return 0
    return -1 if n_a < n_b else 1


@kernel("i8(i8, i8, i8, i8, i8)")
def order_method(m, args, n, dst, operator):
    """One of the six comparisons (its opcode)."""
    a = unwrap(m, load(m, args))
    b = unwrap(m, load(m, args + 8))
    if n != 2 or not is_bytes_like(m, a):
        return DECLINE
    if not is_bytes_like(m, b):
        if kind_of(m, b) != 0:
            return DECLINE  # perhaps a memoryview
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    order = bytes_order(m, a, b)
    truth = 0
    if operator == Op.EQ:
        truth = 1 if order == 0 else 0
    elif operator == Op.NE:
        truth = 1 if order != 0 else 0
    elif operator == Op.LT:
        truth = 1 if order < 0 else 0
    elif operator == Op.LE:
        truth = 1 if order <= 0 else 0
    elif operator == Op.GT:
        truth = 1 if order > 0 else 0
    else:
        truth = 1 if order >= 0 else 0
    store(m, dst, bool_value(truth))
    return NEXT


@native("bytes.__eq__")
def bytes_eq(m, args, n, dst):
    return order_method(m, args, n, dst, Op.EQ)


@native("bytes.__ne__")
def bytes_ne(m, args, n, dst):
    return order_method(m, args, n, dst, Op.NE)


@native("bytes.__lt__")
def bytes_lt(m, args, n, dst):
    return order_method(m, args, n, dst, Op.LT)


@native("bytes.__le__")
def bytes_le(m, args, n, dst):
    return order_method(m, args, n, dst, Op.LE)


@native("bytes.__gt__")
def bytes_gt(m, args, n, dst):
    return order_method(m, args, n, dst, Op.GT)


@native("bytes.__ge__")
def bytes_ge(m, args, n, dst):
    return order_method(m, args, n, dst, Op.GE)


@native("bytes.__contains__")
def bytes_contains(m, args, n, dst):
    w = unwrap(m, load(m, args))
    part = unwrap(m, load(m, args + 8))
    if n != 2 or not is_bytes_like(m, w):
        return DECLINE
    length = bytes_count(m, w)
    found = -1
    if is_bytes_like(m, part):
        found = find_text(m, bytes_at(m, w), 1, 0, length, bytes_at(m, part), bytes_count(m, part))
    elif index_class(m, part) == PLAIN_INDEX:
        number = index_number(m, part)
        if number < 0 or number > 255:
            return DECLINE
        found = find_unit(m, bytes_at(m, w), 1, 0, length, number)
    else:
        return DECLINE
    store(m, dst, bool_value(1 if found >= 0 else 0))
    return NEXT


# ---------------------------------------------------------------- bytearrays in place
@kernel("i8(i8, i8, i8)")
def bytearray_grow(m, w, n_bytes):
    """Make n_bytes more fit behind a bytearray; NEXT or NEEDS_ROOM."""
    length = field(m, w, BYTEARRAY_LENGTH) >> 1
    data = field(m, w, BYTEARRAY_DATA)
    capacity = (size_words(m, data) - 1) * 8
    if length + n_bytes <= capacity:
        return NEXT
    wanted = (length + n_bytes) + ((length + n_bytes) >> 3) + 16
    if not has_room(m, wanted + 16):
        return need_room(m, wanted + 16)
    charge(m, wanted >> 5)
    larger = new_raw(m, wanted)
    move_bytes(m, larger - 1 + RAW_DATA * 8, data - 1 + RAW_DATA * 8, length)
    set_field(m, w, BYTEARRAY_DATA, larger)
    return NEXT


@native("bytearray.append")
def bytearray_append(m, args, n, dst):
    w = unwrap(m, load(m, args))
    item = unwrap(m, load(m, args + 8))
    if n != 2 or kind_of(m, w) != KIND_BYTEARRAY or (item & 1) != 0 or item < 0 or item > 510:
        return DECLINE
    status = bytearray_grow(m, w, 1)
    if status != NEXT:
        return status
    length = field(m, w, BYTEARRAY_LENGTH) >> 1
    store8(m, bytes_at(m, w) + length, item >> 1)
    set_field(m, w, BYTEARRAY_LENGTH, (length + 1) << 1)
    store(m, dst, NONE)
    return NEXT


@kernel("i8(i8, i8, i8)")
def bytearray_extend_by(m, w, more):
    """Append the bytes of a bytes-like to a bytearray; NEXT or NEEDS_ROOM."""
    n = bytes_count(m, more)
    status = bytearray_grow(m, w, n)
    if status != NEXT:
        return status
    length = field(m, w, BYTEARRAY_LENGTH) >> 1
    charge(m, n >> 5)
    move_bytes(m, bytes_at(m, w) + length, bytes_at(m, more), n)
    set_field(m, w, BYTEARRAY_LENGTH, (length + n) << 1)
    return NEXT


@native("bytearray.extend")
def bytearray_extend(m, args, n, dst):
    w = unwrap(m, load(m, args))
    more = unwrap(m, load(m, args + 8))
    if n != 2 or kind_of(m, w) != KIND_BYTEARRAY or not is_bytes_like(m, more):
        return DECLINE
    status = bytearray_extend_by(m, w, more)
    if status == NEXT:
        store(m, dst, NONE)
    return status


@native("bytearray.__iadd__")
def bytearray_iadd(m, args, n, dst):
    own = load(m, args)
    w = unwrap(m, own)
    more = unwrap(m, load(m, args + 8))
    if n != 2 or kind_of(m, w) != KIND_BYTEARRAY or not is_bytes_like(m, more):
        return DECLINE
    status = bytearray_extend_by(m, w, more)
    if status == NEXT:
        store(m, dst, own)
    return status


@native("bytearray.__setitem__")
def bytearray_setitem(m, args, n, dst):
    w = unwrap(m, load(m, args))
    if n != 3 or kind_of(m, w) != KIND_BYTEARRAY:
        return DECLINE
    key = unwrap(m, load(m, args + 8))
    item = unwrap(m, load(m, args + 16))
    if index_class(m, key) != PLAIN_INDEX or (item & 1) != 0 or item < 0 or item > 510:
        return DECLINE
    length = bytes_count(m, w)
    i = index_number(m, key)
    if i < 0:
        i += length
    if i < 0 or i >= length:
        return DECLINE
    store8(m, bytes_at(m, w) + i, item >> 1)
    store(m, dst, NONE)
    return NEXT
