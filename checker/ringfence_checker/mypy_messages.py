"""Messages of mypy made diagnostics: codes, positions, severities, hints."""

from __future__ import annotations

from ringfence_checker.diagnostics import Diagnostic, Severity
from ringfence_checker.mypy_session import Found
from ringfence_checker.sources import Source


def diagnostics_of(messages: list[Found], source: Source) -> list[Diagnostic]:
    """Make diagnostics of messages; notes become the hint of the error before them."""
    found: list[Diagnostic] = []
    for message in messages:
        severity: Severity = "error" if message.severity == "error" else "note"
        line, end_line = max(message.line, 1), max(message.end_line, message.line, 1)
        found.append(Diagnostic(
            message.code or "misc", severity, message.message, line,
            source.code_points(line, max(message.column, 0)), end_line,
            source.code_points(end_line, max(message.end_column, 0)),
        ))  # fmt: skip
    return found
