def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


print(factorial(50))
print(fibonacci(300))
big = 123456789012345678901234567890
print(big // 987654321, big % 987654321, divmod(-big, 10**15))
print(big * big, big - big, big >> 40, big << 10, -big >> 3)
print(big & 0xFFFFFFFFFFFF, big | 1, big ^ big, ~big)
print(big > 10**29, big == big + 0, -big < 0, hash(2**61 - 1))
print(str(2**200), len(str(7**500)), (2**200).bit_length())
print(sum(int(d) for d in str(2**1000)))
print(int("9" * 40) + 1, int("-" + "1" * 30))
print(float(2**70), 2**70 / 2**68, int(1e25))
print(pow(12345678901234567890, 98765432109876543210, 1000000007))
print(f"{10**20:,} {2**70:x} {-(2**65):b}")
print(sorted([2**70, 5, -(2**70), 0, 2**63]))
