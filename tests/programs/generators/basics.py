def count_up(n):
    i = 0
    while i < n:
        yield i
        i += 1
    return "finished"


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def flatten(x):
    if isinstance(x, (list, tuple)):
        for y in x:
            yield from flatten(y)
    else:
        yield x


def chain(*its):
    for it in its:
        result = yield from it
        print("result", result)


print(list(count_up(3)), list(take(10, fib())), list(flatten([1, [2, (3, [4])]])))
print(list(chain(count_up(2), "ab")))
g = count_up(1)
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print(stop.value)
print(next(g, "over"), sum(x * x for x in count_up(4)), max(take(5, fib())))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1


print([p for p in take(15, primes())])


def windows(items, size):
    for i in range(len(items) - size + 1):
        yield items[i : i + size]


print(list(windows("abcde", 3)), [sum(w) / 2 for w in windows([1, 3, 5, 7], 2)])


def permutations(items):
    if len(items) <= 1:
        yield list(items)
        return
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield [x, *rest]


print(list(permutations([1, 2, 3])), sum(1 for _ in permutations("abcde")))
