class A:
    """doc"""
    x = 1
    y = x + 1
    z = [i for i in range(3)]
    def __init__(self, v=x): self.v = v
    def get(self): return self.v, __class__.__name__
    @property
    def p(self): return self.v
    @p.setter
    def p(self, v): self.v = v
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return cls.__name__, a
    class Inner:
        w = 5
        def f(self): return __class__
class B(A):
    def __init__(self, v):
        super().__init__(v)
        self.k = [super(B, self).get() for _ in range(1)]
    def get(self): return ("B",) + super().get()
    def cell(self):
        def inner(): return self.v, super(__class__, self).get()
        return inner()
b = B(4)
b.p = 9
print(A.__doc__, A.y, A.z, b.get(), b.p, b.s(1), b.c(2), A.Inner().f().__qualname__, b.k, b.cell(), A.__module__, A.get.__qualname__)
# ----
class M(type):
    def __new__(m, n, b, ns, **k):
        print(n, sorted(x for x in ns if not x.startswith("__")), k)
        return super().__new__(m, n, b, ns)
    def __init__(c, *a, **k): super().__init__(*a)
    @classmethod
    def __prepare__(m, n, b, **k): return {"pre": 1}
class C(metaclass=M, opt=1):
    a = pre
    def f(self): pass
bases = (C,)
class D(*bases, **{"opt": 2}): b = C.a
def deco(n):
    def d(x):
        print("deco", n, x.__name__)
        return x
    return d
@deco(1)
@deco(2)
class E: pass
@deco(3)
@deco(4)
def f(a=deco(5)(E)): pass
# ----
class P:
    __slots__ = ("__a",)
    def __init__(self): self.__a = 1
    def get(self): return self.__a, P._P__a.__name__
    def __priv(self, __x=1): return __x
    def call(self): return self.__priv(), self._P__priv(2)
p = P()
print(p.get(), p._P__a, p.call())
x = "global"
def outer():
    x = "outer"
    class K:
        print(x)
        y = [x for _ in range(1)]
        def f(self): return x
    class L:
        x = "class"
        y = [x for _ in range(1)]
        z = x
        def f(self): return x
    class N:
        nonlocal x
        x = "changed"
    return K.y, K().f(), L.y, L.z, L().f(), x, hasattr(N, "x")
print(outer())
class Q:
    x = 3
    y = (lambda: x)()
    a: int
    b: str = "s"
    if x: c: float = 1.0
    def m(self):
        return x
    for i in range(2): pass
    del x
print(Q.y, Q.__annotations__, Q().m(), Q.i, hasattr(Q, "x"))
class R:
    def a(): return 1
    b = a()
    c = [q * b for q in [b, 2] if q] if b else 0
