"""Each finding with its lines of source and carets below."""

from __future__ import annotations

import unicodedata

from ringfence_checker.diagnostics import Diagnostic
from ringfence_checker.render import lines_of
from ringfence_checker.render.text import COLORS, RESET

TAB = 4  # columns a tab is shown as
MAX_WIDTH = 160  # columns of source shown


def render(files: dict[str, list[Diagnostic]], texts: dict[str, str], color: bool) -> str:
    """All findings, an empty line between, and a last line with their numbers."""
    parts = []
    for name, found in files.items():
        lines = lines_of(texts[name]) if name in texts else []
        parts += [_finding(name, one, lines, color) for one in found]
    every = [one for found in files.values() for one in found]
    if not every:
        return "no findings"
    counts = ", ".join(
        f"{number} {word}{'s' if number > 1 else ''}" for word in COLORS
        if (number := sum(one.severity == word for one in every))
    )
    return "\n\n".join([*parts, f"found {counts}"])


def _finding(name: str, one: Diagnostic, lines: list[str], color: bool) -> str:
    paint, reset = (COLORS[one.severity], RESET) if color else ("", "")
    bold, blue = ("\033[1m", "\033[34m") if color else ("", "")
    width = len(str(one.line))
    out = [
        f"{paint}{one.severity}[{one.rule}]{reset}{bold}: {one.message}{reset}",
        f"{' ' * width}{blue}-->{reset} {name}:{one.line}:{one.column + 1}",
    ]
    if 0 < one.line <= len(lines):
        text = lines[one.line - 1]
        end = one.end_column if one.end_line == one.line else len(text)
        before = _width(text[: one.column])
        carets = max(_width(text[one.column : end]), 1)
        shown = text.expandtabs(TAB) if "\t" not in text else text.replace("\t", " " * TAB)
        bar = f"{blue}|{reset}"
        out += [
            f"{' ' * width} {bar}",
            f"{blue}{one.line}{reset} {bar} {shown[:MAX_WIDTH]}",
            f"{' ' * width} {bar} {' ' * min(before, MAX_WIDTH)}{paint}"
            f"{'^' * max(min(carets, MAX_WIDTH - before), 1)}{reset}",
        ]
    if one.hint:
        out.append(f"{' ' * width} {blue}={reset} help: {one.hint}")
    out += [f"{' ' * width} {blue}={reset} fix: {fix.title}" for fix in one.fixes]
    return "\n".join(out)


def _width(text: str) -> int:
    """Columns of a terminal that a text takes."""
    columns = 0
    for character in text:
        if character == "\t":
            columns += TAB
        elif unicodedata.combining(character) or unicodedata.category(character) == "Cf":
            continue
        else:
            columns += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return columns
