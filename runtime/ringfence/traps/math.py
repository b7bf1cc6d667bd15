"""The modules ``math`` and ``cmath`` of the host, for what kernels leave: errors, rare functions.

Plain numbers and lists of them only. Functions of ints check how long the work is; beyond that
they decline, and the modules' own Python goes on in metered steps.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Callable
from typing import Any

from ringfence.traps import TrapContext, TrapDeclined, trap

ISQRT_BITS = 1 << 17
DIVISOR_BITS = 1 << 16  # gcd and lcm are quadratic: some 10 ms
FACTORIAL_MOST = 12_000  # some 5 ms
PRODUCT_BITS = 1 << 17

# of floats, all of them done in constant time
PLAIN = (
    "acos acosh asin asinh atan atan2 atanh cbrt ceil copysign cos cosh degrees erf erfc exp exp2 "
    "expm1 fabs floor fma fmax fmin fmod frexp gamma hypot isclose isfinite isinf isnan isnormal "
    "issubnormal ldexp lgamma log log10 log1p log2 modf nextafter pow radians remainder signbit "
    "sin sinh sqrt tan tanh trunc ulp"
).split()
COMPLEX = (
    "acos acosh asin asinh atan atanh cos cosh exp isclose isfinite isinf isnan log log10 phase "
    "polar rect sin sinh sqrt tan tanh"
).split()


def _numbers(values: Any) -> None:
    for kind in set(map(type, values)):
        if kind is not type(None) and not issubclass(kind, int | float | complex):
            raise TrapDeclined


def _register(module: Any, name: str) -> None:
    function: Callable[..., Any] = getattr(module, name)
    tolerances = name == "isclose"

    @trap(f"{module.__name__}.{name}")
    def run(context: TrapContext, *values: Any) -> Any:
        _numbers(values)
        context.check_size(64 * len(values))
        if tolerances and len(values) > 2:
            named = dict(zip(("rel_tol", "abs_tol"), values[2:], strict=False))
            return function(*values[:2], **named)
        if name == "nextafter" and len(values) > 2:
            return _many_steps(values)
        return function(*values)


def _many_steps(values: tuple[Any, ...]) -> Any:
    steps = values[2]
    if steps is None:
        return math.nextafter(*values[:2])
    return math.nextafter(*values[:2], steps=steps)  # type: ignore[call-arg]


for _name in PLAIN:
    if hasattr(math, _name):
        _register(math, _name)
for _name in COMPLEX:
    _register(cmath, _name)


# ---------------------------------------------------------------- sequences of numbers
def _sequence(context: TrapContext, values: Any) -> Any:
    if not isinstance(values, list | tuple):
        raise TrapDeclined
    _numbers(values)
    context.charge(len(values) * 4)
    return values


@trap("math.fsum")
def fsum(context: TrapContext, values: Any) -> float:
    """Exact sum of floats."""
    return math.fsum(_sequence(context, values))


@trap("math.dist")
def dist(context: TrapContext, p: Any, q: Any) -> float:
    """Distance of two points."""
    return math.dist(_sequence(context, p), _sequence(context, q))


@trap("math.sumprod")
def sumprod(context: TrapContext, p: Any, q: Any) -> Any:
    """Sum of products, where the host has it."""
    _sequence(context, p), _sequence(context, q)
    if not hasattr(math, "sumprod") or _bits(p) + _bits(q) > PRODUCT_BITS:
        raise TrapDeclined
    return math.sumprod(p, q)


def _bits(values: Any) -> int:
    return sum(value.bit_length() for value in values if isinstance(value, int))


@trap("math.prod")
def prod(context: TrapContext, values: Any, start: Any = 1) -> Any:
    """Product of numbers whose ints stay short."""
    _sequence(context, values)
    _numbers((start,))
    if _bits(values) > PRODUCT_BITS or _bits((start,)) > PRODUCT_BITS:
        raise TrapDeclined
    return math.prod(values, start=start)


# ---------------------------------------------------------------- functions of ints
def _ints(values: tuple[Any, ...]) -> None:
    for value in values:
        if not isinstance(value, int):
            raise TrapDeclined


@trap("math.gcd")
def gcd(context: TrapContext, *values: Any) -> int:
    """Greatest common divisor of ints that are not too long."""
    _ints(values)
    bits = _bits(values)
    if bits > DIVISOR_BITS:
        raise TrapDeclined
    context.charge(bits * bits >> 11)
    return math.gcd(*values)


@trap("math.lcm")
def lcm(context: TrapContext, *values: Any) -> int:
    """Least common multiple of ints that are not too long."""
    _ints(values)
    bits = _bits(values)
    if bits > DIVISOR_BITS:
        raise TrapDeclined
    context.charge(bits * bits >> 11)
    return math.lcm(*values)


@trap("math.isqrt")
def isqrt(context: TrapContext, number: Any) -> int:
    """Integer square root of an int that is not too long."""
    _ints((number,))
    bits = number.bit_length()
    if bits > ISQRT_BITS:
        raise TrapDeclined
    context.charge(bits * bits >> 13)
    return math.isqrt(number)


@trap("math.factorial")
def factorial(context: TrapContext, number: Any) -> int:
    """Factorial, unless it is long."""
    _ints((number,))
    if number > FACTORIAL_MOST:
        raise TrapDeclined
    context.charge(max(number, 0) * 100)
    return math.factorial(number)


def _selection_work(n: int, k: int) -> int:
    """Bits of the product of k numbers up to n."""
    return n.bit_length() * k


@trap("math.comb")
def comb(context: TrapContext, n: Any, k: Any) -> int:
    """Ways to choose, unless the number is long."""
    _ints((n, k))
    if 0 <= k <= n and _selection_work(n, min(k, n - k)) > PRODUCT_BITS:
        raise TrapDeclined
    context.charge(max(0, min(k, n - k)) * 60)
    return math.comb(n, k)


@trap("math.perm")
def perm(context: TrapContext, n: Any, k: Any = None) -> int:
    """Ways to arrange, unless the number is long."""
    _ints((n,) if k is None else (n, k))
    taken = n if k is None else k
    if 0 <= taken <= n and _selection_work(n, taken) > PRODUCT_BITS:
        raise TrapDeclined
    context.charge(max(0, min(taken, n)) * 60)
    return math.perm(n, k)
