"""The walk that finds scopes: what each scope does with each name, and what must be refused.

Opens a ``Scope`` for every function, class, lambda, generator expression and comprehension (kept
as attribute ``scope`` of its node), mangles private names in place, folds constants, and refuses
with CPython's words what its symbol table and compiler refuse. One file for each family of nodes.
"""

from __future__ import annotations

import _ast as ast

from ringfence.collect import definitions, expressions, patterns, statements  # noqa: F401
from ringfence.collect.visiting import VISIT, Node, body, mangle
from ringfence.scope import MODULE, Refusal, Scope, Unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

__all__ = ["collect", "mangle"]

_FUTURES: Final = frozenset(
    ("nested_scopes", "generators", "division", "absolute_import", "with_statement",
     "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop", "annotations")
)  # fmt: skip


def collect(tree: Node, mode: str) -> Scope:
    """Walk ``tree`` (Module or Expression) and return the scope of the module."""
    unit = Unit(mode)
    module = Scope(MODULE, "<module>", tree, None, unit)
    if isinstance(tree, ast.Expression):
        VISIT[type(tree.body)](tree.body, module)
    else:
        _futures(tree, unit)
        body(tree.body, module)
    return module


def _futures(tree: ast.Module, unit: Unit) -> None:
    """Take ``from __future__`` imports at the start of the text; refuse later ones."""
    early = True
    for position, node in enumerate(tree.body):
        if isinstance(node, ast.ImportFrom) and node.module == "__future__" and not node.level:
            if not early:
                raise Refusal(
                    node, "from __future__ imports must occur at the beginning of the file"
                )
            for alias in node.names:
                if alias.name == "braces":
                    raise Refusal(node, "not a chance")
                if alias.name not in _FUTURES:
                    raise Refusal(node, f"future feature {alias.name} is not defined")
                if alias.name == "annotations":
                    unit.future_annotations = True
        elif position or not (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            early = False
