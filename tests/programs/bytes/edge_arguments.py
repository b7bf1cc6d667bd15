b = bytes(range(65, 75))
print(b, b[2], b[2:5], b[::-1], b[-3:], list(b[:2]), b.find(b"C"), b.find(67), b.index(b"D"), b.count(b"A"), b"A" in b, 65 in b, b.hex(), b.hex(" ", 2))
print(b.lower(), b.title(), b.swapcase(), b.center(14, b"*"), b.ljust(12, b"."), b.zfill(12), b.partition(b"E"), b.rpartition(b"z"), b.split(b"E"), b.replace(b"AB", b"--"), b.translate(None, b"AEI"))
print(b"a b  c".split(), b"a\nb\r\n".splitlines(), b" x ".strip(), b"xxaxx".strip(b"x"), b"-".join([b"a", bytearray(b"b")]), b"abc".startswith((b"x", b"a")), b"abc".endswith(b"c"), b"abc".removeprefix(b"a"), b"12".isdigit(), b"Ab".isalpha(), b"a b".isalnum(), b" ".isspace())
print(b"%d %s %r %x" % (5, b"x", "q", 255), b"%c%5.1f" % (65, 2.25), b"ab" * 2 + b"c", b"abc" < b"abd", b"a" == "a", b"a" != b"b", {b"k": 1}[b"k"], hash(b"a") == hash(bytearray(b"a")) if False else "", bytes(b"x"), bytes(bytearray(b"y")))
a = bytearray(b"hello")
a[0] = 72
a[1:3] = b"EY"
a += b"!"
a.insert(0, 33)
a.extend([1, 2])
del a[-2:]
a *= 2
print(a, a.pop(), a.pop(0), len(a), a.find(b"lo"), a.upper(), a == bytes(a), a[::2], bytearray(3), bytearray("é", "utf-8"), a.count(b"l"), a.index(b"o"))
a.remove(72)
a.reverse()
a.clear()
print(a, bool(a), repr(bytearray(b"q\x00'")))
print("héllo €😀".encode(), "héllo".encode("latin-1"), "abc".encode("utf-16-le"), "é".encode("ascii", "replace"), "é€".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"), "é€x".encode("ascii", "ignore"), b"\xff\xfea\x00".decode("utf-16"), b"caf\xc3\xa9".decode(), b"\xe9".decode("latin-1"), b"a\xffb".decode("utf-8", "replace"), b"a\xffb".decode(errors="ignore"))
print(bytes([i % 256 for i in range(250, 260)]), [x ^ 0x20 for x in b"aB"], bytes(x ^ 0x20 for x in b"aB"), sum(b"abc"), max(b"abc"), sorted(b"cab"), dict(enumerate(b"ab")), bytes.fromhex("DE ad"), int(b"42"), float(b"1.5"), str(b"x", "ascii"), bytes.maketrans(b"a", b"b")[97])
m = memoryview(b"abcdef")
print(m[1], bytes(m[2:4]), len(m), m.tolist()[:2], m == b"abcdef", m[::2].tobytes())
for bad in (lambda: bytes([300]), lambda: bytes([-1]), lambda: bytes("x"), lambda: bytes(-1), lambda: bytes(["a"]), lambda: b[99], lambda: b["a"], lambda: b"a" + "b", lambda: "a" + b"b", lambda: b"a" * "b", lambda: b"abc".find("a"), lambda: b"a".join(["b"]), lambda: b"\xff".decode(), lambda: b"\xff\xfe\xfd".decode("ascii"), lambda: "€".encode("latin-1"),
            lambda: b"a".decode("nope"), lambda: bytes.fromhex("xz"), lambda: bytes.fromhex("abc"), lambda: bytearray(b"a").append(256), lambda: bytearray(b"a").remove(5), lambda: b"a" < "b", lambda: b"%d" % "x", lambda: b"abc".replace("a", "b"), lambda: b"abc".index(b"z"), lambda: b"".split(b""), lambda: bytearray().pop(), lambda: 300 in b"a", lambda: "a" in b"a", lambda: b"a"(), lambda: b.nope, lambda: int(b"x")):
    try:
        print("got", bad())
    except Exception as error:
        print(type(error).__name__, error)
