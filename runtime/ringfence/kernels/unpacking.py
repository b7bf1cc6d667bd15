"""Unpacking into registers, and ``len``.

Registers are written last, when nothing can fail any more: they may be variables of the program.
"""

from ringfence.failures import Failure, Helper
from ringfence.kernels.equality import bytes_count, dict_count
from ringfence.kernels.iteration import (
    is_plain_generator,
    iteration_words,
    iterator_of,
    iterator_step,
    list_from,
)
from ringfence.kernels.jit import kernel, native, opcode
from ringfence.kernels.lists import list_items_at, list_truncate
from ringfence.kernels.memory import field, load, move_bytes, set_field, set_word, store
from ringfence.kernels.objects import (
    call_helper,
    call_helper2,
    call_helper3,
    fail,
    has_room,
    kind_of,
    list_length,
    need_room,
    new_list,
    tuple_length,
)
from ringfence.kernels.registers import at_a, get_b, number_c, put_a
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import NONE, int_value
from ringfence.kernels.tuples import tuple_items_at
from ringfence.layout import (
    KIND_BYTEARRAY,
    KIND_BYTES,
    KIND_CLASS,
    KIND_DICT,
    KIND_DICT_VIEW,
    KIND_FROZENSET,
    KIND_GENERATOR,
    KIND_GENERIC_ALIAS,
    KIND_INSTANCE,
    KIND_ITERATOR,
    KIND_LIST,
    KIND_MAPPING_PROXY,
    KIND_MEMORYVIEW,
    KIND_RANGE,
    KIND_SET,
    KIND_STR,
    KIND_TUPLE,
    LIST_LENGTH,
    PROXY_DICT,
    RANGE_LENGTH,
    RETURN_UNPACK,
    RETURN_VALUE,
    SCRATCH_AT,
    SET_LENGTH,
    STATE_ARGUMENT_0,
    STR_LENGTH,
    VIEW_DICT,
)
from ringfence.opcodes import Op

# what `length_of` answers when it gives no length
HAS_NO_LENGTH = -1
LENGTH_IN_PYTHON = -2


@kernel("i8(i8, i8)")
def may_iterate_in_python(m, w):
    """Whether the prelude can iterate over what no kernel iterator walks."""
    k = kind_of(m, w)
    if k == KIND_GENERATOR:
        return is_plain_generator(m, w)
    if (k == KIND_INSTANCE or k == KIND_CLASS or k == KIND_RANGE or k == KIND_ITERATOR
            or k == KIND_DICT_VIEW or k == KIND_MAPPING_PROXY or k == KIND_MEMORYVIEW
            or k == KIND_GENERIC_ALIAS):
        return 1
    return 0


@kernel("i8(i8, i8, i8, i8)")
def unpack_words(m, at, n, to):
    """Copy n words to registers."""
    for i in range(n):
        store(m, to + i * 8, load(m, at + i * 8))
    return NEXT


@kernel("i8(i8, i8, i8)")
def unpack_failure(m, wanted, got):
    if got < wanted:
        return fail(m, Failure.UNPACK_SHORT, wanted << 1, got << 1)
    return fail(m, Failure.UNPACK_LONG, wanted << 1, got << 1)


@opcode(Op.UNPACK)
def op_unpack(m, base, insn):
    w = get_b(m, base, insn)
    wanted = number_c(insn)
    to = at_a(base, insn)
    k = kind_of(m, w)
    if k == KIND_TUPLE:
        if tuple_length(m, w) != wanted:
            return unpack_failure(m, wanted, tuple_length(m, w))
        return unpack_words(m, tuple_items_at(w), wanted, to)
    if k == KIND_LIST:
        if list_length(m, w) != wanted:
            return unpack_failure(m, wanted, list_length(m, w))
        return unpack_words(m, list_items_at(m, w), wanted, to)
    it = iterator_of(m, w)
    if it == 0:
        if not may_iterate_in_python(m, w):
            return fail(m, Failure.UNPACK_TYPE, w, NONE)
        return call_helper2(m, Helper.UNPACK, RETURN_UNPACK, to, w, wanted << 1)
    n_bytes = (wanted + 1) * iteration_words(m, it) * 8
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    for i in range(wanted + 1):
        outcome = iterator_step(m, it, SCRATCH_AT + i * 8)
        if outcome == 0:
            if i < wanted:
                return fail(m, Failure.UNPACK_SHORT, wanted << 1, i << 1)
            return unpack_words(m, SCRATCH_AT, wanted, to)
        if outcome != 1:
            return outcome
    return fail(m, Failure.UNPACK_LONG, wanted << 1, NONE)


@kernel("i8(i8, i8, i8, i8, i8)")
def unpack_star(m, w, before, after, to):
    """Unpack a list that nobody else has: what the star takes is left in it."""
    n = list_length(m, w)
    if n < before + after:
        return fail(m, Failure.UNPACK_STAR_SHORT, (before + after) << 1, n << 1)
    at = list_items_at(m, w)
    middle = n - before - after
    unpack_words(m, at, before, to)
    unpack_words(m, at + (n - after) * 8, after, to + (before + 1) * 8)
    move_bytes(m, at, at + before * 8, middle * 8)
    list_truncate(m, w, middle)
    store(m, to + before * 8, w)
    return NEXT


@opcode(Op.UNPACK_STAR)
def op_unpack_star(m, base, insn):
    w = get_b(m, base, insn)
    before = number_c(insn) >> 8
    after = number_c(insn) & 255
    to = at_a(base, insn)
    k = kind_of(m, w)
    if k == KIND_LIST or k == KIND_TUPLE:
        n = list_length(m, w)
        at = tuple_items_at(w)
        if k == KIND_LIST:
            at = list_items_at(m, w)
        middle = n - before - after
        if middle < 0:
            return fail(m, Failure.UNPACK_STAR_SHORT, (before + after) << 1, n << 1)
        if not has_room(m, middle * 8 + 64):
            return need_room(m, middle * 8 + 64)
        target = new_list(m, middle)
        move_bytes(m, list_items_at(m, target), at + before * 8, middle * 8)
        set_field(m, target, LIST_LENGTH, middle << 1)
        unpack_words(m, at, before, to)
        store(m, to + before * 8, target)
        return unpack_words(m, at + (n - after) * 8, after, to + (before + 1) * 8)
    status = list_from(m, w, SCRATCH_AT)
    if status == NEXT:
        return unpack_star(m, load(m, SCRATCH_AT), before, after, to)
    if status != DECLINE:
        return status
    if not may_iterate_in_python(m, w):
        return fail(m, Failure.UNPACK_TYPE, w, NONE)
    return call_helper3(
        m, Helper.UNPACK_STAR, RETURN_UNPACK, to, w, before << 1, after << 1
    )


@kernel("i8(i8, i8)")
def length_of(m, w):
    """``len(w)`` of a builtin value as a plain number; HAS_NO_LENGTH, LENGTH_IN_PYTHON."""
    k = kind_of(m, w)
    if k == KIND_LIST:
        return list_length(m, w)
    if k == KIND_STR:
        return field(m, w, STR_LENGTH)
    if k == KIND_TUPLE:
        return tuple_length(m, w)
    if k == KIND_DICT:
        return dict_count(m, w)
    if k == KIND_SET or k == KIND_FROZENSET:
        return field(m, w, SET_LENGTH) >> 1
    if k == KIND_BYTES or k == KIND_BYTEARRAY:
        return bytes_count(m, w)
    if k == KIND_RANGE:
        n = field(m, w, RANGE_LENGTH)
        if (n & 1) != 0:
            return LENGTH_IN_PYTHON
        return n >> 1
    d = w
    if k == KIND_DICT_VIEW:
        d = field(m, w, VIEW_DICT)
    elif k == KIND_MAPPING_PROXY:
        d = field(m, w, PROXY_DICT)
    if kind_of(m, d) == KIND_DICT:
        return dict_count(m, d)
    if (k == KIND_INSTANCE or k == KIND_CLASS or k == KIND_DICT_VIEW or k == KIND_MAPPING_PROXY
            or k == KIND_MEMORYVIEW):
        return LENGTH_IN_PYTHON
    return HAS_NO_LENGTH


@opcode(Op.LENGTH)
def op_length(m, base, insn):
    w = get_b(m, base, insn)
    n = length_of(m, w)
    if n >= 0:
        put_a(m, base, insn, int_value(n))
        return NEXT
    if n == HAS_NO_LENGTH:
        return fail(m, Failure.NO_LENGTH, w, NONE)
    set_word(m, 0, STATE_ARGUMENT_0, w)
    return call_helper(m, Helper.LENGTH, 1, RETURN_VALUE, at_a(base, insn))


@native("len")
def native_len(m, args, n, dst):
    """``len(object)`` of builtin values."""
    if n != 1:
        return DECLINE
    w = load(m, args)
    length = length_of(m, w)
    if length == LENGTH_IN_PYTHON:
        return DECLINE
    if length < 0:
        return fail(m, Failure.NO_LENGTH, w, NONE)
    store(m, dst, int_value(length))
    return NEXT
