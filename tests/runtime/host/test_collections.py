"""Programs go on unharmed wherever the collector runs between their instructions."""

import pytest

from ringfence import Monty, machine

RAISING = """
class Missing(Exception):
    def __init__(self, key):
        self.key = key

def find(table, key):
    try:
        return table[key]
    except KeyError:
        raise Missing(key)

table, found, missing = {0: 1}, 0, 0
for i in range(12_000):
    try:
        found += find(table, i % 2)
    except Missing as error:
        missing += error.key
found, missing
"""


@pytest.mark.parametrize("first", [0x100000, 0x180000, 0x200000])
def test_frames_of_prelude_calls_hold_nothing_stale(
    first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "FIRST_SOFT_BYTES", first)
    assert Monty(RAISING).run() == (6000, 6000)
