"""Comprehensions in the code they stand in, generator expressions as functions.

A comprehension's variables shadow the enclosing ones while its code is generated. Those that an
inner function captures get a fresh cell each time the comprehension is run.
"""

from __future__ import annotations

import _ast as ast

from ringfence.generate.asynchronous import (
    async_items,
    end_async_items,
    get_async_iter,
    yield_value,
)
from ringfence.generate.builder import BEFORE_13, UNREACHABLE, Builder
from ringfence.generate.calls import finish, window
from ringfence.generate.conditions import jump_if
from ringfence.generate.control import loop, next_item
from ringfence.generate.functions import close_code, make_function, open_code
from ringfence.generate.tables import EXPRESSIONS
from ringfence.opcodes import Op
from ringfence.scope import IN_CELL, PLACE_MASK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_GET_ITER: Final = int(Op.GET_ITER)
_BUILD_LIST: Final = int(Op.BUILD_LIST)
_BUILD_SET: Final = int(Op.BUILD_SET)
_BUILD_DICT: Final = int(Op.BUILD_DICT)
_LIST_APPEND: Final = int(Op.LIST_APPEND)
_SET_ADD: Final = int(Op.SET_ADD)
_DICT_SET: Final = int(Op.DICT_SET)
_UNBIND: Final = int(Op.UNBIND)
_MAKE_CELL: Final = int(Op.MAKE_CELL)
_CALL: Final = int(Op.CALL)
_BUILDERS: Final = {ast.ListComp: _BUILD_LIST, ast.SetComp: _BUILD_SET, ast.DictComp: _BUILD_DICT}


def _comprehension(b: Builder, node: Any, dst: int) -> int:
    top = b.top
    kind = type(node)
    result = b.temp()
    generators = node.generators
    iterator = _iterator(b, generators[0], node)
    start = len(b.out)
    b.emit(_BUILDERS[kind], result, result, 0, node)
    outer_names = b.names
    scope = node.scope
    if scope.where:
        b.names = {**outer_names, **scope.where}
    for place in scope.where.values():
        if place & ~PLACE_MASK == IN_CELL and place & PLACE_MASK >= len(b.scope.variables):
            register = place & PLACE_MASK
            b.emit(_UNBIND, register, 0, 0, node)
            b.emit(_MAKE_CELL, register, 0, 0, node)

    def item() -> None:
        top = b.top
        if kind is ast.DictComp:
            key = EXPRESSIONS[type(node.key)](b, node.key, -1)
            value = EXPRESSIONS[type(node.value)](b, node.value, -1)
            b.emit(_DICT_SET, result, key, value, node)
        else:
            value = EXPRESSIONS[type(node.elt)](b, node.elt, -1)
            b.emit(_LIST_APPEND if kind is ast.ListComp else _SET_ADD, result, value, 0, node)
        b.top = top

    _nest(b, node, 0, iterator, item)
    b.names = outer_names
    b.inlined.append((start, len(b.out), scope.name, b.unit.positions.word(node)))
    b.top = top
    if dst < 0:
        return b.temp()
    b.move(dst, result, node)
    return dst


def _iterator(b: Builder, generator: ast.comprehension, node: Any) -> int:
    """Generate the iterator of a clause into a temporary."""
    iterator = b.temp()
    top = b.top
    source = EXPRESSIONS[type(generator.iter)](b, generator.iter, -1)
    if generator.is_async:
        get_async_iter(b, iterator, source, generator.iter)
    else:
        b.emit(_GET_ITER, iterator, source, 0, node if BEFORE_13 else generator.iter)
    b.top = top
    return iterator


def _nest(b: Builder, node: Any, depth: int, iterator: int, item: Any) -> None:
    """Generate the loop of clause ``depth`` with all inside it."""
    top = b.top
    generators = node.generators
    generator = generators[depth]
    end = b.label()
    again = b.place_new()
    bound = b.bound
    skip = b.label()
    awaited = None
    first = -1
    if generator.is_async:
        awaited = async_items(b, iterator, generator.target, generator.iter)
    else:
        place = node if BEFORE_13 else generator.iter
        first = next_item(b, iterator, generator.target, end, place)
    for condition in generator.ifs:
        jump_if(b, condition, skip, False, node)
        b.top = top
    if b.bound != UNREACHABLE:
        if depth + 1 < len(generators):
            inner = _iterator(b, generators[depth + 1], node)
            _nest(b, node, depth + 1, inner, item)
        else:
            item()
    b.top = top
    b.place(skip)
    if b.bound != UNREACHABLE:
        if awaited is None:
            loop(b, again, iterator, first, generator.iter)
        else:
            b.jump(again, generator.iter)
    b.bound = UNREACHABLE
    if awaited is not None:
        end_async_items(b, awaited, bound, generator.iter)
        b.bound = bound
    else:
        b.place(end)


def _generator(b: Builder, node: ast.GeneratorExp, dst: int) -> int:
    top = b.top
    first: Any = node.generators[0]
    base = window(b, dst)
    scope = node.scope  # type: ignore[attr-defined]
    inner = open_code(b, scope, "<genexpr>", node.lineno)
    inner.code.n_positional = 1
    inner.top = inner.first_temp

    def item() -> None:
        top = inner.top
        value = EXPRESSIONS[type(node.elt)](inner, node.elt, -1)
        inner.top = top
        yield_value(inner, inner.temp(), value, node.elt)
        inner.top = top

    _nest(inner, node, 0, 0, item)
    make_function(b, close_code(inner, node), scope, base, 0, node)
    argument = b.temp()
    source = EXPRESSIONS[type(first.iter)](b, first.iter, -1)
    if first.is_async:
        get_async_iter(b, argument, source, first.iter)
    else:
        b.emit(_GET_ITER, argument, source, 0, node if BEFORE_13 else first.iter)
    b.emit(_CALL, base, 1, 0, node)
    return finish(b, base, dst, top, node)


EXPRESSIONS[ast.ListComp] = _comprehension
EXPRESSIONS[ast.SetComp] = _comprehension
EXPRESSIONS[ast.DictComp] = _comprehension
EXPRESSIONS[ast.GeneratorExp] = _generator
