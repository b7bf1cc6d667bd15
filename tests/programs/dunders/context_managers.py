class M:
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self): print("enter", self.name); return self.name.upper()
    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind.__name__ if kind else None, value, trace is not None)
        return self.swallow
with M("a") as x, M("b", True) as y:
    print(x, y)
    raise ValueError("oops")
with (M("c"), M("d") as z):
    print(z)
def f():
    with M("f"):
        return "returned"
print(f())
for i in range(3):
    with M(str(i)):
        if i == 1: break
        continue
class N: pass
class O:
    def __enter__(self): pass
for cls in (N, O):
    try:
        with cls(): pass
    except TypeError as e: print(e)
    except AttributeError as e: print("A", e)
class P:
    def __exit__(self, *a): pass
try:
    with P(): pass
except TypeError as e: print(e)
class Q:
    def __enter__(self): raise KeyError("enter")
    def __exit__(self, *a): print("never")
try:
    with M("outer"), Q(): print("never")
except KeyError as e: print(repr(e))
with M("p") as (a, *b): print(a, b)
