"""Calls of methods of the builtin types, and text made by formats."""

from __future__ import annotations

from fuzz.generate import literals
from fuzz.generate.writer import Writer

# (type, what it gives) -> methods; holes: {t} str, {i} int, {s} small int, {b} bytes, {a} anything ...
METHODS: dict[tuple[str, str], tuple[str, ...]] = {
    ("str", "str"): (
        "upper()", "lower()", "strip()", "strip({t})", "lstrip({t})", "rstrip({t})", "title()", "capitalize()", "swapcase()",
        "casefold()", "replace({t}, {t})", "replace({t}, {t}, {s})", "center({s}, '*')", "center(9)", "ljust(8, '.')",
        "rjust(5)", "zfill(6)", "zfill({s})", "expandtabs({s})", "expandtabs()", "removeprefix({t})", "removesuffix({t})",
        "translate({97: 'A', 98: None, 99: 100})", "translate(str.maketrans('abc', 'xyz'))", "format({a}, {a})", "__str__()",
        "translate(str.maketrans({t}, {t}))", "join(['x', 'y'])", "encode().decode()", "format_map({d})", "center({s}, {t})"),
    ("str", "bool"): (
        "isdigit()", "isalpha()", "isalnum()", "isupper()", "islower()", "isspace()", "istitle()", "isdecimal()", "isnumeric()",
        "isidentifier()", "isprintable()", "isascii()", "startswith({t})", "endswith({t})", "startswith(({t}, {t}))",
        "startswith({t}, {s})", "endswith({t}, {s}, {s})", "startswith({t}, {s}, {s})", "__contains__({t})"),
    ("str", "int"): (
        "find({t})", "rfind({t})", "index({t})", "rindex({t})", "count({t})", "find({t}, {s})", "find({t}, {s}, {s})",
        "rfind({t}, {s}, {s})", "count({t}, {s})", "index({t}, {s})", "__len__()"),
    ("str", "list"): (
        "split()", "split({t})", "split({t}, {s})", "rsplit({t}, {s})", "rsplit()", "splitlines()", "splitlines(True)",
        "split(None, {s})", "rsplit(None, {s})", "rsplit({t})", "split(sep={t}, maxsplit={s})"),
    ("bytes", "bytes"): (
        "upper()", "lower()", "strip()", "strip({b})", "lstrip({b})", "title()", "capitalize()", "swapcase()", "replace({b}, {b})",
        "center(7, b'-')", "ljust(5)", "rjust(5, b'0')", "zfill(5)", "expandtabs()", "removeprefix({b})", "join([b'x', b'y'])",
        "hex().encode()", "translate(None, b'a')", "decode('latin-1').encode()", "partition({b})[0]", "replace({b}, {b}, {s})",
        "split({b})[0]", "rsplit({b}, {s})[-1]", "splitlines()[0]", "decode().encode()", "removesuffix({b})"),
    ("bytes", "int"): ("find({b})", "rfind({b})", "index({b})", "count({b})", "find({i})", "count({b}, {s})", "__len__()"),
    ("int", "int"): (
        "bit_length()", "bit_count()", "conjugate()", "__add__({i})", "__rsub__({i})", "__index__()", "real", "imag",
        "numerator", "denominator", "__floordiv__({i})", "__pow__(2)", "__abs__()", "__neg__()", "__xor__({i})", "__round__({s})",
        "__mod__({i})", "__trunc__()"),
    ("set", "set"): (
        "union({z}, [7])", "intersection({z})", "difference({z})", "symmetric_difference({z})", "copy()", "union(range(3))",
        "intersection([1, 2])", "difference([1], {z})", "__or__({z})"),
    ("set", "bool"): ("issubset({z})", "issuperset({z})", "isdisjoint({z})", "__contains__({i})", "issubset(range(9))"),
}
MUTATIONS: dict[str, tuple[str, ...]] = {
    "list": (
        "append({a})", "pop()", "pop({s})", "reverse()", "extend({u})", "insert({s}, {a})", "sort()", "sort(key=str)",
        "sort(key=repr, reverse=True)", "sort(reverse=True)", "clear()", "remove({a})", "remove(1)", "extend({t})",
        "__setitem__({s}, {a})", "insert({i}, {a})", "sort(key=lambda k: str(k)[-1:])", "extend(range(3))", "__iadd__((1,))"),
    "dict": (
        "pop({t}, None)", "pop('a')", "setdefault({t}, {a})", "setdefault(1, [])", "update({d})", "update(a={a}, zz=1)",
        "update([(1, {a})])", "popitem()", "clear()", "__delitem__('a')", "__setitem__({t}, {a})", "pop({i})",
        "setdefault((1, 2), {a})", "__ior__({d})", "get({t})", "get({i}, {a})"),
    "set": (
        "add({i})", "discard({i})", "remove({i})", "pop()", "clear()", "update({z})", "intersection_update({z})",
        "difference_update({z})", "symmetric_difference_update({z})", "update([1, 2], (3,))", "add({f})"),
}
SPECS = {
    "int": ("", "d", "5", "<5", ">5", "^5", "05", "+", " ", ",", "_", "x", "#x", "X", "b", "#b", "o", "#o", "c", "e", ".2f", "n", "%",
            "08b", "+,d", "_x", "=+6", "*^9", "<08", "g", ".3e", "s", ".2", "-", "010,", "z", "_b", "#010x", ">+8,", "z.1f", "E", "G"),
    "float": ("", "f", ".2f", ".0f", "e", ".3e", "g", ".3g", "%", ".1%", "+", "10.3f", "<10", "^12.2f", "010.2f", ",", ",.2f", "_.1f",
              "n", "#.0f", ".10g", "+.1e", "F", "G", "E", "=+12", "*>9.1f", "z.0f", "d", ".20f", "g", "#g", ".15g", ".17g", ".0e", "-", " "),
    "str": ("", "s", "10", "<6", ">6", "^7", ".2", "*^9", "10.3", "05", "x>4", "d", "=5", ".0", "^2s", "{w}", "é^5"),
    "bool": ("", "d", "5", "x", "s", "<6"),
}
CONVERSIONS = ("", "", "", "!r", "!s", "!a")
PERCENTS = ("%d", "%s", "%r", "%5d", "%-5d|", "%05d", "%+d", "%x", "%#o", "%X", "%.2f", "%e", "%g", "%c", "%10s", "%-6s|", "%.1s", "%%",
            "%i", "%a", "%08.3f", "%+.1e", "% d", "%#x", "%*d", "%.*f", "%(a)s", "%.3d", "%u", "%5.1f", "%G")


class Methods(Writer):
    """Method calls and formats."""

    def method(self, kind: str, gives: str, level: int) -> str:
        return f"({self.expression(kind, level)}).{self.fill(self.pick(METHODS[kind, gives]), level + 1)}"

    def mutation(self, kind: str) -> str:
        return f"{self.variable(kind)}.{self.fill(self.pick(MUTATIONS[kind]), 2)}"

    def spec(self, kind: str) -> str:
        return self.pick(SPECS.get(kind, ("", "", ">9", "s")))

    def formatted(self, level: int) -> str:
        """An f-string, `format` or `str.format`."""
        kind = self.pick(("int", "int", "float", "float", "str", "bool", "list", "any"))
        spec = self.spec(kind)
        choice = self.random.random()
        if choice < 0.25:
            return f"format({self.expression(kind, level)}, {spec.replace('{w}', '4')!r})"
        if choice < 0.45:
            other = self.spec("str").replace("{w}", "{2}")
            return f"'{{0:{spec.replace('{w}', '4')}}}|{{1!r:{other}}}'.format({self.expression(kind, level)}, {self.anything(level)}, {self.number(0, 9)})"
        if choice < 0.5:
            return f"'{self.pick(('{}', '{0}', '{a}', '{0[1]}', '{0.real}', '{!r:>5}', '{:{}}', '{', '}', '{{{}}}', '{0}{}', '{1}', '{a[b]}', '{:>{w}}'))}'.format({self.anything(level)}, {self.pick(literals.SMALL)}, a={self.anything(level)}, w=7)"
        pieces = []
        for _ in range(self.number(1, 3)):
            kind = self.pick(("int", "float", "str", "bool", "list", "any"))
            value = self.expression(kind, max(level, 3))
            if any(c in value for c in "'\"\\{}#!:") or "lambda" in value:
                value = self.variable(kind)
            conversion = self.pick(CONVERSIONS)
            spec = self.spec("str" if conversion else kind)
            if spec == "{w}" or self.chance(0.05):
                spec = "{" + self.variable("int") + " % 9}"
            debug = "=" if self.chance(0.1) else ""
            pieces.append(f"{{{value}{debug}{conversion}{':' + spec if spec else ''}}}")
        return "f'" + self.pick(("|", " ", "{{", "\\n", "")).join(pieces) + "'"

    def percent(self, level: int) -> str:
        specs = [self.pick(PERCENTS) for _ in range(self.number(1, 2))]
        if any("(" in s for s in specs):
            return f"({'|'.join(s for s in specs if '(' in s)!r} % {self.expression('dict', level)})"
        count = sum(0 if s == "%%" else 1 + ("*" in s) for s in specs)
        if self.chance(0.05):
            count += self.pick((-1, 1))
        kinds = {"d": "int", "x": "int", "o": "int", "X": "int", "f": "float", "e": "float", "g": "float", "c": "int", "i": "int", "u": "int", "G": "float"}
        values = []
        for s in specs:
            if "*" in s:
                values.append(self.pick(literals.SMALL))
            if s != "%%":
                values.append(self.expression(kinds.get(s.rstrip("|")[-1], "any"), level + 1) if self.chance(0.9) else self.anything(level + 1))
        values = [*values, "1"][:max(count, 0)]
        inside = ", ".join(values) + ("," if len(values) == 1 else "")
        return f"({'|'.join(specs)!r} % ({inside}))"

    # made elsewhere
    def expression(self, kind: str, level: int = 0) -> str:
        raise NotImplementedError

    def anything(self, level: int = 0) -> str:
        raise NotImplementedError

    def fill(self, template: str, level: int, kind: str = "any") -> str:
        raise NotImplementedError
