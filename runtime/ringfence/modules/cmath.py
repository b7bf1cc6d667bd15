"""cmath: functions of complex numbers, by the host."""

from _kernel import type_lookup
from _prelude import _name_of
from math import e, inf, nan, pi, tau

infj = nanj = None  # made when a program imports the module


def _number(value):
    """The complex number that an argument stands for."""
    if isinstance(value, complex):
        return complex(value)
    kind = type(value)
    if not isinstance(value, str):
        if (type_lookup(kind, "__complex__", None) is not None
                or type_lookup(kind, "__float__", None) is not None
                or type_lookup(kind, "__index__", None) is not None):
            return complex(value)
    raise TypeError(f"must be real number, not {_name_of(value)}")


def _real(value):
    if isinstance(value, (float, int)):
        return float(value)
    if isinstance(value, complex) or not hasattr(type(value), "__float__"):
        raise TypeError(f"must be real number, not {_name_of(value)}")
    return float(value)


@trap
def acos(z, /):
    """Return the arc cosine of z."""
    return acos(_number(z))


@trap
def acosh(z, /):
    """Return the inverse hyperbolic cosine of z."""
    return acosh(_number(z))


@trap
def asin(z, /):
    """Return the arc sine of z."""
    return asin(_number(z))


@trap
def asinh(z, /):
    """Return the inverse hyperbolic sine of z."""
    return asinh(_number(z))


@trap
def atan(z, /):
    """Return the arc tangent of z."""
    return atan(_number(z))


@trap
def atanh(z, /):
    """Return the inverse hyperbolic tangent of z."""
    return atanh(_number(z))


@trap
def cos(z, /):
    """Return the cosine of z."""
    return cos(_number(z))


@trap
def cosh(z, /):
    """Return the hyperbolic cosine of z."""
    return cosh(_number(z))


@trap
def exp(z, /):
    """Return the exponential value e**z."""
    return exp(_number(z))


@trap
def log10(z, /):
    """Return the base-10 logarithm of z."""
    return log10(_number(z))


@trap
def sin(z, /):
    """Return the sine of z."""
    return sin(_number(z))


@trap
def sinh(z, /):
    """Return the hyperbolic sine of z."""
    return sinh(_number(z))


@trap
def sqrt(z, /):
    """Return the square root of z."""
    return sqrt(_number(z))


@trap
def tan(z, /):
    """Return the tangent of z."""
    return tan(_number(z))


@trap
def tanh(z, /):
    """Return the hyperbolic tangent of z."""
    return tanh(_number(z))


@trap
def phase(z, /):
    """Return argument, also known as the phase angle, of a complex."""
    return phase(_number(z))


@trap
def polar(z, /):
    """Convert a complex from rectangular coordinates to polar coordinates."""
    return polar(_number(z))


@trap
def isfinite(z, /):
    """Return True if both the real and imaginary parts of z are finite, else False."""
    return isfinite(_number(z))


@trap
def isinf(z, /):
    """Checks if the real or imaginary part of z is infinite."""
    return isinf(_number(z))


@trap
def isnan(z, /):
    """Checks if the real or imaginary part of z not a number (NaN)."""
    return isnan(_number(z))


@trap("cmath.log")
def _log(z, *base): ...


@builtin
def log(z, base=None, /):
    """log(z[, base]) -> the logarithm of z to the given base."""
    if base is None:
        return _log(_number(z))
    return _log(_number(z), _number(base))


@trap("cmath.rect")
def rect(r, phi, /):
    """Convert from polar coordinates to rectangular coordinates."""
    return rect(_real(r), _real(phi))


@trap("cmath.isclose")
def _close(a, b, relative, absolute): ...


@builtin
def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Determine whether two complex numbers are close in value."""
    return _close(_number(a), _number(b), _real(rel_tol), _real(abs_tol))


def _start(namespace):
    namespace["infj"] = complex(0.0, inf)
    namespace["nanj"] = complex(0.0, nan)
