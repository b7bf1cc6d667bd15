"""Handlers that do no more than call the kernel of their own opcode.

As ``general`` does, but each calls its kernel directly, from a place of its own that the processor can
learn. Those named ``direct_*`` are what the handlers of ``hot_*.py`` leave the rest to.
"""

from collections.abc import Callable
from typing import Any

from ringfence.kernels.arithmetic import op_unary
from ringfence.kernels.attributes import get_attr, set_attr
from ringfence.kernels.calls import (
    op_call,
    op_call_keywords,
    op_call_loaded,
    op_call_method,
    op_load_method,
)
from ringfence.kernels.cold import (
    op_arithmetic,
    op_compare,
    op_compare_jump,
    op_for_next,
    op_jump_if,
)
from ringfence.kernels.dicts import dict_get_item, op_build_dict, op_build_keyed_dict, op_dict_set
from ringfence.kernels.dispatch import carry_out, general, less_charged
from ringfence.kernels.formatting import op_format
from ringfence.kernels.generators import op_return_generator, op_send, op_yield
from ringfence.kernels.handlers import continuation, go_on, handler
from ringfence.kernels.iteration import op_get_iter, op_list_extend
from ringfence.kernels.jit import kernel
from ringfence.kernels.lists import op_build_list, op_list_append
from ringfence.kernels.matching import op_match_exception
from ringfence.kernels.membership import op_in
from ringfence.kernels.memory import set_word, word
from ringfence.kernels.names import op_make_cell, op_make_function
from ringfence.kernels.registers import at_a, get_b, get_c
from ringfence.kernels.sets import op_build_set, op_set_add
from ringfence.kernels.slices import op_build_slice
from ringfence.kernels.status import NEXT
from ringfence.kernels.strings import op_build_string, string_add
from ringfence.kernels.subscripts import op_get_item, op_set_item
from ringfence.kernels.truth import op_truth
from ringfence.kernels.tuples import op_build_tuple
from ringfence.kernels.unpacking import op_unpack
from ringfence.kernels.unwinding import op_enter_handler, op_leave_handler, op_raise
from ringfence.layout import STATE_HEAP_SOFT, STATE_HEAP_TOP, STATE_PC
from ringfence.opcodes import Op


@kernel("i8(i8, i8, i8)", inline=True)
def dict_item(m, base, insn):
    """GET_ITEM of a dict, by a key of any type."""
    return dict_get_item(m, get_b(m, base, insn), get_c(m, base, insn), at_a(base, insn))


@kernel("i8(i8, i8, i8)", inline=True)
def two_strings(m, base, insn):
    """ADD of two strings."""
    return string_add(m, get_b(m, base, insn), get_c(m, base, insn), at_a(base, insn))


def _caller(name: str, called: Callable[..., Any]) -> Callable[..., Any]:
    def direct(m, frame, pc, insn, fuel, extra):
        if word(m, 0, STATE_HEAP_TOP) > word(m, 0, STATE_HEAP_SOFT):
            return general(m, frame, pc, insn, fuel, extra)
        set_word(m, 0, STATE_PC, pc)
        status = called(m, frame - m, insn)
        fuel = less_charged(m, fuel)
        if status == NEXT:
            return go_on(m, frame, pc, fuel)
        return carry_out(m, frame, pc, insn, fuel, status)

    direct.__name__ = f"direct_{name}"
    return direct


for _op, _kernel in (
    (Op.RETURN_GENERATOR, op_return_generator), (Op.SEND, op_send),
    (Op.CALL_KEYWORDS, op_call_keywords), (Op.TRUTH, op_truth),
    (Op.NEGATIVE, op_unary), (Op.GET_ITER, op_get_iter), (Op.UNPACK, op_unpack),
    (Op.BUILD_TUPLE, op_build_tuple), (Op.BUILD_LIST, op_build_list), (Op.BUILD_SET, op_build_set),
    (Op.BUILD_DICT, op_build_dict), (Op.BUILD_KEYED_DICT, op_build_keyed_dict),
    (Op.BUILD_SLICE, op_build_slice),
    (Op.BUILD_STRING, op_build_string), (Op.SET_ADD, op_set_add), (Op.DICT_SET, op_dict_set),
    (Op.LIST_EXTEND, op_list_extend), (Op.FORMAT, op_format), (Op.MAKE_CELL, op_make_cell),
    (Op.MAKE_FUNCTION, op_make_function), (Op.RAISE, op_raise),
    (Op.ENTER_HANDLER, op_enter_handler), (Op.LEAVE_HANDLER, op_leave_handler),
    (Op.MATCH_EXCEPTION, op_match_exception),
):
    handler(_op)(_caller(_op.name.lower(), _kernel))

direct_yield = continuation(_caller("yield", op_yield))
direct_arithmetic = continuation(_caller("arithmetic", op_arithmetic))
direct_compare = continuation(_caller("compare", op_compare))
direct_compare_jump = continuation(_caller("compare_jump", op_compare_jump))
direct_jump_if = continuation(_caller("jump_if", op_jump_if))
direct_in = continuation(_caller("in", op_in))
get_from_dict = continuation(_caller("get_from_dict", dict_item))
add_strings = continuation(_caller("add_strings", two_strings))
direct_get_item = continuation(_caller("get_item", op_get_item))
direct_set_item = continuation(_caller("set_item", op_set_item))
direct_get_attr = continuation(_caller("get_attr", get_attr))
direct_set_attr = continuation(_caller("set_attr", set_attr))
direct_for_next = continuation(_caller("for_next", op_for_next))
direct_list_append = continuation(_caller("list_append", op_list_append))
direct_call = continuation(_caller("call", op_call))
direct_call_method = continuation(_caller("call_method", op_call_method))
direct_call_loaded = continuation(_caller("call_loaded", op_call_loaded))
direct_load_method = continuation(_caller("load_method", op_load_method))
