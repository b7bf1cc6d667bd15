"""What the worker does with a request: texts in, diagnostics and facts out, as plain data."""

from __future__ import annotations

import hashlib
from typing import Any

from ringfence_checker import own
from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic
from ringfence_checker.mypy_messages import diagnostics_of, refined
from ringfence_checker.mypy_session import HOST, PROGRAM, Session
from ringfence_checker.severity import Levels
from ringfence_checker.sources import Source, refusal
from ringfence_checker.syntax import read
from ringfence_checker.typeshed import typeshed


class Service:
    """The warm state of a worker."""

    def __init__(self) -> None:
        directory, self.facts = typeshed()
        self.session = Session(
            self.facts.modules, str(directory), str(directory / "cache"), self.facts.hidden
        )
        self._host_key = ""

    def answer(self, request: dict[str, Any]) -> Any:
        """Do what a request asks; its answer as JSON data."""
        if request["do"] == "check":
            return [found.to_dict() for found in self.check(request)]
        return None

    def check(self, request: dict[str, Any]) -> list[Diagnostic]:
        """Give the diagnostics of a text, in the order of their places."""
        levels = Levels(request["select"], request["ignore"], request["levels"])
        refused = refusal(request["code"])
        if refused is not None:
            return _settled([Diagnostic(
                "too-complex", "error", refused.message, refused.line, refused.column,
                refused.line, refused.column + 1,
            )], levels, None)  # fmt: skip
        source = Source(request["code"])
        tree = read(source)
        if isinstance(tree, Diagnostic):
            return _settled([tree], levels, None)
        self._load_host(request["stubs"])
        with self.session.checked(
            source.safe, PROGRAM, f"/{PROGRAM}.py", native_parser=source.is_ascii, lent=(HOST,)
        ) as (messages, loaded):
            context = Context(
                source, tree, loaded, self._host_names(), self.facts, request["stubs"]
            )
            found = [
                better for one in diagnostics_of(messages, source)
                if (better := refined(one, context)) is not None
            ]
            for rule in own.RULES:
                found += rule(context)
        return _settled(found, levels, context)

    def _host_names(self) -> dict[str, Any]:
        return {
            name: symbol for name, symbol in self.session.names(HOST).items()
            if symbol.module_public and not name.startswith("__")
        }

    def _load_host(self, stubs: dict[str, str]) -> None:
        text = stubs.get("", "")
        key = hashlib.sha256(text.encode()).hexdigest()
        if key == self._host_key:
            return
        self.session.keep(HOST, text, f"/{HOST}.pyi")
        self._host_key = key


def _settled(
    found: list[Diagnostic], levels: Levels, context: Context | None
) -> list[Diagnostic]:
    """Levels given, the same thing said once, in the order of the text."""
    kept: dict[tuple[int, int, str], Diagnostic] = {}
    for one in found:
        settled = levels.settle(one, context)
        if settled is not None:
            kept.setdefault((settled.line, settled.column, settled.rule), settled)
    return sorted(kept.values(), key=lambda d: (d.line, d.column, d.end_line, d.end_column, d.rule))
