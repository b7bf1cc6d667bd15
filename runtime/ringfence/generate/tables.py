"""Generator functions by node class, and the two ways to enter them.

An expression's function is ``(b, node, dst) -> register`` (``dst`` -1: anywhere), a statement's
``(b, node) -> None``.
"""

from __future__ import annotations

from ringfence.generate.builder import UNREACHABLE, Builder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

EXPRESSIONS: dict[type, Callable[[Builder, Any, int], int]] = {}
STATEMENTS: dict[type, Callable[[Builder, Any], None]] = {}


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
