"""Enums over dataclasses, aliases of flags, what dir() shows, checks, and hooks of base classes."""

from dataclasses import dataclass, field
from enum import Enum, Flag, IntEnum, IntFlag, NAMED_FLAGS, StrEnum, auto, verify


@dataclass
class Body:
    size: str
    legs: int
    tail: bool = field(repr=False, default=True)


class Creature(Body, Enum):
    BEETLE = "small", 6
    DOG = "medium", 4


print(repr(Creature.DOG), Creature.DOG.legs, Creature.BEETLE.tail, Creature.DOG.value.size)


class Pairs(Enum):
    ONE = auto()
    TWO = auto(), auto()
    THREE = auto(), auto(), auto()


print(list(Pairs))


class Shape(Enum):
    ROUND = 1

    def area(self):
        return 1

    @property
    def corners(self):
        return 0


print(dir(Shape), dir(Shape.ROUND))


class Level(IntEnum):
    LOW = 1


print("bit_length" in dir(Level), "bit_length" in dir(Level.LOW))


class Right(Flag):
    read = 1
    write = 2
    run = 4
    admin = 12


print(Right(5) | Right.admin, repr(Right.admin | Right.read), repr(~Right.read), repr(Right(8)))
try:
    @verify(NAMED_FLAGS)
    class Broken(Flag):
        a = 1
        b = 3
        c = 4
        d = 6
except ValueError as error:
    print(error)


class Registered(Enum):
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        print(cls.__name__, [member.name for member in cls], len(cls))


class Color(Registered):
    RED = "r"
    BLUE = "b"


class Mode(IntFlag):
    A = 1
    B = 2


print(Mode.A | Mode.B, repr(Mode(7)), Mode.A + 1, [m for m in Mode(3)])


class Word(StrEnum):
    HELLO = auto()
    BYE = "Bye"


print(Word.HELLO, Word.BYE.upper(), [str(word) for word in Word])
try:
    class Wrong(Enum):
        X = 1

        def __init__(self, number):
            raise LookupError("no number", number)
except LookupError as error:
    print(repr(error), error.__cause__, error.__context__)
try:
    class Order(Enum):
        _order_ = "B A"
        A = 1
        B = 2
except TypeError as error:
    print(error)
try:
    Color("x")
except ValueError as error:
    print(type(error).__name__, error)
