"""Calls of host functions: shadowed names, results that go nowhere, calls that are never reached."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mypy.nodes import Decorator, FuncDef, OverloadedFuncDef, SymbolTableNode
from mypy.types import AnyType, CallableType, Instance, NoneType, UninhabitedType, get_proper_type

from ringfence_checker.context import Context, called_name
from ringfence_checker.diagnostics import Diagnostic
from ringfence_checker.own.awaiting import is_coroutine


def host_functions(context: Context) -> dict[str, SymbolTableNode]:
    """Functions among what the host lends."""
    return {
        name: symbol for name, symbol in context.host.items()
        if isinstance(symbol.node, (FuncDef, Decorator, OverloadedFuncDef))
    }


def shadowed(context: Context) -> Iterator[Diagnostic]:
    """`shadowed-host-name`: the program gives a name of the host another meaning."""
    host = host_functions(context)
    if not host:
        return
    for node in context.of(ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef):
        if node.name in host and not _is_member(context, node):
            yield _shadow(context, node, node.name, "defines")
    for node in context.of(ast.Name):
        if isinstance(node.ctx, ast.Store) and node.id in host and not _is_member(context, node):
            yield _shadow(context, node, node.id, "assigns")
    for node in context.of(ast.arg):
        if node.arg in host:
            yield _shadow(context, node, node.arg, "takes a parameter named")


def _is_member(context: Context, node: ast.AST) -> bool:
    for up in context.above(node):
        if isinstance(up, ast.ClassDef):
            return True
        if isinstance(up, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            return False
    return False


def _shadow(context: Context, node: ast.AST, name: str, how: str) -> Diagnostic:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        first = node.body[0]
        place = context.place(node)
        line = context.source.line(place[0])
        column = line.find(name, place[1])
        at = (place[0], column, place[0], column + len(name)) if column >= 0 else (
            place[0], place[1], first.lineno, place[1])
        return Diagnostic(
            "shadowed-host-name", "warning", f"the program {how} `{name}`, which the host lends", *at,
            hint=f"Choose another name; the host's `{name}` cannot be called where this one holds.",
        )
    return context.found(
        "shadowed-host-name", node, f"the program {how} `{name}`, which the host lends",
        f"Choose another name; the host's `{name}` cannot be called where this one holds.",
    )


def unused_results(context: Context) -> Iterator[Diagnostic]:
    """`unused-result`: a host function that gives a value is called, and the value dropped."""
    host = host_functions(context)
    last = context.tree.body[-1] if context.tree.body else None
    for node in context.of(ast.Expr):
        call = node.value.value if isinstance(node.value, ast.Await) else node.value
        name = called_name(call)
        if name not in host or node is last or not _looks_like_reading(name):
            continue
        if isinstance(node.value, ast.Call) and is_coroutine(context, call):
            continue  # `missing-await` says it
        if _gives_value(host[name]):
            yield context.found(
                "unused-result", node, f"the result of the host function `{name}` is not used",
                "Assign it, or leave the call out: host calls cost time and are counted.",
            )


_READING = ("get", "fetch", "list", "read", "load", "find", "search", "query", "count", "lookup",
            "compute", "calculate", "is_", "has_", "parse", "select", "describe")  # fmt: skip


def _looks_like_reading(name: str) -> bool:
    return name.lower().startswith(_READING)


def _gives_value(symbol: SymbolTableNode) -> bool:
    kind = get_proper_type(symbol.type)
    if not isinstance(kind, CallableType):
        return False
    given = get_proper_type(kind.ret_type)
    if isinstance(given, Instance) and given.type.fullname == "typing.Coroutine" and given.args:
        given = get_proper_type(given.args[2])
    return not isinstance(given, (NoneType, AnyType, UninhabitedType))


def unreachable(context: Context) -> Iterator[Diagnostic]:
    """`unreachable-host-call`: a host call after `return`, `raise`, `break` or `continue`."""
    host = host_functions(context)
    if not host:
        return
    for body in _bodies(context):
        for index, statement in enumerate(body[:-1]):
            if isinstance(statement, (ast.Return, ast.Raise, ast.Break, ast.Continue)):
                for after in body[index + 1 :]:
                    for node in ast.walk(after):
                        name = called_name(node)
                        if name in host:
                            yield context.found(
                                "unreachable-host-call", node,
                                f"this call of the host function `{name}` is never reached",
                                f"Put it before the `{_word(statement)}`, or leave it out.",
                            )
                break


def _word(statement: ast.stmt) -> str:
    return type(statement).__name__.lower()


_BLOCKS = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.If, ast.For,
           ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar,
           ast.ExceptHandler, ast.match_case)  # fmt: skip


def _bodies(context: Context) -> Iterator[list[ast.stmt]]:
    for node in context.of(*_BLOCKS):
        for name in ("body", "orelse", "finalbody"):
            body = getattr(node, name, None)
            if isinstance(body, list) and len(body) > 1:
                yield body
