def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


def reverse_bits(n, width=8):
    out = 0
    for _ in range(width):
        out = out << 1 | n & 1
        n >>= 1
    return out


def gray(n):
    return n ^ n >> 1


def single(numbers):
    result = 0
    for n in numbers:
        result ^= n
    return result


def fnv(text):
    h = 0x811C9DC5
    for byte in text.encode():
        h = (h ^ byte) * 0x01000193 & 0xFFFFFFFF
    return h


def adler(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def crc32(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xEDB88320 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


class Random:
    """xorshift64*"""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        x = self.state
        x ^= x >> 12
        x ^= x << 25 & (1 << 64) - 1
        x ^= x >> 27
        self.state = x
        return x * 0x2545F4914F6CDD1D & (1 << 64) - 1


print([popcount(n) for n in (0, 1, 255, 2**70 - 1)], [reverse_bits(n) for n in (1, 6, 255)], [gray(i) for i in range(8)])
print(single([4, 1, 2, 1, 2]), hex(fnv("hello")), hex(adler(b"Wikipedia")), hex(crc32(b"The quick brown fox jumps over the lazy dog")))
r = Random(42)
print([r.next() for _ in range(3)], [r.next() % 6 + 1 for _ in range(10)])
flags = 0
READ, WRITE, EXECUTE = (1 << i for i in range(3))
flags |= READ | EXECUTE
print(flags, bool(flags & WRITE), flags ^ READ, flags & ~EXECUTE, f"{flags:03b}", [name for name, bit in (("r", READ), ("w", WRITE), ("x", EXECUTE)) if flags & bit])
print((5).to_bytes(8, "little").hex(), int.from_bytes(bytes(range(8)), "big"), [n >> i & 1 for n in [37] for i in range(6)], 0xDEADBEEF >> 4 & 0xFF)
print([1 << n for n in range(0, 70, 10)], sum(1 << i for i in range(65)), -8 >> 1, -1 & 0xFF, ~0, 6 & -6, (-5) ^ 3, (-5) | 3, (-5) & 3)
