"""Run Python that an agent wrote: fast, bounded, pausable, without trusting it.

>>> import ringfence
>>> ringfence.Monty("1 + 1").run()
2

Names are loaded on first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing is not imported at run time: with all it needs, it is slow
if TYPE_CHECKING:
    from typing import Any

    from ringfence.equipment import ClassInstance, Control, ExternalModule
    from ringfence.errors import (
        MontyConversionError,
        MontyError,
        MontyLimitError,
        MontyRuntimeError,
        MontySnapshotError,
        MontySyntaxError,
        MontyTypingError,
    )
    from ringfence.host import (
        FunctionSnapshot,
        FutureSnapshot,
        LimitSnapshot,
        Monty,
        MontyComplete,
        NameLookupSnapshot,
        OsSnapshot,
        Snapshot,
        load_snapshot,
    )
    from ringfence.limits import FunctionLimits, Limits, Meters
    from ringfence.mounts import MountDir
    from ringfence.osaccess import NOT_HANDLED, CallbackFile, MemoryFile, OSAccess
    from ringfence.profile import Cost, Profile
    from ringfence.run_async import run_monty_async
    from ringfence.sessions import Session
    from ringfence.tracebacks import Frame

__version__ = "0.1.0"

_WHERE = {
    "equipment": ("ClassInstance", "Control", "ExternalModule"),
    "errors": (
        "MontyConversionError", "MontyError", "MontyLimitError", "MontyRuntimeError",
        "MontySnapshotError", "MontySyntaxError", "MontyTypingError",
    ),
    "host": (
        "FunctionSnapshot", "FutureSnapshot", "LimitSnapshot", "Monty", "MontyComplete",
        "NameLookupSnapshot", "OsSnapshot", "Snapshot", "load_snapshot",
    ),
    "limits": ("FunctionLimits", "Limits", "Meters"),
    "mounts": ("MountDir",),
    "osaccess": ("CallbackFile", "MemoryFile", "NOT_HANDLED", "OSAccess"),
    "profile": ("Cost", "Profile"),
    "run_async": ("run_monty_async",),
    "sessions": ("Session",),
    "tracebacks": ("Frame",),
}  # fmt: skip
_MODULE_OF = {name: module for module, names in _WHERE.items() for name in names}

__all__ = [
    "NOT_HANDLED",
    "CallbackFile",
    "ClassInstance",
    "Control",
    "Cost",
    "ExternalModule",
    "Frame",
    "FunctionLimits",
    "FunctionSnapshot",
    "FutureSnapshot",
    "LimitSnapshot",
    "Limits",
    "MemoryFile",
    "Meters",
    "Monty",
    "MontyComplete",
    "MontyConversionError",
    "MontyError",
    "MontyLimitError",
    "MontyRuntimeError",
    "MontySnapshotError",
    "MontySyntaxError",
    "MontyTypingError",
    "MountDir",
    "NameLookupSnapshot",
    "OSAccess",
    "OsSnapshot",
    "Profile",
    "Session",
    "Snapshot",
    "check",
    "load_snapshot",
    "run_monty_async",
]


def check(code: str, *, stubs: Any = None, inputs: Any = None) -> list[Any]:
    """Check a program without running it; the diagnostics found."""
    from importlib import import_module

    checker = import_module("ringfence_checker")  # only now: the runtime never pays for it
    diagnostics: list[Any] = checker.check(code, stubs=stubs, inputs=inputs)
    return diagnostics


def __getattr__(name: str) -> Any:
    module = _MODULE_OF.get(name)
    if module is None:
        raise AttributeError(f"module 'ringfence' has no attribute {name!r}")
    value = getattr(__import__(f"ringfence.{module}", fromlist=("ringfence",)), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
