"""The programs inside of documents, and where each of their characters stands in them.

A *piece* is one program of the sandbox: a whole document, a string in host Python, or the cells of
a notebook. Checker and source analysis see only its text (lines end with ``\\n``, count from 1,
columns are code points); ``place`` and ``locate`` lead from there to the client's documents and
back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pygls.uris import to_fs_path, urlparse

from ringfence_lsp import settings as S
from ringfence_lsp.source import tree as trees
from ringfence_lsp.source.embedded import Embedded, embedded_programs
from ringfence_lsp.source.stub_text import host_stubs

if TYPE_CHECKING:
    from lsprotocol import types

    from ringfence_lsp.documents import Document
    from ringfence_lsp.settings import Configuration, Program
    from ringfence_lsp.source.embedded import Place


class Located(NamedTuple):
    """A place in a client's document: line from 0, column in code points."""

    document: Document
    line: int
    column: int


@dataclass(eq=False)
class Piece:
    """A whole document that is a program."""

    document: Document
    text: str
    program: Program
    name: str
    earlier: tuple[str, ...] = ()

    @property
    def tree(self) -> trees.Tree:
        """The syntax tree, made once."""
        made: trees.Tree | None = getattr(self, "_tree", None)
        if made is None:
            made = self._tree = trees.parse(self.text)
        return made

    @property
    def documents(self) -> list[Document]:
        """The documents that it stands in."""
        return [self.document]

    def place(self, line: int, column: int) -> Located:
        """Where a place of the program stands."""
        return Located(self.document, line - 1, column)

    def locate(self, document: Document, line: int, column: int) -> Place | None:
        """The place of the program that stands at a place of a document; None: outside of it."""
        return (line + 1, column) if document is self.document else None

    def range(self, line: int, column: int, end_line: int, end_column: int) -> types.Range:
        """A range of the program as the client's range in the document where it starts."""
        start = self.place(line, column)
        end = self.place(end_line, end_column)
        if end.document is not start.document:  # of a notebook: cut at the end of the cell
            last = len(start.document.lines) - 1
            end = Located(start.document, last, len(start.document.lines[last]))
        return start.document.range(start.line, start.column, end.line, end.column)

    def span(self, span: trees.Span) -> types.Range:
        """A span of the program as the client's range."""
        return self.range(*span)

    def ends_outside(self, document: Document) -> bool:
        """Whether edits of whole lines are not its own to make."""
        return document is not self.document


@dataclass(eq=False)
class EmbeddedPiece(Piece):
    """A program in a string of host Python."""

    inside: Embedded | None = None

    def __post_init__(self) -> None:
        assert self.inside is not None
        self._places = self.inside.places
        self._starts = [0]
        for index, character in enumerate(self.text):
            if character == "\n":
                self._starts.append(index + 1)

    def place(self, line: int, column: int) -> Located:
        """Where a place of the program stands."""
        line = min(max(line, 1), len(self._starts))
        stop = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        index = min(self._starts[line - 1] + max(column, 0), stop)
        at = self._places[index]
        return Located(self.document, at[0] - 1, at[1])

    def locate(self, document: Document, line: int, column: int) -> Place | None:
        """The place of the program that stands at a place of the document."""
        assert self.inside is not None
        if document is not self.document:
            return None
        at = (line + 1, column)
        if not self._places[0] <= at <= self._places[-1]:
            return None
        index = bisect_left(self._places, at)
        if index and self._places[index] != at and self._places[index][0] != at[0]:
            index -= 1  # at the end of a line whose newline is written otherwise
        row = bisect_right(self._starts, index) - 1
        return row + 1, index - self._starts[row]


class Cell(NamedTuple):
    """A cell of a notebook: its first line in the program, from 1."""

    document: Document
    first: int


@dataclass(eq=False)
class NotebookPiece(Piece):
    """The code cells of a notebook, one after the other."""

    cells: tuple[Cell, ...] = ()

    def __post_init__(self) -> None:
        self._firsts = [cell.first for cell in self.cells]

    @property
    def documents(self) -> list[Document]:
        """The cells' documents."""
        return [cell.document for cell in self.cells]

    def place(self, line: int, column: int) -> Located:
        """Where a place of the program stands."""
        cell = self.cells[max(bisect_right(self._firsts, line) - 1, 0)]
        return Located(cell.document, max(line - cell.first, 0), column)

    def locate(self, document: Document, line: int, column: int) -> Place | None:
        """The place of the program that stands at a place of a cell."""
        for cell in self.cells:
            if cell.document is document:
                return cell.first + line, column
        return None


# ---------------------------------------------------------------- finding them
def path_of(uri: str) -> Path | None:
    """The file behind a URI of the scheme `file` (or of a notebook's cell in one)."""
    scheme, _, path, *_ = urlparse(uri)
    if scheme == "vscode-notebook-cell":
        return Path(path)
    if scheme != "file":
        return None
    found = to_fs_path(uri)
    return Path(found) if found else None


def normal(document: Document) -> str:
    """Text of a document with ``\\n`` as the only end of a line."""
    text = document.source
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def pieces_of(document: Document, configuration: Configuration) -> list[Piece]:
    """The programs in a document that is no notebook's cell."""
    key = (document.revision, configuration.generation)
    cached = document.cache.get("pieces")
    if cached is not None and cached[0] == key:
        found: list[Piece] = cached[1]
        return found
    made = _pieces(document, configuration)
    document.cache["pieces"] = (key, made)
    return made


def _pieces(document: Document, configuration: Configuration) -> list[Piece]:
    path = path_of(document.uri)
    scheme = urlparse(document.uri)[0]
    text = normal(document)
    name = document.filename or "main.py"
    program = configuration.program(path, scheme, document.language_id, document.lines)
    if program is not None:
        return [Piece(document, text, program, name)]
    if not configuration.client.embedded:
        return []
    tree = trees.parse(text)
    base = configuration.host_settings(path)
    earlier: dict[str, list[str]] = {}
    made: list[Piece] = []
    for inside in embedded_programs(tree):
        fed = earlier.setdefault(inside.session, []) if inside.session else []
        lent = _lent(base, inside, tree, path)
        made.append(EmbeddedPiece(document, inside.text, lent, name, tuple(fed), inside))
        fed.append(inside.text)
    return made


def _lent(base: Program, inside: Embedded, tree: trees.Tree, path: Path | None) -> Program:
    """What the call around a string and its comment say, on top of the file's settings."""
    folder = path.parent if path else None
    layer: dict[str, object] = {}
    if inside.inputs is not None:
        layer["inputs"] = inside.inputs
    stubs = inside.stubs
    if stubs is not None and "\n" not in stubs and stubs.endswith((".pyi", ".py")):
        layer["stubs"] = [stubs]
    elif stubs is not None:
        layer["stub_text"] = stubs
    elif not base.stubs and inside.lent:
        layer["stub_text"] = host_stubs(tree.module, inside.lent)
    program = S.apply(base, layer, folder)
    if inside.mark:
        _, marked, _ = S.header([f"# ringfence: {inside.mark}"])
        program = S.apply(program, marked, folder)
    if inside.session and inside.inputs is None:
        program = replace(program, inputs=())
    return program


def notebook_piece(
    uri: str, cells: list[Document], configuration: Configuration
) -> NotebookPiece | None:
    """The program of a notebook's code cells; None for a notebook of host Python."""
    if not cells:
        return None
    path = path_of(uri)
    program = configuration.program(path, urlparse(uri)[0], None, cells[0].lines)
    if program is None:
        return None
    lines: list[str] = []
    placed: list[Cell] = []
    for cell in cells:
        placed.append(Cell(cell, len(lines) + 1))
        lines += [_without_magic(line) for line in normal(cell).split("\n")]
    name = path.name if path else "notebook.ipynb"
    return NotebookPiece(cells[0], "\n".join(lines), program, name, (), tuple(placed))


def _without_magic(line: str) -> str:
    """The line, with a notebook's own command made a comment of the same columns."""
    stripped = line.lstrip()
    if stripped[:1] in ("%", "!"):
        indent = len(line) - len(stripped)
        return line[:indent] + "#" + stripped[1:]
    return line
