for a in (17, -17):
    for b in (5, -5):
        print(a, b, a + b, a - b, a * b, a // b, a % b, a / b, divmod(a, b))
print(7 & 12, 7 | 12, 7 ^ 12, ~7, 1 << 10, -1 >> 3, -9 >> 1)
print(2**10, 2**64, 2**100, (-3) ** 3, 0**0)
print(pow(3, 200, 13), pow(2, -1, 7), pow(-5, 3, 7))
print(abs(-5), int("42"), int("-0x1f", 16), int("1010", 2), int("z", 36), int(" 12_000 "))
print(int(3.99), int(-3.99), int(True), int("077", 8))
print(hex(255), oct(8), bin(10), hex(-255), bin(-3))
print((1234).bit_length(), (255).bit_count(), (-1).bit_length())
print((1024).to_bytes(2, "big"), int.from_bytes(b"\x04\x00", "big"))
print(round(1234, -2), round(15, -1), round(25, -1), round(-15, -1))
print(9223372036854775807 + 1, -9223372036854775808 - 1, 9223372036854775807 * 2)
print(0x7FFFFFFF, 0b1010, 0o17, 1_000_000)
print((5).conjugate(), (5).numerator, (5).denominator)
zero = 0
for bad in (lambda: 1 // zero, lambda: 1 % zero, lambda: 1 / 0, lambda: divmod(1, 0), lambda: zero ** -1, lambda: 1 << -1,
            lambda: int("x"), lambda: int("12", 1), lambda: int(""), lambda: int(5, 2), lambda: int(None), lambda: 1 + "a", lambda: "a" + 1,
            lambda: 1 < "a", lambda: -"a", lambda: [] * 1.5, lambda: 1 & 1.5, lambda: (300).to_bytes(1, "big"), lambda: pow(1, 2, 0)):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
