"""Results of functions that say nothing about them, inferred from their `return` statements."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from mypy.nodes import FuncDef, SymbolTable, TypeInfo
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

if TYPE_CHECKING:
    from mypy.types import ProperType

_SIMPLE = frozenset(
    f"builtins.{name}" for name in
    "str int float bool bytes list dict tuple set frozenset complex".split()
)  # fmt: skip

# codes whose messages say that a result was misused
MISUSES = frozenset(
    "attr-defined operator index arg-type call-overload call-arg str-format misc union-attr".split()
)


def inferred_results(context: Context) -> dict[ast.FunctionDef, ProperType]:
    """Result types of plain functions without annotations, where every `return` agrees."""
    found: dict[ast.FunctionDef, ProperType] = {}
    if context.loaded is None:
        return found
    for function in context.of(ast.FunctionDef):
        if function.returns is None and not function.decorator_list:
            kind = _result(context, function)
            if kind is not None:
                found[function] = kind
    return found


def _result(context: Context, function: ast.FunctionDef) -> ProperType | None:
    returns: list[ast.Return] = []
    for node in context.of(ast.Return):
        if context.function(node) is function:
            returns.append(node)
    for node in context.of(ast.Yield, ast.YieldFrom):
        if context.function(node) is function:
            return None
    if not returns or not _always_returns(function.body):
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
    given: set[str] = set()
    for function, result in inferred_results(context).items():
        if function.name not in used:
            continue
        node = _function_of(context, function)
        if node is not None and node.type is None:
            anything = AnyType(TypeOfAny.unannotated)
            node.type = CallableType(
                [anything for _ in node.arg_names], node.arg_kinds, node.arg_names, result,
                _fallback(context), name=node.name,
            )
            owner = context.parents.get(function)
            given.add(owner.name if isinstance(owner, ast.ClassDef) else function.name)
    return given


def _fallback(context: Context) -> Instance:
    assert context.loaded is not None
    return context.loaded.state.type_checker().named_type("builtins.function")


def _function_of(context: Context, function: ast.FunctionDef) -> FuncDef | None:
    """mypy's node of a top-level function or method."""
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
    if symbol is None or not isinstance(symbol.node, FuncDef):
        return None
    return symbol.node if symbol.node.line == function.lineno else None
