class Log:
    def __init__(self, name): self.name = name
    def __repr__(self): return self.name


def operator(symbol, kind=""):
    return lambda self, other=None, *rest: f"{kind}({self} {symbol} {other})"


symbols = {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "floordiv": "//", "mod": "%", "pow": "**", "matmul": "@", "and": "&", "or": "|",
           "xor": "^", "lshift": "<<", "rshift": ">>"}
for name, symbol in symbols.items():
    setattr(Log, f"__{name}__", operator(symbol))
    setattr(Log, f"__r{name}__", operator(symbol, "r"))
for name, symbol in {"lt": "<", "le": "<=", "gt": ">", "ge": ">=", "eq": "==", "ne": "!="}.items():
    setattr(Log, f"__{name}__", operator(symbol))
for name in ("neg", "pos", "invert", "abs"):
    setattr(Log, f"__{name}__", operator(name, "unary"))
a, b = Log("a"), Log("b")
print(a + b, a - 1, 1 - a, a * b, 2 * a, a / b, a // b, a % b, 5 % a, a**b, 2**a, a @ b, [1] @ a, a & b, a | 1, 1 ^ a, a << 2, 2 >> a)
print(a < b, a <= 1, 1 > a, a >= b, a == b, a != 1, -a, +a, ~a, abs(a), "x" + a, (1,) + a, [1] * a, "%s" % (a,), a + "x")
c = a
c += 1
print(c, pow(a, 2, 3), divmod.__name__)


class InPlace:
    def __init__(self): self.log = []


for name, symbol in symbols.items():
    def method(self, other, symbol=symbol):
        self.log.append(f"{symbol}={other}")
        return self
    setattr(InPlace, f"__i{name}__", method)
i = j = InPlace()
i += 1
i -= 2
i *= 3
i /= 4
i //= 5
i %= 6
i **= 7
i @= 8
i &= 9
i |= 10
i ^= 11
i <<= 12
i >>= 13
print(i is j, i.log)


class Base:
    def __add__(self, other): return "base add"
    def __radd__(self, other): return "base radd"


class Derived(Base):
    def __radd__(self, other): return "derived radd"


print(Base() + Derived(), Derived() + Base(), Base() + 1, 1 + Derived(), Base() + Base(), sum([Base()], 5))
