"""Messages of mypy for programs, by the resident session or by a full build of each: as JSON.

Run as ``python equivalence.py resident|full FILE...``; the two are compared by a test. A text file
holds several programs with a line ``# ----`` between.
"""

import json
import sys
from pathlib import Path

from mypy import build, errors
from mypy.modulefinder import BuildSource

from ringfence_checker.mypy_session import PROGRAM, Session, make_options
from ringfence_checker.sources import Source
from ringfence_checker.typeshed import typeshed

PATH = f"/{PROGRAM}.py"


def resident(texts: list[str]) -> list[list]:
    directory, facts = typeshed()
    session = Session(facts.modules, str(directory), str(directory / "cache"))
    out = []
    for text in texts:
        source = Source(text)
        with session.checked(
            source.safe, PROGRAM, PATH, native_parser=source.is_ascii
        ) as (messages, _):
            out.append([list(message) for message in messages])
    return out


def full(texts: list[str]) -> list[list]:
    directory, _ = typeshed()
    out = []
    for text in texts:
        source = Source(text)
        options = make_options(str(directory), str(directory / "cache"))
        options.native_parser = source.is_ascii
        options.output = "json"
        try:
            found = build.build([BuildSource(PATH, PROGRAM, source.safe)], options).errors
        except errors.CompileError as error:
            found = error.messages
        out.append([json.loads(line) for line in found])
    return out


def programs_of(names: list[str]) -> list[str]:
    """The texts of all programs in these files."""
    return [
        part.replace("  # BUG", "")
        for name in names for part in Path(name).read_text(encoding="utf-8").split("# ----\n")
    ]


if __name__ == "__main__":
    programs = programs_of(sys.argv[2:])
    json.dump({"resident": resident, "full": full}[sys.argv[1]](programs), sys.stdout)
