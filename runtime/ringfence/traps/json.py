"""The module ``json`` of the host, for texts and plain data of bounded size.

What is refused here, malformed texts among it, goes to the module's own Python, which names the place.
"""

from __future__ import annotations

import json
from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap

ROOM_PER_CHARACTER = 32  # bytes that a parsed character takes at most, as in `[],`
DEEPEST = 60
MOST_NODES = 200_000
NODE_BYTES = 32
FUEL_PER_NODE = 20


@trap("json.loads")
def loads(context: TrapContext, text: Any, unique: Any) -> Any:
    """Parse a text that is not too long; `unique` is the kernel's business."""
    if type(text) is not str or len(text) * ROOM_PER_CHARACTER > context.room_bytes:
        raise TrapDeclined
    context.charge(len(text))
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise TrapDeclined from None


def _measure(context: TrapContext, value: Any, indent: int) -> int:
    """Bytes that the text of a value takes at most; declines what JSON has no word for."""
    todo = [(value, 1)]
    n_bytes = n_nodes = 0
    while todo:
        item, depth = todo.pop()
        n_nodes += 1
        if not n_nodes & 4095:
            context.check_time(0)
        kind = type(item)
        if kind is str:
            n_bytes += 6 * len(item)
        elif kind is list or kind is tuple:
            todo.extend((inner, depth + 1) for inner in item)
        elif kind is dict:
            for key in item:
                if type(key) is not str:
                    raise TrapDeclined
                n_bytes += 6 * len(key)
            todo.extend((inner, depth + 1) for inner in item.values())
        elif kind is int:
            n_bytes += item.bit_length() // 3
        elif item is not None and kind is not bool and kind is not float:
            raise TrapDeclined
        n_bytes += NODE_BYTES + indent * depth
        if n_nodes + len(todo) > MOST_NODES or depth > DEEPEST or n_bytes > context.room_bytes:
            raise TrapDeclined
    context.charge(n_nodes * FUEL_PER_NODE)
    return n_bytes


@trap("json.dumps")
def dumps(
    context: TrapContext, value: Any, ensure_ascii: Any, allow_nan: Any, indent: Any,
    item_separator: Any, key_separator: Any, sort_keys: Any,
) -> Any:
    """Text of plain data that is not too large."""
    if indent is not None and type(indent) is not int and type(indent) is not str:
        raise TrapDeclined
    if type(item_separator) is not str or type(key_separator) is not str:
        raise TrapDeclined
    width = len(indent) if isinstance(indent, str) else max(int(indent or 0), 0)
    width += len(item_separator) + len(key_separator)
    context.check_size(0)
    _measure(context, value, width)
    try:
        return json.dumps(
            value, ensure_ascii=bool(ensure_ascii), allow_nan=bool(allow_nan), indent=indent,
            separators=(item_separator, key_separator), sort_keys=bool(sort_keys),
        )
    except (ValueError, TypeError, RecursionError):
        raise TrapDeclined from None
