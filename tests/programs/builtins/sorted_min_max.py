print(sorted([3, 1, 2]), sorted("cab", reverse=True), sorted({"b": 1, "a": 2}), sorted([(1, "b"), (1, "a")]), sorted(["b", "A"], key=str.lower), sorted([1, -2, 3], key=abs, reverse=True), sorted([]))
print(min(3, 1, 2), max("abc"), min([5], default=0), max([], default="none"), min([-1, 2], key=abs), max("a", "bb", key=len), min({"z": 1, "y": 2}), max((1, 2), (1, 3)), min(1, 1.0), max(1.0, 1), max(True, 1))
for f in (lambda: min(), lambda: max([]), lambda: min(5), lambda: max(1, "a"), lambda: min([1, 2], key=5), lambda: max(1, 2, default=3), lambda: sorted(5), lambda: sorted([1, "a"]), lambda: sorted([1], [2]), lambda: sorted(), lambda: sorted([1], cmp=1), lambda: min(1, 2, bad=3), lambda: sorted([None, None]), lambda: sorted([1j, 2j]), lambda: sorted([{}, {}])):
    try: print(f())
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
pairs = [(x % 3, x) for x in range(9)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: -p[0])[:3], sorted(pairs, key=lambda p: p[0], reverse=True)[:4])
nan = float("nan")
print(min(nan, 1), min(1, nan), max(nan, 1), sorted([2, nan, 1], key=str))
calls = []
sorted([2, 1], key=lambda x: calls.append(x) or x)
print(calls)
l = [3, 1, 2]
print(l.sort(), l, l.sort(key=lambda x: -x), l, sorted(l) is l)
class V:
    def __init__(self, k): self.k = k
    def __lt__(self, o): return self.k < o.k
    def __repr__(self): return f"V{self.k}"
print(sorted([V(2), V(1)]), min(V(5), V(3)), max([V(1), V(9)]))
def bad(x): raise ValueError("key failed")
l = [2, 1]
try: l.sort(key=bad)
except ValueError as e: print(e, l)
def mutate(x): m.append(9); return x
m = [2, 1]
try: m.sort(key=mutate)
except ValueError as e: print(e)
