"""Answers as a person types them, made into values and exceptions."""

from __future__ import annotations

import ast
import builtins
import json
from typing import Any, Final

_PRELUDE: Final = (
    "import datetime, decimal, math\nfrom datetime import date, timedelta\nfrom decimal import Decimal\n"
)
_LIMITS: Final = {"max_instructions": 10_000_000, "max_memory": 256 << 20}


def value_of(text: str) -> Any:
    """The value that a text stands for: a Python literal, JSON, or an expression that is run in a sandbox.

    Raises
    ------
    ValueError
        When it is none of them.
    """
    stripped = text.strip()
    if not stripped:
        return None
    try:
        return ast.literal_eval(stripped)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        pass
    try:
        return json.loads(stripped)
    except ValueError:
        pass
    from ringfence import Monty, MontyError

    try:
        return Monty(_PRELUDE + stripped, script_name="<answer>", limits=_LIMITS).run()
    except MontyError as error:
        raise ValueError(f"`{stripped}` is no value: {error}") from None


def exception_of(text: str) -> BaseException:
    """The exception that a text like ``ValueError: no such page`` stands for."""
    name, separator, message = text.partition(":")
    kind = getattr(builtins, name.strip(), None)
    if isinstance(kind, type) and issubclass(kind, Exception):
        try:
            return kind(message.strip()) if separator else kind()
        except TypeError:
            pass
    return RuntimeError(text.strip())
