"""Order and equality, against CPython."""

import operator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ringfence.failures import Failure
from ringfence.opcodes import Op
from tests.runtime.kernels.numbers_rig import Failed, NumberRig, integers, numbers

OPERATORS = {Op.LT: operator.lt, Op.LE: operator.le, Op.GT: operator.gt, Op.GE: operator.ge,
             Op.EQ: operator.eq, Op.NE: operator.ne}
RIG = NumberRig()
leaves = st.one_of(st.integers(-3, 3), st.sampled_from(["", "a", "b", 0.5, None, b"x", True]))
nested = st.recursive(leaves, lambda x: st.one_of(st.lists(x, max_size=3),
                                                  st.lists(x, max_size=3).map(tuple)))


def compare(op, a, b):
    return RIG.instruction(op, a, b)


def check(a, b):
    RIG.clear()
    for op, function in OPERATORS.items():
        try:
            wanted = function(a, b)
        except TypeError:
            with pytest.raises(Failed) as failed:
                compare(op, a, b)
            assert failed.value.args[:2] == (Failure.COMPARISON_OPERANDS, op)
        else:
            assert compare(op, a, b) is wanted, (op, a, b)


@settings(deadline=None, max_examples=150)
@given(a=numbers, b=numbers)
@example(a=2**53 + 1, b=2.0**53)
@example(a=2**1024, b=1.7976931348623157e308)
@example(a=-(2**63), b=-(2.0**63))
def test_numbers_compare_exactly(a, b):
    check(a, b)


@settings(deadline=None, max_examples=100)
@given(a=integers, d=st.sampled_from([0.0, 1.0, -1.0, 0.5, 0.999999]))
def test_an_int_compares_with_the_floats_near_it(a, d):
    try:
        check(a, float(a) + d)
        check(float(a) * (1 - d * 2**-52), a)
    except OverflowError:
        pass


@settings(deadline=None, max_examples=100)
@given(a=nested, b=nested)
@example(a=[[1, 2], "a"], b=[[1, 2], None])
@example(a=([1], [2, 3]), b=([1], [2]))
def test_sequences_compare_by_their_first_difference(a, b):
    check(a, b)
    check([a, a], [a, b])


@settings(deadline=None)
@given(a=st.text(), b=st.text(), c=st.binary(max_size=3), d=st.binary(max_size=3))
def test_text_and_bytes(a, b, c, d):
    check(a, b)
    check(c, d)


def test_the_failure_names_the_items_that_have_no_order():
    with pytest.raises(Failed) as failed:
        compare(Op.LT, [1, ("a", None)], [1, ("a", 2)])
    assert failed.value.args == (Failure.COMPARISON_OPERANDS, Op.LT, None, 2)


def test_deep_nesting_is_left_to_the_prelude():
    a, b = [1], [2]
    for _ in range(200):
        a, b = [a], [b]
    assert compare(Op.LT, a, b) == "CALL"


def test_one_nan_object_is_equal_to_itself_in_a_list():
    nan = float("nan")
    assert compare(Op.LT, [nan, 1], [nan, 2]) is True
    assert compare(Op.EQ, nan, nan) is False
