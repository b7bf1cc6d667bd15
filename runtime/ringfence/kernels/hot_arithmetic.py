"""Handlers of arithmetic on small integers and unboxed floats; a result to be boxed is left to the kernel."""

from ringfence.kernels.direct import add_strings, direct_arithmetic
from ringfence.kernels.handlers import (
    go_on,
    handler,
    register_b,
    register_c,
    set_register_a,
)
from ringfence.kernels.memory import add_overflow, mul_overflow, sub_overflow
from ringfence.kernels.probing import is_str
from ringfence.kernels.registers import signed_c
from ringfence.kernels.tags import float_of, float_word, is_float
from ringfence.opcodes import Op


@handler(Op.ADD)
def hot_add(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    if (x | y) & 1 == 0:
        total, over = add_overflow(x, y)
        if over == 0:
            set_register_a(frame, insn, total)
            return go_on(m, frame, pc, fuel)
    elif (x & y & 3) == 3:
        result = float_word(float_of(x) + float_of(y))
        if is_float(result):
            set_register_a(frame, insn, result)
            return go_on(m, frame, pc, fuel)
    elif is_str(m, x) and is_str(m, y):
        return add_strings(m, frame, pc, insn, fuel, extra)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.SUB)
def hot_sub(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    if (x | y) & 1 == 0:
        total, over = sub_overflow(x, y)
        if over == 0:
            set_register_a(frame, insn, total)
            return go_on(m, frame, pc, fuel)
    elif (x & y & 3) == 3:
        result = float_word(float_of(x) - float_of(y))
        if is_float(result):
            set_register_a(frame, insn, result)
            return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.MUL)
def hot_mul(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    if (x | y) & 1 == 0:
        total, over = mul_overflow(x >> 1, y)
        if over == 0:
            set_register_a(frame, insn, total)
            return go_on(m, frame, pc, fuel)
    elif (x & y & 3) == 3:
        result = float_word(float_of(x) * float_of(y))
        if is_float(result):
            set_register_a(frame, insn, result)
            return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.DIV)
def hot_div(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    if (x & y & 3) == 3:
        divisor = float_of(y)
        if divisor != 0.0:
            result = float_word(float_of(x) / divisor)
            if is_float(result):
                set_register_a(frame, insn, result)
                return go_on(m, frame, pc, fuel)
    elif (x | y) & 1 == 0 and y != 0:
        if -(1 << 54) < x < (1 << 54) and -(1 << 54) < y < (1 << 54):
            result = float_word(float(x >> 1) / float(y >> 1))
            if is_float(result):
                set_register_a(frame, insn, result)
                return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.FLOORDIV)
def hot_floordiv(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    if (x | y) & 1 == 0 and y > 0:
        set_register_a(frame, insn, ((x >> 1) // (y >> 1)) << 1)
        return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.MOD)
def hot_mod(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    if (x | y) & 1 == 0 and y > 0:
        set_register_a(frame, insn, ((x >> 1) % (y >> 1)) << 1)
        return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.ADD_INT)
def hot_add_int(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    if x & 1 == 0:
        total, over = add_overflow(x, signed_c(insn) << 1)
        if over == 0:
            set_register_a(frame, insn, total)
            return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.SUB_INT)
def hot_sub_int(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    if x & 1 == 0:
        total, over = sub_overflow(x, signed_c(insn) << 1)
        if over == 0:
            set_register_a(frame, insn, total)
            return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.MUL_INT)
def hot_mul_int(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    if x & 1 == 0:
        total, over = mul_overflow(x, signed_c(insn))
        if over == 0:
            set_register_a(frame, insn, total)
            return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.FLOORDIV_INT)
def hot_floordiv_int(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = signed_c(insn)
    if x & 1 == 0 and y > 0:
        set_register_a(frame, insn, ((x >> 1) // y) << 1)
        return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.MOD_INT)
def hot_mod_int(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = signed_c(insn)
    if x & 1 == 0 and y > 0:
        set_register_a(frame, insn, ((x >> 1) % y) << 1)
        return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.AND_INT)
def hot_and_int(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    if x & 1 == 0:
        set_register_a(frame, insn, x & (signed_c(insn) << 1))
        return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.AND)
def hot_and(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    if (x | y) & 1 == 0:
        set_register_a(frame, insn, x & y)
        return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.OR)
def hot_or(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    if (x | y) & 1 == 0:
        set_register_a(frame, insn, x | y)
        return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.XOR)
def hot_xor(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    if (x | y) & 1 == 0:
        set_register_a(frame, insn, x ^ y)
        return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.RSHIFT)
def hot_rshift(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    if (x | y) & 1 == 0 and 0 <= y < 126:
        set_register_a(frame, insn, (x >> (y >> 1)) & ~1)
        return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)


@handler(Op.LSHIFT)
def hot_lshift(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    if (x | y) & 1 == 0 and 0 <= y < 62 and -(1 << 31) < x < (1 << 31):
        set_register_a(frame, insn, x << (y >> 1))
        return go_on(m, frame, pc, fuel)
    return direct_arithmetic(m, frame, pc, insn, fuel, extra)
