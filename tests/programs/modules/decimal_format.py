from decimal import *
setcontext(Context())

def tried(value, spec):
    try:
        return format(value, spec)
    except Exception as error:
        return f"{type(error).__name__} {error}"

values = [Decimal(t) for t in ("0", "-0", "1", "-1.5", "1234567.891", "0.000012345", "1E+10", "1E-10", "-12345678901234567890.123", "99.995", "0.5", "NaN", "-Infinity", "sNaN3", "0E+3", "0.00")]
for spec in ("", "f", ".0f", ".2f", ".10f", "e", ".3e", "E", "g", ".3g", "G", "%", ".1%", ",", ",.2f", "_", "_.2f", "10", "<10", ">15.2f", "^20", "010.2f", "+", "-", " ", "+.2f", " .1f", "*^15.1f", "=+12", "0=12", "z.0f", "#.0f", "n", "d", "s", "x", ".f", "10.3", ".5", "é>10", "<<<", "1000", ",d", ".2F", "+,.3e"):
    print(repr(spec), [tried(v, spec) for v in values])
print(f"{Decimal('12.345'):.2f}", "{:>10.1f}|{:,}".format(Decimal("2.25"), Decimal(1234567)), "%s %.2f %d %r" % (Decimal("1.5"), Decimal("2.675"), Decimal("7.9"), Decimal("1")))
with localcontext() as c:
    for c.rounding in (ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR):
        print(c.rounding, f"{Decimal('2.345'):.2f}", f"{Decimal('-2.345'):.2f}", f"{Decimal('2.5'):.0f}", f"{Decimal('0.001'):.1f}")
    c.prec = 3
    print(f"{Decimal('123456.789')}", f"{Decimal('123456.789'):.2f}", f"{Decimal('123456.789'):e}")
print(tried(Decimal(1), 5))
total = Decimal("0")
for price in ("19.99", "5.01", "0.333"):
    total += Decimal(price)
    print(f"{price:>8} {total:>10.2f}")
