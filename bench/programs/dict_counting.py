def count(n):
    counts = {}
    x = 12345
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        key = x % 1000
        counts[key] = counts.get(key, 0) + 1
    return counts

counts = count(150_000)
print(len(counts), max(counts.values()), sum(k * v for k, v in counts.items()))
