"""Random programs over the language of the sandbox, from a seed.

Programs end (loops are bounded), print what they compute and catch what they raise, so that one
program compares some hundred operations. Values are kept small where growth would be exponential.
Nothing that differs by design is generated: ids, addresses, the order of sets of strings.
"""

from __future__ import annotations

import random

INTS = ["0", "1", "2", "-1", "7", "255", "-128", "10**9", "2**31", "-2**63", "2**62", "2**64 + 3", "True"]
FLOATS = ["0.0", "-0.0", "1.5", "-2.25", "1e10", "0.1", "3.0", "1e300", "5e-324", "float('inf')"]
STRINGS = ["''", "'a'", "'abc'", "'Hello World'", "'\\u00e9t\\u00e9'", "'\\U0001f600x'", "'12'", "' pad '", "'a,b,c'"]
BYTES = ["b''", "b'ab'", "b'\\x00\\xff'"]
BINARY = ["+", "-", "*", "/", "//", "%", "&", "|", "^"]
COMPARE = ["<", "<=", ">", ">=", "==", "!="]
STRING_METHODS = [
    "upper()", "lower()", "strip()", "split()", "split(',')", "title()", "capitalize()",
    "swapcase()", "isdigit()", "isalpha()", "replace('a', 'bb')", "find('b')", "count('l')",
    "startswith('a')", "endswith('c')", "center(9, '*')", "zfill(6)", "partition(',')",
    "encode()", "rjust(5)", "splitlines()", "isupper()", "join(['x', 'y'])", "removeprefix('a')",
]
LIST_METHODS = ["copy()", "count(1)", "index(2)", "append(3)", "pop()", "pop(0)", "reverse()",
                "extend([1, 2])", "insert(1, 9)", "sort()", "clear()", "remove(1)"]
DICT_METHODS = ["get('a')", "get(1, 'no')", "keys()", "values()", "items()", "pop('a', None)",
                "setdefault('z', 5)", "copy()", "update({'q': 1})", "popitem()"]
SPECS = ["", ">8", "<6", "^7", "05", "+", ",", ".2f", "x", "b", "e", "%", "s", ".3", "#x", "_"]


class Generator:
    """Writes one program."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.lines: list[str] = []
        self.names: list[str] = []
        self.depth = 0
        self.counter = 0
        self.functions: list[tuple[str, int]] = []

    def pick(self, options: list[str]) -> str:
        return self.random.choice(options)

    def fresh(self, prefix: str) -> str:
        self.counter += 1
        return f"{prefix}{self.counter}"

    def program(self, statements: int = 25) -> str:
        self.prologue()
        for _ in range(statements):
            self.guarded()
        self.emit("print(" + ", ".join(f"repr({n})[:200]" for n in self.names[-6:]) + ")")
        return "\n".join(self.lines) + "\n"

    def prologue(self) -> None:
        for name, value in (("a", "7"), ("b", "2.5"), ("s", "'hello'"), ("t", "(1, 'x', 2.0)"),
                            ("xs", "[3, 1, 2]"), ("d", "{'a': 1, 'b': [2]}"), ("z", "{1, 2, 3}")):
            self.emit(f"{name} = {value}")
            self.names.append(name)
        self.emit("class P:")
        self.emit("    def __init__(self, v=0): self.v = v")
        self.emit("    def __repr__(self): return f'P({self.v!r})'")
        self.emit("    def __eq__(self, o): return isinstance(o, P) and self.v == o.v")
        self.emit("    def __hash__(self): return hash(self.v)")
        self.emit("    def __lt__(self, o): return self.v < o.v")
        self.emit("    def __add__(self, o): return P(self.v + (o.v if isinstance(o, P) else o))")
        self.emit("    def __radd__(self, o): return P(o + self.v)")
        self.emit("    def __len__(self): return 2")
        self.emit("    def __getitem__(self, i): return (self.v, i)[i]")
        self.emit("    def twice(self): return self.v * 2")

    def emit(self, text: str) -> None:
        self.lines.append("    " * self.depth + text)

    def guarded(self) -> None:
        """One statement whose exceptions are printed."""
        self.emit("try:")
        self.depth += 1
        self.statement()
        self.depth -= 1
        handler = self.random.random()
        if handler < 0.15:
            self.emit("except (TypeError, ValueError) as e:")
            self.emit("    print('TV', type(e).__name__, e)")
        self.emit("except Exception as e:")
        self.emit("    print(type(e).__name__, e)")
        if handler > 0.9:
            self.emit("finally:")
            self.emit("    print('finally')")

    def statement(self) -> None:
        kind = self.random.randrange(14)
        if kind <= 3:
            name = self.pick([*self.names, self.fresh("v")])
            self.emit(f"{name} = {self.expression()}")
            if name not in self.names:
                self.names.append(name)
        elif kind == 4:
            self.emit(f"print({self.expression()})")
        elif kind == 5:
            self.emit(f"{self.pick(self.names)} {self.pick(BINARY)}= {self.expression(1)}")
        elif kind == 6:
            self.loop()
        elif kind == 7:
            self.emit(f"if {self.expression()}:")
            self.block()
            if self.random.random() < 0.5:
                self.emit("else:")
                self.block()
        elif kind == 8:
            self.function()
        elif kind == 9:
            self.emit(f"{self.pick(['xs', 's', 't', 'd'])}.{self.pick(LIST_METHODS + DICT_METHODS)}")
        elif kind == 10:
            target = self.pick(["xs", "d", "t", "s"])
            self.emit(f"{target}[{self.expression(2)}] = {self.expression(1)}")
        elif kind == 11:
            self.emit(f"x, *y = {self.expression()}")
            self.emit("print(x, y)")
        elif kind == 12:
            self.emit(f"del {self.pick(['xs', 'd'])}[{self.expression(2)}]")
        else:
            self.generator()

    def block(self) -> None:
        self.depth += 1
        if self.depth > 3:
            self.emit(f"print({self.expression()})")
        else:
            self.statement()
        self.depth -= 1

    def loop(self) -> None:
        name = self.fresh("i")
        source = self.pick(["range(4)", "xs[:5]", "s[:5]", "list(d)[:4]", "t", "enumerate(xs[:3])",
                            "zip(xs[:4], s[:4])", "reversed(xs[:4])", "sorted(xs[:5])", "range(5, 0, -2)"])
        self.emit(f"for {name} in {source}:")
        self.depth += 1
        self.emit(f"print({name}, {self.expression(1)})")
        if self.random.random() < 0.4:
            self.emit(f"if {self.expression(2)}: {self.pick(['break', 'continue'])}")
        self.depth -= 1
        if self.random.random() < 0.3:
            self.emit("else:")
            self.emit("    print('else')")

    def function(self) -> None:
        name = self.fresh("f")
        signature = self.pick(["x", "x, y=2", "x, *r", "x, *, k=1", "x, **kw", "x, /, y=3"])
        self.emit(f"def {name}({signature}):")
        self.depth += 1
        outer = self.names
        self.names = ["x", *outer]
        if self.random.random() < 0.3:
            self.emit("def inner(u): return (x, u)")
            self.emit("print(inner(1))")
        self.emit(f"return {self.expression()}")
        self.names = outer
        self.depth -= 1
        for arguments in ("1", "'q', 5", "[1], k=3"):
            self.emit(f"try: print({name}({arguments}))")
            self.emit("except Exception as e: print(type(e).__name__, e)")

    def generator(self) -> None:
        name = self.fresh("g")
        self.emit(f"def {name}(n):")
        self.emit("    for i in range(n):")
        self.emit(f"        got = yield {self.pick(['i', 'i * 2', '(i, n)', 'str(i)'])}")
        self.emit("        if got: print('got', got)")
        self.emit("    return 'end'")
        self.emit(f"it = {name}({self.random.randrange(4)})")
        self.emit("print(next(it, None))")
        self.emit("try: print(it.send('s'))")
        self.emit("except StopIteration as e: print('stop', e.value)")
        self.emit("print(list(it))")

    def expression(self, level: int = 0) -> str:
        choice = self.random.randrange(22) if level < 3 else self.random.randrange(5)
        sub = level + 1
        if choice <= 1:
            return self.pick(self.names)
        if choice == 2:
            return self.pick(INTS)
        if choice == 3:
            return self.pick(STRINGS)
        if choice == 4:
            return self.pick(FLOATS)
        if choice <= 7:
            return f"({self.expression(sub)} {self.pick(BINARY)} {self.expression(sub)})"
        if choice == 8:
            return f"({self.expression(sub)} {self.pick(COMPARE)} {self.expression(sub)})"
        if choice == 9:
            return f"({self.expression(sub)} {self.pick(['and', 'or'])} {self.expression(sub)})"
        if choice == 10:
            return f"{self.pick(STRINGS)}.{self.pick(STRING_METHODS)}"
        if choice == 11:
            return f"[{self.expression(sub)} for q in range({self.random.randrange(4)})]"
        if choice == 12:
            return f"{self.pick(['xs', 't', 's'])}[{self.slice()}]"
        if choice == 13:
            return f"f'{{{self.pick(self.names)}:{self.pick(SPECS)}}}|{{{self.pick(self.names)}!r}}'"
        if choice == 14:
            return f"({self.expression(sub)} if {self.expression(sub)} else {self.expression(sub)})"
        if choice == 15:
            function = self.pick(["len", "str", "repr", "int", "float", "bool", "abs", "sorted", "list",
                                  "tuple", "sum", "max", "min", "round", "hash", "type", "any", "all"])
            if function == "hash":
                return f"hash({self.pick(INTS + FLOATS + ['(1, 2.5)'])})"
            return f"{function}({self.expression(sub)})"
        if choice == 16:
            return f"{{'k': {self.expression(sub)}, {self.pick(INTS)}: {self.pick(self.names)}}}"
        if choice == 17:
            return f"({self.expression(sub)}, {self.expression(sub)})"
        if choice == 18:
            return f"(lambda x: {self.pick(['x', 'x + 1', '[x]', 'x == x'])})({self.expression(sub)})"
        if choice == 19:
            return self.pick([
                f"({self.expression(sub)} {self.pick(['in', 'not in'])} {self.pick(['xs', 'd', 't', 's'])})",
                f"({self.expression(sub)} {self.pick(['is', 'is not'])} None)",
            ])
        if choice == 20:
            return f"P({self.expression(sub)})"
        return self.pick([f"-{self.pick(self.names)}", f"(not {self.pick(self.names)})",
                          f"P({self.pick(INTS)}).twice()", f"divmod({self.pick(INTS)}, {self.pick(INTS)})",
                          f"isinstance({self.pick(self.names)}, (int, str))", self.pick(BYTES)])

    def slice(self) -> str:
        parts = [self.pick(["", "0", "1", "-1", "2", "5", "-3"]) for _ in range(2)]
        text = ":".join(parts)
        return text + self.pick(["", ":1", ":2", ":-1"]) if self.random.random() < 0.7 else self.pick(["0", "-1", "1", "9"])


def generate(seed: int, statements: int = 25) -> str:
    """The program of a seed; the same on every machine."""
    return Generator(seed).program(statements)
