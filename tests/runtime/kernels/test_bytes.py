"""Methods of bytes agree with CPython, or decline."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.kernels import byte_methods, bytes
from ringfence.kernels.status import DECLINE, NEXT
from tests.runtime.kernels.text import RIG, agree, call, drop, oracle, text

PIECES = [b"a", b"B", b" ", b"\t", b"\n", b"0", b"1", b"-", b"\xc3", b"\xa9"]
data = st.binary(max_size=30) | st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join)
bounds = st.lists(st.none() | st.integers(-35, 35), max_size=2)
SIMPLE = ["lower", "upper", "swapcase", "title", "capitalize", "isdigit", "isalpha", "isalnum",
          "isspace", "isascii", "islower", "isupper", "istitle", "hex", "strip", "lstrip", "rstrip"]


@settings(max_examples=150)
@given(data)
def test_bytes_are_changed_and_classified(a):
    for method in SIMPLE:
        agree(f"bytes.{method}", a)


@settings(max_examples=150)
@given(data, data, st.integers(0, 30), st.integers(0, 4), bounds)
def test_bytes_are_searched(a, b, start, size, at):
    for part in (b, a[start : start + size]):
        for method in ("find", "rfind", "count", "index", "rindex", "startswith", "endswith"):
            agree(f"bytes.{method}", a, part, *at)
        agree("bytes.startswith", a, (b, part), *at)
        agree("bytes.__contains__", a, part)
        agree("bytes.removeprefix", a, part)
        agree("bytes.removesuffix", a, part)
        agree("bytes.strip", a, part)
        agree("bytes.partition", a, part)
        agree("bytes.rpartition", a, part)
    agree("bytes.find", a, 97, *at)
    agree("bytes.__contains__", a, 97)


@settings(max_examples=100)
@given(data, data, data, st.integers(-1, 4), st.integers(0, 30), st.integers(0, 3))
def test_bytes_are_cut_and_joined(a, b, c, most, start, size):
    for part in (b, a[start : start + size], b""):
        agree("bytes.replace", a, part, c, most)
        agree("bytes.replace", a, part, c)
        agree("bytes.split", a, part, most)
    agree("bytes.join", a, [b, c, a])
    agree("bytes.join", b"", (b, c))
    agree("bytes.__add__", a, b)
    agree("bytes.__mul__", a, most)
    for operator in ("lt", "le", "gt", "ge", "eq", "ne"):
        agree(f"bytes.__{operator}__", a, b)


@given(data, st.integers(-3, 40))
def test_bytes_are_padded(a, width):
    for method in ("ljust", "rjust", "center"):
        agree(f"bytes.{method}", a, width, b"*")
    for s in (a, b"-" + a):
        agree("bytes.zfill", s, width)


@given(data, st.none() | st.integers(-35, 35), st.none() | st.integers(-35, 35),
       st.none() | st.integers(-4, 4).filter(bool))
def test_bytes_are_sliced(a, start, stop, step):
    key = RIG._object(L.KIND_SLICE, [RIG.value(x) for x in (start, stop, step)])
    dst = L.STACK_AT + 4096
    assert bytes.bytes_slice(RIG.m, RIG.value(a), key, dst) == NEXT
    assert RIG.python(RIG.load(dst)) == a[start:stop:step]
    at = bytes.text_at(RIG.value(a))
    array = bytes.new_bytearray(RIG.m, at, len(a))
    assert bytes.bytes_slice(RIG.m, array, key, dst) == NEXT
    w = RIG.load(dst)
    got = [byte_methods.load8(RIG.m, bytes.bytes_at(RIG.m, w) + i)
           for i in range(bytes.bytes_count(RIG.m, w))]
    assert got == list(a[start:stop:step])
    drop()


@settings(max_examples=300)
@given(text | st.text(), st.sampled_from(["utf-8", "ascii", "latin-1", "utf8", "utf-16"]))
def test_text_is_encoded_and_decoded(a, encoding):
    got, wanted = call("str.encode", a, encoding), oracle("str.encode", a, encoding)
    assert got in (DECLINE, wanted)
    if wanted != DECLINE and encoding != "utf-16":
        assert got == wanted
        assert call("bytes.decode", wanted, encoding) == a


@settings(max_examples=500)
@given(st.binary(max_size=8) | st.lists(st.sampled_from(
    [b"a", b"\xc3", b"\xa9", b"\xe0", b"\xed", b"\x9f", b"\xa0", b"\xf0", b"\x90", b"\x80", b"\xf4",
     b"\x8f", b"\xbf", b"\xc1", b"\xf5"]), max_size=7).map(b"".join))
def test_only_valid_utf8_is_decoded(a):
    agree("bytes.decode", a)


def test_a_bytearray_grows_in_place():
    empty = bytes.new_bytearray(RIG.m, RIG.state(L.STATE_HEAP_TOP), 0)
    append = bytes.bytearray_append
    for i in range(300):
        RIG.store(L.STACK_AT, empty)
        RIG.store(L.STACK_AT + 8, (i & 255) << 1)
        assert append(RIG.m, L.STACK_AT, 2, L.STACK_AT + 4096) == NEXT
    RIG.store(L.STACK_AT + 8, empty)
    assert bytes.bytearray_extend(RIG.m, L.STACK_AT, 2, L.STACK_AT + 4096) == NEXT
    assert bytes.bytes_count(RIG.m, empty) == 600
    at = bytes.bytes_at(RIG.m, empty)
    got = [byte_methods.load8(RIG.m, at + i) for i in range(600)]
    assert got == [i & 255 for i in range(300)] * 2
    drop()
