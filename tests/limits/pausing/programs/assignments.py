class Thing:
    n = 1


thing = Thing()
thing.n += ask(4)
thing.n *= ask(2)
table = {"a": [1]}
table[ask("a")] += [ask(2)]
table[ask("b")] = ask(3)
x, (y, *z) = ask(1), [ask(2), ask(3), ask(4)]
a = b = ask(7)
print(thing.n, table, x, y, z, a, b, (c := ask(8)), c)


class Sum:
    def __init__(self, n):
        self.n = n

    def __iadd__(self, other):
        self.n += ask(other)
        return self

    def __add__(self, other):
        return Sum(ask(self.n) + other)

    def __radd__(self, other):
        return Sum(other + ask(self.n))

    def __getitem__(self, key):
        return ask(key.step) if isinstance(key, slice) else ask(key)

    def __setitem__(self, key, value):
        print("set", ask(key), value)

    def __delitem__(self, key):
        print("delete", ask(key))

    def __bool__(self):
        return ask(False)

    def __contains__(self, item):
        return ask(item == 2)

    def __call__(self, *args):
        return ask(args)

    def __index__(self):
        return ask(1)


s = Sum(1)
s += 5
s[3] += 4
del s[5]
print(s.n, (s + 1).n, (1 + s).n, s[1:2:3], not s, 2 in s, s(1, 2), [4, 5, 6][s], s and 1)
sum([1, 2], Sum(0)).n
