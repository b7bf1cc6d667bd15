"""The server on a TCP port and as a websocket."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from lsp.client import ROOT, TIMEOUT_S

if TYPE_CHECKING:
    from collections.abc import Iterator

INITIALIZE = {
    "jsonrpc": "2.0", "id": 1, "method": "initialize",
    "params": {"processId": None, "rootUri": None, "capabilities": {}},
}  # fmt: skip


@pytest.fixture(params=["--tcp", "--ws"])
def served(request: pytest.FixtureRequest) -> Iterator[tuple[str, int]]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "ringfence.cli", "lsp", request.param, "--port", str(port)], cwd=ROOT,
        stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )  # fmt: skip
    yield request.param, port
    process.kill()
    process.wait()


def connected(port: int) -> socket.socket:
    """A connection as soon as the server listens; it ends with its first client, so none is tried out."""
    until = time.monotonic() + TIMEOUT_S
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port))
        except OSError:
            assert time.monotonic() < until
            time.sleep(0.05)


def test_a_client_is_answered(served: tuple[str, int]) -> None:
    how, port = served
    answer: dict[str, Any]
    if how == "--tcp":
        data = json.dumps(INITIALIZE).encode()
        with connected(port) as connection:
            connection.sendall(b"Content-Length: %d\r\n\r\n" % len(data) + data)
            stream = connection.makefile("rb")
            size = 0
            while (line := stream.readline()) != b"\r\n":
                if line.lower().startswith(b"content-length:"):
                    size = int(line.split(b":")[1])
            answer = json.loads(stream.read(size))
            stream.close()
    else:
        client = pytest.importorskip("websockets.sync.client")
        with client.connect(f"ws://127.0.0.1:{port}", sock=connected(port)) as connection:
            connection.send(json.dumps(INITIALIZE))
            answer = json.loads(connection.recv(timeout=TIMEOUT_S))
    assert answer["result"]["serverInfo"]["name"] == "ringfence"
