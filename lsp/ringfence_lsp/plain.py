"""Plain data out of what the protocol layer makes of unknown messages."""

from __future__ import annotations

from typing import Any


def plain(value: Any) -> Any:
    """Dicts, lists and simple values; the protocol layer may give named tuples."""
    if hasattr(value, "_asdict"):
        return {key: plain(one) for key, one in value._asdict().items()}
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value
