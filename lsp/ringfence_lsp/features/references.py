"""textDocument/references, documentHighlight, prepareRename, rename."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams

from ringfence_lsp.convert import names_of, same_text
from ringfence_lsp.features import feature

if TYPE_CHECKING:
    from ringfence_lsp.server import Server
    from ringfence_lsp.source.names import Binding


@feature(types.TEXT_DOCUMENT_REFERENCES)
async def references(server: Server, params: types.ReferenceParams) -> list[types.Location] | None:
    """Everywhere that a name of the program stands."""
    at = server.at(params)
    if at is None or (found := names_of(at.piece).at(at.line, at.column)) is None:
        return None
    binding, _ = found
    definition = binding.definition()
    return [
        types.Location(
            at.piece.place(one.span.line, one.span.column).document.uri, at.piece.span(one.span)
        )
        for one in binding.occurrences
        if params.context.include_declaration or one.span != definition
    ]


@feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
async def highlight(
    server: Server, params: types.DocumentHighlightParams
) -> list[types.DocumentHighlight] | None:
    """Where the name at a place is read and written."""
    at = server.at(params)
    if at is None or (found := names_of(at.piece).at(at.line, at.column)) is None:
        return None
    return [
        types.DocumentHighlight(
            at.piece.span(one.span),
            types.DocumentHighlightKind.Write if one.writes else types.DocumentHighlightKind.Read,
        )
        for one in found[0].occurrences
        if at.piece.place(one.span.line, 0).document is at.document
    ]


@feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
async def prepare_rename(
    server: Server, params: types.PrepareRenameParams
) -> types.PrepareRenamePlaceholder | None:
    """Whether the name at a place can be renamed, and what stands there."""
    at = server.at(params)
    if at is None or (found := names_of(at.piece).at(at.line, at.column)) is None:
        return None
    binding, occurrence = found
    _refuse(binding)
    return types.PrepareRenamePlaceholder(at.piece.span(occurrence.span), binding.name)


@feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
async def rename(server: Server, params: types.RenameParams) -> types.WorkspaceEdit | None:
    """Rename a name of the program everywhere."""
    at = server.at(params)
    if at is None or (found := names_of(at.piece).at(at.line, at.column)) is None:
        return None
    binding, _ = found
    _refuse(binding)
    new = params.new_name
    if not new.isidentifier() or keyword.iskeyword(new):
        raise JsonRpcInvalidParams(f"`{new}` is no name")
    names = names_of(at.piece)
    if any(one.name == new and one.kind != "unbound" and one.scope is binding.scope
           for one in names.bindings):
        raise JsonRpcInvalidParams(f"`{new}` is a name of the same scope already")
    if new in names.unbound:
        raise JsonRpcInvalidParams(f"`{new}` is used as a name from outside already")
    edits: dict[str, list[types.TextEdit]] = {}
    for one in binding.occurrences:
        if not same_text(at.piece, *one.span):
            raise JsonRpcInvalidParams(f"`{binding.name}` cannot be renamed inside of escapes")
        text = new
        if binding.kind == "import" and one.writes:
            text = _import_text(at.piece.text, one.span, binding.name, new)
        uri = at.piece.place(one.span.line, one.span.column).document.uri
        edits.setdefault(uri, []).append(types.TextEdit(at.piece.span(one.span), text))
    return types.WorkspaceEdit(changes=edits)


def _import_text(text: str, span: tuple[int, int, int, int], name: str, new: str) -> str:
    """An imported name keeps the name it has in its module: `x` becomes `x as y`."""
    before = text.split("\n")[span[0] - 1][: span[1]].rstrip()
    return new if before.endswith(" as") else f"{name} as {new}"


def _refuse(binding: Binding) -> None:
    if binding.kind == "unbound":
        raise JsonRpcInvalidParams(
            f"`{binding.name}` is lent by the host or built in; only names of the program are renamed"
        )
    if binding.scope is not None and binding.scope.is_class:
        raise JsonRpcInvalidParams(
            f"`{binding.name}` is an attribute; attributes are not renamed, as their uses cannot all be seen"
        )
    if not binding.certain:
        raise JsonRpcInvalidParams(f"not every use of `{binding.name}` can be placed exactly")
    if "." in binding.name or binding.name == "*":
        raise JsonRpcInvalidParams(f"`{binding.name}` cannot be renamed")
