"""Handlers of comparisons and jumps."""

from collections.abc import Callable
from typing import Any

from ringfence.kernels.direct import direct_compare, direct_compare_jump, direct_jump_if
from ringfence.kernels.dispatch import general
from ringfence.kernels.handlers import (
    go_on,
    handler,
    register_a,
    register_b,
    register_c,
    set_register_a,
)
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import word
from ringfence.kernels.registers import number_d, signed_b, signed_c
from ringfence.kernels.tags import FALSE, NONE, TRUE, UNBOUND, float_of
from ringfence.layout import STATE_HEAP_SOFT, STATE_HEAP_TOP
from ringfence.opcodes import Op

UNKNOWN = 2  # a comparison that a handler cannot do


# comparisons that the loop does itself: of two small integers or two unboxed floats
@kernel("i8(i8, i8)", inline=True)
def test_less(x, y):
    if (x | y) & 1 == 0:
        return x < y
    if (x & y & 3) == 3:
        return float_of(x) < float_of(y)
    return UNKNOWN


@kernel("i8(i8, i8)", inline=True)
def test_less_equal(x, y):
    if (x | y) & 1 == 0:
        return x <= y
    if (x & y & 3) == 3:
        return float_of(x) <= float_of(y)
    return UNKNOWN


@kernel("i8(i8, i8)", inline=True)
def test_greater(x, y):
    if (x | y) & 1 == 0:
        return x > y
    if (x & y & 3) == 3:
        return float_of(x) > float_of(y)
    return UNKNOWN


@kernel("i8(i8, i8)", inline=True)
def test_greater_equal(x, y):
    if (x | y) & 1 == 0:
        return x >= y
    if (x & y & 3) == 3:
        return float_of(x) >= float_of(y)
    return UNKNOWN


@kernel("i8(i8, i8)", inline=True)
def test_same(x, y):
    if (x | y) & 1 == 0:
        return x == y
    if (x & y & 3) == 3:
        return float_of(x) == float_of(y)
    return UNKNOWN


@kernel("i8(i8, i8)", inline=True)
def test_other(x, y):
    if (x | y) & 1 == 0:
        return x != y
    if (x & y & 3) == 3:
        return float_of(x) != float_of(y)
    return UNKNOWN


@kernel("i8(i8)", inline=True)
def opposite(truth):
    """Negate a truth that may be UNKNOWN."""
    if truth == UNKNOWN:
        return UNKNOWN
    return 1 - truth


def _comparison(number: Op, test: Callable[..., Any]) -> None:
    """Declare the handler of R[A] := R[B] ? R[C]."""

    def compare(m, frame, pc, insn, fuel, extra):
        truth = test(register_b(frame, insn), register_c(frame, insn))
        if truth == UNKNOWN:
            return direct_compare(m, frame, pc, insn, fuel, extra)
        set_register_a(frame, insn, FALSE + (truth << 3))
        return go_on(m, frame, pc, fuel)

    compare.__name__ = f"hot_{number.name.lower()}"
    handler(number)(compare)


def _branch(number: Op, test: Callable[..., Any], wanted: int) -> None:
    """Declare the handler of `if R[A] ? R[B]: pc += C`, taken if the test gives `wanted`."""

    def branch(m, frame, pc, insn, fuel, extra):
        truth = test(register_a(frame, insn), register_b(frame, insn))
        if truth == 1 - wanted:
            return go_on(m, frame, pc, fuel)
        distance = signed_c(insn)
        if truth == UNKNOWN or (
            distance < 0 and word(m, 0, STATE_HEAP_TOP) > word(m, 0, STATE_HEAP_SOFT)
        ):
            return direct_compare_jump(m, frame, pc, insn, fuel, extra)
        return go_on(m, frame, pc + distance * 8, fuel)

    branch.__name__ = f"hot_{number.name.lower()}"
    handler(number)(branch)


def _branch_int(number: Op, test: Callable[..., Any], wanted: int) -> None:
    """Declare the handler of `if R[A] ? B: pc += C`."""

    def branch(m, frame, pc, insn, fuel, extra):
        truth = test(register_a(frame, insn), signed_b(insn) << 1)
        if truth == 1 - wanted:
            return go_on(m, frame, pc, fuel)
        distance = signed_c(insn)
        if truth == UNKNOWN or (
            distance < 0 and word(m, 0, STATE_HEAP_TOP) > word(m, 0, STATE_HEAP_SOFT)
        ):
            return direct_compare_jump(m, frame, pc, insn, fuel, extra)
        return go_on(m, frame, pc + distance * 8, fuel)

    branch.__name__ = f"hot_{number.name.lower()}"
    handler(number)(branch)


for _name, _test in (
    ("LT", test_less), ("LE", test_less_equal), ("GT", test_greater), ("GE", test_greater_equal),
    ("EQ", test_same), ("NE", test_other),
):
    _comparison(Op[_name], _test)
    _branch(Op[f"JUMP_{_name}"], _test, 1)
    _branch(Op[f"JUMP_NOT_{_name}"], _test, 0)
    _branch_int(Op[f"JUMP_{_name}_INT"], _test, 1)
    _branch_int(Op[f"JUMP_NOT_{_name}_INT"], _test, 0)


@handler(Op.IS)
def hot_is(m, frame, pc, insn, fuel, extra):
    same = register_b(frame, insn) == register_c(frame, insn)
    set_register_a(frame, insn, FALSE + (same << 3))
    return go_on(m, frame, pc, fuel)


@handler(Op.IS_NOT)
def hot_is_not(m, frame, pc, insn, fuel, extra):
    other = register_b(frame, insn) != register_c(frame, insn)
    set_register_a(frame, insn, FALSE + (other << 3))
    return go_on(m, frame, pc, fuel)


@handler(Op.NOT)
def hot_not(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    if x == TRUE or x == FALSE:
        set_register_a(frame, insn, TRUE + FALSE - x)
        return go_on(m, frame, pc, fuel)
    return general(m, frame, pc, insn, fuel, extra)


@handler(Op.JUMP)
def hot_jump(m, frame, pc, insn, fuel, extra):
    return go_on(m, frame, pc + number_d(insn) * 8, fuel)


@handler(Op.JUMP_BACK)
def hot_jump_back(m, frame, pc, insn, fuel, extra):
    if word(m, 0, STATE_HEAP_TOP) <= word(m, 0, STATE_HEAP_SOFT):
        return go_on(m, frame, pc + number_d(insn) * 8, fuel)
    return general(m, frame, pc, insn, fuel, extra)


@handler(Op.JUMP_IF)
def hot_jump_if(m, frame, pc, insn, fuel, extra):
    x = register_a(frame, insn)
    if x == FALSE or x == 0 or x == NONE:
        return go_on(m, frame, pc, fuel)
    if x == TRUE or x & 1 == 0:
        return go_on(m, frame, pc + number_d(insn) * 8, fuel)
    return direct_jump_if(m, frame, pc, insn, fuel, extra)


@handler(Op.JUMP_IF_NOT)
def hot_jump_if_not(m, frame, pc, insn, fuel, extra):
    x = register_a(frame, insn)
    if x == FALSE or x == 0 or x == NONE:
        return go_on(m, frame, pc + number_d(insn) * 8, fuel)
    if x == TRUE or x & 1 == 0:
        return go_on(m, frame, pc, fuel)
    return direct_jump_if(m, frame, pc, insn, fuel, extra)


@handler(Op.JUMP_IF_NONE)
def hot_jump_if_none(m, frame, pc, insn, fuel, extra):
    if register_a(frame, insn) == NONE:
        return go_on(m, frame, pc + number_d(insn) * 8, fuel)
    return go_on(m, frame, pc, fuel)


@handler(Op.JUMP_IF_NOT_NONE)
def hot_jump_if_not_none(m, frame, pc, insn, fuel, extra):
    if register_a(frame, insn) != NONE:
        return go_on(m, frame, pc + number_d(insn) * 8, fuel)
    return go_on(m, frame, pc, fuel)


@handler(Op.JUMP_IF_BOUND)
def hot_jump_if_bound(m, frame, pc, insn, fuel, extra):
    if register_a(frame, insn) != UNBOUND:
        return go_on(m, frame, pc + number_d(insn) * 8, fuel)
    return go_on(m, frame, pc, fuel)
