"""Each place where a host call may stand: paused inside it, the run goes on in another process.

The places are the sections of ``places.txt``. ``ask`` answers its first argument; CPython with such
a function says what a program prints.
"""

from __future__ import annotations

import base64
import contextlib
import io
from pathlib import Path
from typing import Any

import pytest

from limits.pausing.process import step
from limits.pausing.test_pausing import Other, other  # noqa: F401 (a fixture)
from ringfence import Monty


def sections(text: str) -> dict[str, str]:
    """The programs of the table by their place."""
    found: dict[str, str] = {}
    for part in text.split("### ")[1:]:
        place, _, program = part.partition("\n")
        assert place not in found
        found[place] = program
    return found


PLACES = sections((Path(__file__).parent / "places.txt").read_text())
# CPython takes the hashes of these from the tables
HASHED_AGAIN = "operations of whole dicts and sets"


def under_cpython(program: str) -> tuple[str, int]:
    """What is printed, and how many times the host is asked."""
    printed = io.StringIO()
    asked = 0

    def ask(value: Any) -> Any:
        nonlocal asked
        asked += 1
        return value

    with contextlib.redirect_stdout(printed):
        exec(compile(program, "main.py", "exec", dont_inherit=True), {"ask": ask, "__name__": "__main__"})
    return printed.getvalue(), asked


@pytest.mark.parametrize("place", PLACES)
def test_a_run_paused_inside_goes_on_in_another_process(place: str, other: Other) -> None:  # noqa: F811
    expected, asked = under_cpython(PLACES[place])
    printed: list[str] = []
    snapshot: Any = Monty(PLACES[place]).start(
        external_functions=["ask"], print_callback=lambda _, text: printed.append(text)
    )
    data = snapshot.dump()
    pauses = 1
    while True:
        answer = other.step(data) if pauses % 2 else step(data)
        printed.append(answer["printed"])
        if "output" in answer:
            break
        pauses += 1
        data = base64.b64decode(answer["bytes"])
    assert "".join(printed) == expected
    assert pauses == asked or place == HASHED_AGAIN
