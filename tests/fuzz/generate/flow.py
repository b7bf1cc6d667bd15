"""Random nests of try, loops, with, match and jumps, as bodies of functions, generators and coroutines.

Every step prints a label, so that the order in which things happen is what is compared.
"""

from __future__ import annotations

from fuzz.generate.statements import Statements

ERRORS = ("ValueError", "TypeError", "KeyError", "ZeroDivisionError", "LookupError", "ArithmeticError", "Exception",
          "(KeyError, ValueError)", "Odd", "IndexError", "RuntimeError")
RAISED = ("ValueError('v')", "KeyError('k')", "TypeError", "Odd(1, 2)", "IndexError()", "ZeroDivisionError('z')", "RuntimeError('r')",
          "StopIteration(5)", "AttributeError('at')", "AssertionError")


class Flow(Statements):
    """Bodies in which control goes everywhere."""

    def flow(self, kind: str, depth: int, in_loop: bool = False, in_handler: bool = False) -> None:
        """Some statements; ``kind``: function, generator, coroutine."""
        for _ in range(self.number(1, 3)):
            self.flow_statement(kind, depth, in_loop, in_handler)

    def label(self) -> None:
        self.emit(f"note({self.number(0, 99)}, n)")

    def flow_statement(self, kind: str, depth: int, in_loop: bool, in_handler: bool) -> None:
        if self.host_calls and self.chance(0.15):
            self.emit("host(n)" if self.chance(0.7) else f"note(host({self.number(0, 5)}), n)")
        choice = self.random.random()
        if depth <= 0 or choice < 0.12:
            self.leaf(kind, in_loop, in_handler)
        elif choice < 0.45:
            self.flow_try(kind, depth, in_loop, in_handler)
        elif choice < 0.6:
            name = self.fresh("k")
            source = self.pick(("range(3)", "(1, 2)", "[n, n]", "'ab'", "{1: 2}", "iter((0, 1))", "steps(3)"))
            if kind == "coroutine" and self.chance(0.4):
                header = f"async for {name} in asteps({self.number(0, 3)}):"
            else:
                header = f"for {name} in {source}:"
            with self.indented(header, 3):
                self.flow(kind, depth - 1, True, in_handler)
            if self.chance(0.3):
                with self.indented("else:"):
                    self.flow(kind, depth - 1, in_loop, in_handler)
        elif choice < 0.67:
            name = self.fresh("k")
            self.emit(f"{name} = 0")
            with self.indented(f"while {name} < {self.number(1, 3)}:", 3):
                self.emit(f"{name} += 1")
                self.flow(kind, depth - 1, True, in_handler)
            if self.chance(0.3):
                with self.indented("else:"):
                    self.label()
        elif choice < 0.8:
            manager = self.pick(("Manager(1)", "Manager(2, True)", f"Manager(3, n == {self.number(0, 3)})", "suppress(KeyError, TypeError)",
                                 "managed(4)", "nullcontext(5)", "Manager(6), managed(7)", "Manager(n)"))
            header = f"with {manager} as {self.fresh('m')}:"
            if kind == "coroutine" and self.chance(0.5):
                header = f"async with AManager({self.number(0, 9)}{self.pick(('', ', True'))}) as {self.fresh('m')}:"
            with self.indented(header):
                self.flow(kind, depth - 1, in_loop, in_handler)
        elif choice < 0.9:
            with self.indented(f"if n {self.pick(('> 1', '== 1', '% 2', '< 2', '!= 3'))}:"):
                self.flow(kind, depth - 1, in_loop, in_handler)
            if self.chance(0.4):
                with self.indented("else:"):
                    self.flow(kind, depth - 1, in_loop, in_handler)
        elif choice < 0.95:
            with self.indented(f"match n{self.pick(('', ' % 2', ', n'))}:"):
                with self.indented(f"case {self.pick(('0', '0 | 1', 'int(q) if q > 1', '(0, _)', '[q, 1]'))}:"):
                    self.flow(kind, depth - 1, in_loop, in_handler)
                with self.indented("case _:"):
                    self.flow(kind, depth - 1, in_loop, in_handler)
        else:
            self.label()

    def flow_try(self, kind: str, depth: int, in_loop: bool, in_handler: bool) -> None:
        with self.indented("try:"):
            self.flow(kind, depth - 1, in_loop, in_handler)
        starred = self.chance(0.12)
        handlers = self.number(0, 2)
        for _ in range(handlers):
            error = self.pick(ERRORS)
            name = self.fresh("e")
            star = "*" if starred else ""
            with self.indented(f"except{star} {error} as {name}:" if self.chance(0.7) else f"except{star} {error}:"):
                if starred:  # no jumps out of such a handler
                    self.label()
                    if self.chance(0.4):
                        self.emit(f"raise {self.pick(RAISED)}")
                else:
                    if self.lines[-1].endswith(f"as {name}:") and self.chance(0.6):
                        self.emit(f"note(repr({name}), repr({name}.__context__), repr({name}.__cause__))")
                    self.flow(kind, depth - 1, in_loop, True)
        if handlers and not starred and self.chance(0.15):
            with self.indented("except:"):
                self.label()
                self.flow(kind, depth - 1, in_loop, True)
        if handlers and self.chance(0.3):
            with self.indented("else:"):
                self.flow(kind, depth - 1, in_loop, in_handler)
        if not handlers or self.chance(0.4):
            with self.indented("finally:"):
                self.label()
                if self.chance(0.6):
                    self.flow(kind, depth - 1, in_loop, in_handler)

    def leaf(self, kind: str, in_loop: bool, in_handler: bool) -> None:
        choice = self.random.random()
        if choice < 0.22:
            self.label()
        elif choice < 0.34:
            self.emit(f"raise {self.pick(RAISED)}{self.pick(('', '', '', ' from None', ' from KeyError(0)', ' from Odd(n)'))}")
        elif choice < 0.40:
            self.emit(f"if n == {self.number(0, 3)}: raise {self.pick(RAISED)}")
        elif choice < 0.45 and in_handler:
            self.emit("raise")
        elif choice < 0.58 and in_loop:
            self.emit(self.pick(("break", "continue", f"if n == {self.number(0, 3)}: break", f"if n < {self.number(0, 3)}: continue")))
        elif choice < 0.68:
            if kind == "agenerator":
                self.emit("return")
            else:
                self.emit(f"return {self.pick(('n', '(note(5), n)', 'None', repr('r'), '[n]'))}")
        elif choice < 0.76:
            self.emit(self.pick(("note(1 // n)", "note([1, 2][n])", "note({0: 1}[n])", "note('a' + n)", "n = n + 1", "n -= 1",
                                 "del n", "note(n.missing)", "assert n, 'message'", "note(len(n))", "note(undefined_name)")))
        elif choice < 0.9:
            self.leaf_of(kind)
        else:
            self.show()

    def leaf_of(self, kind: str) -> None:
        """What only a generator or a coroutine can do."""
        if kind == "generator":
            self.emit(self.pick(("yield n", "n = yield n", "note((yield), n)", "yield from (1, n)", "note((yield from steps(2)))", "yield [(yield n)]",
                                 "yield from 'ab'", "n = (yield n) or n", "yield from inner(n)")))
        elif kind == "coroutine":
            self.emit(self.pick(("await asyncio.sleep(0)", "note(await later(n))", "n = await later(n)", "note(await asyncio.gather(later(1), later(n)))",
                                 "note(await asyncio.gather(later(1), later(-1), return_exceptions=True))", "await later(-1)",
                                 "note([q async for q in asteps(3) if q])", "note([await later(q) for q in (1, 2)])", "note(await asyncio.wait_for(later(n), 5))",
                                 "note(await asyncio.create_task(later(2)))")))
        else:
            self.label()
