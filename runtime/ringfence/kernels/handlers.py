"""Handlers: kernels that are jumped to, one after the other, instead of called.

A handler is ``(m, frame, pc, insn, fuel, extra) -> status``. The six stay in machine registers from
one instruction to the next, because a handler ends by *jumping* to the next one: ``return go_on(...)``
or ``return <continuation>(...)`` is a tail call that the builder makes obligatory (``musttail``).
So the native stack does not grow, every handler has an indirect jump of its own for the processor to
learn, and what a rare path needs costs the others nothing.

``frame`` is the address of register 0 of the running frame: ``m`` plus an offset of 32 bits. A
register number has 16 bits, so that an access through it ends at most 512 KiB further on, which the
guard behind a block is larger than.

* ``@handler(Op.X, ...)``: the handler of those opcodes. Opcodes without one go to ``general``.
* ``@continuation``: a handler that others jump to by name; ``extra`` is whatever they agree on.
* ``unbind_registers(frame, first, end)``: UNBOUND into those registers, and up to three beyond them,
  for the top frame of the stack.
* ``go_on(m, frame, pc, fuel)``: run the instruction at ``pc``.
* ``run_handlers(m, frame, pc, fuel)``: from outside, called: to the end of the run.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from ringfence.kernels import jit
from ringfence.kernels.tags import UNBOUND

SIGNATURE = "i8(i8, i8, i8, i8, i8, i8)"
HANDLERS: dict[int, str] = {}  # opcode -> kernel name
JUMPED: set[str] = set()  # names of all kernels that are jumped to
CONVENTION = "preserve_nonecc"  # a callee keeps no registers: nothing is pushed and popped in a jump
TABLE = "rf_handlers"  # 256 function pointers, by opcode
GENERAL, EMPTY, BEGIN = "general", "out_of_fuel", "begin_handlers"  # continuations that the loop itself needs

if jit.MODE == "build":
    from llvmlite import ir
    from numba import types
    from numba.core import cgutils
    from numba.extending import intrinsic

    from ringfence.kernels.memory import _constant

    I64, I32 = ir.IntType(64), ir.IntType(32)
    i8 = types.int64
    _TYPE = ir.FunctionType(I64, [I64] * 6)
    _UNUSED = ir.Constant(I64, ir.Undefined)

    def _symbol(b: Any, name: str) -> Any:
        found = b.module.globals.get(f"rf_{name}")
        if found is None:
            found = ir.Function(b.module, _TYPE, f"rf_{name}")
            found.calling_convention = CONVENTION
        return found

    def _jump(b: Any, target: Any, arguments: list[Any]) -> None:
        """Emit what the builder rewrites into a tail call, and end the block."""
        result = b.call(target, arguments, cconv=CONVENTION, tail=True)
        b.store(result, b.function.args[0])
        b.ret(ir.Constant(I32, 0))

    def _unreachable(b: Any) -> Any:
        b.position_at_end(b.append_basic_block("unreachable"))
        return ir.Constant(I64, 0)

    def _continuation(name: str) -> Any:
        def typer(t, m, frame, pc, insn, fuel, extra):
            def gen(c, b, s, a):
                _jump(b, _symbol(b, name), list(a))
                return _unreachable(b)

            return i8(i8, i8, i8, i8, i8, i8), gen

        return intrinsic(typer)

    @intrinsic
    def go_on(t, m, frame, pc, fuel):
        def gen(c, b, s, a):
            m, frame, pc, fuel = a
            offset = b.zext(b.trunc(pc, I32), I64)
            insn = b.load(b.inttoptr(b.add(m, offset), I64.as_pointer()))
            after = b.add(pc, ir.Constant(I64, 8))
            left = b.sub(fuel, ir.Constant(I64, 1))
            arguments = [m, frame, after, insn, left, _UNUSED]
            with b.if_then(b.icmp_signed("<", left, ir.Constant(I64, 0)), likely=False):
                _jump(b, _symbol(b, EMPTY), arguments)
            kind = ir.ArrayType(_TYPE.as_pointer(), 256)
            table = b.module.globals.get(TABLE)
            if table is None:
                table = ir.GlobalVariable(b.module, kind, TABLE)
                table.global_constant = True
            number = b.and_(insn, ir.Constant(I64, 255))
            target = b.load(b.gep(table, [ir.Constant(I64, 0), number]))
            _jump(b, target, arguments)
            return _unreachable(b)

        return i8(i8, i8, i8, i8), gen

    @intrinsic
    def run_handlers(t, m, frame, pc, fuel):
        def gen(c, b, s, a):
            m, frame, pc, fuel = a
            return b.call(
                _symbol(b, BEGIN), [m, frame, pc, _UNUSED, fuel, _UNUSED], cconv=CONVENTION
            )

        return i8(i8, i8, i8, i8), gen

    def _register(b: Any, frame: Any, insn: Any, shift: int) -> Any:
        number = b.zext(b.trunc(b.lshr(insn, ir.Constant(I64, shift)), ir.IntType(16)), I64)
        return b.gep(b.inttoptr(frame, I64.as_pointer()), [number])

    def _register_reader(shift: int) -> Any:
        def typer(t, frame, insn):
            return i8(i8, i8), lambda c, b, s, a: b.load(_register(b, a[0], a[1], shift))

        return intrinsic(typer)

    def _register_writer(shift: int) -> Any:
        def typer(t, frame, insn, value):
            def gen(c, b, s, a):
                b.store(a[2], _register(b, a[0], a[1], shift))
                return c.get_dummy_value()

            return types.void(i8, i8, i8), gen

        return intrinsic(typer)

    register_a, register_b, register_c = map(_register_reader, (16, 32, 48))
    set_register_a, set_register_b = map(_register_writer, (16, 32))

    @intrinsic(prefer_literal=True)
    def frame_word(t, frame, k):
        constant = _constant(k)
        assert constant is not None

        def gen(c, b, s, a):
            address = b.add(a[0], ir.Constant(I64, constant * 8))
            return b.load(b.inttoptr(address, I64.as_pointer()))

        return i8(i8, k), gen

    @intrinsic
    def unbind_registers(t, frame, first, end):
        def gen(c, b, s, a):
            unbound = ir.Constant(ir.VectorType(I64, 4), [UNBOUND] * 4)
            start = b.inttoptr(a[0], I64.as_pointer())
            with cgutils.for_range_slice(b, a[1], a[2], ir.Constant(I64, 4), inc=True) as (k, _):
                place = b.bitcast(b.gep(start, [k]), unbound.type.as_pointer())
                b.store(unbound, place, align=8)
            return c.get_dummy_value()

        return types.void(i8, i8, i8), gen

    @intrinsic
    def frame_at(t, m, base):
        def gen(c, b, s, a):
            return b.add(a[0], b.zext(b.trunc(a[1], I32), I64))

        return i8(i8, i8), gen

else:

    class _Leap:
        """What a jump is among the interpreted kernels: carried out by the loop in run_handlers."""

        def __init__(self, function: Callable[..., Any], arguments: tuple[int, ...]) -> None:
            self.function, self.arguments = function, arguments

    def _continuation(name: str) -> Any:
        return lambda *arguments: _Leap(jit.KERNELS[name][0], arguments)

    def _cell(address: int) -> ctypes.c_int64:
        return ctypes.c_int64.from_address(address)

    def go_on(m, frame, pc, fuel):
        insn = _cell(m + (pc & 0xFFFFFFFF)).value
        name = HANDLERS.get(insn & 255, GENERAL) if fuel > 0 else EMPTY
        return _Leap(jit.KERNELS[name][0], (m, frame, pc + 8, insn, fuel - 1, 0))

    def run_handlers(m, frame, pc, fuel):
        step = jit.KERNELS[BEGIN][0](m, frame, pc, 0, fuel, 0)
        while isinstance(step, _Leap):
            step = step.function(*step.arguments)
        return step

    def register_a(frame, insn):
        return _cell(frame + ((insn >> 16) & 0xFFFF) * 8).value

    def register_b(frame, insn):
        return _cell(frame + ((insn >> 32) & 0xFFFF) * 8).value

    def register_c(frame, insn):
        return _cell(frame + ((insn >> 48) & 0xFFFF) * 8).value

    def set_register_a(frame, insn, value):
        assert -(1 << 63) <= value < 1 << 63, "a word holds 64 bits"
        _cell(frame + ((insn >> 16) & 0xFFFF) * 8).value = value

    def set_register_b(frame, insn, value):
        assert -(1 << 63) <= value < 1 << 63, "a word holds 64 bits"
        _cell(frame + ((insn >> 32) & 0xFFFF) * 8).value = value

    def frame_word(frame, k):
        return _cell(frame + k * 8).value

    def unbind_registers(frame, first, end):
        for k in range(first, end, 4):
            for place in range(k, k + 4):
                _cell(frame + place * 8).value = UNBOUND

    def frame_at(m, base):
        return m + (base & 0xFFFFFFFF)


def continuation(function: Callable[..., Any]) -> Any:
    """Declare a handler that others jump to by its name."""
    name = function.__name__
    jit._declare(function, SIGNATURE, False)
    JUMPED.add(name)
    return _continuation(name)


def handler(*numbers: int) -> Callable[[Callable[..., Any]], Any]:
    """Declare the handler of one or more opcodes."""

    def declare(function: Callable[..., Any]) -> Any:
        for number in numbers:
            if int(number) in HANDLERS:
                raise ValueError(f"opcode {number!r} has two handlers")
            HANDLERS[int(number)] = function.__name__
        return continuation(function)

    return declare
