print(list(map(ask, [1, 2, 3])))
print(list(map(lambda a, b: ask(a) + b, [1, 2], [10, 20])))
print(list(filter(lambda n: ask(n) % 2, range(5))))
list(zip(map(ask, "ab"), filter(ask, [0, 1, 2])))
