e = UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "invalid start byte")
print(e, repr(e), e.encoding, e.object, e.start, e.end, e.reason, e.args)
e = UnicodeEncodeError("ascii", "h\u00e9\u4e2d", 1, 3, "ordinal")
print(e, e.object, e.start, e.end)
e = UnicodeEncodeError("ascii", "h\u00e9", 1, 2, "ordinal not in range(128)")
print(e)
e = UnicodeTranslateError("x\U0001f600", 1, 2, "why")
print(e, repr(e))
for f in (lambda: UnicodeDecodeError(), lambda: UnicodeDecodeError("a", "b", 1, 2, "c"), lambda: UnicodeEncodeError("a", b"b", 1, 2, "c"), lambda: b"\xff".decode(), lambda: b"ab\xe4".decode("utf-8"), lambda: b"\xe4\xb8".decode(), lambda: b"\xc0\x80".decode(), lambda: "h\u00e9".encode("ascii"), lambda: "\u4e2d".encode("latin-1"), lambda: "\ud800".encode(), lambda: b"\x80".decode("ascii"), lambda: b"a".decode("utf-16"), lambda: b"\x00\xd8".decode("utf-16-le"), lambda: b"abc".decode("utf-32")):
    try: f()
    except (UnicodeError, TypeError) as e: print(type(e).__name__, e)
e.start = 1
print(e.start)
