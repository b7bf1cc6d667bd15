"""Presentation of floats: precision, exponents, signs, infinities and separators."""
values = [0.0, -0.0, 1.0, -1.5, 0.1, 3.14159265358979, 1e-5, 123456.789, 1e16, 1e22, 1.7976931348623157e308, 5e-324]
for value in values:
    print([format(value, spec) for spec in ("", "e", "f", "g", ".0f", ".1f", ".3g", ".0e", ".10g", "n")])
for value in (float("inf"), float("-inf"), float("nan")):
    print([format(value, spec) for spec in ("", "f", "F", "e", "E", "g", "G", "%", "010.2f", "+f", "<8", ",.2f", "08")])
for spec in ("#.0f", "#g", "#.3g", "+.2f", " .2f", "010.3f", "=+10.2f", "*^14.2e", ",.2f", "_.3f", ",", "020,.2f", "+,.1f", ".2%", "#.0%", "z.1f", "<12.4f", ".0", ".3"):
    print(spec.ljust(8), [format(value, spec) for value in (0.0, -0.04, 1234567.891, -99.995, 2.5)])
for places in range(0, 20, 3):
    print(f"{2 / 3:.{places}f} {1e10 / 3:.{places}e} {1e-7 / 3:.{places}g}")
print([f"{x:.0f}" for x in (0.5, 1.5, 2.5, 3.5, -0.5, 1e15 + 0.5)], [f"{x:.2f}" for x in (1.005, 2.675, 0.125, 0.375)])
print([repr(x) for x in (1e15, 1e16, 123456789012345678.0, 0.0001, 0.00001, 1 / 3, 2**53 + 1.0, 1e100)])
print([str(x) for x in (1e5, 1e-4, 100.0, 1.10, -0.0)], [round(x, 2) for x in (2.675, -1.005, 1e300)])


def attempt(spec):
    try:
        return format(1.5, spec)
    except ValueError as error:
        return str(error)


print([attempt(spec) for spec in ("d", "x", "c", "s", "b", ",e", "_g", ",%", "1.2.3f", ".f", "=", "0", ",n")])
print(format(1e400 - 1e400, "5"), format(12345.678, "n"), f"{1_000_000.5:n}")
