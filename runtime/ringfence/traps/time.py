"""The clocks of the module ``time``, and what the host says of its own time zone."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap

CLOCKS = ("time", "monotonic", "perf_counter", "process_time", "thread_time")


def _register(name: str) -> None:
    clock: Callable[[], Any] = getattr(time, name)
    in_ns = name.endswith("_ns")

    @trap(f"time.{name}")
    def read(context: TrapContext) -> Any:
        fixed = None
        if context.system is not None:
            try:
                fixed = context.system.clock_ns()
            except LookupError:
                raise TrapDeclined from None
        if fixed is None:
            return clock()
        return fixed if in_ns else fixed / 1e9


for _name in CLOCKS:
    _register(_name)
    _register(f"{_name}_ns")


@trap("time.zone")
def zone(context: TrapContext) -> tuple[str, str, int, int, int]:
    """Names of standard and summer time, seconds west of Greenwich in both, whether there are two."""
    return (*time.tzname, time.timezone, time.altzone, time.daylight)


@trap("time.local_offset")
def local_offset(context: TrapContext, seconds: Any) -> tuple[int, int, str]:
    """Seconds east of Greenwich at a time, whether it is summer time, and the zone's name."""
    if type(seconds) is not int:
        raise TrapDeclined
    local = time.localtime(seconds)
    return local.tm_gmtoff, local.tm_isdst, local.tm_zone


@trap("time.of_local")
def of_local(context: TrapContext, fields: Any) -> float:
    """Seconds since 1970 of local time, given as the nine fields of a time tuple."""
    if not isinstance(fields, list) or not all(type(field) is int for field in fields):
        raise TrapDeclined
    return time.mktime(tuple(fields))


@trap("time.clock_info")
def clock_info(context: TrapContext, name: Any) -> list[tuple[str, Any]]:
    """Fields of ``time.get_clock_info``."""
    if name not in CLOCKS:
        raise ValueError("unknown clock")
    info = time.get_clock_info(name)
    return [
        ("implementation", info.implementation), ("monotonic", info.monotonic),
        ("adjustable", info.adjustable), ("resolution", info.resolution),
    ]
