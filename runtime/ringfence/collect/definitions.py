"""Functions, lambdas, classes, type parameters: what opens a scope of its own."""

from __future__ import annotations

import _ast as ast

from ringfence.collect.visiting import VISIT, Node, bind, body, each, expression, mangle, register
from ringfence.scope import ASSIGNED, CLASS, FUNCTION, KEPT, PARAMETER, USED, Refusal, Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def _lambda(node: ast.Lambda, s: Scope) -> None:
    _defaults(node.args, s)
    inner = node.scope = Scope(FUNCTION, "<lambda>", node, s, s.unit)  # type: ignore[attr-defined]
    _parameters(node.args, inner)
    VISIT[type(node.body)](node.body, inner)


def _defaults(arguments: ast.arguments, s: Scope) -> None:
    body(arguments.defaults, s)
    each(arguments.kw_defaults, s)


def _parameters(arguments: ast.arguments, s: Scope) -> None:
    names = s.names
    every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    if arguments.vararg:
        every.append(arguments.vararg)
    if arguments.kwarg:
        every.append(arguments.kwarg)
    for argument in every:
        name = argument.arg = mangle(argument.arg, s.private)
        if name in names:
            raise Refusal(argument, f"duplicate argument '{name}' in function definition")
        bind(name, s, s.node, PARAMETER)
        s.order.append(name)


def _annotations(node: Node, s: Scope) -> None:
    if s.unit.future_annotations:
        return
    arguments = node.args
    every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
    for argument in (*every, arguments.vararg, arguments.kwarg):
        if argument is not None and argument.annotation is not None:
            annotation = argument.annotation
            if type(annotation) is ast.Starred:
                annotation = annotation.value
            VISIT[type(annotation)](annotation, s)
    expression(node.returns, s)


def _function(node: Node, s: Scope) -> None:
    body(node.decorator_list, s)
    _defaults(node.args, s)
    node.name = mangle(node.name, s.private)
    bind(node.name, s, node)
    outer = _type_parameters(node, s)
    _annotations(node, outer)
    inner = node.scope = Scope(FUNCTION, node.name, node, outer, s.unit)
    inner.is_async = type(node) is ast.AsyncFunctionDef
    _parameters(node.args, inner)
    body(node.body, inner)
    if inner.is_async and inner.is_generator and inner.returns:
        raise Refusal(inner.returns[0], "'return' with value in async generator")


def _class(node: ast.ClassDef, s: Scope) -> None:
    body(node.decorator_list, s)
    node.plain_name = node.name  # type: ignore[attr-defined]
    outer = _type_parameters(node, s)
    for base in node.bases:
        if type(base) is ast.Starred:
            base = base.value
            outer.owner.unbound = 0
        VISIT[type(base)](base, outer)
    if len(node.bases) > 100:
        outer.owner.unbound = 0
    for keyword in node.keywords:
        VISIT[type(keyword.value)](keyword.value, outer)
    bound = mangle(node.name, s.private)
    bind(bound, s, node, ASSIGNED | KEPT)
    inner = node.scope = Scope(CLASS, node.name, node, outer, s.unit)  # type: ignore[attr-defined]
    inner.private = node.name
    inner.names.update({"__module__": ASSIGNED, "__qualname__": ASSIGNED})
    if outer is not s:
        inner.names[".type_params"] = USED
    body(node.body, inner)
    node.name = bound


def _type_parameters(node: Node, s: Scope) -> Scope:
    """Open the scope of ``[T, ...]`` if there is one; it is a function run at once."""
    parameters = getattr(node, "type_params", None)
    if not parameters:
        return s
    name = node.name.id if type(node.name) is ast.Name else node.name
    inner = Scope(FUNCTION, f"<generic parameters of {name}>", node, s, s.unit)
    node.parameter_scope = inner
    if type(node) is ast.ClassDef:
        inner.private = node.name
        bind(".type_params", inner, node, ASSIGNED | USED)
        bind(".generic_base", inner, node, ASSIGNED | USED)
    elif type(node) is not _TYPE_ALIAS:
        for hidden in (".defaults", ".kwdefaults"):
            inner.names[hidden] = PARAMETER | USED
            inner.order.append(hidden)
    for parameter in parameters:
        parameter.name = mangle(parameter.name, inner.private)
        if inner.names.get(parameter.name, 0) & ASSIGNED:
            raise Refusal(parameter, f"duplicate type parameter '{parameter.name}'")
        bind(parameter.name, inner, parameter)
    for parameter in parameters:
        for field in ("bound", "default_value"):
            value: Any = getattr(parameter, field, None)
            if value is not None:
                lazy = Scope(FUNCTION, parameter.name, value, inner, s.unit)
                if type(value) is ast.Starred:
                    value = value.value
                value.lazy_scope = lazy
                VISIT[type(value)](value, lazy)
    return inner


_TYPE_ALIAS: Any = getattr(ast, "TypeAlias", None)


def _type_alias(node: Node, s: Scope) -> None:
    VISIT[type(node.name)](node.name, s)
    outer = _type_parameters(node, s)
    inner = Scope(FUNCTION, node.name.id, node.value, outer, s.unit)
    node.value.lazy_scope = inner
    VISIT[type(node.value)](node.value, inner)


register("Lambda", _lambda)
register("FunctionDef AsyncFunctionDef", _function)
register("ClassDef", _class)
register("TypeAlias", _type_alias)
