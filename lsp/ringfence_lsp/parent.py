"""Ends the server when its client's process is gone: one that crashed says no goodbye."""

from __future__ import annotations

import logging
import os
import threading
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)
_EVERY_S: Final = 5.0


def _lives(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    except OSError:
        pass  # it is there, but not ours
    return True


def watch(process_id: int, end: Callable[[], None]) -> None:
    """Look after a process from a thread of its own; one that cannot be seen from here is let be."""
    if not _lives(process_id):
        log.info("the client's process %s is not on this machine", process_id)
        return

    def look() -> None:
        while _lives(process_id):
            time.sleep(_EVERY_S)
        end()
        os._exit(1)

    threading.Thread(target=look, name="parent", daemon=True).start()
