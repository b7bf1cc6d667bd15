"""The only ways to touch memory, and the arithmetic that may wrap.

``m`` is the address of byte 0 of a block. Every access truncates the offset to 32 bits and adds
it to ``m``; a constant displacement K is at most a few words; a reserved guard lies on both sides
of the block. So no bug above this file can touch a byte outside its own run (the WebAssembly
way). The checked build (``RINGFENCE_CHECKED=1``) also traps on a field of what is no object and
on a store into the boot image.

numba's ``+ - *`` on int64 may not overflow (LLVM ``nsw``): where a result can wrap, use
``wrap_add``, ``wrap_sub``, ``wrap_mul``, ``shift_left``. ``>>`` is arithmetic; ``shift_right``
is logical. K is best a literal or a module constant: it then folds into the instruction.

Each intrinsic has a Python twin of the same name for the interpreted kernels.
"""


from __future__ import annotations

import ctypes
import os
import struct
from typing import Any

from ringfence.kernels import jit

MASK64 = (1 << 64) - 1
MASK32 = (1 << 32) - 1
CHECKED = os.environ.get("RINGFENCE_CHECKED") == "1"
FIRST_WRITABLE_CHECKED = 0x0100_0000  # stores into [BOOT_AT, PROGRAM_AT) are refused when checked
MAX_DISPLACEMENT = 256  # words; the guard around a block is a page

if jit.MODE == "build":
    from llvmlite import ir
    from numba import types
    from numba.extending import intrinsic

    I64, I32, I16, I8, F64 = (
        ir.IntType(64), ir.IntType(32), ir.IntType(16), ir.IntType(8), ir.DoubleType(),
    )
    i8, f8 = types.int64, types.float64

    def _constant(k: Any) -> int | None:
        if not isinstance(k, types.IntegerLiteral):
            return None  # an expression: added before the truncation instead, as safe
        value = int(k.literal_value)
        if not -MAX_DISPLACEMENT <= value <= MAX_DISPLACEMENT:
            raise TypeError(f"displacement {value} is out of the guard")
        return value

    def _address(b: Any, m: Any, at: Any, displacement: int, kind: Any) -> Any:
        offset = b.zext(b.trunc(at, I32), I64)
        address = b.add(m, offset)
        if displacement:
            address = b.add(address, ir.Constant(I64, displacement))
        return b.inttoptr(address, kind.as_pointer())

    def _field_address(b: Any, m: Any, at: Any, constant: int | None, k: Any, bias: int) -> Any:
        if constant is not None:
            return _address(b, m, at, constant * 8 + bias, I64)
        distance = b.add(b.mul(k, ir.Constant(I64, 8)), ir.Constant(I64, bias))
        return _address(b, m, b.add(at, distance), 0, I64)

    def _trap_unless(b: Any, good: Any) -> None:
        trap = b.module.globals.get("llvm.trap") or ir.Function(
            b.module, ir.FunctionType(ir.VoidType(), []), "llvm.trap"
        )
        with b.if_then(b.not_(good), likely=False):
            b.call(trap, [])

    def _check_reference(b: Any, w: Any) -> None:
        if CHECKED:
            low = b.and_(w, ir.Constant(I64, 7))
            is_ref = b.icmp_signed("==", low, ir.Constant(I64, 1))
            in_block = b.icmp_unsigned("<", w, ir.Constant(I64, 1 << 32))
            _trap_unless(b, b.and_(is_ref, in_block))

    def _check_store(b: Any, at: Any) -> None:
        if CHECKED:
            offset = b.zext(b.trunc(at, I32), I64)
            state = b.icmp_unsigned("<", offset, ir.Constant(I64, 0x10000))
            run = b.icmp_unsigned(">=", offset, ir.Constant(I64, FIRST_WRITABLE_CHECKED))
            _trap_unless(b, b.or_(state, run))

    @intrinsic(prefer_literal=True)
    def field(t, m, w, k):
        d = _constant(k)

        def gen(c, b, s, a):
            _check_reference(b, a[1])
            return b.load(_field_address(b, a[0], a[1], d, a[2], -1))

        return i8(i8, i8, k), gen

    @intrinsic(prefer_literal=True)
    def set_field(t, m, w, k, v):
        d = _constant(k)

        def gen(c, b, s, a):
            _check_reference(b, a[1])
            _check_store(b, a[1])
            b.store(a[3], _field_address(b, a[0], a[1], d, a[2], -1))
            return c.get_dummy_value()

        return types.void(i8, i8, k, i8), gen

    @intrinsic(prefer_literal=True)
    def word(t, m, at, k):
        d = _constant(k)

        def gen(c, b, s, a):
            return b.load(_field_address(b, a[0], a[1], d, a[2], 0))

        return i8(i8, i8, k), gen

    @intrinsic(prefer_literal=True)
    def set_word(t, m, at, k, v):
        d = _constant(k)

        def gen(c, b, s, a):
            _check_store(b, a[1])
            b.store(a[3], _field_address(b, a[0], a[1], d, a[2], 0))
            return c.get_dummy_value()

        return types.void(i8, i8, k, i8), gen

    def _loader(kind: Any, signed: bool) -> Any:
        def typer(t, m, at):
            def gen(c, b, s, a):
                value = b.load(_address(b, a[0], a[1], 0, kind))
                if kind is I64:
                    return value
                return b.sext(value, I64) if signed else b.zext(value, I64)

            return i8(i8, i8), gen

        return intrinsic(typer)

    def _storer(kind: Any) -> Any:
        def typer(t, m, at, v):
            def gen(c, b, s, a):
                _check_store(b, a[1])
                value = a[2] if kind is I64 else b.trunc(a[2], kind)
                b.store(value, _address(b, a[0], a[1], 0, kind))
                return c.get_dummy_value()

            return types.void(i8, i8, i8), gen

        return intrinsic(typer)

    load, store = _loader(I64, True), _storer(I64)
    load8, store8 = _loader(I8, False), _storer(I8)
    load16, store16 = _loader(I16, False), _storer(I16)
    load32, store32 = _loader(I32, False), _storer(I32)

    def _clamped(b: Any, at: Any, n: Any) -> Any:
        offset = b.zext(b.trunc(at, I32), I64)
        room = b.sub(ir.Constant(I64, 1 << 32), offset)
        n = b.select(b.icmp_signed("<", n, ir.Constant(I64, 0)), ir.Constant(I64, 0), n)
        return b.select(b.icmp_unsigned("<", n, room), n, room)

    def _memory_function(b: Any, name: str, arguments: list[Any], result: Any) -> Any:
        return b.module.globals.get(name) or ir.Function(
            b.module, ir.FunctionType(result, arguments), name
        )

    @intrinsic
    def move_bytes(t, m, to, source, n):
        def gen(c, b, s, a):
            _check_store(b, a[1])
            n = _clamped(b, a[1], _clamped(b, a[2], a[3]))
            p8 = I8.as_pointer()
            f = _memory_function(b, "memmove", [p8, p8, I64], p8)
            b.call(f, [_address(b, a[0], a[1], 0, I8), _address(b, a[0], a[2], 0, I8), n])
            return c.get_dummy_value()

        return types.void(i8, i8, i8, i8), gen

    @intrinsic
    def fill_bytes(t, m, at, n, value):
        def gen(c, b, s, a):
            _check_store(b, a[1])
            n = _clamped(b, a[1], a[2])
            p8 = I8.as_pointer()
            f = _memory_function(b, "memset", [p8, I32, I64], p8)
            b.call(f, [_address(b, a[0], a[1], 0, I8), b.trunc(a[3], I32), n])
            return c.get_dummy_value()

        return types.void(i8, i8, i8, i8), gen

    @intrinsic
    def compare_bytes(t, m, x, y, n):
        def gen(c, b, s, a):
            n = _clamped(b, a[1], _clamped(b, a[2], a[3]))
            p8 = I8.as_pointer()
            f = _memory_function(b, "memcmp", [p8, p8, I64], I32)
            r = b.call(f, [_address(b, a[0], a[1], 0, I8), _address(b, a[0], a[2], 0, I8), n])
            return b.sext(r, I64)

        return i8(i8, i8, i8, i8), gen

    @intrinsic
    def float_bits(t, x):
        return i8(f8), lambda c, b, s, a: b.bitcast(a[0], I64)

    @intrinsic
    def bits_float(t, x):
        return f8(i8), lambda c, b, s, a: b.bitcast(a[0], F64)

    def _overflowing(name: str) -> Any:
        def typer(t, x, y):
            signature = types.UniTuple(i8, 2)(i8, i8)

            def gen(c, b, s, a):
                pair = ir.LiteralStructType([I64, ir.IntType(1)])
                f = _memory_function(b, f"llvm.{name}.with.overflow.i64", [I64, I64], pair)
                r = b.call(f, a)
                items = [b.extract_value(r, 0), b.zext(b.extract_value(r, 1), I64)]
                return c.make_tuple(b, s.return_type, items)

            return signature, gen

        return intrinsic(typer)

    add_overflow, sub_overflow, mul_overflow = map(_overflowing, ("sadd", "ssub", "smul"))

    def _binary(emit: Any) -> Any:
        def typer(t, x, y):
            return i8(i8, i8), lambda c, b, s, a: emit(b, a[0], a[1])

        return intrinsic(typer)

    wrap_add = _binary(lambda b, x, y: b.add(x, y))
    wrap_sub = _binary(lambda b, x, y: b.sub(x, y))
    wrap_mul = _binary(lambda b, x, y: b.mul(x, y))
    _63 = ir.Constant(I64, 63)
    shift_left = _binary(lambda b, x, y: b.shl(x, b.and_(y, _63)))
    shift_right = _binary(lambda b, x, y: b.lshr(x, b.and_(y, _63)))
    unsigned_divide = _binary(lambda b, x, y: b.udiv(x, b.or_(y, b.zext(
        b.icmp_signed("==", y, ir.Constant(I64, 0)), I64))))
    unsigned_remainder = _binary(lambda b, x, y: b.urem(x, b.or_(y, b.zext(
        b.icmp_signed("==", y, ir.Constant(I64, 0)), I64))))
    unsigned_less = _binary(lambda b, x, y: b.zext(b.icmp_unsigned("<", x, y), I64))

    def _high(b: Any, x: Any, y: Any) -> Any:
        wide = ir.IntType(128)
        product = b.mul(b.zext(x, wide), b.zext(y, wide))
        return b.trunc(b.lshr(product, ir.Constant(wide, 64)), I64)

    multiply_high = _binary(_high)

    def _rotate(name: str) -> Any:
        def emit(b: Any, x: Any, n: Any) -> Any:
            return b.call(_memory_function(b, f"llvm.{name}.i64", [I64] * 3, I64), [x, x, n])

        return _binary(emit)

    rotate_left, rotate_right = _rotate("fshl"), _rotate("fshr")

    def _count(name: str) -> Any:
        def typer(t, x):
            def gen(c, b, s, a):
                i1 = ir.IntType(1)
                if name == "ctpop":
                    return b.call(_memory_function(b, "llvm.ctpop.i64", [I64], I64), [a[0]])
                f = _memory_function(b, f"llvm.{name}.i64", [I64, i1], I64)
                return b.call(f, [a[0], ir.Constant(i1, 0)])

            return i8(i8), gen

        return intrinsic(typer)

    count_leading_zeros, count_trailing_zeros, count_ones = map(_count, ("ctlz", "cttz", "ctpop"))

    @intrinsic
    def float_to_int(t, x):  # truncates; the caller has checked the range
        return i8(f8), lambda c, b, s, a: b.fptosi(a[0], I64)

    @intrinsic
    def int_to_float(t, x):
        return f8(i8), lambda c, b, s, a: b.sitofp(a[0], F64)

    call_native = types.ExternalFunction("rf_call_native", i8(i8, i8, i8, i8, i8))
    call_opcode = types.ExternalFunction("rf_call_opcode", i8(i8, i8, i8, i8))

else:

    def _signed(x: int) -> int:
        x &= MASK64
        return x - (1 << 64) if x >> 63 else x

    def _at(kind: Any, m: int, offset: int, displacement: int = 0) -> Any:
        return kind.from_address(m + (offset & MASK32) + displacement)

    def field(m, w, k):
        assert w & 7 == 1, f"no object: {w:#x}"
        return _at(ctypes.c_int64, m, w, k * 8 - 1).value

    def set_field(m, w, k, v):
        assert w & 7 == 1, f"no object: {w:#x}"
        _at(ctypes.c_int64, m, w, k * 8 - 1).value = v

    def word(m, at, k):
        return _at(ctypes.c_int64, m, at, k * 8).value

    def set_word(m, at, k, v):
        _at(ctypes.c_int64, m, at, k * 8).value = v

    def load(m, at):
        return _at(ctypes.c_int64, m, at).value

    def store(m, at, v):
        assert -(1 << 63) <= v < 1 << 63, "a word holds 64 bits"
        _at(ctypes.c_int64, m, at).value = v

    def load8(m, at):
        return _at(ctypes.c_uint8, m, at).value

    def store8(m, at, v):
        _at(ctypes.c_uint8, m, at).value = v

    def load16(m, at):
        return _at(ctypes.c_uint16, m, at).value

    def store16(m, at, v):
        _at(ctypes.c_uint16, m, at).value = v

    def load32(m, at):
        return _at(ctypes.c_uint32, m, at).value

    def store32(m, at, v):
        _at(ctypes.c_uint32, m, at).value = v

    def _clamped(at: int, n: int) -> int:
        return max(0, min(n, (1 << 32) - (at & MASK32)))

    def move_bytes(m, to, source, n):
        n = _clamped(to, _clamped(source, n))
        ctypes.memmove(m + (to & MASK32), m + (source & MASK32), n)

    def fill_bytes(m, at, n, value):
        ctypes.memset(m + (at & MASK32), value & 255, _clamped(at, n))

    def compare_bytes(m, x, y, n):
        n = _clamped(x, _clamped(y, n))
        a = ctypes.string_at(m + (x & MASK32), n)
        b = ctypes.string_at(m + (y & MASK32), n)
        return (a > b) - (a < b)

    def float_bits(x):
        return struct.unpack("<q", struct.pack("<d", x))[0]

    def bits_float(x):
        return struct.unpack("<d", struct.pack("<q", x))[0]

    def _overflow(r: int) -> tuple[int, int]:
        wrapped = _signed(r)
        return wrapped, int(wrapped != r)

    def add_overflow(x, y):
        return _overflow(x + y)

    def sub_overflow(x, y):
        return _overflow(x - y)

    def mul_overflow(x, y):
        return _overflow(x * y)

    def wrap_add(x, y):
        return _signed(x + y)

    def wrap_sub(x, y):
        return _signed(x - y)

    def wrap_mul(x, y):
        return _signed(x * y)

    def shift_left(x, y):
        return _signed(x << (y & 63))

    def shift_right(x, y):
        return _signed((x & MASK64) >> (y & 63))

    def unsigned_divide(x, y):
        return _signed((x & MASK64) // ((y & MASK64) or 1))

    def unsigned_remainder(x, y):
        return _signed((x & MASK64) % ((y & MASK64) or 1))

    def unsigned_less(x, y):
        return int(x & MASK64 < y & MASK64)

    def multiply_high(x, y):
        return _signed(((x & MASK64) * (y & MASK64)) >> 64)

    def rotate_left(x, n):
        u = x & MASK64
        return _signed((u << n) | (u >> (64 - n)))

    def rotate_right(x, n):
        u = x & MASK64
        return _signed((u >> n) | (u << (64 - n)))

    def count_leading_zeros(x):
        return 64 - (x & MASK64).bit_length()

    def count_trailing_zeros(x):
        u = x & MASK64
        return (u & -u).bit_length() - 1 if u else 64

    def count_ones(x):
        return (x & MASK64).bit_count()

    def float_to_int(x):
        return int(x)

    def int_to_float(x):
        return float(x)

    _tables: dict[str, list[Any]] = {}

    def _table(name: str) -> list[Any]:
        if name not in _tables:
            from ringfence.kernels import tables

            _tables["native"], _tables["opcode"] = tables.functions()
        return _tables[name]

    def call_native(number, m, args, n, dst):
        return _table("native")[number](m, args, n, dst)

    def call_opcode(number, m, base, insn):
        return _table("opcode")[number](m, base, insn)
