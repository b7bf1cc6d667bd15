"""textDocument/diagnostic, workspace/diagnostic: diagnostics as the client asks for them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.features import feature
from ringfence_lsp.progress import Progress

if TYPE_CHECKING:
    from ringfence_lsp.documents import Document
    from ringfence_lsp.server import Server

_OPTIONS = types.DiagnosticOptions(
    inter_file_dependencies=True, workspace_diagnostics=True, identifier="ringfence"
)


def _identity(server: Server, document: Document) -> str:
    """Changes whenever the diagnostics may."""
    made = hashlib.blake2b(digest_size=12)
    for piece in server.pieces(document):
        made.update(repr((piece.text, piece.program, server.checks.lent(piece.program))).encode(
            "utf-8", "surrogatepass"))
    return made.hexdigest()


@feature(types.TEXT_DOCUMENT_DIAGNOSTIC, _OPTIONS)
async def diagnostic(
    server: Server, params: types.DocumentDiagnosticParams
) -> types.DocumentDiagnosticReport:
    """The diagnostics of a text; of a cell, those of the whole notebook as related ones."""
    document = server.documents.document(params.text_document.uri)
    identity = _identity(server, document)
    if params.previous_result_id == identity:
        return types.RelatedUnchangedDocumentDiagnosticReport(result_id=identity)
    found = await server.schedule.diagnostics(document)
    server.tell_problems()
    items = found.pop(params.text_document.uri, [])
    report = types.RelatedFullDocumentDiagnosticReport(items=items, result_id=identity)
    if found:
        report.related_documents = {
            uri: types.FullDocumentDiagnosticReport(items=others) for uri, others in found.items()
        }
    return report


@feature(types.WORKSPACE_DIAGNOSTIC)
async def workspace_diagnostic(
    server: Server, params: types.WorkspaceDiagnosticParams
) -> types.WorkspaceDiagnosticReport:
    """The diagnostics of every program that the settings name, open or not."""
    if not server.configuration.client.workspace_diagnostics:
        return types.WorkspaceDiagnosticReport(items=[])
    known = {one.uri: one.value for one in params.previous_result_ids}
    paths = server.configuration.candidates()
    items: list[types.WorkspaceDocumentDiagnosticReport] = []
    async with Progress(server, params.work_done_token, "Checking programs") as progress:
        for index, path in enumerate(paths):
            uri = server.uri_of(path)
            document = server.documents.document(uri)
            identity = _identity(server, document)
            if known.get(uri) == identity:
                items.append(types.WorkspaceUnchangedDocumentDiagnosticReport(
                    uri=uri, version=document.version, result_id=identity))
                continue
            found = await server.schedule.diagnostics(document)
            items.append(types.WorkspaceFullDocumentDiagnosticReport(
                uri=uri, version=document.version, items=found.get(uri, []), result_id=identity))
            progress.report(path.name, index, len(paths))
    return types.WorkspaceDiagnosticReport(items=items)
