"""textDocument/hover: type, signature, documentation; of a host function also its budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.convert import hover_text
from ringfence_lsp.features import feature

if TYPE_CHECKING:
    from ringfence_lsp.server import Server
    from ringfence_lsp.settings import Program


@feature(types.TEXT_DOCUMENT_HOVER)
async def hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    """What stands at a place."""
    at = server.at(params)
    if at is None:
        return None
    found = await server.checks.ask("hover", at.piece, at.line, at.column)
    if found is None:
        return None
    text = hover_text(found)
    budget = _budget(at.piece.program, found.name) if found.kind == "host function" else ""
    cost = server.cost_at(at.piece, at.line)
    text = "\n\n".join(part for part in (text, budget, cost) if part)
    return types.Hover(
        types.MarkupContent(types.MarkupKind.Markdown, text),
        at.piece.range(found.line, found.column, found.end_line, found.end_column),
    )


def _budget(program: Program, name: str) -> str:
    limits = dict(program.limits)
    own = limits.get("per_function") or {}
    parts = []
    if isinstance(own.get(name), dict) and own[name].get("max_calls") is not None:
        parts.append(f"at most {own[name]['max_calls']} calls")
    if limits.get("max_host_calls") is not None:
        parts.append(f"{limits['max_host_calls']} host calls in all")
    return "Budget: " + ", ".join(parts) if parts else ""
