"""Agent text made safe for mypy, and positions brought back to the text as it was given.

What is done keeps every line and column: comments that would switch the checker off are blanked in
place, and texts that no parser should see are refused.
"""

from __future__ import annotations

import io
import re
import tokenize
from typing import Final, NamedTuple

MAX_CHARACTERS: Final = 400_000
MAX_LINES: Final = 20_000
MAX_DEPTH: Final = 90  # of brackets
MAX_TERMS: Final = 2_000  # operators in one logical line: mypy recurses over them
MAX_LINE: Final = 100_000  # characters of one line

_SWITCH = re.compile(r"#\s*(?:type:|mypy:|pyright:|ruff:|noqa)", re.IGNORECASE)


class Refusal(NamedTuple):
    """Why a text is not checked, and where."""

    message: str
    line: int
    column: int


class Source:
    """A text with its lines.

    ``text`` is what was given, ``safe`` what the analysers see. Lines are those of Python's
    tokenizer: ended by LF, CR LF or CR, and by nothing else.
    """

    __slots__ = ("_lines", "is_ascii", "safe", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.is_ascii = text.isascii()
        self._lines: list[str] | None = None
        safe = text
        if "\r" in safe:
            safe = safe.replace("\r\n", "\n").replace("\r", "\n")
        if safe.startswith("\ufeff"):
            safe = safe[1:]
        if _SWITCH.search(safe):
            safe = without_switches(safe)
        self.safe = safe

    @property
    def lines(self) -> list[str]:
        """The lines of the safe text, without their ends."""
        if self._lines is None:
            self._lines = self.safe.split("\n")
        return self._lines

    def line(self, number: int) -> str:
        """Line ``number`` (from 1); '' beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def code_points(self, number: int, byte_column: int) -> int:
        """Column in code points for a column in UTF-8 bytes."""
        if self.is_ascii or byte_column <= 0:
            return byte_column
        line = self.line(number)
        if line.isascii():
            return byte_column
        return len(line.encode("utf-8", "surrogatepass")[:byte_column].decode("utf-8", "ignore"))

    def byte_column(self, number: int, column: int) -> int:
        """Column in UTF-8 bytes for a column in code points."""
        if self.is_ascii:
            return column
        return len(self.line(number)[:column].encode("utf-8", "surrogatepass"))

    def given_column(self, number: int, column: int) -> int:
        """Column in the text as given: a byte order mark counts as a character of line 1."""
        return column + 1 if number == 1 and self.text.startswith("\ufeff") else column


def without_switches(text: str) -> str:
    """Blank comments that are orders to checkers; same length, same lines."""
    places = _comments(text)
    if places is None:  # not tokenizable: no parser will take it, but blank what may be one
        return _SWITCH.sub(lambda match: "#" + "." * (len(match.group()) - 1), text)
    lines = text.split("\n")
    for number, column in places:
        line = lines[number - 1]
        comment = line[column:]
        if _SWITCH.search(comment):
            lines[number - 1] = line[:column] + "#" + "." * (len(comment) - 1)
    return "\n".join(lines)


def _comments(text: str) -> list[tuple[int, int]] | None:
    try:
        return [
            token.start for token in tokenize.generate_tokens(io.StringIO(text).readline)
            if token.type == tokenize.COMMENT
        ]
    except (tokenize.TokenError, SyntaxError, IndexError):
        return None


def refusal(text: str) -> Refusal | None:
    """Say why a text is too large or odd to be checked; None for an ordinary one."""
    if len(text) > MAX_CHARACTERS:
        return Refusal(f"the program has {len(text)} characters; at most {MAX_CHARACTERS} are "
                       "checked", 1, 0)
    lines = text.count("\n") + 1
    if lines > MAX_LINES:
        return Refusal(f"the program has {lines} lines; at most {MAX_LINES} are checked", 1, 0)
    if "\0" in text:
        at = text.index("\0")
        line, column = _place(text, at)
        return Refusal("source code string cannot contain null bytes", line, column)
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError as error:
            line, column = _place(text, error.start)
            return Refusal(
                f"the text holds a lone surrogate, '\\u{ord(text[error.start]):04x}'", line, column
            )
    return None


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1)
