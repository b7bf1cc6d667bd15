"""The worker process: takes requests on stdin, answers on stdout, keeps mypy warm between.

Started by `ringfence_checker.process`. Frames are described there.
"""

from __future__ import annotations

import gc
import json
import os
import select
import struct
import sys
import traceback
from typing import Any, BinaryIO, Final

_LENGTH: Final = struct.Struct(">I")
RECURSION: Final = 20_000
SOON_S: Final = 0.005
MYPY: Final = "2.4.1"  # the session rests on the inside of this version


def main() -> int:
    """Serve until the host closes the pipe."""
    source, sink = sys.stdin.buffer, _take_stdout()
    sys.setrecursionlimit(RECURSION)
    gc.disable()  # nearly all that is made at the start stays
    refusal = _refusal()
    if refusal:
        _read(source)
        _write(sink, {"error": refusal})
        return 1
    from ringfence_checker.service import Service

    service: Service | None = None
    while True:
        request = _read(source)
        if request is None:
            return 0
        try:
            if service is None:
                service = Service()
            answer: dict[str, Any] = {"answer": service.answer(request)}
        except (RecursionError, MemoryError):
            answer = {"failed": "the text is too complex to be checked"}
        except Exception as error:  # a defect of ours or of mypy: said, and the worker replaced
            traceback.print_exc()
            answer = {"failed": f"the checker failed: {type(error).__name__}: {error}"}
        _write(sink, answer)
        if "failed" in answer:
            return 1
        if service is not None:
            service.rest(long=not _is_asked(source))


def _is_asked(source: BinaryIO) -> bool:
    """Whether the next request is here already, as it is when many programs are checked in turn."""
    return bool(select.select([source], [], [], SOON_S)[0])


def _refusal() -> str:
    """Why the check cannot work here; '' if it can."""
    try:
        from mypy.version import __version__
    except ImportError:
        return f"the checker needs mypy {MYPY}; `pip install ringfence[check]`"
    if __version__ != MYPY:
        return f"the checker needs mypy {MYPY}, not {__version__}; `pip install ringfence[check]`"
    return ""


def _take_stdout() -> BinaryIO:
    """Keep the pipe for answers; whatever prints goes to stderr."""
    number = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(number, "wb")


def _read(source: BinaryIO) -> dict[str, Any] | None:
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    data = source.read(_LENGTH.unpack(head)[0])
    request: dict[str, Any] = json.loads(data)
    return request


def _write(sink: BinaryIO, answer: dict[str, Any]) -> None:
    data = json.dumps(answer).encode()
    sink.write(_LENGTH.pack(len(data)) + data)
    sink.flush()


if __name__ == "__main__":
    sys.exit(main())
