"""Lists, tuples, ranges and their items, against CPython."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.failures import Failure
from ringfence.kernels import (  # noqa: F401  (they register natives)
    list_methods,
    lists,
    membership,
    slices,
    sorting,
    status,
    subscripts,
    tags,
    truth,
    tuple_methods,
    tuples,
)
from tests.runtime.kernels.sequences_rig import DST, Declined, Failed, SequenceRig

RIG = SequenceRig()
indexes = st.one_of(st.integers(-8, 8), st.sampled_from([2**70, -(2**70), 2**62, True, False]))
bounds = st.one_of(st.none(), indexes)
slices_ = st.builds(slice, bounds, bounds, st.one_of(st.none(), indexes.filter(bool)))
items = st.lists(st.integers(0, 5), max_size=7)
small_ranges = st.builds(
    range, st.integers(-9, 9), st.integers(-9, 9), st.integers(-4, 4).filter(bool)
)


def get(container, key):
    RIG.clear()
    RIG.check(subscripts.get_item(RIG.m, RIG.value(container), RIG.value(key), DST))
    return RIG.python(RIG.load(DST))


def failure_of(call, *args):
    with pytest.raises(Failed) as failed:
        call(*args)
    return failed.value.args[0]


def changed(kernel, values, *args):
    """Run a kernel that changes a list, and what the list is then (slack zero)."""
    target = RIG.value(values)
    RIG.check(kernel(RIG.m, target, *map(RIG.value, args)))
    return contents(target)


def contents(target):
    n = lists.list_length(RIG.m, target)
    at = lists.list_items_at(RIG.m, target)
    for i in range(n, lists.list_capacity(RIG.m, target)):
        assert RIG.load(at + i * 8) == 0, "slack is not zero"
    return RIG.python(target)


@given(st.one_of(items, items.map(tuple), st.text(max_size=7), small_ranges), slices_)
def test_a_slice_is_cpythons(sequence, s):
    try:
        got = get(sequence, s)
    except Declined:
        assert isinstance(sequence, range), "only ranges leave steps that do not fit to the prelude"
        assert abs(s.step) >= 2**60
    else:
        assert got == sequence[s]


@given(st.one_of(items, items.map(tuple), small_ranges, st.binary(max_size=6)), indexes)
def test_an_item_is_cpythons(sequence, index):
    try:
        wanted = sequence[index]
    except IndexError:
        huge = abs(index) >= 2**63 and not isinstance(sequence, range)
        wanted = Failure.INDEX_OVERFLOW if huge else Failure.INDEX_RANGE
        assert failure_of(get, sequence, index) == wanted
    else:
        assert get(sequence, index) == wanted


@given(items, slices_, items)
def test_assigning_to_a_slice_is_cpythons(values, s, other):
    RIG.clear()
    mine = list(values)
    try:
        mine[s] = other
    except ValueError:
        assert failure_of(changed, subscripts.list_set_item, values, s, other) == Failure.SLICE_SIZE
    else:
        assert changed(subscripts.list_set_item, values, s, other) == mine


@given(items, slices_)
def test_a_list_may_be_assigned_to_its_own_slice(values, s):
    RIG.clear()
    mine = list(values)
    target = RIG.value(values)
    try:
        mine[s] = mine
    except ValueError:
        with pytest.raises(Failed):
            RIG.check(subscripts.list_set_item(RIG.m, target, RIG.value(s), target))
    else:
        RIG.check(subscripts.list_set_item(RIG.m, target, RIG.value(s), target))
        assert contents(target) == mine


@given(items, slices_)
def test_deleting_a_slice_is_cpythons(values, s):
    RIG.clear()
    mine = list(values)
    del mine[s]
    assert changed(subscripts.list_delete_item, values, s) == mine


@given(slices_, st.integers(0, 9))
def test_slice_indices_are_cpythons(s, length):
    RIG.clear()
    try:
        assert RIG.native("slice.indices", s, length) == s.indices(length)
    except Declined:
        assert abs(s.step) >= 2**62


def test_a_bad_slice_is_refused_as_cpython_refuses_it():
    assert failure_of(get, [1], slice(None, None, 0)) == Failure.SLICE_STEP_ZERO
    assert failure_of(get, [1], slice("a")) == Failure.SLICE_INDEX_TYPE
    assert failure_of(get, [1], "a") == Failure.INDEX_TYPE
    assert failure_of(get, 5, 0) == Failure.NOT_SUBSCRIPTABLE


def test_appending_grows_a_list_and_keeps_its_items():
    RIG.clear()
    target = RIG.value([])
    for i in range(300):
        if i % 7 == 0:
            RIG.value("something else at the top of the heap")
        RIG.check(lists.list_append(RIG.m, target, i << 1))
    assert contents(target) == list(range(300))
    assert lists.list_capacity(RIG.m, target) < 600


def test_a_list_that_ends_at_the_heap_top_grows_in_place():
    RIG.clear()
    target = lists.new_list(RIG.m, 1)
    array = RIG.field(target, L.LIST_ITEMS)
    for i in range(50):
        lists.list_append(RIG.m, target, i << 1)
    assert RIG.field(target, L.LIST_ITEMS) == array
    assert contents(target) == list(range(50))


operations = st.lists(
    st.one_of(
        st.tuples(st.just("append"), st.integers(0, 5)),
        st.tuples(st.just("insert"), st.integers(-9, 9), st.integers(0, 5)),
        st.tuples(st.just("pop")), st.tuples(st.just("pop"), st.integers(-9, 9)),
        st.tuples(st.just("remove"), st.integers(0, 5)),
        st.tuples(st.just("extend"), items), st.tuples(st.just("extend"), items.map(tuple)),
        st.tuples(st.just("extend"), small_ranges),
        st.tuples(st.just("extend"), st.text(max_size=3)),
        st.tuples(st.just("index"), st.integers(0, 5)),
        st.tuples(st.just("index"), st.integers(0, 5), st.integers(-9, 9), st.integers(-9, 9)),
        st.tuples(st.just("count"), st.integers(0, 5)), st.tuples(st.just("reverse")),
        st.tuples(st.just("clear")), st.tuples(st.just("copy")), st.tuples(st.just("__len__")),
        st.tuples(st.just("__contains__"), st.integers(0, 5)),
        st.tuples(st.just("__add__"), items), st.tuples(st.just("__mul__"), st.integers(-2, 4)),
        st.tuples(st.just("__imul__"), st.integers(-1, 3)), st.tuples(st.just("__eq__"), items),
        st.tuples(st.just("__lt__"), items), st.tuples(st.just("__getitem__"), slices_),
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(operations)
def test_the_methods_of_list_are_cpythons(steps):
    RIG.clear()
    mine: list = []
    target = RIG.value([])
    for name, *args in steps:
        words = [RIG.value(a) for a in args]
        try:
            wanted = getattr(mine, name)(*args)
        except (IndexError, ValueError):
            with pytest.raises(Failed):
                RIG.word(f"list.{name}", target, *words)
        except TypeError:
            with pytest.raises(Declined):
                RIG.word(f"list.{name}", target, *words)
        else:
            got = RIG.word(f"list.{name}", target, *words)
            assert RIG.python(got) == wanted
        assert contents(target) == mine
        if len(mine) > 500:
            mine.clear()
            RIG.word("list.clear", target)


@given(items, items, st.integers(-2, 4))
def test_the_methods_of_tuple_are_cpythons(a, b, times):
    RIG.clear()
    a, b = tuple(a), tuple(b)
    assert RIG.native("tuple.__add__", a, b) == a + b
    assert RIG.native("tuple.__mul__", a, times) == a * times
    assert RIG.native("tuple.__eq__", a, b) == (a == b)
    assert RIG.native("tuple.__le__", a, b) == (a <= b)
    assert RIG.native("tuple.count", a, 3) == a.count(3)
    assert RIG.native("tuple.__contains__", a, 3) == (3 in a)


def test_repetition_beyond_memory_asks_for_room_it_cannot_get():
    RIG.clear()
    target = RIG.value([1, 2])
    for times in (1 << 61, 1 << 40, 1 << 28):
        assert lists.list_repeat(RIG.m, target, times, DST) == status.NEEDS_ROOM
        assert tuples.tuple_repeat(RIG.m, RIG.value((1, 2)), times, DST) == status.NEEDS_ROOM
        assert lists.list_repeat_in_place(RIG.m, target, times) == status.NEEDS_ROOM
    assert RIG.python(target) == [1, 2]


def test_nothing_changes_when_there_is_no_room():
    RIG.clear()
    big = list(range(20_000))
    target = RIG.value(big)
    RIG.value("top")
    soft = RIG.state(L.STATE_HEAP_SOFT)
    RIG.set_state(L.STATE_HEAP_SOFT, RIG.state(L.STATE_HEAP_TOP))
    try:
        for answer in (
            lists.list_append(RIG.m, RIG.value(big), 2),
            lists.list_extend_list(RIG.m, target, target),
            lists.list_insert(RIG.m, target, 0, 2), lists.list_copy(RIG.m, target, DST),
            lists.list_concat(RIG.m, target, target, DST),
        ):
            assert answer in (status.NEEDS_ROOM, status.NEXT)
        assert RIG.python(target)[-20_000:] == big
    finally:
        RIG.set_state(L.STATE_HEAP_SOFT, soft)


items_of_ranges = st.one_of(st.integers(-20, 20), st.floats(), st.booleans(), st.text(max_size=1))


@given(small_ranges, items_of_ranges)
def test_membership_in_a_range_is_cpythons(r, x):
    RIG.clear()
    assert RIG.native("range.__contains__", r, x) == (x in r)
    assert RIG.native("range.count", r, x) == r.count(x)


@given(small_ranges, small_ranges)
def test_equality_of_ranges_is_cpythons(a, b):
    RIG.clear()
    assert RIG.native("range.__eq__", a, b) == (a == b)


def test_ranges_are_made_from_one_to_three_numbers():
    RIG.clear()
    far = ((0, 2**62 - 1), (-(2**61), 2**61, 7))
    for arguments in ((5,), (2, 9), (9, 2), (9, 2, -3), (True,), *far):
        words = [RIG.value(a) for a in arguments]
        got = RIG.word("range.__new__", RIG.type_word(L.KIND_RANGE), *words)
        assert RIG.python(got) == range(*arguments)
        assert RIG.field(got, L.RANGE_LENGTH) >> 1 == len(range(*arguments))
    with pytest.raises(Failed):
        RIG.word("range.__new__", RIG.type_word(L.KIND_RANGE), 0, 10, 0)
    for arguments in ((2**62,), (-(2**62), 2**62 - 1)):
        with pytest.raises(Declined):
            RIG.word(
                "range.__new__", RIG.type_word(L.KIND_RANGE), *(RIG.value(a) for a in arguments)
            )


NAN = float("nan")
SAMPLES = [0, 1, -1, 0.0, -0.0, 1e-300, NAN, 1e300, "", "a", b"", b"a", (), (0,), [], [0], None,
           True,
           False, ..., NotImplemented, 2**80, range(0), range(3), range(3, 0)]


@pytest.mark.parametrize("x", [x for x in SAMPLES if x is not ... and x is not NotImplemented])
def test_truth_is_cpythons(x):
    RIG.clear()
    assert truth.truth(RIG.m, RIG.value(x)) == bool(x)


containers = st.one_of(
    st.lists(st.one_of(st.integers(0, 3), st.sampled_from([1.0, "a", None, True, (), [1], b"a"]))),
    st.lists(st.sampled_from([0, 1, 2.0, "a"])).map(tuple), small_ranges, st.text(max_size=3),
)


@given(containers, st.sampled_from([0, 1, 2.0, "a", "", None, True, (), [1], b"a"]))
def test_membership_is_cpythons(container, x):
    RIG.clear()
    answer = membership.contains(RIG.m, RIG.value(container), RIG.value(x), DST)
    try:
        wanted = x in container
    except TypeError:
        assert answer == status.DECLINE
    else:
        RIG.check(answer)
        assert RIG.python(RIG.load(DST)) == wanted


def test_an_item_is_found_by_identity_before_equality():
    RIG.clear()
    w = RIG.value(NAN)
    target = RIG.value([1])
    lists.list_append(RIG.m, target, w)
    RIG.check(membership.contains(RIG.m, target, w, DST))
    assert RIG.load(DST) == tags.TRUE


def test_slices_can_be_made_and_read():
    RIG.clear()
    s = RIG.word("slice.__new__", RIG.type_word(L.KIND_SLICE), 2, 4)
    words = [RIG.word(f"slice.{name}", s) for name in ("start", "stop", "step")]
    assert [RIG.python(w) for w in words] == [1, 2, None]
    assert slices.index_class(RIG.m, RIG.value("a")) == slices.NO_INDEX
