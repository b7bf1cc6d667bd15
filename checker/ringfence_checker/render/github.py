"""Workflow commands of GitHub Actions: annotations at the lines of a pull request."""

from __future__ import annotations

from ringfence_checker.diagnostics import Diagnostic

_WORDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(files: dict[str, list[Diagnostic]], texts: dict[str, str], color: bool) -> str:
    """One command a finding."""
    return "\n".join(_command(name, one) for name, found in files.items() for one in found)


def _command(name: str, one: Diagnostic) -> str:
    place = f"file={_property(name)},line={one.line},endLine={one.end_line},col={one.column + 1}"
    if one.line == one.end_line:
        place += f",endColumn={one.end_column}"
    text = one.message + (f" {one.hint}" if one.hint else "")
    return f"::{_WORDS[one.severity]} {place},title={_property(one.rule)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
