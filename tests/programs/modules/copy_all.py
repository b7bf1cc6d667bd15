import copy
import collections
import dataclasses
import enum
import types

for value in [1, 2.5, "s", b"b", None, True, (1, 2), frozenset({1}), range(3), len, int, ..., 1j, slice(1, 2)]:
    print(repr(value), copy.copy(value) is value or copy.copy(value) == value, copy.deepcopy(value) == value)
a = [1, [2, 3], {"k": [4]}, {5}, bytearray(b"x")]
b, c = copy.copy(a), copy.deepcopy(a)
print(b == a, b[1] is a[1], c == a, c[1] is a[1], c[2]["k"] is a[2]["k"], c[4] is a[4])
loop = [1]
loop.append(loop)
d = copy.deepcopy(loop)
print(d[1] is d, d is not loop)
shared = [1]
pair = copy.deepcopy([shared, shared])
print(pair[0] is pair[1])
t = ([1], 2)
print(copy.deepcopy(t)[0] is t[0], copy.deepcopy((1, (2, 3))) == (1, (2, 3)))

class Plain:
    def __init__(self, x): self.x = x; self.items = [x]
p = Plain(1)
q, r = copy.copy(p), copy.deepcopy(p)
print(type(q) is Plain, q.items is p.items, r.items is p.items, r.items)

class Slots:
    __slots__ = ("a", "b")
s = Slots(); s.a = [1]
print(copy.copy(s).a is s.a, copy.deepcopy(s).a is s.a, hasattr(copy.copy(s), "b"))

class Both(Slots):
    def __init__(self): self.a = 1; self.c = [2]
print(vars(copy.deepcopy(Both())), copy.deepcopy(Both()).a)

class Custom:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return ("deep", type(memo) is dict)
print(copy.copy(Custom()), copy.deepcopy(Custom()), copy.deepcopy([Custom()]))

class Reduces:
    def __init__(self, n): self.n = n
    def __reduce__(self): return (Reduces, (self.n + 1,))
print(copy.copy(Reduces(1)).n, copy.deepcopy(Reduces(1)).n)

class State:
    def __getstate__(self): return {"saved": 1}
    def __setstate__(self, state): self.restored = state
print(copy.copy(State()).restored, copy.deepcopy(State()).restored)

class NewArgs(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    def __getnewargs__(self): return tuple(self)
print(copy.copy(NewArgs(1, 2)), type(copy.deepcopy(NewArgs([1], 2))))

class L(list):
    def __init__(self, *a): super().__init__(*a); self.tag = ["t"]
l = L([1, [2]])
m = copy.deepcopy(l)
print(m, m.tag, m.tag is l.tag, m[1] is l[1], type(m), copy.copy(l).tag is l.tag)
class D(dict): pass
e = D(a=[1]); e.extra = 1
print(copy.deepcopy(e), copy.deepcopy(e).extra, copy.copy(e)["a"] is e["a"])

class MyError(Exception):
    def __init__(self, a, b): super().__init__(a, b); self.b = [b]
x = MyError(1, 2)
x.note = ["n"]
y = copy.deepcopy(x)
print(type(y), y.args, y.b, y.note, y.note is x.note, repr(copy.copy(ValueError("v", 1))), copy.copy(KeyError("k")).args)
print(copy.copy(StopIteration(5)).value, copy.deepcopy(OSError(2, "no", "f")).filename, copy.copy(UnicodeDecodeError("utf-8", b"x", 0, 1, "r")).reason)

Point = collections.namedtuple("Point", "x y")
print(copy.copy(Point(1, [2])), copy.deepcopy(Point(1, [2])), copy.deepcopy(collections.OrderedDict(a=[1])), copy.deepcopy(collections.defaultdict(list, {1: [2]})), copy.copy(collections.deque([1, 2], 5)), copy.deepcopy(collections.Counter("aab")), copy.deepcopy(collections.ChainMap({"a": 1})))
@dataclasses.dataclass
class DC:
    a: list
    b: "DC" = None
dc = DC([1], DC([2]))
print(copy.deepcopy(dc), copy.deepcopy(dc).b is dc.b, copy.copy(dc).b is dc.b, copy.deepcopy(dc) == dc)
@dataclasses.dataclass(frozen=True)
class FZ:
    a: list
print(copy.deepcopy(FZ([1])), copy.copy(FZ([1])))
class Color(enum.Enum):
    RED = 1
print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED, copy.copy(types.SimpleNamespace(a=1)), copy.deepcopy(types.SimpleNamespace(a=[1])))
def f(): pass
print(copy.copy(f) is f, copy.deepcopy(f) is f, copy.deepcopy({"f": f, "m": [].append.__name__}) == {"f": f, "m": "append"})
class M:
    def __init__(self): self.v = [1]
    def get(self): return self.v
meth = copy.deepcopy(M().get)
print(meth())
memo = {}
inner = [1]
copy.deepcopy([inner], memo)
print(memo[id(inner)] == inner, copy.Error is copy.error)
for bad in [lambda: copy.copy((i for i in ())), lambda: copy.deepcopy(iter([1]).__class__ and (i for i in ()))]:
    try:
        bad()
    except TypeError as e:
        print(e)
@property
def prop(self): pass
print(copy.deepcopy(prop) is prop)
