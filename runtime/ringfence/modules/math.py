"""math: kernels and traps on plain numbers; objects with ``__float__`` and ``__index__`` here."""

from _kernel import type_lookup
from _prelude import _HOST_MINOR, _index, _missing

e = 2.718281828459045
pi = 3.141592653589793
tau = 6.283185307179586
inf = float("inf")
nan = float("nan")


def _real(x):
    """A plain number for what a function was given."""
    kind = type(x)
    if kind is float or kind is int:
        return x
    if type_lookup(kind, "__float__", None) is not None:
        return float(x)
    if type_lookup(kind, "__index__", None) is not None:
        return _index(x)
    raise TypeError(f"must be real number, not {kind.__name__}")


@native
@trap
def acos(x, /):
    return _acos(_real(x))


@native("math.acos")
@trap("math.acos")
def _acos(x): ...


@native
@trap
def acosh(x, /):
    return _acosh(_real(x))


@native("math.acosh")
@trap("math.acosh")
def _acosh(x): ...


@native
@trap
def asin(x, /):
    return _asin(_real(x))


@native("math.asin")
@trap("math.asin")
def _asin(x): ...


@native
@trap
def asinh(x, /):
    return _asinh(_real(x))


@native("math.asinh")
@trap("math.asinh")
def _asinh(x): ...


@native
@trap
def atan(x, /):
    return _atan(_real(x))


@native("math.atan")
@trap("math.atan")
def _atan(x): ...


@native
@trap
def atanh(x, /):
    return _atanh(_real(x))


@native("math.atanh")
@trap("math.atanh")
def _atanh(x): ...


@native
@trap
def cbrt(x, /):
    return _cbrt(_real(x))


@native("math.cbrt")
@trap("math.cbrt")
def _cbrt(x): ...


@native
@trap
def cos(x, /):
    return _cos(_real(x))


@native("math.cos")
@trap("math.cos")
def _cos(x): ...


@native
@trap
def cosh(x, /):
    return _cosh(_real(x))


@native("math.cosh")
@trap("math.cosh")
def _cosh(x): ...


@native
@trap
def degrees(x, /):
    return _degrees(_real(x))


@native("math.degrees")
@trap("math.degrees")
def _degrees(x): ...


@native
@trap
def erf(x, /):
    return _erf(_real(x))


@native("math.erf")
@trap("math.erf")
def _erf(x): ...


@native
@trap
def erfc(x, /):
    return _erfc(_real(x))


@native("math.erfc")
@trap("math.erfc")
def _erfc(x): ...


@native
@trap
def exp(x, /):
    return _exp(_real(x))


@native("math.exp")
@trap("math.exp")
def _exp(x): ...


@native
@trap
def exp2(x, /):
    return _exp2(_real(x))


@native("math.exp2")
@trap("math.exp2")
def _exp2(x): ...


@native
@trap
def expm1(x, /):
    return _expm1(_real(x))


@native("math.expm1")
@trap("math.expm1")
def _expm1(x): ...


@native
@trap
def fabs(x, /):
    return _fabs(_real(x))


@native("math.fabs")
@trap("math.fabs")
def _fabs(x): ...


@native
@trap
def frexp(x, /):
    return _frexp(_real(x))


@native("math.frexp")
@trap("math.frexp")
def _frexp(x): ...


@native
@trap
def gamma(x, /):
    return _gamma(_real(x))


@native("math.gamma")
@trap("math.gamma")
def _gamma(x): ...


@native
@trap
def isfinite(x, /):
    return _isfinite(_real(x))


@native("math.isfinite")
@trap("math.isfinite")
def _isfinite(x): ...


@native
@trap
def isinf(x, /):
    return _isinf(_real(x))


@native("math.isinf")
@trap("math.isinf")
def _isinf(x): ...


@native
@trap
def isnan(x, /):
    return _isnan(_real(x))


@native("math.isnan")
@trap("math.isnan")
def _isnan(x): ...


@native
@trap
def lgamma(x, /):
    return _lgamma(_real(x))


@native("math.lgamma")
@trap("math.lgamma")
def _lgamma(x): ...


@native
@trap
def log10(x, /):
    return _log10(_real(x))


@native("math.log10")
@trap("math.log10")
def _log10(x): ...


@native
@trap
def log1p(x, /):
    return _log1p(_real(x))


@native("math.log1p")
@trap("math.log1p")
def _log1p(x): ...


@native
@trap
def log2(x, /):
    return _log2(_real(x))


@native("math.log2")
@trap("math.log2")
def _log2(x): ...


@native
@trap
def modf(x, /):
    return _modf(_real(x))


@native("math.modf")
@trap("math.modf")
def _modf(x): ...


@native
@trap
def radians(x, /):
    return _radians(_real(x))


@native("math.radians")
@trap("math.radians")
def _radians(x): ...


@native
@trap
def sin(x, /):
    return _sin(_real(x))


@native("math.sin")
@trap("math.sin")
def _sin(x): ...


@native
@trap
def sinh(x, /):
    return _sinh(_real(x))


@native("math.sinh")
@trap("math.sinh")
def _sinh(x): ...


@native
@trap
def sqrt(x, /):
    return _sqrt(_real(x))


@native("math.sqrt")
@trap("math.sqrt")
def _sqrt(x): ...


@native
@trap
def tan(x, /):
    return _tan(_real(x))


@native("math.tan")
@trap("math.tan")
def _tan(x): ...


@native
@trap
def tanh(x, /):
    return _tanh(_real(x))


@native("math.tanh")
@trap("math.tanh")
def _tanh(x): ...


@native
@trap
def ulp(x, /):
    return _ulp(_real(x))


@native("math.ulp")
@trap("math.ulp")
def _ulp(x): ...


@native
@trap
def atan2(y, x, /):
    return _atan2(_real(y), _real(x))


@native("math.atan2")
@trap("math.atan2")
def _atan2(y, x): ...


@native
@trap
def copysign(x, y, /):
    return _copysign(_real(x), _real(y))


@native("math.copysign")
@trap("math.copysign")
def _copysign(x, y): ...


@native
@trap
def fmod(x, y, /):
    return _fmod(_real(x), _real(y))


@native("math.fmod")
@trap("math.fmod")
def _fmod(x, y): ...


@native
@trap
def nextafter(x, y, /):
    return _nextafter(_real(x), _real(y))


@native("math.nextafter")
@trap("math.nextafter")
def _nextafter(x, y): ...


@native
@trap
def pow(x, y, /):
    return _pow(_real(x), _real(y))


@native("math.pow")
@trap("math.pow")
def _pow(x, y): ...


@native
@trap
def remainder(x, y, /):
    return _remainder(_real(x), _real(y))


@native("math.remainder")
@trap("math.remainder")
def _remainder(x, y): ...


@native
@trap
def log(x, base=_missing, /):
    if type_lookup(type(x), "__float__", None) is None or isinstance(x, int):
        x = _index(x) if not isinstance(x, float) and hasattr(type(x), "__index__") else _real(x)
    else:
        x = _real(x)
    if base is _missing:
        return _log(x)
    return _log(x, _real(base))


@native("math.log")
@trap("math.log")
def _log(*args): ...


@native
@trap
def ldexp(x, i, /):
    if type_lookup(type(i), "__index__", None) is None:
        raise TypeError("Expected an int as second argument to ldexp.")
    return _ldexp(_real(x), _index(i))


@native("math.ldexp")
@trap("math.ldexp")
def _ldexp(x, i): ...


def _rounded(x, name, function):
    """The dunder of a class that rounds, or the kernel's answer for its float."""
    method = type_lookup(type(x), name, None)
    if method is not None and (not isinstance(x, float)
                               or method is not type_lookup(float, name, None)):
        return method(x)
    return function(_real(x))


@native
def floor(x, /):
    return _rounded(x, "__floor__", _floor)


@native("math.floor")
@trap("math.floor")
def _floor(x): ...


@native
def ceil(x, /):
    return _rounded(x, "__ceil__", _ceil)


@native("math.ceil")
@trap("math.ceil")
def _ceil(x): ...


@native
def trunc(x, /):
    method = type_lookup(type(x), "__trunc__", None)
    if method is None:
        raise TypeError(f"type {type(x).__name__} doesn't define __trunc__ method")
    return method(x)


@native
@trap
def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    return _isclose(_real(a), _real(b), _real(rel_tol), _real(abs_tol))


@native("math.isclose")
@trap("math.isclose")
def _isclose(a, b, rel_tol, abs_tol): ...


@native
@trap
def gcd(*integers):
    return _gcd(*[_index(n) for n in integers])


@native("math.gcd")
@trap("math.gcd")
def _gcd(*integers):
    result = 0
    for n in integers:
        n = abs(n)
        while n:
            result, n = n, result % n
    return result


@native
@trap
def lcm(*integers):
    return _lcm(*[_index(n) for n in integers])


@native("math.lcm")
@trap("math.lcm")
def _lcm(*integers):
    result = 1
    for n in integers:
        if n == 0:
            return 0
        result = result // _gcd(result, n) * abs(n)
    return result


@native
@trap
def isqrt(n, /):
    return _isqrt(_index(n))


@native("math.isqrt")
@trap("math.isqrt")
def _isqrt(n):
    # Newton's method from above: the estimates fall until they are the root
    root = 1 << ((n.bit_length() + 1) >> 1)
    while True:
        better = (root + n // root) >> 1
        if better >= root:
            return root
        root = better


@native
@trap
def factorial(n, /):
    return _factorial(_index(n))


@native("math.factorial")
@trap("math.factorial")
def _factorial(n):
    if n > _LARGEST:
        raise OverflowError(f"factorial() argument should not exceed {_LARGEST}")
    return _range_product(2, n)


_LARGEST = 9223372036854775807


def _range_product(first, last):
    """The product of all integers from first to last, by halves of much the same length."""
    if last - first < 16:
        product = 1
        for n in range(first, last + 1):
            product *= n
        return product
    middle = (first + last) >> 1
    return _range_product(first, middle) * _range_product(middle + 1, last)


@native
@trap
def comb(n, k, /):
    return _comb(_index(n), _index(k))


@native("math.comb")
@trap("math.comb")
def _comb(n, k):
    k = min(k, n - k)
    if k > _LARGEST:
        raise OverflowError(f"min(n - k, k) must not exceed {_LARGEST}")
    return _range_product(n - k + 1, n) // _range_product(2, k)


@native
@trap
def perm(n, k=None, /):
    if k is None:
        return _perm(_index(n))
    return _perm(_index(n), _index(k))


@native("math.perm")
@trap("math.perm")
def _perm(n, k=None):
    if k is None:
        return _factorial(n)
    if k > _LARGEST:
        raise OverflowError(f"k must not exceed {_LARGEST}")
    return _range_product(n - k + 1, n)


@native
@trap
def hypot(*coordinates):
    return _hypot(*[_real(x) for x in coordinates])


@trap("math.hypot")
def _hypot(*coordinates): ...


@native
@trap
def dist(p, q, /):
    p, q = tuple(p), tuple(q)
    return _dist([_real(x) for x in p], [_real(x) for x in q])


@trap("math.dist")
def _dist(p, q): ...


@native
@trap
def fsum(seq, /):
    return _fsum([_real(x) for x in seq])


@trap("math.fsum")
def _fsum(items): ...


@native
def prod(iterable, /, *, start=1):
    total = start
    for item in iterable:
        total = total * item
    return total


if _HOST_MINOR >= 12:
    @native
    @trap
    def sumprod(p, q, /):
        return _sumprod(list(p), list(q))

    @trap("math.sumprod")
    def _sumprod(p, q): ...
