"""Random edits of programs, checked as edits and anew: the differences, and what both took.

Run as ``python edits.py SEED EDITS``. Three in four edits leave a program that parses.
"""

import ast
import random
import re
import sys
import time
from pathlib import Path

from ringfence_checker import slices
from ringfence_checker.service import Service

PROGRAMS = Path(__file__).parents[1] / "programs"
STUBS = """
from typing import NotRequired, TypedDict
class Row(TypedDict):
    amount: int
    label: NotRequired[str]
async def fetch(url: str) -> list[dict[str, int]]: ...
def rows_of(city: str) -> list[Row]: ...
def find(name: str) -> str | None: ...
limit: int
"""
TANGLED = '''import json
import math
from dataclasses import dataclass, field
CONFIG = {"a": 1, "b": 2}
cache = {}
found = None
names = []
@dataclass
class Point:
    x: int
    y: int = 0
    def norm(self) -> float:
        return math.sqrt(self.x ** 2 + self.y ** 2)
    def moved(self, by):
        return Point(self.x + by, self.y)
class Base:
    def __init__(self, size):
        self.size = size
    def area(self) -> int:
        return self.size * 2
class Square(Base):
    def area(self) -> int:
        return super().area() + self.size
def total(rows: list[Row]) -> int:
    result = 0
    for row in rows:
        if "label" in row:
            result += len(row["label"])
        result += row["amount"]
    return result
def label_of(row):
    return row["label"] + "x"
def double(n):
    return n * 2
def describe(value: int | None) -> str:
    if value is None:
        return "none"
    return f"{value:>5}"
async def load(url: str) -> int:
    data = await fetch(url)
    return sum(d["a"] for d in data)
def counter() -> int:
    global found
    found = 3
    return 1
names.append("a")
cache["k"] = 1
point = Point(1, 2)
square = Square(3)
found = find("a")
if found is not None:
    print(found.upper())
assert isinstance(limit, int)
value = double(4)
rows = rows_of("x")
amount = total(rows)
task = load("u")
n = await task
print(describe(n), amount, value + 1, point.norm())
for row in rows:
    print(row["amount"], row.get("label"))
    amount += row["amount"]
print(CONFIG["a"], square.area())
matched = [name.upper() for name in names]
try:
    risky = json.loads("{}")
except ValueError as error:
    print(error)
print(f"{amount:,}", matched)
'''
LINES = ["# x", "", "x_new = 1", "del rows", "print(missing)", "amount = 'a'", "double = 3",
         "    pass", "found = None", "fetch('a')", "global found", "point.x = 'a'",
         "CONFIG['c'] = 1", "if names: raise ValueError", "names = {}", "print(CONFIG['z'])"]  # fmt: skip
WORDS = ["1", "'a'", "None", "[]", "rows", "limit", "Point"]
MARKS = ["(", ")", ":", " ", "x", "=", "'", " + 1", ".a", "[0]"]


def statements(text: str) -> list[str]:
    """The texts of the statements of a program."""
    lines = text.split("\n")
    return [
        "\n".join(lines[min([s.lineno, *(d.lineno for d in getattr(s, "decorator_list", ()))]) - 1 :
                        s.end_lineno])
        for s in ast.parse(text).body
    ]


def edited(chance: random.Random, text: str) -> str:
    """The text after one edit."""
    lines = text.split("\n")
    words = list(re.finditer(r"\w+", text))
    kind = chance.random()
    if kind < 0.15:
        del lines[chance.randrange(len(lines))]
    elif kind < 0.25:
        lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    elif kind < 0.4:
        lines.insert(chance.randrange(len(lines)), chance.choice(LINES))
    elif kind < 0.75 and words:
        old = chance.choice(words)
        new = chance.choice(words).group() if chance.random() < 0.8 else chance.choice(WORDS)
        return text[: old.start()] + new + text[old.end() :]
    elif kind < 0.9:
        try:
            parts = statements(text)
        except SyntaxError:
            return text
        moved = parts.pop(chance.randrange(len(parts)))
        if chance.random() < 0.5:
            parts.insert(chance.randrange(len(parts) + 1), moved)
        return "\n".join(parts) + "\n"
    else:
        number = chance.randrange(len(lines))
        at = chance.randrange(len(lines[number]) + 1)
        lines[number] = lines[number][:at] + chance.choice(MARKS) + lines[number][at:]
    return "\n".join(lines)


def parses(text: str) -> bool:
    try:
        compile(text, "x", "exec", ast.PyCF_ONLY_AST)
    except (SyntaxError, ValueError):
        return False
    return True


class Pair:
    """A service, and its answers to a text as an edit and as a text that is new."""

    def __init__(self) -> None:
        self.service = Service()
        self.seconds = [0.0, 0.0]
        self.parts = 0

    def check(self, text: str) -> list[dict]:
        request = {"do": "check", "code": text, "stubs": {"": STUBS}, "earlier": [],
                   "select": None, "ignore": [], "levels": {}}  # fmt: skip
        return [found.to_dict() for found in self.service.check(request)]

    def both(self, text: str) -> tuple[list[dict], list[dict]]:
        memory = self.service.memory
        start = time.thread_time()
        as_edit = self.check(text)
        spent = time.thread_time() - start
        in_part = memory._whole is None and bool(memory._checked) and parses(text)
        memory.settle()
        self.service.memory = type(memory)()
        start = time.thread_time()
        anew = self.check(text)
        if in_part:
            self.parts += 1
            self.seconds[0] += spent
            self.seconds[1] += time.thread_time() - start
        self.service.memory = memory
        return as_edit, anew


def main() -> None:
    chance = random.Random(int(sys.argv[1]))
    left = int(sys.argv[2])
    slices.WORTH = 0.95  # in part wherever it can be
    sources = [path.read_text() for path in sorted(PROGRAMS.rglob("*.py"))]
    pair = Pair()
    while left > 0:
        kind = chance.random()
        text = TANGLED if kind < 0.6 else "\n".join(chance.sample(sources, 2)) if kind < 0.8 else (
            TANGLED + chance.choice(sources))
        for _ in range(min(25, left)):
            new = edited(chance, text)
            if not parses(new) and chance.random() < 0.75:
                continue
            left -= 1
            as_edit, anew = pair.both(new)
            if as_edit != anew:
                print("DIFFERENT", repr(text), "->", repr(new))
                print([one for one in as_edit if one not in anew])
                print([one for one in anew if one not in as_edit])
            text = new
    print(f"{pair.parts} checked in part: {pair.seconds[0]:.2f} s, as wholes {pair.seconds[1]:.2f} s",
          file=sys.stderr)


if __name__ == "__main__":
    main()
