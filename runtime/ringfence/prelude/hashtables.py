"""Dicts and sets with keys whose ``__hash__`` or ``__eq__`` is Python code, and large operands.

The kernels find candidates by hash (``dict_probe``, ``set_probe``); the comparing is done here, in
frames. A comparison may change the table: its version tells, and the search begins again, as in
CPython. Operands that kernels walk only in bounded steps (``dict_take``, ``set_take``) are driven
from here too. `d` and `s` are plain dicts and sets, never instances around one.
"""

from _kernel import (
    dict_delete_entry,
    dict_entry_key,
    dict_entry_value,
    dict_insert,
    dict_probe,
    dict_set_entry,
    dict_take,
    dict_version,
    hash_clip,
    hash_combine,
    hash_or_none,
    set_delete_entry,
    set_entry,
    set_insert,
    set_probe,
    set_take,
    set_version,
    type_lookup,
    unwrapped,
)


def _hash_of(obj):
    """hash() of any value; the kernel was tried before."""
    known = hash_or_none(obj)
    if known is not None:
        return known
    kind = type(obj)
    if kind is tuple:
        hashes = []
        for item in obj:
            hashes.append(hash(item))
        return hash_combine(tuple(hashes))
    method = type_lookup(kind, "__hash__", None)
    if method is None:
        raise TypeError(f"unhashable type: '{kind.__name__}'")
    answer = _call_alone(method, obj, kind)
    if not isinstance(answer, int):
        raise TypeError("__hash__ method should return an integer")
    return hash_clip(int(answer))


# ---------------------------------------------------------------- dicts, one key
def _dict_find(d, key, h):
    """Number of the entry of a key with hash h, or -1."""
    version = dict_version(d)
    skip = 0
    while True:
        entry = dict_probe(d, key, h, skip)
        if entry < 0:
            return -1
        known = dict_entry_key(d, entry)
        if known is key:
            return entry
        same = bool(known == key)
        if dict_version(d) != version:
            version = dict_version(d)
            skip = 0
        elif same:
            return entry
        else:
            skip += 1


def _dict_get_item(d, key):
    entry = _dict_find(d, key, hash(key))
    if entry < 0:
        raise KeyError(key)
    return dict_entry_value(d, entry)


def _dict_get(d, key, default=None):
    entry = _dict_find(d, key, hash(key))
    return default if entry < 0 else dict_entry_value(d, entry)


def _dict_contains(d, key):
    return _dict_find(d, key, hash(key)) >= 0


def _dict_put(d, key, h, value):
    entry = _dict_find(d, key, h)
    if entry < 0:
        dict_insert(d, key, h, value)
    else:
        dict_set_entry(d, entry, value)


def _dict_set_item(d, key, value):
    _dict_put(d, key, hash(key), value)


def _dict_delete_item(d, key):
    entry = _dict_find(d, key, hash(key))
    if entry < 0:
        raise KeyError(key)
    dict_delete_entry(d, entry)


def _dict_setdefault(d, key, default=None):
    h = hash(key)
    entry = _dict_find(d, key, h)
    if entry >= 0:
        return dict_entry_value(d, entry)
    dict_insert(d, key, h, default)
    return default


def _dict_pop(d, key, *default):
    """pop(key) or pop(key, default)"""
    entry = _dict_find(d, key, hash(key)) if d else -1
    if entry >= 0:
        value = dict_entry_value(d, entry)
        dict_delete_entry(d, entry)
        return value
    if default:
        return default[0]
    raise KeyError(key)


# ---------------------------------------------------------------- dicts, many keys
def _dict_put_pair(d, pair, number):
    """Put an item of an update sequence, the number-th."""
    try:
        pair = tuple(pair)
    except TypeError:
        if type_lookup(type(pair), "__iter__", None) is not None:
            raise
        pair = None
    if pair is None:  # raised here, not while the other error is handled
        raise TypeError(
            f"cannot convert dictionary update sequence element #{number} to a sequence"
        )
    if len(pair) != 2:
        raise ValueError(
            f"dictionary update sequence element #{number} has length {len(pair)}; 2 is required"
        )
    d[pair[0]] = pair[1]


def _dict_update(d, other):
    """Put what a mapping or an iterable of pairs holds, as update() does."""
    if type(other) is dict:
        for key, value in other.items():
            d[key] = value
        return
    plain = unwrapped(other)
    if type(plain) is dict and type_lookup(type(other), "__iter__", None) is type_lookup(
        dict, "__iter__", None
    ):
        _dict_update(d, plain)
        return
    if getattr(other, "keys", None) is not None:
        for key in other.keys():
            d[key] = other[key]
        return
    iterator = iter(other)
    number = 0
    while True:
        taken = dict_take(d, iterator)
        if taken is None:
            return
        if taken is NotImplemented:
            break
        if type(taken) is tuple:
            number += taken[1]
            _dict_put_pair(d, taken[0], number)
            number += 1
        else:
            number += taken
    for pair in iterator:
        _dict_put_pair(d, pair, number)
        number += 1


def _dict_equal(a, b):
    """``a == b`` of two dicts whose keys or values call user code."""
    if len(a) != len(b):
        return False
    for key, value in a.items():
        if key not in b:
            return False
        other = b[key]
        if not (value is other or value == other):
            return False
    return True


def _op_dict_get(d, key):
    return _dict_get_item(d, key)


def _op_dict_set(d, key, value):
    _dict_put(d, key, hash(key), value)


def _op_dict_delete(d, key):
    _dict_delete_item(d, key)


def _op_dict_contains(d, key):
    return _dict_find(d, key, hash(key)) >= 0


def _op_build_dict(items):
    made = {}
    for i in range(0, len(items), 2):
        made[items[i]] = items[i + 1]
    return made


def _op_dict_update(d, other):
    """What ``{**other}`` does."""
    if isinstance(other, dict):
        _dict_update(d, other)
        return
    keys = getattr(other, "keys", None)
    if keys is None:
        raise TypeError(f"'{type(other).__name__}' object is not a mapping")
    for key in keys():
        d[key] = other[key]


def _op_dict_merge(d, other, function):
    """What ``function(**other)`` does."""
    keys = getattr(other, "keys", None)
    if keys is None:
        _fail_spread_not_mapping(function, other)
    for key in keys():
        if not isinstance(key, str):
            _fail_spread_not_string(function)
        if key in d:
            _fail_spread_duplicate(function, key)
        d[key] = other[key]


# ---------------------------------------------------------------- sets, one element
def _set_find(s, key, h):
    """Slot of an element with hash h, or -1."""
    version = set_version(s)
    skip = 0
    while True:
        slot = set_probe(s, key, h, skip)
        if slot < 0:
            return -1
        known = set_entry(s, slot)
        if known is key:
            return slot
        same = bool(known == key)
        if set_version(s) != version:
            version = set_version(s)
            skip = 0
        elif same:
            return slot
        else:
            skip += 1


def _element(key):
    """What is looked for in a set: an unhashable set stands for the frozenset of the same."""
    if isinstance(key, set) and type_lookup(type(key), "__hash__", None) is None:
        return frozenset(key)
    return key


def _set_contains(s, key):
    key = _element(key)
    return _set_find(s, key, hash(key)) >= 0


def _set_add(s, key):
    h = hash(key)
    if _set_find(s, key, h) < 0:
        set_insert(s, key, h)


def _set_discard(s, key):
    """Remove an element; whether it was there."""
    key = _element(key)
    slot = _set_find(s, key, hash(key))
    if slot < 0:
        return False
    set_delete_entry(s, slot)
    return True


def _set_remove(s, key):
    if not _set_discard(s, key):
        raise KeyError(key)


def _op_set_contains(s, key):
    return _set_contains(s, key)


def _op_set_add(s, key):
    _set_add(s, key)


def _op_build_set(items):
    made = set()
    for item in items:
        _set_add(made, item)
    return made


# ---------------------------------------------------------------- sets, many elements
def _set_update(s, other):
    """Add every item of any iterable, also to a frozenset that is being made."""
    iterator = iter(other)
    while True:
        taken = set_take(s, iterator)
        if taken is None:
            return
        if taken is NotImplemented:
            break
        if type(taken) is tuple:
            _set_add(s, taken[0])
    for item in iterator:
        _set_add(s, item)


def _op_set_update(s, other):
    _set_update(s, other)


def _set_from(other):
    """A new set of the items of any iterable."""
    made = set()
    _set_update(made, other)
    return made


def _as_set(other):
    """A set or frozenset with the items of any iterable; a plain one itself."""
    plain = unwrapped(other)
    if type(plain) is set or type(plain) is frozenset:
        return plain
    return _set_from(other)


def _set_like(s, made):
    """A set that was made, of the kind of s."""
    return frozenset(made) if type(s) is frozenset else made


def _set_union(s, *others):
    made = _set_from(s)
    for other in others:
        _set_update(made, other)
    return _set_like(s, made)


def _set_intersection(s, *others):
    made = s
    for other in others:
        kept = set()
        plain = unwrapped(other)
        if type(plain) is set or type(plain) is frozenset:
            if len(plain) > len(made):
                plain, made = made, plain
            other = plain
        for item in other:
            if _set_contains(made, item):
                _set_add(kept, item)
                if len(kept) >= len(made):
                    break
        made = kept
    return _set_like(s, _set_from(s) if made is s else made)


def _set_difference(s, *others):
    made = _set_from(s)
    for other in others:
        _set_difference_update(made, other)
    return _set_like(s, made)


def _set_symmetric_difference(s, other):
    made = _set_from(other)
    _set_toggle(made, s)
    return _set_like(s, made)


def _set_toggle(s, other):
    """Remove the items of a set that s has, add those it lacks."""
    for item in other:
        if not _set_discard(s, item):
            _set_add(s, item)


def _set_difference_update(s, *others):
    for other in others:
        if unwrapped(other) is s:
            s.clear()
        else:
            for item in other:
                _set_discard(s, item)


def _set_intersection_update(s, *others):
    kept = _set_intersection(s, *others)
    if kept is not s:
        s.clear()
        _set_update(s, kept)


def _set_symmetric_difference_update(s, other):
    if unwrapped(other) is s:
        s.clear()
    else:
        _set_toggle(s, _as_set(other))


def _set_issubset(s, other):
    other = _as_set(other)
    if len(s) > len(other):
        return False
    for item in s:
        if not _set_contains(other, item):
            return False
    return True


def _set_issuperset(s, other):
    for item in other:
        if not _set_contains(s, item):
            return False
    return True


def _set_isdisjoint(s, other):
    for item in other:
        if _set_contains(s, item):
            return False
    return True


def _set_equal(a, b):
    """``a == b`` of two sets whose elements call user code."""
    return len(a) == len(b) and _set_issubset(a, b)


# ---------------------------------------------------------------- views as sets
def _is_set_like(other):
    return isinstance(other, (set, frozenset, dict_keys, dict_items))


def _view_and(view, other):
    """``view & other``: as CPython, from the operand that is smaller."""
    if isinstance(other, set) and len(view) <= len(other):
        return other.intersection(view)
    if isinstance(other, (dict_keys, dict_items)) and len(other) > len(view):
        view, other = other, view
    made = set()
    for item in other:
        if item in view:
            made.add(item)
    return made


def _view_or(view, other):
    made = set(view)
    made.update(other)
    return made


def _view_sub(view, other):
    made = set(view)
    made.difference_update(other)
    return made


def _view_xor(view, other):
    made = set(view)
    made.symmetric_difference_update(other)
    return made


def _view_isdisjoint(view, other):
    if _is_set_like(other) and len(other) > len(view):
        view, other = other, view
    for item in other:
        if item in view:
            return False
    return True


def _view_within(view, other):
    """Whether every item of a set-like value is in another one."""
    for item in view:
        if item not in other:
            return False
    return True


def _view_eq(view, other):
    if not _is_set_like(other):
        return NotImplemented
    return len(view) == len(other) and _view_within(view, other)


def _view_le(view, other):
    if not _is_set_like(other):
        return NotImplemented
    return len(view) <= len(other) and _view_within(view, other)


def _view_lt(view, other):
    if not _is_set_like(other):
        return NotImplemented
    return len(view) < len(other) and _view_within(view, other)


def _view_ge(view, other):
    if not _is_set_like(other):
        return NotImplemented
    return len(view) >= len(other) and _view_within(other, view)


def _view_gt(view, other):
    if not _is_set_like(other):
        return NotImplemented
    return len(view) > len(other) and _view_within(other, view)


def _items_contains(view, item):
    """``item in d.items()`` where the kernel declined."""
    if not isinstance(item, tuple) or len(item) != 2:
        return False
    d = view.mapping
    key, value = item
    if key not in d:
        return False
    known = d[key]
    return known is value or bool(known == value)
