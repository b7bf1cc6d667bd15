"""The process that runs one program. JSON lines on its pipes: questions and news out, answers in.

In: one ``start`` or ``resume``, then an ``answer`` for each ``ask``. Out: ``print``, ``ask``,
``saved``, and last ``done`` or ``failed``. An answer is ``{"value": text}``, ``{"exception":
text}``, ``{"save": path}``, ``{"stop": true}``, for limits ``{"limits": {...}}``. The values never
leave this process but as text.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from ringfence_lsp.run.values import exception_of, value_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

_MOST_TEXT: Final = 2000
_FLUSH_S: Final = 0.05


class Stopped(Exception):
    """The person ended the run, or put it away."""


class Pending(NamedTuple):
    """A call that is awaited, and not answered yet."""

    function: str
    details: dict[str, Any]


class Worker:
    """One run."""

    def __init__(self, source: TextIO, sink: TextIO) -> None:
        self.source = source
        self.sink = sink
        self.tools: dict[str, Callable[..., Any]] = {}
        self.asynchronous: set[str] = set()
        self.key = ""
        self.pending: dict[int, Pending] = {}
        self._printed: list[tuple[str, str]] = []
        self._flushed = time.monotonic()

    # ------------------------------------------------------------ pipes
    def say(self, what: str, **details: Any) -> None:
        """Send a line of news; what was printed goes before."""
        if what != "print":
            self.flush()
        self.sink.write(json.dumps({"what": what, **details}) + "\n")
        self.sink.flush()

    def print(self, stream: str, text: str) -> None:
        """Collect what the program prints; send it twenty times a second."""
        self._printed.append((stream, text))
        if time.monotonic() - self._flushed > _FLUSH_S:
            self.flush()

    def flush(self) -> None:
        """Send what was printed."""
        printed, self._printed = self._printed, []
        self._flushed = time.monotonic()
        stream = ""
        parts: list[str] = []
        for name, text in [*printed, ("", "")]:
            if name != stream and parts:
                self.say("print", stream=stream, text="".join(parts))
                parts = []
            stream = name
            parts.append(text)

    def ask(self, kind: str, snapshot: Any, **details: Any) -> dict[str, Any]:
        """Ask the person; ``save`` and ``stop`` end the run here."""
        self.say("ask", kind=kind, meters=meters_of(snapshot.meters), **place_of(snapshot), **details)
        line = self.source.readline()
        if not line:
            raise Stopped
        answer: dict[str, Any] = json.loads(line)
        if answer.get("stop"):
            self.say("stopped", meters=meters_of(snapshot.meters))
            raise Stopped
        if "save" in answer:
            if self.pending:
                self.say("problem", message="a run that waits for several answers cannot be put away here")
                return self.ask(kind, snapshot, **details)
            with open(answer["save"], "wb") as file:
                file.write(snapshot.dump(key=self.key))
            os.chmod(answer["save"], 0o600)
            self.say("saved", path=answer["save"], meters=meters_of(snapshot.meters))
            raise Stopped
        return answer

    # ------------------------------------------------------------ the run
    def main(self) -> None:
        """Run what the first line says."""
        from ringfence import MontyError

        line = self.source.readline()
        if not line:
            return
        request = json.loads(line)
        self.key = request.get("key", "")
        self.asynchronous = set(request.get("asynchronous", ()))
        try:
            self.tools = load_tools(request["tools"]) if request.get("tools") else {}
            complete = self._drive(self._first(request))
        except Stopped:
            return
        except MontyError as error:
            self.say("failed", **failure_of(error))
            return
        except Exception as error:
            self.say("failed", message=f"{type(error).__name__}: {error}", display="", line=None)
            return
        shown = shown_value(complete.output)
        meters = complete.meters
        self.say("done", output=shown, meters=meters_of(meters), lines=lines_of(meters))

    def _first(self, request: dict[str, Any]) -> Any:
        from ringfence import Monty, load_snapshot

        if request["what"] == "resume":
            with open(request["path"], "rb") as file:
                return load_snapshot(file.read(), key=self.key, print_callback=self.print)
        inputs = {name: value_of(text) for name, text in request["inputs"].items()}
        program = Monty(request["code"], inputs=list(inputs), script_name=request["name"])
        return program.start(
            inputs=inputs, external_functions=[*request["lent"], *self.tools],
            limits=request["limits"] or None, print_callback=self.print, pause_on_limit=True,
            profile=True,
        )

    def _drive(self, outcome: Any) -> Any:
        import ringfence as r

        while not isinstance(outcome, r.MontyComplete):
            if isinstance(outcome, r.FunctionSnapshot):
                outcome = self._function(outcome)
            elif isinstance(outcome, r.NameLookupSnapshot):
                answer = self.ask("name", outcome, name=outcome.name)
                if "value" in answer:
                    outcome = self._given(outcome, answer, lambda o, v: o.resume(value=v))
                else:
                    outcome = outcome.resume_not_found()
            elif isinstance(outcome, r.OsSnapshot):
                outcome = self._os_call(outcome)
            elif isinstance(outcome, r.FutureSnapshot):
                outcome = self._futures(outcome)
            else:
                answer = self.ask("limit", outcome, limit=outcome.limit)
                outcome = outcome.resume(limits=answer.get("limits") or {})
        return outcome

    def _given(self, snapshot: Any, answer: dict[str, Any], resume: Callable[[Any, Any], Any]) -> Any:
        """Go on with a typed value; one that is none is asked for again."""
        try:
            value = value_of(str(answer["value"]))
        except ValueError as error:
            self.say("problem", message=str(error))
            return snapshot
        return resume(snapshot, value)

    def _function(self, snapshot: Any) -> Any:
        name = snapshot.function_name
        tool = self.tools.get(name)
        if tool is not None:
            outcome = call_tool(tool, snapshot.args, snapshot.kwargs)
            if name in self.asynchronous or asyncio.iscoroutinefunction(tool):
                self.pending[snapshot.call_id] = Pending(name, outcome)
                return snapshot.resume(future=...)
            return snapshot.resume(**outcome)
        details = {
            "function": name, "args": [shown_value(one) for one in snapshot.args],
            "kwargs": {key: shown_value(one) for key, one in snapshot.kwargs.items()},
        }
        if name in self.asynchronous:
            self.pending[snapshot.call_id] = Pending(name, {"asked": {**details, **place_of(snapshot)}})
            return snapshot.resume(future=...)
        answer = self.ask("call", snapshot, **details)
        if "exception" in answer:
            return snapshot.resume(exception=exception_of(str(answer["exception"])))
        return self._given(snapshot, answer, lambda s, v: s.resume(return_value=v))

    def _os_call(self, snapshot: Any) -> Any:
        answer = self.ask("os", snapshot, function=snapshot.operation,
                          args=[shown_value(one) for one in snapshot.args], kwargs={})
        if "exception" in answer:
            return snapshot.resume(exception=exception_of(str(answer["exception"])))
        return self._given(snapshot, answer, lambda s, v: s.resume(return_value=v))

    def _futures(self, snapshot: Any) -> Any:
        for call_id in snapshot.pending_call_ids:
            call = self.pending.get(call_id)
            if call is None:
                continue
            if "asked" not in call.details:
                del self.pending[call_id]
                return snapshot.resume({call_id: call.details})
            answer = self.ask("call", snapshot, **call.details["asked"])
            if "exception" in answer:
                given: dict[str, Any] = {"exception": exception_of(str(answer["exception"]))}
            else:
                try:
                    given = {"return_value": value_of(str(answer["value"]))}
                except ValueError as error:
                    self.say("problem", message=str(error))
                    return snapshot
            del self.pending[call_id]
            return snapshot.resume({call_id: given})
        if snapshot.timeout_secs is not None:
            time.sleep(min(snapshot.timeout_secs, 60.0))
            return snapshot.resume({})
        raise RuntimeError("the program waits for an answer that nobody owes")


# ---------------------------------------------------------------- words for things
def shown_value(value: Any) -> str:
    """A value as text, of bounded length."""
    text = repr(value)
    return text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 1] + "…"


def place_of(snapshot: Any) -> dict[str, Any]:
    """Where a run stands: line from 1, columns in code points; nothing where it is not known."""
    frame = snapshot.position
    if frame is None:
        return {}
    return {"line": frame.line, "column": frame.column, "end_line": frame.end_line,
            "end_column": frame.end_column}  # fmt: skip


def meters_of(meters: Any) -> dict[str, Any]:
    """Meters as plain numbers."""
    names = ("instructions", "execution_secs", "peak_memory_bytes", "live_memory_bytes", "allocations",
             "host_calls", "output_bytes", "deepest_recursion")  # fmt: skip
    return {name: getattr(meters, name) for name in names if hasattr(meters, name)}


def lines_of(meters: Any) -> dict[str, dict[str, int]]:
    """Cost by line: instructions, bytes allocated."""
    profile = meters.profile
    if profile is None:
        return {}
    return {
        str(line): {"instructions": cost.instructions, "memory_bytes": cost.memory_bytes}
        for (_, line), cost in sorted(profile.lines.items())
    }


def failure_of(error: Exception) -> dict[str, Any]:
    """What is told of a program that failed."""
    display = error.display() if hasattr(error, "display") else str(error)
    frames = [one for one in getattr(error, "frames", []) if one.line]
    line = frames[-1].line if frames else getattr(error, "lineno", None)
    found: dict[str, Any] = {"message": str(error), "display": display, "line": line}
    meters = getattr(error, "meters", None)
    if meters is not None:
        found["meters"] = meters_of(meters)
    return found


def load_tools(path: str) -> dict[str, Callable[..., Any]]:
    """Public functions of a file of the host, which is run for that."""
    import importlib.util

    spec = importlib.util.spec_from_file_location("ringfence_tools", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"`{path}` is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {
        name: value for name, value in vars(module).items()
        if callable(value) and not name.startswith("_") and not isinstance(value, type)
        and getattr(value, "__module__", "") == "ringfence_tools"
    }


def call_tool(tool: Callable[..., Any], args: Any, kwargs: Any) -> dict[str, Any]:
    """Call a function of the host: what `resume` is given."""
    try:
        value = tool(*args, **kwargs)
        if asyncio.iscoroutine(value):
            value = asyncio.run(value)
    except Exception as error:
        return {"exception": error}
    return {"return_value": value}


def main() -> None:
    """Serve the pipes of this process; prints of the tools go to the other stream."""
    sink = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    source = os.fdopen(os.dup(0), encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdout = sys.stderr
    Worker(source, sink).main()


if __name__ == "__main__":
    main()
