"""Tracebacks of programs, drawn as the host's own CPython draws them.

Frames and positions are read from the block; the text is made by the standard library's
``traceback`` from summaries that carry their own source lines, so carets, folding of repeated
lines, chaining, groups and notes follow the host's version.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from ringfence import decode
from ringfence import layout as L
from ringfence.errors import MontyRuntimeError

if TYPE_CHECKING:
    from ringfence.block import Block
    from ringfence.machine import Machine

_SHOWS_INLINED = sys.version_info < (3, 12)  # PEP 709 took the frames of comprehensions away
_MOST_FRAMES = 100_000


class Frame(NamedTuple):
    """One line of a traceback. Lines count from 1, columns are code points from 0."""

    filename: str
    line: int
    column: int | None
    end_line: int | None
    end_column: int | None
    function_name: str
    source_line: str


class _Units:
    """Source lines of the units of a block, read once."""

    def __init__(self, block: Block) -> None:
        self._reader = decode.Decoder(block)
        self._words = block.words
        self._known: dict[int, tuple[str, list[str]]] = {}

    def of(self, unit: int) -> tuple[str, list[str]]:
        """Script name and lines of a CODE_UNIT value."""
        found = self._known.get(unit)
        if found is None:
            name, lines = "<unknown>", []
            at = unit - 1 >> 3
            if unit & 7 == 1 and self._words[at] & 255 == L.KIND_TUPLE:
                name = self._reader.text(self._words[at + L.TUPLE_ITEMS])
                source = self._words[at + L.TUPLE_ITEMS + 1]
                if source & 7 == 1:
                    lines = self._reader.text(source).splitlines()
            found = self._known[unit] = (name, lines)
        return found


def _frames_at(block: Block, units: _Units, code: int, index: int) -> list[Frame]:
    """The frame of an instruction, with those of comprehensions compiled into it."""
    words = block.words
    at = code - 1 >> 3
    filename, lines = units.of(words[at + L.CODE_UNIT])
    name = decode.Decoder(block).text(words[at + L.CODE_NAME])
    table = words[at + L.CODE_POSITIONS]
    position = words[(table - 1 >> 3) + L.RAW_DATA + max(index, 0)] if table & 7 == 1 else 0
    found: list[Frame] = []
    inlined = words[at + L.CODE_INLINED]
    if _SHOWS_INLINED and inlined & 7 == 1:
        row = inlined - 1 >> 3
        for item in words[row + L.TUPLE_ITEMS : row + L.TUPLE_ITEMS + (words[row + 1] >> 1)]:
            part = (item - 1 >> 3) + L.TUPLE_ITEMS
            start, end, inner, where = words[part : part + 4].tolist()
            if start >> 1 <= index < end >> 1:
                found.append(_frame(filename, lines, name, where >> 1))
                name = decode.Decoder(block).text(inner)
    found.append(_frame(filename, lines, name, position))
    return found


def _frame(filename: str, lines: list[str], name: str, position: int) -> Frame:
    line = position & 0xFFFFFF
    column: int | None = position >> 24 & 0xFFFF
    end_line: int | None = line + (position >> 40 & 0xFF)
    end_column: int | None = position >> 48 & 0xFFFF
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    if column == L.POSITION_NO_COLUMN or end_column == L.POSITION_NO_COLUMN:
        column = end_line = end_column = None
    return Frame(filename, line, column, end_line, end_column, name, source)


def _bytes(line: str, column: int) -> int:
    return len(line[:column].encode("utf-8", "surrogatepass"))


def traceback_of(block: Block, exception: int, units: _Units) -> list[Frame]:
    """Frames of an exception's traceback, the outermost first."""
    words = block.words
    link = words[(exception - 1 >> 3) + L.EXCEPTION_TRACEBACK]
    frames: list[Frame] = []
    while link & 7 == 1 and words[link - 1 >> 3] & 255 == L.KIND_TRACEBACK:
        at = link - 1 >> 3
        code, pc = words[at + L.TRACEBACK_CODE], words[at + L.TRACEBACK_PC] >> 1
        frames += _frames_at(block, units, code, pc)
        link = words[at + L.TRACEBACK_NEXT]
        if len(frames) > _MOST_FRAMES:
            break
    return frames


def running_frames(machine: Machine) -> list[Frame]:
    """Frames of a paused run, the outermost first."""
    from ringfence.machine import BOTTOM

    block = machine.block
    words = block.words
    units = _Units(block)
    base, pc = words[L.STATE_BASE], words[L.STATE_PC]
    found: list[list[Frame]] = []
    while base > BOTTOM:
        frame = base >> 3
        code = words[frame + L.FRAME_CODE]
        at = code - 1 >> 3
        if not words[at + L.CODE_FLAGS] >> 1 & L.CODE_FLAG_HIDDEN:
            start = words[at + L.CODE_INSTRUCTIONS] + 7
            found.append(_frames_at(block, units, code, (pc - start >> 3) - 1))
        base = words[frame + L.FRAME_BASE]
        pc = words[(base >> 3) + L.FRAME_PC]
    return [frame for group in reversed(found) for frame in group]


class Report:
    """An exception of a program with all that belongs to it, apart from the block."""

    def __init__(self, exception: BaseException, frames: dict[int, list[Frame]],
                 sources: dict[str, list[str]]) -> None:
        self.exception = exception
        self._frames = frames  # by id of the exception
        self._sources = sources

    @property
    def frames(self) -> list[Frame]:
        """Frames of the exception itself."""
        return self._frames.get(id(self.exception), [])

    def text(self) -> str:
        """What the host's interpreter would print."""
        return "".join(self._summary().format())

    def last_line(self) -> str:
        """The exception's class and message."""
        import traceback

        error = self.exception
        chain = error.__cause__, error.__context__, error.__suppress_context__
        # a chain may be long, and this line shows nothing of it
        error.__cause__ = error.__context__ = None
        try:
            lines = list(
                traceback.TracebackException(type(error), error, None).format_exception_only()
            )
        finally:
            error.__cause__, error.__context__, error.__suppress_context__ = chain
        return "".join(lines).rstrip("\n")

    def _summary(self) -> Any:
        import traceback

        top = traceback.TracebackException(type(self.exception), self.exception, None)
        todo: list[tuple[Any, Any]] = [(top, self.exception)]
        while todo:
            summary, exception = todo.pop()
            frames = self._frames.get(id(exception))
            if frames is not None:
                summary.stack = traceback.StackSummary.from_list(
                    [self._line(traceback, frame) for frame in frames]
                )
            for name in ("__cause__", "__context__"):
                inner = getattr(summary, name, None)
                if inner is not None:
                    todo.append((inner, getattr(exception, name)))
            parts = getattr(summary, "exceptions", None)
            if parts:
                todo.extend(zip(parts, exception.exceptions, strict=False))
        return top

    def _line(self, traceback: Any, frame: Frame) -> Any:
        lines = self._sources.get(frame.filename, [])
        last_line = frame.end_line or frame.line
        last = lines[last_line - 1] if 0 < last_line <= len(lines) else frame.source_line
        summary = traceback.FrameSummary(
            frame.filename, frame.line, frame.function_name, lookup_line=False,
            line=frame.source_line + "\n", end_lineno=frame.end_line,
            colno=None if frame.column is None else _bytes(frame.source_line, frame.column),
            end_colno=None if frame.end_column is None else _bytes(last, frame.end_column),
        )
        if hasattr(summary, "_lines"):  # 3.13 and later show all lines of an expression
            summary._lines = "\n".join(lines[frame.line - 1 : last_line])
        return summary


def report_of(machine: Machine, word: int) -> Report:
    """Read an exception, those it is chained to, and all their frames out of the block."""
    block = machine.block
    words = block.words
    decoder = machine.decoder(lenient=True)
    exception: BaseException = decoder.decode(word)
    units = _Units(block)
    frames: dict[int, list[Frame]] = {}
    todo, seen = [word], {word}
    while todo:
        current = todo.pop()
        made = decoder.made(current)
        if made is None:
            continue  # beyond what a report holds
        frames[id(made)] = traceback_of(block, current, units)
        at = current - 1 >> 3
        links = [words[at + L.EXCEPTION_CAUSE], words[at + L.EXCEPTION_CONTEXT]]
        if isinstance(made, BaseException) and hasattr(made, "exceptions"):
            links += _group_members(words, words[at + L.EXCEPTION_ARGS])
        for link in links:
            if link & 7 == 1 and link not in seen:
                seen.add(link)
                todo.append(link)
    sources = {name: lines for name, lines in units._known.values()}
    return Report(exception, frames, sources)


def _group_members(words: Any, args: int) -> list[int]:
    at = args - 1 >> 3
    if args & 7 != 1 or words[at] & 255 != L.KIND_TUPLE or words[at + 1] >> 1 < 2:
        return []
    members = words[at + L.TUPLE_ITEMS + 1]
    return decode.sequence_words(words, members)


def error_of(machine: Machine, word: int) -> MontyRuntimeError:
    """The host's error for an exception that left the program."""
    report = report_of(machine, word)
    take_own_texts(machine, report.exception)
    return MontyRuntimeError(report.last_line(), report.exception, report)


# steps from an exception to another, besides the number of a member of a group
_TO_CAUSE, _TO_CONTEXT = -1, -2
# exceptions whose own words a report takes at most
_MOST_TEXTS = 100


def take_own_texts(machine: Machine, top: BaseException) -> None:
    """Give the host's exceptions what the ``__str__`` of the program's classes say.

    The functions are run like the rest of the program; one that fails gives what CPython prints then.
    """
    todo: list[tuple[tuple[int, ...], Any]] = [((), top)]
    seen = 0
    while todo and seen < _MOST_TEXTS:
        way, error = todo.pop(0)
        seen += 1
        for number, member in enumerate(getattr(error, "exceptions", ())):
            todo.append(((*way, number), member))
        if error.__cause__ is not None:
            todo.append(((*way, _TO_CAUSE), error.__cause__))
        elif error.__context__ is not None:
            todo.append(((*way, _TO_CONTEXT), error.__context__))
        current = _walk(machine.block, way)
        function = _own_str(machine.block, current) if current else 0
        if function and "sandbox_text" not in vars(error):
            error.sandbox_text = machine.text_by(function, current)


def _walk(block: Block, way: tuple[int, ...]) -> int:
    """The exception at the end of a way, or 0: the collector may have moved everything."""
    words = block.words
    current: int = words[L.STATE_EXCEPTION]
    for step in way:
        at = current - 1 >> 3
        if step >= 0:
            members = _group_members(words, words[at + L.EXCEPTION_ARGS])
            current = members[step] if step < len(members) else 0
        else:
            current = words[at + (L.EXCEPTION_CAUSE if step == _TO_CAUSE else L.EXCEPTION_CONTEXT)]
        if current & 7 != 1:
            return 0
    return current


def _own_str(block: Block, exception: int) -> int:
    """The FUNCTION ``__str__`` of an exception's class, if the program defined one; else 0."""
    reader = decode.Decoder(block)
    words = block.words
    for owner in reader.mro(decode.class_of_instance(words, exception)):
        at = owner - 1 >> 3
        found = reader.dict_item(words[at + L.CLASS_DICT], "__str__")
        if found is not None:
            if owner >= L.PROGRAM_AT and words[found - 1 >> 3] & 255 == L.KIND_FUNCTION:
                return found
            return 0
    return 0
