"""Coroutines that nobody awaits, wherever they hide."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mypy.types import Instance, get_proper_type

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic

HINT = "Write `await` before the call."


def never_awaited(context: Context) -> Iterator[Diagnostic]:
    """`missing-await`: a coroutine in a place where only its result makes sense.

    Found: in f-strings, conditions, comparisons, boolean operators, as the argument of a function
    that looks at values (`print`, `str`, `len` ...), in a variable that is never awaited.
    """
    if not _has_coroutines(context):
        return
    for call in context.of(ast.Call):
        if _is_value(context, call) and is_coroutine(context, call):
            yield _missing(context, call)
    for loop in context.of(ast.For, ast.comprehension):
        if not getattr(loop, "is_async", 0) and _is_future(context, loop.iter):
            yield _missing(context, loop.iter)
    yield from _forgotten_variables(context)


def _is_future(context: Context, node: ast.expr) -> bool:
    """Whether an expression gives a future, which has `__iter__` for the event loop alone."""
    kind = get_proper_type(context.type_of(node))
    return isinstance(kind, Instance) and kind.type.fullname.rpartition(".")[2] in ("Future", "Task") \
        and "asyncio" in kind.type.fullname


def is_coroutine(context: Context, node: ast.AST) -> bool:
    """Whether an expression gives a coroutine."""
    kind = get_proper_type(context.type_of(node))
    return isinstance(kind, Instance) and kind.type.fullname in (
        "typing.Coroutine", "types.CoroutineType", "typing.Awaitable"
    )


def _has_coroutines(context: Context) -> bool:
    from mypy.nodes import FuncDef

    if "async" in context.source.safe:
        return True
    return any(
        isinstance(symbol.node, FuncDef) and symbol.node.is_coroutine
        for symbol in context.host.values()
    )


def _missing(context: Context, call: ast.AST) -> Diagnostic:
    assert isinstance(call, ast.expr)
    name = ast.unparse(call.func) if isinstance(call, ast.Call) else ast.unparse(call)
    hint = HINT
    if not context.may_await(call):
        hint = "Make the function around it `async def`, and await the call and the function."
    return context.found(
        "missing-await", call, f"the coroutine of `{name}` is used, but never awaited", hint,
        context.await_fix(call),
    )


_LOOKING = frozenset("print str repr len int float bool sorted list tuple set dict sum min max any "
                     "all enumerate zip map filter isinstance json".split())  # fmt: skip


def _is_value(context: Context, node: ast.AST) -> bool:
    parent = context.parents.get(node)
    if isinstance(parent, (ast.FormattedValue, ast.Compare, ast.BoolOp, ast.UnaryOp)):
        return True
    if isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Assert)) and parent.test is node:
        return True
    if isinstance(parent, ast.Call) and node in parent.args:
        return isinstance(parent.func, ast.Name) and parent.func.id in _LOOKING
    if isinstance(parent, (ast.For, ast.comprehension)) and parent.iter is node:
        return True
    # the value of the program
    return isinstance(parent, ast.Expr) and parent in context.tree.body


def _forgotten_variables(context: Context) -> Iterator[Diagnostic]:
    """Variables that hold a coroutine and are read only as plain values, or not at all."""
    for assign in context.of(ast.Assign):
        if len(assign.targets) != 1 or not isinstance(assign.targets[0], ast.Name):
            continue
        if not isinstance(assign.value, ast.Call) or not is_coroutine(context, assign.value):
            continue
        name = assign.targets[0].id
        context.rest_on_others(assign)
        function = context.function(assign)
        reads = [
            read for read in context.of(ast.Name)
            if read.id == name and isinstance(read.ctx, ast.Load)
        ]
        if any(context.function(read) is not function for read in reads):
            continue
        if all(_is_value(context, read) for read in reads):
            yield _missing(context, assign.value)
