"""Exact decimal digits of floats, for the range where 128-bit integers suffice.

A double is f * 2**e with an integer f. Its product with 10**p, p from 0 to 27, is f * 5**p
shifted by e + p bits, and f * 5**p fits 128 bits: rounding to an integer is then exact. Both
entry points answer 0 where this does not reach; a trap then asks CPython. Nothing here guesses.
"""

from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import (
    float_bits,
    float_to_int,
    int_to_float,
    multiply_high,
    set_word,
    shift_left,
    shift_right,
    word,
    wrap_mul,
)
from ringfence.layout import STATE_SCRATCH_0

DIGITS = STATE_SCRATCH_0  # the digits as one integer
DIGITS_EXPONENT = STATE_SCRATCH_0 + 1  # power of ten of their last place
REMAINDER = STATE_SCRATCH_0 + 2
LARGEST_POWER = 27  # 5**27 fits 63 bits
EXACT_POWER = 22  # 10.0**22 is exact


@kernel("i8(i8)")
def power_of_five(p):
    """5**p for p of 0 to 27."""
    value = 1
    for _ in range(p):
        value *= 5
    return value


@kernel("i8(i8)")
def power_of_ten(p):
    """10**p for p of 0 to 18."""
    value = 1
    for _ in range(p):
        value *= 10
    return value


@kernel("i8(i8)")
def count_digits(n):
    """Decimal digits of a number that is not negative."""
    digits = 1
    while n >= 10:
        n //= 10
        digits += 1
    return digits


@kernel("i8(i8, f8, i8)")
def scaled(m, x, p):
    """floor(x * 10**p) for a positive normal x, or -1 if out of reach; the rest in REMAINDER.

    The remainder counts 2**-s (s the answer of ``scaled_shift``).
    """
    bits = float_bits(x)
    f = (bits & 0xFFFFFFFFFFFFF) | 0x10000000000000
    s = scaled_shift(x, p)
    five = power_of_five(p)
    low = wrap_mul(f, five)
    high = multiply_high(f, five)
    if s > 63:
        return -1
    if s <= 0:
        set_word(m, 0, REMAINDER, 0)
        if high != 0 or low < 0 or s < -62 or shift_right(low, 62 + s) != 0:
            return -1
        return shift_left(low, -s)
    if shift_right(high, s - 1) != 0:
        return -1
    set_word(m, 0, REMAINDER, low & shift_right(-1, 64 - s))
    return shift_left(high, 64 - s) | shift_right(low, s)


@kernel("i8(f8, i8)", inline=True)
def scaled_shift(x, p):
    """Bits that x * 10**p has behind the binary point (perhaps negative)."""
    return 1075 - ((float_bits(x) >> 52) & 0x7FF) - p


@kernel("i8(i8, f8, i8)")
def round_scaled(m, x, p):
    """x * 10**p rounded half to even for x >= 0 and p of 0 to 27, or -1 if out of reach."""
    bits = float_bits(x)
    if bits == 0:
        return 0
    exponent = (bits >> 52) & 0x7FF
    if exponent == 0 or exponent == 0x7FF or p > LARGEST_POWER:
        return -1
    s = scaled_shift(x, p)
    if s > 128:  # f * 5**p < 2**127, so less than a half
        return 0
    if s > 63:
        return round_wide(x, p, s)
    n = scaled(m, x, p)
    if n < 0 or s <= 0:
        return n
    rest = word(m, 0, REMAINDER)
    half = shift_left(1, s - 1)
    if rest > half or (rest == half and n & 1 == 1):
        n += 1
    return n


@kernel("i8(f8, i8, i8)")
def round_wide(x, p, s):
    """The same when 64 to 128 bits are behind the binary point."""
    f = (float_bits(x) & 0xFFFFFFFFFFFFF) | 0x10000000000000
    five = power_of_five(p)
    low = wrap_mul(f, five)
    high = multiply_high(f, five)
    if s == 64:
        if low < 0 and (low & 0x7FFFFFFFFFFFFFFF != 0 or high & 1 == 1):
            high += 1
        return high
    if s == 128:  # the product has at most 117 bits
        return 0
    whole = shift_right(high, s - 64)
    rest = high & (shift_left(1, s - 64) - 1)
    half = shift_left(1, s - 65)
    if rest > half or (rest == half and (low != 0 or whole & 1 == 1)):
        whole += 1
    return whole


@kernel("i8(i8, f8)")
def shortest_digits(m, x):
    """The shortest digits that read back as x > 0, as ``repr`` gives: DIGITS * 10**DIGITS_EXPONENT.

    Answers 0 when out of reach. At most one decimal of 15 digits reads back as a given double
    (any two such decimals are further apart than doubles), so one that does is the shortest.
    Where none does the nearest of 16 digits is tried, then the nearest of 17; of two equally near
    the even one, as CPython has it (Python/dtoa.c).
    """
    bits = float_bits(x)
    exponent = (bits >> 52) & 0x7FF
    if exponent == 0 or exponent == 0x7FF:
        return 0
    k = ((exponent - 1023) * 1233) >> 12  # about log10(x), at most one too small or large
    if k < -10 or k > 15:
        return short_digits(m, x, k)
    places = 15
    while places <= 17:
        p = places - 1 - k
        if p < 0:
            p = 0
        if p > LARGEST_POWER:
            return short_digits(m, x, k)
        n = scaled(m, x, p)
        if n < 0:
            return short_digits(m, x, k)
        digits = count_digits(n)
        if digits > places and p > 0:
            k += 1
            continue
        if digits < places and p > 0 and places == 15 and k > -11:
            k -= 1
            continue
        s = scaled_shift(x, p)
        distance = 0
        if s > 0:
            rest = word(m, 0, REMAINDER)
            half = shift_left(1, s - 1)
            distance = rest
            if rest > half or (rest == half and n & 1 == 1):
                n += 1
                distance = half - (rest - half)
        if digits > 17:
            return 0
        reach = power_of_five(p)
        good = 1 if distance <= reach >> 1 else 0
        if bits & 0xFFFFFFFFFFFFF == 0 and distance > reach >> 2:
            return 0  # below a power of two the doubles are closer: leave it
        if good == 1 or places == 17:
            return keep_digits(m, n, -p)
        places += 1
    return 0


@kernel("i8(i8, f8, i8)")
def short_digits(m, x, k):
    """The same for what has few digits: one exact product or quotient tells whether they are x."""
    p = 14 - k
    if p > EXACT_POWER:
        p = EXACT_POWER
    if p < -EXACT_POWER:
        return 0
    if p >= 0:
        power = exact_power(p)
        scaled_x = x * power + 0.5
        if scaled_x >= 1e15:
            return 0
        n = float_to_int(scaled_x)
        if n == 0 or int_to_float(n) / power != x:
            return 0
        return keep_digits(m, n, -p)
    power = exact_power(-p)
    scaled_x = x / power + 0.5
    if scaled_x >= 1e15:
        return 0
    n = float_to_int(scaled_x)
    if int_to_float(n) * power != x:
        return 0
    return keep_digits(m, n, -p)


@kernel("f8(i8)")
def exact_power(p):
    """10.0**p for p of 0 to 22: every product on the way is exact."""
    value = 1.0
    for _ in range(p):
        value *= 10.0
    return value


@kernel("i8(i8, i8, i8)")
def keep_digits(m, n, exponent):
    while n % 10 == 0 and n > 0:
        n //= 10
        exponent += 1
    set_word(m, 0, DIGITS, n)
    set_word(m, 0, DIGITS_EXPONENT, exponent)
    return 1
