words = ["banana", "Apple", "cherry", "date", "fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
people = [("Ann", 30), ("Bo", 25), ("Cy", 30), ("Di", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: (-p[1], p[0])))
print(sorted(people, key=lambda p: p[1], reverse=True))
values = [3, 1, 2]
print(values.sort(), values, sorted(values, reverse=True))
print(sorted([2.5, 1, True, -3]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted([[2, 1], [1, 9], [1]]))
print(min(words, key=len), max(people, key=lambda p: p[1]), min([3, 1], default=0), max([], default="none"))
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([None, None], key=lambda x: 0))
print(sorted(range(20), key=lambda n: (n % 3, -n)))


class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


print(sorted(map(Version, ["1.10", "1.2", "1.2.1", "0.9"])), max(map(Version, ["1.0", "2.0"])))
order = {"low": 0, "mid": 1, "high": 2}
print(sorted(["high", "low", "mid", "low"], key=order.get), sorted("b2a1", key=lambda c: (c.isdigit(), c)))
for bad in (lambda: sorted([1, "a"]), lambda: sorted([1], key=5), lambda: sorted(5), lambda: [3, 1].sort(lambda x: x), lambda: max(1), lambda: min([1, "x"]), lambda: sorted([{}, {}])):
    try:
        bad()
    except TypeError as error:
        print(error)


def seen_by_key(items):
    calls = []
    return sorted(items, key=lambda x: calls.append(x) or -x), calls


print(seen_by_key([3, 1, 2]))
big = [(i * 7919) % 1009 for i in range(1009)]
print(sorted(big) == list(range(1009)), sorted(big, key=lambda x: x % 10)[:5])
