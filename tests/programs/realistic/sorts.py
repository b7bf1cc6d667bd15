"""Sorting algorithms checked against sorted."""
import random


def bubble(a):
    a = a[:]
    for i in range(len(a)):
        swapped = False
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
                swapped = True
        if not swapped:
            break
    return a


def insertion(a):
    a = a[:]
    for i in range(1, len(a)):
        v, j = a[i], i - 1
        while j >= 0 and a[j] > v:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = v
    return a


def merge(a):
    if len(a) < 2:
        return a
    left, right = merge(a[: len(a) // 2]), merge(a[len(a) // 2 :])
    out, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            out.append(left[i])
            i += 1
        else:
            out.append(right[j])
            j += 1
    return out + left[i:] + right[j:]


def quick(a):
    if len(a) <= 1:
        return a
    pivot, *rest = a
    return [*quick([x for x in rest if x < pivot]), pivot, *quick([x for x in rest if not x < pivot])]


def shell(a):
    a, gap = a[:], len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            v = a[i]
            while i >= gap and a[i - gap] > v:
                a[i] = a[i - gap]
                i -= gap
            a[i] = v
        gap //= 2
    return a


def radix(a):
    a, shift = a[:], 0
    while any(v >> shift for v in a):
        buckets = [[] for _ in range(16)]
        for v in a:
            buckets[v >> shift & 15].append(v)
        a = [v for b in buckets for v in b]
        shift += 4
    return a


def counting(a):
    counts = [0] * (max(a, default=-1) + 1)
    for v in a:
        counts[v] += 1
    return [v for v, c in enumerate(counts) for _ in range(c)]


random.seed(2024)
cases = [[], [1], [2, 1], list(range(20)), list(range(20, 0, -1)), [random.randint(0, 500) for _ in range(80)], [3] * 10]
for f in (bubble, insertion, merge, quick, shell, radix, counting):
    results = [f(c) == sorted(c) for c in cases]
    print(f"{f.__name__:<10}", results, all(results))
print(cases[5][:8])
words = ["pear", "Apple", "fig", "apple", "Fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=lambda w: (-len(w), w.lower()), reverse=True))
records = [("b", 2), ("a", 2), ("c", 1)]
records.sort(key=lambda r: r[1])
print(records)
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
