"""Functions: parameters of every kind and calls of every shape, closures, decorators, generators, coroutines."""

from __future__ import annotations

from fuzz.generate.flow import Flow

PARAMETERS = (
    "", "p", "p, q=2", "p, *r", "p, *, k=1", "p, **w", "p, /, q=3", "p, /, q, *, k", "*r, **w", "p, q=[], *r, k=None, **w", "*, k, m=2",
    "p=1, /, q=2, *r, k=3, **w", "p, q, r", "p: int, q: str = 'd', /, *, k: float = 1.5", "p=(note(7), 1)[1], *r")
CALLS = (
    "", "1", "1, 2", "1, 2, 3", "q=5", "1, q=5", "1, k=3", "*(1, 2)", "*[1], **{'k': 2}", "1, 2, k=3, z=4", "p=1", "p=1, q=2", "1, *(), *(2, 3)",
    "**{'p': 1}", "**{'k': 1}, **{'m': 2}", "*'ab'", "1, p=2", "k=1, *(1, 2)", "**{'a b': 1}", "1, **{1: 2}", "*5", "**5", "1, k=1, **{'k': 2}",
    "*(n for n in range(2))", "*range(4)")
DECORATORS = ("loud", "repeat(2)", "functools.wraps(note)",
              "lambda f: f", "lambda f: functools.partial(f, 1)")


class Functions(Flow):
    """Definitions of functions and their calls."""

    def parameter_function(self) -> None:
        name = self.fresh("fn")
        parameters = self.pick(PARAMETERS)
        plain = self.chance(0.75)
        for _ in range(0 if plain else self.number(1, 2)):
            self.emit(f"@{self.pick(DECORATORS)}")
        known = {p: "any" for p in "pqrkmw" if p in parameters.replace("int", "").replace("float", "").replace("str", "").replace("None", "").replace("note", "")}
        with self.scope(known), self.indented(f"def {name}({parameters}):"):
            for _ in range(self.number(0, 2)):
                self.pick((self.show, self.assign_local, self.condition))()
            self.emit(f"return ({', '.join([*known, self.anything(2)])},)")
        calls = [f"{name}({self.pick(CALLS)})" for _ in range(3)]
        for call in calls:
            self.guarded_line(f"show({call})")
        self.guarded_line(f"show({name}({self.some(1, 3, lambda: self.anything(2))}))")
        self.functions.append((name, calls, self.last_cost + 3))
        if self.chance(0.2) and plain:
            self.guarded_line(f"show({name}.__name__, {name}.__qualname__, {name}.__defaults__, {name}.__kwdefaults__, {name}.__annotations__)")

    def assign_local(self) -> None:
        name = self.fresh("l")
        kind = self.kind()
        self.emit(f"{name} = cap({self.expression(kind, 1)})")
        self.variables[kind].append(name)

    def guarded_line(self, text: str) -> None:
        self.emit(f"try: {text}\nexcept Exception as e: note(type(e).__name__, str(e))")

    def flow_function(self) -> None:
        """A function in which control goes everywhere, called with several arguments."""
        name = self.fresh("fn")
        with self.scope({"n": "int"}), self.indented(f"def {name}(n):"):
            self.flow("function", self.number(2, 4))
        if self.last_cost > 3000:
            return
        with self.indented("for n in range(4):"):
            self.emit(f"try: note('gives', {name}(n))")
            self.report()
        if self.chance(0.1):
            self.emit(f"{name}(2)")

    def report(self) -> None:
        """Print what was raised: class and text, the chain, or the whole traceback."""
        choice = self.random.random()
        if choice < 0.5:
            self.emit("except BaseException as e: note(type(e).__name__, str(e))")
        elif choice < 0.75:
            self.emit("except BaseException as e: chain(e)")
        else:
            self.emit("except BaseException: note(traceback.format_exc())")

    def closure_function(self) -> None:
        name = self.fresh("fn")
        with self.indented(f"def {name}(p, q=1):"):
            inner = self.fresh("fn")
            self.emit(f"total = {self.pick(('0', '[]', 'p'))}")
            use_global = self.chance(0.3)
            with self.indented(f"def {inner}({self.pick(('d', 'd=2', '*d'))}):"):
                self.emit("nonlocal total")
                if use_global:
                    self.emit("global counter\ncounter += 1")
                self.emit(self.pick(("total += d if isinstance(total, int) and isinstance(d, int) else [d]", "total = (d, p, q)", "total = total, d",
                                     "del total", "p and note(total)")))
                if self.chance(0.4):
                    self.emit("note([(p, z, total) for z in range(2)], (lambda: (total, q))())")
                self.emit("return total")
            if self.chance(0.3):
                self.emit(f"fs = [lambda: (z, {self.pick(('p', 'q', 'total'))}) for z in range(3)]\nnote([f() for f in fs])")
            if self.chance(0.2):
                self.emit("del q" if self.chance(0.5) else "q = q + 1")
            self.emit(f"return {inner}, lambda: total")
        for call in ("1", "'t', q=3", "[1]"):
            self.emit(f"try:\n    one, two = {name}({call})\n    show(one({self.pick(('1', '2', ''))}), two())\n    show(one(5), two())")
            self.report()

    def generator_function(self) -> None:
        name = self.fresh("gen")
        with self.scope({"n": "int"}), self.indented(f"def {name}(n):"):
            if self.chance(0.5):
                self.emit("def inner(n):\n    try:\n        note('inner', (yield n))\n        yield n + 1\n    finally:\n        note('inner done')\n    return 'inner'")
            self.flow("generator", self.number(2, 4))
            self.emit("yield 'last'")
        if self.last_cost > 3000:
            return
        with self.indented("for n in range(3):"):
            self.emit(f"it = {name}(n)")
            for _ in range(self.number(1, 4)):
                self.emit(f"try: note({self.pick(('next(it)', 'next(it)', 'it.send(n)', repr('sent') + ' and it.send(None)', 'it.throw(ValueError(1))', 'it.throw(Odd)', 'list(itertools.islice(it, 3))', 'next(it, None)', 'it.close()', 'it.throw(GeneratorExit)', 'it.gi_frame is None', 'it.throw(KeyError, KeyError(4))'))})")
                self.report()
            self.emit("try: note(list(itertools.islice(it, 9)))")
            self.report()
            self.emit("try: note(finish(it))")
            self.report()

    def coroutine_function(self) -> None:
        name = self.fresh("fn")
        with self.scope({"n": "int"}), self.indented(f"async def {name}(n):"):
            self.flow("coroutine", self.number(2, 3))
            self.emit("return n")
        if self.last_cost > 3000:
            return
        with self.indented("for n in range(3):"):
            self.emit("try: note(asyncio.run(" + self.pick((f"{name}(n)", f"gathered({name}(n), {name}(n + 1))", f"gathered({name}(n), later(3), {name}(n))", f"tasks({name}, n)")) + "))")
            self.report()

    def async_generator(self) -> None:
        name, main = self.fresh("gen"), self.fresh("fn")
        with self.scope({"n": "int"}), self.indented(f"async def {name}(n):"):
            self.emit("try:")
            self.depth += 1
            self.flow("agenerator", 2)
            self.emit(f"{self.pick(('yield n', 'n = yield n', 'note((yield n))'))}\nawait later(1)\nyield 'more'")
            self.depth -= 1
            self.emit("finally:\n    note('finally', n)\n    await asyncio.sleep(0)")
        with self.indented(f"async def {main}(n):"):
            self.emit(f"it = {name}(n)")
            for _ in range(self.number(1, 3)):
                self.emit(f"try: note({self.pick(('await anext(it)', 'await it.asend(None)', 'await it.asend(4)', 'await it.athrow(ValueError(2))', 'await it.aclose()', '[q async for q in it]', 'await it.__anext__()'))})")
                self.report()
            self.emit("try: await it.aclose()")
            self.report()
            self.emit("return 'main'")
        with self.indented("for n in range(2):"):
            self.emit(f"try: note(asyncio.run({main}(n)))")
            self.report()
