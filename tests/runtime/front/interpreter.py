# ruff: noqa: E731, B023
"""The instructions executed over plain Python objects: a slow, obvious twin of the machine.

It exists to test the generator without kernels and prelude. Errors are CPython's own, raised by
doing the same thing to the same objects; frames are Python generators.
"""

from __future__ import annotations

import builtins
import operator
import types
from typing import Any

from ringfence.code import Code, Program
from ringfence.layout import (
    CODE_FLAG_CLASS_BODY,
    CODE_FLAG_COROUTINE,
    CODE_FLAG_GENERATOR,
    CODE_FLAG_MODULE,
    CODE_FLAG_VARARGS,
    CODE_FLAG_VARKEYWORDS,
)
from ringfence.opcodes import Op

UNBOUND = type("Unbound", (), {"__repr__": lambda self: "<unbound>"})()
BINARY = {
    "ADD": "add", "SUB": "sub", "MUL": "mul", "DIV": "truediv", "FLOORDIV": "floordiv",
    "MOD": "mod", "POW": "pow", "MATMUL": "matmul", "AND": "and_", "OR": "or_", "XOR": "xor",
    "LSHIFT": "lshift", "RSHIFT": "rshift",
}  # fmt: skip
INPLACE = {name: getattr(operator, "i" + f.rstrip("_")) for name, f in BINARY.items()}
PLAIN = {name: getattr(operator, f) for name, f in BINARY.items()}
COMPARE = {
    "LT": operator.lt, "LE": operator.le, "GT": operator.gt, "GE": operator.ge,
    "EQ": operator.eq, "NE": operator.ne, "IS": operator.is_, "IS_NOT": operator.is_not,
    "IN": lambda a, b: a in b, "NOT_IN": lambda a, b: a not in b,
}  # fmt: skip
UNARY = {
    "NEGATIVE": operator.neg, "POSITIVE": operator.pos, "INVERT": operator.invert,
    "NOT": operator.not_, "TRUTH": operator.truth,
}  # fmt: skip


# instructions that are run in a row with the next: what they are alone
FIRST_OF_ROW = {
    "CONST_THEN_GET_ITEM": "LOAD_CONST", "INT_THEN_GET_ITEM": "LOAD_INT", "IN_THEN_JUMP": "IN",
    "NOT_IN_THEN_JUMP": "NOT_IN", "MOVE_THEN_CALL": "MOVE", "MOVE_THEN_CALL_METHOD": "MOVE",
    "GLOBAL_THEN_MOVE_CALL": "LOAD_GLOBAL_CALL",
}


class Cell:
    def __init__(self, value: Any) -> None:
        self.value = value


class Wrapped:
    """What an asynchronous generator yields for itself."""

    def __init__(self, value: Any) -> None:
        self.value = value


class AsyncGenerator:
    def __init__(self, frame: Any) -> None:
        self.frame = frame

    def __aiter__(self) -> Any:
        return self

    @types.coroutine
    def __anext__(self) -> Any:
        return (yield from self._step(lambda: next(self.frame)))

    def _step(self, first: Any) -> Any:
        step = first
        while True:
            try:
                value = step()
            except StopIteration:
                raise StopAsyncIteration from None
            if isinstance(value, Wrapped):
                return value.value
            sent = yield value
            step = lambda: self.frame.send(sent)


class Machine:
    def __init__(self, program: Program, inputs: dict[str, Any]) -> None:
        self.program = program
        self.globals: dict[str, Any] = {"__name__": "__main__", "__builtins__": builtins}
        self.handled: Any = None
        self.inputs = inputs
        self.steps = 0
        self.traces: dict[int, list[tuple[str, int]]] = {}  # of errors by id: names, positions

    def run(self) -> Any:
        code = self.program.module
        registers = self.registers(code)
        for name, value in self.inputs.items():
            if name in self.program.register_names:
                registers[self.program.register_names[name]] = value
            else:
                self.globals[name] = value
        frame = self.frame(code, registers, ())
        if code.flags & CODE_FLAG_COROUTINE:
            return frame
        return finish(frame)

    def registers(self, code: Code) -> list[Any]:
        return [UNBOUND] * (code.n_registers + 300)

    # ------------------------------------------------------------ functions

    def function(self, code: Code, defaults: Any, keyword_defaults: Any, notes: Any, cells: Any):
        machine = self

        def function(*args: Any, **kwargs: Any) -> Any:
            registers = machine.bind(code, args, kwargs, defaults, keyword_defaults or {})
            return machine.start(code, registers, cells)

        function.__name__ = code.name
        function.__qualname__ = code.qualname
        function.__doc__ = code.doc
        function.__module__ = "__main__"
        if notes:
            function.__annotations__ = dict(zip(notes[::2], notes[1::2], strict=False))
        function.code = code
        return function

    def start(self, code: Code, registers: list[Any], cells: Any) -> Any:
        frame = self.frame(code, registers, cells)
        if code.flags & CODE_FLAG_GENERATOR:
            if code.flags & CODE_FLAG_COROUTINE:
                return AsyncGenerator(frame)
            return frame
        if code.flags & CODE_FLAG_COROUTINE:

            @types.coroutine
            def coroutine() -> Any:
                return (yield from frame)

            return coroutine()
        return finish(frame)

    def bind(self, code: Code, args: Any, kwargs: Any, defaults: Any, keyword_defaults: Any):
        registers = self.registers(code)
        if code.flags & CODE_FLAG_CLASS_BODY or code.variables[:1] == [".0"]:
            registers[0] = args[0]
            return registers
        names = code.variables
        n = code.n_positional
        k = code.n_keyword_only
        registers[: min(n, len(args))] = args[:n]
        at = n + k
        if code.flags & CODE_FLAG_VARARGS:
            registers[at] = tuple(args[n:])
            at += 1
        elif len(args) > n:
            raise TypeError("too many arguments")
        rest = {}
        for name, value in kwargs.items():
            if name in names[code.n_positional_only : n + k]:
                place = names.index(name)
                if registers[place] is not UNBOUND:
                    raise TypeError(f"multiple values for {name}")
                registers[place] = value
            else:
                rest[name] = value
        if code.flags & CODE_FLAG_VARKEYWORDS:
            registers[at] = rest
        elif rest:
            raise TypeError(f"unexpected {rest}")
        for i, value in enumerate(defaults or (), n - len(defaults or ())):
            if registers[i] is UNBOUND:
                registers[i] = value
        for name, value in keyword_defaults.items():
            if registers[names.index(name)] is UNBOUND:
                registers[names.index(name)] = value
        for i in range(n + k):
            if registers[i] is UNBOUND:
                raise TypeError(f"missing {names[i]}")
        return registers

    def build_class(self, body: Any, name: str, *bases: Any, **keywords: Any) -> Any:
        resolved = types.resolve_bases(bases)
        meta, namespace, keywords = types.prepare_class(name, resolved, keywords)
        body(namespace)
        cell = namespace.pop("__classcell__", None)
        made = meta(name, resolved, namespace, **keywords)
        if cell is not None:
            cell.value = made
        return made

    # ------------------------------------------------------------ names

    def load_global(self, name: str) -> Any:
        if name in self.globals:
            return self.globals[name]
        try:
            return getattr(builtins, name)
        except AttributeError:
            raise NameError(f"name '{name}' is not defined") from None

    # ------------------------------------------------------------ the loop

    def frame(self, code: Code, r: list[Any], cells: Any) -> Any:
        pc = 0
        k = code.constants
        base_handled = self.handled
        while True:
            word = code.instructions[pc]
            at = pc
            pc += 1
            op = Op(word & 255).name
            op = FIRST_OF_ROW.get(op, op)
            a, b, c = word >> 16 & 0xFFFF, word >> 32 & 0xFFFF, word >> 48
            sb = b - 0x10000 if b >> 15 else b
            sc = c - 0x10000 if c >> 15 else c
            d = word >> 32
            d = d - (1 << 32) if d >> 31 else d
            self.steps += 1
            if self.steps > 1_000_000:
                raise SystemExit("too many steps")
            try:
                if op == "YIELD":
                    kept, self.handled = self.handled, base_handled
                    try:
                        r[a] = yield r[b]
                    finally:
                        self.handled = kept
                elif op == "RETURN":
                    return r[a]
                elif op == "RETURN_NONE":
                    return None
                elif op == "SEND":
                    try:
                        if r[b] is None and hasattr(r[a], "__next__"):
                            r[b] = next(r[a])
                        else:
                            r[b] = r[a].send(r[b])
                    except StopIteration as stop:
                        r[b] = stop.value
                        pc += sc
                else:
                    pc = self.step(op, word, a, b, c, sb, sc, d, pc, code, k, r, cells)
            except BaseException as error:
                if op != "RERAISE" and (op != "RAISE" or r[a] is not UNBOUND):
                    place = self.place(code, at, error)
                    self.traces.setdefault(id(error), []).append((code.name, place))
                for start, end, target, register in code.handlers:
                    if start <= at < end:
                        r[register] = error
                        pc = target
                        break
                else:
                    raise

    def place(self, code: Code, at: int, error: BaseException) -> int:
        """Position word of an error; a method that is not there: see CALL_METHOD."""
        word = code.instructions[at]
        if (
            word & 255 == Op.CALL_METHOD
            and isinstance(error, AttributeError)
            and error.name == code.constants[word >> 48]
            and id(error) not in self.traces
        ):
            at -= 1
        return code.positions[at]

    def step(self, op, word, a, b, c, sb, sc, d, pc, code, k, r, cells):  # noqa: ANN, C901
        names = self.program.names
        if op == "MOVE":
            r[a] = r[b]
        elif op == "LOAD_CONST":
            r[a] = k[d]
        elif op == "LOAD_INT":
            r[a] = d
        elif op in ("LOAD_GLOBAL", "LOAD_GLOBAL_CALL"):
            r[a] = self.load_global(names[d])
        elif op == "STORE_GLOBAL":
            assert r[a] is not UNBOUND
            self.globals[names[d]] = r[a]
        elif op == "DELETE_GLOBAL":
            if names[d] not in self.globals:
                raise NameError(f"name '{names[d]}' is not defined")
            del self.globals[names[d]]
        elif op == "CHECK_LOCAL":
            if r[a] is UNBOUND:
                if code.flags & CODE_FLAG_MODULE:
                    raise NameError(f"name '{k[d]}' is not defined")
                raise UnboundLocalError(
                    f"cannot access local variable '{k[d]}' where it is not associated with a value"
                )
        elif op == "UNBIND":
            r[a] = UNBOUND
        elif op == "MAKE_CELL":
            r[a] = Cell(r[a])
        elif op in ("LOAD_CELL", "LOAD_FREE", "LOAD_CLASS_FREE"):
            cell = r[b] if op == "LOAD_CELL" else cells[b]
            if op == "LOAD_CLASS_FREE" and k[c] in r[0]:
                r[a] = r[0][k[c]]
            else:
                name = k[c] if op != "LOAD_FREE" else code.free[b]
                if cell.value is UNBOUND:
                    raise NameError(
                        f"cannot access free variable '{name}' where it is not associated with a"
                        " value in enclosing scope"
                        if op != "LOAD_CELL" else
                        f"cannot access local variable '{name}' where it is not associated with a"
                        " value"
                    )  # fmt: skip
                r[a] = cell.value
        elif op == "STORE_CELL":
            r[a].value = r[b]
        elif op == "STORE_FREE":
            cells[b].value = r[a]
        elif op in ("DELETE_CELL", "DELETE_FREE"):
            cell = r[a] if op == "DELETE_CELL" else cells[b]
            if cell.value is UNBOUND:
                raise NameError("empty cell")
            cell.value = UNBOUND
        elif op == "LOAD_CLOSURE":
            r[a] = cells[b]
        elif op == "LOAD_NAME":
            r[a] = r[0][k[d]] if k[d] in r[0] else self.load_global(k[d])
        elif op == "STORE_NAME":
            r[0][k[d]] = r[a]
        elif op == "DELETE_NAME":
            if k[d] not in r[0]:
                raise NameError(f"name '{k[d]}' is not defined")
            del r[0][k[d]]
        elif op in BINARY:
            table = INPLACE if word >> 8 & 1 else PLAIN
            r[a] = table[op](r[b], r[c])
        elif op.endswith("_INT") and op[:-4] in BINARY:
            table = INPLACE if word >> 8 & 1 else PLAIN
            r[a] = table[op[:-4]](r[b], sc)
        elif op in UNARY:
            r[a] = UNARY[op](r[b])
        elif op in COMPARE:
            r[a] = COMPARE[op](r[b], r[c])
        elif op in ("JUMP", "JUMP_BACK"):
            assert (d >= 0) == (op == "JUMP")
            pc += d
        elif op in ("JUMP_IF", "JUMP_IF_NOT"):
            if bool(r[a]) is (op == "JUMP_IF"):
                pc += d
        elif op in ("JUMP_IF_NONE", "JUMP_IF_NOT_NONE"):
            if (r[a] is None) is (op == "JUMP_IF_NONE"):
                pc += d
        elif op.startswith("JUMP_"):
            name = op[5:]
            wanted = not name.startswith("NOT_")
            name = name.removeprefix("NOT_")
            right = sb if name.endswith("_INT") else r[b]
            name = name.removesuffix("_INT")
            if bool(COMPARE[name](r[a], right)) is wanted:
                pc += sc
        elif op == "GET_ITER":
            r[a] = iter(r[b])
        elif op == "FOR_NEXT":
            try:
                r[b] = next(r[a])
            except StopIteration:
                pc += sc
        elif op == "FOR_LOOP":
            try:
                r[b] = next(r[a])
                pc += sc
            except StopIteration:
                pass
        elif op == "UNPACK":
            items = self.unpack(r[b], c, -1)
            r[a : a + c] = items
        elif op == "UNPACK_STAR":
            items = self.unpack(r[b], c >> 8, c & 255)
            r[a : a + len(items)] = items
        elif op == "BUILD_TUPLE":
            r[a] = tuple(r[b : b + c])
        elif op == "BUILD_LIST":
            r[a] = r[b : b + c]
        elif op == "BUILD_SET":
            r[a] = set(r[b : b + c])
        elif op == "BUILD_DICT":
            r[a] = {r[b + 2 * i]: r[b + 2 * i + 1] for i in range(c)}
        elif op == "BUILD_KEYED_DICT":
            r[a] = dict(zip(k[c], r[b : b + len(k[c])], strict=True))
        elif op == "BUILD_SLICE":
            r[a] = slice(r[b], r[b + 1], r[b + 2] if c == 3 else None)
        elif op == "BUILD_STRING":
            r[a] = "".join(r[b : b + c])
        elif op == "LIST_APPEND":
            r[a].append(r[b])
        elif op == "SET_ADD":
            r[a].add(r[b])
        elif op == "DICT_SET":
            r[a][r[b]] = r[c]
        elif op == "LIST_EXTEND":
            r[a].extend(r[b])
        elif op == "SET_UPDATE":
            r[a].update(r[b])
        elif op == "DICT_UPDATE":
            r[a].update(r[b])
        elif op == "DICT_MERGE":
            for key in r[b].keys():
                if key in r[a]:
                    raise TypeError(f"multiple values for keyword argument '{key}'")
                r[a][key] = r[b][key]
        elif op == "LIST_TO_TUPLE":
            r[a] = tuple(r[b])
        elif op == "GET_ITEM":
            r[a] = r[b][r[c]]
        elif op == "SET_ITEM":
            r[a][r[b]] = r[c]
        elif op == "DELETE_ITEM":
            del r[a][r[b]]
        elif op == "GET_ATTR":
            r[a] = getattr(r[b], k[c])
        elif op == "SET_ATTR":
            setattr(r[a], k[c], r[b])
        elif op == "DELETE_ATTR":
            delattr(r[a], k[c])
        elif op == "GET_SPECIAL":
            try:
                method = getattr(type(r[b]), k[c])
            except AttributeError:
                missed = " (missed __exit__ method)" if k[c] == "__exit__" else ""
                raise TypeError(
                    f"'{type(r[b]).__name__}' object does not support the context manager protocol"
                    f"{missed}"
                ) from None
            r[a] = method.__get__(r[b], type(r[b]))
        elif op in ("CALL", "CALL_METHOD", "LOAD_METHOD", "CALL_LOADED", "CALL_KEYWORDS",
                    "CALL_SPREAD"):  # fmt: skip
            self.call(op, a, b, c, code, k, r, cells)
        elif op == "MAKE_FUNCTION":
            at = a + 1
            parts = []
            for flag in (1, 2, 4, 8):
                parts.append(r[at] if c & flag else None)
                at += bool(c & flag)
            r[a] = self.function(k[b], *parts)
        elif op == "RETURN_GENERATOR" or op == "NOP":
            pass
        elif op == "GET_AWAITABLE":
            if isinstance(r[b], types.GeneratorType):
                r[a] = r[b]
            else:
                r[a] = r[b].__await__()
        elif op == "GET_YIELD_FROM":
            r[a] = iter(r[b])
        elif op == "GET_ASYNC_ITER":
            r[a] = r[b].__aiter__()
        elif op == "GET_ASYNC_NEXT":
            r[a] = r[b].__anext__()
        elif op == "WRAP_YIELD":
            r[a] = Wrapped(r[b])
        elif op == "DELEGATE_THROW":
            error = r[b]
            if isinstance(error, GeneratorExit):
                if hasattr(r[a], "close"):
                    r[a].close()
                raise error
            if not hasattr(r[a], "throw"):
                raise error
            try:
                r[b] = (False, r[a].throw(error))
            except StopIteration as stop:
                r[b] = (True, stop.value)
        elif op == "LOAD_BUILD_CLASS":
            r[a] = self.build_class
        elif op == "SETUP_ANNOTATIONS":
            space = r[0] if code.flags & CODE_FLAG_CLASS_BODY else self.globals
            space.setdefault("__annotations__", {})
        elif op == "IMPORT":
            listed, level = k[c]
            r[a] = __import__(k[b], {"__name__": "m"}, None, listed or (), level)
        elif op == "IMPORT_FROM":
            r[a] = getattr(r[b], k[c])
        elif op == "RAISE":
            self.do_raise(r[a], r[b])
        elif op == "RERAISE":
            raise r[a]
        elif op == "ENTER_HANDLER":
            r[a], self.handled = self.handled, r[b]
        elif op == "LEAVE_HANDLER":
            self.handled = r[a]
        elif op == "MATCH_EXCEPTION":
            kinds = r[c] if isinstance(r[c], tuple) else (r[c],)
            for kind in kinds:
                if not (isinstance(kind, type) and issubclass(kind, BaseException)):
                    raise TypeError(
                        "catching classes that do not inherit from BaseException is not allowed"
                    )
            r[a] = isinstance(r[b], r[c])
        elif op == "MATCH_GROUP":
            error, kind = r[b], r[c]
            if isinstance(error, BaseExceptionGroup):
                r[a], r[a + 1] = error.split(kind)
            elif isinstance(error, kind):
                r[a], r[a + 1] = ExceptionGroup("", [error]), None
            else:
                r[a], r[a + 1] = None, error
        elif op == "RERAISE_STAR":
            raised = r[b]
            if len(raised) > 1:
                r[a] = BaseExceptionGroup("", raised)
            else:
                r[a] = raised[0] if raised else None
        elif op == "EXCEPTION_TRIPLE":
            r[a : a + 3] = [type(r[b]), r[b], r[b].__traceback__]
        elif op == "END_ASYNC_FOR":
            if not isinstance(r[a], StopAsyncIteration):
                raise r[a]
        elif op == "ASSERTION_ERROR":
            r[a] = AssertionError
        elif op == "FORMAT":
            r[a] = format(r[b], "" if r[c] is UNBOUND else r[c])
        elif op == "CONVERT":
            r[a] = {115: str, 114: repr, 97: ascii}[c](r[b])
        elif op == "MATCH_SEQUENCE":
            r[a] = isinstance(r[b], (list, tuple, range))
        elif op == "MATCH_MAPPING":
            r[a] = isinstance(r[b], dict)
        elif op == "MATCH_KEYS":
            found = all(key in r[b] for key in r[c])
            r[a] = tuple(r[b][key] for key in r[c]) if found else None
        elif op == "MATCH_CLASS":
            self.match_class(a, r[b], r[c], r[c + 1], r[c + 2], r)
        elif op == "LENGTH":
            r[a] = len(r[b])
        else:
            raise NotImplementedError(op)
        return pc

    def unpack(self, value: Any, before: int, after: int) -> list[Any]:
        try:
            items = list(iter(value))
        except TypeError:
            raise TypeError(f"cannot unpack non-iterable {type(value).__name__} object") from None
        if after < 0:
            if len(items) > before:
                raise ValueError(f"too many values to unpack (expected {before})")
            if len(items) < before:
                raise ValueError(
                    f"not enough values to unpack (expected {before}, got {len(items)})"
                )
            return items
        if len(items) < before + after:
            raise ValueError(
                f"not enough values to unpack (expected at least {before + after},"
                f" got {len(items)})"
            )
        end = len(items) - after
        return [*items[:before], items[before:end], *items[end:]]

    def call(self, op, a, b, c, code, k, r, cells):  # noqa: ANN
        if op == "LOAD_METHOD":
            r[a], r[a + 8] = getattr(r[a + 8], k[c]), UNBOUND
            return
        keywords = {}
        if op == "CALL_METHOD":
            callee = getattr(r[a + 8], k[c])
            args = r[a + 9 : a + 8 + b]
        elif op == "CALL_LOADED":
            callee = r[a]
            args = r[a + 9 : a + 8 + b]
        elif op == "CALL_SPREAD":
            callee = r[a]
            args = r[a + 8]
            keywords = {} if r[a + 9] is UNBOUND else r[a + 9]
        else:
            callee = r[a]
            args = r[a + 8 : a + 8 + b]
            if op == "CALL_KEYWORDS":
                names = k[c]
                keywords = dict(zip(names, args[len(args) - len(names) :], strict=False))
                args = args[: len(args) - len(names)]
        args = list(args)
        assert not any(x is UNBOUND for x in args), "an argument is unbound"
        for i in range(a, len(r)):
            r[i] = "garbage"  # everything above belongs to the call
        if callee is super and not args:
            cell = cells[code.free.index("__class__")]
            first = r[0].value if isinstance(r[0], Cell) else r[0]
            r[a] = super(cell.value, first)
            return
        kept = self.handled
        result = callee(*args, **keywords)
        self.handled = kept
        r[a] = result

    def do_raise(self, error: Any, cause: Any) -> None:
        if error is UNBOUND:
            if self.handled is None:
                raise RuntimeError("No active exception to reraise")
            raise self.handled
        if cause is UNBOUND:
            raise error
        raise error from cause

    def match_class(self, a, value, kind, n, names, r):  # noqa: ANN
        if not isinstance(value, kind):
            r[a] = None
            return
        if n and kind in (int, str, float, bool, list, dict, tuple, set, bytes):
            found = [value]
        else:
            found = []
            for name in getattr(kind, "__match_args__", ())[:n]:
                if not hasattr(value, name):
                    r[a] = None
                    return
                found.append(getattr(value, name))
        for name in names:
            if not hasattr(value, name):
                r[a] = None
                return
            found.append(getattr(value, name))
        r[a] = tuple(found)


def finish(frame: Any) -> Any:
    """Run a frame that does not yield."""
    try:
        next(frame)
    except StopIteration as stop:
        return stop.value
    raise AssertionError("a frame yielded that is no generator's")
