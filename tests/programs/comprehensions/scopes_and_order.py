"""Comprehensions: scopes, order of evaluation, walrus, nesting, class bodies, conditions, unpacking."""
log = []


def note(value, text=""):
    log.append(f"{text}{value}")
    return value


print([note(x, "v") + y for x in note([1, 2], "o") if note(x, "c") for y in note([10], "i")], log)
log.clear()
print({note(k, "k"): note(v, "v") for k, v in [("a", 1), ("b", 2)]}, log)
x = "outer"
print([x for x in range(3)], x, {x: x for x in "ab"}, x, list(x for x in (1,)), x)
print([(y := n * 2) for n in range(3)], y, [z for n in range(5) if (z := n) % 2], any((found := n) > 2 for n in range(5)), found)


class Body:
    size = 3
    items = [n for n in range(size)]
    try:
        bad = [size for _ in range(2)]
    except NameError as error:
        bad = str(error)
    good = (lambda size=size: [size for _ in range(2)])()


print(Body.items, Body.bad, Body.good)
functions = [lambda: n for n in range(3)]
print([f() for f in functions], [f() for f in [lambda n=n: n for n in range(3)]])
print([[c for c in row if c != "b"] for row in ("abc", "bcd")], [a + b for a, b in [(1, 2), (3, 4)]], [first for first, *rest in ["abc", "de"]], [d["k"] for d in ({"k": i} for i in range(2))])
print({frozenset(g) for g in (("a", "b"), ("b", "a"), "c")} == {frozenset("ab"), frozenset("c")}, {n % 3: n for n in range(7)}, sorted({c for c in "hello" if c not in "l"}))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [v for row in matrix for v in row if v % 2], sum(v for row in matrix for v in row), [*zip(*matrix)])
print([n if n % 2 else -n for n in range(4)], [n for n in range(20) if n % 2 if n % 3], [not n for n in (0, 1)], [(n, m) for n in range(3) for m in range(n)])
gen = (note(n) for n in note([1, 2]))
print("made", next(gen))
try:
    broken = (n for n in 5)
except TypeError as error:
    print(error)
try:
    [1 / n for n in (1, 0)]
except ZeroDivisionError as error:
    print(error)


def nested():
    total = 0
    values = [total := total + n for n in range(4)]
    return total, values, [[total for _ in range(2)] for _ in range(1)]


print(nested())


def closure(k):
    return [lambda n: n + k + j for j in range(2)], {i: (lambda: i) for i in range(2)}


adders, table = closure(10)
print([f(1) for f in adders], [f() for f in table.values()])
for source in ("[x := 1 for x in range(2)]", "[n for n in (yield)]", "[*a for a in b]", "{**a for a in b}", "[i for i in range(2) if (i := 1)]", "[(n := m) for m in (n := [1])]", "class A: [x := n for n in range(2)]", "[await n for n in x]"):
    try:
        compile(source, "c", "exec")
        print("fine", source)
    except SyntaxError as error:
        print(source, "->", error.msg)
print([i for i in range(3)][::-1], [c for c in "ab"] * 2, len([0 for _ in range(10)]), dict((k, v) for k, v in zip("ab", "cd")), "".join(c.upper() for c in "xyz"), max(len(w) for w in ["a", "bbb"]))
