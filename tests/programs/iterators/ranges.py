print(range(5), range(2, 5), range(0, 10, 3), range(10, 0, -4), list(range(10, 0, -4)), len(range(10, 0, -4)), range(0), bool(range(0)), list(range(-3)), list(range(3, -3, -2)))
r = range(3, 50, 7)
print(r[0], r[-1], r[2:4], r[::-1], r[::-2], 10 in r, 11 in r, 10.0 in r, "a" in r, r.index(17), r.count(17), r.count(18), r.start, r.stop, r.step, max(r), min(r), sum(r), sorted(r, reverse=True)[:2], list(reversed(r))[:2])
print(range(3) == range(3), range(0) == range(1, 1), range(0, 3, 2) == range(0, 4, 2), range(1) != range(2), hash(range(3)) == hash(range(0, 3, 1)), {range(2): "k"}[range(2)], range(3) == [0, 1, 2])
print(range(10**20, 10**20 + 3), list(range(10**20, 10**20 + 3)), len(range(2**62)), range(2**70)[2**65], 2**65 in range(2**70), range(-(2**65), 2**65, 2**63)[1], list(range(2**64, 0, -(2**62)))[:2])
print(list(zip(range(3), range(10, 0, -3))), [*range(3)], (*range(2),), {*range(2)}, dict.fromkeys(range(2)), list(map(str, range(3))), tuple(range(1, 3)), set(range(3)) == {0, 1, 2}, range(True), range(5)[True], range(10)[slice(2, 4)])
total = 0
for i in range(5):
    i *= 2
    total += i
print(total, i)
for i in range(10, 0, -3):
    print(i, end=" ")
else:
    print("end", i)
for i in range(2**63 - 1, 2**63 + 2):
    print(i, end=" ")
print()
it = iter(range(3))
print(next(it), list(it), next(it, "done"), type(iter(range(1))).__name__, iter(it) is it)
for bad in (lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(1, 2, 0), lambda: range("a"), lambda: range(1.0), lambda: range(3)[3], lambda: range(3)[-4], lambda: range(3)["a"], lambda: range(3).index(7), lambda: range(3).index("a"), lambda: range(3) + range(2), lambda: range(3) < range(4), lambda: setattr(range(3), "start", 1), lambda: range(None), lambda: range(stop=3), lambda: range(2)[1.0], lambda: len(range(2**64))):
    try:
        print("got", bad())
    except Exception as error:
        print(type(error).__name__, error)
