"""Every program under tests/programs does under ringfence what it does under CPython."""

from pathlib import Path
from typing import Any

import pytest

from differential import run_cpython, run_ringfence

# Differences that are bugs, each with what is wrong; the mark is strict: a mended one must leave.
KNOWN: dict[str, str] = {}


def _case(path: Path) -> Any:
    name = f"{path.parent.name}/{path.stem}"
    marks = [pytest.mark.xfail(reason=KNOWN[name], strict=True)] if name in KNOWN else []
    return pytest.param(path, id=name, marks=marks)


PROGRAMS = sorted(Path(__file__).parent.glob("programs/**/*.py"))


@pytest.mark.parametrize("path", [_case(path) for path in PROGRAMS])
def test_program_does_what_cpython_does(path: Path) -> None:
    source = path.read_text()
    assert str(run_ringfence(source)) == str(run_cpython(source))
