"""What a top-level statement of a program binds, names and may change: read off its tree.

A *chunk* is the text from one top-level statement to the next (several, if they share a line), with
the comments and empty lines that follow it. `ringfence_checker.slices` says which chunks rest on
which; everything here errs on the side of too many names.

A body is *sealed* when nothing outside of it can depend on what is written in it: that of a function
whose result is annotated, which is no generator, declares nothing `global` and, as a method, stores
no attribute. The chunk without its sealed bodies is its *face*.
"""

from __future__ import annotations

import ast
import re
from _symtable import (  # type: ignore[import-not-found]
    DEF_GLOBAL,
    DEF_IMPORT,
    DEF_LOCAL,
    GLOBAL_EXPLICIT,
    GLOBAL_IMPLICIT,
    SCOPE_MASK,
    SCOPE_OFF,
    symtable,
)
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

# what a program can hold that lets no statement be looked at without all the others
UNDIVIDED: Final = re.compile(r"\b(?:NoReturn|Never|assert_never|__future__|import[ \t(]*\*)")
_QUOTED: Final = re.compile(r"""(["'])([\w\[\], .|]{1,80})\1""")
_WORDS: Final = re.compile(r"[^\W\d]\w*")
_ENDING: Final = frozenset(("exit", "quit", "_exit"))
_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)
_DEFINITIONS: Final = (*_FUNCTIONS, ast.ClassDef)
_COMPOUND: Final = (
    ast.If, ast.While, ast.For, ast.AsyncFor, ast.Try, ast.TryStar, ast.With, ast.AsyncWith,
    ast.Match, ast.Assert, ast.Delete, ast.NamedExpr,
)  # fmt: skip


class Facts(NamedTuple):
    """About one chunk.

    ``binds``: names of the module that it gives a value, or changes the value of. ``names``: those
    it mentions, bound ones too. ``face``: its text without sealed bodies; ``face_names``: the names
    that are left then. ``only_defines``: it is one function or class, or imports. ``partial``: names whose
    types later statements may settle (`x = []`). ``narrows``: types of names may differ after it.
    ``ends``: what follows may not be reached. ``undivided``: its program is checked as a whole.
    """

    text: str
    lines: int
    binds: frozenset[str]
    names: frozenset[str]
    face: str
    face_names: frozenset[str]
    only_defines: bool
    partial: frozenset[str]
    narrows: bool
    ends: bool
    undivided: bool


def starts_of(body: list[ast.stmt]) -> list[int]:
    """Lines (from 1) at which the chunks of a module begin."""
    found: list[int] = []
    end = 0
    for statement in body:
        first = first_line(statement)
        if first > end and statement.col_offset == 0:
            found.append(first)
        end = max(end, statement.end_lineno or first)
    return found


def first_line(statement: ast.stmt) -> int:
    """Line of a statement, decorators included."""
    decorators = getattr(statement, "decorator_list", ())
    first: int = min([statement.lineno, *(one.lineno for one in decorators)])
    return first


def facts_of(text: str, body: list[ast.stmt], first: int) -> Facts | None:
    """Facts about a chunk: its text, its statements, and its first line in their numbering.

    None if its names cannot be told.
    """
    try:
        table = symtable(text, "chunk", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    sealed: list[Any] = []
    for statement in body if len(body) == 1 else ():
        _seal(statement, sealed, text, in_class=False)
    names = _Names({(one.name, one.lineno - first + 1) for one in sealed})
    names.module(table)
    quoted = {word for match in _QUOTED.finditer(text) for word in _WORDS.findall(match.group(2))}
    outside = frozenset(names.outside | quoted)
    flow = _Flow(body)
    return Facts(
        text, text.count("\n"), frozenset(names.binds | flow.changes), outside | names.inside,
        _face(text, [one.body for one in sealed], first) if sealed else text, outside,
        all(isinstance(one, (*_DEFINITIONS, ast.Import, ast.ImportFrom)) for one in body),
        frozenset(flow.partial), flow.narrows, flow.ends,
        flow.undivided or UNDIVIDED.search(text) is not None,
    )  # fmt: skip


# ---------------------------------------------------------------- sealed bodies
def _seal(node: ast.AST, sealed: list[Any], text: str, *, in_class: bool) -> None:
    """Collect the functions whose bodies are sealed."""
    if isinstance(node, ast.ClassDef):
        for inner in node.body:
            _seal(inner, sealed, text, in_class=True)
    elif isinstance(node, _FUNCTIONS) and node.returns is not None:
        if not in_class and "yield" not in text and "global" not in text:
            sealed.append(node)
        elif not any(
            isinstance(leaf, (ast.Yield, ast.YieldFrom, ast.Global))
            or (in_class and isinstance(leaf, ast.Attribute) and not isinstance(leaf.ctx, ast.Load))
            for statement in node.body for leaf in ast.walk(statement)
        ):
            sealed.append(node)


def _face(text: str, bodies: Iterable[list[ast.stmt]], first: int) -> str:
    """The text with a `raise` for all but the docstring of each body; its lines stay where they are."""
    lines = text.split("\n")
    for body in bodies:
        if _is_docstring(body[0]) and len(body) > 1:
            body = body[1:]
        start = first_line(body[0]) - first
        end = (body[-1].end_lineno or body[-1].lineno) - first
        head = lines[start].encode()[: body[0].col_offset].decode()
        lines[start : end + 1] = [head + "raise", *[""] * (end - start)]
    return "\n".join(lines)


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


# ---------------------------------------------------------------- names
class _Names:
    """Names of the module in a chunk, read off the compiler's own table of symbols."""

    def __init__(self, sealed: set[tuple[str, int]]) -> None:
        self._sealed = sealed
        self.inside: set[str] = set()  # mentioned in sealed bodies
        self.outside: set[str] = set()
        self.binds: set[str] = set()

    def module(self, table: Any) -> None:
        """Take the names of the top level, and of the scopes in it."""
        for name, flags in table.symbols.items():
            self.outside.add(name)
            if flags & (DEF_LOCAL | DEF_IMPORT):
                self.binds.add(name)
        for inner in table.children:
            self._scope(inner, self.outside)

    def _scope(self, table: Any, names: set[str]) -> None:
        if (table.name, table.lineno) in self._sealed:
            names = self.inside
        for name, flags in table.symbols.items():
            if (flags >> SCOPE_OFF) & SCOPE_MASK in (GLOBAL_IMPLICIT, GLOBAL_EXPLICIT):
                names.add(name)
                if flags & DEF_GLOBAL:
                    self.binds.add(name)
                    self.outside.add(name)
        for inner in table.children:
            self._scope(inner, names)


class _Flow:
    """What the statements of the top level do beside binding names."""

    def __init__(self, body: list[ast.stmt]) -> None:
        self.changes: set[str] = set()  # names whose attributes or items are set
        self.partial: set[str] = set()
        self.narrows = self.ends = self.undivided = False
        waiting: list[ast.AST] = [one for one in body if not isinstance(one, _DEFINITIONS)]
        while waiting:
            node = waiting.pop()
            self._see(node)
            waiting += [
                child for child in ast.iter_child_nodes(node)
                if not isinstance(child, (*_DEFINITIONS, ast.Lambda, ast.expr_context, ast.operator))
            ]

    def _see(self, node: ast.AST) -> None:
        if isinstance(node, (ast.Attribute, ast.Subscript)):
            if not isinstance(node.ctx, ast.Load):
                self.changes.add(_root(node))
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            if _may_be_partial(node.value):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                self.partial |= {
                    leaf.id for target in targets for leaf in ast.walk(target)
                    if isinstance(leaf, ast.Name)
                }
        elif isinstance(node, _COMPOUND):
            self.narrows = True
            self.ends |= isinstance(node, (ast.Assert, ast.While))
        elif isinstance(node, ast.Raise):
            self.ends = True
        elif isinstance(node, ast.Call):
            self.ends |= _called(node) in _ENDING
        elif isinstance(node, ast.Global):
            self.undivided = True


def _root(node: ast.AST) -> str:
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _may_be_partial(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Constant):
        return value.value is None
    if isinstance(value, (ast.List, ast.Set, ast.Tuple)):
        return not value.elts or any(_may_be_partial(item) for item in value.elts)
    if isinstance(value, ast.Dict):
        return not value.keys
    return isinstance(value, ast.Call) and all(isinstance(one, ast.Name) for one in value.args) \
        and not value.keywords


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""
