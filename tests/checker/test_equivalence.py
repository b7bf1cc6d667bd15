"""The resident session says what a full build of mypy says, word for word and place for place.

A sample in each run; all programs with ``RINGFENCE_ALL=1``.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = 24


def programs() -> list[str]:
    found = sorted(str(path) for path in (ROOT / "programs").rglob("*.py"))
    return found if os.environ.get("RINGFENCE_ALL") else found[:: max(len(found) // SAMPLE, 1)]


def messages(how: str, files: list[str]) -> list[list[dict]]:
    command = [sys.executable, str(Path(__file__).with_name("equivalence.py")), how, *files]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return json.loads(done.stdout)


def test_the_resident_session_equals_full_builds():
    files = programs()
    resident = [
        sorted((m[0], m[1], m[5], m[6]) for m in many if m[4] == "error")
        for many in messages("resident", files)
    ]
    full = [
        sorted((m["line"], m["column"], m["message"], m["code"]) for m in many
               if m["severity"] == "error")
        for many in messages("full", files)
    ]
    assert sum(map(len, full)) > len(files) // 2  # there is something to compare
    for name, ours, theirs in zip(files, resident, full, strict=True):
        assert ours == theirs, name
