"""What the front end needs of ``ast`` beside the node classes of ``_ast``: importing it all is slow."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator


def walk(node: ast.AST) -> Iterator[ast.AST]:
    """A node and all below it, level by level."""
    todo: list[ast.AST] = [node]
    for found in todo:
        yield found
        for name in found._fields:
            value = getattr(found, name, None)
            if isinstance(value, list):
                todo.extend([item for item in value if hasattr(item, "_fields")])
            elif value is not None and hasattr(value, "_fields"):
                todo.append(value)
