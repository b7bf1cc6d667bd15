"""The C library's functions on floats, as CPython's own ``math`` and ``float`` call them.

One plain call each of the function of that name, never LLVM's approximation, so results are
bit for bit those of CPython on the same platform. No errors: nan and infinity come back as C
gives them. The interpreted twins call the same library.
"""


import ctypes
import ctypes.util
from typing import Any

from ringfence.kernels import jit
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import bits_float, float_bits

if jit.MODE == "build":
    from numba import types

    def _external(name: str, arguments: int) -> Any:
        return types.ExternalFunction(name, types.float64(*[types.float64] * arguments))

else:
    _library = ctypes.CDLL(ctypes.util.find_library("m"))

    def _external(name: str, arguments: int) -> Any:
        function = getattr(_library, name)
        function.restype = ctypes.c_double
        function.argtypes = [ctypes.c_double] * arguments
        return function


_sqrt, _floor, _ceil, _trunc, _rint = [
    _external(n, 1) for n in "sqrt floor ceil trunc rint".split()
]
_exp, _exp2, _expm1 = [_external(n, 1) for n in "exp exp2 expm1".split()]
_log, _log2, _log10, _log1p = [_external(n, 1) for n in "log log2 log10 log1p".split()]
_sin, _cos, _tan, _asin, _acos, _atan = [
    _external(n, 1) for n in "sin cos tan asin acos atan".split()
]
_sinh, _cosh, _tanh, _asinh, _acosh, _atanh = [
    _external(n, 1) for n in "sinh cosh tanh asinh acosh atanh".split()
]
_cbrt, _erf, _erfc = [_external(n, 1) for n in "cbrt erf erfc".split()]
_pow, _fmod, _atan2, _remainder, _nextafter = [
    _external(n, 2) for n in "pow fmod atan2 remainder nextafter".split()
]
MAGNITUDE = (1 << 63) - 1
SIGN = -(1 << 63)
INFINITY_BITS = 0x7FF << 52


@kernel("i8(f8)", inline=True)
def is_nan(x):
    return (float_bits(x) & MAGNITUDE) > INFINITY_BITS


@kernel("i8(f8)", inline=True)
def is_infinite(x):
    return (float_bits(x) & MAGNITUDE) == INFINITY_BITS


@kernel("i8(f8)", inline=True)
def is_finite(x):
    return (float_bits(x) & MAGNITUDE) < INFINITY_BITS


@kernel("i8(f8)", inline=True)
def sign_bit(x):
    """1 for -0.0 and everything below, nan with a sign included."""
    return float_bits(x) < 0


@kernel("f8(f8, f8)", inline=True)
def copy_sign(x, y):
    return bits_float((float_bits(x) & MAGNITUDE) | (float_bits(y) & SIGN))


@kernel("f8(f8)", inline=True)
def absolute(x):
    return bits_float(float_bits(x) & MAGNITUDE)


@kernel("f8(f8, f8)", inline=True)
def divide(x, y):
    """x / y as the processor has it; y may be zero."""
    if y == 0.0:
        if x == 0.0 or is_nan(x) == 1:
            return bits_float(INFINITY_BITS + 1)
        return copy_sign(copy_sign(bits_float(INFINITY_BITS), x), x * y)
    return x / y


@kernel("f8(f8)", inline=True)
def libm_sqrt(x):
    return _sqrt(x)


@kernel("f8(f8)", inline=True)
def libm_floor(x):
    return _floor(x)


@kernel("f8(f8)", inline=True)
def libm_ceil(x):
    return _ceil(x)


@kernel("f8(f8)", inline=True)
def libm_trunc(x):
    return _trunc(x)


@kernel("f8(f8)", inline=True)
def libm_rint(x):
    return _rint(x)


@kernel("f8(f8)", inline=True)
def libm_exp(x):
    return _exp(x)


@kernel("f8(f8)", inline=True)
def libm_exp2(x):
    return _exp2(x)


@kernel("f8(f8)", inline=True)
def libm_expm1(x):
    return _expm1(x)


@kernel("f8(f8)", inline=True)
def libm_log(x):
    return _log(x)


@kernel("f8(f8)", inline=True)
def libm_log2(x):
    return _log2(x)


@kernel("f8(f8)", inline=True)
def libm_log10(x):
    return _log10(x)


@kernel("f8(f8)", inline=True)
def libm_log1p(x):
    return _log1p(x)


@kernel("f8(f8)", inline=True)
def libm_sin(x):
    return _sin(x)


@kernel("f8(f8)", inline=True)
def libm_cos(x):
    return _cos(x)


@kernel("f8(f8)", inline=True)
def libm_tan(x):
    return _tan(x)


@kernel("f8(f8)", inline=True)
def libm_asin(x):
    return _asin(x)


@kernel("f8(f8)", inline=True)
def libm_acos(x):
    return _acos(x)


@kernel("f8(f8)", inline=True)
def libm_atan(x):
    return _atan(x)


@kernel("f8(f8)", inline=True)
def libm_sinh(x):
    return _sinh(x)


@kernel("f8(f8)", inline=True)
def libm_cosh(x):
    return _cosh(x)


@kernel("f8(f8)", inline=True)
def libm_tanh(x):
    return _tanh(x)


@kernel("f8(f8)", inline=True)
def libm_asinh(x):
    return _asinh(x)


@kernel("f8(f8)", inline=True)
def libm_acosh(x):
    return _acosh(x)


@kernel("f8(f8)", inline=True)
def libm_atanh(x):
    return _atanh(x)


@kernel("f8(f8)", inline=True)
def libm_cbrt(x):
    return _cbrt(x)


@kernel("f8(f8)", inline=True)
def libm_erf(x):
    return _erf(x)


@kernel("f8(f8)", inline=True)
def libm_erfc(x):
    return _erfc(x)


@kernel("f8(f8, f8)", inline=True)
def libm_pow(x, y):
    return _pow(x, y)


@kernel("f8(f8, f8)", inline=True)
def libm_fmod(x, y):
    return _fmod(x, y)


@kernel("f8(f8, f8)", inline=True)
def libm_atan2(x, y):
    return _atan2(x, y)


@kernel("f8(f8, f8)", inline=True)
def libm_remainder(x, y):
    return _remainder(x, y)


@kernel("f8(f8, f8)", inline=True)
def libm_nextafter(x, y):
    return _nextafter(x, y)
