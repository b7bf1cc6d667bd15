values = [0, 1, -1, 42, 1234567, -98765, 2**40]
for spec in ("", "d", "5d", "<8d", ">8d", "^8d", "=+8d", "08d", "+d", " d", ",", "_", "x", "X", "#x", "b", "#b", "o", "#o", "e", "f", ".2f", "g", "%", "c" if False else "n", "*>12,d", "#010x", "+,.1f"):
    print(repr(spec), [format(v, spec) for v in values])
floats = [0.0, -0.0, 1.0, -1.5, 3.14159, 1e-7, 123456789.0, 1e21, 2.5, float("inf"), float("-inf"), float("nan")]
for spec in ("", ".0f", ".1f", ".2f", "10.3f", "<10.2f", "^12.2f", "+.2f", "010.2f", "e", ".3e", "E", "g", ".3g", "G", "#.3g", ",", ",.2f", "_.1f", "%", ".1%", "n", "z.1f" if True else "", "=+12.2f", "08.1f", " .3f"):
    print(repr(spec), [format(v, spec) for v in floats])
for spec in ("", "5", "<5", ">5", "^5", "*^7", ".1", "5.1", "s", "10s", "-<4", "05"):
    print(repr(spec), [format(v, spec) for v in ("", "a", "abcdef", "é日")])
print([format(True, s) for s in ("", "d", "5", "x")], [format(c, s) for c in (1 + 2j, -1j) for s in ("", ".1f", "+.2e")], format(97, "c"), format(None, ""))
print([round(x, n) for x in (2.675, 1.005, -0.5, 1234.5678, 1e-9) for n in (0, 1, 2, -2)])
print([repr(x) for x in (0.1, 1 / 3, 1e16, 1e15, 123456789012345678.0, 5e-324, 1.7976931348623157e308, 0.00001, 0.0001, 1e5, 1.0e-10, 2**0.5, 100.0, 1e22, 1e23)])
for bad, spec in ((5, "s"), (5.5, "d"), ("a", "d"), (5, ".2d"), ("a", ","), (5, "q"), (5, "10_000"), ([], "5"), ("a", "=5"), (5.0, "x"), (5, "5.5.5"), (1j, "d"), (5, ",x"), ("a", "+")):
    try:
        print(format(bad, spec))
    except Exception as error:
        print(type(error).__name__, error)
