"""Open documents: text kept as lines exactly as the protocol counts them, edits applied in place.

Lines end with ``\\n``, ``\\r\\n`` or ``\\r`` and with nothing else: form feeds, U+2028 and the like
are characters of a line, as they are for Python's tokenizer. Positions inside the server are lines
from 0 and columns in code points; the units of the client (UTF-16 mostly) exist only at this
border.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.workspace import TextDocument, Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

log = logging.getLogger(__name__)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_UNITS_OF_WIDE = {"utf-16": 2, "utf-32": 1}


def split_lines(text: str) -> list[str]:
    """Lines with their ends; the last one, perhaps empty, has none."""
    lines = _LINE.findall(text)
    if not lines or lines[-1][-1] in "\r\n":
        lines.append("")
    return lines


def to_units(text: str, column: int, encoding: str) -> int:
    """Column in the client's units of a column in code points."""
    if column <= 0:
        return 0
    head = text[:column]
    if head.isascii():
        return len(head)
    if encoding == "utf-8":
        return len(head.encode("utf-8", "surrogatepass"))
    wide = _UNITS_OF_WIDE[encoding]
    return len(head) if wide == 1 else len(head) + sum(c > "\uffff" for c in head)


def from_units(text: str, units: int, encoding: str) -> int:
    """Column in code points of a column in the client's units; inside of a character: its start."""
    if units <= 0:
        return 0
    if encoding == "utf-32" or text.isascii():
        return min(units, len(text))
    seen = 0
    for column, character in enumerate(text):
        size = to_units(character, 1, encoding)
        if seen + size > units:
            return column
        seen += size
    return len(text)


class Document(TextDocument):
    """One text of the client.

    Attributes
    ----------
    revision
        Counts the edits: caches of anything made from the text compare it.
    """

    def __init__(self, uri: str, encoding: str, *args: Any, **keywords: Any) -> None:
        super().__init__(uri, *args, **keywords)
        self.encoding = encoding
        self.revision = 0
        self._lines: list[str] | None = None
        self._joined: str | None = None
        self.cache: dict[str, Any] = {}

    @property
    def lines(self) -> list[str]:
        """The lines with their ends."""
        if self._lines is None:
            self._lines = split_lines(self._text())
        return self._lines

    @property
    def source(self) -> str:
        """The whole text."""
        if self._joined is None:
            self._joined = "".join(self.lines)
        return self._joined

    def _text(self) -> str:
        if self._source is not None:
            return self._source
        try:
            with open(self.path or "", encoding="utf-8", errors="replace", newline="") as file:
                return file.read()
        except (OSError, ValueError) as error:
            log.warning("cannot read `%s`: %s", self.uri, error)
            return ""

    def apply_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        """Apply an edit of the client: of a range, or of the whole text."""
        self.revision += 1
        self.cache.clear()
        self._joined = None
        if isinstance(change, types.TextDocumentContentChangePartial):
            self._replace(change.range, change.text)
        else:
            self._source = change.text
            self._lines = None

    def _replace(self, span: types.Range, text: str) -> None:
        lines = self.lines
        first, column = self.place(span.start)
        last, end_column = self.place(span.end)
        if (last, end_column) < (first, column):
            first, column, last, end_column = last, end_column, first, column
        head, tail = lines[first][:column], lines[last][end_column:]
        start, stop = first, last + 1
        if start and lines[start - 1].endswith("\r"):  # a `\n` may join it
            start -= 1
            head = lines[start] + head
        joined = head + text + tail
        if joined.endswith("\r") and stop < len(lines):  # and this one, the next line's
            joined += lines[stop]
            stop += 1
        made = split_lines(joined)
        if stop < len(lines) and made[-1] == "":
            made.pop()
        lines[start:stop] = made
        self._source = ""

    # ---------------------------------------------------------------- positions
    def body(self, line: int) -> str:
        """Text of a line without its end; '' beyond the last."""
        lines = self.lines
        return lines[line].rstrip("\r\n") if 0 <= line < len(lines) else ""

    def place(self, position: types.Position) -> tuple[int, int]:
        """Line and column in code points of a client's position, put inside the text."""
        lines = self.lines
        if position.line >= len(lines):
            return len(lines) - 1, len(lines[-1])
        return position.line, from_units(
            self.body(position.line), position.character, self.encoding
        )

    def position(self, line: int, column: int) -> types.Position:
        """Client's position of a line and a column in code points."""
        return types.Position(line, to_units(self.body(line), column, self.encoding))

    def range(self, line: int, column: int, end_line: int, end_column: int) -> types.Range:
        """Client's range of two places."""
        return types.Range(self.position(line, column), self.position(end_line, end_column))

    def whole(self) -> types.Range:
        """The range of all of the text."""
        last = len(self.lines) - 1
        return self.range(0, 0, last, len(self.lines[last]))


class Documents(Workspace):
    """The client's documents; files that are not open are read when they are asked for."""

    def _create_text_document(
        self,
        doc_uri: str,
        source: str | None = None,
        version: int | None = None,
        language_id: str | None = None,
    ) -> Document:
        encoding = str(getattr(self.position_encoding, "value", self.position_encoding) or "utf-16")
        return Document(doc_uri, encoding, source, version, language_id)

    def update_text_document(
        self,
        text_doc: types.VersionedTextDocumentIdentifier,
        change: types.TextDocumentContentChangeEvent,
    ) -> None:
        """Apply an edit; one of a document that was never opened is logged and dropped."""
        try:
            super().update_text_document(text_doc, change)
        except KeyError:
            log.warning("an edit of `%s`, which is not open", text_doc.uri)

    def document(self, uri: str) -> Document:
        """The open document, or the file."""
        found = self.get_text_document(uri)
        assert isinstance(found, Document)
        return found

    def open_documents(self) -> Sequence[Document]:
        """What the client has open."""
        return [d for d in self.text_documents.values() if isinstance(d, Document)]
