"""What text modules ask of the host's own: character references, and the Unicode database."""

from __future__ import annotations

import html
import unicodedata
from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap

MOST_DECOMPOSED = 18  # characters that one becomes under a normal form, at most
BYTES_A_CHARACTER = 4


@trap("html.unescape")
def unescape(context: TrapContext, text: Any) -> str:
    """``html.unescape``: what it makes is never longer than the text."""
    if not isinstance(text, str):
        raise TrapDeclined
    context.check_size(len(text) * BYTES_A_CHARACTER)
    context.charge(len(text) * 4)
    return html.unescape(text)


def _register(name: str) -> None:
    function = getattr(unicodedata, name)

    @trap(f"unicodedata.{name}")
    def asked(context: TrapContext, *values: Any) -> Any:
        return function(*values)


for _name in (
    "bidirectional", "category", "combining", "decimal", "decomposition", "digit",
    "east_asian_width", "lookup", "mirrored", "name", "numeric",
):
    _register(_name)


@trap("unicodedata.normalize")
def normalize(context: TrapContext, *values: Any) -> Any:
    """``unicodedata.normalize``; its time grows with the text."""
    if len(values) == 2 and isinstance(values[1], str):
        context.check_size(len(values[1]) * BYTES_A_CHARACTER)
        context.charge(len(values[1]) * 20)
        if len(values[1]) * MOST_DECOMPOSED * BYTES_A_CHARACTER > context.room_bytes:
            raise TrapDeclined
    return unicodedata.normalize(*values)


@trap("unicodedata.is_normalized")
def is_normalized(context: TrapContext, *values: Any) -> Any:
    """``unicodedata.is_normalized``."""
    if len(values) == 2 and isinstance(values[1], str):
        context.charge(len(values[1]) * 20)
    return unicodedata.is_normalized(*values)


@trap("unicodedata.version")
def version(context: TrapContext) -> str:
    """The version of the host's database, read when the boot image is built."""
    return unicodedata.unidata_version
