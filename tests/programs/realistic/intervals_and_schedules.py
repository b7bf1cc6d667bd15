"""Intervals: merging, rooms, free slots, sweep lines, sliding windows."""
import heapq
from collections import deque
from itertools import groupby


def merge(spans):
    out = []
    for a, b in sorted(spans):
        if out and a <= out[-1][1]:
            out[-1][1] = max(out[-1][1], b)
        else:
            out.append([a, b])
    return out


def rooms(meetings):
    ends, most = [], 0
    for a, b in sorted(meetings):
        while ends and ends[0] <= a:
            heapq.heappop(ends)
        heapq.heappush(ends, b)
        most = max(most, len(ends))
    return most


def minutes(t):
    h, m = map(int, t.split(":"))
    return h * 60 + m


def clock(n):
    return "{:02d}:{:02d}".format(*divmod(n, 60))


def free(busy, start="09:00", end="17:00", least=30):
    at = minutes(start)
    for a, b in merge([minutes(a), minutes(b)] for a, b in busy) + [[minutes(end)] * 2]:
        if a - at >= least:
            yield f"{clock(at)}-{clock(a)}"
        at = max(at, b)


def skyline(buildings):
    events = sorted([(l, -h, r) for l, r, h in buildings] + [(r, 0, 0) for _, r, _ in buildings])
    heap, out = [(0, float("inf"))], [[0, 0]]
    for x, negative, r in events:
        while heap[0][1] <= x:
            heapq.heappop(heap)
        if negative:
            heapq.heappush(heap, (negative, r))
        if out[-1][1] != -heap[0][0]:
            out.append([x, -heap[0][0]])
    return out[1:]


def window_max(a, k):
    d = deque()
    for i, v in enumerate(a):
        while d and a[d[-1]] <= v:
            d.pop()
        d.append(i)
        if d[0] <= i - k:
            d.popleft()
        if i >= k - 1:
            yield a[d[0]]


def ranges(numbers):
    for _, g in groupby(enumerate(sorted(numbers)), key=lambda p: p[1] - p[0]):
        run = [n for _, n in g]
        yield str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}"


print(merge([(1, 3), (8, 10), (2, 6), (15, 18), (10, 11)]), rooms([(0, 30), (5, 10), (15, 20), (10, 15)]))
print(list(free([("09:30", "10:15"), ("12:00", "13:00"), ("10:00", "11:00"), ("16:45", "17:30")])))
print(skyline([(2, 9, 10), (3, 7, 15), (5, 12, 12), (15, 20, 10), (19, 24, 8)]))
print(list(window_max([1, 3, -1, -3, 5, 3, 6, 7], 3)), ",".join(ranges([1, 2, 3, 7, 9, 10, 15])))


def schedule(tasks, cooldown):
    heap = sorted((-n, t) for t, n in tasks.items())
    waiting, out, time = deque(), [], 0
    while heap or waiting:
        if waiting and waiting[0][0] <= time:
            heapq.heappush(heap, waiting.popleft()[1])
        if heap:
            n, t = heapq.heappop(heap)
            out.append(t)
            if n + 1:
                waiting.append((time + cooldown + 1, (n + 1, t)))
        else:
            out.append("_")
        time += 1
    return "".join(out)


print(schedule({"A": 3, "B": 3, "C": 1}, 2), schedule({"A": 3}, 2))
