"""Instances keep their attributes whatever way they are stored."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.kernels import shapes, tags
from ringfence.kernels.status import NEXT
from tests.runtime.kernels.classes_rig import ClassesRig

actions = st.lists(
    st.tuples(st.sampled_from(["set", "set", "set", "delete", "dict"]), st.integers(0, 9)),
    max_size=40,
)


@given(actions)
@settings(max_examples=60, deadline=None)
def test_any_history_leaves_the_attributes_a_dict_would_have(history):
    rig = ClassesRig()
    cls = rig.make_class("C")
    for _ in range(2):  # the second instance follows the shapes the first one made
        obj, model = rig.new(cls), {}
        for step, (action, key) in enumerate(history):
            name = rig.name(f"a{key}")
            if action == "set":
                assert shapes.instance_set(rig.m, obj, name, step << 1) == NEXT
                model[f"a{key}"] = step
            elif action == "delete":
                found = shapes.instance_delete(rig.m, obj, name)
                assert found == (model.pop(f"a{key}", None) is not None)
            elif step % 7 == 0:
                shapes.instance_dict(rig.m, obj)
        assert rig.attributes(obj) == list(model)
        for name, value in model.items():
            assert shapes.instance_get(rig.m, obj, rig.name(name)) == value << 1


def test_instances_with_the_same_attributes_in_the_same_order_share_their_shape():
    rig = ClassesRig()
    cls = rig.make_class("C")
    one, other, reversed_ = rig.new(cls), rig.new(cls), rig.new(cls)
    for obj, names in ((one, "ab"), (other, "ab"), (reversed_, "ba")):
        for name in names:
            rig.set(obj, name, 2)
    assert rig.field(one, L.INSTANCE_SHAPE) == rig.field(other, L.INSTANCE_SHAPE)
    assert rig.field(one, L.INSTANCE_SHAPE) != rig.field(reversed_, L.INSTANCE_SHAPE)


def test_a_class_learns_how_many_slots_its_instances_need():
    rig = ClassesRig()
    cls = rig.make_class("C")
    first = rig.new(cls)
    for k in range(9):
        rig.set(first, f"a{k}", k << 1)
    later = rig.new(cls)
    for k in range(9):
        rig.set(later, f"a{k}", k << 1)
    assert rig.field(first, L.INSTANCE_OVERFLOW) != tags.NONE
    assert rig.field(later, L.INSTANCE_OVERFLOW) == tags.NONE
    assert rig.attributes(first) == rig.attributes(later)


def test_a_shape_of_the_boot_image_is_extended_without_being_written():
    rig = ClassesRig()
    cls = rig.make_class("C")
    low = L.BOOT_AT  # copy the root shape to where a run may not write
    root = rig.field(cls, L.CLASS_SHAPE)
    for k in range(L.SHAPE_WORDS):
        rig.store(low + 8 * k, rig.load(root - 1 + 8 * k))
    rig.store(cls - 1 + L.CLASS_SHAPE * 8, low + 1)
    before = [rig.load(low + 8 * k) for k in range(L.SHAPE_WORDS)]
    one, other = rig.new(cls), rig.new(cls)
    rig.set(one, "x", 2)
    rig.set(other, "x", 4)
    assert [rig.load(low + 8 * k) for k in range(L.SHAPE_WORDS)] == before
    assert rig.field(one, L.INSTANCE_SHAPE) == rig.field(other, L.INSTANCE_SHAPE)
    assert rig.value_of(other, "x") == 4


def test_more_attributes_than_a_shape_holds_go_to_a_dict():
    rig = ClassesRig()
    obj = rig.new(rig.make_class("C"))
    for k in range(100):
        assert rig.set(obj, f"n{k}", k << 1) == NEXT
    assert rig.field(rig.field(obj, L.INSTANCE_SHAPE), L.SHAPE_IS_DICT) == tags.TRUE
    assert [rig.value_of(obj, f"n{k}") >> 1 for k in range(100)] == list(range(100))


def test_fixed_slots_are_no_part_of_the_dict():
    rig = ClassesRig()
    base = rig.make_class("S", slots=("a",))
    obj = rig.new(rig.make_class("Sub", base))
    rig.set(obj, "a", 2)
    rig.set(obj, "b", 4)
    shapes.instance_dict(rig.m, obj)
    assert rig.attributes(obj) == ["b"]
    assert rig.value_of(obj, "a") == 2
