"""Random regular expressions on random texts, in the sandbox and in CPython's `re`.

    python tests/fuzz/regex.py --seconds 60 --seed 1

A seed gives the same cases on every machine. Patterns are made of all the syntax there is, some of
them broken; what is compared is what each method answers, or the error with its place.
"""

from __future__ import annotations

import argparse
import random
import time
import warnings
from typing import Any

import ringfence

PER_PROGRAM = 60

JUDGE = '''
import re

def spans(m):
    return None if m is None else (m.span(), m.regs, m.lastindex, m.lastgroup)

def judge(pattern, flags, text, template):
    try:
        p = re.compile(pattern, flags)
    except re.error as e:
        return ("error", str(e), e.pos)
    except Exception as e:
        return (type(e).__name__, str(e))
    out = [p.groups, dict(p.groupindex), p.flags]
    out.append(spans(p.match(text)))
    out.append(spans(p.fullmatch(text)))
    out.append(spans(p.search(text, 1)))
    out.append([spans(m) for m in p.finditer(text)])
    out.append(p.findall(text, 0, len(text) - 1))
    out.append(p.split(text, 3))
    try:
        out.append(p.subn(template, text))
    except (re.error, IndexError) as e:
        out.append((type(e).__name__, str(e)))
    return out

def guarded(*case):
    try:
        return judge(*case)
    except SystemError:
        return "broken"

[guarded(*case) for case in cases]
'''

LITERALS = [*"aabbcAB1_ -\n", "é", "İ", "ſ", "K", "я", "Я", "日", "𝒳", "ß"]
CLASSES = ["\\w", "\\W", "\\d", "\\D", "\\s", "\\S", "."]
PLACES = ["^", "$", "\\b", "\\B", "\\A", "\\Z"]
REPEATS = ["*", "+", "?", "{2}", "{1,2}", "{0,1}", "{,2}", "{1,}", "{2,3}"]
BROKEN = ["(", ")", "[", "*", "(?", "(?P<", "\\", "(?<a)", "[b-a]", "{2,1}", "(?z)", "\\q", "(?i)",
          "(?P=x)", "(?(9)a)", "\\9", "(?P<1>a)", "x**", "(?-i)", "(?a-u:b)", "\\x1", "[\\d-a]"]
TEMPLATES = ["", "x", "<\\g<0>>", "\\1", "[\\g<n>]", "\\n\\\\", "\\2-\\1", "\\07", "\\q", "\\g<1"]


class Maker:
    """Makes one pattern."""

    def __init__(self, chance: random.Random, plain: bool) -> None:
        self.chance = chance
        self.plain = plain
        self.groups = 0

    def literal(self) -> str:
        return self.chance.choice(LITERALS[:12] if self.plain else LITERALS)

    def members(self) -> str:
        chance = self.chance
        out = "[" + chance.choice(["", "", "^"])
        for _ in range(chance.randint(1, 3)):
            kind = chance.random()
            if kind < 0.5:
                out += chance.choice(["a", "b", "A", "1", "_", " ", "é", "я"][:6 if self.plain else 8])
            elif kind < 0.75:
                out += chance.choice(["a-c", "A-B", "0-9", "a-z", "А-я", "!-~"][:4 if self.plain else 6])
            else:
                out += chance.choice(CLASSES[:6])
        return out + "]"

    def atom(self, depth: int) -> str:
        chance = self.chance
        kind = chance.random()
        if depth <= 0 or kind < 0.38:
            return self.literal()
        if kind < 0.46:
            return chance.choice(CLASSES)
        if kind < 0.55:
            return self.members()
        if kind < 0.68:
            self.groups += 1
            name = "?P<n>" if chance.random() < 0.1 else ""
            return f"({name}{self.alternatives(depth - 1)})"
        if kind < 0.76:
            return f"(?:{self.alternatives(depth - 1)})"
        if kind < 0.80:
            return f"(?{chance.choice(['=', '!'])}{self.alternatives(depth - 1)})"
        if kind < 0.83:
            behind = "".join(self.literal() for _ in range(chance.randint(1, 2)))
            return f"(?<{chance.choice(['=', '!'])}{behind})"
        if kind < 0.86:
            return f"(?>{self.alternatives(depth - 1)})"
        if kind < 0.89 and self.groups:
            return f"\\{chance.randint(1, self.groups)}"
        if kind < 0.92 and self.groups:
            group = chance.randint(1, self.groups)
            return f"(?({group}){self.sequence(depth - 1)}|{self.sequence(depth - 1)})"
        if kind < 0.95:
            flags = chance.choice(["i", "s", "m", "a" if self.plain else "i", "-i", "i-s"])
            return f"(?{flags}:{self.alternatives(depth - 1)})"
        return chance.choice(PLACES)

    def sequence(self, depth: int) -> str:
        chance = self.chance
        out = ""
        for _ in range(chance.choice([0, 1, 1, 2, 2, 3])):
            before = self.groups
            out += self.atom(depth)
            if chance.random() < 0.35:
                # CPython's own module leaves stale groups behind in possessive loops
                firm = "+" if self.groups == before else ""
                out += chance.choice(REPEATS) + chance.choice(["", "", "?", firm])
        if chance.random() < 0.008:
            out += chance.choice(BROKEN)
        return out

    def alternatives(self, depth: int) -> str:
        return "|".join(self.sequence(depth) for _ in range(self.chance.choice([1, 1, 1, 2, 3])))


def make_case(chance: random.Random) -> tuple[Any, int, Any, Any]:
    """One pattern with flags, a text and a template."""
    in_bytes = chance.random() < 0.15
    maker = Maker(chance, in_bytes or chance.random() < 0.6)
    pattern = maker.alternatives(3)
    flags = 0
    for flag in (2, 2, 8, 16, 64, 256):
        if chance.random() < 0.12:
            flags |= flag
    n = chance.randint(0, 12)
    text = "".join(maker.literal() for _ in range(n))
    template = chance.choice(TEMPLATES)
    if in_bytes:
        return pattern.encode(), flags, text.encode(), template.encode()
    return pattern, flags, text, template


def mismatches(seed: int) -> list[str]:
    """Differences among the cases of one seed, each as text."""
    chance = random.Random(seed)
    cases = [make_case(chance) for _ in range(PER_PROGRAM)]
    source = f"cases = {cases!r}\n{JUDGE}"
    namespace: dict[str, Any] = {}
    body, last = source.rsplit("\n\n", 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(body, namespace)
        wanted = eval(last, namespace)
    found = ringfence.Monty(source).run()
    return [
        f"{case!r}\n  CPython   {a!r}\n  ringfence {b!r}"
        for case, a, b in zip(cases, wanted, found, strict=True)
        if a != "broken" and repr(a) != repr(b)  # some patterns break CPython's own module
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--most", type=int, default=5)
    options = parser.parse_args()
    end = time.monotonic() + options.seconds
    seed, n_cases, shown = options.seed, 0, 0
    while time.monotonic() < end and shown < options.most:
        for text in mismatches(seed):
            print(f"seed {seed}: {text}")
            shown += 1
        n_cases += PER_PROGRAM
        seed += 1
    print(f"{n_cases} cases, {shown} differences; next seed {seed}")


if __name__ == "__main__":
    main()
