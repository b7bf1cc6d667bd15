class A:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "inv"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
    def __trunc__(self): return "trunc"
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __complex__(self): return 1j
    def __index__(self): return 2
    def __bytes__(self): return b"by"
    def __format__(self, spec): return f"<{spec}>"
    def __dir__(self): return ["z", "a"]
    def __sizeof__(self): return 99
    def __reversed__(self): return iter("rev")
    def __length_hint__(self): return 3
import math, operator
a = A()
print(-a, +a, ~a, abs(a), round(a), round(a, 2), math.trunc(a), math.floor(a), math.ceil(a))
print(int(a), float(a), complex(a), operator.index(a), [1, 2, 3][a], bytes(a), f"{a:x>3}", format(a), f"{a}", dir(a), list(reversed(a)))
print(hex(a), bin(a), oct(a), range(a), "x" * a, [0] * a, (1, 2, 3)[:a], chr(a) == "\x02", operator.length_hint(a))
class B:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __complex__(self): return 1
    def __index__(self): return 1.5
    def __bytes__(self): return "s"
    def __format__(self, s): return 5
    def __dir__(self): return 5
b = B()
for f in (int, float, complex, operator.index, bytes, format, hex, dir, lambda x: [1][x], range, lambda x: "a" * x, math.floor, round, abs, lambda x: -x):
    try: print(f(b))
    except TypeError as e: print(e)
