"""What runs is never flagged: no program of ``tests/programs`` that runs to its end has an error."""

import ast
import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "programs"
PROGRAMS = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.py"))


def runs(code: str) -> bool:
    """Whether CPython runs a program to its end."""
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        program = compile(code, "main.py", "exec", flags)
        if program.co_flags & 0x80:
            return True  # awaits at the top level: taken to run
        with redirect_stdout(io.StringIO()):
            exec(program, {"__name__": "__main__"})
    except BaseException:
        return False
    return True


@pytest.mark.parametrize("name", [n for n in PROGRAMS if not n.startswith("tracebacks/")])
@pytest.mark.filterwarnings("ignore")
def test_a_program_that_runs_has_no_error(find, name):
    code = (ROOT / name).read_text(encoding="utf-8")
    errors = [str(d) for d in find(code) if d.severity == "error"]
    if errors and not runs(code):
        return
    assert errors == []


GOOD = Path(__file__).parent / "good"
BENCH = Path(__file__).parents[2] / "bench" / "programs"


@pytest.mark.parametrize("path", sorted(GOOD.glob("*.txt")), ids=lambda path: path.stem)
def test_programs_as_models_write_them_have_no_error(find, path):
    found = find(path.read_text(encoding="utf-8"), GOOD / "host.pyi")
    assert [str(d) for d in found if d.severity == "error"] == []


@pytest.mark.parametrize("path", sorted(BENCH.glob("*.py")), ids=lambda path: path.stem)
def test_programs_of_the_bench_have_no_error(find, path):
    found = find(path.read_text(encoding="utf-8"))
    assert [str(d) for d in found if d.severity == "error"] == []
