"""Iterators of kernels, against CPython."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.failures import Failure
from ringfence.kernels import iteration, list_methods, lists, status, tags, tuple_methods, unpacking  # noqa: F401  (they register natives)
from tests.runtime.kernels.sequences_rig import DST, Declined, Failed, SequenceRig

RIG = SequenceRig()
REGISTERS = L.STACK_AT + 0x2000
iterables = st.one_of(
    st.lists(st.integers(), max_size=6), st.lists(st.integers(), max_size=6).map(tuple),
    st.text(max_size=6), st.binary(max_size=6),
    st.builds(range, st.integers(-9, 9), st.integers(-9, 9), st.integers(-4, 4).filter(bool)),
)


def plain(x):
    return RIG.python(x)


def zipped(*words):
    return RIG.word("zip.__new__", RIG.iterator_type_word(L.ITERATE_ZIP), *words)


def enumerated(*words):
    return RIG.word("enumerate.__new__", RIG.iterator_type_word(L.ITERATE_ENUMERATE), *words)


def backwards(word):
    return RIG.word("reversed.__new__", RIG.iterator_type_word(L.ITERATE_TUPLE_REVERSED), word)


@given(iterables)
def test_iteration_gives_what_cpython_gives(x):
    RIG.clear()
    w = RIG.value(x)
    assert plain(RIG.word("iter", w)) == list(x)
    assert plain(RIG.word("list.__new__", RIG.type_word(L.KIND_LIST), w)) == list(x)
    assert plain(RIG.word("tuple.__new__", RIG.type_word(L.KIND_TUPLE), w)) == tuple(x)
    assert plain(backwards(w)) == list(reversed(x))
    assert plain(enumerated(w, RIG.value(3))) == list(enumerate(x, 3))


@given(st.lists(iterables, max_size=4))
def test_zip_gives_what_cpython_gives(xs):
    RIG.clear()
    words = [RIG.value(x) for x in xs]
    assert plain(zipped(*words)) == list(zip(*xs, strict=False))
    got = RIG.word("list.__new__", RIG.type_word(L.KIND_LIST), zipped(*words))
    assert plain(got) == list(zip(*xs, strict=False))
    deep = enumerated(zipped(enumerated(RIG.value("abc")), *words))
    assert plain(deep) == list(enumerate(zip(enumerate("abc"), *xs, strict=False)))


@given(iterables)
def test_the_bound_is_exact_for_what_does_not_change(x):
    RIG.clear()
    it = RIG.word("iter", RIG.value(x))
    left = len(x)
    while True:
        assert iteration.iteration_bound(RIG.m, it) == left
        if iteration.iterator_step(RIG.m, it, DST) == 0:
            break
        left -= 1
    assert left == 0


def test_an_exhausted_iterator_stays_exhausted():
    RIG.clear()
    target = RIG.value([1])
    for it in (RIG.word("iter", target), enumerated(target), zipped(target, target)):
        assert len(plain(it)) >= 1
        lists.list_append(RIG.m, target, 4)
        assert plain(it) == []


def test_a_list_that_grows_is_walked_to_its_new_end():
    RIG.clear()
    target = RIG.value([1, 2])
    it = RIG.word("iter", target)
    assert iteration.iterator_step(RIG.m, it, DST) == 1
    lists.list_append(RIG.m, target, 6)
    assert plain(it) == [2, 3]


def test_next_answers_the_default_or_fails():
    RIG.clear()
    it = RIG.word("iter", RIG.value([7]))
    assert plain(RIG.word("next", it)) == 7
    assert plain(RIG.word("next", it, RIG.value("end"))) == "end"
    with pytest.raises(Failed) as failed:
        RIG.word("next", it)
    assert failed.value.args[0] == Failure.STOP_ITERATION


def test_iterators_nested_too_deep_are_left_to_the_prelude():
    RIG.clear()
    it = RIG.value([1])
    for _ in range(iteration.MAX_NESTING):
        it = enumerated(it)
    with pytest.raises(Declined):
        enumerated(it)
    with pytest.raises(Declined):
        zipped(it)


def test_numbers_are_not_iterable_nor_reversible():
    RIG.clear()
    assert iteration.get_iter(RIG.m, 10, DST) == status.FAIL
    with pytest.raises(Failed):
        backwards(10)


def test_a_list_extended_by_its_own_iterator_goes_on_under_the_meters():
    RIG.clear()
    target = RIG.value([1, 2])
    it = RIG.word("iter", target)
    for _ in range(3):
        assert iteration.list_extend(RIG.m, target, it) == status.NEEDS_ROOM
    assert RIG.python(target)[:8] == [1, 2] * 4


def for_next(it):
    """Run FOR_NEXT with the iterator in register 0, the item in register 1."""
    RIG.set_state(L.STATE_PC, 0x1000)
    RIG.store(REGISTERS, it)
    answer = iteration.for_next_slow(RIG.m, REGISTERS, 1 << 32 | 5 << 48)
    if answer == status.RELOAD:
        assert RIG.state(L.STATE_PC) == 0x1000 + 40
        return None
    assert answer == status.NEXT
    return RIG.python(RIG.load(REGISTERS + 8))


def test_for_next_jumps_when_the_iterator_is_exhausted():
    RIG.clear()
    it = RIG.word("iter", RIG.value("ab"))
    assert [for_next(it) for _ in range(4)] == ["a", "b", None, None]


def unpack(x, wanted):
    RIG.clear()
    RIG.store(REGISTERS + 8, RIG.value(x))
    RIG.check(unpacking.op_unpack(RIG.m, REGISTERS, 2 << 16 | 1 << 32 | wanted << 48))
    return [RIG.python(RIG.load(REGISTERS + 16 + 8 * i)) for i in range(wanted)]


@given(iterables, st.integers(0, 6))
def test_unpacking_takes_exactly_so_many(x, wanted):
    if len(x) == wanted:
        assert unpack(x, wanted) == list(x)
    else:
        with pytest.raises(Failed) as failed:
            unpack(x, wanted)
        short = len(x) < wanted
        assert failed.value.args[0] == (Failure.UNPACK_SHORT if short else Failure.UNPACK_LONG)
        assert failed.value.args[1] == wanted << 1
        if short:
            assert failed.value.args[2] == len(x) << 1


@given(iterables, st.integers(0, 3), st.integers(0, 3))
def test_a_star_takes_what_is_left(x, before, after):
    RIG.clear()
    RIG.store(REGISTERS + 8, RIG.value(x))
    call = unpacking.op_unpack_star
    answer = call(RIG.m, REGISTERS, 2 << 16 | 1 << 32 | (before << 8 | after) << 48)
    values = list(x)
    if len(values) < before + after:
        assert answer == status.FAIL
        assert RIG.state(L.STATE_FAILURE) == Failure.UNPACK_STAR_SHORT
        return
    RIG.check(answer)
    n = before + 1 + after
    got = [RIG.python(RIG.load(REGISTERS + 16 + 8 * i)) for i in range(n)]
    middle = values[before : len(values) - after]
    assert got == [*values[:before], middle, *values[len(values) - after :]]


def test_what_is_not_iterable_is_not_unpacked():
    with pytest.raises(Failed) as failed:
        unpack(5, 2)
    assert failed.value.args[0] == Failure.UNPACK_TYPE


@given(iterables)
def test_len_is_cpythons(x):
    RIG.clear()
    assert RIG.native("len", x) == len(x)


def test_numbers_have_no_length():
    with pytest.raises(Failed) as failed:
        RIG.native("len", 5)
    assert failed.value.args[0] == Failure.NO_LENGTH
    assert tags.NONE == 13
