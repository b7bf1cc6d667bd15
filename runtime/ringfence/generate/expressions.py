"""Constants, names, attributes, subscripts, slices, assignment expressions, conditionals."""

from __future__ import annotations

import _ast as ast

from ringfence.generate.builder import Builder
from ringfence.generate.conditions import jump_if
from ringfence.generate.names import load_name, register_of, store
from ringfence.generate.tables import EXPRESSIONS
from ringfence.opcodes import Op

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_GET_ATTR: Final = int(Op.GET_ATTR)
_GET_ITEM: Final = int(Op.GET_ITEM)
_LOAD_CONST: Final = int(Op.LOAD_CONST)
_LOAD_INT: Final = int(Op.LOAD_INT)
_CONST_THEN_GET_ITEM: Final = int(Op.CONST_THEN_GET_ITEM)
_INT_THEN_GET_ITEM: Final = int(Op.INT_THEN_GET_ITEM)
_BUILD_SLICE: Final = int(Op.BUILD_SLICE)


def _constant(b: Builder, node: ast.Constant, dst: int) -> int:
    return b.load_value(node.value, dst, node)


def _attribute(b: Builder, node: ast.Attribute, dst: int) -> int:
    top = b.top
    value = node.value
    source = EXPRESSIONS[type(value)](b, value, -1)
    b.top = top
    if dst < 0:
        dst = b.temp()
    b.emit(_GET_ATTR, dst, source, b.name_constant(node.attr), node)
    return dst


def _subscript(b: Builder, node: ast.Subscript, dst: int) -> int:
    top = b.top
    value, index = node.value, node.slice
    source = EXPRESSIONS[type(value)](b, value, -1)
    key = EXPRESSIONS[type(index)](b, index, -1)
    loader = b.out[-1] & 0xFFFFFF if b.out else 0
    if loader == _LOAD_CONST | key << 16:
        b.out[-1] += _CONST_THEN_GET_ITEM - _LOAD_CONST
    elif loader == _LOAD_INT | key << 16:
        b.out[-1] += _INT_THEN_GET_ITEM - _LOAD_INT
    b.top = top
    if dst < 0:
        dst = b.temp()
    b.emit(_GET_ITEM, dst, source, key, node)
    return dst


def _slice(b: Builder, node: ast.Slice, dst: int) -> int:
    top = b.top
    parts = [node.lower, node.upper]
    if node.step is not None:
        parts.append(node.step)
    first = -1
    for part in parts:
        register = b.temp()
        if first < 0:
            first = register
        if part is None:
            b.load_value(None, register, node)
        else:
            EXPRESSIONS[type(part)](b, part, register)
        b.top = register + 1
    b.top = top
    if dst < 0:
        dst = b.temp()
    b.emit(_BUILD_SLICE, dst, first, len(parts), node)
    return dst


def _walrus(b: Builder, node: ast.NamedExpr, dst: int) -> int:
    name = node.target.id
    variable = register_of(b, name)
    value = node.value
    if variable >= 0:
        EXPRESSIONS[type(value)](b, value, variable)
        b.mark(variable)
        if dst < 0:
            dst = b.temp()
        b.move(dst, variable, node)
        return dst
    register = EXPRESSIONS[type(value)](b, value, dst)
    store(b, name, register, node.target)
    return register


def _conditional(b: Builder, node: ast.IfExp, dst: int) -> int:
    test = node.test
    if type(test) is ast.Constant:
        chosen = node.body if test.value else node.orelse
        return EXPRESSIONS[type(chosen)](b, chosen, dst)
    if dst < 0:
        dst = b.temp()
    otherwise, end = b.label(), b.label()
    top = b.top
    jump_if(b, test, otherwise, False, node)
    b.top = top
    EXPRESSIONS[type(node.body)](b, node.body, dst)
    b.top = top
    b.jump(end, node)
    b.place(otherwise)
    EXPRESSIONS[type(node.orelse)](b, node.orelse, dst)
    b.top = top
    b.place(end)
    return dst


EXPRESSIONS[ast.Constant] = _constant
EXPRESSIONS[ast.Name] = load_name
EXPRESSIONS[ast.Attribute] = _attribute
EXPRESSIONS[ast.Subscript] = _subscript
EXPRESSIONS[ast.Slice] = _slice
EXPRESSIONS[ast.NamedExpr] = _walrus
EXPRESSIONS[ast.IfExp] = _conditional
