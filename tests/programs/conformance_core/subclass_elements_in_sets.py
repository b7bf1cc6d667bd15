"""Elements of subclasses of builtins with a hash and an equality of their own."""


class Word(str):
    """A string that compares without regard to case."""

    def __eq__(self, other):
        return self.lower() == str(other).lower()

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.lower())


class Clock(int):
    def __hash__(self):
        return int(self) % 12

    def __eq__(self, other):
        return int(self) % 12 == int(other) % 12


class Pair(tuple):
    """A tuple whose order does not matter."""

    def __hash__(self):
        return hash(frozenset(self))

    def __eq__(self, other):
        return sorted(self) == sorted(other)


class Group(set):
    """A set that is its own element, by identity."""

    def __hash__(self):
        return id(self) & 0xFFFF

    def __eq__(self, other):
        return self is other


words = {Word("Apple"), Word("apple"), Word("Pear")}
print(len(words), Word("APPLE") in words, Word("fig") in words, words.__contains__(Word("PEAR")))
words.discard(Word("pEAR"))
print(sorted(words), Word("aPPLE") in frozenset(words))
words.remove(Word("APPLE"))
print(words)
try:
    words.remove(Word("Apple"))
except KeyError as error:
    print("KeyError", error)

hours = {Clock(3), Clock(15), Clock(7)}
print(len(hours), Clock(27) in hours, Clock(8) in hours, Clock(19) in hours)
hours -= {Clock(31)}
print([int(hour) for hour in hours])

pairs = {Pair((1, 2)), Pair((2, 1)), Pair((3, 4))}
print(len(pairs), Pair((4, 3)) in pairs, Pair((1, 4)) in pairs)
print(len(pairs & {Pair((4, 3))}), len(pairs | {Pair((2, 1))}), pairs >= {Pair((2, 1))})

first, second = Group([1, 2]), Group([1, 2])
groups = {first}
print(first in groups, second in groups)
groups.add(second)
print(len(groups))
groups.remove(first)
print(len(groups), first in groups)
print({1, 2} in {frozenset([1, 2])}, set() in {frozenset()})


class Bag(set):
    pass


print(Bag("ab") in {frozenset("ab")}, Bag("a") in {frozenset("ab")})
try:
    {Bag("ab")}
except TypeError as error:
    print("TypeError", error)
