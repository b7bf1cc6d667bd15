
"""Texts made to break a compiler are compiled or refused; nothing else happens."""

import pytest

from ringfence.assemble import assemble
from ringfence.compile import compile_source
from ringfence.errors import MontySyntaxError
from runtime.front.interpreter import Machine

DEEP = [
    "-" * 100_000 + "1", "not " * 50_000 + "x", "(" * 100_000, "[" * 5000 + "]" * 5000,
    "lambda: " * 20_000 + "1", "x if y else " * 20_000 + "1", "a" + ".b" * 50_000,
    "f" + "()" * 50_000, "a" + "[0]" * 50_000, "+".join(["1"] * 20_000), "**".join(["2"] * 20_000),
    "x = " * 50_000 + "1", "await " * 20_000 + "x", "~" * 20_000 + "x", "{" * 3000,
    "f'" + "{f'" * 100 + "'", "a and " * 20_000 + "b", "a < " * 20_000 + "b",
    "\n".join(" " * i + "if x:" for i in range(200)), "*" * 20_000 + "x", "@" * 10_000,
    "1" * 100_000, "0x" + "f" * 1_000_000, "'" + "a" * 1_000_000 + "'", "x\0y", "'\ud800'",
    "if x: pass\n" + "elif x: pass\n" * 3000, ";" * 10_000, "\\\n" * 10_000, "\f" * 10_000,
    "x" * 1_000_000, "é" * 100_000, "# " + "c" * 1_000_000, "9" * 4300, "1e400", "0" * 10_000,
    "try: pass\nfinally:\n" + "".join(
        " " * (i + 1) + "try: pass\n" + " " * (i + 1) + "finally:\n" for i in range(40)
    ) + " " * 60 + "pass",
]  # fmt: skip


@pytest.mark.parametrize("source", DEEP, ids=range(len(DEEP)))
def test_deep_and_long_texts_do_no_harm(source: str) -> None:
    try:
        program = compile_source(source)
    except MontySyntaxError:
        return
    assemble(program, 0x100_0000, {})


def test_many_lines() -> None:
    program = compile_source("x = 1\n" * 100_000)
    assert len(program.module.instructions) == 100_002


@pytest.mark.parametrize("n", [500, 20_000])
def test_long_displays(n: int) -> None:
    for source in (
        f"x = [{'y, ' * n}]", f"x = ({'y, ' * n})", f"x = {{{'y, ' * n}}}", f"f({'y, ' * n})",
        f"x = {{{'1: y, ' * n}}}", f"x = [{','.join(map(repr, map(str, range(n))))}]; x.a",
        "x = [" + ",".join(f"'{i}', y" for i in range(n)) + "]; x.later_name",
    ):  # fmt: skip
        program = compile_source(source)
        assert program.module.n_registers < 1000
        assemble(program, 0x100_0000, {})


def test_jumps_over_long_code_reach() -> None:
    body = "    y = y + 1\n" * 12_000
    source = (
        f"y = 0\nfor x in range(2):\n{body}    if x > y:\n        pass\n"
        f"while y < 48_000:\n{body}y\n"
    )
    source += "if y == 5:\n" + "    y = y * 1 + 1\n" * 20_000 + "y\n"
    machine = Machine(compile_source(source), {})
    assert machine.run() == 48_000


@pytest.mark.parametrize("source", [1, None, b"x"])
def test_only_text_is_compiled(source: object) -> None:
    with pytest.raises(TypeError):
        compile_source(source)  # type: ignore[arg-type]
