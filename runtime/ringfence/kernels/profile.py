"""Counting the cost of each instruction of a program, where the host asks for it.

Instructions are entered one by one. What one costs (itself, what kernels charge, and all hidden
code that runs on its behalf) is added to the counters of the innermost instruction in the
program region. Meters and results are those of a run without counting.

Counters: for the instruction at offset ``pc`` two raw words at ``STATE_PROFILE_AT + 2 * (pc -
PROGRAM_AT)``: fuel, and bytes allocated.
"""

from ringfence.kernels.dispatch import enter
from ringfence.kernels.jit import export, kernel
from ringfence.kernels.memory import set_word, word
from ringfence.kernels.status import SLICE
from ringfence.layout import (
    FRAME_BASE,
    FRAME_PC,
    PROGRAM_AT,
    STACK_AT,
    STATE_BASE,
    STATE_COLLECTIONS,
    STATE_FUEL,
    STATE_HEAP_TOP,
    STATE_INSTRUCTIONS,
    STATE_PC,
    STATE_PROFILE_AT,
)


@kernel("i8(i8, i8)")
def profiled_place(m, how):
    """Offset of the counters that the next step belongs to, or 0."""
    counters = word(m, 0, STATE_PROFILE_AT)
    base = word(m, 0, STATE_BASE)
    pc = word(m, 0, STATE_PC)
    if how != 0:
        pc -= 8
    while pc < PROGRAM_AT or pc >= counters:
        base = word(m, base, FRAME_BASE)
        if base <= STACK_AT:
            return 0
        pc = word(m, base, FRAME_PC) - 8
    return counters + 2 * (pc - PROGRAM_AT)


@export
@kernel("i8(i8, i8, i8)")
def profile(m, fuel, how):
    """The same as ``enter``, with every step counted."""
    while True:
        place = profiled_place(m, how)
        charged = word(m, 0, STATE_INSTRUCTIONS)
        top = word(m, 0, STATE_HEAP_TOP)
        collections = word(m, 0, STATE_COLLECTIONS)
        status = enter(m, 1, how)
        used = 1 - word(m, 0, STATE_FUEL)
        fuel -= used
        if place != 0:
            cost = used + word(m, 0, STATE_INSTRUCTIONS) - charged
            set_word(m, place, 0, word(m, place, 0) + cost)
            grown = word(m, 0, STATE_HEAP_TOP) - top
            if grown > 0 and word(m, 0, STATE_COLLECTIONS) == collections:
                set_word(m, place, 1, word(m, place, 1) + grown)
        how = 0
        if status != SLICE or fuel <= 0:
            set_word(m, 0, STATE_FUEL, fuel)
            return status
