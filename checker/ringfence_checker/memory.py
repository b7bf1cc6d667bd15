"""The programs that were checked last, so that of a changed one only a part is checked."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from ringfence_checker.facts import UNDIVIDED
from ringfence_checker.slices import Part, Program, divide, likeness, part_at, part_of

KEPT: Final = 4  # programs
SMALLEST: Final = 12  # lines; a shorter program is always checked as a whole
LIKE: Final = 0.3  # share of a text that it must have in common with an earlier one


class _Checked(NamedTuple):
    settings: Any
    program: Program


class _Whole(NamedTuple):
    """A text checked as a whole, not yet divided."""

    settings: Any
    text: str
    module: ast.Module
    lines: set[int]


class Memory:
    """The last programs, the newest first."""

    def __init__(self) -> None:
        self._checked: list[_Checked] = []
        self._whole: _Whole | None = None
        self._before: _Checked | None = None  # what the text that is checked now came from

    def keep_whole(
        self, request: dict[str, Any], text: str, module: ast.Module, lines: set[int]
    ) -> None:
        """Remember a text that was checked as a whole, with the lines in which something was said."""
        self._whole = _Whole(_settings(request), text, module, lines)

    def keep_part(self, request: dict[str, Any], part: Part, lines: set[int]) -> None:
        """Remember a text of which a part was checked."""
        self._keep(_settings(request), part.program(lines))

    def settle(self) -> None:
        """Do now what was put off while an answer was waited for."""
        whole, self._whole = self._whole, None
        if whole is None or whole.text.count("\n") < SMALLEST:
            return
        stubs, earlier = whole.settings
        if any(UNDIVIDED.search(text) for text in (*stubs.values(), *earlier)):
            return
        program = divide(whole.text, whole.module, whole.lines)
        if program is not None:
            self._keep(whole.settings, program)

    def part_of(self, request: dict[str, Any], text: str) -> Part | None:
        """What to check of a text; None: all of it."""
        self._before = self._likest(request, text)
        return None if self._before is None else part_of(self._before.program, text)

    def part_at(
        self, request: dict[str, Any], text: str, line: int, *, every_name: bool
    ) -> Part | None:
        """What to check of a text to know the types at a line; None: all of it."""
        known = self._likest(request, text)
        return None if known is None else part_at(known.program, text, line, every_name=every_name)

    def _likest(self, request: dict[str, Any], text: str) -> _Checked | None:
        if self._whole is not None and _is_like(self._whole.text, text):
            self.settle()
        settings = _settings(request)
        found, most = None, LIKE
        for one in self._checked:
            if one.settings == settings and (alike := likeness(one.program, text)) > most:
                found, most = one, alike
        return found

    def _keep(self, settings: Any, program: Program) -> None:
        others = [one for one in self._checked if one is not self._before]
        self._checked = [_Checked(settings, program), *others[: KEPT - 1]]
        self._before = None


def _is_like(text: str, other: str) -> bool:
    """Whether enough of a text begins or ends like another one."""
    wanted = int(LIKE * max(len(text), len(other)))
    shorter = min(len(text), len(other))
    if shorter < wanted:
        return False
    begins = _most(shorter, lambda size: text[:size] == other[:size])
    ends = _most(shorter, lambda size: text[len(text) - size :] == other[len(other) - size :])
    return begins + ends > wanted


def _most(limit: int, holds: Callable[[int], bool]) -> int:
    """The largest number up to a limit for which something holds, as it does for all smaller ones."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low


def _settings(request: dict[str, Any]) -> Any:
    return request["stubs"], request["earlier"]
