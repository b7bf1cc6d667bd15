"""Run one program under CPython and under ringfence and compare all that can be seen of it.

What is compared: everything printed, the repr of the trailing expression's value, and for an
escaping exception its traceback text as each prints it (the last line alone holds class and
message). CPython is the oracle.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import decimal
import inspect
import io
import linecache
import sys
import traceback
import warnings
from dataclasses import dataclass
from typing import Any

import ringfence

NAME = "main.py"
TOP_LEVEL_AWAIT = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


@dataclass
class Outcome:
    """What a program did."""

    printed: str
    result: str
    error: str

    def __str__(self) -> str:
        return f"--- printed\n{self.printed}--- result\n{self.result}\n--- error\n{self.error}"


def run_cpython(source: str) -> Outcome:
    """Run under the host's CPython, in this process."""
    linecache.cache[NAME] = (len(source), None, source.splitlines(keepends=True), NAME)
    decimal.setcontext(decimal.DefaultContext.copy())  # a program before this one may have changed it
    printed = io.StringIO()
    result, error = "None", ""
    with contextlib.redirect_stdout(printed):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what a program makes CPython warn of is not compared
                result = repr(_execute(source))
        except BaseException as raised:
            if isinstance(raised, KeyboardInterrupt):
                raise
            error = _format(raised)
    return Outcome(printed.getvalue(), result, error)


def _execute(source: str) -> Any:
    tree = ast.parse(source, NAME)
    namespace: dict[str, Any] = {"__name__": "__main__", "__builtins__": __builtins__}
    last = tree.body[-1] if tree.body else None
    value = None
    if isinstance(last, ast.Expr):
        tree.body.pop()
        _run(compile(tree, NAME, "exec", TOP_LEVEL_AWAIT, dont_inherit=True), namespace)
        code = compile(ast.Expression(last.value), NAME, "eval", TOP_LEVEL_AWAIT, dont_inherit=True)
        value = _run(code, namespace)
    else:
        _run(compile(tree, NAME, "exec", TOP_LEVEL_AWAIT, dont_inherit=True), namespace)
    return value


def _run(code: Any, namespace: dict[str, Any]) -> Any:
    value = eval(code, namespace)
    if code.co_flags & inspect.CO_COROUTINE:
        return asyncio.run(value)
    return value


def _format(error: BaseException) -> str:
    """The traceback as the interpreter prints it, frames of this file and its runners left out."""
    seen: set[int] = set()

    def strip(e: BaseException | None) -> None:
        if e is None or id(e) in seen:
            return
        seen.add(id(e))
        link = e.__traceback__
        while link is not None and link.tb_frame.f_code.co_filename != NAME:
            link = link.tb_next
        e.__traceback__ = link
        strip(e.__cause__)
        strip(e.__context__)
        if isinstance(e, BaseExceptionGroup):
            for inner in e.exceptions:
                strip(inner)

    strip(error)
    return "".join(traceback.format_exception(error))


def run_ringfence(source: str, **options: Any) -> Outcome:
    """Run in the sandbox."""
    printed: list[str] = []
    result, error = "None", ""

    def keep(stream: str, text: str) -> None:
        if stream == "stdout":
            printed.append(text)

    try:
        program = ringfence.Monty(source, script_name=NAME)
        value = program.run(print_callback=keep, **options)
        result = repr(value)
    except ringfence.MontySyntaxError as raised:
        error = f"SyntaxError: {raised}"
    except ringfence.MontyRuntimeError as raised:
        error = raised.display(format="traceback")
    return Outcome("".join(printed), result, error)


def last_line(error: str) -> str:
    """Class and message of a formatted error."""
    lines = [line for line in error.splitlines() if line and not line.startswith(" ")]
    return lines[-1] if lines else ""


if __name__ == "__main__":
    text = open(sys.argv[1]).read() if len(sys.argv) > 1 else sys.stdin.read()
    print("=== CPython", run_cpython(text), "=== ringfence", run_ringfence(text), sep="\n")
