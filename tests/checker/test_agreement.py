"""What runs is never flagged: no program of ``tests/programs`` that runs to its end has an error."""

import ast
import io
from contextlib import redirect_stdout
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "programs"
PROGRAMS = sorted(str(path.relative_to(ROOT)) for path in ROOT.rglob("*.py"))

# programs that show on purpose what a check from outside must take for a mistake
BEYOND = {
    "async_await/coroutine_objects.py": "coroutines that are never awaited",
    "async_await/tasks_basics.py": "a task that may be None",
    "properties_descriptors/property_forms.py": "a decorated property taken apart",
    "classes/bases_assignment.py": "base classes that change",
    "classes/metaclass_basics.py": "names that a metaclass puts into the class body",
    "classes/name_mangling.py": "keywords whose names are mangled",
    "dunders/call_variants.py": "a __call__ that the class gets later",
    "exceptions/except_forms.py": "a division by zero that is wanted",
    "expressions/evaluation_order.py": "base classes that are computed",
    "generators/yield_from.py": "the result of a generator that returns nothing",
    "inheritance/super_forms.py": "an unbound super object",
    "realistic/typed_containers.py": "a module imported for type checkers only, that nobody has",
    "realistic/functools_uses.py": "mypy cannot infer the type of a lambda given to cmp_to_key",
}


def cases():
    for name in PROGRAMS:
        if name in BEYOND:
            yield pytest.param(name, marks=pytest.mark.xfail(reason=BEYOND[name], strict=True))
        elif not name.startswith("tracebacks/"):
            yield name


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


@pytest.mark.parametrize("name", list(cases()))
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
