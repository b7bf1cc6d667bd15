s = {3, 1, 2}
print(s, {1, 1.0, True}, {0, False}, set("aab") == {"a", "b"}, set(range(5)), {*[1, 2], *(3,)}, set() or "empty", len({None, 0, ""}))
print({1, 2} | {3}, {1, 2, 3} & {2, 3, 4}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} < {1, 2}, {1} <= {1}, {2} > set(), {1} == {1.0}, {1, 2}.isdisjoint([3]), s.union("a") == {1, 2, 3, "a"})
t = s.copy()
t.add(10)
t.discard(3)
t.update({4}, [5], (6,))
t.difference_update([1])
t.intersection_update({2, 4, 5, 10})
t.symmetric_difference_update({2, 7})
print(s, t, sorted(t), sum(t), max(t), 5 in t)
f = frozenset([1, 2])
print(f | {3}, {3} | f, f & {1}, f == {1, 2}, {f: 1}[frozenset({2, 1})], f.union([5]), type(f | {3}).__name__, type({3} | f).__name__, {f} == {frozenset([2, 1])}, {1, 2} in [f], {1, 2} in {f})
print(sorted([{1, 2, 3}, {1}, {1, 2}], key=len), [x for x in sorted({(2, 1), (1, 2)})], {len(w) for w in "a bb cc".split()}, {i % 3: {j for j in range(6) if j % 3 == i % 3} for i in range(3)})
print({1, 2}.issubset({1, 2, 3}), {1, 2}.issuperset([1]), set().union(), set().union([1], [2]), {1, 2, 3}.intersection([1, 2], [2]), {1, 2, 3}.difference([1], (2,)), bool({0}))
big = set()
for i in range(3000):
    big.add(i * 37 % 1009)
    if i % 3 == 0:
        big.discard(i % 50)
print(len(big), sum(big), min(big), 36 in big)
for bad in (lambda: {[1]}, lambda: {1, {2}}, lambda: s.remove(99), lambda: set().pop(), lambda: s + {1}, lambda: s | [1], lambda: s < 5, lambda: s.add([]), lambda: s.update(5), lambda: set(5), lambda: set(1, 2), lambda: s[0], lambda: f.add(1), lambda: hash(s), lambda: {s: 1},
            lambda: s.union(5), lambda: s.add(), lambda: frozenset(5), lambda: s.nope, lambda: s & "ab", lambda: s.intersection(1), lambda: sorted([{1}, {2}, "a"]), lambda: s.discard({9}), lambda: s.isdisjoint(4), lambda: [] in {1}):
    try:
        print("got", bad())
    except Exception as error:
        print(type(error).__name__, error)
