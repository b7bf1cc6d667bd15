"""sum, min, max, any, all, abs, divmod, pow, round, against CPython."""

import builtins
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ringfence import layout as L
from tests.runtime.kernels.numbers_rig import NumberRig, floats, integers, numbers, outcome, same

RIG = NumberRig()
RIG.set_state(L.STATE_HOST_VERSION, sys.version_info[1] << 1)
items = st.one_of(st.lists(integers), st.lists(floats), st.lists(numbers, max_size=8))


def check(name, *values):
    RIG.clear()
    wanted = outcome(getattr(builtins, name), *values)
    got = RIG.native(name, *values)
    assert same(got, wanted), (name, values, got, wanted)


@settings(deadline=None, max_examples=150)
@given(values=items, start=st.one_of(st.just(0), numbers))
@example(values=[2**62, 2**62, 2**62, -1], start=0)
@example(values=[2**63, 0.1, 0.2, 0.3], start=0)
@example(values=[1e16, 1.0, -1e16, 1.0], start=0)
def test_sums(values, start):
    check("sum", values)
    check("sum", tuple(values), start)


@settings(deadline=None, max_examples=80)
@given(start=st.integers(-100, 2**61), stop=st.integers(-100, 2**61),
       step=st.integers(-2**61, 2**61).filter(bool))
@example(start=0, stop=101, step=1)
def test_sums_of_ranges(start, stop, step):
    RIG.clear()
    numbers_ = range(start, stop, step)
    n = len(numbers_)
    wanted = n * start + step * n * (n - 1) // 2
    assert same(RIG.native("sum", numbers_), wanted)


def test_a_long_sum_of_large_ints_keeps_no_partial_sums():
    values = [3**100 + i for i in range(300)]
    RIG.clear()
    RIG.value(values)
    size = RIG.state(L.STATE_HEAP_TOP)
    RIG.clear()
    assert RIG.native("sum", values) == sum(values)
    assert RIG.state(L.STATE_HEAP_TOP) - size < 100


@settings(deadline=None, max_examples=100)
@given(values=st.one_of(st.lists(numbers, min_size=1), st.lists(st.text(), min_size=1),
                        st.lists(st.tuples(st.integers(0, 2), st.text(max_size=1)), min_size=1)))
def test_the_least_and_the_greatest(values):
    for name in ("min", "max"):
        check(name, values)
        if len(values) > 1:
            check(name, *values)


def test_what_has_no_order_fails_and_nothing_is_declined():
    with pytest.raises(Exception, match="COMPARISON_OPERANDS"):
        RIG.native("min", [1, "a"])
    assert RIG.native("min", []) == "DECLINE"
    assert RIG.native("max", "abc") == "DECLINE"


@settings(deadline=None, max_examples=100)
@given(values=st.lists(st.sampled_from([0, 1, "", "a", None, [], 0.0, -0.0, 2**70, ()])))
def test_any_and_all(values):
    check("any", values)
    check("all", tuple(values))


@settings(deadline=None, max_examples=100)
@given(a=numbers, b=numbers)
@example(a=1, b=0)
@example(a=10**400, b=0.5)
def test_divmod_and_abs(a, b):
    check("divmod", a, b)
    check("abs", a)


@settings(deadline=None, max_examples=100)
@given(x=numbers)
@example(x=0.5)
@example(x=1.5)
@example(x=2.5)
@example(x=-0.5)
def test_rounding_to_ints(x):
    check("round", x)


@settings(deadline=None, max_examples=300)
@given(x=st.one_of(floats, st.floats(-1000, 1000), st.integers(-10**6, 10**6).map(lambda n: n / 200)),
       digits=st.integers(-3, 18))
@example(x=2.675, digits=2)
@example(x=0.125, digits=2)
@example(x=0.375, digits=2)
@example(x=-0.04, digits=1)
@example(x=5e-324, digits=15)
@example(x=2.5, digits=0)
@example(x=0.5 + 2**-53, digits=0)
def test_rounding_to_digits(x, digits):
    RIG.clear()
    wanted = round(x, digits) if digits < 300 else x
    for name in ("round", "float.__round__"):
        got = RIG.native(name, x, digits)
        assert same(got, wanted) or (
            got == "DECLINE" and (digits < 0 or digits > 15 or abs(x) * 10.0**digits > 2**53
                                  or x - x != 0)), (x, digits, got, wanted)


def test_powers():
    check("pow", 2, 100)
    check("pow", 2, 10, 1000)
    check("pow", 2.0, 0.5)
    assert RIG.native("pow", 2, -1) == "DECLINE"
    assert RIG.native("pow", 2, -1, 5) == "DECLINE"
    assert RIG.native("pow", 2, 5, 0) == "DECLINE"
