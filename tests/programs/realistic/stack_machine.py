"""A stack machine with an assembler and a brainfuck interpreter."""
from enum import Enum, auto, IntFlag
from dataclasses import dataclass


class Op(Enum):
    PUSH = auto()
    ADD = auto()
    MUL = auto()
    SUB = auto()
    DUP = auto()
    SWAP = auto()
    JNZ = auto()
    PRINT = auto()
    HALT = auto()

    @property
    def takes(self):
        return self in (Op.PUSH, Op.JNZ)


@dataclass(slots=True)
class Instruction:
    op: Op
    value: int | None = None


class MachineError(RuntimeError):
    pass


def assemble(text):
    labels, lines = {}, []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.split(";")[0].strip()
        if not line:
            continue
        if line.endswith(":"):
            labels[line[:-1]] = len(lines)
            continue
        name, *rest = line.split()
        try:
            op = Op[name.upper()]
        except KeyError:
            raise MachineError(f"line {number}: no such operation {name!r}") from None
        if op.takes != bool(rest):
            raise MachineError(f"line {number}: {op.name} {'needs' if op.takes else 'takes no'} operand")
        lines.append((op, rest[0] if rest else None))
    return [Instruction(op, None if v is None else labels[v] if v in labels else int(v)) for op, v in lines]


def run(program, limit=1000):
    stack, pc, out = [], 0, []
    for _ in range(limit):
        i = program[pc]
        pc += 1
        match i:
            case Instruction(op=Op.PUSH, value=v):
                stack.append(v)
            case Instruction(op=Op.ADD | Op.MUL | Op.SUB as op):
                b, a = stack.pop(), stack.pop()
                stack.append({Op.ADD: a + b, Op.MUL: a * b, Op.SUB: a - b}[op])
            case Instruction(Op.DUP):
                stack.append(stack[-1])
            case Instruction(Op.SWAP):
                stack[-1], stack[-2] = stack[-2], stack[-1]
            case Instruction(Op.JNZ, target):
                if stack[-1]:
                    pc = target
            case Instruction(Op.PRINT):
                out.append(stack[-1])
            case Instruction(Op.HALT):
                return out, stack
    raise MachineError("out of steps")


program = assemble("""
push 1
push 10      ; counter
again:
dup          ; acc n n
push 0
add
swap
push -1
add
jnz again
print
halt
""")
print(program[1], len(program), run(program))
for bad in ("jump 3", "push", "add 3"):
    try:
        assemble(bad)
    except MachineError as e:
        print(e, e.__cause__, e.__suppress_context__)
try:
    run(assemble("x:\npush 1\njnz x"))
except MachineError as e:
    print(e)


def brain(source, text=""):
    jumps, stack = {}, []
    for i, c in enumerate(source):
        if c == "[":
            stack.append(i)
        elif c == "]":
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    tape, p, i, out, given = bytearray(100), 0, 0, "", iter(text)
    while i < len(source):
        c = source[i]
        if c == ">": p += 1
        elif c == "<": p -= 1
        elif c == "+": tape[p] = (tape[p] + 1) % 256
        elif c == "-": tape[p] = (tape[p] - 1) % 256
        elif c == ".": out += chr(tape[p])
        elif c == ",": tape[p] = ord(next(given, "\0"))
        elif c == "[" and not tape[p]: i = jumps[i]
        elif c == "]" and tape[p]: i = jumps[i]
        i += 1
    return out


print(brain("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."))
print(brain(",[.,]", "echo"))


class Flags(IntFlag):
    ZERO = 1
    CARRY = 2
    SIGN = 4


f = Flags.ZERO | Flags.SIGN
print(f, f.value, Flags.CARRY in f, list(f), ~f & Flags(7), Op(3), Op["DUP"].takes, len(Op), repr(f))
