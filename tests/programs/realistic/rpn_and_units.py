"""Shunting yard, reverse Polish, unit conversion, money change."""
import operator as op

PRIORITY = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}
ACTION = {"+": op.add, "-": op.sub, "*": op.mul, "/": op.truediv, "^": op.pow}


def postfix(text):
    out, stack = [], []
    for t in text.split():
        if t in PRIORITY:
            while stack and stack[-1] != "(" and (PRIORITY[stack[-1]], t != "^") >= (PRIORITY[t] + (t == "^"), True):
                out.append(stack.pop())
            stack.append(t)
        elif t == "(":
            stack.append(t)
        elif t == ")":
            while (top := stack.pop()) != "(":
                out.append(top)
        else:
            out.append(t)
    return out + stack[::-1]


def evaluate(tokens):
    stack = []
    for t in tokens:
        if t in ACTION:
            b, a = stack.pop(), stack.pop()
            stack.append(ACTION[t](a, b))
        else:
            stack.append(float(t))
    (result,) = stack
    return result


for text in ("3 + 4 * 2", "( 3 + 4 ) * 2", "2 ^ 3 + 1", "8 / 4 / 2", "1 +", "1 2"):
    try:
        print(text, "=>", *postfix(text), "=", evaluate(postfix(text)))
    except (IndexError, ValueError) as e:
        print(text, "=>", type(e).__name__, e)
UNITS = {"m": 1, "km": 1000, "cm": 0.01, "mi": 1609.344, "ft": 0.3048}
print(f"{26.2 * UNITS['mi'] / UNITS['km']:.3f}", {u: round(100 / k, 4) for u, k in UNITS.items()})


def change(cents):
    for name, size in dict(quarter=25, dime=10, nickel=5, penny=1).items():
        k, cents = divmod(cents, size)
        if k:
            yield f"{k} {name if k == 1 else name[:-1] + 'ies' if name.endswith('y') else name + 's'}"


print(", ".join(change(94)), "|", ", ".join(change(41)))


def human(n):
    for unit in ("B", "KiB", "MiB", "GiB"):
        if abs(n) < 1024:
            return f"{n:.1f}".rstrip("0").rstrip(".") + unit
        n /= 1024
    return f"{n:.1f}TiB"


print([human(n) for n in (0, 999, 1024, 1536, 10**6, 5 * 2**30, 2**43)])
