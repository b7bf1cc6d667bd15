def last(items, n):
    return [items[-i] for i in range(1, n + 1)]


grid = [[1, 2], [3]]
print(last([1, 2, 3], 2))
print(grid[0][1] + grid[1][1])
