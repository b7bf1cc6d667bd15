"""Formatting of plain values: format specs, ``%``, and the parts of a ``str.format`` string.

Every width and precision is added up and checked before CPython sees it.
"""

from __future__ import annotations

from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap
from ringfence.traps.plain import BYTES_A_CHARACTER, check_format, text_size


def _format(context: TrapContext, method: Any, values: tuple[Any, ...]) -> Any:
    if len(values) == 2 and isinstance(values[1], str):
        check_format(context, values[1], text_size(values[0]))
    return method(*values)


@trap("format")
def format_value(context: TrapContext, *values: Any) -> Any:
    """``format(value, spec)`` of a plain value."""
    if not values:
        return format(*values)
    if len(values) == 1:
        values = (*values, "")
    return _format(context, format, values)


def _register(kind: type) -> None:
    @trap(f"{kind.__name__}.__format__")
    def format_kind(context: TrapContext, *values: Any) -> Any:
        return _format(context, kind.__format__, values)


for _kind in (str, int, float, complex):
    _register(_kind)


def _stars(format_string: Any, arguments: Any) -> int:
    """Characters that widths and precisions given as ``*`` can ask for."""
    star = b"*" if isinstance(format_string, bytes | bytearray) else "*"
    if star not in format_string or not isinstance(arguments, tuple):
        return 0
    n = format_string.count(star)
    largest: int = max((abs(a) for a in arguments if isinstance(a, int)), default=0)
    count: int = n
    return count * largest


def _percent(context: TrapContext, format_string: Any, arguments: Any) -> Any:
    size = text_size(arguments)
    if isinstance(arguments, dict):
        # one value may be shown many times
        percent = b"%" if isinstance(format_string, bytes | bytearray) else "%"
        size *= format_string.count(percent) + 1
        if size * BYTES_A_CHARACTER > context.room_bytes:
            largest = max((text_size(v) for v in arguments.values()), default=0)
            size = (largest + 2) * (format_string.count(percent) + 1)
    data = bytes(format_string) if isinstance(format_string, bytearray) else format_string
    check_format(context, data, size, _stars(format_string, arguments))
    return format_string % arguments


@trap("str.percent")
def percent(context: TrapContext, *values: Any) -> Any:
    """``format_string % arguments`` of plain data."""
    if len(values) != 2 or not isinstance(values[0], str):
        raise TrapDeclined
    return _percent(context, *values)


@trap("bytes.percent")
def percent_bytes(context: TrapContext, *values: Any) -> Any:
    """The same for bytes."""
    if len(values) != 2 or not isinstance(values[0], bytes | bytearray):
        raise TrapDeclined
    return _percent(context, *values)


@trap("str.format_fields")
def format_fields(context: TrapContext, format_string: str) -> tuple[Any, ...]:
    """Parts of a ``str.format`` string: (literal, field name or None, spec, conversion or None)."""
    import _string  # type: ignore[import-not-found]

    context.check_size(len(format_string) * 40 + 100)
    return tuple(_string.formatter_parser(format_string))


@trap("str.format_field_name")
def format_field_name(context: TrapContext, name: str) -> tuple[Any, ...]:
    """A field name taken apart: (first, ((is attribute, name or index), ...))."""
    import _string

    context.check_size(len(name) * 40 + 100)
    first, rest = _string.formatter_field_name_split(name)
    return first, tuple(rest)
