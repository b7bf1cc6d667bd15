"""Handlers of calls and returns."""

from ringfence.kernels.calls import FRAME_BYTES, STACK_SLACK, native_declined
from ringfence.kernels.classes import CALL_KEY, cache_probe
from ringfence.kernels.direct import (
    direct_call,
    direct_call_loaded,
    direct_call_method,
    direct_load_method,
)
from ringfence.kernels.dispatch import carry_out, general, less_charged
from ringfence.kernels.handlers import (
    continuation,
    frame_at,
    frame_word,
    go_on,
    handler,
    register_a,
    register_b,
    set_register_a,
    unbind_registers,
)
from ringfence.kernels.hot_data import global_value
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import call_native, field, load, set_word, store, word
from ringfence.kernels.objects import kind_of, tuple_item
from ringfence.kernels.registers import at_a, number_b, number_c
from ringfence.kernels.shapes import instance_new
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import NONE, UNBOUND
from ringfence.kernels.unwinding import return_slow
from ringfence.layout import (
    CACHE_FUNCTION,
    CACHE_NATIVE,
    CODE_CONSTANTS,
    CODE_FLAG_SIMPLE,
    CODE_FLAGS,
    CODE_INSTRUCTIONS,
    CODE_N_POSITIONAL,
    CODE_N_REGISTERS,
    FRAME_BASE,
    FRAME_CODE,
    FRAME_DST,
    FRAME_EXTRA,
    FRAME_FUNCTION,
    FRAME_GLOBALS,
    FRAME_KIND,
    FRAME_PC,
    FUNCTION_CODE,
    FUNCTION_GLOBALS,
    INSTANCE_SHAPE,
    KIND_CLASS,
    KIND_FUNCTION,
    KIND_INSTANCE,
    KIND_NATIVE,
    KIND_SET,
    KIND_STR,
    NATIVE_MAX,
    NATIVE_MIN,
    NATIVE_NUMBER,
    RAW_DATA,
    RETURN_INIT,
    STACK_END,
    STATE_BASE,
    STATE_DEPTH,
    STATE_DEPTH_LIMIT,
    STATE_DEPTH_PEAK,
    STATE_HEAP_SOFT,
    STATE_HEAP_TOP,
    STATE_PC,
    STATE_TYPES_AT,
)
from ringfence.opcodes import Op

STACK_CHECK = STACK_END - STACK_SLACK


@kernel("i8(i8, i8, i8, i8)", inline=True)
def enters_simply(m, code, n, window):
    """Whether a call with n arguments needs no more than a frame: none to sort out, room for all."""
    return (
        field(m, code, CODE_FLAGS) & (CODE_FLAG_SIMPLE << 1) != 0
        and field(m, code, CODE_N_POSITIONAL) == n << 1
        and word(m, 0, STATE_DEPTH) < word(m, 0, STATE_DEPTH_LIMIT)
        and window < STACK_CHECK
        and word(m, 0, STATE_HEAP_TOP) <= word(m, 0, STATE_HEAP_SOFT)
    )


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)", inline=True)
def make_frame(m, base, pc, window, function, code, n):
    """Make the frame above a window the running one; its first n registers are set. Answers its base."""
    depth = word(m, 0, STATE_DEPTH)
    set_word(m, 0, STATE_DEPTH, depth + 1)
    if depth >= word(m, 0, STATE_DEPTH_PEAK):
        set_word(m, 0, STATE_DEPTH_PEAK, depth + 1)
    set_word(m, base, FRAME_PC, pc)
    top = window + FRAME_BYTES
    set_word(m, top, FRAME_KIND, 0)
    set_word(m, top, FRAME_DST, window)
    set_word(m, top, FRAME_GLOBALS, field(m, function, FUNCTION_GLOBALS))
    set_word(m, top, FRAME_FUNCTION, function)
    set_word(m, top, FRAME_BASE, base)
    set_word(m, top, FRAME_PC, 0)
    set_word(m, top, FRAME_CODE, code)
    unbind_registers(frame_at(m, top), n, field(m, code, CODE_N_REGISTERS) >> 1)
    set_word(m, 0, STATE_BASE, top)
    return top


@kernel("i8(i8, i8)", inline=True)
def first_instruction(m, code):
    return field(m, code, CODE_INSTRUCTIONS) - 1 + RAW_DATA * 8


@handler(Op.MOVE_THEN_CALL)
def move_then_call(m, frame, pc, insn, fuel, extra):
    set_register_a(frame, insn, register_b(frame, insn))
    return hot_call(m, frame, pc + 8, load(m, pc), fuel - 1, extra)


@handler(Op.GLOBAL_THEN_MOVE_CALL)
def global_then_move_call(m, frame, pc, insn, fuel, extra):
    callee = global_value(m, frame, insn)
    if callee == UNBOUND:
        return general(m, frame, pc, insn, fuel, extra)
    set_register_a(frame, insn, callee)
    return move_then_call(m, frame, pc + 8, load(m, pc), fuel - 1, extra)


@handler(Op.CALL)
def hot_call(m, frame, pc, insn, fuel, extra):
    callee = register_a(frame, insn)
    kind = kind_of(m, callee)
    if kind == KIND_FUNCTION or kind == KIND_NATIVE:
        return call_value(m, frame, pc, insn, fuel, callee)
    if kind == KIND_CLASS:
        return call_class(m, frame, pc, insn, fuel, callee)
    return direct_call(m, frame, pc, insn, fuel, extra)


@continuation
def call_class(m, frame, pc, insn, fuel, class_):
    """Make a plain instance and enter its class's ``__init__``."""
    window = at_a(frame - m, insn)
    n = number_b(insn)
    entry = cache_probe(m, class_, CALL_KEY)
    if entry != 0 and word(m, entry, 2) == 1 << 1:
        function = word(m, entry, 3)
        if kind_of(m, function) == KIND_FUNCTION:
            code = field(m, function, FUNCTION_CODE)
            if enters_simply(m, code, n + 1, window) != 0:
                instance = instance_new(m, class_)
                top = window + FRAME_BYTES
                for k in range(n, 0, -1):
                    store(m, top + k * 8, word(m, top + k * 8, -1))
                store(m, top, instance)
                make_frame(m, frame - m, pc, window, function, code, n + 1)
                set_word(m, top, FRAME_KIND, RETURN_INIT << 1)
                set_word(m, top, FRAME_EXTRA, instance)
                return go_on(m, frame_at(m, top), first_instruction(m, code), fuel)
    elif entry != 0 and word(m, entry, 2) == 2 << 1:
        native = word(m, entry, 3)
        number = field(m, native, NATIVE_NUMBER) >> 1
        most = field(m, native, NATIVE_MAX) >> 1
        if (
            number >= 0
            and n + 1 >= field(m, native, NATIVE_MIN) >> 1
            and (n < most or most < 0)
            and word(m, 0, STATE_HEAP_TOP) <= word(m, 0, STATE_HEAP_SOFT)
        ):
            args = window + FRAME_BYTES - 8
            set_word(m, 0, STATE_PC, pc)
            store(m, args, class_)
            status = call_native(number, m, args, n + 1, window)
            if status == DECLINE:
                status = native_declined(m, native, window, args, n + 1, window)
            fuel = less_charged(m, fuel)
            if status == NEXT:
                return go_on(m, frame, pc, fuel)
            return carry_out(m, frame, pc, insn, fuel, status)
    return direct_call(m, frame, pc, insn, fuel, NONE)


@handler(Op.CALL_LOADED)
def hot_call_loaded(m, frame, pc, insn, fuel, extra):
    if word(m, at_a(frame - m, insn), 8) == UNBOUND:
        return direct_call_loaded(m, frame, pc, insn, fuel, extra)
    return call_value(m, frame, pc, insn, fuel, register_a(frame, insn))


@kernel("i8(i8, i8, i8, i8)", inline=True)
def cached_method(m, frame, x, insn):
    """The method that a name stands for on the type of x, if the cache knows it; else NONE."""
    kind = kind_of(m, x)
    owner = 0
    wanted = CACHE_NATIVE << 1
    if kind == KIND_INSTANCE:
        owner = field(m, x, INSTANCE_SHAPE)
        wanted = CACHE_FUNCTION << 1
    elif KIND_STR <= kind <= KIND_SET:
        owner = tuple_item(m, word(m, 0, STATE_TYPES_AT), kind)
    constants = field(m, frame_word(frame, FRAME_CODE), CODE_CONSTANTS)
    name = load(m, constants + 7 + number_c(insn) * 8)
    entry = cache_probe(m, owner, name)
    if entry != 0 and word(m, entry, 2) == wanted:
        return word(m, entry, 3)
    return NONE


@handler(Op.LOAD_METHOD)
def hot_load_method(m, frame, pc, insn, fuel, extra):
    window = at_a(frame - m, insn)
    callee = cached_method(m, frame, word(m, window, 8), insn)
    if callee == NONE:
        return direct_load_method(m, frame, pc, insn, fuel, extra)
    store(m, window, callee)
    return go_on(m, frame, pc, fuel)


@handler(Op.MOVE_THEN_CALL_METHOD)
def move_then_call_method(m, frame, pc, insn, fuel, extra):
    set_register_a(frame, insn, register_b(frame, insn))
    return hot_call_method(m, frame, pc + 8, load(m, pc), fuel - 1, extra)


@handler(Op.CALL_METHOD)
def hot_call_method(m, frame, pc, insn, fuel, extra):
    callee = cached_method(m, frame, word(m, at_a(frame - m, insn), 8), insn)
    if callee == NONE:
        return direct_call_method(m, frame, pc, insn, fuel, extra)
    return call_value(m, frame, pc, insn, fuel, callee)


@continuation
def call_value(m, frame, pc, insn, fuel, callee):
    """Push the frame of a function whose parameters need no sorting out, or call a native."""
    kind = kind_of(m, callee)
    if kind == KIND_FUNCTION:
        window = at_a(frame - m, insn)
        n = number_b(insn)
        code = field(m, callee, FUNCTION_CODE)
        if enters_simply(m, code, n, window) != 0:
            top = make_frame(m, frame - m, pc, window, callee, code, n)
            return go_on(m, frame_at(m, top), first_instruction(m, code), fuel)
    elif kind == KIND_NATIVE:
        return call_kernel(m, frame, pc, insn, fuel, callee)
    return general(m, frame, pc, insn, fuel, NONE)


@continuation
def call_kernel(m, frame, pc, insn, fuel, native):
    """Call a native with arguments whose number suits it."""
    window = at_a(frame - m, insn)
    n = number_b(insn)
    number = field(m, native, NATIVE_NUMBER) >> 1
    most = field(m, native, NATIVE_MAX) >> 1
    if (
        number >= 0
        and n >= field(m, native, NATIVE_MIN) >> 1
        and (n <= most or most < 0)
        and word(m, 0, STATE_HEAP_TOP) <= word(m, 0, STATE_HEAP_SOFT)
    ):
        set_word(m, 0, STATE_PC, pc)
        status = call_native(number, m, window + FRAME_BYTES, n, window)
        if status == DECLINE:
            status = native_declined(m, native, window, window + FRAME_BYTES, n, window)
        fuel = less_charged(m, fuel)
        if status == NEXT:
            return go_on(m, frame, pc, fuel)
        return carry_out(m, frame, pc, insn, fuel, status)
    return general(m, frame, pc, insn, fuel, NONE)


@handler(Op.RETURN)
def hot_return(m, frame, pc, insn, fuel, extra):
    return return_value(m, frame, pc, insn, fuel, register_a(frame, insn))


@handler(Op.RETURN_NONE)
def hot_return_none(m, frame, pc, insn, fuel, extra):
    return return_value(m, frame, pc, insn, fuel, NONE)


@continuation
def return_value(m, frame, pc, insn, fuel, value):
    """Pop the frame, hand the value to its caller."""
    kind = frame_word(frame, FRAME_KIND)
    if kind == RETURN_INIT << 1 and value == NONE:
        value = frame_word(frame, FRAME_EXTRA)
        kind = 0
    if kind == 0:
        store(m, frame_word(frame, FRAME_DST), value)
        base = frame_word(frame, FRAME_BASE)
        set_word(m, 0, STATE_BASE, base)
        set_word(m, 0, STATE_DEPTH, word(m, 0, STATE_DEPTH) - 1)
        return go_on(m, frame_at(m, base), word(m, base, FRAME_PC), fuel)
    set_word(m, 0, STATE_PC, pc)
    return carry_out(m, frame, pc, insn, fuel, return_slow(m, frame - m, value))
