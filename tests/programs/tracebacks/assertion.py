def is_sorted(values):
    return all(a <= b for a, b in zip(values, values[1:]))


assert is_sorted([1, 2, 3])
assert is_sorted([3, 1]), "values are not sorted"
