from decimal import *
setcontext(Context())

values = [Decimal(t) for t in ("0", "-0.0", "1", "-1", "2.50", "-3.75", "100", "1E+5", "1E-5", "0.5", "1.5", "10110", "Infinity", "-Infinity", "NaN", "sNaN", "123.456", "1E-999999", "9.999999E+999999")]
one = ("sqrt", "exp", "ln", "log10", "logb", "normalize", "next_minus", "next_plus", "logical_invert", "to_integral_value", "to_integral_exact", "to_integral", "number_class", "to_eng_string", "is_normal", "is_subnormal")
two = ("compare", "compare_signal", "compare_total", "compare_total_mag", "max", "max_mag", "min", "min_mag", "next_toward", "remainder_near", "logical_and", "logical_or", "logical_xor", "rotate", "scaleb", "shift", "copy_sign", "same_quantum", "quantize")

def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except (ArithmeticError, TypeError, ValueError) as error:
        return f"{type(error).__name__} {error}"

for context in (Context(), Context(prec=7, rounding=ROUND_CEILING, traps=[]), Context(prec=4, Emax=20, Emin=-20, clamp=1, traps=[])):
    setcontext(context)
    for name in one:
        print(name, [tried(getattr(x, name)) for x in values], [tried(getattr(context, name), x) for x in values[:4]] if hasattr(context, name) else "")
        print(context.flags)
        context.clear_flags()
    for name in two:
        print(name, [tried(getattr(x, name), y) for x in values for y in values[2:5:2] + values[11:14]])
        print(tried(getattr(context, name), values[2], 3), tried(getattr(values[2], name), 3), tried(getattr(values[2], name), "3"), context.flags)
        context.clear_flags()
setcontext(Context())
for rounding in (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
    print(rounding, [str(Decimal(t).quantize(Decimal("0.1"), rounding=rounding)) for t in ("0.05", "0.15", "0.25", "-0.25", "1.01", "1.06", "-1.06", "2.449", "0.001", "-0.001", "5", "0", "-0")],
          [str(Decimal(t).to_integral_value(rounding)) for t in ("0.5", "1.5", "-2.5", "7.9", "1E+3")], [str(Decimal(t).quantize(Decimal("1E+1"), rounding)) for t in ("15", "25", "-14", "1234")])
for args, named in (((Decimal("0.01"), "ROUND_BAD"), {}), ((Decimal("1E-40"),), {}), ((Decimal("NaN"),), {}), ((Decimal("Infinity"),), {}), ((1,), {}), (("0.1",), {}), ((0.1,), {}), ((Decimal(1),), dict(context=Context(prec=1))), ((Decimal(1),), dict(rounding=ROUND_UP, context=None)), ((Decimal(1),), dict(context=5)), ((Decimal(1), 5), {})):
    print(tried(Decimal("12.345").quantize, *args, **named))
print(Decimal("1.5").fma(2, 3), Decimal("1E-20").fma(Decimal("1E-20"), 1), tried(Decimal(1).fma, "x", 1))
print(Decimal(2).sqrt(Context(prec=50)), Decimal(2).ln(context=Context(prec=40)), Decimal("1.23").exp(Context(prec=3)), Decimal(100).log10())
print(tried(Decimal(2).sqrt, 5), tried(Decimal(1).exp, context="x"))
print(Decimal("3.14159").as_integer_ratio(), Decimal("1E+5").as_integer_ratio(), Decimal("-0.75").as_integer_ratio())
print(Decimal("321.5").remainder_near(7), Decimal(-7) % 3, Decimal(-7) // 3, divmod(Decimal("-7.5"), 2), Decimal(7) % -3)
def pi():
    getcontext().prec += 2
    three = Decimal(3)
    lasts, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
    while s != lasts:
        lasts = s
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        t = (t * n) / d
        s += t
    getcontext().prec -= 2
    return +s
print(pi())
getcontext().prec = 200
print(pi(), Decimal(1) / 7)
