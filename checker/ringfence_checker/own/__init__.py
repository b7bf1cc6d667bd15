"""Rules that mypy lacks. Each file is a subject; each of its rules takes a `Context`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic
from ringfence_checker.own import (
    anything,
    awaiting,
    constants,
    datetimes,
    definitions,
    formats,
    hashing,
    host_calls,
    imports,
    loops,
    shapes,
    typed_dicts,
)

RULES: Final[tuple[Callable[[Context], Iterator[Diagnostic]], ...]] = (
    imports.unknown_modules,
    awaiting.never_awaited,
    formats.format_specs,
    typed_dicts.unknown_keys,
    typed_dicts.keys_that_may_be_missing,
    typed_dicts.unpacked_keys,
    host_calls.shadowed,
    host_calls.unused_results,
    host_calls.unreachable,
    loops.endless,
    constants.certain_failures,
    hashing.unhashable,
    anything.misused,
    shapes.missing_keys,
    datetimes.mixed_moments,
    definitions.local_without_value,
    definitions.shared_defaults,
)
