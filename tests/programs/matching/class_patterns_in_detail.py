"""Class patterns over builtins, dataclasses, named tuples, enums, inheritance and custom __match_args__."""
import dataclasses
import enum
from collections import namedtuple


@dataclasses.dataclass
class Add:
    left: object
    right: object


@dataclasses.dataclass
class Num:
    value: float


@dataclasses.dataclass(kw_only=True)
class Neg:
    inner: object


Var = namedtuple("Var", "name")


class Op(enum.Enum):
    MUL = "*"
    DIV = "/"


class Binary:
    __match_args__ = ("op", "a", "b")

    def __init__(self, op, a, b):
        self.op, self.a, self.b = op, a, b


def simplify(node):
    match node:
        case Add(Num(0), x) | Add(x, Num(0)):
            return simplify(x)
        case Add(Num(a), Num(b)):
            return Num(a + b)
        case Add(left, right):
            return Add(simplify(left), simplify(right))
        case Neg(inner=Neg(inner=x)):
            return simplify(x)
        case Neg(inner=Num(value=v)):
            return Num(-v)
        case Binary(Op.MUL, Num(1), x) | Binary(Op.MUL, x, Num(1)):
            return simplify(x)
        case Binary(Op.DIV, _, Num(0)):
            return "division by zero"
        case Binary(op=op, a=Num() as a):
            return f"{op.name} of {a}"
        case Var(name=name) | Var(name):
            return f"variable {name}"
        case Binary():
            return "binary"
        case _:
            return node


for node in (Add(Num(0), Num(5)), Add(Num(2), Num(3)), Add(Var("x"), Num(0)), Add(Add(Num(1), Num(1)), Var("y")), Neg(inner=Neg(inner=Num(4))), Neg(inner=Num(7)), Neg(inner=Var("q")), Binary(Op.MUL, Num(1), Var("z")), Binary(Op.DIV, Var("a"), Num(0)), Binary(Op.MUL, Num(3), 5), Binary(Op.DIV, 1, 2), Var("w"), 9):
    print(simplify(node))
for value in (True, 5, 2.5, "s", b"b", [1], (1,), {1}, {"a": 1}, frozenset([1]), bytearray(b"c"), 1j, None):
    match value:
        case bool(b):
            print("bool", b)
        case int(i):
            print("int", i)
        case float(f) if f:
            print("float", f)
        case str(s) | bytes(s) | bytearray(s):
            print("text", s)
        case list(l) | tuple(l):
            print("sequence", l)
        case dict(d) | set(d) | frozenset(d):
            print("collection", d)
        case object(real=r):
            print("has real", r)
        case _:
            print("else", value)


class Plain:
    x = 1


class BadArgs:
    __match_args__ = "xy"


class NotText:
    __match_args__ = (1,)


class Dup:
    __match_args__ = ("x",)
    x = 1


def attempt(function):
    try:
        return function()
    except TypeError as error:
        return str(error)


def plain():
    match Plain():
        case Plain(1):
            return "matched"


def bad():
    match BadArgs():
        case BadArgs(1):
            return "matched"


def not_text():
    match NotText():
        case NotText(1):
            return "matched"


def dup():
    match Dup():
        case Dup(1, x=1):
            return "matched"


def too_many():
    match Dup():
        case Dup(1, 2):
            return "matched"


def too_many_int():
    match 5:
        case int(1, 2):
            return "matched"


def no_class():
    kind = 5
    match 5:
        case kind():
            return "matched"


def missing_attribute():
    match Dup():
        case Dup(nope=1):
            return "matched"
    return "no"


for function in (plain, bad, not_text, dup, too_many, too_many_int, no_class, missing_attribute):
    print(function.__name__, attempt(function))
