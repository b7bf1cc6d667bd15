def below_threshold(numbers, t):
    return all(n < t for n in numbers)


def rolling_max(numbers):
    result, current = [], None
    for n in numbers:
        current = n if current is None else max(current, n)
        result.append(current)
    return result


def has_close_elements(numbers, threshold):
    for i, a in enumerate(numbers):
        for j, b in enumerate(numbers):
            if i != j and abs(a - b) < threshold:
                return True
    return False


def intersperse(numbers, delimiter):
    if not numbers:
        return []
    result = []
    for n in numbers[:-1]:
        result.append(n)
        result.append(delimiter)
    result.append(numbers[-1])
    return result


def flatten(items):
    out = []
    for item in items:
        if isinstance(item, list):
            out.extend(flatten(item))
        else:
            out.append(item)
    return out


def rotate(items, k):
    k %= len(items)
    return items[-k:] + items[:-k]


def unique(items):
    seen = set()
    return [x for x in items if not (x in seen or seen.add(x))]


def chunks(items, n):
    return [items[i : i + n] for i in range(0, len(items), n)]


print(below_threshold([1, 2, 4, 10], 100), rolling_max([1, 2, 3, 2, 3, 4, 2]))
print(has_close_elements([1.0, 2.8, 3.0, 4.0], 0.3), intersperse([5, 6, 3, 2], 8))
print(flatten([1, [2, [3, [4, []]], 5]]), rotate([1, 2, 3, 4, 5], 2), unique([1, 2, 1, 3, 2]))
print(chunks(list(range(7)), 3), [list(t) for t in zip(*[[1, 2], [3, 4]])])
print(sorted([5, 2, 8])[::-1], [a * b for a, b in zip([1, 2], [3, 4])])
chunks([1, 2, 3], 2)
