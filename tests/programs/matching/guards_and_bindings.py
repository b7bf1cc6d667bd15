def f(x):
    match x:
        case [a, b] if a > b: r = "desc"
        case [a, b] if a < b: r = "asc"
        case [a, b]: r = "eq"
        case _: return "none"
    return r, a, b
print(f([2, 1]), f([1, 2]), f([1, 1]), f([1]))
def side(log):
    match 5:
        case n if log.append(n) or False: pass
        case n if log.append(n * 2) or True: return log
print(side([]))
class E(Exception): pass
def boom(): raise E("guard")
try:
    match 1:
        case x if boom(): pass
except E as e: print(e, x)
from enum import Enum
class Color(Enum):
    RED = 1
    BLUE = 2
def col(c):
    match c:
        case Color.RED: return "r"
        case Color.BLUE: return "b"
        case _: return "?"
print(col(Color.RED), col(Color.BLUE), col(1))
match {"k": [1, {"z": (2, 3)}]}:
    case {"k": [int(i), {"z": (j, 3 as three)}]}: print(i, j, three)
match [1, 2, 3, 4]:
    case [first, *mid, last] as whole: print(first, mid, last, whole)
class Ev:
    def __eq__(self, o): print("eq", o); return True
match Ev():
    case 5: print("matched by eq")
match "abc":
    case str() as s if len(s) == 3: print(s)
match [[1, 2], [3, 4]]:
    case [[a, b], [c, d]]: print(a * d - b * c)
