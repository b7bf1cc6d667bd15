"""The pre-flight checker: says what would fail before a program runs.

>>> from ringfence_checker import check
>>> [str(d) for d in check("len(3)")]
['1:5: [arg-type] Argument 1 to "len" has incompatible type "int"; expected "Sized"']

The public interface, fixed: everything else in this package may change.

* ``check(code, *, stubs, inputs, script_name, select, ignore, levels)``: the diagnostics of a text.
* ``Checker(...)``: the same with one warm worker process, and the queries of an editor.
* ``Diagnostic``, ``Fix``, ``TextEdit``, ``Hover``, ``Completion``, ``Definition``, ``Signature``,
  ``InlayType``: plain frozen data, see `ringfence_checker.diagnostics` for the positions.
* ``render(diagnostics, format=, ...)``: diagnostics as text.
* ``stubs_from(...)``, ``prompt_from(...)``: stubs of real functions and schemas; a prompt of them.

mypy runs in the worker process only; importing this package loads neither mypy nor the runtime.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ringfence_checker.checker import Checker, CheckerError, check
    from ringfence_checker.diagnostics import (
        Completion,
        Definition,
        Diagnostic,
        Fix,
        Hover,
        InlayType,
        Signature,
        TextEdit,
    )
    from ringfence_checker.prompt import prompt_from
    from ringfence_checker.render import render
    from ringfence_checker.settings import Settings, read_settings
    from ringfence_checker.stubs_from import stubs_from

_WHERE = {
    "checker": ("Checker", "CheckerError", "check"),
    "diagnostics": (
        "Completion", "Definition", "Diagnostic", "Fix", "Hover", "InlayType", "Signature",
        "TextEdit",
    ),
    "prompt": ("prompt_from",),
    "render": ("render",),
    "settings": ("Settings", "read_settings"),
    "stubs_from": ("stubs_from",),
}  # fmt: skip
_MODULE_OF = {name: module for module, names in _WHERE.items() for name in names}

__all__ = [
    "Checker",
    "CheckerError",
    "Completion",
    "Definition",
    "Diagnostic",
    "Fix",
    "Hover",
    "InlayType",
    "Settings",
    "Signature",
    "TextEdit",
    "check",
    "prompt_from",
    "read_settings",
    "render",
    "stubs_from",
]


def __getattr__(name: str) -> Any:
    module = _MODULE_OF.get(name)
    if module is None:
        raise AttributeError(f"module 'ringfence_checker' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"ringfence_checker.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
