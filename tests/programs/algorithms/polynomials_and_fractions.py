def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


class Fraction:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError(f"Fraction({n}, 0)")
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g

    def __add__(self, o):
        o = o if isinstance(o, Fraction) else Fraction(o)
        return Fraction(self.n * o.d + o.n * self.d, self.d * o.d)

    __radd__ = __add__
    def __neg__(self): return Fraction(-self.n, self.d)
    def __sub__(self, o): return self + -o
    def __rsub__(self, o): return -self + o

    def __mul__(self, o):
        o = o if isinstance(o, Fraction) else Fraction(o)
        return Fraction(self.n * o.n, self.d * o.d)

    __rmul__ = __mul__
    def __truediv__(self, o): return self * (Fraction(o.d, o.n) if isinstance(o, Fraction) else Fraction(1, o))
    def __pow__(self, k): return Fraction(self.n**k, self.d**k) if k >= 0 else Fraction(self.d**-k, self.n**-k)
    def __eq__(self, o): return (self.n, self.d) == ((o.n, o.d) if isinstance(o, Fraction) else (o, 1))
    def __lt__(self, o): return self.n * o.d < o.n * self.d
    def __hash__(self): return hash((self.n, self.d))
    def __float__(self): return self.n / self.d
    def __repr__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)


class Polynomial:
    def __init__(self, *c): self.c = list(c)

    def __call__(self, x):
        total = 0
        for c in reversed(self.c):
            total = total * x + c
        return total

    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        return Polynomial(*(a + b for a, b in zip(self.c + [0] * (n - len(self.c)), o.c + [0] * (n - len(o.c)))))

    def __mul__(self, o):
        out = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c):
                out[i + j] += a * b
        return Polynomial(*out)

    def derivative(self): return Polynomial(*(i * c for i, c in enumerate(self.c) if i))

    def __str__(self):
        terms = []
        for i, c in reversed(list(enumerate(self.c))):
            if c:
                size = "" if abs(c) == 1 and i else str(abs(c))
                power = "" if i == 0 else "x" if i == 1 else f"x^{i}"
                terms.append(("-" if c < 0 else "+") + size + power)
        return "".join(terms).lstrip("+") or "0"


half, third = Fraction(1, 2), Fraction(-2, -6)
print(half + third, half - third, half * third, half / third, 1 + half, 2 - half, 3 * third, half**-3, float(third), sum([half, third, 1]), sorted([half, third]), {half: 1}[Fraction(2, 4)], half == 0.5)
print(sum((Fraction(1, n) for n in range(1, 30)), Fraction(0)))
try:
    Fraction(1, 0)
except ZeroDivisionError as error:
    print(error)
p = Polynomial(-1, 0, 2, -3)
print(p, p.derivative(), p * p, p + Polynomial(1, 1), p(2), p(Fraction(1, 2)), Polynomial(0), [Polynomial(1, 1)(i) for i in range(3)])
pascal = Polynomial(1)
for _ in range(6):
    pascal = pascal * Polynomial(1, 1)
print(pascal, pascal.c)
