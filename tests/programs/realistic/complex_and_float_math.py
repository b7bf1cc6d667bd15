"""Floats: series, quadratic roots, statistics, rounding, fft."""
import cmath
import math
import statistics as st


def quadratic(a, b, c):
    d = b * b - 4 * a * c
    if d >= 0:
        return (-b + math.sqrt(d)) / (2 * a), (-b - math.sqrt(d)) / (2 * a)
    s = cmath.sqrt(d)
    return (-b + s) / (2 * a), (-b - s) / (2 * a)


def fft(x):
    n = len(x)
    if n == 1:
        return x
    even, odd = fft(x[::2]), fft(x[1::2])
    t = [cmath.exp(-2j * cmath.pi * k / n) * odd[k] for k in range(n // 2)]
    return [e + v for e, v in zip(even, t)] + [e - v for e, v in zip(even, t)]


def newton(f, x, steps=30, h=1e-7):
    for _ in range(steps):
        slope = (f(x + h) - f(x - h)) / (2 * h)
        x, old = x - f(x) / slope, x
        if abs(x - old) < 1e-12:
            break
    return x


print(quadratic(1, -3, 2), quadratic(1, 2, 5))
print([f"{abs(v):.6f}" for v in fft([1, 1, 1, 1, 0, 0, 0, 0])])
print(f"{newton(lambda x: math.cos(x) - x, 1.0):.10f}", sum(1 / math.factorial(k) for k in range(20)))
data = [2.5, 3.25, 5.5, 11.25, 11.75, 3.25]
print(st.mean(data), st.median(data), st.mode(data), round(st.stdev(data), 10), st.quantiles(data, n=4), round(st.variance(data), 10))
print(round(2.5), round(3.5), round(-2.675, 2), round(1234, -2), 7 // -2, 7 % -2, -7 // 2, divmod(-7.5, 2), math.fmod(-7.5, 2))
print(0.1 + 0.2, 1e16, 1e-5, 1e22, 123456789.123, float("inf"), -float("nan"), 1 / 3, 2**0.5, 1e100, 5e-324, 100.0)
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.fsum([0.1] * 10), sum([0.1] * 10), math.log(8, 2), math.log2(1 << 70))
print((3 + 4j) * (1 - 2j), abs(3 + 4j), (1 + 2j).conjugate(), cmath.polar(1j), complex("1-2j"), (2 + 3j) ** 2, 1j**2)
print((0.75).as_integer_ratio(), (0.1).hex(), float.fromhex("0x1.8p3"), (5.0).is_integer(), math.copysign(1, -0.0), math.nextafter(1, 2))
for bad in (lambda: math.sqrt(-1), lambda: 1.0 / 0, lambda: math.log(0), lambda: math.exp(1000), lambda: int(float("nan")), lambda: 10.0**400, lambda: st.mean([])):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
