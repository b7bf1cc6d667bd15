"""Sets and frozensets: CPython's open table, step by step, so that the order is CPython's too.

SET_ENTRIES is an ARRAY of SET_USED slots (a power of two) of (hash word, key). A free slot has
the key UNBOUND: hash word 0 if it was never used, DELETED if its element is gone (an element that
is sought past it and not found takes its place). SET_FILL counts slots used or deleted. Growth,
copying and merging follow ``Objects/setobject.c`` of CPython 3.11, so that a set of integers is
iterated in the same order there and here. SET_VERSION counts up when elements come or go. Sets of
the boot image cannot be changed.

Answers of ``set_lookup`` and statuses are those of ``dicts.py``.
"""

from typing import Final

from ringfence.failures import Helper
from ringfence.kernels.dicts import (
    LOOKUP_FAILED,
    LOOKUP_PYTHON,
    MISSING,
    found_status,
    is_frozen,
    operands_tuple,
    refuse_frozen,
)
from ringfence.kernels.equality import EQUAL_NO, EQUAL_PYTHON, EQUAL_YES, equal
from ringfence.kernels.hashing import hash_quick, trouble_status
from ringfence.kernels.jit import export, kernel, opcode
from ringfence.kernels.memory import (
    field,
    load,
    move_bytes,
    set_field,
    set_word,
    shift_right,
    store,
    wrap_add,
)
from ringfence.kernels.objects import (
    allocate,
    call_helper,
    call_helper2,
    charge,
    has_room,
    kind_of,
    need_room,
    unwrap,
)
from ringfence.kernels.probing import (
    FREE_PROBES,
    LINEAR_PROBES,
    PERTURB_SHIFT,
    is_str,
    str_same,
)
from ringfence.kernels.registers import at_a, at_b, get_a, get_b, number_c, put_a
from ringfence.kernels.status import DECLINE, FAIL, NEXT
from ringfence.kernels.tags import FALSE, TRUE, UNBOUND
from ringfence.layout import (
    CLASS_FLAG_EQ,
    CLASS_FLAGS,
    INSTANCE_SHAPE,
    KIND_ARRAY,
    KIND_FROZENSET,
    KIND_SET,
    RETURN_DISCARD,
    RETURN_VALUE,
    SET_ENTRIES,
    SET_FILL,
    SET_FINGER,
    SET_HASH,
    SET_LENGTH,
    SET_USED,
    SET_VERSION,
    SET_WORDS,
    SHAPE_CLASS,
    STATE_ARGUMENT_0,
)
from ringfence.opcodes import Op

DELETED: Final = -2
SMALLEST_TABLE: Final = 8
SLOT_BYTES: Final = 16
LARGE_SET: Final = 50_000  # from here on tables grow by two, not by four


# ---------------------------------------------------------------- making
@kernel("i8(i8)", inline=True)
def table_slots_for(least):
    """The smallest table with more than `least` slots."""
    slots = SMALLEST_TABLE
    while slots <= least:
        slots *= 2
    return slots


@kernel("i8(i8, i8)")
def new_set_table(m, slots):
    """An ARRAY of free slots. Ask for room first."""
    table = allocate(m, KIND_ARRAY, 1 + 2 * slots)
    at = table + 7
    for _ in range(slots):
        store(m, at + 8, UNBOUND)
        at += SLOT_BYTES
    return table


@kernel("i8(i8, i8)")
def set_new(m, kind_):
    """An empty set of KIND_SET or KIND_FROZENSET."""
    s = allocate(m, kind_, SET_WORDS)
    set_field(m, s, SET_ENTRIES, new_set_table(m, SMALLEST_TABLE))
    set_field(m, s, SET_USED, SMALLEST_TABLE << 1)
    set_field(m, s, SET_HASH, UNBOUND if kind_ == KIND_FROZENSET else 0)
    return s


@kernel("i8(i8, i8, i8)", inline=True)
def set_entry(m, s, slot):
    """Offset of a slot: hash word, key."""
    return field(m, s, SET_ENTRIES) + 7 + slot * SLOT_BYTES


@kernel("i8(i8, i8)", inline=True)
def set_slots(m, s):
    return field(m, s, SET_USED) >> 1


@kernel("i8(i8, i8)", inline=True)
def set_length(m, s):
    return field(m, s, SET_LENGTH) >> 1


@kernel("i8(i8, i8)", inline=True)
def is_set(m, w):
    """Whether a value is a set or frozenset."""
    k = kind_of(m, w)
    return k == KIND_SET or k == KIND_FROZENSET


# ---------------------------------------------------------------- the table
@kernel("i8(i8, i8, i8, i8, i8)")
def set_insert_clean(m, start, mask, word, key):
    """Enter an element known not to be there into a table without deleted slots."""
    perturb = word >> 1
    i = perturb & mask
    while True:
        n = LINEAR_PROBES + 1 if i + LINEAR_PROBES <= mask else 1
        at = start + i * SLOT_BYTES
        for _ in range(n):
            if load(m, at + 8) == UNBOUND:
                store(m, at, word)
                store(m, at + 8, key)
                return 0
            at += SLOT_BYTES
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + 1 + perturb) & mask


@kernel("i8(i8, i8, i8)")
def set_resize(m, s, least):
    """Rebuild the table with more than `least` slots: NEXT or NEEDS_ROOM."""
    slots = table_slots_for(least)
    n_bytes = slots * SLOT_BYTES + 8
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    old_slots = set_slots(m, s)
    at = set_entry(m, s, 0)
    table = new_set_table(m, slots)
    for _ in range(old_slots):
        if load(m, at + 8) != UNBOUND:
            set_insert_clean(m, table + 7, slots - 1, load(m, at), load(m, at + 8))
        at += SLOT_BYTES
    set_field(m, s, SET_ENTRIES, table)
    set_field(m, s, SET_USED, slots << 1)
    set_field(m, s, SET_FILL, field(m, s, SET_LENGTH))
    charge(m, (old_slots + slots) >> 1)
    return NEXT


@kernel("i8(i8)", inline=True)
def grown(used):
    """What a set of so many elements asks for when it grows."""
    return used * 2 if used > LARGE_SET else used * 4


@kernel("i8(i8, i8, i8, i8)")
def set_lookup(m, s, key, h):
    """Slot of an element with hash h; see the top of this file."""
    word = wrap_add(h, h)
    start = field(m, s, SET_ENTRIES) + 7
    mask = set_slots(m, s) - 1
    perturb = word >> 1
    i = perturb & mask
    probes = 0
    reusable = -1
    while True:
        n = LINEAR_PROBES + 1 if i + LINEAR_PROBES <= mask else 1
        at = start + i * SLOT_BYTES
        for k in range(n):
            found = load(m, at + 8)
            if found == key:
                return i + k
            stored = load(m, at)
            if found == UNBOUND:
                if stored == 0:
                    return MISSING - (i + k if reusable < 0 else reusable)
                reusable = i + k
            elif stored == word:
                if is_str(m, found) and is_str(m, key):
                    if str_same(m, found, key):
                        return i + k
                else:
                    r = equal(m, found, key)
                    if r == EQUAL_YES:
                        return i + k
                    if r != EQUAL_NO:
                        return LOOKUP_PYTHON if r == EQUAL_PYTHON else LOOKUP_FAILED
            at += SLOT_BYTES
        probes += 1
        if probes > FREE_PROBES:
            charge(m, LINEAR_PROBES)
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + 1 + perturb) & mask


@kernel("i8(i8, i8, i8)")
def set_free_slot(m, s, word):
    """Slot for a new element with a hash word: the last deleted one on its way, or a free one."""
    start = field(m, s, SET_ENTRIES) + 7
    mask = set_slots(m, s) - 1
    perturb = word >> 1
    i = perturb & mask
    reusable = -1
    while True:
        n = LINEAR_PROBES + 1 if i + LINEAR_PROBES <= mask else 1
        at = start + i * SLOT_BYTES
        for k in range(n):
            if load(m, at + 8) == UNBOUND:
                if load(m, at) == 0:
                    return i + k if reusable < 0 else reusable
                reusable = i + k
            at += SLOT_BYTES
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + 1 + perturb) & mask


@kernel("i8(i8, i8, i8)")
def set_find_key(m, s, key):
    """Slot of an element, -1, LOOKUP_PYTHON, or as ``found_status`` reads."""
    h = hash_quick(m, key)
    if h == -1:
        status = trouble_status(m)
        return LOOKUP_PYTHON if status == DECLINE else LOOKUP_FAILED - status
    r = set_lookup(m, s, key, h)
    if r <= MISSING:
        return -1
    if r == LOOKUP_FAILED:
        return LOOKUP_FAILED - FAIL
    return r


@kernel("i8(i8, i8)")
def as_element(m, key):
    """What is sought for a key: a set counts as the frozenset of the same elements.

    An instance around a set does so only without a hash of its own, which the prelude knows.
    """
    plain = unwrap(m, key)
    if kind_of(m, plain) != KIND_SET:
        return key
    if plain != key:
        owner = field(m, field(m, key, INSTANCE_SHAPE), SHAPE_CLASS)
        if (field(m, owner, CLASS_FLAGS) >> 1) & CLASS_FLAG_EQ:
            return key
    shared = allocate(m, KIND_FROZENSET, SET_WORDS)
    move_bytes(m, shared + 7, plain + 7, (SET_WORDS - 1) * 8)
    set_field(m, shared, SET_HASH, UNBOUND)
    return shared


# ---------------------------------------------------------------- change
@kernel("i8(i8, i8, i8, i8, i8)")
def set_fill_slot(m, s, slot, word, key):
    """Put a new element into a free slot, growing after it as CPython does. Answers a status."""
    at = set_entry(m, s, slot)
    used = set_length(m, s) + 1
    fill = field(m, s, SET_FILL) >> 1
    grows = False
    if load(m, at) != DELETED:
        fill += 1
        grows = fill * 5 >= (set_slots(m, s) - 1) * 3
    if grows:
        n_bytes = table_slots_for(grown(used)) * SLOT_BYTES + 8
        if not has_room(m, n_bytes):
            return need_room(m, n_bytes)
    store(m, at, word)
    store(m, at + 8, key)
    set_field(m, s, SET_LENGTH, used << 1)
    set_field(m, s, SET_FILL, fill << 1)
    set_field(m, s, SET_VERSION, field(m, s, SET_VERSION) + 2)
    if grows:
        return set_resize(m, s, grown(used))
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def set_add(m, s, key, h):
    """Add an element with hash h. Answers a status."""
    if is_frozen(m, s):
        return refuse_frozen(m, s)
    r = set_lookup(m, s, key, h)
    if r >= 0:
        return NEXT
    if r > MISSING:
        return DECLINE if r == LOOKUP_PYTHON else FAIL
    return set_fill_slot(m, s, MISSING - r, wrap_add(h, h), key)


@kernel("i8(i8, i8, i8)")
def set_add_key(m, s, key):
    """Add an element. Answers a status."""
    h = hash_quick(m, key)
    if h == -1:
        return trouble_status(m)
    return set_add(m, s, key, h)


@kernel("i8(i8, i8, i8)")
def set_delete_slot(m, s, slot):
    """Remove the element of a slot."""
    at = set_entry(m, s, slot)
    store(m, at, DELETED)
    store(m, at + 8, UNBOUND)
    set_field(m, s, SET_LENGTH, field(m, s, SET_LENGTH) - 2)
    set_field(m, s, SET_VERSION, field(m, s, SET_VERSION) + 2)
    return 0


@kernel("i8(i8, i8)")
def set_clear(m, s):
    """Remove everything."""
    set_field(m, s, SET_ENTRIES, new_set_table(m, SMALLEST_TABLE))
    set_field(m, s, SET_USED, SMALLEST_TABLE << 1)
    set_field(m, s, SET_LENGTH, 0)
    set_field(m, s, SET_FILL, 0)
    set_field(m, s, SET_VERSION, field(m, s, SET_VERSION) + 2)
    return 0


@kernel("i8(i8, i8)")
def set_pop_slot(m, s):
    """Slot of the element that pop() takes, of a set that is not empty; moves the finger."""
    mask = set_slots(m, s) - 1
    slot = (field(m, s, SET_FINGER) >> 1) & mask
    passed = 0
    while load(m, set_entry(m, s, slot) + 8) == UNBOUND:
        slot = (slot + 1) & mask
        passed += 1
    if passed > FREE_PROBES:
        charge(m, passed)
    set_field(m, s, SET_FINGER, (slot + 1) << 1)
    return slot


@kernel("i8(i8, i8, i8)")
def set_merge(m, s, other):
    """Add every element of another set. Answers a status."""
    n = set_length(m, other)
    if other == s or n == 0:
        return NEXT
    if ((field(m, s, SET_FILL) >> 1) + n) * 5 >= (set_slots(m, s) - 1) * 3:
        status = set_resize(m, s, (set_length(m, s) + n) * 2)
        if status != NEXT:
            return status
    slots = set_slots(m, other)
    at = set_entry(m, other, 0)
    charge(m, slots)
    if field(m, s, SET_FILL) == 0:
        if set_slots(m, s) == slots and field(m, other, SET_FILL) == n << 1:
            move_bytes(m, set_entry(m, s, 0), at, slots * SLOT_BYTES)
        else:
            start, mask = set_entry(m, s, 0), set_slots(m, s) - 1
            for _ in range(slots):
                if load(m, at + 8) != UNBOUND:
                    set_insert_clean(m, start, mask, load(m, at), load(m, at + 8))
                at += SLOT_BYTES
        set_field(m, s, SET_LENGTH, n << 1)
        set_field(m, s, SET_FILL, n << 1)
        set_field(m, s, SET_VERSION, field(m, s, SET_VERSION) + 2)
        return NEXT
    for _ in range(slots):
        if load(m, at + 8) != UNBOUND:
            status = set_add(m, s, load(m, at + 8), load(m, at) >> 1)
            if status != NEXT:
                return status
        at += SLOT_BYTES
    return NEXT


# ---------------------------------------------------------------- items, for the item opcodes
@kernel("i8(i8, i8, i8, i8)")
def set_contains(m, s, key, dst):
    """``key in s`` to offset dst: a status."""
    r = set_find_key(m, s, as_element(m, key))
    if r >= -1:
        store(m, dst, FALSE if r == -1 else TRUE)
        return NEXT
    if r == LOOKUP_PYTHON:
        return call_helper2(m, Helper.SET_CONTAINS, RETURN_VALUE, dst, s, key)
    return found_status(r)


@kernel("i8(i8, i8, i8)")
def set_add_item(m, s, key):
    """``s.add(key)``: a status."""
    status = set_add_key(m, s, key)
    if status == DECLINE:
        return call_helper2(m, Helper.SET_ADD, RETURN_DISCARD, 0, s, key)
    return status


@export
@kernel("i8(i8, i8)")
def set_rebuild(m, s):
    """Make the table of the elements the host wrote densely (hash words 0, SET_USED of them).

    Answers 0, or 1 if an element is unhashable or needs Python code.
    """
    n = field(m, s, SET_USED) >> 1
    at = field(m, s, SET_ENTRIES) + 7
    slots = SMALLEST_TABLE
    if n * 5 >= (SMALLEST_TABLE - 1) * 3:
        # what a copy of the host's set would have
        slots = table_slots_for(n * 2)
    set_field(m, s, SET_ENTRIES, new_set_table(m, slots))
    set_field(m, s, SET_USED, slots << 1)
    set_field(m, s, SET_HASH, UNBOUND if kind_of(m, s) == KIND_FROZENSET else 0)
    set_field(m, s, SET_VERSION, 0)
    live = 0
    for _ in range(n):
        key = load(m, at + 8)
        h = hash_quick(m, key)
        if h == -1:
            return 1
        r = set_lookup(m, s, key, h)
        if r <= MISSING:
            place = set_entry(m, s, MISSING - r)
            store(m, place, wrap_add(h, h))
            store(m, place + 8, key)
            live += 1
        elif r < 0:
            return 1
        at += SLOT_BYTES
    set_field(m, s, SET_LENGTH, live << 1)
    set_field(m, s, SET_FILL, live << 1)
    return 0


# ---------------------------------------------------------------- opcodes
@opcode(Op.SET_ADD)
def op_set_add(m, base, insn):
    return set_add_item(m, get_a(m, base, insn), get_b(m, base, insn))


@opcode(Op.BUILD_SET)
def op_build_set(m, base, insn):
    n = number_c(insn)
    # tables double or more as they grow: all of them together
    n_bytes = n * 11 * SLOT_BYTES + n * 8 + 256
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    s = set_new(m, KIND_SET)
    at = at_b(base, insn)
    for i in range(n):
        status = set_add_key(m, s, load(m, at + i * 8))
        if status == DECLINE:
            set_word(m, 0, STATE_ARGUMENT_0, operands_tuple(m, at, n))
            return call_helper(m, Helper.BUILD_SET, 1, RETURN_VALUE, at_a(base, insn))
        if status != NEXT:
            return status
    put_a(m, base, insn, s)
    return NEXT
