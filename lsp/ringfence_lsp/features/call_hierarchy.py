"""textDocument/prepareCallHierarchy, callHierarchy/incomingCalls, outgoingCalls."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.convert import names_of
from ringfence_lsp.features import feature
from ringfence_lsp.source.outline import Call, calls, name_of
from ringfence_lsp.source.tree import span_of

if TYPE_CHECKING:
    from ringfence_lsp.pieces import Piece
    from ringfence_lsp.server import Server
    from ringfence_lsp.source.names import Binding


def _item(piece: Piece, node: ast.FunctionDef | ast.AsyncFunctionDef) -> types.CallHierarchyItem:
    place = piece.place(node.lineno, node.col_offset)
    name = name_of(node, piece.tree.lines)
    return types.CallHierarchyItem(
        name=node.name, kind=types.SymbolKind.Function, uri=place.document.uri,
        range=piece.span(span_of(node)), selection_range=piece.span(name),
        data={"line": name.line, "column": name.column, "uri": place.document.uri},
    )


def _module(piece: Piece) -> types.CallHierarchyItem:
    lines = piece.tree.lines
    whole = piece.range(1, 0, len(lines), len(lines[-1]))
    return types.CallHierarchyItem(
        name=piece.name, kind=types.SymbolKind.Module, uri=piece.document.uri, range=whole,
        selection_range=piece.range(1, 0, 1, 0),
    )


def _host(piece: Piece, binding: Binding) -> types.CallHierarchyItem:
    span = binding.occurrences[0].span
    place = piece.place(span.line, span.column)
    return types.CallHierarchyItem(
        name=binding.name, kind=types.SymbolKind.Interface, uri=place.document.uri,
        range=piece.span(span), selection_range=piece.span(span), detail="of the host, or built in",
        data={"line": span.line, "column": span.column, "uri": place.document.uri},
    )


@feature(types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY)
async def prepare(
    server: Server, params: types.CallHierarchyPrepareParams
) -> list[types.CallHierarchyItem] | None:
    """The function at a place."""
    at = server.at(params)
    if at is None or (found := names_of(at.piece).at(at.line, at.column)) is None:
        return None
    binding, _ = found
    if isinstance(binding.node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return [_item(at.piece, binding.node)]
    return [_host(at.piece, binding)] if binding.kind == "unbound" else None


def _found(server: Server, item: types.CallHierarchyItem) -> tuple[Piece, Binding] | None:
    """The function of an item again, in the text as it is now."""
    if not isinstance(item.data, dict):
        return None
    document = server.documents.document(str(item.data.get("uri")))
    for piece in server.pieces(document):
        at = names_of(piece).at(item.data.get("line", 0), item.data.get("column", 0))
        if at is not None and at[0].name == item.name:
            return piece, at[0]
    return None


@feature(types.CALL_HIERARCHY_INCOMING_CALLS)
async def incoming(
    server: Server, params: types.CallHierarchyIncomingCallsParams
) -> list[types.CallHierarchyIncomingCall] | None:
    """Who calls a function."""
    found = _found(server, params.item)
    if found is None:
        return None
    piece, binding = found
    by_caller: dict[int, list[Call]] = {}
    for call in calls(piece.tree, names_of(piece)):
        if call.callee is binding:
            by_caller.setdefault(id(call.caller), []).append(call)
    return [
        types.CallHierarchyIncomingCall(
            _item(piece, several[0].caller) if several[0].caller else _module(piece),
            [piece.span(call.span) for call in several],
        )
        for several in by_caller.values()
    ]


@feature(types.CALL_HIERARCHY_OUTGOING_CALLS)
async def outgoing(
    server: Server, params: types.CallHierarchyOutgoingCallsParams
) -> list[types.CallHierarchyOutgoingCall] | None:
    """Whom a function calls."""
    found = _found(server, params.item)
    if found is None:
        return None
    piece, binding = found
    by_callee: dict[int, list[Call]] = {}
    for call in calls(piece.tree, names_of(piece)):
        if call.caller is not None and call.caller is binding.node:
            by_callee.setdefault(id(call.callee), []).append(call)
    answers = []
    for several in by_callee.values():
        callee = several[0].callee
        node = callee.node
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            item = _item(piece, node)
        elif callee.kind == "unbound":
            item = _host(piece, callee)
        else:
            continue
        answers.append(types.CallHierarchyOutgoingCall(item, [piece.span(one.span) for one in several]))
    return answers
