"""fractions: rational numbers of any size, always in lowest terms."""

from _prelude import _HOST_MINOR
from decimal import Decimal as _Decimal
from math import gcd as _gcd
from numbers import Complex as _Complex, Rational as _Rational

__all__ = ["Fraction"]
_MODULUS = (1 << 61) - 1  # of hashes of numbers
_INFINITY_HASH = 314159
_new = object.__new__


def _digits_end(text, at):
    """Behind the digits at a place, single underscores between them taken too."""
    size = len(text)
    start = at
    while at < size and (text[at].isdecimal() or (
            text[at] == "_" and at > start and at + 1 < size and text[at + 1].isdecimal())):
        at += 1
    return at


def _read(text):
    """(numerator, denominator) that a text writes, or None."""
    text = text.strip()
    at = 1 if text[:1] in ("-", "+") else 0
    if text[at:at + 1] == "_":
        return None
    end = _digits_end(text, at)
    whole = text[at:end]
    top, bottom = int(whole or "0"), 1
    size = len(text)
    slash = end
    if _HOST_MINOR >= 12:
        while slash < size and text[slash].isspace():
            slash += 1
    if whole and slash < size and text[slash] == "/":
        start = slash + 1
        if _HOST_MINOR >= 12:
            while start < size and text[start].isspace():
                start += 1
        end = _digits_end(text, start)
        if end == start or end != size:
            return None
        bottom = int(text[start:end])
    else:
        places = ""
        if end < size and text[end] == ".":
            start = end + 1
            end = _digits_end(text, start)
            places = text[start:end].replace("_", "")
        if not whole and not places:
            return None
        if places:
            top = top * 10 ** len(places) + int(places)
            bottom = 10 ** len(places)
        if end < size and text[end] in "eE":
            start = end + 1
            sign = text[start:start + 1]
            if sign in ("-", "+") and sign:
                start += 1
            end = _digits_end(text, start)
            if end == start:
                return None
            power = 10 ** int(text[start:end])
            if sign == "-":
                bottom *= power
            else:
                top *= power
        if end != size:
            return None
    return (-top if text[:1] == "-" else top), bottom


def _reduced(top, bottom):
    """A Fraction of ints, the denominator positive."""
    common = _gcd(top, bottom)
    return _lowest(top // common, bottom // common)


def _lowest(top, bottom):
    """A Fraction of ints that have no common divisor."""
    self = _new(Fraction)
    self._numerator = top
    self._denominator = bottom
    return self


class Fraction(_Rational):
    """This class implements rational numbers."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        if denominator is None:
            if type(numerator) is int:
                top, bottom = numerator, 1
            elif isinstance(numerator, _Rational):
                top, bottom = numerator.numerator, numerator.denominator
            elif isinstance(numerator, (float, _Decimal)) or (
                    _HOST_MINOR >= 14 and hasattr(numerator, "as_integer_ratio")):
                top, bottom = numerator.as_integer_ratio()
            elif isinstance(numerator, str):
                found = _read(numerator)
                if found is None:
                    raise ValueError(f"Invalid literal for Fraction: {numerator!r}")
                top, bottom = found
            elif _HOST_MINOR >= 12 and hasattr(numerator, "as_integer_ratio"):
                top, bottom = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance"
                                if _HOST_MINOR < 12 else
                                "argument should be a string or a Rational instance or have the "
                                "as_integer_ratio() method")
        elif type(numerator) is int is type(denominator):
            top, bottom = numerator, denominator
        elif isinstance(numerator, _Rational) and isinstance(denominator, _Rational):
            top = numerator.numerator * denominator.denominator
            bottom = denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if bottom == 0:
            raise ZeroDivisionError(f"Fraction({top}, 0)")
        common = _gcd(top, bottom)
        if bottom < 0:
            common = -common
        self = _new(cls)
        self._numerator = top // common
        self._denominator = bottom // common
        return self

    @classmethod
    def from_float(cls, f):
        """Converts a finite float to a rational number, exactly."""
        if isinstance(f, (float, int)):
            return cls(*f.as_integer_ratio())
        raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} "
                        f"({type(f).__name__})")

    @classmethod
    def from_decimal(cls, dec):
        """Converts a finite Decimal instance to a rational number, exactly."""
        if isinstance(dec, (_Decimal, int)):
            return cls(*dec.as_integer_ratio())
        raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} "
                        f"({type(dec).__name__})")

    def is_integer(self):
        """Return True if the Fraction is an integer."""
        if _HOST_MINOR < 12:
            raise AttributeError("'Fraction' object has no attribute 'is_integer'")
        return self._denominator == 1

    def as_integer_ratio(self):
        """Return a pair of integers, whose ratio is equal to the original Fraction."""
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """Closest Fraction to self with denominator at most max_denominator."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        low_top, low_bottom, top, bottom = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            next_bottom = low_bottom + whole * bottom
            if next_bottom > max_denominator:
                break
            low_top, low_bottom, top, bottom = top, bottom, low_top + whole * top, next_bottom
            n, d = d, n - whole * d
        steps = (max_denominator - low_bottom) // bottom
        other = Fraction(low_top + steps * top, low_bottom + steps * bottom)
        best = Fraction(top, bottom)
        return best if abs(best - self) <= abs(other - self) else other

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    # ------------------------------------------------------------ arithmetic
    def __add__(self, other, /):
        if isinstance(other, Fraction):
            x, y = self._denominator, other._denominator
            return _reduced(self._numerator * y + other._numerator * x, x * y)
        if isinstance(other, int):
            return _lowest(self._numerator + int(other) * self._denominator, self._denominator)
        return _with_other(self, other, False, _add)

    def __radd__(self, other, /):
        return _with_other(self, other, True, _add)

    def __sub__(self, other, /):
        if isinstance(other, Fraction):
            x, y = self._denominator, other._denominator
            return _reduced(self._numerator * y - other._numerator * x, x * y)
        if isinstance(other, int):
            return _lowest(self._numerator - int(other) * self._denominator, self._denominator)
        return _with_other(self, other, False, _subtract)

    def __rsub__(self, other, /):
        return _with_other(self, other, True, _subtract)

    def __mul__(self, other, /):
        if isinstance(other, Fraction):
            return _reduced(self._numerator * other._numerator,
                            self._denominator * other._denominator)
        if isinstance(other, int):
            return _reduced(self._numerator * int(other), self._denominator)
        return _with_other(self, other, False, _multiply)

    def __rmul__(self, other, /):
        return _with_other(self, other, True, _multiply)

    def __truediv__(self, other, /):
        return _with_other(self, other, False, _divide)

    def __rtruediv__(self, other, /):
        return _with_other(self, other, True, _divide)

    def __floordiv__(self, other, /):
        return _with_other(self, other, False, _floor_divide)

    def __rfloordiv__(self, other, /):
        return _with_other(self, other, True, _floor_divide)

    def __mod__(self, other, /):
        return _with_other(self, other, False, _modulo)

    def __rmod__(self, other, /):
        return _with_other(self, other, True, _modulo)

    def __divmod__(self, other, /):
        return _with_other(self, other, False, _divide_both)

    def __rdivmod__(self, other, /):
        return _with_other(self, other, True, _divide_both)

    def __pow__(self, other, /):
        if isinstance(other, _Rational):
            if other.denominator == 1:
                power = other.numerator
                top, bottom = self._numerator, self._denominator
                if power >= 0:
                    return _lowest(top ** power, bottom ** power)
                if top > 0:
                    return _lowest(bottom ** -power, top ** -power)
                if top == 0:
                    raise ZeroDivisionError(f"Fraction({bottom ** -power}, 0)")
                return _lowest((-bottom) ** -power, (-top) ** -power)
            return float(self) ** float(other)
        if _HOST_MINOR >= 12 and not isinstance(other, (float, complex)):
            return NotImplemented
        return float(self) ** other

    def __rpow__(self, other, /):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, _Rational):
            return Fraction(other.numerator, other.denominator) ** self
        if self._denominator == 1:
            return other ** self._numerator
        return other ** float(self)

    def __pos__(self):
        return _lowest(self._numerator, self._denominator)

    def __neg__(self):
        return _lowest(-self._numerator, self._denominator)

    def __abs__(self):
        return _lowest(abs(self._numerator), self._denominator)

    def __int__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    __trunc__ = __int__

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            if twice > self._denominator or (twice == self._denominator and floor % 2):
                return floor + 1
            return floor
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __float__(self):
        return self._numerator / self._denominator

    def __bool__(self):
        return self._numerator != 0

    def __hash__(self):
        if self._denominator % _MODULUS == 0:
            value = _INFINITY_HASH
        else:
            value = hash(hash(abs(self._numerator)) * pow(self._denominator, -1, _MODULUS))
        if self._numerator < 0:
            value = -value
        return -2 if value == -1 else value

    # ------------------------------------------------------------ comparison
    def __eq__(self, other, /):
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        if isinstance(other, _Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, _Complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if other != other or other in (float("inf"), float("-inf")):
                return 0.0 == other
            return self == Fraction(*float.as_integer_ratio(other))
        return NotImplemented

    def _order(self, other):
        """The numbers to compare in place of these: two ints, two floats; or None."""
        if isinstance(other, _Rational):
            return self._numerator * other.denominator, self._denominator * other.numerator
        if isinstance(other, float):
            if other != other or other in (float("inf"), float("-inf")):
                return 0.0, other
            top, bottom = float.as_integer_ratio(other)
            return self._numerator * bottom, self._denominator * top
        return None

    def __lt__(self, other, /):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] < pair[1]

    def __gt__(self, other, /):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] > pair[1]

    def __le__(self, other, /):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] <= pair[1]

    def __ge__(self, other, /):
        pair = self._order(other)
        return NotImplemented if pair is None else pair[0] >= pair[1]

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        if type(self) is Fraction:
            return self
        return type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


if _HOST_MINOR < 12:
    del Fraction.is_integer


# ---------------------------------------------------------------- operators on two numbers
def _with_other(self, other, reflected, function):
    """An operator on a Fraction and another number, which may lie left."""
    if isinstance(other, int) and not isinstance(other, Fraction):
        other = _lowest(int(other), 1)
    if isinstance(other, Fraction) or (reflected and isinstance(other, _Rational)):
        if not isinstance(other, Fraction):
            other = _lowest(other.numerator, other.denominator)
        return function(other, self) if reflected else function(self, other)
    if isinstance(other, (float, complex)):
        mine = float(self) if isinstance(other, float) else complex(self)
        return _inexactly(function, other, mine) if reflected else (
            _inexactly(function, mine, other))
    return NotImplemented


def _add(x, y):
    return _reduced(x._numerator * y._denominator + y._numerator * x._denominator,
                    x._denominator * y._denominator)


def _subtract(x, y):
    return _reduced(x._numerator * y._denominator - y._numerator * x._denominator,
                    x._denominator * y._denominator)


def _multiply(x, y):
    return _reduced(x._numerator * y._numerator, x._denominator * y._denominator)


def _divide(x, y):
    top, bottom = x._numerator * y._denominator, x._denominator * y._numerator
    if bottom == 0:
        raise ZeroDivisionError(f"Fraction({(top > 0) - (top < 0)}, 0)")
    return _reduced(-top, -bottom) if bottom < 0 else _reduced(top, bottom)


def _floor_divide(x, y):
    return (x._numerator * y._denominator) // (x._denominator * y._numerator)


def _modulo(x, y):
    common = x._denominator * y._denominator
    return _reduced((x._numerator * y._denominator) % (y._numerator * x._denominator), common)


def _divide_both(x, y):
    quotient, rest = divmod(x._numerator * y._denominator, y._numerator * x._denominator)
    return quotient, _reduced(rest, x._denominator * y._denominator)


def _inexactly(function, x, y):
    """The same operator on two floats or complex numbers."""
    if function is _add:
        return x + y
    if function is _subtract:
        return x - y
    if function is _multiply:
        return x * y
    if function is _divide:
        return x / y
    if function is _floor_divide:
        return x // y
    return x % y if function is _modulo else divmod(x, y)
