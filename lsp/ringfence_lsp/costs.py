"""What the lines of a program cost in its last run."""

from __future__ import annotations

from typing import NamedTuple


class Cost(NamedTuple):
    """What a line cost: ``instructions``, and their share of the whole run in words."""

    label: str
    tooltip: str
    instructions: int
    share: float


Costs = dict[int, Cost]  # by line from 1; 0: the whole run
