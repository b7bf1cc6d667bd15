"""Each meant difference from CPython is there, on both sides, as docs/differences.md tells it."""

import sys

import pytest

import ringfence
from differences import PAGE, Difference, differences, page
from differential import NAME, Outcome, last_line, run_cpython, run_ringfence

ALL = differences()


def _shown(outcome: Outcome) -> str:
    lines = outcome.printed.splitlines()
    return "\n".join([*lines, last_line(outcome.error)] if outcome.error else lines)


def _first_pause(source: str) -> str:
    paused = ringfence.Monty(source, script_name=NAME).start()
    assert isinstance(paused, ringfence.FunctionSnapshot)
    return f"paused at {paused.function_name}({', '.join(map(repr, paused.args))})"


@pytest.mark.parametrize("difference", ALL, ids=lambda difference: difference.name)
def test_ringfence_does_what_the_page_says(difference: Difference) -> None:
    if difference.run_by == "start":
        done = _first_pause(difference.source)
    else:
        done = _shown(run_ringfence(difference.source))
    assert done == difference.ringfence


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="the page is about CPython 3.11")
@pytest.mark.parametrize(
    "difference", [d for d in ALL if d.cpython is not None], ids=lambda difference: difference.name
)
def test_cpython_does_what_the_page_says(difference: Difference) -> None:
    assert _shown(run_cpython(difference.source)) == difference.cpython


@pytest.mark.parametrize("difference", ALL, ids=lambda difference: difference.name)
def test_it_is_a_difference(difference: Difference) -> None:
    assert difference.cpython != difference.ringfence


def test_the_page_is_made_from_the_programs() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python tests/differences.py > docs/differences.md"
