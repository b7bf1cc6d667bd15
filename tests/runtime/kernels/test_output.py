"""Printed text arrives as UTF-8, whole or not at all."""

import ctypes

from hypothesis import given
from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.kernels import jit, output  # noqa: F401  (declares the natives)
from ringfence.kernels.status import DECLINE, LIMIT, NEXT, OUTPUT
from tests.rig import Rig
from tests.runtime.kernels.text import text


def write(rig, name, *values):
    args = rig.window(*[rig.value(v) for v in values])
    return jit.KERNELS[jit.NATIVES[name]][0](rig.m, args, len(values), L.STACK_AT + 4096)


def printed(rig):
    b = rig.state(L.STATE_OUTPUT_AT)
    if b & 7 != 1:
        return b""
    at = rig.field(b, L.BUFFER_DATA) - 1 + 8
    return ctypes.string_at(rig.m + at, rig.field(b, L.BUFFER_LENGTH) >> 1)


@given(st.lists(text, max_size=5))
def test_text_is_appended_as_utf8(parts):
    rig = Rig()
    for part in parts:
        assert write(rig, "write_output", part) in (NEXT, OUTPUT)
    assert b"".join(p.encode("utf-8", "surrogatepass") for p in parts) == printed(rig)
    assert rig.state(L.STATE_OUTPUT_BYTES) == len(printed(rig))


def test_print_puts_spaces_between_and_a_line_end():
    rig = Rig()
    write(rig, "print_fast", "a", 1, None, [1, "é"], 2.5, "\u0130")
    write(rig, "print_fast")
    write(rig, "print_fast", "x")
    assert printed(rig).decode() == "a 1 None [1, 'é'] 2.5 \u0130\n\nx\n"


def test_print_declines_as_a_whole():
    rig = Rig()
    assert write(rig, "print_fast", "a", ["\u0130"]) == DECLINE
    assert printed(rig) == b""


def test_a_full_buffer_is_given_to_the_host_and_grows():
    rig = Rig()
    assert write(rig, "write_output", "x" * 8000) == NEXT
    assert write(rig, "write_output", "y" * 8000) == OUTPUT
    assert printed(rig) == b"x" * 8000 + b"y" * 8000


def test_the_limit_stops_before_anything_is_written():
    rig = Rig()
    rig.set_state(L.STATE_OUTPUT_LIMIT, 10)
    assert write(rig, "write_output", "123456789") == NEXT
    assert write(rig, "print_fast", "ab") == LIMIT
    assert rig.state(L.STATE_LIMIT) == L.LIMIT_OUTPUT
    assert printed(rig) == b"123456789"
    assert write(rig, "print_fast") == NEXT
