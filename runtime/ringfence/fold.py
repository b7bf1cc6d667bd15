"""Constant folding on the tree, as CPython's ``ast_opt.c``: same cases, same size caps.

A folded node becomes a ``Constant`` in place, so that no parent has to be told.
"""

from __future__ import annotations

import _ast as ast
import _operator as operator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

MAX_INT_BITS = 128
MAX_COLLECTION_ITEMS = 256
MAX_STRING_ITEMS = 4096


def _power(left: Any, right: Any) -> Any:
    if (
        type(left) is int and type(right) is int and right > 0
        and left.bit_length() * right > MAX_INT_BITS
    ):  # fmt: skip
        raise ValueError
    return left**right


def _shift(left: Any, right: Any) -> Any:
    if type(left) is int and type(right) is int and left.bit_length() + right > MAX_INT_BITS:
        raise ValueError
    return left << right


def _multiply(left: Any, right: Any) -> Any:
    if type(left) is int and type(right) is int:
        if left.bit_length() + right.bit_length() > MAX_INT_BITS:
            raise ValueError
    elif type(left) is int or type(right) is int:
        count, items = (left, right) if type(left) is int else (right, left)
        if type(items) in (str, bytes) and (count < 0 or count * len(items) > MAX_STRING_ITEMS):
            raise ValueError
        if type(items) is tuple and count and count * len(items) > MAX_COLLECTION_ITEMS:
            raise ValueError
    return left * right


def _modulo(left: Any, right: Any) -> Any:
    if type(left) in (str, bytes):
        raise ValueError
    return left % right


_BINARY: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: _multiply,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: _modulo,
    ast.Pow: _power,
    ast.LShift: _shift,
    ast.RShift: operator.rshift,
    ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_,
    ast.BitXor: operator.xor,
}
_UNARY: dict[type, Callable[[Any], Any]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Invert: operator.invert,
    ast.Not: operator.not_,
}
_FAILURES = (ValueError, TypeError, ArithmeticError, IndexError, KeyError, MemoryError)


def become(node: ast.AST, value: Any) -> None:
    """Turn an expression into the constant ``value``, its place kept."""
    node.__class__ = ast.Constant
    node.value = value  # type: ignore[attr-defined]
    node.kind = None  # type: ignore[attr-defined]


def fold_binary(node: ast.BinOp) -> None:
    """Fold an operation on two constants, if that cannot fail and stays small."""
    function = _BINARY.get(type(node.op))
    if function is None:
        return
    left, right = node.left.value, node.right.value  # type: ignore[attr-defined]
    try:
        value = function(left, right)
    except _FAILURES:
        return
    if isinstance(value, (str, bytes)) and len(value) > MAX_STRING_ITEMS:
        return
    if isinstance(value, tuple) and len(value) > MAX_COLLECTION_ITEMS:
        return
    become(node, value)


def fold_unary(node: ast.UnaryOp) -> None:
    """Fold an operation on a constant."""
    operand = node.operand.value  # type: ignore[attr-defined]
    if operand is ... or (operand is None and not isinstance(node.op, ast.Not)):
        return
    if isinstance(operand, bool) and isinstance(node.op, ast.Invert):
        return  # later versions warn at run time
    try:
        become(node, _UNARY[type(node.op)](operand))
    except _FAILURES:
        return


def fold_tuple(node: ast.Tuple) -> None:
    """Fold a tuple display of constants."""
    become(node, tuple(item.value for item in node.elts))  # type: ignore[attr-defined]


def fold_subscript(node: ast.Subscript) -> None:
    """Fold a constant subscripted by a constant."""
    try:
        become(node, node.value.value[node.slice.value])  # type: ignore[attr-defined]
    except _FAILURES:
        return
