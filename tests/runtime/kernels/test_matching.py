"""Patterns and except clauses: what a kernel decides and what it leaves to the prelude."""

import pytest

from ringfence import layout as L
from ringfence.failures import Helper
from ringfence.kernels import matching, shapes, tags
from ringfence.kernels.status import CALL, NEXT
from tests.runtime.kernels.classes_rig import ClassesRig

BASE = L.STACK_AT + 0x1000
ABC = ((0 << 16) | (1 << 32) | (2 << 48))  # registers A 0, B 1, C 2


def run(rig, opcode, b, c=tags.NONE, *more):
    for k, value in enumerate((tags.UNBOUND, b, c, *more)):
        rig.store(BASE + 8 * k, value)
    status = opcode(rig.m, BASE, ABC)
    return status, rig.load(BASE)


@pytest.mark.parametrize(
    ("subject", "sequence"),
    [([1], True), ((1,), True), ("ab", False), (b"ab", False), (5, False), (None, False)],
)
def test_sequences_are_lists_and_tuples_but_no_texts(subject, sequence):
    rig = ClassesRig()
    status, answer = run(rig, matching.op_match_sequence, rig.value(subject))
    assert (status, answer) == (NEXT, tags.TRUE if sequence else tags.FALSE)


def test_a_class_may_say_that_its_instances_are_mappings():
    rig = ClassesRig()
    base = rig.make_class("Mapping", __abc_tpflags__=64 << 1)
    obj = rig.new(rig.make_class("M", base))
    assert run(rig, matching.op_match_mapping, obj) == (NEXT, tags.TRUE)
    assert run(rig, matching.op_match_sequence, obj) == (NEXT, tags.FALSE)


def test_a_class_pattern_takes_plain_attributes_in_the_order_of_match_args():
    rig = ClassesRig()
    names = rig.tuple([rig.name("x"), rig.name("y")])
    cls = rig.make_class("P", __match_args__=names)
    obj = rig.new(cls)
    rig.set(obj, "x", 2)
    rig.set(obj, "y", 4)
    status, values = run(
        rig, matching.op_match_class, obj, cls, 1 << 1, rig.tuple([rig.name("y")])
    )
    assert status == NEXT
    assert rig.python(values) == (1, 2)
    nothing = rig.new(rig.make_class("Q"))
    assert run(rig, matching.op_match_class, nothing, cls, 0, rig.tuple([])) == (NEXT, tags.NONE)
    missing = rig.tuple([rig.name("zz")])
    assert run(rig, matching.op_match_class, obj, cls, 0, missing) == (NEXT, tags.NONE)


def test_what_may_run_user_code_or_raise_is_the_preludes():
    rig = ClassesRig()
    cls = rig.make_class("P", p=rig.property(rig.function()))
    obj = rig.new(cls)
    assert run(rig, matching.op_match_class, obj, cls, 0, rig.tuple([rig.name("p")]))[0] == CALL
    prelude = rig.state(L.STATE_PRELUDE)
    assert rig.state(L.STATE_CALLEE) == rig.field(prelude, L.TUPLE_ITEMS + Helper.MATCH_CLASS)
    assert run(rig, matching.op_match_class, obj, cls, 3 << 1, rig.tuple([]))[0] == CALL
    assert run(rig, matching.op_match_exception, obj, rig.value(5))[0] == CALL


def test_except_matches_by_class_and_by_tuple():
    rig = ClassesRig()
    root = rig.make_class("BaseException")
    rig.store(root - 1 + L.CLASS_FLAGS * 8, L.CLASS_FLAG_EXCEPTION << 1)
    rig.store(root - 1 + L.CLASS_SHAPE * 8, shapes.new_root_shape(rig.m, root, 5, 9))
    error = rig.make_class("Error", root)
    other = rig.make_class("Other", root)
    raised = rig.new(error)
    for wanted, answer in (
        (error, tags.TRUE), (root, tags.TRUE), (other, tags.FALSE),
        (rig.tuple([other, error]), tags.TRUE), (rig.tuple([]), tags.FALSE),
    ):
        assert run(rig, matching.op_match_exception, raised, wanted) == (NEXT, answer)
    bad = rig.tuple([error, rig.value(5)])
    assert run(rig, matching.op_match_exception, raised, bad)[0] == CALL
