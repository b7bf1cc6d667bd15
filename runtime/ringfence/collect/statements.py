"""Statements other than definitions and `match`."""

from __future__ import annotations

import _ast as ast

from ringfence.collect.visiting import (
    VISIT,
    Node,
    bind,
    body,
    expression,
    mangle,
    need_coroutine,
    register,
)
from ringfence.nodes import walk
from ringfence.scope import (
    ANNOTATED,
    ASSIGNED,
    DELETED,
    FUNCTION,
    GLOBAL,
    MODULE,
    NAMESPACE_READERS,
    NONLOCAL,
    PARAMETER,
    USED,
    Refusal,
    Scope,
)


def _expr(node: ast.Expr, s: Scope) -> None:
    VISIT[type(node.value)](node.value, s)


def _assign(node: ast.Assign, s: Scope) -> None:
    visit = VISIT
    visit[type(node.value)](node.value, s)
    for target in node.targets:
        visit[type(target)](target, s)


def _augmented(node: ast.AugAssign, s: Scope) -> None:
    target = node.target
    VISIT[type(target)](target, s)
    if type(target) is ast.Name:
        s.names[target.id] |= USED
    VISIT[type(node.value)](node.value, s)


def _annotated(node: ast.AnnAssign, s: Scope) -> None:
    target = node.target
    if type(target) is ast.Name:
        target.id = mangle(target.id, s.private)
        name = target.id
        flags = s.names.get(name, 0)
        if flags & (GLOBAL | NONLOCAL) and s.kind != MODULE and node.simple:
            word = "global" if flags & GLOBAL else "nonlocal"
            raise Refusal(node, f"annotated name '{name}' can't be {word}")
        if node.simple:
            bind(name, s, target, ASSIGNED | ANNOTATED)
            if s.kind != FUNCTION:
                s.names["__annotations__"] = s.names.get("__annotations__", 0) | USED
        elif node.value is not None:
            bind(name, s, target)
        if name in NAMESPACE_READERS:
            s.unit.reads_namespace = True
    else:
        VISIT[type(target)](target, s)
    if not s.unit.future_annotations:
        VISIT[type(node.annotation)](node.annotation, s)
    expression(node.value, s)


def _delete(node: ast.Delete, s: Scope) -> None:
    body(node.targets, s)


def _return(node: ast.Return, s: Scope) -> None:
    if s.kind != FUNCTION:
        raise Refusal(node, "'return' outside function")
    if s.star:
        raise Refusal(node, "'break', 'continue' and 'return' cannot appear in an except* block")
    if node.value is not None:
        s.returns.append(node)
        VISIT[type(node.value)](node.value, s)


def _raise(node: ast.Raise, s: Scope) -> None:
    s.owner.unbound = 0
    expression(node.exc, s)
    expression(node.cause, s)


def _assert(node: ast.Assert, s: Scope) -> None:
    s.owner.unbound = 0
    VISIT[type(node.test)](node.test, s)
    expression(node.msg, s)


def _pass(node: Node, s: Scope) -> None:
    return


def _break(node: Node, s: Scope) -> None:
    if s.loop:
        return
    if s.star:
        raise Refusal(node, "'break', 'continue' and 'return' cannot appear in an except* block")
    if type(node) is ast.Break:
        raise Refusal(node, "'break' outside loop")
    raise Refusal(node, "'continue' not properly in loop")


def _global(node: Node, s: Scope) -> None:
    word = "global" if type(node) is ast.Global else "nonlocal"
    if word == "nonlocal" and s.kind == MODULE:
        raise Refusal(node, "nonlocal declaration not allowed at module level")
    for position, name in enumerate(node.names):
        name = node.names[position] = mangle(name, s.private)
        flags = s.names.get(name, 0)
        if flags & PARAMETER:
            raise Refusal(node, f"name '{name}' is parameter and {word}")
        if flags & USED:
            raise Refusal(node, f"name '{name}' is used prior to {word} declaration")
        if flags & ANNOTATED:
            raise Refusal(node, f"annotated name '{name}' can't be {word}")
        if flags & ASSIGNED:
            raise Refusal(node, f"name '{name}' is assigned to before {word} declaration")
        flags |= GLOBAL if word == "global" else NONLOCAL
        if flags & GLOBAL and flags & NONLOCAL:
            first = next(
                n for n in walk(s.node)
                if isinstance(n, (ast.Global, ast.Nonlocal)) and name in n.names
            )  # fmt: skip
            raise Refusal(first, f"name '{name}' is nonlocal and global")
        s.names[name] = flags


def _import(node: ast.Import, s: Scope) -> None:
    for alias in node.names:
        name = alias.asname or alias.name.split(".")[0]
        if alias.name == "__main__":
            s.unit.reads_namespace = True
        bind(mangle(name, s.private), s, node)


def _import_from(node: ast.ImportFrom, s: Scope) -> None:
    if node.module == "__main__":
        s.unit.reads_namespace = True
    if node.module == "_kernel" and s.unit.mode == "prelude":
        return
    for alias in node.names:
        if alias.name == "*":
            if s.kind != MODULE:
                raise Refusal(alias, "import * only allowed at module level")
            s.unit.reads_namespace = True
        else:
            if alias.name in NAMESPACE_READERS:
                s.unit.reads_namespace = True
            bind(mangle(alias.asname or alias.name, s.private), s, node)


def _if(node: ast.If, s: Scope) -> None:
    while True:
        VISIT[type(node.test)](node.test, s)
        body(node.body, s)
        orelse = node.orelse
        if len(orelse) == 1 and type(orelse[0]) is ast.If:  # elif: deep to the right
            node = orelse[0]
        else:
            body(orelse, s)
            return


def _while(node: ast.While, s: Scope) -> None:
    VISIT[type(node.test)](node.test, s)
    outer = s.loop, s.star
    s.loop = True
    body(node.body, s)
    s.loop, s.star = outer
    body(node.orelse, s)


def _for(node: ast.For, s: Scope) -> None:
    VISIT[type(node.iter)](node.iter, s)
    VISIT[type(node.target)](node.target, s)
    outer = s.loop, s.star
    s.loop = True
    body(node.body, s)
    s.loop, s.star = outer
    body(node.orelse, s)


def _async_for(node: Node, s: Scope) -> None:
    need_coroutine(node, s, "'async for'")
    _for(node, s)


def _with(node: ast.With, s: Scope) -> None:
    for item in node.items:
        VISIT[type(item.context_expr)](item.context_expr, s)
        expression(item.optional_vars, s)
    body(node.body, s)


def _async_with(node: Node, s: Scope) -> None:
    need_coroutine(node, s, "'async with'")
    _with(node, s)


def _try(node: Node, s: Scope) -> None:
    body(node.body, s)
    star = type(node).__name__ == "TryStar"
    last = len(node.handlers) - 1
    for position, handler in enumerate(node.handlers):
        if handler.type is None:
            if position != last:
                raise Refusal(handler, "default 'except:' must be last")
        else:
            VISIT[type(handler.type)](handler.type, s)
        if handler.name:
            handler.name = mangle(handler.name, s.private)
            bind(handler.name, s, handler, ASSIGNED | DELETED)
        outer = s.loop, s.star
        if star:
            s.loop, s.star = False, True
        body(handler.body, s)
        s.loop, s.star = outer
    body(node.orelse, s)
    body(node.finalbody, s)


register("Expr", _expr)
register("Assign", _assign)
register("AugAssign", _augmented)
register("AnnAssign", _annotated)
register("Delete", _delete)
register("Return", _return)
register("Raise", _raise)
register("Assert", _assert)
register("Pass", _pass)
register("Break Continue", _break)
register("Global Nonlocal", _global)
register("Import", _import)
register("ImportFrom", _import_from)
register("If", _if)
register("While", _while)
register("For", _for)
register("AsyncFor", _async_for)
register("With", _with)
register("AsyncWith", _async_with)
register("Try TryStar", _try)
