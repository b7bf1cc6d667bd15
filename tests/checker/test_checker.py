"""The worker behind a checker: warm, replaced when it dies, closed."""

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ringfence_checker import Checker, CheckerError, check


def test_a_dead_worker_is_replaced():
    with Checker() as checker:
        assert [d.rule for d in checker.check("len(3)")] == ["arg-type"]
        assert checker._process is not None
        os.kill(checker._process._process.pid, signal.SIGKILL)
        assert [d.rule for d in checker.check("x = 1")] == ["too-complex"]
        assert [d.rule for d in checker.check("len(3)")] == ["arg-type"]


def test_a_closed_checker_says_so():
    checker = Checker()
    checker.close()
    checker.close()
    with pytest.raises(CheckerError, match="closed"):
        checker.check("1")


def test_checks_of_coroutines(checker):
    async def run() -> list:
        return await asyncio.gather(*(checker.acheck(f"len({n})") for n in range(5)))

    checker.set_stubs(None)
    assert [[d.rule for d in found] for found in asyncio.run(run())] == [["arg-type"]] * 5


def test_select_ignore_and_levels():
    code = "len(3)\nwhile True:\n    print(1)"
    assert [d.rule for d in check(code)] == ["arg-type", "endless-loop"]
    assert [d.rule for d in check(code, select=["endless-loop"])] == ["endless-loop"]
    assert [d.rule for d in check(code, ignore=["endless-loop"])] == ["arg-type"]
    levels = {"endless-loop": "error", "arg-type": "off"}
    assert [(d.rule, d.severity) for d in check(code, levels=levels)] == [("endless-loop", "error")]


@pytest.mark.parametrize("wrong", [{"ignore": ["arg-typ"]}, {"levels": {"arg-type": "bad"}}])
def test_settings_that_do_not_exist_are_refused(wrong):
    with pytest.raises(CheckerError):
        Checker(**wrong)


def test_nothing_of_a_text_stays(checker):
    checker.set_stubs(None)
    checker.check("def helper() -> int:\n    return 1\nclass int: pass")
    assert [d.rule for d in checker.check("helper()")] == ["name-defined"]
    assert checker.check("x: int = 1\nx + 1") == []


def test_a_fix_applied_leaves_no_error(find):
    stubs = "async def fetch(url: str) -> dict[str, str]: ...\n"
    for code in ("fetc('a')", "fetch(ulr='a')", "fetch('a')['x']", "print(fetch('a'))", "'a'.uper()"):
        found = [d for d in find(code, stubs) if d.fixes]
        assert found, code
        while found:
            edits = sorted(found[0].fixes[0].edits, key=lambda e: -e.column)
            for edit in edits:
                code = code[: edit.column] + edit.new_text + code[edit.end_column :]
            found = [d for d in find(code, stubs) if d.fixes]
        assert [d for d in find(code, stubs) if d.severity == "error"] == []


def test_the_key_that_was_meant_keeps_its_quotes(find):
    stubs = "from typing import TypedDict\nclass Row(TypedDict):\n    amount: int\ndef row() -> Row: ...\n"
    for code, mended in (
        ("row()['amout']", "row()['amount']"), ('row()["amout"]', 'row()["amount"]'),
        ("row().update({})\nrow()['amout'] = 3", "row().update({})\nrow()['amount'] = 3"),
    ):
        (fix,) = find(code, stubs)[0].fixes
        lines = code.split("\n")
        (edit,) = fix.edits
        line = lines[edit.line - 1]
        lines[edit.line - 1] = line[: edit.column] + edit.new_text + line[edit.end_column :]
        assert "\n".join(lines) == mended
    assert find("row()['other']", stubs)[0].fixes == ()


def test_importing_the_package_loads_neither_mypy_nor_the_machine():
    code = ("import sys, ringfence_checker as c; c.Checker; c.check\n"
            "print([m for m in ('mypy', 'ringfence.machine', 'ringfence.support') if m in sys.modules])")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                          env=environment, check=True)
    assert done.stdout.strip() == "[]"


def test_memory_stays_flat_over_different_programs():
    """A sample; `python bench/checker_memory.py` does ten thousand."""
    bench = Path(__file__).parents[2] / "bench"
    code = "import sys; from checker_memory import run; print(*run(200, 50))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(bench), *sys.path])}
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True,
                          env=environment, check=True)
    _, *after = map(float, done.stdout.split())
    assert max(after) - after[0] < 4.0  # megabytes
