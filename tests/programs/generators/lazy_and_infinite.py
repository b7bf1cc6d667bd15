def naturals(start=0):
    while True:
        yield start
        start += 1


def take_while(predicate, items):
    for x in items:
        if not predicate(x):
            return
        yield x


def accumulate(items):
    total = 0
    for x in items:
        total += x
        yield total


def sieve(numbers):
    prime = next(numbers)
    yield prime
    yield from sieve(n for n in numbers if n % prime)


def pairwise(items):
    it = iter(items)
    previous = next(it, None)
    for x in it:
        yield previous, x
        previous = x


def cycle(items):
    saved = list(items)
    while saved:
        yield from saved


print(list(take_while(lambda n: n * n < 50, naturals())), list(zip(accumulate(naturals(1)), range(6))), [p for _, p in zip(range(12), sieve(naturals(2)))])
print(list(pairwise("abcd")), list(pairwise([])), "".join(c for _, c in zip(range(7), cycle("xyz"))), next(n for n in naturals() if n % 7 == 6 and n % 5 == 4))


class Fib:
    def __iter__(self):
        a, b = 0, 1
        while True:
            yield a
            a, b = b, a + b

    def __getitem__(self, index):
        for i, x in enumerate(self):
            if i == index:
                return x


print(Fib()[50], [x for x, _ in zip(Fib(), range(10))], any(x > 1000 for x in Fib()))
squares = (n * n for n in naturals())
print(next(squares), next(squares), next(squares), 25 in squares, next(squares))
order = []
lazy = map(lambda x: order.append(x) or x, [1, 2, 3])
print(order, next(lazy), order, list(lazy), order)
m = max((len(w), w) for w in "some words of various lengths".split())
print(m, dict(enumerate("ab")), list(map(lambda *a: a, "ab", [1, 2])), list(zip(*[iter("abcdef")] * 2)))
data = [1, 2, 3]
it = iter(data)
data.append(4)
print(next(it), list(it), list(it))
gen = (x for x in data)
data.append(5)
print(list(gen), sum(gen))
first, *others = (i * i for i in range(4))
print(first, others, *(c for c in "xy"), sep="|")
