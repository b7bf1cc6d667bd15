"""What classes of a program derive from, as it is written."""

from __future__ import annotations

import ast

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic

_COMPUTED = (ast.Call, ast.IfExp, ast.BoolOp, ast.Subscript, ast.Await)
_BUILTIN = frozenset(("str", "int", "float", "bool", "bytes", "list", "dict", "set", "tuple"))


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


def is_computed_base(found: Diagnostic, context: Context) -> bool:
    """Whether the base at a place is computed: `*bases`, `bases[0]`, or a name for such a value."""
    base = next((
        one for node in context.of(ast.ClassDef) for one in node.bases
        if context.place(one)[:2] == (found.line, found.column)
    ), None)
    if not isinstance(base, ast.Name):
        return base is not None and not isinstance(base, ast.Attribute)
    name = base.id
    return any(one.arg == name for one in context.of(ast.arg)) or any(
        _binds(loop.target, name) for loop in context.of(ast.For, ast.comprehension)
    ) or any(
        isinstance(assign.value, _COMPUTED) and not _is_of_builtin(assign.value)
        for assign in context.of(ast.Assign)
        if any(_binds(target, name) for target in assign.targets)
    )


def _binds(target: ast.expr, name: str) -> bool:
    return any(isinstance(leaf, ast.Name) and leaf.id == name for leaf in ast.walk(target))


def _is_of_builtin(value: ast.expr) -> bool:
    """Whether a value is made by a builtin class, and so no class."""
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) \
        and value.func.id in _BUILTIN
