from decimal import *
from fractions import Fraction
import operator
setcontext(Context())

def tried(function, *args):
    try:
        print(repr(function(*args)), end=" ; ")
    except Exception as error:
        print(type(error).__name__, error, end=" ; ")

d = Decimal("2.5")
for other in (2, -3, True, 0, 2.5, 0.5, 1j, "2", None, Fraction(5, 2), Fraction(1, 3), 10**40, float("nan"), float("inf"), [1]):
    print(other, end=": ")
    for f in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow, divmod):
        if f is operator.pow and other == 10**40:
            continue
        tried(f, d, other)
        if not (isinstance(other, str) and f is operator.mod):
            tried(f, other, d)
    for f in (operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge):
        tried(f, d, other)
        tried(f, other, d)
    print()
numbers = [Decimal(t) for t in ("0", "-0", "1", "1.00", "-1", "10", "1E1", "1E+50", "1E-50", "0.1", "-0.1", "Infinity", "-Infinity", "NaN", "sNaN", "123456789012345678901234567890", "1.23456789012345678901234567890E+29")]
for f in (operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge):
    for x in numbers:
        for y in numbers + [0, 1, 0.1, 1e50, float("inf")]:
            try:
                print(int(f(x, y)), end="")
            except InvalidOperation as error:
                print("!", end="")
    print()
print(sorted([Decimal(3), 1, 2.5, Decimal("-1")]), max(Decimal(1), 2), min(1.5, Decimal("1.4")), sum([Decimal("0.1")] * 10), sum([Decimal("0.1")] * 10) == 1)
print(Decimal("1.1") == 1.1, Decimal("0.5") == 0.5, Decimal(1) == 1, 1 == Decimal(1), Decimal("0.1") < 0.1, Decimal("0.1") == Fraction(1, 10), Fraction(1, 3) < Decimal("0.34"))
getcontext().traps[FloatOperation] = True
tried(Decimal, 0.5)
tried(operator.lt, Decimal(1), 0.5)
tried(operator.eq, Decimal(1), 1.0)
tried(Decimal.from_float, 0.5)
tried(lambda: getcontext().create_decimal(0.5))
print(pow(Decimal(2), 10), pow(Decimal(3), 5, 7), Decimal(2) ** -1, 2 ** Decimal("0.5"), Decimal(10) ** 20, Decimal("1.1") ** 10, Decimal(2) ** Decimal("0.5"))
for args in ((0, 0), (0, -1), (-8, Decimal("0.5")), (Decimal("Infinity"), 0), (-2, 3), (Decimal("1e5"), 1000000), (Decimal("-0"), -3), (2, Decimal("NaN"))):
    tried(lambda: Decimal(args[0]) ** args[1])
print(abs(Decimal("-1.5")), -Decimal("0"), +Decimal("-0"), -Decimal("1.5"), +Decimal("1.23456789012345678901234567890"), abs(Decimal("-0")))
