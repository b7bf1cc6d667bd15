"""A run that is dumped and loaded at each of its host calls must come out as if it never was."""

from __future__ import annotations

from typing import Any

import ringfence
from differential import NAME, Outcome
from fuzz.compare import LIMITS, host

MOST_DUMPS = 40  # of one run; later calls are answered without


def run_with_snapshots(source: str) -> Outcome:
    """Run in the sandbox, through bytes at every question."""
    printed: list[str] = []

    def keep(stream: str, text: str) -> None:
        if stream == "stdout":
            printed.append(text)

    result, error = "None", ""
    try:
        program = ringfence.Monty(source, script_name=NAME)
        state: Any = program.start(external_functions=["host"], limits=LIMITS, print_callback=keep)
        dumps = 0
        while not isinstance(state, ringfence.MontyComplete):
            if dumps < MOST_DUMPS:
                dumps += 1
                state = ringfence.load_snapshot(state.dump(), print_callback=keep)
            state = go_on(state)
        result = repr(state.output)
    except ringfence.MontySyntaxError as raised:
        error = f"SyntaxError: {raised}"
    except ringfence.MontyRuntimeError as raised:
        if isinstance(raised, ringfence.MontyLimitError):
            raise
        error = raised.display(format="traceback")
    return Outcome("".join(printed), result, error)


def go_on(state: Any) -> Any:
    """Answer the question of a snapshot as the plain run does."""
    if isinstance(state, ringfence.FunctionSnapshot):
        if state.function_name != "host":
            return state.resume(exception=NameError(f"name '{state.function_name}' is not defined"))
        try:
            value = host(*state.args, **state.kwargs)
        except TypeError as error:
            return state.resume(exception=error)
        return state.resume(return_value=value)
    if isinstance(state, ringfence.NameLookupSnapshot):
        return state.resume_not_found()
    return state.resume({})
