t = (1, "a", 2.5)
print(t, t[0], t[-1], t[1:], len(t), t + (4,), t * 2, (), (1,))
a, b, c = t
print(a, b, c, t.index("a"), (1, 1, 2).count(1), "a" in t)
print((1, 2) < (1, 3) < (2,), (1, 2) == (1, 2), max((3, 1), (2, 9)), sorted([(2, "b"), (1, "z"), (2, "a")]))
print(tuple([1, 2]), tuple("ab"), tuple(x * x for x in range(3)), hash((1, 2)) == hash((1, 2)))
points = {(0, 0): "origin", (1, 0): "east"}
print(points[0, 0], points[(1, 0)], (2, 2) in points)
nested = ((1, 2), (3, (4, 5)))
(x, y), (z, (u, v)) = nested
print(x, y, z, u, v, nested)
def minmax(values): return min(values), max(values)
low, high = minmax([3, 9, 1])
print(low, high, minmax([2]))
m = (1, [2])
m[1].append(3)
print(m)
for bad in (lambda: t[5], lambda: (1,) + [2], lambda: hash(([],)), lambda: t.append, lambda: t.index(99)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
try:
    t[0] = 5
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)
