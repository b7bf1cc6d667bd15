"""The differential fuzzer: random programs under CPython and ringfence.

    python tests/fuzz/run.py [--mode plain|snapshot|hostile] [--seed N] [--programs N | --seconds S | --statements N]

A child runs the programs one after another, each bounded in time and memory; where it dies, another goes on.
A program that differs is made small, printed, and kept in ``--keep``. Exit code 1 if anything differed.
To repeat one: --seed N --programs 1; to see it: --show N. Set RINGFENCE_CHECKED=1 for the checked kernels.

Modes: ``plain``; ``snapshot``: the program calls the host in random places, and at each call the run is dumped and
loaded; ``hostile``: snapshots are changed and signed anew, and must be refused or run without harm.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import resource
import sys
import time
import traceback
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fuzz import hostile, snapshots
from fuzz.compare import TOO_SLOW, Verdict, compare
from fuzz.generate import generate
from fuzz.generate.program import PROLOGUE
from fuzz.minimise import minimise

BATCH = 10  # programs of one child
ADDRESS_SPACE = 400 << 30  # of a child: blocks reserve 4 GiB each
KINDS = 40  # characters by which two differences count as the same


def judge(mode: str, source: str) -> Verdict:
    """Compare one program in the way of a mode."""
    if mode == "snapshot":
        return compare(source, snapshots.run_with_snapshots)
    if mode == "hostile":
        return hostile.attack(source)
    return compare(source)


def statements_of(source: str) -> int:
    """Statements of a program, those before the random ones left out."""
    return sum(isinstance(node, ast.stmt) for node in ast.walk(ast.parse(source))) - _IN_PROLOGUE


_IN_PROLOGUE = sum(isinstance(node, ast.stmt) for node in ast.walk(ast.parse(PROLOGUE)))


def in_a_child(work: Any) -> tuple[list[Any], int]:
    """Run ``work(tell)`` in a child; what it told, and how it ended (0: well)."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        code = 1
        try:
            hard = resource.getrlimit(resource.RLIMIT_AS)[1]
            most = ADDRESS_SPACE if hard == resource.RLIM_INFINITY else min(ADDRESS_SPACE, hard)
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            with os.fdopen(writer, "w") as out:
                work(lambda row: (out.write(json.dumps(row) + "\n"), out.flush()))
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader) as told:
        rows = [json.loads(line) for line in told if line.endswith("\n")]
    status = os.waitpid(child, 0)[1]
    return rows, os.waitstatus_to_exitcode(status)


def run_batch(mode: str, first: int, count: int, length: int, tell: Any) -> None:
    for seed in range(first, first + count):
        source = generate(seed, length, host_calls=mode != "plain")
        try:
            n = statements_of(source)
        except SyntaxError as error:
            n, source = 0, f"raise SyntaxError({str(error)!r})"
        tell({"begins": seed, "statements": n})
        verdict = judge(mode, source)
        tell({"seed": seed, "difference": verdict.difference, "skipped": verdict.skipped})


def differs_in_a_child(mode: str, source: str) -> str:
    """What differs, also where the program ends the process."""
    rows, code = in_a_child(lambda tell: tell({"difference": judge(mode, source).difference}))
    if rows:
        return str(rows[-1]["difference"])
    return "" if code in (TOO_SLOW, 1) else f"the process ended with {code}"


def make_small(mode: str, source: str, wanted: list[str], seconds: float) -> str:
    """The small program with the same kind of difference."""
    def quickly(tell: Any) -> None:
        tell(minimise(source, lambda text: kind_of(judge(mode, text).difference) == wanted, seconds))

    rows, code = in_a_child(quickly)
    if code == 0 and rows:
        return str(rows[0])
    return minimise(source, lambda text: kind_of(differs_in_a_child(mode, text)) == wanted, seconds)


def kind_of(difference: str) -> list[str]:
    """Beginnings of the lines of a difference: what must stay while a program shrinks."""
    plain = re.sub(r"\d+", "0", re.sub(r"\^+", "^", re.sub(" +", " ", difference)))
    return [line[:KINDS] for line in plain.splitlines()]


class Campaign:
    """Counts, and what was found."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.programs = self.statements = self.skipped = self.findings = 0
        self.seen: set[tuple[str, ...]] = set()

    def run(self) -> None:
        options = self.options
        deadline = time.monotonic() + options.seconds if options.seconds else float("inf")
        seed = options.seed
        last = seed + options.programs if options.programs else None
        while time.monotonic() < deadline and self.findings < options.most:
            if options.statements and self.statements >= options.statements:
                break
            count = min(BATCH, last - seed) if last else BATCH
            if count <= 0:
                break
            seed = self.batch(seed, count, deadline)
            print(f"  to seed {seed}: {self.summary()}", file=sys.stderr, flush=True)

    def batch(self, first: int, count: int, deadline: float) -> int:
        """Run some seeds; answer the next to run."""
        mode, length = self.options.mode, self.options.length

        def work(tell: Any) -> None:
            for seed in range(first, first + count):
                if time.monotonic() > deadline:
                    return
                run_batch(mode, seed, 1, length, tell)

        rows, code = in_a_child(work)
        begun = first - 1
        for row in rows:
            if "begins" in row:
                begun = row["begins"]
                self.programs += 1
                self.statements += row["statements"]
            elif row["skipped"]:
                self.skipped += 1
            elif row["difference"]:
                self.found(row["seed"], row["difference"])
        if code == 0:
            return first + count
        if rows and "begins" in rows[-1]:
            if code == TOO_SLOW:
                self.skipped += 1
            else:
                self.found(begun, f"the process ended with {code}")
        return max(begun, first) + 1

    def found(self, seed: int, difference: str) -> None:
        self.findings += 1
        print(f"--- seed {seed}\n{difference}", flush=True)
        kind = tuple(kind_of(difference))
        if kind in self.seen or self.options.quick:
            return
        self.seen.add(kind)
        mode = self.options.mode
        source = generate(seed, self.options.length, host_calls=mode != "plain")
        wanted = kind_of(difference)
        small = make_small(mode, source, wanted, self.options.patience)
        print(f"{small}{differs_in_a_child(mode, small)}\n", flush=True)
        if self.options.keep:
            self.options.keep.mkdir(parents=True, exist_ok=True)
            (self.options.keep / f"{mode}_{seed}.py").write_text(small)

    def summary(self) -> str:
        return (f"{self.programs} programs, {self.statements} statements generated, {self.skipped} programs skipped "
                f"(beyond a limit), {self.findings} differ")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--mode", choices=("plain", "snapshot", "hostile"), default="plain")
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--programs", type=int)
    parser.add_argument("--statements", type=int, help="stop after so many, generated")
    parser.add_argument("--length", type=int, default=40, help="statements at the top of a program")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--most", type=int, default=5, help="stop after so many findings")
    parser.add_argument("--patience", type=float, default=60, help="seconds for making a finding small")
    parser.add_argument("--quick", action="store_true", help="do not make findings small")
    parser.add_argument("--show", type=int, help="print the program of a seed")
    options = parser.parse_args()
    if options.show is not None:
        print(generate(options.show, options.length, host_calls=options.mode != "plain"), end="")
        return
    if not (options.seconds or options.programs or options.statements):
        options.seconds = 60.0
    import ringfence

    ringfence.Monty("1").run()  # children begin with the kernels open
    campaign = Campaign(options)
    campaign.run()
    print(campaign.summary())
    sys.exit(1 if campaign.findings else 0)


if __name__ == "__main__":
    main()
