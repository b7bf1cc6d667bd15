class A:
    x: int
    y: str = "a"
    z: "Forward" = None
    (w): int = 3
    def f(self, a: int, *b: str, c: list[int] = None, **d: dict) -> "A": pass
print(A.__annotations__, A.f.__annotations__, hasattr(A, "x"), A.w)
v: int = 5
u: list
print(__annotations__)
def g():
    local: int = 1
    other: undefined_name
    return locals()
print(g(), g.__annotations__)
class B(A):
    q: float
print(B.__annotations__)
class C: pass
print(C.__annotations__)
C.__annotations__["k"] = 1
print(C.__annotations__)
try: t: nope_name = 1
except NameError as e: print(e)
o = C()
o.attr: int = 5
d = {}
d["k"]: int = 6
print(o.attr, d, __annotations__)
lam = lambda x: x
print(lam.__annotations__)
g.__annotations__ = {"a": 1}
print(g.__annotations__)
try: g.__annotations__ = 5
except TypeError as e: print(e)
