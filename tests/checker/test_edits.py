"""A changed program is checked in part; what is said is what a check of all of it says.

Some random edits in each run; RINGFENCE_EDITS sets their number (10000 is the full session).
"""

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("edits.py")


def test_after_random_edits_the_findings_are_those_of_a_check_anew():
    edits = os.environ.get("RINGFENCE_EDITS", "40")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", str(SCRIPT), edits, edits], capture_output=True, text=True,
        env=environment, check=True,
    )  # fmt: skip
    assert done.stdout == ""
    assert " checked in part" in done.stderr


def test_an_edit_of_one_function_leaves_what_was_found_elsewhere(find):
    program = "".join(
        f"def step_{n}(rows: list[int]) -> int:\n    total = 0\n    for row in rows:\n"
        f"        total += row\n    return total\n\n\nprint(step_{n}([{n}]))\n" for n in range(12)
    )
    bad = program.replace("print(step_3([3]))", "print(step_3('a'))")
    assert [d.line for d in find(bad)] == [32]
    shifted = bad.replace("    total = 0\n", "    total = 0\n    # more\n", 1)
    assert [(d.line, d.rule) for d in find(shifted)] == [(33, "arg-type")]
    worse = shifted.replace("return total", "return str(total)", 1)
    assert [(d.line, d.rule) for d in find(worse)] == [(6, "return-value"), (33, "arg-type")]
    assert find(program) == []


def test_a_changed_signature_is_felt_by_its_callers(find):
    head = "".join(f"a{n} = {n}\n" for n in range(20))
    program = head + "def f(x: int) -> int:\n    return x\n\n\nprint(f(1).bit_length())\n" + head
    assert find(program) == []
    changed = program.replace("x: int) -> int", "x: int) -> str").replace("return x", "return str(x)")
    assert [(d.line, d.rule) for d in find(changed)] == [(25, "attr-defined")]


def test_a_name_that_is_not_defined_is_still_told_what_is_like_it(find):
    program = "".join(f"def part_{n}(x: int) -> int:\n    return x\n" for n in range(12))
    program += "class Square:\n    pass\n" + "".join(f"y{n} = part_{n}({n})\n" for n in range(12))
    assert find(program) == []
    (found,) = find(program.replace("y11 = part_11(11)", "y11 = Squarxe"))
    assert found.hint == "Did you mean `Square`?"
