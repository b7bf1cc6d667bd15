print([ask(n) for n in range(3)])
print({ask(n) % 2 for n in range(4)})
print({ask(n): ask(-n) for n in range(3)})
print(list(ask(n) for n in range(3)))
print([(a, b) for a in range(ask(3)) if ask(a) for b in range(ask(a))])
print([[ask(a * b) for a in range(2)] for b in range(2)])


def local():
    k = 10
    return [ask(n) + k for n in range(ask(2))]


local()
