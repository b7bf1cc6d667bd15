"""Arithmetic on magnitudes: runs of 64-bit limbs in the block, least significant limb first.

A run is given by its offset and its number of limbs; nothing here knows of signs or of objects.
The sources are Knuth, The Art of Computer Programming 2, 4.3.1 (algorithms A, S, M, D) and
Karatsuba and Ofman (1962). Division looks at the same bytes as digits of 32 bits, since a
quotient of 64 by 32 bits is what the processor gives quickly.
"""

from typing import Final

from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import (
    count_leading_zeros,
    fill_bytes,
    load,
    load32,
    move_bytes,
    multiply_high,
    shift_left,
    shift_right,
    store,
    store32,
    unsigned_divide,
    unsigned_less,
    wrap_add,
    wrap_mul,
    wrap_sub,
)
from ringfence.kernels.objects import charge

KARATSUBA_LIMBS: Final = 40  # measured: below this the plain algorithm is faster
DIGIT_MASK: Final = 0xFFFFFFFF
DIGIT_BASE: Final = 1 << 32


@kernel("i8(i8, i8, i8)")
def limbs_trim(m, at, n):
    """Number of limbs without the zero ones at the top."""
    while n > 0 and load(m, at + (n - 1) * 8) == 0:
        n -= 1
    return n


@kernel("i8(i8, i8, i8)")
def limbs_bit_length(m, at, n):
    """Bits of a trimmed magnitude."""
    if n == 0:
        return 0
    return n * 64 - count_leading_zeros(load(m, at + (n - 1) * 8))


@kernel("i8(i8, i8, i8, i8, i8)")
def limbs_compare(m, x, n_x, y, n_y):
    """Order of two trimmed magnitudes: -1, 0, 1."""
    if n_x != n_y:
        return -1 if n_x < n_y else 1
    for i in range(n_x - 1, -1, -1):
        a = load(m, x + i * 8)
        b = load(m, y + i * 8)
        if a != b:
            return -1 if unsigned_less(a, b) == 1 else 1
    return 0


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def limbs_add(m, to, x, n_x, y, n_y):
    """Write x + y, n_x limbs (n_x >= n_y); answer the carry out. ``to`` may be x or y."""
    carry = 0
    for i in range(n_x):
        a = load(m, x + i * 8)
        b = 0
        if i < n_y:
            b = load(m, y + i * 8)
        s = wrap_add(a, b)
        t = wrap_add(s, carry)
        carry = unsigned_less(s, a) | unsigned_less(t, s)
        store(m, to + i * 8, t)
    return carry


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def limbs_subtract(m, to, x, n_x, y, n_y):
    """Write x - y, n_x limbs (x >= y as numbers); answer the borrow. ``to`` may be x or y."""
    borrow = 0
    for i in range(n_x):
        a = load(m, x + i * 8)
        b = 0
        if i < n_y:
            b = load(m, y + i * 8)
        s = wrap_sub(a, b)
        t = wrap_sub(s, borrow)
        borrow = unsigned_less(a, b) | unsigned_less(s, borrow)
        store(m, to + i * 8, t)
    return borrow


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def _multiply_plain(m, to, x, n_x, y, n_y):
    """Write x * y, n_x + n_y limbs, which may not overlap the factors."""
    charge(m, 1 + n_x * n_y // 3)
    fill_bytes(m, to, (n_x + n_y) * 8, 0)
    for i in range(n_x):
        a = load(m, x + i * 8)
        carry = 0
        row = to + i * 8
        for j in range(n_y):
            b = load(m, y + j * 8)
            high = multiply_high(a, b)
            low = wrap_add(wrap_mul(a, b), carry)
            high = wrap_add(high, unsigned_less(low, carry))
            old = load(m, row + j * 8)
            s = wrap_add(low, old)
            carry = wrap_add(high, unsigned_less(s, old))
            store(m, row + j * 8, s)
        store(m, row + n_y * 8, carry)
    return 0


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def _multiply_equal(m, to, x, y, n, scratch):
    """Write the product of two magnitudes of n limbs each; scratch holds 4 n + 256 limbs.

    This and ``_karatsuba`` call each other, each time on half the size: no deeper than the
    logarithm of a heap.
    """
    if n < KARATSUBA_LIMBS:
        return _multiply_plain(m, to, x, n, y, n)
    return _karatsuba(m, to, x, y, n, scratch)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def _karatsuba(m, to, x, y, n, scratch):
    """Three products of half the length instead of four; n is at least 4."""
    low = n >> 1
    high = n - low
    _multiply_equal(m, to, x, y, low, scratch)
    _multiply_equal(m, to + low * 16, x + low * 8, y + low * 8, high, scratch)
    size = high + 1
    sum_x = scratch
    sum_y = scratch + size * 8
    middle = scratch + size * 16
    carry = limbs_add(m, sum_x, x + low * 8, high, x, low)
    store(m, sum_x + high * 8, carry)
    carry = limbs_add(m, sum_y, y + low * 8, high, y, low)
    store(m, sum_y + high * 8, carry)
    _multiply_equal(m, middle, sum_x, sum_y, size, scratch + size * 32)
    limbs_subtract(m, middle, middle, size * 2, to, low * 2)
    limbs_subtract(m, middle, middle, size * 2, to + low * 16, high * 2)
    n_middle = limbs_trim(m, middle, size * 2)
    limbs_add(m, to + low * 8, to + low * 8, n * 2 - low, middle, n_middle)
    return 0


@kernel("i8(i8, i8)", inline=True)
def multiply_scratch(n_x, n_y):
    """Limbs of scratch that ``limbs_multiply`` wants."""
    least = n_y if n_y < n_x else n_x
    if least < KARATSUBA_LIMBS:
        return 0
    return 6 * least + 256


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def limbs_multiply(m, to, x, n_x, y, n_y, scratch):
    """Write x * y, n_x + n_y limbs, which may overlap neither the factors nor the scratch."""
    if n_x < n_y:
        x, y = y, x
        n_x, n_y = n_y, n_x
    if n_y < KARATSUBA_LIMBS:
        _multiply_plain(m, to, x, n_x, y, n_y)
        return 0
    # the longer factor is cut into pieces as long as the shorter one
    fill_bytes(m, to, (n_x + n_y) * 8, 0)
    part = scratch
    at = 0
    while n_x - at >= n_y:
        _multiply_equal(m, part, x + at * 8, y, n_y, scratch + n_y * 16)
        limbs_add(m, to + at * 8, to + at * 8, n_x + n_y - at, part, 2 * n_y)
        at += n_y
    if at < n_x:
        rest = n_x - at
        _multiply_plain(m, part, y, n_y, x + at * 8, rest)
        limbs_add(m, to + at * 8, to + at * 8, n_y + rest, part, n_y + rest)
    return 0


@kernel("i8(i8, i8, i8, i8, i8)")
def limbs_shift_left(m, to, x, n, bits):
    """Write x << bits, n + bits // 64 + 1 limbs, which do not overlap x."""
    whole = bits >> 6
    rest = bits & 63
    fill_bytes(m, to, whole * 8, 0)
    if rest == 0:
        move_bytes(m, to + whole * 8, x, n * 8)
        store(m, to + (whole + n) * 8, 0)
        return 0
    carry = 0
    for i in range(n):
        a = load(m, x + i * 8)
        store(m, to + (whole + i) * 8, shift_left(a, rest) | carry)
        carry = shift_right(a, 64 - rest)
    store(m, to + (whole + n) * 8, carry)
    return 0


@kernel("i8(i8, i8, i8, i8, i8)")
def limbs_shift_right(m, to, x, n, bits):
    """Write x >> bits, n - bits // 64 limbs (bits < 64 n); answer 1 if a set bit was lost."""
    whole = bits >> 6
    rest = bits & 63
    lost = 0
    for i in range(whole):
        if load(m, x + i * 8) != 0:
            lost = 1
            break
    if rest == 0:
        move_bytes(m, to, x + whole * 8, (n - whole) * 8)
        return lost
    if shift_left(load(m, x + whole * 8), 64 - rest) != 0:
        lost = 1
    for i in range(whole, n):
        a = shift_right(load(m, x + i * 8), rest)
        if i + 1 < n:
            a |= shift_left(load(m, x + (i + 1) * 8), 64 - rest)
        store(m, to + (i - whole) * 8, a)
    return lost


@kernel("i8(i8, i8, i8, i8, i8)")
def digits_divide_small(m, to, x, n, divisor):
    """Write x // divisor (n digits of 32 bits; ``to`` may be x); answer the remainder."""
    remainder = 0
    for i in range(n - 1, -1, -1):
        t = shift_left(remainder, 32) | load32(m, x + i * 4)
        q = unsigned_divide(t, divisor)
        remainder = wrap_sub(t, wrap_mul(q, divisor))
        store32(m, to + i * 4, q)
    return remainder


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def digits_divide(m, quotient, u, n_u, v, n_v):
    """Divide u by v in digits of 32 bits: algorithm D.

    v has at least 2 digits and its top bit is set; u has one digit more than n_u, room for the
    shift that set that bit. Writes n_u - n_v + 1 digits of the quotient; u becomes the remainder.
    """
    charge(m, 1 + (n_u - n_v + 1) * n_v // 3)
    top = load32(m, v + (n_v - 1) * 4)
    second = load32(m, v + (n_v - 2) * 4)
    for j in range(n_u - n_v, -1, -1):
        row = u + j * 4
        head = shift_left(load32(m, row + n_v * 4), 32) | load32(m, row + (n_v - 1) * 4)
        third = load32(m, row + (n_v - 2) * 4)
        q = unsigned_divide(head, top)
        r = wrap_sub(head, wrap_mul(q, top))
        while q >= DIGIT_BASE or unsigned_less(shift_left(r, 32) | third, wrap_mul(q, second)) == 1:
            q -= 1
            r += top
            if r >= DIGIT_BASE:
                break
        carry = 0
        for i in range(n_v):
            p = wrap_add(wrap_mul(q, load32(m, v + i * 4)), carry)
            t = load32(m, row + i * 4) - (p & DIGIT_MASK)
            store32(m, row + i * 4, t & DIGIT_MASK)
            carry = shift_right(p, 32) - (t >> 63)
        t = load32(m, row + n_v * 4) - carry
        store32(m, row + n_v * 4, t & DIGIT_MASK)
        if t < 0:
            q -= 1
            carry = 0
            for i in range(n_v):
                s = load32(m, row + i * 4) + load32(m, v + i * 4) + carry
                store32(m, row + i * 4, s & DIGIT_MASK)
                carry = s >> 32
            s = load32(m, row + n_v * 4) + carry
            store32(m, row + n_v * 4, s & DIGIT_MASK)
        store32(m, quotient + j * 4, q)
    return 0


@kernel("i8(i8, i8, i8)")
def remainder_wide(high, low, divisor):
    """(high * 2**64 + low) % divisor for unsigned numbers, high < divisor."""
    if high == 0:
        return wrap_sub(low, wrap_mul(unsigned_divide(low, divisor), divisor))
    s = count_leading_zeros(divisor)
    divisor = shift_left(divisor, s)
    if s > 0:
        high = shift_left(high, s) | shift_right(low, 64 - s)
        low = shift_left(low, s)
    top = shift_right(divisor, 32)
    second = divisor & DIGIT_MASK
    for half in range(2):
        digit = shift_right(low, 32) if half == 0 else low & DIGIT_MASK
        q = unsigned_divide(high, top)
        r = wrap_sub(high, wrap_mul(q, top))
        while q >= DIGIT_BASE or unsigned_less(shift_left(r, 32) | digit, wrap_mul(q, second)) == 1:
            q -= 1
            r += top
            if r >= DIGIT_BASE:
                break
        high = wrap_sub(shift_left(high, 32) | digit, wrap_mul(q, divisor))
    return shift_right(high, s)
