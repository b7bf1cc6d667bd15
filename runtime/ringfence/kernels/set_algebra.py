"""Operations on whole sets: update, union, intersection, difference, comparison.

Each follows the function of its name in CPython's ``Objects/setobject.c``, which elements come
from which operand in which order included. The other operand may be a set, a dict, or a builtin
container of at most ``MAX_ITEMS`` items; anything else is declined, and the prelude goes on in
bounded steps. A function that makes a set answers its reference, or a status (below
``FIRST_REFERENCE``). A kernel that runs out of room while it fills a fresh set asks for what it
has used so far as well, so that the second attempt gets further than the first.
"""

from typing import Final

from ringfence.failures import Helper
from ringfence.kernels.dicts import LOOKUP_PYTHON, MISSING, dict_lookup, is_frozen, refuse_frozen
from ringfence.kernels.equality import dict_count, user_equality
from ringfence.kernels.hashing import hash_quick, trouble_status
from ringfence.kernels.iteration import iteration_bound, iterator_of, iterator_step
from ringfence.kernels.jit import kernel, opcode
from ringfence.kernels.memory import field, load, set_field, set_word, store, word, wrap_add
from ringfence.kernels.objects import call_helper2, charge, has_room, kind_of, need_room, unwrap
from ringfence.kernels.probing import dict_entry
from ringfence.kernels.registers import get_a, get_b
from ringfence.kernels.sets import (
    SLOT_BYTES,
    grown,
    is_set,
    set_add,
    set_clear,
    set_delete_slot,
    set_entry,
    set_fill_slot,
    set_length,
    set_lookup,
    set_merge,
    set_new,
    set_resize,
    set_slots,
    table_slots_for,
)
from ringfence.kernels.status import DECLINE, FAIL, NEEDS_ROOM, NEXT
from ringfence.kernels.tags import FALSE, TRUE, UNBOUND
from ringfence.layout import (
    DICT_USED,
    KIND_BYTEARRAY,
    KIND_BYTES,
    KIND_DICT,
    KIND_DICT_VIEW,
    KIND_LIST,
    KIND_MAPPING_PROXY,
    KIND_RANGE,
    KIND_SET,
    KIND_STR,
    KIND_TUPLE,
    RETURN_DISCARD,
    SCRATCH_AT,
    SET_ENTRIES,
    SET_FILL,
    SET_LENGTH,
    SET_USED,
    SET_VERSION,
    STATE_HEAP_SOFT,
    STATE_HEAP_TOP,
    STATE_ROOM,
)
from ringfence.opcodes import Op

FIRST_REFERENCE: Final = 64
MAX_ITEMS: Final = 20_000
STOPPED: Final = 32  # a walk found what decides the question
ITEM_AT: Final = SCRATCH_AT + 0xFE000  # where iterators put items
FREE_BYTES: Final = 0x6000  # what items made by an iterator may take without asking

# what a walk does with each element; s is the set (or dict) it is sought in
WALK_ADD: Final = 0  # add it to s
WALK_DISCARD: Final = 1  # remove it from s
WALK_TOGGLE: Final = 2  # remove it from s, or add it
WALK_KEEP: Final = 3  # add it to the result if s has it
WALK_LACK: Final = 4  # add it to the result if s lacks it
WALK_ANY: Final = 5  # stop if s has it
WALK_ALL: Final = 6  # stop if s lacks it
WALK_PROBE: Final = 7  # only find out whether Python code is needed


# ---------------------------------------------------------------- walking the other operand
@kernel("i8(i8, i8, i8, i8, i8, i8)")
def walk_element(m, what, key, h, s, result):
    """Do with one element what the walk is for: a status, or STOPPED."""
    if what == WALK_ADD:
        return set_add(m, s, key, h)
    r = dict_lookup(m, s, key, h) if kind_of(m, s) == KIND_DICT else set_lookup(m, s, key, h)
    if r < 0 and r > MISSING:
        return DECLINE if r == LOOKUP_PYTHON else FAIL
    if what == WALK_DISCARD:
        if r >= 0:
            set_delete_slot(m, s, r)
    elif what == WALK_TOGGLE:
        if r < 0:
            return set_fill_slot(m, s, MISSING - r, wrap_add(h, h), key)
        set_delete_slot(m, s, r)
    elif what == WALK_KEEP:
        if r >= 0:
            return set_add(m, result, key, h)
    elif what == WALK_LACK:
        if r < 0:
            return set_add(m, result, key, h)
    elif what == WALK_ANY:
        if r >= 0:
            return STOPPED
    elif what == WALK_ALL:
        if r < 0:
            return STOPPED
    elif (key & 7) == 1 and user_equality(m, key):
        return DECLINE
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def walk_table(m, what, at, n, stride, s, result):
    """Walk n places of a table of (hash word, key, ...)."""
    status = NEXT
    for _ in range(n):
        key = load(m, at + 8)
        if key != UNBOUND and (stride == SLOT_BYTES or load(m, at + 16) != UNBOUND):
            status = walk_element(m, what, key, load(m, at) >> 1, s, result)
            if status != NEXT:
                break
        at += stride
    charge(m, n * 2)
    return status


@kernel("i8(i8, i8)")
def is_walkable(m, w):
    """Whether a value can be iterated from its beginning without any effect."""
    k = kind_of(m, w)
    if k == KIND_LIST or k == KIND_TUPLE or k == KIND_STR or k == KIND_RANGE:
        return 1
    if k == KIND_BYTES or k == KIND_BYTEARRAY or k == KIND_MAPPING_PROXY:
        return 1
    return k == KIND_DICT_VIEW


@kernel("i8(i8, i8, i8, i8, i8)")
def walk(m, what, other, s, result):
    """Walk every element of a container: a status, or STOPPED."""
    if is_set(m, other):
        at = set_entry(m, other, 0)
        return walk_table(m, what, at, set_slots(m, other), SLOT_BYTES, s, result)
    if kind_of(m, other) == KIND_DICT:
        used = field(m, other, DICT_USED) >> 1
        return walk_table(m, what, dict_entry(m, other, 0), used, 24, s, result)
    if not is_walkable(m, other):
        return DECLINE
    it = iterator_of(m, other)
    if it == 0 or iteration_bound(m, it) > MAX_ITEMS:
        return DECLINE
    start = word(m, 0, STATE_HEAP_TOP)
    room = word(m, 0, STATE_HEAP_SOFT) - start
    if room < FREE_BYTES:
        room = FREE_BYTES
    n = 0
    while True:
        taken = word(m, 0, STATE_HEAP_TOP) - start
        if taken > room:
            return need_room(m, taken)
        outcome = iterator_step(m, it, ITEM_AT)
        if outcome == 0:
            break
        if outcome != 1:
            return outcome
        key = load(m, ITEM_AT)
        h = hash_quick(m, key)
        if h == -1:
            return trouble_status(m)
        status = walk_element(m, what, key, h, s, result)
        if status != NEXT:
            return status
        n += 1
        if what == WALK_KEEP and set_length(m, result) >= set_length(m, s):
            break
    charge(m, n * 3)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def fresh_outcome(m, status, result, start):
    """Answer of a function that filled a fresh set: the set, or the status."""
    if status == NEXT:
        return result
    if status == NEEDS_ROOM:
        set_word(m, 0, STATE_ROOM, word(m, 0, STATE_ROOM) + word(m, 0, STATE_HEAP_TOP) - start)
    return status


# ---------------------------------------------------------------- update
@kernel("i8(i8, i8, i8)")
def set_update(m, s, other):
    """Add every element of another container. Answers a status."""
    if is_frozen(m, s):
        return refuse_frozen(m, s)
    plain = unwrap(m, other)
    if is_set(m, plain):
        return set_merge(m, s, plain)
    if kind_of(m, other) == KIND_DICT:
        n = dict_count(m, other)
        if ((field(m, s, SET_FILL) >> 1) + n) * 5 >= (set_slots(m, s) - 1) * 3:
            status = set_resize(m, s, (set_length(m, s) + n) * 2)
            if status != NEXT:
                return status
    return walk(m, WALK_ADD, other, s, s)


@kernel("i8(i8, i8, i8)")
def set_from(m, kind_, other):
    """A new set of the elements of a container: the set, or a status."""
    start = word(m, 0, STATE_HEAP_TOP)
    s = set_new(m, kind_)
    return fresh_outcome(m, set_update(m, s, other), s, start)


@kernel("i8(i8, i8, i8)")
def set_or(m, a, b):
    """A new set of the kind of a: a, then b."""
    start = word(m, 0, STATE_HEAP_TOP)
    s = set_new(m, kind_of(m, a))
    status = set_merge(m, s, a)
    if status == NEXT and a != b:
        status = set_update(m, s, b)
    return fresh_outcome(m, status, s, start)


# ---------------------------------------------------------------- intersection
@kernel("i8(i8, i8, i8)")
def set_and(m, a, b):
    """A new set of the kind of a: the elements of both (from b, or from a if that is smaller)."""
    start = word(m, 0, STATE_HEAP_TOP)
    s = set_new(m, kind_of(m, a))
    b = plain_set(m, b)
    if is_set(m, b) and set_length(m, b) > set_length(m, a):
        a, b = b, a
    return fresh_outcome(m, walk(m, WALK_KEEP, b, a, s), s, start)


@kernel("i8(i8, i8)")
def plain_set(m, w):
    """The set inside an instance of a subclass of set; any other value itself."""
    plain = unwrap(m, w)
    return plain if is_set(m, plain) else w


@kernel("i8(i8, i8, i8)")
def set_take_body(m, s, other):
    """Give s the table of a fresh set."""
    set_field(m, s, SET_ENTRIES, field(m, other, SET_ENTRIES))
    set_field(m, s, SET_USED, field(m, other, SET_USED))
    set_field(m, s, SET_FILL, field(m, other, SET_FILL))
    set_field(m, s, SET_LENGTH, field(m, other, SET_LENGTH))
    set_field(m, s, SET_VERSION, field(m, s, SET_VERSION) + 2)
    return NEXT


@kernel("i8(i8, i8, i8)")
def set_intersect_update(m, s, other):
    """Keep what another container has too. Answers a status."""
    if is_frozen(m, s):
        return refuse_frozen(m, s)
    both = set_and(m, s, other)
    if both < FIRST_REFERENCE:
        return both
    return set_take_body(m, s, both)


# ---------------------------------------------------------------- difference
@kernel("i8(i8, i8, i8)")
def set_discard_all(m, s, other):
    """Remove every element of another container. Answers a status."""
    if is_frozen(m, s):
        return refuse_frozen(m, s)
    other = plain_set(m, other)
    if other == s:
        set_clear(m, s)
        return NEXT
    if is_set(m, other) and set_length(m, other) >> 3 > set_length(m, s):
        other = set_and(m, s, other)
        if other < FIRST_REFERENCE:
            return other
    status = walk(m, WALK_DISCARD, other, s, s)
    if status != NEXT:
        return status
    mask = set_slots(m, s) - 1
    if (field(m, s, SET_FILL) - field(m, s, SET_LENGTH)) >> 1 <= mask // 4:
        return NEXT
    return set_resize(m, s, grown(set_length(m, s)))


@kernel("i8(i8, i8, i8)")
def set_minus(m, a, b):
    """A new set of the kind of a: the elements of a that b lacks."""
    start = word(m, 0, STATE_HEAP_TOP)
    s = set_new(m, kind_of(m, a))
    b = plain_set(m, b)
    other = -1
    if is_set(m, b):
        other = set_length(m, b)
    elif kind_of(m, b) == KIND_DICT:
        other = dict_count(m, b)
    if other >= 0 and set_length(m, a) >> 2 <= other:
        return fresh_outcome(m, walk(m, WALK_LACK, a, b, s), s, start)
    status = set_merge(m, s, a)
    if status == NEXT:
        if a == b:
            set_clear(m, s)
        else:
            status = set_discard_all(m, s, b)
    return fresh_outcome(m, status, s, start)


# ---------------------------------------------------------------- symmetric difference
@kernel("i8(i8, i8, i8)")
def set_xor(m, a, b):
    """A new set of the kind of a: b, with the elements of a toggled."""
    start = word(m, 0, STATE_HEAP_TOP)
    s = set_from(m, kind_of(m, a), b)
    if s < FIRST_REFERENCE:
        return s
    status = walk(m, WALK_TOGGLE, a, s, s)
    return fresh_outcome(m, status, s, start)


@kernel("i8(i8, i8, i8)")
def set_toggle_all(m, s, other):
    """Toggle every element of another container. Answers a status.

    Toggling twice is no toggling: room and Python code are found out before the first change.
    """
    if is_frozen(m, s):
        return refuse_frozen(m, s)
    other = plain_set(m, other)
    if other == s:
        set_clear(m, s)
        return NEXT
    if not is_set(m, other) and kind_of(m, other) != KIND_DICT:
        other = set_from(m, KIND_SET, other)
        if other < FIRST_REFERENCE:
            return other
    n = set_length(m, s)
    n += set_length(m, other) if is_set(m, other) else dict_count(m, other)
    n_bytes = table_slots_for(grown(n)) * SLOT_BYTES * 2
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    status = walk(m, WALK_PROBE, other, s, s)
    if status != NEXT:
        return status
    return walk(m, WALK_TOGGLE, other, s, s)


# ---------------------------------------------------------------- questions
@kernel("i8(i8, i8, i8)")
def set_within(m, a, b):
    """Whether every element of a is in b: TRUE or FALSE (values), or a status negated - 1."""
    b = plain_set(m, b)
    status = NEXT
    if is_set(m, b):
        if set_length(m, a) > set_length(m, b):
            return FALSE
        status = walk(m, WALK_ALL, a, b, b)
    else:
        both = set_and(m, a, b)
        if both < FIRST_REFERENCE:
            return -1 - both
        return TRUE if set_length(m, both) == set_length(m, a) else FALSE
    return question_answer(status, FALSE)


@kernel("i8(i8, i8)", inline=True)
def question_answer(status, stopped):
    """TRUE or FALSE after a walk, or the status negated - 1."""
    if status == NEXT:
        return FALSE + TRUE - stopped
    if status == STOPPED:
        return stopped
    return -1 - status


@kernel("i8(i8, i8, i8)")
def set_covers(m, a, b):
    """Whether a has every element of the container b: as ``set_within``."""
    b = plain_set(m, b)
    if is_set(m, b):
        return set_within(m, b, a)
    return question_answer(walk(m, WALK_ALL, b, a, a), FALSE)


@kernel("i8(i8, i8, i8)")
def set_disjoint(m, a, b):
    """Whether a and the container b have nothing in common: as ``set_within``."""
    b = plain_set(m, b)
    if is_set(m, b) and set_length(m, b) > set_length(m, a):
        a, b = b, a
    return question_answer(walk(m, WALK_ANY, b, a, a), FALSE)


@kernel("i8(i8, i8, i8)")
def answer_question(m, r, dst):
    """Store what a question answered, or answer its status."""
    if r < 0:
        return -1 - r
    store(m, dst, r)
    return NEXT


# ---------------------------------------------------------------- operators
@kernel("i8(i8, i8, i8, i8)")
def set_operation(m, operator, a, b):
    """``a | b`` (and ``& - ^``) of two sets: the new set, or a status."""
    if operator == Op.OR:
        return set_or(m, a, b)
    if operator == Op.AND:
        return set_and(m, a, b)
    if operator == Op.SUB:
        return set_minus(m, a, b)
    return set_xor(m, a, b)


@kernel("i8(i8, i8, i8, i8, i8)")
def set_binary(m, operator, a, b, dst):
    """Binary operator (plain opcode number) on two sets to offset dst: a status.

    DECLINE: not an operator of sets, not both sets, or Python code is needed.
    """
    if operator != Op.OR and operator != Op.AND and operator != Op.SUB and operator != Op.XOR:
        return DECLINE
    if not is_set(m, a) or not is_set(m, b):
        return DECLINE
    made = set_operation(m, operator, a, b)
    if made < FIRST_REFERENCE:
        return made
    store(m, dst, made)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def set_inplace(m, operator, a, b, dst):
    """The same for ``a |= b``: a set is changed, for a frozenset a new one is made."""
    if kind_of(m, a) != KIND_SET or not is_set(m, b):
        return set_binary(m, operator, a, b, dst)
    if operator == Op.OR:
        status = set_update(m, a, b)
    elif operator == Op.AND:
        status = set_intersect_update(m, a, b)
    elif operator == Op.SUB:
        status = set_discard_all(m, a, b)
    elif operator == Op.XOR:
        status = set_toggle_all(m, a, b)
    else:
        return DECLINE
    if status == NEXT:
        store(m, dst, a)
    return status


@kernel("i8(i8, i8, i8, i8, i8)")
def set_compare(m, operator, a, b, dst):
    """``a < b`` (and ``<= > >=``) of two sets to offset dst: a status; DECLINE as set_binary."""
    if not is_set(m, a) or not is_set(m, b):
        return DECLINE
    if operator == Op.GT or operator == Op.GE:
        a, b = b, a
    elif operator != Op.LT and operator != Op.LE:
        return DECLINE
    if operator == Op.LT or operator == Op.GT:
        if set_length(m, a) >= set_length(m, b):
            store(m, dst, FALSE)
            return NEXT
    return answer_question(m, set_within(m, a, b), dst)


@opcode(Op.SET_UPDATE)
def op_set_update(m, base, insn):
    s, other = get_a(m, base, insn), get_b(m, base, insn)
    status = set_update(m, s, other)
    if status == DECLINE:
        return call_helper2(m, Helper.SET_UPDATE, RETURN_DISCARD, 0, s, other)
    return status
