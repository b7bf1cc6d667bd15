"""Operators on numbers that one kernel step does not do: integers of great length, in pieces that
are metered each, and results and errors that the host's own numbers have words for.

The limits are those of kernels/bigints.py: a product or a quotient within them is one instruction.
"""

_PRODUCT_LIMBS = 1 << 24  # pairs of 64-bit limbs
_QUOTIENT_LIMBS = 1 << 22  # limbs of the quotient times 32-bit digits of the divisor
_MULTIPLY, _FLOOR_DIVIDE, _MODULO, _POWER = 2, 4, 5, 6  # places of operators after ADD


@trap("number_binary")
def _number_trap(place, left, right): ...


def _op_number_binary(place, left, right):
    """An operator, by its place after ADD, on two numbers that the kernels declined."""
    if type(left) is int and type(right) is int:
        if place == _MULTIPLY:
            product = _long_product(abs(left), abs(right))
            return -product if (left < 0) != (right < 0) else product
        if place == _FLOOR_DIVIDE:
            return _long_divide(left, right)[0]
        if place == _MODULO:
            return _long_divide(left, right)[1]
        if place == _POWER and right >= 0:
            return _long_power(left, right)
    return _number_trap(place, left, right)


def _long_product(x, y):
    """The product of two numbers that are not negative: Karatsuba down to what a kernel does."""
    x_bits, y_bits = x.bit_length(), y.bit_length()
    if ((x_bits >> 6) + 1) * ((y_bits >> 6) + 1) <= _PRODUCT_LIMBS:
        return x * y
    if x_bits < y_bits:
        x, y = y, x
        x_bits, y_bits = y_bits, x_bits
    half = (x_bits + 1) >> 1
    x_high = x >> half
    x_low = x - (x_high << half)
    if y_bits <= half:
        return (_long_product(x_high, y) << half) + _long_product(x_low, y)
    y_high = y >> half
    y_low = y - (y_high << half)
    top = _long_product(x_high, y_high)
    bottom = _long_product(x_low, y_low)
    middle = _long_product(x_high + x_low, y_high + y_low) - top - bottom
    return (((top << half) + middle) << half) + bottom


def _long_divide(x, y):
    """(x // y, x % y) of integers, y not zero."""
    quotient, rest = _long_quotient(abs(x), abs(y))
    if (x < 0) != (y < 0):
        quotient = -quotient
        if rest:
            quotient -= 1
            rest = abs(y) - rest
    return quotient, -rest if y < 0 else rest


def _long_quotient(x, y):
    """The same of numbers that are not negative: long division, a kernel's quotient a step."""
    digits = (y.bit_length() >> 5) + 2
    step = 64 * max(1, _QUOTIENT_LIMBS // digits - 3)
    quotient = rest = 0
    at = (x.bit_length() + step - 1) // step * step
    mask = (1 << step) - 1
    while at > 0:
        at -= step
        rest = (rest << step) | ((x >> at) & mask)
        quotient = (quotient << step) | (rest // y)
        rest %= y
    return quotient, rest


def _long_power(base, exponent):
    result = base
    for place in range(exponent.bit_length() - 2, -1, -1):
        result *= result
        if (exponent >> place) & 1:
            result *= base
    return result


def _long_power_modulo(base, exponent, modulus):
    """pow() of integers, exponent not negative and modulus not zero."""
    result = 1 % modulus
    base %= modulus
    for place in range(exponent.bit_length() - 1, -1, -1):
        result = result * result % modulus
        if (exponent >> place) & 1:
            result = result * base % modulus
    return result
