"""Splitting and joining agree with CPython."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence.kernels import string_split  # noqa: F401  (declares the natives)
from ringfence.kernels.status import DECLINE
from tests.runtime.kernels.text import agree, call, text


@settings(max_examples=100)
@given(text, text, st.integers(-1, 4), st.integers(0, 30), st.integers(1, 3))
def test_text_is_split(a, b, most, start, size):
    for separator in (b, a[start : start + size], "a", "ab", None):
        for method in ("split", "rsplit"):
            agree(f"str.{method}", a, separator)
            agree(f"str.{method}", a, separator, most)
    agree("str.split", a)


@given(text, st.booleans())
def test_lines_are_split(a, keep):
    a = a.replace("a", "\r").replace("b", "\r\n")
    agree("str.splitlines", a)
    agree("str.splitlines", a, keep)


@settings(max_examples=100)
@given(text, st.lists(text, max_size=6))
def test_strings_are_joined(a, parts):
    agree("str.join", a, parts)
    agree("str.join", "", parts)
    agree("str.join", ",", tuple(parts))


def test_what_is_no_string_is_not_joined():
    assert call("str.join", ",", ["a", 1]) == DECLINE
    assert call("str.join", ",", "abc") == DECLINE


@given(st.lists(st.text(st.characters(max_codepoint=127), max_size=9), min_size=2))
def test_short_pieces_leave_nothing_behind_the_end(parts):
    agree("str.join", "", parts)
    agree("str.join", "-", parts)
