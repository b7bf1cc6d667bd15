"""Types of parameters without annotation, from what the program gives them.

Only where all is seen: a top-level function whose name is used for nothing but calls, and a
parameter that is never bound anew. A parameter that is given values of more than one type, None, or
anything that mypy does not know, stays of any type.
"""

from __future__ import annotations

import ast
from typing import Final

from mypy.types import (
    AnyType,
    Instance,
    ProperType,
    TupleType,
    Type,
    TypedDictType,
    TypeOfAny,
    UninhabitedType,
    get_proper_type,
)

from ringfence_checker.context import Context

Function = ast.FunctionDef | ast.AsyncFunctionDef
_ANY_USE: Final = frozenset(("exec", "eval", "globals", "locals", "vars"))


def given_types(context: Context, function: Function) -> dict[str, ProperType]:
    """Types by name of the parameters of which one is known."""
    if not isinstance(context.parents.get(function), ast.Module) or function.decorator_list:
        return {}
    arguments = function.args
    if arguments.vararg is not None or arguments.kwarg is not None:
        return {}
    calls = _calls(context, function.name)
    if not calls:
        return {}
    bound = _bound_in(context, function)
    defaults = _defaults(function)
    found: dict[str, ProperType] = {}
    positional = [*arguments.posonlyargs, *arguments.args]
    for index, parameter in enumerate([*positional, *arguments.kwonlyargs]):
        if parameter.annotation is not None or parameter.arg in bound:
            continue
        kinds: list[Type | None] = []
        for call in calls:
            value = next((k.value for k in call.keywords if k.arg == parameter.arg), None)
            if value is None and index < len(positional) and index < len(call.args):
                value = call.args[index]
            value = value or defaults.get(parameter.arg)
            kinds.append(context.type_of(value) if value is not None else None)
        kind = _one_type(kinds)
        if kind is not None:
            found[parameter.arg] = kind
    return found


def _calls(context: Context, name: str) -> list[ast.Call]:
    """The calls of a function; none if the program does anything else with it, or hides arguments."""
    found = []
    for node in context.of(ast.Name):
        if node.id in _ANY_USE:
            return []
        if node.id != name:
            continue
        call = context.parents.get(node)
        if not isinstance(call, ast.Call) or call.func is not node:
            return []
        if any(isinstance(one, ast.Starred) for one in call.args) or any(
            keyword.arg is None for keyword in call.keywords
        ):
            return []
        found.append(call)
    return found


def _bound_in(context: Context, function: Function) -> set[str]:
    """Names that statements of a function bind, or functions within it declare."""
    first, last = function.lineno, function.end_lineno or function.lineno
    names = {
        node.id for node in context.of(ast.Name)
        if not isinstance(node.ctx, ast.Load) and first <= node.lineno <= last
    }
    names |= {
        str(node.name) for node in context.of(ast.ExceptHandler, ast.MatchAs, ast.MatchStar)
        if first <= node.lineno <= last
    }
    return names | {
        name for node in context.of(ast.Nonlocal, ast.Global) for name in node.names
    }


def _defaults(function: Function) -> dict[str, ast.expr]:
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    found = {
        parameter.arg: default for parameter, default
        in zip(positional[len(positional) - len(arguments.defaults) :], arguments.defaults, strict=True)
    }
    for parameter, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if default is not None:
            found[parameter.arg] = default
    return found


def _one_type(kinds: list[Type | None]) -> ProperType | None:
    """The type that all of some types are; None if there is no such, or one is not known."""
    found: ProperType | None = None
    for one in kinds:
        kind = get_proper_type(one)
        if isinstance(kind, Instance):
            if kind.last_known_value is not None:
                kind = kind.copy_modified(last_known_value=None)
            if kind.type.fullname == "builtins.object" or kind.type.is_protocol \
                    or any(not _is_known(item) for item in kind.args):
                return None
        elif not isinstance(kind, (TypedDictType, TupleType)):
            return None
        if isinstance(kind, TupleType) and not all(_is_known(item) for item in kind.items):
            return None
        if found is not None and found != kind:
            return None
        found = kind
    return found


def _is_known(kind: Type) -> bool:
    proper = get_proper_type(kind)
    if isinstance(proper, Instance) and proper.type.fullname == "builtins.object":
        return False
    return not isinstance(proper, UninhabitedType) and not (
        isinstance(proper, AnyType) and proper.type_of_any == TypeOfAny.from_error)
