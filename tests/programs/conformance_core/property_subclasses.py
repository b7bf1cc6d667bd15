"""Properties, class and static methods that are subclassed, with arguments of their own."""


class Tracked(property):
    """A property that counts how often it was read."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        super().__init__(fget, fset, fdel, doc)
        self.n_reads = 0

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        self.n_reads += 1
        return super().__get__(instance, owner)


class Account:
    def __init__(self):
        self._balance = 0

    @Tracked
    def balance(self):
        """What is there."""
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("overdrawn")
        self._balance = value

    @balance.deleter
    def balance(self):
        print("closed")
        self._balance = None


account = Account()
account.balance = 30
print(account.balance, account.balance + 1, Account.balance.n_reads)
try:
    account.balance = -1
except ValueError as error:
    print(error)
print(Account.balance.__doc__, Account.balance.fget.__name__, Account.balance.fset is not None)
del account.balance
print(account.balance, type(Account.balance).__name__)


class Named(property):
    """Knows a label that its constructor takes in the place of a setter."""

    def __init__(self, fget, label):
        super().__init__(fget)
        self.label = label

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return f"{self.label}={super().__get__(instance, owner)}"


def labelled(label):
    return lambda function: Named(function, label)


class Point:
    def __init__(self, x):
        self._x = x

    @labelled("ex")
    def x(self):
        """The first coordinate."""
        return self._x


print(Point(4).x, Point.x.label, Point.x.__doc__, Point.x.fset)
try:
    Point(4).x = 5
except AttributeError as error:
    print(error)


class Traced(staticmethod):
    def __init__(self, function, prefix=""):
        super().__init__(function)
        self.prefix = prefix


class Registered(classmethod):
    known = []

    def __init__(self, function, key):
        super().__init__(function)
        self.known.append(key)


class Tools:
    double = Traced(lambda value: value * 2, prefix="tools")
    make = Registered(lambda cls, value: (cls.__name__, value), "make")


print(Tools.double(4), Tools().double("a"), Tools.__dict__["double"].prefix)
print(Tools.make(1), Tools().make(2), Registered.known)
for attempt in (
    lambda: property(1, 2, 3, 4, 5),
    lambda: property(other=1),
    lambda: staticmethod(),
    lambda: classmethod(1, 2),
    lambda: staticmethod(function=print),
):
    try:
        attempt()
    except TypeError as error:
        print("TypeError", error)
print(property(doc="words").__doc__, property().fget)
