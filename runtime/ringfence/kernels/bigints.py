"""Exact arithmetic on integers of any size: tagged ones and BIGINT objects, mixed freely.

Operands are int values (never bool; see ``integers.as_int``). An answer is an int value, or one
of two marks that no int has: NO_ROOM (STATE_ROOM says how much is wanted, nothing has been done)
and TOO_LONG (this would take more than some 20 ms in one go: prelude/large_numbers.py does it in
pieces, each of which is metered, and knows the limits: a product of TOO_LONG_PRODUCT pairs of
limbs, a quotient whose limbs times the digits of the divisor are TOO_LONG_QUOTIENT (4 limbs are
always done), a power of POWER_BITS bits.

A result is made at the top of the heap, temporaries above it; both are given back at once.
"""

from typing import Final

from ringfence.kernels.jit import kernel
from ringfence.kernels.limbs import (
    digits_divide,
    digits_divide_small,
    limbs_add,
    limbs_bit_length,
    limbs_compare,
    limbs_multiply,
    limbs_shift_left,
    limbs_shift_right,
    limbs_subtract,
    limbs_trim,
    multiply_scratch,
    remainder_wide,
)
from ringfence.kernels.memory import (
    count_leading_zeros,
    count_ones,
    field,
    fill_bytes,
    load,
    load32,
    move_bytes,
    mul_overflow,
    multiply_high,
    set_field,
    set_word,
    shift_right,
    store,
    unsigned_remainder,
    word,
    wrap_add,
    wrap_mul,
    wrap_sub,
)
from ringfence.kernels.objects import allocate, charge, has_room, need_room
from ringfence.kernels.tags import UNBOUND, fits_int, int_value
from ringfence.layout import (
    BIGINT_DIGITS,
    BIGINT_SIGN,
    KIND_BIGINT,
    KIND_RAW,
    STATE_HEAP_TOP,
    STATE_SCRATCH_0,
)

NO_ROOM: Final = UNBOUND
TOO_LONG: Final = 1
TOO_LONG_PRODUCT: Final = 1 << 24
TOO_LONG_QUOTIENT: Final = 1 << 22
POWER_BITS: Final = 1 << 18
QUOTIENT: Final = 0
MODULO: Final = 1
BOTH: Final = 2
STATE_MODULO: Final = STATE_SCRATCH_0 + 7  # where divide leaves the modulo
BIGINT_AT: Final = BIGINT_DIGITS * 8 - 1  # from a reference to its first digit
IMPOSSIBLE_BYTES: Final = 1 << 50


# ---------------------------------------------------------------- looking at an int
@kernel("i8(i8, i8)", inline=True)
def negative(m, w):
    """1 if an int is below zero."""
    if (w & 1) == 0:
        return shift_right(w, 63)
    return field(m, w, BIGINT_SIGN) & 1


@kernel("i8(i8, i8)", inline=True)
def limb_count(m, w):
    """Limbs of the magnitude of an int; 0 for zero."""
    if (w & 1) == 0:
        if w == 0:
            return 0
        return 1
    return ((field(m, w, BIGINT_SIGN) >> 1) + 1) >> 1


@kernel("i8(i8, i8, i8)", inline=True)
def limbs_at(m, w, slot):
    """Offset of the magnitude of an int; a tagged one is put into scratch word `slot` (0-3)."""
    if (w & 1) == 0:
        at = (STATE_SCRATCH_0 + slot) * 8
        n = w >> 1
        if n < 0:
            n = -n
        store(m, at, n)
        return at
    return w + BIGINT_AT


@kernel("i8(i8, i8)")
def bit_length(m, w):
    return limbs_bit_length(m, limbs_at(m, w, 0), limb_count(m, w))


@kernel("i8(i8, i8)")
def bit_count(m, w):
    """Bits that are set in the magnitude."""
    at = limbs_at(m, w, 0)
    total = 0
    for i in range(limb_count(m, w)):
        total += count_ones(load(m, at + i * 8))
    return total


@kernel("i8(i8, i8)")
def fits_word(m, w):
    """Whether an int fits a signed 64-bit number (``word_of``)."""
    if (w & 1) == 0:
        return 1
    if limb_count(m, w) > 1:
        return 0
    magnitude = field(m, w, BIGINT_DIGITS)
    if magnitude >= 0:
        return 1
    if negative(m, w) == 1 and wrap_add(magnitude, magnitude) == 0:
        return 1
    return 0


@kernel("i8(i8, i8)")
def word_of(m, w):
    """An int as a 64-bit number, modulo 2**64."""
    if (w & 1) == 0:
        return w >> 1
    magnitude = field(m, w, BIGINT_DIGITS)
    if negative(m, w) == 1:
        return wrap_sub(0, magnitude)
    return magnitude


@kernel("i8(i8, i8, i8)")
def order_ints(m, a, b):
    """Order of two ints: -1, 0, 1."""
    if (a & 1) == 0 and (b & 1) == 0:
        if a == b:
            return 0
        return -1 if a < b else 1
    minus = negative(m, a)
    if minus != negative(m, b):
        return -1 if minus == 1 else 1
    order = limbs_compare(
        m, limbs_at(m, a, 0), limb_count(m, a), limbs_at(m, b, 1), limb_count(m, b)
    )
    return -order if minus == 1 else order


# ---------------------------------------------------------------- making an int
@kernel("i8(i8, i8)", inline=True)
def bigint_new(m, n_limbs):
    """A BIGINT with n limbs, zero, to be finished by ``bigint_finish``."""
    return allocate(m, KIND_BIGINT, BIGINT_DIGITS + n_limbs)


@kernel("i8(i8, i8)", inline=True)
def scratch_limbs(m, n_limbs):
    """Offset of n limbs that ``heap_give_back`` frees."""
    return allocate(m, KIND_RAW, 1 + n_limbs) + 7


@kernel("i8(i8, i8)")
def heap_give_back(m, top):
    """Make `top` the top of the heap again, the memory above it zero."""
    old = word(m, 0, STATE_HEAP_TOP)
    fill_bytes(m, top, old - top, 0)
    set_word(m, 0, STATE_HEAP_TOP, top)
    return 0


@kernel("i8(i8, i8, i8, i8)")
def bigint_finish(m, w, n, minus):
    """Turn the BIGINT w, last on the heap, with n limbs written, into the int it stands for."""
    at = w + BIGINT_AT
    n = limbs_trim(m, at, n)
    if n <= 1:
        value = load(m, at)
        if n == 0:
            value = 0
        if value >= 0:
            if minus == 1:
                value = -value
            if fits_int(value):
                heap_give_back(m, w - 1)
                return int_value(value)
    store(m, w - 1, ((BIGINT_DIGITS + n) << 32) | KIND_BIGINT)
    heap_give_back(m, at + n * 8)
    digits = 2 * n
    if load32(m, at + n * 8 - 4) == 0:
        digits -= 1
    set_field(m, w, BIGINT_SIGN, (digits << 1) | minus)
    return w


@kernel("i8(i8, i8)")
def int_from_word(m, n):
    """The int value of a signed 64-bit number."""
    if fits_int(n):
        return int_value(n)
    w = bigint_new(m, 1)
    minus = shift_right(n, 63)
    set_field(m, w, BIGINT_DIGITS, wrap_sub(0, n) if minus == 1 else n)
    return bigint_finish(m, w, 1, minus)


@kernel("i8(i8, i8, i8, i8)")
def int_from_limbs(m, at, n, minus):
    """The int with the magnitude at `at` (n limbs, outside the heap's free part), or NO_ROOM."""
    if has_room(m, n * 8 + 16) == 0:
        need_room(m, n * 8 + 16)
        return NO_ROOM
    w = bigint_new(m, n)
    move_bytes(m, w + BIGINT_AT, at, n * 8)
    return bigint_finish(m, w, n, minus)


@kernel("i8(i8, i8, i8)", inline=True)
def ask_limbs(m, n_limbs, n_charge):
    """1 if n limbs can be allocated (and their making is charged), else 0 and STATE_ROOM set."""
    n_bytes = n_limbs * 8 + 64
    if has_room(m, n_bytes) == 0:
        need_room(m, n_bytes)
        return 0
    charge(m, n_charge)
    return 1


# ---------------------------------------------------------------- sums and products
@kernel("i8(i8, i8, i8, i8)")
def _add_signed(m, a, b, flip):
    """a + b, or a - b if `flip` is 1."""
    n_a = limb_count(m, a)
    n_b = limb_count(m, b)
    most = n_a if n_a > n_b else n_b
    if ask_limbs(m, most + 1, most >> 2) == 0:
        return NO_ROOM
    minus_a = negative(m, a)
    minus_b = negative(m, b) ^ flip
    at_a = limbs_at(m, a, 0)
    at_b = limbs_at(m, b, 1)
    if limbs_compare(m, at_a, n_a, at_b, n_b) < 0:
        at_a, at_b = at_b, at_a
        n_a, n_b = n_b, n_a
        minus_a, minus_b = minus_b, minus_a
    w = bigint_new(m, n_a + 1)
    to = w + BIGINT_AT
    if minus_a == minus_b:
        store(m, to + n_a * 8, limbs_add(m, to, at_a, n_a, at_b, n_b))
        return bigint_finish(m, w, n_a + 1, minus_a)
    limbs_subtract(m, to, at_a, n_a, at_b, n_b)
    return bigint_finish(m, w, n_a, minus_a)


@kernel("i8(i8, i8, i8)")
def int_add(m, a, b):
    if (a & 1) == 0 and (b & 1) == 0:
        return int_from_word(m, (a >> 1) + (b >> 1))
    return _add_signed(m, a, b, 0)


@kernel("i8(i8, i8, i8)")
def int_subtract(m, a, b):
    if (a & 1) == 0 and (b & 1) == 0:
        return int_from_word(m, (a >> 1) - (b >> 1))
    return _add_signed(m, a, b, 1)


@kernel("i8(i8, i8)")
def int_negate(m, a):
    return int_subtract(m, 0, a)


@kernel("i8(i8, i8)")
def int_absolute(m, a):
    if negative(m, a) == 1:
        return int_subtract(m, 0, a)
    return a


@kernel("i8(i8, i8, i8)")
def int_multiply(m, a, b):
    if (a & 1) == 0 and (b & 1) == 0:
        product, over = mul_overflow(a >> 1, b >> 1)
        if over == 0:
            return int_from_word(m, product)
    n_a = limb_count(m, a)
    n_b = limb_count(m, b)
    if n_a == 0 or n_b == 0:
        return 0
    if n_a > TOO_LONG_PRODUCT or n_b > TOO_LONG_PRODUCT or n_a * n_b > TOO_LONG_PRODUCT:
        return TOO_LONG
    n_scratch = multiply_scratch(n_a, n_b)
    if ask_limbs(m, n_a + n_b + n_scratch, 0) == 0:
        return NO_ROOM
    w = bigint_new(m, n_a + n_b)
    at_a = limbs_at(m, a, 0)
    at_b = limbs_at(m, b, 1)
    top = word(m, 0, STATE_HEAP_TOP)
    scratch = scratch_limbs(m, n_scratch)
    limbs_multiply(m, w + BIGINT_AT, at_a, n_a, at_b, n_b, scratch)
    heap_give_back(m, top)
    return bigint_finish(m, w, n_a + n_b, negative(m, a) ^ negative(m, b))


# ---------------------------------------------------------------- division
@kernel("i8(i8, i8, i8, i8)")
def _quotient_small(m, a, b, which):
    """Floor quotient or modulo of tagged ints; both are stored as ``int_divide`` says."""
    x = a >> 1
    y = b >> 1
    quotient = x // y
    modulo = int_value(x % y)
    if which == MODULO:
        return modulo
    set_word(m, 0, STATE_MODULO, modulo)
    return int_from_word(m, quotient)


@kernel("i8(i8, i8, i8, i8)")
def int_divide(m, a, b, which):
    """Floor quotient (QUOTIENT) or modulo (MODULO) of a by b, which is not zero.

    BOTH answers the quotient and leaves the modulo in STATE_MODULO.
    """
    if (a & 1) == 0 and (b & 1) == 0:
        return _quotient_small(m, a, b, which)
    n_a = limb_count(m, a)
    n_b = limb_count(m, b)
    at_a = limbs_at(m, a, 0)
    at_b = limbs_at(m, b, 1)
    minus_a = negative(m, a)
    minus_b = negative(m, b)
    differ = minus_a ^ minus_b
    if limbs_compare(m, at_a, n_a, at_b, n_b) < 0:
        # the quotient is 0 or -1
        modulo = a
        quotient = 0
        if differ == 1 and n_a > 0:
            modulo = int_add(m, a, b)
            quotient = -2
        if modulo == NO_ROOM:
            return NO_ROOM
        set_word(m, 0, STATE_MODULO, modulo)
        return modulo if which == MODULO else quotient
    digits_b = 2 * n_b
    if load32(m, at_b + digits_b * 4 - 4) == 0:
        digits_b -= 1
    digits_a = 2 * n_a
    n_q = n_a - n_b + 2
    if digits_b > 1 and n_q > 4 and n_q > TOO_LONG_QUOTIENT // digits_b:
        return TOO_LONG
    if ask_limbs(m, 2 * n_a + 3 * n_b + n_q + 32, n_a * 2) == 0:
        return NO_ROOM
    # modulo first, quotient last: each is finished while it lies at the top of the heap
    rest = bigint_new(m, n_b + 1)
    rest_at = rest + BIGINT_AT
    top = word(m, 0, STATE_HEAP_TOP)
    quotient_at = scratch_limbs(m, n_q)
    if digits_b == 1:
        store(m, rest_at, digits_divide_small(m, quotient_at, at_a, digits_a, load32(m, at_b)))
        n_q = n_a
    else:
        shift = count_leading_zeros(load32(m, at_b + digits_b * 4 - 4)) - 32
        v = scratch_limbs(m, n_b + 1)
        u = scratch_limbs(m, n_a + 2)
        limbs_shift_left(m, v, at_b, n_b, shift)
        limbs_shift_left(m, u, at_a, n_a, shift)
        digits_divide(m, quotient_at, u, digits_a, v, digits_b)
        limbs_shift_right(m, rest_at, u, n_b + 1, shift)
    n_rest = limbs_trim(m, rest_at, n_b)
    if differ == 1 and n_rest > 0:
        # floor, not truncation: one further from zero, the rest from the other side
        limbs_subtract(m, rest_at, at_b, n_b, rest_at, n_rest)
        i = 0
        while i < n_q:
            digit = wrap_add(load(m, quotient_at + i * 8), 1)
            store(m, quotient_at + i * 8, digit)
            if digit != 0:
                break
            i += 1
    if which == MODULO:
        heap_give_back(m, top)
        return bigint_finish(m, rest, n_b, minus_b)
    quotient_w = bigint_new(m, n_q)
    move_bytes(m, quotient_w + BIGINT_AT, quotient_at, n_q * 8)
    quotient = bigint_finish(m, quotient_w, n_q, differ)
    if which == QUOTIENT:
        return int_move_down(m, quotient, rest - 1)
    modulo = int_from_limbs(m, rest_at, limbs_trim(m, rest_at, n_b), minus_b)
    set_word(m, 0, STATE_MODULO, modulo)
    return quotient


# ---------------------------------------------------------------- shifts and bits
@kernel("i8(i8, i8, i8)")
def int_shift_left(m, a, n):
    """a << n; n is a tagged int, not negative."""
    bits = n >> 1
    if a == 0:
        return 0
    n_a = limb_count(m, a)
    if bits >= IMPOSSIBLE_BYTES:
        need_room(m, IMPOSSIBLE_BYTES)
        return NO_ROOM
    n_w = n_a + (bits >> 6) + 1
    if ask_limbs(m, n_w, n_w >> 2) == 0:
        return NO_ROOM
    w = bigint_new(m, n_w)
    limbs_shift_left(m, w + BIGINT_AT, limbs_at(m, a, 0), n_a, bits)
    return bigint_finish(m, w, n_w, negative(m, a))


@kernel("i8(i8, i8, i8)")
def int_shift_right(m, a, n):
    """a >> n; n is a tagged int, not negative."""
    bits = n >> 1
    if (a & 1) == 0:
        return int_value((a >> 1) >> (bits if bits < 63 else 63))
    n_a = limb_count(m, a)
    minus = negative(m, a)
    if bits >= n_a * 64:
        return -2 * minus
    n_w = n_a - (bits >> 6)
    if ask_limbs(m, n_w + 1, n_w >> 2) == 0:
        return NO_ROOM
    w = bigint_new(m, n_w + 1)
    to = w + BIGINT_AT
    lost = limbs_shift_right(m, to, a + BIGINT_AT, n_a, bits)
    if lost == 1 and minus == 1:
        i = 0
        while i <= n_w:
            digit = wrap_add(load(m, to + i * 8), 1)
            store(m, to + i * 8, digit)
            if digit != 0:
                break
            i += 1
    return bigint_finish(m, w, n_w + 1, minus)


@kernel("i8(i8, i8, i8, i8)")
def int_bitwise(m, a, b, how):
    """a & b, a | b, a ^ b for how = 0, 1, 2, as if of endless two's complement."""
    if (a & 1) == 0 and (b & 1) == 0:
        if how == 0:
            return a & b
        return a | b if how == 1 else a ^ b
    n_a = limb_count(m, a)
    n_b = limb_count(m, b)
    n = (n_a if n_a > n_b else n_b) + 1
    if ask_limbs(m, n, n >> 1) == 0:
        return NO_ROOM
    minus_a = negative(m, a)
    minus_b = negative(m, b)
    at_a = limbs_at(m, a, 0)
    at_b = limbs_at(m, b, 1)
    if how == 0:
        minus = minus_a & minus_b
    elif how == 1:
        minus = minus_a | minus_b
    else:
        minus = minus_a ^ minus_b
    w = bigint_new(m, n)
    to = w + BIGINT_AT
    carry_a = minus_a
    carry_b = minus_b
    carry = minus
    for i in range(n):
        x = 0
        if i < n_a:
            x = load(m, at_a + i * 8)
        if minus_a == 1:
            x = wrap_add(~x, carry_a)
            carry_a &= x == 0
        y = 0
        if i < n_b:
            y = load(m, at_b + i * 8)
        if minus_b == 1:
            y = wrap_add(~y, carry_b)
            carry_b &= y == 0
        if how == 0:
            z = x & y
        elif how == 1:
            z = x | y
        else:
            z = x ^ y
        if minus == 1:
            z = wrap_add(~z, carry)
            carry &= z == 0
        store(m, to + i * 8, z)
    return bigint_finish(m, w, n, minus)


@kernel("i8(i8, i8)")
def int_invert(m, a):
    if (a & 1) == 0:
        return int_value(~(a >> 1))
    return int_subtract(m, -2, a)


# ---------------------------------------------------------------- powers
@kernel("i8(i8, i8, i8)")
def int_power(m, a, e):
    """a ** e, e not negative."""
    if e == 0:
        return 2
    if a == 0 or a == 2:
        return a
    odd = e & 2
    if (e & 1) == 1:
        odd = (field(m, e, BIGINT_DIGITS) & 1) * 2
    if a == -2:
        return -2 if odd == 2 else 2
    bits = bit_length(m, a)
    if (e & 1) == 1 or (e >> 1) >= IMPOSSIBLE_BYTES // bits:
        need_room(m, IMPOSSIBLE_BYTES)
        return NO_ROOM
    count = e >> 1
    least_bytes = ((bits - 1) * count) >> 3
    if has_room(m, least_bytes) == 0:
        need_room(m, least_bytes)
        return NO_ROOM
    if bits * count > POWER_BITS:
        return TOO_LONG
    if ask_limbs(m, (bits * count >> 6) * 16 + 256, 0) == 0:
        return NO_ROOM
    top = word(m, 0, STATE_HEAP_TOP)
    place = 62 - count_leading_zeros(count)
    result = a
    while place >= 0:
        result = int_multiply(m, result, result)
        if shift_right(count, place) & 1 == 1:
            result = int_multiply(m, result, a)
        place -= 1
    return int_move_down(m, result, top)


@kernel("i8(i8, i8, i8)")
def int_move_down(m, w, top):
    """Keep of all that lies above `top` only the int w, which moves there."""
    if (w & 1) == 0 or w < top:
        heap_give_back(m, top)
        return w
    n = 2 + limb_count(m, w)
    move_bytes(m, top, w - 1, n * 8)
    heap_give_back(m, top + n * 8)
    return top + 1


@kernel("i8(i8, i8, i8)", inline=True)
def _multiply_modulo(x, y, n):
    """x * y % n for unsigned numbers below n."""
    return remainder_wide(multiply_high(x, y), wrap_mul(x, y), n)


@kernel("i8(i8, i8, i8, i8)")
def int_power_modulo(m, a, e, n):
    """pow(a, e, n) for e >= 0 and n != 0 of at most 64 bits, else TOO_LONG."""
    if limb_count(m, n) > 1:
        return TOO_LONG
    modulus = load(m, limbs_at(m, n, 2))
    base = int_divide(m, a, n, MODULO)
    if base == NO_ROOM or base == TOO_LONG:
        return base
    x = load(m, limbs_at(m, base, 3))
    if negative(m, n) == 1 and base != 0:
        x = wrap_sub(modulus, x)
    r = unsigned_remainder(1, modulus)
    at = limbs_at(m, e, 0)
    n_e = limb_count(m, e)
    total = limbs_bit_length(m, at, n_e)
    if total > 1 << 20:
        return TOO_LONG
    charge(m, total * 10)
    for i in range(total - 1, -1, -1):
        r = _multiply_modulo(r, r, modulus)
        if shift_right(load(m, at + (i >> 6) * 8), i & 63) & 1 == 1:
            r = _multiply_modulo(r, x, modulus)
    w = bigint_new(m, 1)
    if negative(m, n) == 1 and r != 0:
        set_field(m, w, BIGINT_DIGITS, wrap_sub(modulus, r))
        return bigint_finish(m, w, 1, 1)
    set_field(m, w, BIGINT_DIGITS, r)
    return bigint_finish(m, w, 1, 0)
