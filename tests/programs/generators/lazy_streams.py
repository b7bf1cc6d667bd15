"""Lazy pipelines: reading, batching, merging, backtracking and infinite streams."""
import itertools


def numbers():
    n = 2
    while True:
        yield n
        n += 1


def sieve(stream):
    while True:
        prime = next(stream)
        yield prime
        stream = (n for n, p in ((n, prime) for n in stream) if n % p) if False else filter(lambda n, p=prime: n % p, stream)


print(list(itertools.islice(sieve(numbers()), 15)))


def batches(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield tuple(batch)
            batch.clear()
    if batch:
        yield tuple(batch)


def merge(*streams):
    heads = []
    for stream in map(iter, streams):
        for head in stream:
            heads.append([head, stream])
            break
    while heads:
        heads.sort(key=lambda pair: pair[0])
        head, stream = heads[0]
        yield head
        try:
            heads[0][0] = next(stream)
        except StopIteration:
            del heads[0]


print(list(batches("abcdefg", 3)), list(merge([1, 4, 7], range(2, 9, 3), [], (3,))))


def queens(n, columns=()):
    if len(columns) == n:
        yield columns
        return
    for c in range(n):
        if all(c != k and abs(c - k) != len(columns) - r for r, k in enumerate(columns)):
            yield from queens(n, columns + (c,))


print(next(queens(6)), sum(1 for _ in queens(6)))


def flatten(value, depth=None):
    if isinstance(value, (list, tuple)) and (depth is None or depth > 0):
        for each in value:
            yield from flatten(each, None if depth is None else depth - 1)
    else:
        yield value


print(list(flatten([1, [2, (3, [4])], []])), list(flatten([1, [2, [3]]], 1)))


def lines(text):
    for number, line in enumerate(text.splitlines(), 1):
        line = line.partition("#")[0].rstrip()
        if line:
            yield number, len(line) - len(line.lstrip()), line.strip()


def tree(rows):
    stack = []
    for number, indent, name in rows:
        while stack and stack[-1][0] >= indent:
            stack.pop()
        stack.append((indent, name))
        yield number, "/".join(name for _, name in stack)


print(list(tree(lines("root\n  a # note\n    x\n\n  b\n    y\n  # nothing\n    z\nlast"))))


class Reiterable:
    def __init__(self, make):
        self.make = make

    def __iter__(self):
        return self.make()


squares = Reiterable(lambda: (n * n for n in range(4)))
print(list(squares), sum(squares), 9 in squares, max(squares), [*zip(squares, squares)])
log = []
lazy = (log.append(n) or n for n in range(10))
print(any(n > 2 for n in lazy), log, next(lazy), log)
outer_value = 1
delayed = (outer_value * n for n in [1, 2])
outer_value = 10
print(list(delayed))
try:
    broken = (1 / n for n in (1, 0, 2))
    print(next(broken))
    next(broken)
except ZeroDivisionError as error:
    print(error, list(broken))
windows = zip(*(itertools.islice(t, k, None) for k, t in enumerate(itertools.tee(range(6), 3))))
print(list(windows), list(itertools.accumulate(itertools.takewhile(lambda n: n < 20, sieve(numbers())))))
