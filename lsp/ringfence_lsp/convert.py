"""From the checker's words to the protocol's."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any, Final

from lsprotocol import types

from ringfence_lsp import rule_pages, sandbox_names

if TYPE_CHECKING:
    from ringfence_checker import Completion, Diagnostic, Fix, Hover
    from ringfence_lsp.pieces import Piece
    from ringfence_lsp.server import Server

SOURCE: Final = "ringfence"
_SEVERITY: Final = {
    "error": types.DiagnosticSeverity.Error, "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information, "information": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}  # fmt: skip
_UNNECESSARY: Final = ("unreachable", "unused-ignore", "unused-variable", "unused-import")
KINDS: Final = {
    "function": types.CompletionItemKind.Function,
    "host function": types.CompletionItemKind.Function,
    "method": types.CompletionItemKind.Method,
    "class": types.CompletionItemKind.Class,
    "module": types.CompletionItemKind.Module,
    "variable": types.CompletionItemKind.Variable,
    "attribute": types.CompletionItemKind.Field,
    "keyword": types.CompletionItemKind.Keyword,
    "parameter": types.CompletionItemKind.Property,
    "key": types.CompletionItemKind.Constant,
}


def diagnostic(
    server: Server, piece: Piece, one: Diagnostic, severities: dict[str, str]
) -> types.Diagnostic | None:
    """A diagnostic for the client; None when the settings say to leave it out."""
    severity = severities.get(one.rule, one.severity)
    if severity == "ignore":
        return None
    span = piece.range(one.line, one.column, one.end_line, one.end_column)
    message = one.message if not one.hint or one.hint in one.message else f"{one.message}\n{one.hint}"
    made = types.Diagnostic(
        range=span, severity=_SEVERITY[severity], code=one.rule, source=SOURCE, message=message
    )
    page = rule_pages.link(one.rule, server.configuration.client.documentation)
    if page:
        made.code_description = types.CodeDescription(page)
    if one.rule in _UNNECESSARY:
        made.tags = [types.DiagnosticTag.Unnecessary]
    related = _related(piece, one)
    if related:
        made.related_information = related
    return made


def _related(piece: Piece, one: Diagnostic) -> list[types.DiagnosticRelatedInformation]:
    """Where the name that a diagnostic is about was bound in the program, if it was."""
    names = names_of(piece)
    at = names.at(one.line, one.column)
    if at is None:
        return []
    binding, occurrence = at
    span = binding.definition()
    if span is None or span == occurrence.span:
        return []
    place = piece.place(span.line, span.column)
    return [types.DiagnosticRelatedInformation(
        types.Location(place.document.uri, piece.span(span)), f"`{binding.name}` is bound here"
    )]  # fmt: skip


def unusable_stubs(piece: Piece, why: str) -> types.Diagnostic:
    """Say at the head of a program that its stubs cannot be used."""
    return types.Diagnostic(
        range=piece.range(1, 0, 1, 1), severity=types.DiagnosticSeverity.Warning,
        code="stubs", source=SOURCE, message=f"{why}; only the syntax is checked",
    )


def names_of(piece: Piece) -> Any:
    """Names of a program, made once."""
    from ringfence_lsp.source.names import Names

    made = getattr(piece, "_names", None)
    if made is None:
        made = Names(piece.tree)
        piece._names = made  # type: ignore[attr-defined]
    return made


def fix_edits(piece: Piece, fix: Fix) -> dict[str, list[types.TextEdit]]:
    """Edits of a fix by document; empty when one of them cannot be made where the program stands."""
    edits: dict[str, list[types.TextEdit]] = {}
    for one in fix.edits:
        start = piece.place(one.line, one.column)
        span = piece.range(one.line, one.column, one.end_line, one.end_column)
        text = written(piece, one.new_text)
        if text is None or not same_text(piece, one.line, one.column, one.end_line, one.end_column):
            return {}
        edits.setdefault(start.document.uri, []).append(types.TextEdit(span, text))
    return edits


def written(piece: Piece, text: str) -> str | None:
    """How text is written where the program stands; None: it cannot be (escapes in a string)."""
    from ringfence_lsp.pieces import EmbeddedPiece

    if not isinstance(piece, EmbeddedPiece):
        return text
    if "\\" in text or '"""' in text or "'''" in text:
        return None
    inside = piece.inside
    assert inside is not None
    one_line = inside.span.line == inside.span.end_line
    if one_line and ("\n" in text or "'" in text or '"' in text):
        return None
    if "\n" in text:
        indent = _indent_of(piece)
        text = text.replace("\n", "\n" + indent) if indent else text
    return text


def _indent_of(piece: Piece) -> str:
    """What `dedent` took away, to be put back at the starts of new lines."""
    for number, line in enumerate(piece.text.split("\n"), 1):
        if line.strip():
            place = piece.place(number, 0)
            head: str = place.document.lines[place.line][: place.column]
            if head.strip() == "":
                return head
    return ""


def same_text(piece: Piece, line: int, column: int, end_line: int, end_column: int) -> bool:
    """Whether a range of the program reads the same in the document (no escapes inside)."""
    start, end = piece.place(line, column), piece.place(end_line, end_column)
    if start.document is not end.document:
        return False
    lines = piece.text.split("\n")
    if line == end_line:
        wanted = lines[line - 1][column:end_column] if line <= len(lines) else ""
        if start.line != end.line:
            return False
        return bool(start.document.body(start.line)[start.column : end.column] == wanted)
    return end.line - start.line == end_line - line


def hover_text(one: Hover) -> str:
    """A hover as Markdown."""
    head = one.signature or (f"{one.name}: {one.type}" if one.type else one.name)
    kind = "" if one.kind in ("expression", "variable") or one.signature else f"({one.kind}) "
    parts = [f"```python\n{kind}{head}\n```"]
    if one.kind == "host function":
        parts.append("*host function*")
    if one.doc:
        parts.append(one.doc)
    return "\n\n".join(parts)


def completion(one: Completion, index: int) -> types.CompletionItem:
    """A completion; its documentation comes with the resolve."""
    return types.CompletionItem(
        label=one.label, kind=KINDS.get(one.kind, types.CompletionItemKind.Text),
        detail=one.detail or None, sort_text=f"{_rank(one)}{index:05d}",
    )


def _rank(one: Completion) -> int:
    """What a program is likely to want first: its own names and the host's, then what is built in."""
    if one.label.startswith("_"):
        return 7 if one.label.startswith("__") else 6
    if one.kind in ("key", "parameter"):
        return 0
    if one.kind == "host function" or (one.kind != "class" and one.label not in sandbox_names.builtins()):
        return 1 if one.kind != "keyword" else 3
    if one.label in sandbox_names.builtins() and isinstance(getattr(builtins, one.label, None), type) and (
        issubclass(getattr(builtins, one.label), BaseException)
    ):
        return 5
    return 2 if one.label not in sandbox_names.builtins() else 4
