"""didOpen, didChange, didSave, didClose, of texts and of notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.features import feature

if TYPE_CHECKING:
    from ringfence_lsp.documents import Document
    from ringfence_lsp.server import Server


@feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Check a text that was opened."""
    _changed(server, params.text_document.uri)


@feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Check a text that was edited."""
    _changed(server, params.text_document.uri)


def _changed(server: Server, uri: str) -> None:
    document = server.documents.document(uri)
    if _is_stub(server, document):
        server.schedule.everything()
    else:
        server.schedule.changed(document)


def _is_stub(server: Server, document: Document) -> bool:
    """Whether programs are lent what this document declares."""
    path = document.path
    return any(path in program.stubs for program in server.checks.programs())


@feature(types.TEXT_DOCUMENT_DID_SAVE)
def saved(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    """A settings file that was saved counts from now on."""
    name = params.text_document.uri.rpartition("/")[2]
    if name in ("pyproject.toml", "ringfence.toml"):
        server.configuration.forget()
        server.schedule.everything()


@feature(types.TEXT_DOCUMENT_DID_CLOSE)
def closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Take the diagnostics of a closed text away."""
    server.schedule.closed(params.text_document.uri)
    server.forget_costs(params.text_document.uri)


@feature(types.NOTEBOOK_DOCUMENT_DID_OPEN)
def notebook_opened(server: Server, params: types.DidOpenNotebookDocumentParams) -> None:
    """Check a notebook that was opened."""
    _notebook_changed(server, params.notebook_document.uri)


@feature(types.NOTEBOOK_DOCUMENT_DID_CHANGE)
def notebook_changed(server: Server, params: types.DidChangeNotebookDocumentParams) -> None:
    """Check a notebook that was edited; cells that went lose their diagnostics."""
    cells = params.change.cells
    if cells is not None and cells.structure is not None:
        for gone in cells.structure.did_close or []:
            server.schedule.closed(gone.uri)
    _notebook_changed(server, params.notebook_document.uri)


def _notebook_changed(server: Server, uri: str) -> None:
    notebook = server.workspace.get_notebook_document(notebook_uri=uri)
    if notebook is None:
        return
    cells = [cell for cell in notebook.cells if cell.kind == types.NotebookCellKind.Code]
    whole = server.notebook(notebook) is not None
    for cell in cells[:1] if whole else cells:
        server.schedule.changed(server.documents.document(cell.document))


@feature(types.NOTEBOOK_DOCUMENT_DID_CLOSE)
def notebook_closed(server: Server, params: types.DidCloseNotebookDocumentParams) -> None:
    """Take the diagnostics of a closed notebook away."""
    for cell in params.cell_text_documents:
        server.schedule.closed(cell.uri)
