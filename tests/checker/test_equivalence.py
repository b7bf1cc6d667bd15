"""The resident session says what a full build of mypy says, word for word and place for place.

A sample in each run; all of them, more than a thousand with those of ``good`` and ``planted``, with
``RINGFENCE_ALL=1``.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = 24


def files() -> list[str]:
    found = sorted(str(path) for path in (ROOT / "programs").rglob("*.py"))
    if not os.environ.get("RINGFENCE_ALL"):
        return found[:: max(len(found) // SAMPLE, 1)]
    here = Path(__file__).parent
    return found + sorted(
        str(path) for folder in ("good", "planted") for path in (here / folder).rglob("*.txt")
    )


def messages(how: str, files: list[str]) -> list[list[dict]]:
    command = [sys.executable, str(Path(__file__).with_name("equivalence.py")), how, *files]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    return json.loads(done.stdout)


def test_the_resident_session_equals_full_builds():
    names = files()
    resident = [
        sorted((m[0], m[1], m[5], m[6]) for m in many if m[4] == "error")
        for many in messages("resident", names)
    ]
    full = [
        sorted((m["line"], m["column"], m["message"], m["code"] or "") for m in many
               if m["severity"] == "error")
        for many in messages("full", names)
    ]
    assert sum(map(len, full)) > len(full) // 2  # there is something to compare
    for number, (ours, theirs) in enumerate(zip(resident, full, strict=True)):
        assert ours == theirs, number
