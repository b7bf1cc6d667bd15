"""What the worker does with a request: texts in, diagnostics and facts out, as plain data."""

from __future__ import annotations

import hashlib
from typing import Any

from ringfence_checker.diagnostics import Diagnostic
from ringfence_checker.mypy_messages import diagnostics_of
from ringfence_checker.mypy_session import HOST, PROGRAM, Session
from ringfence_checker.sources import Source, refusal

PRELOAD = ["typing", "json", "math", "asyncio", "dataclasses", "collections", "enum"]


class Service:
    """The warm state of a worker."""

    def __init__(self) -> None:
        self.session = Session(PRELOAD)
        self._host_key = ""

    def answer(self, request: dict[str, Any]) -> Any:
        """Do what a request asks; its answer as JSON data."""
        what = request["do"]
        if what == "check":
            return [found.to_dict() for found in self.check(request)]
        return None

    def check(self, request: dict[str, Any]) -> list[Diagnostic]:
        """Give the diagnostics of a text."""
        refused = refusal(request["code"])
        if refused is not None:
            return [Diagnostic("too-complex", "error", refused.message, refused.line,
                               refused.column, refused.line, refused.column)]
        source = Source(request["code"])
        self._load_host(request["stubs"])
        with self.session.checked(
            source.safe, PROGRAM, f"/{PROGRAM}.py", native_parser=source.is_ascii, lent=(HOST,)
        ) as (messages, _):
            return diagnostics_of(messages, source)

    def _load_host(self, stubs: dict[str, str]) -> None:
        text = stubs.get("", "")
        key = hashlib.sha256(text.encode()).hexdigest()
        if key == self._host_key:
            return
        self.session.keep(HOST, text, f"/{HOST}.pyi")
        self._host_key = key
