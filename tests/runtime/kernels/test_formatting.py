"""format, str.format and % agree with CPython, or decline."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence.kernels import formatting  # noqa: F401  (declares the natives)
from ringfence.kernels.status import DECLINE
from tests.runtime.kernels.text import call, text

specs = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "", "<", ">", "=", "^", "*<", "0>", "x^", "-="]),
        st.sampled_from(["", "", "+", "-", " "]),
        st.sampled_from(["", "", "", "#"]),
        st.sampled_from(["", "", "0"]),
        st.sampled_from(["", "", "1", "5", "12", "30"]),
        st.sampled_from(["", "", ",", "_"]),
        st.sampled_from(["", "", ".0", ".1", ".2", ".6", ".15"]),
        st.sampled_from(["", "d", "f", "F", "%", "x", "X", "b", "o", "s", "g", "e", "c", "n"]),
    ),
)
plain = (st.integers(-(1 << 62), (1 << 62) - 1) | st.integers(-2000, 2000) | st.floats()
         | st.floats(-1e6, 1e6) | st.booleans() | text | st.none())


def formatted(function, *values):
    try:
        return function(*values)
    except (TypeError, ValueError, OverflowError, IndexError, KeyError):
        return DECLINE


@settings(max_examples=1500)
@given(plain, specs)
def test_values_are_formatted_as_cpython_does(value, spec):
    got = call("format", value, spec)
    assert got == DECLINE or got == formatted(format, value, spec), spec


@pytest.mark.parametrize(("value", "spec"), [
    (3.14159, ".2f"), (1234567.891, ",.2f"), (0.256, ".1%"), (42, "05d"), (255, "#x"), (-7, "+d"),
    (12345678, ","), ("ab", ">8"), ("ab", "^9"), ("abcdef", ".3"), (2.5, ".0f"), (-0.001, ".2f"),
    (1.5, ">10"), (5, "b"), (True, "d"), (1e15, ",.2f"), (0.1, ".17f"), (-12.5, "010.2f"),
    ("é\u0130", "*^9"), (10, "3.1f"),
])
def test_common_specs_are_not_declined(value, spec):
    assert call("format", value, spec) == format(value, spec)


templates = st.lists(
    st.sampled_from(["a", "é", "{}", "{0}", "{1}", "{:>5}", "{0:x}", "{!r}", "{!s:>4}", "{{", "}",
                     "{:.2f}", "{a}", "{", "{:{}}", "\u0130"]), max_size=6).map("".join)


@settings(max_examples=600)
@given(templates, st.lists(plain, max_size=4))
def test_templates_are_filled(template, values):
    got = call("str.format", template, *values)
    assert got == DECLINE or got == formatted(template.format, *values)


def test_usual_templates_are_not_declined():
    assert call("str.format", "{} is {:>5} of {!r}", 1, "x", "y") == "1 is     x of 'y'"
    assert call("str.format", "{1}-{0}", 1, 2) == "2-1"


percents = st.lists(
    st.sampled_from(["a", "é", "%s", "%d", "%5d", "%-5d|", "%05d", "%+d", "%.2f", "%08.3f", "%x",
                     "%r", "%-6s|", "%6.2s", "%%", "%", "% d", "%(a)s", "%*d", "%i", "%05s",
                     "\u0130", "%.d"]),
    max_size=5).map("".join)


@settings(max_examples=1000)
@given(percents, st.lists(plain, max_size=4), st.booleans())
def test_percent_formats_agree(template, values, single):
    value = values[0] if single and values else tuple(values)
    got = call("str.__mod__", template, value)
    assert got == DECLINE or got == formatted(template.__mod__, value)


def test_usual_percent_formats_are_not_declined():
    assert call("str.__mod__", "%s=%5.1f %03d%%", ("x", 2.25, 7)) == "x=  2.2 007%"
    assert call("str.__mod__", "%d", 5) == "5"
