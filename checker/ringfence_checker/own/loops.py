"""Loops that cannot end."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mypy.types import Instance, get_proper_type

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic

_WAYS_OUT = (ast.Return, ast.Raise, ast.Yield, ast.YieldFrom, ast.Assert)
_ENDING = frozenset(("exit", "quit", "next", "anext", "cancel", "stop", "throw"))


def endless(context: Context) -> Iterator[Diagnostic]:
    """`endless-loop`: nothing in the loop leaves it or changes its condition."""
    for loop in context.of(ast.While):
        if _way_out(loop.body):
            continue
        test = loop.test
        if isinstance(test, ast.Constant):
            if test.value and not _calls(loop, awaits_only=True):
                yield context.found(
                    "endless-loop", test, "this loop has no way out: no `break`, `return` or `raise`",
                    "Add a `break`, or a condition that becomes false.",
                )
            continue
        names = {leaf.id for leaf in ast.walk(test) if isinstance(leaf, ast.Name)}
        if not names or not _is_plain(test) or _changes(context, loop.body, names):
            continue
        context.rest_on_others(loop)
        if any(_is_shared(context, loop, name) for name in names):
            continue
        shown = ", ".join(f"`{name}`" for name in sorted(names))
        yield context.found(
            "endless-loop", test, f"this loop never changes {shown}, which its condition reads",
            "Change the variable in the body, or add a `break`.",
        )


def _way_out(body: list[ast.stmt]) -> bool:
    """Whether statements leave the loop that they are the body of."""
    for statement in body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        if isinstance(statement, ast.Break):
            return True
        if isinstance(statement, (ast.For, ast.AsyncFor, ast.While)):
            if _way_out(statement.orelse) or any(
                isinstance(leaf, _WAYS_OUT) for leaf in ast.walk(statement)
            ):
                return True
            continue
        if any(isinstance(leaf, _WAYS_OUT) for leaf in ast.walk(statement)):
            return True
        if any(isinstance(leaf, ast.Call) and _name(leaf.func) in _ENDING
               for leaf in ast.walk(statement)):
            return True
        inner: list[ast.stmt] = []
        for name in ("body", "orelse", "finalbody"):
            inner += getattr(statement, name, [])
        for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
            inner += part.body
        if _way_out(inner):
            return True
    return False


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _calls(loop: ast.While, *, awaits_only: bool) -> bool:
    return any(isinstance(leaf, ast.Await) for leaf in ast.walk(loop))


def _is_plain(test: ast.expr) -> bool:
    """Only names, constants, comparisons: nothing that can change by itself."""
    allowed = (ast.Name, ast.Constant, ast.Compare, ast.BoolOp, ast.UnaryOp, ast.BinOp,
               ast.expr_context, ast.operator, ast.unaryop, ast.cmpop, ast.boolop)  # fmt: skip
    return all(isinstance(leaf, allowed) for leaf in ast.walk(test))


def _changes(context: Context, body: list[ast.stmt], names: set[str]) -> bool:
    for statement in body:
        for leaf in ast.walk(statement):
            if isinstance(leaf, ast.Name) and leaf.id in names and (
                isinstance(leaf.ctx, (ast.Store, ast.Del))
            ):
                return True
            if isinstance(leaf, (ast.Attribute, ast.Subscript)) and _root(leaf) in names:
                return True  # a method may change it
            if isinstance(leaf, ast.Call) and any(
                isinstance(argument, ast.Name) and argument.id in names
                and not _is_immutable(context, argument)
                for argument in [*leaf.args, *(keyword.value for keyword in leaf.keywords)]
            ):
                return True
    return False


def _is_immutable(context: Context, node: ast.expr) -> bool:
    kind = get_proper_type(context.type_of(node))
    return isinstance(kind, Instance) and kind.type.fullname in (
        "builtins.int", "builtins.float", "builtins.str", "builtins.bool", "builtins.bytes"
    )


def _root(node: ast.expr) -> str:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _is_shared(context: Context, loop: ast.While, name: str) -> bool:
    """Whether another function may change the variable meanwhile."""
    if any(name in node.names for node in context.of(ast.Global, ast.Nonlocal)):
        return True
    return any(isinstance(leaf, (ast.Await, ast.Yield)) for leaf in ast.walk(loop))
