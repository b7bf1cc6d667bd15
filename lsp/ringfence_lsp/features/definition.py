"""textDocument/definition, declaration, typeDefinition: into the program, its stubs, the library's stubs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types

from ringfence_lsp.convert import names_of
from ringfence_lsp.features import feature

if TYPE_CHECKING:
    from ringfence_checker import Definition
    from ringfence_lsp.pieces import Piece
    from ringfence_lsp.server import At, Server


@feature(types.TEXT_DOCUMENT_DEFINITION)
async def definition(server: Server, params: types.DefinitionParams) -> types.Location | None:
    """Where a name is defined."""
    at = server.at(params)
    if at is None:
        return None
    local = names_of(at.piece).at(at.line, at.column)
    if local is not None and local[0].kind not in ("unbound", "import"):
        span = local[0].definition()
        if span is not None:
            return _here(at.piece, *span)
    found = await server.checks.ask("definition", at.piece, at.line, at.column)
    if found is not None:
        return location(server, at.piece, found)
    span = local[0].definition() if local is not None else None
    return _here(at.piece, *span) if span is not None else None


@feature(types.TEXT_DOCUMENT_DECLARATION)
async def declaration(server: Server, params: types.DeclarationParams) -> types.Location | None:
    """Where a name is declared: for us, where it is defined."""
    found: types.Location | None = await definition(server, params)
    return found


@feature(types.TEXT_DOCUMENT_TYPE_DEFINITION)
async def type_definition(
    server: Server, params: types.TypeDefinitionParams
) -> types.Location | None:
    """Where the class of the value at a place is defined."""
    at = server.at(params)
    if at is None:
        return None
    found = await server.checks.ask("hover", at.piece, at.line, at.column)
    if found is None or not found.type:
        return None
    return await _class_named(server, at, _head(found.type))


@feature(types.TEXT_DOCUMENT_IMPLEMENTATION)
async def implementation(
    server: Server, params: types.ImplementationParams
) -> types.Location | None:
    """Where a name is implemented: for us, where it is defined."""
    found: types.Location | None = await definition(server, params)
    return found


def _head(kind: str) -> str:
    """The class in a type as text: `list[int]` is of `list`, `int | None` of `int`."""
    first = kind.split("|")[0].split("[")[0].strip()
    return first.rpartition(".")[2].strip("'\"?")


async def _class_named(server: Server, at: At, name: str) -> types.Location | None:
    if not name.isidentifier():
        return None
    names = names_of(at.piece)
    binding = names.module.bindings.get(name)
    if binding is not None and binding.kind == "class":
        span = binding.definition()
        return _here(at.piece, *span) if span is not None else None
    lines = at.piece.text.count("\n") + 1
    asked = replace(at.piece, text=f"{at.piece.text}\n{name}\n")  # the class by its name
    found = await server.checks.ask("definition", asked, lines + 1, 0)
    return location(server, at.piece, found) if found is not None else None


def location(server: Server, piece: Piece, found: Definition) -> types.Location | None:
    """A definition as the client's place."""
    span = (found.line, found.column, found.end_line, found.end_column)
    if found.source == "program":
        return _here(piece, *span)
    path: Path | None = Path(found.path)
    line, end_line = found.line, found.end_line
    if found.source == "stubs":
        lent = server.checks.lent(piece.program)
        path = None
        for part in lent.parts:
            if part.first <= line:
                path = part.path
                line, end_line = found.line - part.first + 1, found.end_line - part.first + 1
        if lent.package:
            base = Path(lent.package, *found.path.split(".")) if found.path else Path(lent.package)
            places = (base.with_suffix(".pyi"), base / "__init__.pyi")
            path = next((one for one in places if one.is_file()), None)
    if path is None or not path.is_file():
        return None
    document = server.documents.document(server.uri_of(path))
    return types.Location(
        document.uri, document.range(line - 1, found.column, end_line - 1, found.end_column)
    )


def _here(piece: Piece, line: int, column: int, end_line: int, end_column: int) -> types.Location:
    place = piece.place(line, column)
    return types.Location(place.document.uri, piece.range(line, column, end_line, end_column))
