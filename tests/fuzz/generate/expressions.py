"""Expressions by the kind of their value, made from templates.

Holes of a template: {i} int, {f} float, {s} a small int, {t} str, {b} bytes, {l} list, {u} tuple, {d} dict, {z} set,
{a} of the kind any, {n} of whatever kind, {o} bool, {r} range, {e} an iterable, {m} an iterator, {c} a comprehension
without brackets, {k} a key, {x} the inside of a subscript, {v} a slice, {w} a new name, {*} something starred, {q} of
the kind that is being made.
"""

from __future__ import annotations

from fuzz.generate import literals
from fuzz.generate.methods import METHODS, Methods

DEEPEST = 4
MOST_COST_OF_CALLS = 400
COMPARE = ("<", "<=", ">", ">=", "==", "!=")
COMMON = (
    "({q} if {o} else {q})", "({q} if {n} else {q})", "({q} and {q})", "({q} or {q})", "(lambda y: y)({q})", "({w} := {q})", "[{q}, {a}][0]", "{'k': {q}}['k']",
    "next(iter([{q}]))", "(lambda *a, **k: k.get('k', a))(k={q})", "max({q}, {q})", "({n}, {q})[-1]", "next(({q} for _ in '12'), None)")
FORMS: dict[str, tuple[str, ...]] = {
    "int": (
        *["({i} + {i})", "({i} - {i})", "({i} * {i})", "({i} // {i})", "({i} % {i})", "({i} & {i})", "({i} | {i})", "({i} ^ {i})"] * 3,
        *["({i} << {s})", "({i} >> {s})", "({i} ** {s})", "len({n})", "int({t})", "int({f})", "round({f})"] * 2,
        "({i} << 31)", "({i} << 62)", "({i} << 63)", "({i} >> 64)", "({i} >> 100)", "({i} << 100)", "({i} ** 2)", "({i} ** 5)", "(-{i})", "(~{i})", "(+{i})",
        "abs({i})", "int({i})", "int({o})", "operator.index({i})", "operator.invert({i})", "int({b})", "round({i})", "sum(range(5))",
        "sum([1, 2**62, 2**62])", "sum([{i}, {i}])", "sum(map(len, [(), (1,)]))", "sum(n * n for n in range(4))", "sum({l})", "sum({z})", "min({i}, {i})",
        "max({i}, {i}, {i})", "min({l})", "max({z})", "divmod({i}, {i})[0]", "divmod({i}, {i})[1]", "pow({i}, {s}, 7)", "pow({i}, {s}, 2**31 - 1)",
        "pow({i}, {i}, -5)", "pow({i}, {s})", "pow({i}, {s}, {s})", "hash(2**61 - 1)", "hash(2**61)", "hash(-2**70)", "hash(10**30)", "hash(1.5)", "hash((1, 2.5))", "hash(2.0**70)", "hash(-1)", "hash(float('inf'))",
        "math.gcd({i}, {i})", "math.lcm({s}, {s})", "math.isqrt(abs({i}))", "math.isqrt({s})", "math.comb(abs({s}), 2)", "math.factorial({s})", "math.perm(7, {s})",
        "math.floor({f})", "math.ceil({f})", "math.trunc({f})", "math.prod([{i}, {s}])", "int.from_bytes({b}, 'big')", "int.from_bytes({b}, 'little', signed=True)",
        "ord({t}[:1])", "int({t}, 10)", "int({t}, 16)", "int({t}, 0)", "int({t}, {s})", "{l}.index({n})", "{u}.index({n})", "{l}.count({n})", "{t}.count({t})",
        "{l}[{s}]", "{u}[{s}]", "{r}[{s}]", "{b}[{s}]", "functools.reduce(lambda p, q: p * 3 + q, range(4), {i})", "operator.add({i}, {i})", "operator.mul({i}, {i})",
        "operator.floordiv({i}, {i})", "operator.mod({i}, {i})", "operator.xor({i}, {i})", "len(list({m}))", "len({r})", "({o} + {o})", "({o} * {i})", "{i}.real",
        "max({e}, key=str)", "min({e}, key=len, default=0)", "max({e}, default=None)", "sum({u}, {i})", "sum({e}, start=1)", "len(range({i}))", "range({i}, {i}, 3)[0]",
        "(bool({n}) + 1)", "math.floor({i} / 7)", "int({f} * {f})", "({i} * {i} * {i})", "({i} * {i} - {i} * {i})", "({i} // {s})", "({i} % {s})", "((-{i}) // {s})", "((-{i}) % {s})"),
    "float": (
        *["({f} + {f})", "({f} - {f})", "({f} * {f})", "({f} / {f})", "({f} // {f})", "({f} % {f})", "({i} + {f})", "({f} - {i})", "({i} * {f})", "({i} / {i})", "({f} / {i})"] * 3,
        "({i} % {f})", "({f} // {i})", "({f} ** 2)", "({f} ** -1)", "({f} ** 0.5)", "({f} ** 0.0)", "({f} ** 100)", "({i} ** -2)", "({i} ** 0.5)", "float({i})", "float({t})",
        "float({o})", "float({f})", "round({f}, 2)", "round({f}, -1)", "round({f}, 1)", "round({f}, 15)", "round({f}, 400)", "round({f}, -400)", "round({f}, {s})", "(-{f})", "(+{f})",
        "abs({f})", "divmod({f}, {f})[0]", "divmod({f}, {f})[1]", "sum([{f}, {f}])", "sum([{f}, {i}, {f}], 0.0)", "min({f}, {i})", "max({f}, {i})", "math.sqrt({f})", "math.fabs({f})",
        "math.copysign({f}, {f})", "math.fmod({f}, {f})", "math.ldexp({f}, {s})", "math.hypot({f}, {f})", "math.fsum([{f}, {f}, 0.1])", "math.modf({f})[0]", "math.frexp({f})[0]",
        "math.nextafter({f}, {f})", "math.ulp({f})", "math.radians({f})", "math.remainder({f}, {f})", "math.dist([{f}], [{f}])", "float.fromhex({f}.hex())", "{f}.real", "{f}.imag",
        "{f}.conjugate()", "abs(complex({s}, {s}))", "complex({f}, {f}).imag", "math.pow({f}, {s})", "float(repr({f}))", "float('%.17g' % {f})", "({i} / {s})"),
    "bool": (
        *["({i} {?} {i})", "({f} {?} {f})", "({i} {?} {f})", "({t} {?} {t})", "({l} {?} {l})", "({u} {?} {u})", "({n} {?} {n})"] * 3,
        "({b} {?} {b})", "({z} {?} {z})", "({d} {?} {d})", "({a} == {n})", "({n} != {a})", "({i} {?} {i} {?} {f})", "({i} {?} {i} {?} {i} {?} {i})", "({t} in {t})", "({t} not in {t})",
        "({n} in {l})", "({n} in {u})", "({n} in {d})", "({n} in {z})", "({i} in {r})", "({f} in {r})", "({i} in {b})", "({b} in {b})", "({n} not in {e})", "isinstance({n}, int)",
        "isinstance({n}, (str, float))", "isinstance({n}, list | dict)", "isinstance({n}, object)", "isinstance({n}, type(None))", "(not {n})", "({a} is None)", "({a} is not ...)",
        "({n} is True)", "all({e})", "any({e})", "any(y > 1 for y in {e})", "all(y for y in {m})", "bool({n})", "math.isnan({f})", "math.isinf({f})", "math.isclose({f}, {f})",
        "callable({a})", "issubclass(type({n}), (int, list))", "({l} == list({l}))", "({u} == tuple({u}))", "({o} and {o})", "({o} or {o})", "({o} & {o})", "({o} ^ {o})",
        "{f}.is_integer()", "{d}.keys() {?} {d}.keys()", "({d}.items() == {d}.items())", "({i} in {d}.values())", "({r} == {r})", "operator.contains({e}, {n})", "({f} == {t})"),
    "str": (
        *["({t} + {t})", "({t} * {s})", "{t}[{v}]", "{t}[{x}]", "str({n})", "repr({n})"] * 2,
        "ascii({n})", "({t}).join(map(str, {e}))", "({t}).join(repr(y) for y in {u})", "({t}).join({l})", "({t}).join({t})", "''.join([{t}, {t}])", "chr(97)", "chr(0x1f600)", "chr({i})", "chr({s})",
        "hex({i})", "bin({i})", "oct({i})", "({s} * {t})", "{t}[::-1]", "{b}.decode()", "{b}.decode('latin-1')", "{b}.decode('utf-8', 'replace')", "{b}.hex()", "{b}.hex('-')", "{f}.hex()",
        "type({n}).__name__", "max({t}, default='')", "sorted({t})[0]", "min({t}, {t})", "{t}.partition({t})[{s}]", "{t}.split({t})[{s}]", "str({b}, 'utf-8', 'ignore')",
        "('%s' % ({n},))", "str({t})", "({t}).__add__({t})", "''.join(sorted({t}))", "''.join(reversed({t}))", "'-'.join(str(y) for y in {e})", "format({n})"),
    "bytes": (
        *["({b} + {b})", "({b} * {s})", "{b}[{v}]"] * 2, "{t}.encode()", "{t}.encode('latin-1')", "{t}.encode('ascii', 'replace')", "{t}.encode('utf-16-le')", "{t}.encode('ascii', 'backslashreplace')",
        "bytes(range(5))", "bytes({s})", "bytes({l})", "bytes({b})", "bytearray({b})", "bytes([1, 255])", "bytes([256])", "({i}).to_bytes(8, 'big')", "({i}).to_bytes(16, 'little', signed=True)", "({i}).to_bytes({s}, 'big')",
        "(b'%d|%s|%r' % ({i}, {b}, {n}))", "b','.join([{b}, {b}])", "bytes.fromhex({t})", "{b}[::-1]", "(b'%x' % {i})", "bytes({z})", "bytes(reversed({b}))"),
    "list": (
        *["[{n}]", "[{n}, {n}]", "[{n}, {n}, {n}]", "[{c}]", "[{c}]", "[{*}, {n}]", "[{*}, {*}]", "({l} + {l})", "({l} * {s})", "{l}[{v}]"] * 2,
        "[]", "sorted({e})", "sorted({e}, key=str)", "sorted({e}, key=repr, reverse=True)", "sorted({e}, reverse=True)", "sorted({e}, key=lambda y: (str(type(y)), repr(y)))", "sorted({e}, key=len)",
        "list({m})", "list({m})", "list({e})", "list({d})", "list({d}.values())", "list({d}.items())", "list({d}.keys())", "[y for y in {e} if y]", "[(y, z) for y in {e} for z in {e}][:9]", "{l}[::-1]",
        "sorted({d}.items(), key=lambda y: repr(y))", "list(map(lambda y, z: (y, z), {e}, {e}))", "[[y] * 2 for y in {e}]", "sorted({z})", "({l}).copy()", "list(reversed({l}))",
        "sorted([{n}, {n}], key=lambda y: str(y))", "sorted([{i}, {f}, {i}])", "sorted([{t}, {t}, {t}], key=str.lower)", "sorted([{u}, {u}])", "list({r})", "[*{e}, *{e}]", "sorted([{i}, {i}, {i}, {i}], key=lambda y: y % 3)",
        "sorted([{f}, {f}, {f}], reverse=True)", "list(zip(*[{l}, {u}]))", "list(dict.fromkeys({e}))"),
    "tuple": (
        *["({n},)", "({n}, {n})", "({n}, {n}, {n})", "({*}, {n})", "({u} + {u})", "{u}[{v}]", "({u} * {s})"] * 2, "divmod({i}, {i})", "divmod({f}, {i})", "{t}.partition({t})", "{t}.rpartition({t})", "tuple({e})", "tuple({m})",
        "tuple({c_})", "{f}.as_integer_ratio()", "tuple({d}.items())", "({n}, *{e})", "math.frexp({f})", "math.modf({f})", "(*{e}, *{e})", "{i}.as_integer_ratio()", "tuple(y for y in {e})"),
    "dict": (
        *["{{k}: {n}}", "{{k}: {n}, {k}: {n}}", "{**{d}, {k}: {n}}", "{{k}: {n}, **{d}}", "({d} | {d})", "{y: {n} for y in {e}}", "{str(y): y for y in {e}}", "{y: z for y, z in {d}.items()}"] * 2,
        "dict(zip({e}, {e}))", "dict(a={n}, b={n})", "dict({d}, k={n})", "dict([(1, 2), ({k}, {n})])", "dict(enumerate({e}))", "dict.fromkeys({e})", "dict.fromkeys('abc', {n})", "({d}).copy()", "{}", "{(y, 1): y for y in {e} if y}",
        "{z: y for y, z in enumerate({e})}", "dict({m})", "dict({l})", "{y % 3: y for y in range(7)}", "{{i}: {i}, {f}: {f}, {o}: {o}}"),
    "set": (
        "({z} | {z})", "({z} & {z})", "({z} - {z})", "({z} ^ {z})", "{{s}, {s}, {s}}", "{{s}}", "{y * 2 for y in {z}}", "{y % 3 for y in range(6)}", "set(range(4))", "frozenset({z})", "set({z})", "set([1, 2, 1])", "set()",
        "{*{z}, 5}", "{y for y in (3, 1, 2) if y > 1}", "(dict.fromkeys([1, 2]).keys() & {z})", "(dict.fromkeys([1, 2]).keys() | {z})"),
    "any": (
        *["{n}", "{n}[{x}]", "{n}[{k}]"] * 3, *["({n} {!} {n})"] * 6, "{n}.real", "{n}.value", "{n}.v", "{a}.args", "{n}.x", "{n}.__len__()", "{a}.__class__.__name__", "{d}.get({k}, {n})", "{d}[{k}]", "{d}.get({k})", "type({n}).__name__",
        "(-{n})", "(~{n})", "abs({n})", "next({n})", "next({m}, {n})", "complex({f}, {f})", "complex({t})", "({i} + 2j)", "(1j * {f})", "hash([1])", "(reversed({n}) and 1)", "vars({n})", "len({i})", "getattr({n}, {t}, 0)", "{n}({n})",
        "range({i}, {i})", "{r}[{v}]", "slice({i}, {n}).indices(5)", "slice({s}, {s}, {s})", "next(reversed({d}), None)", "Base({n})", "Base({n}) + {n}", "{n} + Base({n})", "Pair({n}, {n})", "sum({l}, [])", "({i} ** {f})",
        "[{n} for _ in range(2)]", "min({l})", "max({l}, key=lambda y: repr(y))", "print({n}, end='|')", "(lambda y={n}, *z, k={n}: (y, z, k))({*})", "(lambda y, /, z=1: (y, z))({n})", "memoryview({b})[{s}]", "bytearray({b})", "(exec('1') or 1)",
        "round({n}, {n})", "pow({n}, {n}, {n})", "divmod({n}, {n})", "isinstance({n}, {n})", "sorted({n})", "({a} if {a} else {n})", "str({n}, {n})", "int({n}, {n})", "(zip({n}) and 2)", "({d} | {n})", "({l} + {n})", "({t} + {n})", "({t} % {n})"),
}


class Expressions(Methods):
    """Expressions; a level says how deep they are already."""

    def expression(self, kind: str, level: int = 0) -> str:
        if self.chance(0.02):
            kind = self.kind()
        if level >= DEEPEST or self.chance(0.12 + 0.1 * level):
            text = self.atom(kind)
        else:
            text = self.compound(kind, level + 1)
        if self.host_calls and self.chance(0.03):
            return f"(host({self.number(0, 9)}), {text})[1]"
        return text

    def compound(self, kind: str, level: int) -> str:
        choice = self.random.random()
        if choice < 0.1:
            form = self.pick(COMMON)
            if "{w}" not in form or not self.comprehensions:  # not in what a comprehension goes over
                return self.fill(form, level, kind)
        if choice < 0.28 and kind in _WITH_METHODS:
            owner = self.pick(_WITH_METHODS[kind])
            return self.method(owner, kind, level)
        if kind == "str" and choice < 0.5:
            return self.percent(level) if choice < 0.33 else self.formatted(level)
        if kind == "any" and choice < 0.4:
            if self.functions and choice < 0.25:
                return self.call()
            if self.classes:
                return self.fill(self.pick(self.classes) + self.pick(("()", "({n})", "({n}, {n})")), level)
        return self.fill(self.pick(FORMS[kind]), level, kind)

    def anything(self, level: int = 0) -> str:
        return self.expression(self.kind(), level)

    def atom(self, kind: str) -> str:
        names = self.variables[kind]
        if names and self.chance(0.65):
            return self.pick(names)
        text = self.pick(literals.BY_KIND[kind])
        if text[0] in "-(.n" or "*" in text or "/" in text or " - " in text or (text[0].isdigit() and kind == "int"):
            return f"({text})"
        return text

    def fill(self, template: str, level: int, kind: str = "any") -> str:
        """Put expressions into the holes of a template."""
        inside = " for " in template
        self.comprehensions += inside
        text = self.filled(template, level, kind)
        self.comprehensions -= inside
        return text

    def filled(self, template: str, level: int, kind: str) -> str:
        pieces = template.split("{")
        parts = [pieces[0]]
        for piece in pieces[1:]:
            end = piece.find("}")
            hole = piece[:end] if 0 < end <= 2 else ""
            made = self.hole(hole, level, kind) if hole in _HOLES else None
            parts.append("{" + piece if made is None else made + piece[end + 1:])
        return "".join(parts)

    def hole(self, hole: str, level: int, kind: str) -> str:
        wanted = _KINDS.get(hole)
        if wanted:
            return self.expression(wanted, level)
        match hole:
            case "q":
                return self.expression(kind, level)
            case "n":
                return self.anything(level)
            case "s":
                return f"({self.pick(literals.SMALL)})"
            case "e":
                return self.iterable(level)
            case "m":
                return self.lazy(level)
            case "c":
                return self.comprehension(level)
            case "c_":
                return f"({self.comprehension(level)})"
            case "k":
                return self.key(level)
            case "x":
                return self.slice()
            case "v":
                return self.slice(always=True)
            case "w":
                return self.fresh("w")
            case "r":
                return f"range({self.some(1, 3, lambda: self.pick(RANGES))})"
            case "*":
                return f"*{self.iterable(max(level, 3))}"
            case "?":
                return self.pick(COMPARE)
            case _:
                return self.pick(("+", "-", "//", "%", "/", "&", "|", "^", "@"))

    # ------------------------------------------------------------ parts
    def slice(self, always: bool = False) -> str:
        if not always and self.chance(0.5):
            return self.pick(("0", "-1", "1", "9", "2", "-3", "True", "2**64"))
        text = f"{self.pick(BOUNDS)}:{self.pick(BOUNDS)}"
        return text + self.pick(("", "", ":1", ":2", ":-1", ":-2", ":3", ":0", ":None"))

    def key(self, level: int) -> str:
        choice = self.random.random()
        if choice < 0.6:
            return self.pick((*literals.SMALL, "'a'", "'b'", "'c'", "'k'", "1.0", "None", "True"))
        return self.expression(self.pick(("int", "str", "tuple", "float")), max(level, 3))

    def iterable(self, level: int) -> str:
        kind = self.pick(("list", "list", "tuple", "str", "dict", "range", "set", "bytes"))
        return self.hole("r", level, kind) if kind == "range" else self.expression(kind, max(level, 2))

    def lazy(self, level: int) -> str:
        """An iterator of a builtin or of itertools."""
        return self.fill(self.pick(LAZY), level + 1)

    def comprehension(self, level: int) -> str:
        name = self.fresh("c")
        self.comprehensions += 1
        source = self.iterable(level)
        self.variables["any"].append(name)
        element = self.pick((name, f"({name}, {name})", f"str({name})")) if self.chance(0.5) else f"({name}, {self.anything(level + 1)})"
        target, tail = name, ""
        choice = self.random.random()
        if choice < 0.1:
            element, target, source = f"({name}, {name}b)", f"{name}, {name}b", f"zip({source}, {self.iterable(level)})"
        elif choice < 0.16:
            target, source = f"{name}, *{name}r", f"[{self.expression('tuple', 3)}, (1, 2)]"
        if self.chance(0.35):
            tail += f" if {name}" if self.chance(0.5) else f" if {self.expression('bool', level + 1)}"
        if self.chance(0.2):
            inner = self.fresh("c")
            tail += f" for {inner} in [{name}, 1]" if self.chance(0.5) else f" for {inner} in range({self.number(0, 3)})"
            element = f"({inner}, {element})"
        self.variables["any"].remove(name)
        self.comprehensions -= 1
        return f"{element} for {target} in {source}{tail}"

    def call(self) -> str:
        """A call of a function of the program, if it may be called that often."""
        _name, calls, cost = self.pick(self.functions)
        if cost * self.factor > MOST_COST_OF_CALLS or self.cost > MOST_COST_OF_CALLS:
            return self.atom("any")
        self.cost += cost * self.factor
        return self.pick(calls)


LAZY = (
    "enumerate({e})", "enumerate({e}, 1)", "enumerate({e}, start={i})", "zip({e}, {e})", "zip({e}, {e}, strict=True)", "zip({e}, {e}, {e})", "map(str, {e})", "map(len, {e})", "map(lambda y: (y, y), {e})",
    "map(lambda y: y + 1, {e})", "map(lambda y, z: (z, y), {e}, {e})", "filter(None, {e})", "filter(lambda y: y, {e})", "filter(str, {e})", "reversed({l})", "reversed({t})", "reversed({d})", "reversed({r})", "iter({e})",
    "itertools.chain({e}, {e})", "itertools.islice({e}, 2)", "itertools.islice({e}, 1, None)", "itertools.islice({e}, {s}, 5, 2)", "itertools.accumulate({e})", "itertools.accumulate({e}, lambda p, q: q)",
    "itertools.accumulate({e}, initial=1)", "itertools.pairwise({e})", "itertools.zip_longest({e}, {e})", "itertools.zip_longest({e}, {e}, fillvalue=0)", "itertools.takewhile(lambda y: y != 2, {e})",
    "itertools.dropwhile(lambda y: y, {e})", "itertools.combinations({e}, 2)", "itertools.permutations({r}, 2)", "itertools.islice(itertools.cycle({e}), 5)", "itertools.product({e}, [1, 2])", "({c})", "({c})",
    "itertools.starmap(divmod, [(7, 2), (9, {s})])", "((y, list(z)) for y, z in itertools.groupby({e}))", "((y, list(z)) for y, z in itertools.groupby({e}, key=str))", "itertools.compress({e}, [1, 0, 1])",
    "itertools.filterfalse(None, {e})", "itertools.chain.from_iterable([{e}, {e}])", "itertools.repeat({n}, 2)", "iter([1, 2, 3].pop, 1)", "(yielded for yielded in {m})", "itertools.tee({e})[1]",
    "itertools.combinations_with_replacement({r}, 2)", "itertools.islice(itertools.count({i}, {s}), 3)")
BOUNDS = ("", "", "0", "1", "-1", "2", "5", "-3", "None", "10**20", "-10**20", "3")
RANGES = (*literals.SMALL, "10", "-5", "12")
_KINDS = {"i": "int", "f": "float", "t": "str", "b": "bytes", "l": "list", "u": "tuple", "d": "dict", "z": "set",
          "a": "any", "o": "bool"}
_HOLES = {*_KINDS, "q", "n", "s", "e", "m", "c", "c_", "k", "x", "v", "w", "r", "*", "?", "!"}
_WITH_METHODS: dict[str, list[str]] = {}
for _owner, _kind in METHODS:
    _WITH_METHODS.setdefault(_kind, []).append(_owner)
