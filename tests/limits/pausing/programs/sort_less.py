class Number:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return ask(self.n) < ask(other.n)


numbers = [Number(n) for n in (5, 2, 4, 1)]
numbers.sort()
print([number.n for number in numbers], max(numbers).n if hasattr(Number, "__gt__") else None)
[number.n for number in sorted(numbers, reverse=True)]
