"""The differential fuzzer: random programs under CPython and ringfence until something differs.

    python tests/fuzz/run.py [--seconds 60] [--seed N] [--programs N] [--keep DIR]

A program that differs is minimised (statements are removed while the difference stays), printed,
and kept in DIR. Exit code 1 if anything differed. To repeat one: --seed N --programs 1.
"""

from __future__ import annotations

import argparse
import sys
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from differential import run_cpython, run_ringfence
from fuzz.generate import generate

LIMITS = {"max_instructions": 20_000_000, "max_memory": 200_000_000}


def differs(source: str) -> str:
    """What differs, or an empty string."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            expected = run_cpython(source)
        except SyntaxError:
            return ""
        try:
            found = run_ringfence(source, limits=LIMITS)
        except BaseException as error:  # whatever escapes the sandbox is the finding
            if isinstance(error, KeyboardInterrupt):
                raise
            return f"escaped: {type(error).__name__}: {error}"
    if str(expected) == str(found):
        return ""
    for a, b in zip(str(expected).splitlines(), str(found).splitlines(), strict=False):
        if a != b:
            return f"CPython   {a}\nringfence {b}"
    return f"CPython ends {str(expected)[-80:]!r}, ringfence ends {str(found)[-80:]!r}"


def _kind(difference: str) -> list[str]:
    """Beginnings of the lines of a difference: what must stay while a program shrinks."""
    return [line[:32] for line in difference.splitlines()]


def minimise(source: str) -> str:
    """Remove blocks of lines while the program still differs, between the same kinds of lines."""
    wanted = _kind(differs(source))
    lines = source.splitlines()
    size = max(len(lines) // 2, 1)
    while size >= 1:
        start = 0
        while start < len(lines):
            candidate = lines[:start] + lines[start + size:]
            text = "\n".join(candidate) + "\n"
            if _kind(differs(text)) == wanted:
                lines = candidate
            else:
                start += size
        size //= 2
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--programs", type=int)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--most", type=int, default=5, help="stop after so many findings")
    options = parser.parse_args()
    deadline = time.monotonic() + options.seconds
    seed, statements, findings = options.seed, 0, 0
    while time.monotonic() < deadline and findings < options.most:
        if options.programs is not None and seed - options.seed >= options.programs:
            break
        source = generate(seed)
        statements += len(source.splitlines())
        if differs(source):
            findings += 1
            small = minimise(source)
            print(f"--- seed {seed}\n{small}{differs(small)}\n", flush=True)
            if options.keep:
                options.keep.mkdir(parents=True, exist_ok=True)
                (options.keep / f"seed_{seed}.py").write_text(small)
        seed += 1
        if seed % 500 == 0:
            print(f"  {seed - options.seed} programs, {statements} statements", file=sys.stderr)
    print(f"{seed - options.seed} programs, {statements} statements, {findings} differ")
    sys.exit(1 if findings else 0)


if __name__ == "__main__":
    main()
