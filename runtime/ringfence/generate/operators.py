"""Arithmetic, comparisons, `and` / `or` / `not` as values."""

from __future__ import annotations

import _ast as ast

from ringfence.generate.builder import Builder
from ringfence.generate.conditions import COMPARISONS, compare_right, is_small
from ringfence.generate.tables import EXPRESSIONS
from ringfence.opcodes import Op

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

BINARY: Final = {
    getattr(ast, node): int(Op[name])
    for node, name in (
        ("Add", "ADD"), ("Sub", "SUB"), ("Mult", "MUL"), ("Div", "DIV"), ("FloorDiv", "FLOORDIV"),
        ("Mod", "MOD"), ("Pow", "POW"), ("MatMult", "MATMUL"), ("BitAnd", "AND"), ("BitOr", "OR"),
        ("BitXor", "XOR"), ("LShift", "LSHIFT"), ("RShift", "RSHIFT"),
    )
}  # fmt: skip
IMMEDIATE: Final[dict[type, int]] = {
    ast.Add: int(Op.ADD_INT),
    ast.Sub: int(Op.SUB_INT),
    ast.Mult: int(Op.MUL_INT),
    ast.FloorDiv: int(Op.FLOORDIV_INT),
    ast.Mod: int(Op.MOD_INT),
    ast.BitAnd: int(Op.AND_INT),
}
_NOT_BY_ZERO: Final = frozenset((ast.FloorDiv, ast.Mod))
_UNARY: Final = {
    ast.USub: int(Op.NEGATIVE),
    ast.UAdd: int(Op.POSITIVE),
    ast.Invert: int(Op.INVERT),
    ast.Not: int(Op.NOT),
}
_JUMP_IF: Final = int(Op.JUMP_IF)
_JUMP_IF_NOT: Final = int(Op.JUMP_IF_NOT)


def immediate(op: type, right: int) -> int:
    """Opcode of the immediate form for this small right operand, or -1."""
    if right or op not in _NOT_BY_ZERO:
        return IMMEDIATE.get(op, -1)
    return -1


def _binary(b: Builder, node: ast.BinOp, dst: int) -> int:
    top = b.top
    left: Any = node.left
    if type(left) is ast.BinOp:
        chain = [node]
        while type(left) is ast.BinOp:
            chain.append(left)
            left = left.left
        register = EXPRESSIONS[type(left)](b, left, -1)
        while len(chain) > 1:
            register = _operate(b, chain.pop(), register, top, -1)
        return _operate(b, node, register, top, dst)
    return _operate(b, node, EXPRESSIONS[type(left)](b, left, -1), top, dst)


def _operate(b: Builder, node: ast.BinOp, left: int, top: int, dst: int) -> int:
    """Generate the right operand and the operation; ``left`` is done."""
    right: Any = node.right
    op = type(node.op)
    if is_small(right):
        number = immediate(op, right.value)
        if number >= 0:
            b.top = top
            if dst < 0:
                dst = b.temp()
            b.emit(number, dst, left, right.value & 0xFFFF, node)
            return dst
    register = EXPRESSIONS[type(right)](b, right, -1)
    b.top = top
    if dst < 0:
        dst = b.temp()
    b.emit(BINARY[op], dst, left, register, node)
    return dst


def _unary(b: Builder, node: ast.UnaryOp, dst: int) -> int:
    top = b.top
    operand = node.operand
    register = EXPRESSIONS[type(operand)](b, operand, -1)
    b.top = top
    if dst < 0:
        dst = b.temp()
    b.emit(_UNARY[type(node.op)], dst, register, 0, node)
    return dst


def _compare(b: Builder, node: ast.Compare, dst: int) -> int:
    top = b.top
    left = EXPRESSIONS[type(node.left)](b, node.left, -1)
    if len(node.ops) == 1:
        right = compare_right(b, node.ops[0], node.comparators[0])
        b.top = top
        if dst < 0:
            dst = b.temp()
        b.emit(COMPARISONS[type(node.ops[0])], dst, left, right, node)
        return dst
    result = b.temp()
    end = b.label()
    last = len(node.ops) - 1
    for position, (op, item) in enumerate(zip(node.ops, node.comparators, strict=False)):
        is_last = position == last
        right = compare_right(b, op, item) if is_last else EXPRESSIONS[type(item)](b, item, -1)
        b.emit(COMPARISONS[type(op)], result, left, right, node)
        if position != last:
            b.jump_on(_JUMP_IF_NOT, result, end, node)
        left = right
    b.place(end)
    b.top = top
    if dst < 0:
        dst = b.temp()
    b.move(dst, result, node)
    return dst


def _bool(b: Builder, node: ast.BoolOp, dst: int) -> int:
    top = b.top
    # a variable must not be written before the end: its old value may be wanted
    result = dst if dst >= b.first_temp else b.temp()
    inner = b.top
    end = b.label()
    op = _JUMP_IF if type(node.op) is ast.Or else _JUMP_IF_NOT
    values = node.values
    last = len(values) - 1
    for position, value in enumerate(values):
        EXPRESSIONS[type(value)](b, value, result)
        b.top = inner
        if position != last:
            b.jump_on(op, result, end, node)
    b.place(end)
    if dst >= 0 and dst != result:
        b.top = top
        b.move(dst, result, node)
        return dst
    return result


EXPRESSIONS[ast.BinOp] = _binary
EXPRESSIONS[ast.UnaryOp] = _unary
EXPRESSIONS[ast.Compare] = _compare
EXPRESSIONS[ast.BoolOp] = _bool
