"""The clocks of the module ``time``."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from ringfence.traps import TrapContext, trap

CLOCKS = ("time", "monotonic", "perf_counter", "process_time")


def _register(name: str) -> None:
    clock: Callable[[], Any] = getattr(time, name)

    @trap(f"time.{name}")
    def read(context: TrapContext) -> Any:
        return clock()


for _name in CLOCKS:
    _register(_name)
    _register(f"{_name}_ns")
