"""Methods of dict and of its views, and the steps the prelude needs for keys of user classes.

A method declines when a user's ``__hash__`` or ``__eq__`` has to run, or when an argument is not
of the plain kind it knows; its fallback in the prelude goes on. The low-level natives
(``dict_probe`` ...) look into a dict without comparing keys, for ``prelude/hashtables.py``.
"""

from typing import Final

from ringfence.failures import Failure
from ringfence.kernels.dicts import (
    LOOKUP_PYTHON,
    MISSING,
    dict_append,
    dict_clear,
    dict_copy,
    dict_copy_bytes,
    dict_delete_entry,
    dict_find_key,
    dict_free_slot,
    dict_last,
    dict_lookup,
    dict_merge_from,
    dict_pop_last,
    dict_put_key,
    dict_reserve,
    dict_set_value,
    dict_value,
    found_status,
    is_frozen,
    refuse_frozen,
)
from ringfence.kernels.equality import EQUAL_FAILED, EQUAL_PYTHON, dict_count, equal
from ringfence.kernels.hashing import (
    TROUBLE_PYTHON,
    XX_5,
    hash_given,
    hash_quick,
    trouble_status,
    xx_end,
    xx_lane,
)
from ringfence.kernels.iteration import iterator_of, iterator_step, new_iterator
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import field, load, set_field, store, word, wrap_add
from ringfence.kernels.objects import (
    allocate,
    charge,
    fail,
    has_room,
    kind_of,
    list_length,
    need_room,
    new_tuple,
    set_tuple_item,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.probing import dict_candidate, dict_entry
from ringfence.kernels.set_algebra import ITEM_AT
from ringfence.kernels.status import DECLINE, FAIL, NEXT
from ringfence.kernels.tags import FALSE, NONE, NOT_IMPLEMENTED, TRUE, UNBOUND, bool_value
from ringfence.layout import (
    BIGINT_DIGITS,
    BIGINT_SIGN,
    DICT_USED,
    DICT_VERSION,
    ITERATE_DICT_ITEMS,
    ITERATE_DICT_KEYS,
    ITERATE_DICT_REVERSED,
    ITERATE_DICT_VALUES,
    ITERATE_SEQUENCE,
    ITERATOR_TYPE,
    KIND_BIGINT,
    KIND_DICT,
    KIND_DICT_VIEW,
    KIND_ITERATOR,
    KIND_LIST,
    KIND_MAPPING_PROXY,
    KIND_TUPLE,
    PROXY_WORDS,
    STATE_SCRATCH_0,
    VIEW_DICT,
    VIEW_TYPE,
    VIEW_WORDS,
)

MAX_STEPS: Final = 20_000  # items that one call takes from an iterator


# ---------------------------------------------------------------- reading
@native("dict.get")
def native_dict_get(m, args, n, dst):
    d = load(m, args)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    r = dict_find_key(m, d, load(m, args + 8))
    if r < -1:
        return found_status(r)
    value = dict_value(m, d, r)
    if value == UNBOUND:
        value = load(m, args + 16) if n > 2 else NONE
    store(m, dst, value)
    return NEXT


@native("dict.__getitem__")
def native_dict_getitem(m, args, n, dst):
    d, key = load(m, args), load(m, args + 8)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    r = dict_find_key(m, d, key)
    if r < -1:
        return found_status(r)
    value = dict_value(m, d, r)
    if value == UNBOUND:
        return fail(m, Failure.KEY_MISSING, key, NONE)
    store(m, dst, value)
    return NEXT


@native("dict.__contains__")
def native_dict_contains(m, args, n, dst):
    d = load(m, args)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    r = dict_find_key(m, d, load(m, args + 8))
    if r < -1:
        return found_status(r)
    store(m, dst, FALSE if dict_value(m, d, r) == UNBOUND else TRUE)
    return NEXT


@native("dict.__len__")
def native_dict_len(m, args, n, dst):
    d = load(m, args)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    store(m, dst, dict_count(m, d) << 1)
    return NEXT


# ---------------------------------------------------------------- changing
@native("dict.__setitem__")
def native_dict_setitem(m, args, n, dst):
    d = load(m, args)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    status = dict_put_key(m, d, load(m, args + 8), load(m, args + 16))
    if status == NEXT:
        store(m, dst, NONE)
    return status


@native("dict.setdefault")
def native_dict_setdefault(m, args, n, dst):
    d, key = load(m, args), load(m, args + 8)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    if is_frozen(m, d):
        return refuse_frozen(m, d)
    h = hash_quick(m, key)
    if h == -1:
        return trouble_status(m)
    r = dict_lookup(m, d, key, h)
    if r < 0 and r > MISSING:
        return DECLINE if r == LOOKUP_PYTHON else FAIL
    value = load(m, args + 16) if n > 2 else NONE
    if r >= 0:
        known = load(m, dict_entry(m, d, r) + 16)
        if known == UNBOUND:
            dict_set_value(m, d, r, value)
        else:
            value = known
    else:
        status = dict_append(m, d, key, h, value, MISSING - r)
        if status != NEXT:
            return status
    store(m, dst, value)
    return NEXT


@native("dict.__delitem__")
def native_dict_delitem(m, args, n, dst):
    d, key = load(m, args), load(m, args + 8)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    if is_frozen(m, d):
        return refuse_frozen(m, d)
    r = dict_find_key(m, d, key)
    if r < -1:
        return found_status(r)
    if dict_value(m, d, r) == UNBOUND:
        return fail(m, Failure.KEY_MISSING, key, NONE)
    dict_delete_entry(m, d, r)
    store(m, dst, NONE)
    return NEXT


@native("dict.pop")
def native_dict_pop(m, args, n, dst):
    d, key = load(m, args), load(m, args + 8)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    if is_frozen(m, d):
        return refuse_frozen(m, d)
    r = -1
    # an empty dict does not hash the key
    if dict_count(m, d) > 0:
        r = dict_find_key(m, d, key)
        if r < -1:
            return found_status(r)
    value = dict_value(m, d, r)
    if value == UNBOUND:
        if n < 3:
            return fail(m, Failure.KEY_MISSING, key, NONE)
        value = load(m, args + 16)
    else:
        dict_delete_entry(m, d, r)
    store(m, dst, value)
    return NEXT


@native("dict.popitem")
def native_dict_popitem(m, args, n, dst):
    d = load(m, args)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    if is_frozen(m, d):
        return refuse_frozen(m, d)
    last = dict_last(m, d)
    if last < 0:
        return fail(m, Failure.DICT_POP_EMPTY, d, NONE)
    at = dict_entry(m, d, last)
    pair = new_tuple(m, 2)
    set_tuple_item(m, pair, 0, load(m, at + 8))
    set_tuple_item(m, pair, 1, load(m, at + 16))
    if last == (field(m, d, DICT_USED) >> 1) - 1:
        dict_pop_last(m, d)
    else:
        dict_delete_entry(m, d, last)
    store(m, dst, pair)
    return NEXT


@native("dict.clear")
def native_dict_clear(m, args, n, dst):
    d = load(m, args)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    if is_frozen(m, d):
        return refuse_frozen(m, d)
    dict_clear(m, d)
    store(m, dst, NONE)
    return NEXT


@native("dict.update")
def native_dict_update(m, args, n, dst):
    """update(dict): other mappings, pairs and keywords are the prelude's."""
    d = load(m, args)
    if kind_of(m, d) != KIND_DICT or n > 2:
        return DECLINE
    if n == 2:
        if kind_of(m, load(m, args + 8)) != KIND_DICT:
            return DECLINE
        status = dict_merge_from(m, d, load(m, args + 8))
        if status != NEXT:
            return status
    store(m, dst, NONE)
    return NEXT


@native("dict.copy")
def native_dict_copy(m, args, n, dst):
    d = load(m, args)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    n_bytes = dict_copy_bytes(m, d)
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    store(m, dst, dict_copy(m, d))
    return NEXT


# ---------------------------------------------------------------- whole dicts
@native("dict.__eq__")
def native_dict_eq(m, args, n, dst):
    a, b = load(m, args), load(m, args + 8)
    if kind_of(m, a) != KIND_DICT:
        return DECLINE
    if kind_of(m, b) != KIND_DICT:
        return DECLINE
    r = equal(m, a, b)
    if r == EQUAL_PYTHON:
        return DECLINE
    if r == EQUAL_FAILED:
        return FAIL
    store(m, dst, bool_value(r))
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def dict_union(m, a, b, dst):
    """``a | b`` of two dicts to offset dst: a status."""
    n_bytes = dict_copy_bytes(m, a) + dict_copy_bytes(m, b) * 2
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    made = dict_copy(m, a)
    status = dict_merge_from(m, made, b)
    if status == NEXT:
        store(m, dst, made)
    return status


@native("dict.__or__")
def native_dict_or(m, args, n, dst):
    a, b = load(m, args), load(m, args + 8)
    if kind_of(m, a) != KIND_DICT or kind_of(m, b) != KIND_DICT:
        return DECLINE
    return dict_union(m, a, b, dst)


@native("dict.__ior__")
def native_dict_ior(m, args, n, dst):
    a, b = load(m, args), load(m, args + 8)
    if kind_of(m, a) != KIND_DICT or kind_of(m, b) != KIND_DICT:
        return DECLINE
    status = dict_merge_from(m, a, b)
    if status == NEXT:
        store(m, dst, a)
    return status


# ---------------------------------------------------------------- views and iterators
@kernel("i8(i8, i8, i8)")
def new_view(m, d, type_):
    view = allocate(m, KIND_DICT_VIEW, VIEW_WORDS)
    set_field(m, view, VIEW_DICT, d)
    set_field(m, view, VIEW_TYPE, type_ << 1)
    return view


@kernel("i8(i8, i8, i8, i8)")
def store_view(m, d, type_, dst):
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    store(m, dst, new_view(m, d, type_))
    return NEXT


@native("dict.keys")
def native_dict_keys(m, args, n, dst):
    return store_view(m, load(m, args), ITERATE_DICT_KEYS, dst)


@native("dict.values")
def native_dict_values(m, args, n, dst):
    return store_view(m, load(m, args), ITERATE_DICT_VALUES, dst)


@native("dict.items")
def native_dict_items(m, args, n, dst):
    return store_view(m, load(m, args), ITERATE_DICT_ITEMS, dst)


@kernel("i8(i8, i8, i8)")
def store_iterator(m, w, dst):
    """iter() of a dict or view to offset dst."""
    if kind_of(m, w) != KIND_DICT and kind_of(m, w) != KIND_DICT_VIEW:
        return DECLINE
    it = iterator_of(m, w)
    if it == 0:
        return DECLINE
    store(m, dst, it)
    return NEXT


@kernel("i8(i8, i8, i8)")
def store_reversed(m, w, dst):
    """reversed() of a dict or view to offset dst."""
    type_ = ITERATE_DICT_KEYS
    d = w
    if kind_of(m, w) == KIND_DICT_VIEW:
        type_ = field(m, w, VIEW_TYPE) >> 1
        d = field(m, w, VIEW_DICT)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    type_ += ITERATE_DICT_REVERSED - ITERATE_DICT_KEYS
    n = dict_count(m, d) << 1
    store(m, dst, new_iterator(m, type_, d, field(m, d, DICT_USED) - 2, n, n))
    return NEXT


@native("dict.__iter__")
def native_dict_iter(m, args, n, dst):
    return store_iterator(m, load(m, args), dst)


@native("dict.__reversed__")
def native_dict_reversed(m, args, n, dst):
    return store_reversed(m, load(m, args), dst)


@native("dict_keys.__iter__")
def native_keys_iter(m, args, n, dst):
    return store_iterator(m, load(m, args), dst)


@native("dict_values.__iter__")
def native_values_iter(m, args, n, dst):
    return store_iterator(m, load(m, args), dst)


@native("dict_items.__iter__")
def native_items_iter(m, args, n, dst):
    return store_iterator(m, load(m, args), dst)


@native("dict_keys.__reversed__")
def native_keys_reversed(m, args, n, dst):
    return store_reversed(m, load(m, args), dst)


@native("dict_values.__reversed__")
def native_values_reversed(m, args, n, dst):
    return store_reversed(m, load(m, args), dst)


@native("dict_items.__reversed__")
def native_items_reversed(m, args, n, dst):
    return store_reversed(m, load(m, args), dst)


@kernel("i8(i8, i8, i8)")
def store_view_length(m, w, dst):
    if kind_of(m, w) != KIND_DICT_VIEW:
        return DECLINE
    store(m, dst, dict_count(m, field(m, w, VIEW_DICT)) << 1)
    return NEXT


@native("dict_keys.__len__")
def native_keys_len(m, args, n, dst):
    return store_view_length(m, load(m, args), dst)


@native("dict_values.__len__")
def native_values_len(m, args, n, dst):
    return store_view_length(m, load(m, args), dst)


@native("dict_items.__len__")
def native_items_len(m, args, n, dst):
    return store_view_length(m, load(m, args), dst)


@kernel("i8(i8, i8, i8)")
def view_contains(m, view, w):
    """``w in view`` of keys or items: 1, 0, or a status negated - 1."""
    d = field(m, view, VIEW_DICT)
    key = w
    if field(m, view, VIEW_TYPE) >> 1 == ITERATE_DICT_ITEMS:
        if kind_of(m, w) != KIND_TUPLE:
            # a subclass of tuple is looked into by the prelude
            return 0 if kind_of(m, w) == 0 else -1 - DECLINE
        if tuple_length(m, w) != 2:
            return 0
        key = tuple_item(m, w, 0)
    r = dict_find_key(m, d, key)
    if r < -1:
        return -1 - found_status(r)
    value = dict_value(m, d, r)
    if value == UNBOUND:
        return 0
    if key == w or value == tuple_item(m, w, 1):
        return 1
    r = equal(m, value, tuple_item(m, w, 1))
    if r == EQUAL_PYTHON:
        return -1 - DECLINE
    if r == EQUAL_FAILED:
        return -1 - FAIL
    return r


@kernel("i8(i8, i8, i8)")
def store_view_contains(m, args, dst):
    view = load(m, args)
    if kind_of(m, view) != KIND_DICT_VIEW:
        return DECLINE
    r = view_contains(m, view, load(m, args + 8))
    if r < 0:
        return -1 - r
    store(m, dst, bool_value(r))
    return NEXT


@native("dict_keys.__contains__")
def native_keys_contains(m, args, n, dst):
    return store_view_contains(m, args, dst)


@native("dict_items.__contains__")
def native_items_contains(m, args, n, dst):
    return store_view_contains(m, args, dst)


@native("dict_view_dict")
def native_view_dict(m, args, n, dst):
    """The dict that a view looks at."""
    w = load(m, args)
    if kind_of(m, w) != KIND_DICT_VIEW:
        return DECLINE
    store(m, dst, field(m, w, VIEW_DICT))
    return NEXT


@native("dict_view_mapping")
def native_view_mapping(m, args, n, dst):
    """``view.mapping``: a proxy of its dict."""
    w = load(m, args)
    if kind_of(m, w) != KIND_DICT_VIEW:
        return DECLINE
    proxy = allocate(m, KIND_MAPPING_PROXY, PROXY_WORDS)
    set_field(m, proxy, 1, field(m, w, VIEW_DICT))
    store(m, dst, proxy)
    return NEXT


# ---------------------------------------------------------------- many items at a time
@kernel("i8(i8, i8)")
def pair_at(m, w):
    """Offset of the two items of a list or tuple of two, else 0."""
    if kind_of(m, w) == KIND_TUPLE:
        return w + 15 if tuple_length(m, w) == 2 else 0
    if kind_of(m, w) == KIND_LIST:
        return field(m, w, 2) + 7 if list_length(m, w) == 2 else 0
    return 0


@native("dict_take")
def native_dict_take(m, args, n, dst):
    """dict_take(dict, iterator): put pairs from it, some thousands at most.

    Answers None: exhausted; a number: so many are put, there are more; a tuple (item, number):
    after so many this item has been taken, it is for Python to put; NotImplemented: no kernel can
    step this iterator.
    """
    d, it = load(m, args), load(m, args + 8)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    if is_frozen(m, d):
        return refuse_frozen(m, d)
    if kind_of(m, it) != KIND_ITERATOR or field(m, it, ITERATOR_TYPE) >> 1 == ITERATE_SEQUENCE:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    # enough for what a zip or an enumeration makes of 20 items at a time, and for one growth
    steps = 0
    room = 0
    while steps < MAX_STEPS:
        if room == 0:
            if not has_room(m, 0x9000):
                return need_room(m, 0x9000)
            room = 64
        room -= 1
        status = dict_reserve(m, d, 1)
        if status != NEXT:
            if steps == 0:
                return status
            break
        outcome = iterator_step(m, it, ITEM_AT)
        if outcome == 0:
            charge(m, steps * 4)
            store(m, dst, NONE)
            return NEXT
        if outcome == DECLINE:
            store(m, dst, NOT_IMPLEMENTED)
            return NEXT
        if outcome != 1:
            return outcome
        item = load(m, ITEM_AT)
        at = pair_at(m, item)
        status = DECLINE
        if at != 0:
            status = dict_put_key(m, d, load(m, at), load(m, at + 8))
        if status == DECLINE:
            answer = new_tuple(m, 2)
            set_tuple_item(m, answer, 0, item)
            set_tuple_item(m, answer, 1, steps << 1)
            store(m, dst, answer)
            return NEXT
        if status != NEXT:
            return status
        steps += 1
    charge(m, steps * 4)
    store(m, dst, steps << 1)
    return NEXT


# ---------------------------------------------------------------- steps for user-defined keys
@native("hash_or_none")
def native_hash_or_none(m, args, n, dst):
    """hash_or_none(value): its hash, None if Python code has to run; TypeError: unhashable."""
    h = hash_quick(m, load(m, args))
    if h == -1:
        if word(m, 0, STATE_SCRATCH_0) == TROUBLE_PYTHON:
            store(m, dst, NONE)
            return NEXT
        return trouble_status(m)
    store(m, dst, hash_result(m, h))
    return NEXT


@native(
    "hash", "int.__hash__", "float.__hash__", "complex.__hash__", "str.__hash__", "bytes.__hash__",
    "tuple.__hash__", "frozenset.__hash__", "range.__hash__", "slice.__hash__",
)
def native_hash(m, args, n, dst):
    """hash(value); declined where Python code has to run."""
    h = hash_quick(m, load(m, args))
    if h == -1:
        return trouble_status(m)
    store(m, dst, hash_result(m, h))
    return NEXT


@kernel("i8(i8, i8)")
def hash_result(m, h):
    """A 64-bit hash as an int value."""
    if wrap_add(h, h) >> 1 == h:
        return wrap_add(h, h)
    big = allocate(m, KIND_BIGINT, BIGINT_DIGITS + 1)
    set_field(m, big, BIGINT_SIGN, (2 << 1) | (1 if h < 0 else 0))
    set_field(m, big, BIGINT_DIGITS, -h if h < 0 and h != -(1 << 63) else h)
    return big


@native("hash_combine")
def native_hash_combine(m, args, n, dst):
    """hash_combine(hashes): hash of a tuple whose items have the hashes in the given tuple."""
    hashes = load(m, args)
    if kind_of(m, hashes) != KIND_TUPLE:
        return DECLINE
    count = tuple_length(m, hashes)
    acc = XX_5
    for i in range(count):
        h = hash_given(m, tuple_item(m, hashes, i))
        acc = xx_lane(acc, h)
    charge(m, count)
    store(m, dst, hash_result(m, xx_end(acc, count)))
    return NEXT


@native("hash_clip")
def native_hash_clip(m, args, n, dst):
    """hash_clip(n): the hash for what a user's ``__hash__`` answered; None if that is no int."""
    w = load(m, args)
    if (w & 1) != 0 and kind_of(m, w) != KIND_BIGINT:
        store(m, dst, NONE)
        return NEXT
    store(m, dst, hash_result(m, hash_given(m, w)))
    return NEXT


@kernel("i8(i8, i8)")
def table_word(m, w):
    """The hash word for a hash given as an int value."""
    h = hash_given(m, w)
    return wrap_add(h, h)


@native("dict_version")
def native_dict_version(m, args, n, dst):
    d = load(m, args)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    store(m, dst, field(m, d, DICT_VERSION))
    return NEXT


@native("dict_probe")
def native_dict_probe(m, args, n, dst):
    """dict_probe(dict, key, hash, skip): entry holding this very key, or the (skip+1)-th entry
    with its hash; -1: no further one.
    """
    d, skip = load(m, args), load(m, args + 24)
    if kind_of(m, d) != KIND_DICT or (skip & 1) != 0:
        return DECLINE
    found = dict_candidate(m, d, table_word(m, load(m, args + 16)), load(m, args + 8), skip >> 1)
    store(m, dst, found << 1)
    return NEXT


@kernel("i8(i8, i8)")
def entry_argument(m, args):
    """Offset of the entry given by (dict, number), 0 if there is none."""
    d, number = load(m, args), load(m, args + 8)
    if kind_of(m, d) != KIND_DICT or (number & 1) != 0:
        return 0
    if number < 0 or number >= field(m, d, DICT_USED):
        return 0
    return dict_entry(m, d, number >> 1)


@native("dict_entry_key")
def native_dict_entry_key(m, args, n, dst):
    """dict_entry_key(dict, entry)"""
    at = entry_argument(m, args)
    if at == 0 or load(m, at + 8) == UNBOUND:
        return DECLINE
    store(m, dst, load(m, at + 8))
    return NEXT


@native("dict_entry_value")
def native_dict_entry_value(m, args, n, dst):
    """dict_entry_value(dict, entry)"""
    at = entry_argument(m, args)
    if at == 0 or load(m, at + 16) == UNBOUND:
        return DECLINE
    store(m, dst, load(m, at + 16))
    return NEXT


@native("dict_set_entry")
def native_dict_set_entry(m, args, n, dst):
    """dict_set_entry(dict, entry, value)"""
    if entry_argument(m, args) == 0:
        return DECLINE
    if is_frozen(m, load(m, args)):
        return refuse_frozen(m, load(m, args))
    dict_set_value(m, load(m, args), load(m, args + 8) >> 1, load(m, args + 16))
    store(m, dst, NONE)
    return NEXT


@native("dict_insert")
def native_dict_insert(m, args, n, dst):
    """dict_insert(dict, key, hash, value): add an entry without comparing."""
    d = load(m, args)
    if kind_of(m, d) != KIND_DICT:
        return DECLINE
    if is_frozen(m, d):
        return refuse_frozen(m, d)
    h = hash_given(m, load(m, args + 16))
    slot = dict_free_slot(m, d, wrap_add(h, h))
    status = dict_append(m, d, load(m, args + 8), h, load(m, args + 24), slot)
    if status == NEXT:
        store(m, dst, NONE)
    return status


@native("dict_delete_entry")
def native_dict_delete_entry(m, args, n, dst):
    """dict_delete_entry(dict, entry)"""
    at = entry_argument(m, args)
    if at == 0 or load(m, at + 16) == UNBOUND:
        return DECLINE
    if is_frozen(m, load(m, args)):
        return refuse_frozen(m, load(m, args))
    dict_delete_entry(m, load(m, args), load(m, args + 8) >> 1)
    store(m, dst, NONE)
    return NEXT
