"""Programs mean what they mean under CPython: generated code run by the obvious interpreter."""

import ast
import contextlib
import io
from pathlib import Path
from typing import Any

import pytest

from ringfence.compile import compile_source
from runtime.front.interpreter import Machine

PROGRAMS = Path(__file__).parent / "programs"


def _outcome(run: Any) -> tuple[str, str]:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            end = repr(run())
        except Exception as error:
            end = f"{type(error).__name__}: {error}"
    return printed.getvalue(), end


def _cpython(source: str, inputs: dict[str, Any]) -> Any:
    tree = ast.parse(source)
    namespace = {"__name__": "__main__", **inputs}
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "main.py", "exec"), namespace)
    if last is None:
        return None
    return eval(compile(ast.Expression(last.value), "main.py", "eval"), namespace)


def compare(source: str, mode: str, inputs: dict[str, Any]) -> None:
    expected = _outcome(lambda: _cpython(source, inputs))
    program = compile_source(source, mode=mode, inputs=tuple(inputs))
    assert _outcome(Machine(program, inputs).run) == expected


@pytest.mark.parametrize("mode", ["program", "feed"])
@pytest.mark.parametrize("path", sorted(PROGRAMS.glob("*.txt")), ids=lambda path: path.stem)
def test_programs(path: Path, mode: str) -> None:
    """Each part of the file, up to a line of dashes, is a program of its own."""
    for source in path.read_text().split("# ----\n"):
        compare(source, mode, {})
