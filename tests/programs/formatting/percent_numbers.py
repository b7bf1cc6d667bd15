"""The % operator on numbers: flags, width, precision, every conversion."""
for spec in ("%d", "%i", "%u", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%8.3d", "%x", "%X", "%#x", "%#X", "%o", "%#o", "%08x", "%+x", "%#010x", "%-#10x|"):
    print(spec.ljust(8), [spec % n for n in (0, 5, -5, 255, -4096, 10**20)])
for spec in ("%f", "%.2f", "%10.2f", "%-10.2f|", "%+.1f", "% .1f", "%010.3f", "%e", "%.2e", "%E", "%g", "%.3g", "%G", "%#.0f", "%#g", "%.0f", "%F"):
    print(spec.ljust(9), [spec % x for x in (0.0, 1.5, -2.25, 1234567.891, 1e-10, 1e25, float("inf"), float("nan"))])
print("%c%c%c" % ("a", 98, 8364), "%5c|%-5c|" % ("x", "y"), "%%|%d%%" % 50)
print("%*d|%-*d|%.*f|%*.*f" % (6, 1, 6, 2, 2, 3.14159, 8, 1, 2.55), "%ld %hd %Lf" % (1, 2, 3.0))
print("%d" % 3.99, "%d" % -3.99, "%i" % True, "%f" % 3, "%x" % True, "%s" % 1.0, "%d" % 1e20)


class Number:
    def __int__(self):
        return 7

    def __index__(self):
        return 9

    def __float__(self):
        return 2.5


print("%d %x %f %e" % (Number(), Number(), Number(), Number()))


def attempt(template, values):
    try:
        return template % values
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for template, values in (("%d", "x"), ("%d", None), ("%x", 1.5), ("%c", "ab"), ("%c", -1), ("%c", 1.5), ("%f", "1"), ("%d %d", 1), ("%d %d", (1,)), ("%d", (1, 2)), ("%", 1), ("%y", 1), ("%5", 1), ("abc", 1), ("abc", ()), ("abc", {}), ("abc", [1]), ("%*d", ("a", 1)), ("%.*f", (1.5, 2)), ("%d", [1]), ("%z", ()), ("%5%", 50), ("%5%", ()), ("%-%d", 3), ("%%%", 1), ("%d", 1j), ("%o", "7"), ("%(a)d", 1), ("%(a)d", {"b": 1}), ("%(a", {"a": 1})):
    print(repr(template), values, "->", attempt(template, values))
