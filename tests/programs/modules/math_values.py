import math

def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

class F:
    def __float__(self):
        return 0.5
class I:
    def __index__(self):
        return 3
    def __trunc__(self):
        return 7
    def __floor__(self):
        return 8
    def __ceil__(self):
        return 9
values = (0, -0.0, 1, -1, 0.5, 2, 10.5, -2.5, 1e300, 1e-300, float("inf"), float("-inf"), float("nan"), 10**30, 10**400, True, F(), I(), "x", None, 1j)
for name in "acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs factorial floor frexp gamma isfinite isinf isnan isqrt lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp".split():
    print(name, [tried(getattr(math, name), v) for v in values if not (name == "factorial" and v in (10**30, 10**400))])
pairs = ((0, 0), (1, 2), (-1, 0.5), (2.5, -1), (0.0, -0.0), (float("inf"), 1), (1, float("inf")), (float("nan"), 1), (7, 3), (-7, 3), (10**20, 6), (5, 0), (0, 5), (2, 1000), (1e308, 10), ("x", 1), (1, None), (3, F()), (8, 2))
for name in "atan2 comb copysign dist fmod gcd hypot isclose lcm ldexp log nextafter perm pow remainder".split():
    print(name, [tried(getattr(math, name), *p) for p in pairs])
print(math.gcd(), math.gcd(12), math.gcd(12, 18, 27), math.lcm(), math.lcm(4, 6, 10), math.lcm(0, 5), math.hypot(), math.hypot(3, 4, 12), math.dist((1, 2, 3), (4, 6, 3)), tried(math.dist, (1,), (1, 2)), math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), tried(math.fsum, ["x"]), tried(math.fsum, [1e308, 1e308]), math.prod([1, 2, 3.5]), math.prod([], start=7), math.prod(range(1, 25)), tried(math.prod, ["a"]), math.perm(5), math.perm(5, 2), math.comb(50, 25), tried(math.comb, -1, 2), tried(math.perm, 5, -1), math.factorial(25), tried(math.factorial, -1), tried(math.factorial, 2.0), tried(math.isqrt, -1), math.isqrt(10**41), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.1), math.isclose(0, 1e-9, abs_tol=1e-8), tried(math.isclose, 1, 2, rel_tol=-1), math.log(8, 2), math.log(10**500), tried(math.log, 0), tried(math.log, 2, 1), math.nextafter(1, 2), math.ulp(1.0), math.pi, math.e, math.tau, math.inf, math.nan)
print(math.floor(-0.5), math.ceil(-0.5), math.trunc(-3.7), math.floor(1e20), math.log2(2**1000), math.log10(1000), math.ldexp(1, -1074), math.frexp(-3.5), math.modf(-2.75), tried(math.ldexp, 1, 10000), math.copysign(1, -0.0), math.remainder(5, 3), math.fmod(-5, 3), math.degrees(math.pi), math.radians(180), math.exp2(0.5), math.cbrt(27))
print([tried(math.gcd, *a) for a in ((1.5,), ("x", 1), (True, 2), (-4, 6), (10**50, 10**30))], [tried(math.sqrt, *a) for a in ((4,), (-4,))], [name for name in dir(math) if not name.startswith("_")])
