"""A program as a listing for people."""

from __future__ import annotations

from typing import Any

from ringfence.code import Code, Program
from ringfence.opcodes import FLAG_INPLACE, Op

OPS = list(Op)


def disassemble(program: Program) -> str:
    """List every code object of a program, the module first."""
    parts: list[str] = []
    waiting = [program.module]
    while waiting:
        code = waiting.pop(0)
        parts.append(_listing(code, program))
        waiting.extend(item for item in code.constants if isinstance(item, Code))
    return "\n".join(parts)


def _listing(code: Code, program: Program) -> str:
    lines = [
        f"{code.qualname}  line {code.line}, {code.n_registers} registers, flags {code.flags}"
        f", parameters {code.n_positional}/{code.n_positional_only}/{code.n_keyword_only}"
    ]
    for title, names in (
        ("variables", code.variables), ("cells", code.cells), ("free", code.free),
    ):  # fmt: skip
        if names:
            lines.append(f"  {title}: {' '.join(names)}")
    last = 0
    for at, word in enumerate(code.instructions):
        line = code.positions[at] & 0xFFFFFF
        mark = f"{line:>4}" if line != last else "    "
        last = line
        lines.append(f"{mark} {at:>4}  {_instruction(word, at, code, program)}")
    for start, end, target, register in code.handlers:
        lines.append(f"  {start}..{end - 1} caught at {target}, exception in r{register}")
    for start, end, name, _ in code.inlined:
        lines.append(f"  {start}..{end - 1} is {name}")
    return "\n".join(lines) + "\n"


def _signed(value: int, bits: int) -> int:
    return value - (1 << bits) if value >> (bits - 1) else value


def _constant(code: Code, number: int) -> str:
    if number >= len(code.constants):
        return "?"
    value: Any = code.constants[number]
    text = repr(value)
    return text if len(text) <= 40 else text[:37] + "..."


def _instruction(word: int, at: int, code: Code, program: Program) -> str:
    op = OPS[word & 255]
    a, b, c = word >> 16 & 0xFFFF, word >> 32 & 0xFFFF, word >> 48
    d = _signed(word >> 32, 32)
    shown: list[str] = []
    note = ""
    effect = op.effect
    for operand in op.operands.split():
        letter = operand[-1]
        value = {"A": a, "B": b, "C": c, "D": d}[letter]
        if operand[0] == "s":
            value = _signed(value, 16)
        if f"pc += {letter}" in effect:
            shown.append(f"-> {at + 1 + value}")
        elif f"K[{letter}]" in effect:
            shown.append(f"k{value}")
            note = _constant(code, value)
        elif f"G[{letter}]" in effect or (op is Op.LOAD_GLOBAL_CALL and letter == "D"):
            shown.append(f"g{value}")
            note = program.names[value] if value < len(program.names) else "?"
        elif f"R[{letter}-1]" in effect:
            shown.append(f"r{value - 1}" if value else "-")
        elif f"R[{letter}" in effect or (letter == "A" and op is not Op.DELETE_FREE):
            shown.append(f"r{value}")
        else:
            shown.append(str(value))
    name = op.name + ("=" if word >> 8 & FLAG_INPLACE else "")
    text = f"{name:<18} {' '.join(shown)}"
    return f"{text:<40} ; {note}" if note else text.rstrip()
