"""Damage snapshots on purpose, each field by its kind, and see that they are refused or run.

``python tests/limits/damage.py [--seed S] [--count N]`` is one process; a crash or hang is the finding.
With --verbose the last line names the mutation under way.
"""

from __future__ import annotations

import argparse
import collections
import faulthandler
import random
import sys
from typing import Any

from ringfence import Monty, MontyError, load_snapshot, snapshot
from ringfence import layout as L

KEY = b"the key of these tests"
LIMITS = {
    "max_instructions": 60_000, "max_duration_secs": 0.5, "max_memory": 8 << 20, "max_output_bytes": 10_000,
}  # fmt: skip

PROGRAMS = (
    """
class P:
    __slots__ = ("a", "b")
    def __init__(self, a, b): self.a, self.b = a, b
    def __lt__(self, other): return self.a < ask(other.a)
    def __repr__(self): return f"P({self.a}, {self.b!r})"
table = {"a": [1, 2.5, 2**100], ("b", 1): frozenset({1, 2}), 3: {"x", "y"}}
def g(n):
    for i in range(n):
        try: yield ask(i), table
        finally: table[i] = [i]
parts = sorted([P(3, "é"), P(1, b"bytes"), P(2, bytearray(b"x"))])
print(parts, [x for x in g(3)], table)
import json, re
print(json.dumps([ask(1), "x"]), re.findall("a+", "caat" * ask(2)), f"{ask(3):>{ask(5)}}", 2**70 + ask(1))
""",
    """
import asyncio
async def f(n):
    async with asyncio.Lock():
        await asyncio.sleep(0)
        return [n, ask(n)]
async def main(): return await asyncio.gather(*[f(i) for i in range(4)])
try:
    print(asyncio.run(main()))
    d = {i: str(i) for i in range(20)}
    for k, v in zip(d, reversed(list(d.values()))): d[k] = v * ask(1)
    print(d, {**d}, sum(map(ask, range(3))), *enumerate("ab"), memoryview(b"abc")[1:], slice(1, ask(2)))
    def h(*args, k=1, **more): return args, k, more
    print(h(1, *[ask(2)], k=ask(3), z=range(ask(4))))
    raise ValueError(ask(1))
except* ValueError as error:
    print(repr(error.exceptions))
""",
)


def paused() -> list[bytes]:
    """Snapshots of the programs at some of their host calls."""
    found = []
    for source in PROGRAMS:
        outcome: Any = Monty(source).start(external_functions=["ask"], print_callback=lambda *_: None)
        n = 0
        while not hasattr(outcome, "output"):
            if n % 2 == 0:
                found.append(outcome.dump(key=KEY))
            outcome = outcome.resume(return_value=outcome.args[0])
            n += 1
    return found


def objects(words: Any, start: int, end: int) -> list[int]:
    """Word numbers of the headers of a region."""
    found, at = [], start >> 3
    while at < end >> 3:
        size = words[at] >> 32 & 0xFFFFFFFF
        if not size:
            break
        found.append(at)
        at += size
    return found


def changed(word: int, chance: random.Random, others: list[int]) -> int:
    """Another word for a word: near it, of another tag, of another object, or absurd."""
    way = chance.randrange(9)
    if way == 0:
        new = word + chance.choice((-16, -8, -2, -1, 1, 2, 8, 16))
    elif way == 1:
        new = word ^ (1 << chance.randrange(64))
    elif way == 2:
        new = 8 * chance.choice(others) + 1
    elif way == 3:
        new = chance.choice((0, -1, -2, 1, 5, 13, 21, 29, 1 << 62, -(1 << 62), 0xFFFFFFFF, 1 << 32))
    elif way == 4:
        new = word & ~0xFF | chance.randrange(256)
    elif way == 5:
        shift = chance.choice((8, 16, 32, 48))
        new = word & ~(0xFFFF << shift) | chance.choice((0, 1, 0xFF, 0x7FFF, 0xFFFF)) << shift
    elif way == 6:
        new = chance.randrange(L.STACK_AT, L.STACK_AT + 4096) & ~7
    elif way == 7:
        new = word * 2
    else:
        new = chance.getrandbits(64)
    return (new + (1 << 63)) % (1 << 64) - (1 << 63)


def damage(block: Any, chance: random.Random) -> str:
    """Change a few words of a block; says what."""
    words = block.words
    heap = objects(words, words[L.STATE_HEAP_START], words[L.STATE_HEAP_TOP])
    program = objects(words, L.PROGRAM_AT, words[L.STATE_PROGRAM_TOP])
    by_kind = collections.defaultdict(list)
    for at in heap + program:
        by_kind[words[at] & 255].append(at)
    said = []
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        way = chance.randrange(10)
        if way < 6:
            at = chance.choice(by_kind[chance.choice(list(by_kind))])
            size = words[at] >> 32 & 0xFFFFFFFF
            place = at + chance.randrange(min(max(size, 1), 64))
            said.append(f"kind {words[at] & 255} word {place - at}")
        elif way < 8:
            place = chance.randrange(L.STACK_AT >> 3, max(block.stack_top() >> 3, (L.STACK_AT >> 3) + 1))
            said.append(f"stack {place * 8 - L.STACK_AT:#x}")
        else:
            place = chance.choice((chance.randrange(48), chance.randrange(L.STATE_FIRST_VALUE, L.STATE_END)))
            said.append(f"state {place}")
        old = words[place]
        words[place] = changed(old, chance, heap)
        said[-1] += f": {old:#x} -> {words[place]:#x}"
    return "; ".join(said)


def go_on(outcome: Any) -> str:
    """Run a loaded snapshot for a while; how it ended."""
    outcome = outcome.resume(return_value=2)
    for _ in range(20):
        if hasattr(outcome, "output"):
            return "done"
        if outcome.kind == "limit":
            return outcome.limit
        if outcome.kind != "function":
            return outcome.kind
        outcome = outcome.resume(return_value=2)
    return "many calls"


def main() -> None:
    """Damage and run; print how often what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    faulthandler.enable()
    sources = paused()
    fill = snapshot._fill
    ends: collections.Counter[str] = collections.Counter()
    for number in range(options.seed, options.seed + options.count):
        chance = random.Random(number)

        def fill_and_damage(
            block: Any, *rest: Any, chance: random.Random = chance, number: int = number
        ) -> None:
            fill(block, *rest)
            said = damage(block, chance)
            if options.verbose:
                print(number, said, flush=True)

        snapshot._fill = fill_and_damage
        faulthandler.dump_traceback_later(20, exit=True)
        try:
            loaded: Any = load_snapshot(chance.choice(sources), key=KEY, print_callback=lambda *_: None)
            machine = loaded._peek()
            machine.allowance = type(machine.allowance)(LIMITS)
            machine.pause_on_limit = True
            machine.apply_limits()
            end = go_on(loaded)
        except (MontyError, RuntimeError) as error:
            end = type(error).__name__
        except Exception as error:
            end = f"NOT OURS: {type(error).__name__}"
            print(number, end, error, file=sys.stderr)
        finally:
            snapshot._fill = fill
            faulthandler.cancel_dump_traceback_later()
        ends[end] += 1
    for end, n in ends.most_common():
        print(f"{n:6} {end}")


if __name__ == "__main__":
    main()
