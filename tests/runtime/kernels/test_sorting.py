"""Sorting against CPython: the same order, the same comparisons, the same errors."""

import random
from operator import itemgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence.failures import Failure
from ringfence.kernels import sorting
from ringfence.kernels.tags import FALSE, NONE, TRUE
from tests.runtime.kernels.sequences_rig import Failed, SequenceRig

RIG = SequenceRig()
NAN = float("nan")
keys = st.one_of(
    st.lists(st.integers(-5, 5)), st.lists(st.integers()), st.lists(st.floats()),
    st.lists(st.sampled_from([NAN, 1.0, 2.0, 3.0])), st.lists(st.text()),
    st.lists(st.sampled_from(["", "a", "ab", "é", "Ā", "😀"])), st.lists(st.binary()),
    st.lists(st.one_of(st.integers(), st.floats(), st.booleans())),
    st.lists(st.tuples(st.integers(0, 2), st.text(max_size=1))),
)


def sort(values, *, by=None, reverse=False, budget=None):
    """Sort by steps; `by` a list of keys."""
    RIG.clear()
    items = RIG.value(values)
    key_list = NONE if by is None else RIG.value(by)
    state = RIG.word("sort_begin", items, key_list, TRUE if reverse else FALSE)
    assert state != NONE
    while True:
        if budget:
            answer = sorting.sort_for(RIG.m, state, budget)
            if answer == sorting.SORT_TYPES:
                RIG.check(sorting.types_failure(RIG.m))
            if answer == sorting.SORT_DONE:
                break
        elif RIG.word("sort_step", state) == TRUE:
            break
    return RIG.python(items)


def shaped(n, shape, seed):
    """Lists that make merges gallop, runs descend, sides differ in length."""
    r = random.Random(seed)
    if shape == "random":
        return [r.randrange(n) for _ in range(n)]
    if shape == "runs":
        return [i % 97 for i in range(n)]
    if shape == "blocks":
        blocks = [list(range(k * 50, k * 50 + 100)) for k in range(n // 100 + 1)]
        r.shuffle(blocks)
        return [x for b in blocks for x in b][:n]
    if shape == "descending":
        return list(range(n, 0, -1))
    if shape == "nearly":
        x = list(range(n))
        for _ in range(n // 20):
            i, j = r.randrange(n), r.randrange(n)
            x[i], x[j] = x[j], x[i]
        return x
    return [r.choice([NAN, 1.0, 2.0, 3.0, -1.0]) for _ in range(n)]


SHAPES = ["random", "runs", "blocks", "descending", "nearly", "nan"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("n", [10, 64, 200, 1500])
def test_every_shape_is_sorted_as_cpython_sorts_it(shape, n):
    values = shaped(n, shape, n)
    assert repr(sort(values)) == repr(sorted(values))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_sort_in_tiny_steps_gives_the_same(shape):
    values = shaped(700, shape, 5)
    for budget in (1, 3, 50):
        assert repr(sort(values, budget=budget)) == repr(sorted(values))


@pytest.mark.parametrize("shape", SHAPES)
def test_values_move_along_with_their_keys(shape):
    by = shaped(600, shape, 3)
    values = list(range(len(by)))
    for reverse in (False, True):
        pairs = sorted(zip(by, values, strict=True), key=itemgetter(0), reverse=reverse)
        wanted = [v for _, v in pairs]
        assert sort(values, by=by, reverse=reverse, budget=40) == wanted


@settings(max_examples=150, deadline=None)
@given(keys, st.booleans())
def test_any_list_is_sorted_as_cpython_sorts_it(values, reverse):
    assert repr(sort(values, reverse=reverse)) == repr(sorted(values, reverse=reverse))


def test_what_cannot_be_compared_is_named_as_cpython_names_it():
    with pytest.raises(Failed) as failed:
        sort([1, "a"])
    failure, _, left, right = failed.value.args
    assert failure == Failure.COMPARISON_OPERANDS
    assert (RIG.python(left), RIG.python(right)) == ("a", 1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.integers(0, 9), st.just("x")), max_size=200), st.booleans())
def test_a_failed_sort_leaves_the_list_as_cpython_leaves_it(values, reverse):
    RIG.clear()
    items = RIG.value(values)
    mine = list(values)
    try:
        mine.sort(reverse=reverse)
    except TypeError:
        with pytest.raises(Failed):
            RIG.word("sort_plain", items, TRUE if reverse else FALSE)
    else:
        RIG.word("sort_plain", items, TRUE if reverse else FALSE)
    assert RIG.python(items) == mine


def test_sorted_makes_a_new_list_of_any_builtin_iterable():
    RIG.clear()
    assert RIG.native("sorted", "hello") == sorted("hello")
    assert RIG.native("sorted", (3, 1, 2)) == [1, 2, 3]
    assert RIG.native("sorted", range(5, 0, -1)) == [1, 2, 3, 4, 5]
