"""Binary records, base64, hex dumps, checksums, varints."""
import base64
import binascii
import hashlib
import hmac
import struct
import uuid
import zlib

HEADER = struct.Struct(">4sHIq")


def varint(n):
    out = bytearray()
    while True:
        n, low = n >> 7, n & 0x7F
        out.append(low | (0x80 if n else 0))
        if not n:
            return bytes(out)


def unvarint(data):
    n = shift = 0
    for i, b in enumerate(data):
        n |= (b & 0x7F) << shift
        if not b & 0x80:
            return n, data[i + 1:]
        shift += 7
    raise EOFError("truncated")


def dump(data, width=8):
    for i in range(0, len(data), width):
        part = data[i : i + width]
        yield f"{i:04x}  {part.hex(' '):<{width * 3}} {''.join(chr(b) if 32 <= b < 127 else '.' for b in part)}"


head = HEADER.pack(b"RFMT", 2, 70000, -5)
print(head, HEADER.size, HEADER.unpack(head), *dump(head + "é✓".encode()), sep="\n")
for n in (0, 1, 127, 128, 300, 2**40):
    assert unvarint(varint(n) + b"rest") == (n, b"rest")
print(varint(300), [varint(n).hex() for n in (1, 128)])
try:
    unvarint(b"\xff")
except EOFError as e:
    print(e)
print(base64.b64encode(b"any carnal pleas"), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"hi"), base64.b64decode("aGVsbG8="), binascii.hexlify(b"\x00\xff"))
print(hashlib.sha256(b"abc").hexdigest(), hashlib.md5(b"").hexdigest(), hmac.new(b"k", b"m", "sha1").hexdigest(), zlib.crc32(b"hello"), zlib.adler32(b"hello"))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"), uuid.UUID(int=5).hex, zlib.decompress(zlib.compress(b"a" * 50)) == b"a" * 50)
b = bytearray(b"hello world")
b[0:5] = b"HOWDY"
b.extend(b"!!")
del b[-1]
print(b, b.find(b"w"), b.split(), bytes(reversed(b)), b"%d-%s" % (5, b"x"), b"a,b".partition(b","), memoryview(b)[1:4].tolist(), b.upper().title())
print("naïve".encode("utf-16-le"), "é".encode("latin-1"), b"caf\xc3\xa9".decode(), b"\xff\xfeA\x00".decode("utf-16"), b"a\xffb".decode("utf-8", "replace"), "\u20ac".encode("cp1252", "ignore") if False else "")
print(struct.unpack("<3B?f", b"\x01\x02\x03\x01\x00\x00\xc0\x3f"), struct.calcsize("=bhiq"), list(struct.iter_unpack(">H", b"\0\1\0\2")))
for bad in (lambda: struct.pack("B", 300), lambda: struct.unpack("I", b"abc"), lambda: base64.b64decode("abc"), lambda: bytes.fromhex("zz")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
