a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a)
print(a.union([9]), a.intersection(b, [3]), a.difference(b), a.symmetric_difference(b))
print({1, 2} <= a, a >= {1}, a < a, a.issubset(range(9)), a.issuperset(b), a.isdisjoint({7}))
c = set()
c.add(1)
c.add(1)
c.update([2, 3], (4,))
c.discard(99)
c.remove(1)
print(c, len(c), 2 in c, bool(set()), set())
c &= {2, 3}
c |= {8}
c -= {2}
c ^= {3, 5}
print(sorted(c), c.copy() == c)
f = frozenset([1, 2])
print(f, f | {3}, {f: "key"}[frozenset([2, 1])], f == {1, 2}, hash(f) == hash(frozenset([2, 1])))
print(sorted(set("mississippi")), len({x % 3 for x in range(10)}), {1, 1.0, True})
print(set([1, 2]) == {2, 1}, sorted({(1, 2), (0, 5)}), {n * n for n in range(4)})
print(type({}), type(set()), type({1}), frozenset())
x = {5}
print(x.pop(), x)
for bad in (lambda: set().pop(), lambda: {1}.remove(2), lambda: {[]}, lambda: {1} | [2], lambda: {1}[0], lambda: f.add(1)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
