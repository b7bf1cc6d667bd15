"""Generator functions by node class, and the two ways to enter them.

An expression's function is ``(b, node, dst) -> register`` (``dst`` -1: anywhere), a statement's
``(b, node) -> None``.
"""

from __future__ import annotations

import _ast as ast

from ringfence.generate.builder import UNREACHABLE, Builder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Table = dict[type, Any]
else:
    Table = dict

_FILES = {
    "assignments": "Assign AugAssign AnnAssign Delete",
    "asynchronous": "Yield YieldFrom Await AsyncFor",
    "calls": "Call",
    "classes": "ClassDef",
    "comprehensions": "ListComp SetComp DictComp GeneratorExp",
    "control": "If While For Break Continue Return Expr Pass Global Nonlocal",
    "displays": "Tuple List Set Dict",
    "exceptions": "Try TryStar With AsyncWith Raise Assert",
    "expressions": "Constant Name Attribute Subscript Slice NamedExpr IfExp",
    "functions": "FunctionDef AsyncFunctionDef Lambda",
    "imports": "Import ImportFrom",
    "matching": "Match",
    "operators": "BinOp UnaryOp Compare BoolOp",
    "parameters": "TypeAlias",
    "strings": "JoinedStr FormattedValue",
}
_FILE_OF = {name: file for file, names in _FILES.items() for name in names.split()}


class _Families(Table):
    """Generator functions by node class; the file of a family is imported when it is first met."""

    def __missing__(self, kind: type) -> Any:
        __import__(f"ringfence.generate.{_FILE_OF[kind.__name__]}")
        return dict.__getitem__(self, kind)


EXPRESSIONS: dict[type, Callable[[Builder, Any, int], int]] = _Families()
STATEMENTS: dict[type, Callable[[Builder, Any], None]] = _Families()


def expression(b: Builder, node: Any, dst: int = -1) -> int:
    """Generate an expression."""
    return EXPRESSIONS[type(node)](b, node, dst)


def body(b: Builder, nodes: list[Any]) -> None:
    """Generate statements; what cannot be reached is left out."""
    statements = STATEMENTS
    for node in nodes:
        if b.bound == UNREACHABLE:
            return
        top = b.top
        statements[type(node)](b, node)
        b.top = top


def docstring(nodes: list[Any]) -> str | None:
    """Return the documentation string of a body."""
    if nodes:
        first = nodes[0]
        if type(first) is ast.Expr and type(first.value) is ast.Constant:
            value = first.value.value
            if type(value) is str:
                return value
    return None
