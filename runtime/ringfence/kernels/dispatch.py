"""Entering the machine, and the general case of every instruction.

Hot instructions have handlers (``handlers.py``, ``hot_*.py``). A handler does what it can and jumps to the
next one; what is left over jumps to ``general``, where the same opcode's kernel does the rest. So
there is one slow path for every instruction.

The meters: one unit of fuel an instruction, and what its kernel charged in STATE_INSTRUCTIONS (fuel
may end below zero by that); an instruction that leaves the loop without having run (SLICE,
NEEDS_ROOM) gives its unit back, so counts do not depend on slices or collections.
Safe points, where the heap's soft limit is looked at: backward jumps and every cold call.
"""

from ringfence.failures import Failure
from ringfence.kernels.calls import native_fallback, perform_call, perform_failure, push_frame
from ringfence.kernels.handlers import continuation, frame_at, go_on, run_handlers
from ringfence.kernels.jit import export, kernel
from ringfence.kernels.memory import call_opcode, set_word, word
from ringfence.kernels.objects import tuple_item
from ringfence.kernels.status import CALL, FAIL, NEEDS_ROOM, NEXT, RAISE, RELOAD, SLICE
from ringfence.kernels.unwinding import raise_key_error, unwind
from ringfence.layout import (
    STATE_BASE,
    STATE_CALLEE,
    STATE_ENTERING,
    STATE_FAILURE,
    STATE_FAILURES,
    STATE_FUEL,
    STATE_HEAP_SOFT,
    STATE_HEAP_TOP,
    STATE_INSTRUCTIONS,
    STATE_PC,
    STATE_RESULT_AT,
    STATE_RESULT_KIND,
    STATE_ROOM,
    STATE_TRAP_ARGUMENT_COUNT,
    STATE_TRAP_ARGUMENTS_AT,
)


@kernel("i8(i8, i8)")
def settle(m, status):
    """Carry out RAISE, FAIL and CALL until the loop can go on; else the status to leave with."""
    while True:
        if status == FAIL and word(m, 0, STATE_FAILURE) == Failure.KEY_MISSING:
            status = raise_key_error(m)
        elif status == FAIL:
            function = tuple_item(m, word(m, 0, STATE_FAILURES), word(m, 0, STATE_FAILURE))
            status = perform_failure(m, function)
            if status == FAIL:
                return 19  # BROKEN: not even the error could be raised
        elif status == CALL:
            status = perform_call(m)
        elif status == RAISE:
            status = unwind(m)
        elif status == NEXT:
            return RELOAD
        else:
            return status


@export
@kernel("i8(i8, i8)")
def call_function(m, function):
    """Push the first frame of a run: a FUNCTION without arguments, RETURN_EXIT.

    The word STACK_AT is the base of a frame below it that is never run.
    """
    base = word(m, 0, STATE_BASE)
    return push_frame(m, function, base, 0, 7, base)


@export
@kernel("i8(i8, i8, i8)")
def enter(m, fuel, how):
    """Run until something needs the host; answers a status.

    how: 0 go on; 1 raise STATE_EXCEPTION; 2 the trap declined: call the native's fallback;
    3 carry out the call of STATE_CALLEE with STATE_ARGUMENT_*.
    The arguments of a trap are roots of the collector until it has been answered.
    """
    set_word(m, 0, STATE_FUEL, fuel)
    status = RELOAD
    if how != 2:
        set_word(m, 0, STATE_TRAP_ARGUMENT_COUNT, 0)
    if how == 1:
        status = settle(m, RAISE)
    elif how == 2:
        status = settle(m, native_fallback(
            m, word(m, 0, STATE_CALLEE), word(m, 0, STATE_RESULT_KIND),
            word(m, 0, STATE_TRAP_ARGUMENTS_AT), word(m, 0, STATE_TRAP_ARGUMENT_COUNT),
            word(m, 0, STATE_RESULT_AT),
        ))
        if status == RELOAD:
            set_word(m, 0, STATE_TRAP_ARGUMENT_COUNT, 0)
    elif how == 3:
        status = settle(m, CALL)
    if status != RELOAD:
        set_word(m, 0, STATE_ENTERING, 1 if status == NEEDS_ROOM else 0)
        return status
    set_word(m, 0, STATE_ENTERING, 0)
    return run(m)


@kernel("i8(i8)")
def run(m):
    """From STATE_PC and STATE_BASE with STATE_FUEL until something needs the host; a status."""
    frame = frame_at(m, word(m, 0, STATE_BASE))
    return run_handlers(m, frame, word(m, 0, STATE_PC), word(m, 0, STATE_FUEL))


@continuation
def begin_handlers(m, frame, pc, insn, fuel, extra):
    return go_on(m, frame, pc, fuel)


@continuation
def out_of_fuel(m, frame, pc, insn, fuel, extra):
    """The instruction before `pc` is not run: the slice is used up."""
    set_word(m, 0, STATE_PC, pc - 8)
    set_word(m, 0, STATE_FUEL, fuel + 1)
    return SLICE


@kernel("i8(i8, i8)", inline=True)
def less_charged(m, fuel):
    """Fuel left after what a kernel has charged, which is taken off.

    Long work uses up the slice so, and the deadline is looked at in time.
    """
    charged = word(m, 0, STATE_INSTRUCTIONS)
    if charged > 0:
        set_word(m, 0, STATE_INSTRUCTIONS, 0)
        return fuel - charged
    return fuel


@continuation
def general(m, frame, pc, insn, fuel, extra):
    """Call the opcode's kernel, with room for what it may allocate."""
    if word(m, 0, STATE_HEAP_TOP) > word(m, 0, STATE_HEAP_SOFT):
        set_word(m, 0, STATE_ROOM, 0)
        set_word(m, 0, STATE_PC, pc - 8)
        set_word(m, 0, STATE_FUEL, fuel + 1)
        return NEEDS_ROOM
    set_word(m, 0, STATE_PC, pc)
    status = call_opcode(insn & 255, m, frame - m, insn)
    fuel = less_charged(m, fuel)
    if status == NEXT:
        return go_on(m, frame, pc, fuel)
    return carry_out(m, frame, pc, insn, fuel, status)


@continuation
def carry_out(m, frame, pc, insn, fuel, status):
    """Do what the kernel of the instruction before `pc` answered, if it was not NEXT.

    STATE_PC is set, what was charged is off the fuel.
    """
    if status != RELOAD:
        if status == NEEDS_ROOM:
            set_word(m, 0, STATE_PC, pc - 8)
            set_word(m, 0, STATE_FUEL, fuel + 1)
            return NEEDS_ROOM
        set_word(m, 0, STATE_FUEL, fuel)
        status = settle(m, status)
        if status == NEEDS_ROOM:
            set_word(m, 0, STATE_PC, word(m, 0, STATE_PC) - 8)
            set_word(m, 0, STATE_FUEL, fuel + 1)
            return NEEDS_ROOM
        if status != RELOAD:
            return status
    frame = frame_at(m, word(m, 0, STATE_BASE))
    return go_on(m, frame, word(m, 0, STATE_PC), fuel)
