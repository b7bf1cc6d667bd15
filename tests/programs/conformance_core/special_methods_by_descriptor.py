"""Special methods that are descriptors, static methods or partial methods in the class."""

from functools import partialmethod


class Bound:
    """A descriptor that binds what it holds, and says so."""

    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner=None):
        return self.function.__get__(instance, owner)


class Thing:
    __len__ = Bound(lambda self: 7)
    __hash__ = Bound(lambda self: 11)
    __str__ = Bound(lambda self: "a thing")
    __repr__ = Bound(lambda self: "Thing()")
    __format__ = Bound(lambda self, spec: f"thing:{spec}")
    __index__ = Bound(lambda self: 2)
    __int__ = Bound(lambda self: 5)
    __float__ = Bound(lambda self: 0.5)
    __complex__ = Bound(lambda self: 1j)
    __abs__ = Bound(lambda self: "magnitude")
    __neg__ = Bound(lambda self: "minus")
    __round__ = Bound(lambda self, *digits: ("round", digits))
    __bytes__ = Bound(lambda self: b"raw")
    __reversed__ = Bound(lambda self: iter("cba"))
    __iter__ = Bound(lambda self: iter("abc"))
    __contains__ = Bound(lambda self, item: item == "there")
    __getitem__ = Bound(lambda self, key: key * 2)
    __call__ = Bound(lambda self, *args: args)
    __lt__ = Bound(lambda self, other: True)
    __dir__ = Bound(lambda self: ["zeta", "alpha"])


thing = Thing()
print(len(thing), hash(thing), str(thing), repr(thing), f"{thing:>9}", f"{thing!r}")
print(hex(thing), [10, 20, 30][thing], int(thing), float(thing), complex(thing))
print(abs(thing), -thing, round(thing), round(thing, 2), bytes(thing))
print(list(reversed(thing)), list(thing), "there" in thing, thing["ab"], thing(1, 2))
print(thing < 3, min([thing, thing]), dir(thing), {thing: 1}[thing])


class Money:
    def __init__(self, amount):
        self.amount = amount

    def _combine(self, other, sign=1):
        return self.amount + sign * getattr(other, "amount", other)

    __add__ = partialmethod(_combine)
    __sub__ = partialmethod(_combine, sign=-1)
    __len__ = staticmethod(lambda: 3)


print(Money(5) + Money(2), Money(5) - 2, len(Money(1)))


class Countdown:
    def __init__(self):
        self.left = 3

    def __iter__(self):
        return self

    def _step(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left

    __next__ = Bound(_step)


countdown = Countdown()
print(next(countdown), list(countdown), next(countdown, "over"))


class Linked(type):
    """Gives each class an unbound super object of its own."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        setattr(cls, f"_{name}__parent", super(cls))


class Base(metaclass=Linked):
    def path(self):
        return "Base"


class Middle(Base):
    def path(self):
        return "Middle > " + self.__parent.path()


class Leaf(Middle):
    def path(self):
        return "Leaf > " + self.__parent.path()


print(Leaf().path(), Middle().path())
