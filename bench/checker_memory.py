"""Memory of one worker over many different programs: resident megabytes after every 500.

    python bench/checker_memory.py [--programs 10000]

The programs are those of `tests/checker/good` and `planted`, each time with other names: found and
passed texts, refusals and errors in turn. No text is checked twice.
"""

import argparse
import gc
import random
import re
import resource
from pathlib import Path

from ringfence_checker.service import Service

ROOT = Path(__file__).parents[1] / "tests" / "checker"
STEP = 500
NAMES = re.compile(r"(?m)^(\w+) = ")  # what a program binds at its top level


def texts() -> list[str]:
    return [
        part for folder in ("good", "planted") for path in sorted((ROOT / folder).rglob("*.txt"))
        for part in path.read_text(encoding="utf-8").split("# ----\n")
    ]


def varied(text: str, number: int) -> str:
    """The program with names of its own."""
    names = set(NAMES.findall(text)) - {"self"}
    for name in names:
        text = re.sub(rf"\b{name}\b", f"{name}_{number}", text)
    return f"program_{number} = {random.Random(number).random()}\n{text}"


def memory_mb() -> float:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20


def run(programs: int, step: int = STEP) -> list[float]:
    """Megabytes after every ``step`` programs."""
    service = Service()
    stubs = {"": (ROOT / "good" / "agents" / "host.pyi").read_text(encoding="utf-8")}
    corpus = texts()
    seen = []
    for number in range(programs):
        service.check({
            "do": "check", "code": varied(corpus[number % len(corpus)], number), "stubs": stubs,
            "earlier": [], "select": None, "ignore": [], "levels": {},
        })
        gc.collect(1)  # as the worker does after a reply
        if number % step == step - 1:
            gc.collect()
            seen.append(memory_mb())
    return seen


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=int, default=10_000)
    for index, megabytes in enumerate(run(parser.parse_args().programs), 1):
        print(f"{index * STEP:6} programs: {megabytes:6.1f} MB", flush=True)


if __name__ == "__main__":
    main()
