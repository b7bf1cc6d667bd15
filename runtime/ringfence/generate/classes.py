"""Class statements.

The body is code whose register 0 is the namespace dict; LOAD_BUILD_CLASS's builtin calls it.
If a method uses ``__class__`` or ``super()``, register 1 holds the cell for it, which is stored
as ``__classcell__`` and returned.
"""

from __future__ import annotations

import _ast as ast
import sys

from ringfence.generate.assignments import setup_annotations
from ringfence.generate.builder import Builder
from ringfence.generate.calls import MAX_DIRECT, spread
from ringfence.generate.functions import (
    apply_decorators,
    decorate,
    make_function,
    open_code,
)
from ringfence.generate.names import load, store
from ringfence.generate.tables import EXPRESSIONS, STATEMENTS, body, docstring
from ringfence.layout import CODE_FLAG_CLASS_BODY
from ringfence.nodes import walk
from ringfence.opcodes import Op
from ringfence.scope import PLACE_MASK

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_CALL: Final = int(Op.CALL)
_CALL_KEYWORDS: Final = int(Op.CALL_KEYWORDS)
_RETURN: Final = int(Op.RETURN)
_LOAD_BUILD_CLASS: Final = int(Op.LOAD_BUILD_CLASS)
_LOAD_GLOBAL: Final = int(Op.LOAD_GLOBAL)
_STORE_NAME: Final = int(Op.STORE_NAME)
_MAKE_CELL: Final = int(Op.MAKE_CELL)


def _class(b: Builder, node: ast.ClassDef) -> None:
    decorators = node.decorator_list
    top = b.top
    windows = [decorate(b, decorator) for decorator in decorators]
    dst = b.temp()
    if getattr(node, "type_params", None):
        from ringfence.generate.parameters import generic_class

        generic_class(b, node, dst)
    else:
        build_class(b, node, dst, node.bases, node.keywords)
    apply_decorators(b, decorators, windows)
    b.top = top
    store(b, node.name, windows[0] if windows else dst, node)


def build_class(
    b: Builder, node: Any, base: int, bases: list[Any], keywords: list[ast.keyword]
) -> None:
    """Call the class builder in the window at ``base``, the last temporary."""
    b.temps(7)
    b.emit(_LOAD_BUILD_CLASS, base, 0, 0, node)
    spreads = any(type(item) is ast.Starred for item in bases) or any(
        keyword.arg is None for keyword in keywords
    )
    code = _body_code(b, node)
    if spreads or len(bases) + len(keywords) > MAX_DIRECT:
        from ast import copy_location

        function = copy_location(_Made(), node)
        function.build = lambda dst: make_function(b, code, node.scope, dst, 0, node)
        name = copy_location(ast.Constant(value=node.plain_name), node)
        spread(b, [function, name, *bases], keywords, base, node)
        return
    function_at = b.temp()
    make_function(b, code, node.scope, function_at, 0, node)
    b.load_value(node.plain_name, b.temp(), node)
    for item in bases:
        register = b.temp()
        EXPRESSIONS[type(item)](b, item, register)
        b.top = register + 1
    for keyword in keywords:
        register = b.temp()
        EXPRESSIONS[type(keyword.value)](b, keyword.value, register)
        b.top = register + 1
    n = 2 + len(bases) + len(keywords)
    if keywords:
        names = b.narrow_constant(tuple(keyword.arg for keyword in keywords))
        b.emit(_CALL_KEYWORDS, base, n, names, node)
    else:
        b.emit(_CALL, base, n, 0, node)


class _Made(ast.expr):
    """A place among generated arguments for what is made by a function of the generator."""

    build: Any


def _made(b: Builder, node: _Made, dst: int) -> int:
    if dst < 0:
        dst = b.temp()
    node.build(dst)
    return dst


def _body_code(b: Builder, node: Any) -> Any:
    scope = node.scope
    line = node.decorator_list[0].lineno if node.decorator_list else node.lineno
    inner = open_code(b, scope, node.plain_name, line)
    code = inner.code
    code.flags |= CODE_FLAG_CLASS_BODY
    code.n_positional = 1
    cell = inner.names.get(".class", -1)
    if cell >= 0:
        inner.emit(_MAKE_CELL, cell & PLACE_MASK, 0, 0, node)
    value = inner.temp()
    inner.emit_wide(_LOAD_GLOBAL, value, inner.entry("__name__"), node)
    _store(inner, "__module__", value, node)
    inner.load_value(code.qualname, value, node)
    _store(inner, "__qualname__", value, node)
    if sys.version_info >= (3, 13):
        inner.load_value(line, value, node)
        _store(inner, "__firstlineno__", value, node)
    parameters = getattr(node, "type_params", None)
    if parameters:
        inner.top = value
        _store(inner, "__type_params__", load(inner, ".type_params", node, value), node)
    inner.top = value
    setup_annotations(inner, node.body)
    code.doc = docstring(node.body)
    if code.doc is not None:
        _store(inner, "__doc__", inner.load_value(code.doc, -1, node.body[0]), node.body[0])
        inner.top = value
    body(inner, node.body)
    inner.top = value
    inner.temp()
    if sys.version_info >= (3, 13):
        inner.load_value(_static_attributes(node), value, node)
        _store(inner, "__static_attributes__", value, node)
    if cell >= 0:
        _store(inner, "__classcell__", cell & PLACE_MASK, node)
        value = cell & PLACE_MASK
    else:
        inner.load_value(None, value, node)
    inner.emit(_RETURN, value, 0, 0, node)
    return inner.finish()


def _store(b: Builder, name: str, register: int, node: Any) -> None:
    b.emit_wide(_STORE_NAME, register, b.constant(name), node)


def _static_attributes(node: Any) -> tuple[str, ...]:
    """Names assigned as ``self.x`` in methods (3.13 keeps them)."""
    found: dict[str, None] = {}
    for method in node.body:
        if type(method) in (ast.FunctionDef, ast.AsyncFunctionDef):
            for item in walk(method):
                if (
                    type(item) is ast.Attribute
                    and type(item.ctx) is ast.Store
                    and type(item.value) is ast.Name
                    and item.value.id == "self"
                ):
                    found[item.attr] = None
    return tuple(found)


STATEMENTS[ast.ClassDef] = _class
EXPRESSIONS[_Made] = _made
