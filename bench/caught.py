"""What the check caught before it failed: mutants of good programs, run and checked.

    python bench/caught.py [--each 1] [--seed 0] [--markdown docs/caught.md] [--missed]

A mutant counts if the program ran before and fails now by an error that a check could foresee. It
is caught if the check says something that it did not say of the program before.
"""

import argparse
import asyncio
import runpy
import sys
from collections import Counter
from pathlib import Path

import ringfence
from ringfence_checker import Checker

ROOT = Path(__file__).parents[1]
AGENTS = ROOT / "tests" / "checker" / "good" / "agents"
CLASSES = {
    "TypeError": "TypeError", "AttributeError": "AttributeError", "NameError": "NameError",
    "UnboundLocalError": "NameError", "ModuleNotFoundError": "missing module or name",
    "ImportError": "missing module or name", "SyntaxError": "refused text",
    "IndentationError": "refused text",
}  # fmt: skip
LIMITS = {"max_duration_secs": 2, "max_memory": 100_000_000}


def failure(code: str, lent: dict) -> str | None:
    """Class of the error that a program ends by; None if it runs to its end."""
    try:
        program = ringfence.Monty(code)
    except ringfence.MontySyntaxError:
        return "SyntaxError"
    try:
        asyncio.run(ringfence.run_monty_async(
            program, external_functions=lent, limits=LIMITS, print_callback=lambda *text: None))
    except ringfence.MontyError as error:
        return str(error).rstrip().rpartition("\n")[2].partition(":")[0].rpartition(".")[2]
    return None


def said(checker: Checker, code: str) -> Counter:
    """What a check says, by severity, rule and message; places move."""
    return Counter((d.severity, d.rule, d.message) for d in checker.check(code))


def measure(each: int, seed: int, most: int | None = None) -> list[dict]:
    """Rows for each mutant that fails: kind, class, whether it was caught, as what."""
    sys.path.insert(0, str(ROOT / "tests" / "checker"))
    from mutations import mutants

    lent = runpy.run_path(str(AGENTS / "host.py"))["FUNCTIONS"]
    programs = [
        code for path in sorted(AGENTS.glob("*.txt"))
        for code in path.read_text(encoding="utf-8").split("# ----\n")
    ]
    step = 1 if most is None else max(len(programs) // most, 1)
    rows = []
    with Checker(stubs=AGENTS / "host.pyi") as checker:
        for number, code in list(enumerate(programs))[::step]:
            before = said(checker, code)
            for mutant in mutants(code, number, each, seed):
                failed = failure(mutant.text, lent)
                if failed not in CLASSES:
                    continue
                new = said(checker, mutant.text) - before
                severities = {severity for severity, _, _ in new}
                rows.append({
                    "kind": mutant.kind, "class": CLASSES[failed], "text": mutant.text,
                    "caught": "error" if "error" in severities else "warning" if severities else "",
                })
    return rows


def table(rows: list[dict], by: str) -> str:
    """A table of what was caught, in Markdown."""
    lines = [f"| {by} | programs that fail | caught before | as an error | as a warning | missed |",
             "|---|---:|---:|---:|---:|---:|"]
    groups: dict[str, list[str]] = {}
    for row in rows:
        groups.setdefault(row[by], []).append(row["caught"])
    for name, caught in [*sorted(groups.items()), ("**all**", [row["caught"] for row in rows])]:
        n, errors, warnings = len(caught), caught.count("error"), caught.count("warning")
        lines.append(f"| {name} | {n} | {(errors + warnings) / n:.1%} | {errors} | {warnings} "
                     f"| {n - errors - warnings} |")
    return "\n".join(lines)


def page(rows: list[dict], each: int, seed: int, most: int | None) -> str:
    some = "" if most is None else f" --most {most}"
    return (
        "# What the check caught before it failed\n\n"
        f"Made by `python bench/caught.py --each {each} --seed {seed}{some} --markdown docs/caught.md`.\n\n"
        "The programs of `tests/checker/good/agents` run to their end. Each is given one mistake of the\n"
        "kinds that models make (`tests/checker/mutations.py`), at a place chosen by the seed, and is run.\n"
        "Counted are those that now fail with TypeError, AttributeError, NameError, a missing module or\n"
        "name, or are refused as a text. One is caught if the check says something that it did not say\n"
        "before the mistake was made.\n\n"
        f"{table(rows, 'class')}\n\n{table(rows, 'kind')}\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--each", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--most", type=int)
    parser.add_argument("--markdown")
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    rows = measure(options.each, options.seed, options.most)
    print(table(rows, "class"), table(rows, "kind"), sep="\n\n")
    if options.missed:
        for row in rows:
            if not row["caught"]:
                print(f"=== {row['kind']}, {row['class']}\n{row['text']}")
    if options.markdown:
        Path(options.markdown).write_text(page(rows, options.each, options.seed, options.most), encoding="utf-8")


if __name__ == "__main__":
    main()
