"""Numbers: what kernels leave to the host's own int, float and complex, with its words for errors.

Ints of any length come here only where the work is linear in it, or the length is checked first;
beyond a check the trap is declined and the prelude works in metered pieces.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap

MOST_DIGITS = 4300  # sys.int_info.default_max_str_digits, whatever the host's program has set
MODULAR_WORK = 1 << 36  # exponent bits times modulus bits squared: some 30 ms
MODULAR_S = 5e-13  # seconds for one unit of that work, and some
INVERSE_BITS = 100_000
POWER_PLACE = 6  # of ** among the operators after ADD
OPERATORS: tuple[Callable[[Any, Any], Any], ...] = (
    operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod,
    operator.pow,
)


@trap("number_binary")
def number_binary(context: TrapContext, place: int, left: Any, right: Any) -> Any:
    """A complex or failing result of an operator on two plain numbers."""
    if place == POWER_PLACE and isinstance(left, int) and isinstance(right, int) and right >= 0:
        raise TrapDeclined
    return OPERATORS[place](left, right)


def _plain(number: Any) -> Any:
    if not isinstance(number, int | float | complex):
        raise TrapDeclined
    return number


# ---------------------------------------------------------------- text
def _is_power_of_two(base: int) -> bool:
    return base in (2, 4, 8, 16, 32)


@trap("int")
def int_of(context: TrapContext, *arguments: Any) -> int:
    """int(x) and int(text, base); a class given first is ignored."""
    value, *base = arguments
    if isinstance(value, str | bytes | bytearray):
        context.check_size(len(value))
        underscores = value.count("_") if isinstance(value, str) else value.count(b"_")
        digits = len(value) - underscores
        if digits > MOST_DIGITS and not _reads_linearly(value, *base):
            _refuse_digits(value)
    elif base:
        raise TypeError("int() can't convert non-string with explicit base")
    else:
        _plain(value)
    return int(value, *base)


def _reads_linearly(value: Any, base: Any = 10) -> bool:
    if not isinstance(base, int):
        return False
    start = value[:40].lstrip().lower().lstrip("+-" if isinstance(value, str) else b"+-")
    prefixes: Any = ("0x", "0o", "0b") if isinstance(value, str) else (b"0x", b"0o", b"0b")
    return _is_power_of_two(base) or (base == 0 and start.startswith(prefixes))


def _refuse_digits(value: Any) -> None:
    text = value.decode("latin-1") if isinstance(value, bytes | bytearray) else value
    digits = sum(map(text.count, "0123456789")) if text.isascii() else sum(map(str.isdecimal, text))
    if digits > MOST_DIGITS:
        raise ValueError(
            f"Exceeds the limit ({MOST_DIGITS} digits) for integer string conversion: value has "
            f"{digits} digits; use sys.set_int_max_str_digits() to increase the limit")


@trap("float")
def float_of(context: TrapContext, *arguments: Any) -> float:
    """float(x) of a number or a text."""
    if not arguments:
        return 0.0
    value = arguments[-1]
    if isinstance(value, str | bytes | bytearray):
        context.check_size(len(value))
        return float(value)
    return float(_plain(value))


@trap("complex")
def complex_of(context: TrapContext, *arguments: Any) -> complex:
    """complex(...) of numbers or one text."""
    for value in arguments:
        if isinstance(value, str):
            context.check_size(len(value))
        else:
            _plain(value)
    return complex(*arguments)


for _name in ("bin", "oct", "hex"):
    _function = {"bin": bin, "oct": oct, "hex": hex}[_name]

    @trap(_name)
    def in_base(context: TrapContext, number: Any, function: Any = _function) -> Any:
        """bin, oct, hex of an int."""
        if not isinstance(number, int):
            raise TrapDeclined
        context.check_size(number.bit_length() + 3)
        return function(number)


# ---------------------------------------------------------------- methods
def _method(kind: type, name: str) -> None:
    method = getattr(kind, name)

    @trap(f"{kind.__name__}.{name}")
    def run(context: TrapContext, number: Any, *rest: Any) -> Any:
        if not isinstance(number, kind) or not all(
            value is None or isinstance(value, int | float | complex) for value in rest
        ):
            raise TrapDeclined
        context.check_size(64)
        return method(number, *rest)


for _name in ("bit_length", "bit_count", "as_integer_ratio", "conjugate", "__float__",
              "__truediv__", "__rtruediv__"):
    _method(int, _name)
for _name in ("as_integer_ratio", "is_integer", "hex", "conjugate", "__floor__", "__ceil__",
              "__trunc__", "__int__", "__round__", "__repr__", "__divmod__", "__rdivmod__",
              "__pow__", "__rpow__"):
    _method(float, _name)
for _name in ("conjugate", "__abs__", "__repr__", "__pow__", "__rpow__"):
    _method(complex, _name)


@trap("float.fromhex")
def float_fromhex(context: TrapContext, text: Any) -> float:
    """float.fromhex of a text."""
    if not isinstance(text, str):
        raise TypeError("bad argument type for built-in operation")
    context.check_size(len(text))
    return float.fromhex(text)


@trap("int.to_bytes")
def int_to_bytes(
    context: TrapContext, number: Any, length: Any = 1, byteorder: Any = "big", signed: Any = False
) -> bytes:
    """int.to_bytes, its room checked."""
    if not isinstance(number, int) or not isinstance(length, int):
        raise TrapDeclined
    context.check_size(length)
    return number.to_bytes(length, byteorder, signed=bool(signed))


@trap("int.from_bytes")
def int_from_bytes(
    context: TrapContext, data: Any, byteorder: Any = "big", signed: Any = False
) -> int:
    """int.from_bytes of bytes."""
    if not isinstance(data, bytes | bytearray):
        raise TrapDeclined
    context.check_size(len(data))
    return int.from_bytes(data, byteorder, signed=bool(signed))


# ---------------------------------------------------------------- rounding, powers
@trap("int.__round__")
def int_round(context: TrapContext, number: Any, digits: Any = None) -> int:
    """Rounding of an int left of the point; 10 ** -digits is never made if it exceeds the int."""
    if not isinstance(number, int) or not (digits is None or isinstance(digits, int)):
        raise TrapDeclined
    if digits is None or digits >= 0:
        return int(number)
    bits = number.bit_length()
    if -digits * 3 > bits + 3:
        return 0
    if bits > INVERSE_BITS:
        raise TrapDeclined
    return round(int(number), digits)


@trap("round")
def round_number(context: TrapContext, number: Any, digits: Any = None) -> Any:
    """round() of a float, or of an int as above."""
    if isinstance(number, int):
        return int_round(context, number, digits)
    if not isinstance(number, float) or not (digits is None or isinstance(digits, int)):
        raise TrapDeclined
    return round(number, digits) if digits is not None else round(number)


@trap("abs")
def absolute(context: TrapContext, number: Any) -> Any:
    """abs() of a number, complex included."""
    if isinstance(number, int):
        context.check_size(number.bit_length() // 8)
    return abs(_plain(number))


@trap("pow")
def power(context: TrapContext, base: Any, exponent: Any, modulus: Any = None) -> Any:
    """pow() with a modulus; without one only what is no int."""
    _plain(base), _plain(exponent)
    if modulus is None:
        return number_binary(context, POWER_PLACE, base, exponent)
    if isinstance(base, int) and isinstance(exponent, int) and isinstance(modulus, int):
        bits = modulus.bit_length()
        if max(bits, base.bit_length()) > INVERSE_BITS:
            raise TrapDeclined
        work = exponent.bit_length() * (bits + 64) ** 2
        if work > MODULAR_WORK:
            raise TrapDeclined
        context.charge(work >> 13)
        context.check_time(work * MODULAR_S)
    return pow(base, exponent, modulus)


@trap("divmod")
def divide(context: TrapContext, left: Any, right: Any) -> Any:
    """divmod() that is certain to fail, or of floats."""
    if isinstance(left, int) and isinstance(right, int) and right != 0:
        raise TrapDeclined
    return divmod(_plain(left), _plain(right))
