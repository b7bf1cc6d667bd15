"""The block in which the boot image is built, written and read from Python, slowly and plainly.

Objects are allocated from the heap like those of a run, so that the kernels can work on them;
``boot_freeze.py`` then copies what is reachable into the boot region. Nothing is collected here.
"""

from __future__ import annotations

import ctypes
import mmap
import struct
from collections.abc import Callable, Iterable
from typing import Any

from ringfence import layout as L
from ringfence.kernels import tags

GUARD_BYTES = 1 << 16


Pair = tuple[int, int]  # key and value; the class has a method called `tuple`


class BootBlock:
    """One block with a ready heap and makers for every object that boot lays out by hand."""

    def __init__(self, dict_rebuild: Callable[[int, int], int]) -> None:
        self._dict_rebuild = dict_rebuild
        flags = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | getattr(mmap, "MAP_NORESERVE", 0)
        self._map = mmap.mmap(-1, L.BLOCK_BYTES + 2 * GUARD_BYTES, flags=flags)
        self.m = ctypes.addressof(ctypes.c_char.from_buffer(self._map)) + GUARD_BYTES
        self.bytes = memoryview(self._map)[GUARD_BYTES : GUARD_BYTES + L.BLOCK_BYTES]
        self.words = self.bytes.cast("q")
        self.strings: dict[str, int] = {}
        self._texts: dict[int, str] = {}
        for index in range(L.STATE_FIRST_VALUE, L.STATE_END):
            self.words[index] = tags.NONE
        self.words[L.STATE_HEAP_START] = self.words[L.STATE_HEAP_TOP] = L.HEAP_A_AT
        self.words[L.STATE_HEAP_SOFT] = L.HEAP_A_AT + L.HEAP_BYTES // 2
        self.words[L.STATE_HEAP_END] = L.HEAP_A_AT + L.HEAP_BYTES
        self.words[L.STATE_MEMORY_LIMIT] = L.HEAP_BYTES
        self.words[L.STATE_DEPTH_LIMIT] = 1000
        self.words[L.STATE_PROGRAM_TOP] = L.PROGRAM_AT
        self.words[L.STATE_OUTPUT_LIMIT] = 1 << 62

    # ------------------------------------------------------------ raw access
    def field(self, reference: int, number: int) -> int:
        return self.words[(reference - 1 >> 3) + number]

    def set_field(self, reference: int, number: int, value: int) -> None:
        self.words[(reference - 1 >> 3) + number] = value

    def header(self, reference: int) -> int:
        return self.words[reference - 1 >> 3] & ((1 << 64) - 1)

    def kind(self, value: int) -> int:
        """Kind of a heap object, 0 for any other value."""
        return self.words[value - 1 >> 3] & 255 if value & 7 == 1 else 0

    def flags(self, reference: int) -> int:
        return self.words[reference - 1 >> 3] >> 8 & 255

    def set_flag(self, reference: int, flag: int) -> None:
        self.words[reference - 1 >> 3] |= flag << 8

    # ------------------------------------------------------------ makers
    def object(self, kind: int, fields: Iterable[int], flags: int = 0, aux: int = 0) -> int:
        """Allocate an object of a kind with these words after its header."""
        fields = list(fields)
        top = self.words[L.STATE_HEAP_TOP]
        at = top >> 3
        self.words[at] = (len(fields) + 1) << 32 | aux << 16 | flags << 8 | kind
        for index, word in enumerate(fields, at + 1):
            self.words[index] = word
        self.words[L.STATE_HEAP_TOP] = top + 8 * (len(fields) + 1)
        return top + 1

    def string(self, text: str) -> int:
        """Intern a string."""
        known = self.strings.get(text)
        if known is None:
            top = max(map(ord, text), default=0)
            width = 1 if top < 256 else 2 if top < 65536 else 4
            code = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}[width]
            data = raw_words(text.encode(code, "surrogatepass"))
            ascii_only = L.FLAG_ASCII if top < 128 else 0
            known = self.object(L.KIND_STR, [len(text), 0, *data], ascii_only, width)
            self.strings[text] = known
        return known

    def tuple(self, items: Iterable[int]) -> int:
        items = list(items)
        empty = self.words[L.STATE_EMPTY_TUPLE]
        if not items and empty != tags.NONE:
            return empty
        return self.object(L.KIND_TUPLE, [len(items) << 1, *items])

    def dict(self, flags: int = 0, room: int = 8) -> int:
        """Make an empty dict; ``dict_set`` fills it."""
        array = self.object(L.KIND_ARRAY, [0] * (L.DICT_ENTRY_WORDS * room))
        index = self.object(L.KIND_RAW, [0] * max(1, room))
        fields = [0, 0, array, index, 0]
        return self.object(L.KIND_DICT, fields, flags)

    def value(self, x: Any) -> int:
        """Encode plain data: None, bool, int, float, str, bytes, tuple."""
        if x is None:
            return tags.NONE
        if x is True or x is False:
            return tags.TRUE if x else tags.FALSE
        if x is Ellipsis:
            return tags.ELLIPSIS
        if isinstance(x, int):
            return self._int(x)
        if isinstance(x, float):
            word: int = tags.float_word(x)
            if word & 3 == 3:
                return word
            return self.object(L.KIND_FLOAT, [struct.unpack("<q", struct.pack("<d", x))[0]])
        if isinstance(x, str):
            return self.string(x)
        if isinstance(x, bytes):
            return self.object(L.KIND_BYTES, [len(x), 0, *raw_words(x)])
        if isinstance(x, tuple):
            return self.tuple([self.value(item) for item in x])
        raise TypeError(f"boot cannot encode a `{type(x).__name__}`")

    def _int(self, x: int) -> int:
        if tags.INT_MIN <= x <= tags.INT_MAX:
            return x << 1
        n_digits = (abs(x).bit_length() + 31) // 32
        data = abs(x).to_bytes(n_digits * 4, "little")
        return self.object(L.KIND_BIGINT, [n_digits << 1 | (x < 0), *raw_words(data)])

    # ------------------------------------------------------------ dicts
    def dict_items(self, reference: int) -> list[Pair]:
        """Pairs of key and value of the live entries."""
        entries = self.field(reference, L.DICT_ENTRIES)
        at = (entries - 1 >> 3) + L.ARRAY_ITEMS
        end = at + L.DICT_ENTRY_WORDS * (self.field(reference, L.DICT_USED) >> 1)
        words = self.words[at:end].tolist()
        pairs = zip(words[1::3], words[2::3], strict=False)
        return [pair for pair in pairs if pair[1] != tags.UNBOUND]

    def dict_get(self, reference: int, name: str) -> int | None:
        """Value of a string key, found by content; the slow way."""
        texts = self._texts
        for key, value in self.dict_items(reference):
            if (texts.get(key) or self.python(key)) == name:
                return value
        return None

    def make_dict(self, pairs: Iterable[Pair], flags: int = 0) -> int:
        """Make a dict of pairs whose keys differ and are strings or small integers."""
        pairs = list(pairs)
        room = 8
        while room * 2 < len(pairs) * 3 + 3:
            room *= 2
        words = [0] * (L.DICT_ENTRY_WORDS * room)
        for number, (key, value) in enumerate(pairs):
            words[number * 3 + 1] = key
            words[number * 3 + 2] = value
        array = self.object(L.KIND_ARRAY, words)
        index = self.object(L.KIND_RAW, [0] * room)
        if all(self.kind(key) == L.KIND_STR for key, _ in pairs):
            flags |= L.FLAG_KEYS_STR
        fields = [len(pairs) << 1, len(pairs) << 1, array, index, 0]
        made = self.object(L.KIND_DICT, fields, flags)
        self._dict_rebuild(self.m, made)
        return made

    def refill_dict(self, reference: int, pairs: Iterable[Pair]) -> None:
        """Give a dict these entries in place of its own."""
        made = self.make_dict(pairs, self.flags(reference))
        for number in range(1, L.DICT_WORDS):
            self.set_field(reference, number, self.field(made, number))
        self.words[reference - 1 >> 3] = self.words[made - 1 >> 3]

    # ------------------------------------------------------------ readers
    def text(self, reference: int) -> str:
        """Text of a string object; strings of the block neither move nor change."""
        known = self._texts.get(reference)
        if known is None:
            known = self._texts[reference] = self._read_text(reference)
        return known

    def _read_text(self, reference: int) -> str:
        width = self.header(reference) >> 16 & 0xFFFF
        at = reference - 1 + L.STR_DATA * 8
        data = bytes(self.bytes[at : at + self.field(reference, L.STR_LENGTH) * width])
        code = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}[width]
        return data.decode(code, "surrogatepass")

    def items(self, reference: int) -> list[int]:
        """Items of a tuple."""
        at = (reference - 1 >> 3) + L.TUPLE_ITEMS
        return self.words[at : at + (self.field(reference, L.TUPLE_LENGTH) >> 1)].tolist()

    def python(self, value: int) -> Any:
        """Decode plain data; objects of other kinds become a description in angle brackets."""
        if value & 1 == 0:
            return value >> 1
        if value & 3 == 3:
            return tags.float_of(value)
        constants = {tags.NONE: None, tags.TRUE: True, tags.FALSE: False, tags.ELLIPSIS: ...,
                     tags.NOT_IMPLEMENTED: NotImplemented}
        if value & 7 == 5:
            return constants.get(value, "<unbound>")
        kind = self.kind(value)
        if kind == L.KIND_STR:
            return self.text(value)
        if kind == L.KIND_TUPLE:
            return tuple(self.python(item) for item in self.items(value))
        if kind == L.KIND_LIST:
            at = (self.field(value, L.LIST_ITEMS) - 1 >> 3) + L.ARRAY_ITEMS
            n = self.field(value, L.LIST_LENGTH) >> 1
            return [self.python(item) for item in self.words[at : at + n]]
        if kind == L.KIND_DICT:
            return {self.python(k): self.python(v) for k, v in self.dict_items(value)}
        if kind == L.KIND_CLASS:
            return f"<class {self.text(self.field(value, L.CLASS_QUALNAME))}>"
        if kind == L.KIND_BIGINT:
            n = self.field(value, L.BIGINT_SIGN)
            at = value - 1 + L.BIGINT_DIGITS * 8
            number = int.from_bytes(self.bytes[at : at + (n >> 1) * 4], "little")
            return -number if n & 1 else number
        if kind == L.KIND_FLOAT:
            return struct.unpack("<d", struct.pack("<q", self.field(value, L.FLOAT_BITS)))[0]
        return f"<object of kind {kind}>"


def raw_words(data: bytes) -> list[int]:
    """Bytes as the words of a raw object."""
    data += bytes(-len(data) % 8)
    return list(struct.unpack(f"<{len(data) // 8}q", data))
