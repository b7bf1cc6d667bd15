"""The differences from CPython that are meant, each a program with its cause and its way out.

The comment at the head of ``tests/differences/<name>.py`` holds the title, the cause, the way out and
what both sides print, the last line of an uncaught error included. Where CPython's outcome varies
there is a text on the same line instead. ``Run by: start`` means that the first pause is the outcome.
The page of the documentation is made from these files::

    python tests/differences.py > docs/differences.md
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "differences.md"
LABELS = ("Cause", "Way out", "Run by", "CPython prints", "Ringfence prints")
INDENT = " " * 4
HEAD = """\
# What differs from CPython

Made from the programs in `tests/differences`; edit those. Each is run under CPython 3.11 and under
ringfence, and does there what stands here; only what CPython does differently each time is not run there.
"""


@dataclass(frozen=True)
class Difference:
    """One difference. ``cpython`` is None where it varies; ``varies`` then says how."""

    name: str
    title: str
    cause: str
    way_out: str
    run_by: str
    cpython: str | None
    varies: str
    ringfence: str
    source: str  # the whole file: the header keeps the numbers of lines

    @property
    def program(self) -> str:
        """The source without its header."""
        lines = self.source.splitlines()
        while lines and (lines[0].startswith("#") or not lines[0]):
            del lines[0]
        return "\n".join(lines)


def read(path: Path) -> Difference:
    """A difference from its file."""
    source = path.read_text(encoding="utf-8")
    title, _, *header = _header(source)
    said: dict[str, str] = {}
    shown: dict[str, list[str]] = {}
    label = ""
    for line in header:
        start, colon, rest = line.partition(":")
        if colon and start in LABELS:
            label = start
            said[label], shown[label] = rest.strip(), []
        elif line.startswith(INDENT):
            shown[label].append(line[len(INDENT):])
        else:
            said[label] = f"{said[label]} {line.strip()}"
    return Difference(
        name=path.stem,
        title=title,
        cause=said["Cause"],
        way_out=said["Way out"],
        run_by=said.get("Run by", "run"),
        cpython=None if said["CPython prints"] else "\n".join(shown["CPython prints"]),
        varies=said["CPython prints"],
        ringfence="\n".join(shown["Ringfence prints"]),
        source=source,
    )


def _header(source: str) -> list[str]:
    lines = []
    for line in source.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line[1:].removeprefix(" "))
    return lines


def differences() -> list[Difference]:
    """All of them, by title."""
    found = [read(path) for path in (HERE / "differences").glob("*.py")]
    return sorted(found, key=lambda difference: difference.title.replace("`", "").casefold())


def page() -> str:
    """The text of docs/differences.md."""
    return "\n".join([HEAD, *map(_section, differences())])


def _section(difference: Difference) -> str:
    cpython = f"CPython prints {difference.varies}."
    if difference.cpython is not None:
        cpython = f"CPython prints\n\n{_block(difference.cpython)}"
    return (
        f"## {difference.title}\n\n{difference.cause}\n\n**Way out:** {difference.way_out}\n\n"
        f"```python\n{difference.program}\n```\n\n"
        f"{cpython}\n\nand ringfence\n\n{_block(difference.ringfence)}\n"
    )


def _block(text: str) -> str:
    return f"```text\n{text}\n```"


if __name__ == "__main__":
    print(page(), end="")
