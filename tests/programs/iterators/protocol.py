it = iter([1, 2, 3])
print(next(it), next(it), next(it), next(it, "done"))
try:
    next(it)
except StopIteration as stop:
    print(repr(stop))
calls = [3, 2, 1, 0, 5]
print(list(iter(calls.pop, 0)), calls)
print(list(zip("ab", [1, 2, 3])), list(zip()), list(zip([1], [2], [3])), list(enumerate("ab", 1)))
print(list(map(lambda a, b: a * b, [1, 2], [3, 4, 5])), list(filter(None, [0, 1, "", "x"])), list(filter(lambda n: n % 2, range(5))))
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed({"a": 1})))
pairs = zip([1, 2], "ab")
print(next(pairs), dict(pairs))
a, b = iter("xyz"), 0
for first in a:
    second = next(a, None)
    print(first, second)
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x + y)
else:
    print("loop ended")
r = range(10, 0, -3)
print(list(r), len(r), r[1], 4 in r, 5 in r, r.index(7), r.count(1), r[1:], r == range(10, -1, -3), range(0, 10**18, 7)[-1])
print(sum(range(101)), max(range(5)), r.start, r.stop, r.step, list(range(3, 3)), repr(range(5)), repr(range(1, 2, 3)))
g = (c for c in "abc")
print(iter(g) is g, "b" in g, list(g))
try:
    print(list(zip([1, 2], [1], strict=True)))
except ValueError as error:
    print(error)
for bad in (lambda: iter(5), lambda: next([1]), lambda: range(1, 2, 0), lambda: range(1.5), lambda: list(map(5, [1])), lambda: sum(["a"]), lambda: max([]), lambda: enumerate(5)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
