"""A bare block for testing kernels one by one, interpreted: no boot image, no machine.

    rig = Rig(); w = rig.string("abc"); kernels.strings.str_length(rig.m, w)

Classes are absent (class_of answers rubbish); everything else works as in a run.
"""

import ctypes
import mmap
import struct
from typing import Any

from ringfence import layout as L
from ringfence.kernels import tags

GUARD = 4096


class Rig:
    """One block, its heap ready; values made and read from Python, slowly and plainly."""

    def __init__(self) -> None:
        self._map = mmap.mmap(-1, L.BLOCK_BYTES + 2 * GUARD)
        self.m = ctypes.addressof(ctypes.c_char.from_buffer(self._map)) + GUARD
        for index in range(L.STATE_FIRST_VALUE, L.STATE_END):
            self.set_state(index, tags.NONE)
        self.set_state(L.STATE_HEAP_TOP, L.HEAP_A_AT)
        self.set_state(L.STATE_HEAP_START, L.HEAP_A_AT)
        self.set_state(L.STATE_HEAP_SOFT, L.HEAP_A_AT + (256 << 20))
        self.set_state(L.STATE_HEAP_END, L.HEAP_A_AT + L.HEAP_BYTES)
        self.set_state(L.STATE_EMPTY_TUPLE, self._object(L.KIND_TUPLE, [0]))
        self.set_state(L.STATE_EMPTY_STRING, self._text(""))
        self.set_state(L.STATE_EMPTY_BYTES, self.bytes(b""))
        singles = [self._text(chr(i)) for i in range(256)]
        self.set_state(L.STATE_STRINGS_AT, self._object(L.KIND_TUPLE, [len(singles) * 2, *singles]))

    def state(self, index: int) -> int:
        return ctypes.c_int64.from_address(self.m + index * 8).value

    def set_state(self, index: int, value: int) -> None:
        ctypes.c_int64.from_address(self.m + index * 8).value = value

    def load(self, at: int) -> int:
        return ctypes.c_int64.from_address(self.m + at).value

    def store(self, at: int, value: int) -> None:
        ctypes.c_int64.from_address(self.m + at).value = value

    def window(self, *values: int) -> int:
        """Put values where arguments of a native may lie; answer the offset."""
        for i, value in enumerate(values):
            self.store(L.STACK_AT + 8 * i, value)
        return L.STACK_AT

    def _object(self, kind: int, words: list[int], flags: int = 0, aux: int = 0) -> int:
        top = self.state(L.STATE_HEAP_TOP)
        self.store(top, ((len(words) + 1) << 32) | (aux << 16) | (flags << 8) | kind)
        for i, word in enumerate(words, 1):
            self.store(top + 8 * i, word)
        self.set_state(L.STATE_HEAP_TOP, top + 8 * (len(words) + 1))
        return top + 1

    def _raw(self, data: bytes) -> list[int]:
        data += bytes(-len(data) % 8)
        return list(struct.unpack(f"<{len(data) // 8}q", data))

    def _text(self, text: str) -> int:
        top = max(map(ord, text), default=0)
        width = 1 if top < 256 else 2 if top < 65536 else 4
        code = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}[width]
        data = self._raw(text.encode(code, "surrogatepass"))
        return self._object(L.KIND_STR, [len(text), 0, *data], int(top < 128), width)

    def string(self, text: str) -> int:
        return self._text(text)

    def bytes(self, data: bytes) -> int:
        return self._object(L.KIND_BYTES, [len(data), 0, *self._raw(data)])

    def value(self, x: Any) -> int:
        """Encode None, bool, int, float, str, bytes, tuple, list."""
        if x is None:
            return tags.NONE
        if x is True or x is False:
            return tags.TRUE if x else tags.FALSE
        if isinstance(x, int):
            if -(1 << 62) <= x < 1 << 62:
                return x << 1
            digits = []
            n = abs(x)
            while n:
                digits.append(n & 0xFFFFFFFF)
                n >>= 32
            data = struct.pack(f"<{len(digits)}I", *digits)
            return self._object(L.KIND_BIGINT, [len(digits) << 1 | (x < 0), *self._raw(data)])
        if isinstance(x, float):
            w = tags.float_word(x)
            if w & 3 == 3:
                return w
            return self._object(L.KIND_FLOAT, [struct.unpack("<q", struct.pack("<d", x))[0]])
        if isinstance(x, str):
            return self._text(x)
        if isinstance(x, bytes):
            return self.bytes(x)
        if isinstance(x, tuple):
            items = [self.value(i) for i in x]
            return self._object(L.KIND_TUPLE, [len(items) << 1, *items])
        if isinstance(x, list):
            items = [self.value(i) for i in x]
            array = self._object(L.KIND_ARRAY, [*items, *([0] * 2)])
            return self._object(L.KIND_LIST, [len(items) << 1, array])
        raise TypeError(type(x))

    def field(self, w: int, k: int) -> int:
        return self.load(w - 1 + 8 * k)

    def python(self, w: int) -> Any:
        """Decode the same."""
        if w & 1 == 0:
            return w >> 1
        if w & 3 == 3:
            return tags.float_of(w)
        constants = {tags.NONE: None, tags.TRUE: True, tags.FALSE: False, tags.ELLIPSIS: ...,
                     tags.NOT_IMPLEMENTED: NotImplemented, tags.UNBOUND: "<unbound>"}
        if w & 7 == 5:
            return constants[w]
        header = self.field(w, 0)
        kind = header & 255
        if kind == L.KIND_FLOAT:
            return struct.unpack("<d", struct.pack("<q", self.field(w, 1)))[0]
        if kind == L.KIND_BIGINT:
            n = self.field(w, L.BIGINT_SIGN)
            data = ctypes.string_at(self.m + w - 1 + 16, (n >> 1) * 4)
            value = int.from_bytes(data, "little")
            return -value if n & 1 else value
        if kind == L.KIND_STR:
            width = header >> 16 & 0xFFFF
            data = ctypes.string_at(self.m + w - 1 + 24, self.field(w, 1) * width)
            code = {1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}[width]
            return data.decode(code, "surrogatepass")
        if kind == L.KIND_BYTES:
            return ctypes.string_at(self.m + w - 1 + 24, self.field(w, 1))
        if kind == L.KIND_TUPLE:
            n = self.field(w, 1) >> 1
            return tuple(self.python(self.field(w, 2 + i)) for i in range(n))
        if kind == L.KIND_LIST:
            n = self.field(w, 1) >> 1
            return [self.python(self.field(self.field(w, 2), 1 + i)) for i in range(n)]
        return f"<object kind {kind}>"
