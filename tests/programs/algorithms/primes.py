def sieve(n):
    flags = [True] * (n + 1)
    flags[0:2] = [False, False]
    for i in range(2, int(n**0.5) + 1):
        if flags[i]:
            flags[i * i :: i] = [False] * len(flags[i * i :: i])
    return [i for i, f in enumerate(flags) if f]


def is_prime(n):
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True


def factorize(n):
    factors, d = [], 2
    while d * d <= n:
        while n % d == 0:
            factors.append(d)
            n //= d
        d += 1
    return factors + [n] if n > 1 else factors


def miller_rabin(n, bases=(2, 3, 5, 7, 11, 13)):
    if n in bases:
        return True
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in bases:
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


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


print(sieve(60), len(sieve(5000)), [n for n in range(30) if is_prime(n)])
print([factorize(n) for n in (12, 97, 360, 1001, 2**20, 600851475143)], gcd(1071, 462))
print(miller_rabin(2**61 - 1), miller_rabin(2**61 + 1), miller_rabin(10**18 + 9))
print(sum(sieve(2000)), [p for p in sieve(200) if str(p) == str(p)[::-1]])
