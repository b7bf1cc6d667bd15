"""Wrapping, justification, tables, indentation, templates."""
import string
import textwrap

TEXT = ("The quick brown fox jumps over the lazy dog. Pack my box with five dozen liquor jugs; how vexingly "
        "quick daft zebras jump! Sphinx of black quartz, judge my well-known vow.")


def justify(words, width):
    lines, line, used = [], [], 0
    for w in words:
        if used + len(line) + len(w) > width:
            gaps = max(len(line) - 1, 1)
            for i in range(width - used):
                line[i % gaps] += " "
            lines.append("".join(line))
            line, used = [], 0
        line.append(w)
        used += len(w)
    return lines + [" ".join(line).ljust(width)]


def table(rows, header):
    widths = [max(len(str(r[i])) for r in [header, *rows]) for i in range(len(header))]
    rule = "+".join("-" * (w + 2) for w in widths)
    yield "|".join(f" {h:^{w}} " for h, w in zip(header, widths))
    yield rule
    for r in rows:
        yield "|".join(f" {v:>{w}} " if isinstance(v, (int, float)) else f" {v:<{w}} " for v, w in zip(r, widths))


for line in justify(TEXT.split(), 34):
    print(f"[{line}]")
print(textwrap.fill(TEXT, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("supercalifragilistic word-with-hyphens ok", 10), textwrap.shorten(TEXT, 30, placeholder="..."))
print(*table([("apple", 3, 1.25), ("watermelon", 12, 30.5), ("fig", 100, 0.1)], ("name", "count", "price")), sep="\n")
print(textwrap.dedent("""
    def f():
        return 1

      odd
    """), textwrap.indent("a\n\nb\n", "> "), sep="|")
t = string.Template("$who owes ${amount}$$ to $other")
print(t.safe_substitute(who="Ann", amount=5), t.substitute({"who": "A", "amount": 1, "other": "B"}))
try:
    t.substitute(who="Ann")
except KeyError as e:
    print("KeyError", e)
print("{0!r:>8}|{name:*^{width}}|{1[key]}|{2.real}".format("x", {"key": 7}, 3 + 4j, name="mid", width=9))
print("a\tbc\td".expandtabs(4), "line1\r\nline2\rline3\n".splitlines(), "line1\nline2".splitlines(True))
print(string.capwords("hello  big   world"), string.ascii_letters[:5], string.punctuation, string.hexdigits)
name, value = "pi", 3.14159265
print(f"{name!r:>6} {value:.3f} {value:8.2e} {value:<10.4}| {value=:.2f} {name.upper()=}")
print("%-8s|%5d|%05.1f|%x|%s%%" % ("left", 42, 3.14159, 255, 50), "%(a)s-%(b)03d" % {"a": 1, "b": 2})
