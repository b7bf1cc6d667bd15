"""Results of functions that say nothing about them, inferred from their `return` statements."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING

from mypy.nodes import Decorator, FuncDef, SymbolTable, TypeInfo
from mypy.typeops import make_simplified_union
from mypy.types import (
    AnyType,
    CallableType,
    Instance,
    LiteralType,
    NoneType,
    TupleType,
    TypedDictType,
    TypeOfAny,
    UnionType,
    get_proper_type,
)

from ringfence_checker.context import Context
from ringfence_checker.parameters import given_types

if TYPE_CHECKING:
    from mypy.types import ProperType

_SIMPLE = frozenset(
    f"builtins.{name}" for name in
    "str int float bool bytes list dict tuple set frozenset complex".split()
)  # fmt: skip

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# codes whose messages say that a result was misused
MISUSES = frozenset(
    "attr-defined operator index arg-type call-overload call-arg str-format misc union-attr".split()
)


def inferred_results(
    context: Context,
) -> dict[ast.FunctionDef | ast.AsyncFunctionDef, ProperType]:
    """Result types of functions and properties without annotations, where every `return` agrees."""
    found: dict[ast.FunctionDef | ast.AsyncFunctionDef, ProperType] = {}
    if context.loaded is None:
        return found
    defined = Counter(node.name for node in context.of(ast.FunctionDef, ast.AsyncFunctionDef))
    rebound = {node.id for node in context.of(ast.Name) if not isinstance(node.ctx, ast.Load)}
    for function in context.of(ast.FunctionDef, ast.AsyncFunctionDef):
        if function.returns is not None or defined[function.name] > 1 or function.name in rebound:
            continue
        if function.decorator_list and not _is_property(function):
            continue
        kind = _result(context, function)
        if kind is not None:
            found[function] = kind
    return found


def _is_property(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    decorators = function.decorator_list
    return len(decorators) == 1 and getattr(decorators[0], "id", "") == "property"


def _generator(context: Context, is_async: bool) -> ProperType:
    assert context.loaded is not None
    anything = AnyType(TypeOfAny.unannotated)
    name, n = ("AsyncGenerator", 2) if is_async else ("Generator", 3)
    return context.loaded.state.type_checker().named_generic_type(f"typing.{name}", [anything] * n)


def _does_something(body: list[ast.stmt]) -> bool:
    """Whether a body is more than a place to be filled, and ends."""
    if isinstance(body[-1], ast.Raise):
        return False
    return any(
        not isinstance(statement, ast.Pass) and not (
            isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        for statement in body
    )


def _result(
    context: Context, function: ast.FunctionDef | ast.AsyncFunctionDef
) -> ProperType | None:
    returns: list[ast.Return] = []
    for node in context.of(ast.Return):
        if context.function(node) is function:
            returns.append(node)
    for node in context.of(ast.Yield, ast.YieldFrom):
        if context.function(node) is function:
            return _generator(context, isinstance(function, ast.AsyncFunctionDef))
    if isinstance(function, ast.AsyncFunctionDef):
        return None  # mypy knows that it gives a coroutine
    if all(node.value is None for node in returns):
        at_top = isinstance(context.parents.get(function), ast.Module)
        return NoneType() if at_top and _does_something(function.body) else None
    if not _always_returns(function.body):
        return None
    kinds: list[ProperType] = []
    for node in returns:
        kind = get_proper_type(context.type_of(node.value)) if node.value is not None else None
        if kind is None or isinstance(kind, (AnyType, NoneType)):
            return None
        kinds.append(kind)
    first = get_proper_type(make_simplified_union([*map(_widened, kinds)]))
    if isinstance(first, Instance):
        return first if first.type.fullname in _SIMPLE else None
    return first if isinstance(first, (TupleType, TypedDictType)) else None


def _widened(kind: ProperType) -> ProperType:
    """A type without what is known of single values."""
    if isinstance(kind, UnionType):
        return get_proper_type(
            make_simplified_union([_widened(get_proper_type(item)) for item in kind.items])
        )
    if isinstance(kind, LiteralType):
        return kind.fallback
    if isinstance(kind, Instance) and kind.last_known_value is not None:
        return kind.copy_modified(last_known_value=None)
    return kind


def _always_returns(body: list[ast.stmt]) -> bool:
    """Whether a body cannot run off its end."""
    last = body[-1]
    if isinstance(last, (ast.Return, ast.Raise)):
        return True
    if isinstance(last, ast.If):
        return bool(last.orelse) and _always_returns(last.body) and _always_returns(last.orelse)
    if isinstance(last, (ast.With, ast.AsyncWith)):
        return _always_returns(last.body)
    if isinstance(last, ast.Try):
        tails = [last.orelse or last.body, *(handler.body for handler in last.handlers)]
        return all(_always_returns(tail) for tail in tails) or (
            bool(last.finalbody) and _always_returns(last.finalbody))
    if isinstance(last, ast.While):
        return isinstance(last.test, ast.Constant) and bool(last.test.value) and not any(
            isinstance(leaf, ast.Break) for leaf in ast.walk(last)
        )
    return False


def give_results(context: Context) -> set[str]:
    """Write inferred results into mypy's functions; the names of these functions and their classes.

    Only functions whose result is used in the text for more than to be shown.
    """
    used = {
        call.func.id if isinstance(call.func, ast.Name) else call.func.attr
        for call in context.of(ast.Call) if isinstance(call.func, (ast.Name, ast.Attribute))
        and not isinstance(context.parents.get(call), (ast.Expr, ast.FormattedValue))
    }
    read = {node.attr for node in context.of(ast.Attribute)}
    given: set[str] = set()
    results = inferred_results(context)
    defined = Counter(node.name for node in context.of(*_FUNCTIONS))
    rebound = {node.id for node in context.of(ast.Name) if not isinstance(node.ctx, ast.Load)}
    for function in context.of(*_FUNCTIONS):
        result = results.get(function)
        if result is not None and function.name not in (read if function.decorator_list else used):
            result = None
        parameters: dict[str, ProperType] = {}
        if function.returns is None and defined[function.name] == 1 and function.name not in rebound:
            parameters = given_types(context, function)
            if function.args.args or function.args.kwonlyargs:  # any call may say what they are
                context.rests |= set(range(function.lineno, (function.end_lineno or 0) + 1))
        if result is None and not parameters:
            continue
        decorated = _function_of(context, function)
        node = decorated.func if isinstance(decorated, Decorator) else decorated
        if node is not None and node.type is None:
            anything = AnyType(TypeOfAny.unannotated)
            if result is None:
                result = _coroutine(context) if _is_coroutine(context, function) else anything
            node.type = CallableType(
                [parameters.get(name or "", anything) for name in node.arg_names], node.arg_kinds,
                node.arg_names, result, _fallback(context), name=node.name,
            )
            _type_arguments(node, parameters)
            if isinstance(decorated, Decorator):
                decorated.var.type = node.type
            owner = context.parents.get(function)
            given.add(owner.name if isinstance(owner, ast.ClassDef) else function.name)
    return given


def _is_coroutine(context: Context, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return isinstance(function, ast.AsyncFunctionDef) and not any(
        context.function(node) is function for node in context.of(ast.Yield)
    )


def _coroutine(context: Context) -> ProperType:
    assert context.loaded is not None
    anything = AnyType(TypeOfAny.unannotated)
    return context.loaded.state.type_checker().named_generic_type("typing.Coroutine", [anything] * 3)


def _type_arguments(node: FuncDef, parameters: dict[str, ProperType]) -> None:
    """Tell the variables of the parameters their types: the first check has settled them."""
    for argument in node.arguments:
        kind = parameters.get(argument.variable.name)
        if kind is not None:
            argument.variable.type = kind


def _fallback(context: Context) -> Instance:
    assert context.loaded is not None
    return context.loaded.state.type_checker().named_type("builtins.function")


def _function_of(
    context: Context, function: ast.FunctionDef | ast.AsyncFunctionDef
) -> FuncDef | Decorator | None:
    """mypy's node of a top-level function, method or property."""
    assert context.loaded is not None
    names: SymbolTable = context.loaded.tree.names
    owner = context.parents.get(function)
    if isinstance(owner, ast.ClassDef):
        symbol = names.get(owner.name)
        if symbol is None or not isinstance(symbol.node, TypeInfo):
            return None
        names = symbol.node.names
    elif not isinstance(owner, ast.Module):
        return None
    symbol = names.get(function.name)
    found = symbol.node if symbol is not None else None
    if isinstance(found, Decorator) and found.var.is_property:
        return found if found.func.line == function.lineno else None
    return found if isinstance(found, FuncDef) and found.line == function.lineno else None
