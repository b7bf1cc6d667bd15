class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class C3(P): pass
def f(o):
    match o:
        case P(0, 0): return "origin"
        case P(x, 0) | P(0, x): return ("axis", x)
        case P(x=a, y=b) if a == b: return ("diag", a)
        case P(): return ("P", o.x)
        case int(n) if n > 5: return ("big", n)
        case int() | float(): return "num"
        case str(s): return ("str", s)
        case list([a, b]): return ("list", a, b)
        case dict(d): return ("dict", d)
        case bool(b): return b
        case (int(a), str(b)): return ("pair", a, b)
        case _: return "?"
for v in (P(0, 0), P(0, 3), P(4, 0), P(2, 2), P(1, 2), C3(0, 0), 7, 3, True, 2.5, "s", [1, 2], [1], {"a": 1}, (1, "b"), None): print(f(v))
class NoArgs: pass
class BadArgs: __match_args__ = "xy"
class BadItem: __match_args__ = (1,)
class Few: __match_args__ = ("a",)
def t(fn):
    try: print(fn())
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
def a():
    match NoArgs():
        case NoArgs(1): return 1
def b():
    match BadArgs():
        case BadArgs(1): return 1
def c():
    match BadItem():
        case BadItem(1): return 1
def d():
    match Few():
        case Few(1, 2): return 1
def e():
    match 5:
        case int(1, 2): return 1
def g():
    n = 5
    match 5:
        case n(): return 1
def h():
    match Few():
        case Few(a=1): return "no attr matched"
    return "no attribute is no error"
def i():
    match Few():
        case Few(1, a=2): return 1
for fn in (a, b, c, d, e, g, h, i): t(fn)
from dataclasses import dataclass
@dataclass
class D:
    a: int
    b: str = "x"
match D(1):
    case D(a, "x"): print("dataclass", a, D.__match_args__)
