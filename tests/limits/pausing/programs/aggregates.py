print(sum(ask(n) for n in range(4)), sum([ask(1), ask(2)], ask(10)))
print(", ".join(ask(s) for s in "abc"), ask("-").join(map(ask, "xy")))
print(any(ask(n) for n in [0, 0, 3, 4]), all(ask(n) for n in [1, 0, 2]))
print(set(ask(n) for n in "aab") == {"a", "b"}, dict((ask(k), 1) for k in "ab"))
print(bytes(ask(n) for n in [1, 2]), tuple(ask(n) for n in "ab"), max(map(ask, [1, 9, 3])))
print(list(zip((ask(n) for n in range(2)), (ask(n) for n in "ab"))), len([*map(ask, "abc")]))
items = []
items.extend(ask(n) for n in range(3))
items += (ask(n) for n in "z")
items[1:2] = (ask(n) for n in "pq")
print(items, {}.fromkeys((ask(n) for n in "ab"), 0))
found = {"a": 1}
found.update((ask(k), 2) for k in "bc")
import functools
import itertools

print(found, functools.reduce(lambda a, b: ask(a + b), [1, 2, 3, 4]))
print(list(itertools.accumulate([1, 2, 3], lambda a, b: ask(a * b))))
print([(k, list(g)) for k, g in itertools.groupby([1, 1, 2], key=ask)])
list(itertools.takewhile(lambda n: ask(n) < 3, itertools.count()))
