"""Cold opcodes that only pass the work on: to a slow path of a type, or to a prelude helper."""

from ringfence.failures import Helper
from ringfence.kernels.arithmetic import arithmetic_slow
from ringfence.kernels.comparison import compare_slow
from ringfence.kernels.iteration import for_next_slow
from ringfence.kernels.jit import kernel, opcode
from ringfence.kernels.memory import field, load, set_word, word
from ringfence.kernels.objects import call_helper, call_helper2, call_helper3, tuple_item
from ringfence.kernels.registers import (
    at_a,
    at_b,
    constant,
    get_a,
    get_b,
    get_c,
    number_b,
    number_c,
    put_a,
    signed_b,
)
from ringfence.kernels.status import CALL, NEXT
from ringfence.kernels.tags import NONE, TRUE, UNBOUND
from ringfence.kernels.unwinding import finish_truth, take_branch
from ringfence.layout import (
    CODE_FLAG_CLASS_BODY,
    CODE_FLAGS,
    FRAME_CODE,
    FRAME_GLOBALS,
    RETURN_BRANCH,
    RETURN_DISCARD,
    RETURN_UNPACK,
    RETURN_VALUE,
    STATE_ARGUMENT_0,
    STATE_ARGUMENT_COUNT,
    STATE_CONSTANT_TYPES,
    STATE_PRELUDE,
    STATE_RESULT_KIND,
    TYPE_INDEX_ASSERTION_ERROR,
)
from ringfence.opcodes import Op

FIRST_JUMP = int(Op.JUMP_LT)
FIRST_COMPARISON = int(Op.LT)
OUTCOME = STATE_ARGUMENT_0 + 7  # a state word that compare_slow may write its answer to


@opcode(
    Op.ADD, Op.SUB, Op.MUL, Op.DIV, Op.FLOORDIV, Op.MOD, Op.POW, Op.MATMUL, Op.AND, Op.OR, Op.XOR,
    Op.LSHIFT, Op.RSHIFT, Op.ADD_INT, Op.SUB_INT, Op.MUL_INT, Op.FLOORDIV_INT, Op.MOD_INT,
    Op.AND_INT,
)
def op_arithmetic(m, base, insn):
    return arithmetic_slow(m, base, insn)


@opcode(Op.LT, Op.LE, Op.GT, Op.GE, Op.EQ, Op.NE)
def op_compare(m, base, insn):
    return compare_slow(
        m, insn & 255, get_b(m, base, insn), get_c(m, base, insn), at_a(base, insn)
    )


@opcode(
    Op.JUMP_LT, Op.JUMP_LE, Op.JUMP_GT, Op.JUMP_GE, Op.JUMP_EQ, Op.JUMP_NE,
    Op.JUMP_NOT_LT, Op.JUMP_NOT_LE, Op.JUMP_NOT_GT, Op.JUMP_NOT_GE, Op.JUMP_NOT_EQ, Op.JUMP_NOT_NE,
    Op.JUMP_LT_INT, Op.JUMP_LE_INT, Op.JUMP_GT_INT, Op.JUMP_GE_INT, Op.JUMP_EQ_INT, Op.JUMP_NE_INT,
    Op.JUMP_NOT_LT_INT, Op.JUMP_NOT_LE_INT, Op.JUMP_NOT_GT_INT, Op.JUMP_NOT_GE_INT,
    Op.JUMP_NOT_EQ_INT, Op.JUMP_NOT_NE_INT,
)
def op_compare_jump(m, base, insn):
    """Compare anything, then jump; a comparison in Python code goes on with RETURN_BRANCH."""
    number = (insn & 255) - FIRST_JUMP
    right = 0
    if number < 12:
        right = get_b(m, base, insn)
    else:
        right = signed_b(insn) << 1
        number -= 12
    if number >= 6:
        number -= 6
    status = compare_slow(m, FIRST_COMPARISON + number, get_a(m, base, insn), right, OUTCOME * 8)
    if status == CALL:
        set_word(m, 0, STATE_RESULT_KIND, RETURN_BRANCH)
        return status
    if status != NEXT:
        return status
    return take_branch(m, word(m, 0, OUTCOME) == TRUE)


@opcode(Op.JUMP_IF, Op.JUMP_IF_NOT)
def op_jump_if(m, base, insn):
    return finish_truth(m, get_a(m, base, insn), RETURN_BRANCH, base)


@opcode(Op.JUMP_BACK, Op.JUMP, Op.NOP)
def op_nothing(m, base, insn):
    """The loop does these; it gets here only past a safe point that made room."""
    return NEXT


@opcode(Op.FOR_NEXT)
def op_for_next(m, base, insn):
    return for_next_slow(m, base, insn)


# ---------------------------------------------------------------- prelude helpers
@kernel("i8(i8, i8, i8, i8)")
def call_helper1(m, helper, result_at, value):
    set_word(m, 0, STATE_ARGUMENT_0, value)
    return call_helper(m, helper, 1, RETURN_VALUE, result_at)


@opcode(Op.GET_AWAITABLE)
def op_get_awaitable(m, base, insn):
    return call_helper1(m, Helper.GET_AWAITABLE, at_a(base, insn), get_b(m, base, insn))


@opcode(Op.GET_YIELD_FROM)
def op_get_yield_from(m, base, insn):
    return call_helper1(m, Helper.GET_YIELD_FROM, at_a(base, insn), get_b(m, base, insn))


@opcode(Op.GET_ASYNC_ITER)
def op_get_async_iter(m, base, insn):
    return call_helper1(m, Helper.GET_ASYNC_ITER, at_a(base, insn), get_b(m, base, insn))


@opcode(Op.GET_ASYNC_NEXT)
def op_get_async_next(m, base, insn):
    return call_helper1(m, Helper.GET_ASYNC_NEXT, at_a(base, insn), get_b(m, base, insn))


@opcode(Op.DELEGATE_THROW)
def op_delegate_throw(m, base, insn):
    return call_helper2(
        m, Helper.DELEGATE_THROW, RETURN_VALUE, at_b(base, insn),
        get_a(m, base, insn), get_b(m, base, insn),
    )


@opcode(Op.MATCH_GROUP)
def op_match_group(m, base, insn):
    return call_helper2(
        m, Helper.MATCH_GROUP, RETURN_UNPACK, at_a(base, insn), get_b(m, base, insn), get_c(m, base, insn)
    )


@opcode(Op.IMPORT)
def op_import(m, base, insn):
    """K[C] is the from-list (a tuple or None) or the pair (from-list, level)."""
    name = constant(m, base, number_b(insn))
    spec = constant(m, base, number_c(insn))
    return call_helper3(
        m, Helper.IMPORT, RETURN_VALUE, at_a(base, insn), name, spec,
        word(m, base, FRAME_GLOBALS),
    )


@opcode(Op.IMPORT_FROM)
def op_import_from(m, base, insn):
    return call_helper2(
        m, Helper.IMPORT_FROM, RETURN_VALUE, at_a(base, insn),
        get_b(m, base, insn), constant(m, base, number_c(insn)),
    )


@opcode(Op.IMPORT_STAR)
def op_import_star(m, base, insn):
    return call_helper2(
        m, Helper.IMPORT_STAR, RETURN_DISCARD, base, get_a(m, base, insn),
        word(m, base, FRAME_GLOBALS),
    )


@opcode(Op.PRINT_EXPRESSION)
def op_print_expression(m, base, insn):
    set_word(m, 0, STATE_ARGUMENT_0, get_a(m, base, insn))
    return call_helper(m, Helper.PRINT_EXPRESSION, 1, RETURN_DISCARD, base)


@opcode(Op.TYPE_ALIAS)
def op_type_alias(m, base, insn):
    return call_helper2(
        m, Helper.TYPE_ALIAS, RETURN_VALUE, at_a(base, insn),
        constant(m, base, number_b(insn)), get_c(m, base, insn),
    )


@opcode(Op.LOAD_BUILD_CLASS)
def op_load_build_class(m, base, insn):
    put_a(m, base, insn, tuple_item(m, word(m, 0, STATE_PRELUDE), Helper.BUILD_CLASS))
    return NEXT


@opcode(Op.ASSERTION_ERROR)
def op_assertion_error(m, base, insn):
    put_a(m, base, insn, tuple_item(m, word(m, 0, STATE_CONSTANT_TYPES), TYPE_INDEX_ASSERTION_ERROR))
    return NEXT


@opcode(Op.RERAISE_STAR)
def op_reraise_star(m, base, insn):
    return call_helper2(
        m, Helper.RERAISE_STAR, RETURN_VALUE, at_a(base, insn),
        get_a(m, base, insn), get_b(m, base, insn),
    )


@opcode(Op.TYPE_PARAMETER)
def op_type_parameter(m, base, insn):
    place = at_a(base, insn)
    set_word(m, 0, STATE_ARGUMENT_0 + 3, word(m, place, 2))
    status = call_helper3(
        m, Helper.TYPE_PARAMETER, RETURN_VALUE, place,
        constant(m, base, number_b(insn)), number_c(insn) << 1, word(m, place, 1),
    )
    set_word(m, 0, STATE_ARGUMENT_COUNT, 4)
    for k in range(2, 4):  # an absent function is None to the helper
        if word(m, 0, STATE_ARGUMENT_0 + k) == UNBOUND:
            set_word(m, 0, STATE_ARGUMENT_0 + k, NONE)
    return status


@opcode(Op.GENERIC_BASE)
def op_generic_base(m, base, insn):
    return call_helper1(m, Helper.GENERIC_BASE, at_a(base, insn), get_b(m, base, insn))


@opcode(Op.SETUP_ANNOTATIONS)
def op_setup_annotations(m, base, insn):
    """R[0] is the namespace in a class body; at module level it is the globals."""
    namespace = word(m, base, FRAME_GLOBALS)
    bits = field(m, word(m, base, FRAME_CODE), CODE_FLAGS) >> 1
    if bits & CODE_FLAG_CLASS_BODY:
        namespace = load(m, base)
    set_word(m, 0, STATE_ARGUMENT_0, namespace)
    return call_helper(m, Helper.SETUP_ANNOTATIONS, 1, RETURN_DISCARD, base)
