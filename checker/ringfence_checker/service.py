"""What the worker does with a request: texts in, diagnostics and facts out, as plain data."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable
from dataclasses import is_dataclass, replace
from functools import cached_property
from typing import Any

from ringfence_checker import own
from ringfence_checker.completing import completions, signature
from ringfence_checker.context import Context
from ringfence_checker.diagnostics import Diagnostic
from ringfence_checker.doubts import doubtful
from ringfence_checker.inference import MISUSES, give_results
from ringfence_checker.memory import Memory
from ringfence_checker.mypy_messages import diagnostics_of, refined, unknown_names
from ringfence_checker.mypy_session import FEED, HOST, PROGRAM, Found, Loaded, Session
from ringfence_checker.queries import definition, hover, inlay_types
from ringfence_checker.severity import Levels
from ringfence_checker.slices import Part, lines_led_to
from ringfence_checker.sources import Source, refusal
from ringfence_checker.syntax import read
from ringfence_checker.tree import Tree
from ringfence_checker.typeshed import typeshed
from ringfence_checker.widening import remaining, widen


class Service:
    """The warm state of a worker."""

    def __init__(self) -> None:
        self._directory, self.facts = typeshed()
        self.session = Session(
            self.facts.modules, str(self._directory), str(self._directory / "cache"),
            self.facts.hidden,
        )
        self.memory = Memory()
        self._is_settled = False
        self._host_key: dict[str, str] | None = None
        self._feeds: list[str] = []

    def rest(self, *, long: bool = True) -> None:
        """Do what can wait until an answer was given; ``long``: what takes some time too."""
        if long:
            self.memory.settle()
        if self._is_settled:
            gc.collect(1)
        else:
            self._is_settled = True
            self.session.settle()

    def answer(self, request: dict[str, Any]) -> Any:
        """Do what a request asks; its answer as JSON data."""
        what, code = request["do"], request["code"]
        if what == "check":
            return [found.to_dict() for found in self.check(request)]
        if refusal(code) is not None:
            return None
        line, column = request["line"], request["column"]
        if what == "hover":
            return _plain(self._look(request, code, lambda context: hover(
                context, self.session, self.table, line, column), line))
        if what == "definition":
            return _plain(self._look(
                request, code, lambda context: definition(context, self.session, line, column)))
        if what == "inlay_types":
            return _plain(self._look(
                request, code, lambda context: inlay_types(context, self.session)))
        if what == "completions":
            return _plain(completions(
                code, line, column, self.session, self.table, self.facts.modules,
                lambda text, look, every_name=False: self._look(
                    request, text, look, line, every_name=every_name)))
        if what == "signature":
            return _plain(signature(
                code, line, column, self.session,
                lambda text, look: self._look(request, text, look, line)))
        raise ValueError(f"unknown request `{what}`")

    def _with_mixed_containers(self, context: Context, messages: list[Found]) -> list[Found]:
        """The messages without those that come from containers of more than one type."""
        if context.loaded is None or not messages or not widen(context, messages):
            return messages
        context.rests |= {one.line for one in messages}
        again = self.session.check_again(context.loaded, f"/{PROGRAM}.py")
        context.forget_types()
        return remaining(messages, again)

    def _misused(self, context: Context, messages: list[Found]) -> list[Found]:
        """Messages that are new once the results of unannotated functions are known."""
        given = give_results(context) if context.loaded is not None else set()
        if context.loaded is None or not given:
            return []
        known = set(messages)
        again = self.session.check_again(context.loaded, f"/{PROGRAM}.py")
        new = [one for one in again if one not in known and one.code in MISUSES]
        if new:  # a second look finds more in other places too, where names are bound out of order
            lines = lines_led_to(context.source.safe, context.tree, given)
            new = [one for one in new if lines is None or one.line in lines]
        return new

    @cached_property
    def table(self) -> dict[str, Any]:
        """What is supported, by dotted name: kind, signature, documentation."""
        table: dict[str, Any] = json.loads((self._directory / "table.json").read_text())
        return table

    def _look(
        self, request: dict[str, Any], code: str, look: Callable[[Context], Any], line: int = 0, *,
        every_name: bool = False,
    ) -> Any:
        """Check a text and look at it while it is loaded; None if it is broken.

        ``line``: the only one that is looked at, and what it rests on; 0: all of them.
        """
        source = Source(code)
        native = source.is_ascii
        part = self.memory.part_at(request, source.safe, line, every_name=every_name) if line else None
        if part is not None:
            source = Source(part.text)
        tree = read(source)
        if isinstance(tree, Diagnostic):
            return None
        with self._loaded(request, source, native_parser=native) as (_, loaded):
            return look(self._context(request, source, tree, loaded))

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
        part = self.memory.part_of(request, source.safe)
        if part is not None:
            found = self._check_part(request, source, part, levels)
            if found is not None:
                return found
        tree = read(source)
        if isinstance(tree, Diagnostic):
            return _settled([tree], levels, None)
        with self._loaded(request, source) as (messages, loaded):
            context = self._context(request, source, tree, loaded)
            told = self._told(context, messages)
            found = _findings(context, *told)
        self.memory.keep_whole(request, source.safe, tree.module, _lines(*told, found, context))
        return _settled(found, levels, context)

    def _check_part(
        self, request: dict[str, Any], whole: Source, part: Part, levels: Levels
    ) -> list[Diagnostic] | None:
        """Check the changed part of a text; None if that does not do."""
        if not part.dirty:
            self.memory.keep_part(request, part, set())
            return []
        source = Source(part.text)
        tree = read(source)
        if isinstance(tree, Diagnostic):
            return None
        with self._loaded(request, source, native_parser=whole.is_ascii) as (messages, loaded):
            unknown = unknown_names(messages)
            wider = part.with_alike(unknown) if unknown else part
            if wider is not None and wider.text == part.text:
                return self._found_in_part(request, whole, part, levels, (source, tree, loaded), messages)
        return None if wider is None else self._check_part(request, whole, wider, levels)

    def _found_in_part(
        self, request: dict[str, Any], whole: Source, part: Part, levels: Levels,
        checked: tuple[Source, Tree, Loaded | None], messages: list[Found],
    ) -> list[Diagnostic] | None:
        """The findings in the dirty chunks of a part that is loaded."""
        context = self._context(request, *checked)
        told = self._told(context, messages)
        own = part.lines()
        lines = _lines(*told, _findings(context, *told), context) & own
        found: list[Diagnostic] = []
        if lines:  # what is said, and how, may rest on all of the program
            tree = read(whole)
            if isinstance(tree, Diagnostic):
                return None
            context = self._context(request, whole, tree, checked[2])
            found = [one for one in _findings(context, *told) if one.line in own]
            lines |= _lines(*told, found, context) & own
        self.memory.keep_part(request, part, lines)
        return _settled(found, levels, context)

    def _told(self, context: Context, messages: list[Found]) -> tuple[list[Found], list[Found]]:
        """mypy's messages, and those that come with inferred results."""
        messages = self._with_mixed_containers(context, messages)
        misused = self._misused(context, messages)
        if misused:
            context.forget_types()
        return messages, misused

    def _loaded(
        self, request: dict[str, Any], source: Source, *, native_parser: bool | None = None
    ) -> Any:
        self._load_host(request["stubs"])
        lent = (HOST, *self._load_feeds(request["earlier"]))
        native = source.is_ascii if native_parser is None else native_parser
        return self.session.checked(
            source.safe, PROGRAM, f"/{PROGRAM}.py", native_parser=native, lent=lent
        )

    def _load_feeds(self, earlier: list[str]) -> tuple[str, ...]:
        """Modules of the texts fed before; those that the last request had too are kept."""
        same = 0
        while same < min(len(earlier), len(self._feeds)) and earlier[same] == self._feeds[same]:
            same += 1
        for number in range(same, len(self._feeds)):
            self.session.drop(f"{FEED}{number}")
        self._feeds = self._feeds[:same]
        for number, text in enumerate(earlier[same:], same):
            source = Source(text)
            if refusal(text) is None and isinstance(read(source), Tree):
                self.session.keep(
                    f"{FEED}{number}", source.safe, f"/{FEED}{number}.py",
                    (HOST, *self._feed_names(number)), native=source.is_ascii,
                )
            self._feeds.append(text)
        return self._feed_names(len(earlier))

    def _feed_names(self, number: int) -> tuple[str, ...]:
        return tuple(f"{FEED}{index}" for index in range(number))

    def _context(
        self, request: dict[str, Any], source: Source, tree: Tree, loaded: Loaded | None
    ) -> Context:
        return Context(
            source, tree, loaded, self._host_names(), self.facts, request["stubs"],
            self._bound_before(request["earlier"]),
        )

    def _bound_before(self, earlier: list[str]) -> frozenset[str]:
        """Names that earlier feeds have bound."""
        names: set[str] = set()
        for number in range(len(earlier)):
            tree = self.session.manager.modules.get(f"{FEED}{number}")
            names |= set(tree.names) if tree is not None else set()
        return frozenset(names)

    def _host_names(self) -> dict[str, Any]:
        return {
            name: symbol for name, symbol in self.session.names(HOST).items()
            if symbol.module_public and not name.startswith("__")
        }

    def _load_host(self, stubs: dict[str, str]) -> None:
        """Load the stub modules, unless they are those of the last request."""
        if stubs == self._host_key:
            return
        self._load_feeds([])  # they were checked with the names of another host
        for name in self._host_key or ():
            if name not in stubs and name and name not in self.session.library:
                self.session.drop(name)
        self._host_key = None
        for name in sorted(stubs, reverse=True):  # '' last: it may import the others
            module = name or HOST
            if module in self.session.library:
                continue  # the library's own modules are not the host's to lend
            self.session.keep(module, stubs[name], f"/{module.replace('.', '/')}.pyi")
        if "" not in stubs:
            self.session.keep(HOST, "", f"/{HOST}.pyi")
        self._host_key = dict(stubs)


def _findings(context: Context, messages: list[Found], misused: list[Found]) -> list[Diagnostic]:
    """What mypy and the rules of our own say about a text, before levels are given."""
    found = [
        better for one in diagnostics_of(messages, context.source)
        if (better := refined(one, context)) is not None
    ]
    found += [
        replace(better, rule="inferred-return") if better.rule in MISUSES else better
        for one in diagnostics_of(misused, context.source)
        if (better := refined(one, context)) is not None and not doubtful(better, context)
    ]
    for rule in own.RULES:
        found += rule(context)
    return found


def _lines(
    messages: list[Found], misused: list[Found], found: list[Diagnostic], context: Context
) -> set[int]:
    """Lines about which something was said, or is not said because of what stands elsewhere."""
    lines = {one.line for one in messages} | {one.line for one in misused}
    return lines | {one.line for one in found} | context.rests


def _settled(
    found: list[Diagnostic], levels: Levels, context: Context | None
) -> list[Diagnostic]:
    """Levels given, the same thing said once, in the order of the text."""
    kept: dict[tuple[int, int, str], Diagnostic] = {}
    for one in found:
        settled = levels.settle(one, context)
        if settled is not None:
            kept.setdefault((settled.line, settled.column, settled.rule), settled)
    if any(one.rule == "str-format" for one in kept.values()):
        lines = {one.line for one in kept.values() if one.rule == "str-format"}
        kept = {
            key: one for key, one in kept.items()
            if one.rule != "format-spec" or one.line not in lines
        }
    return sorted(kept.values(), key=lambda d: (d.line, d.column, d.end_line, d.end_column, d.rule))


def _plain(found: Any) -> Any:
    """Answers as JSON data."""
    if isinstance(found, list):
        return [_plain(one) for one in found]
    if is_dataclass(found) and not isinstance(found, type):
        return {name: getattr(found, name) for name in found.__slots__}  # type: ignore[attr-defined]
    return found
