"""The registry of traps: trusted host functions that do what no kernel does.

A trap takes plain values and gives one; it runs no code of the sandbox, calls nothing a value of
the sandbox chose, and checks sizes before the work. It is found by a number that stands in the
boot image, given by sorted name. An ordinary exception it raises is raised inside the sandbox as
the builtin exception of the same name; ``TrapDeclined`` sends the call to its prelude fallback,
``TrapTooLarge`` stops the run at its memory limit.

>>> @trap("example.double")
... def double(context, text):
...     context.check_size(2 * len(text))
...     return text + text
>>> TRAPS.pop("example.double").function(TrapContext(100), "ab")
'abab'
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import Any

USUAL_CHARGE = 250  # units of fuel (about 4 ns each) that a trap costs at least
BYTES_PER_CHARGE = 16
CHARGE_S = 4e-9  # what a unit of fuel stands for
BYTE_S = 2e-9  # a byte of a large result, until it lies in the sandbox
MUCH = 1 << 20  # bytes or units of fuel that the deadline is looked at for
GRACE_S = 0.01  # what a trap may overrun the deadline


class TrapDeclined(Exception):
    """The trap does not take these arguments: the prelude fallback goes on."""


class TrapTooLarge(Exception):
    """The result would not fit the sandbox's memory; ``n_bytes`` is what it would take."""

    def __init__(self, n_bytes: int) -> None:
        super().__init__(f"{n_bytes} bytes")
        self.n_bytes = n_bytes


class TrapTooLate(Exception):
    """The trap may take longer than the run has left: it stops at its time limit."""


class TrapTooDear(Exception):
    """The trap would charge far more than the run's instruction limit leaves."""


class TrapContext:
    """What a trap may know of the run that called it.

    Parameters
    ----------
    room_bytes
        How much the sandbox may still allocate.

    Attributes
    ----------
    system
        The host's policy of clocks and entropy (``system.System``); None: the system's own.
    fuel
        What the trap charged, in units of about 4 ns; the machine takes it from the run.
    most_fuel
        What it may charge at most.
    """

    __slots__ = ("deadline", "fuel", "most_fuel", "room_bytes", "system")

    def __init__(self, room_bytes: int, system: Any = None, deadline: float = 0.0,
                 most_fuel: int = 1 << 62) -> None:
        self.most_fuel = most_fuel
        self.deadline = deadline
        self.room_bytes = room_bytes
        self.system = system
        self.fuel = 0

    def check_size(self, n_bytes: int) -> None:
        """Charge for making n_bytes; raise TrapTooLarge if they do not fit."""
        if n_bytes > self.room_bytes:
            raise TrapTooLarge(n_bytes)
        self.fuel += n_bytes // BYTES_PER_CHARGE
        if n_bytes > MUCH:
            self._check_fuel()
            check_time(self.deadline, n_bytes * BYTE_S)

    def check_time(self, seconds: float) -> None:
        """Raise TrapTooLate if work that may take so long would end after the run's deadline."""
        check_time(self.deadline, seconds)

    def charge(self, fuel: int) -> None:
        """Charge for work that is not seen in the size of the result, before it is done.

        Raises TrapTooLate if it would end after the run's deadline, TrapTooDear if the run has not so much.
        """
        self.fuel += fuel
        if fuel > MUCH:
            self._check_fuel()
            check_time(self.deadline, fuel * CHARGE_S)

    def _check_fuel(self) -> None:
        if self.fuel > self.most_fuel:
            raise TrapTooDear


def check_time(deadline: float, seconds: float) -> None:
    """Raise TrapTooLate if work that may take so long would end after a deadline (0: none)."""
    if deadline and perf_counter() + seconds > deadline + GRACE_S:
        raise TrapTooLate


@dataclass(frozen=True)
class Trap:
    """A registered trap: ``function(context, *values) -> value``."""

    name: str
    function: Callable[..., Any]
    charge: int
    on_machine: bool = False  # ``function(machine, *values)`` enters the answer by itself


TRAPS: dict[str, Trap] = {}


def trap(
    name: str, *, charge: int = USUAL_CHARGE, on_machine: bool = False
) -> Callable[[Callable[..., Any]], Any]:
    """Register a host function as the trap `name`; `charge` is the fuel of every call."""

    def register(function: Callable[..., Any]) -> Callable[..., Any]:
        if name in TRAPS:
            raise ValueError(f"two traps are called `{name}`")
        TRAPS[name] = Trap(name, function, charge, on_machine)
        return function

    return register


def load_all() -> dict[str, Trap]:
    """Import every file of this package; answer the traps by name."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return TRAPS


def trap_numbers() -> dict[str, int]:
    """Map each trap's name to its number; the boot image is stamped with the set of names."""
    return {name: number for number, name in enumerate(sorted(load_all()))}


def trap_table() -> list[Trap]:
    """The traps by number."""
    return [TRAPS[name] for name in trap_numbers()]
