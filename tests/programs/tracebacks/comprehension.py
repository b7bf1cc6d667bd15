def ratio(pairs):
    return {name: total / n for name, total, n in pairs}


print(ratio([("a", 4, 2)]))
ratio([("a", 4, 2), ("b", 1, 0)])
