"""Handlers of iteration and of generators."""

from ringfence.kernels.calls import FRAME_BYTES, STACK_SLACK, frame_top
from ringfence.kernels.direct import direct_for_next, direct_yield
from ringfence.kernels.dispatch import carry_out, general, less_charged
from ringfence.kernels.generators import for_next_generator
from ringfence.kernels.handlers import (
    continuation,
    frame_at,
    frame_word,
    go_on,
    handler,
    register_a,
    register_b,
    set_register_b,
)
from ringfence.kernels.iteration import iterator_step
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import field, load, move_bytes, set_field, set_word, store, word
from ringfence.kernels.objects import flags, kind_of, set_flags
from ringfence.kernels.registers import at_b, number_a, signed_c
from ringfence.kernels.tags import NONE, UNBOUND
from ringfence.layout import (
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
    GENERATOR_CODE,
    GENERATOR_FUNCTION,
    GENERATOR_HANDLED,
    GENERATOR_PC,
    GENERATOR_REGISTERS,
    GENERATOR_YIELD_REGISTER,
    ITERATE_LIST,
    ITERATE_RANGE,
    ITERATE_TUPLE,
    ITERATOR_END,
    ITERATOR_INDEX,
    ITERATOR_SOURCE,
    ITERATOR_STEP,
    ITERATOR_TYPE,
    KIND_GENERATOR,
    KIND_ITERATOR,
    KIND_LIST,
    KIND_TUPLE,
    LIST_ITEMS,
    LIST_LENGTH,
    RETURN_CLOSE,
    RETURN_GENERATOR,
    RETURN_NEXT,
    STACK_END,
    STATE_BASE,
    STATE_DEPTH,
    STATE_DEPTH_LIMIT,
    STATE_HANDLED,
    STATE_HEAP_SOFT,
    STATE_HEAP_TOP,
    STATE_PC,
    TUPLE_LENGTH,
)
from ringfence.opcodes import Op

AT_END = -3  # has the tag of a constant, but there is none of it: an answer of builtin_step
STACK_CHECK = STACK_END - STACK_SLACK


@kernel("i8(i8, i8)", inline=True)
def builtin_step(m, iterator):
    """Next item of the simplest iterators, or AT_END; UNBOUND: not one of these, or at its end."""
    type_ = field(m, iterator, ITERATOR_TYPE)
    index = field(m, iterator, ITERATOR_INDEX)
    if type_ == ITERATE_RANGE << 1:
        step = field(m, iterator, ITERATOR_STEP)
        end = field(m, iterator, ITERATOR_END)
        if (step > 0 and index < end) or (step < 0 and index > end):
            set_field(m, iterator, ITERATOR_INDEX, index + step)
            return index
        return AT_END
    if type_ == ITERATE_LIST << 1:
        source = field(m, iterator, ITERATOR_SOURCE)
        if kind_of(m, source) == KIND_LIST and index < field(m, source, LIST_LENGTH):
            set_field(m, iterator, ITERATOR_INDEX, index + 2)
            return load(m, field(m, source, LIST_ITEMS) + 7 + index * 4)
    elif type_ == ITERATE_TUPLE << 1:
        source = field(m, iterator, ITERATOR_SOURCE)
        if kind_of(m, source) == KIND_TUPLE and index < field(m, source, TUPLE_LENGTH):
            set_field(m, iterator, ITERATOR_INDEX, index + 2)
            return load(m, source + 15 + index * 4)
    return UNBOUND


@handler(Op.FOR_NEXT)
def hot_for_next(m, frame, pc, insn, fuel, extra):
    iterator = register_a(frame, insn)
    kind = kind_of(m, iterator)
    if kind == KIND_ITERATOR:
        item = builtin_step(m, iterator)
        if item == AT_END:
            return go_on(m, frame, pc + signed_c(insn) * 8, fuel)
        if item != UNBOUND:
            set_register_b(frame, insn, item)
            return go_on(m, frame, pc, fuel)
    elif kind == KIND_GENERATOR:
        return next_of_generator(m, frame, pc, insn, fuel, iterator)
    return direct_for_next(m, frame, pc, insn, fuel, extra)


@handler(Op.FOR_LOOP)
def hot_for_loop(m, frame, pc, insn, fuel, extra):
    iterator = register_a(frame, insn)
    start = pc + signed_c(insn) * 8  # of the loop's body: behind its FOR_NEXT
    if word(m, 0, STATE_HEAP_TOP) > word(m, 0, STATE_HEAP_SOFT):
        return general(m, frame, pc, insn, fuel, extra)
    kind = kind_of(m, iterator)
    if kind == KIND_ITERATOR:
        item = builtin_step(m, iterator)
        if item == AT_END:
            return go_on(m, frame, pc, fuel)
        if item != UNBOUND:
            set_register_b(frame, insn, item)
            return go_on(m, frame, start, fuel)
        return loop_on(m, frame, pc, insn, fuel, iterator)
    if kind == KIND_GENERATOR:
        # as if its FOR_NEXT had run: what the generator does in the end looks at that one
        return next_of_generator(m, frame, start, load(m, start - 8), fuel, iterator)
    return go_on(m, frame, start - 8, fuel)


@continuation
def loop_on(m, frame, pc, insn, fuel, iterator):
    """FOR_LOOP over one of the richer builtin iterators; what goes wrong goes wrong in FOR_NEXT."""
    outcome = iterator_step(m, iterator, at_b(frame - m, insn))
    fuel = less_charged(m, fuel)
    if outcome == 1:
        return go_on(m, frame, pc + signed_c(insn) * 8, fuel)
    if outcome == 0:
        return go_on(m, frame, pc, fuel)
    return go_on(m, frame, pc + signed_c(insn) * 8 - 8, fuel)


@continuation
def next_of_generator(m, frame, pc, insn, fuel, generator):
    """Make a suspended generator's frame the running one; FOR_NEXT is the instruction before `pc`."""
    bits = flags(m, generator)
    base = frame - m
    code = field(m, generator, GENERATOR_CODE)
    n = field(m, code, CODE_N_REGISTERS) >> 1
    top = frame_top(m, base) + FRAME_BYTES
    depth = word(m, 0, STATE_DEPTH)
    if (
        bits & (FLAG_FINISHED | FLAG_RUNNING)
        or depth >= word(m, 0, STATE_DEPTH_LIMIT)
        or top > STACK_CHECK
    ):
        set_word(m, 0, STATE_PC, pc)
        return carry_out(m, frame, pc, insn, fuel, for_next_generator(m, base, insn))
    function = field(m, generator, GENERATOR_FUNCTION)
    set_word(m, base, FRAME_PC, pc)
    set_word(m, 0, STATE_DEPTH, depth + 1)
    set_word(m, top, FRAME_EXTRA, generator)
    set_word(m, top, FRAME_KIND, (RETURN_NEXT | RETURN_GENERATOR) << 1)
    set_word(m, top, FRAME_DST, at_b(base, insn))
    set_word(m, top, FRAME_GLOBALS, field(m, function, FUNCTION_GLOBALS))
    set_word(m, top, FRAME_FUNCTION, function)
    set_word(m, top, FRAME_BASE, base)
    set_word(m, top, FRAME_PC, 0)
    set_word(m, top, FRAME_CODE, code)
    saved = generator - 1 + GENERATOR_REGISTERS * 8
    move_bytes(m, top, saved, n * 8)
    set_word(m, 0, STATE_BASE, top)
    set_flags(m, generator, FLAG_RUNNING | FLAG_STARTED)
    inner = field(m, generator, GENERATOR_HANDLED)
    set_field(m, generator, GENERATOR_HANDLED, word(m, 0, STATE_HANDLED))
    if inner != NONE:
        set_word(m, 0, STATE_HANDLED, inner)
    register = field(m, generator, GENERATOR_YIELD_REGISTER)
    if register != UNBOUND:
        store(m, top + (register << 2), NONE)
    return go_on(m, frame_at(m, top), field(m, generator, GENERATOR_PC), fuel)


@handler(Op.YIELD)
def hot_yield(m, frame, pc, insn, fuel, extra):
    """Put the running generator away and hand its value to whoever resumed it."""
    generator = frame_word(frame, FRAME_EXTRA)
    n = field(m, frame_word(frame, FRAME_CODE), CODE_N_REGISTERS) >> 1
    if frame_word(frame, FRAME_KIND) >> 1 == RETURN_GENERATOR | RETURN_CLOSE:
        return direct_yield(m, frame, pc, insn, fuel, extra)
    value = register_b(frame, insn)
    saved = generator - 1 + GENERATOR_REGISTERS * 8
    base = frame - m
    move_bytes(m, saved, base, n * 8)
    set_field(m, generator, GENERATOR_PC, pc)
    set_field(m, generator, GENERATOR_YIELD_REGISTER, number_a(insn) << 1)
    set_flags(m, generator, FLAG_STARTED)
    inner = word(m, 0, STATE_HANDLED)
    outer = field(m, generator, GENERATOR_HANDLED)
    if inner == outer:
        inner = NONE
    set_word(m, 0, STATE_HANDLED, outer)
    set_field(m, generator, GENERATOR_HANDLED, inner)
    store(m, frame_word(frame, FRAME_DST), value)
    caller = frame_word(frame, FRAME_BASE)
    set_word(m, 0, STATE_BASE, caller)
    set_word(m, 0, STATE_DEPTH, word(m, 0, STATE_DEPTH) - 1)
    return go_on(m, frame_at(m, caller), word(m, caller, FRAME_PC), fuel)
