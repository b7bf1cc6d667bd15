"""Assignments of every form, augmented and annotated ones, `del`."""

from __future__ import annotations

import _ast as ast

from ringfence.generate.builder import Builder
from ringfence.generate.conditions import is_small
from ringfence.generate.names import delete, load, register_of, store
from ringfence.generate.operators import BINARY, IMMEDIATE, immediate
from ringfence.generate.tables import EXPRESSIONS, STATEMENTS
from ringfence.nodes import walk
from ringfence.opcodes import FLAG_INPLACE, Op
from ringfence.scope import CLASS, MODULE, Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_INPLACE: Final = FLAG_INPLACE << 8
_GET_ATTR: Final = int(Op.GET_ATTR)
_SET_ATTR: Final = int(Op.SET_ATTR)
_DELETE_ATTR: Final = int(Op.DELETE_ATTR)
_GET_ITEM: Final = int(Op.GET_ITEM)
_SET_ITEM: Final = int(Op.SET_ITEM)
_DELETE_ITEM: Final = int(Op.DELETE_ITEM)
_UNPACK: Final = int(Op.UNPACK)
_UNPACK_STAR: Final = int(Op.UNPACK_STAR)
_SETUP_ANNOTATIONS: Final = int(Op.SETUP_ANNOTATIONS)
_MOVE: Final = int(Op.MOVE)
MAX_UNPACK: Final = 60_000


def _assign(b: Builder, node: ast.Assign) -> None:
    targets = node.targets
    value = node.value
    target = targets[0]
    if len(targets) == 1:
        kind = type(target)
        if kind is ast.Name:
            variable = register_of(b, target.id)  # type: ignore[attr-defined]
            if variable >= 0:
                EXPRESSIONS[type(value)](b, value, variable)
                b.mark(variable)
                return
        elif kind is ast.Tuple or kind is ast.List:
            if _assign_each(b, target, value):
                return
    register = EXPRESSIONS[type(value)](b, value, -1)
    for target in targets:
        assign(b, target, register)


def _assign_each(b: Builder, target: Any, value: Any) -> bool:
    """Generate ``a, b = x, y`` without a tuple, if both sides are such displays."""
    targets = target.elts
    if _is_constant_tuple(value):
        if len(value.value) == len(targets) and all(type(t) is ast.Name for t in targets):
            for goal, item in zip(targets, value.value, strict=False):
                top = b.top
                store(b, goal.id, b.load_value(item, register_of(b, goal.id), goal), goal)
                b.top = top
            return True
        return False
    if type(value) is not ast.Tuple and type(value) is not ast.List:
        return False
    values = value.elts
    if len(targets) != len(values) or len(values) > 50:
        return False
    for item in (*targets, *values):
        if type(item) is ast.Starred:
            return False
    registers = []
    written: set[int] = set()
    for item, goal in zip(values, targets, strict=False):
        register = EXPRESSIONS[type(item)](b, item, -1)
        if register in written:  # overwritten by a store that comes before it is read
            copy = b.temp()
            b.move(copy, register, item)
            register = copy
        registers.append(register)
        if type(goal) is ast.Name:
            variable = register_of(b, goal.id)
            if variable >= 0:
                written.add(variable)
        else:
            _add_names(b, goal, written)
    for goal, register in zip(targets, registers, strict=False):
        assign(b, goal, register)
    return True


def _is_constant_tuple(node: Any) -> bool:
    return type(node) is ast.Constant and isinstance(node.value, tuple)


def _add_names(b: Builder, target: Any, written: set[int]) -> None:
    for item in walk(target):
        if type(item) is ast.Name and type(item.ctx) is ast.Store:
            variable = register_of(b, item.id)
            if variable >= 0:
                written.add(variable)


def assign(b: Builder, target: Any, register: int) -> None:
    """Store what is in ``register`` into a target of any form."""
    kind = type(target)
    top = b.top
    if kind is ast.Name:
        store(b, target.id, register, target)
    elif kind is ast.Attribute:
        source = EXPRESSIONS[type(target.value)](b, target.value, -1)
        b.emit(_SET_ATTR, source, register, b.name_constant(target.attr), target)
    elif kind is ast.Subscript:
        source = EXPRESSIONS[type(target.value)](b, target.value, -1)
        key = EXPRESSIONS[type(target.slice)](b, target.slice, -1)
        b.emit(_SET_ITEM, source, key, register, target)
    elif kind is ast.Starred:
        assign(b, target.value, register)
    else:
        unpack(b, target, register)
    b.top = top


def unpack(b: Builder, target: Any, register: int) -> None:
    """Store the items of ``register`` into the targets of a tuple or list."""
    items = target.elts
    n = len(items)
    if n > MAX_UNPACK:
        raise Refusal(target, "too many targets in one assignment")
    star = -1
    for position, item in enumerate(items):
        if type(item) is ast.Starred:
            star = position
    if star >= 0:
        after = n - star - 1
        if star >= 256 or after >= 256:
            raise Refusal(target, "too many expressions in star-unpacking assignment")
        first = b.temps(n)
        b.emit(_UNPACK_STAR, first, register, star << 8 | after, target)
    else:
        first = _variables_in_row(b, items)
        if first >= 0:
            b.emit(_UNPACK, first, register, n, target)
            for variable in range(first, first + n):
                b.mark(variable)
            return
        first = b.temps(n) if n else b.top
        b.emit(_UNPACK, first, register, n, target)
    for position, item in enumerate(items):
        assign(b, item, first + position)


def _variables_in_row(b: Builder, items: list[Any]) -> int:
    """First of the registers if the targets are variables in consecutive ones, else -1."""
    first = -1
    names = b.names
    for position, item in enumerate(items):
        if type(item) is not ast.Name:
            return -1
        place = names[item.id]
        if position == 0:
            first = place
        if place != first + position or place >= b.first_temp:
            return -1
    return first


def _augmented(b: Builder, node: ast.AugAssign) -> None:
    target: Any = node.target
    kind = type(target)
    value = node.value
    if kind is ast.Name:
        variable = register_of(b, target.id)
        left = load(b, target.id, target, -1)
        if variable >= 0:
            _operate(b, node, variable, left, value)
            b.mark(variable)
            return
        _operate(b, node, left, left, value)
        store(b, target.id, left, target)
    elif kind is ast.Attribute:
        source = EXPRESSIONS[type(target.value)](b, target.value, -1)
        item = b.temp()
        name = b.name_constant(target.attr)
        b.emit(_GET_ATTR, item, source, name, target)
        _operate(b, node, item, item, value)
        b.emit(_SET_ATTR, source, item, name, target)
    else:
        source = EXPRESSIONS[type(target.value)](b, target.value, -1)
        key = EXPRESSIONS[type(target.slice)](b, target.slice, -1)
        item = b.temp()
        b.emit(_GET_ITEM, item, source, key, target)
        _operate(b, node, item, item, value)
        b.emit(_SET_ITEM, source, key, item, target)


def _operate(b: Builder, node: ast.AugAssign, dst: int, left: int, value: Any) -> None:
    op = type(node.op)
    if is_small(value):
        number = immediate(op, value.value)
        if number >= 0:
            b.emit(number | _INPLACE, dst, left, value.value & 0xFFFF, node)
            return
    top = b.top
    right = EXPRESSIONS[type(value)](b, value, -1)
    b.top = top
    b.emit(BINARY[op] | _INPLACE, dst, left, right, node)


def annotation_value(b: Builder, annotation: Any, dst: int) -> int:
    """Generate an annotation: its value, or its text under the future import."""
    if b.unit.future:
        from ast import unparse

        return b.load_value(unparse(annotation), dst, annotation)
    return EXPRESSIONS[type(annotation)](b, annotation, dst)


def _annotated(b: Builder, node: ast.AnnAssign) -> None:
    target: Any = node.target
    if node.value is not None:
        _assign(b, ast.Assign(targets=[target], value=node.value))
    kind = b.scope.kind
    if type(target) is ast.Name and node.simple:
        if kind == MODULE or kind == CLASS:
            value = annotation_value(b, node.annotation, -1)
            table = load(b, "__annotations__", node, -1)
            key = b.load_value(target.id, -1, node)
            b.emit(_SET_ITEM, table, key, value, node)
        return
    if node.value is None and type(target) is not ast.Name:
        EXPRESSIONS[type(target.value)](b, target.value, -1)
        if type(target) is ast.Subscript:
            EXPRESSIONS[type(target.slice)](b, target.slice, -1)
    if (kind == MODULE or kind == CLASS) and not b.unit.future:
        EXPRESSIONS[type(node.annotation)](b, node.annotation, -1)


def setup_annotations(b: Builder, nodes: list[Any]) -> None:
    """Make ``__annotations__`` if a statement of this body, at any depth, annotates a name."""
    if _annotates(nodes):
        b.emit(_SETUP_ANNOTATIONS, 0, 0, 0, None)


def _annotates(nodes: list[Any]) -> bool:
    for node in nodes:
        kind = type(node)
        if kind is ast.AnnAssign:
            return True
        if kind in (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Expr, ast.Assign):
            continue
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            inner = getattr(node, field, None)
            if isinstance(inner, list) and inner and _annotates(inner):
                return True
    return False


def _delete(b: Builder, node: ast.Delete) -> None:
    for target in node.targets:
        _delete_target(b, target)


def _delete_target(b: Builder, target: Any) -> None:
    kind = type(target)
    top = b.top
    if kind is ast.Name:
        delete(b, target.id, target)
    elif kind is ast.Attribute:
        source = EXPRESSIONS[type(target.value)](b, target.value, -1)
        b.emit(_DELETE_ATTR, source, 0, b.name_constant(target.attr), target)
    elif kind is ast.Subscript:
        source = EXPRESSIONS[type(target.value)](b, target.value, -1)
        key = EXPRESSIONS[type(target.slice)](b, target.slice, -1)
        b.emit(_DELETE_ITEM, source, key, 0, target)
    else:
        for item in target.elts:
            _delete_target(b, item)
    b.top = top


STATEMENTS[ast.Assign] = _assign
STATEMENTS[ast.AugAssign] = _augmented
STATEMENTS[ast.AnnAssign] = _annotated
STATEMENTS[ast.Delete] = _delete
assert set(IMMEDIATE) <= set(BINARY)
