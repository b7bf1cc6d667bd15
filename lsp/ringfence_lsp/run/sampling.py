"""Cost of each line, told by stopping the run every so many instructions.

Where a run stops depends on its instruction count alone, so the figures are the same on every
machine. Early stops are one instruction apart; later ones a fixed share of what has run, which
bounds their number.
"""

from __future__ import annotations

import time
from typing import Any, Final

_STOPS_A_DOUBLING: Final = 1500
_SPENT_S: Final = 2.0  # spent on stops; then they become rarer
_NO_LIMIT: Final = 1 << 60


class Sampling:
    """Counts instructions by line. ``limits``: those of the run itself."""

    def __init__(self, limits: dict[str, Any]) -> None:
        self.limits = {name: value for name, value in limits.items() if value is not None}
        self.most = int(self.limits.get("max_instructions", _NO_LIMIT))
        self.by_line: dict[int, int] = {}
        self._last = 0
        self._line = 0
        self._step = 1
        self._spent_s = 0.0

    def next_limits(self, executed: int) -> dict[str, Any]:
        """Limits up to the next stop."""
        self._step = max(executed // _STOPS_A_DOUBLING, 1)
        if self._spent_s > _SPENT_S:
            self._step = max(executed // 20, 1)
        return {**self.limits, "max_instructions": min(executed + self._step, self.most)}

    def stop(self, snapshot: Any) -> dict[str, Any] | None:
        """Take a stop; limits to go on with, None when the run's own limit is reached."""
        executed = snapshot.meters.instructions
        if executed >= self.most:
            return None
        started = time.perf_counter()
        self.count(snapshot, executed)
        self._spent_s += time.perf_counter() - started
        return self.next_limits(executed)

    def count(self, snapshot: Any, executed: int) -> None:
        """What ran since the last stop goes to the line where the run stood then."""
        frame = snapshot.position
        here = frame.line if frame is not None else self._line
        line = self._line or here  # where it stood before: what ran began there
        if line:
            self.by_line[line] = self.by_line.get(line, 0) + executed - self._last
        self._line = here
        self._last = executed

    def restore(self, snapshot: Any) -> None:
        """Give a paused run its own limits back, before it is put away."""
        from ringfence.limits import Allowance

        machine = snapshot._peek()
        machine.allowance = Allowance(self.limits)
        machine.apply_limits()

    def lines(self) -> dict[str, dict[str, int]]:
        """Instructions by line."""
        return {str(line): {"instructions": count} for line, count in sorted(self.by_line.items())}
