"""Insertion-ordered dicts: look-up, change, growth, and the opcodes that build them.

A dict has an ARRAY of entries (hash word, key, value) in insertion order and a RAW index of 32-bit
entry numbers + 1, a power of two of slots, at most two thirds in use (see ``probing.py`` for how
it is searched). A deleted entry keeps its place, its value (and key) UNBOUND, until the dict
grows: then the live entries move together. A namespace (FLAG_NAMESPACE) never moves an entry and
keeps the key of a deleted one, so that code can refer to entries by number. DICT_VERSION counts
up when keys come or go, not when values change. A dict in the boot image cannot be changed.

``dict_lookup`` answers an entry number; ``MISSING - slot``: not there, slot is the free place of
the index; LOOKUP_PYTHON: a user's ``__eq__`` has to compare; LOOKUP_FAILED: failure reported.
Statuses of the functions that change or fetch: NEXT; DECLINE where Python code is needed; FAIL;
NEEDS_ROOM (nothing has changed then).
"""

from typing import Final

from ringfence.failures import Failure, Helper
from ringfence.kernels.equality import EQUAL_NO, EQUAL_PYTHON, EQUAL_YES, dict_count, equal
from ringfence.kernels.hashing import hash_quick, str_hash, trouble_status
from ringfence.kernels.jit import export, kernel, opcode
from ringfence.kernels.memory import (
    field,
    load,
    load32,
    move_bytes,
    set_field,
    set_word,
    shift_right,
    store,
    store32,
    wrap_add,
)
from ringfence.kernels.objects import (
    allocate,
    call_helper,
    call_helper2,
    call_helper3,
    charge,
    fail,
    flags,
    has_room,
    kind_of,
    need_room,
    new_raw,
    new_tuple,
    set_flags,
    set_tuple_item,
    size_words,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.probing import (
    FREE_PROBES,
    PERTURB_SHIFT,
    dict_entry,
    dict_slots,
    is_str,
    str_same,
)
from ringfence.kernels.registers import (
    at_a,
    at_b,
    constant,
    get_a,
    get_b,
    get_c,
    number_c,
    put_a,
)
from ringfence.kernels.status import DECLINE, FAIL, NEXT
from ringfence.kernels.tags import FALSE, NONE, TRUE, UNBOUND
from ringfence.layout import (
    DICT_ENTRIES,
    DICT_ENTRY_WORDS,
    DICT_INDEX,
    DICT_LENGTH,
    DICT_USED,
    DICT_VERSION,
    DICT_WORDS,
    FLAG_KEYS_STR,
    FLAG_NAMESPACE,
    KIND_ARRAY,
    KIND_DICT,
    PROGRAM_AT,
    RETURN_DISCARD,
    RETURN_VALUE,
    STATE_ARGUMENT_0,
)
from ringfence.opcodes import Op

MISSING: Final = -16
LOOKUP_PYTHON: Final = -2
LOOKUP_FAILED: Final = -3
SMALLEST_INDEX: Final = 8
ENTRY_BYTES: Final = DICT_ENTRY_WORDS * 8


# ---------------------------------------------------------------- making
@kernel("i8(i8)", inline=True)
def index_slots_for(n):
    """Slots of an index for n entries: the smallest power of two of which n are two thirds."""
    slots = SMALLEST_INDEX
    while slots * 2 < n * 3:
        slots *= 2
    return slots


@kernel("i8(i8)", inline=True)
def dict_bytes(n):
    """Bytes that a dict with room for n entries takes, to ask for before making one."""
    slots = index_slots_for(n)
    return (DICT_WORDS + 2) * 8 + slots * 4 + (slots * 2 // 3) * ENTRY_BYTES


@kernel("i8(i8, i8)")
def dict_new(m, capacity):
    """An empty dict with room for some entries. Ask for room (``dict_bytes``) first."""
    slots = index_slots_for(capacity)
    d = allocate(m, KIND_DICT | (FLAG_KEYS_STR << 8), DICT_WORDS)
    set_field(m, d, DICT_ENTRIES, allocate(m, KIND_ARRAY, 1 + slots * 2 // 3 * DICT_ENTRY_WORDS))
    set_field(m, d, DICT_INDEX, new_raw(m, slots * 4))
    return d


@kernel("i8(i8, i8)", inline=True)
def dict_capacity(m, d):
    """Entries there is a place for."""
    return (size_words(m, field(m, d, DICT_ENTRIES)) - 1) // DICT_ENTRY_WORDS


@kernel("i8(i8, i8)", inline=True)
def is_frozen(m, w):
    """Whether an object lies in the boot image."""
    return w < PROGRAM_AT


@kernel("i8(i8, i8)")
def refuse_frozen(m, w):
    """A table of the boot image cannot be changed."""
    return fail(m, Failure.NO_ITEM_ASSIGNMENT, w, NONE)


# ---------------------------------------------------------------- the index
@kernel("i8(i8, i8, i8)")
def dict_free_slot(m, d, word):
    """Free index slot for a hash word of a key that is not there."""
    start = field(m, d, DICT_INDEX) + 7
    mask = dict_slots(m, d) - 1
    perturb = word >> 1
    i = perturb & mask
    while load32(m, start + i * 4) != 0:
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + perturb + 1) & mask
    return i


@kernel("i8(i8, i8)")
def dict_index_all(m, d):
    """Enter every entry in the (empty) index."""
    used = field(m, d, DICT_USED) >> 1
    at = dict_entry(m, d, 0)
    start = field(m, d, DICT_INDEX) + 7
    mask = dict_slots(m, d) - 1
    for number in range(1, used + 1):
        if load(m, at + 8) != UNBOUND:
            perturb = load(m, at) >> 1
            i = perturb & mask
            while load32(m, start + i * 4) != 0:
                perturb = shift_right(perturb, PERTURB_SHIFT)
                i = (i * 5 + perturb + 1) & mask
            store32(m, start + i * 4, number)
        at += ENTRY_BYTES
    charge(m, used)
    return 0


@kernel("i8(i8, i8, i8)")
def dict_reserve(m, d, extra):
    """Make places for `extra` more entries: NEXT or NEEDS_ROOM. Moves live entries together."""
    used = field(m, d, DICT_USED) >> 1
    if used + extra <= dict_capacity(m, d):
        return NEXT
    keeps = flags(m, d) & FLAG_NAMESPACE
    live = used if keeps else field(m, d, DICT_LENGTH) >> 1
    # CPython's growth: three times the live entries in index slots
    wanted = live * 2
    if wanted < live + extra:
        wanted = live + extra
    slots = index_slots_for(wanted)
    capacity = slots * 2 // 3
    n_bytes = slots * 4 + capacity * ENTRY_BYTES + 32
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    entries = allocate(m, KIND_ARRAY, 1 + capacity * DICT_ENTRY_WORDS)
    source = dict_entry(m, d, 0)
    target = entries + 7
    if keeps or live == used:
        move_bytes(m, target, source, used * ENTRY_BYTES)
    else:
        for _ in range(used):
            if load(m, source + 16) != UNBOUND:
                store(m, target, load(m, source))
                store(m, target + 8, load(m, source + 8))
                store(m, target + 16, load(m, source + 16))
                target += ENTRY_BYTES
            source += ENTRY_BYTES
        charge(m, used)
        used = live
    set_field(m, d, DICT_ENTRIES, entries)
    set_field(m, d, DICT_USED, used << 1)
    set_field(m, d, DICT_INDEX, new_raw(m, slots * 4))
    dict_index_all(m, d)
    return NEXT


# ---------------------------------------------------------------- look-up
@kernel("i8(i8, i8, i8, i8)")
def dict_lookup(m, d, key, h):
    """Entry of a key with hash h; see the top of this file."""
    word = wrap_add(h, h)
    start = field(m, d, DICT_INDEX) + 7
    entries = field(m, d, DICT_ENTRIES) + 7 - ENTRY_BYTES
    mask = dict_slots(m, d) - 1
    perturb = word >> 1
    i = perturb & mask
    probes = 0
    while True:
        number = load32(m, start + i * 4)
        if number == 0:
            return MISSING - i
        at = entries + number * ENTRY_BYTES
        found = load(m, at + 8)
        if found == key:
            return number - 1
        if load(m, at) == word and found != UNBOUND:
            if is_str(m, found) and is_str(m, key):
                if str_same(m, found, key):
                    return number - 1
            else:
                r = equal(m, found, key)
                if r == EQUAL_YES:
                    return number - 1
                if r != EQUAL_NO:
                    return LOOKUP_PYTHON if r == EQUAL_PYTHON else LOOKUP_FAILED
        probes += 1
        if probes > FREE_PROBES:
            charge(m, 2)
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + perturb + 1) & mask


@kernel("i8(i8, i8, i8, i8)")
def dict_find(m, d, key, h):
    """Entry number of a key with hash h, or -1; LOOKUP_PYTHON; LOOKUP_FAILED.

    The entry of a namespace may be unbound.
    """
    r = dict_lookup(m, d, key, h)
    return -1 if r <= MISSING else r


@kernel("i8(i8, i8, i8)", inline=True)
def dict_get_str(m, d, name):
    """Value of a string key, or UNBOUND. Never needs Python: other keys are passed over."""
    word = str_hash(m, name)
    word = wrap_add(word, word)
    start = field(m, d, DICT_INDEX) + 7
    entries = field(m, d, DICT_ENTRIES) + 7 - ENTRY_BYTES
    mask = dict_slots(m, d) - 1
    perturb = word >> 1
    i = perturb & mask
    while True:
        number = load32(m, start + i * 4)
        if number == 0:
            return UNBOUND
        at = entries + number * ENTRY_BYTES
        found = load(m, at + 8)
        if found == name:
            return load(m, at + 16)
        if load(m, at) == word and is_str(m, found):
            if str_same(m, found, name):
                return load(m, at + 16)
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + perturb + 1) & mask


@kernel("i8(i8, i8, i8)")
def dict_find_key(m, d, key):
    """dict_find with the hash computed; LOOKUP_FAILED - status for trouble with the hash.

    Answers: entry number, -1, or LOOKUP_PYTHON; ``LOOKUP_FAILED - status`` otherwise
    (``found_status``).
    """
    h = hash_quick(m, key)
    if h == -1:
        status = trouble_status(m)
        return LOOKUP_PYTHON if status == DECLINE else LOOKUP_FAILED - status
    r = dict_lookup(m, d, key, h)
    if r <= MISSING:
        return -1
    if r == LOOKUP_FAILED:
        return LOOKUP_FAILED - FAIL
    return r


@kernel("i8(i8)", inline=True)
def found_status(r):
    """Status of what dict_find_key (or set_find_key) answered below -1."""
    return DECLINE if r == LOOKUP_PYTHON else LOOKUP_FAILED - r


@kernel("i8(i8, i8, i8)")
def dict_value(m, d, number):
    """Value of an entry by number; UNBOUND for number -1 and deleted entries."""
    if number < 0:
        return UNBOUND
    return load(m, dict_entry(m, d, number) + 16)


# ---------------------------------------------------------------- change
@kernel("i8(i8, i8, i8, i8, i8, i8)")
def dict_append(m, d, key, h, value, slot):
    """Add an entry for a key that is not there; slot: its free index slot. Answers a status."""
    word = wrap_add(h, h)
    used = field(m, d, DICT_USED) >> 1
    if used >= dict_capacity(m, d):
        status = dict_reserve(m, d, 1)
        if status != NEXT:
            return status
        used = field(m, d, DICT_USED) >> 1
        slot = dict_free_slot(m, d, word)
    at = dict_entry(m, d, used)
    store(m, at, word)
    store(m, at + 8, key)
    store(m, at + 16, value)
    store32(m, field(m, d, DICT_INDEX) + 7 + slot * 4, used + 1)
    set_field(m, d, DICT_USED, (used + 1) << 1)
    set_field(m, d, DICT_LENGTH, field(m, d, DICT_LENGTH) + 2)
    set_field(m, d, DICT_VERSION, field(m, d, DICT_VERSION) + 2)
    if flags(m, d) & FLAG_KEYS_STR:
        if not is_str(m, key):
            set_flags(m, d, flags(m, d) & ~FLAG_KEYS_STR)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def dict_set_value(m, d, number, value):
    """Give an entry a value (a namespace's unbound entry comes to life)."""
    at = dict_entry(m, d, number) + 16
    if load(m, at) == UNBOUND:
        set_field(m, d, DICT_LENGTH, field(m, d, DICT_LENGTH) + 2)
        set_field(m, d, DICT_VERSION, field(m, d, DICT_VERSION) + 2)
    store(m, at, value)
    return 0


@kernel("i8(i8, i8, i8, i8, i8)")
def dict_put(m, d, key, h, value):
    """``d[key] = value`` for a key with hash h. Answers a status."""
    if is_frozen(m, d):
        return refuse_frozen(m, d)
    r = dict_lookup(m, d, key, h)
    if r >= 0:
        dict_set_value(m, d, r, value)
        return NEXT
    if r > MISSING:
        return DECLINE if r == LOOKUP_PYTHON else FAIL
    return dict_append(m, d, key, h, value, MISSING - r)


@kernel("i8(i8, i8, i8, i8)")
def dict_put_key(m, d, key, value):
    """dict_put with the hash computed. Answers a status."""
    h = hash_quick(m, key)
    if h == -1:
        return trouble_status(m)
    return dict_put(m, d, key, h, value)


@kernel("i8(i8, i8, i8)")
def dict_delete_entry(m, d, number):
    """Remove a live entry by number."""
    at = dict_entry(m, d, number)
    store(m, at + 16, UNBOUND)
    if (flags(m, d) & FLAG_NAMESPACE) == 0:
        store(m, at + 8, UNBOUND)
    set_field(m, d, DICT_LENGTH, field(m, d, DICT_LENGTH) - 2)
    set_field(m, d, DICT_VERSION, field(m, d, DICT_VERSION) + 2)
    return 0


@kernel("i8(i8, i8, i8, i8)")
def dict_delete(m, d, key, h):
    """Remove a key with hash h: 1 done, 0 not there, LOOKUP_PYTHON, LOOKUP_FAILED."""
    r = dict_lookup(m, d, key, h)
    if r <= MISSING:
        return 0
    if r < 0:
        return r
    if load(m, dict_entry(m, d, r) + 16) == UNBOUND:
        return 0
    dict_delete_entry(m, d, r)
    return 1


@kernel("i8(i8, i8)")
def dict_last(m, d):
    """Number of the last live entry of a dict, those deleted after it given up; -1: empty."""
    used = field(m, d, DICT_USED) >> 1
    keeps = flags(m, d) & FLAG_NAMESPACE
    last = used - 1
    at = dict_entry(m, d, last)
    while last >= 0 and load(m, at + 16) == UNBOUND:
        if not keeps:
            dict_unindex(m, d, last)
        last -= 1
        at -= ENTRY_BYTES
    charge(m, used - last)
    if not keeps:
        set_field(m, d, DICT_USED, (last + 1) << 1)
    return last


@kernel("i8(i8, i8, i8)")
def dict_unindex(m, d, last):
    """Free the index slot of the last entry in use.

    Entries came into the index in their order, so no other one was probed past that slot.
    """
    start = field(m, d, DICT_INDEX) + 7
    mask = dict_slots(m, d) - 1
    at = dict_entry(m, d, last)
    perturb = load(m, at) >> 1
    i = perturb & mask
    number = load32(m, start + i * 4)
    while number != last + 1 and number != 0:
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + perturb + 1) & mask
        number = load32(m, start + i * 4)
    store32(m, start + i * 4, 0)
    store(m, at, 0)
    store(m, at + 8, 0)
    store(m, at + 16, 0)
    return 0


@kernel("i8(i8, i8)")
def dict_pop_last(m, d):
    """Remove the last entry found by ``dict_last``."""
    last = (field(m, d, DICT_USED) >> 1) - 1
    dict_unindex(m, d, last)
    set_field(m, d, DICT_USED, last << 1)
    set_field(m, d, DICT_LENGTH, field(m, d, DICT_LENGTH) - 2)
    set_field(m, d, DICT_VERSION, field(m, d, DICT_VERSION) + 2)
    return 0


@kernel("i8(i8, i8)")
def dict_clear(m, d):
    """Remove everything."""
    if flags(m, d) & FLAG_NAMESPACE:
        at = dict_entry(m, d, 0) + 16
        for _ in range(field(m, d, DICT_USED) >> 1):
            store(m, at, UNBOUND)
            at += ENTRY_BYTES
    else:
        entries = allocate(m, KIND_ARRAY, 1 + SMALLEST_INDEX * 2 // 3 * DICT_ENTRY_WORDS)
        set_field(m, d, DICT_ENTRIES, entries)
        set_field(m, d, DICT_INDEX, new_raw(m, SMALLEST_INDEX * 4))
        set_field(m, d, DICT_USED, 0)
        set_flags(m, d, flags(m, d) | FLAG_KEYS_STR)
    set_field(m, d, DICT_LENGTH, 0)
    set_field(m, d, DICT_VERSION, field(m, d, DICT_VERSION) + 2)
    return 0


@kernel("i8(i8, i8)")
def dict_copy_bytes(m, d):
    """Bytes that ``dict_copy`` takes at most."""
    return dict_bytes(dict_count(m, d)) + (size_words(m, field(m, d, DICT_ENTRIES)) + 8) * 8


@kernel("i8(i8, i8)")
def dict_copy(m, d):
    """A new dict with the same entries. Ask for room (``dict_copy_bytes``) first."""
    live = dict_count(m, d)
    used = field(m, d, DICT_USED) >> 1
    copy = dict_new(m, live)
    set_flags(m, copy, flags(m, d) & FLAG_KEYS_STR)
    source = dict_entry(m, d, 0)
    target = dict_entry(m, copy, 0)
    if live == used:
        move_bytes(m, target, source, used * ENTRY_BYTES)
    else:
        for _ in range(used):
            if load(m, source + 16) != UNBOUND:
                move_bytes(m, target, source, ENTRY_BYTES)
                target += ENTRY_BYTES
            source += ENTRY_BYTES
    set_field(m, copy, DICT_LENGTH, live << 1)
    set_field(m, copy, DICT_USED, live << 1)
    if live == used and dict_slots(m, copy) == dict_slots(m, d):
        index = field(m, copy, DICT_INDEX)
        move_bytes(m, index + 7, field(m, d, DICT_INDEX) + 7, dict_slots(m, d) * 4)
    else:
        dict_index_all(m, copy)
    charge(m, used)
    return copy


@kernel("i8(i8, i8, i8)")
def dict_merge_from(m, d, other):
    """``d.update(other)`` for dicts: a status; DECLINE: Python goes on (it may begin again)."""
    if d == other:
        return NEXT
    if is_frozen(m, d):
        return refuse_frozen(m, d)
    n = dict_count(m, other)
    if n == 0:
        return NEXT
    status = dict_reserve(m, d, n)
    if status != NEXT:
        return status
    fresh = (field(m, d, DICT_USED) == 0) and (flags(m, d) & FLAG_NAMESPACE) == 0
    at = dict_entry(m, other, 0)
    for _ in range(field(m, other, DICT_USED) >> 1):
        value = load(m, at + 16)
        if value != UNBOUND:
            h = load(m, at) >> 1
            if fresh:
                slot = dict_free_slot(m, d, wrap_add(h, h))
                dict_append(m, d, load(m, at + 8), h, value, slot)
            else:
                status = dict_put(m, d, load(m, at + 8), h, value)
                if status != NEXT:
                    return status
        at += ENTRY_BYTES
    charge(m, n * 3)
    return NEXT


# ---------------------------------------------------------------- items, for the item opcodes
@kernel("i8(i8, i8, i8, i8)")
def dict_get_item(m, d, key, dst):
    """``d[key]`` to offset dst: a status (FAIL: KeyError, unhashable; CALL)."""
    r = dict_find_key(m, d, key)
    if r >= 0:
        value = load(m, dict_entry(m, d, r) + 16)
        if value != UNBOUND:
            store(m, dst, value)
            return NEXT
        r = -1
    if r == -1:
        return fail(m, Failure.KEY_MISSING, key, NONE)
    if r == LOOKUP_PYTHON:
        return call_helper2(m, Helper.DICT_GET, RETURN_VALUE, dst, d, key)
    return found_status(r)


@kernel("i8(i8, i8, i8, i8)")
def dict_set_item(m, d, key, value):
    """``d[key] = value``: a status."""
    status = dict_put_key(m, d, key, value)
    if status == DECLINE:
        return call_helper3(m, Helper.DICT_SET, RETURN_DISCARD, 0, d, key, value)
    return status


@kernel("i8(i8, i8, i8)")
def dict_delete_item(m, d, key):
    """``del d[key]``: a status."""
    if is_frozen(m, d):
        return refuse_frozen(m, d)
    r = dict_find_key(m, d, key)
    if r >= 0 and load(m, dict_entry(m, d, r) + 16) == UNBOUND:
        r = -1
    if r >= 0:
        dict_delete_entry(m, d, r)
        return NEXT
    if r == -1:
        return fail(m, Failure.KEY_MISSING, key, NONE)
    if r == LOOKUP_PYTHON:
        return call_helper2(m, Helper.DICT_DELETE, RETURN_DISCARD, 0, d, key)
    return found_status(r)


@kernel("i8(i8, i8, i8, i8)")
def dict_contains(m, d, key, dst):
    """``key in d`` to offset dst: a status."""
    r = dict_find_key(m, d, key)
    if r >= -1:
        store(m, dst, FALSE if dict_value(m, d, r) == UNBOUND else TRUE)
        return NEXT
    if r == LOOKUP_PYTHON:
        return call_helper2(m, Helper.DICT_CONTAINS, RETURN_VALUE, dst, d, key)
    return found_status(r)


# ---------------------------------------------------------------- for the host
@export
@kernel("i8(i8, i8)")
def dict_rebuild(m, d):
    """Hash and index the entries the host wrote (hash words 0), a later equal key taking over.

    Entries lie densely, DICT_USED says how many; the index may be NONE. Answers 0, or 1 if a key
    is unhashable or needs Python code.
    """
    used = field(m, d, DICT_USED) >> 1
    at = dict_entry(m, d, 0)
    only_str = 1
    for _ in range(used):
        key = load(m, at + 8)
        if not is_str(m, key):
            only_str = 0
        h = hash_quick(m, key)
        if h == -1:
            return 1
        store(m, at, wrap_add(h, h))
        at += ENTRY_BYTES
    slots = index_slots_for(dict_capacity(m, d))
    set_field(m, d, DICT_INDEX, new_raw(m, slots * 4))
    namespace = flags(m, d) & FLAG_NAMESPACE
    set_flags(m, d, namespace | (FLAG_KEYS_STR if only_str else 0))
    live = 0
    at = dict_entry(m, d, 0)
    start = field(m, d, DICT_INDEX) + 7
    for number in range(1, used + 1):
        key, value = load(m, at + 8), load(m, at + 16)
        r = dict_lookup(m, d, key, load(m, at) >> 1)
        if r <= MISSING:
            store32(m, start + (MISSING - r) * 4, number)
            if value != UNBOUND:
                live += 1
        elif r < 0:
            return 1
        else:
            store(m, dict_entry(m, d, r) + 16, value)
            store(m, at + 8, UNBOUND)
            store(m, at + 16, UNBOUND)
        at += ENTRY_BYTES
    set_field(m, d, DICT_LENGTH, live << 1)
    return 0


# ---------------------------------------------------------------- opcodes
@opcode(Op.DICT_SET)
def op_dict_set(m, base, insn):
    return dict_set_item(m, get_a(m, base, insn), get_b(m, base, insn), get_c(m, base, insn))


@kernel("i8(i8, i8, i8)")
def operands_tuple(m, at, n):
    """A tuple of n values that lie at an offset; n is below 2^17, the caller asked for room."""
    items = new_tuple(m, n)
    for i in range(n):
        set_tuple_item(m, items, i, load(m, at + i * 8))
    return items


@kernel("i8(i8, i8, i8)")
def build_dict_slowly(m, items, dst):
    set_word(m, 0, STATE_ARGUMENT_0, items)
    return call_helper(m, Helper.BUILD_DICT, 1, RETURN_VALUE, dst)


@kernel("i8(i8, i8, i8, i8)", inline=True)
def add_name(m, d, key, value):
    """Add a string to a dict that has room for it; 0: not done, it must be compared with a key."""
    h = str_hash(m, key)
    word = wrap_add(h, h)
    start = field(m, d, DICT_INDEX) + 7
    entries = field(m, d, DICT_ENTRIES) + 7 - ENTRY_BYTES
    mask = dict_slots(m, d) - 1
    perturb = word >> 1
    i = perturb & mask
    for _ in range(FREE_PROBES):
        slot = start + i * 4
        number = load32(m, slot)
        if number == 0:
            number = (field(m, d, DICT_USED) >> 1) + 1
            at = entries + number * ENTRY_BYTES
            store(m, at, word)
            store(m, at + 8, key)
            store(m, at + 16, value)
            store32(m, slot, number)
            set_field(m, d, DICT_USED, number << 1)
            set_field(m, d, DICT_LENGTH, field(m, d, DICT_LENGTH) + 2)
            set_field(m, d, DICT_VERSION, field(m, d, DICT_VERSION) + 2)
            return 1
        if load(m, entries + number * ENTRY_BYTES) == word:
            return 0
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + perturb + 1) & mask
    return 0


@opcode(Op.BUILD_KEYED_DICT)
def op_build_keyed_dict(m, base, insn):
    keys = constant(m, base, number_c(insn))
    n = tuple_length(m, keys)
    n_bytes = dict_bytes(n) + 64
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    at = at_b(base, insn)
    d = dict_new(m, n)
    for i in range(n):
        key = tuple_item(m, keys, i)
        value = load(m, at + i * 8)
        if add_name(m, d, key, value) == 0:
            dict_put(m, d, key, str_hash(m, key), value)
    put_a(m, base, insn, d)
    return NEXT


@opcode(Op.BUILD_DICT)
def op_build_dict(m, base, insn):
    n = number_c(insn)
    n_bytes = dict_bytes(n) + n * 16 + 64
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    at = at_b(base, insn)
    d = dict_new(m, n)
    for i in range(n):
        key = load(m, at + i * 16)
        if is_str(m, key) and add_name(m, d, key, load(m, at + i * 16 + 8)) == 1:
            continue
        h = hash_quick(m, key)
        if h == -1:
            status = trouble_status(m)
        else:
            status = dict_put(m, d, key, h, load(m, at + i * 16 + 8))
        if status == DECLINE:
            items = operands_tuple(m, at, n * 2)
            return build_dict_slowly(m, items, at_a(base, insn))
        if status != NEXT:
            return status
    put_a(m, base, insn, d)
    return NEXT


@opcode(Op.DICT_UPDATE)
def op_dict_update(m, base, insn):
    d, other = get_a(m, base, insn), get_b(m, base, insn)
    if kind_of(m, other) == KIND_DICT:
        status = dict_merge_from(m, d, other)
        if status != DECLINE:
            return status
    return call_helper2(m, Helper.DICT_UPDATE, RETURN_DISCARD, 0, d, other)


@opcode(Op.DICT_MERGE)
def op_dict_merge(m, base, insn):
    """Keywords of a call: a plain dict of strings none of which is there yet, or the helper."""
    d, other = get_a(m, base, insn), get_b(m, base, insn)
    if kind_of(m, other) == KIND_DICT and keywords_fit(m, d, other):
        return dict_merge_from(m, d, other)
    return call_helper3(
        m, Helper.DICT_MERGE, RETURN_DISCARD, 0, d, other, get_c(m, base, insn)
    )


@kernel("i8(i8, i8, i8)")
def keywords_fit(m, d, other):
    """Whether every key of a dict is a string that another dict does not have."""
    at = dict_entry(m, other, 0)
    for _ in range(field(m, other, DICT_USED) >> 1):
        if load(m, at + 16) != UNBOUND:
            key = load(m, at + 8)
            if not is_str(m, key):
                return 0
            if dict_get_str(m, d, key) != UNBOUND:
                return 0
        at += ENTRY_BYTES
    return 1
