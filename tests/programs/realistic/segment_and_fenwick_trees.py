"""Fenwick tree, segment tree, prefix sums, sparse table."""
import random


class Fenwick:
    def __init__(self, n):
        self.t = [0] * (n + 1)

    def add(self, i, v):
        i += 1
        while i < len(self.t):
            self.t[i] += v
            i += i & -i

    def total(self, i):
        s = 0
        while i:
            s += self.t[i]
            i &= i - 1
        return s


class Segment:
    def __init__(self, values, f, unit):
        self.n, self.f, self.unit = len(values), f, unit
        self.t = [unit] * self.n + list(values)
        for i in range(self.n - 1, 0, -1):
            self.t[i] = f(self.t[2 * i], self.t[2 * i + 1])

    def __setitem__(self, i, v):
        i += self.n
        self.t[i] = v
        while i > 1:
            i //= 2
            self.t[i] = self.f(self.t[2 * i], self.t[2 * i + 1])

    def __getitem__(self, span):
        a, b, out = span.start + self.n, span.stop + self.n, self.unit
        while a < b:
            if a & 1:
                out, a = self.f(out, self.t[a]), a + 1
            if b & 1:
                b -= 1
                out = self.f(out, self.t[b])
            a, b = a // 2, b // 2
        return out


random.seed(3)
values = [random.randrange(100) for _ in range(40)]
f, s = Fenwick(40), Segment(values, min, float("inf"))
for i, v in enumerate(values):
    f.add(i, v)
assert all(f.total(i) == sum(values[:i]) for i in range(41))
assert all(s[i:j] == min(values[i:j]) for i in range(40) for j in range(i + 1, 41))
s[7] = -3
print(values[:6], f.total(40), s[0:40], s[8:20], s[5:5])
