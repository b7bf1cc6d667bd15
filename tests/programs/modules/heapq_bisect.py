import heapq, bisect, random

def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

r = random.Random(5)
for n in (0, 1, 2, 3, 7, 20):
    data = [r.randrange(30) for _ in range(n)]
    h = data.copy()
    heapq.heapify(h)
    print(data, h, heapq.nsmallest(3, data), heapq.nlargest(3, data), heapq.nsmallest(3, data, key=lambda x: -x), heapq.nlargest(2, data, key=lambda x: x % 7), heapq.nsmallest(0, data), heapq.nlargest(-1, data), heapq.nsmallest(100, data), heapq.nlargest(1, data), heapq.nsmallest(1, data))
    g = []
    for x in data:
        heapq.heappush(g, x)
    print(g, heapq.heappushpop(g, 5), g, tried(heapq.heapreplace, g, 50), g, [heapq.heappop(g) for _ in range(len(g))])
print(list(heapq.merge([1, 4, 7], [2, 4, 8], [0, 9])), list(heapq.merge([9, 4], [8, 3], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)), list(heapq.merge()), list(heapq.merge([], [1])), list(heapq.merge([1, 1], [1])), list(heapq.merge("bd", "ac", key=str.upper, reverse=False)))
for f, args in [(heapq.heappop, ([],)), (heapq.heapreplace, ([], 1)), (heapq.heappush, ((), 1)), (heapq.heapify, ((1,),)), (heapq.heappop, ("x",)), (heapq.heappush, ([1], "x")), (heapq.heapify, ([1, "a"],)), (heapq.nsmallest, (2, 5)), (heapq.nlargest, (2, [1, "a"]))]:
    print(f.__name__, tried(f, *args))
class Job:
    def __init__(self, p, name):
        self.p, self.name = p, name
    def __lt__(self, other):
        return self.p < other.p
jobs = []
for p, name in ((3, "c"), (1, "a"), (2, "b"), (1, "z")):
    heapq.heappush(jobs, Job(p, name))
print([heapq.heappop(jobs).name for _ in range(4)])
for data in ([], [1], [1, 2, 2, 2, 3, 5, 8], list("acegik")):
    for x in ((0, 1, 2, 4, 9) if not data or data[0] == 1 else ("a", "b", "z")):
        print(x, bisect.bisect(data, x), bisect.bisect_left(data, x), bisect.bisect_right(data, x), bisect.bisect_left(data, x, 1) if data else "", bisect.bisect_right(data, x, 0, len(data) // 2))
pairs = [("a", 3), ("b", 5), ("c", 9)]
print(bisect.bisect(pairs, 5, key=lambda p: p[1]), bisect.bisect_left(pairs, 5, key=lambda p: p[1]), tried(bisect.bisect, [1], 1, -1), tried(bisect.bisect, [1], "x"), tried(bisect.insort, [1], "x"), tried(bisect.bisect, 5, 1), tried(bisect.bisect, [1, 2, 3], 2, lo=0, hi=10), tried(bisect.bisect_left, [1, 2, 3], 5, 0, 10))
bisect.insort(pairs, ("x", 4), key=lambda p: p[1])
bisect.insort_left(pairs, ("y", 5), key=lambda p: p[1])
items = []
for x in (5, 1, 4, 1, 3):
    bisect.insort(items, x)
bisect.insort_right(items, 4, lo=1, hi=3)
print(pairs, items, bisect.insort is bisect.insort_right, bisect.bisect is bisect.bisect_right)
