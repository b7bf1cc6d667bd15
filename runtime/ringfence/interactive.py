"""The mode ``single`` of ``compile``: values of expression statements are shown, as at a prompt."""

from __future__ import annotations

import _ast as ast

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

SHOW: Final = "<show>"  # the prelude's function under a name that no text can have
_SCOPES: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def shown(tree: Any) -> ast.Module:
    """An ``Interactive`` tree as a module that passes the values of its statements to ``SHOW``.

    Statements within ``if``, ``for`` and the like are shown too, those of functions and classes not.
    """
    todo: list[Any] = list(tree.body)
    for node in todo:
        if isinstance(node, ast.Expr):
            name = _at(ast.Name(SHOW, ast.Load()), node)
            node.value = _at(ast.Call(name, [node.value], []), node)
        elif not isinstance(node, _SCOPES):
            for field in ("body", "orelse", "finalbody", "handlers", "cases"):
                todo.extend(getattr(node, field, ()))
    return ast.Module(tree.body, [])


def _at(made: Any, place: Any) -> Any:
    made.lineno, made.col_offset = place.lineno, place.col_offset
    made.end_lineno, made.end_col_offset = place.end_lineno, place.end_col_offset
    return made
