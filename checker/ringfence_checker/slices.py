"""Which part of a changed program has to be checked again.

A program is remembered as its chunks (`ringfence_checker.facts`). Of a text that differs from it in
one place, the *dirty* chunks are those that were written anew, those that name what they bind, and
so on from chunk to chunk; and those in which something was found, or whose silence rests on the
rest of the program. To check them as in the whole, the chunks that they rest on are needed, without
the sealed bodies. All others are left out: the text to check has empty lines in their place.

Invariant: the findings of the whole text are those of the part, in the dirty chunks, and there are
none elsewhere. A test compares them after random edits.
"""

from __future__ import annotations

import ast
from collections.abc import Container, Iterable
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from ringfence.errors import MontySyntaxError
from ringfence.parse import parse
from ringfence_checker.facts import Facts, facts_of, first_line, starts_of

ALIKE: Final = 0.7  # mypy proposes names of 0.75 and more
WORTH: Final = 0.5  # of the lines; when more is needed, all is checked


class Program(NamedTuple):
    """A checked text: its chunks, and by chunk whether it has to be checked with every change."""

    chunks: tuple[Facts, ...]
    tainted: tuple[bool, ...]


class Part(NamedTuple):
    """What to check of a text: ``text`` with empty lines for what is left out."""

    chunks: tuple[Facts, ...]
    dirty: frozenset[int]
    meant: frozenset[str]
    text: str

    def lines(self) -> set[int]:
        """The lines of the dirty chunks."""
        return _lines_of(self.chunks, self.dirty)

    def with_alike(self, names: Iterable[str]) -> Part | None:
        """The part with what binds names that are like some; None: all is needed.

        mypy proposes them where a name is not defined.
        """
        bound = frozenset[str]().union(*(one.binds for one in self.chunks))
        meant = {other for name in names for other in _alike(name, bound)} | self.meant
        return self if meant == self.meant else _gathered(self.chunks, self.dirty, frozenset(meant))

    def program(self, tainted_lines: Iterable[int]) -> Program:
        """The text as it is remembered, once it was checked."""
        return Program(self.chunks, _tainted(self.chunks, tainted_lines))


def lines_led_to(text: str, module: ast.Module, names: set[str]) -> set[int] | None:
    """The lines whose types may come from some names; None: any line."""
    chunks = _chunks(text, module.body)
    return None if chunks is None else _lines_of(chunks, _led_to(chunks, names))


def _lines_of(chunks: tuple[Facts, ...], which: Container[int]) -> set[int]:
    found: set[int] = set()
    line = 1
    for index, chunk in enumerate(chunks):
        if index in which:
            found.update(range(line, line + max(chunk.lines, 1) + (index == len(chunks) - 1)))
        line += chunk.lines
    return found


def divide(text: str, module: ast.Module, tainted_lines: Iterable[int]) -> Program | None:
    """The chunks of a text that was checked as a whole; None if it is not to be divided."""
    chunks = _chunks(text, module.body)
    if chunks is None or any(one.undivided for one in chunks):
        return None
    return Program(chunks, _tainted(chunks, tainted_lines))


def _tainted(chunks: tuple[Facts, ...], lines: Iterable[int]) -> tuple[bool, ...]:
    marked = sorted(set(lines))
    found: list[bool] = []
    line, at = 1, 0
    for index, chunk in enumerate(chunks):
        line += chunk.lines
        last = index == len(chunks) - 1
        before = at
        while at < len(marked) and (last or marked[at] < line):
            at += 1
        found.append(at > before)
    return tuple(found)


def _chunks(
    text: str, body: list[ast.stmt], known: Iterable[Facts] = ()
) -> tuple[Facts, ...] | None:
    """The chunks of a text; those of a text that is known are taken from there."""
    starts = starts_of(body)
    if not starts or first_line(body[0]) != starts[0]:
        return None
    starts[0] = 1
    lines = text.split("\n")
    ends = [*(start - 1 for start in starts[1:]), len(lines)]
    by_text = {one.text: one for one in known}
    found: list[Facts] = []
    at = 0
    for start, end in zip(starts, ends, strict=True):
        own: list[ast.stmt] = []
        while at < len(body) and first_line(body[at]) <= end:
            own.append(body[at])
            at += 1
        piece = "\n".join(lines[start - 1 : end])
        if end < len(lines):
            piece += "\n"
        facts = by_text.get(piece) or facts_of(piece, own, start)
        if facts is None:
            return None
        found.append(facts)
    return tuple(found)


# ---------------------------------------------------------------- a changed text
class _Difference(NamedTuple):
    """The chunks of a text; those from ``first`` to ``last`` stand where ``gone`` stood."""

    chunks: tuple[Facts, ...]
    first: int
    last: int
    gone: tuple[Facts, ...]


def part_of(program: Program, text: str) -> Part | None:
    """What to check of a text that was changed; None: all of it."""
    found = _difference(program, text)
    if found is None:
        return None
    old, (chunks, first, last, gone) = program.chunks, found
    shift = len(chunks) - len(old)
    end = first + len(gone)  # in the old numbers
    dirty = {
        index if index < first else index + shift
        for index, bad in enumerate(program.tainted) if bad and not first <= index < end
    } | set(range(first, last))
    if chunks[-1] is not old[-1]:  # what the last statement gives is the program's value
        dirty.add(len(chunks) - 1)
        if len(old) - 1 < first:
            dirty.add(len(old) - 1)
    changed = _changed(gone, chunks[first:last], chunks)
    if changed is None or not _spread(chunks, dirty, changed):
        return None
    return _gathered(chunks, frozenset(dirty))


def part_at(program: Program, text: str, line: int, *, every_name: bool) -> Part | None:
    """What to check of a text to know the types at a line; None: all of it.

    ``every_name``: the names of the whole program are wanted too.
    """
    found = _difference(program, text)
    if found is None:
        return None
    index, after = -1, 1
    while index + 1 < len(found.chunks) and after <= line:
        index += 1
        after += found.chunks[index].lines
    names = frozenset[str]().union(*(one.binds for one in found.chunks)) if every_name else frozenset()
    return _gathered(found.chunks, frozenset((index,)), names)


def _difference(program: Program, text: str) -> _Difference | None:
    old = program.chunks
    same, after = _common(old, text)
    same = max(same - 1, 0)  # the statement before may go on in the text that is new
    start = sum(len(one.text) for one in old[:same])
    stop = len(text) - sum(len(one.text) for one in old[len(old) - after :])
    while after and (stop < start or (stop > start and text[stop - 1] != "\n")):
        stop += len(old[len(old) - after].text)
        after -= 1
    try:
        module = parse(text[start:stop], "main.py")
    except MontySyntaxError:
        return None
    assert isinstance(module, ast.Module)
    made = _chunks(text[start:stop], module.body, old) if module.body else None
    if made is None or any(one.undivided for one in made):
        return None
    gone = old[same : len(old) - after]
    chunks = (*old[:same], *made, *old[len(old) - after :])
    first, last = same, same + len(made)
    while first < last and gone and chunks[first].text == gone[0].text:
        gone, first = gone[1:], first + 1
    while first < last and gone and chunks[last - 1].text == gone[-1].text:
        gone, last = gone[:-1], last - 1
    return _Difference(chunks, first, last, gone)


def likeness(program: Program, text: str) -> float:
    """The share of a text that is at the beginning and at the end as it was."""
    same, after = _common(program.chunks, text)
    chunks = program.chunks
    kept = (*chunks[:same], *chunks[len(chunks) - after :])
    return sum(len(one.text) for one in kept) / max(len(text), 1)


def _common(chunks: tuple[Facts, ...], text: str) -> tuple[int, int]:
    """How many chunks the text begins with, and how many others it ends with."""
    at = same = 0
    for one in chunks:
        if not text.startswith(one.text, at) or (
            not one.text.endswith("\n") and at + len(one.text) < len(text)
        ):
            break
        at += len(one.text)
        same += 1
    end, after = len(text), 0
    for one in reversed(chunks[same:]):
        if end - len(one.text) < at or not text.endswith(one.text, at, end):
            break
        end -= len(one.text)
        after += 1
    return same, after


def _written(text: str) -> list[str]:
    """The lines that are not empty."""
    return [line for line in text.split("\n") if line]


def _changed(
    gone: tuple[Facts, ...], made: tuple[Facts, ...], chunks: tuple[Facts, ...]
) -> set[str] | None:
    """Names that may mean something else now; None if that cannot be told."""
    if len(gone) == len(made) and all(
        one.only_defines and _written(one.face) == _written(other.face)
        for one, other in zip(gone, made, strict=True)
    ):
        gone = made = ()  # only sealed bodies were changed
    both = (*gone, *made)
    if any(one.ends for one in both):
        return None
    found: set[str] = set()
    partial = frozenset[str]().union(*(one.partial for one in (*chunks, *gone)))
    variables = _variables((*chunks, *gone))
    for one in both:
        found |= one.binds | (one.names & partial)
        if one.narrows:
            found |= one.names & variables
    return found


def _variables(chunks: Iterable[Facts]) -> frozenset[str]:
    """Names that are bound by more than definitions: their types may differ from place to place."""
    return frozenset[str]().union(*(one.binds for one in chunks if not one.only_defines))


def _spread(chunks: tuple[Facts, ...], dirty: set[int], changed: set[str]) -> bool:
    """Add the chunks that changed names lead to; False if all may be concerned."""
    led = _led_to(chunks, changed)
    dirty |= led
    return not any(chunks[index].ends for index in led)


def _led_to(chunks: tuple[Facts, ...], changed: set[str]) -> set[int]:
    """The chunks that name one of the names, or one that gets its type from them, and so on."""
    variables = _variables(chunks)
    waiting, seen = list(changed), set(changed)
    found: set[int] = set()
    while waiting:
        name = waiting.pop()
        for index, one in enumerate(chunks):
            if name not in one.names:
                continue
            found.add(index)
            if one.only_defines and name not in one.face_names:
                continue
            new = one.binds | (one.names & variables) if one.narrows else one.binds
            waiting += new - seen
            seen |= new
    return found


def _alike(name: str, others: Iterable[str]) -> list[str]:
    """Names that mypy may propose for one that is not defined."""
    matcher = SequenceMatcher(b=name)
    found = []
    for other in others:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() > ALIKE and matcher.quick_ratio() > ALIKE:
            found.append(other)
    return found


def _gathered(
    chunks: tuple[Facts, ...], dirty: frozenset[int], meant: frozenset[str] = frozenset()
) -> Part | None:
    """The part with all that the dirty chunks rest on; None if that is most of the program.

    ``meant``: names whose chunks are wanted too.
    """
    kept = set(dirty) | {index for index, one in enumerate(chunks) if one.ends}
    binders: dict[str, list[int]] = {}
    for index, one in enumerate(chunks):
        for name in one.binds:
            binders.setdefault(name, []).append(index)
    variables = _variables(chunks)
    partial = frozenset[str]().union(*(one.partial for one in chunks))
    for name in meant:
        kept.update(binders.get(name, ()))
    waiting, seen = list(kept), set[str]()
    while waiting:
        index = waiting.pop()
        one = chunks[index]
        for name in (one.names if index in dirty else one.face_names) - seen:
            seen.add(name)
            more = set(binders.get(name, ()))
            if name in variables:
                more |= {
                    other for other, chunk in enumerate(chunks)
                    if name in chunk.names and (
                        chunk.narrows or (name in partial and not chunk.only_defines)
                    )
                }  # fmt: skip
            waiting += more - kept
            kept |= more
    texts = [
        one.text if index in dirty else one.face if index in kept else "\n" * one.lines
        for index, one in enumerate(chunks)
    ]
    text = "".join(texts)
    if len(_written(text)) > WORTH * sum(len(_written(one.text)) for one in chunks):
        return None
    return Part(chunks, dirty, meant, text)
