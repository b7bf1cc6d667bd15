"""Bugs of the kinds that models make, each planted in a small program: the check finds them.

The files of ``planted/`` and ``planted/agents/`` hold programs with a line ``# ----`` between; the
line at fault ends with ``# BUG``. ``host.pyi`` is what the host lends; programs of agents have that
of ``good/agents``.
"""

from pathlib import Path

import pytest

PLANTED = Path(__file__).parent / "planted"
LEAST = 0.97  # of all bugs


def programs(subject: str) -> list[tuple[str, int]]:
    """Programs of a file with the line of their bug."""
    found = []
    for part in (PLANTED / f"{subject}.txt").read_text(encoding="utf-8").split("# ----\n"):
        lines = [number for number, line in enumerate(part.split("\n"), 1) if "  # BUG" in line]
        assert len(lines) == 1, part
        found.append((part.replace("  # BUG", ""), lines[0]))
    return found


SUBJECTS = sorted(str(path.relative_to(PLANTED).with_suffix("")) for path in PLANTED.rglob("*.txt"))
AGENTS = Path(__file__).parent / "good" / "agents" / "host.pyi"


def is_found(find, code: str, line: int, stubs: Path) -> bool:
    return any(d.line <= line <= d.end_line for d in find(code, stubs))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_planted_bugs_are_found(find, subject):
    cases = programs(subject)
    stubs = AGENTS if subject.startswith("agents/") else PLANTED / "host.pyi"
    missed = [code for code, line in cases if not is_found(find, code, line, stubs)]
    assert len(missed) <= (1 - LEAST) * len(cases), missed


def test_there_are_enough_of_them():
    assert sum(len(programs(subject)) for subject in SUBJECTS) >= 400
