"""Slices: making them, and turning their bounds into numbers.

The rules are those of CPython's ``PySlice_AdjustIndices``: bounds are clamped, never refused, and
an integer that does not fit the index range stands for the end it lies beyond.
"""

from ringfence.failures import Failure
from ringfence.kernels.jit import kernel, native, opcode
from ringfence.kernels.memory import field, load, set_field, set_word, store, word
from ringfence.kernels.objects import (
    allocate,
    fail,
    kind,
    kind_of,
    new_tuple,
    set_tuple_item,
    unwrap,
)
from ringfence.kernels.registers import at_b, number_c, put_a
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import FALSE, INT_MAX, INT_MIN, NONE, TRUE, int_value
from ringfence.layout import (
    BIGINT_SIGN,
    KIND_BIGINT,
    KIND_INSTANCE,
    KIND_SLICE,
    SLICE_START,
    SLICE_STEP,
    SLICE_STOP,
    SLICE_WORDS,
    STATE_SCRATCH_0,
    STATE_TYPES_AT,
    TUPLE_ITEMS,
)
from ringfence.opcodes import Op

# what `index_class` answers
NO_INDEX = 0
PLAIN_INDEX = 1
USER_INDEX = 2
# where `slice_bounds` leaves its numbers (raw state words)
BOUND_START = STATE_SCRATCH_0
BOUND_STEP = STATE_SCRATCH_0 + 1
BOUND_COUNT = STATE_SCRATCH_0 + 2
BOUND_STOP = STATE_SCRATCH_0 + 3


@kernel("i8(i8, i8)", inline=True)
def index_class(m, w):
    """PLAIN_INDEX for an int of any size or bool, USER_INDEX for what may have ``__index__``."""
    if (w & 1) == 0:
        return PLAIN_INDEX
    if w == FALSE or w == TRUE:
        return PLAIN_INDEX
    k = kind_of(m, w)
    if k == KIND_BIGINT:
        return PLAIN_INDEX
    if k == KIND_INSTANCE:
        return USER_INDEX
    return NO_INDEX


@kernel("i8(i8, i8)", inline=True)
def index_number(m, w):
    """The number in a PLAIN_INDEX, clamped to the range of tagged integers."""
    if (w & 1) == 0:
        return w >> 1
    if w == FALSE:
        return 0
    if w == TRUE:
        return 1
    if field(m, w, BIGINT_SIGN) & 1:
        return INT_MIN
    return INT_MAX


@kernel("i8(i8, i8, i8, i8, i8)")
def slice_bounds(m, start, stop, step, length):
    """Bounds of a slice (three values) over `length` items, left in the words BOUND_*.

    Answers NEXT; DECLINE if a bound needs ``__index__``; FAIL. BOUND_COUNT is the number of
    items, the first at BOUND_START, each BOUND_STEP after the last.
    """
    start = unwrap(m, start)
    stop = unwrap(m, stop)
    step = unwrap(m, step)
    kind_start = PLAIN_INDEX if start == NONE else index_class(m, start)
    kind_stop = PLAIN_INDEX if stop == NONE else index_class(m, stop)
    kind_step = PLAIN_INDEX if step == NONE else index_class(m, step)
    if kind_start == USER_INDEX or kind_stop == USER_INDEX or kind_step == USER_INDEX:
        return DECLINE
    if kind_start == NO_INDEX or kind_stop == NO_INDEX or kind_step == NO_INDEX:
        return fail(m, Failure.SLICE_INDEX_TYPE, NONE, NONE)
    by = 1
    if step != NONE:
        by = index_number(m, step)
        if by == 0:
            return fail(m, Failure.SLICE_STEP_ZERO, NONE, NONE)
    low = 0
    high = length
    if by < 0:
        low = -1
        high = length - 1
    first = high if by < 0 else low
    if start != NONE:
        first = index_number(m, start)
        if first < 0:
            first += length
            if first < low:
                first = low
        elif first > high:
            first = high
    last = low if by < 0 else high
    if stop != NONE:
        last = index_number(m, stop)
        if last < 0:
            last += length
            if last < low:
                last = low
        elif last > high:
            last = high
    count = 0
    if by < 0:
        if last < first:
            count = (first - last - 1) // -by + 1
    elif first < last:
        count = (last - first - 1) // by + 1
    set_word(m, 0, BOUND_START, first)
    set_word(m, 0, BOUND_STEP, by)
    set_word(m, 0, BOUND_COUNT, count)
    set_word(m, 0, BOUND_STOP, last)
    return NEXT


@kernel("i8(i8, i8, i8)")
def slice_object_bounds(m, s, length):
    """``slice_bounds`` of a SLICE object."""
    return slice_bounds(
        m, field(m, s, SLICE_START), field(m, s, SLICE_STOP), field(m, s, SLICE_STEP), length
    )


@kernel("i8(i8, i8, i8, i8)")
def new_slice(m, start, stop, step):
    w = allocate(m, KIND_SLICE, SLICE_WORDS)
    set_field(m, w, SLICE_START, start)
    set_field(m, w, SLICE_STOP, stop)
    set_field(m, w, SLICE_STEP, step)
    return w


@opcode(Op.BUILD_SLICE)
def op_build_slice(m, base, insn):
    at = at_b(base, insn)
    step = NONE
    if number_c(insn) == 3:
        step = load(m, at + 16)
    put_a(m, base, insn, new_slice(m, load(m, at), load(m, at + 8), step))
    return NEXT


@native("slice.__new__")
def slice_new(m, args, n, dst):
    """``slice(stop)``, ``slice(start, stop[, step])``; the class comes first."""
    cls = load(m, word(m, 0, STATE_TYPES_AT) - 1 + (TUPLE_ITEMS + KIND_SLICE) * 8)
    if n < 2 or n > 4 or load(m, args) != cls:
        return DECLINE
    if n == 2:
        store(m, dst, new_slice(m, NONE, load(m, args + 8), NONE))
    elif n == 3:
        store(m, dst, new_slice(m, load(m, args + 8), load(m, args + 16), NONE))
    else:
        store(m, dst, new_slice(m, load(m, args + 8), load(m, args + 16), load(m, args + 24)))
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def slice_field(m, args, dst, at):
    s = load(m, args)
    if kind_of(m, s) != KIND_SLICE:
        return DECLINE
    store(m, dst, load(m, s - 1 + at * 8))
    return NEXT


@native("slice.start")
def slice_start(m, args, n, dst):
    return slice_field(m, args, dst, SLICE_START)


@native("slice.stop")
def slice_stop(m, args, n, dst):
    return slice_field(m, args, dst, SLICE_STOP)


@native("slice.step")
def slice_step(m, args, n, dst):
    return slice_field(m, args, dst, SLICE_STEP)


@native("slice.indices")
def slice_indices(m, args, n, dst):
    """``slice.indices(length)``; lengths beyond the index range are left to the prelude."""
    s = load(m, args)
    length = load(m, args + 8)
    if n != 2 or kind_of(m, s) != KIND_SLICE or (length & 1) != 0 or length < 0:
        return DECLINE
    for i in range(3):
        bound = unwrap(m, load(m, s - 1 + (SLICE_START + i) * 8))
        # an integer too big to be clamped without loss: only `step` is answered as it is
        if (bound & 7) == 1 and kind(m, bound) == KIND_BIGINT and i == 2:
            return DECLINE
    status = slice_object_bounds(m, s, length >> 1)
    if status != NEXT:
        return status
    t = new_tuple(m, 3)
    set_tuple_item(m, t, 0, int_value(word(m, 0, BOUND_START)))
    set_tuple_item(m, t, 1, int_value(word(m, 0, BOUND_STOP)))
    set_tuple_item(m, t, 2, int_value(word(m, 0, BOUND_STEP)))
    store(m, dst, t)
    return NEXT
