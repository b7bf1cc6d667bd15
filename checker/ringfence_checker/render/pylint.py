"""The format of pylint's parseable output, which many tools read."""

from __future__ import annotations

from ringfence_checker.diagnostics import Diagnostic


def render(files: dict[str, list[Diagnostic]], texts: dict[str, str], color: bool) -> str:
    """``file:line: [rule] message``, one line a finding."""
    return "\n".join(
        f"{name}:{one.line}: [{one.rule}] {one.message}"
        for name, found in files.items() for one in found
    )
