"""textDocument/signatureHelp."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.features import feature

if TYPE_CHECKING:
    from ringfence_lsp.server import Server


@feature(
    types.TEXT_DOCUMENT_SIGNATURE_HELP,
    types.SignatureHelpOptions(trigger_characters=["(", ","], retrigger_characters=[")", "="]),
)
async def signature_help(
    server: Server, params: types.SignatureHelpParams
) -> types.SignatureHelp | None:
    """The call being typed."""
    at = server.at(params)
    if at is None:
        return None
    found = await server.checks.ask("signature", at.piece, at.line, at.column)
    if found is None:
        return None
    active = found.active_parameter if found.active_parameter >= 0 else None
    one = types.SignatureInformation(
        label=found.label,
        documentation=types.MarkupContent(types.MarkupKind.Markdown, found.doc) if found.doc else None,
        parameters=[types.ParameterInformation(label=text) for text in found.parameters],
        active_parameter=active,
    )
    return types.SignatureHelp(signatures=[one], active_signature=0, active_parameter=active)
