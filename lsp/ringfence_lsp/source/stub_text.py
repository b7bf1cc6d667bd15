"""Stubs read off Python source without running it: signatures, classes, documentation."""

from __future__ import annotations

import ast
import copy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def stubs_of_source(text: str) -> str:
    """The public functions and classes of a module as `.pyi` text; '' if it does not parse."""
    try:
        module = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError):
        return ""
    kept = [shortened for node in module.body if (shortened := _shortened(node)) is not None]
    return ast.unparse(ast.fix_missing_locations(ast.Module(kept, []))) + "\n"


def host_stubs(module: ast.Module, names: Iterable[str]) -> str:
    """Stubs of named functions of a module, as they are lent to a program in one of its strings."""
    wanted = set(names)
    found = {
        node.name: node for node in ast.walk(module)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name in wanted
    }
    imports: list[ast.stmt] = [
        node for node in module.body
        if isinstance(node, ast.ImportFrom) and node.module in _HARMLESS
    ]
    classes: list[ast.stmt] = [
        shortened for node in module.body
        if isinstance(node, ast.ClassDef) and (shortened := _shortened(node)) is not None
    ]
    functions: list[ast.stmt] = [_function(node) for node in found.values()]
    unknown = "".join(
        f"def {name}(*args: _Any, **kwargs: _Any) -> _Any: ...\n"
        for name in names if name not in found and name.isidentifier()
    )
    text = ast.unparse(ast.fix_missing_locations(ast.Module(imports + classes + functions, [])))
    return ("from typing import Any as _Any\n" if unknown else "") + text + "\n" + unknown


_HARMLESS = ("typing", "datetime", "decimal", "pathlib", "enum", "dataclasses", "collections",
             "collections.abc", "__future__")  # fmt: skip


def _shortened(node: ast.stmt) -> ast.stmt | None:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return None if node.name.startswith("_") and not node.name.endswith("__") else _function(node)
    if isinstance(node, ast.ClassDef):
        kept = copy.copy(node)
        kept.body = [
            shortened for inner in node.body if (shortened := _shortened(inner)) is not None
        ] or [ast.Expr(ast.Constant(...))]
        return kept
    if isinstance(node, (ast.Import, ast.ImportFrom, ast.AnnAssign)):
        return node
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node if _is_type(node.value) else None
    return None


def _is_type(value: ast.expr) -> bool:
    """Whether an assignment looks like an alias of a type: `Rows = list[int]`."""
    return isinstance(value, (ast.Subscript, ast.Name, ast.Attribute)) or (
        isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr)
    )


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.stmt:
    kept = copy.copy(node)
    kept.decorator_list = [
        one for one in node.decorator_list
        if isinstance(one, ast.Name) and one.id in ("property", "staticmethod", "classmethod", "overload")
    ]
    doc = ast.get_docstring(node)
    kept.body = [ast.Expr(ast.Constant(doc)) if doc else ast.Expr(ast.Constant(...))]
    if doc:
        kept.body.append(ast.Expr(ast.Constant(...)))
    return kept
