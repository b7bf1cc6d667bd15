"""Dynamic programming: knapsack, coins, partitions, increasing runs."""
from bisect import bisect_left
from functools import cache


def knapsack(items, capacity):
    best = [(0, ())] * (capacity + 1)
    for name, weight, value in items:
        for c in range(capacity, weight - 1, -1):
            other = best[c - weight]
            if other[0] + value > best[c][0]:
                best[c] = (other[0] + value, other[1] + (name,))
    return best[capacity]


def fewest_coins(coins, amount):
    infinity = float("inf")
    table = [0] + [infinity] * amount
    for a in range(1, amount + 1):
        table[a] = min((table[a - c] + 1 for c in coins if c <= a), default=infinity)
    return -1 if table[amount] == infinity else table[amount]


@cache
def ways(amount, coins):
    if amount == 0:
        return 1
    if amount < 0 or not coins:
        return 0
    return ways(amount - coins[0], coins) + ways(amount, coins[1:])


def lis(values):
    tails = []
    for v in values:
        at = bisect_left(tails, v)
        tails[at : at + 1] = [v]
    return len(tails)


def partitions(n, most=None):
    if n == 0:
        yield []
        return
    for first in range(min(n, most or n), 0, -1):
        for rest in partitions(n - first, first):
            yield [first, *rest]


def matrix_chain(sizes):
    @cache
    def go(i, j):
        if i == j:
            return 0, f"A{i}"
        return min(
            (go(i, k)[0] + go(k + 1, j)[0] + sizes[i] * sizes[k + 1] * sizes[j + 1], f"({go(i, k)[1]}{go(k + 1, j)[1]})")
            for k in range(i, j)
        )

    return go(0, len(sizes) - 2)


print(knapsack([("map", 9, 150), ("water", 15, 200), ("rope", 5, 60), ("tin", 7, 70)], 25))
print(fewest_coins([1, 5, 10, 25], 63), fewest_coins([5, 10], 3), ways(100, (50, 25, 10, 5, 1)))
print(ways.cache_info())
print(lis([10, 9, 2, 5, 3, 7, 101, 18]), list(partitions(5)))
print(matrix_chain((40, 20, 30, 10, 30)))
