"""What the host needs to know of a boot image, read once a process."""

from __future__ import annotations

from ringfence import decode, encode
from ringfence import layout as L
from ringfence.native.load import library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ringfence.block import Block


class ImageFacts:
    """What the host needs to know of a boot image, read once."""

    def __init__(self, block: Block) -> None:
        words = block.words
        self._words = words
        singles = words[L.STATE_STRINGS_AT] - 1 >> 3
        found = words[singles + L.TUPLE_ITEMS : singles + L.TUPLE_ITEMS + 256].tolist()
        reader = decode.Decoder(block)
        self._classes: dict[str, int] = {}
        builtins = words[L.STATE_BUILTINS]
        if builtins & 7 == 1:
            at = builtins - 1 >> 3
            start = (words[at + L.DICT_ENTRIES] - 1 >> 3) + 1
            for i in range(start, start + 3 * (words[at + L.DICT_USED] >> 1), 3):
                value = words[i + 2]
                if value & 7 == 1 and words[value - 1 >> 3] & 255 == L.KIND_CLASS:
                    bits = words[(value - 1 >> 3) + L.CLASS_FLAGS] >> 1
                    if bits & L.CLASS_FLAG_EXCEPTION:
                        self._classes[reader.text(words[i + 1])] = value
        shapes = {v: self._shape(words, v) for v in self._classes.values()}
        self.constants = encode.Constants(
            words[L.STATE_EMPTY_STRING], words[L.STATE_EMPTY_TUPLE], words[L.STATE_EMPTY_BYTES],
            found, lambda name: self._classes.get(name, 0), _FieldReader(shapes),
        )

    @staticmethod
    def _shape(words: Any, class_: int) -> tuple[int, int]:
        shape = words[(class_ - 1 >> 3) + L.CLASS_SHAPE]
        return shape, words[(shape - 1 >> 3) + L.SHAPE_INLINE]


class _FieldReader:
    """The few fields of exception classes that encoding needs, without keeping a block alive."""

    def __init__(self, shapes: dict[int, tuple[int, int]]) -> None:
        self._shape_of = {class_: shape for class_, (shape, _) in shapes.items()}
        self._inline_of = dict(shapes.values())

    def __call__(self, word: int, field: int) -> int:
        return self._shape_of[word] if field == L.CLASS_SHAPE else self._inline_of[word]


_facts: dict[int, tuple[Any, ImageFacts]] = {}


def facts_of(block: Block) -> ImageFacts:
    """The facts of a block's image; images live as long as the process."""
    known = _facts.get(id(block.image))
    if known is None:
        known = _facts[id(block.image)] = (block.image, ImageFacts(block))
    return known[1]


_marks: dict[int, tuple[Any, int, bytes]] = {}


def is_sound(block: Block) -> bool:
    """Whether a block filled from a snapshot can be run; if not, it must not be used again.

    Where the boot image's objects begin is found out once a process.
    """
    kernels = library()
    start = block.words[L.STATE_HEAP_START]
    if start not in (L.HEAP_A_AT, L.HEAP_B_AT):
        return False
    if block.image is None:
        return kernels.rf_verify(block.address, 0) == 0
    known = _marks.get(id(block.image))
    table = L.HEAP_A_AT + L.HEAP_B_AT - start  # as in kernels/verify.py
    first = table + (L.BOOT_AT >> 6)
    if known is None:
        end = kernels.rf_mark_boot(block.address)
        marks = bytes(block.data[first : table + (end >> 6) + 8])
        known = _marks[id(block.image)] = (block.image, end, marks)
    else:
        block.data[first : first + len(known[2])] = known[2]
    return kernels.rf_verify(block.address, known[1]) == 0
