"""The check: milliseconds for 5, 30 and 100 lines, start, memory over many different programs.

    python bench/checker.py [--programs 2000]

Times are CPU time of the thread, the least of several rounds: what other processes do does not
count.
"""

import argparse
import resource
import subprocess
import sys
import time

from ringfence_checker.service import Service

BLOCK = '''
async def load_{n}(url: str) -> list[dict[str, int]]:
    rows = await fetch(url)
    kept = [row for row in rows if row.get("amount", 0) > {n}]
    totals: dict[str, int] = {{}}
    for row in kept:
        key = f"group-{{row['amount'] % 7}}"
        totals[key] = totals.get(key, 0) + row["amount"]
    if not totals:
        raise ValueError("no rows")
    best = max(totals.items(), key=lambda pair: pair[1])
    print(f"{{best[0]:>10}} {{best[1]:,}}")
    return sorted(kept, key=lambda row: row["amount"])
'''
STUBS = {"": "from typing import Any\nasync def fetch(url: str) -> list[dict[str, int]]: ...\n"}
SHORT = "rows = await fetch('u')\ntotal = 0\nfor row in rows:\n    total += row['amount']\ntotal\n"


def program(lines: int, seed: int = 0) -> str:
    """A program of about so many lines; each seed gives another."""
    if lines <= 5:
        return SHORT.replace("total", f"total_{seed}")
    text = "import json\n"
    number = seed
    while text.count("\n") < lines - 2:
        text += BLOCK.format(n=number)
        number += 1
    return text + f"await load_{seed}('x')\n"


def request(code: str) -> dict:
    return {"do": "check", "code": code, "stubs": STUBS, "earlier": [], "select": None,
            "ignore": [], "levels": {}}


def least_ms(service: Service, lines: int, rounds: int = 30) -> float:
    """CPU milliseconds of a check, the least of the rounds, every text a new one."""
    best = 1e9
    for seed in range(rounds):
        wanted = request(program(lines, seed))
        start = time.thread_time()
        found = service.check(wanted)
        best = min(best, (time.thread_time() - start) * 1e3)
        assert not [d for d in found if d.severity == "error"], found
    return best


def cold_s() -> float:
    """Seconds from the start of a process to its first answer, the cache warm."""
    code = "from ringfence_checker import check; check('len(3)')"
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(time.perf_counter() - start)
    return min(times)


def memory_mb() -> float:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 2**20


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", type=int, default=500)
    options = parser.parse_args()
    service = Service()
    service.check(request("1"))
    service.rest()
    for lines, target in ((5, 1.5), (30, 9.0), (100, 13.0)):
        ms = least_ms(service, lines)
        print(f"check of {lines:3} lines: {ms:6.2f} ms (target {target})")
    import gc

    before = 0.0
    for seed in range(options.programs):
        service.check(request(program(30, seed + 1000)))
        gc.collect(1)
        if seed == options.programs // 5:
            gc.collect()
            before = memory_mb()
    gc.collect()
    print(f"memory: {before:.0f} MB after {options.programs // 5} programs, "
          f"{memory_mb():.0f} MB after {options.programs}")
    print(f"process start to first answer: {cold_s():.2f} s (target 0.6)")


if __name__ == "__main__":
    main()
