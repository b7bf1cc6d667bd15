"""A unit-aware number class with every arithmetic method, reflected and in place."""


class Length:
    UNITS = {"m": 1, "km": 1000, "cm": 0.01}

    def __init__(self, value, unit="m"):
        self.metres = value * self.UNITS[unit]

    def _of(self, other):
        if isinstance(other, Length):
            return other.metres
        if isinstance(other, (int, float)):
            return other
        return NotImplemented

    def _binary(name, build=True):
        def forward(self, other):
            value = self._of(other)
            if value is NotImplemented:
                return NotImplemented
            result = getattr(float(self.metres), name)(float(value))
            return Length(result) if build else result
        forward.__name__ = name
        return forward

    __add__, __sub__, __mul__ = _binary("__add__"), _binary("__sub__"), _binary("__mul__")
    __radd__, __rsub__, __rmul__ = _binary("__radd__"), _binary("__rsub__"), _binary("__rmul__")
    __truediv__, __floordiv__, __mod__, __pow__ = (_binary(n) for n in ("__truediv__", "__floordiv__", "__mod__", "__pow__")) if False else (_binary("__truediv__"), _binary("__floordiv__"), _binary("__mod__"), _binary("__pow__"))
    __rtruediv__ = _binary("__rtruediv__")
    __lt__, __le__, __eq__ = _binary("__lt__", False), _binary("__le__", False), _binary("__eq__", False)
    del _binary

    def __hash__(self):
        return hash(self.metres)

    def __divmod__(self, other):
        return self // other, self % other

    def __iadd__(self, other):
        self.metres += self._of(other)
        return self

    def __neg__(self):
        return Length(-self.metres)

    def __pos__(self):
        return self

    def __abs__(self):
        return Length(abs(self.metres))

    def __round__(self, n=None):
        return Length(round(self.metres, n))

    def __int__(self):
        return int(self.metres)

    def __float__(self):
        return float(self.metres)

    def __bool__(self):
        return self.metres != 0

    def __repr__(self):
        return f"{self.metres:g}m"

    def __trunc__(self):
        return int(self.metres)

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"


import math
a, b = Length(3), Length(1, "km")
print(a + b, b - a, a * 2, 2 * a, b / a, 7 - a, 10 / a, b // a, b % Length(7), divmod(b, Length(7)), a ** 2)
print(a < b, a >= b, a == Length(3), a != 3, a == 3, sorted([b, a, Length(50, "cm")]), max(a, b), sum([a, b], Length(0)))
print(-a, +a, abs(-a), round(Length(2.567), 1), int(b), float(a), bool(Length(0)), complex(a), math.floor(a), math.ceil(a), math.trunc(Length(2.7)))
kept = a
a += 5
print(a is kept, a, len({Length(1), Length(100, "cm")}))
a -= 1
print(a is kept, a)
for wrong in (lambda: a + "x", lambda: "x" + a, lambda: a < "x", lambda: a @ b, lambda: a << 1, lambda: ~a, lambda: divmod(1, a), lambda: 2 ** a, lambda: [1][a], lambda: a.__add__("x"), lambda: 1 % a):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
