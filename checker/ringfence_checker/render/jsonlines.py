"""One JSON object a line and finding."""

from __future__ import annotations

import json

from ringfence_checker.diagnostics import Diagnostic


def render(files: dict[str, list[Diagnostic]], texts: dict[str, str], color: bool) -> str:
    """All findings, one object a line."""
    return "\n".join(
        json.dumps({"file": name, **one.to_dict()}) for name, found in files.items() for one in found
    )
