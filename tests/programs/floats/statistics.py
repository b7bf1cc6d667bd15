import math


def mean(values):
    return sum(values) / len(values)


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def stdev(values):
    m = mean(values)
    return math.sqrt(sum((v - m) ** 2 for v in values) / (len(values) - 1))


def rescale(values):
    low, high = min(values), max(values)
    return [(v - low) / (high - low) for v in values]


data = [3.2, 1.5, 4.8, 2.0, 9.75, 6.1]
print(mean(data), median(data), stdev(data))
print(rescale(data))
print([round(v * 1.15, 2) for v in data])
print(math.isclose(0.1 + 0.2, 0.3), abs(0.1 + 0.2 - 0.3) < 1e-9)


def newton(n, guess=1.0):
    for _ in range(20):
        guess = (guess + n / guess) / 2
    return guess


print(newton(2), newton(144), f"{newton(10):.6f}")
x = 0.0
for i in range(10):
    x += 0.1
print(x, x == 1.0)
