"""The module ``math`` where a kernel's answer is certain to be CPython's, bit for bit.

Transcendental functions are the C library's, as in CPython (Modules/mathmodule.c). A kernel never
reports an error: where CPython would raise (a nan from no nan, an infinity from finite numbers)
it declines, and the trap words the error as the host's version does. Arguments that are no
numbers, and ints beyond the floats, are declined too.
"""

import math
from typing import Final

from ringfence.kernels.bigints import int_from_word
from ringfence.kernels.floats import float_power
from ringfence.kernels.int_methods import argument, new_pair
from ringfence.kernels.integers import (
    FRACTION,
    RANK_FLOAT,
    RANK_INT,
    as_int,
    int_from_double,
    is_real,
    number_rank,
    real_from,
)
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.libm import (
    INFINITY_BITS,
    MAGNITUDE,
    absolute,
    copy_sign,
    is_finite,
    is_infinite,
    is_nan,
    libm_acos,
    libm_acosh,
    libm_asin,
    libm_asinh,
    libm_atan,
    libm_atan2,
    libm_atanh,
    libm_cbrt,
    libm_ceil,
    libm_cos,
    libm_cosh,
    libm_erf,
    libm_erfc,
    libm_exp,
    libm_exp2,
    libm_expm1,
    libm_floor,
    libm_fmod,
    libm_log,
    libm_log1p,
    libm_log2,
    libm_log10,
    libm_nextafter,
    libm_remainder,
    libm_sin,
    libm_sinh,
    libm_sqrt,
    libm_tan,
    libm_tanh,
    libm_trunc,
)
from ringfence.kernels.memory import (
    bits_float,
    float_bits,
    float_to_int,
    int_to_float,
    load,
    mul_overflow,
    store,
)
from ringfence.kernels.objects import float_from, float_value
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import FALSE, TRUE, bool_value, int_value

DEGREES: Final = 180.0 / math.pi
RADIANS: Final = math.pi / 180.0
TWO_54: Final = 18014398509481984.0
LARGEST_FACTORIAL: Final = 20  # of those that fit a tagged int


# ---------------------------------------------------------------- functions of one float
@kernel("i8(i8, i8, f8, f8)")
def _math_store(m, dst, x, result):
    """Store a result of the C library unless it is an error by CPython's rule."""
    if is_nan(result) == 1 and is_nan(x) == 0:
        return DECLINE
    if is_infinite(result) == 1 and is_finite(x) == 1:
        return DECLINE
    store(m, dst, float_value(m, result))
    return NEXT


@native("math.acos")
def math_acos(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_acos(x))


@native("math.acosh")
def math_acosh(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_acosh(x))


@native("math.asin")
def math_asin(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_asin(x))


@native("math.asinh")
def math_asinh(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_asinh(x))


@native("math.atan")
def math_atan(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_atan(x))


@native("math.atanh")
def math_atanh(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_atanh(x))


@native("math.cbrt")
def math_cbrt(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_cbrt(x))


@native("math.cos")
def math_cos(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_cos(x))


@native("math.cosh")
def math_cosh(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_cosh(x))


@native("math.erf")
def math_erf(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_erf(x))


@native("math.erfc")
def math_erfc(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_erfc(x))


@native("math.exp")
def math_exp(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_exp(x))


@native("math.exp2")
def math_exp2(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_exp2(x))


@native("math.expm1")
def math_expm1(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_expm1(x))


@native("math.log1p")
def math_log1p(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_log1p(x))


@native("math.sin")
def math_sin(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_sin(x))


@native("math.sinh")
def math_sinh(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_sinh(x))


@native("math.sqrt")
def math_sqrt(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_sqrt(x))


@native("math.tan")
def math_tan(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_tan(x))


@native("math.tanh")
def math_tanh(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_tanh(x))


@native("math.log")
def math_log(m, args, n, dst):
    """Of ints beyond the floats too: not here."""
    a = argument(m, args)
    if is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    if n == 1:
        return _math_store(m, dst, x, libm_log(x))
    b = argument(m, args + 8)
    if n != 2 or is_real(m, b) == 0:
        return DECLINE
    y = real_from(m, b)
    if x <= 0.0 or y <= 0.0 or y == 1.0:
        return DECLINE
    store(m, dst, float_value(m, libm_log(x) / libm_log(y)))
    return NEXT


@native("math.log2")
def math_log2(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_log2(x))


@native("math.log10")
def math_log10(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    return _math_store(m, dst, x, libm_log10(x))


@native("math.fabs")
def math_fabs(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    store(m, dst, float_value(m, absolute(real_from(m, a))))
    return NEXT


@native("math.degrees")
def math_degrees(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    store(m, dst, float_value(m, real_from(m, a) * DEGREES))
    return NEXT


@native("math.radians")
def math_radians(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    store(m, dst, float_value(m, real_from(m, a) * RADIANS))
    return NEXT


@native("math.ulp")
def math_ulp(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = absolute(real_from(m, a))
    if is_finite(x) == 1:
        infinity = bits_float(INFINITY_BITS)
        above = libm_nextafter(x, infinity)
        if is_infinite(above) == 1:
            x = x - libm_nextafter(x, -infinity)
        else:
            x = above - x
    store(m, dst, float_value(m, x))
    return NEXT


# ---------------------------------------------------------------- kinds of floats
@native("math.isnan")
def math_isnan(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    store(m, dst, bool_value(is_nan(real_from(m, a))))
    return NEXT


@native("math.isinf")
def math_isinf(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    store(m, dst, bool_value(is_infinite(real_from(m, a))))
    return NEXT


@native("math.isfinite")
def math_isfinite(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    store(m, dst, bool_value(is_finite(real_from(m, a))))
    return NEXT


@native("math.isclose")
def math_isclose(m, args, n, dst):
    """(a, b, rel_tol=1e-09, abs_tol=0.0)"""
    for i in range(n):
        if is_real(m, argument(m, args + i * 8)) == 0:
            return DECLINE
    x = real_from(m, argument(m, args))
    y = real_from(m, argument(m, args + 8))
    relative = real_from(m, argument(m, args + 16)) if n > 2 else 1e-09
    least = real_from(m, argument(m, args + 24)) if n > 3 else 0.0
    if relative < 0.0 or least < 0.0:
        return DECLINE
    store(m, dst, FALSE)
    if x == y:
        store(m, dst, TRUE)
    elif is_infinite(x) == 0 and is_infinite(y) == 0:
        apart = absolute(y - x)
        if apart <= absolute(relative * y) or apart <= absolute(relative * x) or apart <= least:
            store(m, dst, TRUE)
    return NEXT


# ---------------------------------------------------------------- to ints
@kernel("i8(i8, f8, i8)")
def _math_whole(m, x, dst):
    if is_finite(x) == 0:
        return DECLINE
    store(m, dst, int_from_double(m, x))
    return NEXT


@kernel("i8(i8, i8)")
def _plain_kind(m, args):
    """The rank of the first argument if it is no instance of a subclass (it may override)."""
    return number_rank(m, load(m, args))


@native("math.floor")
def math_floor(m, args, n, dst):
    rank = _plain_kind(m, args)
    if rank == RANK_INT:
        store(m, dst, as_int(load(m, args)))
        return NEXT
    if rank != RANK_FLOAT:
        return DECLINE
    return _math_whole(m, libm_floor(float_from(m, load(m, args))), dst)


@native("math.ceil")
def math_ceil(m, args, n, dst):
    rank = _plain_kind(m, args)
    if rank == RANK_INT:
        store(m, dst, as_int(load(m, args)))
        return NEXT
    if rank != RANK_FLOAT:
        return DECLINE
    return _math_whole(m, libm_ceil(float_from(m, load(m, args))), dst)


@native("math.trunc")
def math_trunc(m, args, n, dst):
    rank = _plain_kind(m, args)
    if rank == RANK_INT:
        store(m, dst, as_int(load(m, args)))
        return NEXT
    if rank != RANK_FLOAT:
        return DECLINE
    return _math_whole(m, float_from(m, load(m, args)), dst)


# ---------------------------------------------------------------- parts of a float
@native("math.frexp")
def math_frexp(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    exponent = 0
    if is_finite(x) == 1 and x != 0.0:
        if (float_bits(x) & MAGNITUDE) <= FRACTION:
            x *= TWO_54
            exponent = -54
        bits = float_bits(x)
        exponent += ((bits & MAGNITUDE) >> 52) - 1022
        x = copy_sign(bits_float((bits & FRACTION) | (1022 << 52)), x)
    return new_pair(m, float_value(m, x), int_value(exponent), dst)


@native("math.modf")
def math_modf(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or is_real(m, a) == 0:
        return DECLINE
    x = real_from(m, a)
    whole = libm_trunc(x)
    fraction = x
    if is_infinite(x) == 1:
        fraction = copy_sign(0.0, x)
    elif is_nan(x) == 0:
        fraction = copy_sign(x - whole, x)
    return new_pair(m, float_value(m, fraction), float_value(m, whole), dst)


@native("math.ldexp")
def math_ldexp(m, args, n, dst):
    """Where no bit is lost and nothing overflows: the exponent is added; else the trap."""
    a = argument(m, args)
    e = argument(m, args + 8)
    if n != 2 or number_rank(m, a) != RANK_FLOAT or (e & 1) == 1:
        return DECLINE
    x = float_from(m, a)
    if is_finite(x) == 1 and x != 0.0:
        exponent = (float_bits(x) & MAGNITUDE) >> 52
        change = e >> 1
        if exponent == 0 or change > 2046 or change < -2046:
            return DECLINE
        if exponent + change < 1 or exponent + change > 2046:
            return DECLINE
        x = bits_float(float_bits(x) + (change << 52))
    store(m, dst, float_value(m, x))
    return NEXT


# ---------------------------------------------------------------- functions of two floats
@kernel("i8(i8, i8, i8)")
def _two_reals(m, args, n):
    return n == 2 and is_real(m, argument(m, args)) == 1 and is_real(m, argument(m, args + 8)) == 1


@native("math.copysign")
def math_copysign(m, args, n, dst):
    if _two_reals(m, args, n) == 0:
        return DECLINE
    x = real_from(m, argument(m, args))
    store(m, dst, float_value(m, copy_sign(x, real_from(m, argument(m, args + 8)))))
    return NEXT


@native("math.atan2")
def math_atan2(m, args, n, dst):
    if _two_reals(m, args, n) == 0:
        return DECLINE
    x = real_from(m, argument(m, args))
    store(m, dst, float_value(m, libm_atan2(x, real_from(m, argument(m, args + 8)))))
    return NEXT


@native("math.nextafter")
def math_nextafter(m, args, n, dst):
    if _two_reals(m, args, n) == 0:
        return DECLINE
    x = real_from(m, argument(m, args))
    store(m, dst, float_value(m, libm_nextafter(x, real_from(m, argument(m, args + 8)))))
    return NEXT


@native("math.fmod")
def math_fmod(m, args, n, dst):
    if _two_reals(m, args, n) == 0:
        return DECLINE
    x = real_from(m, argument(m, args))
    y = real_from(m, argument(m, args + 8))
    result = libm_fmod(x, y)
    if is_nan(result) == 1 and is_nan(x) == 0 and is_nan(y) == 0:
        return DECLINE
    store(m, dst, float_value(m, result))
    return NEXT


@native("math.remainder")
def math_remainder(m, args, n, dst):
    if _two_reals(m, args, n) == 0:
        return DECLINE
    x = real_from(m, argument(m, args))
    y = real_from(m, argument(m, args + 8))
    result = libm_remainder(x, y)
    if is_nan(result) == 1 and is_nan(x) == 0 and is_nan(y) == 0:
        return DECLINE
    if result == 0.0:
        # glibc errs in the sign of a zero if y is subnormal
        result = copy_sign(result, x)
    store(m, dst, float_value(m, result))
    return NEXT


@native("math.pow")
def math_pow(m, args, n, dst):
    """As the operator, but never complex: what that declines is an error here."""
    if _two_reals(m, args, n) == 0:
        return DECLINE
    x = real_from(m, argument(m, args))
    return float_power(m, x, real_from(m, argument(m, args + 8)), dst)


# ---------------------------------------------------------------- functions of ints
@kernel("i8(i8, i8)")
def _greatest_divisor(a, b):
    """The greatest common divisor of two numbers, not negative."""
    while b != 0:
        r = a % b
        a = b
        b = r
    return a


@kernel("i8(i8, i8, i8)")
def _small_magnitude(m, args, i):
    """Magnitude of argument i if it is a tagged int or a bool, else -1."""
    a = argument(m, args + i * 8)
    if number_rank(m, a) != RANK_INT or (a & 7) == 1:
        return -1
    n = as_int(a) >> 1
    return -n if n < 0 else n


@native("math.gcd")
def math_gcd(m, args, n, dst):
    result = 0
    for i in range(n):
        a = _small_magnitude(m, args, i)
        if a < 0:
            return DECLINE
        result = _greatest_divisor(result, a)
    store(m, dst, int_from_word(m, result))
    return NEXT


@native("math.lcm")
def math_lcm(m, args, n, dst):
    result = 1
    for i in range(n):
        a = _small_magnitude(m, args, i)
        if a < 0:
            return DECLINE
        if a == 0:
            result = 0
        if result != 0:
            product, over = mul_overflow(result // _greatest_divisor(result, a), a)
            if over != 0:
                return DECLINE
            result = product
    store(m, dst, int_from_word(m, result))
    return NEXT


@native("math.isqrt")
def math_isqrt(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or number_rank(m, a) != RANK_INT or (a & 7) == 1 or as_int(a) < 0:
        return DECLINE
    x = as_int(a) >> 1
    root = float_to_int(libm_sqrt(int_to_float(x)))
    while root * root > x:
        root -= 1
    while (root + 1) * (root + 1) <= x:
        root += 1
    store(m, dst, int_value(root))
    return NEXT


@native("math.factorial")
def math_factorial(m, args, n, dst):
    a = argument(m, args)
    if n != 1 or number_rank(m, a) != RANK_INT or (a & 7) == 1:
        return DECLINE
    x = as_int(a) >> 1
    if x < 0 or x > LARGEST_FACTORIAL:
        return DECLINE
    product = 1
    for i in range(2, x + 1):
        product *= i
    store(m, dst, int_value(product))
    return NEXT
