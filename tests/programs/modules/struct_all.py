import struct, sys
def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

for spec, values in [("b", (5,)), ("B", (255,)), ("<h", (-2,)), (">H", (65535,)), ("!i", (1,)), ("=I", (2**32 - 1,)), ("<q", (-2**63,)), (">Q", (2**64 - 1,)), ("f", (1.5,)), ("<d", (3.14,)), (">e", (0.1,)), ("?", (True,)), ("c", (b"x",)), ("5s", (b"ab",)), ("5p", (b"abc",)), ("3x", ()), ("<bhiq", (1, 2, 3, 4)), ("@bhiq", (1, 2, 3, 4)), ("2h3b", (1, 2, 3, 4, 5)), ("<2h 3b", (1, 2, 3, 4, 5)), ("", ()), (b"<h", (7,)), ("n", (3,)), ("N", (3,)), ("P", (3,)), ("l", (5,)), ("<l", (5,)), ("0s", (b"",)), ("0i", ()),
                     ("b", (128,)), ("B", (-1,)), ("h", (40000,)), ("<i", (2**40,)), ("Q", (-1,)), ("f", (1e40,)), ("e", (1e6,)), ("i", ("x",)), ("i", (1.5,)), ("f", ("x",)), ("c", (b"xy",)), ("c", ("x",)), ("s", (5,)), ("z", (1,)), ("5", ()), ("<n", (1,)), ("i", ()), ("i", (1, 2)), ("?", ("x",)), ("?", ("",)), ("d", (float("nan"),)), ("d", (5,)), ("i", (True,)), ("i", (None,)), ("s", (bytearray(b"q"),)), ("<d", (10**400,)), ("<z", ())]:
    made = tried(struct.pack, spec, *values)
    print(spec, values if len(str(values)) < 99 else "", made, tried(struct.calcsize, spec), tried(lambda: struct.unpack(spec, struct.pack(spec, *values))))
print(struct.unpack_from("<h", b"abcdef", 2), struct.unpack_from("<h", b"abcdef", -2), tried(struct.unpack_from, "<h", b"abc", 2), tried(struct.unpack_from, "<h", b"abc", -9), tried(struct.unpack, "<h", b"abc"), list(struct.iter_unpack("<hb", b"abcdef")), tried(struct.iter_unpack, "<h", b"abc"), tried(struct.iter_unpack, "", b""))
buffer = bytearray(10)
struct.pack_into("<hh", buffer, 2, 1, 2)
struct.pack_into(">h", buffer, -2, 258)
print(buffer, tried(struct.pack_into, "<i", buffer, 8, 1), tried(struct.pack_into, "<i", buffer, -2, 1), tried(struct.pack_into, "<i", buffer, -20, 1), tried(struct.pack_into, "<i", buffer, 0))
s = struct.Struct("<hi")
print(s.format, s.size, s.pack(1, 2), s.unpack(s.pack(1, 2)), s.unpack_from(b"\0" + s.pack(3, 4), 1), list(s.iter_unpack(s.pack(1, 2) * 2)), tried(s.pack, 1), tried(struct.Struct, "z"), tried(struct.Struct, 5))
s.pack_into(buffer, 0, 9, 9)
print(buffer, struct.unpack("<hi", memoryview(bytes(buffer[:6]))), issubclass(struct.error, Exception), struct.error)
class Index:
    def __index__(self):
        return 7
class Real:
    def __float__(self):
        return 2.5
print(struct.pack("<i", Index()), struct.pack("<d", Real()), tried(struct.pack, "<i", Real()), tried(struct.unpack, "<i", "text"), tried(struct.unpack, "<i", 5))
header = struct.pack("!4sBBH", b"MAGI", 1, 2, 300)
magic, major, minor, size = struct.unpack("!4sBBH", header)
print(magic.decode(), major, minor, size, header.hex())
