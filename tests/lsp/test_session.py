"""Long sessions of random edits: the server's text stays the client's, diagnostics as of a fresh check.

RINGFENCE_EDITS sets the number of edits over the wire (10000 is the full session).
"""

from __future__ import annotations

import os
import random

import pytest
from lsprotocol import types

from lsp.client import PLAIN, Client, position
from ringfence_lsp.documents import Document, from_units, split_lines, to_units

PIECES = ["x", "y = ", "\n", "\r\n", "\r", "é", "😋", "\u2028", "\x0c", "    ", "def f(a):\n    ",
          "len(3)", "'", '"""', "(", ")", "#", "[1, 2]", "if x:\r\n  ", "\u0301", "f'{x}'"]  # fmt: skip
START = "# ringfence\r\nx = 1\nprint(f'{x} 😋')\r\nlen(x)\n"


def places(text: str) -> list[int]:
    """Offsets that a client can name: none between the two characters of one line's end."""
    return [at for at in range(len(text) + 1) if not (0 < at < len(text) and text[at - 1 : at + 1] == "\r\n")]


def edit(chance: random.Random, text: str, head: int) -> tuple[int, int, str]:
    offsets = [at for at in places(text) if at >= head]
    start = chance.choice(offsets)
    index = offsets.index(start)
    if len(text) > 250:
        end = offsets[min(index + 40, len(offsets) - 1)]
    else:
        end = offsets[min(index + chance.choice([0, 0, 0, 1, 3]), len(offsets) - 1)]
    return start, end, "".join(chance.choice(PIECES) for _ in range(chance.choice([0, 1, 1, 2, 4])))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_ten_thousand_edits_leave_the_same_text(encoding: str) -> None:
    chance = random.Random(encoding)
    text = START
    document = Document("file:///x.py", encoding, text, 1, "python")

    def place(offset: int) -> types.Position:
        rows = split_lines(text[:offset])
        return types.Position(len(rows) - 1, to_units(rows[-1], len(rows[-1]), encoding))

    for _ in range(10_000 // 3):
        start, end, new = edit(chance, text, 0)
        span = types.Range(place(start), place(end))
        document.apply_change(types.TextDocumentContentChangePartial(range=span, text=new))
        text = text[:start] + new + text[end:]
        assert document.lines == split_lines(text)
    assert document.source == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("line", ["", "abc", "é😋x", "😋😋", "a\u2028b\x0c"])
def test_columns_lead_to_units_and_back(encoding: str, line: str) -> None:
    for column in range(len(line) + 1):
        assert from_units(line, to_units(line, column, encoding), encoding) == column
    assert from_units(line, 1000, encoding) == len(line)


def test_a_place_inside_of_a_character_is_its_start() -> None:
    assert from_units("😋x", 1, "utf-16") == 0
    assert from_units("éx", 1, "utf-8") == 0


def test_after_many_edits_the_diagnostics_are_those_of_a_fresh_check() -> None:
    edits = int(os.environ.get("RINGFENCE_EDITS", "400"))
    chance = random.Random(7)
    client = Client(PLAIN)
    try:
        document = client.open("file:///session/a.py", START)
        head = len("# ringfence\r\n")
        for number in range(edits):
            document.replace(*edit(chance, document.text, head))
            if number % 100 == 99:
                found = document.diagnostics()
                fresh = client.open(f"file:///session/a{number}/a.py", document.text)
                assert fresh.diagnostics() == found
                fresh.close()
        document.become(START + "len(3)\n")
        last = document.diagnostics()[-1]
        assert last["range"]["start"] == position(document.text, document.text.index("3)"))
    finally:
        client.end()
