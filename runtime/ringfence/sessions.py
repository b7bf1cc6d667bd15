"""A session: programs fed one after the other into the same names."""

from __future__ import annotations

from ringfence import block as blocks
from ringfence import host, programs
from ringfence import layout as L
from ringfence import machine as M
from ringfence.errors import MontyError, MontySnapshotError
from ringfence.limits import Allowance, Meters
from ringfence.machine import Machine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any


class Session:
    """A REPL whose names live on from feed to feed.

    Limits of counts and time hold for the session as a whole.

    Examples
    --------
    >>> session = Session()
    >>> session.feed_run("x = 20")
    >>> session.feed_run("x * 2 + 2")
    42
    """

    def __init__(
        self,
        *,
        stubs: Any = None,
        type_check: bool = False,
        limits: Mapping[str, Any] | None = None,
        script_name: str = "main.py",
    ) -> None:
        self._stubs = stubs
        self._type_check = type_check
        self._earlier: list[str] = []  # texts that were checked, for those that follow
        self._names_before: tuple[str, ...] = ()  # names of unknown type: the session was loaded
        self.script_name = script_name
        self._machine = Machine(blocks.take(programs.boot_image()), Allowance(limits))
        self._machine.is_session = True
        self._module_functions: dict[str, Callable[..., Any]] = {}

    @property
    def meters(self) -> Meters:
        """What all feeds together have used."""
        return self._machine.meters()

    def feed_run(
        self,
        code: str,
        *,
        inputs: Mapping[str, Any] | None = None,
        external_functions: Mapping[str, Callable[..., Any]] | None = None,
        print_callback: Callable[[str, str], Any] | None = None,
        **equipment: Any,
    ) -> Any:
        """Run a text to its end; the value of its trailing expression.

        Further options are those of ``Monty.run``; what they lend stays lent for later feeds.
        """
        functions = external_functions or {}
        host._refuse_coroutine_functions(functions)
        machine = self._begin(code, inputs, functions, print_callback, asking=False)
        functions = self._equipped(functions, equipment)
        return host._drive(machine, functions)

    async def feed_run_async(
        self,
        code: str,
        *,
        inputs: Mapping[str, Any] | None = None,
        external_functions: Mapping[str, Callable[..., Any]] | None = None,
        print_callback: Callable[[str, str], Any] | None = None,
        **equipment: Any,
    ) -> Any:
        """Run a text to its end, awaiting host functions that are coroutines."""
        from ringfence.run_async import drive

        functions = external_functions or {}
        machine = self._begin(code, inputs, functions, print_callback, asking=False)
        functions = self._equipped(functions, equipment)
        return await drive(machine, functions)

    def feed_start(
        self,
        code: str,
        *,
        inputs: Mapping[str, Any] | None = None,
        external_functions: Iterable[str] = (),
        print_callback: Callable[[str, str], Any] | None = None,
        pause_on_limit: bool = False,
        **equipment: Any,
    ) -> host.Snapshot | host.MontyComplete:
        """Run a text to its first question to the host."""
        machine = self._begin(code, inputs, external_functions, print_callback, asking=True)
        self._equipped({}, equipment)
        machine.pause_on_limit = pause_on_limit
        return host._outcome(machine, M.GO_ON)

    def _equipped(
        self, functions: Mapping[str, Callable[..., Any]], equipment: Mapping[str, Any]
    ) -> Mapping[str, Callable[..., Any]]:
        """The functions of a feed with those of modules lent to this one and before."""
        if equipment:
            from ringfence.equipment import equip

            self._module_functions.update(equip(self._machine, **equipment))
        elif self._module_functions:
            self._machine.lend_more(self._module_functions)
        return {**functions, **self._module_functions} if self._module_functions else functions

    def _begin(
        self, code: str, inputs: Mapping[str, Any] | None, lent: Iterable[str],
        print_callback: Callable[[str, str], Any] | None, *, asking: bool,
    ) -> Machine:
        machine = self._machine
        given = dict(inputs or {})
        words = machine.block.words
        names = machine.names() if words[L.STATE_GLOBALS] != M.NONE else []
        if self._type_check:
            self._check(code, given)
        compiled = programs.fresh(
            code, self.script_name, given, words[L.STATE_PROGRAM_TOP], names, interactive=True
        )
        machine.print_callback = print_callback
        machine.pending.clear()
        machine.load(compiled, given)
        machine.lend(lent, unknown_names_are_the_hosts=asking)
        return machine

    def _check(self, code: str, given: Iterable[str]) -> None:
        """Refuse a text that the check finds errors in; later feeds build on those that pass."""
        names = list(dict.fromkeys([*self._names_before, *given]))
        host._refuse_ill_typed(
            host.diagnose(code, self._stubs, names, self.script_name, self._earlier)
        )
        self._earlier.append(code)

    def dump(self, *, key: bytes | str | None = None) -> bytes:
        """Put the session away as bytes, between feeds."""
        from ringfence.snapshot import dump

        return dump(self._machine, "session", {"script_name": self.script_name}, key)

    @classmethod
    def load(cls, data: bytes, *, key: bytes | str | None = None, stubs: Any = None,
             type_check: bool = False) -> Session:
        """Make a session from the bytes of ``dump``.

        Raises
        ------
        MontySnapshotError
            For bytes that are not authentic, damaged, of another version, or of a run that is
            paused.
        """
        from ringfence.snapshot import load

        machine, kind, details = load(data, key)
        if kind != "session":
            raise MontySnapshotError(f"these bytes hold a paused run ({kind}), not a session")
        session = cls.__new__(cls)
        session._stubs, session._type_check = stubs, type_check
        session._earlier = []
        session._names_before = tuple(machine.names())
        session.script_name = details["script_name"]
        session._machine = machine
        session._module_functions = {}
        machine.is_session = True
        return session

    def close(self) -> None:
        """Give the session's memory back."""
        if self._machine.block is None:
            raise MontyError("the session is closed")
        self._machine.close()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
