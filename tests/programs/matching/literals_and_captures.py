def f(x):
    match x:
        case 0: return "zero"
        case -1 | -2: return "neg"
        case 1.5: return "float"
        case 2 + 3j: return "complex"
        case "a" | "b" as s: return "str " + s
        case b"x": return "bytes"
        case True: return "true"
        case None: return "none"
        case y if y == 100: return "hundred"
        case _: return "other"
for v in (0, False, -1, -2, 1.5, 2 + 3j, "a", "b", b"x", True, 1, None, 100, [], 0.0): print(repr(v), f(v))
def g(x):
    match x:
        case [a]: return a
        case y: pass
    return y
print(g([1]), g(5))
match 1, 2:
    case a, b: print(a, b)
match (x := 5):
    case 5: print("walrus", x)
def no(x):
    match x:
        case 1: pass
print(no(2))
match = 3
case = 4
print(match, case)
match [match, case]:
    case [3, case]: print(case)
