"""Tuples: building, slices, concatenation, repetition. The empty tuple is one object."""

from ringfence.kernels.jit import kernel, native, opcode
from ringfence.kernels.lists import (
    HUGE_BYTES,
    list_items_at,
    repeated_length,
    words_gather,
    words_repeat,
)
from ringfence.kernels.memory import load, move_bytes, store, word
from ringfence.kernels.objects import (
    charge,
    has_room,
    kind_of,
    list_length,
    need_room,
    new_tuple,
    tuple_length,
    unwrap,
)
from ringfence.kernels.registers import at_a, at_b, get_b, number_c
from ringfence.kernels.slices import (
    BOUND_COUNT,
    BOUND_START,
    BOUND_STEP,
    PLAIN_INDEX,
    index_class,
    index_number,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import int_value
from ringfence.layout import KIND_BIGINT, KIND_TUPLE, TUPLE_ITEMS
from ringfence.opcodes import Op


@kernel("i8(i8)", inline=True)
def tuple_items_at(t):
    """Offset of the first item."""
    return t - 1 + TUPLE_ITEMS * 8


@kernel("i8(i8, i8, i8, i8)")
def tuple_from_words(m, at, n, dst):
    """Store at `dst` a new tuple of the n values at offset `at`."""
    if not has_room(m, n * 8 + 64):
        return need_room(m, n * 8 + 64)
    t = new_tuple(m, n)
    move_bytes(m, tuple_items_at(t), at, n * 8)
    store(m, dst, t)
    charge(m, n >> 3)
    return NEXT


@kernel("i8(i8, i8, i8)")
def tuple_slice(m, t, dst):
    """Store at `dst` the part of a tuple that ``slice_bounds`` has determined."""
    count = word(m, 0, BOUND_COUNT)
    step = word(m, 0, BOUND_STEP) if count > 1 else 1
    if count == tuple_length(m, t) and step == 1:
        store(m, dst, t)
        return NEXT
    if not has_room(m, count * 8 + 64):
        return need_room(m, count * 8 + 64)
    part = new_tuple(m, count)
    source = tuple_items_at(t) + word(m, 0, BOUND_START) * 8
    words_gather(m, tuple_items_at(part), source, step, count)
    store(m, dst, part)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def tuple_concat(m, a, b, dst):
    """Store at `dst` the tuple ``a + b`` (both tuples)."""
    n_a = tuple_length(m, a)
    n_b = tuple_length(m, b)
    if n_a == 0 or n_b == 0:
        store(m, dst, b if n_a == 0 else a)
        return NEXT
    n = n_a + n_b
    if not has_room(m, n * 8 + 64):
        return need_room(m, n * 8 + 64)
    t = new_tuple(m, n)
    move_bytes(m, tuple_items_at(t), tuple_items_at(a), n_a * 8)
    move_bytes(m, tuple_items_at(t) + n_a * 8, tuple_items_at(b), n_b * 8)
    store(m, dst, t)
    charge(m, n >> 3)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def tuple_repeat(m, t, times, dst):
    """Store at `dst` the tuple repeated `times` times (a plain number, may be negative)."""
    n = tuple_length(m, t)
    if times == 1:
        store(m, dst, t)
        return NEXT
    total = repeated_length(n, times)
    if total < 0:
        return need_room(m, HUGE_BYTES)
    if not has_room(m, total * 8 + 64):
        return need_room(m, total * 8 + 64)
    result = new_tuple(m, total)
    if total > 0:
        move_bytes(m, tuple_items_at(result), tuple_items_at(t), n * 8)
        words_repeat(m, tuple_items_at(result), n, total)
    store(m, dst, result)
    return NEXT


@opcode(Op.BUILD_TUPLE)
def op_build_tuple(m, base, insn):
    return tuple_from_words(m, at_b(base, insn), number_c(insn), at_a(base, insn))


@opcode(Op.LIST_TO_TUPLE)
def op_list_to_tuple(m, base, insn):
    target = get_b(m, base, insn)
    return tuple_from_words(m, list_items_at(m, target), list_length(m, target), at_a(base, insn))


@native("tuple.__len__")
def tuple_len(m, args, n, dst):
    t = unwrap(m, load(m, args))
    if kind_of(m, t) != KIND_TUPLE:
        return DECLINE
    store(m, dst, int_value(tuple_length(m, t)))
    return NEXT


@native("tuple.__add__")
def tuple_add(m, args, n, dst):
    a = unwrap(m, load(m, args))
    b = unwrap(m, load(m, args + 8))
    if kind_of(m, a) != KIND_TUPLE or kind_of(m, b) != KIND_TUPLE:
        return DECLINE
    return tuple_concat(m, a, b, dst)


@native("tuple.__mul__")
def tuple_multiply(m, args, n, dst):
    t = unwrap(m, load(m, args))
    times = unwrap(m, load(m, args + 8))
    if kind_of(m, t) != KIND_TUPLE or index_class(m, times) != PLAIN_INDEX:
        return DECLINE
    if kind_of(m, times) == KIND_BIGINT:
        return DECLINE
    return tuple_repeat(m, t, index_number(m, times), dst)


@native("tuple.__rmul__")
def tuple_multiply_reflected(m, args, n, dst):
    return tuple_multiply(m, args, n, dst)
