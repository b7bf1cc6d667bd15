"""repr and str of plain values are CPython's, to the last digit and quote, or declined."""

import math

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.kernels import float_digits, representation
from ringfence.kernels.status import DECLINE, NEXT
from tests.runtime.kernels.text import RIG, call, drop, text

numbers = st.integers(-(1 << 62), (1 << 62) - 1)
floats = st.floats() | st.decimals(-1000000, 1000000, places=4).map(float) | st.floats(-1e6, 1e6)
leaves = st.none() | st.booleans() | numbers | floats | text | st.binary(max_size=20)
values = st.recursive(leaves, lambda v: st.lists(v, max_size=4) | st.tuples(v) | st.tuples(v, v))


@settings(max_examples=400)
@given(values)
def test_repr_is_the_same_or_declined(value):
    assert call("repr", value) in (DECLINE, repr(value))
    assert call("ascii", value) in (DECLINE, ascii(value))


@settings(max_examples=300)
@given(st.recursive(st.none() | numbers | st.text(st.characters(max_codepoint=255)) | st.binary(),
                    lambda v: st.lists(v, max_size=4) | st.tuples(v)))
def test_common_values_are_not_declined(value):
    assert call("repr", value) == repr(value)


@settings(max_examples=600)
@given(floats)
@example(0.1 + 0.2)
@example(1e16)
@example(9007199254740993.0)
@example(-0.0)
@example(5e-324)
@example(123456789012345680.0)
def test_floats_have_the_shortest_digits(x):
    assert call("float.__repr__", x) in (DECLINE, repr(x))


@given(st.floats(1e-9, 1e14) | st.floats(-1e14, -1e-9))
def test_usual_floats_are_not_declined(x):
    if math.frexp(x)[0] not in (0.5, -0.5):
        assert call("repr", x) == repr(x)


@settings(max_examples=500)
@given(st.floats(0, 1e18) | st.integers(0, 10**9).map(lambda n: n / 64), st.integers(0, 20))
def test_rounding_to_decimals_is_exact(x, places):
    n = float_digits.round_scaled(RIG.m, x, places)
    assert n == -1 or n == int(f"{x:.{places}f}".replace(".", ""))


@settings(max_examples=200)
@given(st.integers(1, 2**53), st.integers(50, 180), st.integers(0, 27))
def test_rounding_of_small_numbers_is_exact(n, shift, places):
    x = math.ldexp(n, -shift)
    n = float_digits.round_scaled(RIG.m, x, places)
    assert n == -1 or n == int(f"{x:.{places}f}".replace(".", ""))


@given(text)
def test_what_is_not_ascii_is_escaped(a):
    assert call("str_ascii", a) == a.encode("ascii", "backslashreplace").decode()


def test_a_list_inside_itself_shows_dots():
    w = RIG.value([1, 2])
    RIG.store(RIG.field(w, 2) - 1 + 16, w)
    dst = L.STACK_AT + 4096
    assert representation.represent(RIG.m, w, 0, dst) == NEXT
    assert RIG.python(RIG.load(dst)) == "[1, [...]]"
    drop()


def test_deep_nesting_is_declined_and_cleared():
    value = []
    for _ in range(400):
        value = [value]
    assert call("repr", value) == DECLINE


def test_a_crowded_heap_asks_for_room_and_leaves_no_trace():
    soft = RIG.state(L.STATE_HEAP_SOFT)
    from ringfence.kernels.status import NEEDS_ROOM

    w = RIG.value(["x" * 20000] * 3)
    RIG.set_state(L.STATE_HEAP_SOFT, RIG.state(L.STATE_HEAP_TOP))
    try:
        assert representation.represent(RIG.m, w, 0, L.STACK_AT) == NEEDS_ROOM
    finally:
        RIG.set_state(L.STATE_HEAP_SOFT, soft)
        drop()


def test_each_byte_is_judged_alone_when_eight_are_looked_at():
    for code in range(256):
        for place in range(8):
            a = "a" * place + chr(code) + "a" * (7 - place)
            assert call("repr", a) == repr(a)
            assert call("repr", a + "\x7f" * 2 + a) == repr(a + "\x7f" * 2 + a)
