"""`match` with patterns of every kind, and groups of exceptions."""

from __future__ import annotations

from fuzz.generate.classes import Classes

SUBJECTS = ("{v}", "[{v}, 2]", "({v},)", "{'a': {v}}", "{'a': 1, 'b': {v}}", "Base({v})", "'abc'", "3.0", "None", "[1, [2, 3]]", "(1, 2, 3, 4)", "Pair(1, {v})", "range(2)",
            "{}", "b'x'", "-1", "1j", "Base(Base(1))", "{v}, {v}", "True", "[]")
ERROR_KINDS = ("ValueError", "TypeError", "KeyError", "Odd", "OSError", "(ValueError, KeyError)", "Exception", "ExceptionGroup")


class Patterns(Classes):
    """Statements of `match`, of `except*`, and of exceptions with causes and notes."""

    def pattern(self, depth: int, bound: list[str]) -> str:
        choice = self.random.random()
        if depth <= 0 or choice < 0.3:
            return self.pick(("1", "-1", "'a'", "None", "True", "2.5", "_", "0", "1 - 2j", "b'x'", "Const.ONE", "'abc'", "3", self.capture(bound)))
        if choice < 0.5:
            parts = [self.pattern(depth - 1, bound) for _ in range(self.number(0, 3))]
            if self.chance(0.35):
                parts.insert(self.number(0, len(parts)), self.pick(("*_", "*" + self.capture(bound))))
            opening, closing = self.pick(("[]", "()"))
            return f"{opening}{', '.join(parts)}{',' if len(parts) == 1 and closing == ')' else ''}{closing}"
        if choice < 0.65:
            parts = [f"{key}: {self.pattern(depth - 1, bound)}" for key in sorted({self.pick(("'a'", "'b'", "1", "None")) for _ in range(self.number(0, 2))})]
            if self.chance(0.35):
                parts.append(f"**{self.capture(bound)}")
            return "{" + ", ".join(parts) + "}"
        if choice < 0.8:
            return self.pick(("int({})", "str()", "Base({})", "Base(v={})", "Pair({}, b={})", "Pair(a=1)", "list({})", "float()", "tuple([{}, *_])", "dict()", "Base({}, {})", "bool()")
                             ).replace("{}", "\0").replace("\0", self.pattern(depth - 1, bound), 1).replace("\0", "_")
        if choice < 0.9:
            return f"({self.pick(('1', repr('a'), 'None', 'int()', '[1, _]'))} | {self.pick(('2', 'str()', '{}', '[_, _]', '3.0', 'Base(1)'))})"
        return f"({self.pick(('int()', '[_, *_]', '1 | 2', 'Base()', 'str() | None', '{}'))}) as {self.capture(bound)}"

    def capture(self, bound: list[str]) -> str:
        name = self.fresh("p")
        bound.append(name)
        return name

    def match_statement(self) -> None:
        subject = self.pick(SUBJECTS).replace("{v}", self.pick(("1", "2", "'a'", "None", "[1]", self.variable("any"), self.variable("int"))))
        if self.chance(0.3):
            subject = self.anything(1)
        with self.indented(f"match {subject}:"):
            for _ in range(self.number(1, 4)):
                bound: list[str] = []
                pattern = self.pattern(3, bound)
                if pattern == "_" or pattern in bound:
                    pattern = f"[{pattern}]"
                guard = f" if {self.pick((bound[0] if bound else 'note(1)', '{o}', '{o}', 'host(1)' if self.host_calls else '1'))}" if self.chance(0.3) else ""
                guard = self.fill(guard, 2)
                with self.indented(f"case {pattern}{guard}:"):
                    self.emit(f"show({', '.join([str(self.number(0, 9)), *bound])})")
            with self.indented(f"case {self.pick(('_', self.capture([])))}:"):
                self.emit("show('nothing')")

    def group_statement(self) -> None:
        inner = self.some(1, 3, lambda: self.pick(("ValueError(1)", "KeyError('k')", "TypeError('t')", "Odd(3)", "ExceptionGroup('in', [ValueError(2), OSError(5)])", "OSError(2, 'no')")))
        with self.indented("try:"):
            with self.indented("try:"):
                self.emit(self.pick((f"raise ExceptionGroup('g', [{inner}])", f"raise BaseExceptionGroup('b', [{inner}])", f"raise {self.pick(('ValueError(9)', 'Odd(4)', 'KeyError()'))}", "note('no error')")))
            for kind in dict.fromkeys(self.pick(ERROR_KINDS[:-1]) for _ in range(self.number(1, 3))):
                with self.indented(f"except* {kind} as e:"):
                    self.emit("note(type(e).__name__, e, e.exceptions)")
                    if self.chance(0.4):
                        self.emit(self.pick(("raise", "raise Odd(5)", "raise ValueError('new') from e", "1 // 0", "e.add_note('noted')", "raise e", "host()" if self.host_calls else "show(e)")))
            if self.chance(0.3):
                self.emit("else: note('else')")
            if self.chance(0.4):
                self.emit("finally: note('finally')")
        self.report()

    def chained_errors(self) -> None:
        with self.indented("try:"):
            with self.indented("try:"):
                with self.indented("try:"):
                    self.emit(self.fill(self.pick(("raise ValueError('first')", "1 // 0", "[][1]", "int('x')", "None.x", "raise Odd(1) from KeyError('c')", "show({n})\nraise Odd(0)", "{}['k']")), 1))
                with self.indented(f"except {self.pick(('Exception', 'ValueError', 'ArithmeticError', 'LookupError'))} as e:"):
                    if self.chance(0.4):
                        self.emit(f"e.add_note({self.pick((repr('a note'), repr('two' + chr(10) + 'lines'), '5'))})")
                    self.emit(self.pick(("raise", "raise TypeError('second')", "raise TypeError('second') from e", "raise RuntimeError from None", "e.__cause__ = OSError(1)\nraise", "raise e from e.__context__",
                                         "del e\nraise", "raise e.with_traceback(None)", "raise ExceptionGroup('many', [e, KeyError(2)])")))
            self.emit(self.pick(("finally: note('finally', sys.exc_info()[0])", "except KeyError: pass", "finally:\n    if a1: note(1)\n    else: raise Odd('last')")))
        self.emit(self.pick(("except BaseException as e: note(traceback.format_exc())", "except BaseException as e: chain(e)")))
