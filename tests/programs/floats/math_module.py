import math

print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(16), math.sqrt(2), math.isqrt(99), math.floor(-1.5), math.ceil(1.2), math.trunc(-1.9))
print(math.gcd(12, 18), math.gcd(0, 5), math.lcm(4, 6), math.gcd(12, 18, 8))
print(math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.prod([1, 2, 3, 4]))
print(math.log(math.e), math.log10(1000), math.log2(8), math.log(8, 2), math.exp(0))
print(math.sin(0), math.cos(0), round(math.sin(math.pi / 6), 10), round(math.atan2(1, 1), 10))
print(math.degrees(math.pi), round(math.radians(180), 10), math.hypot(3, 4), math.dist((0, 0), (3, 4)))
print(math.fabs(-3), math.fmod(7, 3), math.copysign(1, -0.0), math.modf(3.25), math.frexp(8.0))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.fsum([0.1] * 10))
print(math.pow(2, 10), math.cbrt(27) if hasattr(math, "cbrt") else 3.0)
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.sqrt("x")):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
