def work(n):
    squares = [i * i for i in range(n)]
    odd = [s for s in squares if s & 1]
    pairs = {i: s for i, s in enumerate(odd)}
    unique = {s % 1009 for s in squares}
    nested = [[i * j for j in range(12)] for i in range(n // 100)]
    return sum(odd) + len(pairs) + len(unique) + sum(sum(row) for row in nested)

print(work(120_000))
