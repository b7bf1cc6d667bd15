"""Reference solutions: lists, tuples, dicts, by one-liners."""
import heapq as hq
import math
import re
from collections import Counter, defaultdict
from itertools import combinations, groupby, chain
from operator import eq, itemgetter

print(tuple(set((3, 4, 5, 6)) & set((5, 7, 4, 10))))
print(hq.nlargest(3, [25, 35, 22, 85, 14, 65, 75, 22, 58]), list(map(lambda p: p[0] * p[1], zip([1, 2], [3, 4]))))
print(re.findall(r"\w*z.\w*", "the quick buzz fizzy"), bool(re.search(r"^a(b*)$", "abbb")), re.sub(" +", " ", "a   b"))
print([list(g) for _, g in groupby([1, 1, 2, 3, 3])], [k for k, _ in groupby("aabbca")], list(chain(*[[1], [2, 3]])))
print(sorted([("a", 88), ("b", 90), ("c", 97)], key=itemgetter(1), reverse=True), max([[1], [1, 2, 3], [2, 2]], key=len))
print(sum(map(eq, [1, 2, 3], [1, 5, 3])), list(combinations("abc", 2)), [x for x in combinations([4, 3, 1], 2) if sum(x) > 4])
print({k: v for k, v in sorted({"x": 3, "y": 1}.items(), key=lambda kv: kv[1])}, dict(zip("abc", range(3))), {v: k for k, v in {"a": 1}.items()})
d = defaultdict(list)
for k, v in [("y", 1), ("b", 2), ("y", 3)]:
    d[k].append(v)
print(sorted(d.items()), Counter(["R", "G", "R"]).most_common(1)[0], [i for i, c in Counter([1, 2, 2, 3]).items() if c == 1])
print("".join(reversed("python")), "python program"[::-1].title(), " ".join(w[::-1] for w in "ab cd".split()), "Hello".swapcase())
print(math.pi * 4.3**2, (4 / 3) * math.pi * 10**3, math.hypot(6, 8), round(math.sqrt(3) / 4 * 16, 3), math.lcm(4, 6), math.perm(5, 2))
print(all(x % 2 == i % 2 for i, x in enumerate([2, 1, 4, 3, 6])), any(isinstance(e, list) for e in [1, [2]]), len(set(map(type, [1, "a", 2]))))
print([[r[i] for r in [[1, 2], [4, 5], [6, 7]]] for i in range(2)], list(map(tuple, [[1, 2], [3]])), sum(([i] * i for i in range(4)), []))
print(sorted(["4", "12", "45", "7"], key=int), sorted("a1B2", key=str.isdigit), [int("".join(map(str, [1, 2, 3])))], bin(10)[2:], int("100", 2))
print((lambda s: s == s[::-1])("racecar"), (lambda x, y=2, *a, **k: (x, y, a, k))(1, 5, 6, z=7), list(filter(None, [0, 1, "", "a", None])))
print("%.2f" % 3.14159, "{:,}".format(1234567), f"{'x':-^7}", "abc".ljust(5, ".") + "|", str(12.0), repr("it's"), repr('"q"'), ascii("é"))
print([*range(10, 0, -3)], list(range(5))[-3:], "abcdef"[1:-1:2], (1, 2, 3) + (4,), (1, 2) * 2, [1, 2] < [1, 3], (1,) < (1, 0), "a" < "b" < "c")
print(max("apple", "banana", key=len), min([3, -5, 2], key=abs), sum([[1], [2]], start=[]), abs(-3.5), pow(2, 10, 1000), divmod(17, -5))
x = [[0] * 3] * 2
x[0][1] = 5
print(x, x[0] is x[1], [[0] * 2 for _ in range(2)], id(x) == id(x), None is None, 1 == 1.0 == True, [1] * 0, "" or "default", 0 or None)
s = {1, 2, 3}
s |= {4}
s -= {1}
print(s, s ^ {2, 9}, s.issuperset({3}), s.isdisjoint({8}), frozenset(s) == s, sorted(s, reverse=True), {*s, 7} - s, len({True, 1, 1.0}))
