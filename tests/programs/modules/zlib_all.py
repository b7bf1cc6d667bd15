import zlib
def tried(function, *args, **named):
    try:
        return repr(function(*args, **named))
    except Exception as error:
        return f"{type(error).__name__} {error}"

data = b"hello hello hello hello " * 50
for level in range(-1, 10):
    for wbits in (15, -15, 31, 9):
        made = zlib.compress(data, level, wbits)
        print(level, wbits, len(made), made[:30], zlib.decompress(made, wbits) == data, zlib.decompress(made, 47) == data if wbits > 0 else "")
print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(b"b", zlib.crc32(b"a")), zlib.adler32(b"b", zlib.adler32(b"a")), zlib.crc32(b""), zlib.adler32(b""))
print(tried(zlib.decompress, b"nope"), tried(zlib.decompress, zlib.compress(data)[:-3]), tried(zlib.decompress, b""), tried(zlib.compress, "text"), tried(zlib.compress, data, 10), tried(zlib.decompress, zlib.compress(data), -15), tried(zlib.decompress, "x"), tried(zlib.crc32, "x"), tried(zlib.compress, data, wbits=99), zlib.decompress(zlib.compress(b"x") + b"tail"))
c = zlib.compressobj()
parts = [c.compress(b"part one "), c.compress(b"part two " * 100), c.flush(zlib.Z_SYNC_FLUSH), c.compress(b"end"), c.flush()]
print(parts, tried(c.compress, b"x"), tried(c.flush))
d = zlib.decompressobj()
out = [d.decompress(part) for part in parts]
print(out[0], len(b"".join(out)), d.eof, d.unused_data, d.unconsumed_tail, d.flush())
d = zlib.decompressobj()
packed = zlib.compress(data) + b"extra"
print(d.decompress(packed, 10), len(d.unconsumed_tail), d.eof, d.decompress(d.unconsumed_tail, 20), len(d.flush()), d.eof, d.unused_data)
d = zlib.decompressobj()
print(d.decompress(packed) == data, d.unused_data, d.eof, tried(d.decompress, b"more"), tried(zlib.decompressobj().decompress, b"bad data"), tried(d.decompress, b"", -1))
z = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zlib.Z_FILTERED, b"hello")
raw = z.compress(data) + z.flush()
print(len(raw), zlib.decompressobj(-15, b"hello").decompress(raw) == data, zlib.compressobj(level=1, wbits=31).flush())
c = zlib.compressobj()
first = c.compress(b"abc")
e = c.copy()
print(zlib.decompress(first + c.compress(b"1") + c.flush()), zlib.decompress(first + e.compress(b"2") + e.flush()))
print(zlib.error, zlib.MAX_WBITS, zlib.Z_BEST_SPEED, zlib.DEFLATED, zlib.Z_FINISH)
