"""textDocument/documentSymbol, workspace/symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.convert import names_of
from ringfence_lsp.features import feature
from ringfence_lsp.source.outline import Symbol, symbols

if TYPE_CHECKING:
    from ringfence_lsp.documents import Document
    from ringfence_lsp.pieces import Piece
    from ringfence_lsp.server import Server

_KINDS = {
    "function": types.SymbolKind.Function, "method": types.SymbolKind.Method,
    "class": types.SymbolKind.Class, "variable": types.SymbolKind.Variable,
    "constant": types.SymbolKind.Constant, "field": types.SymbolKind.Field,
}  # fmt: skip
_MOST = 200


@feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolOptions(label="ringfence"))
async def document_symbol(
    server: Server, params: types.DocumentSymbolParams
) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
    """The outline of the programs in a text."""
    document = server.documents.document(params.text_document.uri)
    asked = server.client_capabilities.text_document
    nested = asked and asked.document_symbol and (
        asked.document_symbol.hierarchical_document_symbol_support
    )
    if not nested:
        return [
            types.SymbolInformation(location=_location(piece, one), name=one.name, kind=_KINDS[one.kind],
                                    container_name=owner or None)
            for piece in server.pieces(document) for one, owner in _flat(piece, document)
        ]
    return [
        _nested(piece, one) for piece in server.pieces(document)
        for one in symbols(piece.tree, names_of(piece)) if _is_in(piece, one, document)
    ]


def _is_in(piece: Piece, one: Symbol, document: Document) -> bool:
    return piece.place(one.span.line, 0).document is document


def _nested(piece: Piece, one: Symbol) -> types.DocumentSymbol:
    return types.DocumentSymbol(
        name=one.name, kind=_KINDS[one.kind], detail=one.detail or None,
        range=piece.span(one.span), selection_range=piece.span(one.name_span),
        children=[_nested(piece, inner) for inner in one.children],
    )


def _flat(piece: Piece, document: Document | None) -> list[tuple[Symbol, str]]:
    found: list[tuple[Symbol, str]] = []

    def add(several: list[Symbol], owner: str) -> None:
        for one in several:
            if document is None or _is_in(piece, one, document):
                found.append((one, owner))
            add(one.children, one.name)

    add(symbols(piece.tree, names_of(piece)), "")
    return found


def _location(piece: Piece, one: Symbol) -> types.Location:
    place = piece.place(one.name_span.line, one.name_span.column)
    return types.Location(place.document.uri, piece.span(one.name_span))


@feature(types.WORKSPACE_SYMBOL)
async def workspace_symbol(
    server: Server, params: types.WorkspaceSymbolParams
) -> list[types.WorkspaceSymbol]:
    """Symbols of every program whose letters contain the asked ones in order."""
    wanted = params.query.lower()
    documents = {one.uri: one for one in server.documents.open_documents()}
    for path in server.configuration.candidates():
        uri = server.uri_of(path)
        if uri not in documents:
            documents[uri] = server.documents.document(uri)
    found: list[types.WorkspaceSymbol] = []
    seen: set[int] = set()
    for document in documents.values():
        for piece in server.pieces(document):
            if id(piece) in seen:
                continue
            seen.add(id(piece))
            for one, owner in _flat(piece, None):
                if _fits(wanted, one.name.lower()):
                    found.append(types.WorkspaceSymbol(
                        location=_location(piece, one), name=one.name, kind=_KINDS[one.kind],
                        container_name=owner or None))
                    if len(found) == _MOST:
                        return found
    return found


def _fits(wanted: str, name: str) -> bool:
    letters = iter(name)
    return all(letter in letters for letter in wanted)
