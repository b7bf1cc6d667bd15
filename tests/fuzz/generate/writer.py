"""What all families share: chance, lines and their depth, the variables by kind.

A kind is ``int float str bytes bool list tuple dict set`` or ``any``. A variable only ever gets
values of its kind, so that most operations succeed; a few expressions are of another on purpose.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

KINDS = ("int", "float", "str", "bytes", "bool", "list", "tuple", "dict", "set", "any")
MOST_DEPTH = 6  # of blocks

Item = TypeVar("Item")


class Writer:
    """Lines of one program."""

    def __init__(self, seed: int, host_calls: bool = False) -> None:
        self.random = random.Random(seed)
        self.host_calls = host_calls
        self.lines: list[str] = []
        self.depth = 0
        self.counter = 0
        self.comprehensions = 0  # around the expression being written
        self.factor = 1  # how often the line being written may run
        self.cost = 0  # of the function being written
        self.variables: dict[str, list[str]] = {kind: [] for kind in KINDS}
        self.functions: list[tuple[str, list[str], int]] = []  # name, calls of it, cost
        self.classes: list[str] = []

    # ------------------------------------------------------------ chance
    def pick(self, options: Sequence[Item]) -> Item:
        return options[int(self.random.random() * len(options))]

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def number(self, low: int, high: int) -> int:
        return low + int(self.random.random() * (high - low + 1))

    def some(self, low: int, high: int, make: Callable[[], str]) -> str:
        return ", ".join([make() for _ in range(self.number(low, high))])

    def fresh(self, prefix: str) -> str:
        self.counter += 1
        return f"{prefix}{self.counter}"

    # ------------------------------------------------------------ lines
    def emit(self, text: str) -> None:
        self.cost += self.factor
        indent = "    " * self.depth
        for line in text.split("\n"):
            self.lines.append(indent + line)

    @contextmanager
    def indented(self, header: str, times: int = 1) -> Iterator[None]:
        """A block under a header; ``times``: how often it may run."""
        self.emit(header)
        self.depth += 1
        before = self.factor
        self.factor *= times
        yield
        self.factor = before
        self.depth -= 1

    @contextmanager
    def scope(self, parameters: dict[str, str]) -> Iterator[None]:
        """The body of a function: parameters (name to kind) are its own, outer names are read."""
        outer, factor, cost = self.variables, self.factor, self.cost
        self.variables = {kind: list(names) for kind, names in outer.items()}
        for name, kind in parameters.items():
            self.variables[kind] += [name, name]
        self.factor, self.cost = 1, 0
        yield
        self.variables, self.factor = outer, factor
        self.last_cost = self.cost
        self.cost = cost

    def variable(self, kind: str) -> str:
        names = self.variables[kind]
        return self.pick(names) if names else "None"

    def kind(self) -> str:
        return self.pick(KINDS)
