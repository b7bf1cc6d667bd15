"""Time every bench program under ringfence, CPython and, if given, pydantic-monty, in one go.

    python bench/run.py [--rounds 5] [--peer /path/to/venv/bin/python] [--only NAME ...]
                        [--markdown FILE] [--svg FILE]

The engines take turns within a round, so that a busy machine disturbs them alike; the figure is
the median of the rounds. Outputs are compared. CPython is the interpreter running this script,
the program compiled beforehand; ringfence likewise. The peer needs a virtual environment of its
own (``pip install pydantic-monty``): it is never a dependency of this project.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ringfence

HERE = Path(__file__).resolve().parent


class Peer:
    """pydantic-monty in a process of its own."""

    def __init__(self, python: str) -> None:
        self._process = subprocess.Popen(
            [python, str(HERE / "peer_driver.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, **request: Any) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return dict(json.loads(self._process.stdout.readline()))


def time_cpython(code: Any) -> tuple[float, str]:
    """Seconds and output of one run in this process."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        started = time.perf_counter()
        exec(code, {"__name__": "__main__"})
        seconds = time.perf_counter() - started
    return seconds, out.getvalue()


def time_ringfence(program: ringfence.Monty) -> tuple[float, str]:
    """Seconds and output of one run."""
    out: list[str] = []
    started = time.perf_counter()
    program.run(print_callback=lambda _stream, text: out.append(text))
    return time.perf_counter() - started, "".join(out)


def bench_programs(rounds: int, peer: Peer | None, only: list[str]) -> list[dict[str, Any]]:
    """One row a program: median seconds of each engine."""
    rows = []
    for path in sorted((HERE / "programs").glob("*.py")):
        if only and path.stem not in only:
            continue
        source = path.read_text()
        code = compile(source, path.name, "exec")
        row: dict[str, Any] = {"name": path.stem}
        try:
            program = ringfence.Monty(source, script_name=path.name)
            time_ringfence(program)
        except ringfence.MontyError as error:
            row["error"] = str(error).splitlines()[-1]
            rows.append(row)
            continue
        seconds: dict[str, list[float]] = {"ringfence": [], "cpython": [], "peer": []}
        expected = time_cpython(code)[1]
        for _ in range(rounds):
            for engine, (spent, output) in (
                ("ringfence", time_ringfence(program)), ("cpython", time_cpython(code)),
            ):
                seconds[engine].append(spent)
                if output != expected:
                    row["error"] = f"{engine} prints {output[:60]!r}, not {expected[:60]!r}"
            if peer and "peer_error" not in row:
                answer = peer.ask(run=source)
                if "error" in answer:
                    row["peer_error"] = answer["error"]
                else:
                    seconds["peer"].append(answer["seconds"])
                    if answer["output"] != expected:
                        row["peer_error"] = "other output"
        for engine, figures in seconds.items():
            row[engine] = statistics.median(figures) if figures else None
        rows.append(row)
        print(_line(row), flush=True)
    return rows


def _line(row: dict[str, Any]) -> str:
    if "ringfence" not in row:
        return f"{row['name']:<18} {row['error']}"
    ours, cpython, peer = row["ringfence"], row["cpython"], row.get("peer")
    text = f"{row['name']:<18} {ours * 1e3:>9.1f} {cpython * 1e3:>9.1f} {cpython / ours:>8.2f}x"
    if peer:
        text += f" {peer * 1e3:>9.1f} {peer / ours:>8.1f}x"
    elif "peer_error" in row:
        text += f"         -  ({row['peer_error'][:70]})"
    if "error" in row:
        text += f"  WRONG: {row['error']}"
    return text


def geometric_mean(ratios: list[float]) -> float:
    """Answer 0.0 for an empty list."""
    return math.exp(sum(map(math.log, ratios)) / len(ratios)) if ratios else 0.0


def _least_of(
    function: Any, rounds: int, inner: int, clock: Callable[[], float] = time.thread_time
) -> float:
    """Seconds of a call: the least of the rounds, in time of this thread, which others disturb least."""
    figures = []
    for _ in range(rounds):
        started = clock()
        for _ in range(inner):
            function()
        figures.append((clock() - started) / inner)
    return min(figures)


SMALL = "\n".join(f"def f{i}(a, b):\n    c = a + b * {i}\n    return c if c > 3 else -c" for i in range(10))


def bench_boundary(rounds: int, peer: Peer | None) -> list[tuple[str, float, float | None]]:
    """Start-up, host call, snapshot and front end: name, seconds, the peer's seconds."""
    rows: list[tuple[str, float, float | None]] = []

    def add(name: str, seconds: float, theirs: float | None = None) -> None:
        rows.append((name, seconds, theirs))
        tail = f"   peer {theirs * 1e6:>9.1f} us" if theirs else ""
        print(f"{name:<44} {seconds * 1e6:>9.1f} us{tail}", flush=True)

    ringfence.Monty("1 + 1").run()
    add("Monty('1 + 1').run(), text seen before",
        _least_of(lambda: ringfence.Monty("1 + 1").run(), rounds, 2000),
        peer.ask(one_plus_one=500)["seconds"] if peer else None)
    count = iter(range(10**9))
    add("first-seen program of 30 lines, compiled",
        _least_of(lambda: ringfence.Monty(f"{SMALL}\nf1({next(count)}, 2)"), rounds, 50))
    add("ast.parse alone of the same",
        _least_of(lambda: ast.parse(f"{SMALL}\nf1({next(count)}, 2)"), rounds, 50))
    add("the same, compiled and run",
        _least_of(lambda: ringfence.Monty(f"{SMALL}\nf2({next(count)}, 2)").run(), rounds, 50))
    loop = ringfence.Monty("while True:\n    f(1)")
    snapshot = loop.start()

    def step() -> None:
        nonlocal snapshot
        snapshot = snapshot.resume(return_value=1)

    add("host call, start/resume round trip", _least_of(step, rounds, 3000),
        peer.ask(host_call=900)["seconds"] if peer else None)
    called = ringfence.Monty("for i in range(3000):\n    f(i)")
    add("host call under run()",
        _least_of(lambda: called.run(external_functions={"f": lambda i: i}), rounds, 1) / 3000)
    paused = ringfence.Monty("xs = list(range(1000))\nask()\nlen(xs)").start()
    data = paused.dump()
    add(f"dump of a run with 1000 integers ({len(data)} bytes)", _least_of(paused.dump, rounds, 200))
    add("load of the same", _least_of(lambda: ringfence.load_snapshot(data), rounds, 200))
    numbers = list(range(100_000))
    taker = ringfence.Monty("len(xs)", inputs=["xs"])
    add("100,000 integers in", _least_of(lambda: taker.run(inputs={"xs": numbers}), rounds, 3))
    giver = ringfence.Monty("list(range(100000))")
    add("100,000 integers out", _least_of(giver.run, rounds, 3))
    trapped = ringfence.Monty("import math\nfor i in range(2000):\n    math.gamma(1.5)")
    add("builtin answered by trusted host code", _least_of(trapped.run, rounds, 1) / 2000)

    with tempfile.TemporaryDirectory() as caches:
        # an installed package has its bytecode written: so here, whatever this shell forbids
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": caches}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def process(text: str) -> None:
            subprocess.run([sys.executable, "-c", text], check=True, env=environment)

        program = "import ringfence; ringfence.Monty('1 + 1').run()"
        process(program)
        add("process start, import, 1 + 1", _least_of(lambda: process(program), rounds, 3, time.perf_counter))
        add("process start alone (python -c pass)", _least_of(lambda: process("pass"), rounds, 3, time.perf_counter))
    return rows


def draw(rows: list[dict[str, Any]], path: Path) -> None:
    """Write a bar chart of times relative to CPython (shorter is faster) as SVG."""
    shown = [row for row in rows if row.get("ringfence")]
    height, top, left, scale = 26, 40, 150, 60.0
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="860" height="{top + height * len(shown) + 20}"'
        ' font-family="sans-serif" font-size="12">',
        '<text x="150" y="20">time relative to CPython = 1 (log scale, shorter is faster): '
        'ringfence green, pydantic-monty orange</text>',
    ]

    def place(ratio: float) -> float:
        return left + scale * (math.log2(max(ratio, 1 / 16)) + 4)

    for n, row in enumerate(shown):
        y = top + n * height
        parts.append(f'<text x="{left - 8}" y="{y + 14}" text-anchor="end">{row["name"]}</text>')
        for k, (engine, color) in enumerate((("ringfence", "#2a9d5c"), ("peer", "#e08a2c"))):
            if row.get(engine):
                ratio = row[engine] / row["cpython"]
                width = place(ratio) - left
                parts.append(
                    f'<rect x="{left}" y="{y + k * 11}" width="{width:.0f}" height="10" fill="{color}"/>'
                    f'<text x="{left + width + 4:.0f}" y="{y + k * 11 + 9}" font-size="9">{ratio:.2f}</text>'
                )
    x = place(1.0)
    parts.append(f'<line x1="{x}" x2="{x}" y1="{top - 8}" y2="{top + height * len(shown)}" stroke="#555"/>')
    parts.append("</svg>")
    path.write_text("\n".join(parts) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer", help="python of a virtual environment with pydantic-monty")
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--markdown", type=Path)
    parser.add_argument("--svg", type=Path)
    options = parser.parse_args()
    peer = Peer(options.peer) if options.peer else None
    print(f"{'program':<18} {'ours ms':>9} {'CPython':>9} {'faster':>9} {'peer':>9} {'faster':>9}")
    rows = bench_programs(options.rounds, peer, options.only)
    good = [row for row in rows if row.get("ringfence")]
    against_cpython = geometric_mean([row["cpython"] / row["ringfence"] for row in good])
    with_peer = [row for row in good if row.get("peer")]
    against_peer = geometric_mean([row["peer"] / row["ringfence"] for row in with_peer])
    print(f"geometric mean: {against_cpython:.2f} times faster than CPython "
          f"{sys.version.split()[0]} on {len(good)} programs"
          + (f", {against_peer:.1f} times faster than pydantic-monty on {len(with_peer)}"
             if with_peer else ""))
    boundary = [] if options.only else bench_boundary(options.rounds, peer)
    for path in (options.svg, options.markdown):
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
    if options.svg:
        draw(rows, options.svg)
    if options.markdown:
        lines = ["| program | ringfence ms | CPython ms | faster | pydantic-monty ms | faster |",
                 "|---|---:|---:|---:|---:|---:|"]
        for row in good:
            theirs = f"{row['peer'] * 1e3:.1f}" if row.get("peer") else "cannot"
            times = f"{row['peer'] / row['ringfence']:.1f}x" if row.get("peer") else ""
            lines.append(f"| {row['name']} | {row['ringfence'] * 1e3:.1f} | {row['cpython'] * 1e3:.1f} "
                         f"| {row['cpython'] / row['ringfence']:.2f}x | {theirs} | {times} |")
        lines += ["", "| boundary | µs | peer µs |", "|---|---:|---:|"]
        lines += [f"| {name} | {s * 1e6:.1f} | {f'{p * 1e6:.1f}' if p else ''} |"
                  for name, s, p in boundary]
        options.markdown.write_text("\n".join(lines) + "\n")
    if any("error" in row for row in rows):
        sys.exit(1)


if __name__ == "__main__":
    main()
