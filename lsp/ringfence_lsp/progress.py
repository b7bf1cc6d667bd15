"""Progress of long work, where the client gave a token or takes one of ours."""

from __future__ import annotations

import time
import uuid
from typing import TYPE_CHECKING, Any, Final

from lsprotocol import types

if TYPE_CHECKING:
    from ringfence_lsp.server import Server

_EVERY_S: Final = 0.1


class Progress:
    """``async with Progress(server, token, title) as progress: progress.report(...)``."""

    def __init__(self, server: Server, token: Any, title: str, *, own: bool = False) -> None:
        self._server = server
        self._token = token
        self._title = title
        self._own = own
        self._last = 0.0

    async def __aenter__(self) -> Progress:
        window = self._server.client_capabilities.window
        progress = self._server.work_done_progress
        if self._token is None and self._own and window is not None and window.work_done_progress:
            self._token = str(uuid.uuid4())
            await progress.create_async(self._token)
        if self._token is not None:
            progress.begin(self._token, types.WorkDoneProgressBegin(title=self._title, percentage=0))
        return self

    def report(self, message: str, done: int = 0, of: int = 0) -> None:
        """Say how far it is, ten times a second at most."""
        now = time.monotonic()
        if self._token is None or now - self._last < _EVERY_S:
            return
        self._last = now
        percentage = 100 * done // of if of else None
        self._server.work_done_progress.report(
            self._token, types.WorkDoneProgressReport(message=message, percentage=percentage)
        )

    async def __aexit__(self, *_: object) -> None:
        if self._token is not None:
            self._server.work_done_progress.end(self._token, types.WorkDoneProgressEnd())
