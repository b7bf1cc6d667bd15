"""Live diagnostics: checked at once on every change; a newer change makes an older check stale.

There is no waiting for the typing to stop. One document has at most one check under way and knows
whether it became stale meanwhile; a stale result is thrown away.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ringfence_lsp.convert import diagnostic, unusable_stubs

if TYPE_CHECKING:
    from ringfence_lsp.documents import Document
    from ringfence_lsp.server import Server

log = logging.getLogger(__name__)


class Schedule:
    """Who is being checked."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._running: dict[str, asyncio.Task[Any]] = {}
        self._published: dict[str, bool] = {}  # by URI: whether there was something

    @property
    def pulled(self) -> bool:
        """Whether the client asks for diagnostics itself; then they are not pushed."""
        asked = self._server.client_capabilities.text_document
        return asked is not None and asked.diagnostic is not None

    def changed(self, document: Document) -> None:
        """A document was opened or edited."""
        if self.pulled:
            return
        uri = self._owner(document)
        before = self._running.pop(uri, None)
        if before is not None:
            before.cancel()
        self._running[uri] = task = self._server.start_task(self._check(document))
        task.add_done_callback(lambda done: self._forget(uri, done))

    def _owner(self, document: Document) -> str:
        notebook = self._server.workspace.get_notebook_document(cell_uri=document.uri)
        return notebook.uri if notebook is not None else document.uri

    def _forget(self, uri: str, task: asyncio.Task[Any]) -> None:
        if self._running.get(uri) is task:
            del self._running[uri]

    def closed(self, uri: str) -> None:
        """A document was closed: its diagnostics go."""
        before = self._running.pop(uri, None)
        if before is not None:
            before.cancel()
        if self._published.pop(uri, False):
            self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def everything(self) -> None:
        """Stubs or settings changed: check all that is open."""
        self._server.checks.forget()
        if self.pulled:
            self._server.start_task(self._refresh())
            return
        for document in self._server.documents.open_documents():
            self.changed(document)

    async def _refresh(self) -> None:
        asked = self._server.client_capabilities.workspace
        if asked and asked.diagnostics and asked.diagnostics.refresh_support:
            await self._server.workspace_diagnostic_refresh_async(None)

    def close(self) -> None:
        """Stop all."""
        for task in list(self._running.values()):
            task.cancel()

    # ------------------------------------------------------------ work
    async def _check(self, document: Document) -> None:
        server = self._server
        pieces = server.pieces(document)
        documents = {document.uri: document}
        for piece in pieces:
            documents.update((one.uri, one) for one in piece.documents)
        revisions = {uri: (one.revision, one.version) for uri, one in documents.items()}
        found = await self.diagnostics(document)
        server.tell_problems()
        for uri, one in documents.items():
            if (one.revision, one.version) != revisions[uri]:
                return  # a newer check is under way
            items = found.get(uri, [])
            if not pieces and not self._published.get(uri):
                continue  # Python of the host, in which nothing was found before
            self._published[uri] = bool(items)
            server.text_document_publish_diagnostics(
                types.PublishDiagnosticsParams(uri, items, one.version)
            )

    async def diagnostics(self, document: Document) -> dict[str, list[types.Diagnostic]]:
        """Diagnostics by URI of the programs in a document (of a notebook: in all of its cells)."""
        server = self._server
        found: dict[str, list[types.Diagnostic]] = {}
        for piece in server.pieces(document):
            severities = dict(piece.program.severity)
            for one in await server.checks.diagnostics(piece):
                uri = piece.place(one.line, one.column).document.uri
                made = diagnostic(server, piece, one, severities)
                if made is not None:
                    found.setdefault(uri, []).append(made)
            why = server.checks.unusable.get(piece.program)
            if why is not None:
                found.setdefault(piece.document.uri, []).append(unusable_stubs(piece, why))
        return found
