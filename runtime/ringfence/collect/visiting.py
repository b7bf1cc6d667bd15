"""Visitors by node class, and what all of them use."""

from __future__ import annotations

import _ast as ast

from ringfence import subset
from ringfence.scope import ASSIGNED, CLASS, COMPREHENSION, MODULE, Refusal, Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Node = Any
    Visitor = Callable[[Node, Scope], None]
    Table = dict[type, Visitor]
else:
    Node, Table = object, dict


class _Visitors(Table):
    """Visitors by node class; a class without one is refused by its name."""

    def __missing__(self, kind: type) -> Visitor:
        def refuse(node: Node, s: Scope) -> None:
            raise Refusal(node, subset.refusal(kind))

        return refuse


VISIT = _Visitors()


def register(names: str, visitor: Visitor) -> None:
    """Let ``visitor`` have the node classes of these names, as far as the host has them."""
    for name in names.split():
        if hasattr(ast, name):
            VISIT[getattr(ast, name)] = visitor


def body(nodes: list[Node], s: Scope) -> None:
    visit = VISIT
    for node in nodes:
        visit[type(node)](node, s)


def each(nodes: list[Node], s: Scope) -> None:
    visit = VISIT
    for node in nodes:
        if node is not None:
            visit[type(node)](node, s)


def expression(node: Node | None, s: Scope) -> None:
    if node is not None:
        VISIT[type(node)](node, s)


def bind(name: str, s: Scope, node: Node, flags: int = ASSIGNED) -> None:
    if name == "__debug__":
        raise Refusal(node, "cannot assign to __debug__")
    names = s.names
    names[name] = names.get(name, 0) | flags


def mangle(name: str, private: str | None) -> str:
    """Return the private name ``__x`` of class ``private`` as CPython stores it."""
    if private is None or name[:2] != "__" or name[-2:] == "__" or "." in name:
        return name
    private = private.lstrip("_")
    return f"_{private}{name}" if private else name


AWAIT = "'await'"


def _may_await(s: Scope) -> bool:
    """Whether statements outside functions may await: those of programs, not of exec and eval."""
    return not s.unit.mode.startswith("exec")


def need_async(node: Node, s: Scope) -> None:
    """Check that an asynchronous comprehension stands in ``s`` where it may be awaited."""
    if s.kind == COMPREHENSION:
        s.is_async = True
    elif s.kind == MODULE and _may_await(s):
        s.is_async = s.unit.has_await = True
    elif s.is_expression:
        s.is_async = True
    elif not s.is_async:
        raise Refusal(node, "asynchronous comprehension outside of an asynchronous function")


def need_coroutine(node: Node, s: Scope, what: str) -> None:
    if s.kind == MODULE and _may_await(s):
        s.is_async = s.unit.has_await = True
    elif s.kind == CLASS or s.kind == MODULE:
        raise Refusal(node, f"{what} outside {'function' if what == AWAIT else 'async function'}")
    elif not s.is_async:
        raise Refusal(node, f"{what} outside async function")
