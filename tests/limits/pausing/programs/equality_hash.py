class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return ask(self.n) % 2

    def __eq__(self, other):
        return ask(self.n) == other.n


table = {Key(1): "one", Key(3): "three"}
table[Key(5)] = "five"
print(table[Key(3)], Key(7) in table, table.pop(Key(1)), table.get(Key(9)), len(table))
table.setdefault(Key(3), "again")
print(len({Key(n) for n in (1, 3, 1, 5, 3)}), Key(2) in {Key(4), Key(2)})
some = {Key(1), Key(2)}
some.discard(Key(2))
print([Key(1), Key(2)].index(Key(2)), [Key(1)] == [Key(1)], (Key(1), Key(2)).count(Key(2)))
print(len(some | {Key(1)}), len(some & {Key(1)}), Key(8) in [Key(7), Key(8)])
len(table)
