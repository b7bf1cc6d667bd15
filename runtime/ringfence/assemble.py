"""Program to the bytes of the program region: code objects and their constants, laid out.

Objects refer only to each other and to strings of the boot image, never to the heap. Children
are laid out before what refers to them, the module's code last. Strings are laid out once.
"""

from __future__ import annotations

import struct

from ringfence.code import Code, NativeConstant, Program
from ringfence.encode import ELLIPSIS, NONE, leaf
from ringfence.layout import (
    FLAG_ASCII,
    KIND_ARRAY,
    KIND_BIGINT,
    KIND_BYTES,
    KIND_CODE,
    KIND_COMPLEX,
    KIND_FLOAT,
    KIND_RAW,
    KIND_STR,
    KIND_TUPLE,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Final

_MASK: Final = (1 << 64) - 1
_NO_NATIVES: Final[Mapping[str, int]] = {}


class Image:
    """Bytes to copy to block offset ``at``; ``code`` is the word of the module's code object."""

    __slots__ = ("at", "code", "data")

    def __init__(self, data: bytes, code: int, at: int) -> None:
        self.data = data
        self.code = code
        self.at = at


def assemble(
    program: Program,
    at: int,
    boot_strings: Mapping[str, int],
    natives: Mapping[str, int] = _NO_NATIVES,
) -> Image:
    """Lay a program out for block offset ``at``.

    Parameters
    ----------
    boot_strings
        Reference words of strings that the boot image holds.
    natives
        Reference words of builtin kernels by name (prelude only).
    """
    layout = _Layout(at, boot_strings, natives)
    layout.unit = layout.value((program.script_name, program.source))
    code = layout.code(program.module)
    return Image(layout.data(), code, at)


class _Layout:
    """Objects laid out one after the other."""

    def __init__(
        self, at: int, boot_strings: Mapping[str, int], natives: Mapping[str, int]
    ) -> None:
        self.first = at + 1  # reference of an object at the start
        self.out: list[int] = []
        self.boot_strings = boot_strings
        self.natives = natives
        self.strings: dict[str, int] = {}
        self.rows: dict[tuple[str, ...], int] = {}
        self.empty = 0  # the RAW object without words, once it is wanted
        self.unit = NONE

    def data(self) -> bytes:
        """All that was laid out."""
        return struct.pack(f"<{len(self.out)}Q", *self.out)

    def words(self, kind: int, words: list[int]) -> int:
        """Lay out an object of words; answer its reference."""
        out = self.out
        reference = self.first + len(out) * 8
        out.append(len(words) + 1 << 32 | kind)
        out += words
        return reference

    def raw(self, header: int, first: int, second: int, data: bytes) -> int:
        """Lay out an object of two words and bytes (STR, BYTES)."""
        n = len(data) + 7 >> 3
        words = struct.unpack(f"<{n}Q", data.ljust(n * 8, b"\0"))
        return self.words(header, [first, second, *words])

    def numbers(self, numbers: list[int]) -> int:
        """Lay out a RAW object."""
        if numbers:
            return self.words(KIND_RAW, numbers)
        if not self.empty:
            self.empty = self.words(KIND_RAW, numbers)
        return self.empty

    def string(self, text: str) -> int:
        word = self.strings.get(text)
        if word is None:
            word = self.boot_strings.get(text)
            if word is None:
                word = self._new_string(text)
            self.strings[text] = word
        return word

    def _new_string(self, text: str) -> int:
        if text.isascii():
            header = KIND_STR | FLAG_ASCII << 8 | 1 << 16
            return self.raw(header, len(text), 0, text.encode())
        top = ord(max(text))
        if top < 0x100:
            return self.raw(KIND_STR | 1 << 16, len(text), 0, text.encode("latin-1"))
        if top < 0x10000:
            data = text.encode("utf-16-le", "surrogatepass")
            return self.raw(KIND_STR | 2 << 16, len(text), 0, data)
        data = text.encode("utf-32-le", "surrogatepass")
        return self.raw(KIND_STR | 4 << 16, len(text), 0, data)

    def value(self, value: Any) -> int:
        """Word of a constant; its object is laid out if it needs one."""
        kind = type(value)
        if kind is str:
            return self.string(value)
        if kind is Code:
            return self.code(value)
        word = leaf(value)
        if word is not None:
            return word & _MASK
        if kind is int:
            return self._big(value)
        if kind is float:
            return self.words(KIND_FLOAT, [_bits(value)])
        if kind is tuple:
            items = [self.value(item) for item in value]
            return self.words(KIND_TUPLE, [len(items) << 1, *items])
        if kind is bytes:
            return self.raw(KIND_BYTES, len(value), 0, value)
        if kind is complex:
            return self.words(KIND_COMPLEX, [_bits(value.real), _bits(value.imag)])
        if value is ...:
            return ELLIPSIS
        if kind is NativeConstant:
            return self.natives[value.name]
        raise TypeError(f"no constant: {value!r}")

    def _big(self, value: int) -> int:
        size = abs(value)
        n = (size.bit_length() + 31) // 32
        data = size.to_bytes((n * 4 + 7) // 8 * 8, "little")
        digits = struct.unpack(f"<{len(data) // 8}Q", data)
        return self.words(KIND_BIGINT, [n << 1 | (value < 0), *digits])

    def names(self, names: list[str]) -> int:
        """A tuple of strings; the same for the same names."""
        key = tuple(names)
        word = self.rows.get(key)
        if word is None:
            items = [self.string(name) for name in names]
            word = self.rows[key] = self.words(KIND_TUPLE, [len(items) << 1, *items])
        return word

    def code(self, code: Code) -> int:
        """Lay out a code object and all it refers to."""
        value = self.value
        words = self.words
        flags = code.flags << 1
        constants = words(KIND_ARRAY, [value(item) for item in code.constants])
        instructions = self.numbers(code.instructions)
        handlers = self.numbers([number for handler in code.handlers for number in handler])
        positions = self.numbers(code.positions)
        if code.inlined:
            inlined = value(tuple(code.inlined))
        else:
            inlined = self.names([])
        return words(
            KIND_CODE,
            [
                self.string(code.name),
                self.string(code.qualname),
                self.unit,
                flags,
                code.n_positional << 1,
                code.n_positional_only << 1,
                code.n_keyword_only << 1,
                code.n_registers << 1,
                instructions,
                constants,
                self.names(code.variables),
                self.names(code.free),
                handlers,
                positions,
                code.line << 1,
                NONE if code.doc is None else self.string(code.doc),
                inlined,
                self.names(code.cells),
            ],
        )


def _bits(x: float) -> int:
    return struct.unpack("<Q", struct.pack("<d", x))[0]  # type: ignore[no-any-return]
