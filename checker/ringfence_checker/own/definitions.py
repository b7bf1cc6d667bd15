"""Definitions that fail: names that are local without a value, fields whose default is shared."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Final

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic, Fix, TextEdit

_DISPLAYS: Final = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)


def local_without_value(context: Context) -> Iterator[Diagnostic]:
    """`used-before-def`: `total += n` in a function where nothing else gives `total` a value."""
    for node in context.of(ast.AugAssign):
        function = context.function(node)
        if not isinstance(node.target, ast.Name) or function is None \
                or isinstance(function, ast.Lambda):
            continue
        name = node.target.id
        if any(isinstance(up, ast.ClassDef) and context.function(up) is function
               for up in context.above(node)):
            continue
        if _binds(context, function, name):
            continue
        word = _elsewhere(context, function, name)
        hint = f"Give `{name}` a value first in `{function.name}`."  # type: ignore[attr-defined]
        fixes: tuple[Fix, ...] = ()
        if word:
            first = function.body[0]  # type: ignore[attr-defined]
            line, column, _, _ = context.place(first)
            hint = f"Write `{word} {name}` at the start of `{function.name}`."  # type: ignore[attr-defined]
            edit = TextEdit(line, column, line, column, f"{word} {name}\n{' ' * column}")
            fixes = (Fix(f"Add `{word} {name}`", (edit,)),)
        yield context.found(
            "used-before-def", node.target,
            f"`{name}` is local here, because it is assigned, and has no value yet", hint, fixes,
        )


def _binds(context: Context, function: ast.AST, name: str) -> bool:
    """Whether something else in a function binds a name, or says that it is not local."""
    for node in context.of(ast.Global, ast.Nonlocal):
        if name in node.names and context.function(node) is function:
            return True
    if any(one.arg == name and context.parents.get(context.parents.get(one)) is function  # type: ignore[arg-type]
           for one in context.of(ast.arg)):
        return True
    for node in context.of(ast.Name):
        if node.id == name and not isinstance(node.ctx, ast.Load) \
                and context.function(node) is function \
                and not isinstance(context.parents.get(node), ast.AugAssign):
            return True
    return any(
        name in _names(node) and context.function(node) is function
        for node in context.of(
            ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.alias,
            ast.MatchAs, ast.MatchStar, ast.MatchMapping,
        )
    )


def _names(node: ast.AST) -> set[str]:
    if isinstance(node, ast.alias):
        return {(node.asname or node.name).split(".")[0]}
    return {str(getattr(node, "name", "")), str(getattr(node, "rest", ""))}


def _elsewhere(context: Context, function: ast.AST, name: str) -> str:
    """`global` or `nonlocal`, where the name is bound around a function; '' if it is not."""
    places = {
        context.function(node) for node in context.of(ast.Name)
        if node.id == name and isinstance(node.ctx, ast.Store) and context.function(node) is not function
    }
    around = [up for up in context.above(function)
              if isinstance(up, (ast.FunctionDef, ast.AsyncFunctionDef))]
    if any(up in places for up in around):
        return "nonlocal"
    return "global" if None in places or name in context.bound_before else ""


def shared_defaults(context: Context) -> Iterator[Diagnostic]:
    """`mutable-default`: a list, dict or set as the default of a dataclass field."""
    for node in context.of(ast.ClassDef):
        if not any(_called(one) == "dataclass" for one in node.decorator_list):
            continue
        for field in node.body:
            if not isinstance(field, ast.AnnAssign) or field.value is None \
                    or "ClassVar" in ast.unparse(field.annotation):
                continue
            value = field.value
            if isinstance(value, ast.Call) and _called(value) == "field":
                value = next((k.value for k in value.keywords if k.arg == "default"), field.target)
            kind = _mutable(value)
            if kind:
                yield context.found(
                    "mutable-default", value,
                    f"mutable default <class '{kind}'> for a field of a dataclass",
                    f"Write `field(default_factory={_factory(value, kind)})`.",
                )


def _mutable(value: ast.expr) -> str:
    if isinstance(value, _DISPLAYS):
        return type(value).__name__.removesuffix("Comp").lower()
    if isinstance(value, ast.Call) and _called(value) in ("list", "dict", "set"):
        return _called(value)
    return ""


def _factory(value: ast.expr, kind: str) -> str:
    empty = isinstance(value, ast.Call) or not (getattr(value, "elts", None) or getattr(value, "keys", None))
    return kind if empty else f"lambda: {ast.unparse(value)}"


def _called(node: ast.expr) -> str:
    called = node.func if isinstance(node, ast.Call) else node
    return str(getattr(called, "id", getattr(called, "attr", "")))
