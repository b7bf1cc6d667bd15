class Numbers:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter", ask(self.n))
        return self

    def __next__(self):
        self.n -= 1
        if ask(self.n) < 0:
            raise StopIteration
        return self.n


for number in Numbers(3):
    print(number)
a, *rest = Numbers(4)
print(a, rest, list(Numbers(2)), tuple(Numbers(2)), 1 in Numbers(2), sum(Numbers(3)))
print(*Numbers(2), [*Numbers(2), *Numbers(1)], dict(zip(Numbers(2), Numbers(3))))


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return ask(i)

    def __len__(self):
        return ask(3)


print(list(Old()), len(Old()), list(reversed(Old())), list(enumerate(Old())))
list(iter(lambda: ask(0), 0))
