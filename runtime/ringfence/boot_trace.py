"""What went wrong in a boot run, for whoever works on the prelude."""

from __future__ import annotations

from ringfence import layout as L
from ringfence.boot_block import BootBlock


def describe(block: BootBlock, exception: int) -> str:
    """Type, arguments and frames of an exception that escaped from the prelude."""
    if block.kind(exception) != L.KIND_INSTANCE:
        return f"raised {block.python(exception)!r}"
    cls = block.field(block.field(exception, L.INSTANCE_SHAPE), L.SHAPE_CLASS)
    name = block.text(block.field(cls, L.CLASS_NAME))
    lines = [f"{name}{block.python(block.field(exception, L.EXCEPTION_ARGS))!r}"]
    trace = block.field(exception, L.EXCEPTION_TRACEBACK)
    while block.kind(trace) == L.KIND_TRACEBACK:
        code = block.field(trace, L.TRACEBACK_CODE)
        lines.append("  in " + place(block, code, block.field(trace, L.TRACEBACK_PC) >> 1))
        trace = block.field(trace, L.TRACEBACK_NEXT)
    return "\n".join(lines)


def place(block: BootBlock, code: int, index: int) -> str:
    """File, line and function of an instruction."""
    positions = block.field(code, L.CODE_POSITIONS)
    line = 0
    if block.kind(positions) == L.KIND_RAW and 0 <= index:
        words = (block.header(positions) >> 32) - 1
        if index < words:
            word = block.field(positions, L.RAW_DATA + index)
            line = word & ((1 << L.POSITION_LINE_BITS) - 1)
    file = block.python(block.field(code, L.CODE_UNIT))[0]
    return f"{file}:{line} {block.text(block.field(code, L.CODE_QUALNAME))}"


def stack(block: BootBlock) -> list[str]:
    """Frames of the running stack, innermost first."""
    words = block.words
    base = words[L.STATE_BASE]
    found: list[str] = []
    pc = words[L.STATE_PC]
    while base > L.STACK_AT + 64 and len(found) < 5000:
        code = words[(base >> 3) + L.FRAME_CODE]
        start = block.field(code, L.CODE_INSTRUCTIONS) - 1 + 8
        found.append(place(block, code, (pc - start >> 3) - 1))
        base = words[(base >> 3) + L.FRAME_BASE]
        pc = words[(base >> 3) + L.FRAME_PC]
    return found


def failure(block: BootBlock) -> str:
    """The failure reported last, with its operands."""
    from ringfence.failures import Failure

    number = block.words[L.STATE_FAILURE]
    operands = [block.python(block.words[L.STATE_ARGUMENT_0 + i]) for i in range(3)]
    name = Failure(number).name if number in Failure._value2member_map_ else str(number)
    return f"{name} {operands}"
