b = b"hello\x00\xff"
print(b, len(b), b[0], b[1:3], b[-1], list(b[:3]))
print(b"abc" + b"def", b"ab" * 3, b"b" in b"abc", 98 in b"abc", b"abc" < b"abd")
print(bytes(3), bytes([65, 66]), bytes("é", "utf-8"), "é".encode("latin-1"), b"\xc3\xa9".decode())
print(b"a,b,c".split(b","), b"-".join([b"x", b"y"]), b"hello".replace(b"l", b"L"), b"Hello".upper())
print(b"hello".find(b"l"), b"hello".count(b"l"), b"hello".startswith(b"he"), b"  x ".strip())
print(b.hex(), bytes.fromhex("48 65 6c"), b"abc".hex("-"))
array = bytearray(b"abc")
array.append(100)
array[0] = 90
array.extend(b"ef")
array[1:3] = b"--"
print(array, bytes(array), array.pop(), array, len(array))
del array[0]
array.reverse()
print(array, array == b"e" + array[1:], isinstance(array, bytes))
print(int.from_bytes(b"\x01\x02", "little"), (258).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True))
for bad in (lambda: b"a" + "a", lambda: bytes([256]), lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: b"abc"[9]):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
