"""Make a program that differs small: statements go, blocks give way to what is in them, expressions to their parts."""

from __future__ import annotations

import ast
import time
from collections.abc import Callable, Iterator

MOST_SECONDS = 120


def minimise(source: str, still: Callable[[str], bool], seconds: float = MOST_SECONDS) -> str:
    """The smallest program found for which ``still`` holds."""
    deadline = time.monotonic() + seconds
    tree = ast.parse(source)
    if not _try(tree, still):
        return source  # the layout matters
    _cut(tree, still)
    changed = True
    while changed and time.monotonic() < deadline:
        changed = _drop_statements(tree, still, deadline)
        changed |= _unwrap(tree, still, deadline)
        changed |= _simplify(tree, still, deadline)
    return ast.unparse(tree) + "\n"


def _cut(tree: ast.Module, still: Callable[[str], bool]) -> None:
    """Drop what follows the difference, and, if it can be, all but definitions that stands before."""
    body = tree.body
    low, high = 0, len(body)  # with `high` statements it differs
    while high - low > 1:
        middle = (low + high) // 2
        tree.body = body[:middle]
        if _try(tree, still):
            high = middle
        else:
            low = middle
    body = body[:high]
    for kept in ((), (ast.Assign,), (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign, ast.Import, ast.ImportFrom)):
        tree.body = [node for node in body[:-1] if isinstance(node, kept)] + body[-1:]
        if _try(tree, still):
            return
    tree.body = body


def _try(tree: ast.Module, still: Callable[[str], bool]) -> bool:
    try:
        text = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
        ast.parse(text)
    except (ValueError, SyntaxError, AttributeError, RecursionError, TypeError):
        return False
    return still(text)


def _bodies(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody", "handlers", "cases"):
            if isinstance(getattr(node, field, None), list):
                yield node, field


def _drop_statements(tree: ast.Module, still: Callable[[str], bool], deadline: float) -> bool:
    """Take statements away, many at once first."""
    changed = False
    for node, field in list(_bodies(tree)):
        items = getattr(node, field)
        size = max(len(items) // 2, 1)
        while size >= 1 and time.monotonic() < deadline:
            start = 0
            while start < len(getattr(node, field)):
                items = getattr(node, field)
                kept = items[:start] + items[start + size:]
                if not kept and field == "body" and not isinstance(node, ast.Module):
                    kept = [ast.Pass()]
                    if len(items) == 1 and isinstance(items[0], ast.Pass):
                        break
                setattr(node, field, kept)
                if _try(tree, still):
                    changed = True
                else:
                    setattr(node, field, items)
                    start += size
            size //= 2
    return changed


def _unwrap(tree: ast.Module, still: Callable[[str], bool], deadline: float) -> bool:
    """Put what stands in a block in the place of the block."""
    changed = False
    for node, field in list(_bodies(tree)):
        index = 0
        while index < len(getattr(node, field)) and time.monotonic() < deadline:
            items = getattr(node, field)
            inner = getattr(items[index], "body", None)
            if isinstance(inner, list) and isinstance(items[index], ast.stmt):
                setattr(node, field, items[:index] + inner + items[index + 1:])
                if _try(tree, still):
                    changed = True
                    continue
                setattr(node, field, items)
            index += 1
    return changed


def _simplify(tree: ast.Module, still: Callable[[str], bool], deadline: float) -> bool:
    """Put a part, or a plain constant, in the place of an expression."""
    changed = False
    for node in list(ast.walk(tree)):
        for field, value in list(ast.iter_fields(node)):
            places = [(None, value)] if isinstance(value, ast.expr) else (
                [(i, v) for i, v in enumerate(value) if isinstance(v, ast.expr)] if isinstance(value, list) else [])
            for index, expression in reversed(places):
                if time.monotonic() > deadline:
                    return changed
                if isinstance(expression, (ast.Name, ast.Constant)):
                    continue
                for candidate in _candidates(expression):
                    old = getattr(node, field)
                    if index is None:
                        setattr(node, field, candidate)
                    else:
                        setattr(node, field, [*old[:index], candidate, *old[index + 1:]])
                    if _try(tree, still):
                        changed = True
                        break
                    setattr(node, field, old)
            if isinstance(value, list) and field in ("elts", "args", "keywords", "generators", "values"):
                for index in range(len(value) - 1, -1, -1):
                    old = list(getattr(node, field))
                    if index >= len(old):
                        continue
                    setattr(node, field, old[:index] + old[index + 1:])
                    if _try(tree, still):
                        changed = True
                    else:
                        setattr(node, field, old)
    return changed


def _candidates(expression: ast.expr) -> Iterator[ast.expr]:
    if isinstance(getattr(expression, "ctx", None), (ast.Store, ast.Del)):
        return
    for child in ast.iter_child_nodes(expression):
        if isinstance(child, ast.expr) and isinstance(getattr(child, "ctx", ast.Load()), ast.Load):
            yield child
    for value in (1, "a", None):
        yield ast.Constant(value)
