"""Dicts behave as CPython's, the order of keys included."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.failures import Failure
from ringfence.kernels import dicts, tags, verify
from ringfence.kernels.hashing import hash_value
from ringfence.kernels.status import CALL, DECLINE, FAIL, NEEDS_ROOM, NEXT
from tests.runtime.kernels.tables_rig import TablesRig

DST = L.STACK_AT + 4096
keys = (
    st.integers(-5, 30)
    | st.text("ab", max_size=2)
    | st.sampled_from([1.0, True, (1, "a"), 2**70])
)
actions = st.lists(
    st.tuples(st.sampled_from(["set", "set", "del", "popitem", "clear", "copy"]), keys),
    max_size=60,
)


@given(actions)
@settings(max_examples=150, deadline=None)
def test_any_history_of_changes_leaves_what_cpython_has(history):
    rig = TablesRig()
    m, d, model = rig.m, dicts.dict_new(rig.m, 0), {}
    for step, (action, key) in enumerate(history):
        word = rig.value(key)
        if action == "set":
            assert dicts.dict_set_item(m, d, word, step << 1) == NEXT
            model[key] = step
        elif action == "del":
            status = dicts.dict_delete_item(m, d, word)
            assert status == (NEXT if key in model else FAIL)
            model.pop(key, None)
        elif action == "popitem" and model:
            last = dicts.dict_last(m, d)
            at = dicts.dict_entry(m, d, last)
            found = rig.python(rig.load(at + 8)), rig.load(at + 16) >> 1
            dicts.dict_pop_last(m, d)
            assert found == model.popitem()
        elif action == "clear" and step % 5 == 0:
            dicts.dict_clear(m, d)
            model.clear()
        elif action == "copy":
            d = dicts.dict_copy(m, d)
        for probe in (key, 999, "zz"):
            assert dicts.dict_contains(m, d, rig.value(probe), DST) == NEXT
            assert (rig.load(DST) == tags.TRUE) == (probe in model)
    got = [(rig.python(k), v >> 1) for k, v in rig.entries(d)]
    assert got == list(model.items())
    assert [type(k) for k, _ in got] == [type(k) for k in model]
    assert rig.field(d, L.DICT_LENGTH) >> 1 == len(model)
    assert verify.bad_dict(m, d) == 0


def test_many_keys_grow_the_table():
    rig = TablesRig()
    d = dicts.dict_new(rig.m, 0)
    for i in range(3000):
        assert dicts.dict_set_item(rig.m, d, rig.string(f"key{i}"), i << 1) == NEXT
    for i in range(0, 3000, 7):
        assert dicts.dict_get_str(rig.m, d, rig.string(f"key{i}")) == i << 1
    assert dicts.dict_get_str(rig.m, d, rig.string("other")) == tags.UNBOUND


def test_versions_count_keys_not_values():
    rig = TablesRig()
    d = rig.value({"a": 1})
    version = rig.field(d, L.DICT_VERSION)
    dicts.dict_set_item(rig.m, d, rig.string("a"), 4)
    assert rig.field(d, L.DICT_VERSION) == version
    dicts.dict_set_item(rig.m, d, rig.string("b"), 4)
    assert rig.field(d, L.DICT_VERSION) > version


def test_a_namespace_keeps_the_places_of_its_entries():
    rig = TablesRig()
    d = rig.value({f"n{i}": i for i in range(5)})
    rig.store(d - 1, rig.load(d - 1) | L.FLAG_NAMESPACE << 8)
    dicts.dict_delete_item(rig.m, d, rig.string("n1"))
    assert dicts.dict_get_str(rig.m, d, rig.string("n1")) == tags.UNBOUND
    for i in range(5, 40):
        dicts.dict_set_item(rig.m, d, rig.string(f"n{i}"), i << 1)
    word = rig.string("n1")
    assert dicts.dict_find(rig.m, d, word, hash_value(rig.m, word)) == 1
    dicts.dict_set_item(rig.m, d, word, 2)
    assert dicts.dict_find(rig.m, d, word, hash_value(rig.m, word)) == 1
    assert rig.field(d, L.DICT_LENGTH) >> 1 == 40


def test_user_keys_are_left_to_python():
    rig = TablesRig()
    prelude = rig._object(L.KIND_TUPLE, [200, *[tags.NONE] * 100])
    rig.set_state(L.STATE_PRELUDE, prelude)
    d = rig.value({1: 2})
    mine = rig.instance(has_eq=True)
    assert dicts.dict_put_key(rig.m, d, mine, 2) == DECLINE
    assert dicts.dict_set_item(rig.m, d, mine, 2) == CALL
    assert dicts.dict_get_item(rig.m, d, mine, DST) == CALL


def test_missing_and_unhashable_keys_fail():
    rig = TablesRig()
    d = rig.value({1: 2})
    assert dicts.dict_get_item(rig.m, d, 8, DST) == FAIL
    assert rig.state(L.STATE_FAILURE) == Failure.KEY_MISSING
    assert dicts.dict_get_item(rig.m, d, rig.value([]), DST) == FAIL
    assert rig.state(L.STATE_FAILURE) == Failure.UNHASHABLE


def test_growth_asks_for_room_before_it_changes_anything():
    rig = TablesRig()
    d = rig.value({i: i for i in range(1365)})
    rig.set_state(L.STATE_HEAP_SOFT, rig.state(L.STATE_HEAP_TOP))
    while (rig.field(d, L.DICT_USED) >> 1) < dicts.dict_capacity(rig.m, d):
        n = rig.field(d, L.DICT_USED) >> 1
        assert dicts.dict_set_item(rig.m, d, n << 1, 0) == NEXT
    n = rig.field(d, L.DICT_USED) >> 1
    assert dicts.dict_set_item(rig.m, d, n << 1, 0) == NEEDS_ROOM
    assert rig.field(d, L.DICT_USED) >> 1 == n
    assert verify.bad_dict(rig.m, d) == 0


def test_the_host_writes_entries_and_has_them_indexed():
    rig = TablesRig()
    words = [w for k in ("a", 1, 1.0, (2,)) for w in (0, rig.value(k), rig.value(k))]
    entries = rig._object(L.KIND_ARRAY, words)
    d = rig._object(L.KIND_DICT, [8, 8, entries, tags.NONE, 0])
    assert dicts.dict_rebuild(rig.m, d) == 0
    assert rig.python(d) == {"a": "a", 1: 1.0, (2,): (2,)}
    assert verify.bad_dict(rig.m, d) == 0
    while dicts.dict_last(rig.m, d) >= 0:
        dicts.dict_pop_last(rig.m, d)
    assert rig.python(d) == {}
