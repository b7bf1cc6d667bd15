class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
class Q(P):
    @property
    def z(self): return 9
def f(v):
    match v:
        case None: return "none"
        case True | False: return "bool"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return "num"
        case str(s): return "s " + s
        case []: return "empty"
        case [x]: return f"one {x}"
        case [x, *rest, y] if len(rest) > 2: return f"long {rest}"
        case (a, b, *_): return f"seq {a} {b}"
        case {"k": k, **rest}: return f"map {k} {rest}"
        case {}: return "anymap"
        case Q(1, y, z=9): return f"Q {y}"
        case P(0, y): return f"P0 {y}"
        case P(x=x, y=[a, b]): return f"Pxy {x} {a} {b}"
        case P(): return "P"
        case set(): return "set"
    return "other"
for v in (None, True, 5, 500, 1.5, "q", [], [1], (1, 2), [1, 2, 3, 4, 5], range(3), {"k": 1, "z": 2}, {"a": 1}, P(0, 2), P(1, [3, 4]), P(1, 2), Q(1, 7), {1}, b"x", bytearray(b"x"), object()):
    print(f(v))
class L(list): pass
class D(dict): pass
print(f(L([1])), f(D(k=2)), f(type("X", (), {})()))
def t(g):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
def bad1():
    match P(1, 2):
        case P(1, 2, 3): pass
def bad2():
    match 5:
        case int(1, 2): pass
def bad3():
    match P(1, 2):
        case P(1, x=1): pass
def bad4():
    class R: __match_args__ = [1]
    match R():
        case R(1): pass
def bad5():
    class R: __match_args__ = (1,)
    match R():
        case R(1): pass
def bad6():
    x = 5
    match 5:
        case x.y(): pass
def bad7():
    class R: pass
    match R():
        case R(1): pass
for b in (bad1, bad2, bad3, bad4, bad5, bad6, bad7): t(b)
class MM:
    def __getitem__(self, k): return k
    def get(self, k, d=None): return {"a": 1}.get(k, d)
    def keys(self): return ["a"]
def g(v):
    match v:
        case {"a": x}: return x
    return "no"
print(g(MM()), g({"a": 3}))
