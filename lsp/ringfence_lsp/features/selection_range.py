"""textDocument/selectionRange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.features import feature
from ringfence_lsp.source.outline import selections

if TYPE_CHECKING:
    from ringfence_lsp.server import Server


@feature(types.TEXT_DOCUMENT_SELECTION_RANGE)
async def selection_range(
    server: Server, params: types.SelectionRangeParams
) -> list[types.SelectionRange]:
    """Ever larger ranges around each place."""
    document = server.documents.document(params.text_document.uri)
    answers = []
    for position in params.positions:
        line, column = document.place(position)
        made: types.SelectionRange | None = None
        for piece in server.pieces(document):
            place = piece.locate(document, line, column)
            if place is not None:
                for span in reversed(selections(piece.tree, *place)):
                    made = types.SelectionRange(piece.span(span), made)
                break
        answers.append(made or types.SelectionRange(types.Range(position, position)))
    return answers
