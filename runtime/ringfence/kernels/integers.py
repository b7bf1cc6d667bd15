"""Ints, bools and floats together: conversion, exact order, true division, the int operators."""

from typing import Final

from ringfence.failures import Failure
from ringfence.kernels.bigints import (
    BOTH,
    MODULO,
    NO_ROOM,
    QUOTIENT,
    STATE_MODULO,
    TOO_LONG,
    bit_length,
    fits_word,
    heap_give_back,
    int_absolute,
    int_add,
    int_bitwise,
    int_divide,
    int_from_word,
    int_multiply,
    int_negate,
    int_power,
    int_shift_left,
    int_shift_right,
    int_subtract,
    limb_count,
    limbs_at,
    negative,
    order_ints,
    word_of,
)
from ringfence.kernels.jit import kernel
from ringfence.kernels.libm import INFINITY_BITS, MAGNITUDE, is_infinite, is_nan
from ringfence.kernels.memory import (
    bits_float,
    count_leading_zeros,
    count_trailing_zeros,
    float_bits,
    float_to_int,
    int_to_float,
    load,
    shift_left,
    shift_right,
    store,
    unsigned_less,
    word,
)
from ringfence.kernels.objects import fail, float_from, float_value, kind_of, need_room
from ringfence.kernels.status import DECLINE, NEEDS_ROOM, NEXT
from ringfence.kernels.tags import FALSE, TRUE, bool_value
from ringfence.layout import KIND_BIGINT, KIND_COMPLEX, KIND_FLOAT, STATE_HEAP_TOP
from ringfence.opcodes import Op

RANK_NONE: Final = 0  # no number
RANK_INT: Final = 1  # tagged, BIGINT or bool
RANK_FLOAT: Final = 2
RANK_COMPLEX: Final = 3
UNORDERED: Final = 2  # answer of order_numbers where a nan is concerned
FRACTION: Final = (1 << 52) - 1
TWO_63: Final = 9223372036854775808.0
EXACT: Final = 1 << 53  # ints up to this are floats


@kernel("i8(i8, i8)", inline=True)
def number_rank(m, w):
    """What kind of number a value is (RANK_*); instances of subclasses are none."""
    if (w & 1) == 0:
        return RANK_INT
    if (w & 3) == 3:
        return RANK_FLOAT
    if w == TRUE or w == FALSE:
        return RANK_INT
    k = kind_of(m, w)
    if k == KIND_BIGINT:
        return RANK_INT
    if k == KIND_FLOAT:
        return RANK_FLOAT
    if k == KIND_COMPLEX:
        return RANK_COMPLEX
    return RANK_NONE


@kernel("i8(i8)", inline=True)
def as_int(w):
    """A value of RANK_INT as an int value: bools become 0 and 1."""
    if w == TRUE:
        return 2
    if w == FALSE:
        return 0
    return w


# ---------------------------------------------------------------- ints and floats
@kernel("f8(i8, i8)")
def int_to_double(m, w):
    """The float nearest to an int (ties to even); an infinity if it is too large."""
    if (w & 1) == 0:
        return int_to_float(w >> 1)
    n = limb_count(m, w)
    at = limbs_at(m, w, 0)
    head = load(m, at + (n - 1) * 8)
    space = count_leading_zeros(head)
    exponent = n * 64 - space - 1
    head = shift_left(head, space)
    sticky = 0
    i = n - 2
    if n > 1:
        following = load(m, at + i * 8)
        if space > 0:
            head |= shift_right(following, 64 - space)
            following = shift_left(following, space)
        if following != 0:
            sticky = 1
        i -= 1
    while i >= 0 and sticky == 0:
        if load(m, at + i * 8) != 0:
            sticky = 1
        i -= 1
    mantissa = shift_right(head, 11)
    rest = head & 0x7FF
    if rest > 0x400 or (rest == 0x400 and (sticky == 1 or (mantissa & 1) == 1)):
        mantissa += 1
    bits = INFINITY_BITS
    if exponent <= 1023:
        bits = ((exponent + 1022) << 52) + mantissa
    x = bits_float(bits)
    return -x if negative(m, w) == 1 else x


@kernel("i8(i8, f8)")
def int_from_double(m, x):
    """The int value of a finite float, cut towards zero."""
    if -TWO_63 < x < TWO_63:
        return int_from_word(m, float_to_int(x))
    bits = float_bits(x) & MAGNITUDE
    exponent = (bits >> 52) - 1075
    w = int_shift_left(m, ((bits & FRACTION) | (1 << 52)) << 1, exponent << 1)
    if x < 0.0:
        return int_negate(m, w)
    return w


@kernel("i8(i8, i8)", inline=True)
def is_real(m, w):
    """1 for a float, or an int or bool that has a float near it."""
    rank = number_rank(m, w)
    if rank == RANK_FLOAT:
        return 1
    if rank == RANK_INT:
        if (w & 7) == 1:
            return is_infinite(int_to_double(m, w)) ^ 1
        return 1
    return 0


@kernel("f8(i8, i8)", inline=True)
def real_from(m, w):
    """The float for what ``is_real``."""
    if (w & 1) == 0:
        return int_to_float(w >> 1)
    if number_rank(m, w) == RANK_FLOAT:
        return float_from(m, w)
    return int_to_double(m, as_int(w))


@kernel("i8(i8, i8, f8)")
def _order_int_float(m, a, x):
    """Exact order of an int and a float; UNORDERED for nan."""
    if is_nan(x) == 1:
        return UNORDERED
    if -TWO_63 < x < TWO_63:
        if fits_word(m, a) == 0:
            return 1 - 2 * negative(m, a)
        n = word_of(m, a)
        whole = float_to_int(x)
        if n != whole:
            return -1 if n < whole else 1
        rest = x - int_to_float(whole)
        if rest == 0.0:
            return 0
        return -1 if rest > 0.0 else 1
    if is_infinite(x) == 1:
        return -1 if x > 0.0 else 1
    top = word(m, 0, STATE_HEAP_TOP)
    order = order_ints(m, a, int_from_double(m, x))
    heap_give_back(m, top)
    return order


@kernel("i8(i8, i8, i8)")
def order_numbers(m, a, b):
    """Exact order of two of int, bool, float: -1, 0, 1, or UNORDERED."""
    rank_a = number_rank(m, a)
    rank_b = number_rank(m, b)
    if rank_a == RANK_INT:
        if rank_b == RANK_INT:
            return order_ints(m, as_int(a), as_int(b))
        return _order_int_float(m, as_int(a), float_from(m, b))
    x = float_from(m, a)
    if rank_b == RANK_INT:
        order = _order_int_float(m, as_int(b), x)
        return order if order == UNORDERED else -order
    y = float_from(m, b)
    if x < y:
        return -1
    if x > y:
        return 1
    return 0 if x == y else UNORDERED


@kernel("i8(i8, i8)")
def trailing_zeros(m, a):
    """Zero bits below the lowest set bit of an int, which is not 0."""
    at = limbs_at(m, a, 0)
    i = 0
    while load(m, at + i * 8) == 0:
        i += 1
    return i * 64 + count_trailing_zeros(load(m, at + i * 8))


@kernel("f8(i8, i8, i8)")
def rounded_float(q, sticky, shift):
    """The float nearest to q * 2**shift plus a little if sticky, 2**55 <= q < 2**63."""
    length = 64 - count_leading_zeros(q)
    exponent = length - 1 + shift
    if exponent > 1023:
        return bits_float(INFINITY_BITS)
    drop = length - 53
    if exponent < -1022:
        drop += -1022 - exponent
    if drop >= 64:
        return 0.0
    mantissa = shift_right(q, drop)
    rest = q - shift_left(mantissa, drop)
    half = shift_left(1, drop - 1)
    if unsigned_less(half, rest) == 1 or (
        rest == half and (sticky == 1 or (mantissa & 1) == 1)
    ):
        mantissa += 1
    if exponent < -1022:
        return bits_float(mantissa)
    return bits_float(((exponent + 1022) << 52) + mantissa)


@kernel("i8(i8, i8, i8, i8)")
def int_true_divide(m, a, b, dst):
    """a / b of ints, correctly rounded; DECLINE where the result is too large for a float.

    The source of the method is the comment on ``long_true_divide`` in CPython: a quotient of
    some 62 bits whose lost bits are kept as one, rounded once.
    """
    if b == 0:
        return fail(m, Failure.ZERO_DIVISION, Op.DIV * 2, 0)
    if (a & 1) == 0 and (b & 1) == 0:
        x = a >> 1
        y = b >> 1
        if -EXACT <= x <= EXACT and -EXACT <= y <= EXACT:
            store(m, dst, float_value(m, int_to_float(x) / int_to_float(y)))
            return NEXT
    minus = negative(m, a) ^ negative(m, b)
    difference = bit_length(m, a) - bit_length(m, b)
    value = 0.0
    if a != 0 and difference > -1100:
        if difference > 1025:
            return DECLINE
        top = word(m, 0, STATE_HEAP_TOP)
        shift = difference - 62
        sticky = 0
        scaled = int_absolute(m, a)
        if scaled == NO_ROOM:
            return NEEDS_ROOM
        if shift > 0:
            if trailing_zeros(m, a) < shift:
                sticky = 1
            scaled = int_shift_right(m, scaled, shift * 2)
        else:
            scaled = int_shift_left(m, scaled, -shift * 2)
        divisor = NO_ROOM
        if scaled != NO_ROOM:
            divisor = int_absolute(m, b)
        quotient = NO_ROOM
        if divisor != NO_ROOM:
            quotient = int_divide(m, scaled, divisor, BOTH)
        if quotient == NO_ROOM:
            heap_give_back(m, top)
            return NEEDS_ROOM
        if quotient == TOO_LONG:
            heap_give_back(m, top)
            return DECLINE
        if word(m, 0, STATE_MODULO) != 0:
            sticky = 1
        value = rounded_float(word_of(m, quotient), sticky, shift)
        heap_give_back(m, top)
        if is_infinite(value) == 1:
            return DECLINE
    store(m, dst, float_value(m, -value if minus == 1 else value))
    return NEXT


# ---------------------------------------------------------------- the operators on two ints
@kernel("i8(i8, i8, i8)", inline=True)
def store_int(m, dst, value):
    """Store the answer of a function of ``bigints``, or say what its mark means."""
    if value == NO_ROOM:
        return NEEDS_ROOM
    if value == TOO_LONG:
        return DECLINE
    store(m, dst, value)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def _int_shift(m, op, a, b, dst):
    if negative(m, b) == 1:
        return fail(m, Failure.NEGATIVE_SHIFT, 0, 0)
    if (b & 1) == 1:
        if op == Op.RSHIFT:
            store(m, dst, -2 * negative(m, a))
            return NEXT
        if a == 0:
            store(m, dst, 0)
            return NEXT
        return need_room(m, 1 << 50)
    if op == Op.RSHIFT:
        return store_int(m, dst, int_shift_right(m, a, b))
    return store_int(m, dst, int_shift_left(m, a, b))


@kernel("i8(i8, i8, i8, i8, i8)")
def int_operate(m, op, a, b, dst):
    """A binary operator on two ints (no bools): NEXT, FAIL, NEEDS_ROOM, or DECLINE.

    DECLINE: a result that is no int, an error that the trap words, or work for the prelude.
    MATMUL is the caller's.
    """
    if op == Op.ADD:
        return store_int(m, dst, int_add(m, a, b))
    if op == Op.SUB:
        return store_int(m, dst, int_subtract(m, a, b))
    if op == Op.MUL:
        return store_int(m, dst, int_multiply(m, a, b))
    if op == Op.FLOORDIV or op == Op.MOD:
        if b == 0:
            return fail(m, Failure.ZERO_DIVISION, op * 2, 0)
        return store_int(m, dst, int_divide(m, a, b, QUOTIENT if op == Op.FLOORDIV else MODULO))
    if op == Op.DIV:
        return int_true_divide(m, a, b, dst)
    if op == Op.AND:
        return store_int(m, dst, int_bitwise(m, a, b, 0))
    if op == Op.OR:
        return store_int(m, dst, int_bitwise(m, a, b, 1))
    if op == Op.XOR:
        return store_int(m, dst, int_bitwise(m, a, b, 2))
    if op == Op.LSHIFT or op == Op.RSHIFT:
        return _int_shift(m, op, a, b, dst)
    if op == Op.POW and negative(m, b) == 0:
        return store_int(m, dst, int_power(m, a, b))
    return DECLINE


@kernel("i8(i8, i8, i8, i8, i8)")
def bool_operate(m, op, a, b, dst):
    """Two bools: & | ^ give a bool, all else is done on 0 and 1."""
    x = (a - FALSE) >> 3
    y = (b - FALSE) >> 3
    if op == Op.AND:
        store(m, dst, bool_value(x & y))
        return NEXT
    if op == Op.OR:
        store(m, dst, bool_value(x | y))
        return NEXT
    if op == Op.XOR:
        store(m, dst, bool_value(x ^ y))
        return NEXT
    return int_operate(m, op, x * 2, y * 2, dst)
