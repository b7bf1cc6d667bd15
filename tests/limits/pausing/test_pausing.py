"""A host call may stand anywhere: paused there and carried to another process, a run goes on alike."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from limits.pausing.process import step
import ringfence
from ringfence import Monty

HERE = Path(__file__).parent
PROGRAMS = sorted((HERE / "programs").glob("*.py"))


class Other:
    """The other process."""

    def __init__(self) -> None:
        paths = [str(Path(ringfence.__file__).parents[1]), str(HERE.parents[1])]
        self._process = subprocess.Popen(
            [sys.executable, "-X", "faulthandler", str(HERE / "process.py")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )  # fmt: skip

    def step(self, data: bytes) -> dict[str, Any]:
        """Have the process do one step."""
        into, out = self._process.stdin, self._process.stdout
        assert into is not None
        assert out is not None
        into.write(base64.b64encode(data).decode() + "\n")
        into.flush()
        answer: dict[str, Any] = json.loads(out.readline())
        return answer

    def close(self) -> None:
        """End the process."""
        self._process.communicate(timeout=10)


@pytest.fixture(scope="module")
def other() -> Iterator[Other]:
    kept = os.environ.get("RINGFENCE_KEY")
    os.environ["RINGFENCE_KEY"] = "a key that both processes know"
    process = Other()
    yield process
    process.close()
    if kept is None:
        del os.environ["RINGFENCE_KEY"]
    else:
        os.environ["RINGFENCE_KEY"] = kept


def first_pause(program: Monty, printed: list[str]) -> bytes:
    """Run to the first host call."""
    snapshot: Any = program.start(
        external_functions=["ask"], print_callback=lambda _, text: printed.append(text)
    )
    data: bytes = snapshot.dump()
    return data


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_a_run_carried_from_process_to_process_ends_as_one_that_stayed(
    path: Path, other: Other
) -> None:
    program = Monty(path.read_text())
    whole: list[str] = []
    result = program.run(
        external_functions={"ask": lambda value: value},
        print_callback=lambda _, text: whole.append(text),
    )
    printed: list[str] = []
    data = first_pause(program, printed)
    away = True
    while True:
        answer = other.step(data) if away else step(data)
        away = not away
        printed.append(answer["printed"])
        if "output" in answer:
            break
        data = base64.b64decode(answer["bytes"])
    assert "".join(printed) == "".join(whole)
    assert answer["output"] == repr(result)
