import cmath, math
def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

values = (0, 1, -1, 2.5, 1j, -1j, 1 + 2j, -3.5 - 0.5j, complex(0.0, -0.0), complex(-0.0, 0.0), float("inf"), complex("nan+1j"), complex("-inf-infj"), True, 10**30, 1e300 + 1e300j, 1e-300j, "x", None, [1])
for name in "acos acosh asin asinh atan atanh cos cosh exp log10 sin sinh sqrt tan tanh phase polar isfinite isinf isnan log".split():
    print(name, [tried(getattr(cmath, name), v) for v in values])
for args in [(1, 2), (1j, 10), (8, 2), (0, 2), (2, 1), (2, 0), ("x", 2), (2, "x"), (-1, 1j)]:
    print(args, tried(cmath.log, *args), tried(cmath.rect, *args), tried(cmath.isclose, *args))
print(cmath.rect(1, math.pi / 2), tried(cmath.rect, 1j, 0), tried(cmath.rect, float("inf"), 1), tried(cmath.rect, float("inf"), float("nan")), cmath.isclose(1, 1 + 1e-12j), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.isclose(1, 1.1, abs_tol=0.05), tried(cmath.isclose, 1, 1, rel_tol=-1), tried(cmath.isclose, 1, "x"), tried(cmath.exp, 1e10))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.infj, cmath.nan, cmath.nanj, cmath.polar(3 + 4j), cmath.phase(-1.0))
class Complex:
    def __complex__(self):
        return 3 + 4j
class Float:
    def __float__(self):
        return 4.0
class Index:
    def __index__(self):
        return 9
class Sub(complex):
    pass
print(cmath.sqrt(Complex()), cmath.sqrt(Float()), cmath.sqrt(Index()), cmath.sqrt(Sub(4)), cmath.rect(Float(), Index()) if False else "")
