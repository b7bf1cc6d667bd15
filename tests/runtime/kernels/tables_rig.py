"""A Rig that also makes and reads dicts, sets, ranges and instances."""

import struct
from typing import Any

from ringfence import layout as L
from ringfence.kernels import dicts, sets, tags
from ringfence.kernels.hashing import hash_value
from tests.rig import Rig


class TablesRig(Rig):
    """Values of more types; instances of a class with or without ``__eq__`` in Python."""

    def __init__(self) -> None:
        super().__init__()
        self.set_state(L.STATE_PROGRAM_TOP, L.PROGRAM_AT)

    def value(self, x: Any) -> int:
        if isinstance(x, dict):
            made = dicts.dict_new(self.m, 0)
            for key, value in x.items():
                word = self.value(key)
                status = dicts.dict_put(
                    self.m, made, word, hash_value(self.m, word), self.value(value)
                )
                assert status == 0
            return made
        if isinstance(x, (set, frozenset)):
            return self.set_of(list(x), L.KIND_SET if isinstance(x, set) else L.KIND_FROZENSET)
        if isinstance(x, range):
            fields = [self.value(i) for i in (x.start, x.stop, x.step, len(x))]
            return self._object(L.KIND_RANGE, fields)
        if isinstance(x, slice):
            return self._object(
                L.KIND_SLICE, [self.value(i) for i in (x.start, x.stop, x.step)]
            )
        if isinstance(x, complex):
            parts = [self._raw(struct.pack("<d", p))[0] for p in (x.real, x.imag)]
            return self._object(L.KIND_COMPLEX, parts)
        if isinstance(x, tuple) and x:
            items = [self.value(i) for i in x]
            return self._object(L.KIND_TUPLE, [len(items) << 1, *items])
        if isinstance(x, list):
            items = [self.value(i) for i in x]
            array = self._object(L.KIND_ARRAY, [*items, 0, 0])
            return self._object(L.KIND_LIST, [len(items) << 1, array])
        return super().value(x)

    def set_of(self, items: list[Any], kind: int = L.KIND_SET) -> int:
        """A set made by adding items one by one."""
        made = sets.set_new(self.m, kind)
        for item in items:
            assert sets.set_add_key(self.m, made, self.value(item)) == 0
        return made

    def instance(self, has_eq: bool = False, payload: int | None = None) -> int:
        flags = L.CLASS_FLAG_EQ if has_eq else 0
        fields = [tags.NONE] * (L.CLASS_WORDS - 1)
        fields[L.CLASS_FLAGS - 1] = flags << 1
        owner = self._object(L.KIND_CLASS, fields)
        shape = self._object(L.KIND_SHAPE, [owner, *[0] * (L.SHAPE_WORDS - 2)])
        if payload is None:
            return self._object(L.KIND_INSTANCE, [shape, tags.NONE])
        return self._object(L.KIND_INSTANCE, [shape, tags.NONE, payload], L.FLAG_WRAPS)

    def python(self, w: int) -> Any:
        if w & 7 == 1:
            kind = self.field(w, 0) & 255
            if kind == L.KIND_DICT:
                return {self.python(k): self.python(v) for k, v in self.entries(w)}
            if kind in (L.KIND_SET, L.KIND_FROZENSET):
                return (set if kind == L.KIND_SET else frozenset)(self.elements(w))
            if kind == L.KIND_TUPLE:
                n = self.field(w, 1) >> 1
                return tuple(self.python(self.field(w, 2 + i)) for i in range(n))
            if kind == L.KIND_LIST:
                n = self.field(w, 1) >> 1
                return [self.python(self.field(self.field(w, 2), 1 + i)) for i in range(n)]
        return super().python(w)

    def entries(self, d: int) -> list[tuple[int, int]]:
        at = self.field(d, L.DICT_ENTRIES) + 7
        rows = [
            (self.load(at + i * 24 + 8), self.load(at + i * 24 + 16))
            for i in range(self.field(d, L.DICT_USED) >> 1)
        ]
        return [(k, v) for k, v in rows if v != tags.UNBOUND]

    def elements(self, s: int) -> list[Any]:
        """Elements in the order of iteration."""
        at = self.field(s, L.SET_ENTRIES) + 7
        words = [self.load(at + i * 16 + 8) for i in range(self.field(s, L.SET_USED) >> 1)]
        return [self.python(w) for w in words if w != tags.UNBOUND]
