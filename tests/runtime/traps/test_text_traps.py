"""Traps of text: CPython's answers, sizes checked before the work, no way to the host's codecs."""

import doctest

import pytest

from ringfence import traps
from ringfence.traps import TrapContext, TrapDeclined, TrapTooLarge

TABLE = traps.load_all()


def run(name, *values, room=1 << 20):
    return TABLE[name].function(TrapContext(room), *values)


def test_the_registry_is_documented_by_an_example():
    assert doctest.testmod(traps).failed == 0


def test_numbers_are_given_by_sorted_name():
    numbers = traps.trap_numbers()
    assert list(numbers) == sorted(TABLE)
    assert list(numbers.values()) == list(range(len(TABLE)))
    assert [t.name for t in traps.trap_table()] == list(numbers)


@pytest.mark.parametrize(("name", "values", "wanted"), [
    ("str.upper", ("straße",), "STRASSE"),
    ("str.strip", ("xxaxx", "x" * 100), "a"),
    ("str.translate", ("abc", {97: "xy", 98: None}), "xyc"),
    ("str.percent", ("%5.1f|%s", (2.25, [1, "a"])), "  2.2|[1, 'a']"),
    ("str.percent", ("%(a)s", {"a": 1}), "1"),
    ("repr", (["é", {"a": "日本"}],), "['é', {'a': '日本'}]"),
    ("ascii", ("日",), "'\\u65e5'"),
    ("format", (1234.5, ",.1e"), "1.2e+03"),
    ("str.encode", ("é", "UTF-16-LE"), b"\xe9\x00"),
    ("bytes.decode", (b"\xff", "utf-8", "replace"), "\ufffd"),
    ("str.format_fields", ("a{b!r:>{w}}",), (("a", "b", ">{w}", "r"),)),
    ("bytes_search", (b"abc", "find", [b"c"]), 2),
    ("bytes.hex", (b"abc", ":"), "61:62:63"),
])
def test_traps_give_what_cpython_gives(name, values, wanted):
    assert run(name, *values) == wanted


@pytest.mark.parametrize(("name", "values"), [
    ("str.center", ("a", 10**9)), ("str.zfill", ("a", 10**9)), ("str.ljust", ("é", 10**12, "é")),
    ("str.percent", ("%1000000000d", 5)), ("str.percent", ("%*d", (10**9, 5))),
    ("str.percent", ("%.999999999f", 1.0)), ("format", (1.0, "1000000000")),
    ("format", (1.0, ".1000000000f")), ("str.__format__", ("a", "9999999999")),
    ("str.translate", ("a" * 1000, {97: "b" * 10000})), ("str.expandtabs", ("\t" * 100, 10**7)),
    ("str.replace", ("a" * 10000, "a", "b" * 10000)), ("str.join", ("a" * 10000, [""] * 1000)),
    ("str.__mul__", ("ab", 10**12)), ("bytes.center", (b"a", 10**9)),
    ("bytes.replace", (b"a" * 10000, b"a", b"b" * 10000)),
    ("str.percent", ("%(a)s" * 1000, {"a": "x" * 10000})),
    ("str.upper", ("ß" * 100000,)),
])
def test_what_would_not_fit_is_refused_before_the_work(name, values):
    with pytest.raises(TrapTooLarge):
        run(name, *values)


@pytest.mark.parametrize(("name", "values"), [
    ("repr", ({1, 2},)), ("str.percent", ("%s", {1, 2})), ("str.join", (",", {"a"})),
    ("bytes_search", (b"a", "__class__", [])), ("str.join", (",", {"a": 1})),
])
def test_what_is_not_safe_here_is_declined(name, values):
    with pytest.raises(TrapDeclined):
        run(name, *values)


def test_shared_parts_cannot_make_a_size_check_slow():
    value = []
    for _ in range(35):
        value = [value, value]
    with pytest.raises(TrapDeclined):
        run("repr", value)


@pytest.mark.parametrize("name", [
    "zlib_codec", "rot13", "idna", "../../os", "hex", "unicode_escape",
])
def test_only_the_codecs_of_the_sandbox_are_found(name):
    with pytest.raises(LookupError, match="unknown encoding"):
        run("str.encode", "a", name)


def test_unknown_error_handlers_are_an_error_only_when_needed():
    assert run("str.encode", "a", "ascii", "mine") == b"a"
    with pytest.raises(LookupError, match="unknown error handler name 'mine'"):
        run("str.encode", "é", "ascii", "mine")


def test_errors_are_those_of_cpython():
    with pytest.raises(ValueError, match="substring not found"):
        run("str.index", "abc", "x")
    with pytest.raises(TypeError, match="sequence item 1: expected str instance, int found"):
        run("str.join", ",", ["a", 1])
    with pytest.raises(TypeError, match="descriptor 'upper' for 'str' objects"):
        run("str.upper", 5)
