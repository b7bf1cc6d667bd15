"""Collect as often as can be: at every point where the machine may, whatever was allocated.

What the collector does not find then is moved or gone at once, so a missing root shows as a difference from
CPython. ``python tests/limits/collecting.py [FILE ...]`` runs programs so (all of tests/programs by default).
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ringfence import layout as L
from ringfence import machine as machines
from ringfence.native.load import library

FIRST_BYTES = 1 << 12  # before the first collection: what making a run takes
EXACT = 2000  # collections at every occasion; then they become rarer, so that long programs end
GROWTH_BYTES = 400


class Count:
    """Collections so far."""

    n = 0


@contextmanager
def collecting_always(exact: int = EXACT) -> Iterator[Count]:
    """Let every run of this process collect whenever anything has been allocated since."""
    kernels: Any = library()
    collect, first = kernels.rf_collect, machines.FIRST_SOFT_BYTES
    count = Count()

    def often(address: int, want: int) -> int:
        done: int = collect(address, want)
        words = (ctypes.c_int64 * L.STATE_SCRATCH_0).from_address(address)
        count.n += 1
        spare = max(count.n - exact, 0) * GROWTH_BYTES
        soft = words[L.STATE_HEAP_TOP] + max(want, 0) + spare
        words[L.STATE_HEAP_SOFT] = min(soft, words[L.STATE_HEAP_SOFT])
        return done

    kernels.rf_collect, machines.FIRST_SOFT_BYTES = often, FIRST_BYTES
    try:
        yield count
    finally:
        kernels.rf_collect, machines.FIRST_SOFT_BYTES = collect, first


def main() -> None:
    """Run programs under both; name those that differ."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from differential import run_cpython, run_ringfence

    paths = [Path(name) for name in sys.argv[1:]] or sorted(
        (Path(__file__).parents[1] / "programs").glob("**/*.py"))
    different = 0
    for path in paths:
        source = path.read_text()
        with collecting_always() as count:
            ours = run_ringfence(source, limits={"max_duration_secs": 60})
        if str(ours) != str(run_cpython(source)):
            different += 1
            print(f"{path}: differs after {count.n} collections", flush=True)
    print(f"{len(paths)} programs, {different} differ")


if __name__ == "__main__":
    main()
