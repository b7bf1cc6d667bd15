"""The checker's worker, started before the server is there: the two start side by side."""

from __future__ import annotations

import logging
import threading

from ringfence_checker import Checker

log = logging.getLogger(__name__)


def started_checker() -> Checker:
    """A checker whose worker is being started from a thread of its own."""
    checker = Checker()

    def warm() -> None:
        try:
            checker.warm()
        except Exception:  # the first question says it, and tries again
            log.debug("the checker does not start", exc_info=True)

    threading.Thread(target=warm, name="warm", daemon=True).start()
    return checker
