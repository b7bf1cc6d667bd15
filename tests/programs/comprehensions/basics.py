print([x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], {x % 3 for x in range(9)})
print({k: v for k, v in zip("abc", range(3))}, [(x, y) for x in range(3) for y in range(x)])
print([[i * j for j in range(3)] for i in range(3)], [y for row in [[1, 2], [3]] for y in row])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(col) for col in zip(*matrix)], [[row[i] for row in matrix] for i in range(3)], sum(sum(r) for r in matrix))
x = "outer"
print([x for x in range(3)], x, sum(x for x in [1, 2]), x)
print([a if a > 0 else -a for a in [-1, 2, -3]], ["even" if n % 2 == 0 else "odd" for n in range(3)])
print(any(x > 3 for x in range(5)), all(x for x in []), max((len(w), w) for w in ["aa", "b", "cc"]))
print([f() for f in [lambda n=n: n * 10 for n in range(3)]], [g() for g in [lambda: n for n in range(3)]])


def triangle(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


print(list(triangle(5)), [*(c.upper() for c in "ab")], dict((c, ord(c)) for c in "ab"))
print([w for w in "the quick brown".split() if (n := len(w)) > 3], n)
print({word: len(word) for word in ("a", "bb")}, {(i, j): i + j for i in range(2) for j in range(2)})
print([i for i, c in enumerate("banana") if c == "a"], [*range(3), *"ab"], {**{c: 1 for c in "x"}})
lazy = (print("evaluated", i) or i for i in range(3))
print("before")
print(next(lazy), list(lazy))


class Holder:
    items = [1, 2]
    doubled = [i * 2 for i in items]
    total = sum(i for i in items)


print(Holder.doubled, Holder.total)
pythagorean = [(a, b, c) for c in range(1, 30) for b in range(1, c) for a in range(1, b) if a * a + b * b == c * c]
pythagorean
