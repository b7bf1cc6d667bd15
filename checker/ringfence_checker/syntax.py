"""The first step of a check: text to tree by the runtime's own front end, refusals as diagnostics.

The same parser and the same scopes as the runtime's, so that a text refused here is refused there,
in the same words.
"""

from __future__ import annotations

import ast
import re
from typing import Any, Final

from ringfence import subset
from ringfence.collect import collect
from ringfence.errors import MontySyntaxError
from ringfence.parse import parse
from ringfence.scope import Refusal, resolve
from ringfence_checker.diagnostics import Diagnostic, Fix, TextEdit
from ringfence_checker.sources import Source
from ringfence_checker.tree import Tree

_TOO_MUCH: Final = re.compile("too deeply nested|too many|too complex")
_FENCE: Final = re.compile(r"\s*```")
_HINTS: Final = (
    (re.compile(r"expected ':'"), "End the line that opens a block with `:`."),
    (re.compile(r"was never closed"), "Close the bracket or the string."),
    (re.compile(r"unterminated"), "Close the string with the quote it was opened with."),
    (re.compile(r"expected an indented block"), "Indent the body, or write `pass`."),
    (re.compile(r"unindent does not match|unexpected indent|inconsistent use of tabs"),
     "Indent every line of a block by the same number of spaces."),
    (re.compile(r"'await' outside"), "Make the function around it `async def`."),
    (re.compile(r"'return' outside"),
     "The value of a program is that of its last expression; write the expression alone."),
    (re.compile(r"Missing parentheses in call to 'print'"), "Write `print(...)`."),
    (re.compile(r"Did you mean|Maybe you meant|Perhaps you"), ""),
)  # fmt: skip


def read(source: Source, inputs: frozenset[str] = frozenset()) -> Tree | Diagnostic:
    """Parse a text; the diagnostic of its first fault if it has one."""
    try:
        module = parse(source.safe, "main.py")
        assert isinstance(module, ast.Module)
        tree = Tree(module)
        refused = _unsupported(tree, source)
        if refused is not None:
            return refused
        scope = collect(module, "feed")  # a session may go on with its names
        resolve(scope, inputs)
    except MontySyntaxError as error:
        return _diagnostic(error, source)
    except Refusal as refusal:
        return _refused(refusal, source)
    return tree


def _unsupported(tree: Tree, source: Source) -> Diagnostic | None:
    accepted = subset.accepted()
    for kind, nodes in tree.nodes.items():
        if kind.__name__ not in accepted:
            at = _range(nodes[0], source) if nodes else (1, 0, 1, 0)
            return Diagnostic("unsupported-syntax", "error", subset.refusal(kind), *at,
                              hint=_sentence(subset.REFUSED.get(kind.__name__, "")))
    return None


def _refused(refusal: Refusal, source: Source) -> Diagnostic:
    at = _range(refusal.node, source) if refusal.node is not None else (1, 0, 1, 0)
    return Diagnostic("syntax", "error", refusal.message, *at, hint=_hint(refusal.message))


def _range(node: Any, source: Source) -> tuple[int, int, int, int]:
    if not hasattr(node, "lineno"):
        return 1, 0, 1, 0
    end = node.end_lineno or node.lineno
    return (
        node.lineno, source.code_points(node.lineno, node.col_offset),
        end, source.code_points(end, node.end_col_offset or 0),
    )


def _diagnostic(error: MontySyntaxError, source: Source) -> Diagnostic:
    line = max(error.lineno or 1, 1)
    column = max((error.offset or 1) - 1, 0)
    end_line = max(error.end_lineno or line, line)
    end = max((error.end_offset or 0) - 1, 0)
    if (end_line, end) <= (line, column):
        end_line, end = line, column + 1
    width = len(source.line(line))
    rule = "too-complex" if _TOO_MUCH.search(error.message) else "syntax"
    fence = _fence(source)
    hint = _hint(error.message)
    fixes: tuple[Fix, ...] = ()
    if fence is not None:
        hint, fixes = "Give the program alone, without the marks of a code block.", (fence,)
    return Diagnostic(rule, "error", error.message, line, min(column, width), end_line,
                      min(end, max(len(source.line(end_line)), 0)), hint, fixes)


def _hint(message: str) -> str:
    for pattern, hint in _HINTS:
        if pattern.search(message):
            return hint
    return ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + "." if text else ""


def _fence(source: Source) -> Fix | None:
    """Lines of Markdown around a program are what models send most often."""
    edits = tuple(
        TextEdit(number, 0, number, len(line), "")
        for number, line in enumerate(source.lines, 1) if _FENCE.match(line)
    )
    return Fix("Take the lines of the code block out", edits) if edits else None
