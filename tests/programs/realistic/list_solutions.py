"""Short list tasks with checks."""
from typing import List, Tuple, Any


def close_elements(numbers: List[float], threshold: float) -> bool:
    ordered = sorted(numbers)
    return any(b - a < threshold for a, b in zip(ordered, ordered[1:]))


def intersperse(numbers: List[int], delimiter: int) -> List[int]:
    out: List[int] = []
    for n in numbers:
        out += [n, delimiter]
    return out[:-1]


def rolling_max(numbers: List[int]) -> List[int]:
    best, out = None, []
    for n in numbers:
        best = n if best is None else max(best, n)
        out.append(best)
    return out


def flatten(values: Any) -> List[Any]:
    if isinstance(values, (list, tuple)):
        return [leaf for v in values for leaf in flatten(v)]
    return [values]


def rotate(values: List[int], k: int) -> List[int]:
    if not values:
        return values
    k %= len(values)
    return values[-k:] + values[:-k]


def two_sum(values: List[int], target: int) -> Tuple[int, int]:
    seen = {}
    for i, v in enumerate(values):
        if target - v in seen:
            return seen[target - v], i
        seen[v] = i
    raise ValueError(f"no pair sums to {target}")


def chunks(values, size):
    return [values[i : i + size] for i in range(0, len(values), size)]


def max_subarray(values):
    best = current = values[0]
    for v in values[1:]:
        current = max(v, current + v)
        best = max(best, current)
    return best


assert close_elements([1.0, 2.8, 3.0, 4.0], 0.3)
assert not close_elements([1.0, 2.0, 3.0], 0.5)
assert intersperse([], 4) == []
assert intersperse([1, 2, 3], 0) == [1, 0, 2, 0, 3]
print(rolling_max([1, 3, 2, 5, 4]), flatten([1, [2, (3, [4, []])], "five"]))
print(rotate([1, 2, 3, 4, 5], 7), two_sum([2, 7, 11, 15], 26), chunks(list(range(7)), 3))
print(max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]))
try:
    two_sum([1, 2], 100)
except ValueError as error:
    print("error:", error)
values = [5, 3, 8, 1]
values.sort(reverse=True)
values[1:3] = [100, 200, 300]
del values[::2]
print(values, values.index(100), values.count(3), list(map(str, values)))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], sum(matrix, []), [row[::-1] for row in matrix])
first, *middle, last = range(6)
print(first, middle, last, *reversed(middle), sep="/")
