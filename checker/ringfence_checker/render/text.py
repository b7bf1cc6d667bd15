"""``file:line:column: error: message [rule]``, one line a finding; the column counts from 1."""

from __future__ import annotations

from ringfence_checker.diagnostics import Diagnostic

COLORS = {"error": "\033[31m", "warning": "\033[33m", "note": "\033[36m"}
RESET = "\033[0m"


def render(files: dict[str, list[Diagnostic]], texts: dict[str, str], color: bool) -> str:
    """All findings, one line each."""
    return "\n".join(line(name, one, color) for name, found in files.items() for one in found)


def line(name: str, one: Diagnostic, color: bool) -> str:
    """The line of one finding."""
    level = f"{COLORS[one.severity]}{one.severity}{RESET}" if color else one.severity
    hint = f"; {one.hint}" if one.hint else ""
    return f"{name}:{one.line}:{one.column + 1}: {level}: {one.message}{hint} [{one.rule}]"
