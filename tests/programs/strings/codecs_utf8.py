"""UTF-8, 16, 32, latin-1 and ascii: both ways, with every error handler."""
text = "aé€😀"
for codec in ("utf-8", "utf8", "UTF-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf_8_sig", "latin-1", "ascii", "iso-8859-1", "U8", "us-ascii"):
    row = []
    for handler in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"):
        try:
            row.append(text.encode(codec, handler))
        except UnicodeEncodeError as error:
            row.append(f"{error.encoding} {error.start}-{error.end} {error.reason}")
    print(codec, row)
bad = b"a\xff\xc3b\xe2\x82\xf0\x9f\x98z\xed\xa0\x80"
for handler in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    print(handler, ascii(bad.decode("utf-8", handler)))
try:
    bad.decode()
except UnicodeDecodeError as error:
    print(error, error.object == bad, error.args)
for wrong in (b"\xc3", b"\xc3(", b"\x80", b"\xe2\x28\xa1", b"\xf8\x88", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf"):
    try:
        wrong.decode("utf-8")
    except UnicodeDecodeError as error:
        print(wrong, error.start, error.end, error.reason)
for codec, data in (("ascii", b"a\x80"), ("utf-16", b"a"), ("utf-16-le", b"\x00\xd8a\x00"), ("utf-32", b"\x00\x00\x11\x00"), ("utf-32-le", b"abc")):
    try:
        print(data.decode(codec))
    except UnicodeDecodeError as error:
        print(codec, error)
round_trip = bytes(range(256))
print(round_trip.decode("latin-1").encode("latin-1") == round_trip, round_trip.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") == round_trip)
print("\ud800".encode("utf-8", "surrogatepass"), b"\xed\xa0\x80".decode("utf-8", "surrogatepass") == "\ud800", str(b"\xef\xbb\xbfx", "utf-8-sig"), b"\xff\xfea\x00".decode("utf-16"))
for bad_call in (lambda: "a".encode("nope"), lambda: b"a".decode("nope"), lambda: "é".encode("ascii", "nope"), lambda: "a".encode(5), lambda: "\ud800".encode(), lambda: str(b"a", 5), lambda: str("a", "utf-8"), lambda: bytes("a"), lambda: bytes(5, "utf-8")):
    try:
        print(bad_call())
    except Exception as error:
        print(type(error).__name__, error)
