"""str fields: fill, alignment, width, precision, conversion, nesting."""
name, width, precision = "ringfence", 14, 4
print(f"[{name:>{width}}] [{name:<{width}}] [{name:^{width}}] [{name:*^{width}}] [{name:.{precision}}] [{name:{'-'}>{width}.{precision}}]")
print(f"[{'é€😀':^9}] [{'a':é<4}] [{'':5}] [{'abc':.0}] [{'abc':1}] [{'x':<<3}] [{'x':>>3}] [{'x':^^3}]")
print(f"{'ab'!r:>10} {'é'!a:>10} {name!s:.3} {None!s:>6} {[1, 2]!r:>8} {None} {...}")
print("{0:{1}{2}{3}}".format("mid", "*", "^", 9), "{:{}}".format(3, ">5"), "{a:{b}}".format(a=1.5, b=".3f"))
print("{0[0]} {0[1]} {1[key]} {1[a b]} {2.real} {2.imag:.1f}".format([10, 20], {"key": "v", "a b": "w"}, 3 + 4j))
print("{} {} {}".format(1, "two", [3]), "{1} {0} {1}".format("a", "b"), "{{}} {{{}}}".format(5), "{!r:>5}|{!s:<5}|{!a}".format("a", "b", "ü"))


class Row:
    label = "row"
    cells = {"x": [1, 2, 3]}

    def __format__(self, spec):
        return f"Row<{spec}>"

    def __str__(self):
        return "str-row"


row = Row()
print("{0.label} {0.cells[x][2]} {0:anything at all} {0!s:>9}".format(row), f"{row:%Y {3 + 4}} {row}")


def attempt(template, *args, **kwargs):
    try:
        return template.format(*args, **kwargs)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for template in ("{", "}", "{0} {}", "{} {0}", "{1}", "{a}", "{0[x]}", "{0.nope}", "{0!z}", "{0:{1:{2}}}", "{0!}", "{:d}", "{0[}", "{0[]}", "{!r", "{0.}", "a{0:>{w}}"):
    print(template, "->", attempt(template, "text"))
print("{a} {b}".format_map({"a": 1, "b": 2}), attempt("{0:x}", 3.5), attempt("{:>5s}", 5), attempt("{:s}", None), attempt("{:5}", None))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{known} {unknown}".format_map(Default(known=1)))
