"""The check against other type checkers: what is found, what is flagged falsely, warm time.

    python bench/checker_peers.py --rivals VENV --peer PYTHON [--markdown docs/checker-peers.md]

``VENV`` has ty and pyright, ``PYTHON`` is an interpreter that has pydantic-monty. All are given the
same programs and the same stubs: ty and pyright as a module that each program imports all names of,
through their language servers; the peer as its type check stubs.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from language_client import LanguageClient

from ringfence_checker import Checker

ROOT = Path(__file__).parents[1]
TESTS = ROOT / "tests" / "checker"
HEAD = "from host import *\n"
# a language server takes a program for a module: `await` at its top level, and expressions whose
# value is the program's, are no mistakes here
NOT_MEANT = re.compile(r"await.*(?:outside|only within|top.?level)|Expression value is unused", re.IGNORECASE)
PEER = r"""
import json, sys, time
import pydantic_monty
out = []
with pydantic_monty.Monty(min_processes=1) as pool:
    for code, stubs in json.load(sys.stdin):
        said, started = "", time.perf_counter()
        try:
            with pool.checkout(type_check=True, type_check_stubs=stubs,
                               type_check_format="concise") as session:
                session.feed_start("stop_here()\n" + code)
        except (pydantic_monty.MontyTypingError, pydantic_monty.MontySyntaxError) as error:
            said = str(error)
        except pydantic_monty.MontyError:
            pass  # past its check
        out.append([said, time.perf_counter() - started])
json.dump(out, sys.stdout)
"""


class Case(NamedTuple):
    """A program; the line of its bug, 0 for a good one; its stubs."""

    code: str
    line: int
    stubs: Path


class Said(NamedTuple):
    """What a checker says of a program: lines from 1 with severities, and the seconds it took."""

    lines: list[tuple[int, int, str]]
    took: float


def parts(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("# ----\n")


def cases() -> list[Case]:
    agents = TESTS / "good" / "agents" / "host.pyi"
    found = []
    for path in sorted((TESTS / "planted").rglob("*.txt")):
        stubs = agents if path.parent.name == "agents" else TESTS / "planted" / "host.pyi"
        for part in parts(path):
            line = next(n for n, text in enumerate(part.split("\n"), 1) if "  # BUG" in text)
            found.append(Case(part.replace("  # BUG", ""), line, stubs))
    for path in sorted((TESTS / "good").rglob("*.txt")):
        stubs = agents if path.parent.name == "agents" else TESTS / "good" / "host.pyi"
        found += [Case(part, 0, stubs) for part in parts(path)]
    return found


def ours(some: list[Case]) -> list[Said]:
    with Checker() as checker:
        said = []
        for case in some:
            checker.set_stubs(case.stubs)
            started = time.perf_counter()
            found = checker.check(case.code)
            took = time.perf_counter() - started
            said.append(Said([(d.line, d.end_line, d.severity) for d in found], took))
        return said


def server(command: list[str]) -> Callable[[list[Case]], list[Said]]:
    """A checker reached through its language server."""

    def ask(some: list[Case]) -> list[Said]:
        said: list[Said] = []
        for stubs in dict.fromkeys(case.stubs for case in some):
            with tempfile.TemporaryDirectory() as folder:
                Path(folder, "host.pyi").write_text(stubs.read_text(encoding="utf-8"))
                client = LanguageClient(command, Path(folder).resolve())
                client.check("first.py", HEAD + "import asyncio, re, json, datetime\n")
                for number, case in enumerate(some):
                    if case.stubs == stubs:
                        found, took = client.check(f"program_{number}.py", HEAD + case.code)
                        said.append(Said([
                            (one["range"]["start"]["line"], one["range"]["end"]["line"],
                             {1: "error", 2: "warning"}.get(one.get("severity", 1), "note"))
                            for one in found if not NOT_MEANT.search(one["message"])
                        ], took))
                client.close()
        return said

    return ask


def peer(python: str) -> Callable[[list[Case]], list[Said]]:
    def ask(some: list[Case]) -> list[Said]:
        request = [
            [case.code, case.stubs.read_text(encoding="utf-8") + "\ndef stop_here() -> None: ...\n"]
            for case in some
        ]
        done = subprocess.run([python, "-c", PEER], input=json.dumps(request), text=True,
                              capture_output=True, check=True)
        said = []
        for text, took in json.loads(done.stdout):
            lines = [int(line) - 1 for line in re.findall(r"(?m)^main\.py:(\d+):", text)]
            if text and not lines:  # a text that does not parse: the line stands in its traceback
                lines = [int(line) - 1 for line in re.findall(r"line (\d+)", text)] or [1]
            said.append(Said([(line, line, "error") for line in lines], took))
        return said

    return ask


def row(name: str, some: list[Case], said: list[Said]) -> str:
    bugs = [(case, one) for case, one in zip(some, said, strict=True) if case.line]
    good = [one for case, one in zip(some, said, strict=True) if not case.line]
    found = [
        {severity for start, end, severity in one.lines
         if start <= case.line <= end and severity in ("error", "warning")}
        for case, one in bugs
    ]
    errors = sum("error" in severities for severities in found)
    either = sum(bool(severities) for severities in found)
    alarms = sum(any(severity == "error" for _, _, severity in one.lines) for one in good)
    times = sorted(one.took * 1e3 for one in good)
    return (f"| {name} | {either} ({either / len(bugs):.1%}) | {errors} | {alarms} ({alarms / len(good):.1%}) "
            f"| {statistics.median(times):.1f} | {times[0]:.1f} |")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rivals", type=Path, required=True)
    parser.add_argument("--peer", required=True)
    parser.add_argument("--every", type=int, default=1, help="take each n-th program only")
    parser.add_argument("--markdown", type=Path)
    options = parser.parse_args()
    some = sorted(cases()[:: options.every], key=lambda case: str(case.stubs))
    installed = json.loads(subprocess.run(
        [options.rivals / "bin" / "pip", "list", "--format", "json", "--disable-pip-version-check"],
        capture_output=True, text=True, check=True).stdout)
    versions = {one["name"]: one["version"] for one in installed}
    peer_version = subprocess.run(
        [options.peer, "-c", "from importlib.metadata import version; print(version('pydantic-monty'))"],
        capture_output=True, text=True, check=True).stdout.strip()
    checkers = {
        f"ringfence (mypy {version('mypy')} inside)": ours,
        f"ty {versions['ty']}": server([str(options.rivals / "bin" / "ty"), "server"]),
        f"pyright {versions['pyright']}": server(
            [str(options.rivals / "bin" / "pyright-langserver"), "--stdio"]),
        f"pydantic-monty {peer_version}": peer(options.peer),
    }
    bugs = sum(bool(case.line) for case in some)
    lines = [
        f"| | of {bugs} bugs found | as errors | of {len(some) - bugs} good programs flagged falsely "
        "| ms, median | ms, least |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for name, ask in checkers.items():
        lines.append(row(name, some, ask(some)))
        print(lines[-1], file=sys.stderr)
    table = "\n".join(lines)
    print(table)
    if options.markdown:
        options.markdown.write_text(page(table, options.every), encoding="utf-8")


def page(table: str, every: int) -> str:
    some = "" if every == 1 else f" --every {every}"
    return (
        "# The check beside other type checkers\n\n"
        f"Made by `python bench/checker_peers.py --rivals VENV --peer PYTHON{some} "
        "--markdown docs/checker-peers.md`.\n\n"
        "Planted bugs are those of `tests/checker/planted`, one a program: found if something is said about\n"
        "the line. Good programs are those of `tests/checker/good`, which run: flagged falsely if an error is\n"
        "reported. The bugs were written with our rules in mind and the rules with the bugs in mind, so that\n"
        "this shows what the others leave to a run, not who is better at types. Milliseconds are wall time of\n"
        "a good program new to a warm checker, from text to answer: our worker behind its pipe, ty and pyright\n"
        "by their language servers, pydantic-monty as a new session of a warm pool with its check on.\n"
        "These times are from a machine with other work beside: compare them with each other only. "
        "What language servers say about `await` at the top level is not counted.\n\n"
        f"{table}\n"
    )


if __name__ == "__main__":
    main()
