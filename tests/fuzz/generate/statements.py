"""Statements at the top: assignments of every form, loops, conditions, deletions, mutations."""

from __future__ import annotations

from fuzz.generate import literals
from fuzz.generate.expressions import Expressions
from fuzz.generate.writer import MOST_DEPTH

OPERATORS = {
    "int": ("+", "-", "*", "//", "%", "&", "|", "^", "<<", ">>", "**", "/"), "float": ("+", "-", "*", "/", "//", "%", "**"),
    "str": ("+", "*", "%"), "list": ("+", "*"), "tuple": ("+", "*"), "bytes": ("+", "*"), "set": ("|", "&", "-", "^"),
    "dict": ("|",), "bool": ("&", "|", "^"), "any": ("+", "-"),
}


class Statements(Expressions):
    """Simple statements and loops."""

    def assign(self) -> None:
        """Bind a variable to a value of its kind, cut to a bounded size."""
        kind = self.kind()
        name = self.variable(kind)
        if self.chance(0.3) and self.depth <= 1:
            name = self.fresh("v")
            self.emit(f"{name} = cap({self.expression(kind)})")
            self.variables[kind].append(name)
        else:
            self.emit(f"{name} = cap({self.expression(kind)})")

    def show(self) -> None:
        self.emit(f"show({self.some(1, 2, self.anything)})")

    def assign_oddly(self) -> None:
        """Targets of other forms."""
        choice = self.number(0, 10)
        if choice == 0:
            left, right = self.variable("any"), self.variable("any")
            self.emit(f"{left} = {right} = cap({self.anything()})\nshow({left}, {right})")
        elif choice == 1:
            self.emit(f"x, *y = {self.iterable(1)}\nshow(x, y)")
        elif choice == 2:
            self.emit(self.fill(f"(x, [y, *z]), w = {self.pick(('({u}, {e}), 1', '(1, (2, 3)), 4', '[(1, {e}), 2]', '{l}'))}\nshow(x, y, z, w)", 2))
        elif choice == 3:
            kind = self.pick(("int", "str", "float", "list"))
            one, two = self.variable(kind), self.variable(kind)
            self.emit(f"{one}, {two} = {two}, {one}\nshow({one}, {two})")
        elif choice == 4:
            kind = self.pick(("list", "dict", "str", "tuple", "bytes"))
            value = self.anything(2)
            self.emit(f"{self.variable(kind)}[{self.key(2)}] = cap({value})")
        elif choice == 5:
            name = self.variable("list")
            self.emit(f"{name}[{self.slice(always=True)}] = {self.iterable(2)}\n{name} = cap({name})\nshow({name})")
        elif choice == 6:
            name = self.variable(self.pick(("list", "dict")))
            self.emit(f"del {name}[{self.slice() if self.chance(0.6) else self.key(2)}]\nshow({name})")
        elif choice == 7:
            kind = self.pick(("int", "any", "str"))
            self.emit(f"{self.variable(kind)}: {self.pick(('int', 'str | None', 'list[int]'))} = cap({self.expression(kind)})")
        elif choice == 8:
            name = self.variable("list")
            self.emit(f"{name}[{self.pick(literals.SMALL)}] {self.pick(('+', '-', '*', '|'))}= {self.expression('int', 2)}\n{name} = cap({name})")
        elif choice == 9:
            name, key = self.variable("dict"), self.key(2)
            self.emit(f"{name}[{key}] {self.pick(('+', '|', '//'))}= {self.expression('int', 2)}\n{name} = cap({name})")
        else:
            name = self.fresh("t")
            self.emit(f"{name} = {self.anything()}\nshow({name})\ndel {name}\nshow({name})")

    def augment(self) -> None:
        kind = self.kind()
        name = self.variable(kind)
        operator = self.pick(OPERATORS[kind])
        if operator in ("**", "<<", ">>") or (operator == "*" and kind != "float" and kind != "int"):
            value = self.pick(literals.SMALL)
        elif operator == "%" and kind == "str":
            value = f"({self.anything(2)},)"
        else:
            value = f"cap({self.expression(kind, 1)})"
        self.emit(f"{name} {operator}= {value}\n{name} = cap({name})")

    def mutate(self) -> None:
        kind = self.pick(("list", "dict", "set"))
        text = self.mutation(kind)
        name = text.partition(".")[0]
        self.emit(f"show({text})\n{name} = cap({name})\nshow({name})")

    def loop(self) -> None:
        if self.chance(0.2):
            self.loop_while()
            return
        name = self.fresh("n")
        source = self.pick((
            "range(4)", "itertools.islice({m}, 4)", f"{self.variable('list')}[:5]", f"{self.variable('str')}[:4]", f"list({self.variable('dict')})[:4]",
            f"{self.variable('tuple')}[:4]", f"enumerate({self.variable('list')}[:3])", f"zip({self.variable('list')}[:4], 'abcd')",
            f"reversed({self.variable('list')}[:4])", f"sorted({self.variable('set')})[:4]", "range(5, 0, -2)",
            f"list({self.variable('dict')}.items())[:3]", f"{self.variable('bytes')}[:3]"))
        source = self.fill(source, 2)
        pair = "enumerate" in source or "zip(" in source or "items" in source
        target = f"{name}, {name}b" if pair and self.chance(0.6) else name
        with self.indented(f"for {target} in {source}:", 5):
            self.variables["any"].append(name)
            self.body()
            self.emit(f"show({name})")
            if self.chance(0.4):
                self.emit(f"if {self.expression('bool', 2)}: {self.pick(('break', 'continue'))}")
            if self.chance(0.3):
                self.body()
            self.variables["any"].remove(name)
        if self.chance(0.3):
            with self.indented("else:"):
                self.show()

    def loop_while(self) -> None:
        name = self.fresh("n")
        self.emit(f"{name} = {self.number(1, 4)}")
        with self.indented(f"while {self.pick((name, f'{name} > 0', f'({name} := {name} - 1) >= 0'))}:", 5):
            self.emit(f"{name} -= 1")
            self.body()
            if self.chance(0.4):
                self.emit(f"if {self.expression('bool', 2)}: {self.pick(('break', 'continue'))}")
            self.show()
        if self.chance(0.4):
            with self.indented("else:"):
                self.show()

    def condition(self) -> None:
        with self.indented(f"if {self.expression('bool') if self.chance(0.6) else self.anything()}:"):
            self.body()
        if self.chance(0.3):
            with self.indented(f"elif {self.expression('bool')}:"):
                self.body()
        if self.chance(0.5):
            with self.indented("else:"):
                self.body()

    def body(self) -> None:
        """A small statement or two inside a block."""
        if self.host_calls and self.chance(0.2):
            self.emit("host()")
        for _ in range(self.number(1, 2)):
            if self.depth >= MOST_DEPTH or self.factor > 60:
                self.show()
            else:
                self.pick((self.assign, self.assign, self.show, self.augment, self.mutate, self.assign_oddly,
                           self.condition, self.loop))()
