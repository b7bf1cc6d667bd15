def sum_digits(n):
    return sum(int(c) for c in str(abs(n)))


def reverse_number(n):
    sign = -1 if n < 0 else 1
    n = abs(n)
    result = 0
    while n:
        n, digit = divmod(n, 10)
        result = result * 10 + digit
    return sign * result


def is_armstrong(n):
    digits = [int(d) for d in str(n)]
    return n == sum(d ** len(digits) for d in digits)


def digital_root(n):
    while n > 9:
        n = sum_digits(n)
    return n


def to_base(n, base):
    if n == 0:
        return "0"
    out = ""
    while n > 0:
        out = "0123456789abcdef"[n % base] + out
        n //= base
    return out


def collatz(n):
    steps = [n]
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps.append(n)
    return steps


print(sum_digits(9875), reverse_number(-1230), digital_root(987654321))
print([n for n in range(1, 1000) if is_armstrong(n)])
print([to_base(n, b) for n in (0, 10, 255) for b in (2, 3, 8, 16)])
print(collatz(27)[:12], len(collatz(27)), max(collatz(27)))
print([n for n in range(1, 500) if sum(i for i in range(1, n) if n % i == 0) == n])
