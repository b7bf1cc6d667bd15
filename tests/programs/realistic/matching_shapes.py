"""Structural matching: an algebraic simplifier, commands, json shapes."""
from __future__ import annotations
from typing import NamedTuple, Union


class Num(NamedTuple):
    n: float


class Var(NamedTuple):
    name: str


class Op(NamedTuple):
    sign: str
    a: object
    b: object


def simplify(e):
    match e:
        case Op(s, a, b):
            match Op(s, simplify(a), simplify(b)):
                case Op("+", Num(0), x) | Op("+", x, Num(0)) | Op("*", Num(1), x) | Op("*", x, Num(1)):
                    return x
                case Op("*", Num(0), _) | Op("*", _, Num(0)):
                    return Num(0)
                case Op("+", Num(x), Num(y)):
                    return Num(x + y)
                case Op("*", Num(x), Num(y)):
                    return Num(x * y)
                case Op("+", x, y) if x == y:
                    return Op("*", Num(2), x)
                case other:
                    return other
        case _:
            return e


def derive(e, v):
    match e:
        case Num():
            return Num(0)
        case Var(name):
            return Num(int(name == v))
        case Op("+", a, b):
            return Op("+", derive(a, v), derive(b, v))
        case Op("*", a, b):
            return Op("+", Op("*", derive(a, v), b), Op("*", a, derive(b, v)))


def show(e):
    match e:
        case Num(n): return str(n)
        case Var(x): return x
        case Op(s, a, b): return f"({show(a)} {s} {show(b)})"


x = Var("x")
e = Op("+", Op("*", x, x), Op("*", Num(3), Op("+", x, Num(0))))
print(show(e), "|", show(simplify(e)), "|", show(simplify(derive(e, "x"))))


def command(line):
    match line.split():
        case []:
            return "nothing"
        case ["go", ("north" | "south") as way]:
            return f"going {way}"
        case ["take", thing, *rest] if not rest or rest[0] == "now":
            return f"took {thing} {len(rest)}"
        case ["drop", *things]:
            return f"dropped {things}"
        case [word]:
            return f"{word}?"
        case _:
            return "what?"


for line in ("", "go north", "go up", "take lamp", "take lamp now", "take a b", "drop a b c", "look"):
    print(repr(line), command(line))


def shape(v):
    match v:
        case {"type": "circle", "r": int(r) | float(r)}: return 3 * r * r
        case {"type": "rect", "size": [w, h], **rest}: return w * h, rest
        case {}if not v: return "empty"
        case bool(): return "bool"
        case int(n) if n < 0: return "negative"
        case int() | float(): return "number"
        case str() as s: return s[:1]
        case None: return "none"
        case [[a, b], *_]: return a + b
        case (1, _, 3): return "one-three"
        case [*_, last]: return last
        case _: return type(v).__name__


print([shape(v) for v in ({"type": "circle", "r": 2}, {"type": "rect", "size": (2, 3), "c": 1}, {}, True, -1, 2.5, "hey", None, [[1, 2], 3], (1, 0, 3), [5, 6], set())])
