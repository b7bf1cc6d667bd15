"""Complex numbers: the operators as CPython up to 3.13 computes them (Objects/complexobject.c).

From 3.14 on the rules for mixed operands and for infinities differ; there the trap does it all.
"""

from typing import Final

from ringfence.failures import Failure
from ringfence.kernels.integers import RANK_COMPLEX, number_rank, real_from
from ringfence.kernels.jit import kernel
from ringfence.kernels.libm import absolute
from ringfence.kernels.memory import bits_float, field, float_bits, set_field, store, word
from ringfence.kernels.objects import allocate, fail
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.layout import COMPLEX_IMAG, COMPLEX_REAL, KIND_COMPLEX, STATE_HOST_VERSION
from ringfence.opcodes import Op

ZERO_COMPLEX: Final = 4  # second operand of Failure.ZERO_DIVISION: complex operands (tagged 2)
NEW_RULES: Final = 14 * 2  # the host version, tagged


@kernel("i8(i8, f8, f8)")
def new_complex(m, real, imag):
    w = allocate(m, KIND_COMPLEX, 3)
    set_field(m, w, COMPLEX_REAL, float_bits(real))
    set_field(m, w, COMPLEX_IMAG, float_bits(imag))
    return w


@kernel("f8(i8, i8)", inline=True)
def complex_real(m, w):
    """Real part of a value that is a complex or ``is_real``."""
    if number_rank(m, w) == RANK_COMPLEX:
        return bits_float(field(m, w, COMPLEX_REAL))
    return real_from(m, w)


@kernel("f8(i8, i8)", inline=True)
def complex_imag(m, w):
    if number_rank(m, w) == RANK_COMPLEX:
        return bits_float(field(m, w, COMPLEX_IMAG))
    return 0.0


@kernel("i8(i8, f8, f8, f8, f8, i8)")
def _complex_divide(m, a, b, c, d, dst):
    """(a + bj) / (c + dj) by Smith's method."""
    if absolute(c) >= absolute(d):
        if c == 0.0:
            return fail(m, Failure.ZERO_DIVISION, Op.DIV * 2, ZERO_COMPLEX)
        ratio = d / c
        size = c + d * ratio
        store(m, dst, new_complex(m, (a + b * ratio) / size, (b - a * ratio) / size))
        return NEXT
    if absolute(d) >= absolute(c):
        ratio = c / d
        size = c * ratio + d
        store(m, dst, new_complex(m, (a * ratio + b) / size, (b * ratio - a) / size))
        return NEXT
    nan = bits_float(0x7FF8 << 48)
    store(m, dst, new_complex(m, nan, nan))
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def complex_operate(m, op, a, b, dst):
    """A binary operator on two numbers that ``is_real`` or are complex: NEXT, FAIL or DECLINE."""
    if word(m, 0, STATE_HOST_VERSION) >= NEW_RULES and op != Op.POW:
        return DECLINE
    x = complex_real(m, a)
    y = complex_imag(m, a)
    u = complex_real(m, b)
    v = complex_imag(m, b)
    if op == Op.ADD:
        store(m, dst, new_complex(m, x + u, y + v))
    elif op == Op.SUB:
        store(m, dst, new_complex(m, x - u, y - v))
    elif op == Op.MUL:
        store(m, dst, new_complex(m, x * u - y * v, x * v + y * u))
    elif op == Op.DIV:
        return _complex_divide(m, x, y, u, v, dst)
    else:
        return DECLINE
    return NEXT
