"""Natives of dict, set, frozenset and views, called as the machine calls them."""

import pytest

from ringfence import layout as L
from ringfence.failures import Failure
from ringfence.kernels import dict_methods, jit, set_methods, tags
from ringfence.kernels.status import DECLINE, FAIL, NEXT
from tests.runtime.kernels.tables_rig import TablesRig

DST = L.STACK_AT + 0x8000
MODULES = (dict_methods, set_methods)


class Failed(Exception):
    """A native answered FAIL; the argument is the number of the failure."""


def call(rig, name, *words):
    """The word that a native answers; DECLINE gives None."""
    kernel = jit.NATIVES[name]
    body = next(getattr(module, kernel) for module in MODULES if hasattr(module, kernel))
    status = body(rig.m, rig.window(*words), len(words), DST)
    if status == FAIL:
        raise Failed(Failure(rig.state(L.STATE_FAILURE)))
    assert status in (NEXT, DECLINE)
    return rig.load(DST) if status == NEXT else None


@pytest.fixture
def rig():
    return TablesRig()


def test_get_setdefault_and_pop(rig):
    d = rig.value({"a": 1, 2: "b"})
    assert call(rig, "dict.get", d, rig.string("a")) == 2
    assert call(rig, "dict.get", d, rig.string("z")) == tags.NONE
    assert call(rig, "dict.get", d, rig.string("z"), 8) == 8
    assert call(rig, "dict.setdefault", d, rig.string("z"), 10) == 10
    assert call(rig, "dict.setdefault", d, rig.string("z"), 12) == 10
    assert call(rig, "dict.pop", d, rig.string("a")) == 2
    assert call(rig, "dict.pop", d, rig.string("a"), 6) == 6
    assert rig.python(d) == {2: "b", "z": 5}
    with pytest.raises(Failed, match=str(int(Failure.KEY_MISSING))):
        call(rig, "dict.pop", d, rig.string("a"))


def test_popitem_takes_the_last_until_none_is_left(rig):
    d = rig.value({1: 2, 3: 4, 5: 6})
    call(rig, "dict.__delitem__", d, 10)
    assert rig.python(call(rig, "dict.popitem", d)) == (3, 4)
    assert rig.python(call(rig, "dict.popitem", d)) == (1, 2)
    with pytest.raises(Failed):
        call(rig, "dict.popitem", d)
    call(rig, "dict.__setitem__", d, 2, 4)
    assert rig.python(d) == {1: 2}


def test_unions_and_copies_leave_their_operands_alone(rig):
    a, b = rig.value({1: 2, 3: 4}), rig.value({3: 5, 7: 8})
    assert rig.python(call(rig, "dict.__or__", a, b)) == {1: 2, 3: 5, 7: 8}
    assert rig.python(a) == {1: 2, 3: 4}
    copy = call(rig, "dict.copy", a)
    call(rig, "dict.clear", a)
    assert rig.python(copy) == {1: 2, 3: 4}
    assert rig.python(a) == {}
    call(rig, "dict.update", a, b)
    assert rig.python(a) == {3: 5, 7: 8}
    assert call(rig, "dict.update", a, rig.value([(1, 2)])) is None


def test_views_know_length_and_members(rig):
    d = rig.value({"a": 1, "b": [2]})
    keys, items = call(rig, "dict.keys", d), call(rig, "dict.items", d)
    assert call(rig, "dict_keys.__len__", keys) == 4
    assert call(rig, "dict_keys.__contains__", keys, rig.string("a")) == tags.TRUE
    assert call(rig, "dict_items.__contains__", items, rig.value(("b", [2]))) == tags.TRUE
    assert call(rig, "dict_items.__contains__", items, rig.value(("b", 2))) == tags.FALSE
    assert call(rig, "dict_items.__contains__", items, 4) == tags.FALSE


def test_dict_take_puts_pairs_and_hands_over_what_is_no_pair(rig):
    d = rig.value({})
    source = rig.value([(1, 2), [3, 4], "xy", (5, 6)])
    it = call(rig, "set.__iter__", rig.value(set()))
    rig.store(it - 1 + 8 * L.ITERATOR_TYPE, L.ITERATE_LIST << 1)
    rig.store(it - 1 + 8 * L.ITERATOR_SOURCE, source)
    rig.store(it - 1 + 8 * L.ITERATOR_INDEX, 0)
    assert rig.python(call(rig, "dict_take", d, it)) == ("xy", 2)
    assert call(rig, "dict_take", d, it) == tags.NONE
    assert rig.python(d) == {1: 2, 3: 4, 5: 6}


def test_low_level_steps_find_entries_without_comparing(rig):
    d, key = rig.value({}), rig.instance(has_eq=True)
    assert call(rig, "hash_or_none", key) == tags.NONE
    call(rig, "dict_insert", d, key, 14, 2)
    call(rig, "dict_insert", d, 8, 14, 4)
    assert call(rig, "dict_probe", d, key, 14, 0) == 0
    assert call(rig, "dict_probe", d, 99 << 1, 14, 2) == 2
    assert call(rig, "dict_probe", d, 99 << 1, 14, 4) == -2
    assert call(rig, "dict_entry_value", d, 2) == 4
    assert call(rig, "dict_entry_key", d, 4) is None
    call(rig, "dict_delete_entry", d, 0)
    assert [k for k, _ in rig.entries(d)] == [8]


def test_hash_combine_is_the_hash_of_the_tuple(rig):
    hashes = tuple(hash(x) for x in (1, 2.5, 10**30))
    answer = call(rig, "hash_combine", rig.value(hashes))
    assert rig.python(answer) == hash((1, 2.5, 10**30))
    for n in (2**63 - 1, -(2**63), -1, 2**70):
        keyed = type("Keyed", (), {"__hash__": lambda self, n=n: n})()
        assert rig.python(call(rig, "hash_clip", rig.value(n))) == hash(keyed)


def test_methods_of_sets(rig):
    s = rig.value({1, 2, 3})
    call(rig, "set.add", s, 8)
    call(rig, "set.discard", s, 99 << 1)
    call(rig, "set.remove", s, 2)
    assert rig.python(s) == {2, 3, 4}
    with pytest.raises(Failed):
        call(rig, "set.remove", s, 2)
    other = rig.value([4, 5])
    assert rig.python(call(rig, "set.union", s, other)) == {2, 3, 4, 5}
    assert rig.python(call(rig, "set.intersection", s, other)) == {4}
    assert rig.python(call(rig, "set.difference", s, other)) == {2, 3}
    assert rig.python(call(rig, "set.symmetric_difference", s, other)) == {2, 3, 5}
    assert call(rig, "set.issubset", s, rig.value([2, 3, 4, 9])) == tags.TRUE
    assert call(rig, "set.isdisjoint", s, other) == tags.FALSE
    assert call(rig, "set.__or__", s, other) == tags.NOT_IMPLEMENTED
    frozen = rig.value(frozenset({7}))
    assert call(rig, "frozenset.copy", frozen) == frozen
    assert rig.python(call(rig, "frozenset.union", frozen, other)) == frozenset({4, 5, 7})


def test_pop_from_an_empty_set_fails(rig):
    s = rig.value({1})
    assert call(rig, "set.pop", s) == 2
    with pytest.raises(Failed):
        call(rig, "set.pop", s)


def test_user_elements_are_left_to_python(rig):
    s, mine = rig.value({1}), rig.instance(has_eq=True)
    assert call(rig, "set.add", s, mine) is None
    call(rig, "set_insert", s, mine, 14)
    slot = call(rig, "set_probe", s, mine, 14, 0)
    assert call(rig, "set_entry", s, slot) == mine
    call(rig, "set_delete_entry", s, slot)
    assert rig.python(s) == {1}
