"""What runs is never flagged: no program that runs to its end has an error.

``tests/programs``, and in ``good/agents`` programs as models write them, which run here against the
functions of ``good/agents/host.py``.
"""

import ast
import asyncio
import io
import runpy
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import ringfence

ROOT = Path(__file__).parents[1] / "programs"
PROGRAMS = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.py"))

# programs that show on purpose what a check from outside must take for a mistake
BEYOND = {
    "fuzzed/throw_before_the_first_step_decorated.py": "a misspelt name in a coroutine that never starts",
    "iterators/protocols.py": "prints what `append` gives, which is a mistake wherever it is not meant",
}
CASES = [
    pytest.param(name, marks=pytest.mark.xfail(reason=BEYOND[name], strict=True))
    if name in BEYOND else name
    for name in PROGRAMS if not name.startswith("tracebacks/")
]


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


@pytest.mark.parametrize("name", CASES)
@pytest.mark.filterwarnings("ignore")
def test_a_program_that_runs_has_no_error(find, name):
    code = (ROOT / name).read_text(encoding="utf-8")
    errors = [str(d) for d in find(code) if d.severity == "error"]
    if errors and not runs(code):
        return
    assert errors == []


LEAST = 500  # programs that run


def test_there_are_enough_programs():
    assert len(CASES) + len(AGENTS) >= LEAST


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


def agents() -> list:
    """The programs of ``good/agents``, with file and number."""
    return [
        pytest.param(code, id=f"{path.stem}-{number}")
        for path in sorted((GOOD / "agents").glob("*.txt"))
        for number, code in enumerate(path.read_text(encoding="utf-8").split("# ----\n"))
    ]


AGENTS = agents()


@pytest.fixture(scope="module")
def lent() -> dict:
    return runpy.run_path(str(GOOD / "agents" / "host.py"))["FUNCTIONS"]


@pytest.mark.parametrize("code", AGENTS)
def test_programs_of_agents_run_and_have_no_error(find, lent, code):
    program = ringfence.Monty(code)
    asyncio.run(ringfence.run_monty_async(
        program, external_functions=lent, print_callback=lambda stream, text: None,
        limits={"max_instructions": 50_000_000},
    ))
    found = find(code, GOOD / "agents" / "host.pyi")
    assert [str(d) for d in found if d.severity == "error"] == []
