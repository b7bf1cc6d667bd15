class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self.parts, other.parts)))

    def __sub__(self, other): return self + -other
    def __neg__(self): return Vector(*(-a for a in self.parts))
    def __mul__(self, k): return Vector(*(a * k for a in self.parts))
    __rmul__ = __mul__
    def __matmul__(self, other): return sum(a * b for a, b in zip(self.parts, other.parts))
    def __abs__(self): return sum(a * a for a in self.parts) ** 0.5
    def __bool__(self): return any(self.parts)
    def __eq__(self, other): return isinstance(other, Vector) and self.parts == other.parts
    def __hash__(self): return hash(self.parts)
    def __repr__(self): return f"Vector{self.parts}"
    def __truediv__(self, k): return self * (1 / k)
    def __pow__(self, n): return Vector(*(a**n for a in self.parts))
    def __divmod__(self, k): return "divmod", k
    def __rsub__(self, other): return "rsub", other
    def __iadd__(self, other): return Vector("iadd", *self.parts)
    def __invert__(self): return "inverted"
    def __lshift__(self, k): return "shift", k
    def __round__(self, n=None): return "round", n
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __index__(self): return 2


v, w = Vector(3, 4), Vector(1, 2)
print(v + w, v - w, -v, v * 2, 2 * v, v @ w, abs(v), bool(v), bool(Vector(0, 0)))
print(v == Vector(3, 4), v != w, {v: 1}[Vector(3, 4)], v / 2, v**2, divmod(v, 3), 5 - v)
print(~v, v << 1, round(v), round(v, 2), int(v), float(v), [1, 2, 3][v], hex(v))
v += w
print(v)
for bad in (lambda: w + 1, lambda: 1 + w, lambda: w < v, lambda: w & 1, lambda: +w, lambda: len(w), lambda: w(), lambda: w[0]):
    try:
        bad()
    except TypeError as error:
        print(error)
