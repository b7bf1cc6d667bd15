from decimal import *
import decimal

def tried(function, *args, **named):
    try:
        print(repr(function(*args, **named)))
    except Exception as error:
        print(type(error).__name__, error)

setcontext(DefaultContext)
c = getcontext()
print(c, c.prec, c.rounding, c.Emin, c.Emax, c.capitals, c.clamp, c.Etiny(), c.Etop(), c.radix())
print(c.flags, c.traps, len(c.flags), list(c.traps)[:2], c.flags[Inexact], Inexact in c.flags, c.traps == Context().traps, c.flags == c.traps)
print(DefaultContext, BasicContext, ExtendedContext, sep="\n")
print(MAX_PREC, MAX_EMAX, MIN_EMIN, MIN_ETINY, HAVE_THREADS, HAVE_CONTEXTVAR, ROUND_05UP)
Decimal(1) / 3
print(c.flags[Inexact], c.flags[Rounded], c)
c.clear_flags()
print(c.flags)
for name, value in (("prec", 5), ("prec", 0), ("prec", -1), ("prec", 10**18), ("prec", "5"), ("prec", 5.0), ("rounding", ROUND_UP), ("rounding", "x"), ("rounding", 5), ("Emin", -5), ("Emin", 5), ("Emax", 5), ("Emax", -5), ("capitals", 0), ("capitals", 2), ("clamp", 1), ("clamp", 2), ("foo", 1), ("flags", 5), ("traps", {}), ("flags", [Inexact]), ("traps", [Rounded, DivisionByZero])):
    try:
        setattr(c, name, value)
        print(name, getattr(c, name), c)
    except Exception as error:
        print(name, value, type(error).__name__, error)
try:
    del c.prec
except AttributeError as error:
    print(error)
setcontext(Context())
for named in (dict(prec=3), dict(prec=0), dict(rounding="x"), dict(traps=[Overflow]), dict(traps=[5]), dict(flags=[Inexact]), dict(Emin=-3, Emax=3), dict(traps=5), dict(capitals=0)):
    tried(Context, **named)
with localcontext() as inner:
    inner.prec = 5
    print(Decimal(1) / 3, getcontext() is inner)
    with localcontext(Context(prec=2)):
        print(Decimal(1) / 3)
    print(Decimal(1) / 3)
print(Decimal(1) / 3)
with localcontext(prec=3, rounding=ROUND_UP) as inner:
    print(Decimal(1) / 3, inner)
tried(localcontext, 5)
tried(localcontext, foo=5)
tried(localcontext, prec=0)
tried(setcontext, 5)
e = Context(prec=4, rounding=ROUND_HALF_UP)
print(e.add(Decimal("1.23456"), 1), e.subtract(5, Decimal("0.00001")), e.multiply(3, 7), e.divide(1, 3), e.divide_int(7, 2), e.remainder(7, 4), e.divmod(7, 2), e.power(2, 10), e.power(3, 4, 5), e.power(a=2, b=3), e.sqrt(2), e.exp(1), e.ln(10), e.log10(7), e.abs(-5), e.minus(5), e.plus(Decimal("1.23456")), e.fma(2, 3, 4), e.quantize(Decimal("1.2345"), Decimal("0.1")), e.compare(1, 2), e.max(1, 2), e.min(1, 2), e.normalize(Decimal("1.500")))
print(e.create_decimal("3.14159265"), e.create_decimal(12345678), e.create_decimal_from_float(3.14159), e.create_decimal(), e.copy_abs(-3), e.copy_negate(3), e.copy_sign(3, -1), e.copy_decimal(5), e.is_nan(5), e.is_zero(0), e.is_finite(1), e.is_infinite(1), e.is_signed(-1), e.is_normal(1), e.is_subnormal(1), e.is_qnan(1), e.is_snan(1), e.number_class(-3), e.same_quantum(1, 2), e.to_sci_string(Decimal("1E5")), e.to_eng_string(Decimal("1E5")), e.to_integral(Decimal("2.5")), e.to_integral_exact(Decimal("2.5")), e.to_integral_value(Decimal("3.5")), e.scaleb(5, 2), e.shift(123, 1), e.rotate(1234, 1), e.next_plus(1), e.next_minus(1), e.next_toward(1, 2), e.logb(500), e.canonical(Decimal(1)), e.is_canonical(Decimal(1)), e.radix())
print(e)
for f in (lambda: e.add("1", 2), lambda: e.add(1.5, 2), lambda: e.sqrt(-1), lambda: e.divide(1, 0), lambda: e.create_decimal("x"), lambda: e.canonical(5), lambda: e.power(1, None), lambda: e.ln(0), lambda: e.ln(-1), lambda: e.divide(0, 0), lambda: e.create_decimal(None), lambda: e.exp(None)):
    tried(f)
quiet = Context(prec=9, traps=[])
print(quiet.divide(1, 0), quiet.divide(0, 0), quiet.sqrt(-1), quiet.create_decimal("x"), quiet.divide(-1, 0), quiet.ln(0), quiet.flags)
f = e.copy()
print(f, f.flags == e.flags, f is e)
import copy
print(copy.copy(e).prec, repr(copy.copy(e)) == repr(e))
g = Context(prec=3, Emax=5, Emin=-5, traps=[Subnormal, Underflow, Overflow, Clamped])
for x, y in ((Decimal("9.99E+5"), Decimal("1E+3")), (Decimal("1E-5"), Decimal("1.11E-1")), (Decimal("1E-3"), Decimal("1E-3")), (Decimal("1E-9"), Decimal("1E-9"))):
    tried(g.multiply, x, y)
g.clear_traps()
for x, y in ((Decimal("9.99E+5"), Decimal("1E+3")), (Decimal("1E-5"), Decimal("1.11E-1")), (Decimal("1E-3"), Decimal("1E-3")), (Decimal("1E-9"), Decimal("1E-9"))):
    print(g.multiply(x, y), g)
    g.clear_flags()
for rounding in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR):
    g.rounding = rounding
    print(g.multiply(Decimal("9.99E+5"), -1000), g.multiply(Decimal("9.99E+5"), 1000), g.plus(Decimal("1E-20")), g.plus(Decimal("-1E-20")))
lower = Context(capitals=0)
setcontext(lower)
print(Decimal("1E+50"), repr(Decimal("1E+50")), f"{Decimal('1E+50')}", Decimal("1E+50").to_eng_string())
setcontext(Context())
try:
    getcontext().flags[5] = True
except KeyError as error:
    print(repr(error))
try:
    del getcontext().flags[Inexact]
except ValueError as error:
    print(error)
for kind in (DecimalException, Clamped, InvalidOperation, DivisionByZero, Inexact, Rounded, Subnormal, Overflow, Underflow, FloatOperation, decimal.ConversionSyntax, decimal.DivisionImpossible, decimal.DivisionUndefined, decimal.InvalidContext):
    print(kind, [base.__name__ for base in kind.__mro__])
try:
    Decimal(1) / 0
except ZeroDivisionError as error:
    print(repr(error), error.args)
try:
    Decimal(10**30) // Decimal("1E-10")
except InvalidOperation as error:
    print(repr(error), error.args)
