rows = [("apple", 3, 1.25), ("banana", 12, 0.5), ("cherry", 150, 10.125)]
header = f"{'item':<10}|{'qty':>5}|{'price':>10}"
print(header)
print("-" * len(header))
for name, n, price in rows:
    print(f"{name:<10}|{n:>5d}|{price:>10.2f}")
total = sum(n * p for _, n, p in rows)
print(f"{'total':<10}|{sum(n for _, n, _ in rows):>5}|{total:>10,.2f}")
print("{:=^30}".format(" report "), "{:+.1%}".format(0.256), "{:,}".format(1234567), "{:08.3f}".format(-3.14159))
for n in (0, 7, 255, -42):
    print(f"{n:d} {n:4d} {n:<4d}| {n:^6d}| {n:+d} {n:x} {n:o} {n:b} {n:#x} {n: d} {n:06d}")
for x in (0.0, 1.5, -2.25, 1e10, 1e-10, 123456.789, float("inf"), float("nan")):
    print(f"{x} {x:.3f} {x:e} {x:g} {x:.3g} {x:10.2f} {x:+.1f} {x:,.1f} {x:%}")
width = max(len(str(r[1])) for r in rows)
for r in rows:
    print(str(r[1]).rjust(width), r[0].ljust(8, "."), str(r[2]).zfill(7), r[0].center(10, "*"))
print(f"{'é':>4}|{'日本':<4}|{'x' * 3:^7}|{'':5}|{'toolong':.3}|")
print(str(1e16), str(1e15), str(123456789012345680.0), 1e-4, 1e-5, 0.1 + 0.7, 100.0, 1e2, 5e-7)
print("%-10s|%8.3f|%03d|%s" % ("left", 3.14159, 7, [1]), "{0[a]} {1.real}".format({"a": 1}, 5))


def bar_chart(data, width=20):
    top = max(data.values())
    for k, v in data.items():
        yield f"{k:>5} {'#' * round(v / top * width)} {v}"


print("\n".join(bar_chart({"a": 10, "bb": 25, "ccc": 3})))


def human(n):
    for unit in ("B", "KB", "MB", "GB"):
        if n < 1024:
            return f"{n:.1f}{unit}"
        n /= 1024
    return f"{n:.1f}TB"


print([human(n) for n in (10, 2048, 5_000_000, 10**13)])
