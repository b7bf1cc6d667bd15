"""Polynomials and rationals with operators."""
from fractions import Fraction
from itertools import zip_longest


class Poly:
    def __init__(self, *coefficients):
        c = list(coefficients)
        while len(c) > 1 and c[-1] == 0:
            c.pop()
        self.c = tuple(c) or (0,)

    def __call__(self, x):
        value = 0
        for a in reversed(self.c):
            value = value * x + a
        return value

    def __add__(self, other):
        if isinstance(other, (int, Fraction)):
            other = Poly(other)
        if not isinstance(other, Poly):
            return NotImplemented
        return Poly(*(a + b for a, b in zip_longest(self.c, other.c, fillvalue=0)))

    __radd__ = __add__

    def __neg__(self):
        return Poly(*(-a for a in self.c))

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        out = [0] * (len(self.c) + len(other.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                out[i + j] += a * b
        return Poly(*out)

    def __divmod__(self, other):
        rest, out = list(map(Fraction, self.c)), [0] * max(len(self.c) - len(other.c) + 1, 1)
        while len(rest) >= len(other.c):
            k = rest[-1] / other.c[-1]
            out[len(rest) - len(other.c)] = k
            for i, b in enumerate(reversed(other.c)):
                rest[-1 - i] -= k * b
            rest.pop()
        return Poly(*out), Poly(*rest)

    def __eq__(self, other):
        return self.c == other.c

    def __hash__(self):
        return hash(self.c)

    def derivative(self):
        return Poly(*(i * a for i, a in enumerate(self.c) if i))

    def __str__(self):
        terms = []
        for i, a in reversed(list(enumerate(self.c))):
            if a:
                sign = "-" if a < 0 else "+"
                size = "" if abs(a) == 1 and i else str(abs(a))
                terms.append((sign, size + ("" if i == 0 else "x" if i == 1 else f"x^{i}")))
        if not terms:
            return "0"
        head = ("-" if terms[0][0] == "-" else "") + terms[0][1]
        return " ".join([head, *(f"{s} {t}" for s, t in terms[1:])])


p, q = Poly(-1, 0, 3, 1), Poly(2, -1)
print(p, "|", q, "|", p + q, "|", p - q, "|", p * q, "|", 5 + p, "|", p.derivative())
d, r = divmod(p, q)
print(d, "|", r, d * q + r == p, p(2), p(Fraction(1, 3)), {Poly(1, 0): "one"}[Poly(1)])
try:
    p + "x"
except TypeError as e:
    print(e)
f = Fraction("0.75") + Fraction(1, 6)
print(f, repr(f), float(f), f.limit_denominator(5), Fraction(3.5), f ** -2, round(f, 2), int(f), Fraction(-7, 2) // 1, f > 0.9)
x = Fraction(3)
for _ in range(5):
    x = (x + 2 / x) / 2
print(x.numerator, x.denominator, f"{float(x):.15f}")
