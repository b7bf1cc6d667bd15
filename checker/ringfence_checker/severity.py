"""How serious a finding is: what fails for certain is an error, what may fail a warning.

The level of a rule is where a finding starts. It becomes a warning when the program shows that the
failure is meant or may not happen: the code stands under a handler that catches it, or the type it
rests on is a join that mypy made, or an attribute that may be None and often is not.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import replace

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic
from ringfence_checker.doubts import doubtful
from ringfence_checker.rules import RULES, Rule

_BROAD = frozenset(("Exception", "BaseException"))
_OBJECT = re.compile(r"`(?:[\w.]+\[)?object[\]`,]|\bobject\b(?! is not iterable)")


class Levels:
    """The settings of a check: which rules, how serious."""

    def __init__(
        self, select: list[str] | None, ignore: list[str], levels: Mapping[str, str]
    ) -> None:
        self._select = None if select is None else frozenset(select)
        self._ignore = frozenset(ignore)
        self._levels = dict(levels)

    def settle(self, found: Diagnostic, context: Context | None) -> Diagnostic | None:
        """Give a finding its level; None if it is not to be told."""
        rule = RULES.get(found.rule, RULES["misc"])
        if found.rule in self._ignore or (
            self._select is not None and found.rule not in self._select
        ):
            return None
        level = self._levels.get(found.rule)
        if level is None:
            level = found.severity if found.severity in ("note", "warning") else rule.level
            if level == "error" and context is not None and _may_be_fine(found, rule, context):
                level = "warning"
        if level == "off":
            return None
        return replace(found, severity=level)  # type: ignore[arg-type]


def _may_be_fine(found: Diagnostic, rule: Rule, context: Context) -> bool:
    if rule.source == "mypy" and (_OBJECT.search(found.message) or doubtful(found, context)):
        return True
    return _is_caught(found, rule, context) or _is_dead(found, context)


def _is_dead(found: Diagnostic, context: Context) -> bool:
    """Whether a finding stands where a constant condition never leads."""
    node = _innermost(context, found)
    for up in context.above(node) if node is not None else ():
        if isinstance(up, (ast.If, ast.IfExp)) and isinstance(up.test, ast.Constant):
            dead = up.orelse if up.test.value else up.body
            if node in dead if isinstance(dead, list) else node is dead:
                return True
        node = up
    return False


# ---------------------------------------------------------------- handlers
def _is_caught(found: Diagnostic, rule: Rule, context: Context) -> bool:
    node = _innermost(context, found)
    return node is not None and _caught_at(node, frozenset(rule.raises), context, set())


def _innermost(context: Context, found: Diagnostic) -> ast.AST | None:
    """The smallest statement or expression that a finding lies in."""
    best: ast.AST | None = None
    node: ast.AST = context.tree
    place = (found.line, found.column)
    while True:
        inner = None
        for child in ast.iter_child_nodes(node):
            if not hasattr(child, "lineno"):
                for grandchild in ast.iter_child_nodes(child):
                    if _covers(context, grandchild, place):
                        inner = grandchild
            elif _covers(context, child, place):
                inner = child
        if inner is None:
            return best
        best = node = inner


def _covers(context: Context, node: ast.AST, place: tuple[int, int]) -> bool:
    if not hasattr(node, "lineno"):
        return False
    line, column, end_line, end_column = context.place(node)
    return (line, column) <= place < (end_line, max(end_column, 1))


def _caught_at(
    node: ast.AST, raises: frozenset[str], context: Context, seen: set[ast.AST]
) -> bool:
    """Whether an exception raised at a node is caught by the program."""
    child = node
    for up in context.above(node):
        if isinstance(up, (ast.Try, ast.TryStar)) and child not in up.finalbody and (
                (child in up.body and _catches(up.handlers, raises)) or _leaves(up.finalbody)):
            return True
        if isinstance(up, (ast.With, ast.AsyncWith)) and child in up.body and _suppresses(up, context):
            return True
        if isinstance(up, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)) \
                and child is not up:
            if up in seen:
                return False
            seen.add(up)
            if isinstance(up, ast.ClassDef):
                child = up
                continue
            if child in getattr(up, "decorator_list", ()) or child is getattr(up, "args", None):
                child = up
                continue
            return _calls_are_caught(up, raises, context, seen)
        child = up
    return False


def _calls_are_caught(
    function: ast.AST, raises: frozenset[str], context: Context, seen: set[ast.AST]
) -> bool:
    """Whether a function is called under handlers: each call of its name, or by some variable."""
    if isinstance(function, ast.Lambda):
        return _unknown_calls_are_caught(raises, context)
    assert isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
    method = any(isinstance(up, ast.ClassDef) for up in [context.parents.get(function)])
    uses = [
        node for node in context.of(ast.Attribute if method else ast.Name)
        if (node.attr if method else node.id) == function.name and isinstance(node.ctx, ast.Load)
    ]
    if not uses:
        if method and function.name.startswith("__"):
            return _unknown_calls_are_caught(raises, context)
        return method and _unknown_calls_are_caught(raises, context)
    for use in uses:
        parent = context.parents.get(use)
        if isinstance(parent, ast.Call) and parent.func is use:
            if not _caught_at(parent, raises, context, set(seen)):
                return False
        elif not _unknown_calls_are_caught(raises, context):
            return False
    return True


def _unknown_calls_are_caught(raises: frozenset[str], context: Context) -> bool:
    """Whether some variable is called, iterated or used under a handler of the exception."""
    for handled in context.of(ast.Try, ast.TryStar):
        if _catches(handled.handlers, raises) and any(
            isinstance(leaf, (ast.Call, ast.Await, ast.For, ast.BinOp, ast.Compare))
            for statement in handled.body for leaf in ast.walk(statement)
        ):
            return True
    return any(_suppresses(node, context) for node in context.of(ast.With, ast.AsyncWith))


def _leaves(body: list[ast.stmt]) -> bool:
    """Whether a `finally` goes elsewhere or may fail itself, so that the exception is dropped."""
    return any(
        isinstance(leaf, (ast.Return, ast.Break, ast.Continue, ast.Raise, ast.Subscript))
        for statement in body for leaf in ast.walk(statement)
    )


def _catches(handlers: list[ast.ExceptHandler], raises: frozenset[str]) -> bool:
    for handler in handlers:
        if handler.type is None:
            return True
        names = {
            leaf.id if isinstance(leaf, ast.Name) else leaf.attr
            for leaf in ast.walk(handler.type) if isinstance(leaf, (ast.Name, ast.Attribute))
        }
        if names & _BROAD or names & raises:
            return True
        if not all(isinstance(leaf, (ast.Name, ast.Tuple, ast.expr_context))
                   for leaf in ast.walk(handler.type)):
            return True  # computed: cannot be told
    return False


_SUPPRESSING = frozenset(("suppress", "raises", "assertRaises", "ExitStack", "AsyncExitStack"))


def _suppresses(node: ast.With | ast.AsyncWith, context: Context) -> bool:
    """Whether a context manager may swallow exceptions."""
    names = {
        leaf.id if isinstance(leaf, ast.Name) else leaf.attr
        for item in node.items for leaf in ast.walk(item.context_expr)
        if isinstance(leaf, (ast.Name, ast.Attribute))
    }
    if names & _SUPPRESSING:
        return True
    for made in context.of(ast.ClassDef):
        if made.name in names and any(
            isinstance(leaf, (ast.FunctionDef, ast.AsyncFunctionDef))
            and leaf.name in ("__exit__", "__aexit__") and _returns_something(leaf)
            for leaf in made.body
        ):
            return True
    return any(
        function.name in names and any(
            isinstance(leaf, ast.Try) and leaf.handlers
            and any(isinstance(inner, ast.Yield) for inner in ast.walk(leaf))
            for leaf in ast.walk(function)
        )
        for function in context.of(ast.FunctionDef, ast.AsyncFunctionDef)
    )


def _returns_something(function: ast.AST) -> bool:
    return any(
        isinstance(leaf, ast.Return) and leaf.value is not None
        and not (isinstance(leaf.value, ast.Constant) and not leaf.value.value)
        for leaf in ast.walk(function)
    )
