"""The dispatch loop: hot instructions inline, everything else through the opcode table.

Each inline case handles what it can and `continue`s; whatever is left over falls out of the chain
to the cold call at the bottom, where the same opcode's kernel does the general case. So there is
one slow path for every instruction. numba turns the chain into a switch.

The meters: one unit of fuel an instruction, and what its kernel charged in STATE_INSTRUCTIONS (fuel
may end below zero by that); an instruction that leaves the loop without having run (SLICE,
NEEDS_ROOM) gives its unit back, so counts do not depend on slices or collections.
Safe points, where the heap's soft limit is looked at: backward jumps and every cold call.
"""

from ringfence.kernels.attributes import cache_probe
from ringfence.kernels.calls import (
    native_declined,
    native_fallback,
    perform_call,
    perform_failure,
    push_frame,
)
from ringfence.kernels.generators import for_next_generator
from ringfence.kernels.jit import export, kernel
from ringfence.kernels.memory import (
    add_overflow,
    call_native,
    call_opcode,
    field,
    load,
    mul_overflow,
    set_field,
    set_word,
    store,
    sub_overflow,
    word,
)
from ringfence.kernels.objects import flags, float_value, kind_of, tuple_item
from ringfence.kernels.registers import (
    at_a,
    at_b,
    at_c,
    number_b,
    number_c,
    number_d,
    signed_b,
    signed_c,
)
from ringfence.kernels.status import (
    CALL,
    DECLINE,
    FAIL,
    NEEDS_ROOM,
    NEXT,
    RAISE,
    RELOAD,
    SLICE,
)
from ringfence.kernels.tags import FALSE, NONE, TRUE, UNBOUND, float_of
from ringfence.kernels.unwinding import return_slow, unwind
from ringfence.layout import (
    CACHE_ADD,
    CACHE_FUNCTION,
    CACHE_NATIVE,
    CACHE_SLOT,
    CELL_VALUE,
    CODE_CONSTANTS,
    CODE_FLAG_SIMPLE,
    CODE_FLAGS,
    CODE_INSTRUCTIONS,
    CODE_N_POSITIONAL,
    CODE_N_REGISTERS,
    DICT_ENTRIES,
    FRAME_BASE,
    FRAME_CODE,
    FRAME_DST,
    FRAME_FUNCTION,
    FRAME_GLOBALS,
    FRAME_KIND,
    FRAME_PC,
    FUNCTION_CLOSURE,
    FUNCTION_CODE,
    FUNCTION_GLOBALS,
    INSTANCE_SHAPE,
    INSTANCE_SLOTS,
    ITERATE_LIST,
    ITERATE_RANGE,
    ITERATE_TUPLE,
    ITERATOR_END,
    ITERATOR_INDEX,
    ITERATOR_SOURCE,
    ITERATOR_STEP,
    ITERATOR_TYPE,
    KIND_FUNCTION,
    KIND_GENERATOR,
    KIND_INSTANCE,
    KIND_ITERATOR,
    KIND_LIST,
    KIND_NATIVE,
    KIND_SET,
    KIND_STR,
    KIND_TUPLE,
    LIST_ITEMS,
    LIST_LENGTH,
    NATIVE_MAX,
    NATIVE_MIN,
    NATIVE_NUMBER,
    RAW_DATA,
    SHAPE_COUNT,
    STACK_END,
    STATE_BASE,
    STATE_BUILTINS,
    STATE_CALLEE,
    STATE_DEPTH,
    STATE_DEPTH_LIMIT,
    STATE_DEPTH_PEAK,
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
    STATE_TYPES_AT,
    TUPLE_LENGTH,
)
from ringfence.opcodes import Op

STACK_CHECK = STACK_END - 0x200000
FRAME_BYTES = 64
UNKNOWN = 2  # a comparison that the loop cannot do


# comparisons that the loop does itself: of two small integers or two unboxed floats
@kernel("i8(i8, i8)", inline=True)
def test_less(x, y):
    if (x | y) & 1 == 0:
        return x < y
    if (x & y & 3) == 3:
        return float_of(x) < float_of(y)
    return UNKNOWN


@kernel("i8(i8, i8)", inline=True)
def test_less_equal(x, y):
    if (x | y) & 1 == 0:
        return x <= y
    if (x & y & 3) == 3:
        return float_of(x) <= float_of(y)
    return UNKNOWN


@kernel("i8(i8, i8)", inline=True)
def test_greater(x, y):
    if (x | y) & 1 == 0:
        return x > y
    if (x & y & 3) == 3:
        return float_of(x) > float_of(y)
    return UNKNOWN


@kernel("i8(i8, i8)", inline=True)
def test_greater_equal(x, y):
    if (x | y) & 1 == 0:
        return x >= y
    if (x & y & 3) == 3:
        return float_of(x) >= float_of(y)
    return UNKNOWN


@kernel("i8(i8, i8)", inline=True)
def test_same(x, y):
    if (x | y) & 1 == 0:
        return x == y
    if (x & y & 3) == 3:
        return float_of(x) == float_of(y)
    return UNKNOWN


@kernel("i8(i8, i8)", inline=True)
def test_other(x, y):
    if (x | y) & 1 == 0:
        return x != y
    if (x & y & 3) == 3:
        return float_of(x) != float_of(y)
    return UNKNOWN


@kernel("i8(i8)", inline=True)
def opposite(truth):
    """Negate a truth that may be UNKNOWN."""
    if truth == UNKNOWN:
        return UNKNOWN
    return 1 - truth


@kernel("i8(i8, i8)")
def settle(m, status):
    """Carry out RAISE, FAIL and CALL until the loop can go on; else the status to leave with."""
    while True:
        if status == FAIL:
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
    """
    set_word(m, 0, STATE_FUEL, fuel)
    status = RELOAD
    if how == 1:
        status = settle(m, RAISE)
    elif how == 2:
        status = settle(m, native_fallback(
            m, word(m, 0, STATE_CALLEE), word(m, 0, STATE_RESULT_KIND),
            word(m, 0, STATE_TRAP_ARGUMENTS_AT), word(m, 0, STATE_TRAP_ARGUMENT_COUNT),
            word(m, 0, STATE_RESULT_AT),
        ))
    elif how == 3:
        status = settle(m, CALL)
    if status != RELOAD:
        return status
    return run(m)


@kernel("i8(i8)")
def run(m):
    """The loop itself: from STATE_PC and STATE_BASE with STATE_FUEL."""
    pc = word(m, 0, STATE_PC)
    base = word(m, 0, STATE_BASE)
    fuel = word(m, 0, STATE_FUEL)
    status = 0
    while True:
        insn = load(m, pc)
        pc += 8
        fuel -= 1
        if fuel < 0:
            pc -= 8
            fuel += 1
            status = SLICE
            break
        op = insn & 255
        taken = UNKNOWN
        after = NEXT  # what a native called here has answered
        if op == Op.MOVE:
            store(m, at_a(base, insn), load(m, at_b(base, insn)))
            continue
        elif op == Op.LOAD_INT:
            store(m, at_a(base, insn), number_d(insn) << 1)
            continue
        elif op == Op.LOAD_CONST:
            constants = field(m, word(m, base, FRAME_CODE), CODE_CONSTANTS)
            store(m, at_a(base, insn), load(m, constants + 7 + number_d(insn) * 8))
            continue
        elif op == Op.LOAD_GLOBAL or op == Op.LOAD_GLOBAL_CALL:
            entries = field(m, word(m, base, FRAME_GLOBALS), DICT_ENTRIES)
            value = load(m, entries + 23 + number_d(insn) * 24)
            if value == UNBOUND:  # a builtin that has been looked up before
                name = load(m, entries + 15 + number_d(insn) * 24)
                entry = cache_probe(m, word(m, 0, STATE_BUILTINS), name)
                if entry != 0:
                    value = word(m, entry, 3)
            if value != UNBOUND:
                store(m, at_a(base, insn), value)
                continue
        elif op == Op.STORE_GLOBAL:
            entries = field(m, word(m, base, FRAME_GLOBALS), DICT_ENTRIES)
            place = entries + 23 + number_d(insn) * 24
            if load(m, place) != UNBOUND:
                store(m, place, load(m, at_a(base, insn)))
                continue
        elif op == Op.LOAD_FREE:
            cells = field(m, word(m, base, FRAME_FUNCTION), FUNCTION_CLOSURE)
            value = field(m, tuple_item(m, cells, number_b(insn)), CELL_VALUE)
            if value != UNBOUND:
                store(m, at_a(base, insn), value)
                continue
        elif op == Op.LOAD_CELL:
            value = field(m, load(m, at_b(base, insn)), CELL_VALUE)
            if value != UNBOUND:
                store(m, at_a(base, insn), value)
                continue
        elif op == Op.STORE_CELL:
            set_field(m, load(m, at_a(base, insn)), CELL_VALUE, load(m, at_b(base, insn)))
            continue
        elif op == Op.CHECK_LOCAL:
            if load(m, at_a(base, insn)) != UNBOUND:
                continue
        # ------------------------------------------------------------ arithmetic
        elif op == Op.ADD:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            if (x | y) & 1 == 0:
                total, over = add_overflow(x, y)
                if over == 0:
                    store(m, at_a(base, insn), total)
                    continue
            elif (x & y & 3) == 3:
                store(m, at_a(base, insn), float_value(m, float_of(x) + float_of(y)))
                continue
        elif op == Op.SUB:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            if (x | y) & 1 == 0:
                total, over = sub_overflow(x, y)
                if over == 0:
                    store(m, at_a(base, insn), total)
                    continue
            elif (x & y & 3) == 3:
                store(m, at_a(base, insn), float_value(m, float_of(x) - float_of(y)))
                continue
        elif op == Op.MUL:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            if (x | y) & 1 == 0:
                total, over = mul_overflow(x >> 1, y)
                if over == 0:
                    store(m, at_a(base, insn), total)
                    continue
            elif (x & y & 3) == 3:
                store(m, at_a(base, insn), float_value(m, float_of(x) * float_of(y)))
                continue
        elif op == Op.DIV:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            if (x & y & 3) == 3:
                divisor = float_of(y)
                if divisor != 0.0:
                    store(m, at_a(base, insn), float_value(m, float_of(x) / divisor))
                    continue
            elif (x | y) & 1 == 0 and y != 0:
                if -(1 << 54) < x < (1 << 54) and -(1 << 54) < y < (1 << 54):
                    store(m, at_a(base, insn), float_value(m, float(x >> 1) / float(y >> 1)))
                    continue
        elif op == Op.FLOORDIV:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            if (x | y) & 1 == 0 and y > 0:
                store(m, at_a(base, insn), ((x >> 1) // (y >> 1)) << 1)
                continue
        elif op == Op.MOD:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            if (x | y) & 1 == 0 and y > 0:
                store(m, at_a(base, insn), ((x >> 1) % (y >> 1)) << 1)
                continue
        elif op == Op.ADD_INT:
            x = load(m, at_b(base, insn))
            if x & 1 == 0:
                total, over = add_overflow(x, signed_c(insn) << 1)
                if over == 0:
                    store(m, at_a(base, insn), total)
                    continue
        elif op == Op.SUB_INT:
            x = load(m, at_b(base, insn))
            if x & 1 == 0:
                total, over = sub_overflow(x, signed_c(insn) << 1)
                if over == 0:
                    store(m, at_a(base, insn), total)
                    continue
        elif op == Op.MUL_INT:
            x = load(m, at_b(base, insn))
            if x & 1 == 0:
                total, over = mul_overflow(x, signed_c(insn))
                if over == 0:
                    store(m, at_a(base, insn), total)
                    continue
        elif op == Op.FLOORDIV_INT:
            x = load(m, at_b(base, insn))
            y = signed_c(insn)
            if x & 1 == 0 and y > 0:
                store(m, at_a(base, insn), ((x >> 1) // y) << 1)
                continue
        elif op == Op.MOD_INT:
            x = load(m, at_b(base, insn))
            y = signed_c(insn)
            if x & 1 == 0 and y > 0:
                store(m, at_a(base, insn), ((x >> 1) % y) << 1)
                continue
        elif op == Op.AND_INT:
            x = load(m, at_b(base, insn))
            if x & 1 == 0:
                store(m, at_a(base, insn), x & (signed_c(insn) << 1))
                continue
        elif op == Op.AND:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            if (x | y) & 1 == 0:
                store(m, at_a(base, insn), x & y)
                continue
        elif op == Op.OR:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            if (x | y) & 1 == 0:
                store(m, at_a(base, insn), x | y)
                continue
        elif op == Op.XOR:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            if (x | y) & 1 == 0:
                store(m, at_a(base, insn), x ^ y)
                continue
        elif op == Op.RSHIFT:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            if (x | y) & 1 == 0 and 0 <= y < 126:
                store(m, at_a(base, insn), (x >> (y >> 1)) & ~1)
                continue
        elif op == Op.LSHIFT:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            if (x | y) & 1 == 0 and 0 <= y < 62 and -(1 << 31) < x < (1 << 31):
                store(m, at_a(base, insn), x << (y >> 1))
                continue
        # ------------------------------------------------------------ comparison
        elif op == Op.LT:
            truth = test_less(load(m, at_b(base, insn)), load(m, at_c(base, insn)))
            if truth != UNKNOWN:
                store(m, at_a(base, insn), FALSE + (truth << 3))
                continue
        elif op == Op.LE:
            truth = test_less_equal(load(m, at_b(base, insn)), load(m, at_c(base, insn)))
            if truth != UNKNOWN:
                store(m, at_a(base, insn), FALSE + (truth << 3))
                continue
        elif op == Op.GT:
            truth = test_greater(load(m, at_b(base, insn)), load(m, at_c(base, insn)))
            if truth != UNKNOWN:
                store(m, at_a(base, insn), FALSE + (truth << 3))
                continue
        elif op == Op.GE:
            truth = test_greater_equal(load(m, at_b(base, insn)), load(m, at_c(base, insn)))
            if truth != UNKNOWN:
                store(m, at_a(base, insn), FALSE + (truth << 3))
                continue
        elif op == Op.EQ:
            truth = test_same(load(m, at_b(base, insn)), load(m, at_c(base, insn)))
            if truth != UNKNOWN:
                store(m, at_a(base, insn), FALSE + (truth << 3))
                continue
        elif op == Op.NE:
            truth = test_other(load(m, at_b(base, insn)), load(m, at_c(base, insn)))
            if truth != UNKNOWN:
                store(m, at_a(base, insn), FALSE + (truth << 3))
                continue
        elif op == Op.IS:
            same = load(m, at_b(base, insn)) == load(m, at_c(base, insn))
            store(m, at_a(base, insn), FALSE + (same << 3))
            continue
        elif op == Op.IS_NOT:
            other = load(m, at_b(base, insn)) != load(m, at_c(base, insn))
            store(m, at_a(base, insn), FALSE + (other << 3))
            continue
        elif op == Op.NOT:
            x = load(m, at_b(base, insn))
            if x == TRUE or x == FALSE:
                store(m, at_a(base, insn), TRUE + FALSE - x)
                continue
        # ------------------------------------------------------------ jumps
        elif op == Op.JUMP:
            pc += number_d(insn) * 8
            continue
        elif op == Op.JUMP_BACK:
            if word(m, 0, STATE_HEAP_TOP) <= word(m, 0, STATE_HEAP_SOFT):
                pc += number_d(insn) * 8
                continue
        elif op == Op.JUMP_IF or op == Op.JUMP_IF_NOT:
            x = load(m, at_a(base, insn))
            if x == TRUE or x == FALSE:
                if (x == TRUE) == (op == Op.JUMP_IF):
                    pc += number_d(insn) * 8
                continue
            if x & 1 == 0:
                if (x != 0) == (op == Op.JUMP_IF):
                    pc += number_d(insn) * 8
                continue
            if x == NONE:
                if op == Op.JUMP_IF_NOT:
                    pc += number_d(insn) * 8
                continue
        elif op == Op.JUMP_IF_NONE:
            if load(m, at_a(base, insn)) == NONE:
                pc += number_d(insn) * 8
            continue
        elif op == Op.JUMP_IF_NOT_NONE:
            if load(m, at_a(base, insn)) != NONE:
                pc += number_d(insn) * 8
            continue
        elif op == Op.JUMP_IF_BOUND:
            if load(m, at_a(base, insn)) != UNBOUND:
                pc += number_d(insn) * 8
            continue
        elif op == Op.JUMP_LT:
            taken = test_less(load(m, at_a(base, insn)), load(m, at_b(base, insn)))
        elif op == Op.JUMP_LE:
            taken = test_less_equal(load(m, at_a(base, insn)), load(m, at_b(base, insn)))
        elif op == Op.JUMP_GT:
            taken = test_greater(load(m, at_a(base, insn)), load(m, at_b(base, insn)))
        elif op == Op.JUMP_GE:
            taken = test_greater_equal(load(m, at_a(base, insn)), load(m, at_b(base, insn)))
        elif op == Op.JUMP_EQ:
            taken = test_same(load(m, at_a(base, insn)), load(m, at_b(base, insn)))
        elif op == Op.JUMP_NE:
            taken = test_other(load(m, at_a(base, insn)), load(m, at_b(base, insn)))
        elif op == Op.JUMP_NOT_LT:
            taken = opposite(test_less(load(m, at_a(base, insn)), load(m, at_b(base, insn))))
        elif op == Op.JUMP_NOT_LE:
            taken = opposite(test_less_equal(load(m, at_a(base, insn)), load(m, at_b(base, insn))))
        elif op == Op.JUMP_NOT_GT:
            taken = opposite(test_greater(load(m, at_a(base, insn)), load(m, at_b(base, insn))))
        elif op == Op.JUMP_NOT_GE:
            taken = opposite(test_greater_equal(load(m, at_a(base, insn)), load(m, at_b(base, insn))))
        elif op == Op.JUMP_NOT_EQ:
            taken = opposite(test_same(load(m, at_a(base, insn)), load(m, at_b(base, insn))))
        elif op == Op.JUMP_NOT_NE:
            taken = opposite(test_other(load(m, at_a(base, insn)), load(m, at_b(base, insn))))
        elif op == Op.JUMP_LT_INT:
            taken = test_less(load(m, at_a(base, insn)), signed_b(insn) << 1)
        elif op == Op.JUMP_LE_INT:
            taken = test_less_equal(load(m, at_a(base, insn)), signed_b(insn) << 1)
        elif op == Op.JUMP_GT_INT:
            taken = test_greater(load(m, at_a(base, insn)), signed_b(insn) << 1)
        elif op == Op.JUMP_GE_INT:
            taken = test_greater_equal(load(m, at_a(base, insn)), signed_b(insn) << 1)
        elif op == Op.JUMP_EQ_INT:
            taken = test_same(load(m, at_a(base, insn)), signed_b(insn) << 1)
        elif op == Op.JUMP_NE_INT:
            taken = test_other(load(m, at_a(base, insn)), signed_b(insn) << 1)
        elif op == Op.JUMP_NOT_LT_INT:
            taken = opposite(test_less(load(m, at_a(base, insn)), signed_b(insn) << 1))
        elif op == Op.JUMP_NOT_LE_INT:
            taken = opposite(test_less_equal(load(m, at_a(base, insn)), signed_b(insn) << 1))
        elif op == Op.JUMP_NOT_GT_INT:
            taken = opposite(test_greater(load(m, at_a(base, insn)), signed_b(insn) << 1))
        elif op == Op.JUMP_NOT_GE_INT:
            taken = opposite(test_greater_equal(load(m, at_a(base, insn)), signed_b(insn) << 1))
        elif op == Op.JUMP_NOT_EQ_INT:
            taken = opposite(test_same(load(m, at_a(base, insn)), signed_b(insn) << 1))
        elif op == Op.JUMP_NOT_NE_INT:
            taken = opposite(test_other(load(m, at_a(base, insn)), signed_b(insn) << 1))
        # ------------------------------------------------------------ iteration
        elif op == Op.FOR_NEXT:
            iterator = load(m, at_a(base, insn))
            kind = kind_of(m, iterator)
            if kind == KIND_ITERATOR:
                type_ = field(m, iterator, ITERATOR_TYPE)
                index = field(m, iterator, ITERATOR_INDEX)
                if type_ == ITERATE_RANGE << 1:
                    step = field(m, iterator, ITERATOR_STEP)
                    end = field(m, iterator, ITERATOR_END)
                    if (step > 0 and index < end) or (step < 0 and index > end):
                        store(m, at_b(base, insn), index)
                        set_field(m, iterator, ITERATOR_INDEX, index + step)
                    else:
                        pc += signed_c(insn) * 8
                    continue
                if type_ == ITERATE_LIST << 1:
                    source = field(m, iterator, ITERATOR_SOURCE)
                    if kind_of(m, source) == KIND_LIST and index < field(m, source, LIST_LENGTH):
                        items = field(m, source, LIST_ITEMS)
                        store(m, at_b(base, insn), load(m, items + 7 + index * 4))
                        set_field(m, iterator, ITERATOR_INDEX, index + 2)
                        continue
                elif type_ == ITERATE_TUPLE << 1:
                    source = field(m, iterator, ITERATOR_SOURCE)
                    if kind_of(m, source) == KIND_TUPLE and index < field(m, source, TUPLE_LENGTH):
                        store(m, at_b(base, insn), load(m, source + 15 + index * 4))
                        set_field(m, iterator, ITERATOR_INDEX, index + 2)
                        continue
            elif kind == KIND_GENERATOR:
                set_word(m, 0, STATE_PC, pc)
                status = for_next_generator(m, base, insn)
                if status == RELOAD:
                    pc = word(m, 0, STATE_PC)
                    base = word(m, 0, STATE_BASE)
                    continue
                set_word(m, 0, STATE_FUEL, fuel)
                status = settle(m, status)
                if status != RELOAD:
                    break
                pc = word(m, 0, STATE_PC)
                base = word(m, 0, STATE_BASE)
                continue
        elif op == Op.LIST_APPEND:
            items = load(m, at_a(base, insn))
            array = field(m, items, LIST_ITEMS)
            length = field(m, items, LIST_LENGTH)
            if (length >> 1) + 1 < (field(m, array, 0) >> 32):
                store(m, array + 7 + length * 4, load(m, at_b(base, insn)))
                set_field(m, items, LIST_LENGTH, length + 2)
                continue
        # ------------------------------------------------------------ items and attributes
        elif op == Op.GET_ITEM:
            x = load(m, at_b(base, insn))
            y = load(m, at_c(base, insn))
            kind = kind_of(m, x)
            if y & 1 == 0:
                if kind == KIND_LIST:
                    length = field(m, x, LIST_LENGTH)
                    if y < 0:
                        y += length
                    if 0 <= y < length:
                        items = field(m, x, LIST_ITEMS)
                        store(m, at_a(base, insn), load(m, items + 7 + y * 4))
                        continue
                elif kind == KIND_TUPLE:
                    length = field(m, x, TUPLE_LENGTH)
                    if y < 0:
                        y += length
                    if 0 <= y < length:
                        store(m, at_a(base, insn), load(m, x + 15 + y * 4))
                        continue
        elif op == Op.SET_ITEM:
            x = load(m, at_a(base, insn))
            y = load(m, at_b(base, insn))
            if y & 1 == 0 and kind_of(m, x) == KIND_LIST:
                length = field(m, x, LIST_LENGTH)
                if y < 0:
                    y += length
                if 0 <= y < length:
                    items = field(m, x, LIST_ITEMS)
                    store(m, items + 7 + y * 4, load(m, at_c(base, insn)))
                    continue
        elif op == Op.GET_ATTR:
            x = load(m, at_b(base, insn))
            if kind_of(m, x) == KIND_INSTANCE:
                constants = field(m, word(m, base, FRAME_CODE), CODE_CONSTANTS)
                name = load(m, constants + 7 + number_c(insn) * 8)
                entry = cache_probe(m, field(m, x, INSTANCE_SHAPE), name)
                if entry != 0 and word(m, entry, 2) == CACHE_SLOT << 1:
                    store(m, at_a(base, insn), load(m, x - 1 + word(m, entry, 3) * 4))
                    continue
        elif op == Op.SET_ATTR:
            x = load(m, at_a(base, insn))
            if kind_of(m, x) == KIND_INSTANCE:
                constants = field(m, word(m, base, FRAME_CODE), CODE_CONSTANTS)
                name = load(m, constants + 7 + number_c(insn) * 8)
                entry = cache_probe(m, field(m, x, INSTANCE_SHAPE), name + 2)
                if entry != 0:
                    if word(m, entry, 2) == CACHE_SLOT << 1:
                        store(m, x - 1 + word(m, entry, 3) * 4, load(m, at_b(base, insn)))
                        continue
                    if word(m, entry, 2) == CACHE_ADD << 1 and flags(m, x) == 0:
                        shape = word(m, entry, 3)
                        place = x - 1 + (INSTANCE_SLOTS - 1) * 8
                        store(m, place + field(m, shape, SHAPE_COUNT) * 4, load(m, at_b(base, insn)))
                        set_field(m, x, INSTANCE_SHAPE, shape)
                        continue
        # ------------------------------------------------------------ calls
        elif op == Op.LOAD_METHOD:
            window = at_a(base, insn)
            x = word(m, window, 8)
            if kind_of(m, x) == KIND_INSTANCE:
                constants = field(m, word(m, base, FRAME_CODE), CODE_CONSTANTS)
                name = load(m, constants + 7 + number_c(insn) * 8)
                entry = cache_probe(m, field(m, x, INSTANCE_SHAPE), name)
                if entry != 0 and word(m, entry, 2) == CACHE_FUNCTION << 1:
                    store(m, window, word(m, entry, 3))
                    continue
        elif op == Op.CALL or op == Op.CALL_METHOD or op == Op.CALL_LOADED:
            window = at_a(base, insn)
            callee = load(m, window)
            n = number_b(insn)
            if op == Op.CALL_LOADED:
                if word(m, window, 8) == UNBOUND:
                    callee = NONE
            elif op == Op.CALL_METHOD:
                callee = NONE
                x = word(m, window, 8)
                kind = kind_of(m, x)
                owner = 0
                wanted = CACHE_NATIVE << 1
                if kind == KIND_INSTANCE:
                    owner = field(m, x, INSTANCE_SHAPE)
                    wanted = CACHE_FUNCTION << 1
                elif KIND_STR <= kind <= KIND_SET:
                    owner = tuple_item(m, word(m, 0, STATE_TYPES_AT), kind)
                constants = field(m, word(m, base, FRAME_CODE), CODE_CONSTANTS)
                name = load(m, constants + 7 + number_c(insn) * 8)
                entry = cache_probe(m, owner, name)
                if entry != 0 and word(m, entry, 2) == wanted:
                    callee = word(m, entry, 3)
            kind = kind_of(m, callee)
            if kind == KIND_NATIVE:
                number = field(m, callee, NATIVE_NUMBER) >> 1
                most = field(m, callee, NATIVE_MAX) >> 1
                if (
                    number >= 0
                    and n >= field(m, callee, NATIVE_MIN) >> 1
                    and (n <= most or most < 0)
                    and word(m, 0, STATE_HEAP_TOP) <= word(m, 0, STATE_HEAP_SOFT)
                ):
                    set_word(m, 0, STATE_PC, pc)
                    status = call_native(number, m, window + FRAME_BYTES, n, window)
                    if status == NEXT:
                        charged = word(m, 0, STATE_INSTRUCTIONS)
                        if charged > 0:
                            fuel -= charged
                            set_word(m, 0, STATE_INSTRUCTIONS, 0)
                        continue
                    if status == DECLINE:
                        status = native_declined(m, callee, window, window + FRAME_BYTES, n, window)
                    after = status
            elif kind == KIND_FUNCTION:
                code = field(m, callee, FUNCTION_CODE)
                depth = word(m, 0, STATE_DEPTH)
                if (
                    field(m, code, CODE_FLAGS) & (CODE_FLAG_SIMPLE << 1)
                    and field(m, code, CODE_N_POSITIONAL) == n << 1
                    and depth < word(m, 0, STATE_DEPTH_LIMIT)
                    and window < STACK_CHECK
                    and word(m, 0, STATE_HEAP_TOP) <= word(m, 0, STATE_HEAP_SOFT)
                ):
                    set_word(m, 0, STATE_DEPTH, depth + 1)
                    if depth >= word(m, 0, STATE_DEPTH_PEAK):
                        set_word(m, 0, STATE_DEPTH_PEAK, depth + 1)
                    set_word(m, base, FRAME_PC, pc)
                    top = window + FRAME_BYTES
                    set_word(m, top, FRAME_KIND, 0)
                    set_word(m, top, FRAME_DST, window)
                    set_word(m, top, FRAME_GLOBALS, field(m, callee, FUNCTION_GLOBALS))
                    set_word(m, top, FRAME_FUNCTION, callee)
                    set_word(m, top, FRAME_BASE, base)
                    set_word(m, top, FRAME_PC, 0)
                    set_word(m, top, FRAME_CODE, code)
                    for k in range(n, field(m, code, CODE_N_REGISTERS) >> 1):
                        store(m, top + k * 8, UNBOUND)
                    base = top
                    pc = field(m, code, CODE_INSTRUCTIONS) - 1 + RAW_DATA * 8
                    set_word(m, 0, STATE_BASE, base)
                    continue
        elif op == Op.RETURN:
            value = load(m, at_a(base, insn))
            if word(m, base, FRAME_KIND) == 0:
                store(m, word(m, base, FRAME_DST), value)
                base = word(m, base, FRAME_BASE)
                pc = word(m, base, FRAME_PC)
                set_word(m, 0, STATE_BASE, base)
                set_word(m, 0, STATE_DEPTH, word(m, 0, STATE_DEPTH) - 1)
                continue
            set_word(m, 0, STATE_PC, pc)
            status = return_slow(m, base, value)
            if status != RELOAD:
                set_word(m, 0, STATE_FUEL, fuel)
                status = settle(m, status)
                if status != RELOAD:
                    break
            pc = word(m, 0, STATE_PC)
            base = word(m, 0, STATE_BASE)
            continue
        # ------------------------------------------------------------ compare and branch, the end
        if taken != UNKNOWN:
            if taken == 0:
                continue
            distance = signed_c(insn)
            if distance >= 0 or word(m, 0, STATE_HEAP_TOP) <= word(m, 0, STATE_HEAP_SOFT):
                pc += distance * 8
                continue
        # ------------------------------------------------------------ the general case
        if after == NEXT:
            if word(m, 0, STATE_HEAP_TOP) > word(m, 0, STATE_HEAP_SOFT):
                set_word(m, 0, STATE_ROOM, 0)
                pc -= 8
                fuel += 1
                status = NEEDS_ROOM
                set_word(m, 0, STATE_PC, pc)
                break
            set_word(m, 0, STATE_PC, pc)
            after = call_opcode(op, m, base, insn)
        status = after
        charged = word(m, 0, STATE_INSTRUCTIONS)
        if charged > 0:  # long work uses up the slice: the deadline is looked at in time
            fuel -= charged
            set_word(m, 0, STATE_INSTRUCTIONS, 0)
        if status == NEXT:
            continue
        if status != RELOAD:
            if status == NEEDS_ROOM:
                pc -= 8
                fuel += 1
                set_word(m, 0, STATE_PC, pc)
                break
            set_word(m, 0, STATE_FUEL, fuel)
            status = settle(m, status)
            if status == NEEDS_ROOM:
                set_word(m, 0, STATE_PC, word(m, 0, STATE_PC) - 8)
                fuel += 1
                break
            if status != RELOAD:
                break
        pc = word(m, 0, STATE_PC)
        base = word(m, 0, STATE_BASE)
    if status == SLICE:
        set_word(m, 0, STATE_PC, pc)
    set_word(m, 0, STATE_FUEL, fuel)
    return status
