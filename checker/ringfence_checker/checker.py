"""The checker as its users see it: one warm worker process behind a pipe.

The worker is a process because mypy is not re-entrant, and because hostile text can take it down:
what kills or stops the worker becomes a diagnostic, and the next check starts a new one.
"""

from __future__ import annotations

import atexit
import threading
from typing import TYPE_CHECKING, Any, Final

from ringfence_checker.diagnostics import (
    Completion,
    Definition,
    Diagnostic,
    Hover,
    InlayType,
    Signature,
)
from ringfence_checker.process import WorkerDied, WorkerProcess, WorkerTimeout
from ringfence_checker.settings import check_levels, check_rules
from ringfence_checker.stubs import Stubs, read_stubs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

TIMEOUT_S: Final = 10.0
RECYCLE_AFTER: Final = 10_000  # checks; then the worker is replaced


class CheckerError(Exception):
    """The checker cannot work: mypy is missing, a setting is unknown, it is closed."""


class Checker:
    """One warm worker process that checks texts.

    Thread-safe: requests are answered one after the other.

    Parameters
    ----------
    stubs
        What the host lends: `.pyi` text, a path to a stub file or to a package of them, or
        functions and classes (an iterable, or a mapping by name).
    inputs
        Names that the program is given: an iterable, or a mapping to their types
        (annotations as text, or classes).
    select, ignore
        Rules to report, and rules not to; ``None`` selects every rule that is on by default.
    levels
        Severity by rule: ``error``, ``warning``, ``note`` or ``off``.
    timeout_s
        Seconds a check may take before it is given up.

    Examples
    --------
    >>> with Checker(stubs="def fetch(url: str) -> bytes: ...") as checker:
    ...     [d.rule for d in checker.check("fetch(1)")]
    ['arg-type']
    """

    def __init__(
        self,
        *,
        stubs: Any = None,
        inputs: Iterable[str] | Mapping[str, Any] | None = None,
        select: Iterable[str] | None = None,
        ignore: Iterable[str] = (),
        levels: Mapping[str, str] | None = None,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        self._lock = threading.RLock()
        self._process: WorkerProcess | None = None
        self._closed = False
        self._inputs = inputs
        self._timeout_s = timeout_s
        self._settings = _settings(select, ignore, levels)
        self._stubs = Stubs()
        self.set_stubs(stubs)

    def set_stubs(self, stubs: Any) -> None:
        """Replace the stubs; the next request uses the new ones.

        Raises
        ------
        CheckerError
            For a path that cannot be read, or an object no stub can be made of.
        """
        try:
            self._stubs = read_stubs(stubs)
        except (OSError, TypeError, ValueError) as error:
            raise CheckerError(f"cannot take the stubs: {error}") from error

    def check(
        self,
        code: str,
        *,
        inputs: Iterable[str] | Mapping[str, Any] | None = None,
        earlier: Sequence[str] = (),
        script_name: str = "main.py",
    ) -> list[Diagnostic]:
        """Give the diagnostics of a text, in the order of their places.

        ``earlier``: texts fed before to the same session, whose names live on.
        """
        if not isinstance(code, str):
            raise TypeError(f"the program must be `str`, not `{type(code).__name__}`")
        try:
            found = self._ask("check", code, inputs, earlier, script_name=script_name)
        except WorkerTimeout:
            return [_given_up(f"the check took longer than {self._timeout_s:g} s")]
        except WorkerDied as error:
            return [_given_up(str(error))]
        return [Diagnostic.from_dict(item) for item in found]

    async def acheck(
        self,
        code: str,
        *,
        inputs: Iterable[str] | Mapping[str, Any] | None = None,
        earlier: Sequence[str] = (),
        script_name: str = "main.py",
    ) -> list[Diagnostic]:
        """Do the same as ``check`` without blocking the event loop."""
        import asyncio  # takes longer to import than all else here

        return await asyncio.to_thread(
            self.check, code, inputs=inputs, earlier=earlier, script_name=script_name
        )

    def hover(self, code: str, line: int, column: int) -> Hover | None:
        """Say what stands at a place; None where nothing does."""
        found = self._query("hover", code, line, column)
        return None if found is None else Hover(**found)

    def completions(self, code: str, line: int, column: int) -> list[Completion]:
        """Give the names that can stand at a place: after a dot the attributes, else the names.

        The text may be broken at that place, as it is while someone types.
        """
        return [Completion(**item) for item in self._query("completions", code, line, column) or ()]

    def definition(self, code: str, line: int, column: int) -> Definition | None:
        """Say where the name at a place is defined; None where it is not known."""
        found = self._query("definition", code, line, column)
        return None if found is None else Definition(**found)

    def signature(self, code: str, line: int, column: int) -> Signature | None:
        """Give the signature of the call around a place; None outside of calls."""
        found = self._query("signature", code, line, column)
        if found is None:
            return None
        return Signature(**{**found, "parameters": tuple(found["parameters"])})

    def inlay_types(self, code: str) -> list[InlayType]:
        """Give the inferred types of variables and results that have no annotation."""
        return [InlayType(**item) for item in self._query("inlay_types", code, 1, 0) or ()]

    def warm(self) -> None:
        """Start the worker now rather than at the first request."""
        self._ask("check", "", None, ())

    def close(self) -> None:
        """End the worker. Closing twice is nothing."""
        with self._lock:
            self._closed = True
            self._drop()

    def __enter__(self) -> Checker:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------ the worker
    def _query(self, what: str, code: str, line: int, column: int) -> Any:
        try:
            return self._ask(what, code, None, (), line=line, column=column)
        except (WorkerTimeout, WorkerDied):
            return None

    def _ask(
        self, what: str, code: str, inputs: Iterable[str] | Mapping[str, Any] | None,
        earlier: Sequence[str], **details: Any,
    ) -> Any:
        request = {
            "do": what,
            "code": code,
            "stubs": self._stubs.with_inputs(self._inputs if inputs is None else inputs),
            "earlier": list(earlier),
            **self._settings,
            **details,
        }
        with self._lock:
            if self._closed:
                raise CheckerError("the checker is closed")
            if self._process is not None and self._process.asked >= RECYCLE_AFTER:
                self._drop()
            if self._process is None:
                self._process = WorkerProcess()
            try:
                answer = self._process.ask(request, self._timeout_s)
            except (WorkerTimeout, WorkerDied):
                self._drop()
                raise
        if "error" in answer:
            raise CheckerError(answer["error"])
        return answer["answer"]

    def _drop(self) -> None:
        if self._process is not None:
            self._process.end()
            self._process = None


def _settings(
    select: Iterable[str] | None, ignore: Iterable[str], levels: Mapping[str, str] | None
) -> dict[str, Any]:
    chosen = None if select is None else sorted(select)
    ignored, given = sorted(ignore), dict(levels or {})
    try:
        check_rules([*(chosen or ()), *ignored, *given])
        check_levels(given)
    except ValueError as error:
        raise CheckerError(str(error)) from None
    return {"select": chosen, "ignore": ignored, "levels": given}


def _given_up(message: str) -> Diagnostic:
    return Diagnostic(
        "too-complex", "error", message, 1, 0, 1, 0,
        "Make the program shorter and nest it less deeply.",
    )


_shared: Checker | None = None
_shared_lock = threading.Lock()


def check(
    code: str,
    *,
    stubs: Any = None,
    inputs: Iterable[str] | Mapping[str, Any] | None = None,
    earlier: Sequence[str] = (),
    script_name: str = "main.py",
    select: Iterable[str] | None = None,
    ignore: Iterable[str] = (),
    levels: Mapping[str, str] | None = None,
) -> list[Diagnostic]:
    """Check a text once; a worker shared by all such calls stays warm.

    Parameters and answer are those of `Checker` and `Checker.check`.
    """
    global _shared
    settings = _settings(select, ignore, levels)
    with _shared_lock:
        if _shared is None:
            _shared = Checker()
            atexit.register(_shared.close)
        _shared.set_stubs(stubs)
        _shared._settings = settings
        return _shared.check(code, inputs=inputs, earlier=earlier, script_name=script_name)
