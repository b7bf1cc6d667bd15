"""Bytes of a snapshot are taken back whole and authentic, or not at all."""

from __future__ import annotations

import random
from typing import Any

import pytest

from ringfence import Monty, MontySnapshotError, load_snapshot

KEY = b"the key of these tests"
SOURCE = """
table = {"a": [1, 2.5, 2**100], "b": ("x", None)}
seen = []
for i in range(3):
    seen.append(ask(i))
seen, table
"""


def paused() -> Any:
    """A run in its first host call."""
    return Monty(SOURCE).start(external_functions=["ask"])


def finish(snapshot: Any, answer: Any) -> Any:
    """Answer every call alike; the output."""
    while not hasattr(snapshot, "output"):
        snapshot = snapshot.resume(return_value=answer)
    return snapshot.output


def test_every_change_of_a_byte_is_refused() -> None:
    data = paused().dump(key=KEY)
    places = random.Random(1).sample(range(len(data)), min(300, len(data)))
    for place in [*range(60), *places, len(data) - 1]:
        changed = bytearray(data)
        changed[place] ^= 1 << place % 8
        with pytest.raises(MontySnapshotError):
            load_snapshot(bytes(changed), key=KEY)
    assert finish(load_snapshot(data, key=KEY), 7)[0] == [7, 7, 7]


def test_truncated_and_lengthened_bytes_are_refused() -> None:
    data = paused().dump(key=KEY)
    for length in [0, 1, 20, 21, 40, 53, 54, 60, len(data) // 2, len(data) - 1]:
        with pytest.raises(MontySnapshotError):
            load_snapshot(data[:length], key=KEY)
    with pytest.raises(MontySnapshotError):
        load_snapshot(data + b"\0", key=KEY)


def test_another_key_is_refused() -> None:
    data = paused().dump(key=KEY)
    for key in (b"another key", KEY + b"\0", KEY[:-1], None):
        with pytest.raises(MontySnapshotError, match="not authentic"):
            load_snapshot(data, key=key)


def test_a_snapshot_goes_on_once() -> None:
    snapshot = paused()
    data = snapshot.dump(key=KEY)
    assert finish(snapshot, 1)[0] == [1, 1, 1]
    with pytest.raises(MontySnapshotError, match="resumed already"):
        snapshot.resume(return_value=2)
    with pytest.raises(MontySnapshotError, match="resumed already"):
        snapshot.dump(key=KEY)
    assert finish(load_snapshot(data, key=KEY), 2)[0] == [2, 2, 2]


def test_loading_twice_forks_the_run() -> None:
    data = paused().dump(key=KEY)
    first, second = load_snapshot(data, key=KEY), load_snapshot(data, key=KEY)
    first = first.resume(return_value="first")
    second = second.resume(return_value="second")
    assert finish(first, "x")[0] == ["first", "x", "x"]
    assert finish(second, "y")[0] == ["second", "y", "y"]


def test_a_pause_at_a_limit_is_carried_over() -> None:
    source = "n = 0\nfor i in range(10000): n += i\nn"
    outcome: Any = Monty(source).start(limits={"max_instructions": 999}, pause_on_limit=True)
    loaded: Any = load_snapshot(outcome.dump(key=KEY), key=KEY)
    assert loaded.limit == "max_instructions"
    again = loaded.resume()
    assert again.limit == "max_instructions"
    done = again.resume(limits={})
    whole: Any = Monty(source).start()
    assert (done.output, done.meters.instructions) == (whole.output, whole.meters.instructions)
