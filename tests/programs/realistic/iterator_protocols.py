"""Classes that iterate, index, compare, convert; chained and lazy sequences."""


class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return CountdownIterator(self.n)
    def __reversed__(self): return iter(range(1, self.n + 1))
    def __length_hint__(self): return self.n
    def __contains__(self, v): return 0 < v <= self.n


class CountdownIterator:
    def __init__(self, n): self.n = n
    def __iter__(self): return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Old:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError(i)
        return i * i


class Lazy:
    def __init__(self, source, *steps): self.source, self.steps = source, steps
    def map(self, f): return Lazy(self.source, *self.steps, ("map", f))
    def filter(self, f): return Lazy(self.source, *self.steps, ("filter", f))

    def __iter__(self):
        for v in self.source:
            for kind, f in self.steps:
                if kind == "map":
                    v = f(v)
                elif not f(v):
                    break
            else:
                yield v


c = Countdown(4)
print(list(c), list(c), list(reversed(c)), 3 in c, max(c), sorted(c), [*c, *c], dict(zip(c, "abcd")), sum(c))
print(list(Old()), 4 in Old(), list(zip(Old(), c)), tuple(map(lambda a, b: a - b, Old(), c)), dict(enumerate(Old(), 5)))
print(list(Lazy(range(10)).map(lambda n: n * 3).filter(lambda n: n % 2).map(str)))
it = iter(c)
print(next(it), list(it), next(it, None), list(it))
tick = iter([1, 2, 0, 3].pop, 0)
print(list(tick), any(v > 2 for v in c), all(c), a if (a := 5) else 0)
x, (y, *z), w = 1, "pqr", {2}
print(x, y, z, w, [i for s in ("ab", "cd") for i in s if i != "b"], {k: len(k) for k in ("x", "yy")}, {n % 3 for n in range(9)})
for n in c:
    if n == 2:
        break
else:
    print("never")
while n:
    n -= 1
else:
    print("exhausted", n)
for bad in (lambda: iter(5), lambda: next([]), lambda: [*None], lambda: dict(a=1, **{"a": 2}), lambda: (lambda a, b: 0)(*c)):
    try:
        bad()
    except TypeError as e:
        print(e)
