"""Sets behave as CPython's: elements, which of two equal ones, and the order of numbers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.kernels import set_algebra, sets, tags, verify
from ringfence.kernels.set_algebra import FIRST_REFERENCE
from ringfence.kernels.status import NEXT
from ringfence.opcodes import Op
from tests.runtime.kernels.tables_rig import TablesRig

numbers = st.integers(-40, 200) | st.sampled_from([2**40, 2**61, -(2**33), 0.5, 3.0, (1, 2)])
many = st.lists(numbers, max_size=60)
actions = st.lists(st.tuples(st.sampled_from(["add", "add", "add", "discard", "pop"]), numbers),
                   max_size=80)


def order(rig, w):
    return rig.elements(w)


@given(actions)
@settings(max_examples=150, deadline=None)
def test_any_history_leaves_the_elements_in_cpythons_order(history):
    rig = TablesRig()
    m, s, model = rig.m, sets.set_new(rig.m, L.KIND_SET), set()
    for action, x in history:
        if action == "add":
            assert sets.set_add_item(m, s, rig.value(x)) == NEXT
            model.add(x)
        elif action == "discard":
            slot = sets.set_find_key(m, s, rig.value(x))
            if slot >= 0:
                sets.set_delete_slot(m, s, slot)
            model.discard(x)
        elif model:
            slot = sets.set_pop_slot(m, s)
            assert rig.python(rig.load(sets.set_entry(m, s, slot) + 8)) == model.pop()
            sets.set_delete_slot(m, s, slot)
        assert order(rig, s) == list(model)
    assert verify.bad_set(m, s) == 0


@given(many, many, st.sampled_from(["__or__", "__and__", "__sub__", "__xor__"]))
@settings(max_examples=200, deadline=None)
def test_operators_give_cpythons_sets(first, second, name):
    rig = TablesRig()
    op = {"__or__": Op.OR, "__and__": Op.AND, "__sub__": Op.SUB, "__xor__": Op.XOR}[name]
    a, b = rig.set_of(first), rig.set_of(second, L.KIND_FROZENSET)
    model_a, model_b = set(), set()
    for x in first:
        model_a.add(x)
    for x in second:
        model_b.add(x)
    dst = L.STACK_AT + 64
    assert set_algebra.set_binary(rig.m, op, a, b, dst) == NEXT
    made = rig.load(dst)
    expected = getattr(model_a, name)(model_b)
    assert order(rig, made) == list(expected)
    assert [type(x) for x in order(rig, made)] == [type(x) for x in expected]
    assert verify.bad_set(rig.m, made) == 0
    assert set_algebra.set_inplace(rig.m, op, a, b, dst) == NEXT
    assert rig.load(dst) == a
    inplace = {"__or__": set.update, "__and__": set.intersection_update,
               "__sub__": set.difference_update, "__xor__": set.symmetric_difference_update}[name]
    inplace(model_a, model_b)
    assert order(rig, a) == list(model_a)
    assert verify.bad_set(rig.m, a) == 0


@given(many, many)
@settings(max_examples=100, deadline=None)
def test_other_containers_can_be_operands(first, second):
    rig = TablesRig()
    model = set()
    for x in first:
        model.add(x)
    a, b = rig.set_of(first), rig.value(second)
    d, mapping = rig.value(dict.fromkeys(second)), dict.fromkeys(second)
    for make, method in (
        (set_algebra.set_or, set.union),
        (set_algebra.set_and, set.intersection),
        (set_algebra.set_minus, set.difference),
        (set_algebra.set_xor, set.symmetric_difference),
    ):
        for operand, plain in ((b, second), (d, mapping)):
            made = make(rig.m, a, operand)
            assert made > FIRST_REFERENCE
            assert order(rig, made) == list(method(model, plain))


@given(many, many)
@settings(max_examples=100, deadline=None)
def test_questions_about_two_sets(first, second):
    rig = TablesRig()
    a, b = rig.set_of(first), rig.set_of(second)
    x, y = set(first), set(second)
    dst = L.STACK_AT + 64
    for op, answer in ((Op.LT, x < y), (Op.LE, x <= y), (Op.GT, x > y), (Op.GE, x >= y)):
        assert set_algebra.set_compare(rig.m, op, a, b, dst) == NEXT
        assert (rig.load(dst) == tags.TRUE) == answer
    disjoint = set_algebra.set_disjoint(rig.m, a, rig.value(second))
    assert (disjoint == tags.TRUE) == x.isdisjoint(y)
    assert (set_algebra.set_covers(rig.m, a, rig.value(second)) == tags.TRUE) == (x >= y)


def test_a_set_is_found_in_a_set_as_a_frozenset():
    rig = TablesRig()
    s = rig.set_of([frozenset({1, 2}), 3])
    dst = L.STACK_AT + 64
    assert sets.set_contains(rig.m, s, rig.set_of([2, 1]), dst) == NEXT
    assert rig.load(dst) == tags.TRUE


def test_a_large_set_keeps_cpythons_order_through_growth():
    rig = TablesRig()
    items = [i * 37 % 5003 for i in range(3000)]
    model = set()
    for x in items:
        model.add(x)
    s = rig.set_of(items)
    assert order(rig, s) == list(model)
    copy = set_algebra.set_from(rig.m, L.KIND_FROZENSET, s)
    assert order(rig, copy) == list(frozenset(model))


def test_the_host_writes_elements_and_has_them_indexed():
    rig = TablesRig()
    items = [5, 1, 9, "x", (1, 2), 1.0]
    words = [w for x in items for w in (0, rig.value(x))]
    entries = rig._object(L.KIND_ARRAY, words)
    s = rig._object(L.KIND_SET, [12, 12, entries, tags.NONE, 0, tags.UNBOUND])
    assert sets.set_rebuild(rig.m, s) == 0
    assert rig.python(s) == set(items)
    assert verify.bad_set(rig.m, s) == 0
