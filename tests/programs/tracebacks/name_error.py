def compute(items):
    return [helper(item) for item in items]


print("start")
compute([1, 2])
