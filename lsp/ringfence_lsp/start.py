"""``ringfence lsp``: the server on standard input and output, a TCP port, or a websocket."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Any

from ringfence_lsp.early import started_checker


def serve(options: Any) -> int:
    """Serve until the client goes."""
    checker = started_checker()
    from ringfence_lsp.server import ClientLog, Server  # takes longer than all the rest

    level = getattr(logging, options.log_level.upper())
    handler: logging.Handler = logging.StreamHandler(sys.stderr)
    if options.log_file:
        handler = logging.FileHandler(options.log_file, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=max(level, logging.INFO), handlers=[handler])
    logging.getLogger("pygls").setLevel(logging.DEBUG if level == logging.DEBUG else logging.WARNING)
    server = Server(checker)
    logging.getLogger("ringfence_lsp").addHandler(ClientLog(server))
    try:
        if options.tcp:
            server.start_tcp(options.host, options.port)
        elif options.ws:
            server.start_ws(options.host, options.port)
        else:
            server.start_io()
    except (KeyboardInterrupt, asyncio.CancelledError):
        pass
    finally:
        server.end()
    return 0
