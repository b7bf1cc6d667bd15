"""Ranges. A *small* range has bounds, step and length that are tagged integers: kernels do it all.

Ranges with bigger numbers exist as objects, made by the prelude through ``range_make``; every
operation on them is declined and done in Python.
"""

from ringfence.failures import Failure
from ringfence.kernels.equality import range_equal
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import (
    add_overflow,
    field,
    float_to_int,
    load,
    mul_overflow,
    set_field,
    store,
    word,
)
from ringfence.kernels.objects import (
    allocate,
    fail,
    fail3,
    float_from,
    is_float_value,
    kind_of,
    unwrap,
)
from ringfence.kernels.slices import (
    BOUND_COUNT,
    BOUND_START,
    BOUND_STEP,
    BOUND_STOP,
    PLAIN_INDEX,
    USER_INDEX,
    index_class,
    index_number,
    slice_object_bounds,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import FALSE, TRUE, bool_value, fits_int, int_value
from ringfence.layout import (
    KIND_BIGINT,
    KIND_INSTANCE,
    KIND_RANGE,
    KIND_SLICE,
    RANGE_LENGTH,
    RANGE_START,
    RANGE_STEP,
    RANGE_STOP,
    RANGE_WORDS,
    STATE_TYPES_AT,
    TUPLE_ITEMS,
)


@kernel("i8(i8, i8, i8, i8, i8)")
def new_range(m, start, stop, step, length):
    """Make a range from four values."""
    w = allocate(m, KIND_RANGE, RANGE_WORDS)
    set_field(m, w, RANGE_START, start)
    set_field(m, w, RANGE_STOP, stop)
    set_field(m, w, RANGE_STEP, step)
    set_field(m, w, RANGE_LENGTH, length)
    return w


@kernel("i8(i8, i8)", inline=True)
def is_small_range(m, r):
    """Whether a RANGE holds tagged integers only."""
    words = field(m, r, RANGE_START) | field(m, r, RANGE_STOP)
    words |= field(m, r, RANGE_STEP) | field(m, r, RANGE_LENGTH)
    return (words & 1) == 0


@kernel("i8(i8, i8, i8)", inline=True)
def range_count(start, stop, step):
    """How many numbers lie in a range of plain numbers of 63 bits; step is not 0."""
    if step > 0:
        if start < stop:
            return (stop - start - 1) // step + 1
        return 0
    if start > stop:
        return (start - stop - 1) // -step + 1
    return 0


@kernel("i8(i8, i8)", inline=True)
def range_length(m, r):
    """Length of a small range."""
    return field(m, r, RANGE_LENGTH) >> 1


@kernel("i8(i8, i8, i8)", inline=True)
def range_item(m, r, index):
    """Item of a small range as a value; `index` is in range."""
    return field(m, r, RANGE_START) + index * field(m, r, RANGE_STEP)


@native("range.__new__")
def range_new(m, args, n, dst):
    """``range(stop)``, ``range(start, stop[, step])``; the class comes first."""
    cls = load(m, word(m, 0, STATE_TYPES_AT) - 1 + (TUPLE_ITEMS + KIND_RANGE) * 8)
    if n < 2 or n > 4 or load(m, args) != cls:
        return DECLINE
    start = 0
    step = 1
    for i in range(1, n):
        w = unwrap(m, load(m, args + i * 8))
        if index_class(m, w) != PLAIN_INDEX or kind_of(m, w) == KIND_BIGINT:
            return DECLINE
    stop = index_number(m, unwrap(m, load(m, args + 8)))
    if n > 2:
        start = stop
        stop = index_number(m, unwrap(m, load(m, args + 16)))
    if n == 4:
        step = index_number(m, unwrap(m, load(m, args + 24)))
        if step == 0:
            return fail(m, Failure.RANGE_STEP_ZERO, start << 1, stop << 1)
    length = range_count(start, stop, step)
    if not fits_int(length):
        return DECLINE
    store(m, dst, new_range(m, int_value(start), int_value(stop), int_value(step), length << 1))
    return NEXT


@native("range_make")
def range_make(m, args, n, dst):
    """``range_make(start, stop, step, length)`` for the prelude: any four ints, not checked."""
    if n != 4:
        return DECLINE
    r = new_range(
        m, load(m, args), load(m, args + 8), load(m, args + 16), load(m, args + 24)
    )
    store(m, dst, r)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def range_field(m, args, dst, at):
    r = load(m, args)
    if kind_of(m, r) != KIND_RANGE:
        return DECLINE
    store(m, dst, load(m, r - 1 + at * 8))
    return NEXT


@native("range.start")
def range_start(m, args, n, dst):
    return range_field(m, args, dst, RANGE_START)


@native("range.stop")
def range_stop(m, args, n, dst):
    return range_field(m, args, dst, RANGE_STOP)


@native("range.step")
def range_step(m, args, n, dst):
    return range_field(m, args, dst, RANGE_STEP)


@native("range_size")
def range_size(m, args, n, dst):
    """The length of any range, also one that ``len`` refuses, for the prelude."""
    return range_field(m, args, dst, RANGE_LENGTH)


@native("range.__len__")
def range_len(m, args, n, dst):
    r = load(m, args)
    if kind_of(m, r) != KIND_RANGE or (field(m, r, RANGE_LENGTH) & 1) != 0:
        return DECLINE
    store(m, dst, field(m, r, RANGE_LENGTH))
    return NEXT


@kernel("i8(i8, i8, i8)")
def range_find(m, r, w):
    """Index of a value in a range: -1 absent, -2 needs Python."""
    w = unwrap(m, w)
    if not is_small_range(m, r):
        return -2
    number = 0
    if (w & 1) == 0:
        number = w >> 1
    elif w == TRUE or w == FALSE:
        number = (w - FALSE) >> 3
    elif is_float_value(m, w):
        x = float_from(m, w)
        if not (-4.0e18 < x < 4.0e18):
            return -1
        number = float_to_int(x)
        if float(number) != x:
            return -1
    elif kind_of(m, w) == KIND_INSTANCE:
        return -2
    else:
        return -1
    start = field(m, r, RANGE_START) >> 1
    stop = field(m, r, RANGE_STOP) >> 1
    step = field(m, r, RANGE_STEP) >> 1
    if step > 0:
        if number < start or number >= stop:
            return -1
        if (number - start) % step != 0:
            return -1
        return (number - start) // step
    if number > start or number <= stop:
        return -1
    if (start - number) % -step != 0:
        return -1
    return (start - number) // -step


@native("range.__contains__")
def range_contains(m, args, n, dst):
    r = load(m, args)
    if kind_of(m, r) != KIND_RANGE:
        return DECLINE
    at = range_find(m, r, load(m, args + 8))
    if at == -2:
        return DECLINE
    store(m, dst, TRUE if at >= 0 else FALSE)
    return NEXT


@native("range.index")
def range_index(m, args, n, dst):
    r = load(m, args)
    if kind_of(m, r) != KIND_RANGE:
        return DECLINE
    at = range_find(m, r, load(m, args + 8))
    if at == -2:
        return DECLINE
    if at < 0:
        return fail3(m, Failure.ITEM_MISSING, r, load(m, args + 8), 0)
    store(m, dst, at << 1)
    return NEXT


@native("range.count")
def range_counts(m, args, n, dst):
    r = load(m, args)
    if kind_of(m, r) != KIND_RANGE:
        return DECLINE
    at = range_find(m, r, load(m, args + 8))
    if at == -2:
        return DECLINE
    store(m, dst, 2 if at >= 0 else 0)
    return NEXT


@native("range.__eq__")
def range_equals(m, args, n, dst):
    a = load(m, args)
    b = load(m, args + 8)
    if kind_of(m, a) != KIND_RANGE or kind_of(m, b) != KIND_RANGE:
        return DECLINE
    store(m, dst, bool_value(range_equal(m, a, b)))
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def range_slice(m, r, s, dst):
    """Store at `dst` the range ``r[s]``; DECLINE if it is not small or needs Python; FAIL."""
    if not is_small_range(m, r):
        return DECLINE
    status = slice_object_bounds(m, s, range_length(m, r))
    if status != NEXT:
        return status
    start = field(m, r, RANGE_START) >> 1
    step = field(m, r, RANGE_STEP) >> 1
    by = word(m, 0, BOUND_STEP)
    scaled, over = mul_overflow(step, by)
    if over or not fits_int(scaled):
        return DECLINE
    # products of an index inside the range (or one past it) with the step stay in 64 bits
    stop_distance, over = mul_overflow(step, word(m, 0, BOUND_STOP))
    if over:
        return DECLINE
    stop, over = add_overflow(start, stop_distance)
    if over or not fits_int(stop):
        return DECLINE
    start_distance, over = mul_overflow(step, word(m, 0, BOUND_START))
    if over:
        return DECLINE
    first, over = add_overflow(start, start_distance)
    if over or not fits_int(first):
        return DECLINE
    part = new_range(
        m, int_value(first), int_value(stop), int_value(scaled), word(m, 0, BOUND_COUNT) << 1
    )
    store(m, dst, part)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def range_get_item(m, r, key, dst):
    """Store at `dst` ``r[key]``; DECLINE if it needs Python; FAIL."""
    if kind_of(m, key) == KIND_SLICE:
        return range_slice(m, r, key, dst)
    index = unwrap(m, key)
    order = index_class(m, index)
    if order == USER_INDEX or not is_small_range(m, r):
        return DECLINE
    if order != PLAIN_INDEX:
        return fail(m, Failure.INDEX_TYPE, r, key)
    at = index_number(m, index)
    length = range_length(m, r)
    if at < 0:
        at += length
    if at < 0 or at >= length:
        return fail(m, Failure.INDEX_RANGE, r, 0)
    store(m, dst, range_item(m, r, at))
    return NEXT


@native("range.__getitem__")
def range_getitem(m, args, n, dst):
    r = load(m, args)
    if kind_of(m, r) != KIND_RANGE:
        return DECLINE
    return range_get_item(m, r, load(m, args + 8), dst)
