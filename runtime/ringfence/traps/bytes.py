"""Methods of bytes beyond what the kernels do, and their errors: CPython's own methods."""

from __future__ import annotations

from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap
from ringfence.traps.codecs import decode_text

PIECE_BYTES = 64
SEARCHES = ["count", "endswith", "find", "index", "rfind", "rindex", "startswith"]
BOUNDED = [
    "capitalize", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle",
    "isupper", "lower", "removeprefix", "removesuffix", "swapcase", "title",
    "translate", "upper", *SEARCHES,
]
STRIPS = ["lstrip", "rstrip", "strip"]
PIECES = ["partition", "rpartition", "rsplit", "split", "splitlines"]
PADDED = ["center", "ljust", "rjust", "zfill"]


def _size(values: tuple[Any, ...]) -> int:
    return sum(len(value) for value in values if isinstance(value, bytes | bytearray))


def _register_bounded(name: str) -> None:
    method = getattr(bytes, name)

    @trap(f"bytes.{name}")
    def bounded(context: TrapContext, *values: Any) -> Any:
        context.check_size(_size(values))
        return method(*values)


def _register_strip(name: str) -> None:
    method = getattr(bytes, name)

    @trap(f"bytes.{name}")
    def strip(context: TrapContext, *values: Any) -> Any:
        context.check_size(_size(values))
        if len(values) == 2 and isinstance(values[1], bytes | bytearray):
            # CPython looks through all of the set for each byte: at most 256 differ
            values = (values[0], bytes(set(values[1])))
        return method(*values)


def _register_pieces(name: str) -> None:
    method = getattr(bytes, name)

    @trap(f"bytes.{name}")
    def pieces(context: TrapContext, *values: Any) -> Any:
        size = _size(values)
        context.charge(size)
        parts = method(*values)
        context.check_size(len(parts) * PIECE_BYTES + size)
        return parts


def _register_padded(name: str) -> None:
    method = getattr(bytes, name)

    @trap(f"bytes.{name}")
    def padded(context: TrapContext, *values: Any) -> Any:
        width = values[1] if len(values) > 1 and isinstance(values[1], int) else 0
        if width < 1 << 62:  # beyond, CPython raises before it allocates
            context.check_size(max(width, _size(values)))
        return method(*values)


for _name in BOUNDED:
    _register_bounded(_name)
for _name in STRIPS:
    _register_strip(_name)
for _name in PIECES:
    _register_pieces(_name)
for _name in PADDED:
    _register_padded(_name)


@trap("bytes_search")
def search(context: TrapContext, data: bytes, name: str, arguments: list[Any]) -> Any:
    """A search method by its name, one of SEARCHES."""
    if name not in SEARCHES:
        raise TrapDeclined
    context.charge(len(data))
    return getattr(bytes, name)(data, *arguments)


@trap("bytes")
def make(context: TrapContext, *values: Any) -> bytes:
    """``bytes`` of a list of ints or of a bytearray."""
    if len(values) != 1 or not isinstance(values[0], list | bytearray | bytes):
        raise TrapDeclined
    context.check_size(len(values[0]))
    return bytes(values[0])


@trap("bytes.decode")
def decode(context: TrapContext, *values: Any) -> Any:
    """``bytes.decode`` for the codecs of the sandbox."""
    return decode_text(context, *values)


@trap("bytes.expandtabs")
def expandtabs(context: TrapContext, *values: Any) -> Any:
    """``bytes.expandtabs``."""
    data = values[0] if values and isinstance(values[0], bytes | bytearray) else b""
    size = values[1] if len(values) > 1 and isinstance(values[1], int) else 8
    if size < 1 << 31:
        context.check_size(len(data) + data.count(b"\t") * max(size, 0))
    return bytes.expandtabs(*values)


@trap("bytes.join")
def join(context: TrapContext, *values: Any) -> Any:
    """``bytes.join`` of a list or tuple."""
    if len(values) != 2 or not isinstance(values[1], list | tuple):
        raise TrapDeclined
    context.check_size(_size(tuple(values[1])) + _size(values[:1]) * len(values[1]))
    return bytes.join(*values)


@trap("bytes.replace")
def replace(context: TrapContext, *values: Any) -> Any:
    """``bytes.replace``."""
    if len(values) >= 3 and all(isinstance(value, bytes | bytearray) for value in values[:3]):
        data, old, new = values[:3]
        context.check_size(len(data) + data.count(old) * max(0, len(new) - len(old)))
    return bytes.replace(*values)


@trap("bytes.hex")
def to_hex(context: TrapContext, *values: Any) -> Any:
    """``bytes.hex`` with a separator."""
    context.check_size(_size(values) * 3 + 8)
    return bytes.hex(*values)


@trap("bytes.fromhex")
def from_hex(context: TrapContext, text: Any) -> bytes:
    """``bytes.fromhex``."""
    if isinstance(text, str):
        context.check_size(len(text))
    return bytes.fromhex(text)


@trap("bytes.maketrans")
def maketrans(context: TrapContext, *values: Any) -> bytes:
    """``bytes.maketrans``."""
    return bytes.maketrans(*values)
