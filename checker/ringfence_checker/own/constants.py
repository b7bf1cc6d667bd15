"""What fails for certain as it is written: division by zero, text that is no number, `xs = xs.sort()`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mypy.types import NoneType, get_proper_type

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic


def certain_failures(context: Context) -> Iterator[Diagnostic]:
    """`division-by-zero`, `bad-conversion`, `func-returns-value` of methods that change in place."""
    for node in context.of(ast.BinOp):
        if isinstance(node.op, (ast.Div, ast.FloorDiv, ast.Mod)) \
                and isinstance(node.right, ast.Constant) \
                and type(node.right.value) in (int, float) and node.right.value == 0 \
                and not _is_text(node.left):
            yield context.found("division-by-zero", node, "division by zero",
                                "Look at the divisor before dividing.")
    yield from _conversions(context)
    yield from _nothing_assigned(context)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))
    )


def _conversions(context: Context) -> Iterator[Diagnostic]:
    """`int("3.5")`, `float("a")`."""
    for node in context.of(ast.Call):
        if not isinstance(node.func, ast.Name) or node.func.id not in ("int", "float"):
            continue
        if len(node.args) != 1 or node.keywords or not isinstance(node.args[0], ast.Constant):
            continue
        text = node.args[0].value
        if not isinstance(text, str) or len(text) > 100:
            continue
        try:
            (int if node.func.id == "int" else float)(text)
        except ValueError as error:
            hint = "Use `int(float(...))`." if node.func.id == "int" and _is_float(text) else ""
            yield context.found("bad-conversion", node, str(error), hint)


_MUTATORS = frozenset(("sort", "reverse", "append", "extend", "insert", "clear", "update", "shuffle",
                       "add", "discard", "remove", "appendleft", "extendleft"))  # fmt: skip


def _nothing_assigned(context: Context) -> Iterator[Diagnostic]:
    """`func-returns-value`: `xs = xs.sort()`, which mypy lets pass where redefinition is allowed."""
    for node in context.of(ast.Call):
        if not isinstance(node.func, ast.Attribute) or node.func.attr not in _MUTATORS:
            continue
        parent = context.parents.get(node)
        if not (isinstance(parent, ast.Assign) or (
                isinstance(parent, (ast.For, ast.comprehension)) and parent.iter is node)):
            continue
        if isinstance(get_proper_type(context.type_of(node)), NoneType):
            owner = context.text(node.func.value)
            hint = f"`{node.func.attr}` changes the object in place and gives None."
            if node.func.attr in ("sort", "reverse") and owner:
                made = "sorted" if node.func.attr == "sort" else "reversed"
                hint += f" Use `{made}({owner})`, or call it on a line of its own."
            yield context.found(
                "func-returns-value", node, f"`{node.func.attr}` gives no value, only None", hint
            )


def _is_float(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
