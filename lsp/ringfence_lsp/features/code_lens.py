"""textDocument/codeLens: run, check, bytecode above each program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.features import feature

if TYPE_CHECKING:
    from ringfence_lsp.server import Server


@feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=False))
async def code_lens(server: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    """The lenses of a text's programs."""
    if not server.configuration.client.lens:
        return []
    document = server.documents.document(params.text_document.uri)
    lenses = []
    for index, piece in enumerate(server.pieces(document)):
        if piece.document is not document:
            continue
        place = piece.place(1, 0)
        at = document.range(place.line, 0, place.line, 0)
        argument = {"uri": document.uri, "index": index}
        lenses += [
            types.CodeLens(at, types.Command(title, command=name, arguments=[argument]))
            for title, name in (
                ("▶ Run in sandbox", "ringfence.run"), ("Check", "ringfence.check"),
                ("Bytecode", "ringfence.bytecode"),
            )
        ]  # fmt: skip
        used = server.costs_of(piece).get(0)
        if used is not None:
            shown = types.Command(used.label, command="ringfence.costs", arguments=[argument])
            lenses.append(types.CodeLens(at, shown))
    return lenses
