"""Operators on floats with CPython's rules for signs, zeros and errors (Objects/floatobject.c)."""

from typing import Final

from ringfence.failures import Failure
from ringfence.kernels.jit import kernel
from ringfence.kernels.libm import (
    MAGNITUDE,
    absolute,
    copy_sign,
    is_finite,
    is_infinite,
    is_nan,
    libm_floor,
    libm_fmod,
    libm_pow,
)
from ringfence.kernels.memory import (
    float_bits,
    int_to_float,
    multiply_high,
    shift_left,
    shift_right,
    store,
    unsigned_less,
    wrap_mul,
)
from ringfence.kernels.objects import fail, float_value
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.opcodes import Op

ZERO_FLOAT: Final = 2  # second operand of Failure.ZERO_DIVISION: the operands are floats (tagged 1)
FRACTION: Final = (1 << 52) - 1
MOST_ROUNDING: Final = 15  # 10**15 is a float and fits 64 bits


@kernel("f8(f8, f8)")
def float_modulo(x, y):
    """x % y, y not zero: the sign of y."""
    r = libm_fmod(x, y)
    if r != 0.0:
        if (y < 0.0) != (r < 0.0):
            r += y
    else:
        r = copy_sign(0.0, y)
    return r


@kernel("f8(f8, f8)")
def float_floor_divide(x, y):
    """x // y, y not zero."""
    r = libm_fmod(x, y)
    quotient = (x - r) / y
    if r != 0.0 and (y < 0.0) != (r < 0.0):
        quotient -= 1.0
    if quotient == 0.0:
        return copy_sign(0.0, x / y)
    floor = libm_floor(quotient)
    if quotient - floor > 0.5:
        floor += 1.0
    return floor


@kernel("i8(i8, f8, f8, i8)")
def float_power(m, x, y, dst):
    """x ** y; DECLINE for a complex result and for the errors, which the trap words."""
    one = 1.0
    if y == 0.0 or x == 1.0:
        store(m, dst, float_value(m, one))
        return NEXT
    if is_nan(x) == 1 or is_nan(y) == 1:
        store(m, dst, float_value(m, x if is_nan(x) == 1 else y))
        return NEXT
    if is_infinite(y) == 1:
        size = absolute(x)
        if size == 1.0:
            store(m, dst, float_value(m, one))
        elif (y > 0.0) == (size > 1.0):
            store(m, dst, float_value(m, absolute(y)))
        else:
            store(m, dst, float_value(m, 0.0))
        return NEXT
    if is_finite(x) == 1:
        if x == 0.0 and y < 0.0:
            return DECLINE
        if x < 0.0 and libm_floor(y) != y:
            return DECLINE
    r = libm_pow(x, y)
    if is_infinite(r) == 1 and is_finite(x) == 1:
        return DECLINE
    store(m, dst, float_value(m, r))
    return NEXT


@kernel("i8(i8, i8, f8, f8, i8)")
def float_operate(m, op, x, y, dst):
    """A binary operator on two floats: NEXT, FAIL, or DECLINE (see ``float_power``).

    The operators that floats do not have are the caller's.
    """
    if op == Op.ADD:
        store(m, dst, float_value(m, x + y))
        return NEXT
    if op == Op.SUB:
        store(m, dst, float_value(m, x - y))
        return NEXT
    if op == Op.MUL:
        store(m, dst, float_value(m, x * y))
        return NEXT
    if op == Op.POW:
        return float_power(m, x, y, dst)
    if y == 0.0:
        return fail(m, Failure.ZERO_DIVISION, op * 2, ZERO_FLOAT)
    if op == Op.DIV:
        store(m, dst, float_value(m, x / y))
    elif op == Op.FLOORDIV:
        store(m, dst, float_value(m, float_floor_divide(x, y)))
    else:
        store(m, dst, float_value(m, float_modulo(x, y)))
    return NEXT


# ---------------------------------------------------------------- rounding to digits
@kernel("i8(i8, f8, i8, i8)")
def float_round_digits(m, x, digits, dst):
    """Store round(x, digits) for 0 to MOST_ROUNDING digits; DECLINE if they are too many for x.

    x is a whole number over a power of two, so x * 10**digits is one in 128 bits: rounded to an
    integer (ties to even, as in CPython) and divided again it is rounded once, where that integer
    is a float itself.
    """
    if digits < 0 or digits > MOST_ROUNDING or is_finite(x) == 0:
        return DECLINE
    bits = float_bits(x) & MAGNITUDE
    exponent = (bits >> 52) - 1075
    mantissa = bits & FRACTION
    if exponent == -1075:
        exponent = -1074
    else:
        mantissa |= 1 << 52
    if exponent >= 0 or mantissa == 0:
        store(m, dst, float_value(m, x))
        return NEXT
    power = 1
    for _ in range(digits):
        power *= 10
    low = wrap_mul(mantissa, power)
    high = multiply_high(mantissa, power)
    shift = -exponent
    # the integer part, and what is below it as a number of 64 bits and a sticky rest
    if shift < 64:
        if shift_right(high, shift) != 0:
            return DECLINE
        whole = shift_right(low, shift) | shift_left(high, 64 - shift)
        below = shift_left(low, 64 - shift)
        sticky = 0
    elif shift == 64:
        whole = high
        below = low
        sticky = 0
    elif shift < 128:
        whole = shift_right(high, shift - 64)
        below = shift_left(high, 128 - shift) | shift_right(low, shift - 64)
        sticky = shift_left(low, 128 - shift)
    else:
        whole = 0
        below = 0
        sticky = 1
    half = shift_left(1, 63)
    if below == half:
        if sticky != 0 or (whole & 1) == 1:
            whole += 1
    elif unsigned_less(half, below) == 1:
        whole += 1
    if whole < 0 or whole > 1 << 53:
        return DECLINE
    store(m, dst, float_value(m, copy_sign(int_to_float(whole) / int_to_float(power), x)))
    return NEXT
