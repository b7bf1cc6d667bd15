"""Literals, negative and complex numbers, strings joined, dotted values, equality against identity."""
import enum
import math


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Level(enum.IntFlag):
    LOW = 1
    HIGH = 2


class Config:
    class limits:
        top = 100
    name = "config"


class Always:
    def __eq__(self, other):
        return True


class Never:
    def __eq__(self, other):
        return False


def name(value):
    match value:
        case -1:
            return "minus one"
        case 0x10:
            return "sixteen"
        case 1_000:
            return "thousand"
        case 2.5:
            return "two and a half"
        case -2.5 | 3 - 4j | -1 + 2j:
            return "odd numbers"
        case "a" "b":
            return "joined"
        case b"raw" | r"\d":
            return "raw"
        case """long
text""":
            return "long"
        case None:
            return "none"
        case True:
            return "true"
        case Color.RED | Level.HIGH:
            return "member"
        case Config.limits.top:
            return "top"
        case Config.name:
            return "configured"
        case math.pi:
            return "pi"
        case _:
            return "else"


for value in (-1, -1.0, 16, 1000, 2.5, -2.5, 3 - 4j, complex(-1, 2), "ab", b"raw", r"\d", "long\ntext", None, True, 1, 1.0, False, 0, Color.RED, Color.BLUE, Level.HIGH, 2, 100, "config", math.pi, math.nan, Always(), Never(), Level.LOW | Level.HIGH):
    print(repr(value) if not isinstance(value, (Always, Never)) else type(value).__name__, name(value))


def soft():
    match = 5
    case = match + 1
    _ = case
    match (case):
        case 6:
            return match, case, _
    return None


print(soft())
match = lambda *a: a
print(match(1), match (2, 3))
match, case = 1, 2
print(match -1, match * case)


class type_holder:
    type = 3


type = 4
match type:
    case type_holder.type:
        print("three")
    case 4:
        print("four")
nan = float("nan")


class N:
    value = nan


match nan:
    case N.value:
        print("same nan")
    case _:
        print("nan is not equal")
