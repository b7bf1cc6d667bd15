class A:
    def __init__(self): self._x = 0
    @property
    def x(self):
        "the x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): self._x = None
    @property
    def ro(self): return 1
    wo = property(None, lambda self, v: print("wo", v), doc="write only")
a = A()
a.x = 5
print(a.x, A.x.__doc__, A.wo.__doc__)
del a.x
print(a.x)
a.wo = 3
for f in (lambda: a.wo, lambda: setattr(a, "ro", 1), lambda: delattr(a, "ro"), lambda: delattr(a, "wo")):
    try: print(f())
    except AttributeError as e: print(e)
print(A.x.fget(a), A.x.fset, A.ro.fset, A.ro.fdel) if False else print(A.x.fget(a), A.ro.fset, A.ro.fdel, type(A.x))
p = property(lambda s: 1)
print(p.__get__(None, A) is p, p.__get__(a, A), isinstance(p, property))
class B(A):
    @A.x.getter
    def x(self): return "B:" + str(self._x)
b = B()
b.x = 7
print(b.x)
class C(A):
    @property
    def x(self): return super().x
    @x.setter
    def x(self, v): A.x.fset(self, v * 2)
c = C()
c.x = 4
print(c.x)
class P2(property): pass
class D:
    @P2
    def v(self): return "sub"
print(D().v, type(D.v).__name__)
class E:
    @property
    def bad(self): raise AttributeError("inner")
    def __getattr__(self, n): return "got " + n
print(E().bad)
try: p.fget = 1
except AttributeError as e: print(e)
