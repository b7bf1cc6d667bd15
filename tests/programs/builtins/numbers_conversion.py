for s in ("5", " 5 ", "-5", "+5", "0x10", "1_000", "5.0", "", " ", "a", "１２", "1__0", "_1", "0b1", "1e3", "--5", "5\n", "\x00", "٣"):
    try: print(repr(s), int(s))
    except ValueError as e: print(e)
for s, b in (("ff", 16), ("0xff", 16), ("0xff", 0), ("0o7", 0), ("0b11", 0), ("10", 2), ("z", 36), ("12", 2), ("10", 1), ("10", 37), ("010", 0), ("0", 0), ("-0x1f", 16), ("1_0", 10)):
    try: print(s, b, int(s, b))
    except ValueError as e: print(e)
for v in (5.7, -5.7, True, 1e20, float("inf"), float("nan"), None, [], 1j, b"12", bytearray(b"3"), b"x", "9" * 30):
    try: print(repr(v), int(v))
    except (TypeError, ValueError, OverflowError) as e: print(type(e).__name__, e)
for s in ("1.5", " 1e5 ", "-inf", "Infinity", "nan", "+NaN", "1_0.5", "", "1.5.5", "0x1p3", "abc", ".5", "5.", "1e", "1e400", "-1e-400", "١.٥", "infinit"):
    try: print(repr(s), float(s))
    except ValueError as e: print(e)
for v in (5, True, 10**400, None, [], 1j, b"1.5", "1\x002"):
    try: print(repr(v)[:10], float(v))
    except (TypeError, ValueError, OverflowError) as e: print(type(e).__name__, e)
for a in (("1+2j",), ("-j",), ("1e2-3.5J",), (" 1j ",), ("(1+2j)",), ("1 + 2j",), ("",), ("x",), (1, 2), (1.5, -2), (1j, 1j), ("1", 2), (1, "2"), (None,), (True,), ("nan+infj",), ("+1",)):
    try: print(a, complex(*a))
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(int(), float(), complex(), str(), bool(), bytes(), list(), tuple(), dict(), set(), frozenset(), bytearray())
for f in (lambda: int("5", base=10), lambda: int(5, 10), lambda: int(x=5), lambda: int("5", "10"), lambda: float(1, 2), lambda: bool(1, 2), lambda: int(base=10), lambda: chr(-1), lambda: chr("a"), lambda: ord("ab"), lambda: ord(5), lambda: bin(1.5), lambda: hex("a"), lambda: abs("a"), lambda: round("a"), lambda: divmod(1), lambda: divmod(1, 0), lambda: pow(2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(chr(97), ord("a"), bin(-5), oct(8), hex(255), abs(-3), abs(3 + 4j), round(2.5), round(-1.5), round(1.25, 1), round(1234, -2), round(5.5), divmod(-7, 2), divmod(7.5, 2), ascii("é\n"), repr("é"), format(255, "x"), int.from_bytes(b"\x01\x00", "big"))
