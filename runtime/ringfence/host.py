"""The public face: programs, the questions they ask, their results.

A run is driven by whoever holds its snapshot. A snapshot is single-use: resuming takes the
machine out of it. ``run`` answers the questions by itself; ``start`` hands them out.
"""

from __future__ import annotations

from ringfence import block as blocks
from ringfence import decode, programs
from ringfence import layout as L
from ringfence import machine as M
from ringfence.encode import conversion_error, leaf
from ringfence.errors import MontyError, MontyLimitError, MontySnapshotError, MontyTypingError
from ringfence.limits import DEFAULT, UNLIMITED, Allowance, Meters
from ringfence.machine import LimitHit, Machine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, Final

    from ringfence.tracebacks import Frame

    PrintCallback = Callable[[str, str], Any]

_MISSING: Final = object()


class Monty:
    """A compiled program: immutable, thread-safe, reusable.

    Parameters
    ----------
    code
        The source text.
    inputs
        Names that ``run`` and ``start`` are given values for.
    script_name
        The name tracebacks show.
    stubs
        Signatures of host functions, for the check and for names: `.pyi` text, a path, callables.
    type_check
        Check the program first.
    limits
        Limits of every run that is not given its own.

    Raises
    ------
    MontySyntaxError
        For a text that is no program, or uses what the sandbox does not take.
    MontyTypingError
        When asked to check, and the check finds errors.

    Examples
    --------
    >>> Monty("x + 1", inputs=["x"]).run(inputs={"x": 41})
    42
    """

    __slots__ = ("_allowance", "_compiled", "_inputs", "_limits", "_stubs", "code", "script_name")

    def __init__(
        self,
        code: str,
        *,
        inputs: Iterable[str] = (),
        script_name: str = "main.py",
        stubs: Any = None,
        type_check: bool = False,
        limits: Mapping[str, Any] | None = None,
    ) -> None:
        self.code = code
        self.script_name = script_name
        self._inputs = (inputs,) if isinstance(inputs, str) else tuple(inputs)
        self._stubs = stubs
        self._limits = limits
        self._allowance = DEFAULT if limits is None else Allowance(limits)
        self._compiled = programs.compiled(code, script_name, self._inputs)
        if type_check:
            _refuse_ill_typed(self.check())

    @property
    def inputs(self) -> tuple[str, ...]:
        """Names of the inputs."""
        return self._inputs

    def __repr__(self) -> str:
        return f"Monty({self.script_name!r}, {len(self.code)} characters)"

    def check(self) -> list[Any]:
        """Give the diagnostics of the pre-flight check, without running."""
        return diagnose(self.code, self._stubs, self._inputs, self.script_name)

    def run(
        self,
        *,
        inputs: Mapping[str, Any] | None = None,
        external_functions: Mapping[str, Callable[..., Any]] | None = None,
        limits: Mapping[str, Any] | None = None,
        print_callback: PrintCallback | None = None,
        **equipment: Any,
    ) -> Any:
        """Run to the end; the value of the trailing expression.

        Further options: ``os`` (an ``OSAccess`` or a callable) and ``mount`` (``MountDir`` or
        several) answer what the program asks of an operating system; ``external_modules`` are
        modules it can import; ``control`` stops the run from another thread.

        Raises
        ------
        MontyRuntimeError
            When the program raises; MontyLimitError when a limit stops it.
        MontyConversionError
            When an input, an answer or the result is no plain data.
        """
        functions = external_functions or {}
        if functions:
            _refuse_coroutine_functions(functions)
        machine = self._begin(inputs, functions, limits, print_callback, asking=False)
        if equipment:
            functions = {**functions, **_equipped(machine, equipment)}
        return _drive(machine, functions)

    def start(
        self,
        *,
        inputs: Mapping[str, Any] | None = None,
        external_functions: Iterable[str] = (),
        limits: Mapping[str, Any] | None = None,
        print_callback: PrintCallback | None = None,
        pause_on_limit: bool = False,
        **equipment: Any,
    ) -> Snapshot | MontyComplete:
        """Run to the first question to the host; a snapshot of it, or ``MontyComplete``.

        Further options as for ``run``, and ``profile=True``: the meters say what each line cost.
        """
        machine = self._begin(inputs, external_functions, limits, print_callback, asking=True)
        if equipment:
            _equipped(machine, equipment)
        machine.pause_on_limit = pause_on_limit
        return _outcome(machine, M.GO_ON)

    def _begin(
        self, inputs: Mapping[str, Any] | None, lent: Iterable[str],
        limits: Mapping[str, Any] | None, print_callback: PrintCallback | None, *, asking: bool,
    ) -> Machine:
        given: Mapping[str, Any] = inputs or {}
        if given or self._inputs:
            _refuse_inputs(self._inputs, given)
        machine = Machine(
            blocks.take(programs.boot_image()),
            self._allowance if limits is None else Allowance(limits),
        )
        try:
            machine.print_callback = print_callback
            machine.load(self._compiled, given)
            machine.lend(lent, unknown_names_are_the_hosts=asking)
        except LimitHit as hit:
            error = limit_error(machine, hit.limit)
            machine.close()
            raise error from None
        except BaseException:
            machine.close()
            raise
        return machine

    def dump(self) -> bytes:
        """Give the program as bytes; ``Monty.load`` takes them."""
        from ringfence.snapshot import dump_program

        return dump_program(self.code, self.script_name, self._inputs, self._limits)

    @classmethod
    def load(cls, data: bytes) -> Monty:
        """Make a program from the bytes of ``dump``; it is compiled anew, never trusted."""
        from ringfence.snapshot import load_program

        code, script_name, inputs, limits = load_program(data)
        return cls(code, inputs=inputs, script_name=script_name, limits=limits)


def _equipped(machine: Machine, equipment: Mapping[str, Any]) -> dict[str, Callable[..., Any]]:
    from ringfence.equipment import equip

    try:
        return equip(machine, **equipment)
    except BaseException:
        _drop(machine)
        raise


def _refuse_inputs(wanted: tuple[str, ...], given: Mapping[str, Any]) -> None:
    if len(given) == len(wanted) and all(name in given for name in wanted):
        return
    missing = [name for name in wanted if name not in given]
    if missing:
        raise TypeError(f"missing inputs: {', '.join(f'`{name}`' for name in missing)}")
    unknown = [name for name in given if name not in wanted]
    declared = ", ".join(f"`{name}`" for name in wanted) or "none"
    raise TypeError(
        f"unknown inputs: {', '.join(f'`{name}`' for name in unknown)}; declared are {declared}"
    )


def diagnose(
    code: str, stubs: Any, inputs: Iterable[str], script_name: str, earlier: Iterable[str] = ()
) -> list[Any]:
    """Run the pre-flight check, which is imported only now; ``earlier`` texts were fed before."""
    from importlib import import_module

    checker = import_module("ringfence_checker")
    diagnostics: list[Any] = checker.check(
        code, stubs=stubs, inputs=inputs, script_name=script_name, earlier=list(earlier)
    )
    return diagnostics


def _refuse_ill_typed(diagnostics: list[Any]) -> None:
    errors = [d for d in diagnostics if d.severity == "error"]
    if errors:
        first = errors[0]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise MontyTypingError(
            f"{first.line}:{first.column}: [{first.rule}] {first.message}{more}", diagnostics
        )


def _is_coroutine_function(function: Any) -> bool:
    """Whether calling it gives a coroutine; `inspect` is not imported for this."""
    while True:
        inner = getattr(function, "func", None) or getattr(function, "__func__", None)
        if inner is None:
            break
        function = inner
    code = getattr(function, "__code__", None)
    if code is None:
        code = getattr(getattr(type(function), "__call__", None), "__code__", None)  # noqa: B004
    return code is not None and bool(code.co_flags & 0x180)  # CO_COROUTINE, CO_ITERABLE_COROUTINE


def _refuse_coroutine_functions(functions: Mapping[str, Callable[..., Any]]) -> None:
    for name, function in functions.items():
        if _is_coroutine_function(function):
            raise TypeError(
                f"host function `{name}` is a coroutine function; `run` cannot await it, "
                "use `run_monty_async`"
            )


# ---------------------------------------------------------------- questions
def question(machine: Machine) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
    """Name, arguments and keyword arguments of the host call the run waits in."""
    return machine.question()


def call_id(machine: Machine) -> int:
    """Number of the host call the run waits in."""
    return int(machine.block.words[L.STATE_CALL_ID])


def wait_timeout(machine: Machine) -> float | None:
    """Seconds after which a waiting program wants to go on anyhow; None: never."""
    wait = machine.take(machine.block.words[L.STATE_ARGUMENT_0], "timeout")
    return None if wait is None else max(float(wait), 0.0)


def count_call(machine: Machine, name: str) -> None:
    """Count a host call; refuse it when a limit is reached.

    Raises
    ------
    LimitHit
        Before the call is counted.
    """
    calls = machine.host_calls
    used = calls.get(name, 0)
    allowance = machine.allowance
    if allowance.per_function:
        most = allowance.per_function.get(name)
        if most is not None and used >= most:
            raise LimitHit(f"per_function[{name!r}]['max_calls']")
    if allowance.host_calls != UNLIMITED and sum(calls.values()) >= allowance.host_calls:
        raise LimitHit("max_host_calls")
    calls[name] = used + 1


def limit_error(machine: Machine, limit: str) -> MontyLimitError:
    """The error that a passed limit is for the host."""
    from ringfence.tracebacks import running_frames

    meters = machine.meters()
    used = {
        "max_instructions": f"{meters.instructions} instructions executed",
        "max_duration_secs": f"{meters.execution_secs:.3f} s spent executing",
        "max_memory": f"{meters.live_memory_bytes} bytes in use",
        "max_host_calls": f"{meters.total_host_calls} host calls made",
        "max_output_bytes": f"{meters.output_bytes} bytes printed",
    }.get(limit, "")
    message = f"limit `{limit}` reached" + (f": {used}" if used else "")
    error = MontyLimitError(message, limit, meters)
    error.frames = running_frames(machine)
    return error


def result_of(machine: Machine) -> Any:
    """The value of a run that is done."""
    word = machine.block.words[L.STATE_ARGUMENT_0]
    if not word & 1:
        return word >> 1
    limit = machine.allowance.result_bytes
    try:
        if not limit:
            return machine.take(word, "result")
        return machine.decoder(limit).decode(word)
    except (LimitHit, decode.TooLate):
        machine.execution_s = max(machine.execution_s, machine.allowance.duration_s)
        error = limit_error(machine, "max_duration_secs")
        raise error from None
    except decode.TooLarge:
        error = limit_error(machine, "max_result_bytes")
        raise error from None
    except decode.Undecodable as error_:
        raise decode.conversion_error(machine.block, word, error_, "result") from None


def runtime_error(machine: Machine) -> MontyError:
    """The error for an exception that the program did not catch."""
    from ringfence.tracebacks import error_of

    return error_of(machine, machine.block.words[L.STATE_EXCEPTION])


def _finished(machine: Machine, status: int) -> Any:
    """The result of a run that is over, its block given back (a session keeps it)."""
    try:
        if status == M.DONE:
            return result_of(machine)
        raise runtime_error(machine)
    finally:
        if not machine.is_session:
            machine.close()


def _drive(machine: Machine, functions: Mapping[str, Callable[..., Any]]) -> Any:
    """Run to the end, calling host functions as they are asked for."""
    try:
        status = machine.run()
        while status not in (M.DONE, M.RAISED):
            if status == M.HOST_CALL:
                how = _call(machine, functions)
            elif status == M.LIMIT:
                raise limit_error(machine, machine.limit)
            elif status == M.NAME:
                how = name_not_found(machine)
            elif status == M.WAIT:
                how = _sleep(machine)
            else:
                from ringfence.equipment import run_os_call

                how = run_os_call(machine)
            status = machine.run(how)
    except LimitHit as hit:
        error = limit_error(machine, hit.limit)
        _drop(machine)
        raise error from None
    except BaseException:
        _drop(machine)
        raise
    return _finished(machine, status)


def _drop(machine: Machine) -> None:
    if not machine.is_session:
        machine.close()


def _call(machine: Machine, functions: Mapping[str, Callable[..., Any]]) -> int:
    name, args, kwargs = question(machine)
    count_call(machine, name)
    function = functions.get(name)
    if function is None:
        return machine.raise_inside("NameError", "NameError", (f"name '{name}' is not defined",))
    try:
        value = function(*args, **kwargs)
    except Exception as error:
        return machine.raise_host_exception(error)
    return answer(machine, value, name)


def name_not_found(machine: Machine) -> int:
    """Raise the NameError for the name that the run asks for."""
    name = machine.name(machine.block.words[L.STATE_ARGUMENT_0])
    return machine.raise_inside("NameError", "NameError", (f"name '{name}' is not defined",))


def answer(machine: Machine, value: Any, name: str) -> int:
    """Answer a host call; how to enter next."""
    word = leaf(value)
    if word is not None:  # most answers are small
        return machine.answer_with(word)
    return machine.answer_with(machine.put_one(
        value, lambda x: conversion_error(value, x, f"return value of `{name}`")
    ))


def _sleep(machine: Machine) -> int:
    """Let the time pass that every task of the run waits for."""
    from ringfence.equipment import pass_time

    timeout = wait_timeout(machine)
    if timeout is None:
        raise MontyError("every task of the program waits, and nothing can wake one")
    pass_time(machine, timeout)
    return machine.answer([])


# ---------------------------------------------------------------- snapshots
class MontyComplete:
    """A run that is over: its ``output`` and ``meters``."""

    __slots__ = ("meters", "output")

    def __init__(self, output: Any, meters: Meters) -> None:
        self.output = output
        self.meters = meters

    def __repr__(self) -> str:
        return f"MontyComplete(output={self.output!r})"


class Snapshot:
    """A paused run. Single-use: resuming takes the run out of it."""

    __slots__ = ("_machine", "script_name")
    kind = ""

    def __init__(self, machine: Machine) -> None:
        self._machine = [machine]
        self.script_name = machine.script_names[-1]

    def _peek(self) -> Machine:
        try:
            return self._machine[0]
        except IndexError:
            raise MontySnapshotError(
                "this snapshot was resumed already; `dump()` it first to go on from it twice"
            ) from None

    def _take(self) -> Machine:
        try:
            return self._machine.pop()  # atomic: one of two threads gets it
        except IndexError:
            return self._peek()

    @property
    def meters(self) -> Meters:
        """What the run has used so far."""
        return self._peek().meters()

    @property
    def position(self) -> Frame | None:
        """Where in the program the run is paused."""
        from ringfence.tracebacks import running_frames

        frames = running_frames(self._peek())
        return frames[-1] if frames else None

    def dump(self, *, key: bytes | str | None = None) -> bytes:
        """Put the run away as bytes; ``load_snapshot`` takes them, in any process.

        ``key``: what the bytes are authenticated with; default RINGFENCE_KEY, else a key of this
        process.
        """
        from ringfence.snapshot import dump

        return dump(self._peek(), self.kind, self._details(), key)

    def _details(self) -> dict[str, Any]:
        return {}

    def _resume(self, give: Callable[[Machine], int]) -> Snapshot | MontyComplete:
        """Give the answer and go on; an answer that cannot be given leaves the snapshot usable."""
        machine = self._take()
        try:
            how = give(machine)
        except LimitHit as hit:
            return _limited(machine, hit.limit, hit.after)
        except BaseException:
            self._machine.append(machine)
            raise
        return _outcome(machine, how)


class FunctionSnapshot(Snapshot):
    """Paused in a host call."""

    __slots__ = ("args", "call_id", "function_name", "kwargs")
    kind = "function"

    def __init__(self, machine: Machine) -> None:
        self._machine = [machine]
        self.script_name = machine.script_names[-1]
        self.function_name, self.args, self.kwargs = question(machine)
        self.call_id: int = machine.block.words[L.STATE_CALL_ID]

    def __repr__(self) -> str:
        return f"FunctionSnapshot({self.function_name!r}, args={self.args!r}, kwargs={self.kwargs!r})"

    def resume(
        self, *, return_value: Any = _MISSING, exception: BaseException | None = None,
        future: Any = _MISSING,
    ) -> Snapshot | MontyComplete:
        """Answer the call and go on; ``future=...``: the answer comes later."""
        given = (return_value is not _MISSING) + (exception is not None) + (future is not _MISSING)
        if given != 1:
            raise TypeError("resume() wants one of `return_value`, `exception` and `future`")
        if return_value is not _MISSING:
            word = leaf(return_value)
            if word is not None:  # most answers are small
                machine = self._take()
                return _outcome(machine, machine.answer_with(word))
            return self._resume(lambda m: answer(m, return_value, self.function_name))
        if exception is not None:
            raised = _an_exception(exception)
            return self._resume(lambda m: m.raise_host_exception(raised))
        return self._resume(lambda m: answer_later(m, self.call_id, self.function_name))


def _an_exception(exception: Any) -> BaseException:
    made = exception() if isinstance(exception, type) else exception
    if not isinstance(made, BaseException):
        raise TypeError(f"`exception` is an exception, not `{type(made).__name__}`")
    return made


def answer_later(machine: Machine, call_id: int, name: str) -> int:
    """Give the program an awaitable in place of an answer; how to enter next."""
    machine.pending[call_id] = name
    return machine.call_helper("HOST_FUTURE", (call_id,))


class NameLookupSnapshot(Snapshot):
    """Paused at a name that nobody bound."""

    __slots__ = ("name",)
    kind = "name"

    def __init__(self, machine: Machine) -> None:
        super().__init__(machine)
        self.name = machine.name(machine.block.words[L.STATE_ARGUMENT_0])

    def __repr__(self) -> str:
        return f"NameLookupSnapshot({self.name!r})"

    def resume(self, *, value: Any) -> Snapshot | MontyComplete:
        """Give the name's value (a function of the host: the function value) and go on."""
        if callable(value):
            return self._resume(lambda m: m.answer_with(m.host_function(self.name)))
        return self._resume(lambda m: answer(m, value, self.name))

    def resume_not_found(self) -> Snapshot | MontyComplete:
        """Raise NameError inside and go on."""
        return self._resume(name_not_found)


class OsSnapshot(Snapshot):
    """Paused in an operating-system call."""

    __slots__ = ("args", "kwargs", "operation")
    kind = "os"

    def __init__(self, machine: Machine) -> None:
        super().__init__(machine)
        self.operation, self.args, self.kwargs = question(machine)

    def __repr__(self) -> str:
        return f"OsSnapshot({self.operation!r}, args={self.args!r})"

    def resume(
        self, *, return_value: Any = _MISSING, exception: BaseException | None = None
    ) -> Snapshot | MontyComplete:
        """Answer the call and go on."""
        if exception is not None:
            raised = _an_exception(exception)
            return self._resume(lambda m: m.raise_host_exception(raised))
        value = None if return_value is _MISSING else return_value
        return self._resume(lambda m: answer(m, value, self.operation))


class FutureSnapshot(Snapshot):
    """Every task of the program waits for answers that the host owes."""

    __slots__ = ("pending_call_ids", "timeout_secs")
    kind = "future"

    def __init__(self, machine: Machine) -> None:
        super().__init__(machine)
        self.pending_call_ids = list(machine.pending)
        self.timeout_secs = wait_timeout(machine)

    def __repr__(self) -> str:
        return f"FutureSnapshot(pending_call_ids={self.pending_call_ids})"

    def resume(self, results: Mapping[int, Mapping[str, Any]]) -> Snapshot | MontyComplete:
        """Give some answers, ``{call_id: {'return_value': …} | {'exception': …}}``, and go on."""
        for call_id in results:
            if call_id not in self.pending_call_ids:
                raise TypeError(
                    f"call {call_id} is not pending; pending are {self.pending_call_ids}"
                )
        return self._resume(lambda m: give_answers(m, results))


def give_answers(
    machine: Machine, results: Mapping[int, Mapping[str, Any]], waited_s: float | None = None
) -> int:
    """Hand answers to the waiting program; how to enter next.

    ``waited_s``: the time that passed, where the program waits for time as well (its own clock
    goes by this alone).
    """
    rows: list[Any] = [] if waited_s is None else [(-1, False, waited_s)]
    for call_id, result in results.items():
        if "exception" in result:
            rows.append((call_id, True, machine.exception_parts(result["exception"])))
        else:
            rows.append((call_id, False, result["return_value"]))
    how = machine.answer(rows)
    for call_id in results:
        del machine.pending[call_id]
    return how


class LimitSnapshot(Snapshot):
    """A limit was hit, or the host asked for a pause."""

    __slots__ = ("_after", "limit")
    kind = "limit"

    def __init__(self, machine: Machine, limit: str, after: int = M.LIMIT) -> None:
        super().__init__(machine)
        self.limit = limit
        self._after = after  # the question that the limit stood before

    def __repr__(self) -> str:
        return f"LimitSnapshot({self.limit!r})"

    def _details(self) -> dict[str, Any]:
        return {"limit": self.limit, "after": self._after}

    def resume(self, *, limits: Mapping[str, Any] | None = None) -> Snapshot | MontyComplete:
        """Go on, with new limits if given (they replace the old ones)."""
        machine = self._take()
        if limits is not None:
            machine.allowance = Allowance(limits)
            machine.apply_limits()
        if self._after != M.LIMIT:
            return _present(machine, self._after)
        return _outcome(machine, M.GO_ON)

    def stop(self) -> None:
        """End the run: raises the error that the limit stands for.

        Raises
        ------
        MontyLimitError
        """
        machine = self._take()
        error = limit_error(machine, self.limit)
        _drop(machine)
        raise error


def _outcome(machine: Machine, how: int) -> Snapshot | MontyComplete:
    """Run on to the next question and present it."""
    try:
        status = machine.run(how)
        while status == M.OS_CALL:
            from ringfence.equipment import os_answer

            answered = os_answer(machine)
            if answered is None:
                break
            status = machine.run(answered)
        return _present(machine, status)
    except LimitHit as hit:
        return _limited(machine, hit.limit, hit.after)


def _limited(
    machine: Machine, limit: str, after: int = M.LIMIT
) -> Snapshot | MontyComplete:
    if limit != M.CANCELLED and (machine.pause_on_limit or limit == M.PAUSED):
        return LimitSnapshot(machine, limit, after)
    error = limit_error(machine, limit)
    _drop(machine)
    raise error


def _present(machine: Machine, status: int) -> Snapshot | MontyComplete:
    if status == M.HOST_CALL:
        snapshot = FunctionSnapshot(machine)
        count_call(machine, snapshot.function_name)
        return snapshot
    if status == M.DONE or status == M.RAISED:
        meters = machine.meters()
        return MontyComplete(_finished(machine, status), meters)
    if status == M.NAME:
        return NameLookupSnapshot(machine)
    if status == M.OS_CALL:
        return OsSnapshot(machine)
    if status == M.WAIT:
        return FutureSnapshot(machine)
    return _limited(machine, machine.limit)


def load_snapshot(data: bytes, *, key: bytes | str | None = None,
                  print_callback: PrintCallback | None = None, host_objects: Iterable[Any] = (),
                  **equipment: Any) -> Snapshot:
    """Make a snapshot from the bytes of ``dump``.

    Loading the same bytes twice makes two runs that go their own ways. ``os``, ``mount`` and
    ``control`` are as for ``start``; ``host_objects`` are the ``ClassInstance`` objects lent, in
    the order in which they were. The bytes hold nothing of them.

    Raises
    ------
    MontySnapshotError
        For bytes that are not authentic, damaged, or of another version.
    """
    from ringfence.snapshot import load

    machine, kind, details = load(data, key)
    machine.print_callback = print_callback
    machine.objects = list(host_objects)
    if equipment:
        _equipped(machine, equipment)
    if kind == "limit":
        return LimitSnapshot(machine, details["limit"], details["after"])
    return KINDS[kind](machine)


KINDS: Final[dict[str, Callable[[Machine], Snapshot]]] = {
    "function": FunctionSnapshot,
    "name": NameLookupSnapshot,
    "os": OsSnapshot,
    "future": FutureSnapshot,
}
