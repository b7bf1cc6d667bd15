"""Pipelines of generators, coroutine sinks, windows, batches, tee."""
from collections import deque
from contextlib import closing
from itertools import accumulate, chain, count, cycle, dropwhile, groupby, islice, takewhile, tee, zip_longest, starmap, pairwise

LOG = """
2024-05-01 10:00:01 INFO start worker=1
2024-05-01 10:00:05 ERROR timeout worker=2 ms=5000
# comment
2024-05-01 10:01:00 WARN slow worker=1 ms=900
bad line
2024-05-01 10:02:30 ERROR refused worker=3
"""


def lines(text):
    for number, line in enumerate(text.strip().splitlines(), 1):
        if line and not line.startswith("#"):
            yield number, line


def parse(pairs, errors):
    for number, line in pairs:
        try:
            day, time, level, what, *rest = line.split()
        except ValueError as e:
            errors.append((number, str(e)))
            continue
        yield {"time": time, "level": level, "what": what, **dict(p.split("=") for p in rest)}


def where(records, **conditions):
    return (r for r in records if all(r.get(k) == v for k, v in conditions.items()))


errors = []
print(list(where(parse(lines(LOG), errors), level="ERROR")), errors)


def windows(values, n):
    window = deque(maxlen=n)
    for v in values:
        window.append(v)
        if len(window) == n:
            yield tuple(window)


def batches(values, n):
    it = iter(values)
    while batch := list(islice(it, n)):
        yield batch


def average():
    total, n, mean = 0, 0, None
    try:
        while True:
            value = yield mean
            total, n = total + value, n + 1
            mean = total / n
    finally:
        print("closed after", n)


def flatten(tree):
    for node in tree:
        if isinstance(node, list):
            yield from flatten(node)
        else:
            yield node


print(list(windows(range(6), 3)), list(batches("abcdefg", 3)), list(flatten([1, [2, [3, [4]], 5]])))
with closing(average()) as a:
    next(a)
    print([a.send(v) for v in (10, 20, 60)])
primes = (n for n in count(2) if all(n % p for p in range(2, int(n**0.5) + 1)))
print(list(islice(primes, 10)), next(primes), list(takewhile(lambda n: n < 60, primes)))
a, b = tee(iter("abc"))
print(list(a), list(b), list(accumulate([1, 2, 3, 4], lambda x, y: x * y, initial=1)), list(pairwise("abcd")))
print(list(zip_longest("ab", "xyz", fillvalue="-")), list(starmap(pow, [(2, 5), (3, 2)])), [k for k, g in groupby("aabbbc")])
print(list(dropwhile(str.isdigit, "12ab3")), "".join(islice(cycle("xyz"), 7)), list(chain.from_iterable([[1], (2, 3), "4"])))


def controlled():
    while True:
        try:
            got = yield "ready"
            if got == "stop":
                return "done"
        except ValueError as e:
            yield f"handled {e}"


g = controlled()
print(next(g), g.throw(ValueError("oops")), next(g), g.gi_frame is not None)
try:
    g.send("stop")
except StopIteration as e:
    print("value", e.value)
print(next(g, "exhausted"), sum(x * x for x in range(10) if x % 2), max((len(w), w) for w in ["a", "ccc", "bb"]))
