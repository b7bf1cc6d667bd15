"""Look-ups find what CPython finds, the second time (from the cache) as well as the first."""

from ringfence import layout as L
from ringfence.failures import Failure, Helper
from ringfence.kernels import attributes, classes, tags
from ringfence.kernels.status import CALL, FAIL, NEXT
from tests.runtime.kernels.classes_rig import DST, ClassesRig


def failure(rig):
    return Failure(rig.state(L.STATE_FAILURE))


def test_an_instance_attribute_hides_a_plain_value_of_the_class():
    rig = ClassesRig()
    obj = rig.new(rig.make_class("C", x=2))
    for _ in range(2):
        assert rig.value_of(obj, "x") == 2
    rig.set(obj, "x", 4)
    for _ in range(2):
        assert rig.value_of(obj, "x") == 4


def test_a_function_of_the_class_is_bound_and_a_method_call_does_not_allocate():
    rig = ClassesRig()
    function = rig.function()
    obj = rig.new(rig.make_class("C", f=function))
    method = rig.value_of(obj, "f")
    assert rig.field(method, 0) & 255 == L.KIND_METHOD
    assert rig.field(method, L.METHOD_SELF) == obj
    top = rig.state(L.STATE_HEAP_TOP)
    for _ in range(2):
        assert attributes.method_lookup(rig.m, obj, rig.name("f")) == 1
        assert rig.state(L.STATE_CALLEE) == function
    assert rig.state(L.STATE_HEAP_TOP) == top


def test_an_own_attribute_is_called_without_the_receiver():
    rig = ClassesRig()
    obj = rig.new(rig.make_class("C", f=rig.function()))
    own = rig.function()
    rig.set(obj, "f", own)
    for _ in range(2):
        assert attributes.method_lookup(rig.m, obj, rig.name("f")) == 0
        assert rig.state(L.STATE_CALLEE) == own


def test_a_property_comes_before_the_instance_and_its_getter_is_called():
    rig = ClassesRig()
    getter, setter = rig.function(), rig.function()
    obj = rig.new(rig.make_class("C", p=rig.property(getter, setter)))
    for _ in range(2):
        assert rig.get(obj, "p") == CALL
        assert rig.state(L.STATE_CALLEE) == getter
        assert rig.state(L.STATE_ARGUMENT_0) == obj
        assert rig.state(L.STATE_RESULT_AT) == DST
    assert rig.set(obj, "p", 8) == CALL
    assert rig.state(L.STATE_CALLEE) == setter
    assert rig.state(L.STATE_ARGUMENT_0 + 1) == 8
    assert rig.state(L.STATE_RESULT_KIND) == L.RETURN_DISCARD


def test_a_missing_attribute_is_a_failure_and_asks_getattr_if_there_is_one():
    rig = ClassesRig()
    obj = rig.new(rig.make_class("C"))
    assert rig.get(obj, "nope") == FAIL
    assert failure(rig) is Failure.NO_ATTRIBUTE
    hook = rig.function()
    lenient = rig.new(rig.make_class("D", __getattr__=hook))
    assert rig.get(lenient, "nope") == CALL
    assert rig.state(L.STATE_CALLEE) == hook
    assert rig.python(rig.state(L.STATE_ARGUMENT_0 + 1)) == "nope"


def test_getattribute_in_python_is_always_asked():
    rig = ClassesRig()
    obj = rig.new(rig.make_class("C", __getattribute__=rig.function(), x=2))
    for _ in range(2):
        assert rig.get(obj, "x") == CALL
        prelude = rig.state(L.STATE_PRELUDE)
        helper = rig.field(prelude, L.TUPLE_ITEMS + Helper.GET_ATTRIBUTE)
        assert rig.state(L.STATE_CALLEE) == helper


def test_a_changed_class_is_seen_at_once():
    rig = ClassesRig()
    base = rig.make_class("B", x=2)
    cls = rig.make_class("C", base)
    obj = rig.new(cls)
    assert rig.value_of(obj, "x") == rig.value_of(cls, "x") == 2
    classes.class_set(rig.m, base, rig.name("x"), 4)
    assert rig.value_of(obj, "x") == rig.value_of(cls, "x") == 4
    classes.class_set(rig.m, cls, rig.name("x"), 6)
    assert rig.value_of(obj, "x") == rig.value_of(cls, "x") == 6
    classes.class_delete(rig.m, cls, rig.name("x"))
    assert rig.value_of(obj, "x") == rig.value_of(cls, "x") == 4
    getter = rig.function()
    classes.class_set(rig.m, base, rig.name("x"), rig.property(getter))
    rig.store(DST, 0)
    assert rig.get(obj, "x") == CALL


def test_getattr_added_to_a_base_later_is_found_by_instances_of_subclasses():
    rig = ClassesRig()
    base = rig.make_class("B")
    obj = rig.new(rig.make_class("C", base))
    assert rig.get(obj, "nope") == FAIL
    classes.class_set(rig.m, base, rig.name("__getattr__"), rig.function())
    assert rig.get(obj, "nope") == CALL


def test_slots_refuse_other_names_and_miss_what_was_never_set():
    rig = ClassesRig()
    obj = rig.new(rig.make_class("S", slots=("a",)))
    for _ in range(2):
        assert rig.get(obj, "a") == FAIL
    assert rig.set(obj, "a", 2) == NEXT
    for _ in range(2):
        assert rig.value_of(obj, "a") == 2
    assert rig.set(obj, "b", 2) == FAIL
    assert failure(rig) is Failure.CANNOT_SET_ATTRIBUTE
    assert attributes.delete_attribute(rig.m, obj, rig.name("a")) == NEXT
    assert rig.get(obj, "a") == FAIL


def test_builtin_classes_and_their_values_cannot_be_written():
    rig = ClassesRig()
    assert rig.set(rig.object, "x", 2) == FAIL
    assert failure(rig) is Failure.CLASS_IMMUTABLE
    assert rig.set(10, "x", 2) == FAIL
    assert failure(rig) is Failure.CANNOT_SET_ATTRIBUTE


def test_a_class_binds_class_methods_to_the_class_that_was_asked():
    rig = ClassesRig()
    function = rig.function()
    wrapped = rig._object(L.KIND_CLASSMETHOD, [function])
    cls = rig.make_class("C", rig.make_class("B", make=wrapped))
    for receiver, expected in ((cls, 1), (rig.new(cls), 0)):
        for _ in range(2):
            assert attributes.method_lookup(rig.m, receiver, rig.name("make")) == expected
    method = rig.state(L.STATE_CALLEE)
    assert rig.field(method, L.METHOD_SELF) == cls


def test_a_plain_class_is_called_by_allocating_and_its_init():
    rig = ClassesRig()
    init = rig.function()
    bare, full = rig.make_class("A"), rig.make_class("B", __init__=init)
    custom = rig.make_class("C", __new__=rig.function())
    for _ in range(2):
        assert attributes.class_call_plan(rig.m, bare) == 1
        assert rig.state(L.STATE_CALLEE) == tags.UNBOUND
        assert attributes.class_call_plan(rig.m, full) == 1
        assert rig.state(L.STATE_CALLEE) == init
        assert attributes.class_call_plan(rig.m, custom) == 0


def test_computed_names_are_not_cached_but_found():
    rig = ClassesRig()
    obj = rig.new(rig.make_class("C", value=2))
    name = rig.string("value")  # not the object the class dict holds
    assert attributes.get_attribute(rig.m, obj, name, DST) == NEXT
    assert rig.load(DST) == 2
