print(0.1 + 0.2, 1 / 3, 2 / 3, 1e16, 1e15, 123456789.123456789)
print(1e-5, 0.0001, 1e22, 1e21 + 1, -0.0, 0.0 == -0.0)
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, divmod(7.5, -2))
print(2**0.5, 10.0**-3, (-8) ** 2.0, 4**-0.5)
print(float("inf"), float("-inf"), float("nan"), float("  1e3 "), float("1_000.5"))
inf = float("inf")
print(inf - inf, inf * 0, inf > 10**400, -inf < 0, inf == inf)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.5678, -2), round(0.5))
print(round(1.005, 2), round(3.14159, 3), round(10.0), type(round(1.0)), type(round(1.0, 1)))
print(int(1e10), (1.5).as_integer_ratio(), (0.5).hex(), float.fromhex("0x1.8p1"))
print((3.0).is_integer(), 3.7.__int__(), abs(-2.5), max(1, 2.5), min(1.0, 1))
print(1e308 * 10, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308)
print(str(1.0), repr(100.0), str(1e100), 1.5e300 * 1.5)
print(1 == 1.0, 2**53 == float(2**53), 2**53 + 1 == float(2**53), hash(1.0) == hash(1))
print(sum([0.1] * 10) > 0.99, 3 * 1.1, 4.35 * 100, 1.1 + 2.2)
zero = 0.0
for bad in (lambda: 1.0 / zero, lambda: 1.0 // zero, lambda: 1.0 % 0, lambda: zero ** -1, lambda: 10.0 ** 400, lambda: int(inf),
            lambda: int(inf - inf), lambda: float("x"), lambda: divmod(1.0, 0), lambda: 1 / zero, lambda: round(inf), lambda: float([])):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
