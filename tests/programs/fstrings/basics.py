name, n, pi = "Ada", 42, 3.14159265
print(f"{name} {n} {pi}", f"{name!r} {name!s} {name!a}", f"{{literal}}")
print(f"{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+}|{n:,}|{n:x}|{n:#b}|{n:08b}")
print(f"{pi:.2f} {pi:10.3f} {pi:<10.1f}| {pi:e} {pi:.0f} {pi:%} {pi:.1%}")
print(f"{name:10}|{name:>10}|{name:^10}|{name:*^9}|{name:.2}")
width, precision = 12, 4
print(f"{pi:{width}.{precision}}|{name:>{width}}|{pi:{width}.{precision}f}")
print(f"{n=} {pi=:.2f} {name=} {n + 1 = }")
print(f"{1234567.891:,.2f} {1234567:_} {0.000012:g} {1e10:g} {12345678:g}")
print(f"{[1, 2]} {({'a': 1})} {(1,)} {None} {True:d} {True}")
print(f"{'nested ' + f'{n}'} {name[0]}{name[-1]} {n if n > 1 else 0}")
print(f"{'a' if n else 'b'!r:>5}" f" joined {len(name)}")
print(f"{10**25:,} {-5:>+6} {5:<6d}| {255:#06x} {3:e}")
print(f"{(lambda x: x * 2)(4)} {sum(i for i in range(4))}")
for bad in (lambda: f"{name:d}", lambda: f"{n:q}", lambda: f"{pi:,d}", lambda: f"{None:5}", lambda: f"{[]:>5}", lambda: f"{n:.2d}", lambda: f"{name:+}"):
    try:
        print(bad())
    except Exception as error:
        print(type(error).__name__, error)
