ops = ["add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and", "xor", "or", "divmod"]
class L: pass
class R: pass
class I: pass
def make(kind, op): return lambda self, o: (kind + op, type(o).__name__)
for op in ops:
    setattr(L, f"__{op}__", make("", op))
    setattr(R, f"__r{op}__", make("r", op))
    if op != "divmod": setattr(I, f"__i{op}__", make("i", op))
l, r, i = L(), R(), I()
print(l + 1, 1 + r, l - 1, 1 - r, l * 1, 1 * r, l @ 1, 1 @ r, l / 1, 1 / r, l // 1, 1 // r, l % 1, 1 % r)
print(l ** 1, 1 ** r, l << 1, 1 << r, l >> 1, 1 >> r, l & 1, 1 & r, l ^ 1, 1 ^ r, l | 1, 1 | r, divmod(l, 1), divmod(1, r))
for op in ["+", "-", "*", "@", "/", "//", "%", "**", "<<", ">>", "&", "^", "|"]:
    ns = {"x": I()}
    exec(f"x {op}= 5", ns)
    print(op, ns["x"])
for op in ["+", "-", "*", "@", "/", "//", "%", "**", "<<", ">>", "&", "^", "|"]:
    for left, right in (("i", "1"), ("1", "i"), ("r", "1"), ("1", "l")):
        try: print(eval(f"{left} {op} {right}"))
        except TypeError as e: print(e)
try: divmod(i, 1)
except TypeError as e: print(e)
try: pow(i, 1)
except TypeError as e: print(e)
try: pow(i, 1, 2)
except TypeError as e: print(e)
