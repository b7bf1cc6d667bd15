"""f-strings within f-strings, expressions of all kinds, debugging fields."""
width, items, table = 6, ["a", "bb", "ccc"], {"k": [1, 2, 3], "q": {"x": 1.5}}
print(f"{', '.join(f'{item:>{width}}' for item in items)}|{'|'.join(f'<{len(item)}>' for item in items)}")
print(f"{table['k'][-1]} {table['q']['x']:.{table['k'][1]}f} {(lambda n: n * 2)(4)} {[n for n in range(3)]} { {1, 2} == {2, 1} }")
print(f"{1 if items else 2} {not items} {width == 6 and 'six'} {width:{'>' if width else '<'}{width + 2}} {(w := 5)} {w!r:>3}")
print(f"{width = } {width=} {width * 2 = !r:>4} {items[0]=} {items[1] = !s:^6} {len(items)=:04d} {  width  =  }")
print(f"{'a' 'b'}" "c" f"{'d'}" 'e{not a field}' f'{{literal}} {{{width}}} {{{{}}}}')
multi = f"""
first {width}
  second {items[0]!r} {
    width + 1
}
third"""
print(multi)
print(rf"\n{width}\t" + fr"\{items[0]}", f"\N{GREEK SMALL LETTER ALPHA}{width}\x41\u00e9\t|")
print(f"{'nested ' + f'{width:{width}}'}")


class Meter:
    def __init__(self):
        self.n = 0

    def __str__(self):
        self.n += 1
        return f"read {self.n}"


meter = Meter()
print(f"{meter} {meter} {meter!s:>8} {meter.n} {meter=!s}")
print(f"{3:{'0'}{'5'}}", f"{3.14159:{'.'}{2}{'f'}}", f"{'x':{'*'}{'^'}{5}}", f"{-5:{'='}{6}}")
for n in (0, 1, 2):
    print(f"{n} item{'s' if n != 1 else ''}", f"{'none' if not n else n:>6}", end=";")
print()
try:
    f"{undefined_name}"
except NameError as error:
    print(error)
try:
    f"{1 / 0:.2f}"
except ZeroDivisionError as error:
    print(error)
print(f"{width!r:>{width}}", f"{''!r}", f"{'':>3}|", f"{None}", f"{True:5}|", f"{True!s:5}|")
