"""A syntax tree walked once: its nodes by class, the parent of each."""

from __future__ import annotations

import ast
from functools import cache
from typing import Any


class Tree:
    """A module with parents and nodes.

    ``nodes`` holds the nodes by class in the order of the text. Contexts and operators (`ast.Load`,
    `ast.Add`), which the parser shares between places, are counted as classes only.
    """

    __slots__ = ("module", "nodes", "parents")

    def __init__(self, module: ast.Module) -> None:
        self.module = module
        self.parents: dict[ast.AST, ast.AST] = {}
        self.nodes: dict[type, list[Any]] = {}
        self._walk()

    def _walk(self) -> None:
        parents, nodes = self.parents, self.nodes
        waiting: list[ast.AST] = [self.module]
        pop, push = waiting.pop, waiting.append
        while waiting:
            node = pop()
            kind: Any = type(node)
            known = nodes.get(kind)
            if known is None:
                nodes[kind] = [node]
            else:
                known.append(node)
            values = node.__dict__
            for name in _fields(kind):
                value = values.get(name)
                if type(value) is list:
                    for item in reversed(value):
                        if isinstance(item, ast.AST):
                            parents[item] = node
                            push(item)
                elif isinstance(value, ast.AST):
                    if value._attributes or value._fields:
                        parents[value] = node
                        push(value)
                    else:
                        nodes.setdefault(type(value), [])


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    """Names of the fields that may hold nodes, the last first."""
    simple = ("id", "attr", "arg", "name", "kind", "n", "s", "type_comment", "lineno", "level")
    keep = kind in (ast.ExceptHandler,)
    return tuple(
        name for name in reversed(kind._fields)
        if keep or name not in simple or (name == "name" and kind.__name__ == "TypeAlias")
    )
