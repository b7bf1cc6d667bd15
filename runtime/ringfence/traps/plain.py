"""What several traps ask of their arguments: sizes, digit runs, and order that would be lost."""

from __future__ import annotations

from typing import Any

from ringfence.traps import TrapContext, TrapDeclined

DEEPEST = 40  # nesting beyond which a container is left to the prelude
MOST_PARTS = 10000
BYTES_A_CHARACTER = 4
LONGEST_NUMBER = 20  # digits; a longer one is no width anyone meant


def numbers_in(text: str | bytes) -> int:
    """Sum of the decimal numbers in a format: no smaller than its widths and precisions."""
    if isinstance(text, bytes):
        text = text.decode("latin-1")
    total = 0
    digits = ""
    for character in text + " ":
        if character.isdecimal():
            digits += character
            if len(digits) > LONGEST_NUMBER:
                digits = digits[:LONGEST_NUMBER]
        elif digits:
            total += int(digits)
            digits = ""
    return total


def check_format(context: TrapContext, spec: str | bytes, *more: int) -> None:
    """Check the size of what a format with these numbers in it can make."""
    context.check_size((numbers_in(spec) + len(spec) + sum(more)) * BYTES_A_CHARACTER)


def text_size(value: Any) -> int:
    """Characters that str, repr or ascii of a plain value can have, at most.

    Raises TrapDeclined for sets, whose order here is not that of the sandbox, for what is nested
    deeply or has very many parts, and for what is not plain.
    """
    return _text_size(value, 0, [MOST_PARTS])


def _text_size(value: Any, depth: int, left: list[int]) -> int:
    left[0] -= 1
    if left[0] < 0:  # parts that are shared count each time they are shown
        raise TrapDeclined
    if value is None or isinstance(value, bool | float | complex):
        return 80
    if isinstance(value, int):
        return value.bit_length() // 3 + 3
    if isinstance(value, str):
        return len(value) * 10 + 2
    if isinstance(value, bytes | bytearray):
        return len(value) * 4 + 16
    if depth < DEEPEST:
        if isinstance(value, list | tuple):
            return 4 + sum(_text_size(item, depth + 1, left) + 2 for item in value)
        if isinstance(value, dict):
            return 4 + sum(
                _text_size(k, depth + 1, left) + _text_size(v, depth + 1, left) + 4
                for k, v in value.items()
            )
    raise TrapDeclined
