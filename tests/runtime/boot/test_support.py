"""The support table against the host's own builtins."""

import builtins

import pytest

from ringfence import support

LEFT_OUT = {
    "open", "input", "breakpoint", "help", "exit", "quit", "copyright", "credits", "license",
    "__build_class__", "__import__", "__loader__", "__spec__", "__package__", "__doc__", "_",
}
TYPES = (object, int, float, complex, bool, str, bytes, bytearray, memoryview, list, tuple, range,
         dict, set, frozenset, slice, type, property)
# dunders that only C extensions or the pickling protocol reach
MACHINERY = {
    "__getnewargs__", "__getformat__", "__alloc__", "__sizeof__", "__reduce__", "__reduce_ex__",
    "__getstate__", "__buffer__", "__release_buffer__", "__basicsize__", "__itemsize__",
    "__flags__", "__weakrefoffset__", "__dictoffset__", "__text_signature__", "__vectorcall__",
    "__setformat__", "__class_getitem__", "__annotate__", "__set_format__",
}


def test_every_builtin_that_does_not_reach_the_host_is_there() -> None:
    missing = {
        name for name in dir(builtins)
        if name not in LEFT_OUT and name not in support.table()
    }
    assert missing == set()


@pytest.mark.parametrize("kind", TYPES, ids=lambda t: t.__name__)
def test_every_public_method_of_a_builtin_type_is_there(kind: type) -> None:
    table = support.table()
    missing = [
        name for name in vars(kind)
        if not name.startswith("_") and f"{kind.__name__}.{name}" not in table
    ]
    assert missing == []


def test_signatures_are_those_of_the_declarations() -> None:
    table = support.table()
    assert table["len"].signature == "(obj, /)"
    assert table["str.split"].signature == "(self, /, sep=None, maxsplit=-1)".replace("self, /, ", "")
    assert table["list.append"].kind == "method"
    assert table["dict.fromkeys"].kind == "class method"
    assert table["str.maketrans"].kind == "static method"
    assert table["int.real"].kind == "attribute"


def test_modules_are_listed_with_what_is_in_them() -> None:
    assert "math" in support.modules()
    assert "asyncio" in support.modules()
    assert "math.sqrt" in {entry.name for entry in support.members("math")}


def test_private_names_are_not_in_the_table() -> None:
    assert not [
        name for name in support.table()
        if any(part.startswith("_") and not part.startswith("__") for part in name.split("."))
    ]
