"""Syntax trees whose columns are code points, and which survive text that does not parse.

``ast`` counts columns in UTF-8 bytes. ``parse`` moves every column to code points once, so that
nothing behind it has to know. For a broken text it blanks the smallest run of lines that makes the
rest parse.
"""

from __future__ import annotations

import ast
import warnings
from typing import NamedTuple

_MOST_REPAIRS = 8
_MOST_CHARACTERS = 2_000_000


class Span(NamedTuple):
    """Lines from 1, columns in code points from 0; the end is past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int

    def holds(self, line: int, column: int) -> bool:
        """Whether a place lies inside or at the edge."""
        return (self.line, self.column) <= (line, column) <= (self.end_line, self.end_column)


class Problem(NamedTuple):
    """Why a text does not parse."""

    message: str
    span: Span


class Tree(NamedTuple):
    """A parsed text. ``problem`` is set, and ``module`` is of what could be saved, if it is broken."""

    module: ast.Module
    lines: list[str]
    problem: Problem | None


def parse(text: str) -> Tree:
    """Parse a text whose lines end with ``\\n``."""
    lines = text.split("\n")
    first: Problem | None = None
    working = lines
    if len(text) <= _MOST_CHARACTERS:
        for _ in range(_MOST_REPAIRS):
            module, problem = _attempt("\n".join(working))
            first = first or problem
            if module is not None:
                _to_code_points(module, working)
                return Tree(module, lines, first)
            assert problem is not None
            blanked = _without(working, problem.span.line - 1)
            if blanked is None:
                break
            working = blanked
    else:
        first = Problem(f"a program of more than {_MOST_CHARACTERS} characters", Span(1, 0, 1, 0))
    return Tree(ast.Module([], []), lines, first)


def _attempt(text: str) -> tuple[ast.Module | None, Problem | None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text), None
    except SyntaxError as error:
        line = error.lineno or 1
        column = max((error.offset or 1) - 1, 0)
        end_line, end_column = error.end_lineno or line, (error.end_offset or 0) - 1
        if (end_line, end_column) <= (line, column):
            end_line, end_column = line, column + 1
        return None, Problem(error.msg, Span(line, column, end_line, end_column))
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        return None, Problem(str(error) or type(error).__name__, Span(1, 0, 1, 0))


def _without(lines: list[str], at: int) -> list[str] | None:
    """The lines with the offending one made a `pass` of the same indentation; None: hopeless."""
    at = min(max(at, 0), len(lines) - 1)
    while at >= 0 and not _can_go(lines[at]):
        at -= 1
    if at < 0:
        return None
    line = lines[at]
    indent = line[: len(line) - len(line.lstrip())]
    following = next((one for one in lines[at + 1:] if one.strip()), "")
    deeper = len(following) - len(following.lstrip()) > len(indent)
    blanked = list(lines)
    blanked[at] = f"{indent}if 1:" if deeper else f"{indent}pass"
    return blanked if blanked[at] != line else None


def _can_go(line: str) -> bool:
    stripped = line.strip()
    return bool(stripped) and stripped not in ("pass", "if 1:")


def _to_code_points(module: ast.Module, lines: list[str]) -> None:
    odd = {number for number, line in enumerate(lines, 1) if not line.isascii()}
    if not odd:
        return
    encoded: dict[int, bytes] = {}

    def moved(line: int, column: int) -> int:
        if line not in encoded:
            encoded[line] = lines[line - 1].encode("utf-8", "surrogatepass")
        return len(encoded[line][:column].decode("utf-8", "replace"))

    for node in ast.walk(module):
        line = getattr(node, "lineno", 0)
        if line in odd:
            node.col_offset = moved(line, node.col_offset)  # type: ignore[attr-defined]
        line = getattr(node, "end_lineno", 0) or 0
        if line in odd:
            node.end_col_offset = moved(line, node.end_col_offset)  # type: ignore[attr-defined]


def span_of(node: ast.AST) -> Span:
    """Where a node stands."""
    line: int = getattr(node, "lineno", 1)
    column: int = getattr(node, "col_offset", 0)
    end_line: int = getattr(node, "end_lineno", None) or line
    end_column: int = getattr(node, "end_col_offset", None) or column
    return Span(line, column, end_line, end_column)


def path_to(module: ast.Module, line: int, column: int) -> list[ast.AST]:
    """Nodes around a place, the outermost first."""
    path: list[ast.AST] = []
    node: ast.AST = module
    while True:
        path.append(node)
        inner = None
        for child in ast.iter_child_nodes(node):
            if not hasattr(child, "lineno"):
                inner = _inside(child, line, column) or inner
            elif _with_decorators(child).holds(line, column):
                inner = child
        if inner is None:
            return path
        node = inner


def _inside(node: ast.AST, line: int, column: int) -> ast.AST | None:
    """The part of a node without a place of its own (arguments, comprehensions) at a place."""
    for child in ast.iter_child_nodes(node):
        if not hasattr(child, "lineno"):
            found = _inside(child, line, column)
            if found is not None:
                return found
        elif span_of(child).holds(line, column):
            return node
    return None


def _with_decorators(node: ast.AST) -> Span:
    span = span_of(node)
    decorators = getattr(node, "decorator_list", None)
    if decorators:
        return span._replace(line=decorators[0].lineno, column=0)
    return span
