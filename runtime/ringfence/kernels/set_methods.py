"""Methods of set and frozenset, and the steps the prelude needs for elements of user classes.

A method declines when a user's ``__hash__`` or ``__eq__`` has to run, or when an argument is not
of the plain kind it knows; its fallback in the prelude goes on. Both classes share the kernels.
"""

from typing import Final

from ringfence.failures import Failure
from ringfence.kernels.dict_methods import table_word
from ringfence.kernels.dicts import found_status, is_frozen, refuse_frozen
from ringfence.kernels.equality import EQUAL_FAILED, EQUAL_PYTHON, equal
from ringfence.kernels.hashing import hash_given
from ringfence.kernels.iteration import iterator_of, iterator_step
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import field, load, store, word, wrap_add
from ringfence.kernels.objects import (
    charge,
    fail,
    has_room,
    kind_of,
    need_room,
    new_tuple,
    set_tuple_item,
)
from ringfence.kernels.probing import set_candidate
from ringfence.kernels.set_algebra import (
    FIRST_REFERENCE,
    ITEM_AT,
    answer_question,
    fresh_outcome,
    set_and,
    set_binary,
    set_compare,
    set_covers,
    set_discard_all,
    set_disjoint,
    set_from,
    set_inplace,
    set_intersect_update,
    set_minus,
    set_toggle_all,
    set_update,
    set_within,
    set_xor,
)
from ringfence.kernels.sets import (
    as_element,
    grown,
    is_set,
    set_add_key,
    set_clear,
    set_delete_slot,
    set_entry,
    set_fill_slot,
    set_find_key,
    set_free_slot,
    set_length,
    set_merge,
    set_new,
    set_pop_slot,
    set_slots,
    table_slots_for,
)
from ringfence.kernels.status import DECLINE, FAIL, NEXT
from ringfence.kernels.tags import FALSE, NONE, NOT_IMPLEMENTED, TRUE, UNBOUND, bool_value
from ringfence.layout import (
    ITERATE_SEQUENCE,
    ITERATOR_TYPE,
    KIND_FROZENSET,
    KIND_INSTANCE,
    KIND_ITERATOR,
    KIND_SET,
    SET_FILL,
    SET_VERSION,
    STATE_HEAP_TOP,
)
from ringfence.opcodes import Op

MAX_STEPS: Final = 20_000  # items that one call takes from an iterator


# ---------------------------------------------------------------- one element
@native("set.add")
def native_set_add(m, args, n, dst):
    s = load(m, args)
    if kind_of(m, s) != KIND_SET:
        return DECLINE
    status = set_add_key(m, s, load(m, args + 8))
    if status == NEXT:
        store(m, dst, NONE)
    return status


@kernel("i8(i8, i8, i8)")
def take_away(m, args, dst):
    """Remove an element: NEXT with TRUE or FALSE (it was not there) at dst, or a status."""
    s = load(m, args)
    if kind_of(m, s) != KIND_SET:
        return DECLINE
    if is_frozen(m, s):
        return refuse_frozen(m, s)
    r = set_find_key(m, s, as_element(m, load(m, args + 8)))
    if r < -1:
        return found_status(r)
    if r >= 0:
        set_delete_slot(m, s, r)
    store(m, dst, FALSE if r < 0 else TRUE)
    return NEXT


@native("set.discard")
def native_set_discard(m, args, n, dst):
    status = take_away(m, args, dst)
    if status == NEXT:
        store(m, dst, NONE)
    return status


@native("set.remove")
def native_set_remove(m, args, n, dst):
    key = load(m, args + 8)
    status = take_away(m, args, dst)
    if status == NEXT:
        if load(m, dst) == FALSE:
            return fail(m, Failure.KEY_MISSING, key, NONE)
        store(m, dst, NONE)
    return status


@native("set.pop")
def native_set_pop(m, args, n, dst):
    s = load(m, args)
    if kind_of(m, s) != KIND_SET:
        return DECLINE
    if is_frozen(m, s):
        return refuse_frozen(m, s)
    if set_length(m, s) == 0:
        return fail(m, Failure.SET_POP_EMPTY, s, NONE)
    slot = set_pop_slot(m, s)
    value = load(m, set_entry(m, s, slot) + 8)
    set_delete_slot(m, s, slot)
    store(m, dst, value)
    return NEXT


@native("set.clear")
def native_set_clear(m, args, n, dst):
    s = load(m, args)
    if kind_of(m, s) != KIND_SET:
        return DECLINE
    if is_frozen(m, s):
        return refuse_frozen(m, s)
    set_clear(m, s)
    store(m, dst, NONE)
    return NEXT


# ---------------------------------------------------------------- in place, many operands
@native("set.update")
def native_set_update(m, args, n, dst):
    s = load(m, args)
    if kind_of(m, s) != KIND_SET:
        return DECLINE
    for i in range(1, n):
        status = set_update(m, s, load(m, args + i * 8))
        if status != NEXT:
            return status
    store(m, dst, NONE)
    return NEXT


@native("set.intersection_update")
def native_set_intersection_update(m, args, n, dst):
    s = load(m, args)
    if kind_of(m, s) != KIND_SET:
        return DECLINE
    for i in range(1, n):
        status = set_intersect_update(m, s, load(m, args + i * 8))
        if status != NEXT:
            return status
    store(m, dst, NONE)
    return NEXT


@native("set.difference_update")
def native_set_difference_update(m, args, n, dst):
    s = load(m, args)
    if kind_of(m, s) != KIND_SET:
        return DECLINE
    for i in range(1, n):
        status = set_discard_all(m, s, load(m, args + i * 8))
        if status != NEXT:
            return status
    store(m, dst, NONE)
    return NEXT


@native("set.symmetric_difference_update")
def native_set_symmetric_difference_update(m, args, n, dst):
    s = load(m, args)
    if kind_of(m, s) != KIND_SET:
        return DECLINE
    status = set_toggle_all(m, s, load(m, args + 8))
    if status == NEXT:
        store(m, dst, NONE)
    return status


# ---------------------------------------------------------------- new sets
@kernel("i8(i8, i8, i8)")
def store_made(m, made, dst):
    """Store a set that was made, or answer the status."""
    if made < FIRST_REFERENCE:
        return made
    store(m, dst, made)
    return NEXT


@native("set.union", "frozenset.union")
def native_make_union(m, args, n, dst):
    s = load(m, args)
    if not is_set(m, s):
        return DECLINE
    start = word(m, 0, STATE_HEAP_TOP)
    made = set_new(m, kind_of(m, s))
    status = set_merge(m, made, s)
    for i in range(1, n):
        if status == NEXT and load(m, args + i * 8) != s:
            status = set_update(m, made, load(m, args + i * 8))
    return store_made(m, fresh_outcome(m, status, made, start), dst)


@native("set.intersection", "frozenset.intersection")
def native_make_intersection(m, args, n, dst):
    made = load(m, args)
    if not is_set(m, made):
        return DECLINE
    if n == 1:
        return native_make_union(m, args, n, dst)
    for i in range(1, n):
        made = set_and(m, made, load(m, args + i * 8))
        if made < FIRST_REFERENCE:
            return made
    return store_made(m, made, dst)


@native("set.difference", "frozenset.difference")
def native_make_difference(m, args, n, dst):
    if not is_set(m, load(m, args)):
        return DECLINE
    if n == 1:
        return native_make_union(m, args, n, dst)
    made = set_minus(m, load(m, args), load(m, args + 8))
    if made < FIRST_REFERENCE:
        return made
    for i in range(2, n):
        status = set_discard_all(m, made, load(m, args + i * 8))
        if status != NEXT:
            return status
    return store_made(m, made, dst)


@native("set.symmetric_difference", "frozenset.symmetric_difference")
def native_make_symmetric_difference(m, args, n, dst):
    if not is_set(m, load(m, args)):
        return DECLINE
    return store_made(m, set_xor(m, load(m, args), load(m, args + 8)), dst)


@native("set.copy", "frozenset.copy")
def native_make_copy(m, args, n, dst):
    """copy(): a frozenset is its own copy."""
    s = load(m, args)
    if kind_of(m, s) == KIND_FROZENSET:
        store(m, dst, s)
        return NEXT
    if kind_of(m, s) != KIND_SET:
        return DECLINE
    return store_made(m, set_from(m, KIND_SET, s), dst)


# ---------------------------------------------------------------- questions
@native("set.issubset", "frozenset.issubset")
def native_ask_subset(m, args, n, dst):
    if not is_set(m, load(m, args)):
        return DECLINE
    return answer_question(m, set_within(m, load(m, args), load(m, args + 8)), dst)


@native("set.issuperset", "frozenset.issuperset")
def native_ask_superset(m, args, n, dst):
    if not is_set(m, load(m, args)):
        return DECLINE
    return answer_question(m, set_covers(m, load(m, args), load(m, args + 8)), dst)


@native("set.isdisjoint", "frozenset.isdisjoint")
def native_ask_disjoint(m, args, n, dst):
    if not is_set(m, load(m, args)):
        return DECLINE
    return answer_question(m, set_disjoint(m, load(m, args), load(m, args + 8)), dst)


@native("set.__contains__", "frozenset.__contains__")
def native_ask_contains(m, args, n, dst):
    s = load(m, args)
    if not is_set(m, s):
        return DECLINE
    r = set_find_key(m, s, as_element(m, load(m, args + 8)))
    if r < -1:
        return found_status(r)
    store(m, dst, FALSE if r < 0 else TRUE)
    return NEXT


@native("set.__len__", "frozenset.__len__")
def native_ask_length(m, args, n, dst):
    s = load(m, args)
    if not is_set(m, s):
        return DECLINE
    store(m, dst, set_length(m, s) << 1)
    return NEXT


@native("set.__eq__", "frozenset.__eq__")
def native_ask_equal(m, args, n, dst):
    a, b = load(m, args), load(m, args + 8)
    if not is_set(m, a) or not is_set(m, b):
        return DECLINE
    r = equal(m, a, b)
    if r == EQUAL_PYTHON:
        return DECLINE
    if r == EQUAL_FAILED:
        return FAIL
    store(m, dst, bool_value(r))
    return NEXT


@native("set.__iter__", "frozenset.__iter__")
def native_make_iterator(m, args, n, dst):
    s = load(m, args)
    if not is_set(m, s):
        return DECLINE
    store(m, dst, iterator_of(m, s))
    return NEXT


# ---------------------------------------------------------------- operators
@kernel("i8(i8, i8, i8, i8)")
def operator_answer(m, operator, args, dst):
    """An operator of two sets; NotImplemented if the other one is none."""
    a, b = load(m, args), load(m, args + 8)
    if not is_set(m, a):
        return DECLINE
    if not is_set(m, b):
        if kind_of(m, b) == KIND_INSTANCE:
            return DECLINE
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    if operator <= Op.XOR:
        return set_binary(m, operator, a, b, dst)
    return set_compare(m, operator, a, b, dst)


@native("set.__or__", "frozenset.__or__")
def native_set_or(m, args, n, dst):
    return operator_answer(m, Op.OR, args, dst)


@native("set.__and__", "frozenset.__and__")
def native_set_and(m, args, n, dst):
    return operator_answer(m, Op.AND, args, dst)


@native("set.__sub__", "frozenset.__sub__")
def native_set_sub(m, args, n, dst):
    return operator_answer(m, Op.SUB, args, dst)


@native("set.__xor__", "frozenset.__xor__")
def native_set_xor(m, args, n, dst):
    return operator_answer(m, Op.XOR, args, dst)


@native("set.__lt__", "frozenset.__lt__")
def native_set_lt(m, args, n, dst):
    return operator_answer(m, Op.LT, args, dst)


@native("set.__le__", "frozenset.__le__")
def native_set_le(m, args, n, dst):
    return operator_answer(m, Op.LE, args, dst)


@native("set.__gt__", "frozenset.__gt__")
def native_set_gt(m, args, n, dst):
    return operator_answer(m, Op.GT, args, dst)


@native("set.__ge__", "frozenset.__ge__")
def native_set_ge(m, args, n, dst):
    return operator_answer(m, Op.GE, args, dst)


@kernel("i8(i8, i8, i8, i8)")
def inplace_answer(m, operator, args, dst):
    """An in-place operator of a set and another one."""
    a, b = load(m, args), load(m, args + 8)
    if kind_of(m, a) != KIND_SET:
        return DECLINE
    if not is_set(m, b):
        if kind_of(m, b) == KIND_INSTANCE:
            return DECLINE
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    return set_inplace(m, operator, a, b, dst)


@native("set.__ior__")
def native_set_ior(m, args, n, dst):
    return inplace_answer(m, Op.OR, args, dst)


@native("set.__iand__")
def native_set_iand(m, args, n, dst):
    return inplace_answer(m, Op.AND, args, dst)


@native("set.__isub__")
def native_set_isub(m, args, n, dst):
    return inplace_answer(m, Op.SUB, args, dst)


@native("set.__ixor__")
def native_set_ixor(m, args, n, dst):
    return inplace_answer(m, Op.XOR, args, dst)


# ---------------------------------------------------------------- from any container
@native("set_of")
def native_set_of(m, args, n, dst):
    """set_of(container): a new set; declined for what kernels cannot walk."""
    return store_made(m, set_from(m, KIND_SET, load(m, args)), dst)


@native("frozenset_of")
def native_frozenset_of(m, args, n, dst):
    """frozenset_of(container): a frozenset; one that is given is answered itself."""
    w = load(m, args)
    if kind_of(m, w) == KIND_FROZENSET:
        store(m, dst, w)
        return NEXT
    return store_made(m, set_from(m, KIND_FROZENSET, w), dst)


@native("set_take")
def native_set_take(m, args, n, dst):
    """set_take(set, iterator): add items from it, some thousands at most.

    None: exhausted; True: there are more; a tuple of one item: that item has been taken and is for
    Python to add; NotImplemented: no kernel can step this iterator.
    """
    s, it = load(m, args), load(m, args + 8)
    if not is_set(m, s):
        return DECLINE
    if is_frozen(m, s):
        return refuse_frozen(m, s)
    if kind_of(m, it) != KIND_ITERATOR or field(m, it, ITERATOR_TYPE) >> 1 == ITERATE_SEQUENCE:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    left = 0
    for steps in range(MAX_STEPS):
        if left == 0:
            # what the next 64 items made by the iterator may take
            if not has_room(m, 0x9000):
                return need_room(m, 0x9000)
            left = 64
        left -= 1
        # room for growth is asked for before an item is taken
        fill = field(m, s, SET_FILL) >> 1
        if (fill + 1) * 5 >= (set_slots(m, s) - 1) * 3:
            n_bytes = table_slots_for(grown(set_length(m, s) + 1)) * 16 + 64
            if not has_room(m, n_bytes):
                return need_room(m, n_bytes)
        outcome = iterator_step(m, it, ITEM_AT)
        if outcome == 0:
            charge(m, steps * 3)
            store(m, dst, NONE)
            return NEXT
        if outcome == DECLINE:
            store(m, dst, NOT_IMPLEMENTED)
            return NEXT
        if outcome != 1:
            return outcome
        item = load(m, ITEM_AT)
        status = set_add_key(m, s, item)
        if status == DECLINE:
            single = new_tuple(m, 1)
            set_tuple_item(m, single, 0, item)
            store(m, dst, single)
            return NEXT
        if status != NEXT:
            return status
    charge(m, MAX_STEPS * 3)
    store(m, dst, TRUE)
    return NEXT


# ---------------------------------------------------------------- steps for user-defined elements
@native("set_version")
def native_set_version(m, args, n, dst):
    s = load(m, args)
    if not is_set(m, s):
        return DECLINE
    store(m, dst, field(m, s, SET_VERSION))
    return NEXT


@native("set_probe")
def native_set_probe(m, args, n, dst):
    """set_probe(set, key, hash, skip): slot holding this very key, or the (skip+1)-th slot with
    its hash; -1: no further one.
    """
    s, skip = load(m, args), load(m, args + 24)
    if not is_set(m, s) or (skip & 1) != 0:
        return DECLINE
    found = set_candidate(m, s, table_word(m, load(m, args + 16)), load(m, args + 8), skip >> 1)
    store(m, dst, found << 1)
    return NEXT


@kernel("i8(i8, i8)")
def slot_argument(m, args):
    """Offset of the element given by (set, slot), 0 if there is none."""
    s, slot = load(m, args), load(m, args + 8)
    if not is_set(m, s) or (slot & 1) != 0:
        return 0
    if slot < 0 or slot >> 1 >= set_slots(m, s):
        return 0
    at = set_entry(m, s, slot >> 1)
    return 0 if load(m, at + 8) == UNBOUND else at


@native("set_entry")
def native_set_entry(m, args, n, dst):
    """set_entry(set, slot): the element there."""
    at = slot_argument(m, args)
    if at == 0:
        return DECLINE
    store(m, dst, load(m, at + 8))
    return NEXT


@native("set_insert")
def native_set_insert(m, args, n, dst):
    """set_insert(set, key, hash): add an element without comparing."""
    s = load(m, args)
    if not is_set(m, s):
        return DECLINE
    if is_frozen(m, s):
        return refuse_frozen(m, s)
    h = hash_given(m, load(m, args + 16))
    slot = set_free_slot(m, s, wrap_add(h, h))
    status = set_fill_slot(m, s, slot, wrap_add(h, h), load(m, args + 8))
    if status == NEXT:
        store(m, dst, NONE)
    return status


@native("set_delete_entry")
def native_set_delete_entry(m, args, n, dst):
    """set_delete_entry(set, slot)"""
    at = slot_argument(m, args)
    if at == 0:
        return DECLINE
    if is_frozen(m, load(m, args)):
        return refuse_frozen(m, load(m, args))
    set_delete_slot(m, load(m, args), load(m, args + 8) >> 1)
    store(m, dst, NONE)
    return NEXT
