"""The arithmetic instructions where the dispatch loop's own short cuts do not apply.

Numbers and the built-in sequences and sets are done here. What the number kernels decline (complex
powers, errors with a message of their own, numbers too long for one step) goes to the prelude's
NUMBER_BINARY; everything else, and every user class, to BINARY, INPLACE or UNARY, which look up
the special methods.
"""

from ringfence.failures import Failure, Helper
from ringfence.kernels.bigints import int_invert, int_negate
from ringfence.kernels.complexes import complex_imag, complex_operate, complex_real, new_complex
from ringfence.kernels.floats import float_operate
from ringfence.kernels.integers import (
    RANK_COMPLEX,
    RANK_FLOAT,
    RANK_INT,
    RANK_NONE,
    as_int,
    bool_operate,
    int_operate,
    is_real,
    number_rank,
    real_from,
    store_int,
)
from ringfence.kernels.jit import kernel, opcode
from ringfence.kernels.lists import (
    list_concat,
    list_extend_list,
    list_repeat,
    list_repeat_in_place,
)
from ringfence.kernels.memory import store
from ringfence.kernels.objects import (
    call_binary,
    call_helper2,
    call_helper3,
    fail,
    fail3,
    float_from,
    float_value,
    kind_of,
)
from ringfence.kernels.registers import at_a, get_b, get_c, is_inplace, signed_c
from ringfence.kernels.set_algebra import set_binary, set_inplace
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.strings import string_add, string_repeat
from ringfence.kernels.tags import NONE, int_value
from ringfence.kernels.tuples import tuple_concat, tuple_repeat
from ringfence.layout import (
    KIND_BYTES,
    KIND_FROZENSET,
    KIND_LIST,
    KIND_SET,
    KIND_STR,
    KIND_TUPLE,
    RETURN_VALUE,
)
from ringfence.opcodes import Op


@kernel("i8(i8)", inline=True)
def plain_operator(op):
    """The operator of an instruction with an immediate operand; any other itself."""
    if op == Op.ADD_INT:
        return Op.ADD
    if op == Op.SUB_INT:
        return Op.SUB
    if op == Op.MUL_INT:
        return Op.MUL
    if op == Op.FLOORDIV_INT:
        return Op.FLOORDIV
    if op == Op.MOD_INT:
        return Op.MOD
    if op == Op.AND_INT:
        return Op.AND
    return op


@kernel("i8(i8, i8, i8, i8)")
def has_operator(m, op, a, b):
    """Whether a binary operator is defined for two kinds of numbers."""
    if op == Op.MATMUL:
        return 0
    rank_a = number_rank(m, a)
    rank_b = number_rank(m, b)
    if Op.AND <= op <= Op.RSHIFT:
        return rank_a == RANK_INT and rank_b == RANK_INT
    if op == Op.FLOORDIV or op == Op.MOD:
        return rank_a != RANK_COMPLEX and rank_b != RANK_COMPLEX
    return 1


@kernel("i8(i8, i8, i8, i8, i8)")
def number_operate(m, op, a, b, dst):
    """A binary operator on two values of which each has a rank; DECLINE as ``int_operate``.

    BINARY_OPERANDS where the kinds of number do not have the operator.
    """
    if has_operator(m, op, a, b) == 0:
        return fail3(m, Failure.BINARY_OPERANDS, int_value(op), a, b)
    rank_a = number_rank(m, a)
    rank_b = number_rank(m, b)
    rank = rank_a if rank_a > rank_b else rank_b
    if rank == RANK_INT:
        if (a & 7) == 5 and (b & 7) == 5:
            return bool_operate(m, op, a, b, dst)
        return int_operate(m, op, as_int(a), as_int(b), dst)
    if (rank_a == RANK_INT and is_real(m, a) == 0) or (rank_b == RANK_INT and is_real(m, b) == 0):
        return fail(m, Failure.INT_TOO_LARGE, NONE, NONE)
    if rank == RANK_FLOAT:
        return float_operate(m, op, real_from(m, a), real_from(m, b), dst)
    return complex_operate(m, op, a, b, dst)


@kernel("i8(i8, i8, i8, i8, i8)")
def _sequence_repeat(m, sequence, kind, count, dst):
    """Sequence times a plain number."""
    if kind == KIND_STR:
        return string_repeat(m, sequence, count, dst)
    if kind == KIND_LIST:
        return list_repeat(m, sequence, count, dst)
    if kind == KIND_TUPLE:
        return tuple_repeat(m, sequence, count, dst)
    return DECLINE


@kernel("i8(i8, i8, i8, i8, i8)")
def sequence_operate(m, op, a, b, dst):
    """``+`` of strings, lists or tuples, ``*`` of one and an int, sets; DECLINE for all else."""
    kind_a = kind_of(m, a)
    kind_b = kind_of(m, b)
    if op == Op.ADD and kind_a == kind_b:
        if kind_a == KIND_STR:
            return string_add(m, a, b, dst)
        if kind_a == KIND_LIST:
            return list_concat(m, a, b, dst)
        if kind_a == KIND_TUPLE:
            return tuple_concat(m, a, b, dst)
    if op == Op.MUL:
        if number_rank(m, b) == RANK_INT and (b & 7) != 1:
            return _sequence_repeat(m, a, kind_a, as_int(b) >> 1, dst)
        if number_rank(m, a) == RANK_INT and (a & 7) != 1:
            return _sequence_repeat(m, b, kind_b, as_int(a) >> 1, dst)
    if kind_a == KIND_SET or kind_a == KIND_FROZENSET:
        return set_binary(m, op, a, b, dst)
    return DECLINE


@kernel("i8(i8, i8, i8, i8, i8)")
def _sequence_list_in_place(m, op, a, b, dst):
    """``list += list`` and ``list *= int`` change the list; DECLINE for all else."""
    status = DECLINE
    if op == Op.ADD and kind_of(m, b) == KIND_LIST:
        status = list_extend_list(m, a, b)
    elif op == Op.MUL and number_rank(m, b) == RANK_INT and (b & 7) != 1:
        status = list_repeat_in_place(m, a, as_int(b) >> 1)
    if status == NEXT:
        store(m, dst, a)
    return status


@kernel("i8(i8, i8, i8, i8, i8)")
def number_or_prelude(m, op, a, b, dst):
    """A binary operator on two numbers, by the prelude if the kernels decline."""
    status = number_operate(m, op, a, b, dst)
    if status == DECLINE:
        place = int_value(op - Op.ADD)
        return call_helper3(m, Helper.NUMBER_BINARY, RETURN_VALUE, dst, place, a, b)
    return status


@kernel("i8(i8, i8, i8, i8, i8)")
def binary_slow(m, op, a, b, dst):
    """Any binary operator (its plain opcode) on any two values; the result goes to `dst`."""
    if number_rank(m, a) != RANK_NONE and number_rank(m, b) != RANK_NONE:
        return number_or_prelude(m, op, a, b, dst)
    status = sequence_operate(m, op, a, b, dst)
    if status == DECLINE:
        return call_binary(m, op, dst, a, b)
    return status


@kernel("i8(i8, i8, i8, i8, i8)")
def inplace_slow(m, op, a, b, dst):
    """Any augmented assignment; what cannot be done here knows that it is one (its messages)."""
    status = DECLINE
    kind = kind_of(m, a)
    if number_rank(m, a) != RANK_NONE and number_rank(m, b) != RANK_NONE:
        if has_operator(m, op, a, b) == 1:
            return number_or_prelude(m, op, a, b, dst)
    elif kind == KIND_SET or kind == KIND_FROZENSET:
        status = set_inplace(m, op, a, b, dst)
    elif kind == KIND_LIST:
        status = _sequence_list_in_place(m, op, a, b, dst)
    elif kind == KIND_STR or kind == KIND_TUPLE or kind == KIND_BYTES or kind == 0:
        status = sequence_operate(m, op, a, b, dst)
    if status == DECLINE:
        return call_helper3(m, Helper.INPLACE, RETURN_VALUE, dst, int_value(op), a, b)
    return status


@kernel("i8(i8, i8, i8)")
def arithmetic_slow(m, base, insn):
    """ADD to RSHIFT and the immediate forms: the whole instruction; the result goes to A."""
    opcode_number = insn & 255
    op = plain_operator(opcode_number)
    a = get_b(m, base, insn)
    b = get_c(m, base, insn) if op == opcode_number else int_value(signed_c(insn))
    if is_inplace(insn) == 1:
        return inplace_slow(m, op, a, b, at_a(base, insn))
    return binary_slow(m, op, a, b, at_a(base, insn))


# ---------------------------------------------------------------- one operand
@kernel("i8(i8, i8, i8, i8)")
def number_unary(m, op, a, dst):
    """``-a``, ``+a``, ``~a`` of a number; DECLINE for any other value and for ``~`` of a float."""
    rank = number_rank(m, a)
    if rank == RANK_INT:
        a = as_int(a)
        if op == Op.NEGATIVE:
            return store_int(m, dst, int_negate(m, a))
        if op == Op.INVERT:
            return store_int(m, dst, int_invert(m, a))
        store(m, dst, a)
        return NEXT
    if op == Op.INVERT or rank == RANK_NONE:
        return DECLINE
    if op == Op.POSITIVE:
        store(m, dst, a)
    elif rank == RANK_FLOAT:
        store(m, dst, float_value(m, -float_from(m, a)))
    else:
        store(m, dst, new_complex(m, -complex_real(m, a), -complex_imag(m, a)))
    return NEXT


@opcode(Op.NEGATIVE, Op.POSITIVE, Op.INVERT)
def op_unary(m, base, insn):
    op = insn & 255
    a = get_b(m, base, insn)
    dst = at_a(base, insn)
    status = number_unary(m, op, a, dst)
    if status == DECLINE:
        if (a & 7) == 1 and number_rank(m, a) == RANK_NONE:
            return call_helper2(m, Helper.UNARY, RETURN_VALUE, dst, int_value(op), a)
        return fail(m, Failure.UNARY_OPERAND, int_value(op), a)
    return status
