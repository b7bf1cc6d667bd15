from enum import *
import copy, string, types
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
print(Color.RED, repr(Color.RED), Color(2), Color["BLUE"], list(Color), Color.CRIMSON is Color.RED, len(Color), Color.RED.name, Color.RED.value, Color)
print(Color.RED == 1, Color.RED in Color, {Color.RED: "x"}, Color.__members__.keys(), isinstance(Color.RED, Color), f"{Color.RED:>12}|{Color.RED}")
for f in (lambda: Color(9), lambda: Color["NO"], lambda: setattr(Color, "RED", 3)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class A(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()
print(list(A))
class I(IntEnum):
    A = 1
    B = 2
print(I.A, repr(I.A), I.A + 1, I.B > I.A, I(1), f"{I.A}", "%d" % I.A, [10,20,30][I.A], sorted([I.B, I.A]), I.A == 1)
class S(StrEnum):
    FOO = auto()
    BAR = "bar!"
print(S.FOO, repr(S.FOO), S.FOO == "foo", S.BAR.upper(), f"{S.BAR}", S("foo"))
class Old(str, Enum):
    A = "a"
print(Old.A, repr(Old.A), Old.A == "a", f"{Old.A}", Old("a"))
class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(P.R | P.X, repr(P.R | P.W), P.RW, ~P.R, P.R & P.W, bool(P.R & P.W), P.R in P.RW, list(P), list(P.RW), P(0), P.R ^ P.RW, repr(P(5)), len(P.RW))
try: P(64)
except ValueError as e: print(e)
class F(IntFlag):
    A = 1
    B = 2
print(F.A | F.B, repr(F.A | F.B), F.A | 8, repr(F(11)), F.A + 1, ~F.A, repr(~F.A))
class Planet(Enum):
    EARTH = (5.9, 6.3)
    MARS = (6.4, 3.3)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return self.mass / self.radius
    @classmethod
    def first(cls): return cls.EARTH
    def describe(self): return self.name, self.value
print(Planet.EARTH.mass, Planet.EARTH.g, Planet.first(), Planet.MARS.describe(), Planet((6.4, 3.3)))
try:
    @unique
    class D(Enum):
        A = 1
        B = 1
except ValueError as e: print(e)
try:
    class E2(Color): X = 1
except TypeError as e: print(e)
Animal = Enum("Animal", "ANT BEE CAT"); print(list(Animal), Animal.BEE.value, Enum("Q", {"a": 5}).a, Enum("Q2", [("x", 1)]).x)
class M(Enum):
    A = "a"
    @classmethod
    def _missing_(cls, v): return cls.A if v == "zz" else None
    def __str__(self): return "str!" + self.value
print(M("zz"), M.A, f"{M.A}")
match Color.RED:
    case Color.GREEN: print("g")
    case Color.RED: print("r")
class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value]); obj._value_ = value; obj.label = label; return obj
    PX = (0, 'P.X'); PY = (1, 'P.Y')
print(Coord.PY, Coord.PY.label, Coord.PY.value, Coord(1))
class An(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return name.lower()
    NORTH = auto(); SOUTH = auto()
print(list(An), copy.deepcopy(An.NORTH) is An.NORTH, hash(An.NORTH) == hash(An.NORTH))
class N(Enum):
    A = 1
    def f(self): return N.A
    B = lambda self: 3
