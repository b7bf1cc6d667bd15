"""What the host lends, read off stubs; which of its functions a program awaits."""

from __future__ import annotations

import ast
from functools import lru_cache

_RUNNERS = ("gather", "create_task", "wait_for", "as_completed", "ensure_future", "wait", "shield")


@lru_cache(maxsize=64)
def _module(stubs: str) -> ast.Module | None:
    try:
        return ast.parse(stubs)
    except (SyntaxError, ValueError, RecursionError):
        return None


def declared_functions(stubs: str) -> dict[str, bool]:
    """Functions of a stub text, and whether each is `async def`."""
    module = _module(stubs)
    if module is None:
        return {}
    return {
        node.name: isinstance(node, ast.AsyncFunctionDef) for node in module.body
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }


def declared_names(stubs: str) -> set[str]:
    """All public names of a stub text."""
    module = _module(stubs)
    names: set[str] = set()
    for node in module.body if module else ():
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.Assign):
            names |= {one.id for one in node.targets if isinstance(one, ast.Name)}
    return {name for name in names if not name.startswith("_")}


def asynchronous_calls(module: ast.Module, names: set[str]) -> set[str]:
    """Those of the names whose calls are awaited, or given to what awaits them."""
    found: set[str] = set()
    for node in ast.walk(module):
        inside: list[ast.AST] = []
        if isinstance(node, ast.Await):
            inside = [node.value]
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in _RUNNERS:
                inside = [leaf for argument in node.args for leaf in ast.walk(argument)]
        for one in inside:
            if isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id in names:
                found.add(one.func.id)
    return found
