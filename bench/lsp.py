"""What the language server takes: change to diagnostics, hover, completion, start, memory, a long session.

python bench/lsp.py [--edits 300] [--json FILE]     medians in milliseconds, as a client sees them over the pipe
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / part) for part in ("tests", "runtime", "checker", "lsp")]

from lsp.client import VSCODE, Client  # noqa: E402

PIECE = '''
def step_{n}(rows: list[dict[str, int]], scale: int = {n}) -> int:
    """Add what is above the scale."""
    total = 0
    for row in rows:
        if row["amount"] > scale and row.get("label", 0) != {n}:
            total += row["amount"] * scale
    return total


value_{n} = step_{n}([{{"amount": {n}, "label": 1}}])
print(f"{{value_{n}:>8}} of {n}", math.sqrt(value_{n}))
'''
LIMITS_MS = {5: 3, 30: 9, 100: 14, 1000: 60}


def program(lines: int) -> str:
    """A program of about so many lines."""
    text = "# ringfence\nimport math\n"
    n = 0
    if lines <= 5:
        return text + "x = [1, 2, 3]\ny = math.sqrt(sum(x))\nprint(f'{y:.2f}')\n"
    while text.count("\n") < lines:
        text += PIECE.format(n=n)
        n += 1
    return text


def memory_mib(process: int) -> float:
    """Resident memory of a process and of its children, in MiB."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(folder.name) != process and int(stat[1]) != process:
                continue
            status = (folder / "smaps_rollup").read_text()
            total += next(int(line.split()[1]) for line in status.split("\n") if line.startswith("Pss:"))
        except (OSError, StopIteration, ValueError):
            continue
    return total / 1024


def cpu_ms(process: int) -> float:
    """Processor time of a process and of its children, in milliseconds: what other load cannot change."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(folder.name) == process or int(stat[1]) == process:
                total += int(stat[11]) + int(stat[12])
        except (OSError, ValueError):
            continue
    return 1000 * total / os.sysconf("SC_CLK_TCK")


def timed(work) -> float:
    """Milliseconds that it takes."""
    started = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - started)


def changes(client: Client, lines: int, edits: int) -> tuple[list[float], float]:
    """Times from a change to its diagnostics; each change makes a text that was not seen before.

    And the processor time of one.
    """
    document = client.open(f"file:///bench/p{lines}.py", program(lines))
    document.diagnostics()
    time.sleep(0.5)  # what the server does after an answer
    spent = cpu_ms(client.process.pid)
    found = []
    for number in range(edits):
        at = document.text.rindex("print(")

        def change(at: int = at, number: int = number) -> None:
            document.replace(at, at, f"x{number} = {number}; ")
            document.diagnostics()

        found.append(timed(change))
    return found, (cpu_ms(client.process.pid) - spent) / edits


def asked(client: Client, method: str, edits: int) -> list[float]:
    """Times of a request after a change, in a text of 100 lines."""
    document = client.open(f"file:///bench/{method}.py", f"# ringfence\n# {method}\n{program(100)}")
    document.diagnostics()
    found = []
    for number in range(edits):
        document.replace(len(document.text), len(document.text), f"{method}_{number} = {number}\n")
        document.diagnostics()
        found.append(timed(lambda: document.ask(method, "math.sqrt", 5)))
    return found


def session(client: Client, edits: int) -> tuple[float, float]:
    """Memory in MiB before and after a session of random edits."""
    chance = random.Random(5)
    document = client.open("file:///bench/session.py", program(60))
    document.diagnostics()
    before = memory_mib(client.process.pid)
    for number in range(edits):
        at = chance.randrange(len("# ringfence\nimport math\n"), len(document.text))
        if len(document.text) > 4000 or chance.random() < 0.3:
            document.replace(at, min(at + chance.randrange(1, 30), len(document.text)), "")
        else:
            document.replace(at, at, chance.choice(["x", "\n", "(", " = 1\n", "len(", "é", "😋", "rows.", "#"]))
        if number % 10 == 9:
            document.diagnostics()
    return before, memory_mib(client.process.pid)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=60, help="a multiple of 10 is best")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    started = time.perf_counter()
    client = Client()
    client.open("file:///bench/first.py", program(30)).diagnostics()
    figures: dict[str, float] = {"start_to_first_diagnostics_ms": 1000 * (time.perf_counter() - started)}
    for lines, limit in LIMITS_MS.items():
        edits = options.edits if lines < 1000 else max(options.edits // 2, 6)
        times, spent = changes(client, lines, edits)
        figures[f"cpu_per_change_{lines}_lines_ms"] = spent
        figures[f"change_to_diagnostics_{lines}_lines_ms"] = statistics.median(times)
        print(f"change to diagnostics, {lines:5} lines: median {statistics.median(times):7.2f} ms, "
              f"least {min(times):7.2f}, most {max(times):7.2f}, processor {spent:6.1f} (asked {limit})")
    for method in ("hover", "completion"):
        times = asked(client, method, options.edits)
        figures[f"{method}_ms"] = statistics.median(times)
        print(f"{method:10}: median {statistics.median(times):.2f} ms, most {max(times):.2f} (asked 10)")
    before, after = session(client, 10 * options.edits)
    figures |= {"memory_mib": after, "memory_growth_mib": after - before}
    print(f"memory: {before:.0f} MiB, after {10 * options.edits} random edits {after:.0f} (asked 150)")
    print(f"start to first diagnostics: {figures['start_to_first_diagnostics_ms']:.0f} ms (asked 1500)")
    client.close()
    warm = Client(VSCODE)
    warm.close()
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
