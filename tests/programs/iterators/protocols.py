"""iter, next, reversed, len hints, sentinel iteration, iterators of builtins after changes."""
import operator


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        n = self.n
        while n:
            yield n
            n -= 1

    def __reversed__(self):
        return iter(range(1, self.n + 1))

    def __length_hint__(self):
        return self.n


class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * i

    def __len__(self):
        return 3


print(list(Countdown(3)), list(reversed(Countdown(3))), operator.length_hint(Countdown(4)), list(Old()), list(reversed(Old())), 4 in Old(), [*Old()], dict(enumerate(Old())))
values = iter([3, 0, 5, 9, 2])
print(list(iter(lambda: next(values), 9)), list(values), next(iter([]), "default"))
it = iter([1, 2, 3])
print(operator.length_hint(it), next(it), operator.length_hint(it))
xs = [1, 2]
it = iter(xs)
next(it)
xs.append(3)
print(list(it), xs.append(4), list(it))
for make in (lambda: iter({1: 2}), lambda: iter({1, 2})):
    container = {1: 2, 3: 4}
    it = iter(container)
    next(it)
    container[5] = 6
    try:
        next(it)
    except RuntimeError as error:
        print(error)
d = {n: n for n in range(3)}
try:
    for key in d:
        del d[key]
except RuntimeError as error:
    print(error, len(d))
d = {1: 1}
for key in d:
    d[key] = "changed"
print(d, list(reversed({"a": 1, "b": 2})), list(reversed({"a": 1, "b": 2}.items())), list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))))
for bad in (lambda: next(5), lambda: iter(5), lambda: next(iter([])), lambda: reversed(5), lambda: iter(5, 1), lambda: next(), lambda: reversed(iter([])), lambda: iter(type("X", (), {"__iter__": lambda s: 5})()), lambda: list(type("Y", (), {"__iter__": lambda s: type("Z", (), {"__next__": 5})()})())):
    try:
        print(bad())
    except (TypeError, StopIteration) as error:
        print(type(error).__name__, error)
a, b = iter("abcdef"), iter(range(4))
print(list(zip(a, b)), list(a), list(zip(range(3), a)), list(map(operator.add, [1, 2, 3], [10, 20])))
pairs = zip([1, 2, 3], "ab", strict=True)
try:
    print(next(pairs), next(pairs), next(pairs))
except ValueError as error:
    print(error)
e = enumerate("ab", start=-1)
print(next(e), list(e), type(e).__name__, iter(e) is e)
f = filter(None, [0, 1, "", "a"])
print(next(f), list(f), list(f))


class Stop:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("value")


print(list(Stop()), [*Stop()], sum(Stop()), max(Stop(), default="none"))
chained = iter([iter([1]), iter([2, 3])])
print([x for inner in chained for x in inner], next(chained, None))
print(all(iter([])), any(iter([0, 0])), min(iter([3, 1])), sorted(iter("cab")), tuple(iter((1,))), "".join(iter("ab")), set(iter([1, 1])))
