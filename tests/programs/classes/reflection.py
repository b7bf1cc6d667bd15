def t(f):
    try: print("->", f())
    except Exception as e: print(type(e).__name__, e)
# attributes of functions etc
def f(a, b=1, *, c=2) -> int:
    "doc of f"
    x = 1
    return x
f.attr = 5
print(f.__name__, f.__qualname__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__module__, f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_varnames, f.__closure__)
f.__name__ = "g"; f.__defaults__ = (9,); print(f.__name__, f(1)); del f.attr; t(lambda: f.attr)
f.__doc__ = None; print(f.__doc__)
class A:
    "doc of A"
    v: int = 3
    def m(self, x=1):
        "doc m"
    def __call__(self): return "called"
a = A()
print(a.m.__name__, a.m.__doc__, a.m.__func__ is A.m, a.m.__self__ is a, a.m == a.m, a.m is a.m, hash(a.m) == hash(a.m), A.m.__qualname__, A.__doc__, A.__annotations__, A.__module__, A.__bases__, A.__base__, A.__qualname__, a.__doc__, a.__class__, a.__module__)
print(sorted(vars(A)), A.__dict__["v"], type(A.__dict__).__name__, "m" in A.__dict__)
print([n for n in dir(a) if not n.startswith("__")], [n for n in dir(A) if n in ("__init__", "__class__", "m", "v")])
print(callable(a), callable(A), callable(5), a())
t(lambda: setattr(a.m, "x", 1)); t(lambda: a.m.nope)
print(len.__name__, len.__module__, [].append.__name__, [].append.__self__, list.append.__name__, list.append.__qualname__, len, list.append, str.join)
print(type(len).__name__, type([].append).__name__, type(list.append).__name__, type(A.m).__name__, type(a.m).__name__, type(f.__code__).__name__, type(A.__dict__["v"]).__name__, type(type).__name__, type(None).__name__, type(...).__name__, type(NotImplemented).__name__)
# instances and __dict__
a.x = 1; a.y = 2; del a.x; a.z = 3; print(a.__dict__, vars(a)); a.__dict__["w"] = 9; print(a.w); a.__dict__ = {"q": 1}; print(a.q, a.__dict__); t(lambda: a.y)
class B:
    def m(self): return "B.m"
a.__class__ = B; print(a.m(), type(a), a.q)
A.added = lambda self: "added"; A.v = 100; print(A().added(), A().v); del A.added; t(lambda: A().added)
class Ctr:
    n = 0
    def inc(self): Ctr.n += 1; return Ctr.n
c = Ctr(); print([c.inc() for _ in range(5)], c.n)
# many attributes
class Many: pass
m = Many()
for i in range(100): setattr(m, f"a{i}", i)
print(sum(getattr(m, f"a{i}") for i in range(100)), len(m.__dict__), list(m.__dict__)[:3], m.a99)
m2 = Many(); m2.a = 1; m2.b = 2; m2.c = 3; m2.d = 4; m2.e = 5; m2.f = 6; m3 = Many(); m3.a = 1; m3.f = 7; print(m2.f, m3.f, m2.__dict__, m3.__dict__)
# super
class X:
    def __init__(self): self.log = ["X"]
    def go(self): return "X"
class Y(X):
    def __init__(self): super().__init__(); self.log.append("Y")
    def go(self): return "Y" + super().go()
class Z(X):
    def __init__(self): super().__init__(); self.log.append("Z")
    def go(self): return "Z" + super().go()
    @classmethod
    def mk(cls): return cls.__name__
class W(Y, Z):
    def __init__(self): super().__init__(); self.log.append("W")
    def go(self): return "W" + super().go()
    @classmethod
    def mk(cls): return "W" + super().mk()
    @staticmethod
    def st(): return __class__.__name__
    @property
    def pr(self): return super().go
w = W(); print(w.log, w.go(), W.mk(), w.mk(), W.st(), w.pr(), [k.__name__ for k in W.__mro__], super(Y, w).go(), super(W, W).mk())
t(lambda: super(W, w).nope); t(lambda: super(X, w).go())
print(super(Y, w), W.__bases__, W.mro() == list(W.__mro__))
# type()
T = type("T", (X,), {"k": 5, "hi": lambda self: "hi " + str(self.k)}); print(T, T().hi(), T.__name__, T.__module__, T().log)
T.__name__ = "T2"; print(T, T.__name__); T.__qualname__ = "Q"; print(T)
# isinstance with __class__, unions, tuples
print(isinstance(1, int | str), isinstance("a", int | str), isinstance(1.5, (int, (str, float))), issubclass(bool, (int,)), issubclass(bool, int | None), isinstance(None, int | None), int | str, int | None, isinstance(True, int), list[int], dict[str, list[int]])
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(), int), type(Fake()).__name__, Fake().__class__)
class Inst(type):
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return o is int
class IC(metaclass=Inst): pass
print(isinstance(5, IC), isinstance(6, IC), issubclass(int, IC), issubclass(str, IC), isinstance(6, (str, IC)), isinstance(IC(), IC))
# getattr/hasattr
print(getattr(w, "log"), getattr(w, "zz", "dflt"), hasattr(w, "go"), hasattr(w, "zz"), getattr(5, "real"), (5).real, (5).__class__, "a".__class__.__name__)
class Bad:
    @property
    def p(self): raise ValueError("boo")
    @property
    def q(self): raise AttributeError("boo q")
t(lambda: Bad().p); t(lambda: hasattr(Bad(), "q")); t(lambda: hasattr(Bad(), "p")); t(lambda: getattr(Bad(), "q", 1)); t(lambda: Bad().q)
# class with __new__
class Single:
    _i = None
    def __new__(cls, *a):
        if cls._i is None: cls._i = super().__new__(cls); cls._i.n = 0
        return cls._i
    def __init__(self, *a): self.n += 1
Single(); Single(1); print(Single().n, Single() is Single())
class Other:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Other())
t(lambda: object.__new__(A, 1)); t(lambda: object().x)
# format, str, repr errors
class R:
    def __repr__(self): return 5
class S:
    def __str__(self): return 5
class F:
    def __format__(self, s): return 5
t(lambda: repr(R())); t(lambda: str(S())); t(lambda: f"{F()}"); t(lambda: str(R())); t(lambda: f"{R()!r}"); t(lambda: "%s" % S()); t(lambda: print(S())); t(lambda: [R()].__repr__())
class MyInt(int):
    def __str__(s): return "mine"
print(f"{MyInt(5)}", f"{MyInt(5):3}", format(MyInt(5)), "%s %d" % (MyInt(5), MyInt(6)), "{}".format(MyInt(1)))
# nested classes, locals
def outer():
    class In:
        class Deep: pass
        def me(self): return __class__
    return In
print(outer(), outer().Deep, outer()().me(), outer().__qualname__)
# class body scope
y = "global"
class Sc:
    y = "class"
    z = [y for _ in range(1)]
    def g(self): return y
    w = y
print(Sc.z, Sc().g(), Sc.w)
# private names
class Pr:
    __x = 1
    def get(self): return self.__x
    def __hid(self): return "hid"
    def call(self): return self.__hid()
print(Pr().get(), Pr._Pr__x, Pr().call()); t(lambda: Pr.__x)
# decorators on classes and methods
def deco(c): c.tag = "t"; return c
@deco
class De: pass
print(De.tag)
class CM:
    @classmethod
    @property
    def cp(cls): return "cp" + cls.__name__
    s = staticmethod(len)
    b = len
    @staticmethod
    def sm(x): return x
    d = {"k": sm}
print(CM.s([1]), CM().s([1, 2]), CM.b([1]), CM().b([1, 2, 3]), CM.d["k"](5), CM.cp)
# __eq__/hash
class EqOnly:
    def __eq__(s, o): return True
t(lambda: {EqOnly(): 1}); print(EqOnly.__hash__)
class Both:
    def __init__(s, k): s.k = k
    def __eq__(s, o): return s.k == o.k
    def __hash__(s): return hash(s.k)
print(len({Both(1), Both(1), Both(2)}), {Both(1): "a"}[Both(1)], Both(1) in {Both(1)})
import types
