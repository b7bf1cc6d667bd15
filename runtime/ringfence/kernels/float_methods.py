"""Methods of float and complex, and their special methods; see ``int_methods`` for the rules.

Text of floats (repr, hex, most of ``float(text)``), rounding to digits and the functions of
complex numbers that CPython words errors for are traps.
"""

from typing import Final

from ringfence.kernels.arithmetic import number_operate, number_unary
from ringfence.kernels.bigints import int_shift_left
from ringfence.kernels.complexes import complex_imag, complex_real, new_complex
from ringfence.kernels.floats import float_floor_divide, float_modulo, float_round_digits
from ringfence.kernels.int_methods import argument, new_pair, store_order
from ringfence.kernels.int_text import digit_of, is_blank
from ringfence.kernels.integers import (
    FRACTION,
    RANK_COMPLEX,
    RANK_FLOAT,
    RANK_INT,
    RANK_NONE,
    int_from_double,
    is_real,
    number_rank,
    order_numbers,
    real_from,
)
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.libm import (
    MAGNITUDE,
    absolute,
    is_finite,
    libm_ceil,
    libm_floor,
    libm_rint,
)
from ringfence.kernels.memory import (
    count_trailing_zeros,
    float_bits,
    int_to_float,
    load,
    load8,
    store,
    word,
)
from ringfence.kernels.objects import float_from, float_value, kind_of, tuple_item
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.strings import string_is_ascii, string_length, text_at
from ringfence.kernels.tags import FALSE, NONE, NOT_IMPLEMENTED, TRUE, int_value
from ringfence.layout import KIND_STR, STATE_CONSTANT_TYPES, TYPE_INDEX_FLOAT
from ringfence.opcodes import Op

EXACT_DIGITS: Final = 15  # so many digits are below 2**53
EXACT_POWER: Final = 22  # 10**22 is the last power of ten that is a float


# ---------------------------------------------------------------- operators
@kernel("i8(i8, i8, i8, i8, i8)")
def float_binary(m, op, args, reflected, dst):
    """``self op other``, or ``other op self`` if reflected, of a float and a real number."""
    a = argument(m, args)
    b = argument(m, args + 8)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    rank = number_rank(m, b)
    if rank == RANK_NONE or rank == RANK_COMPLEX:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    if reflected == 1:
        a, b = b, a
    return number_operate(m, op, a, b, dst)


@kernel("i8(i8, i8, i8, i8)")
def float_compare(m, op, args, dst):
    """Compare with a real number, exactly; NotImplemented for all else."""
    a = argument(m, args)
    b = argument(m, args + 8)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    rank = number_rank(m, b)
    if rank == RANK_NONE or rank == RANK_COMPLEX:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    return store_order(m, op, order_numbers(m, a, b), dst)


@kernel("i8(i8, i8, i8, i8, i8)")
def complex_binary(m, op, args, reflected, dst):
    """``self op other``, or ``other op self`` if reflected, of a complex and a number."""
    a = argument(m, args)
    b = argument(m, args + 8)
    if number_rank(m, a) != RANK_COMPLEX:
        return DECLINE
    if number_rank(m, b) == RANK_NONE:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    if reflected == 1:
        a, b = b, a
    return number_operate(m, op, a, b, dst)


@native("float.__add__")
def float_method_add(m, args, n, dst):
    return float_binary(m, Op.ADD, args, 0, dst)


@native("float.__radd__")
def float_method_radd(m, args, n, dst):
    return float_binary(m, Op.ADD, args, 1, dst)


@native("float.__sub__")
def float_method_sub(m, args, n, dst):
    return float_binary(m, Op.SUB, args, 0, dst)


@native("float.__rsub__")
def float_method_rsub(m, args, n, dst):
    return float_binary(m, Op.SUB, args, 1, dst)


@native("float.__mul__")
def float_method_mul(m, args, n, dst):
    return float_binary(m, Op.MUL, args, 0, dst)


@native("float.__rmul__")
def float_method_rmul(m, args, n, dst):
    return float_binary(m, Op.MUL, args, 1, dst)


@native("float.__truediv__")
def float_method_truediv(m, args, n, dst):
    return float_binary(m, Op.DIV, args, 0, dst)


@native("float.__rtruediv__")
def float_method_rtruediv(m, args, n, dst):
    return float_binary(m, Op.DIV, args, 1, dst)


@native("float.__floordiv__")
def float_method_floordiv(m, args, n, dst):
    return float_binary(m, Op.FLOORDIV, args, 0, dst)


@native("float.__rfloordiv__")
def float_method_rfloordiv(m, args, n, dst):
    return float_binary(m, Op.FLOORDIV, args, 1, dst)


@native("float.__mod__")
def float_method_mod(m, args, n, dst):
    return float_binary(m, Op.MOD, args, 0, dst)


@native("float.__rmod__")
def float_method_rmod(m, args, n, dst):
    return float_binary(m, Op.MOD, args, 1, dst)


@native("float.__lt__")
def float_method_lt(m, args, n, dst):
    return float_compare(m, Op.LT, args, dst)


@native("float.__le__")
def float_method_le(m, args, n, dst):
    return float_compare(m, Op.LE, args, dst)


@native("float.__gt__")
def float_method_gt(m, args, n, dst):
    return float_compare(m, Op.GT, args, dst)


@native("float.__ge__")
def float_method_ge(m, args, n, dst):
    return float_compare(m, Op.GE, args, dst)


@native("float.__eq__")
def float_method_eq(m, args, n, dst):
    return float_compare(m, Op.EQ, args, dst)


@native("float.__ne__")
def float_method_ne(m, args, n, dst):
    return float_compare(m, Op.NE, args, dst)


@native("float.__pow__")
def float_method_pow(m, args, n, dst):
    if n == 3 and load(m, args + 16) != NONE:
        return DECLINE
    return float_binary(m, Op.POW, args, 0, dst)


@native("float.__rpow__")
def float_method_rpow(m, args, n, dst):
    if n == 3 and load(m, args + 16) != NONE:
        return DECLINE
    return float_binary(m, Op.POW, args, 1, dst)


@kernel("i8(i8, f8, f8, i8)")
def float_divide_pair(m, x, y, dst):
    """Store the tuple (x // y, x % y); DECLINE for y = 0."""
    if y == 0.0:
        return DECLINE
    quotient = float_value(m, float_floor_divide(x, y))
    return new_pair(m, quotient, float_value(m, float_modulo(x, y)), dst)


@kernel("i8(i8, i8, i8, i8)")
def _float_divmod(m, args, reflected, dst):
    a = argument(m, args)
    b = argument(m, args + 8)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    rank = number_rank(m, b)
    if rank == RANK_NONE or rank == RANK_COMPLEX:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    if is_real(m, b) == 0:
        return DECLINE
    if reflected == 1:
        a, b = b, a
    return float_divide_pair(m, real_from(m, a), real_from(m, b), dst)


@native("float.__divmod__")
def float_method_divmod(m, args, n, dst):
    return _float_divmod(m, args, 0, dst)


@native("float.__rdivmod__")
def float_method_rdivmod(m, args, n, dst):
    return _float_divmod(m, args, 1, dst)


# ---------------------------------------------------------------- one float
@kernel("i8(i8, i8, i8, i8)")
def _float_unary(m, op, args, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    return number_unary(m, op, a, dst)


@native("float.__neg__")
def float_method_neg(m, args, n, dst):
    return _float_unary(m, Op.NEGATIVE, args, dst)


@native("float.__pos__")
def float_method_pos(m, args, n, dst):
    return _float_unary(m, Op.POSITIVE, args, dst)


@native("float.__float__")
def float_method_float(m, args, n, dst):
    return _float_unary(m, Op.POSITIVE, args, dst)


@native("float.conjugate")
def float_method_conjugate(m, args, n, dst):
    return _float_unary(m, Op.POSITIVE, args, dst)


@native("float.real")
def float_method_real(m, args, n, dst):
    return _float_unary(m, Op.POSITIVE, args, dst)


@native("float.imag")
def float_method_imag(m, args, n, dst):
    store(m, dst, float_value(m, 0.0))
    return NEXT


@native("float.__abs__")
def float_method_abs(m, args, n, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    store(m, dst, float_value(m, absolute(float_from(m, a))))
    return NEXT


@native("float.__bool__")
def float_method_bool(m, args, n, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    store(m, dst, FALSE if float_from(m, a) == 0.0 else TRUE)
    return NEXT


@kernel("i8(i8, f8, i8)")
def _float_store_whole(m, x, dst):
    """Store an integral float as an int; DECLINE for nan and infinities."""
    if is_finite(x) == 0:
        return DECLINE
    store(m, dst, int_from_double(m, x))
    return NEXT


@native("float.__int__")
def float_method_int(m, args, n, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    return _float_store_whole(m, float_from(m, a), dst)


@native("float.__trunc__")
def float_method_trunc(m, args, n, dst):
    return float_method_int(m, args, n, dst)


@native("float.__floor__")
def float_method_floor(m, args, n, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    return _float_store_whole(m, libm_floor(float_from(m, a)), dst)


@native("float.__ceil__")
def float_method_ceil(m, args, n, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    return _float_store_whole(m, libm_ceil(float_from(m, a)), dst)


@native("float.__round__")
def float_method_round(m, args, n, dst):
    """To the nearest int, or to some digits behind the point; other digits are the trap's."""
    a = argument(m, args)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    if n == 2 and load(m, args + 8) != NONE:
        digits = load(m, args + 8)
        if (digits & 1) == 1:
            return DECLINE
        return float_round_digits(m, float_from(m, a), digits >> 1, dst)
    return _float_store_whole(m, libm_rint(float_from(m, a)), dst)


@native("float.is_integer")
def float_method_is_integer(m, args, n, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    x = float_from(m, a)
    store(m, dst, TRUE if is_finite(x) == 1 and libm_floor(x) == x else FALSE)
    return NEXT


@native("float.as_integer_ratio")
def float_method_as_integer_ratio(m, args, n, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_FLOAT:
        return DECLINE
    x = float_from(m, a)
    if is_finite(x) == 0:
        return DECLINE
    if x == 0.0:
        return new_pair(m, 0, 2, dst)
    bits = float_bits(x) & MAGNITUDE
    exponent = bits >> 52
    mantissa = bits & FRACTION
    if exponent == 0:
        exponent = 1
    else:
        mantissa |= 1 << 52
    zeros = count_trailing_zeros(mantissa)
    mantissa >>= zeros
    exponent += zeros - 1075
    if x < 0.0:
        mantissa = -mantissa
    if exponent >= 0:
        return new_pair(m, int_shift_left(m, int_value(mantissa), exponent * 2), 2, dst)
    return new_pair(m, int_value(mantissa), int_shift_left(m, 2, -exponent * 2), dst)


# ---------------------------------------------------------------- float(x)
@kernel("i8(i8, i8, i8)")
def _float_parse(m, w, dst):
    """Decimal text of few digits, where one operation rounds correctly; DECLINE for the rest.

    The method is Clinger's fast path (How to read floating point numbers accurately, 1990).
    """
    if kind_of(m, w) != KIND_STR or not string_is_ascii(m, w):
        return DECLINE
    at = text_at(w)
    end = at + string_length(m, w)
    while at < end and is_blank(load8(m, at)):
        at += 1
    while at < end and is_blank(load8(m, end - 1)):
        end -= 1
    minus = 0
    if at < end and (load8(m, at) == 45 or load8(m, at) == 43):
        minus = 1 if load8(m, at) == 45 else 0
        at += 1
    digits = 0
    value = 0
    exponent = 0
    point = 0
    while at < end:
        code = load8(m, at)
        if code == 46:
            if point == 1:
                return DECLINE
            point = 1
        else:
            digit = digit_of(code)
            if digit > 9:
                break
            digits += 1
            if digits > EXACT_DIGITS:
                return DECLINE
            value = value * 10 + digit
            exponent -= point
        at += 1
    if digits == 0:
        return DECLINE
    if at < end:
        if (load8(m, at) | 32) != 101 or end - at > 5:
            return DECLINE
        at += 1
        sign = 1
        if at < end and (load8(m, at) == 45 or load8(m, at) == 43):
            sign = -1 if load8(m, at) == 45 else 1
            at += 1
        if at == end:
            return DECLINE
        scale = 0
        while at < end:
            digit = digit_of(load8(m, at))
            if digit > 9:
                return DECLINE
            scale = scale * 10 + digit
            at += 1
        exponent += sign * scale
    if exponent < -EXACT_POWER or exponent > EXACT_POWER:
        return DECLINE
    power = 1.0
    for _ in range(exponent if exponent >= 0 else -exponent):
        power *= 10.0
    x = int_to_float(value)
    x = x * power if exponent >= 0 else x / power
    store(m, dst, float_value(m, -x if minus == 1 else x))
    return NEXT


@native("float.__new__")
def float_method_new(m, args, n, dst):
    """For float itself only; subclasses, other objects and errors are the fallback's."""
    if load(m, args) != tuple_item(m, word(m, 0, STATE_CONSTANT_TYPES), TYPE_INDEX_FLOAT):
        return DECLINE
    if n == 1:
        store(m, dst, float_value(m, 0.0))
        return NEXT
    x = load(m, args + 8)
    rank = number_rank(m, x)
    if rank == RANK_FLOAT:
        store(m, dst, x)
        return NEXT
    if rank == RANK_INT and is_real(m, x) == 1:
        store(m, dst, float_value(m, real_from(m, x)))
        return NEXT
    return _float_parse(m, x, dst)


@native("float.from_text")
def float_method_from_text(m, args, n, dst):
    """Private, for the fallback of ``float.__new__``; the trap does all texts and errors."""
    return _float_parse(m, argument(m, args), dst)


# ---------------------------------------------------------------- complex
@native("complex.__add__")
def complex_method_add(m, args, n, dst):
    return complex_binary(m, Op.ADD, args, 0, dst)


@native("complex.__radd__")
def complex_method_radd(m, args, n, dst):
    return complex_binary(m, Op.ADD, args, 1, dst)


@native("complex.__sub__")
def complex_method_sub(m, args, n, dst):
    return complex_binary(m, Op.SUB, args, 0, dst)


@native("complex.__rsub__")
def complex_method_rsub(m, args, n, dst):
    return complex_binary(m, Op.SUB, args, 1, dst)


@native("complex.__mul__")
def complex_method_mul(m, args, n, dst):
    return complex_binary(m, Op.MUL, args, 0, dst)


@native("complex.__rmul__")
def complex_method_rmul(m, args, n, dst):
    return complex_binary(m, Op.MUL, args, 1, dst)


@native("complex.__truediv__")
def complex_method_truediv(m, args, n, dst):
    return complex_binary(m, Op.DIV, args, 0, dst)


@native("complex.__rtruediv__")
def complex_method_rtruediv(m, args, n, dst):
    return complex_binary(m, Op.DIV, args, 1, dst)


@native("complex.__pow__")
def complex_method_pow(m, args, n, dst):
    if n == 3 and load(m, args + 16) != NONE:
        return DECLINE
    return complex_binary(m, Op.POW, args, 0, dst)


@native("complex.__rpow__")
def complex_method_rpow(m, args, n, dst):
    if n == 3 and load(m, args + 16) != NONE:
        return DECLINE
    return complex_binary(m, Op.POW, args, 1, dst)


@kernel("i8(i8, i8, i8, i8)")
def _complex_unary(m, op, args, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_COMPLEX:
        return DECLINE
    return number_unary(m, op, a, dst)


@native("complex.__neg__")
def complex_method_neg(m, args, n, dst):
    return _complex_unary(m, Op.NEGATIVE, args, dst)


@native("complex.__pos__")
def complex_method_pos(m, args, n, dst):
    return _complex_unary(m, Op.POSITIVE, args, dst)


@native("complex.__complex__")
def complex_method_complex(m, args, n, dst):
    return _complex_unary(m, Op.POSITIVE, args, dst)


@native("complex.__bool__")
def complex_method_bool(m, args, n, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_COMPLEX:
        return DECLINE
    store(m, dst, FALSE if complex_real(m, a) == 0.0 and complex_imag(m, a) == 0.0 else TRUE)
    return NEXT


@native("complex.conjugate")
def complex_method_conjugate(m, args, n, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_COMPLEX:
        return DECLINE
    store(m, dst, new_complex(m, complex_real(m, a), -complex_imag(m, a)))
    return NEXT


@native("complex.real")
def complex_method_real_part(m, args, n, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_COMPLEX:
        return DECLINE
    store(m, dst, float_value(m, complex_real(m, a)))
    return NEXT


@native("complex.imag")
def complex_method_imag_part(m, args, n, dst):
    a = argument(m, args)
    if number_rank(m, a) != RANK_COMPLEX:
        return DECLINE
    store(m, dst, float_value(m, complex_imag(m, a)))
    return NEXT


@native("complex.from_parts")
def complex_method_from_parts(m, args, n, dst):
    """Private, for the fallback of ``complex.__new__``: two floats, exactly as they are."""
    a = argument(m, args)
    b = argument(m, args + 8)
    if n != 2 or number_rank(m, a) != RANK_FLOAT or number_rank(m, b) != RANK_FLOAT:
        return DECLINE
    store(m, dst, new_complex(m, float_from(m, a), float_from(m, b)))
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def _complex_equality(m, op, args, dst):
    """``==`` or ``!=`` with any number, exactly."""
    a = argument(m, args)
    b = argument(m, args + 8)
    if number_rank(m, a) != RANK_COMPLEX:
        return DECLINE
    rank = number_rank(m, b)
    if rank == RANK_NONE:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    same = 0
    if rank == RANK_COMPLEX:
        if complex_real(m, a) == complex_real(m, b) and complex_imag(m, a) == complex_imag(m, b):
            same = 1
    elif complex_imag(m, a) == 0.0:
        if order_numbers(m, float_value(m, complex_real(m, a)), b) == 0:
            same = 1
    return store_order(m, op, 0 if same == 1 else 2, dst)


@native("complex.__eq__")
def complex_method_eq(m, args, n, dst):
    return _complex_equality(m, Op.EQ, args, dst)


@native("complex.__ne__")
def complex_method_ne(m, args, n, dst):
    return _complex_equality(m, Op.NE, args, dst)
