"""Type parameters (`def f[T]()`, `class C[T]`, `type X[T] = ...`), where the host parses them.

They live in a function that is run at once, around what they belong to; bounds, constraints and
defaults are functions run when they are asked for.
"""

from __future__ import annotations

import _ast as ast

from ringfence.generate.builder import Builder
from ringfence.generate.calls import window
from ringfence.generate.classes import build_class
from ringfence.generate.functions import (
    DEFAULTS,
    KEYWORD_DEFAULTS,
    build_function,
    default_values,
    make_function,
    open_code,
)
from ringfence.generate.names import store
from ringfence.generate.tables import EXPRESSIONS, STATEMENTS
from ringfence.opcodes import Op

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

_CALL: Final = int(Op.CALL)
_RETURN: Final = int(Op.RETURN)
_SET_ATTR: Final = int(Op.SET_ATTR)
_BUILD_TUPLE: Final = int(Op.BUILD_TUPLE)
_TYPE_PARAMETER: Final = int(Op.TYPE_PARAMETER)
_GENERIC_BASE: Final = int(Op.GENERIC_BASE)
_TYPE_ALIAS: Final = int(Op.TYPE_ALIAS)
_KINDS: Final = {"TypeVar": 0, "ParamSpec": 1, "TypeVarTuple": 2}
_BOUND: Final = 4
_CONSTRAINTS: Final = 8
_DEFAULT: Final = 16


def _lazy(b: Builder, node: Any, dst: int) -> None:
    """Make the function that evaluates ``node`` when it is called."""
    value: Any = node.value if type(node) is ast.Starred else node
    scope = value.lazy_scope
    inner = open_code(b, scope, scope.name, value.lineno)
    register = EXPRESSIONS[type(value)](inner, value, -1)
    inner.emit(_RETURN, register, 0, 0, value)
    make_function(b, inner.finish(), scope, dst, 0, value)


def _parameters(b: Builder, nodes: list[Any]) -> int:
    """Make and bind type parameters; answer the temporary with their tuple."""
    first = b.temps(len(nodes))
    for position, node in enumerate(nodes):
        top = b.top
        made = b.temps(3)
        kind = _KINDS[type(node).__name__]
        bound = getattr(node, "bound", None)
        if bound is not None:
            kind |= _CONSTRAINTS if type(bound) is ast.Tuple else _BOUND
            _lazy(b, bound, made + 1)
        default = getattr(node, "default_value", None)
        if default is not None:
            kind |= _DEFAULT
            _lazy(b, default, made + 2)
        b.emit(_TYPE_PARAMETER, made, b.name_constant(node.name), kind, node)
        b.move(first + position, made, node)
        store(b, node.name, made, node)
        b.top = top
    b.emit(_BUILD_TUPLE, first, first, len(nodes), nodes[0])
    b.top = first + 1
    return first


def generic_function(b: Builder, node: Any, dst: int) -> None:
    """Make a function with type parameters in ``dst``, the last temporary."""
    base = window(b, dst)
    scope = node.parameter_scope
    inner = open_code(b, scope, scope.name, node.lineno)
    inner.code.n_positional = 2
    parameters = _parameters(inner, node.type_params)
    result = inner.temp()
    flags = 0
    has_defaults = bool(node.args.defaults)
    has_keywords = any(item is not None for item in node.args.kw_defaults)
    if has_defaults:
        inner.move(inner.temp(), 0, node)
        flags |= DEFAULTS
    if has_keywords:
        inner.move(inner.temp(), 1, node)
        flags |= KEYWORD_DEFAULTS
    build_function(inner, node, result, flags)
    inner.emit(_SET_ATTR, result, parameters, inner.name_constant("__type_params__"), node)
    inner.emit(_RETURN, result, 0, 0, node)
    make_function(b, inner.finish(), scope, base, 0, node)
    arguments = b.temps(2)
    b.load_value(None, arguments, node)
    b.load_value(None, arguments + 1, node)
    b.top = arguments
    made = default_values(b, node.args, node)
    if made == KEYWORD_DEFAULTS:
        b.move(arguments + 1, arguments, node)
        b.load_value(None, arguments, node)
    b.top = arguments + 2
    if not made & KEYWORD_DEFAULTS:
        b.load_value(None, arguments + 1, node)
    b.emit(_CALL, base, 2, 0, node)
    b.top = base + 1


def generic_class(b: Builder, node: Any, dst: int) -> None:
    """Make a class with type parameters in ``dst``, the last temporary."""
    base = window(b, dst)
    scope = node.parameter_scope
    inner = open_code(b, scope, scope.name, node.lineno)
    parameters = _parameters(inner, node.type_params)
    store(inner, ".type_params", parameters, node)
    generic = inner.temp()
    inner.emit(_GENERIC_BASE, generic, parameters, 0, node)
    store(inner, ".generic_base", generic, node)
    result = inner.temp()
    from ast import copy_location

    extra = copy_location(ast.Name(id=".generic_base", ctx=ast.Load()), node)
    build_class(inner, node, result, [*node.bases, extra], node.keywords)
    inner.emit(_RETURN, result, 0, 0, node)
    make_function(b, inner.finish(), scope, base, 0, node)
    b.emit(_CALL, base, 0, 0, node)
    b.top = base + 1


def _type_alias(b: Builder, node: Any) -> None:
    if not node.type_params:
        result = _alias(b, node, -1)
        store(b, node.name.id, result, node)
        return
    base = window(b, -1)
    scope = node.parameter_scope
    inner = open_code(b, scope, scope.name, node.lineno)
    result = _alias(inner, node, _parameters(inner, node.type_params))
    inner.emit(_RETURN, result, 0, 0, node)
    make_function(b, inner.finish(), scope, base, 0, node)
    b.emit(_CALL, base, 0, 0, node)
    store(b, node.name.id, base, node)


def _alias(b: Builder, node: Any, parameters: int) -> int:
    function = b.temps(2)
    b.top = function + 1
    _lazy(b, node.value, function)
    b.top = function + 2
    if parameters < 0:
        b.load_value((), function + 1, node)
    else:
        b.move(function + 1, parameters, node)
    b.emit(_TYPE_ALIAS, function, b.name_constant(node.name.id), function, node)
    return function


if hasattr(ast, "TypeAlias"):
    STATEMENTS[ast.TypeAlias] = _type_alias
