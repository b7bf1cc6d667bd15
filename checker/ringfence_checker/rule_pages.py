"""``docs/rules.md`` from the table: ``python -m ringfence_checker.rule_pages > docs/rules.md``."""

from __future__ import annotations

import sys

from ringfence_checker.rules import RULES, Rule

_HEAD = """# Rules of the check

Made from `checker/ringfence_checker/rules.py`; edit that. An error fails the check and, with
`type_check=True`, refuses the program. A finding under a handler that catches what it would raise is
a warning. Levels are set in `[tool.ringfence.levels]`; `select` and `ignore` choose rules.
"""


def page() -> str:
    """The whole page."""
    rows = ["| rule | level | from | |", "|---|---|---|---|"]
    rows += [
        f"| [`{rule.code}`](#{rule.code}) | {rule.level} | {rule.source} | {rule.title} |"
        for rule in sorted(RULES.values())
    ]
    return "\n".join([_HEAD, *rows, "", *map(_section, sorted(RULES.values()))])


def _section(rule: Rule) -> str:
    lines = [f"## {rule.code}", "", f"{rule.title[0].upper()}{rule.title[1:]}. {rule.why}".rstrip()]
    for title, text in (("Host", rule.stubs), ("Wrong", rule.wrong), ("Right", rule.right)):
        if text:
            lines += ["", f"{title}:", "", "```python", text.rstrip("\n")[:400], "```"]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.stdout.write(page())
