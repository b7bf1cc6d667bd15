"""A process that goes on with what another one paused: one request and one answer a line.

Snapshots are compared across processes only: nothing but their bytes and RINGFENCE_KEY is shared.
"""

from __future__ import annotations

import base64
import json
import sys
from typing import Any

from ringfence import load_snapshot


def echo(snapshot: Any) -> Any:
    """Answer a host call with its first argument."""
    return snapshot.resume(return_value=snapshot.args[0])


def step(data: bytes) -> dict[str, Any]:
    """Load, answer, go on to the next pause; what was printed, and the next bytes or the result."""
    printed: list[str] = []
    outcome = echo(load_snapshot(data, print_callback=lambda _, text: printed.append(text)))
    if hasattr(outcome, "output"):
        done = {"output": repr(outcome.output), "instructions": outcome.meters.instructions}
    else:
        done = {"bytes": base64.b64encode(outcome.dump()).decode()}
    return {"printed": "".join(printed), **done}


def main() -> None:
    """Serve until the input ends."""
    for line in sys.stdin:
        answer = step(base64.b64decode(line))
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
