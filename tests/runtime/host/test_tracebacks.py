"""Tracebacks read as those of the host's own interpreter."""

import linecache
import re
import traceback

import pytest

import ringfence

PROGRAMS = {
    "division": "def f(x):\n    return 1 // x\n\nf(0)\n",
    "whole line": "x = 1\nx()\n",
    "anchors": "a = 1\nb = 'x'\nc = (a + 2) * (a + b)\n",
    "subscript": "d = {}\nx = 1 + d['key']\n",
    "attribute": "class A:\n    pass\nA().nothing + 1\n",
    "several lines": "def f(*a):\n    return a[9]\n\nf(\n    1,\n    2,\n)\n",
    "not ascii": "x = 'é' + 1 + 'ü'\n",
    "context": "try:\n    1 // 0\nexcept ZeroDivisionError:\n    {}['k']\n",
    "cause": "try:\n    1 // 0\nexcept ZeroDivisionError as e:\n    raise ValueError('bad') from e\n",
    "suppressed": "try:\n    1 // 0\nexcept ZeroDivisionError:\n    raise ValueError('bad') from None\n",
    "own class": "class MyError(Exception):\n    pass\nraise MyError('a', 1)\n",
    "own text": "class MyError(Exception):\n    def __str__(self):\n        return 'mine'\nraise MyError\n",
    "comprehension": "xs = [1 // n for n in [1, 0]]\n",
    "recursion": "def f(n):\n    return f(n + 1)\nf(0)\n",
    "assert": "x = 1\nassert x == 2, 'no'\n",
    "method": "class A:\n    def go(self):\n        raise KeyError('k')\nA().go()\n",
    "notes": "e = ValueError('x')\ne.add_note('one')\ne.add_note('two')\nraise e\n",
    "group": "raise ExceptionGroup('many', [ValueError(1), TypeError('t')])\n",
}


def expected(source: str) -> str:
    """What CPython prints for the same text."""
    linecache.cache["main.py"] = (len(source), None, source.splitlines(True), "main.py")
    try:
        exec(compile(source, "main.py", "exec"), {"__name__": "__main__"})
    except BaseException as error:
        summary = traceback.TracebackException(
            type(error), error, error.__traceback__.tb_next  # type: ignore[union-attr]
        )
        return "".join(summary.format())
    finally:
        del linecache.cache["main.py"]
    raise AssertionError("the program did not raise")


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_text_is_that_of_cpython(name: str) -> None:
    source = PROGRAMS[name]
    with pytest.raises(ringfence.MontyRuntimeError) as caught:
        ringfence.Monty(source).run()
    found, wanted = caught.value.display(), expected(source)
    if name == "recursion":  # the tests' own frames take some of CPython's
        found, wanted = (re.sub(r"repeated \d+", "repeated n", t) for t in (found, wanted))
    assert found.rstrip("\n") == wanted.rstrip("\n")


def test_frames_carry_positions_in_code_points() -> None:
    with pytest.raises(ringfence.MontyRuntimeError) as caught:
        ringfence.Monty("x = 'é'; y = x + 1").run()
    (frame,) = caught.value.traceback()
    assert (frame.line, frame.column, frame.end_column) == (1, 13, 18)
    assert frame.function_name == "<module>"
    assert frame.filename == "main.py"
    assert frame.source_line == "x = 'é'; y = x + 1"


def test_the_three_formats() -> None:
    with pytest.raises(ringfence.MontyRuntimeError) as caught:
        ringfence.Monty("raise ValueError('no')").run()
    error = caught.value
    assert error.display("msg") == "no"
    assert error.display("type-msg") == "ValueError: no" == str(error)
    assert error.display().startswith("Traceback (most recent call last):")
    with pytest.raises(ValueError, match="format"):
        error.display("html")
