"""Most mistakes that make a program fail are said before: a sample of `bench/caught.py`."""

import runpy
from pathlib import Path

BENCH = Path(__file__).parents[2] / "bench" / "caught.py"
LEAST = 0.75  # the whole: docs/caught.md


def test_most_mistakes_are_caught_before_they_fail():
    rows = runpy.run_path(str(BENCH))["measure"](each=1, seed=0, most=1)
    caught = sum(bool(row["caught"]) for row in rows)
    assert len(rows) >= 10
    assert caught >= LEAST * len(rows)
    for kind in ("NameError", "missing module or name", "refused text"):
        assert all(row["caught"] for row in rows if row["class"] == kind)
