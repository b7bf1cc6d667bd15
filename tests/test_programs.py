"""Every program under tests/programs does under ringfence what it does under CPython."""

from pathlib import Path

import pytest

from differential import run_cpython, run_ringfence

PROGRAMS = sorted(Path(__file__).parent.glob("programs/**/*.py"))


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_program_does_what_cpython_does(path: Path) -> None:
    source = path.read_text()
    assert str(run_ringfence(source)) == str(run_cpython(source))
