"""hash() of plain values equals CPython's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.kernels import hashing
from tests.runtime.kernels.tables_rig import TablesRig

RIG = TablesRig()
numbers = (
    st.integers()
    | st.integers(-(2**200), 2**200)
    | st.floats(allow_nan=False)
    | st.booleans()
    | st.complex_numbers(allow_nan=False)
)
plain = st.recursive(numbers, lambda inner: st.lists(inner).map(tuple), max_leaves=12)


@given(plain | st.frozensets(plain))
@settings(max_examples=300, deadline=None)
def test_hashes_are_those_of_cpython(x):
    assert hashing.hash_value(RIG.m, RIG.value(x)) == hash(x)


@pytest.mark.parametrize("edge", [2**61 - 1, -(2**61 - 1), 2**61, -1, -2, 2**62, -(2**62), 2**122])
def test_hashes_at_the_edges_of_the_modulus(edge):
    assert hashing.hash_value(RIG.m, RIG.value(edge)) == hash(edge)


@pytest.mark.parametrize("r", [range(0), range(5, 6, 7), range(2, 9), range(10, 0, -3)])
def test_ranges_hash_by_what_they_produce(r):
    expected = (len(r), r.start if len(r) else None, r.step if len(r) > 1 else None)
    assert hashing.hash_value(RIG.m, RIG.value(r)) == hashing.hash_value(
        RIG.m, RIG.value(expected)
    )


@given(st.text())
def test_equal_strings_hash_equal(text):
    first, second = RIG.string(text), RIG.string(text)
    h = hashing.hash_value(RIG.m, first)
    assert h == hashing.hash_value(RIG.m, second) != -1
    if text:
        assert RIG.field(first, L.STR_HASH) == h


def test_trouble_names_the_offending_object():
    inner = RIG.value([1])
    outer = RIG._object(L.KIND_TUPLE, [2 << 1, 2, inner])
    assert hashing.hash_value(RIG.m, outer) == -1
    assert RIG.state(L.STATE_SCRATCH_0) == hashing.TROUBLE_UNHASHABLE
    assert RIG.state(L.STATE_ARGUMENT_0) == inner


def test_instances_hash_by_identity_by_payload_or_in_python():
    plain_one = RIG.instance()
    assert hashing.hash_value(RIG.m, plain_one) == hashing.hash_value(RIG.m, plain_one)
    assert hashing.hash_value(RIG.m, plain_one) != hashing.hash_value(RIG.m, RIG.instance())
    assert hashing.hash_value(RIG.m, RIG.instance(payload=RIG.value(7))) == 7
    assert hashing.hash_value(RIG.m, RIG.instance(has_eq=True)) == -1
    assert RIG.state(L.STATE_SCRATCH_0) == hashing.TROUBLE_PYTHON


def test_a_shared_tuple_graph_is_handed_over_and_does_not_hang(monkeypatch):
    monkeypatch.setattr(hashing, "MAX_STEPS", 1000)
    w = RIG.value((1,))
    for _ in range(60):
        w = RIG._object(L.KIND_TUPLE, [2 << 1, w, w])
    assert hashing.hash_value(RIG.m, w) == -1
    assert RIG.state(L.STATE_SCRATCH_0) == hashing.TROUBLE_PYTHON


def test_too_deep_a_tuple_is_told():
    w = RIG.value((1,))
    for _ in range(hashing.MAX_NESTING + 1):
        w = RIG._object(L.KIND_TUPLE, [1 << 1, w])
    assert hashing.hash_value(RIG.m, w) == -1
    assert RIG.state(L.STATE_SCRATCH_0) == hashing.TROUBLE_DEEP


@pytest.mark.parametrize("h", [5, -1, 2**62, -(2**63), 2**63 - 1, 2**63, -(2**62) - 1, 2**70])
def test_hashes_given_by_users_are_cut_as_cpython_does(h):
    class Keyed:
        def __hash__(self):
            return h

    assert hashing.hash_given(RIG.m, RIG.value(h)) == hash(Keyed())
