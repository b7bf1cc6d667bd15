"""textDocument/inlayHint: inferred types, and after a run what each line cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.features import feature

if TYPE_CHECKING:
    from ringfence_lsp.server import Server


@feature(types.TEXT_DOCUMENT_INLAY_HINT, types.InlayHintOptions(resolve_provider=False))
async def inlay_hint(server: Server, params: types.InlayHintParams) -> list[types.InlayHint]:
    """Hints of the lines in a range."""
    document = server.documents.document(params.text_document.uri)
    client = server.configuration.client
    first, last = params.range.start.line, params.range.end.line
    hints: list[types.InlayHint] = []
    for piece in server.pieces_in(document, params.range):
        if client.inlay_types:
            for one in await server.checks.ask("inlay_types", piece) or []:
                place = piece.place(one.line, one.column)
                if place.document is document and first <= place.line <= last:
                    at = piece.range(one.line, one.column, one.line, one.column)
                    hints.append(types.InlayHint(
                        at.start, one.label, kind=types.InlayHintKind.Type,
                        text_edits=_annotation(at, one.label),
                    ))
        if client.inlay_costs:
            for line, cost in server.costs_of(piece).items():
                if line == 0:
                    continue
                place = piece.place(line, len(piece.text))
                if place.document is document and first <= place.line <= last:
                    end = len(document.body(place.line))
                    hints.append(types.InlayHint(
                        document.position(place.line, end), cost.label, padding_left=True,
                        tooltip=cost.tooltip,
                    ))
    return hints


def _annotation(span: types.Range, label: str) -> list[types.TextEdit] | None:
    """What a double click on the hint writes; not for types that have no spelling."""
    if any(mark in label for mark in ("?", "<", "...", "*", "def ")):
        return None
    return [types.TextEdit(span, label)]
