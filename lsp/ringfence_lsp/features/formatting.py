"""textDocument/formatting, rangeFormatting: through ruff, where it is installed."""

from __future__ import annotations

import asyncio
import difflib
import logging
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.features import feature
from ringfence_lsp.pieces import normal, path_of

if TYPE_CHECKING:
    from ringfence_lsp.documents import Document
    from ringfence_lsp.server import Server

log = logging.getLogger(__name__)
_TIMEOUT_S = 10.0


def _ruff() -> str | None:
    beside = Path(sys.executable).parent / "ruff"
    return str(beside) if beside.exists() else shutil.which("ruff")


@feature(types.TEXT_DOCUMENT_FORMATTING)
async def formatting(
    server: Server, params: types.DocumentFormattingParams
) -> list[types.TextEdit] | None:
    """Format a text that is a program."""
    return await _format(server, params.text_document.uri, None)


@feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
async def range_formatting(
    server: Server, params: types.DocumentRangeFormattingParams
) -> list[types.TextEdit] | None:
    """Format some lines of a text that is a program."""
    return await _format(server, params.text_document.uri, params.range)


async def _format(
    server: Server, uri: str, span: types.Range | None
) -> list[types.TextEdit] | None:
    document = server.documents.document(uri)
    pieces = server.pieces(document)
    if len(pieces) != 1 or type(pieces[0]).__name__ != "Piece":
        return None  # a string's indentation and a notebook's cells are not ruff's
    ruff = _ruff()
    if ruff is None:
        log.info("not formatted: `ruff` is not installed")
        return None
    path = path_of(uri)
    arguments = ["format", "--no-cache", "--stdin-filename", str(path or "program.py"), "-"]
    if span is not None:
        last = max(span.end.line + (1 if span.end.character else 0), span.start.line + 1)
        arguments[1:1] = [f"--range={span.start.line + 1}-{last + 1}"]
    process = await asyncio.create_subprocess_exec(
        ruff, *arguments, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    text = normal(document)
    try:
        out, error = await asyncio.wait_for(
            process.communicate(text.encode("utf-8", "replace")), _TIMEOUT_S
        )
    except (TimeoutError, asyncio.CancelledError):
        process.kill()
        raise
    if process.returncode:
        log.info("not formatted: %s", error.decode("utf-8", "replace").strip())
        return None
    return edits(document, text, out.decode("utf-8"))


def edits(document: Document, before: str, after: str) -> list[types.TextEdit]:
    """The changed lines as edits, with the document's own ends of lines."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    ending = "\r\n" if "\r\n" in document.source else "\n"
    made = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            text = "".join(new[c:d]).replace("\n", ending)
            made.append(types.TextEdit(document.range(a, 0, b, 0), text))
    return made
