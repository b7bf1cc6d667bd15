"""The innermost steps of hash tables: text equality, entries of dicts and sets, candidates.

A table word of a hash is the hash as tagged integer of 63 bits, ``wrap_add(h, h)``. Probing is
CPython's: slot ``h & mask``, then ``5 i + 1 + perturb``, the upper bits of the hash shifted into
``perturb``; in sets ten neighbours are looked at before each jump. A deleted dict entry keeps its
index slot, its key is UNBOUND; in a namespace dict it keeps its key, its value is UNBOUND.
"""

from typing import Final

from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import compare_bytes, field, load, load32, shift_right, wrap_add
from ringfence.kernels.objects import charge, size_words
from ringfence.kernels.tags import UNBOUND
from ringfence.layout import (
    DICT_ENTRIES,
    DICT_INDEX,
    KIND_STR,
    SET_ENTRIES,
    SET_USED,
    STR_DATA,
    STR_HASH,
    STR_LENGTH,
)

LINEAR_PROBES: Final = 9
PERTURB_SHIFT: Final = 5
FREE_PROBES: Final = 16  # probes of one look-up that are not charged


@kernel("i8(i8, i8, i8)")
def str_same(m, a, b):
    """Whether two strings have the same text. Widths are canonical, so bytes tell."""
    if a == b:
        return 1
    length = field(m, a, STR_LENGTH)
    if length != field(m, b, STR_LENGTH):
        return 0
    # width, flags and size in words agree or the strings differ
    header = field(m, a, 0)
    if header != field(m, b, 0) and (header ^ field(m, b, 0)) & 0xFFFF0000:
        return 0
    known, other = field(m, a, STR_HASH), field(m, b, STR_HASH)
    if known != other and known != 0 and other != 0:
        return 0
    n = length * ((header >> 16) & 0xFFFF)
    if n > 256:
        charge(m, n >> 6)
    if compare_bytes(m, a - 1 + STR_DATA * 8, b - 1 + STR_DATA * 8, n) == 0:
        return 1
    return 0


@kernel("i8(i8, i8)", inline=True)
def is_str(m, w):
    """Whether a value is a STR object."""
    if (w & 7) == 1:
        return (field(m, w, 0) & 255) == KIND_STR
    return False


@kernel("i8(i8, i8, i8)", inline=True)
def dict_entry(m, d, number):
    """Offset of an entry: hash, key, value."""
    return field(m, d, DICT_ENTRIES) + 7 + number * 24


@kernel("i8(i8, i8)", inline=True)
def dict_slots(m, d):
    """Number of index slots, a power of two."""
    return (size_words(m, field(m, d, DICT_INDEX)) - 1) << 1


@kernel("i8(i8, i8, i8, i8, i8)")
def dict_candidate(m, d, hash_word, key, skip):
    """Number of the entry that holds this very key, else of the (skip + 1)-th with its hash; -1."""
    start = field(m, d, DICT_INDEX) + 7
    mask = dict_slots(m, d) - 1
    perturb = hash_word >> 1
    i = perturb & mask
    probes = 0
    while True:
        number = load32(m, start + i * 4)
        if number == 0:
            break
        at = dict_entry(m, d, number - 1)
        found = load(m, at + 8)
        if load(m, at) == hash_word and found != UNBOUND:
            if found == key or skip == 0:
                if probes > FREE_PROBES:
                    charge(m, probes)
                return number - 1
            skip -= 1
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + perturb + 1) & mask
        probes += 1
    if probes > FREE_PROBES:
        charge(m, probes)
    return -1


@kernel("i8(i8, i8, i8, i8, i8)")
def set_candidate(m, s, hash_word, key, skip):
    """As dict_candidate, for sets: answers the slot."""
    start = field(m, s, SET_ENTRIES) + 7
    mask = (field(m, s, SET_USED) >> 1) - 1
    perturb = hash_word >> 1
    i = perturb & mask
    probes = 0
    while True:
        last = i + LINEAR_PROBES if i + LINEAR_PROBES <= mask else i
        for slot in range(i, last + 1):
            found = load(m, start + slot * 16 + 8)
            stored = load(m, start + slot * 16)
            probes += 1
            if found == UNBOUND:
                if stored == 0:
                    if probes > FREE_PROBES:
                        charge(m, probes)
                    return -1
            elif stored == hash_word:
                if found == key or skip == 0:
                    if probes > FREE_PROBES:
                        charge(m, probes)
                    return slot
                skip -= 1
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + 1 + perturb) & mask


@kernel("i8(i8)", inline=True)
def hash_word(h):
    """What a table keeps of a hash."""
    return wrap_add(h, h)
