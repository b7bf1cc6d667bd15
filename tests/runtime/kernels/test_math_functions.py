"""The module math in kernels, against CPython, bit for bit."""

import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.runtime.kernels.numbers_rig import NumberRig, floats, integers, numbers, outcome, same

RIG = NumberRig()
ONE = ("acos acosh asin asinh atan atanh cos cosh erf erfc exp expm1 log log10 log1p "
       "log2 sin sinh sqrt tan tanh fabs degrees radians ulp isnan isinf isfinite floor ceil trunc "
       "frexp modf").split() + [n for n in ("cbrt", "exp2") if hasattr(math, n)]
TWO = "atan2 copysign fmod log nextafter pow remainder isclose".split()
small = st.one_of(floats, st.floats(-1, 1), st.floats(-800, 800), st.integers(-50, 50))


def check(name, *values):
    RIG.clear()
    wanted = outcome(getattr(math, name), *values)
    got = RIG.native(f"math.{name}", *values)
    assert same(got, wanted) or (got == "DECLINE" and any(
        isinstance(v, int) and abs(v) >= 2**1023 for v in values)), (name, values, got, wanted)


@pytest.mark.parametrize("name", ONE)
@settings(deadline=None, max_examples=100)
@given(x=st.one_of(small, numbers))
@example(x=0.0)
@example(x=-0.0)
@example(x=1e-310)
@example(x=True)
def test_functions_of_one_number(name, x):
    check(name, x)


@pytest.mark.parametrize("name", TWO)
@settings(deadline=None, max_examples=100)
@given(x=small, y=small)
@example(x=-0.0, y=3.0)
@example(x=5.0, y=float("inf"))
@example(x=5.1801946285631585e-275, y=5e-324)
@example(x=1.0, y=1.0 + 1e-9)
def test_functions_of_two_numbers(name, x, y):
    check(name, x, y)


@settings(deadline=None, max_examples=100)
@given(x=floats, e=st.integers(-3000, 3000))
def test_ldexp(x, e):
    RIG.clear()
    got = RIG.native("math.ldexp", x, e)
    assert got == "DECLINE" or same(got, math.ldexp(x, e))


@settings(deadline=None, max_examples=100)
@given(a=st.lists(st.one_of(st.integers(-300, 300), integers, st.booleans()), max_size=4))
@example(a=[2**61, 2**61 - 1])
@example(a=[-(2**62)])
def test_common_divisors_and_multiples(a):
    for name in ("gcd", "lcm"):
        RIG.clear()
        got = RIG.native(f"math.{name}", *a)
        assert got == "DECLINE" or same(got, getattr(math, name)(*a))


@settings(deadline=None, max_examples=100)
@given(a=integers, r=st.integers(0, 2**31))
@example(a=-1, r=2**31 - 1)
def test_integer_square_roots(a, r):
    for n in (a, r * r, max(r * r - 1, 0), r * r + 2 * r):
        RIG.clear()
        got = RIG.native("math.isqrt", n)
        if got == "DECLINE":
            assert n < 0 or n >= 2**62
        else:
            assert got == math.isqrt(n)


def test_factorials():
    for n in range(21):
        assert RIG.native("math.factorial", n) == math.factorial(n)
    assert RIG.native("math.factorial", 21) == "DECLINE"
    assert RIG.native("math.factorial", -1) == "DECLINE"


def test_what_is_no_number_is_declined():
    for name in ONE:
        assert RIG.native(f"math.{name}", "1") == "DECLINE"
        assert RIG.native(f"math.{name}", None) == "DECLINE"
