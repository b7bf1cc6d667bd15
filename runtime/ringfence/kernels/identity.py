"""id() and default hashes: serial numbers that stay with an object while the collector moves it.

STATE_IDENTITIES is NONE or an ARRAY: the count, a spare word, then an open table of pairs
(reference, serial as tagged integer), free places zero, at most half full. Its references are
weak: the collector moves this table last and drops what nothing else holds
(``identities_move``). A table in the boot image is copied to the heap before it is written.
"""

from typing import Final

from ringfence.kernels.jit import export, kernel, native
from ringfence.kernels.memory import (
    field,
    load,
    set_field,
    set_word,
    shift_right,
    store,
    word,
    wrap_mul,
)
from ringfence.kernels.objects import allocate, has_room, need_room, size_words
from ringfence.kernels.status import NEXT
from ringfence.kernels.tags import NONE
from ringfence.layout import (
    KIND_ARRAY,
    PROGRAM_AT,
    STATE_IDENTITIES,
    STATE_NEXT_IDENTITY,
    STATE_ROOM,
)

TABLE_COUNT: Final = 1
TABLE_HEAD_WORDS: Final = 3  # header, count, spare
SMALLEST_TABLE: Final = 64
GOLDEN: Final = 0x9E3779B97F4A7C15 - (1 << 64)


@kernel("i8(i8)", inline=True)
def identity_mix(w):
    """Scatter the bits of a word; the upper ones are the good ones."""
    return shift_right(wrap_mul(w, GOLDEN), 32)


@kernel("i8(i8, i8)", inline=True)
def table_places(m, table):
    return (size_words(m, table) - TABLE_HEAD_WORDS) >> 1


@kernel("i8(i8, i8, i8)")
def identity_place(m, table, w):
    """Offset of the pair of a reference in a table, or of the free place where it belongs."""
    mask = table_places(m, table) - 1
    start = table - 1 + TABLE_HEAD_WORDS * 8
    i = identity_mix(w) & mask
    while True:
        key = load(m, start + i * 16)
        if key == w or key == 0:
            return start + i * 16
        i = (i + 1) & mask


@kernel("i8(i8, i8)")
def new_identity_table(m, places):
    """A table with this many free places (a power of two); the caller has asked for room."""
    return allocate(m, KIND_ARRAY, TABLE_HEAD_WORDS + 2 * places)


@kernel("i8(i8, i8, i8)")
def copy_identities(m, source, target):
    """Enter every pair of a table into another one that is large enough."""
    at = source - 1 + TABLE_HEAD_WORDS * 8
    for _ in range(table_places(m, source)):
        key = load(m, at)
        if key != 0:
            place = identity_place(m, target, key)
            store(m, place, key)
            store(m, place + 8, load(m, at + 8))
        at += 16
    set_field(m, target, TABLE_COUNT, field(m, source, TABLE_COUNT))
    return 0


@kernel("i8(i8)")
def grow_identities(m):
    """Make room for one more pair; answers 0, or 1 with STATE_ROOM set if there is no memory."""
    table = word(m, 0, STATE_IDENTITIES)
    places = SMALLEST_TABLE
    if table != NONE:
        places = table_places(m, table)
        if (field(m, table, TABLE_COUNT) + 2) > places:
            places *= 2
    n_bytes = (TABLE_HEAD_WORDS + 2 * places) * 8
    if not has_room(m, n_bytes):
        set_word(m, 0, STATE_ROOM, n_bytes)
        return 1
    grown = new_identity_table(m, places)
    if table != NONE:
        copy_identities(m, table, grown)
    set_word(m, 0, STATE_IDENTITIES, grown)
    return 0


@kernel("i8(i8, i8)")
def identity_of(m, w):
    """Serial number (> 0) of a heap object, given on first ask; -1: no room (STATE_ROOM set)."""
    table = word(m, 0, STATE_IDENTITIES)
    if table != NONE:
        place = identity_place(m, table, w)
        if load(m, place) != 0:
            return load(m, place + 8) >> 1
    if (
        table == NONE
        or table < PROGRAM_AT
        or field(m, table, TABLE_COUNT) + 2 > table_places(m, table)
    ):
        if grow_identities(m) != 0:
            return -1
        table = word(m, 0, STATE_IDENTITIES)
    serial = word(m, 0, STATE_NEXT_IDENTITY)
    if serial <= 0:
        serial = 1
    set_word(m, 0, STATE_NEXT_IDENTITY, serial + 1)
    place = identity_place(m, table, w)
    store(m, place, w)
    store(m, place + 8, serial << 1)
    set_field(m, table, TABLE_COUNT, field(m, table, TABLE_COUNT) + 2)
    return serial


@export
@kernel("i8(i8)")
def identity_rebuild(m):
    """Enter every pair at its right place again, after references were relocated; answers 0.

    For whoever moves objects other than by ``collect`` (freezing the boot image).
    """
    table = word(m, 0, STATE_IDENTITIES)
    if table == NONE:
        return 0
    fresh = new_identity_table(m, table_places(m, table))
    copy_identities(m, table, fresh)
    set_word(m, 0, STATE_IDENTITIES, fresh)
    return 0


@kernel("i8(i8)")
def identity_of_word(w):
    """Identity of a value that is no heap object: positive, apart from all serial numbers."""
    return (wrap_mul(w, GOLDEN) & ((1 << 61) - 1)) | 8


@native("id")
def native_id(m, args, n, dst):
    """id(object): a multiple of 16 for heap objects, as addresses are."""
    w = load(m, args)
    if (w & 7) != 1:
        store(m, dst, identity_of_word(w) << 1)
        return NEXT
    serial = identity_of(m, w)
    if serial < 0:
        return need_room(m, word(m, 0, STATE_ROOM))
    store(m, dst, serial << 5)
    return NEXT


@native("object.__hash__")
def native_object_hash(m, args, n, dst):
    """The default hash: the identity, whatever the class says."""
    w = load(m, args)
    if (w & 7) != 1:
        store(m, dst, identity_of_word(w) >> 4 << 1)
        return NEXT
    serial = identity_of(m, w)
    if serial < 0:
        return need_room(m, word(m, 0, STATE_ROOM))
    store(m, dst, serial << 1)
    return NEXT
