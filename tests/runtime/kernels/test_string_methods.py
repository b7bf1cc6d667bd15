"""Methods that change strings or classify characters agree with CPython, or decline."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence.kernels import string_methods
from ringfence.kernels.status import DECLINE
from tests.runtime.kernels.text import agree, call, oracle, text

ascii_text = st.text(st.characters(max_codepoint=127), max_size=40)
CASES = ["lower", "upper", "swapcase", "title", "capitalize", "casefold"]
KINDS = ["isdigit", "isdecimal", "isnumeric", "isalpha", "isalnum", "isspace", "isprintable",
         "isidentifier", "isascii", "islower", "isupper", "istitle"]


@settings(max_examples=150)
@given(ascii_text | st.text(st.sampled_from("aB1_ \n"), max_size=5))
def test_ascii_is_changed_and_classified(a):
    for method in CASES + KINDS:
        agree(f"str.{method}", a)


@given(text.filter(lambda a: not a.isascii()))
def test_what_needs_the_unicode_tables_is_declined(a):
    for method in CASES + KINDS:
        assert call(f"str.{method}", a) in (DECLINE, oracle(f"str.{method}", a))


@pytest.mark.parametrize("start", range(0, 0x110000, 0x2000))
def test_white_space_is_what_cpython_says(start):
    if start < 0x4000:
        for code in range(start, start + 0x2000):
            assert bool(string_methods.is_space(code)) == chr(code).isspace(), hex(code)
    else:
        assert not any(chr(code).isspace() for code in range(start, start + 0x2000))


@given(text, st.none() | text)
def test_strings_are_stripped(a, chars):
    for method in ("strip", "lstrip", "rstrip"):
        agree(f"str.{method}", a, chars)
        agree(f"str.{method}", a)


@given(text, text, st.integers(0, 5), st.integers(0, 5))
def test_an_affix_is_removed(a, b, i, j):
    for part in (b, a[:i], a[j:], a[-i:]):
        agree("str.removeprefix", a, part)
        agree("str.removesuffix", a, part)


@given(text, st.integers(-3, 60), st.sampled_from("* 0é\u0130\U0001f600"))
def test_strings_are_padded(a, width, fill):
    for method in ("ljust", "rjust", "center"):
        agree(f"str.{method}", a, width, fill)
        agree(f"str.{method}", a, width)
    for s in (a, "-" + a, "+" + a):
        agree("str.zfill", s, width)


@settings(max_examples=200)
@given(text, text, text, st.integers(-1, 4), st.integers(0, 30), st.integers(0, 4))
def test_parts_are_replaced(a, b, c, most, start, size):
    for old in (b, a[start : start + size], ""):
        agree("str.replace", a, old, c)
        agree("str.replace", a, old, c, most)
        agree("str.replace", a, old, "")


@given(text, text, st.integers(0, 30), st.integers(0, 4))
def test_strings_are_parted(a, b, start, size):
    for separator in (b, a[start : start + size]):
        agree("str.partition", a, separator)
        agree("str.rpartition", a, separator)


@given(text.map(lambda a: a.replace("a", "\t")), st.integers(-1, 12))
def test_tabs_are_expanded(a, size):
    agree("str.expandtabs", a, size)
    agree("str.expandtabs", a)


@given(st.integers(0, 0x10FFFF))
def test_ord_and_chr_are_inverse(code):
    assert call("chr", code) == chr(code)
    assert call("ord", chr(code)) == code
    assert call("ord", bytes([code & 255])) == code & 255


def test_ord_and_chr_decline_what_raises():
    for name, value in (("chr", -1), ("chr", 0x110000), ("ord", "ab"), ("ord", "")):
        assert call(name, value) == DECLINE
