"""What CPython, ringfence and pydantic-monty each do with a few hundred tiny programs, as a page.

    python bench/comparison.py --peer /path/to/venv/bin/python > docs/comparison.md

The rows are the files of bench/comparison: `# group`, then `name: expression` or `name:` with a program
indented below. What a program prints is compared with what CPython prints. The peer needs a virtual
environment of its own with pydantic-monty in it.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import io
import json
import platform
import select
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import ringfence

HERE = Path(__file__).parent
FILES = ("language", "builtins", "modules")
TIMEOUT_S = 20.0
YES, WRONG = "yes", "**wrong**"


class Row(NamedTuple):
    """A program and what it shows."""

    name: str
    program: str


def read_rows(text: str) -> dict[str, list[Row]]:
    """The rows of a file by group."""
    groups: dict[str, list[Row]] = {}
    lines = text.splitlines()
    rows: list[Row] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith("# "):
            rows = groups.setdefault(line[2:], [])
            continue
        name, _, program = line.partition(":")
        if program:
            rows.append(Row(name, _printing(program.strip())))
            continue
        body = []
        while at < len(lines) and lines[at].startswith("    "):
            body.append(lines[at][4:])
            at += 1
        rows.append(Row(name, "\n".join(body)))
    return groups


def _printing(program: str) -> str:
    """A row of one line: its value is printed if it is an expression that does not print itself."""
    expression = program.startswith(("print(", "exec("))
    with contextlib.suppress(SyntaxError):
        ast.parse(program, mode="eval")
        return program if expression else f"print(({program}))"
    return program


def by_cpython(program: str) -> str:
    """What CPython prints; an error of a row is an error of this file."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(program, "main.py", "exec", dont_inherit=True), {"__name__": "__main__"})
    return printed.getvalue()


def by_ringfence(program: str) -> tuple[str, str]:
    """What the sandbox prints, and the class of its error or ''."""
    printed: list[str] = []
    try:
        ringfence.Monty(program).run(print_callback=lambda _, text: printed.append(text))
    except ringfence.MontySyntaxError:
        return "", "SyntaxError"
    except ringfence.MontyError as error:
        return "", str(error).partition(":")[0]
    return "".join(printed), ""


class Peer:
    """The peer, in a process of its own environment."""

    def __init__(self, python: str) -> None:
        self._python = python
        self._process = self._start()

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [self._python, str(HERE / "peer_driver.py")], text=True, bufsize=1,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def run(self, program: str) -> tuple[str, str]:
        """What the peer prints, and the class of its error or ''."""
        into, out = self._process.stdin, self._process.stdout
        assert into is not None
        assert out is not None
        into.write(json.dumps({"run": program}) + "\n")
        into.flush()
        ready, _, _ = select.select([out], [], [], TIMEOUT_S)
        line = out.readline() if ready else ""
        if not line:
            self.close()
            self._process = self._start()
            return "", "does not end" if not ready else "crash"
        answer = json.loads(line)
        if "error" not in answer:
            return answer["output"], ""
        kind, _, text = answer["error"].partition(": ")
        return "", "SyntaxError" if kind == "MontySyntaxError" else text.partition(":")[0] or kind

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()


def cell(expected: str, outcome: tuple[str, str]) -> str:
    """How an outcome is shown."""
    printed, error = outcome
    if error:
        return f"no ({error})" if " " in error else f"no (`{error}`)"
    return YES if printed == expected else WRONG


def version(python: str) -> str:
    """The release of the peer."""
    ask = "import importlib.metadata as m; print(m.version('pydantic-monty'))"
    return subprocess.run([python, "-c", ask], capture_output=True, text=True).stdout.strip()


def tables(peer: Peer) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Each group with its rows: name, cell of ringfence, cell of the peer."""
    for name in FILES:
        for group, rows in read_rows((HERE / "comparison" / f"{name}.txt").read_text()).items():
            made = []
            for row in rows:
                expected = by_cpython(row.program)
                ours = cell(expected, by_ringfence(row.program))
                made.append((row.name, ours, cell(expected, peer.run(row.program))))
            yield group, made


def count(cells: list[str]) -> str:
    """A summary of cells: yes, no, wrong."""
    return f"{cells.count(YES)} / {sum(c.startswith('no') for c in cells)} / {cells.count(WRONG)}"


def main() -> None:
    """Run all rows, print the page."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--peer", required=True, help="python of an environment with pydantic-monty")
    options = parser.parse_args()
    peer = Peer(options.peer)
    groups = dict(tables(peer))
    peer.close()
    everything = [row for rows in groups.values() for row in rows]
    print("# Compared with CPython and pydantic-monty\n")
    print(f"Made by `python bench/comparison.py`, which runs the {len(everything)} programs of `bench/comparison/` under CPython")
    print(f"{platform.python_version()}, ringfence and pydantic-monty {version(options.peer)}. **yes**: it prints what CPython prints (so CPython's")
    print("column would be all yes); **no**: an error, of the class named; **wrong**: something else is printed, without an error.")
    print("pydantic-monty's own texts of failed assertions are switched off. Speed stands in bench.md.\n")
    print("| | programs | ringfence yes / no / wrong | pydantic-monty yes / no / wrong |\n|---|---:|---:|---:|")
    for group, rows in [*groups.items(), ("**All**", everything)]:
        print(f"| {group} | {len(rows)} | {count([r[1] for r in rows])} | {count([r[2] for r in rows])} |")
    ahead = [row[0] for row in everything if row[1] != YES and row[2] == YES]
    print(f"\nWhat pydantic-monty has and ringfence has not: {', '.join(ahead) if ahead else 'none of these rows'}.")
    for group, rows in groups.items():
        print(f"\n## {group}\n\n| | CPython | ringfence | pydantic-monty |\n|---|---|---|---|")
        for name, ours, theirs in rows:
            print(f"| {name.replace('|', chr(92) + '|')} | {YES} | {ours} | {theirs} |")


if __name__ == "__main__":
    main()
