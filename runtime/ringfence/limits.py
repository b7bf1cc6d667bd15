"""What a run may use, and what it has used."""

from __future__ import annotations

from ringfence.layout import ALLOCATION_RESERVE, HEAP_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Final, TypedDict

    from ringfence.profile import Profile

    class FunctionLimits(TypedDict, total=False):
        """What one host function may be asked for."""

        max_calls: int

    class Limits(TypedDict, total=False):
        """What a run may use; absent or None: unlimited, save recursion (1000 frames)."""

        max_instructions: int | None
        max_duration_secs: float | None
        max_memory: int | None
        max_recursion_depth: int | None
        max_host_calls: int | None
        max_output_bytes: int | None
        max_result_bytes: int | None
        per_function: Mapping[str, FunctionLimits] | None

else:
    Limits = dict
    FunctionLimits = dict

NAMES: Final = (
    "max_instructions",
    "max_duration_secs",
    "max_memory",
    "max_recursion_depth",
    "max_host_calls",
    "max_output_bytes",
    "max_result_bytes",
    "per_function",
)
DEFAULT_RECURSION_DEPTH: Final = 1000
LEAST_MEMORY_BYTES: Final = 4 * ALLOCATION_RESERVE  # below, not even the start would fit
UNLIMITED: Final = 1 << 62


class Allowance:
    """Limits, checked and made into plain numbers."""

    __slots__ = (
        "duration_s", "host_calls", "instructions", "memory_bytes", "output_bytes",
        "per_function", "recursion_depth", "result_bytes",
    )  # fmt: skip

    def __init__(self, limits: Mapping[str, Any] | None = None) -> None:
        self.instructions = UNLIMITED
        self.duration_s = 0.0  # 0: unlimited
        self.memory_bytes = 0  # 0: unlimited
        self.recursion_depth = DEFAULT_RECURSION_DEPTH
        self.host_calls = UNLIMITED
        self.output_bytes = UNLIMITED
        self.result_bytes = 0
        self.per_function: dict[str, int] = {}
        if limits:
            self._take(limits)

    def _take(self, limits: Mapping[str, Any]) -> None:
        for name, value in limits.items():
            if name not in NAMES:
                raise TypeError(f"unknown limit `{name}`; the limits are {', '.join(NAMES)}")
            if value is None:
                continue
            if name == "per_function":
                self.per_function = {
                    function: _count(f"per_function[{function!r}]['max_calls']", one["max_calls"])
                    for function, one in value.items()
                    if one.get("max_calls") is not None
                }
            elif name == "max_duration_secs":
                if isinstance(value, bool) or not isinstance(value, (int, float)) or value < 0:
                    raise ValueError(f"limit `{name}` is seconds, not `{value!r}`")
                self.duration_s = max(float(value), 1e-9)
            elif name == "max_memory":
                memory = _count(name, value)
                self.memory_bytes = min(max(memory, LEAST_MEMORY_BYTES), HEAP_BYTES)
            elif name == "max_result_bytes":
                self.result_bytes = max(_count(name, value), 1)
            else:
                setattr(self, name.removeprefix("max_"), _count(name, value))

    def as_dict(self) -> dict[str, Any]:
        """The numbers, to be put into a snapshot."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_dict(cls, numbers: Mapping[str, Any]) -> Allowance:
        """Inverse of ``as_dict``."""
        allowance = cls()
        for name in cls.__slots__:
            setattr(allowance, name, numbers[name])
        return allowance


DEFAULT: Final = Allowance()  # of a run without limits


def _count(name: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"limit `{name}` is a count from 0 up, not `{value!r}`")
    return int(value)


class Meters:
    """What a run has used. Instruction counts are the same on every machine.

    Attributes
    ----------
    instructions
        Instructions executed, long builtins charged by their work.
    execution_secs
        Time spent executing, not waiting for the host.
    peak_memory_bytes, live_memory_bytes
        Of the run's heap.
    allocations
        Objects made.
    host_calls
        Calls of each host function by name.
    output_bytes
        Bytes printed.
    deepest_recursion
        Frames on the stack at its highest.
    profile
        What each line and function cost (``profile.Profile``), where asked for; else None.
    """

    __slots__ = (
        "allocations", "deepest_recursion", "execution_secs", "host_calls", "instructions",
        "live_memory_bytes", "output_bytes", "peak_memory_bytes", "profile",
    )  # fmt: skip

    def __init__(self) -> None:
        self.instructions = 0
        self.execution_secs = 0.0
        self.peak_memory_bytes = 0
        self.live_memory_bytes = 0
        self.allocations = 0
        self.host_calls: dict[str, int] = {}
        self.output_bytes = 0
        self.deepest_recursion = 0
        self.profile: Profile | None = None

    @property
    def total_host_calls(self) -> int:
        """Calls of all host functions."""
        return sum(self.host_calls.values())

    def __repr__(self) -> str:
        shown = [name for name in self.__slots__ if name != "profile" or self.profile is not None]
        parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"Meters({parts})"
