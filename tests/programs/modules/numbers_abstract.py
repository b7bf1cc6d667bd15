"""numbers ABCs with classes of a program's own, and statistics of the tower."""
import numbers
from decimal import Decimal
from fractions import Fraction

for value in (True, 1, 2.5, 1j, Fraction(1, 2), Decimal("1.5"), "1", None):
    print(type(value).__name__, [kind.__name__ for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(value, kind)])


class Mod7(numbers.Number):
    def __init__(self, n):
        self.n = n % 7

    def __add__(self, other):
        if isinstance(other, (Mod7, numbers.Integral)):
            return Mod7(self.n + getattr(other, "n", other))
        return NotImplemented

    __radd__ = __add__

    def __eq__(self, other):
        return isinstance(other, Mod7) and self.n == other.n

    __hash__ = None

    def __repr__(self):
        return f"Mod7({self.n})"


print(Mod7(5) + Mod7(4), Mod7(6) + 3, 10 + Mod7(1), sum([Mod7(3)] * 5, Mod7(0)), isinstance(Mod7(1), numbers.Number), isinstance(Mod7(1), numbers.Complex))
for wrong in (lambda: Mod7(1) + 1.5, lambda: hash(Mod7(1)), lambda: numbers.Integral(), lambda: numbers.Real()):
    try:
        print(wrong())
    except TypeError as error:
        print(str(error)[:60])


class Half(numbers.Real):
    def __init__(self, twice):
        self.twice = twice

    def __float__(self):
        return self.twice / 2

    def _un(self, *a):
        return float(self)

    __trunc__ = __floor__ = __ceil__ = lambda self: int(float(self))
    __round__ = lambda self, n=None: round(float(self), n)
    __floordiv__ = lambda self, o: float(self) // float(o)
    __rfloordiv__ = lambda self, o: float(o) // float(self)
    __mod__ = lambda self, o: float(self) % float(o)
    __rmod__ = lambda self, o: float(o) % float(self)
    __lt__ = lambda self, o: float(self) < float(o)
    __le__ = lambda self, o: float(self) <= float(o)
    __add__ = __radd__ = lambda self, o: float(self) + float(o)
    __neg__ = lambda self: Half(-self.twice)
    __pos__ = lambda self: self
    __mul__ = __rmul__ = lambda self, o: float(self) * float(o)
    __truediv__ = lambda self, o: float(self) / float(o)
    __rtruediv__ = lambda self, o: float(o) / float(self)
    __pow__ = lambda self, o: float(self) ** float(o)
    __rpow__ = lambda self, o: float(o) ** float(self)
    __abs__ = lambda self: Half(abs(self.twice))
    __eq__ = lambda self, o: float(self) == float(o)
    __hash__ = lambda self: hash(float(self))


h = Half(5)
print(float(h), complex(h), h.real == h, h.imag, h.conjugate() == h, divmod(h, 2), divmod(7, h), h - 1, 10 - h, h + 1, 2 ** h, bool(h), abs(-h) == h, round(h), int(h.__trunc__()))
numbers.Integral.register(Mod7)
print(isinstance(Mod7(1), numbers.Integral), issubclass(Mod7, numbers.Rational), (5).numerator, (5).denominator, Fraction(3, 6).numerator)
print(Fraction(1, 3) + 1, Fraction(1, 3) + 0.5, Fraction(1, 2) ** 2, 2 ** Fraction(1, 2), Fraction(7, 2) // 1, -Fraction(7, 2) % 2, round(Fraction(7, 3), 2), float(Fraction(1, 3)))
