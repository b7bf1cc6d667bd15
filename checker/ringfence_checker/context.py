"""What the rules of our own look at: the tree with parents, types by place, what the host lends."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ringfence_checker.diagnostics import Diagnostic, Fix, TextEdit
from ringfence_checker.sources import Source
from ringfence_checker.tree import Tree

if TYPE_CHECKING:
    from mypy.nodes import SymbolTableNode
    from mypy.types import Type

    from ringfence_checker.mypy_session import Loaded
    from ringfence_checker.typeshed import Facts

Function = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
# the front end turns those of constants into constants, in place
_FOLDED = frozenset((ast.BinOp, ast.UnaryOp, ast.Subscript, ast.Tuple))


class Context:
    """One text under check.

    ``nodes`` holds the nodes of the tree by class, in the order of the text; ``host`` the symbols
    of what the host lends.
    """

    def __init__(
        self, source: Source, tree: Tree, loaded: Loaded | None,
        host: Mapping[str, SymbolTableNode], facts: Facts,
        stubs: Mapping[str, str], bound_before: frozenset[str] = frozenset(),
    ) -> None:
        self.source = source
        self.tree = tree.module
        self.loaded = loaded
        self.host = host
        self.facts = facts
        self.bound_before = bound_before
        self.host_modules = frozenset(stubs)
        self.stubs = stubs
        self.stub_text = stubs.get("", "")
        self.parents, self.nodes = tree.parents, tree.nodes
        self.rests: set[int] = set()
        self._types: dict[tuple[int, int, int, int], Any] | None = None

    def of(self, *kinds: type) -> list[Any]:
        """Nodes of these classes."""
        found: list[Any] = []
        for kind in kinds:
            nodes = self.nodes.get(kind, ())
            found += [node for node in nodes if type(node) is kind] if kind in _FOLDED else nodes
        return found

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """The nodes around a node, the innermost first."""
        parent = self.parents.get(node)
        while parent is not None:
            yield parent
            parent = self.parents.get(parent)

    def function(self, node: ast.AST) -> ast.AST | None:
        """The function or lambda around a node; None at the top level."""
        return next((up for up in self.above(node) if isinstance(up, Function)), None)

    def may_await(self, node: ast.AST) -> bool:
        """Whether `await` can stand at a node: at the top level it can."""
        for up in self.above(node):
            if isinstance(up, ast.AsyncFunctionDef):
                return True
            if isinstance(up, (ast.FunctionDef, ast.Lambda, ast.ClassDef)):
                return False
        return True

    def forget_types(self) -> None:
        """Read the types anew: mypy has checked again."""
        self._types = None

    def type_of(self, node: ast.AST) -> Type | None:
        """Type that mypy gave an expression."""
        if self._types is None:
            self._types = {}
            if self.loaded is not None:
                for expression, kind in self.loaded.types.items():
                    self._types[
                        expression.line, expression.column,
                        expression.end_line or 0, expression.end_column or 0,
                    ] = kind
        key = (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]
        return self._types.get(key)

    def rest_on_others(self, node: ast.AST) -> None:
        """Note that a rule is silent about a node for a reason that may lie anywhere in the program.

        The lines in ``rests`` are looked at again whatever is changed.
        """
        self.rests.add(node.lineno)  # type: ignore[attr-defined]

    # ------------------------------------------------------------ making diagnostics
    def place(self, node: ast.AST) -> tuple[int, int, int, int]:
        """Place of a node in lines and code points."""
        line, end_line = node.lineno, node.end_lineno  # type: ignore[attr-defined]
        return (
            line, self.source.code_points(line, node.col_offset),  # type: ignore[attr-defined]
            end_line, self.source.code_points(end_line, node.end_col_offset),  # type: ignore[attr-defined]
        )

    def found(
        self, rule: str, node: ast.AST, message: str, hint: str = "", fixes: tuple[Fix, ...] = (),
    ) -> Diagnostic:
        """A diagnostic at a node; its level is set later."""
        return Diagnostic(rule, "error", message, *self.place(node), hint, fixes)

    def replace(self, node: ast.AST, text: str) -> TextEdit:
        """An edit that writes ``text`` for a node."""
        return TextEdit(*self.place(node), text)

    def text(self, node: ast.AST) -> str:
        """Source of a node that stands on one line."""
        line, column, end_line, end_column = self.place(node)
        return self.source.line(line)[column : end_column if end_line == line else None]

    def await_fix(self, node: ast.expr) -> tuple[Fix, ...]:
        """Put `await` before an expression, where that is possible."""
        if not self.may_await(node):
            return ()
        line, column, end_line, end_column = self.place(node)
        parent = self.parents.get(node)
        inner = isinstance(parent, (ast.Attribute, ast.Subscript, ast.Call)) and (
            getattr(parent, "value", None) is node or getattr(parent, "func", None) is node
        )
        inner = inner or (isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Pow))
        before = TextEdit(line, column, line, column, "(await " if inner else "await ")
        after = TextEdit(end_line, end_column, end_line, end_column, ")")
        return (Fix("Await it", (before, after) if inner else (before,)),)


def called_name(node: ast.AST) -> str:
    """Name that a call calls; '' if it is not a plain name."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id
    return ""
