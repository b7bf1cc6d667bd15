def knapsack(items, capacity):
    best = [[0] * (capacity + 1) for _ in range(len(items) + 1)]
    for i, (weight, value) in enumerate(items, 1):
        for c in range(capacity + 1):
            best[i][c] = best[i - 1][c]
            if weight <= c:
                best[i][c] = max(best[i][c], best[i - 1][c - weight] + value)
    chosen, c = [], capacity
    for i in range(len(items), 0, -1):
        if best[i][c] != best[i - 1][c]:
            chosen.append(items[i - 1])
            c -= items[i - 1][0]
    return best[-1][-1], chosen[::-1]


def lcs(a, b):
    table = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + x if x == y else max(table[i][j + 1], table[i + 1][j], key=len)
    return table[-1][-1]


def levenshtein(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row = row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(previous[j] + 1, row[-1] + 1, previous[j - 1] + (x != y)))
    return row[-1]


def coins(amount, denominations):
    ways = [1] + [0] * amount
    for d in denominations:
        for n in range(d, amount + 1):
            ways[n] += ways[n - d]
    return ways[amount]


def max_subarray(a):
    best = current = a[0]
    for x in a[1:]:
        current = max(x, current + x)
        best = max(best, current)
    return best


def increasing(a):
    lengths = [1] * len(a)
    for i in range(len(a)):
        for j in range(i):
            if a[j] < a[i]:
                lengths[i] = max(lengths[i], lengths[j] + 1)
    return max(lengths)


print(knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
print(lcs("AGGTAB", "GXTXAYB"), levenshtein("kitten", "sitting"), levenshtein("", "abc"))
print(coins(100, [1, 5, 10, 25, 50]), max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]), increasing([10, 9, 2, 5, 3, 7, 101, 18]))
