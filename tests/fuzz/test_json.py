"""Random documents, read and written in the sandbox as CPython's `json` does it."""

import json
import random
import struct
from typing import Any

import pytest

import ringfence

TEXTS = ["", "a", "key", "é", "日本", "𝒳", 'q"uote', "back\\slash", "\x00\x1f\x7f", "\n\r\t\b\f", "/",
         "\ud800", "x" * 40, "name with spaces and more"]
BREAKS = ["", " ", "\n", "\t ", "  \r\n"]

JUDGE = """
import json

def read(text):
    try:
        return json.loads(text)
    except json.JSONDecodeError as e:
        return str(e)

def write(value, options):
    try:
        return json.dumps(value, **options)
    except (ValueError, TypeError) as e:
        return repr(e)

[[read(text) for text in texts], [write(value, options) for value, options in values]]
"""


def number(chance: random.Random) -> Any:
    kind = chance.random()
    if kind < 0.3:
        return chance.choice([0, 1, -1, 10**17, -(2**62), 2**63, 10**30, 12345])
    if kind < 0.6:
        return chance.choice([0.0, -0.0, 0.1, 1.5, 1e16, 1e22, 1e-7, 5e-324, 1.7976931348623157e308])
    if kind < 0.8:
        return round(chance.uniform(-1000, 1000), chance.randint(0, 12))
    found = struct.unpack("<d", chance.randbytes(8))[0]
    return found if found - found == 0 else chance.random()


def value(chance: random.Random, depth: int) -> Any:
    kind = chance.random()
    if depth > 0 and kind < 0.2:
        return [value(chance, depth - 1) for _ in range(chance.randint(0, 4))]
    if depth > 0 and kind < 0.45:
        return {chance.choice(TEXTS): value(chance, depth - 1) for _ in range(chance.randint(0, 5))}
    if kind < 0.6:
        return chance.choice(TEXTS)
    if kind < 0.7:
        return chance.choice([None, True, False])
    return number(chance)


def spoiled(chance: random.Random, text: str) -> str:
    """The text with a character lost, doubled or replaced."""
    if not text:
        return text
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(["", text[at] * 2, ",", "}", "0", '"', "\\", "e", " "]) + text[at + 1:]


@pytest.mark.parametrize("seed", range(4))
def test_documents_are_read_and_written_as_in_cpython(seed: int) -> None:
    chance = random.Random(seed)
    texts, values = [], []
    for _ in range(150):
        made = value(chance, 4)
        options: dict[str, Any] = {}
        if chance.random() < 0.3:
            options["indent"] = chance.choice([0, 1, 2, "\t", "--"])
        if chance.random() < 0.3:
            options["sort_keys"] = True
        if chance.random() < 0.3:
            options["ensure_ascii"] = False
        if chance.random() < 0.2:
            options["separators"] = (",", ":")
        values.append((made, options))
        text = json.dumps(made, **options)
        texts.append(text)
        texts.append(spoiled(chance, text))
        texts.append(text.replace(",", chance.choice(BREAKS) + "," + chance.choice(BREAKS)))
    values.extend(
        ({key: 1}, {}) for key in (1, -5, 1.5, True, False, None, 2**70, float("inf"), (1, 2))
    )
    namespace: dict[str, Any] = {"texts": texts, "values": values}
    body, last = JUDGE.rsplit("\n\n", 1)
    exec(body, namespace)
    wanted = eval(last, namespace)
    source = f"inf = float('inf')\ntexts = {texts!r}\nvalues = {values!r}\n{JUDGE}"
    found = ringfence.Monty(source).run()
    for text, a, b in zip(texts, wanted[0], found[0], strict=True):
        assert (text, repr(a)) == (text, repr(b))
    for given, a, b in zip(values, wanted[1], found[1], strict=True):
        assert (given, a) == (given, b)
