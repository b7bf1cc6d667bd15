import dataclasses
import functools
import contextlib
import collections
import heapq


@dataclasses.dataclass(order=True)
class Point:
    x: int = dataclasses.field(default_factory=lambda: ask(1))
    y: int = 2

    def __post_init__(self):
        self.y = ask(self.y) + 1


@functools.lru_cache(maxsize=None)
def slow(n):
    return ask(n) if n < 2 else slow(n - 1) + slow(n - 2)


@contextlib.contextmanager
def room(name):
    print("in", ask(name))
    try:
        yield ask(name)
    finally:
        print("out", ask(name))


print(Point(), sorted([Point(3), Point(2)]), slow(6))
with room("a") as a, contextlib.suppress(ValueError):
    raise ValueError(a)
counts = collections.defaultdict(lambda: ask(5))
counts["x"] += 1
print(dict(counts), heapq.nsmallest(2, [3, 1, 2], key=ask))


@functools.total_ordering
class Size:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return ask(self.n) == other.n

    def __lt__(self, other):
        return ask(self.n) < other.n


Size(1) >= Size(2), functools.partial(ask, 3)()
