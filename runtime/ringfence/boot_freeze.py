"""Copy what the state words reach from the block of the boot run into an image at BOOT_AT.

The walk is breadth first, so that what is used together lies together. Equal strings become one;
every string gets its hash; lists and dicts lose their slack. The result refers to nothing
outside itself (checked here), so that a run can map it read-only.
"""

from __future__ import annotations

import struct
from array import array
from collections import deque
from dataclasses import dataclass, field

from ringfence import layout as L
from ringfence.boot_block import BootBlock
from ringfence.kernels import tags

_WRITTEN = {L.KIND_LIST, L.KIND_SET, L.KIND_BYTEARRAY}  # by kernels, without asking where it lies


@dataclass
class Frozen:
    """An image: the bytes from BOOT_AT on, the state words, and where names lie."""

    data: bytes = b""
    state: list[int] = field(default_factory=list)
    strings: dict[str, int] = field(default_factory=dict)
    n_objects: int = 0


class Freezer:
    """Moves objects to their places in the image."""

    def __init__(self, block: BootBlock, mutable: set[int]) -> None:
        self._block = block
        self._mutable = mutable  # the only lists and sets that may be in the image
        self._out = array("q")
        self._moved: dict[int, int] = {}  # reference in the block -> reference in the image
        self._strings: dict[tuple[int, bytes], int] = {}
        self._todo: deque[tuple[int, int]] = deque()  # (index in out, words)
        self.names: dict[str, int] = {}
        self.n_objects = 0
        self._sizes: dict[int, int] = {}  # items of lists -> words without slack

    def freeze(self, roots: dict[int, int]) -> Frozen:
        """Copy everything reachable from `roots` (state word -> value)."""
        block = self._block
        state = [0] * L.STATE_END
        for index in range(L.STATE_FIRST_VALUE, L.STATE_END):
            state[index] = tags.NONE
        for index, value in roots.items():
            state[index] = self.move(value)
        self._drain()
        top = L.BOOT_AT + 8 * len(self._out)
        if top > L.PROGRAM_AT:
            raise ValueError(f"the boot image takes {top - L.BOOT_AT} bytes, too many")
        state[L.STATE_HEAP_TOP] = state[L.STATE_HEAP_START] = L.HEAP_A_AT
        for index in (L.STATE_HEAP_SOFT, L.STATE_HEAP_END, L.STATE_DEPTH_LIMIT,
                      L.STATE_OUTPUT_LIMIT, L.STATE_MEMORY_LIMIT, L.STATE_NEXT_IDENTITY):
            state[index] = block.words[index]
        state[L.STATE_PROGRAM_TOP] = L.PROGRAM_AT
        self._verify(top)
        return Frozen(self._out.tobytes(), state, self.names, self.n_objects)

    def move(self, value: int) -> int:
        """Give an object its place (its words follow later) and answer its new reference."""
        if value & 7 != 1:
            return value
        known = self._moved.get(value)
        if known is not None:
            return known
        block = self._block
        header = block.words[value - 1 >> 3]
        kind = header & 255
        if kind == L.KIND_STR:
            return self._move_string(value, header)
        size = header >> 32 & 0xFFFFFFFF
        at = value - 1 >> 3
        if kind in _WRITTEN and value not in self._mutable:
            raise ValueError(f"the boot image would hold {block.python(value)!r}, which programs "
                             "could reach and write to")
        if kind == L.KIND_LIST:
            self._shrink(block.field(value, L.LIST_ITEMS), block.field(value, L.LIST_LENGTH) >> 1)
        if kind == L.KIND_ARRAY and value in self._sizes:
            size = self._sizes[value]
            header = size << 32 | header & 0xFFFFFFFF
        place = len(self._out)
        new = L.BOOT_AT + 8 * place + 1
        self._moved[value] = new
        self._out.append(header)
        self._out.extend(block.words[at + 1 : at + size].tolist())
        self.n_objects += 1
        if kind >= L.FIRST_SCANNED:
            self._todo.append((place + 1, size - 1))
        return new

    def _shrink(self, items: int, length: int) -> None:
        if items & 7 == 1:
            self._sizes[items] = L.ARRAY_ITEMS + length

    def _move_string(self, value: int, header: int) -> int:
        block = self._block
        at = value - 1
        size = header >> 32 & 0xFFFFFFFF
        key = (header & 0xFFFFFFFF, bytes(block.bytes[at + 8 : at + 16]) + bytes(
            block.bytes[at + L.STR_DATA * 8 : at + size * 8]))
        known = self._strings.get(key)
        if known is None:
            from ringfence.kernels.hashing import hash_value

            hash_value(block.m, value)
            known = L.BOOT_AT + 8 * len(self._out) + 1
            self._out.extend(block.words[at >> 3 : (at >> 3) + size].tolist())
            self._strings[key] = known
            self.n_objects += 1
            if block.field(value, L.STR_LENGTH) < 64:
                self.names[block.text(value)] = known
        self._moved[value] = known
        return known

    def _drain(self) -> None:
        out = self._out
        while self._todo:
            start, count = self._todo.popleft()
            for index in range(start, start + count):
                word = out[index]
                if word & 7 == 1:
                    out[index] = self.move(word)

    def _verify(self, top: int) -> None:
        """Check that headers are sane and that every reference points at one."""
        out, at, starts = self._out, 0, set()
        while at < len(out):
            size = out[at] >> 32 & 0xFFFFFFFF
            kind = out[at] & 255
            if not 0 < kind < L.KIND_COUNT or size < 1:
                raise ValueError(f"bad header {out[at]:#x} in the boot image")
            starts.add(L.BOOT_AT + 8 * at + 1)
            at += size
        at = 0
        while at < len(out):
            size = out[at] >> 32 & 0xFFFFFFFF
            if out[at] & 255 >= L.FIRST_SCANNED:
                for word in out[at + 1 : at + size]:
                    if word & 7 == 1 and word not in starts:
                        raise ValueError(f"reference {word:#x} leaves the boot image")
            at += size


def pack_names(names: dict[str, int]) -> bytes:
    """Names and references as bytes: count, length of the text, references, text; sorted."""
    kept = sorted(
        (name.encode("utf-8", "surrogatepass"), at) for name, at in names.items() if "\n" not in name
    )
    text = b"\n".join([name for name, _ in kept])
    references = array("I", [at for _, at in kept]).tobytes()
    return struct.pack("<II", len(kept), len(text)) + references + text
