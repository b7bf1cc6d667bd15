class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case 0 | 1: return "small"
        case -5: return "minus"
        case "s": return "str"
        case None: return "none"
        case True: return "true"
        case []: return "empty"
        case [1, x] if x > 5: return "big", x
        case [1, x] | [x, 1]: return "one", x
        case [a, *rest, b] if a == b: return "ends", a, rest, b
        case [_, _, _]: return "three"
        case [*_, 9]: return "last nine"
        case [7, *_]: return "first seven"
        case (a, *more): return "seq", a, more
        case {"k": 1, **rest}: return "k1", rest
        case {"k": [a, b], "j": c}: return "kj", a, b, c
        case {"z": _}: return "z"
        case {}: return "map"
        case Point(0, y=yy): return "p0", yy
        case Point(x=Point(a, b), y=(c, d)): return "pp", a, b, c, d
        case Point(): return "point"
        case int(n) | float(n): return "num", n
        case str() as s: return "s", s
        case x: return "other"
for v in [0, 1, True, -5, "s", None, [], [1, 9], [1, 2], [2, 1], [3, 4, 3], [1, 2, 3], [5, 5, 4, 9], [7, 1, 1, 1], (4, 5, 6, 7),
          {"k": 1, "o": 2}, {"k": [1, 2], "j": 3}, {"z": 1}, {"y": 1}, {}, Point(0, 5), Point(Point(1, 2), [3, 4]), Point(1, 1),
          42, 2.5, "text", {1}]:
    print(repr(v) if not isinstance(v, Point) else "P", m(v))
match (1, 2):
    case (a, b) if a > b: print("no")
    case (a, b): print(a, b)
match 5:
    case 6: pass
    case _: r = "default"
print(r)
match {"a": {"b": [1, {"c": 2}]}}:
    case {"a": {"b": [x, {"c": y}]}}: print(x, y)
import enum
class E(enum.Enum):
    A = 1
    B = 2
match E.B:
    case E.A: print("A")
    case E.B: print("B")
for c in "ab", "cd":
    match list(c):
        case ["a", x]: print("a", x)
        case ["c", x]:
            print("c", x)
            break
