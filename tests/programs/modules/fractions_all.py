from fractions import Fraction as F
from decimal import Decimal
import operator, math, fractions

def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

for args in [(), (0,), (5,), (-7,), (6, 4), (6, -4), (-6, -4), (0, 5), (1, 0), (0, 0), (2.5,), (0.1,), (-0.0,), (float("nan"),), (float("inf"),), (Decimal("1.1"),), (Decimal("NaN"),), (F(1, 2),), (F(1, 2), F(3, 4)), (F(1, 2), 3), (2, F(1, 3)), (True, 2),
             (1.5, 2), (1, 2.5), ("1/2",), ("-3/4",), (" 5 ",), ("1.25",), ("-.5",), ("5.",), ("1e3",), ("1.5e-3",), ("1_000/3",), ("+7/8",), ("1/0",), ("x",), ("",), ("1/",), ("/2",), ("1 /2",), ("1/ 2",), ("1/-2",), ("1e",), (".",), ("1__0",), ("_1",), ("1.5/2",), ("nan",), ("inf",),
             ("1", 2), (None,), (1j,), ([1],), (1, None), (10**30, 10**20), ("0.1e-2",), ("1.2_3",), ("1._3",), ("\u0661/\u0662",), ("1e+5",), ("1E-2",)]:
    print(args, tried(F, *args))
print(tried(F, numerator=3, denominator=6), tried(F, 1, 2, 3))
a, b = F(3, 4), F(-2, 5)
for x, y in [(a, b), (b, a), (a, 2), (2, a), (a, 0), (0, a), (a, 0.5), (0.5, a), (a, 1j), (1j, a), (a, "x"), ("x", a), (a, None), (a, F(0)), (b, 3), (-3, b), (F(4), F(2)), (F(-7, 2), F(1, 3)), (a, True), (a, Decimal(1)), (F(0), -1), (F(5), -2), (b, -3), (4, F(1, 2)), (F(9, 4), F(1, 2)), (F(-8), F(1, 3)), (-2, F(3)), (2, F(-3)), (0, F(-1)), (2.0, F(1, 2)), (F(2), 0.5)]:
    print(x, y, [tried(f, x, y) for f in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow, divmod, operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge) if not (isinstance(x, str) and f is operator.mod)])
for x in (a, b, F(0), F(5), F(-5), F(7, 2), F(5, 2), F(-5, 2), F(10**30, 7), F(1, 3)):
    print(x, repr(x), str(x), +x, -x, abs(x), int(x), float(x), bool(x), hash(x), round(x), round(x, 1), round(x, -1), round(x, 0), math.floor(x), math.ceil(x), math.trunc(x), x.numerator, x.denominator, x.as_integer_ratio(), x.real, x.imag, x.conjugate(), complex(x))
print(hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), hash(F(-1, 3)), hash(F(1, 2**61 - 1)), {F(1, 2): 1}[0.5], F(1, 2) in {0.5}, F(1, 2) == Decimal("0.5"))
print(F(math.pi).limit_denominator(1000), F(math.pi).limit_denominator(10), F("3.1415926535897932").limit_denominator(), F(1, 3).limit_denominator(2), F(-22, 7).limit_denominator(3), F(5).limit_denominator(1), tried(F(1, 3).limit_denominator, 0))
print(tried(F.from_float, 0.25), tried(F.from_float, 3), tried(F.from_float, "x"), tried(F.from_float, float("nan")), tried(F.from_decimal, Decimal("0.25")), tried(F.from_decimal, 2), tried(F.from_decimal, 0.5), tried(F.from_decimal, Decimal("Infinity")))
print(sum([F(1, k) for k in range(1, 20)]), max(F(1, 2), 0.4), sorted([F(1, 2), 0.3, 2, F(-1)]), math.prod([F(1, 2)] * 5), sum([F(1, 3)] * 3) == 1)
print(F(1, 3) < float("inf"), F(1, 3) > float("nan"), F(1, 3) == float("nan"), F(1, 3) == 1j, F(2) == 2 + 0j, F(1, 2) == 0.5 + 0j, F(0) == -0.0, 0.5 == F(1, 2))
class Mine(F):
    def __str__(self):
        return "mine " + super().__str__()
m = Mine(1, 2)
print(m, repr(m), type(m + 1), m + m, m == F(1, 2), type(Mine("1/3")), type(F(m)), f"{m}")
m.note = 5
import copy
print(copy.copy(m).numerator, type(copy.deepcopy(m)), copy.copy(a) is a)
try:
    a.numerator = 5
except AttributeError as error:
    print(error)
x = F(1)
for k in range(60):
    x = x / 3 + F(1, k + 1)
print(x, isinstance(x, fractions.Fraction), fractions.__all__)
