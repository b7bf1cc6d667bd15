"""int, float, complex, bool: what needs user code or builds instances of subclasses.

Kernels and traps do the arithmetic on plain numbers; the bodies here meet subclasses and objects
with ``__int__``, ``__index__``, ``__float__``, ``__complex__`` of their own.
"""

from _kernel import instance_of, type_lookup, unwrapped





def _replaces(cls, base, name, /):
    """Whether a class has another method of that name than the builtin class it is made from."""
    return type_lookup(cls, name, None) is not type_lookup(base, name, None)


def _index(value, /):
    """``operator.index``: the int an object stands for."""
    plain = unwrapped(value)
    if type(plain) is int:
        return plain
    if plain is True or plain is False:
        return int(plain)
    method = type_lookup(type(value), "__index__", None)
    if method is None:
        raise TypeError(
            f"'{type(value).__name__}' object cannot be interpreted as an integer")
    result = _call_alone(method, value, type(value))
    if type(unwrapped(result)) is not int and type(result) is not bool:
        raise TypeError(f"__index__ returned non-int (type {type(result).__name__})")
    return int(unwrapped(result))


def _int_from(value):
    """``int(value)`` for an object that is no plain number or text."""
    cls = type(value)
    method = type_lookup(cls, "__int__", None)
    if method is not None and cls is not str:
        result = _call_alone(method, value, cls)
        if not isinstance(result, int):
            raise TypeError(f"__int__ returned non-int (type {type(result).__name__})")
        return _plain_int(unwrapped(result))
    if type_lookup(cls, "__index__", None) is not None:
        return _index(value)
    method = type_lookup(cls, "__trunc__", None)
    if method is not None:
        result = _call_alone(method, value, cls)
        if isinstance(result, int):
            return _plain_int(unwrapped(result))
        if type_lookup(type(result), "__index__", None) is not None:
            return _index(result)
        raise TypeError(f"__trunc__ returned non-Integral (type {type(result).__name__})")
    plain = unwrapped(value)
    if isinstance(plain, memoryview):
        plain = plain.tobytes()
    if isinstance(plain, (str, bytes, bytearray)):
        return _trapped_int(plain)
    raise TypeError(
        "int() argument must be a string, a bytes-like object or a real number, "
        f"not '{cls.__name__}'")


@native("int.__new__")
@trap("int")
def _native_int(cls, *args): ...


@trap("int")
def _trapped_int(*args): ...


def _plain_int(value, *base):
    if value is True:
        return 1
    if value is False:
        return 0
    return _native_int(int, value, *base)


class int:
    """Integers of any size."""

    @native
    def __new__(cls, x=_missing, /, base=_missing):
        if x is _missing:
            if base is not _missing:
                raise TypeError("int() missing string argument")
            value = 0
        elif base is not _missing:
            base = _index(base)
            if type(base) is int and base != 0 and not 2 <= base <= 36:
                raise ValueError("int() base must be >= 2 and <= 36, or 0")
            if not isinstance(x, (str, bytes, bytearray)):
                raise TypeError("int() can't convert non-string with explicit base")
            value = _trapped_int(unwrapped(x), base)
        elif type(x) in (int, float, str, bool):
            value = x if type(x) is int else _trapped_int(x)
        elif type(x) in (bytes, bytearray):
            value = _trapped_int(x)
        else:
            value = _int_from(x)
        return value if cls is int else instance_of(cls, value)

    @native
    @trap
    def bit_length(self, /): ...

    @native
    @trap
    def bit_count(self, /): ...

    @native
    @trap
    def to_bytes(self, /, length=1, byteorder="big", *, signed=False): ...

    @classmethod
    @native
    def from_bytes(cls, bytes, byteorder="big", *, signed=False):
        data = _bytes_from_buffer_or_ints(bytes)
        value = _int_from_bytes(data, byteorder, signed)
        return value if cls is int else cls(value)

    if _HOST_MINOR >= 12:
        @native
        def is_integer(self, /): ...

    @native
    def conjugate(self, /):
        return _plain_int(unwrapped(self))

    @native
    def as_integer_ratio(self, /):
        return _plain_int(unwrapped(self)), 1

    @member("int.real")
    def real(self): ...

    @member("int.imag")
    def imag(self): ...

    @member("int.numerator")
    def numerator(self): ...

    @member("int.denominator")
    def denominator(self): ...

    @native
    def __int__(self, /):
        return _plain_int(unwrapped(self))

    @native
    def __index__(self, /):
        return _plain_int(unwrapped(self))

    @native
    def __trunc__(self, /):
        return _plain_int(unwrapped(self))

    @native
    def __floor__(self, /):
        return _plain_int(unwrapped(self))

    @native
    def __ceil__(self, /):
        return _plain_int(unwrapped(self))

    @native
    @trap("float")
    def __float__(self, /): ...

    @native
    @trap("int.__round__")
    def __round__(self, ndigits=None, /):
        if ndigits is None:
            return _plain_int(unwrapped(self))
        return _round_int(unwrapped(self), _index(ndigits))

    @native
    @trap("format")
    def __format__(self, format_spec, /): ...

    @native
    @trap("repr")
    def __repr__(self, /): ...

    @native
    def __getnewargs__(self, /):
        return (_plain_int(unwrapped(self)),)

    @native
    def __bool__(self, /):
        return unwrapped(self) != 0

    @native
    def __hash__(self, /):
        return hash(unwrapped(self))

    @native
    def __neg__(self, /):
        return -unwrapped(self)

    @native
    def __pos__(self, /):
        return +unwrapped(self)

    @native
    def __invert__(self, /):
        return ~unwrapped(self)

    @native
    def __abs__(self, /):
        value = unwrapped(self)
        return -value if value < 0 else +value

    @native
    def __add__(self, value, /):
        return unwrapped(self) + unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __radd__(self, value, /):
        return unwrapped(value) + unwrapped(self) if isinstance(value, int) else NotImplemented

    @native
    def __sub__(self, value, /):
        return unwrapped(self) - unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __rsub__(self, value, /):
        return unwrapped(value) - unwrapped(self) if isinstance(value, int) else NotImplemented

    @native
    def __mul__(self, value, /):
        return unwrapped(self) * unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __rmul__(self, value, /):
        return unwrapped(value) * unwrapped(self) if isinstance(value, int) else NotImplemented

    @native
    def __truediv__(self, value, /):
        return unwrapped(self) / unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __rtruediv__(self, value, /):
        return unwrapped(value) / unwrapped(self) if isinstance(value, int) else NotImplemented

    @native
    def __floordiv__(self, value, /):
        return unwrapped(self) // unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __rfloordiv__(self, value, /):
        return unwrapped(value) // unwrapped(self) if isinstance(value, int) else NotImplemented

    @native
    def __mod__(self, value, /):
        return unwrapped(self) % unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __rmod__(self, value, /):
        return unwrapped(value) % unwrapped(self) if isinstance(value, int) else NotImplemented

    @native
    @trap("divmod")
    def __divmod__(self, value, /):
        if not isinstance(value, int):
            return NotImplemented
        left, right = unwrapped(self), unwrapped(value)
        return left // right, left % right

    @native
    def __rdivmod__(self, value, /):
        if not isinstance(value, int):
            return NotImplemented
        left, right = unwrapped(value), unwrapped(self)
        return left // right, left % right

    @native
    def __pow__(self, value, mod=None, /):
        if not isinstance(value, int) or not (mod is None or isinstance(mod, int)):
            return NotImplemented
        if mod is None:
            return unwrapped(self) ** unwrapped(value)
        return _power_modulo(unwrapped(self), unwrapped(value), unwrapped(mod))

    @native
    def __rpow__(self, value, mod=None, /):
        if not isinstance(value, int):
            return NotImplemented
        return unwrapped(value) ** unwrapped(self)

    @native
    def __and__(self, value, /):
        return unwrapped(self) & unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __rand__(self, value, /):
        return unwrapped(value) & unwrapped(self) if isinstance(value, int) else NotImplemented

    @native
    def __or__(self, value, /):
        return unwrapped(self) | unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __ror__(self, value, /):
        return unwrapped(value) | unwrapped(self) if isinstance(value, int) else NotImplemented

    @native
    def __xor__(self, value, /):
        return unwrapped(self) ^ unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __rxor__(self, value, /):
        return unwrapped(value) ^ unwrapped(self) if isinstance(value, int) else NotImplemented

    @native
    def __lshift__(self, value, /):
        return unwrapped(self) << unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __rlshift__(self, value, /):
        return unwrapped(value) << unwrapped(self) if isinstance(value, int) else NotImplemented

    @native
    def __rshift__(self, value, /):
        return unwrapped(self) >> unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __rrshift__(self, value, /):
        return unwrapped(value) >> unwrapped(self) if isinstance(value, int) else NotImplemented

    @native
    def __eq__(self, value, /):
        return unwrapped(self) == unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __ne__(self, value, /):
        return unwrapped(self) != unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __lt__(self, value, /):
        return unwrapped(self) < unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __le__(self, value, /):
        return unwrapped(self) <= unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __gt__(self, value, /):
        return unwrapped(self) > unwrapped(value) if isinstance(value, int) else NotImplemented

    @native
    def __ge__(self, value, /):
        return unwrapped(self) >= unwrapped(value) if isinstance(value, int) else NotImplemented


@native("int_from_bytes")
@trap("int.from_bytes")
def _int_from_bytes(data, byteorder, signed): ...


@trap("int.__round__")
def _round_int(value, ndigits):
    unit = 10 ** -ndigits
    quotient, rest = divmod(value, unit)
    if rest * 2 > unit or (rest * 2 == unit and quotient & 1):
        quotient += 1
    return quotient * unit


@trap("pow")
def _power_modulo(base, exponent, modulus):
    return _long_power_modulo(base, exponent, modulus)


class bool:
    """The truth values."""

    @native
    def __new__(cls, x=False, /):
        return True if x else False

    @native
    def __repr__(self, /):
        return "True" if self else "False"

    @native
    def __and__(self, value, /):
        if type(value) is bool:
            return self is True and value is True
        return int.__and__(self, value)

    @native
    def __rand__(self, value, /):
        if type(value) is bool:
            return self is True and value is True
        return int.__rand__(self, value)

    @native
    def __or__(self, value, /):
        if type(value) is bool:
            return self is True or value is True
        return int.__or__(self, value)

    @native
    def __ror__(self, value, /):
        if type(value) is bool:
            return self is True or value is True
        return int.__ror__(self, value)

    @native
    def __xor__(self, value, /):
        if type(value) is bool:
            return self is not value
        return int.__xor__(self, value)

    @native
    def __rxor__(self, value, /):
        if type(value) is bool:
            return self is not value
        return int.__rxor__(self, value)


@native("float.__new__")
@trap("float")
def _native_float(cls, *args): ...


@trap("float")
def _trapped_float(*args): ...


def _float_from(value):
    cls = type(value)
    method = type_lookup(cls, "__float__", None)
    if method is not None:
        result = _call_alone(method, value, cls)
        if not isinstance(result, float):
            raise TypeError(
                f"{cls.__name__}.__float__ returned non-float (type {type(result).__name__})")
        return unwrapped(result)
    if type_lookup(cls, "__index__", None) is not None:
        return _trapped_float(_index(value))
    plain = unwrapped(value)
    if isinstance(plain, memoryview):
        plain = plain.tobytes()
    if isinstance(plain, (str, bytes, bytearray)):
        return _trapped_float(plain)
    raise TypeError(f"float() argument must be a string or a real number, not '{cls.__name__}'")


def _real_operand(value):
    """A plain number for float arithmetic, or None."""
    if isinstance(value, (float, int)):
        return unwrapped(value)
    return None


class float:
    """Floating-point numbers, IEEE 754 binary64."""

    @native
    def __new__(cls, x=0.0, /, **keywords):
        if keywords and not _replaces(cls, float, "__init__"):
            raise TypeError("float() takes no keyword arguments")
        if type(x) is float:
            value = x
        elif type(x) in (int, str, bool, bytes, bytearray):
            value = _trapped_float(x)
        else:
            value = _float_from(x)
        return value if cls is float else instance_of(cls, value)

    @native
    @trap
    def as_integer_ratio(self, /): ...

    @native
    @trap
    def is_integer(self, /): ...

    @native
    @trap
    def hex(self, /): ...

    @classmethod
    @native
    def fromhex(cls, string, /):
        value = _float_from_hex(unwrapped(string))
        return value if cls is float else cls(value)

    @native
    def conjugate(self, /):
        return unwrapped(self)

    @member("float.real")
    def real(self): ...

    @member("float.imag")
    def imag(self): ...

    @native
    def __float__(self, /):
        return unwrapped(self)

    @native
    def __int__(self, /):
        return _trapped_int(unwrapped(self))

    @native
    def __trunc__(self, /):
        return _trapped_int(unwrapped(self))

    @native
    @trap
    def __floor__(self, /): ...

    @native
    @trap
    def __ceil__(self, /): ...

    @native
    @trap("round")
    def __round__(self, ndigits=None, /):
        if ndigits is None:
            return _round_float(unwrapped(self))
        return _round_float(unwrapped(self), _index(ndigits))

    @native
    @trap("format")
    def __format__(self, format_spec, /): ...

    @native
    @trap("repr")
    def __repr__(self, /): ...

    @native
    def __getnewargs__(self, /):
        return (unwrapped(self),)

    @native
    def __bool__(self, /):
        return unwrapped(self) != 0.0

    @native
    def __hash__(self, /):
        return hash(unwrapped(self))

    @native
    def __neg__(self, /):
        return -unwrapped(self)

    @native
    def __pos__(self, /):
        return +unwrapped(self)

    @native
    def __abs__(self, /):
        return abs(unwrapped(self))

    @native
    def __add__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) + other

    @native
    def __radd__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else other + unwrapped(self)

    @native
    def __sub__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) - other

    @native
    def __rsub__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else other - unwrapped(self)

    @native
    def __mul__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) * other

    @native
    def __rmul__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else other * unwrapped(self)

    @native
    def __truediv__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) / other

    @native
    def __rtruediv__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else other / unwrapped(self)

    @native
    def __floordiv__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) // other

    @native
    def __rfloordiv__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else other // unwrapped(self)

    @native
    def __mod__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) % other

    @native
    def __rmod__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else other % unwrapped(self)

    @native
    @trap("divmod")
    def __divmod__(self, value, /):
        other = _real_operand(value)
        if other is None:
            return NotImplemented
        plain = unwrapped(self)
        return plain // other, plain % other

    @native
    def __rdivmod__(self, value, /):
        other = _real_operand(value)
        if other is None:
            return NotImplemented
        plain = unwrapped(self)
        return other // plain, other % plain

    @native
    def __pow__(self, value, mod=None, /):
        if mod is not None:
            raise TypeError("pow() 3rd argument not allowed unless all arguments are integers")
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) ** other

    @native
    def __rpow__(self, value, mod=None, /):
        other = _real_operand(value)
        return NotImplemented if other is None else other ** unwrapped(self)

    @native
    def __eq__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) == other

    @native
    def __ne__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) != other

    @native
    def __lt__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) < other

    @native
    def __le__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) <= other

    @native
    def __gt__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) > other

    @native
    def __ge__(self, value, /):
        other = _real_operand(value)
        return NotImplemented if other is None else unwrapped(self) >= other


@trap("float.fromhex")
def _float_from_hex(text): ...


@trap("round")
def _round_float(value, *ndigits): ...


@trap("complex")
def _trapped_complex(*args): ...


def _complex_part(value, which):
    """A plain int, float or complex for one argument of complex()."""
    cls = type(value)
    if which == 1:
        method = type_lookup(cls, "__complex__", None)
        if method is not None:
            result = _call_alone(method, value, cls)
            if not isinstance(result, complex):
                raise TypeError(f"__complex__ returned non-complex (type {type(result).__name__})")
            return unwrapped(result)
    if isinstance(value, complex):
        return unwrapped(value)
    if type_lookup(cls, "__float__", None) is not None:
        return float(value)
    if type_lookup(cls, "__index__", None) is not None:
        return float(_index(value))
    if which == 1:
        raise TypeError(
            f"complex() first argument must be a string or a number, not '{cls.__name__}'")
    raise TypeError(f"complex() second argument must be a number, not '{cls.__name__}'")


def _complex_operand(value):
    if isinstance(value, (complex, float, int)):
        return unwrapped(value)
    return None


class complex:
    """Complex numbers, two floats."""

    @native
    def __new__(cls, real=_missing, imag=_missing):
        if real is _missing:
            real = 0
        elif isinstance(real, str):
            if imag is not _missing:
                raise TypeError("complex() can't take second arg if first is a string")
            value = _trapped_complex(unwrapped(real))
            return value if cls is complex else instance_of(cls, value)
        if isinstance(imag, str):
            raise TypeError("complex() second arg can't be a string")
        value = _complex_part(real, 1)
        if imag is _missing:
            value = _trapped_complex(value)
        else:
            value = _trapped_complex(value, _complex_part(imag, 2))
        return value if cls is complex else instance_of(cls, value)

    @member("complex.real")
    def real(self): ...

    @member("complex.imag")
    def imag(self): ...

    @native
    @trap
    def conjugate(self, /): ...

    @native
    def __complex__(self, /):
        return unwrapped(self)

    @native
    @trap("format")
    def __format__(self, format_spec, /): ...

    @native
    @trap("repr")
    def __repr__(self, /): ...

    @native
    def __getnewargs__(self, /):
        return (unwrapped(self).real, unwrapped(self).imag)

    @native
    def __bool__(self, /):
        return unwrapped(self) != 0

    @native
    def __hash__(self, /):
        return hash(unwrapped(self))

    @native
    def __neg__(self, /):
        return -unwrapped(self)

    @native
    def __pos__(self, /):
        return +unwrapped(self)

    @native
    @trap("abs")
    def __abs__(self, /): ...

    @native
    def __add__(self, value, /):
        other = _complex_operand(value)
        return NotImplemented if other is None else unwrapped(self) + other

    @native
    def __radd__(self, value, /):
        other = _complex_operand(value)
        return NotImplemented if other is None else other + unwrapped(self)

    @native
    def __sub__(self, value, /):
        other = _complex_operand(value)
        return NotImplemented if other is None else unwrapped(self) - other

    @native
    def __rsub__(self, value, /):
        other = _complex_operand(value)
        return NotImplemented if other is None else other - unwrapped(self)

    @native
    def __mul__(self, value, /):
        other = _complex_operand(value)
        return NotImplemented if other is None else unwrapped(self) * other

    @native
    def __rmul__(self, value, /):
        other = _complex_operand(value)
        return NotImplemented if other is None else other * unwrapped(self)

    @native
    def __truediv__(self, value, /):
        other = _complex_operand(value)
        return NotImplemented if other is None else unwrapped(self) / other

    @native
    def __rtruediv__(self, value, /):
        other = _complex_operand(value)
        return NotImplemented if other is None else other / unwrapped(self)

    @native
    def __pow__(self, value, mod=None, /):
        if mod is not None:
            raise ValueError("complex modulo")
        other = _complex_operand(value)
        return NotImplemented if other is None else unwrapped(self) ** other

    @native
    def __rpow__(self, value, mod=None, /):
        other = _complex_operand(value)
        return NotImplemented if other is None else other ** unwrapped(self)

    @native
    def __eq__(self, value, /):
        other = _complex_operand(value)
        return NotImplemented if other is None else unwrapped(self) == other

    @native
    def __ne__(self, value, /):
        other = _complex_operand(value)
        return NotImplemented if other is None else unwrapped(self) != other


# ---------------------------------------------------------------- functions
@native
def abs(x, /):
    method = type_lookup(type(x), "__abs__", None)
    if method is None:
        raise TypeError(f"bad operand type for abs(): '{type(x).__name__}'")
    return _call_alone(method, x, type(x))


@native
@trap
def divmod(x, y, /):
    return _binary_method(x, y, "__divmod__", "__rdivmod__", "divmod()")


def _binary_method(x, y, name, reflected, what):
    """A binary operation that has no operator: the dunders of both sides."""
    left, right = type(x), type(y)
    method = type_lookup(left, name, None)
    other = type_lookup(right, reflected, None) if right is not left else None
    if other is not None and method is not other and issubclass(right, left):
        result = other(y, x)
        if result is not NotImplemented:
            return result
        other = None
    if method is not None:
        result = method(x, y)
        if result is not NotImplemented:
            return result
    if other is not None:
        result = other(y, x)
        if result is not NotImplemented:
            return result
    raise TypeError(
        f"unsupported operand type(s) for {what}: '{_name_of(x)}' and '{_name_of(y)}'")


@native
def pow(base, exp, mod=None):
    if mod is None:
        return base ** exp
    method = type_lookup(type(base), "__pow__", None)
    if method is not None:
        result = method(base, exp, mod)
        if result is not NotImplemented:
            return result
    if isinstance(base, int) and isinstance(exp, int):
        raise TypeError("pow() 3rd argument not allowed unless all arguments are integers")
    raise TypeError(
        "unsupported operand type(s) for ** or pow(): "
        f"'{_name_of(base)}', '{_name_of(exp)}', '{_name_of(mod)}'")


@native
def round(number, ndigits=None):
    method = type_lookup(type(number), "__round__", None)
    if method is None:
        raise TypeError(f"type {type(number).__name__} doesn't define __round__ method")
    if ndigits is None:
        return _call_alone(method, number, type(number))
    return _bind(method, number, type(number))(ndigits)


@native
def bin(number, /):
    return _bin(_index(number))


@native
def oct(number, /):
    return _oct(_index(number))


@native
def hex(number, /):
    return _hex(_index(number))


@native("bin")
@trap("bin")
def _bin(number): ...


@native("oct")
@trap("oct")
def _oct(number): ...


@native("hex")
@trap("hex")
def _hex(number): ...


@native
@trap
def chr(i, /):
    return _chr(_index(i))


@native("chr")
@trap("chr")
def _chr(i): ...


@native
@trap
def ord(c, /): ...
