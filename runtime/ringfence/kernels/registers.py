"""Operands of an instruction word, for the cold opcodes."""

from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import field, load, shift_left, store, word
from ringfence.layout import CODE_CONSTANTS, FRAME_CODE


@kernel("i8(i8)", inline=True)
def number_a(insn):
    return (insn >> 16) & 0xFFFF


@kernel("i8(i8)", inline=True)
def number_b(insn):
    return (insn >> 32) & 0xFFFF


@kernel("i8(i8)", inline=True)
def number_c(insn):
    return (insn >> 48) & 0xFFFF


@kernel("i8(i8)", inline=True)
def signed_b(insn):
    return shift_left(insn, 16) >> 48


@kernel("i8(i8)", inline=True)
def signed_c(insn):
    return insn >> 48


@kernel("i8(i8)", inline=True)
def number_d(insn):
    return insn >> 32


@kernel("i8(i8)", inline=True)
def is_inplace(insn):
    """Whether an arithmetic instruction stems from an augmented assignment."""
    return (insn >> 8) & 1


@kernel("i8(i8, i8)", inline=True)
def at_a(base, insn):
    """Offset of register A."""
    return base + ((insn >> 13) & 0x7FFF8)


@kernel("i8(i8, i8)", inline=True)
def at_b(base, insn):
    return base + ((insn >> 29) & 0x7FFF8)


@kernel("i8(i8, i8)", inline=True)
def at_c(base, insn):
    return base + ((insn >> 45) & 0x7FFF8)


@kernel("i8(i8, i8, i8)", inline=True)
def get_a(m, base, insn):
    return load(m, at_a(base, insn))


@kernel("i8(i8, i8, i8)", inline=True)
def get_b(m, base, insn):
    return load(m, at_b(base, insn))


@kernel("i8(i8, i8, i8)", inline=True)
def get_c(m, base, insn):
    return load(m, at_c(base, insn))


@kernel("i8(i8, i8, i8, i8)", inline=True)
def put_a(m, base, insn, value):
    store(m, at_a(base, insn), value)
    return 0


@kernel("i8(i8, i8, i8, i8)", inline=True)
def put_b(m, base, insn, value):
    store(m, at_b(base, insn), value)
    return 0


@kernel("i8(i8, i8, i8)", inline=True)
def constant(m, base, number):
    """Constant of the running code object by number."""
    constants = field(m, word(m, base, FRAME_CODE), CODE_CONSTANTS)
    return load(m, constants + 7 + number * 8)
