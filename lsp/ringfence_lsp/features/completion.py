"""textDocument/completion and completionItem/resolve."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ringfence_lsp import convert
from ringfence_lsp.features import feature

if TYPE_CHECKING:
    from ringfence_lsp.server import Server

_OPTIONS = types.CompletionOptions(
    trigger_characters=[".", "(", "[", '"', "'"], resolve_provider=True,
)


@feature(types.TEXT_DOCUMENT_COMPLETION, _OPTIONS)
async def completion(
    server: Server, params: types.CompletionParams
) -> types.CompletionList | None:
    """Names that can stand at a place; documentation comes with the resolve."""
    at = server.at(params)
    if at is None:
        return None
    line = at.piece.text.split("\n")[at.line - 1]
    if in_comment(line, at.column):
        return None
    found = await server.checks.ask("completions", at.piece, at.line, at.column)
    server.completed = {one.label: one for one in found or []}
    items = [convert.completion(one, index) for index, one in enumerate(found or [])]
    trigger = params.context.trigger_character if params.context else None
    if trigger in ("(", "[", '"', "'"):
        items = [item for item in items if item.kind in (
            types.CompletionItemKind.Property, types.CompletionItemKind.Constant)]  # fmt: skip
    for item in items:
        item.data = at.piece.document.uri
    return types.CompletionList(is_incomplete=False, items=items)


def in_comment(line: str, column: int) -> bool:
    """Whether a place of a line is in a comment, as far as quotes on the line tell."""
    quote = ""
    for character in line[:column]:
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character == "#":
            return True
    return False


@feature(types.COMPLETION_ITEM_RESOLVE)
async def resolve(server: Server, item: types.CompletionItem) -> types.CompletionItem:
    """The documentation of an item of the last list."""
    known: Any = server.completed.get(item.label)
    if known is not None:
        text = f"```python\n{known.detail}\n```\n\n{known.doc}" if known.detail else known.doc
        if text:
            item.documentation = types.MarkupContent(types.MarkupKind.Markdown, text)
    return item
