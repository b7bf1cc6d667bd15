"""decimal: numbers of decimal digits, by the General Decimal Arithmetic Specification.

A number is a sign, a coefficient that is not negative, and an exponent: an int, or "F" for an
infinity, "n" and "N" for NaNs quiet and signaling. Sums, products, quotients, comparisons and
quantizing of finite numbers of usual size are done here on ints; all else, and whatever raises,
is done by the host's own library behind the trap `decimal.operate`.
"""

from _decimal_context import (
    Clamped,
    ConversionSyntax,
    DecimalException,
    DivisionByZero,
    DivisionImpossible,
    DivisionUndefined,
    FloatOperation,
    Inexact,
    InvalidContext,
    InvalidOperation,
    MAX_EMAX,
    MAX_PREC,
    MIN_EMIN,
    MIN_ETINY,
    Overflow,
    ROUND_05UP,
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Rounded,
    Subnormal,
    Underflow,
    _ContextBase,
    _FLOAT,
    _IMPRECISE,
    _POWERS,
    _ROUNDED,
    _ROUNDINGS,
    _STATE,
    _count_digits,
    _raise_signal,
    _rounds_up,
)
from _kernel import state_get, state_set
from _prelude import _name_of
from collections import namedtuple as _namedtuple
from numbers import Complex as _Complex, Number as _Number, Rational as _Rational
from abc import _register_at_boot

__all__ = ["Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext",
           "ExtendedContext", "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero",
           "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation",
           "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined",
           "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR",
           "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext",
           "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR"]

HAVE_THREADS = True
HAVE_CONTEXTVAR = True
_FAR = 128  # powers of ten by which operands are made alike here
_MODULUS = (1 << 61) - 1  # of hashes of numbers
_new = object.__new__

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


@trap("decimal.operate")
def _host_operate(name, operands, settings, /): ...


@trap("decimal.parse")
def _host_parse(value, /): ...


@trap("decimal.text")
def _host_text(number, spec, settings, /): ...


# ---------------------------------------------------------------- the current context
@builtin
def getcontext():
    """Get the current default context."""
    state = state_get(_STATE)
    if state is None:
        return _first_context()
    return state[0]


def _first_context():
    """The current context of a run that has none yet; the default one is beside it."""
    context = Context()
    state_set(_STATE, [context, context.copy()])
    return context


@builtin
def setcontext(context, /):
    """Set a new default context."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    getcontext()
    state = state_get(_STATE)
    for shared in state[1:]:  # the module's own contexts are models
        if context is shared:
            context = context.copy()
            context.clear_flags()
    state[0] = context


class _ContextManager:
    """Puts a context in place for a with statement, and the former one back."""

    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._former = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *error):
        setcontext(self._former)
        return False


@builtin
def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx on entry."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    made = ctx.__copy__()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        if value is not None:
            setattr(made, name, value)
    return _ContextManager(made)


# ---------------------------------------------------------------- making numbers
def _make(sign, coefficient, exponent):
    self = _new(Decimal)
    self._sign = sign
    self._int = coefficient
    self._exp = exponent
    return self


def _parts(value):
    """A number for the host."""
    if type(value) is int:
        return value
    return value._sign, value._int, value._exp


def _made_of(result):
    """A result of the host."""
    if type(result) is tuple:
        return _make(*result)
    if type(result) is list:
        return tuple([_made_of(part) for part in result])
    return result


def _operate(name, context, *operands):
    """An operation done by the host, its flags set and its signals raised in the context."""
    result, flags, error = _host_operate(name, [_parts(value) for value in operands],
                                         context._settings())
    context._raised |= flags
    if error is not None:
        _raise_signal(*error)
    return _made_of(result)


def _finish(sign, coefficient, exponent, context):
    """A finite number rounded to the context."""
    if not context._lowest <= exponent <= context._highest:
        return _operate("create_decimal", context, _make(sign, coefficient, exponent))
    if coefficient >= context._limit:
        if not context._silent:
            return _operate("create_decimal", context, _make(sign, coefficient, exponent))
        drop = _count_digits(coefficient) - context._prec
        exponent += drop
        if exponent > context._highest:
            return _operate("create_decimal", context,
                            _make(sign, coefficient, exponent - drop))
        whole = _POWERS[drop] if drop < 128 else 10 ** drop
        coefficient, rest = divmod(coefficient, whole)
        context._raised |= _ROUNDED
        if rest:
            context._raised |= _IMPRECISE
            if _rounds_up(context._rounding, sign, coefficient, rest, whole):
                coefficient += 1
                if coefficient == context._limit:
                    coefficient //= 10
                    exponent += 1
    self = _new(Decimal)
    self._sign = sign
    self._int = coefficient
    self._exp = exponent
    return self


def _convert(other):
    """The other operand as a Decimal, or NotImplemented."""
    if isinstance(other, Decimal):
        return other
    if isinstance(other, int):
        return _from_int(int(other))
    return NotImplemented


def _from_int(value):
    return _make(1, -value, 0) if value < 0 else _make(0, value, 0)


def _argument(value):
    """An argument of a method as a Decimal."""
    made = _convert(value)
    if made is NotImplemented:
        raise TypeError(f"conversion from {_name_of(value)} to Decimal is not supported")
    return made


def _context_of(context):
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    return context


def _from_float(value):
    if value != value:
        return _make(0 if str(value)[0] != "-" else 1, 0, "n")
    if value in (float("inf"), float("-inf")):
        return _make(1 if value < 0 else 0, 0, "F")
    top, bottom = float.as_integer_ratio(value)
    places = bottom.bit_length() - 1
    sign = 1 if str(float(value))[0] == "-" else 0
    return _make(sign, abs(top) * 5 ** places, -places)


def _from_text(text, context):
    """The exact number that a text writes."""
    plain = text
    if plain.isascii() and len(plain) < 600:
        sign = 0
        if plain[:1] == "-":
            sign = 1
            plain = plain[1:]
        whole, point, places = plain.partition(".")
        if whole.isdigit() and (not point or places.isdigit()):
            return _make(sign, int(whole + places), -len(places))
    return _parsed(text, context)


def _parsed(value, context):
    """What the host reads in a text or in parts; a NaN where it is nothing and may be so."""
    found = _host_parse(value)
    if type(found) is tuple:
        return _make(*found)
    syntax = "ConversionSyntax" in found
    context._raised |= 1 + 512 * syntax
    if context._raising & 1:
        raise InvalidOperation([ConversionSyntax if syntax else InvalidOperation])
    return _make(0, 0, "n")


def _exactly(value, context):
    """Any argument of Decimal() as an exact number."""
    if isinstance(value, str):
        return _from_text(str(value), context)
    if isinstance(value, int):
        return _from_int(int(value))
    if isinstance(value, Decimal):
        return value if type(value) is Decimal else _make(*_parts(value))
    if isinstance(value, float):
        context._raised |= _FLOAT
        if context._raising & _FLOAT:
            raise FloatOperation([FloatOperation])
        return _from_float(value)
    if isinstance(value, (tuple, list)):
        value = tuple(value)
        return _parsed(tuple([tuple(part) if isinstance(part, (tuple, list)) else part
                              for part in value]), context)
    raise TypeError(f"conversion from {_name_of(value)} to Decimal is not supported")


def _order(left, right):
    """-1, 0 or 1 for finite numbers."""
    if left._int == 0:
        return 0 if right._int == 0 else (1 if right._sign else -1)
    if right._int == 0:
        return -1 if left._sign else 1
    if left._sign != right._sign:
        return -1 if left._sign else 1
    shift = left._exp - right._exp
    x, y = left._int, right._int
    if shift:
        top = _count_digits(x) + left._exp - _count_digits(y) - right._exp
        if top:
            return (1 if top > 0 else -1) * (-1 if left._sign else 1)
        if shift > 0:
            x *= 10 ** shift
        else:
            y *= 10 ** -shift
    order = 0 if x == y else -1 if x < y else 1
    return -order if left._sign else order


def _other_number(self, other, equality):
    """(left, right) as Decimals for a comparison, or None."""
    if isinstance(other, Decimal):
        return self, other
    if isinstance(other, int):
        return self, _from_int(int(other))
    if isinstance(other, float):
        context = getcontext()
        context._raised |= _FLOAT
        if context._raising & _FLOAT and not equality:
            raise FloatOperation([FloatOperation])
        return self, _from_float(other)
    if isinstance(other, complex) and equality:
        return (self, _from_float(other.real)) if other.imag == 0 else None
    if isinstance(other, _Rational):
        if type(self._exp) is int:
            scaled = _make(self._sign, self._int * other.denominator, self._exp)
            return scaled, _from_int(other.numerator)
        return self, _from_int(other.numerator)
    return None


def _compared(self, other, equality):
    """-1, 0, 1; 2 where a NaN is in it; None where they cannot be compared."""
    if type(other) is Decimal:
        left, right = self, other
    else:
        pair = _other_number(self, other, equality)
        if pair is None:
            return None
        left, right = pair
    x, y = left._exp, right._exp
    if type(x) is int and type(y) is int:
        if x == y and left._sign == right._sign:
            if left._int == right._int:
                return 0
            return -1 if (left._int < right._int) != (left._sign == 1) else 1
        return _order(left, right)
    if x == "n" or x == "N" or y == "n" or y == "N":
        context = getcontext()
        if x == "N" or y == "N" or not equality:
            context._raise_flags(1)
        return 2
    mine = 0 if x != "F" else -1 if left._sign else 1
    its = 0 if y != "F" else -1 if right._sign else 1
    return 0 if mine == its else -1 if mine < its else 1


# ---------------------------------------------------------------- arithmetic
def _add(left, right, negated, context):
    """left + right, or left - right where `negated` is 1."""
    x_exp, y_exp = left._exp, right._exp
    if type(x_exp) is int and type(y_exp) is int and -_FAR < x_exp - y_exp < _FAR:
        x = -left._int if left._sign else left._int
        y = -right._int if right._sign != negated else right._int
        if x_exp > y_exp:
            x *= _POWERS[x_exp - y_exp]
            x_exp = y_exp
        elif y_exp > x_exp:
            y *= _POWERS[y_exp - x_exp]
        total = x + y
        if total > 0:
            return _finish(0, total, x_exp, context)
        if total < 0:
            return _finish(1, -total, x_exp, context)
        if x == 0 and left._sign == right._sign ^ negated:
            sign = left._sign
        else:
            sign = 1 if context._rounding == "ROUND_FLOOR" else 0
        return _finish(sign, 0, x_exp, context)
    return _operate("subtract" if negated else "add", context, left, right)


def _multiply(left, right, context):
    if type(left._exp) is int and type(right._exp) is int:
        return _finish(left._sign ^ right._sign, left._int * right._int, left._exp + right._exp,
                       context)
    return _operate("multiply", context, left, right)


def _divide(left, right, context):
    x, y = left._int, right._int
    if not (x and y and type(left._exp) is int and type(right._exp) is int and context._limit):
        return _operate("divide", context, left, right)
    ideal = left._exp - right._exp
    shift = _count_digits(y) - _count_digits(x) + context._prec + 1
    if shift >= 0:
        quotient, rest = divmod(x * (_POWERS[shift] if shift < 128 else 10 ** shift), y)
    else:
        quotient, rest = divmod(x, y * 10 ** -shift)
    exponent = ideal - shift
    if rest:
        if quotient % 5 == 0:
            quotient += 1
    elif exponent < ideal:
        step = 64
        while step:
            if exponent + step <= ideal and quotient % _POWERS[step] == 0:
                quotient //= _POWERS[step]
                exponent += step
            else:
                step >>= 1
    return _finish(left._sign ^ right._sign, quotient, exponent, context)


def _divide_whole(left, right, context):
    """(whole quotient, remainder) of numbers of usual size, or None."""
    if type(left._exp) is not int or type(right._exp) is not int or not right._int:
        return None
    shift = left._exp - right._exp
    if not -_FAR < shift < _FAR or not context._limit:
        return None
    x, y = left._int, right._int
    if shift > 0:
        x *= _POWERS[shift]
    else:
        y *= _POWERS[-shift]
    quotient, rest = divmod(x, y)
    if quotient >= context._limit:
        return None
    return (_make(left._sign ^ right._sign, quotient, 0),
            (left._sign, rest, min(left._exp, right._exp)))


def _whole_text(sign, coefficient, exponent, capitals, engineering=False):
    digits = str(coefficient)
    left = exponent + len(digits)
    if exponent <= 0 and left > -6:
        place = left
    elif not engineering:
        place = 1
    elif coefficient == 0:
        place = (left + 1) % 3 - 1
    else:
        place = (left - 1) % 3 + 1
    if place <= 0:
        text = "0." + "0" * -place + digits
    elif place >= len(digits):
        text = digits + "0" * (place - len(digits))
    else:
        text = digits[:place] + "." + digits[place:]
    if left != place:
        text += f"{'E' if capitals else 'e'}{left - place:+d}"
    return "-" + text if sign else text


def _text(value, context, engineering=False):
    exponent = value._exp
    if type(exponent) is not int:
        text = {"F": "Infinity", "n": "NaN", "N": "sNaN"}[exponent]
        if exponent != "F" and value._int:
            text += str(value._int)
        return "-" + text if value._sign else text
    if value._int.bit_length() > 14000:
        return _host_operate("to_eng_string" if engineering else "to_sci_string",
                             [_parts(value)], context._settings())[0]
    return _whole_text(value._sign, value._int, exponent, context._capitals, engineering)


class Decimal:
    """Construct a new Decimal object."""

    __slots__ = ("_sign", "_int", "_exp")

    def __new__(cls, value="0", context=None):
        if context is None:
            context = getcontext()
        elif not isinstance(context, Context):
            raise TypeError("optional argument must be a context")
        if isinstance(value, str):
            text = str(value)
            made = _from_text(text if text.isalnum() else text.strip(), context)
        else:
            made = _exactly(value, context)
        if cls is Decimal:
            return made
        self = _new(cls)
        self._sign = made._sign
        self._int = made._int
        self._exp = made._exp
        return self

    @classmethod
    def from_float(cls, f, /):
        """Class method that converts a float to a decimal number, exactly."""
        if isinstance(f, int):
            made = _from_int(int(f))
        elif isinstance(f, float):
            made = _from_float(f)
        else:
            raise TypeError("argument must be int or float")
        return made if cls is Decimal else cls(made)

    # ------------------------------------------------------------ text
    def __str__(self):
        return _text(self, getcontext())

    def __repr__(self):
        return f"Decimal('{_text(self, getcontext())}')"

    def __format__(self, spec, /):
        if not isinstance(spec, str):
            raise TypeError("format arg must be str")
        if not spec:
            return _text(self, getcontext())
        return _host_text(_parts(self), str(spec), getcontext()._settings())

    def to_eng_string(self, context=None):
        """Convert to an engineering-type string."""
        return _text(self, _context_of(context), True)

    # ------------------------------------------------------------ operators
    # A sum, difference or product that needs neither rounding nor aligning is made in place.
    def __add__(self, other, /):
        if type(other) is not Decimal:
            other = _convert(other)
            if other is NotImplemented:
                return other
        context = state_get(_STATE)
        context = context[0] if context is not None else getcontext()
        exponent = self._exp
        if (exponent == other._exp and self._sign == other._sign and type(exponent) is int
                and context._lowest <= exponent <= context._highest):
            total = self._int + other._int
            if total < context._limit:
                made = _new(Decimal)
                made._sign = self._sign
                made._int = total
                made._exp = exponent
                return made
        return _add(self, other, 0, context)

    def __radd__(self, other, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return _add(other, self, 0, getcontext())

    def __sub__(self, other, /):
        if type(other) is not Decimal:
            other = _convert(other)
            if other is NotImplemented:
                return other
        context = state_get(_STATE)
        context = context[0] if context is not None else getcontext()
        exponent = self._exp
        if (exponent == other._exp and self._sign == other._sign and type(exponent) is int
                and context._lowest <= exponent <= context._highest):
            total = self._int - other._int
            if 0 < total < context._limit:
                made = _new(Decimal)
                made._sign = self._sign
                made._int = total
                made._exp = exponent
                return made
        return _add(self, other, 1, context)

    def __rsub__(self, other, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return _add(other, self, 1, getcontext())

    def __mul__(self, other, /):
        if type(other) is not Decimal:
            other = _convert(other)
            if other is NotImplemented:
                return other
        context = state_get(_STATE)
        context = context[0] if context is not None else getcontext()
        if type(self._exp) is int and type(other._exp) is int:
            exponent = self._exp + other._exp
            if context._lowest <= exponent <= context._highest:
                product = self._int * other._int
                if product < context._limit:
                    made = _new(Decimal)
                    made._sign = self._sign ^ other._sign
                    made._int = product
                    made._exp = exponent
                    return made
        return _multiply(self, other, context)

    def __rmul__(self, other, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return _multiply(other, self, getcontext())

    def __truediv__(self, other, /):
        if type(other) is not Decimal:
            other = _convert(other)
            if other is NotImplemented:
                return other
        return _divide(self, other, getcontext())

    def __rtruediv__(self, other, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return _divide(other, self, getcontext())

    def __floordiv__(self, other, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return getcontext().divide_int(self, other)

    def __rfloordiv__(self, other, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return getcontext().divide_int(other, self)

    def __mod__(self, other, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return getcontext().remainder(self, other)

    def __rmod__(self, other, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return getcontext().remainder(other, self)

    def __divmod__(self, other, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return getcontext().divmod(self, other)

    def __rdivmod__(self, other, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return getcontext().divmod(other, self)

    def __pow__(self, other, modulo=None, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        if modulo is None:
            return _operate("power", getcontext(), self, other)
        modulo = _convert(modulo)
        if modulo is NotImplemented:
            return modulo
        return _operate("power", getcontext(), self, other, modulo)

    def __rpow__(self, other, modulo=None, /):
        other = _convert(other)
        if other is NotImplemented:
            return other
        return _operate("power", getcontext(), other, self)

    def __neg__(self):
        return getcontext().minus(self)

    def __pos__(self):
        return getcontext().plus(self)

    def __abs__(self):
        return getcontext().abs(self)

    def __bool__(self):
        return self._int != 0 or type(self._exp) is not int

    # ------------------------------------------------------------ comparison
    def __eq__(self, other, /):
        if (type(other) is Decimal and self._exp == other._exp and type(self._exp) is int
                and not self._sign and not other._sign):
            return self._int == other._int
        order = _compared(self, other, True)
        return NotImplemented if order is None else order == 0

    def __ne__(self, other, /):
        order = _compared(self, other, True)
        return NotImplemented if order is None else order != 0

    def __lt__(self, other, /):
        if (type(other) is Decimal and self._exp == other._exp and type(self._exp) is int
                and not self._sign and not other._sign):
            return self._int < other._int
        order = _compared(self, other, False)
        return NotImplemented if order is None else order == -1

    def __le__(self, other, /):
        if (type(other) is Decimal and self._exp == other._exp and type(self._exp) is int
                and not self._sign and not other._sign):
            return self._int <= other._int
        order = _compared(self, other, False)
        return NotImplemented if order is None else order == -1 or order == 0

    def __gt__(self, other, /):
        if (type(other) is Decimal and self._exp == other._exp and type(self._exp) is int
                and not self._sign and not other._sign):
            return self._int > other._int
        order = _compared(self, other, False)
        return NotImplemented if order is None else order == 1

    def __ge__(self, other, /):
        if (type(other) is Decimal and self._exp == other._exp and type(self._exp) is int
                and not self._sign and not other._sign):
            return self._int >= other._int
        order = _compared(self, other, False)
        return NotImplemented if order is None else order == 1 or order == 0

    def __hash__(self):
        exponent = self._exp
        if type(exponent) is int:
            if -400 < exponent < 400:
                power = pow(10, exponent, _MODULUS)
            elif exponent > 0:
                power = pow(10, exponent % (_MODULUS - 1), _MODULUS)
            else:
                power = pow(10, (exponent % (_MODULUS - 1)), _MODULUS)
            value = self._int * power % _MODULUS
        elif exponent == "F":
            value = 314159
        elif exponent == "N":
            raise TypeError("Cannot hash a signaling NaN value")
        else:
            return object.__hash__(self)
        if self._sign:
            value = -value
        return -2 if value == -1 else value

    # ------------------------------------------------------------ other numbers
    def __int__(self):
        exponent = self._exp
        if type(exponent) is not int:
            if exponent == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        value = self._int * 10 ** exponent if exponent >= 0 else (
            self._int // 10 ** -exponent if -exponent <= _count_digits(self._int or 1) else 0)
        return -value if self._sign else value

    __trunc__ = __int__

    def __float__(self):
        if self._exp == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._exp == "n":
            return float("-nan" if self._sign else "nan")
        return float(_text(self, getcontext()))

    def __complex__(self):
        return complex(float(self))

    def _whole(self, rounding):
        """The int that a rounding makes of this number."""
        if type(self._exp) is not int:
            return int(self)
        if self._exp >= 0:
            return int(self)
        digits = _count_digits(self._int) if self._int else 1
        if -self._exp > digits + 1:
            value, rest, whole = 0, 1 if self._int else 0, 100
        else:
            whole = 10 ** -self._exp
            value, rest = divmod(self._int, whole)
        if rest and _rounds_up(rounding, self._sign, value, rest, whole):
            value += 1
        return -value if self._sign else value

    def __floor__(self):
        return self._whole("ROUND_FLOOR")

    def __ceil__(self):
        return self._whole("ROUND_CEILING")

    def __round__(self, ndigits=None, /):
        if ndigits is None:
            return self._whole("ROUND_HALF_EVEN")
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        return _quantize(self, _make(0, 1, -int(ndigits)), None, getcontext())

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return _make(0, 0, 0)

    def conjugate(self):
        """Return self."""
        return self

    def as_tuple(self):
        """Return a tuple representation of the number."""
        if self._exp == "F":
            digits = (0,)
        elif type(self._exp) is not int and not self._int:
            digits = ()
        else:
            digits = tuple([int(digit) for digit in str(self._int)])
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        """Decimal.as_integer_ratio() -> (int, int)"""
        if type(self._exp) is not int:
            if self._exp == "F":
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        from math import gcd

        top = -self._int if self._sign else self._int
        if not top:
            return 0, 1
        if self._exp >= 0:
            return top * 10 ** self._exp, 1
        bottom = 10 ** -self._exp
        common = gcd(top, bottom)
        return top // common, bottom // common

    def adjusted(self):
        """Return the adjusted exponent of the number.  Defined as exp + digits - 1."""
        if type(self._exp) is not int:
            return 0
        return self._exp + (_count_digits(self._int) if self._int else 1) - 1

    # ------------------------------------------------------------ copies, questions
    def canonical(self):
        """Return the canonical encoding of the argument."""
        return self

    def copy_abs(self):
        """Return the absolute value of the argument."""
        return _make(0, self._int, self._exp)

    def copy_negate(self):
        """Return the negation of the argument."""
        return _make(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        """Return a copy of the first operand with the sign of the second."""
        return _make(_argument(other)._sign, self._int, self._exp)

    def is_canonical(self):
        """Return True if the argument is canonical and False otherwise."""
        return True

    def is_finite(self):
        """Return True if the argument is a finite number."""
        return type(self._exp) is int

    def is_infinite(self):
        """Return True if the argument is either positive or negative infinity."""
        return self._exp == "F"

    def is_nan(self):
        """Return True if the argument is a (quiet or signaling) NaN."""
        return self._exp == "n" or self._exp == "N"

    def is_qnan(self):
        """Return True if the argument is a quiet NaN, and False otherwise."""
        return self._exp == "n"

    def is_snan(self):
        """Return True if the argument is a signaling NaN and False otherwise."""
        return self._exp == "N"

    def is_signed(self):
        """Return True if the argument has a negative sign and False otherwise."""
        return self._sign == 1

    def is_zero(self):
        """Return True if the argument is a (positive or negative) zero."""
        return self._int == 0 and type(self._exp) is int

    def is_normal(self, context=None):
        """Return True if the argument is a normal finite non-zero number."""
        return (type(self._exp) is int and self._int != 0
                and self.adjusted() >= _context_of(context)._Emin)

    def is_subnormal(self, context=None):
        """Return True if the argument is subnormal."""
        return (type(self._exp) is int and self._int != 0
                and self.adjusted() < _context_of(context)._Emin)

    def radix(self):
        """Return Decimal(10)."""
        return _make(0, 10, 0)

    def same_quantum(self, other, context=None):
        """Test whether self and other have the same exponent or whether both are NaN."""
        other = _argument(other)
        if type(self._exp) is int or type(other._exp) is int:
            return self._exp == other._exp
        return self.is_nan() == other.is_nan()

    def quantize(self, exp, rounding=None, context=None):
        """Return a value equal to self after rounding, with the exponent of exp."""
        if context is None:
            context = getcontext()
        else:
            context = _context_of(context)
        return _quantize(self, _argument(exp), rounding, context)

    def to_integral_value(self, rounding=None, context=None):
        """Round to the nearest integer without signaling Inexact or Rounded."""
        return _rounded_by("to_integral_value", self, rounding, context)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """Round to the nearest integer, signaling Inexact or Rounded."""
        return _rounded_by("to_integral_exact", self, rounding, context)

    def number_class(self, context=None):
        """Return a string describing the class of the operand."""
        return _context_of(context).number_class(self)

    def fma(self, other, third, context=None):
        """Fused multiply-add: self * other + third with no rounding of the product."""
        return _context_of(context).fma(self, other, third)

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self


def _with_rounding(context, rounding):
    """Settings of a context with another rounding."""
    if rounding is None:
        return context._settings()
    if rounding not in _ROUNDINGS:
        context.copy().rounding = rounding
    settings = context._settings()
    return (settings[0], rounding, *settings[2:])


def _rounded_by(name, value, rounding, context):
    context = _context_of(context)
    result, flags, error = _host_operate(name, [_parts(value)], _with_rounding(context, rounding))
    context._raised |= flags
    if error is not None:
        _raise_signal(*error)
    return _made_of(result)


def _quantize(value, model, rounding, context):
    x, y = value._exp, model._exp
    if rounding is None:
        rounding = context._rounding
    if (type(x) is int and type(y) is int and -_FAR < x - y < _FAR and context._silent
            and context._lowest <= y <= context._highest and rounding in _ROUNDINGS):
        if x >= y:
            coefficient = value._int * _POWERS[x - y]
            flags = 0
        else:
            whole = _POWERS[y - x]
            coefficient, rest = divmod(value._int, whole)
            flags = _ROUNDED
            if rest:
                flags = _IMPRECISE
                if _rounds_up(rounding, value._sign, coefficient, rest, whole):
                    coefficient += 1
        if coefficient < context._limit:
            context._raised |= flags
            return _make(value._sign, coefficient, y)
    result, flags, error = _host_operate("quantize", [_parts(value), _parts(model)],
                                         _with_rounding(context, rounding))
    context._raised |= flags
    if error is not None:
        _raise_signal(*error)
    return _made_of(result)


def _add_methods():
    """Methods of Decimal that are operations of a context, with other numbers as arguments."""

    def of_one(name):
        def method(self, context=None):
            return _operate(name, _context_of(context), self)

        return method

    def of_two(name):
        def method(self, other, context=None):
            context = _context_of(context)
            return _operate(name, context, self, _argument(other))

        return method

    for names, make in (
        ("exp ln log10 logb logical_invert next_minus next_plus normalize sqrt", of_one),
        ("compare compare_signal compare_total compare_total_mag logical_and logical_or "
         "logical_xor max max_mag min min_mag next_toward remainder_near rotate scaleb shift",
         of_two),
    ):
        for name in names.split():
            method = make(name)
            method.__name__ = name
            method.__qualname__ = f"Decimal.{name}"
            setattr(Decimal, name, method)


_add_methods()


class Context(_ContextBase):
    """The context affects almost all operations and controls rounding and exceptions."""

    __slots__ = ()

    # ------------------------------------------------------------ making numbers
    def create_decimal(self, num="0", /):
        """Create a new Decimal instance from num, using self as the context."""
        made = Decimal(num, self)
        if type(made._exp) is int:
            return _finish(made._sign, made._int, made._exp, self)
        return _operate("create_decimal", self, made)

    def create_decimal_from_float(self, f, /):
        """Create a new Decimal instance from float f, rounded."""
        made = Decimal.from_float(f)
        if type(made._exp) is int:
            return _finish(made._sign, made._int, made._exp, self)
        return made

    def copy_decimal(self, x, /):
        """Return a copy of Decimal x."""
        return _argument(x)

    # ------------------------------------------------------------ arithmetic
    def abs(self, x, /):
        """Return the absolute value of x."""
        x = _argument(x)
        if type(x._exp) is int:
            return _finish(0, x._int, x._exp, self)
        return _operate("abs", self, x)

    def plus(self, x, /):
        """Return +x, rounded."""
        x = _argument(x)
        if type(x._exp) is int:
            floor = 1 if self._rounding == "ROUND_FLOOR" else 0
            return _finish(x._sign if x._int else floor, x._int, x._exp, self)
        return _operate("plus", self, x)

    def minus(self, x, /):
        """Return -x, rounded."""
        x = _argument(x)
        if type(x._exp) is int:
            floor = 1 if self._rounding == "ROUND_FLOOR" else 0
            return _finish(1 - x._sign if x._int else floor, x._int, x._exp, self)
        return _operate("minus", self, x)

    def add(self, x, y, /):
        """Return the sum of x and y."""
        return _add(_argument(x), _argument(y), 0, self)

    def subtract(self, x, y, /):
        """Return the difference between x and y."""
        return _add(_argument(x), _argument(y), 1, self)

    def multiply(self, x, y, /):
        """Return the product of x and y."""
        return _multiply(_argument(x), _argument(y), self)

    def divide(self, x, y, /):
        """Return x divided by y."""
        return _divide(_argument(x), _argument(y), self)

    def divide_int(self, x, y, /):
        """Return x divided by y, truncated to an integer."""
        x, y = _argument(x), _argument(y)
        parts = _divide_whole(x, y, self)
        return _operate("divide_int", self, x, y) if parts is None else parts[0]

    def remainder(self, x, y, /):
        """Return the remainder from integer division."""
        x, y = _argument(x), _argument(y)
        parts = _divide_whole(x, y, self)
        return _operate("remainder", self, x, y) if parts is None else _finish(*parts[1], self)

    def divmod(self, x, y, /):
        """Return quotient and remainder of the division x / y."""
        x, y = _argument(x), _argument(y)
        parts = _divide_whole(x, y, self)
        if parts is None:
            return _operate("divmod", self, x, y)
        return parts[0], _finish(*parts[1], self)

    def power(self, a, b, modulo=None):
        """Compute a**b, or (a**b) % modulo."""
        if modulo is None:
            return _operate("power", self, _argument(a), _argument(b))
        return _operate("power", self, _argument(a), _argument(b), _argument(modulo))

    def fma(self, x, y, z, /):
        """Return x multiplied by y, plus z."""
        return _operate("fma", self, _argument(x), _argument(y), _argument(z))

    def quantize(self, x, y, /):
        """Return a value equal to x (rounded), having the exponent of y."""
        return _quantize(_argument(x), _argument(y), None, self)

    # ------------------------------------------------------------ questions, copies, text
    def number_class(self, x, /):
        """Return an indication of the class of x."""
        return _operate("number_class", self, _argument(x))

    def canonical(self, x, /):
        """Return a new instance of x."""
        if not isinstance(x, Decimal):
            raise TypeError("argument must be a Decimal")
        return x

    def is_canonical(self, x, /):
        """Return True if x is canonical, False otherwise."""
        if not isinstance(x, Decimal):
            raise TypeError("argument must be a Decimal")
        return True

    def copy_abs(self, x, /):
        """Return a copy of x with the sign set to 0."""
        return _argument(x).copy_abs()

    def copy_negate(self, x, /):
        """Return a copy of x with the sign inverted."""
        return _argument(x).copy_negate()

    def copy_sign(self, x, y, /):
        """Copy the sign from y to x."""
        return _argument(x).copy_sign(y)

    def same_quantum(self, x, y, /):
        """Return True if the two operands have the same exponent."""
        return _argument(x).same_quantum(y)

    def to_sci_string(self, x, /):
        """Convert a number to a string using scientific notation."""
        return _text(_argument(x), self)

    def to_eng_string(self, x, /):
        """Convert a number to a string, using engineering notation."""
        return _text(_argument(x), self, True)

    def to_integral_value(self, x, /):
        """Round to an integer."""
        return _operate("to_integral_value", self, _argument(x))

    to_integral = to_integral_value


def _add_context_methods():
    def of_one(name):
        def method(self, x, /):
            return _operate(name, self, _argument(x))

        return method

    def of_two(name):
        def method(self, x, y, /):
            return _operate(name, self, _argument(x), _argument(y))

        return method

    def question(name):
        def method(self, x, /):
            return getattr(_argument(x), name)()

        return method

    def of_context(name):
        def method(self, x, /):
            return getattr(_argument(x), name)(self)

        return method

    for names, make in (
        ("exp ln log10 logb logical_invert next_minus next_plus normalize sqrt to_integral_exact",
         of_one),
        ("compare compare_signal compare_total compare_total_mag logical_and logical_or "
         "logical_xor max max_mag min min_mag next_toward remainder_near rotate scaleb shift",
         of_two),
        ("is_finite is_infinite is_nan is_qnan is_signed is_snan is_zero", question),
        ("is_normal is_subnormal", of_context),
    ):
        for name in names.split():
            method = make(name)
            method.__name__ = name
            method.__qualname__ = f"Context.{name}"
            setattr(Context, name, method)


_add_context_methods()
_register_at_boot(_Number, Decimal)
DefaultContext = BasicContext = ExtendedContext = None  # made anew for each run


def _start(namespace):
    getcontext()
    state = state_get(_STATE)
    basic = Context(prec=9, rounding=ROUND_HALF_UP,
                    traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
    extended = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
    state_set(_STATE, [state[0], state[1], basic, extended])
    namespace["DefaultContext"] = state[1]
    namespace["BasicContext"] = basic
    namespace["ExtendedContext"] = extended
