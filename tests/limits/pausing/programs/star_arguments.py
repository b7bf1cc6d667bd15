def take(*args, **keywords):
    return args, sorted(keywords.items())


def some():
    yield ask(1)
    yield ask(2)


class Table:
    def keys(self):
        return [ask("a"), ask("b")]

    def __getitem__(self, key):
        return ask(key) * 2


print(take(*some(), ask(3), *[ask(4)], k=ask(5), **Table(), **{ask("c"): ask(6)}))
print([*some(), *some()], {**Table(), "z": ask(1)}, {*some()})
print(*map(ask, "xyz"), sep=ask("-"), end=ask("!\n"))
take(*(ask(n) for n in range(2)))
