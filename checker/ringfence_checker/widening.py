"""Containers that a program fills with values of more than one type.

`payload = {"query": "x"}` is a dict of texts to mypy; `payload["filters"] = {...}` is then a wrong
value, and whatever is done with it fails. At run time nothing does. Where mypy complains of an item
put into a container that the program itself displays, the items of that container are taken as
`Any`, and the bodies are checked once more.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Final

from mypy.nodes import AssignmentStmt, CastExpr, Var
from mypy.types import AnyType, Type, TypeOfAny

from ringfence_checker.context import Context, Function
from ringfence_checker.mypy_session import Found

_ITEM: Final = re.compile(r"Incompatible types in assignment \(expression has type .* target has type"
                          r"|Argument \d+ to \"(?:append|extend|insert|update|setdefault|add|"
                          r"appendleft|__setitem__|__iadd__)\" of \""
                          r"|No overload variant of \"(?:update|setdefault|__setitem__)\" of \""
                          r"|Unsupported operand types for \+ \(\"list"
                          r"|(?:Dict entry|List item|Set item) \d+ has incompatible type")  # fmt: skip
# codes of the type checker alone, whose messages a second check gives again if they still hold
_REPEATED: Final = frozenset(
    "union-attr operator index call-overload call-arg arg-type str-format assignment list-item "
    "dict-item typeddict-item return-value attr-defined type-var misc".split()
)  # fmt: skip
_KINDS: Final = {ast.Dict: "dict", ast.List: "list", ast.Set: "set", ast.ListComp: "list",
                 ast.DictComp: "dict", ast.SetComp: "set"}  # fmt: skip
_CALLED: Final = frozenset(("dict", "list", "set"))
# where the statements of mypy's nodes stand
_PARTS: Final = ("body", "defs", "else_body", "func", "items", "handlers", "finally_body", "bodies")
_MAX_STEPS: Final = 6  # from an item to the display of its container


def widen(context: Context, messages: list[Found]) -> bool:
    """Take the items of mixed containers as anything in mypy's tree; False if there are none."""
    if context.loaded is None:
        return False
    displays: dict[tuple[int, int], str] = {}
    for message in messages:
        if _ITEM.match(message.message):
            for assign, kind in _containers(context, message):
                displays[assign.lineno, assign.col_offset] = kind
    if not displays:
        return False
    checker = context.loaded.state.type_checker()
    anything = AnyType(TypeOfAny.explicit)
    kinds: dict[str, Type] = {
        kind: checker.named_generic_type(f"builtins.{kind}", [anything] * (2 if kind == "dict" else 1))
        for kind in _CALLED
    }
    given = False
    for statement in _assignments(context.loaded.tree.defs):
        kind = displays.get((statement.line, statement.column), "")
        if kind and not isinstance(statement.rvalue, CastExpr):
            cast = CastExpr(statement.rvalue, kinds[kind])
            cast.set_line(statement.rvalue)
            statement.rvalue = cast
            for target in statement.lvalues:
                variable = getattr(target, "node", None)
                if isinstance(variable, Var) and variable.is_inferred:
                    variable.type = None  # or the second check only adds to it
            given = True
    return given


def remaining(messages: list[Found], again: list[Found]) -> list[Found]:
    """The messages that still hold after the second check."""
    known = set(again)
    return [
        one for one in messages
        if one in known or one.code not in _REPEATED or one.severity != "error"
        or one.message.startswith("Module")
    ]


def _assignments(block: object) -> Iterator[AssignmentStmt]:
    """Assignments without annotation in a part of mypy's tree, blocks within blocks included."""
    waiting = [block]
    while waiting:
        node = waiting.pop()
        if isinstance(node, AssignmentStmt):
            if node.unanalyzed_type is None:
                yield node
        elif isinstance(node, list):
            waiting += node
        elif node is not None:
            waiting += [getattr(node, name, None) for name in _PARTS]


def _containers(context: Context, message: Found) -> Iterator[tuple[ast.Assign, str]]:
    """Assignments of displays whose container a message is about."""
    place = (message.line, context.source.code_points(message.line, message.column))

    def holds(node: ast.expr) -> bool:
        line, column, end_line, end_column = context.place(node)
        return (line, column) <= place < (end_line, end_column)

    for node in context.of(ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Subscript) and (holds(node.value) or holds(target)):
                yield from _displays(context, target.value, 0)
    for node in context.of(ast.Call):
        given = [*node.args, *(keyword.value for keyword in node.keywords)]
        if isinstance(node.func, ast.Attribute) and any(
            holds(one) for one in given or [node]
        ):
            yield from _displays(context, node.func.value, 0)
    for node in context.of(ast.AugAssign, ast.BinOp):
        if holds(node):
            yield from _displays(
                context, node.target if isinstance(node, ast.AugAssign) else node.left, 0
            )


def _displays(context: Context, node: ast.expr, steps: int) -> Iterator[tuple[ast.Assign, str]]:
    """Assignments of displays that a container may come from."""
    if steps > _MAX_STEPS:
        return
    while isinstance(node, ast.Subscript) or (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("setdefault", "get", "values", "items", "copy", "pop")
    ):
        node = node.value if isinstance(node, ast.Subscript) else node.func.value  # type: ignore[attr-defined]
    if isinstance(node, ast.Call) and node.args:
        for argument in node.args:
            yield from _displays(context, argument, steps + 1)
        return
    written = ast.unparse(node)
    if not isinstance(node, (ast.Name, ast.Attribute)):
        return
    scope = _scope(context, node)
    for assign in context.of(ast.Assign):
        for target in assign.targets:
            if ast.unparse(target) != written or not _sees(context, target, scope):
                continue
            kind = _kind(assign.value)
            if kind:
                yield assign, kind
            elif isinstance(assign.value, (ast.Subscript, ast.Name, ast.Call)):
                yield from _displays(context, assign.value, steps + 1)
    for loop in context.of(ast.For, ast.comprehension):
        if any(isinstance(leaf, ast.Name) and leaf.id == written for leaf in ast.walk(loop.target)):
            yield from _displays(context, loop.iter, steps + 1)


def _kind(value: ast.expr) -> str:
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in _CALLED:
        return value.func.id
    return _KINDS.get(type(value), "")


def _scope(context: Context, node: ast.expr) -> ast.AST | None:
    return context.function(node)


def _sees(context: Context, target: ast.expr, scope: ast.AST | None) -> bool:
    """Whether a name bound at a place is the one that a function reads."""
    if isinstance(target, ast.Attribute):
        return True  # of `self` as a rule, bound in another method
    bound = context.function(target)
    return bound is scope or bound is None or any(
        up is bound for up in (context.above(scope) if isinstance(scope, Function) else ())
    )
