"""Generators and coroutines: frames that are put away in the heap and taken out again.

A running generator's frame carries RETURN_GENERATOR in its kind and the GENERATOR in FRAME_EXTRA.
While it runs, GENERATOR_HANDLED holds the exception its resumer was handling; while it is put
away, the one it was handling itself (or NONE). The loops and ``send`` differ only in the
on-return kind: RETURN_NEXT (FOR_NEXT), RETURN_SEND (SEND), RETURN_VALUE (a call of next, send or
throw), RETURN_CLOSE.
"""

from ringfence.failures import Failure, Helper
from ringfence.kernels.calls import depth_ok, frame_top
from ringfence.kernels.exceptions import raise_now
from ringfence.kernels.jit import kernel, native, opcode
from ringfence.kernels.memory import field, load, move_bytes, set_field, set_word, store, word
from ringfence.kernels.objects import (
    allocate,
    call_helper2,
    fail,
    flags,
    has_room,
    kind_of,
    need_room,
    set_flags,
)
from ringfence.kernels.registers import at_b, get_a, get_b, number_a, put_a, signed_c
from ringfence.kernels.status import DECLINE, NEXT, RAISE, RELOAD
from ringfence.kernels.tags import FALSE, NONE, TRUE, UNBOUND
from ringfence.layout import (
    CODE_FLAG_COROUTINE,
    CODE_FLAG_GENERATOR,
    CODE_FLAGS,
    CODE_N_REGISTERS,
    FLAG_FINISHED,
    FLAG_RUNNING,
    FLAG_STARTED,
    FRAME_BASE,
    FRAME_CODE,
    FRAME_DST,
    FRAME_EXTRA,
    FRAME_FUNCTION,
    FRAME_GLOBALS,
    FRAME_KIND,
    FRAME_PC,
    FUNCTION_GLOBALS,
    FUNCTION_NAME,
    FUNCTION_QUALNAME,
    GENERATOR_CODE,
    GENERATOR_DELEGATE,
    GENERATOR_EXTRA,
    GENERATOR_FUNCTION,
    GENERATOR_HANDLED,
    GENERATOR_NAME,
    GENERATOR_PC,
    GENERATOR_QUALNAME,
    GENERATOR_REGISTERS,
    GENERATOR_YIELD_REGISTER,
    KIND_GENERATOR,
    KIND_YIELDED,
    RETURN_CLOSE,
    RETURN_GENERATOR,
    RETURN_NEXT,
    RETURN_SEND,
    RETURN_VALUE,
    STATE_BASE,
    STATE_DEPTH,
    STATE_EXCEPTION,
    STATE_HANDLED,
    STATE_PC,
    YIELDED_VALUE,
    YIELDED_WORDS,
)
from ringfence.opcodes import Op


@opcode(Op.RETURN_GENERATOR)
def op_return_generator(m, base, insn):
    """Put the frame that has just been entered into a new GENERATOR and return that."""
    code = word(m, base, FRAME_CODE)
    function = word(m, base, FRAME_FUNCTION)
    n = field(m, code, CODE_N_REGISTERS) >> 1
    if has_room(m, n * 8 + 256) == 0:
        return need_room(m, n * 8 + 256)
    w = allocate(m, KIND_GENERATOR, GENERATOR_REGISTERS + n)
    set_field(m, w, GENERATOR_CODE, code)
    set_field(m, w, GENERATOR_FUNCTION, function)
    set_field(m, w, GENERATOR_PC, word(m, 0, STATE_PC))
    set_field(m, w, GENERATOR_HANDLED, NONE)
    set_field(m, w, GENERATOR_DELEGATE, NONE)
    set_field(m, w, GENERATOR_NAME, field(m, function, FUNCTION_NAME))
    set_field(m, w, GENERATOR_QUALNAME, field(m, function, FUNCTION_QUALNAME))
    set_field(m, w, GENERATOR_YIELD_REGISTER, UNBOUND)
    set_field(m, w, GENERATOR_EXTRA, NONE)
    move_bytes(m, w - 1 + GENERATOR_REGISTERS * 8, base, n * 8)
    pop_frame(m, base)
    store(m, word(m, base, FRAME_DST), w)
    return RELOAD


@kernel("i8(i8, i8)", inline=True)
def pop_frame(m, base):
    """Make the caller the running frame."""
    caller = word(m, base, FRAME_BASE)
    set_word(m, 0, STATE_BASE, caller)
    set_word(m, 0, STATE_PC, word(m, caller, FRAME_PC))
    set_word(m, 0, STATE_DEPTH, word(m, 0, STATE_DEPTH) - 1)
    return 0


@kernel("i8(i8, i8, i8, i8)")
def enter_generator(m, generator, result_kind, dst):
    """Take a generator's frame out of the heap and make it the running one; answers RELOAD."""
    base = word(m, 0, STATE_BASE)
    code = field(m, generator, GENERATOR_CODE)
    function = field(m, generator, GENERATOR_FUNCTION)
    top = frame_top(m, base) + 64
    n = field(m, code, CODE_N_REGISTERS) >> 1
    set_word(m, base, FRAME_PC, word(m, 0, STATE_PC))
    set_word(m, 0, STATE_DEPTH, word(m, 0, STATE_DEPTH) + 1)
    set_word(m, top, FRAME_EXTRA, generator)
    set_word(m, top, FRAME_KIND, (result_kind | RETURN_GENERATOR) << 1)
    set_word(m, top, FRAME_DST, dst)
    set_word(m, top, FRAME_GLOBALS, field(m, function, FUNCTION_GLOBALS))
    set_word(m, top, FRAME_FUNCTION, function)
    set_word(m, top, FRAME_BASE, base)
    set_word(m, top, FRAME_PC, 0)
    set_word(m, top, FRAME_CODE, code)
    move_bytes(m, top, generator - 1 + GENERATOR_REGISTERS * 8, n * 8)
    set_word(m, 0, STATE_BASE, top)
    set_word(m, 0, STATE_PC, field(m, generator, GENERATOR_PC))
    set_flags(m, generator, FLAG_RUNNING | FLAG_STARTED)
    inner = field(m, generator, GENERATOR_HANDLED)
    set_field(m, generator, GENERATOR_HANDLED, word(m, 0, STATE_HANDLED))
    if inner != NONE:
        set_word(m, 0, STATE_HANDLED, inner)
    return RELOAD


@kernel("i8(i8, i8, i8, i8, i8)")
def resume_generator(m, generator, sent, result_kind, dst):
    """Send a value into a suspended generator; a status. A finished one is the caller's case."""
    bits = flags(m, generator)
    if bits & FLAG_RUNNING:
        return fail(m, Failure.GENERATOR_RUNNING, generator, NONE)
    if bits & FLAG_STARTED == 0 and sent != NONE:
        return fail(m, Failure.GENERATOR_NOT_STARTED, generator, NONE)
    function = field(m, generator, GENERATOR_FUNCTION)
    if depth_ok(m, function, frame_top(m, word(m, 0, STATE_BASE)), 0) == 0:
        return fail(m, Failure.RECURSION, NONE, NONE)
    register = field(m, generator, GENERATOR_YIELD_REGISTER)
    enter_generator(m, generator, result_kind, dst)
    if register != UNBOUND:
        store(m, word(m, 0, STATE_BASE) + (register << 2), sent)
    return RELOAD


@opcode(Op.YIELD)
def op_yield(m, base, insn):
    """Put the running generator away and hand its value to whoever resumed it."""
    generator = word(m, base, FRAME_EXTRA)
    kind = (word(m, base, FRAME_KIND) >> 1) - RETURN_GENERATOR
    n = field(m, field(m, generator, GENERATOR_CODE), CODE_N_REGISTERS) >> 1
    value = get_b(m, base, insn)
    move_bytes(m, generator - 1 + GENERATOR_REGISTERS * 8, base, n * 8)
    set_field(m, generator, GENERATOR_PC, word(m, 0, STATE_PC))
    set_field(m, generator, GENERATOR_YIELD_REGISTER, number_a(insn) << 1)
    set_flags(m, generator, FLAG_STARTED)
    leave_handled(m, generator, 1)
    dst = word(m, base, FRAME_DST)
    pop_frame(m, base)
    if kind == RETURN_CLOSE:
        return fail(m, Failure.CLOSE_IGNORED, generator, NONE)
    store(m, dst, value)
    return RELOAD


@kernel("i8(i8, i8, i8)")
def leave_handled(m, generator, keep):
    """Give back the resumer's handled exception; keep the generator's own if it goes on later."""
    inner = word(m, 0, STATE_HANDLED)
    outer = field(m, generator, GENERATOR_HANDLED)
    set_word(m, 0, STATE_HANDLED, outer)
    set_field(m, generator, GENERATOR_HANDLED, NONE)
    if keep != 0 and inner != outer:
        set_field(m, generator, GENERATOR_HANDLED, inner)
    return 0


@kernel("i8(i8, i8)")
def finish_generator(m, base):
    """Mark the generator of a frame that returns or raises as finished and drop its registers."""
    generator = word(m, base, FRAME_EXTRA)
    leave_handled(m, generator, 0)
    set_flags(m, generator, FLAG_FINISHED | FLAG_STARTED)
    set_field(m, generator, GENERATOR_DELEGATE, NONE)
    n = field(m, field(m, generator, GENERATOR_CODE), CODE_N_REGISTERS) >> 1
    for k in range(n):
        store(m, generator - 1 + (GENERATOR_REGISTERS + k) * 8, UNBOUND)
    return 0


@kernel("i8(i8, i8, i8)")
def return_from_generator(m, base, value):
    """A generator's frame returns: its resumer learns that it is finished."""
    kind = (word(m, base, FRAME_KIND) >> 1) - RETURN_GENERATOR
    dst = word(m, base, FRAME_DST)
    finish_generator(m, base)
    pop_frame(m, base)
    if kind == RETURN_NEXT:
        return exhaust(m)
    if kind == RETURN_SEND:
        store(m, dst, value)
        return exhaust(m)
    if kind == RETURN_CLOSE:
        store(m, dst, NONE)
        return RELOAD
    generator = word(m, base, FRAME_EXTRA)
    return stop_iteration(m, generator, value)


@kernel("i8(i8, i8, i8)")
def stop_iteration(m, generator, value):
    """Raise what ends an iteration: StopAsyncIteration for async generators."""
    bits = field(m, field(m, generator, GENERATOR_CODE), CODE_FLAGS) >> 1
    if bits & CODE_FLAG_COROUTINE and bits & CODE_FLAG_GENERATOR:
        return fail(m, Failure.STOP_ASYNC_ITERATION, NONE, NONE)
    return fail(m, Failure.STOP_ITERATION, value, NONE)


@kernel("i8(i8)", inline=True)
def exhaust(m):
    """Take the exit of the FOR_NEXT or SEND that the running frame executed last."""
    pc = word(m, 0, STATE_PC)
    set_word(m, 0, STATE_PC, pc + signed_c(load(m, pc - 8)) * 8)
    return RELOAD


@kernel("i8(i8, i8, i8)")
def for_next_generator(m, base, insn):
    """FOR_NEXT over a generator."""
    generator = get_a(m, base, insn)
    if flags(m, generator) & FLAG_FINISHED:
        return exhaust(m)
    return resume_generator(m, generator, NONE, RETURN_NEXT, at_b(base, insn))


@opcode(Op.SEND)
def op_send(m, base, insn):
    iterator = get_a(m, base, insn)
    value = get_b(m, base, insn)
    dst = at_b(base, insn)
    if kind_of(m, iterator) == KIND_GENERATOR:
        if word(m, base, FRAME_KIND) >> 1 & RETURN_GENERATOR:
            set_field(m, word(m, base, FRAME_EXTRA), GENERATOR_DELEGATE, iterator)
        if flags(m, iterator) & FLAG_FINISHED:
            bits = field(m, field(m, iterator, GENERATOR_CODE), CODE_FLAGS) >> 1
            if bits & CODE_FLAG_COROUTINE:
                return fail(m, Failure.COROUTINE_REUSED, iterator, NONE)
            store(m, dst, NONE)
            return exhaust(m)
        return resume_generator(m, iterator, value, RETURN_SEND, dst)
    return call_helper2(m, Helper.SEND, RETURN_SEND, dst, iterator, value)


@opcode(Op.WRAP_YIELD)
def op_wrap_yield(m, base, insn):
    w = allocate(m, KIND_YIELDED, YIELDED_WORDS)
    set_field(m, w, YIELDED_VALUE, get_b(m, base, insn))
    put_a(m, base, insn, w)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def throw_into(m, generator, exception, result_kind, dst):
    """Raise an exception inside a suspended generator; a status."""
    bits = flags(m, generator)
    if bits & FLAG_RUNNING:
        return fail(m, Failure.GENERATOR_RUNNING, generator, NONE)
    set_word(m, 0, STATE_EXCEPTION, exception)
    if bits & FLAG_FINISHED:
        return RAISE
    function = field(m, generator, GENERATOR_FUNCTION)
    if depth_ok(m, function, frame_top(m, word(m, 0, STATE_BASE)), 0) == 0:
        return fail(m, Failure.RECURSION, NONE, NONE)
    inner = field(m, generator, GENERATOR_HANDLED)
    enter_generator(m, generator, result_kind, dst)
    return RAISE if inner == NONE else raise_now(m, exception)


@native("generator.resume", "generator.send", "generator.__next__", "coroutine.send")
def generator_resume(m, args, n, dst):
    """(generator, value): next() and send()."""
    generator = load(m, args)
    if kind_of(m, generator) != KIND_GENERATOR:
        return DECLINE
    value = NONE
    if n > 1:
        value = load(m, args + 8)
    if flags(m, generator) & FLAG_FINISHED:
        bits = field(m, field(m, generator, GENERATOR_CODE), CODE_FLAGS) >> 1
        if bits & CODE_FLAG_COROUTINE and bits & CODE_FLAG_GENERATOR == 0:
            return fail(m, Failure.COROUTINE_REUSED, generator, NONE)
        return stop_iteration(m, generator, NONE)
    return resume_generator(m, generator, value, RETURN_VALUE, dst)


@native("generator.raise_in")
def generator_raise_in(m, args, n, dst):
    """(generator, exception instance): throw()."""
    return throw_into(m, load(m, args), load(m, args + 8), RETURN_VALUE, dst)


@native("generator.close_with")
def generator_close_with(m, args, n, dst):
    """(generator, GeneratorExit instance): close()."""
    generator = load(m, args)
    bits = flags(m, generator)
    if bits & FLAG_FINISHED or bits & FLAG_STARTED == 0:
        if bits & FLAG_RUNNING:
            return fail(m, Failure.GENERATOR_RUNNING, generator, NONE)
        set_flags(m, generator, FLAG_FINISHED | FLAG_STARTED)
        store(m, dst, NONE)
        return NEXT
    return throw_into(m, generator, load(m, args + 8), RETURN_CLOSE, dst)


@native("generator.state")
def generator_flags(m, args, n, dst):
    """The flags of a generator: 1 finished, 2 running, 4 started."""
    store(m, dst, flags(m, load(m, args)) << 1)
    return NEXT


@native("yielded_value")
def yielded_value(m, args, n, dst):
    """(value, default): what an async generator yielded, or the default if it is no such."""
    value = load(m, args)
    if kind_of(m, value) == KIND_YIELDED:
        store(m, dst, field(m, value, YIELDED_VALUE))
    else:
        store(m, dst, load(m, args + 8))
    return NEXT


@native("is_yielded")
def is_yielded(m, args, n, dst):
    if kind_of(m, load(m, args)) == KIND_YIELDED:
        store(m, dst, TRUE)
    else:
        store(m, dst, FALSE)
    return NEXT
