class Deck:
    def __init__(self, cards): self.cards = list(cards)
    def __len__(self): return len(self.cards)
    def __getitem__(self, i): return Deck(self.cards[i]) if isinstance(i, slice) else self.cards[i]
    def __setitem__(self, i, value): self.cards[i] = value
    def __delitem__(self, i): del self.cards[i]
    def __contains__(self, card): return card in self.cards
    def __repr__(self): return f"Deck({self.cards})"
    def __call__(self, n): return self.cards[:n]
    def __reversed__(self): return iter(["reversed", *self.cards[::-1]])


d = Deck("abcd")
print(len(d), d[0], d[-1], d[1:3], "c" in d, "z" in d, list(d), d(2), bool(Deck("")))
d[0] = "Z"
del d[1]
print(d, list(reversed(d)), [c for c in d], sorted(d), "".join(d), max(d))
first, *rest = d
print(first, rest, list(enumerate(d)), dict(zip(d, range(9))))


class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)), sum(Countdown(4)), 2 in Countdown(3), [*Countdown(2)], max(Countdown(5)))


class Ordered:
    def __init__(self, k): self.k = k
    def __lt__(self, o): return self.k < o.k
    def __le__(self, o): return self.k <= o.k
    def __eq__(self, o): return self.k == o.k
    def __repr__(self): return f"O{self.k}"


a, b = Ordered(1), Ordered(2)
print(a < b, a > b, a <= b, a >= b, a == b, a != b, sorted([b, a]), min(b, a), [a, b] < [b])
try:
    {a}
except TypeError as error:
    print(error)


class Text:
    def __str__(self): return "as str"
    def __repr__(self): return "as repr"
    def __bytes__(self): return b"as bytes"
    def __length_hint__(self): return 3
    def __dir__(self): return ["b", "a"]
    def __hash__(self): return 5


t = Text()
print(t, [t], str(t), repr(t), bytes(t), f"{t} {t!r}", dir(t), hash(t), "%s %r" % (t, t))
