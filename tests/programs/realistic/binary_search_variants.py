"""Searching: bounds, rotated arrays, peaks, roots, answers."""
from bisect import bisect_left, bisect_right, insort


def lower(a, v):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < v:
            lo = mid + 1
        else:
            hi = mid
    return lo


def rotated(a, v):
    lo, hi = 0, len(a) - 1
    while lo <= hi:
        mid = lo + hi >> 1
        if a[mid] == v:
            return mid
        if a[lo] <= a[mid]:
            lo, hi = (lo, mid - 1) if a[lo] <= v < a[mid] else (mid + 1, hi)
        else:
            lo, hi = (mid + 1, hi) if a[mid] < v <= a[hi] else (lo, mid - 1)
    return -1


def root(f, lo, hi, tolerance=1e-12):
    while hi - lo > tolerance:
        mid = (lo + hi) / 2
        lo, hi = (lo, mid) if f(lo) * f(mid) <= 0 else (mid, hi)
    return (lo + hi) / 2


a = [1, 3, 3, 3, 8, 9]
assert all(lower(a, v) == bisect_left(a, v) for v in range(11))
print([(bisect_left(a, v), bisect_right(a, v)) for v in (0, 3, 8, 10)])
r = [6, 7, 9, 1, 2, 4]
print([rotated(r, v) for v in (*r, 5)], round(root(lambda x: x**3 - 2, 0, 2), 9))
b = []
for v in (5, 1, 4, 1, 3):
    insort(b, v)
print(b, "FDCBA"[bisect_right([60, 70, 80, 90], 85)], bisect_left(["a", "bb", "ccc"], 2, key=len))


def capacity(weights, days):
    lo, hi = max(weights), sum(weights)
    while lo < hi:
        mid, need, load = (lo + hi) // 2, 1, 0
        for w in weights:
            if load + w > mid:
                need, load = need + 1, 0
            load += w
        lo, hi = (lo, mid) if need <= days else (mid + 1, hi)
    return lo


print(capacity(range(1, 11), 5))
