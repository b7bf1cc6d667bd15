"""Conditions as jumps: comparisons fused with branches, `and`, `or`, `not` without values."""

from __future__ import annotations

import _ast as ast

from ringfence.generate.builder import BEFORE_12, Builder
from ringfence.generate.tables import EXPRESSIONS
from ringfence.opcodes import Op

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_JUMP_IF: Final = int(Op.JUMP_IF)
_JUMP_IF_NOT: Final = int(Op.JUMP_IF_NOT)
_JUMP_IF_NONE: Final = int(Op.JUMP_IF_NONE)
_JUMP_IF_NOT_NONE: Final = int(Op.JUMP_IF_NOT_NONE)
# comparison -> jump if it holds, jump if it does not, the same for small integers
BRANCHES: Final = {
    getattr(ast, node): (
        int(Op[f"JUMP_{name}"]), int(Op[f"JUMP_NOT_{name}"]),
        int(Op[f"JUMP_{name}_INT"]), int(Op[f"JUMP_NOT_{name}_INT"]),
    )
    for node, name in (
        ("Lt", "LT"), ("LtE", "LE"), ("Gt", "GT"), ("GtE", "GE"), ("Eq", "EQ"), ("NotEq", "NE"),
    )
}  # fmt: skip
COMPARISONS: Final = {
    getattr(ast, node): int(Op[name])
    for node, name in (
        ("Lt", "LT"), ("LtE", "LE"), ("Gt", "GT"), ("GtE", "GE"), ("Eq", "EQ"), ("NotEq", "NE"),
        ("Is", "IS"), ("IsNot", "IS_NOT"), ("In", "IN"), ("NotIn", "NOT_IN"),
    )
}  # fmt: skip
_THEN_JUMP: Final = {ast.In: int(Op.IN_THEN_JUMP), ast.NotIn: int(Op.NOT_IN_THEN_JUMP)}


def is_small(node: Any) -> bool:
    """Whether a node is an integer constant of 16 bits."""
    return (
        type(node) is ast.Constant and type(node.value) is int and -0x8000 <= node.value <= 0x7FFF
    )


def jump_if(b: Builder, node: Any, label: int, sense: bool, around: Any = None) -> None:
    """Jump to ``label`` if the truth of ``node`` is ``sense``, else go on.

    ``around`` is the statement or expression the condition belongs to: its position is that of
    the truth test, in old versions.
    """
    kind = type(node)
    if kind is ast.Compare:
        ops = node.ops
        if len(ops) == 1:
            _branch(b, node, node.left, ops[0], node.comparators[0], label, sense)
        else:
            _chain(b, node, label, sense)
        return
    if kind is ast.BoolOp:
        _bool(b, node, label, sense, around)
        return
    if kind is ast.UnaryOp and type(node.op) is ast.Not:
        jump_if(b, node.operand, label, not sense, around)
        return
    if kind is ast.Constant:
        if bool(node.value) is sense:
            b.jump(label, node)
        return
    top = b.top
    register = EXPRESSIONS[kind](b, node, -1)
    b.top = top
    place = around if BEFORE_12 and around is not None else node
    b.jump_on(_JUMP_IF if sense else _JUMP_IF_NOT, register, label, place)


def compare_right(b: Builder, op: Any, node: Any) -> int:
    """Generate the last operand of a comparison; a list display after `in` becomes a tuple."""
    kind = type(node)
    if (
        kind is ast.List
        and type(op) in (ast.In, ast.NotIn)
        and all(type(item) is ast.Constant for item in node.elts)
    ):
        return b.load_value(tuple(item.value for item in node.elts), -1, node)
    return EXPRESSIONS[kind](b, node, -1)


def _branch(b: Builder, node: Any, left: Any, op: Any, right: Any, label: int, sense: bool) -> None:
    top = b.top
    kind = type(op)
    branch = BRANCHES.get(kind)
    a = EXPRESSIONS[type(left)](b, left, -1)
    if branch is not None:
        which = 0 if sense else 1
        if is_small(right):
            b.top = top
            b.jump_near(branch[which + 2], a, right.value, label, node)
            return
        c = EXPRESSIONS[type(right)](b, right, -1)
        b.top = top
        b.jump_near(branch[which], a, c, label, node)
        return
    if (
        type(right) is ast.Constant
        and right.value is None
        and (kind is ast.Is or kind is ast.IsNot)
    ):
        b.top = top
        none = (kind is ast.Is) is sense
        b.jump_on(_JUMP_IF_NONE if none else _JUMP_IF_NOT_NONE, a, label, node)
        return
    c = compare_right(b, op, right)
    b.top = top
    register = b.temp()
    b.emit(_THEN_JUMP.get(kind) or COMPARISONS[kind], register, a, c, node)
    b.top = top
    b.jump_on(_JUMP_IF if sense else _JUMP_IF_NOT, register, label, node)


def _chain(b: Builder, node: ast.Compare, label: int, sense: bool) -> None:
    top = b.top
    failed = label if not sense else b.label()
    left = EXPRESSIONS[type(node.left)](b, node.left, -1)
    last = len(node.ops) - 1
    for position, (op, item) in enumerate(zip(node.ops, node.comparators, strict=False)):
        is_last = position == last
        right = compare_right(b, op, item) if is_last else EXPRESSIONS[type(item)](b, item, -1)
        wanted = sense if position == last else False
        target = label if position == last else failed
        branch = BRANCHES.get(type(op))
        if branch is not None:
            b.jump_near(branch[0 if wanted else 1], left, right, target, node)
        else:
            register = b.temp()
            b.emit(COMPARISONS[type(op)], register, left, right, node)
            b.jump_on(_JUMP_IF if wanted else _JUMP_IF_NOT, register, target, node)
        left = right
    b.top = top
    if sense:
        b.place(failed)


def _bool(b: Builder, node: ast.BoolOp, label: int, sense: bool, around: Any) -> None:
    is_or = type(node.op) is ast.Or
    values = node.values
    if is_or is sense:  # the first that has the wanted truth decides
        for value in values:
            jump_if(b, value, label, sense, around)
        return
    end = b.label()
    for value in values[:-1]:
        jump_if(b, value, end, not sense, around)
    jump_if(b, values[-1], label, sense, around)
    b.place(end)
