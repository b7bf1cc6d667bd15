"""The builder: what a generator function writes into, one for each code object.

Invariants:

* ``top`` is the first free register. Registers below ``first_temp`` are variables; temporaries
  are a stack above them. A generator function that is given no destination answers a variable's
  own register or a temporary at the old ``top``; one that is given a destination answers it.
* A variable given as destination is written by the last instruction of an expression only, so
  that an error half-way leaves it as it was.
* ``bound`` is the set (as bits) of registers that certainly hold a value here, ``UNREACHABLE``
  behind a jump. Registers in ``volatile`` (a ``del`` names them) never count as bound.
* An instruction has at most one handler: ``handle`` closes the current range and opens another.
"""

from __future__ import annotations

import sys

from ringfence.code import Code, Program
from ringfence.opcodes import Op
from ringfence.scope import IN_CELL, PLACE_MASK, Refusal, Scope

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Final

# where CPython's compiler, hence its tracebacks, placed things otherwise
BEFORE_12: Final = sys.version_info < (3, 12)
BEFORE_13: Final = sys.version_info < (3, 13)
UNREACHABLE: Final = -1
MAX_REGISTER: Final = 0xFFFF
MAX_NARROW: Final = 60_000  # constants that operands B and C can name
WIDE: Final = 1 << 24  # provisional numbers of the constants beyond
SHORT_REACH: Final = 0x7FFF
SAFE_REACH: Final = SHORT_REACH // 3  # what stays short even if all code between grows

_JUMP: Final = int(Op.JUMP)
_JUMP_BACK: Final = int(Op.JUMP_BACK)
_MOVE: Final = int(Op.MOVE)
_LOAD_INT: Final = int(Op.LOAD_INT)
_LOAD_CONST: Final = int(Op.LOAD_CONST)
_CHECK_LOCAL: Final = int(Op.CHECK_LOCAL)
_MAKE_CELL: Final = int(Op.MAKE_CELL)
_WIDE_OPERANDS: Final = frozenset(
    int(op) for op in (
        Op.LOAD_CONST, Op.CHECK_LOCAL, Op.LOAD_NAME, Op.STORE_NAME, Op.DELETE_NAME, Op.CONST_THEN_GET_ITEM,
    )
)


class Positions:
    """Position words of nodes; columns are code points."""

    __slots__ = ("lines", "words")

    def __init__(self, source: str) -> None:
        self.lines = None if source.isascii() else source.split("\n")

    def word(self, node: Any) -> int:
        """Line (24 bits), column (16), lines spanned (8), end column (16)."""
        line = node.lineno
        column = node.col_offset
        end_line = node.end_lineno
        end = node.end_col_offset
        if self.lines is not None:
            column = self._column(line, column)
            end = self._column(end_line, end)
        span = end_line - line
        if column >= 0xFFFF or end >= 0xFFFF:
            column = end = 0xFFFF
        word: int = line & 0xFFFFFF | column << 24 | min(span, 255) << 40 | end << 48
        return word

    def _column(self, line: int, byte: int) -> int:
        assert self.lines is not None
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        if text.isascii():
            return byte
        return len(text.encode()[:byte].decode("utf-8", "replace"))


class Unit:
    """What the code objects of one program share."""

    __slots__ = ("copies", "entries", "flags", "future", "mode", "natives", "positions", "program")

    def __init__(self, program: Program, mode: str, names: Iterable[str], flags: int) -> None:
        self.program = program
        self.mode = mode
        self.flags = flags  # of every code object
        self.entries: dict[str, int] = {name: i for i, name in enumerate(names)}
        self.positions = Positions(program.source)
        self.future = False
        self.copies = 0  # of bodies of `finally`
        self.natives: dict[str, str] = {}  # name bound by `from _kernel import`, in the prelude


class Place:
    """A position that is no node's own."""

    __slots__ = ("col_offset", "end_col_offset", "end_lineno", "lineno")

    def __init__(self, line: int, column: int, end_line: int, end: int) -> None:
        self.lineno = line
        self.col_offset = column
        self.end_lineno = end_line
        self.end_col_offset = end


class Builder:
    """Instructions of one code object while they are made."""

    __slots__ = (
        "blocks",
        "bound",
        "code",
        "constants",
        "far",
        "finally_depth",
        "first_temp",
        "handler",
        "handler_start",
        "handlers",
        "high",
        "inlined",
        "is_async",
        "is_generator",
        "iterations",
        "label_at",
        "label_bound",
        "names",
        "near",
        "nodes",
        "numbers",
        "out",
        "result",
        "scope",
        "top",
        "unit",
        "volatile",
        "walrus",
        "wide",
    )  # fmt: skip

    def __init__(self, unit: Unit, scope: Scope, name: str, qualname: str, line: int) -> None:
        self.unit = unit
        self.scope = scope
        self.code = code = Code()
        code.name = name
        code.qualname = qualname
        code.line = line
        self.names = scope.where
        self.walrus = scope.walrus
        self.volatile = scope.volatile
        self.out: list[int] = []
        self.nodes: list[Any] = []
        self.constants: list[Any] = code.constants
        self.numbers: dict[Any, int] = {}
        self.wide: list[Any] = []
        self.first_temp = self.top = self.high = scope.n_registers
        self.bound = 0
        self.label_at: list[int] = []
        self.label_bound: list[int] = []
        self.near: list[int] = []  # jumps with a 16-bit distance: instruction, label, ...
        self.far: list[int] = []  # jumps with a 32-bit distance: the same
        self.handlers: list[tuple[int, int, int, int]] = []  # start, end, label, register
        self.handler: tuple[int, int] | None = None  # label, register
        self.handler_start = 0
        self.blocks: list[Any] = []
        self.is_generator = scope.is_generator
        self.is_async = scope.is_async
        self.inlined: list[tuple[int, int, str, int]] = []

    # ------------------------------------------------------------ instructions

    def emit(self, op: int, a: int, b: int, c: int, node: Any) -> None:
        self.out.append(op | a << 16 | b << 32 | c << 48)
        self.nodes.append(node)

    def emit_wide(self, op: int, a: int, d: int, node: Any) -> None:
        self.out.append(op | a << 16 | (d & 0xFFFFFFFF) << 32)
        self.nodes.append(node)

    def move(self, to: int, source: int, node: Any) -> None:
        if to != source:
            self.out.append(_MOVE | to << 16 | source << 32)
            self.nodes.append(node)

    # ------------------------------------------------------------ registers

    def temp(self) -> int:
        """Take the next temporary."""
        register = self.top
        self.top = register + 1
        if register >= self.high:
            self.high = register + 1
        return register

    def temps(self, n: int) -> int:
        """Take ``n`` temporaries in a row; answer the first."""
        register = self.top
        self.top = register + n
        if self.top > self.high:
            self.high = self.top
        return register

    def mark(self, register: int) -> None:
        """Note that a variable's register was written."""
        if register not in self.volatile:
            self.bound |= 1 << register

    # ------------------------------------------------------------ constants

    def constant(self, value: Any) -> int:
        """Number of a constant for an operand D."""
        kind = type(value)
        key = (kind, value) if kind in _PLAIN else (kind, constant_key(value))
        number = self.numbers.get(key)
        if number is None:
            number = len(self.constants)
            if number < MAX_NARROW:
                self.constants.append(value)
            else:
                number = WIDE + len(self.wide)
                self.wide.append(value)
            self.numbers[key] = number
        return number

    def name_constant(self, name: str) -> int:
        """Number of a name (or another constant) for an operand B or C."""
        number = self.numbers.get((str, name))
        if number is None:
            number = len(self.constants)
            if number > MAX_REGISTER:
                raise Refusal(None, "too many names in one function")
            self.constants.append(name)
            self.numbers[str, name] = number
        elif number >= WIDE:
            del self.numbers[str, name]
            return self.name_constant(name)
        return number

    def narrow_constant(self, value: Any) -> int:
        """Number of a constant that is no name, for an operand B or C."""
        number = len(self.constants)
        if number > MAX_REGISTER:
            raise Refusal(None, "too many constants in one function")
        self.constants.append(value)
        return number

    def load_value(self, value: Any, dst: int, node: Any) -> int:
        """Put a constant into ``dst`` (or a new temporary)."""
        if dst < 0:
            dst = self.temp()
        if type(value) is int and -0x80000000 <= value < 0x80000000:
            self.out.append(_LOAD_INT | dst << 16 | (value & 0xFFFFFFFF) << 32)
        else:
            self.out.append(_LOAD_CONST | dst << 16 | self.constant(value) << 32)
        self.nodes.append(node)
        return dst

    def entry(self, name: str) -> int:
        """Number of a name's entry in the namespace dict."""
        entries = self.unit.entries
        number = entries.get(name)
        if number is None:
            number = entries[name] = len(entries)
        return number

    # ------------------------------------------------------------ labels and jumps

    def label(self) -> int:
        self.label_at.append(-1)
        self.label_bound.append(UNREACHABLE)
        return len(self.label_at) - 1

    def place(self, label: int) -> None:
        """Put the label here: what is bound is what is bound on every way to it."""
        self.label_at[label] = len(self.out)
        self.bound &= self.label_bound[label]

    def place_new(self) -> int:
        """Make a label here, to jump back to."""
        self.label_at.append(len(self.out))
        self.label_bound.append(UNREACHABLE)
        return len(self.label_at) - 1

    def label_after(self, label: int) -> int:
        """Make a label behind the instruction that a placed one stands at."""
        self.label_at.append(self.label_at[label] + 1)
        self.label_bound.append(UNREACHABLE)
        return len(self.label_at) - 1

    def jump(self, label: int, node: Any) -> None:
        """Jump for good; what follows is unreachable until a label."""
        self.far.append(len(self.out))
        self.far.append(label)
        self.out.append(_JUMP if self.label_at[label] < 0 else _JUMP_BACK)
        self.nodes.append(node)
        self.label_bound[label] &= self.bound
        self.bound = UNREACHABLE

    def jump_on(self, op: int, a: int, label: int, node: Any) -> None:
        """Emit a conditional jump of the form A D."""
        self.far.append(len(self.out))
        self.far.append(label)
        self.out.append(op | a << 16)
        self.nodes.append(node)
        self.label_bound[label] &= self.bound

    def jump_near(self, op: int, a: int, b: int, label: int, node: Any) -> None:
        """Emit a conditional jump of the form A B sC."""
        self.near.append(len(self.out))
        self.near.append(label)
        self.out.append(op | a << 16 | (b & 0xFFFF) << 32)
        self.nodes.append(node)
        self.label_bound[label] &= self.bound

    # ------------------------------------------------------------ handlers

    def handle(self, handler: tuple[int, int] | None) -> tuple[int, int] | None:
        """Let ``handler`` (label, register) catch from here on; answer the one before."""
        before = self.handler
        here = len(self.out)
        if before is not None and here > self.handler_start:
            self.handlers.append((self.handler_start, here, before[0], before[1]))
        self.handler = handler
        self.handler_start = here
        return before

    def begin_handler(self, label: int, bound: int) -> None:
        """Place the label of a handler; ``bound`` is what was bound where its range began."""
        self.label_at[label] = len(self.out)
        self.bound = bound

    # ------------------------------------------------------------ the end

    def finish(self) -> Code:
        """Resolve jumps and positions; answer the code."""
        self.handle(None)
        code = self.code
        scope = self.scope
        out = self.out
        if self.high > MAX_REGISTER:
            raise Refusal(scope.node, "one function needs more than 65535 registers")
        if self.wide:
            self._number_wide()
        if len(out) > SAFE_REACH:
            self._lengthen()
            out = self.out
        label_at = self.label_at
        if label_at:
            far, near = iter(self.far), iter(self.near)
            for at in far:
                out[at] |= ((label_at[next(far)] - at - 1) & 0xFFFFFFFF) << 32
            for at in near:
                out[at] |= ((label_at[next(near)] - at - 1) & 0xFFFF) << 48
        code.instructions = out
        if self.handlers:
            code.handlers = [(s, e, label_at[t], r) for s, e, t, r in sorted(self.handlers)]
        code.inlined = self.inlined
        code.n_registers = max(self.high, 1)
        code.variables = scope.variables
        code.free = scope.free
        where = scope.where
        code.cells = [n for n in scope.variables if where[n] >= IN_CELL] if scope.cells else []
        self._positions()
        return code

    def _positions(self) -> None:
        word_of = self.unit.positions.word
        positions = self.code.positions
        is_plain = self.unit.positions.lines is None
        last: Any = None
        word = self.code.line | 0xFFFF << 24 | 0xFFFF << 48
        for node in self.nodes:
            if node is not last:
                last = node
                if node is not None:
                    line = node.lineno
                    end = node.end_col_offset
                    if is_plain and line == node.end_lineno and end < 0xFFFF:  # nearly always
                        word = line | node.col_offset << 24 | end << 48
                    else:
                        word = word_of(node)
            positions.append(word)

    def _number_wide(self) -> None:
        """Give the constants beyond the narrow ones their final numbers."""
        shift = len(self.constants) - WIDE
        self.constants.extend(self.wide)
        for i, word in enumerate(self.out):
            if word & 255 in _WIDE_OPERANDS and word >> 32 >= WIDE:
                self.out[i] = word + (shift << 32)

    def _lengthen(self) -> None:
        """Replace near jumps that may not reach: jump near to a far jump."""
        near = self.near
        label_at = self.label_at
        long = [
            i for i in range(0, len(near), 2)
            if abs(label_at[near[i + 1]] - near[i]) > SAFE_REACH
        ]  # fmt: skip
        if not long:
            return
        grown = {near[i] for i in long}
        shift = [0] * (len(self.out) + 1)  # how far each old instruction moves
        moved = 0
        out: list[int] = []
        nodes: list[Any] = []
        jumps: list[int] = []
        labels = {near[i]: near[i + 1] for i in long}
        for at, word in enumerate(self.out):
            shift[at] = moved
            out.append(word)
            nodes.append(self.nodes[at])
            if at in grown:
                out[-1] |= 1 << 48
                out.append(_JUMP | 1 << 32)
                label = labels[at]
                jumps += [len(out), label]
                out.append(_JUMP if label_at[label] > at else _JUMP_BACK)
                nodes += [self.nodes[at]] * 2
                moved += 2
        shift[len(self.out)] = moved
        self.label_at = [at + shift[at] if at >= 0 else at for at in label_at]
        self.near = [
            x for i in range(0, len(near), 2) if near[i] not in grown
            for x in (near[i] + shift[near[i]], near[i + 1])
        ]  # fmt: skip
        far = self.far
        self.far = jumps + [
            x for i in range(0, len(far), 2) for x in (far[i] + shift[far[i]], far[i + 1])
        ]
        self.handlers = [(s + shift[s], e + shift[e], t, r) for s, e, t, r in self.handlers]
        self.inlined = [(s + shift[s], e + shift[e], n, p) for s, e, n, p in self.inlined]
        self.out = out
        self.nodes = nodes


_PLAIN = frozenset((str, int, bytes, bool, type(None), type(...)))


def constant_key(value: Any) -> Any:
    """What tells constants apart that compare equal: types, signs of zero, at any depth."""
    kind = type(value)
    if kind in _PLAIN:
        return kind, value
    if kind is float or kind is complex:
        return kind, repr(value)
    if kind is tuple:
        return kind, tuple(constant_key(item) for item in value)
    return kind, id(value)


def prologue(b: Builder) -> None:
    """Put the variables that inner functions capture into cells."""
    if b.scope.cells:
        for name in b.scope.variables:
            place = b.names[name]
            if place >= IN_CELL and place & ~PLACE_MASK == IN_CELL:
                b.emit(_MAKE_CELL, place & PLACE_MASK, 0, 0, None)
