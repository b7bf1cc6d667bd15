def make(n):
    x = 42
    out = []
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        out.append(x)
    return out

data = make(60_000)
a = sorted(data)
b = sorted(data, reverse=True)
c = sorted(data, key=lambda v: v % 1000)
d = sorted([(v % 100, v) for v in data])
print(a[0], b[0], c[0] % 1000, d[-1][0], a == b[::-1])
