"""Handlers of text."""

from ringfence.kernels.dispatch import carry_out, general
from ringfence.kernels.handlers import continuation, go_on, register_b, register_c
from ringfence.kernels.memory import set_word, word
from ringfence.kernels.registers import at_a
from ringfence.kernels.status import NEXT
from ringfence.kernels.strings import string_add
from ringfence.layout import STATE_HEAP_SOFT, STATE_HEAP_TOP, STATE_INSTRUCTIONS, STATE_PC


@continuation
def add_strings(m, frame, pc, insn, fuel, extra):
    """ADD of two strings."""
    if word(m, 0, STATE_HEAP_TOP) > word(m, 0, STATE_HEAP_SOFT):
        return general(m, frame, pc, insn, fuel, extra)
    set_word(m, 0, STATE_PC, pc)
    dst = at_a(frame - m, insn)
    status = string_add(m, register_b(frame, insn), register_c(frame, insn), dst)
    charged = word(m, 0, STATE_INSTRUCTIONS)
    if charged > 0:
        fuel -= charged
        set_word(m, 0, STATE_INSTRUCTIONS, 0)
    if status == NEXT:
        return go_on(m, frame, pc, fuel)
    return carry_out(m, frame, pc, insn, fuel, status)
