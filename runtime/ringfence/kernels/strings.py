"""Strings: making, reading, comparing, slicing, joining two. The base of all text kernels.

A STR holds code points of 1, 2 or 4 bytes, always the narrowest width that fits its largest code
point, so equal strings have equal headers and equal bytes. FLAG_ASCII is set exactly when all
code points are below 128. A *unit* is one code point as stored. Lone surrogates are code points
like any other. Kernels that make strings ask for room before they touch anything.
"""

from ringfence.failures import Failure
from ringfence.kernels.jit import kernel, native, opcode
from ringfence.kernels.memory import (
    compare_bytes,
    field,
    load,
    load8,
    load16,
    load32,
    move_bytes,
    set_field,
    shift_left,
    shift_right,
    store,
    store8,
    store16,
    store32,
    word,
)
from ringfence.kernels.objects import allocate, charge, fail, has_room, kind_of, need_room, unwrap
from ringfence.kernels.registers import at_b, number_c, put_a
from ringfence.kernels.slices import (
    BOUND_COUNT,
    BOUND_START,
    BOUND_STEP,
    NO_INDEX,
    USER_INDEX,
    index_class,
    index_number,
    slice_object_bounds,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import NOT_IMPLEMENTED, bool_value, int_value
from ringfence.layout import (
    FLAG_ASCII,
    HEAP_BYTES,
    ITERATE_STR,
    ITERATOR_INDEX,
    ITERATOR_SOURCE,
    ITERATOR_TYPE,
    ITERATOR_WORDS,
    KIND_BIGINT,
    KIND_ITERATOR,
    KIND_SLICE,
    KIND_STR,
    STATE_EMPTY_STRING,
    STATE_STRINGS_AT,
    STR_DATA,
    STR_HASH,
    STR_LENGTH,
    TUPLE_ITEMS,
)
from ringfence.opcodes import Op

DATA_FROM_REFERENCE = STR_DATA * 8 - 1  # from the word of a string to the offset of its text


# ---------------------------------------------------------------- reading
@kernel("i8(i8, i8)", inline=True)
def is_string(m, w):
    return kind_of(m, w) == KIND_STR


@kernel("i8(i8, i8)", inline=True)
def string_length(m, s):
    return field(m, s, STR_LENGTH)


@kernel("i8(i8, i8)", inline=True)
def string_width(m, s):
    """Bytes a code point: 1, 2 or 4."""
    return (field(m, s, 0) >> 16) & 0xFFFF


@kernel("i8(i8, i8)", inline=True)
def string_is_ascii(m, s):
    return (field(m, s, 0) >> 8) & FLAG_ASCII


@kernel("i8(i8)", inline=True)
def text_at(s):
    """Offset of the first byte of a string's text (and of a bytes object's data)."""
    return s + DATA_FROM_REFERENCE


@kernel("i8(i8, i8, i8, i8)", inline=True)
def get_unit(m, at, width, i):
    """Unit number i of text at an offset."""
    if width == 1:
        return load8(m, at + i)
    if width == 2:
        return load16(m, at + 2 * i)
    return load32(m, at + 4 * i)


@kernel("i8(i8, i8, i8, i8, i8)", inline=True)
def put_unit(m, at, width, i, code):
    if width == 1:
        store8(m, at + i, code)
    elif width == 2:
        store16(m, at + 2 * i, code)
    else:
        store32(m, at + 4 * i, code)
    return 0


@kernel("i8(i8, i8, i8)", inline=True)
def char_at(m, s, i):
    """Code point number i of a string; no check."""
    return get_unit(m, text_at(s), string_width(m, s), i)


@kernel("i8(i8, i8, i8, i8)", inline=True)
def put_char(m, s, i, code):
    """Set code point i of a string being made; it must fit the width."""
    return put_unit(m, text_at(s), string_width(m, s), i, code)


@kernel("i8(i8)", inline=True)
def width_of_code(code):
    """The narrowest width for a code point (or for the union of the bits of several)."""
    if code < 256:
        return 1
    if code < 65536:
        return 2
    return 4


@kernel("i8(i8, i8, i8, i8)")
def union_of_units(m, at, width, n):
    """Bitwise or of n units: what decides on width and ASCII, read a word at a time."""
    bits = 0
    size = n * width
    whole = size & -8
    for i in range(0, whole, 8):
        bits |= load(m, at + i)
    if size > whole:
        bits |= load(m, at + whole) & (shift_left(1, (size - whole) * 8) - 1)
    bits |= shift_right(bits, 32)
    if width <= 2:
        bits |= shift_right(bits, 16)
    if width == 1:
        bits |= shift_right(bits, 8)
        return bits & 0xFF
    if width == 2:
        return bits & 0xFFFF
    return bits & 0xFFFFFFFF


# ---------------------------------------------------------------- making
@kernel("i8(i8, i8)", inline=True)
def string_bytes(length, width):
    """Heap bytes of a string, at most."""
    return length * width + STR_DATA * 8 + 8


@kernel("i8(i8, i8, i8, i8)", inline=True)
def new_string(m, length, width, ascii_flag):
    """A string of zeros to be filled; the caller knows width and FLAG_ASCII and asked for room."""
    kind = KIND_STR | (ascii_flag << 8) | (width << 16)
    s = allocate(m, kind, STR_DATA + ((length * width + 7) >> 3))
    set_field(m, s, STR_LENGTH, length)
    set_field(m, s, STR_HASH, 0)
    return s


@kernel("i8(i8, i8)")
def one_char(m, code):
    """The string of one code point; those below 256 exist once."""
    if code < 256:
        return load(m, word(m, 0, STATE_STRINGS_AT) - 1 + TUPLE_ITEMS * 8 + code * 8)
    width = width_of_code(code)
    s = new_string(m, 1, width, 0)
    put_unit(m, text_at(s), width, 0, code)
    return s


@kernel("i8(i8, i8)")
def decimal_string(m, n):
    """The decimal text of a number of at most 63 bits."""
    if 0 <= n < 10:
        return one_char(m, 48 + n)
    minus = 1 if n < 0 else 0
    rest = -n if n < 0 else n
    digits = 1
    bound = 10
    while rest >= bound and digits < 18:
        bound *= 10
        digits += 1
    if rest >= bound:
        digits += 1
    s = new_string(m, digits + minus, 1, FLAG_ASCII)
    at = text_at(s)
    i = at + digits + minus
    for _ in range(digits):
        i -= 1
        n = rest // 10
        store8(m, i, 48 + rest - n * 10)
        rest = n
    if minus == 1:
        store8(m, at, 45)
    return s


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def copy_units(m, to, to_width, source, width, n):
    """Copy n units between widths; narrowing is for units known to fit."""
    if to_width == width:
        move_bytes(m, to, source, n * width)
    elif to_width == 2 and width == 1:
        for i in range(n):
            store16(m, to + 2 * i, load8(m, source + i))
    elif to_width == 4 and width == 1:
        for i in range(n):
            store32(m, to + 4 * i, load8(m, source + i))
    else:
        for i in range(n):
            put_unit(m, to, to_width, i, get_unit(m, source, width, i))
    return 0


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)", inline=True)
def append_units(m, to, end, width, source, own, n):
    """Copy units to a text being filled up to `end`; answers where the next go.

    A short piece is copied in words: what it spills over is overwritten by the next.
    """
    size = n * width
    if own != width:
        copy_units(m, to, width, source, own, n)
    elif size <= 32 and to + ((size + 7) & -8) <= end:
        for i in range(0, size, 8):
            store(m, to + i, load(m, source + i))
    else:
        move_bytes(m, to, source, size)
    return to + size


@kernel("i8(i8, i8, i8, i8)")
def string_from_units(m, at, width, n):
    """A string of n units lying at an offset, in its narrowest width. Ask for room first."""
    if n == 0:
        return word(m, 0, STATE_EMPTY_STRING)
    if n == 1:
        return one_char(m, get_unit(m, at, width, 0))
    union = union_of_units(m, at, width, n)
    narrow = width_of_code(union)
    s = new_string(m, n, narrow, 1 if union < 128 else 0)
    copy_units(m, text_at(s), narrow, at, width, n)
    return s


@kernel("i8(i8, i8, i8, i8)")
def string_part(m, s, start, stop):
    """``s[start:stop]`` for bounds within the string. Ask for room first."""
    n = stop - start
    if n <= 0:
        return word(m, 0, STATE_EMPTY_STRING)
    length = string_length(m, s)
    if n == length:
        return s
    width = string_width(m, s)
    at = text_at(s) + start * width
    if n == 1 or not string_is_ascii(m, s):
        return string_from_units(m, at, width, n)
    part = new_string(m, n, 1, FLAG_ASCII)
    move_bytes(m, text_at(part), at, n)
    return part


@kernel("i8(i8, i8, i8, i8, i8)")
def string_slice(m, s, start, count, step):
    """The string of `count` code points from `start`, each `step` further. Ask for room first."""
    if count <= 0:
        return word(m, 0, STATE_EMPTY_STRING)
    if step == 1:
        return string_part(m, s, start, start + count)
    width = string_width(m, s)
    at = text_at(s)
    if count == 1:
        return one_char(m, get_unit(m, at, width, start))
    charge(m, count >> 2)
    union = 0
    for i in range(count):
        union |= get_unit(m, at, width, start + i * step)
    narrow = width_of_code(union)
    part = new_string(m, count, narrow, 1 if union < 128 else 0)
    to = text_at(part)
    for i in range(count):
        put_unit(m, to, narrow, i, get_unit(m, at, width, start + i * step))
    return part


# ---------------------------------------------------------------- comparing
@kernel("i8(i8, i8, i8)", inline=True)
def string_equal(m, a, b):
    """Whether two strings have the same content (1 or 0)."""
    if a == b:
        return 1
    if field(m, a, 0) != field(m, b, 0) or field(m, a, STR_LENGTH) != field(m, b, STR_LENGTH):
        return 0
    return string_same_text(m, a, b)


@kernel("i8(i8, i8, i8)")
def string_same_text(m, a, b):
    """The same for two strings of equal headers and lengths."""
    size = field(m, a, STR_LENGTH) * string_width(m, a)
    if size > 1024:
        charge(m, size >> 5)
    return 1 if compare_bytes(m, text_at(a), text_at(b), size) == 0 else 0


@kernel("i8(i8, i8, i8)")
def string_compare(m, a, b):
    """-1, 0 or 1: the order of two strings by code points."""
    if a == b:
        return 0
    n_a = string_length(m, a)
    n_b = string_length(m, b)
    width_a = string_width(m, a)
    width_b = string_width(m, b)
    at_first = text_at(a)
    at_second = text_at(b)
    n = n_a if n_a < n_b else n_b
    charge(m, n >> 5)
    if width_a == 1 and width_b == 1:
        order = compare_bytes(m, at_first, at_second, n)
        if order != 0:
            return -1 if order < 0 else 1
    else:
        charge(m, n >> 2)
        for i in range(n):
            difference = get_unit(m, at_first, width_a, i) - get_unit(m, at_second, width_b, i)
            if difference != 0:
                return -1 if difference < 0 else 1
    if n_a == n_b:
        return 0
    return -1 if n_a < n_b else 1


# ---------------------------------------------------------------- joining
@kernel("i8(i8, i8, i8, i8)")
def string_add(m, a, b, dst):
    """Store ``a + b`` of two strings at dst; answers a status."""
    n_a = string_length(m, a)
    n_b = string_length(m, b)
    if n_a == 0:
        store(m, dst, b)
        return NEXT
    if n_b == 0:
        store(m, dst, a)
        return NEXT
    width_a = string_width(m, a)
    width_b = string_width(m, b)
    width = width_a if width_a > width_b else width_b
    size = string_bytes(n_a + n_b, width)
    if not has_room(m, size):
        return need_room(m, size)
    charge(m, size >> 5)
    s = new_string(m, n_a + n_b, width, string_is_ascii(m, a) & string_is_ascii(m, b))
    at = text_at(s)
    end = at + (n_a + n_b) * width
    at = append_units(m, at, end, width, text_at(a), width_a, n_a)
    append_units(m, at, end, width, text_at(b), width_b, n_b)
    store(m, dst, s)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def fill_repeated(m, at, size, total):
    """Fill `total` bytes with copies of the first `size`, doubling what is copied."""
    done = size
    while done < total:
        n = done if done < total - done else total - done
        move_bytes(m, at + done, at, n)
        done += n
    return 0


@kernel("i8(i8, i8, i8, i8)")
def string_repeat(m, s, count, dst):
    """Store ``s * count`` at dst for a plain number."""
    n = string_length(m, s)
    if count <= 0 or n == 0:
        store(m, dst, word(m, 0, STATE_EMPTY_STRING))
        return NEXT
    if count == 1:
        store(m, dst, s)
        return NEXT
    width = string_width(m, s)
    if count > HEAP_BYTES // (n * width):
        return need_room(m, 2 * HEAP_BYTES)
    size = string_bytes(n * count, width)
    if not has_room(m, size):
        return need_room(m, size)
    charge(m, size >> 5)
    result = new_string(m, n * count, width, string_is_ascii(m, s))
    at = text_at(result)
    move_bytes(m, at, text_at(s), n * width)
    fill_repeated(m, at, n * width, n * count * width)
    store(m, dst, result)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def string_get_item(m, s, key, dst):
    """Store ``s[key]`` at dst; DECLINE for a key that needs ``__index__``."""
    length = string_length(m, s)
    if kind_of(m, key) == KIND_SLICE:
        status = slice_object_bounds(m, key, length)
        if status != NEXT:
            return status
        count = word(m, 0, BOUND_COUNT)
        size = string_bytes(count, string_width(m, s))
        if not has_room(m, size):
            return need_room(m, size)
        charge(m, size >> 5)
        start = word(m, 0, BOUND_START)
        store(m, dst, string_slice(m, s, start, count, word(m, 0, BOUND_STEP)))
        return NEXT
    index = unwrap(m, key)
    how = index_class(m, index)
    if how == USER_INDEX:
        return DECLINE
    if how == NO_INDEX:
        return fail(m, Failure.INDEX_TYPE, s, key)
    if kind_of(m, index) != 0:
        return fail(m, Failure.INDEX_OVERFLOW, s, key)
    i = index_number(m, index)
    if i < 0:
        i += length
    if i < 0 or i >= length:
        return fail(m, Failure.STRING_INDEX, s, key)
    store(m, dst, one_char(m, char_at(m, s, i)))
    return NEXT


@opcode(Op.BUILD_STRING)
def op_build_string(m, base, insn):
    at = at_b(base, insn)
    n = number_c(insn)
    total = 0
    width = 1
    ascii_flag = 1
    for i in range(n):
        s = unwrap(m, load(m, at + 8 * i))
        total += string_length(m, s)
        if string_width(m, s) > width:
            width = string_width(m, s)
        ascii_flag &= string_is_ascii(m, s)
    if total == 0:
        put_a(m, base, insn, word(m, 0, STATE_EMPTY_STRING))
        return NEXT
    size = string_bytes(total, width)
    if not has_room(m, size):
        return need_room(m, size)
    charge(m, size >> 5)
    result = new_string(m, total, width, ascii_flag)
    to = text_at(result)
    end = to + total * width
    for i in range(n):
        s = unwrap(m, load(m, at + 8 * i))
        to = append_units(m, to, end, width, text_at(s), string_width(m, s), string_length(m, s))
    put_a(m, base, insn, result)
    return NEXT


# ---------------------------------------------------------------- special methods
@native("str.__len__")
def str_len(m, args, n, dst):
    s = unwrap(m, load(m, args))
    if n != 1 or not is_string(m, s):
        return DECLINE
    store(m, dst, int_value(string_length(m, s)))
    return NEXT


@native("str.__getitem__")
def str_getitem(m, args, n, dst):
    s = unwrap(m, load(m, args))
    if n != 2 or not is_string(m, s):
        return DECLINE
    return string_get_item(m, s, load(m, args + 8), dst)


@native("str.__add__")
def str_add(m, args, n, dst):
    a = unwrap(m, load(m, args))
    b = unwrap(m, load(m, args + 8))
    if n != 2 or not is_string(m, a) or not is_string(m, b):
        return DECLINE
    return string_add(m, a, b, dst)


@native("str.__mul__")
def str_mul(m, args, n, dst):
    s = unwrap(m, load(m, args))
    count = unwrap(m, load(m, args + 8))
    if n != 2 or not is_string(m, s) or index_class(m, count) != 1:
        return DECLINE
    if kind_of(m, count) == KIND_BIGINT:  # it may be too large for any index
        return DECLINE
    return string_repeat(m, s, index_number(m, count), dst)


@native("str.__rmul__")
def str_rmul(m, args, n, dst):
    return str_mul(m, args, n, dst)


@native("str.__iter__")
def str_iter(m, args, n, dst):
    s = unwrap(m, load(m, args))
    if n != 1 or not is_string(m, s):
        return DECLINE
    iterator = allocate(m, KIND_ITERATOR, ITERATOR_WORDS)
    set_field(m, iterator, ITERATOR_TYPE, ITERATE_STR << 1)
    set_field(m, iterator, ITERATOR_SOURCE, s)
    set_field(m, iterator, ITERATOR_INDEX, 0)
    store(m, dst, iterator)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def string_order(m, args, n, dst, operator):
    """One of the six comparisons (its opcode); NotImplemented if the other is no string."""
    a = unwrap(m, load(m, args))
    b = unwrap(m, load(m, args + 8))
    if n != 2 or not is_string(m, a):
        return DECLINE
    if not is_string(m, b):
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    if operator == Op.EQ:
        store(m, dst, bool_value(string_equal(m, a, b)))
        return NEXT
    if operator == Op.NE:
        store(m, dst, bool_value(1 - string_equal(m, a, b)))
        return NEXT
    order = string_compare(m, a, b)
    truth = 0
    if operator == Op.LT:
        truth = 1 if order < 0 else 0
    elif operator == Op.LE:
        truth = 1 if order <= 0 else 0
    elif operator == Op.GT:
        truth = 1 if order > 0 else 0
    else:
        truth = 1 if order >= 0 else 0
    store(m, dst, bool_value(truth))
    return NEXT


@native("str.__eq__")
def str_eq(m, args, n, dst):
    return string_order(m, args, n, dst, Op.EQ)


@native("str.__ne__")
def str_ne(m, args, n, dst):
    return string_order(m, args, n, dst, Op.NE)


@native("str.__lt__")
def str_lt(m, args, n, dst):
    return string_order(m, args, n, dst, Op.LT)


@native("str.__le__")
def str_le(m, args, n, dst):
    return string_order(m, args, n, dst, Op.LE)


@native("str.__gt__")
def str_gt(m, args, n, dst):
    return string_order(m, args, n, dst, Op.GT)


@native("str.__ge__")
def str_ge(m, args, n, dst):
    return string_order(m, args, n, dst, Op.GE)
