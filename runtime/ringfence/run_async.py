"""Run a program whose host functions are coroutines: calls are awaited side by side.

A coroutine function's call is answered at once with an awaitable; the host's task runs while the
program goes on. When every task of the program waits, so does the host, for whatever comes first.
"""

from __future__ import annotations

import asyncio
import time

from ringfence import host
from ringfence import machine as M
from ringfence.errors import MontyError
from ringfence.machine import LimitHit, Machine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Final

SLICES_BETWEEN_TURNS: Final = 25  # about 50 ms of execution, then other tasks of the host run


async def run_monty_async(
    monty: host.Monty,
    *,
    inputs: Mapping[str, Any] | None = None,
    external_functions: Mapping[str, Callable[..., Any]] | None = None,
    limits: Mapping[str, Any] | None = None,
    print_callback: Callable[[str, str], Any] | None = None,
    **equipment: Any,
) -> Any:
    """Run a program to its end; the value of the trailing expression.

    ``external_functions`` may be coroutine functions, plain functions, or functions that give
    awaitables. Errors and further options are those of ``Monty.run``.
    """
    functions = external_functions or {}
    machine = monty._begin(inputs, functions, limits, print_callback, asking=False)
    if equipment:
        functions = {**functions, **host._equipped(machine, equipment)}
    return await drive(machine, functions)


async def drive(machine: Machine, functions: Mapping[str, Callable[..., Any]]) -> Any:
    """Drive a begun run to its end."""
    tasks: dict[asyncio.Future[Any], int] = {}
    try:
        status = machine.run(M.GO_ON, SLICES_BETWEEN_TURNS)
        while status not in (M.DONE, M.RAISED):
            how = await _answer(machine, status, functions, tasks)
            status = machine.run(how, SLICES_BETWEEN_TURNS)
    except LimitHit as hit:
        error = host.limit_error(machine, hit.limit)
        host._drop(machine)
        raise error from None
    except BaseException:
        host._drop(machine)
        raise
    finally:
        await _cancel(tasks)
    return host._finished(machine, status)


async def _answer(machine: Machine, status: int, functions: Mapping[str, Callable[..., Any]],
                  tasks: dict[asyncio.Future[Any], int]) -> int:
    if status == M.HOST_CALL:
        return _call(machine, functions, tasks)
    if status == M.WAIT:
        return await _wait(machine, tasks)
    if status == M.SLICE:
        await asyncio.sleep(0)
        return M.GO_ON
    if status == M.LIMIT:
        raise host.limit_error(machine, machine.limit)
    if status == M.NAME:
        return host.name_not_found(machine)
    return await _os_call(machine, tasks)


async def _os_call(machine: Machine, tasks: dict[asyncio.Future[Any], int]) -> int:
    """Answer an operating-system call; methods of host objects may be coroutine functions."""
    from ringfence import equipment

    operation = machine.question()[0]
    if operation == equipment.METHOD_CALL:
        lent, name, call = equipment.object_call(machine)
        if lent is not None:
            host.count_call(machine, name)
            return _carry_out(machine, name, lambda: lent.converted(call()), tasks)
    try:
        seconds = equipment.sleep_wanted(machine)
    except OSError as error:
        return machine.raise_host_exception(error, keep=False)
    if seconds is not None:
        await asyncio.sleep(seconds)
        return machine.answer(None)
    answered = equipment.os_answer(machine)
    return equipment.os_call_refused(machine) if answered is None else answered


def _call(machine: Machine, functions: Mapping[str, Callable[..., Any]],
          tasks: dict[asyncio.Future[Any], int]) -> int:
    name, args, kwargs = host.question(machine)
    host.count_call(machine, name)
    function = functions.get(name)
    if function is None:
        return machine.raise_inside("NameError", "NameError", (f"name '{name}' is not defined",))
    return _carry_out(machine, name, lambda: function(*args, **kwargs), tasks)


def _carry_out(machine: Machine, name: str, call: Callable[[], Any],
               tasks: dict[asyncio.Future[Any], int]) -> int:
    """Call the host; an awaitable it gives is answered later."""
    call_id = host.call_id(machine)
    try:
        value = call()
    except Exception as error:
        return machine.raise_host_exception(error)
    if asyncio.iscoroutine(value) or asyncio.isfuture(value) or hasattr(value, "__await__"):
        tasks[asyncio.ensure_future(value)] = call_id
        return host.answer_later(machine, call_id, name)
    return host.answer(machine, value, name)


async def _wait(machine: Machine, tasks: dict[asyncio.Future[Any], int]) -> int:
    timeout = host.wait_timeout(machine)
    if not tasks:
        if timeout is None:
            raise MontyError("every task of the program waits, and nothing can wake one")
        await asyncio.sleep(timeout)
        return machine.answer([])
    started = time.monotonic()
    done, _ = await asyncio.wait(tasks, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    waited = time.monotonic() - started if done else None
    results: dict[int, dict[str, Any]] = {}
    for task in sorted(done, key=lambda t: tasks[t]):
        call_id = tasks.pop(task)
        if task.cancelled():
            results[call_id] = {"exception": asyncio.CancelledError()}
            continue
        error = task.exception()
        if error is None:
            results[call_id] = {"return_value": task.result()}
        elif isinstance(error, Exception):
            results[call_id] = {"exception": error}
        else:
            raise error
    return host.give_answers(machine, results, waited)


async def _cancel(tasks: dict[asyncio.Future[Any], int]) -> None:
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.gather(*tasks, return_exceptions=True)
