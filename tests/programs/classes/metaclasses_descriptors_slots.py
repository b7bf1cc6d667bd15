def t(f):
    try:
        r = f()
        print("->", r)
    except Exception as e:
        print(type(e).__name__, e)

class M(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a, **k):
        print("call", cls.__name__, a, k)
        return super().__call__(*a, **k)
    @classmethod
    def __prepare__(m, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}
    def __len__(cls): return 42
    def __getitem__(cls, k): return (cls.__name__, k)
    def __iter__(cls): return iter([1, 2])
    def __contains__(cls, x): return x == 3
    def __getattr__(cls, n):
        if n.startswith("dyn"): return n.upper()
        raise AttributeError(n)
    @property
    def prop(cls): return "prop of " + cls.__name__
    def meth(cls): return "meth " + cls.__name__
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __eq__(cls, o): return cls is o
    def __hash__(cls): return 7

class A(metaclass=M, x=1):
    y = 2
    def __init__(self, *a, **k): self.a = a
class B(A, z=3): pass
a = A(1, 2, k=3)
print(a.a, len(A), A["q"], list(A), 3 in A, 4 in A, A.dynamic, A.prop, A.meth(), A, B, A.injected, B.prop)
t(lambda: A.nope); t(lambda: a.meth()); t(lambda: a.prop)
print(type(A), type(B), isinstance(A, M), issubclass(B, A), M.__mro__, hash(A))
print({A: 1}[A])

class Meta2(type): pass
t(lambda: type("X", (A,), {}, w=1))
def mk():
    class C(A, metaclass=Meta2): pass
t(mk)

class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Base.subs.append(cls.__name__)
class S1(Base, tag="one"): pass
class S2(S1): pass
print(Base.subs, S1.tag, S2.tag, Base.__subclasses__(), S1.__subclasses__())
def mk():
    class S3(Base, bad=1): pass
t(mk)

class D:
    def __set_name__(self, owner, name): print("set_name", owner.__name__, name); self.name = name
    def __get__(self, o, t=None): return ("get", self.name, o is None, t.__name__)
    def __set__(self, o, v): print("set", self.name, v); o.__dict__["_" + self.name] = v
    def __delete__(self, o): print("delete", self.name)
class ND:
    def __get__(self, o, t=None): return "nd"
class C:
    d = D(); e = D(); n = ND()
c = C()
print(c.d, C.e, c.n); c.d = 5; del c.e; c.n = 9; print(c.n, c.__dict__)
class GA:
    def __init__(self): self.x = 1
    def __getattribute__(self, n):
        if n == "magic": return "M"
        return super().__getattribute__(n)
    def __getattr__(self, n): return "ga " + n
    def m(self): return "m", self.x
g = GA(); print(g.magic, g.x, g.foo, g.m(), g.bar)
class SA:
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __delattr__(self, n): print("del", n); super().__delattr__(n)
s = SA(); s.x = 4; print(s.x); del s.x; t(lambda: s.x); t(lambda: delattr(s, "x"))
class PE:
    @property
    def p(self): raise AttributeError("inner")
    def __getattr__(self, n): return "fallback " + n
print(PE().p)
class Slots:
    __slots__ = ("a", "b", "__priv")
    def __init__(self): self.a = 1; self.__priv = 3
    def priv(self): return self.__priv
x = Slots(); print(x.a, x.priv(), Slots.a, sorted(Slots.__slots__)); t(lambda: x.b); t(lambda: setattr(x, "c", 1)); t(lambda: x.__dict__)
x.b = 5; print(x.b); del x.b; t(lambda: x.b); t(lambda: delattr(x, "b")); t(lambda: delattr(x, "zz"))
class Sub(Slots): pass
y = Sub(); y.c = 3; print(y.__dict__, y.a)
class Sub2(Slots):
    __slots__ = ["d"]
z = Sub2(); z.d = 1; z.a = 9; print(z.d, z.a, Sub2.__slots__); t(lambda: setattr(z, "e", 1))
