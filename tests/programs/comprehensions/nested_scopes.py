n = 3
table = [[i * j for j in range(1, n + 1)] for i in range(1, n + 1)]
print(table, [[row[i] for row in table] for i in range(n)], [x for row in table for x in row if x % 2 == 0], {x: [y for y in range(x)] for x in range(4)})


def outer(items, factor):
    offset = 10
    return [x * factor + offset for x in items if x != factor], {x for x in items if x > factor}, sorted({k: v * factor for k, v in enumerate(items)}.items())


print(outer([1, 2, 3], 2))
functions = [lambda x, k=k: x + k for k in range(3)]
print([f(10) for f in functions], [[f() for f in [lambda: i * j for j in range(2)]] for i in range(2)])


class Table:
    columns = ["a", "b"]
    rows = [{"a": 1, "b": 2}, {"a": 3, "b": 4}]
    widths = {c: len(c) for c in columns}

    def values(self):
        return [[row[c] for c in self.columns] for row in self.rows]

    def total(self):
        return {c: sum(row[c] for row in self.rows) for c in self.columns}


print(Table.widths, Table().values(), Table().total())
words = ["apple", "bob", "cat"]
print({w[0]: w for w in words}, {len(w) for w in words}, [(i, w.upper()) for i, w in enumerate(words) if "a" in w], {w: {c: w.count(c) for c in sorted(set(w))} for w in words})
print([a + b for a, b in zip(words, words[1:])], [c for w in words for c in w if c in "aeiou"], [i if i % 2 else -i for i in range(5)], [not x for x in (0, 1)])
print([(x, y) for x in range(3) if x for y in "ab" if y != "a" or x == 2], [*[x for x in range(2)], *(x for x in range(2))], [x for x in [y for y in [z for z in range(3)]]])
print(sum(1 for a in range(20) for b in range(a, 20) for c in range(b, 20) if a * a + b * b == c * c), [x for x, in [(1,), (2,)]], [b for a, *b in [(1, 2, 3), (4,)]])
x = "unchanged"
_ = [x for x in range(3)]
print(x, [x for _ in range(2)], [x := 5 for _ in range(1)], x, [(k, v) for k, v in {"a": 1}.items()])
try:
    [undefined_thing for i in range(1)]
except NameError as error:
    print(error)
try:
    [1 / i for i in (1, 0)]
except ZeroDivisionError as error:
    print(error)
print([i for i in range(3) if (lambda v: v > 0)(i)], [(lambda: i)() for i in range(3)], list(x * 2 for x in (y + 1 for y in range(3))))
