"""Assignment targets: nested, starred, attributes, items, slices, swaps, errors, order."""
log = []


class Spy:
    def __setattr__(self, name, value):
        log.append(("set", name, value))

    def __setitem__(self, key, value):
        log.append(("item", key, value))

    def __getitem__(self, key):
        log.append(("get", key))
        return 10

    def __delitem__(self, key):
        log.append(("del", key))


spy = Spy()


def at(n):
    log.append(("index", n))
    return n


spy.a, spy[at(1)], (spy.b, *spy[at(2):at(3)]) = 1, 2, (3, 4, 5)
spy[at(4)] += 5
spy.x = spy.y = at(6)
del spy[at(7)], spy[1:2, ...]
print(log)
a, b = b, a = 1, 2
print(a, b)
first, *middle, last = "hello"
*start, end = range(4)
head, *nothing = [1]
(p, [q, (r, *s)]), t = (1, [2, (3, 4, 5)]), "t"
[u, v] = {"k": 1, "j": 2}
print(first, middle, last, start, end, head, nothing, p, q, r, s, t, u, v)
i = 0
xs = [10, 20, 30]
i, xs[i] = 2, "set at the new index"
print(i, xs)
xs[0], xs[1] = xs[1], xs[0]
xs[1:2] = [7, 8]
xs[::2] = "ab"
print(xs)
for (k, v), *rest in [(("a", 1), 2, 3), (("b", 2),)]:
    print(k, v, rest)
for spy.loop, spy[0] in [(1, 2)]:
    pass
print(log[-2:])
with_dict = {}
for with_dict["key"] in range(3):
    pass
print(with_dict, [w for with_dict["z"], w in [(1, 2)]] if False else "")
for bad in ("a, b = 1,", "a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = 5", "a, b = None", "(a, b), c = 1, 2", "a, b = {1}", "*a, = 5", "[a, b] = 'abc'", "a, b = iter([])", "for a, b in [1]: pass", "a, b = {'x': 1}", "a.b.c = 1", "a[0] = 1; b"):
    try:
        exec(bad, {"a": 1})
        print("fine", bad)
    except (ValueError, TypeError, AttributeError, NameError) as error:
        print(bad, "->", type(error).__name__, error)


def spread(*args, **kwargs):
    return args, kwargs


print(spread(*[1], 2, *(3, 4), x=1, **{"y": 2}, **{"z": 3}), [*"ab", *[1]], (*range(2),), {*"ab"} == {"a", "b"}, {**{"a": 1}, "a": 2, **{"a": 3}})


def returns():
    rest = [2, 3]
    return 1, *rest


print(returns(), *returns(), sep="|")
x = y = z = []
x.append(1)
print(z, x is y is z)
n: int = 5
m: "text"
obj = type("O", (), {})()
obj.attr: int = 3
print(n, obj.attr, __annotations__)
(single): int = 1
(a1), (b1) = 1, 2
print(single, a1, b1)
count = 0
count += (count := 5)
print(count)
