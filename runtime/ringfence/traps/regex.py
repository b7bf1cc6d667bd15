"""Unicode data for regular expressions, taken from the host when the boot image is built."""

from __future__ import annotations

import re
import struct
import sys
import unicodedata

from ringfence.traps import TrapContext, trap

FIRST_WIDE = 128  # below, the kernels know it themselves
LAST_CASED = 0x20000


def _pairs(pairs: list[tuple[int, int]]) -> bytes:
    return b"".join(struct.pack("<2I", *pair) for pair in pairs)


def lower_pairs() -> list[tuple[int, int]]:
    """(code point, its simple lower case) where they differ, in order."""
    found = ((code, ord(chr(code).lower()[0])) for code in range(FIRST_WIDE, LAST_CASED))
    return [(code, lower) for code, lower in found if lower != code]


@trap("re.tables")
def tables(context: TrapContext) -> bytes:
    """Sorted ranges of words, digits and spaces, and the pairs of lower cases: see regex_sets."""
    everything = "".join(map(chr, range(FIRST_WIDE, sys.maxunicode + 1)))
    parts = [
        [(m.start() + FIRST_WIDE, m.end() - 1 + FIRST_WIDE) for m in re.finditer(kind, everything)]
        for kind in (r"\w+", r"\d+", r"\s+")
    ]
    parts.append(lower_pairs())
    head, body = b"", b""
    for part in parts:
        head += struct.pack("<2I", len(part), (32 + len(body)) // 4)
        body += _pairs(part)
    return head + body


@trap("re.cases")
def cases(context: TrapContext) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Lower-case code points with the others that have the same upper case."""
    by_upper: dict[str, list[int]] = {}
    for code in range(LAST_CASED):
        text = chr(code)
        if text.lower() == text and text.upper() != text:
            by_upper.setdefault(text.upper(), []).append(code)
    return tuple(
        (code, tuple(other for other in group if other != code))
        for group in by_upper.values() if len(group) > 1 for code in group
    )


@trap("re.named")
def named(context: TrapContext, name: object) -> int | None:
    """The code point of a Unicode name, None if there is none or it names several."""
    if not isinstance(name, str):
        return None
    try:
        found = unicodedata.lookup(name)
    except (KeyError, ValueError):
        return None
    return ord(found) if len(found) == 1 else None
