"""Methods of float and complex, against CPython."""

import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.runtime.kernels.numbers_rig import NumberRig, floats, numbers, outcome, same

RIG = NumberRig()
BINARY = [f"__{r}{name}__" for r in ("", "r") for name in
          ("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod")]
COMPARE = ["__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__"]
UNARY = ["__neg__", "__pos__", "__abs__", "__bool__", "__float__", "__int__", "__trunc__",
         "__floor__", "__ceil__", "conjugate", "as_integer_ratio", "__round__", "is_integer"]


@settings(deadline=None, max_examples=100)
@given(a=floats, b=numbers)
@example(a=1.0, b=0)
@example(a=-0.0, b=True)
@example(a=0.5, b=10**400)
def test_special_methods_of_two_numbers(a, b):
    RIG.clear()
    for name in BINARY + COMPARE:
        wanted = outcome(getattr(float, name), a, b)
        got = RIG.native(f"float.{name}", a, b)
        assert same(got, wanted), (name, got, wanted)


@settings(deadline=None, max_examples=100)
@given(a=floats, b=floats)
def test_float_powers(a, b):
    RIG.clear()
    wanted = outcome(pow, a, b)
    got = RIG.native("float.__pow__", a, b)
    assert got == "DECLINE" if isinstance(wanted, complex) else same(got, wanted)


@settings(deadline=None, max_examples=120)
@given(a=floats)
@example(a=2.5)
@example(a=5e-324)
@example(a=1.7976931348623157e308)
def test_methods_of_one_float(a):
    RIG.clear()
    for name in UNARY:
        assert same(RIG.native(f"float.{name}", a), outcome(getattr(float, name), a)), name
    assert same(RIG.native("float.real", a), a)
    assert same(RIG.native("float.imag", a), 0.0)


@settings(deadline=None, max_examples=150)
@given(text=st.one_of(
    st.floats().map(repr), st.decimals(allow_nan=False, places=3).map(str),
    st.from_regex(r"\A[+-]?[0-9]{0,12}\.?[0-9]{0,5}([eE][+-]?[0-9]{0,3})?\Z"),
    st.text(alphabet="0123456789.eE+-_ ", max_size=12)))
@example(text=" -1.5e3\n")
@example(text="1e")
@example(text=".")
@example(text="-0")
@example(text="1e400")
def test_float_of_text_is_exact_or_left_to_the_trap(text):
    RIG.clear()
    got = RIG.native("float.from_text", text)
    wanted = outcome(float, text)
    assert same(got, wanted) or got == "DECLINE"


@pytest.mark.parametrize("text", ["1", "1.5", "0.1", "-2.25", "1e5", "3.14159", "100.00", "1e-7"])
def test_common_texts_are_not_left_to_the_trap(text):
    assert same(RIG.native("float.__new__", float, text), float(text))


def test_float_without_arguments_and_of_numbers():
    assert same(RIG.native("float.__new__", float), 0.0)
    assert same(RIG.native("float.__new__", float, 3), 3.0)
    assert same(RIG.native("float.__new__", float, math.inf), math.inf)
    assert RIG.native("float.__new__", float, 10**400) == "DECLINE"


@settings(deadline=None, max_examples=80)
@given(a=st.complex_numbers(), b=st.one_of(st.complex_numbers(), numbers))
def test_complex_special_methods(a, b):
    RIG.clear()
    for name in ("add", "sub", "mul", "truediv"):
        for r in ("", "r"):
            method = f"__{r}{name}__"
            got = RIG.native(f"complex.{method}", a, b)
            assert same(got, outcome(getattr(complex, method), a, b)), method
    for method in ("__eq__", "__ne__"):
        assert same(RIG.native(f"complex.{method}", a, b), getattr(complex, method)(a, b))
    for method in ("__neg__", "__pos__", "__bool__", "conjugate"):
        assert same(RIG.native(f"complex.{method}", a), getattr(complex, method)(a))
    assert same(RIG.native("complex.real", a), a.real)
    assert same(RIG.native("complex.imag", a), a.imag)
    assert same(RIG.native("complex.from_parts", a.real, a.imag), a)
