"""Bits: counting, Gray code, subsets, packing, checksums."""


def popcount(n):
    k = 0
    while n:
        n &= n - 1
        k += 1
    return k


def gray(n):
    return n ^ (n >> 1)


def ungray(g):
    n = 0
    while g:
        n ^= g
        g >>= 1
    return n


def reverse_bits(n, width=32):
    return int(f"{n:0{width}b}"[::-1], 2)


def crc32(data):
    crc = 0xFFFFFFFF
    for b in data:
        crc ^= b
        for _ in range(8):
            crc = (crc >> 1) ^ (0xEDB88320 & -(crc & 1))
    return crc ^ 0xFFFFFFFF


def fnv1a(data):
    h = 0xCBF29CE484222325
    for b in data:
        h = (h ^ b) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return h


def subsets(items):
    for mask in range(1 << len(items)):
        yield {x for i, x in enumerate(items) if mask >> i & 1}


print([popcount(n) == n.bit_count() == bin(n).count("1") for n in (0, 1, 255, 2**64 - 1, 3**50)])
print([f"{gray(n):04b}" for n in range(10)], all(ungray(gray(n)) == n for n in range(300)))
print(reverse_bits(1), hex(reverse_bits(0xDEADBEEF)), f"{crc32(b'123456789'):08x}", f"{fnv1a(b'hello'):#x}")
print([sorted(s) for s in subsets("abc")], -7 >> 1, -7 & 0xFF, ~5, 1 << 100, (1 << 100) >> 98, -1 >> 200)
red, green, blue = 18, 52, 86
packed = red << 16 | green << 8 | blue
print(f"#{packed:06X}", tuple(packed >> s & 255 for s in (16, 8, 0)), packed.to_bytes(4, "little"), int.from_bytes(b"\xff\xfe", "big", signed=True))
print((37).bit_length(), bin(-37), int("0b1011", 0), int("ff", 16), int("z", 36), 0o17, 0xFF ^ 0x0F, 6 & 3 | 8)
single = 0
for n in [4, 1, 2, 1, 2]:
    single ^= n
print(single, [n for n in range(1, 130) if n & (n - 1) == 0])


def add(a, b, mask=0xFFFFFFFF):
    while b & mask:
        a, b = a ^ b, (a & b) << 1
    return a & mask if b > mask else a


print(add(13, 29), add(100, 923))
state = 0xACE1
taps = []
for _ in range(12):
    bit = (state ^ state >> 2 ^ state >> 3 ^ state >> 5) & 1
    state = state >> 1 | bit << 15
    taps.append(state)
print(taps)
