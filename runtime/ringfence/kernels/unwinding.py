"""Returning and raising: what happens when a frame ends.

``return_slow`` carries out every on-return kind but RETURN_VALUE. ``unwind`` looks for the handler
of STATE_EXCEPTION by the tables of the code objects, frame by frame, and writes the traceback on
the way. Nothing was paid when the ``try`` was entered.
"""

from ringfence.failures import Failure, Helper
from ringfence.kernels.attributes import class_call_plan
from ringfence.kernels.calls import finish_call_method
from ringfence.kernels.exceptions import (
    constant_type,
    exception_make,
    exception_type_check,
    raise_now,
)
from ringfence.kernels.generators import (
    exhaust,
    finish_generator,
    pop_frame,
    return_from_generator,
)
from ringfence.kernels.jit import kernel, opcode
from ringfence.kernels.memory import field, load, set_field, set_word, store, word
from ringfence.kernels.objects import (
    allocate,
    call_helper,
    call_helper2,
    fail,
    kind_of,
    size_words,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.registers import at_a, get_a, get_b, number_d, put_a, signed_c
from ringfence.kernels.status import DONE, NEXT, RAISE, RAISED, RELOAD
from ringfence.kernels.tags import ELLIPSIS, NONE, TRUE, UNBOUND, bool_value
from ringfence.kernels.truth import truth
from ringfence.layout import (
    CLASS_FLAG_EXCEPTION,
    CLASS_FLAGS,
    CLASS_MRO,
    CODE_FLAG_COROUTINE,
    CODE_FLAG_GENERATOR,
    CODE_FLAG_HIDDEN,
    CODE_FLAGS,
    CODE_HANDLERS,
    CODE_INSTRUCTIONS,
    EXCEPTION_TRACEBACK,
    FRAME_CODE,
    FRAME_DST,
    FRAME_EXTRA,
    FRAME_KIND,
    INSTANCE_SHAPE,
    KIND_INSTANCE,
    KIND_RAW,
    KIND_TRACEBACK,
    RAW_DATA,
    RETURN_BOOL,
    RETURN_BRANCH,
    RETURN_CALL_METHOD,
    RETURN_CLOSE,
    RETURN_DISCARD,
    RETURN_EXIT,
    RETURN_GENERATOR,
    RETURN_INIT,
    RETURN_NEXT,
    RETURN_NOT,
    RETURN_RETRY,
    RETURN_SEND,
    RETURN_UNPACK,
    SHAPE_CLASS,
    STATE_ARGUMENT_0,
    STATE_BASE,
    STATE_CONSTANT_TYPES,
    STATE_EXCEPTION,
    STATE_HANDLED,
    STATE_PC,
    STATE_RERAISE,
    TRACEBACK_CODE,
    TRACEBACK_NEXT,
    TRACEBACK_PC,
    TRACEBACK_WORDS,
    TYPE_INDEX_GENERATOR_EXIT,
    TYPE_INDEX_KEY_ERROR,
    TYPE_INDEX_STOP_ASYNC_ITERATION,
    TYPE_INDEX_STOP_ITERATION,
)
from ringfence.opcodes import Op

FIRST_NEGATED = int(Op.JUMP_NOT_LT)
LAST_NEGATED = int(Op.JUMP_NOT_NE)
FIRST_NEGATED_INT = int(Op.JUMP_NOT_LT_INT)
LAST_NEGATED_INT = int(Op.JUMP_NOT_NE_INT)
OP_JUMP_IF = int(Op.JUMP_IF)
OP_JUMP_IF_NOT = int(Op.JUMP_IF_NOT)


@kernel("i8(i8, i8)")
def take_branch(m, outcome):
    """Finish the conditional jump that the running frame executed last; answers RELOAD."""
    pc = word(m, 0, STATE_PC)
    insn = load(m, pc - 8)
    op = insn & 255
    distance = signed_c(insn)
    negated = 0
    if op == OP_JUMP_IF:
        distance = number_d(insn)
    elif op == OP_JUMP_IF_NOT:
        distance = number_d(insn)
        negated = 1
    elif FIRST_NEGATED <= op <= LAST_NEGATED or FIRST_NEGATED_INT <= op <= LAST_NEGATED_INT:
        negated = 1
    if outcome != negated:
        set_word(m, 0, STATE_PC, pc + distance * 8)
    return RELOAD


@kernel("i8(i8, i8, i8, i8)")
def finish_truth(m, value, result_kind, dst):
    """Carry out RETURN_BRANCH, RETURN_BOOL or RETURN_NOT with a value of any type."""
    outcome = truth(m, value)
    if outcome == 2:
        set_word(m, 0, STATE_ARGUMENT_0, value)
        return call_helper(m, Helper.TRUTH, 1, result_kind, dst)
    if result_kind == RETURN_BRANCH:
        return take_branch(m, outcome)
    if result_kind == RETURN_NOT:
        outcome = 1 - outcome
    store(m, dst, bool_value(outcome))
    return RELOAD


@kernel("i8(i8, i8, i8)")
def return_slow(m, base, value):
    """Return from a frame whose on-return kind is not RETURN_VALUE; a status."""
    kind = word(m, base, FRAME_KIND) >> 1
    dst = word(m, base, FRAME_DST)
    if kind & RETURN_GENERATOR:
        return return_from_generator(m, base, value)
    if kind == RETURN_EXIT:
        set_word(m, 0, STATE_ARGUMENT_0, value)
        return DONE
    instance = word(m, base, FRAME_EXTRA)
    pop_frame(m, base)
    if kind == RETURN_INIT:
        if value != NONE:
            return fail(m, Failure.INIT_RETURNED, value, NONE)
        store(m, dst, instance)
        return RELOAD
    if kind == RETURN_DISCARD:
        return RELOAD
    if kind == RETURN_BRANCH or kind == RETURN_BOOL or kind == RETURN_NOT:
        return finish_truth(m, value, kind, dst)
    if kind == RETURN_NEXT:
        store(m, dst, value)
        return RELOAD
    if kind == RETURN_RETRY:
        set_word(m, 0, STATE_PC, word(m, 0, STATE_PC) - 8)
        return RELOAD
    if kind == RETURN_UNPACK:
        for k in range(tuple_length(m, value)):
            store(m, dst + k * 8, tuple_item(m, value, k))
        return RELOAD
    if kind == RETURN_CALL_METHOD:
        store(m, dst, value)
        return finish_call_method(m)
    if kind == RETURN_SEND:
        store(m, dst, tuple_item(m, value, 1))
        if tuple_item(m, value, 0) == TRUE:
            return exhaust(m)
        return RELOAD
    store(m, dst, value)
    return RELOAD


# ---------------------------------------------------------------- raising
@kernel("i8(i8, i8, i8)")
def is_a(m, exception, type_index):
    """Whether an exception is an instance of a class of STATE_CONSTANT_TYPES."""
    target = tuple_item(m, word(m, 0, STATE_CONSTANT_TYPES), type_index)
    class_ = field(m, field(m, exception, INSTANCE_SHAPE), SHAPE_CLASS)
    mro = field(m, class_, CLASS_MRO)
    for k in range(tuple_length(m, mro)):
        if tuple_item(m, mro, k) == target:
            return 1
    return 0


@kernel("i8(i8, i8, i8, i8)")
def add_traceback(m, exception, code, index):
    """Put a frame in front of an exception's traceback."""
    if field(m, code, CODE_FLAGS) >> 1 & CODE_FLAG_HIDDEN:
        return 0
    w = allocate(m, KIND_TRACEBACK, TRACEBACK_WORDS)
    set_field(m, w, TRACEBACK_NEXT, field(m, exception, EXCEPTION_TRACEBACK))
    set_field(m, w, TRACEBACK_CODE, code)
    set_field(m, w, TRACEBACK_PC, index << 1)
    set_field(m, exception, EXCEPTION_TRACEBACK, w)
    return 1


@kernel("i8(i8, i8, i8)")
def find_handler(m, code, index):
    """Offset of the innermost handler row that covers an instruction, or 0."""
    handlers = field(m, code, CODE_HANDLERS)
    if kind_of(m, handlers) != KIND_RAW:
        return 0
    row = handlers - 1 + RAW_DATA * 8
    best = 0
    best_length = 1 << 40
    for _ in range((size_words(m, handlers) - 1) >> 2):
        start = word(m, row, 0)
        end = word(m, row, 1)
        if start <= index < end and end - start < best_length:
            best = row
            best_length = end - start
        row += 32
    return best


@kernel("i8(i8)")
def unwind(m):
    """Find the handler of STATE_EXCEPTION; answers RELOAD, RAISED, or the status of a failure."""
    exception = word(m, 0, STATE_EXCEPTION)
    keep = word(m, 0, STATE_RERAISE)
    set_word(m, 0, STATE_RERAISE, 0)
    while True:
        base = word(m, 0, STATE_BASE)
        code = word(m, base, FRAME_CODE)
        start = field(m, code, CODE_INSTRUCTIONS) - 1 + RAW_DATA * 8
        index = ((word(m, 0, STATE_PC) - start) >> 3) - 1
        if keep == 0:
            add_traceback(m, exception, code, index)
        keep = 0
        row = find_handler(m, code, index)
        if row != 0:
            store(m, base + word(m, row, 3) * 8, exception)
            set_word(m, 0, STATE_PC, start + word(m, row, 2) * 8)
            return RELOAD
        kind = word(m, base, FRAME_KIND) >> 1
        if kind == RETURN_EXIT:
            return RAISED
        generator = word(m, base, FRAME_EXTRA)
        if kind & RETURN_GENERATOR:
            finish_generator(m, base)
        dst = word(m, base, FRAME_DST)
        pop_frame(m, base)
        if kind & RETURN_GENERATOR:
            if is_a(m, exception, TYPE_INDEX_STOP_ITERATION):
                return fail(m, Failure.STOP_INSIDE_GENERATOR, generator, exception)
            of = field(m, code, CODE_FLAGS) >> 1
            if (of & CODE_FLAG_GENERATOR) != 0 and (of & CODE_FLAG_COROUTINE) != 0 and is_a(
                m, exception, TYPE_INDEX_STOP_ASYNC_ITERATION
            ):
                return fail(m, Failure.STOP_INSIDE_GENERATOR, generator, exception)
            if kind - RETURN_GENERATOR == RETURN_CLOSE and is_a(
                m, exception, TYPE_INDEX_GENERATOR_EXIT
            ):
                store(m, dst, NONE)
                return RELOAD
        elif kind == RETURN_NEXT and is_a(m, exception, TYPE_INDEX_STOP_ITERATION):
            return exhaust(m)
        elif kind == RETURN_CALL_METHOD:  # the look-up has the position of the instruction before
            set_word(m, 0, STATE_PC, word(m, 0, STATE_PC) - 8)


@kernel("i8(i8, i8)")
def is_exception(m, value):
    """Whether a value is an instance of an exception class."""
    if kind_of(m, value) != KIND_INSTANCE:
        return 0
    class_ = field(m, field(m, value, INSTANCE_SHAPE), SHAPE_CLASS)
    return (field(m, class_, CLASS_FLAGS) >> 1) & CLASS_FLAG_EXCEPTION


@kernel("i8(i8)")
def raise_key_error(m):
    """Carry out the failure KEY_MISSING without a frame: the one that programs count on."""
    class_ = constant_type(m, TYPE_INDEX_KEY_ERROR)
    return raise_now(m, exception_make(m, class_, STATE_ARGUMENT_0 * 8, 1))


@opcode(Op.RAISE)
def op_raise(m, base, insn):
    """Raise an instance at once; classes and causes go through the prelude."""
    exception = get_a(m, base, insn)
    cause = get_b(m, base, insn)
    if exception == UNBOUND:
        handled = word(m, 0, STATE_HANDLED)
        if handled == NONE:
            return fail(m, Failure.NO_ACTIVE_EXCEPTION, NONE, NONE)
        set_word(m, 0, STATE_EXCEPTION, handled)
        set_word(m, 0, STATE_RERAISE, 1)
        return RAISE
    if cause == UNBOUND:
        if is_exception(m, exception):
            return raise_now(m, exception)
        if exception_type_check(m, exception) and class_call_plan(m, exception) == 2:
            return raise_now(m, exception_make(m, exception, 0, 0))
        cause = ELLIPSIS
    return call_helper2(m, Helper.RAISE, RETURN_DISCARD, base, exception, cause)


@opcode(Op.RERAISE)
def op_reraise(m, base, insn):
    set_word(m, 0, STATE_EXCEPTION, get_a(m, base, insn))
    set_word(m, 0, STATE_RERAISE, 1)
    return RAISE


@opcode(Op.ENTER_HANDLER)
def op_enter_handler(m, base, insn):
    put_a(m, base, insn, word(m, 0, STATE_HANDLED))
    set_word(m, 0, STATE_HANDLED, get_b(m, base, insn))
    return NEXT


@opcode(Op.LEAVE_HANDLER)
def op_leave_handler(m, base, insn):
    set_word(m, 0, STATE_HANDLED, get_a(m, base, insn))
    return NEXT


@opcode(Op.EXCEPTION_TRIPLE)
def op_exception_triple(m, base, insn):
    exception = get_b(m, base, insn)
    place = at_a(base, insn)
    store(m, place, field(m, field(m, exception, INSTANCE_SHAPE), SHAPE_CLASS))
    set_word(m, place, 1, exception)
    set_word(m, place, 2, field(m, exception, EXCEPTION_TRACEBACK))
    return NEXT


@opcode(Op.END_ASYNC_FOR)
def op_end_async_for(m, base, insn):
    exception = get_a(m, base, insn)
    if is_a(m, exception, TYPE_INDEX_STOP_ASYNC_ITERATION):
        return NEXT
    set_word(m, 0, STATE_EXCEPTION, exception)
    set_word(m, 0, STATE_RERAISE, 1)
    return RAISE
