print(sum([1, 2]), sum([], 5), sum([1.5, 2]), sum([[1], [2]], []), sum((x for x in range(4)), start=10), sum([True, True]), sum([0.1] * 10), sum([1j, 2]), sum([10**20, 1]))
for f in (lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: sum(5), lambda: sum(), lambda: sum([1], 2, 3), lambda: any(5), lambda: all(), lambda: zip(5), lambda: map(), lambda: map(len), lambda: list(map(5, [1])), lambda: filter(None), lambda: enumerate([1], "a"), lambda: reversed(5), lambda: reversed({1}), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: zip(bad=1), lambda: iter(), lambda: iter(5), lambda: next(5), lambda: next(iter([])), lambda: len(5), lambda: len(iter([]))):
    try: print(f())
    except (TypeError, ValueError, StopIteration) as e: print(type(e).__name__, e)
print(any([]), all([]), any([0, "x"]), all([1, ""]), list(zip()), list(zip([1, 2], "ab", (True,))), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(filter(None, [0, 1, "", "a"])), list(filter(str.isdigit, "a1b2")), list(enumerate("ab", 5)), list(enumerate([], start=3)), list(reversed([1, 2])), list(reversed(range(3))), list(reversed("ab")), list(reversed({"a": 1, "b": 2})))
z = zip([1, 2, 3], iter("ab"))
print(next(z), list(z), list(z), iter(z) is z)
m = map(str, [1, 2])
print(next(m), list(m), type(m).__name__, type(z).__name__, type(filter(None, [])).__name__, type(enumerate([])).__name__, type(reversed([])).__name__)
it = iter([1, 2, 3, 4])
print(list(zip(it, it)), list(zip(*[[1, 2], [3, 4]])), dict(zip("ab", (1, 2))), [*map(int, "123")])
print(next(iter([]), "d"), next(iter([5]), "d"), list(iter([1, 2].pop, 1)))
class Cnt:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * i
print(list(reversed(Cnt())), list(map(None.__class__, [])) if False else "", sum(Cnt()), max(Cnt()), list(enumerate(Cnt())))
