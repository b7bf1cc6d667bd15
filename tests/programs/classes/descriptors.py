class Data:
    def __get__(self, o, t): return ("data get", o is None, t.__name__)
    def __set__(self, o, v): print("data set", v)
    def __delete__(self, o): print("data delete")
class NonData:
    def __get__(self, o, t): return "nondata"
class SetOnly:
    def __set__(self, o, v): o.__dict__["s"] = ("via set", v)
class A:
    d = Data()
    n = NonData()
    s = SetOnly()
a = A()
a.__dict__.update(d=1, n=2)
print(a.d, a.n, A.d, A.n)
a.d = 5
del a.d
a.n = 3
print(a.n)
del a.n
print(a.n)
a.s = 4
print(a.s)
try: del a.s
except AttributeError as e: print(e)
class Broken:
    def __get__(self, o, t): raise AttributeError("broken get")
class B:
    b = Broken()
    def __getattr__(self, name): return "fallback " + name
print(B().b, hasattr(B(), "b"))
try: B.b
except AttributeError as e: print(e)
A.d = "replaced on the class"
print(A.d, a.d)
class Cached:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t=None):
        if o is None: return self
        v = o.__dict__[self.n] = self.f(o)
        return v
class C:
    @Cached
    def value(self): print("computed"); return 42
c = C()
print(c.value, c.value)
class Bound:
    def __get__(self, o, t): return lambda *a: ("bound", o is not None, a)
class D: m = Bound()
print(D().m(1), D.m(2))
class E: __len__ = Bound()
try: print(len(E()))
except TypeError as e: print(e)
