"""Snapshots changed by an attacker who has the key: refused, or run without harm to the process.

A run is put away at some of its host calls. Words of the block are changed, in ways that keep much of it sound (a
word copied from elsewhere, a reference moved, a small number, any bits), and the bytes signed anew. Loading them is
refused, or the run goes on within its limits to whatever end: a result, an error inside, a limit.
"""

from __future__ import annotations

import contextlib
import gc
import hmac
import json
import random
import struct
import zlib
from typing import Any

import ringfence
from fuzz.compare import Verdict, bounded_time
from fuzz.snapshots import go_on
from ringfence import snapshot

LIMITS = {"max_instructions": 1_000_000, "max_memory": 64_000_000, "max_duration_secs": 1.0,
          "max_output_bytes": 100_000}
N_PLACES = 4  # host calls at which one program is put away
N_CHANGES = 12  # ways in which each snapshot is changed
MOST_QUESTIONS = 30  # answered after loading
EDGES = (0, 1, -1, 2, 5, 7, 13, 1 << 32, (1 << 32) + 1, -(1 << 63), (1 << 63) - 1, 0x0001_0001, 0x0100_0001)


def attack(source: str) -> Verdict:
    """Change and load snapshots of one program. What should not happen ends the process, for all to see."""
    chance = random.Random(len(source))
    for data in _snapshots(source):
        for _ in range(N_CHANGES):
            gc.collect()  # blocks of runs that were given up
            changed = _changed(data, chance)
            # refused, or run to some end: an error is one (also of the host, of reading what makes no sense)
            with bounded_time(), contextlib.suppress(Exception):
                _run(changed)
    return Verdict()


def _snapshots(source: str) -> list[bytes]:
    """Bytes of a run at its first host calls."""
    found: list[bytes] = []
    try:
        program = ringfence.Monty(source)
        state: Any = program.start(external_functions=["host"], limits=LIMITS, print_callback=_ignore)
        while not isinstance(state, ringfence.MontyComplete) and len(found) < N_PLACES:
            found.append(state.dump())
            for _ in range(3):
                if not isinstance(state, ringfence.MontyComplete):
                    state = go_on(state)
    except ringfence.MontyError:
        pass
    return found


def _ignore(stream: str, text: str) -> None:
    pass


def _run(data: bytes) -> None:
    state: Any = ringfence.load_snapshot(data, print_callback=_ignore)
    for _ in range(MOST_QUESTIONS):
        if isinstance(state, ringfence.MontyComplete):
            return
        if hasattr(state, "args"):
            repr(state.args)
        if isinstance(state, ringfence.FutureSnapshot | ringfence.LimitSnapshot):
            return
        state = go_on(state)


def _changed(data: bytes, chance: random.Random) -> bytes:
    """The snapshot with some words changed, signed anew."""
    start = len(snapshot.MAGIC) + snapshot.DIGEST_BYTES
    body = data[start:]
    (length,) = struct.unpack_from("<I", body)
    head, packed = json.loads(body[4:4 + length]), body[4 + length:]
    if chance.random() < 0.2:
        return _signed(head, _with_bytes_changed(packed, head, chance))
    from ringfence import block as blocks
    from ringfence import programs

    block = blocks.take(programs.boot_image())
    try:
        snapshot._fill(block, packed, head["ranges"], head["size"])
        words = block.words
        places = [at for first, last in head["ranges"] for at in (first >> 3, (last >> 3) - 1) if last > first]
        spans = [(first >> 3, last >> 3) for first, last in head["ranges"] if last > first]
        sizes = [last - first for first, last in spans]

        def place() -> int:
            if chance.random() < 0.03:
                return chance.choice(places)
            first, last = chance.choice(spans) if chance.random() < 0.3 else chance.choices(spans, sizes)[0]
            return chance.randrange(first, last)

        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            at = place()
            words[at] = _other_word(int(words[at]), int(words[place()]), chance)
        packed = snapshot._pack(block, [(first, last) for first, last in head["ranges"]])
    finally:
        with contextlib.suppress(Exception):
            block.close()
    head["size"] = len(packed)
    return _signed(head, zlib.compress(packed, 1) if len(packed) > snapshot.SMALL_BYTES else packed)


def _other_word(word: int, another: int, chance: random.Random) -> int:
    choice = chance.random()
    if choice < 0.35:
        changed = another
    elif choice < 0.55:
        changed = word + chance.choice((-16, -8, -2, -1, 1, 2, 8, 16, 64, 1 << 32, -(1 << 32), 1 << 16))
    elif choice < 0.7:
        changed = word ^ 1 << chance.randrange(64)
    elif choice < 0.85:
        changed = chance.choice(EDGES)
    elif choice < 0.95:
        changed = chance.randrange(0, 0x2000_0000) * 8 + 1
    else:
        changed = chance.getrandbits(64)
    return (changed + (1 << 63)) % (1 << 64) - (1 << 63)


def _with_bytes_changed(packed: bytes, head: dict[str, Any], chance: random.Random) -> bytes:
    plain = bytearray(zlib.decompress(packed) if head["size"] > snapshot.SMALL_BYTES else packed)
    for _ in range(chance.choice((1, 2, 5))):
        plain[chance.randrange(len(plain))] = chance.randrange(256)
    return zlib.compress(bytes(plain), 1) if head["size"] > snapshot.SMALL_BYTES else bytes(plain)


def _signed(head: dict[str, Any], packed: bytes) -> bytes:
    encoded = json.dumps(head).encode()
    body = struct.pack("<I", len(encoded)) + encoded + packed
    return snapshot.MAGIC + hmac.digest(snapshot._key(None), snapshot.MAGIC + body, "sha256") + body
