"""Making a block as good as new after a run that touched little of it."""

from typing import Final

from ringfence.kernels.jit import export, kernel
from ringfence.kernels.memory import fill_bytes, set_word, word
from ringfence.layout import (
    ATTRIBUTE_CACHE_AT,
    ATTRIBUTE_CACHE_ENTRIES,
    CACHE_WORDS,
    HEAP_A_AT,
    PROGRAM_AT,
    STACK_AT,
    STATE_CACHE_FILLED,
    STATE_COLLECTIONS,
    STATE_DEPTH_PEAK,
    STATE_HEAP_TOP,
    STATE_PROFILE_AT,
    STATE_PROGRAM_TOP,
)

LITTLE: Final = 0x4_0000  # bytes; beyond, giving the pages back is cheaper


@export
@kernel("i8(i8, i8)")
def clear_little(m, cells):
    """Write zeros over what a run has touched, and answer 1; 0, with nothing done, if it is much.

    ``cells``: most registers of any code that ran. The state words are the host's to set anew.
    """
    heap = word(m, 0, STATE_HEAP_TOP) - HEAP_A_AT
    program = word(m, 0, STATE_PROGRAM_TOP) - PROGRAM_AT
    frames = word(m, 0, STATE_DEPTH_PEAK) + 2
    if (
        word(m, 0, STATE_COLLECTIONS) != 0 or word(m, 0, STATE_PROFILE_AT) != 0
        or heap < 0 or heap > LITTLE or program < 0 or program > LITTLE
        or frames < 0 or frames > LITTLE or cells < 0 or cells > LITTLE
    ):
        return 0
    # a frame takes at most its registers, its own words and a window above them
    stack = frames * (cells + 32) * 8
    if stack > LITTLE:
        return 0
    fill_bytes(m, HEAP_A_AT, heap, 0)
    fill_bytes(m, PROGRAM_AT, program, 0)
    fill_bytes(m, STACK_AT, stack, 0)
    if word(m, 0, STATE_CACHE_FILLED) != 0:
        fill_bytes(m, ATTRIBUTE_CACHE_AT, ATTRIBUTE_CACHE_ENTRIES * CACHE_WORDS * 8, 0)
        set_word(m, 0, STATE_CACHE_FILLED, 0)
    return 1
