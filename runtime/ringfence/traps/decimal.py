"""Decimal numbers of the host: what `modules/decimal.py` does not do in its own steps.

A number is (sign, coefficient, exponent), its exponent a letter for infinities and NaNs. A context
is (precision, rounding, Emin, Emax, capitals, clamp, signals that raise as bits).
"""

from __future__ import annotations

import decimal
from decimal import Context, Decimal
from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap
from ringfence.traps.plain import numbers_in

SIGNALS: tuple[type[decimal.DecimalException], ...] = (
    decimal.InvalidOperation, decimal.FloatOperation, decimal.DivisionByZero, decimal.Overflow,
    decimal.Underflow, decimal.Subnormal, decimal.Inexact, decimal.Rounded, decimal.Clamped,
)
CONDITIONS = (  # of InvalidOperation, each with a bit of its own behind those of the signals
    "ConversionSyntax", "DivisionImpossible", "DivisionUndefined", "InvalidContext",
)
OPERATIONS = frozenset(
    "abs add compare compare_signal compare_total compare_total_mag create_decimal divide divide_int "
    "divmod exp fma is_normal is_subnormal ln log10 logb logical_and logical_invert logical_or "
    "logical_xor max max_mag min min_mag minus multiply next_minus next_plus next_toward normalize "
    "number_class plus power quantize remainder remainder_near rotate scaleb shift sqrt subtract "
    "to_eng_string to_integral_exact to_integral_value to_sci_string".split()
)
SPECIALS = {"F": "Infinity", "n": "NaN", "N": "sNaN"}
DIGITS_A_BIT = 0.30103
READ_S = 1e-10  # seconds to make an int of n digits, divided by n squared
JOINED_DIGITS = 600  # digits that are read as one text: no setting of the host refuses them
SERIES_DIGITS = 500  # of exp, ln, log10 and power: some 10 ms
ROOT_DIGITS = 8000  # of square roots: some 20 ms
MOST_DIGITS = 200_000  # of anything else
WIDEST = Context(
    prec=decimal.MAX_PREC, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[],
)


def _read(part: Any) -> Any:
    """An operand: a number of three parts, or an int as it is."""
    if type(part) is int:
        return part
    if not (isinstance(part, tuple) and len(part) == 3):
        raise TrapDeclined
    sign, coefficient, exponent = part
    if type(exponent) is str:
        digits = str(coefficient) if coefficient else ""
        return Decimal(("-" if sign else "") + SPECIALS[exponent] + digits)
    value = Decimal(coefficient)
    if exponent:
        value = value.scaleb(exponent, WIDEST)
    return value.copy_negate() if sign else value


def _plain(value: Any) -> Any:
    """A result as plain data."""
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if not isinstance(value, Decimal):
        return value
    sign, digits, exponent = value.as_tuple()
    if exponent == "F":
        return sign, 0, exponent
    if len(digits) <= JOINED_DIGITS:
        return sign, int("".join(map(str, digits)) or "0"), exponent
    assert isinstance(exponent, int)
    return sign, int(value.copy_abs().scaleb(-exponent, WIDEST)), exponent


def _context(settings: Any) -> Context:
    precision, rounding, low, high, capitals, clamp, raising = settings
    return Context(
        prec=precision, rounding=rounding, Emin=low, Emax=high, capitals=capitals, clamp=clamp,
        flags=[], traps=[signal for k, signal in enumerate(SIGNALS) if raising >> k & 1],
    )


def _flags(context: Context) -> int:
    """The signals of a context as bits."""
    return sum(1 << k for k, signal in enumerate(SIGNALS) if context.flags[signal])


def _conditions(causes: list[str]) -> int:
    """The conditions among the causes of an error as bits."""
    return sum(1 << len(SIGNALS) + k for k, name in enumerate(CONDITIONS) if name in causes)


def _causes(error: decimal.DecimalException) -> list[str]:
    return [cause.__name__ for cause in error.args[0]]


def _hidden_conditions(name: str, operands: list[Any], settings: Any) -> int:
    """What made an operation invalid that did not raise."""
    host = _context((*settings[:6], 1))
    try:
        getattr(host, name)(*operands)
    except decimal.InvalidOperation as error:
        return _conditions(_causes(error))
    return 0


def _digits(operands: Any) -> int:
    return sum(
        int(abs(part if type(part) is int else part[1]).bit_length() * DIGITS_A_BIT) + 1
        for part in operands
    )


def _check_work(context: TrapContext, name: str, operands: Any, precision: int) -> None:
    digits = _digits(operands)
    if name in ("exp", "ln", "log10", "power"):
        most = SERIES_DIGITS
        digits += precision
        context.charge(digits * digits * 10)
    elif name == "sqrt":
        most = ROOT_DIGITS
        digits += precision
        context.charge(digits * digits // 10)
    else:
        most = MOST_DIGITS
        if name in ("divide", "divmod", "divide_int", "remainder", "remainder_near"):
            digits += min(precision, MOST_DIGITS + 1)
        context.charge(digits * 4)
    if digits > most:
        raise NotImplementedError(f"decimal `{name}` of more than {most} digits is not supported")
    context.check_size(digits + 64)
    context.check_time(digits * digits * READ_S)


@trap("decimal.operate")
def operate(context: TrapContext, name: Any, operands: Any, settings: Any) -> Any:
    """A method of Context: (result, signals as bits, what to raise or None)."""
    if name not in OPERATIONS:
        raise TrapDeclined
    _check_work(context, name, operands, settings[0])
    host = _context(settings)
    values = [_read(part) for part in operands]
    try:
        result = getattr(host, name)(*values)
    except decimal.DecimalException as error:
        causes = _causes(error)
        return None, _flags(host) | _conditions(causes), [type(error).__name__, causes]
    flags = _flags(host)
    if flags & 1:
        flags |= _hidden_conditions(name, values, settings)
    return _plain(result), flags, None


@trap("decimal.parse")
def parse(context: TrapContext, value: Any) -> Any:
    """The exact number that a text or the three parts of a number write; else why they do not."""
    if isinstance(value, str):
        if len(value) > MOST_DIGITS:
            raise NotImplementedError(
                f"decimals of more than {MOST_DIGITS} digits are not supported")
        context.check_size(len(value))
    elif isinstance(value, list | tuple):
        context.check_size(8 * sum(len(p) for p in value if isinstance(p, tuple | list)))
    else:
        raise TrapDeclined
    host = Context(traps=[decimal.InvalidOperation])
    try:
        return _plain(Decimal(value, host))
    except decimal.InvalidOperation as error:
        return _causes(error)


@trap("decimal.text")
def text(context: TrapContext, number: Any, spec: Any, settings: Any) -> str:
    """A number as text by a format specification."""
    if not isinstance(spec, str):
        raise TrapDeclined
    _, coefficient, exponent = number
    size = numbers_in(spec) + int(coefficient.bit_length() * DIGITS_A_BIT)
    if isinstance(exponent, int) and spec[-1:] in ("f", "F", "%"):
        size += abs(exponent)
    context.check_size(8 * size + 64)
    with decimal.localcontext(_context(settings)):
        return format(_read(number), spec)
