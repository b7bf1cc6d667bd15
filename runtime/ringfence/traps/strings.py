"""Methods of str beyond what the kernels do, and their errors: CPython's own methods.

The kernels decline whatever would raise, so wrong arguments arrive here and get CPython's words.
"""

from __future__ import annotations

from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap
from ringfence.traps.codecs import encode_text
from ringfence.traps.plain import BYTES_A_CHARACTER, text_size

PIECE_BYTES = 64  # a short string in the sandbox, its place in a list included
MOST_GROWTH = 3  # one character in another case can be three

# methods whose result is no longer than the string, or a number
BOUNDED = [
    "count", "endswith", "find", "index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit",
    "isidentifier", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper",
    "removeprefix", "removesuffix", "rfind", "rindex", "startswith", "__contains__",
    "__len__", "__getitem__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__",
]
CASES = ["capitalize", "casefold", "lower", "swapcase", "title", "upper"]
PIECES = ["partition", "rpartition", "rsplit", "split", "splitlines"]
PADDED = ["center", "ljust", "rjust", "zfill"]


def _characters(values: tuple[Any, ...]) -> int:
    return sum(len(value) for value in values if isinstance(value, str))


def _register_bounded(name: str) -> None:
    method = getattr(str, name)

    @trap(f"str.{name}")
    def bounded(context: TrapContext, *values: Any) -> Any:
        if any(isinstance(value, set | frozenset | dict) for value in values[1:]):
            raise TrapDeclined
        context.charge(_characters(values))
        return method(*values)


def _register_case(name: str) -> None:
    method = getattr(str, name)

    @trap(f"str.{name}")
    def case(context: TrapContext, *values: Any) -> Any:
        size = _characters(values)
        context.check_size(size * BYTES_A_CHARACTER * MOST_GROWTH)
        context.charge(size * 4)
        return method(*values)


def _register_pieces(name: str) -> None:
    method = getattr(str, name)

    @trap(f"str.{name}")
    def pieces(context: TrapContext, *values: Any) -> Any:
        size = _characters(values)
        context.charge(size * 2)
        parts = method(*values)
        context.check_size(len(parts) * PIECE_BYTES + size * BYTES_A_CHARACTER)
        return parts


def _register_padded(name: str) -> None:
    method = getattr(str, name)

    @trap(f"str.{name}")
    def padded(context: TrapContext, *values: Any) -> Any:
        width = values[1] if len(values) > 1 and isinstance(values[1], int) else 0
        if width < 1 << 62:  # beyond, CPython raises before it allocates
            context.check_size(max(width, _characters(values)) * BYTES_A_CHARACTER)
        return method(*values)


for _name in BOUNDED:
    _register_bounded(_name)
for _name in CASES:
    _register_case(_name)
for _name in PIECES:
    _register_pieces(_name)
for _name in PADDED:
    _register_padded(_name)


def _register_strip(name: str) -> None:
    method = getattr(str, name)

    @trap(f"str.{name}")
    def strip(context: TrapContext, *values: Any) -> Any:
        if len(values) == 2 and all(isinstance(value, str) for value in values):
            # CPython looks through all of `chars` for each character: do it with a set
            text, chars = values[0], set(values[1])
            context.charge(_characters(values) * 8)
            start, stop = 0, len(text)
            if name != "rstrip":
                while start < stop and text[start] in chars:
                    start += 1
            if name != "lstrip":
                while stop > start and text[stop - 1] in chars:
                    stop -= 1
            return text[start:stop]
        return method(*values)


for _name in ("strip", "lstrip", "rstrip"):
    _register_strip(_name)


@trap("str.__add__")
def add(context: TrapContext, *values: Any) -> Any:
    """``str.__add__``, mostly for its errors."""
    context.check_size(_characters(values) * BYTES_A_CHARACTER)
    return str.__add__(*values)


def _repeat(context: TrapContext, method: Any, values: tuple[Any, ...]) -> Any:
    if len(values) == 2 and isinstance(values[0], str) and isinstance(values[1], int):
        n = len(values[0]) * max(values[1], 0)
        if n < 1 << 62:
            context.check_size(n * BYTES_A_CHARACTER)
    return method(*values)


@trap("str.__mul__")
def multiply(context: TrapContext, *values: Any) -> Any:
    """``str.__mul__``: what no heap could hold, and errors."""
    return _repeat(context, str.__mul__, values)


@trap("str.__rmul__")
def multiply_right(context: TrapContext, *values: Any) -> Any:
    """``str.__rmul__``."""
    return _repeat(context, str.__rmul__, values)


@trap("str.expandtabs")
def expandtabs(context: TrapContext, *values: Any) -> Any:
    """``str.expandtabs`` with a wide tab."""
    text = values[0] if values and isinstance(values[0], str) else ""
    size = values[1] if len(values) > 1 and isinstance(values[1], int) else 8
    if size < 1 << 31:
        context.check_size((len(text) + text.count("\t") * max(size, 0)) * BYTES_A_CHARACTER)
    return str.expandtabs(*values)


@trap("str.join")
def join(context: TrapContext, *values: Any) -> Any:
    """``str.join`` of a list or tuple: its errors. An order that could differ is declined."""
    if len(values) == 2 and isinstance(values[0], str) and isinstance(values[1], list | tuple):
        n = sum(len(item) for item in values[1] if isinstance(item, str))
        context.check_size((n + len(values[0]) * len(values[1])) * BYTES_A_CHARACTER)
    elif len(values) == 2 and not isinstance(values[1], str):
        raise TrapDeclined
    return str.join(*values)


@trap("str.replace")
def replace(context: TrapContext, *values: Any) -> Any:
    """``str.replace``, mostly for its errors."""
    if len(values) >= 3 and all(isinstance(value, str) for value in values[:3]):
        text, old, new = values[:3]
        growth = text.count(old) * max(0, len(new) - len(old))
        context.check_size((len(text) + growth) * BYTES_A_CHARACTER)
    return str.replace(*values)


@trap("str.encode")
def encode(context: TrapContext, *values: Any) -> Any:
    """``str.encode`` for the codecs of the sandbox."""
    return encode_text(context, *values)


@trap("str.translate")
def translate(context: TrapContext, *values: Any) -> Any:
    """``str.translate`` with a plain table: a dict, string, list or tuple."""
    if len(values) == 2 and isinstance(values[0], str):
        text, table = values
        if not isinstance(table, dict | str | list | tuple):
            raise TrapDeclined
        entries = table.values() if isinstance(table, dict) else table
        longest = max((len(entry) for entry in entries if isinstance(entry, str)), default=1)
        bound = len(text) * max(longest, 1) * BYTES_A_CHARACTER
        if bound > context.room_bytes:
            bound = BYTES_A_CHARACTER * sum(
                text.count(character) * _length_of(table, ord(character)) for character in set(text)
            )
        context.check_size(bound)
        context.charge(len(text) * 10)
    return str.translate(*values)


def _length_of(table: Any, code: int) -> int:
    try:
        entry = table[code]
    except LookupError:
        return 1
    return len(entry) if isinstance(entry, str) else 1


def _plain_repr(convert: Any, values: tuple[Any, ...], context: TrapContext) -> str:
    context.check_size(text_size(values) * BYTES_A_CHARACTER)
    text: str = convert(*values)
    return text


@trap("repr")
def repr_of(context: TrapContext, *values: Any) -> str:
    """``repr`` of a plain value; sets are declined, their order here is not the sandbox's."""
    return _plain_repr(repr, values, context)


@trap("ascii")
def ascii_of(context: TrapContext, *values: Any) -> str:
    """``ascii`` of a plain value."""
    return _plain_repr(ascii, values, context)


def _register_repr(kind: type) -> None:
    @trap(f"{kind.__name__}.__repr__")
    def representation(context: TrapContext, *values: Any) -> str:
        return _plain_repr(kind.__repr__, values, context)


for _kind in (str, bytes, bytearray, list, tuple, dict):
    _register_repr(_kind)


@trap("ord")
def ord_of(context: TrapContext, *values: Any) -> int:
    """``ord``: its errors."""
    return ord(*values)


@trap("chr")
def chr_of(context: TrapContext, *values: Any) -> str:
    """``chr``: its errors."""
    return chr(*values)
