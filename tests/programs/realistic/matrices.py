"""A matrix class: product, power, determinant, inverse in fractions."""
from fractions import Fraction
from functools import reduce
import operator


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) != 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key, value):
        self.rows[key[0]][key[1]] = value

    def __add__(self, other):
        return Matrix([map(operator.add, a, b) for a, b in zip(self.rows, other.rows)])

    def __mul__(self, k):
        return Matrix([[v * k for v in r] for r in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        return Matrix([[sum(map(operator.mul, r, c)) for c in zip(*other.rows)] for r in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __repr__(self):
        return f"Matrix({self.rows!r})"

    def __str__(self):
        return "\n".join(" ".join(f"{str(v):>6}" for v in r) for r in self.rows)

    def determinant(self):
        m, sign = [[Fraction(v) for v in r] for r in self.rows], 1
        for i in range(len(m)):
            pivot = next((k for k in range(i, len(m)) if m[k][i]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != i:
                m[i], m[pivot], sign = m[pivot], m[i], -sign
            for k in range(i + 1, len(m)):
                f = m[k][i] / m[i][i]
                m[k] = [a - f * b for a, b in zip(m[k], m[i])]
        return sign * reduce(operator.mul, (m[i][i] for i in range(len(m))))

    def inverse(self):
        n = len(self.rows)
        m = [[Fraction(v) for v in r] + [Fraction(int(i == j)) for j in range(n)] for i, r in enumerate(self.rows)]
        for i in range(n):
            pivot = next(k for k in range(i, n) if m[k][i])
            m[i], m[pivot] = m[pivot], m[i]
            m[i] = [v / m[i][i] for v in m[i]]
            for k in range(n):
                if k != i:
                    m[k] = [a - m[k][i] * b for a, b in zip(m[k], m[i])]
        return Matrix(r[n:] for r in m)


a = Matrix([[2, 1, 3], [0, -1, 4], [1, 2, 5]])
print(a, a.T, a.determinant(), a.inverse(), a @ a.inverse() == Matrix.identity(3), sep="\n")
print(Matrix([[1, 1], [1, 0]]) ** 90, 3 * a + a, a[1, 2])
for bad in (lambda: Matrix([[1], [1, 2]]), lambda: a @ Matrix([[1, 2]]), lambda: a @ 3):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(hash is not None, Matrix.__hash__)
