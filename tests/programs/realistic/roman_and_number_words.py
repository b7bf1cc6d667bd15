"""Roman numerals, number words, bases, luhn, isbn."""
import re

ROMAN = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
VALID = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


def to_roman(n):
    if not isinstance(n, int) or not 0 < n < 4000:
        raise ValueError(f"out of range: {n!r}")
    out = ""
    for value, letters in ROMAN:
        k, n = divmod(n, value)
        out += letters * k
    return out


def from_roman(text):
    if not text or not VALID.fullmatch(text):
        raise ValueError(f"not a numeral: {text!r}")
    values = [dict((b, a) for a, b in ROMAN if len(b) == 1)[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


assert all(from_roman(to_roman(n)) == n for n in range(1, 4000, 37))
print([to_roman(n) for n in (1994, 2024, 3999, 4, 49)], from_roman("MCMXCIV"))
for bad in (0, 4000, "x"):
    try:
        to_roman(bad)
    except ValueError as e:
        print(e)
try:
    from_roman("IIII")
except ValueError as e:
    print(e)

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def words(n):
    if n < 0:
        return "minus " + words(-n)
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")
    if n < 1000:
        return ONES[n // 100] + " hundred" + (" and " + words(n % 100) if n % 100 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand")):
        if n >= size:
            rest = n % size
            return words(n // size) + " " + name + ((" " if rest >= 100 else " and ") + words(rest) if rest else "")


for n in (0, 13, 21, 100, 342, 1005, -7, 12_345_678, 10**9 + 1):
    print(f"{n:>15,}: {words(n)}")


def luhn(text):
    digits = [int(c) for c in text if c.isdigit()][::-1]
    return sum(digits[::2] + [sum(divmod(2 * d, 10)) for d in digits[1::2]]) % 10 == 0


def to_base(n, b):
    out = ""
    while n:
        n, r = divmod(n, b)
        out = "0123456789abcdefghijklmnopqrstuvwxyz"[r] + out
    return out or "0"


print(luhn("4539 1488 0343 6467"), luhn("8273 1232 7352 0569"), [to_base(255, b) for b in (2, 7, 16, 36)], all(int(to_base(n, 7), 7) == n for n in range(500)))
print(sum((i + 1) * int(d) for i, d in enumerate("047195869")) % 11, oct(8), f"{1234567.891:,.1f}", f"{0.000123:.2e}", f"{255:#010x}", f"{-5:+d}", f"{3:03}")
