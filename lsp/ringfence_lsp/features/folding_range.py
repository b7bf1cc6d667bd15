"""textDocument/foldingRange."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.features import feature
from ringfence_lsp.source.outline import folds

if TYPE_CHECKING:
    from ringfence_lsp.server import Server

_KINDS = {
    "region": None, "comment": types.FoldingRangeKind.Comment,
    "imports": types.FoldingRangeKind.Imports,
}  # fmt: skip


@feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
async def folding_range(
    server: Server, params: types.FoldingRangeParams
) -> list[types.FoldingRange]:
    """Runs of lines that can be folded."""
    document = server.documents.document(params.text_document.uri)
    found = []
    for piece in server.pieces(document):
        for fold in folds(piece.tree):
            start, end = piece.place(fold.line, 0), piece.place(fold.end_line, 0)
            if start.document is document and end.document is document and end.line > start.line:
                found.append(types.FoldingRange(start.line, end.line, kind=_KINDS[fold.kind]))
    return found
