def search(a, wanted):
    low, high = 0, len(a) - 1
    while low <= high:
        middle = (low + high) // 2
        if a[middle] == wanted:
            return middle
        if a[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return -1


def bisect_left(a, x):
    low, high = 0, len(a)
    while low < high:
        middle = (low + high) // 2
        if a[middle] < x:
            low = middle + 1
        else:
            high = middle
    return low


def two_sum(numbers, target):
    seen = {}
    for i, n in enumerate(numbers):
        if target - n in seen:
            return seen[target - n], i
        seen[n] = i


def rotated(a):
    low, high = 0, len(a) - 1
    while low < high:
        middle = (low + high) // 2
        if a[middle] > a[high]:
            low = middle + 1
        else:
            high = middle
    return low


def bisect_root(f, low, high, tolerance=1e-9):
    while high - low > tolerance:
        middle = (low + high) / 2
        low, high = (middle, high) if f(low) * f(middle) > 0 else (low, middle)
    return (low + high) / 2


def merge_intervals(intervals):
    out = []
    for start, end in sorted(intervals):
        if out and start <= out[-1][1]:
            out[-1][1] = max(out[-1][1], end)
        else:
            out.append([start, end])
    return out


def longest_unique(text):
    last, start, best = {}, 0, (0, "")
    for i, c in enumerate(text):
        if last.get(c, -1) >= start:
            start = last[c] + 1
        last[c] = i
        best = max(best, (i - start + 1, text[start : i + 1]), key=lambda b: b[0])
    return best


a = list(range(0, 100, 7))
print([search(a, x) for x in (0, 49, 98, 50)], [bisect_left(a, x) for x in (-1, 7, 8, 200)])
print(two_sum([2, 7, 11, 15], 26), two_sum([1], 5), rotated([4, 5, 6, 1, 2, 3]), round(bisect_root(lambda x: x**3 - 2, 0, 2), 6))
print(merge_intervals([(1, 3), (8, 10), (2, 6), (15, 18), (17, 20)]), longest_unique("abcabcbb"), longest_unique("pwwkew"))
