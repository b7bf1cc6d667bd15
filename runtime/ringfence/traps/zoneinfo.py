"""Time zones as the host has them: the bytes of a zone's TZif file, found by its key alone."""

from __future__ import annotations

import re
import zoneinfo
from importlib import resources
from pathlib import Path
from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap

KEY = re.compile(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,3}")  # no dots: no way out of the folders
MOST_BYTES = 1 << 16
MAGIC = b"TZif"


@trap("zoneinfo.load")
def load(context: TrapContext, key: Any) -> bytes | None:
    """The file of a zone, None where there is none."""
    if type(key) is not str:
        raise TrapDeclined
    if not KEY.fullmatch(key):
        return None
    context.check_size(MOST_BYTES)
    for folder in zoneinfo.TZPATH:
        path = Path(folder, key)
        if path.is_file():
            return _data(path.read_bytes)
    try:
        return _data(resources.files("tzdata.zoneinfo").joinpath(key).read_bytes)
    except (ImportError, OSError):
        return None


def _data(read: Any) -> bytes | None:
    data: bytes = read()
    return data if data.startswith(MAGIC) and len(data) <= MOST_BYTES else None


@trap("zoneinfo.available")
def available(context: TrapContext) -> list[str]:
    """Keys of all zones."""
    keys = sorted(zoneinfo.available_timezones())
    context.check_size(64 * len(keys))
    context.charge(2_000_000)  # folders are walked
    return keys
