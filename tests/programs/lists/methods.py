a = [3, 1, 2]
a.append(5)
a.extend([7, 6])
a.insert(0, 9)
a.insert(-1, 8)
a.insert(100, 0)
print(a, len(a), a.index(7), a.count(3))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(2)
a.reverse()
print(a)
a.sort()
print(a, a.copy() is a, a.copy() == a)
a.clear()
print(a, bool(a))
print([1, 2] + [3], [0] * 3, 2 * ["x"], [[]] * 2)
b = list(range(5))
b += (5, 6)
b *= 2
print(b, b[::3], b[-1], max(b), min(b), sum(b))
del b[0], b[-1]
del b[2:6]
print(b, 3 in b)
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid, [row[:] for row in grid])
c = [1, 2, 3]
c.append(c[:])
print(c, list("abc"), list((1, 2)), list({"k": 1}))
loop = [1]
loop.append(loop)
print(loop)
for bad in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(5), lambda: [1][3], lambda: [1]["a"], lambda: [1] + (2,), lambda: [].foo):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
