"""Every presentation type of an integer, with every flag."""
values = [0, 1, -1, 42, -255, 65, 123456789, -9876543210, 2**70]
for value in values:
    row = []
    for spec in ("", "d", "b", "o", "x", "X", "n", "#b", "#o", "#x", "#X", "+d", " d", "-d"):
        row.append(format(value, spec))
    print(row)
for spec in (",", "_", "_b", "_x", "#_x", "012,", "+,", ">20,", "^20_", "=+12", "*=+12", "<6", ">6", "^6", "06", "+06", " 06", "x<8x", "#010b", "^#12x"):
    print(spec.ljust(8), [format(value, spec) for value in (0, 7, -7, 1234567, -1234567)])
for spec in ("e", ".3e", "f", ".0f", "g", "%", ".1%", "E", "G", "10.2f", "+.2e", "012.3f"):
    print(spec.ljust(8), [format(value, spec) for value in (0, 7, -7, 1234567)])
print([format(n, "c") for n in (65, 233, 8364, 128512)], format(65, "5c"), format(65, "<3c") + "|")
print([format(flag, spec) for flag in (True, False) for spec in ("", "d", "5", "x", ">6", "05", "+d", ".1f")])


def attempt(value, spec):
    try:
        return format(value, spec)
    except (ValueError, TypeError, OverflowError) as error:
        return f"{type(error).__name__}: {error}"


for spec in (".2d", ",x", ",b", "s", "q", "+c", ",c", "5.1x", "#,c", "=^", "_,", ",,", "1_", "z", "10zz", "{", ".", "#c"):
    print(repr(spec), attempt(5, spec))
print(attempt(-1, "c"), attempt(1114112, "c"), attempt(10**30, "c"))
