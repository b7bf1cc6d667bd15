"""GitLab's code quality report."""

from __future__ import annotations

import hashlib
import json

from ringfence_checker.diagnostics import Diagnostic

_WORDS = {"error": "major", "warning": "minor", "note": "info"}


def render(files: dict[str, list[Diagnostic]], texts: dict[str, str], color: bool) -> str:
    """A JSON array; fingerprints stay the same when lines move."""
    seen: dict[str, int] = {}
    out = []
    for name, found in files.items():
        for one in found:
            key = f"{name}\0{one.rule}\0{one.message}"
            seen[key] = seen.get(key, 0) + 1
            out.append({
                "description": one.message,
                "check_name": one.rule,
                "fingerprint": hashlib.sha256(f"{key}\0{seen[key]}".encode()).hexdigest(),
                "severity": _WORDS[one.severity],
                "location": {
                    "path": name,
                    "positions": {
                        "begin": {"line": one.line, "column": one.column + 1},
                        "end": {"line": one.end_line, "column": one.end_column + 1},
                    },
                },
            })  # fmt: skip
    return json.dumps(out, indent=2)
