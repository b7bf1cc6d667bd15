from decimal import *
import decimal
setcontext(Context())

def tried(function, *args, **named):
    try:
        print(repr(function(*args, **named)), end=" ; ")
    except Exception as error:
        print(type(error).__name__, error, end=" ; ")

for text in ("0", "-0", "1", "-1", "+5", "1.0", "1.10", ".5", "5.", "-.5", "1e5", "1E+5", "1e-5", "1.5E10", "00012", "0.000", "-0.00", "1_000", "1_0.0_1", " 12 ", "\n3\t", "NaN", "nan", "-NaN", "sNaN", "nan123", "Infinity", "inf", "-INF", "-Infinity",
             "", " ", "x", "1.2.3", "1e", "e5", "--1", "+-1", "1 2", ".", "1e5.5", "١٢", "１２.５", "0x10", "1__0", "_1", "1_", "1e1000000", "1e-1000000", "1" * 50, "0." + "3" * 40, "1e999999999999999999", "1e1000000000000000000", "infinit", "nanx", "snan0", "nan007"):
    print(repr(text[:30]), end=": ")
    tried(Decimal, text)
    tried(lambda: str(Decimal(text)))
    print()
for value in (0, 1, -1, 10**30, -10**30, True, 0.1, -0.0, 1.5, 1e300, 5e-324, float("inf"), float("-inf"), float("nan"), (0, (1, 2, 3), -2), (1, (), 0), (0, (0, 0, 1), 5), (1, (4, 5), "F"), (0, (), "n"), (1, (1, 2), "N"), [0, [1, 2], 3],
              Decimal("1.5"), None, 1j, b"1", {}, (), (0, 1), (2, (1,), 0), (0, (10,), 0), (0, (1,), "x"), (0, "1", 0), (0, (1,), 1.5), ("0", (1,), 0), (0, (-1,), 0)):
    print(value, end=": ")
    tried(Decimal, value)
    tried(Decimal.from_float, value)
    print()
print(Decimal(), Decimal(value="3"), Decimal("1.123456789012345678901234567890123456789"))
tried(Decimal, 1, 2)
tried(Decimal, "1", 5)
print()
for text in ("0", "-0", "1", "12.5", "-3.50", "1E+3", "1E-7", "0E+3", "0E-9", "0.000001", "0.0000001", "123456789E-20", "1.5E+10", "-1E+400", "NaN", "-sNaN12", "Infinity", "-Infinity"):
    d = Decimal(text)
    print(d, repr(d), d.as_tuple(), d.adjusted(), d.to_eng_string(), bool(d), d.is_zero(), d.is_signed(), d.is_finite(), d.is_infinite(), d.is_nan(), d.is_qnan(), d.is_snan(), d.is_normal(), d.is_subnormal(), d.number_class(), d.canonical(), d.is_canonical(), d.copy_abs(), d.copy_negate(), d.radix(), d.conjugate(), d.real, d.imag)
    for f in (int, float, hash, complex, round, abs, Decimal.as_integer_ratio, lambda x: -x, lambda x: +x, lambda x: round(x, 1), lambda x: round(x, -1), lambda x: x.normalize(), lambda x: x.__floor__(), lambda x: x.__ceil__(), lambda x: x.__trunc__()):
        if not (f is hash and d.is_qnan()) and abs(d.adjusted()) < 300:
            tried(f, d)
    print()
print(hash(Decimal(5)) == hash(5), hash(Decimal("0.5")) == hash(0.5), hash(Decimal("1e50")) == hash(10**50), hash(Decimal("-1")) == hash(-1), hash(Decimal("0.1")), hash(Decimal("1e-500")), hash(Decimal("1e5000")), {Decimal("1.0"): 1}[1], len({Decimal(1), 1, 1.0, Decimal("1.00")}))
tried(round, Decimal("2.5"), 1.5)
print(type(Decimal(1)), isinstance(Decimal(1), decimal.Decimal), Decimal.__module__, Decimal.__name__)
class Money(Decimal):
    def __str__(self):
        return f"${Decimal.__str__(self)}"
m = Money("1.50")
m.unit = "x"
print(m, repr(m), type(m + 1), m + 1, m == Decimal("1.5"), Money.from_float(0.5), type(Money.from_float(0.5)), m.unit, type(Money(m)), type(Decimal(m)), f"{m}", f"{m:.1f}")
import copy
print(copy.copy(m), copy.deepcopy(Decimal("1.1")), copy.copy(Decimal(1)) == 1)
try:
    Decimal(1).foo = 1
except AttributeError as error:
    print(error)
