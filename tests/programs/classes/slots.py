class P:
    __slots__ = ("x", "y")
    def __init__(self, x): self.x = x
p = P(1)
print(p.x, P.x, type(P.x).__name__, P.__slots__)
for f in (lambda: p.y, lambda: setattr(p, "z", 1), lambda: p.__dict__, lambda: delattr(p, "y"), lambda: p.z):
    try: print(f())
    except AttributeError as e: print(e)
p.y = 2
del p.y
print(hasattr(p, "y"))
class Q(P): pass
q = Q(1)
q.z = 5
print(q.z, q.__dict__, q.x)
class R(P):
    __slots__ = ("w", "__dict__")
r = R(1)
r.w, r.v = 1, 2
print(r.__dict__)
class S:
    __slots__ = "single"
s = S()
s.single = 3
print(s.single)
for body in ("__slots__ = ('a',); a = 1", "__slots__ = (5,)", "__slots__ = ('1x',)", "__slots__ = ('a', 'a')", "__slots__ = ('__dict__', '__dict__')"):
    try:
        exec("class T:\n    " + body)
        print("ok")
    except (TypeError, ValueError) as e: print(e)
class M:
    __slots__ = ("__private",)
    def __init__(self): self.__private = 1
print(M()._M__private, M.__slots__)
class D:
    __slots__ = {"a": "doc a", "b": "doc b"}
d = D()
d.a = 1
print(d.a, D.a.__doc__, sorted(D.__slots__))
try:
    class X(P, S): pass
except TypeError as e: print(e)
class E(int):
    __slots__ = ()
try: E(1).x = 1
except AttributeError as e: print(e)
try:
    class F(int): __slots__ = ("x",)
except TypeError as e: print(e)
