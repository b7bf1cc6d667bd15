from dataclasses import *
from collections import namedtuple
@dataclass
class P:
    x: int
    y: int = 2
    tags: list = field(default_factory=list)
p = P(1); q = P(1, 2, []); print(p, p == q, p != P(2), P.__match_args__, P.__doc__, p.tags is q.tags)
p.x = 5; print(p, asdict(p), astuple(p), replace(p, y=9), [f.name for f in fields(P)], is_dataclass(P), is_dataclass(3))
for f in (lambda: P(), lambda: P(1,2,3,4), lambda: P(1, x=2), lambda: P(1, zz=3), lambda: hash(p), lambda: P(y=2), lambda: fields(3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = field(default="z", compare=False)
f = F(1); print(f, hash(f) == hash(F(1, "q")), F(1) < F(2), sorted([F(3), F(1)]), f == F(1, "x"))
try: f.a = 3
except FrozenInstanceError as e: print(type(e).__name__, e)
try: del f.a
except FrozenInstanceError as e: print(e)
try: F(1) < 3
except TypeError as e: print(e)
@dataclass
class B:
    a: int = 1
@dataclass
class C(B):
    b: int = 2
    def __post_init__(self): self.c = self.a + self.b
print(C(), C(3).c, C(b=5), C.__mro__[1].__name__)
@dataclass
class I:
    a: int
    v: InitVar[int] = 3
    def __post_init__(self, v): self.a += v
print(I(1), I(1, 10), I(1, v=7))
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
print(K(a=1))
for g in (lambda: K(1), lambda: K(b=1)):
    try: g()
    except TypeError as e: print(e)
@dataclass
class K2:
    a: int
    _: KW_ONLY
    b: int = 3
    c: int
print(K2(1, c=4), K2.__match_args__)
@dataclass(slots=True)
class S:
    a: int
    b: int = 4
    def total(self): return self.a + self.b
s = S(1); print(s, s.total(), S.__slots__, hasattr(s, "__dict__"))
try: s.zz = 1
except AttributeError as e: print(e)
try:
    @dataclass
    class Bad:
        a: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class Bad2:
        a: int = 1
        b: int
except TypeError as e: print(e)
@dataclass(eq=False)
class E: a: int
print(E(1) == E(1), isinstance(hash(E(1)), int))
@dataclass(unsafe_hash=True)
class U: a: int
print(hash(U(1)) == hash((1,)))
@dataclass
class Node:
    v: int
    kids: "list[Node]" = field(default_factory=list, repr=False)
    d: dict = field(default_factory=dict)
n = Node(1, [Node(2)], {"k": Node(3)}); print(n, asdict(n), astuple(n))
@dataclass
class R:
    me: object = None
r = R(); r.me = r; print(r)
D = make_dataclass("D", [("x", int), ("y", int, field(default=5))]); print(D(1), D(1) == D(1, 5))
match P(1, 2):
    case P(x, y): print("m", x, y)
@dataclass
class H:
    a: int
    def __repr__(self): return "custom"
    def __eq__(self, o): return True
print(H(1), H(1) == 5)
@dataclass
class N2:
    a: int = field(init=False)
    b: int = field(default=1, init=False)
n2 = N2(); print(n2.b, hasattr(n2, "a"))
try: replace(n2, b=3)
except ValueError as e: print(e)
@dataclass
class Sub(P):
    z: int = 0
    x: float = 1.5
print(Sub(), Sub.__init__.__annotations__, Sub.__init__.__qualname__)
@dataclass(frozen=True, slots=True)
class FS:
    a: int
    b: tuple = ()
print(FS(1), hash(FS(1)) == hash((1, ())), replace(FS(1), a=2))
