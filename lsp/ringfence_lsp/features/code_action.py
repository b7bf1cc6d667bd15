"""textDocument/codeAction: fixes of what is wrong at a place, annotations, all fixes, the commands.

Works with an empty ``context.diagnostics``: what is wrong at a place is asked of the checker, not
of the client.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ringfence_lsp import sandbox_names
from ringfence_lsp.convert import diagnostic, fix_edits, names_of, same_text, written
from ringfence_lsp.features import feature

if TYPE_CHECKING:
    from ringfence_checker import Diagnostic, Fix
    from ringfence_lsp.documents import Document
    from ringfence_lsp.pieces import Piece
    from ringfence_lsp.server import Server

_FIX_ALL = "source.fixAll.ringfence"
_RUN = "source.ringfence"
_OPTIONS = types.CodeActionOptions(
    code_action_kinds=[
        types.CodeActionKind.QuickFix, types.CodeActionKind.RefactorRewrite, _FIX_ALL, _RUN,
    ]
)


@feature(types.TEXT_DOCUMENT_CODE_ACTION, _OPTIONS)
async def code_action(
    server: Server, params: types.CodeActionParams
) -> list[types.CodeAction] | None:
    """What can be done about the code in a range."""
    document = server.documents.document(params.text_document.uri)
    only = params.context.only
    actions: list[types.CodeAction] = []
    for piece in server.pieces_in(document, params.range):
        found = await server.checks.diagnostics(piece)
        if _wanted(types.CodeActionKind.QuickFix, only):
            for one in found:
                span = piece.range(one.line, one.column, one.end_line, one.end_column)
                if _touches(span, params.range) and (
                    piece.place(one.line, one.column).document is document
                ):
                    actions += _quick_fixes(server, piece, one)
        if _wanted(types.CodeActionKind.RefactorRewrite, only):
            actions += await _annotations(server, piece, document, params.range)
        if _wanted(_FIX_ALL, only):
            actions += _fix_all(piece, found)
        if _wanted(_RUN, only):
            actions += _commands(server, piece, document)
    return actions


def _wanted(kind: str, only: Any) -> bool:
    """Whether the client takes actions of a kind."""
    names = [str(getattr(one, "value", one)) for one in only or ()]
    return not names or any(kind == one or kind.startswith(one + ".") for one in names)


def _touches(a: types.Range, b: types.Range) -> bool:
    return (a.start.line, a.start.character) <= (b.end.line, b.end.character) and (
        (b.start.line, b.start.character) <= (a.end.line, a.end.character)
    )


def _quick_fixes(server: Server, piece: Piece, one: Diagnostic) -> list[types.CodeAction]:
    severities = dict(piece.program.severity)
    told = diagnostic(server, piece, one, severities)
    if told is None:
        return []
    actions: list[types.CodeAction] = []
    fixes: list[Fix] = [*one.fixes, *_guesses(server, piece, one)]
    made: list[object] = []
    for index, fix in enumerate(fixes):
        changes = fix_edits(piece, fix)
        if changes and changes not in made:
            made.append(changes)
            actions.append(types.CodeAction(
                title=fix.title, kind=types.CodeActionKind.QuickFix, diagnostics=[told],
                is_preferred=(index == 0 and bool(one.fixes)) or None,
                edit=types.WorkspaceEdit(changes=changes),
            ))  # fmt: skip
    return actions


def _guesses(server: Server, piece: Piece, one: Diagnostic) -> list[Fix]:
    """What may have been meant by a name that is not there: a module, or a name much like it."""
    from ringfence_checker import Fix, TextEdit

    if one.line != one.end_line or one.rule not in ("name-defined", "undefined-name", "unknown-function"):
        return []
    lines = piece.text.split("\n")
    name = lines[one.line - 1][one.column : one.end_column] if one.line <= len(lines) else ""
    if not name.isidentifier():
        return []
    made: list[Fix] = []
    if name in sandbox_names.modules():
        line = import_line(piece)
        made.append(Fix(f"import `{name}`", (TextEdit(line, 0, line, 0, f"import {name}\n"),)))
    known = {*sandbox_names.builtins(), *server.host_names(piece.program)}
    known |= {one.name for one in names_of(piece).bindings if one.kind != "unbound"}
    for other in difflib.get_close_matches(name, known - {name}, 3, 0.7):
        edit = TextEdit(one.line, one.column, one.end_line, one.end_column, other)
        made.append(Fix(f"Change to `{other}`", (edit,)))
    return made


def import_line(piece: Piece) -> int:
    """The line to put an import at: after the last of the leading imports, comments and docstring."""
    import ast

    line = 1
    for index, node in enumerate(piece.tree.module.body):
        is_doc = index == 0 and isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if isinstance(node, (ast.Import, ast.ImportFrom)) or is_doc:
            line = (node.end_lineno or line) + 1
        else:
            break
    lines = piece.text.split("\n")
    while line == 1 or lines[line - 2 : line - 1] == [""]:
        at = line - 1
        if at < len(lines) - 1 and (lines[at].startswith("#") or not lines[at].strip()):
            line += 1
        else:
            break
    return line


async def _annotations(
    server: Server, piece: Piece, document: Document, span: types.Range
) -> list[types.CodeAction]:
    actions = []
    for one in await server.checks.ask("inlay_types", piece) or []:
        place = piece.place(one.line, one.column)
        if place.document is not document or not span.start.line <= place.line <= span.end.line:
            continue
        label = written(piece, one.label)
        if label is None or any(mark in label for mark in ("?", "<", "...", "*", "def ")):
            continue
        if not same_text(piece, one.line, one.column, one.line, one.column):
            continue
        at = piece.range(one.line, one.column, one.line, one.column)
        actions.append(types.CodeAction(
            title=f"Annotate `{label.strip()}`", kind=types.CodeActionKind.RefactorRewrite,
            edit=types.WorkspaceEdit(changes={document.uri: [types.TextEdit(at, label)]}),
        ))  # fmt: skip
    return actions


def _fix_all(piece: Piece, found: list[Diagnostic]) -> list[types.CodeAction]:
    """The certain fixes of all diagnostics, those left out that meet an earlier one."""
    changes: dict[str, list[types.TextEdit]] = {}
    taken: list[tuple[int, int, int, int]] = []
    count = 0
    for one in found:
        if not one.fixes:
            continue
        fix = one.fixes[0]
        spans = [(e.line, e.column, e.end_line, e.end_column) for e in fix.edits]
        if any(a[:2] <= b[2:] and b[:2] <= a[2:] for a in spans for b in taken):
            continue
        edits = fix_edits(piece, fix)
        if edits:
            count += 1
            taken += spans
            for uri, several in edits.items():
                changes.setdefault(uri, []).extend(several)
    if not changes:
        return []
    return [types.CodeAction(
        title=f"Fix all that ringfence can ({count})", kind=_FIX_ALL,
        edit=types.WorkspaceEdit(changes=changes),
    )]  # fmt: skip


def _commands(server: Server, piece: Piece, document: Document) -> list[types.CodeAction]:
    index = server.pieces(document).index(piece)
    argument = {"uri": document.uri, "index": index}
    return [
        types.CodeAction(
            title=title, kind=_RUN,
            command=types.Command(title, command=name, arguments=[argument]),
        )
        for title, name in (
            ("Run in sandbox", "ringfence.run"), ("Check", "ringfence.check"),
            ("Show bytecode", "ringfence.bytecode"),
        )
    ]  # fmt: skip
