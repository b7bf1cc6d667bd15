"""Names that every program of the sandbox has: builtins and modules, from the runtime's support table."""

from __future__ import annotations

from functools import cache


@cache
def builtins() -> frozenset[str]:
    """The names that need no import."""
    return frozenset(name for name, kind in _kinds().items() if "." not in name and kind != "module")


@cache
def modules() -> frozenset[str]:
    """What can be imported."""
    return frozenset(name for name, kind in _kinds().items() if kind == "module")


@cache
def _kinds() -> dict[str, str]:
    from ringfence_checker.typeshed import supported_names  # only once it is asked for

    return supported_names()
