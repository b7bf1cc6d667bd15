"""The worker process seen from the host: spawn, frames over its pipes, time-outs, end.

A frame is four bytes of length (big endian) and JSON. Nothing that the worker answers is executed
or unpickled.
"""

from __future__ import annotations

import json
import os
import select
import struct
import subprocess
import sys
import time
from typing import Any, Final

START_TIMEOUT_S: Final = 120.0  # the first answer may have to generate and cache the typeshed
MAX_FRAME_BYTES: Final = 64 << 20
TOO_COMPLEX: Final = "the text is too complex to be checked"
_LENGTH: Final = struct.Struct(">I")


class WorkerDied(Exception):
    """The worker ended while it was asked."""


class WorkerTimeout(Exception):
    """The worker did not answer in time."""


class WorkerProcess:
    """A running worker. Not thread-safe; its owner takes turns."""

    def __init__(self) -> None:
        environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": _search_path()}
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "ringfence_checker.worker"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, close_fds=True,
            stderr=None if "RINGFENCE_CHECKER_DEBUG" in os.environ else subprocess.DEVNULL,
            start_new_session=True,
        )
        self.asked = 0

    def ask(self, request: dict[str, Any], timeout_s: float) -> dict[str, Any]:
        """Send a request and wait for its answer.

        Raises
        ------
        WorkerDied, WorkerTimeout
        """
        data = json.dumps(request).encode()
        wait_s = timeout_s if self.asked else max(timeout_s, START_TIMEOUT_S)
        self.asked += 1
        until = time.monotonic() + wait_s
        self._write(_LENGTH.pack(len(data)) + data, until)
        size = _LENGTH.unpack(self._read(_LENGTH.size, until))[0]
        if size > MAX_FRAME_BYTES:
            raise WorkerDied(f"answer of {size} bytes")
        answer: dict[str, Any] = json.loads(self._read(size, until))
        if "failed" in answer:
            raise WorkerDied(answer["failed"])
        return answer

    def end(self) -> None:
        """Kill the worker; it holds nothing worth saving."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    pass  # a frame was left half written
        self._process.wait()

    def _write(self, data: bytes, until: float) -> None:
        assert self._process.stdin is not None
        number = self._process.stdin.fileno()
        os.set_blocking(number, False)
        view = memoryview(data)
        while view:
            _wait(number, select.POLLOUT, until)
            try:
                view = view[os.write(number, view) :]
            except BlockingIOError:
                continue
            except OSError as error:
                raise WorkerDied(TOO_COMPLEX) from error

    def _read(self, size: int, until: float) -> bytes:
        assert self._process.stdout is not None
        number = self._process.stdout.fileno()
        parts: list[bytes] = []
        while size:
            _wait(number, select.POLLIN, until)
            part = os.read(number, size)
            if not part:
                raise WorkerDied(TOO_COMPLEX)
            parts.append(part)
            size -= len(part)
        return b"".join(parts)


def _wait(number: int, event: int, until: float) -> None:
    poll = select.poll()
    poll.register(number, event)
    if not poll.poll(max(until - time.monotonic(), 0) * 1e3):
        raise WorkerTimeout


def _search_path() -> str:
    """The import path of this process: the worker must find the same packages."""
    return os.pathsep.join(part for part in sys.path if part)
