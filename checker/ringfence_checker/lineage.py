"""What classes of a program derive from, as it is written."""

from __future__ import annotations

import ast

from ringfence_checker.context import Context


def _lineage(name: str, context: Context) -> list[ast.ClassDef]:
    """Classes of the program with a name, and those that they derive from."""
    names, found = [name], []
    for one in names:
        for node in context.of(ast.ClassDef):
            if node.name == one:
                found.append(node)
                names += {_written(base) for base in node.bases} - set(names)
    return found


def _written(base: ast.expr) -> str:
    """Last name of a base, as written."""
    return base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "")


def class_has(name: str, method: str, context: Context) -> bool:
    """Whether a class of the program has a method, its own or inherited."""
    return any(
        isinstance(leaf, ast.FunctionDef) and leaf.name == method
        for node in _lineage(name, context) for leaf in node.body
    )


def derives(name: str, bases: tuple[str, ...], context: Context) -> bool:
    """Whether a class of the program has one of the bases, directly or not."""
    return any(
        _written(base) in bases for node in _lineage(name, context) for base in node.bases
    )
