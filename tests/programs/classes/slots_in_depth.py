"""__slots__: layout, inheritance, conflicts, descriptors of slots."""


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y=0):
        self.x, self.y = x, y


class Point3(Point):
    __slots__ = ("z",)


class Loose(Point):
    pass


class WithDict:
    __slots__ = ("a", "__dict__")


class Mangled:
    __slots__ = ("__secret", "open")

    def __init__(self):
        self.__secret = 1


class Single:
    __slots__ = "only"


class FromDict:
    __slots__ = {"n": "the number", "m": None}


p = Point(1)
print(p.x, p.y, hasattr(p, "__dict__"), Point.__slots__, type(Point.x).__name__, Point.x.__name__)
for attempt in (lambda: setattr(p, "w", 1), lambda: Point3(1).z, lambda: delattr(p, "q"), lambda: p.__dict__, lambda: vars(p), lambda: setattr(Point3(1), "w", 2)):
    try:
        print(attempt())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
q = Point3(1, 2)
q.z = 3
print(q.x, q.y, q.z, Point3.__slots__, hasattr(q, "__dict__"))
l = Loose(4)
l.extra = 5
print(l.__dict__, l.x)
w = WithDict()
w.a, w.b = 1, 2
print(w.__dict__, w.a)
m = Mangled()
print(m._Mangled__secret, Mangled.__slots__, sorted(n for n in dir(m) if not n.startswith("__")))
s = Single()
s.only = "one"
f = FromDict()
f.n = 5
print(s.only, f.n, FromDict.__slots__)
del p.x
try:
    p.x
except AttributeError as error:
    print(error)
Point.x.__set__(p, 9)
print(Point.x.__get__(p), Point.x.__get__(None, Point) is Point.x)
Point.x.__delete__(p)
print(hasattr(p, "x"))
for text in ("class A: __slots__ = ('x',); x = 1", "class A: __slots__ = ('1x',)", "class A: __slots__ = (1,)", "class A(int): __slots__ = ('x',)", "class A(tuple): __slots__ = ('x',)", "class A: __slots__ = ('a', 'a')", "class B1: __slots__ = ('x',)\nclass B2: __slots__ = ('y',)\nclass C(B1, B2): pass", "class A(str): __slots__ = ()\na = A('s')\na.x = 1", "class A: __slots__ = ('__dict__', '__dict__')", "class A:\n    __slots__ = ()\nA().x = 1"):
    try:
        exec(text)
        print("fine", text[:40])
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)


class Meter:
    __slots__ = ("_n",)

    def __init__(self):
        self._n = 0

    @property
    def n(self):
        return self._n

    def __iadd__(self, k):
        self._n += k
        return self

    def __eq__(self, other):
        return self._n == other._n


meter = Meter()
meter += 5
print(meter.n, meter == Meter(), Meter.__hash__)
import copy
print(copy.copy(q).z, copy.deepcopy(q).x, copy.copy(w).b)
