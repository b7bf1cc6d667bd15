"""A JSON array of findings, each with its file."""

from __future__ import annotations

import json

from ringfence_checker.diagnostics import Diagnostic


def render(files: dict[str, list[Diagnostic]], texts: dict[str, str], color: bool) -> str:
    """All findings in one array."""
    return json.dumps(
        [{"file": name, **one.to_dict()} for name, found in files.items() for one in found], indent=2
    )
