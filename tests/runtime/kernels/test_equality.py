"""``==`` of builtin values equals CPython's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.failures import Failure
from ringfence.kernels import equality
from ringfence.kernels.equality import EQUAL_FAILED, EQUAL_NO, EQUAL_PYTHON, EQUAL_YES, equal
from tests.runtime.kernels.tables_rig import TablesRig

RIG = TablesRig()
keys = st.recursive(
    st.integers(-3, 3) | st.text("ab", max_size=2) | st.booleans() | st.sampled_from([1.0, 0.5]),
    lambda inner: st.lists(inner, max_size=2).map(tuple),
    max_leaves=4,
)
values = st.recursive(
    keys | st.none() | st.binary(max_size=2) | st.sampled_from([1j, 1 + 0j, range(0), range(3)]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(keys, inner, max_size=3)
        | st.sets(keys, max_size=3)
        | st.frozensets(keys, max_size=3)
    ),
    max_leaves=8,
)


@given(values, values)
@settings(max_examples=400, deadline=None)
def test_equality_is_that_of_cpython(a, b):
    assert equal(RIG.m, RIG.value(a), RIG.value(b)) == (a == b)
    assert equal(RIG.m, RIG.value(a), RIG.value(a)) == EQUAL_YES


@given(st.integers(-(2**80), 2**80) | st.sampled_from([2**53 + 1, 2**1000, 2**62, -(2**62)]))
@settings(deadline=None)
def test_integers_and_floats_compare_exactly(n):
    x = float(n)
    for other in (n, n + 1, int(x)):
        assert equal(RIG.m, RIG.value(other), RIG.value(x)) == (other == x)
        assert equal(RIG.m, RIG.value(x), RIG.value(other)) == (other == x)
        assert equal(RIG.m, RIG.value(complex(x)), RIG.value(other)) == (other == x)


def test_nan_differs_from_itself_but_not_inside_a_container():
    nan = RIG.value(float("nan"))
    assert equal(RIG.m, nan, nan) == EQUAL_NO
    assert equal(RIG.m, RIG.value([float("nan")]), RIG.value([float("nan")])) == EQUAL_YES


def test_dicts_with_tuple_keys_look_into_the_keys():
    a, b = {(1, (2, "x")): [1], "k": {}}, {"k": {}, (1.0, (2, "x")): [True]}
    assert equal(RIG.m, RIG.value(a), RIG.value(b)) == EQUAL_YES


def test_user_code_is_asked_for_only_where_it_decides():
    mine = RIG.instance(has_eq=True)

    def pair(first, second):
        return RIG._object(L.KIND_TUPLE, [2 << 1, first, second])

    assert equal(RIG.m, mine, RIG.value(1)) == EQUAL_PYTHON
    assert equal(RIG.m, pair(2, mine), pair(4, mine)) == EQUAL_NO
    assert equal(RIG.m, pair(2, mine), pair(2, mine)) == EQUAL_YES
    assert equal(RIG.m, pair(2, mine), pair(2, RIG.value(1))) == EQUAL_PYTHON


def test_plain_instances_equal_only_themselves_and_wrapped_ones_by_value():
    one, other = RIG.instance(), RIG.instance()
    assert equal(RIG.m, one, one) == EQUAL_YES
    assert equal(RIG.m, one, other) == EQUAL_NO
    wrapped = RIG.instance(payload=RIG.value("text"))
    assert equal(RIG.m, wrapped, RIG.value("text")) == EQUAL_YES
    assert equal(RIG.m, wrapped, one) == EQUAL_NO


def test_cyclic_lists_end_in_a_recursion_error():
    def cycle():
        w = RIG.value([0])
        RIG.store(RIG.field(w, L.LIST_ITEMS) - 1 + 8, w)
        return w

    assert equal(RIG.m, cycle(), cycle()) == EQUAL_FAILED
    assert RIG.state(L.STATE_FAILURE) == Failure.RECURSION


def test_a_shared_graph_is_handed_over_and_does_not_hang(monkeypatch):
    monkeypatch.setattr(equality, "MAX_STEPS", 2000)

    def graph():
        w = RIG.value((1,))
        for _ in range(60):
            w = RIG._object(L.KIND_TUPLE, [2 << 1, w, w])
        return w

    assert equal(RIG.m, graph(), graph()) == EQUAL_PYTHON


@pytest.mark.parametrize(
    ("a", "b"),
    [(slice(1, 2), slice(1, 2)), (range(0, 3, 2), range(0, 4, 2)), (range(3), range(0, 3, 5)),
     (b"ab", b"ab"), (slice(1), slice(2)), ("é", "é"), ("é", "e")],
)
def test_pairs(a, b):
    assert equal(RIG.m, RIG.value(a), RIG.value(b)) == (a == b)
