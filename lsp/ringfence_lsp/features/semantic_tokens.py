"""textDocument/semanticTokens: full, changes since the last, of a range."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp import sandbox_names
from ringfence_lsp.convert import names_of
from ringfence_lsp.documents import to_units
from ringfence_lsp.features import feature
from ringfence_lsp.pieces import EmbeddedPiece
from ringfence_lsp.source.outline import string_and_keyword_tokens, tokens

if TYPE_CHECKING:
    from ringfence_lsp.documents import Document
    from ringfence_lsp.server import Server

TYPES = ["namespace", "class", "function", "method", "property", "variable", "parameter",
         "keyword", "string", "number", "comment"]  # fmt: skip
MODIFIERS = ["declaration", "readonly", "defaultLibrary", "host"]
_LEGEND = types.SemanticTokensLegend(TYPES, MODIFIERS)
_numbers = itertools.count(1)


def _tokens(server: Server, document: Document, first: int, last: int) -> list[int]:
    """The tokens of lines ``first`` to ``last`` as the protocol packs them."""
    rows: list[tuple[int, int, int, int, int]] = []
    for piece in server.pieces(document):
        host = frozenset(server.host_names(piece.program))
        found = {one[:2]: one for one in tokens(piece.tree, names_of(piece), host, sandbox_names.builtins())}
        if isinstance(piece, EmbeddedPiece):
            for one in string_and_keyword_tokens(piece.text):
                found.setdefault(one[:2], one)
        for one in found.values():
            place = piece.place(one.line, one.column)
            end = piece.place(one.line, one.column + one.length)
            if place.document is not document or end.line != place.line:
                continue
            if not first <= place.line <= last:
                continue
            text = document.body(place.line)
            start = to_units(text, place.column, document.encoding)
            length = to_units(text, end.column, document.encoding) - start
            marks = sum(1 << MODIFIERS.index(mark) for mark in one.marks)
            rows.append((place.line, start, length, TYPES.index(one.kind), marks))
    data: list[int] = []
    line = column = 0
    for row in sorted(rows):
        data += [row[0] - line, row[1] - (column if row[0] == line else 0), *row[2:]]
        line, column = row[:2]
    return data


@feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, _LEGEND)
async def semantic_tokens_full(
    server: Server, params: types.SemanticTokensParams
) -> types.SemanticTokens:
    """Tokens of all of a text."""
    document = server.documents.document(params.text_document.uri)
    data = _tokens(server, document, 0, len(document.lines))
    number = str(next(_numbers))
    server.coloured[document.uri] = (number, data)
    return types.SemanticTokens(data=data, result_id=number)


@feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA, _LEGEND)
async def semantic_tokens_delta(
    server: Server, params: types.SemanticTokensDeltaParams
) -> types.SemanticTokens | types.SemanticTokensDelta:
    """The one run of numbers that changed since the last answer."""
    document = server.documents.document(params.text_document.uri)
    known = server.coloured.get(document.uri)
    data = _tokens(server, document, 0, len(document.lines))
    number = str(next(_numbers))
    server.coloured[document.uri] = (number, data)
    if known is None or known[0] != params.previous_result_id:
        return types.SemanticTokens(data=data, result_id=number)
    before = known[1]
    start = 0
    while start < min(len(before), len(data)) and before[start] == data[start]:
        start += 1
    tail = 0
    while tail < min(len(before), len(data)) - start and before[-1 - tail] == data[-1 - tail]:
        tail += 1
    edits = []
    if start < len(before) or start < len(data):
        edits.append(types.SemanticTokensEdit(
            start, len(before) - tail - start, data[start : len(data) - tail]
        ))
    return types.SemanticTokensDelta(edits=edits, result_id=number)


@feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, _LEGEND)
async def semantic_tokens_range(
    server: Server, params: types.SemanticTokensRangeParams
) -> types.SemanticTokens:
    """Tokens of some lines."""
    document = server.documents.document(params.text_document.uri)
    return types.SemanticTokens(
        data=_tokens(server, document, params.range.start.line, params.range.end.line)
    )
