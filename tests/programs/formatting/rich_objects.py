"""Decimal, Fraction, complex, Enum and classes of a program's own in format specs."""
import enum
from decimal import Decimal
from fractions import Fraction

for spec in ("", ".2f", "10.3f", "+.1e", ",.2f", "g", ".3g", "%", "<8", "010.1f", "E", "n"):
    print(spec.ljust(7), [format(Decimal(text), spec) for text in ("0", "-1.005", "1234567.891", "1E+5", "0.000001")])
print(f"{Decimal('NaN'):>6} {Decimal('Infinity'):.2f} {Decimal('-0.00'):.1f} {Decimal('1.50')!r} {Decimal(10) ** 30:,}")
print(f"{Fraction(1, 3)} {Fraction(4, 2)!r} {str(Fraction(-7, 4)):>8}")
for spec in ("", ".2f", "+.1f", "g", "e", ">20", "<20.1f", ",.1f"):
    print(spec.ljust(7), [format(value, spec) for value in (1 + 2j, -0.5j, complex(1e10, -1e-10))])


class Color(enum.Enum):
    RED = "r"


class Level(enum.IntEnum):
    HIGH = 10


class Word(enum.StrEnum):
    HELLO = "hello"


class Mixed(str, enum.Enum):
    ONE = "one"


print(f"{Color.RED} {Color.RED!r} {Color.RED:>12} {Level.HIGH} {Level.HIGH:5} {Level.HIGH!r} {Word.HELLO:>8} {Word.HELLO!r} {Mixed.ONE!s}")
print("%s %d %r" % (Level.HIGH, Level.HIGH, Level.HIGH), "{} {:d}".format(Level.HIGH, Level.HIGH))


class Celsius(float):
    def __format__(self, spec):
        return super().__format__(spec or ".1f") + "°C"


class Path(str):
    def __format__(self, spec):
        return "/".join([self] * int(spec or 1))


print(f"{Celsius(21.55)} {Celsius(3):.0f} {Path('a'):3} {Path('b')} {[Celsius(1)]}")
for bad in (lambda: format(object(), ">5"), lambda: format([], "5"), lambda: format(1j, "d"), lambda: format(None, "x"), lambda: format(Color.RED, "d"), lambda: format(1, 5), lambda: format({}, "s")):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Wrong:
    def __format__(self, spec):
        return 5


try:
    f"{Wrong()}"
except TypeError as error:
    print(error)
