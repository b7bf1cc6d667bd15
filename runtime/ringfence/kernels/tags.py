"""The eight small functions that know how a value is put into a word.

Low bit 0: an integer of 63 bits (``n << 1``). Low bits 11: a float whose exponent lies in
2^-127..2^129, zero, infinity or nan, rotated left by 4. 001: reference to a heap object (offset
plus 1). 101: a constant. Source of the self-tagging: the measured prototype; see ARCHITECTURE.md.
"""

from typing import Final

from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import (
    bits_float,
    float_bits,
    rotate_left,
    rotate_right,
    wrap_add,
    wrap_sub,
)

UNBOUND: Final = 5  # no value: unset register, deleted entry
NONE: Final = 13
FALSE: Final = 21
TRUE: Final = 29  # FALSE + 8
ELLIPSIS: Final = 37
NOT_IMPLEMENTED: Final = 45
INT_MIN: Final = -(1 << 62)
INT_MAX: Final = (1 << 62) - 1
FLOAT_BIAS: Final = 128 << 52


@kernel("i8(i8)", inline=True)
def is_int(w):
    return (w & 1) == 0


@kernel("i8(i8)", inline=True)
def is_float(w):
    """Whether a float tags itself; one outside the range is an object of KIND_FLOAT."""
    return (w & 3) == 3


@kernel("i8(i8)", inline=True)
def is_object(w):
    return (w & 7) == 1


@kernel("i8(i8)", inline=True)
def is_constant(w):
    return (w & 7) == 5


@kernel("i8(i8)", inline=True)
def int_of(w):
    return w >> 1


@kernel("i8(i8)", inline=True)
def fits_int(n):
    """Whether a 64-bit number fits a tagged integer (63 bits)."""
    return wrap_add(n, n) >> 1 == n


@kernel("i8(i8)", inline=True)
def int_value(n):
    """Tag a number that fits 63 bits."""
    return wrap_add(n, n)


@kernel("f8(i8)", inline=True)
def float_of(w):
    return bits_float(wrap_add(rotate_right(w, 4), FLOAT_BIAS))


@kernel("i8(f8)", inline=True)
def float_word(x):
    """Tag a float; if ``is_float`` does not hold of the answer it must be boxed."""
    return rotate_left(wrap_sub(float_bits(x), FLOAT_BIAS), 4)


@kernel("i8(i8)", inline=True)
def bool_value(truth):
    """TRUE or FALSE for 1 or 0."""
    return FALSE + (truth << 3)
