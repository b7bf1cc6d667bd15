"""Programs inside the strings of host Python, with the place of each of their characters.

Found are literals given to ``Monty(...)``, ``check(...)``,
``Session.feed_run(...)``/``feed_start(...)``, directly, by a name that is bound once, or through
``textwrap.dedent``/``strip``; and literals that a comment ``# ringfence`` marks (on the line above,
or after the string). A string whose text cannot be placed exactly (an f-string) is left alone.
"""

from __future__ import annotations

import ast
import io
import re
import textwrap
import tokenize
import unicodedata
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ringfence_lsp.source.tree import Span, Tree, span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

Place = tuple[int, int]  # line from 1, column in code points
_PACKAGES: Final = ("ringfence", "pydantic_monty", "ringfence_checker")
_FEEDS: Final = ("feed_run", "feed_start")
_MARK: Final = re.compile(r"#\s*ringfence\b(?!-)\s*:?\s*(?P<rest>.*)")
_ESCAPE: Final = re.compile(
    r"\\(?:\n|[\\'\"abfnrtv]|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\})"
)
_SIMPLE: Final = {
    "\n": "", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n",
    "r": "\r", "t": "\t", "v": "\v",
}  # fmt: skip


class Embedded(NamedTuple):
    """A program in a string.

    ``places`` has one entry for each character of ``text``, and one for its end. ``inputs``,
    ``stubs``: what the call says, None where it says nothing that can be read off. ``mark``: the
    words of its comment. ``session``: name of the variable that is fed, '' for a program of its
    own. ``lent``: names of ``external_functions`` in the file.
    """

    text: str
    places: list[Place]
    span: Span
    inputs: dict[str, str] | None
    stubs: str | None
    mark: str
    session: str
    lent: tuple[str, ...]


def embedded_programs(tree: Tree) -> list[Embedded]:
    """Programs in the strings of a module, in the order of the text."""
    text = "\n".join(tree.lines)
    if not any(word in text for word in ("Monty", "ringfence", "pydantic_monty")):
        return []
    finder = _Finder(tree)
    finder.find()
    return sorted(finder.found.values(), key=lambda one: one.span)


class _Finder:
    def __init__(self, tree: Tree) -> None:
        self.lines = tree.lines
        self.module = tree.module
        self.found: dict[int, Embedded] = {}
        self.imported: set[str] = set()
        self.bound: dict[str, list[ast.expr]] = {}
        self.lent: list[str] = []

    def find(self) -> None:
        marks = self._marks()
        calls: list[ast.Call] = []
        for node in ast.walk(self.module):
            if isinstance(node, ast.Call):
                calls.append(node)
                self._note_lent(node)
            elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in _PACKAGES:
                self.imported.update(alias.asname or alias.name for alias in node.names)
            elif isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for target in targets:
                    if isinstance(target, ast.Name):
                        self.bound.setdefault(target.id, []).append(node.value)
        for call in calls:
            self._take_call(call)
        if marks:
            for node in ast.walk(self.module):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    mark = marks.get(node.end_lineno or 0, marks.get(node.lineno - 1))
                    if mark is not None and id(node) not in self.found:
                        self._add(node, node, None, None, mark, "")

    def _marks(self) -> dict[int, str]:
        """Words of the marking comments by line; for one alone on its line, the line below asks."""
        marks: dict[int, str] = {}
        for number, line in enumerate(self.lines, 1):
            if "ringfence" in line and "#" in line:
                match = _MARK.search(line)
                if match and _is_comment(line, match.start()):
                    marks[number] = match["rest"].strip()
        return marks

    def _note_lent(self, call: ast.Call) -> None:
        for keyword in call.keywords:
            if keyword.arg != "external_functions":
                continue
            value = keyword.value
            keys: list[ast.expr | None] = []
            if isinstance(value, ast.Dict):
                keys = list(value.keys)
            elif isinstance(value, (ast.List, ast.Tuple, ast.Set)):
                keys = list(value.elts)
            for key in keys:
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    self.lent.append(key.value)

    def _take_call(self, call: ast.Call) -> None:
        session = ""
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in _FEEDS and isinstance(call.func, ast.Attribute):
            session = ast.unparse(call.func.value)
        elif name == "check":
            owner = getattr(getattr(call.func, "value", None), "id", "")
            if owner not in _PACKAGES and not (isinstance(call.func, ast.Name) and name in self.imported):
                return
        elif name != "Monty":
            return
        given = call.args[0] if call.args else _keyword(call, "code")
        if given is None:
            return
        resolved = given
        if isinstance(given, ast.Name):
            values = self.bound.get(given.id, [])
            if len(values) != 1:
                return
            resolved = values[0]
        literal = _literal(resolved)
        if literal is None:
            return
        self._add(literal, resolved, _inputs(_keyword(call, "inputs")),
                  _constant(_keyword(call, "stubs")), "", session)

    def _add(self, literal: ast.Constant, outer: ast.expr, inputs: dict[str, str] | None,
             stubs: str | None, mark: str, session: str) -> None:
        characters = _placed(literal, self.lines)
        if characters is None:
            return
        characters = _transformed(outer, characters)
        if characters is None:
            return
        span = span_of(literal)
        end = (span.end_line, span.end_column)
        places = [place for _, place in characters]
        places.append(_after(characters, end))
        text = "".join(character for character, _ in characters)
        before = self.found.get(id(literal))
        lent = tuple(dict.fromkeys(self.lent))
        made = Embedded(text, places, span, inputs, stubs, mark, session, lent)
        if before is not None:  # one text, two calls: what either says counts
            made = made._replace(
                inputs={**(before.inputs or {}), **(inputs or {})} if before.inputs or inputs else None,
                stubs=stubs or before.stubs,
            )
        self.found[id(literal)] = made


def _is_comment(line: str, at: int) -> bool:
    """Whether the `#` at a column starts a comment, as far as quotes on the line tell."""
    quote = ""
    for column, character in enumerate(line[:at]):
        if quote:
            if character == quote and line[column - 1] != "\\":
                quote = ""
        elif character in "\"'":
            quote = character
    head = line[:at].rstrip()
    return not quote or head.endswith(('"""', "'''"))


def _keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((one.value for one in call.keywords if one.arg == name), None)


def _constant(node: ast.expr | None) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def _inputs(node: ast.expr | None) -> dict[str, str] | None:
    if node is None:
        return None
    try:
        value: Any = ast.literal_eval(node)
    except (ValueError, TypeError, SyntaxError):
        return None
    if isinstance(value, str):
        return {value: ""}
    if isinstance(value, (list, tuple, set)):
        return {name: "" for name in value if isinstance(name, str)}
    if isinstance(value, dict):
        return {name: str(kind) for name, kind in value.items() if isinstance(name, str)}
    return None


def _literal(node: ast.expr) -> ast.Constant | None:
    """The literal behind `dedent(...)`, `.strip()` and the like."""
    if isinstance(node, ast.Constant):
        return node if isinstance(node.value, str) else None
    if isinstance(node, ast.Call) and not node.keywords:
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name == "dedent" and len(node.args) == 1:
            return _literal(node.args[0])
        if name in ("strip", "lstrip", "rstrip") and not node.args:
            assert isinstance(node.func, ast.Attribute)
            return _literal(node.func.value)
    return None


# ---------------------------------------------------------------- characters and their places
Characters = list[tuple[str, Place]]


def _placed(literal: ast.Constant, lines: list[str]) -> Characters | None:
    """Characters of a literal; None when they cannot be told exactly."""
    span = span_of(literal)
    rows = lines[span.line - 1 : span.end_line]
    if not rows:
        return None
    rows = [*rows]
    rows[-1] = rows[-1][: span.end_column]
    rows[0] = rows[0][span.column :]
    characters: Characters = []
    try:
        # in brackets, so that several literals may stand on lines of their own
        source = "(" + "\n".join(rows) + "\n)"
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.STRING:
                row, column = token.start
                shift = span.column - 1 if row == 1 else 0
                decoded = _decoded(token.string, span.line + row - 1, column + shift)
                if decoded is None:
                    return None
                characters += decoded
            elif token.string and token.string not in "()" and token.type not in (
                tokenize.NL, tokenize.NEWLINE, tokenize.COMMENT, tokenize.ENDMARKER,
                tokenize.INDENT, tokenize.DEDENT,
            ):
                return None
    except (tokenize.TokenError, SyntaxError):
        return None
    return characters if "".join(one for one, _ in characters) == literal.value else None


def _decoded(token: str, line: int, column: int) -> Characters | None:
    opening = re.match(r"(?i)([a-z]*)('''|\"\"\"|'|\")", token)
    if opening is None or set("fFbBtT") & set(opening[1]):
        return None
    raw = "r" in opening[1].lower()
    body = token[opening.end() : len(token) - len(opening[2])]
    column += opening.end()
    characters: Characters = []
    at = 0
    while at < len(body):
        match = None if raw or body[at] != "\\" else _ESCAPE.match(body, at)
        piece = match[0] if match else body[at]
        value = _unescaped(piece) if match else piece
        if value is None:
            return None
        if value:
            characters.append((value, (line, column)))
        if piece.endswith("\n"):
            line, column = line + piece.count("\n"), 0
        else:
            column += len(piece)
        at += len(piece)
    return characters


def _unescaped(piece: str) -> str | None:
    kind = piece[1]
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    try:
        if kind == "N":
            return unicodedata.lookup(piece[3:-1])
        return chr(int(piece[2:], 16) if kind in "xuU" else int(piece[1:], 8))
    except (KeyError, ValueError):
        return None


def _transformed(node: ast.expr, characters: Characters) -> Characters | None:
    """Apply the calls between the literal and the program to characters with their places."""
    if not isinstance(node, ast.Call):
        return characters
    if isinstance(node.func, ast.Attribute) and not node.args:
        inner = _transformed(node.func.value, characters)
        return None if inner is None else _stripped(inner, node.func.attr)
    inner = _transformed(node.args[0], characters)
    return None if inner is None else _dedented(inner)


def _stripped(characters: Characters, how: str) -> Characters:
    start, stop = 0, len(characters)
    if how in ("strip", "lstrip"):
        while start < stop and characters[start][0].isspace():
            start += 1
    if how in ("strip", "rstrip"):
        while stop > start and characters[stop - 1][0].isspace():
            stop -= 1
    return characters[start:stop]


def _dedented(characters: Characters) -> Characters | None:
    text = "".join(character for character, _ in characters)
    wanted = textwrap.dedent(text).split("\n")
    kept: Characters = []
    for index, row in enumerate(_rows(characters)):
        newline = row[-1:] if row and row[-1][0] == "\n" else []
        body = row[: len(row) - len(newline)]
        if index >= len(wanted):
            return None
        tail = body[len(body) - len(wanted[index]) :] if wanted[index] else []
        if "".join(character for character, _ in tail) != wanted[index]:
            return None
        kept += tail + newline
    return kept


def _rows(characters: Characters) -> Iterator[Characters]:
    row: Characters = []
    for one in characters:
        row.append(one)
        if one[0] == "\n":
            yield row
            row = []
    yield row


def _after(characters: Characters, end: Place) -> Place:
    """Where the text ends: right after its last character, or the string's end if it has none."""
    if not characters:
        return end[0], max(end[1] - 1, 0)
    character, (line, column) = characters[-1]
    if character == "\n" and (line, column) < end:
        return (line + 1, 0) if line < end[0] else (line, column + 2)
    return line, column + 1
