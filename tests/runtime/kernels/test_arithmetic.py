"""Operators on numbers, against CPython."""

import operator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ringfence.failures import Failure
from ringfence.opcodes import FLAG_INPLACE, Op
from tests.runtime.kernels.numbers_rig import (
    REGISTERS,
    Failed,
    NumberRig,
    floats,
    integers,
    numbers,
    same,
)

OPERATORS = {
    Op.ADD: operator.add, Op.SUB: operator.sub, Op.MUL: operator.mul, Op.DIV: operator.truediv,
    Op.FLOORDIV: operator.floordiv, Op.MOD: operator.mod, Op.AND: operator.and_,
    Op.OR: operator.or_, Op.XOR: operator.xor,
}
FAILURES = {
    ZeroDivisionError: Failure.ZERO_DIVISION, TypeError: Failure.BINARY_OPERANDS,
    OverflowError: Failure.INT_TOO_LARGE,
}
RIG = NumberRig()


def check(op, function, a, b, flags=0):
    RIG.clear()
    try:
        wanted = function(a, b)
    except (ZeroDivisionError, TypeError, OverflowError) as error:
        try:
            got = RIG.instruction(op, a, b, flags=flags)
        except Failed as failed:
            assert failed.args[0] == FAILURES[type(error)]
        else:
            assert got == "CALL", f"{got} for {error}"
        return
    got = RIG.instruction(op, a, b, flags=flags)
    if got == "CALL":
        assert op == Op.POW, "only powers may be left to the trap"
        assert isinstance(wanted, complex) or isinstance(a, complex) or b < 0 or abs(wanted) > 2**64
        return
    assert same(got, wanted), f"{got!r}, not {wanted!r}"


@pytest.mark.parametrize("op", OPERATORS)
@settings(deadline=None, max_examples=100)
@given(a=numbers, b=numbers)
@example(a=0, b=-5)
@example(a=-(2**62), b=-1)
@example(a=10**400, b=3)
@example(a=-1.0, b=float("inf"))
@example(a=True, b=False)
def test_binary_operators_give_what_python_gives(op, a, b):
    check(op, OPERATORS[op], a, b)


@settings(deadline=None, max_examples=150)
@given(a=integers, b=integers)
def test_true_division_of_ints_is_rounded_once(a, b):
    check(Op.DIV, operator.truediv, a, b)


@settings(deadline=None, max_examples=100)
@given(a=numbers, b=st.one_of(st.integers(-3, 60), floats))
@example(a=-8, b=0.5)
@example(a=0.0, b=-1.0)
@example(a=-2, b=61)
@example(a=-2, b=62)
@example(a=2, b=62)
def test_powers(a, b):
    check(Op.POW, operator.pow, a, b)


@settings(deadline=None, max_examples=100)
@given(a=integers, n=st.integers(0, 300))
def test_shifts(a, n):
    check(Op.LSHIFT, operator.lshift, a, n)
    check(Op.RSHIFT, operator.rshift, a, n)
    check(Op.RSHIFT, operator.rshift, a, n << 70)


@settings(deadline=None, max_examples=80)
@given(a=st.complex_numbers(), b=st.one_of(st.complex_numbers(), floats, integers))
def test_complex_operators(a, b):
    for op in (Op.ADD, Op.SUB, Op.MUL, Op.DIV, Op.MOD, Op.FLOORDIV):
        check(op, OPERATORS[op], a, b)
        check(op, OPERATORS[op], b, a)


@settings(deadline=None, max_examples=100)
@given(a=numbers)
def test_unary_operators(a):
    RIG.clear()
    for op, function in ((Op.NEGATIVE, operator.neg), (Op.POSITIVE, operator.pos),
                         (Op.INVERT, operator.invert)):
        try:
            wanted = function(a)
        except TypeError:
            with pytest.raises(Failed) as failed:
                RIG.instruction(op, a)
            assert failed.value.args[0] == Failure.UNARY_OPERAND
        else:
            assert same(RIG.instruction(op, a), wanted)


def test_a_shift_by_a_negative_count_fails():
    with pytest.raises(Failed) as failed:
        RIG.instruction(Op.LSHIFT, 1, -1)
    assert failed.value.args[0] == Failure.NEGATIVE_SHIFT


def test_results_beyond_the_heap_ask_for_room_before_any_work():
    for op, a, b in ((Op.LSHIFT, 1, 1 << 50), (Op.LSHIFT, 1, 1 << 80), (Op.POW, 3, 1 << 50),
                     (Op.POW, 3, 1 << 90)):
        assert RIG.instruction(op, a, b) == "NEEDS_ROOM"


def test_numbers_too_long_for_one_step_are_left_to_the_prelude():
    a = (1 << 64 * 5000) - 1
    assert RIG.instruction(Op.MUL, a, a) == "CALL"
    assert RIG.instruction(Op.POW, 3, 1 << 20) == "CALL"
    RIG.clear()


def test_sequences_are_joined_and_repeated():
    assert RIG.instruction(Op.ADD, "ab", "ç") == "abç"
    assert RIG.instruction(Op.ADD, [1], [2, 3]) == [1, 2, 3]
    assert RIG.instruction(Op.ADD, (1,), ()) == (1,)
    assert RIG.instruction(Op.MUL, "ab", 3) == "ababab"
    assert RIG.instruction(Op.MUL, 2, [1, 2]) == [1, 2, 1, 2]
    assert RIG.instruction(Op.MUL, (1,), True) == (1,)
    assert RIG.instruction(Op.ADD, "a", 1) == "CALL"


def test_a_list_is_extended_in_place():
    assert RIG.instruction(Op.ADD, [1], [2], flags=FLAG_INPLACE) == [1, 2]
    assert RIG.load(REGISTERS) == RIG.load(REGISTERS + 8)
    assert RIG.instruction(Op.MUL, [1], 2, flags=FLAG_INPLACE) == [1, 1]
    assert RIG.instruction(Op.ADD, [1], (2,), flags=FLAG_INPLACE) == "CALL"
    assert RIG.instruction(Op.ADD, 1, 2, flags=FLAG_INPLACE) == 3
    assert RIG.instruction(Op.AND, 1.0, 2, flags=FLAG_INPLACE) == "CALL"


def test_the_immediate_operand_is_signed():
    RIG.store(REGISTERS + 8, RIG.value(10))
    insn = Op.SUB_INT | 1 << 32 | (-3 & 0xFFFF) << 48
    insn -= 1 << 64
    assert RIG.run(insn) == 13


