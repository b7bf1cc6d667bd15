"""A collection keeps what is reachable, drops the rest, and changes nothing one can observe."""

import random

import pytest

from ringfence import layout as L
from ringfence.kernels import collect, dicts, hashing, identity, tags, verify
from tests.runtime.kernels.tables_rig import TablesRig


def test_values_survive_and_garbage_goes():
    rig = TablesRig()
    before = rig.state(L.STATE_HEAP_TOP)
    kept = {"a": [1, 2.5, "text", b"x", (None, 2**80)], 3: {frozenset({1, 2})}, "big": ["y"] * 50}
    rig.set_state(L.STATE_GLOBALS, rig.value(kept))
    live = rig.state(L.STATE_HEAP_TOP) - before
    for _ in range(200):
        rig.value(["garbage", {1: 2}])
    assert collect.collect(rig.m, 0) == 1
    assert rig.state(L.STATE_HEAP_START) == L.HEAP_B_AT
    assert rig.python(rig.state(L.STATE_GLOBALS)) == kept
    assert verify.verify(rig.m, 0) == 0
    used = rig.state(L.STATE_HEAP_TOP) - rig.state(L.STATE_HEAP_START)
    assert used <= before - L.HEAP_A_AT + live
    assert collect.collect(rig.m, 0) == 1
    assert rig.state(L.STATE_HEAP_START) == L.HEAP_A_AT
    assert rig.python(rig.state(L.STATE_GLOBALS)) == kept
    assert rig.state(L.STATE_COLLECTIONS) == 2


def test_cycles_survive_and_shared_objects_stay_shared():
    rig = TablesRig()
    loop = rig.value([0, 0])
    items = rig.field(loop, L.LIST_ITEMS)
    rig.store(items + 7, loop)
    rig.store(items + 15, loop)
    rig.set_state(L.STATE_GLOBALS, loop)
    collect.collect(rig.m, 0)
    loop = rig.state(L.STATE_GLOBALS)
    items = rig.field(loop, L.LIST_ITEMS)
    assert rig.load(items + 7) == rig.load(items + 15) == loop > L.HEAP_B_AT


def test_the_old_half_is_cleared():
    rig = TablesRig()
    top = rig.state(L.STATE_HEAP_TOP)
    rig.set_state(L.STATE_GLOBALS, rig.value(["a"] * 20))
    collect.collect(rig.m, 0)
    assert all(rig.load(at) == 0 for at in range(L.HEAP_A_AT, top + 400, 8))


def test_identities_stay_and_those_of_the_dead_are_forgotten():
    rig = TablesRig()
    kept = [rig.instance() for _ in range(40)]
    dead = [rig.instance() for _ in range(300)]
    serials = [identity.identity_of(rig.m, w) for w in kept]
    assert len({*serials, *(identity.identity_of(rig.m, w) for w in dead)}) == 340
    holder = rig._object(L.KIND_TUPLE, [80, *kept])
    rig.set_state(L.STATE_GLOBALS, holder)
    collect.collect(rig.m, 0)
    holder = rig.state(L.STATE_GLOBALS)
    moved = [rig.field(holder, L.TUPLE_ITEMS + i) for i in range(40)]
    assert [identity.identity_of(rig.m, w) for w in moved] == serials
    table = rig.state(L.STATE_IDENTITIES)
    assert rig.field(table, identity.TABLE_COUNT) >> 1 == 40


def test_dicts_keyed_by_identity_still_find_their_keys():
    rig = TablesRig()
    keys = [rig.instance() for _ in range(20)]
    d = dicts.dict_new(rig.m, 0)
    for i, key in enumerate(keys):
        dicts.dict_put(rig.m, d, key, hashing.hash_value(rig.m, key), i << 1)
    rig.set_state(L.STATE_GLOBALS, d)
    collect.collect(rig.m, 0)
    d = rig.state(L.STATE_GLOBALS)
    for key, value in rig.entries(d):
        r = dicts.dict_find_key(rig.m, d, key)
        assert dicts.dict_value(rig.m, d, r) == value


def test_limits_decide_whether_room_was_made():
    rig = TablesRig()
    rig.set_state(L.STATE_MEMORY_LIMIT, 1 << 20)
    assert collect.collect(rig.m, 1000) == 1
    used = rig.state(L.STATE_HEAP_TOP) - rig.state(L.STATE_HEAP_START)
    assert rig.state(L.STATE_HEAP_SOFT) <= rig.state(L.STATE_HEAP_START) + (1 << 20)
    assert collect.collect(rig.m, (1 << 20) - used) == 0
    rig.set_state(L.STATE_MEMORY_LIMIT, 0)
    assert collect.collect(rig.m, 100 << 20) == 1
    room = rig.state(L.STATE_HEAP_SOFT) - rig.state(L.STATE_HEAP_TOP)
    assert room >= 100 << 20


def test_verify_refuses_a_block_with_a_flipped_bit():
    rig = TablesRig()
    w = rig.value({"a": [1, {2, 3}], "b": ("x", 2**70, b"y")})
    rig.set_state(L.STATE_GLOBALS, w)
    collect.collect(rig.m, 0)
    start, top = rig.state(L.STATE_HEAP_START), rig.state(L.STATE_HEAP_TOP)
    assert verify.verify(rig.m, 0) == 0
    rnd = random.Random(5)
    for _ in range(300):
        at = rnd.randrange(start, top, 8)
        good = rig.load(at)
        bad = good ^ 1 << rnd.randrange(63)
        rig.store(at, bad)
        verify.verify(rig.m, 0)  # any answer, but no hang and no wild read
        rig.store(at, good)
    assert verify.verify(rig.m, 0) == 0


@pytest.mark.parametrize("index", [L.STATE_GLOBALS, L.STATE_HEAP_TOP, L.STATE_PROGRAM_TOP])
def test_verify_refuses_wild_state_words(index):
    rig = TablesRig()
    assert verify.verify(rig.m, 0) == 0
    rig.set_state(index, 0x4444_4441)
    assert verify.verify(rig.m, 0) > 0


def test_a_value_that_is_no_object_has_an_identity_of_its_own():
    assert identity.identity_of_word(2) != identity.identity_of_word(4)
    assert identity.identity_of_word(tags.NONE) % 16 != 0
