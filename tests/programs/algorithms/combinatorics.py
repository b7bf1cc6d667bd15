def permutations(items):
    if not items:
        return [[]]
    return [[x] + p for i, x in enumerate(items) for p in permutations(items[:i] + items[i + 1 :])]


def combinations(items, k):
    if k == 0:
        return [[]]
    return [[items[i]] + c for i in range(len(items)) for c in combinations(items[i + 1 :], k - 1)]


def power_set(items):
    return [[x for i, x in enumerate(items) if mask >> i & 1] for mask in range(1 << len(items))]


def product(*pools):
    result = [()]
    for pool in pools:
        result = [r + (x,) for r in result for x in pool]
    return result


def next_permutation(a):
    a = list(a)
    i = len(a) - 2
    while i >= 0 and a[i] >= a[i + 1]:
        i -= 1
    if i < 0:
        return sorted(a)
    j = len(a) - 1
    while a[j] <= a[i]:
        j -= 1
    a[i], a[j] = a[j], a[i]
    return a[: i + 1] + a[: i : -1]


def hanoi(n, source="A", target="C", spare="B"):
    if n:
        yield from hanoi(n - 1, source, spare, target)
        yield f"{source}{target}"
        yield from hanoi(n - 1, spare, target, source)


def partitions(n, most=None):
    most = most or n
    if n == 0:
        yield []
        return
    for part in range(min(n, most), 0, -1):
        for rest in partitions(n - part, part):
            yield [part, *rest]


def subset_sum(numbers, target):
    if target == 0:
        return []
    for i, x in enumerate(numbers):
        if x <= target and (rest := subset_sum(numbers[i + 1 :], target - x)) is not None:
            return [x] + rest
    return None


print(permutations([1, 2, 3]), combinations("abcd", 2), power_set([1, 2, 3]))
print(product("ab", [1, 2]), next_permutation([1, 3, 2]), next_permutation([3, 2, 1]))
print(list(hanoi(3)), sum(1 for _ in hanoi(8)), list(partitions(5)), subset_sum([8, 6, 7, 5, 3], 16), subset_sum([2, 4], 5))
