"""Strings are made, compared, sliced and searched as CPython does, in every width."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.kernels import string_search, strings
from ringfence.kernels.status import NEXT
from tests.runtime.kernels.text import RIG, agree, check, drop, text


@given(text, text)
def test_two_strings_are_joined_and_compared(a, b):
    agree("str.__add__", a, b)
    for operator in ("lt", "le", "gt", "ge", "eq", "ne"):
        agree(f"str.__{operator}__", a, b)
        agree(f"str.__{operator}__", a, a)


@given(text, st.integers(-3, 9))
def test_a_string_is_repeated(a, n):
    agree("str.__mul__", a, n)
    agree("str.__len__", a)


@given(text, st.none() | st.integers(-50, 50), st.none() | st.integers(-50, 50),
       st.none() | st.integers(-5, 5).filter(bool))
def test_a_slice_is_as_narrow_as_can_be(a, start, stop, step):
    words = [RIG.value(x) for x in (start, stop, step)]
    key = RIG._object(L.KIND_SLICE, words)
    dst = L.STACK_AT + 4096
    assert strings.string_get_item(RIG.m, RIG.value(a), key, dst) == NEXT
    check(RIG.load(dst))
    assert RIG.python(RIG.load(dst)) == a[start:stop:step]
    drop()


@given(text.filter(bool), st.data())
def test_an_index_gives_one_character(a, data):
    agree("str.__getitem__", a, data.draw(st.integers(-len(a), len(a) - 1)))


bounds = st.lists(st.none() | st.integers(-45, 45), max_size=2)


@settings(max_examples=300)
@given(text, text | st.text(st.sampled_from("ab"), max_size=4), bounds)
def test_searches_find_what_cpython_finds(a, b, at):
    for method in ("find", "rfind", "count", "index", "rindex", "startswith", "endswith"):
        agree(f"str.{method}", a, b, *at)
    agree("str.__contains__", a, b)


@given(text, st.integers(0, 40), st.integers(0, 6), bounds)
def test_searches_find_parts(a, start, size, at):
    b = a[start : start + size]
    for method in ("find", "rfind", "count", "startswith", "endswith"):
        agree(f"str.{method}", a, b, *at)
    agree("str.startswith", a, (b, "a"), *at)


@settings(max_examples=300)
@given(st.text(st.sampled_from("ab"), max_size=80),
       st.text(st.sampled_from("ab"), min_size=1, max_size=12),
       st.sampled_from(["", "\u0130", "\U0001f600"]))
def test_the_linear_search_agrees(a, b, extra):
    a, b = a + extra, RIG.string(b)
    s = RIG.string(a)
    width = strings.string_width(RIG.m, s)
    needle = string_search.text_in_width(RIG.m, b, width)
    k = strings.string_length(RIG.m, b)
    at = strings.text_at(s)
    found = string_search.find_two_way(RIG.m, at, width, width, 0, len(a), needle, k)
    assert found == a.find(RIG.python(b))
    last = at + (len(a) - 1) * width
    found = string_search.find_two_way(
        RIG.m, last, width, -width, 0, len(a), needle + (k - 1) * width, k
    )
    assert (-1 if found < 0 else len(a) - found - k) == a.rfind(RIG.python(b))
    drop()


@pytest.mark.parametrize("method", ["find", "rfind", "count"])
def test_hostile_searches_go_over_to_the_linear_way(method):
    for a, b in [("a" * 3000, "a" * 300 + "b" + "a" * 300), ("ab" * 2000, "b" + "ab" * 200),
                 ("a" * 2000 + "b" + "a" * 600, "a" * 500 + "b" + "a" * 500)]:
        agree(f"str.{method}", a, b)
        agree(f"str.{method}", b + a + b, b)
