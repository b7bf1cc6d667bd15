"""Truth of values."""

from ringfence.failures import Helper
from ringfence.kernels.jit import kernel, opcode
from ringfence.kernels.memory import bits_float, field, set_word
from ringfence.kernels.objects import call_helper, flags, kind
from ringfence.kernels.registers import at_a, get_b, put_a
from ringfence.kernels.status import NEXT
from ringfence.kernels.tags import FALSE, bool_value, float_of
from ringfence.layout import (
    BYTEARRAY_LENGTH,
    BYTES_LENGTH,
    CLASS_FLAG_BOOL,
    CLASS_FLAGS,
    CLASS_META,
    COMPLEX_IMAG,
    COMPLEX_REAL,
    DICT_LENGTH,
    FLAG_WRAPS,
    INSTANCE_PAYLOAD,
    INSTANCE_SHAPE,
    KIND_BYTEARRAY,
    KIND_BYTES,
    KIND_CLASS,
    KIND_COMPLEX,
    KIND_DICT,
    KIND_DICT_VIEW,
    KIND_FROZENSET,
    KIND_INSTANCE,
    KIND_LIST,
    KIND_MAPPING_PROXY,
    KIND_MEMORYVIEW,
    KIND_RANGE,
    KIND_SET,
    KIND_STR,
    KIND_TUPLE,
    LIST_LENGTH,
    PROXY_DICT,
    RANGE_LENGTH,
    RETURN_NOT,
    RETURN_VALUE,
    SET_LENGTH,
    SHAPE_CLASS,
    STATE_ARGUMENT_0,
    STR_LENGTH,
    TUPLE_LENGTH,
    VIEW_DICT,
)
from ringfence.opcodes import Op

UNKNOWN = 2  # the answer lies in Python code

OP_NOT = int(Op.NOT)


@kernel("i8(i8)", inline=True)
def is_not_zero(n):
    return 1 if n != 0 else 0


@kernel("i8(i8, i8)")
def truth_of_object(m, w):
    """``truth`` of a heap object."""
    k = kind(m, w)
    if k == KIND_INSTANCE:
        cls = field(m, field(m, w, INSTANCE_SHAPE), SHAPE_CLASS)
        if (field(m, cls, CLASS_FLAGS) >> 1) & CLASS_FLAG_BOOL:
            return UNKNOWN
        if (flags(m, w) & FLAG_WRAPS) == 0:
            return 1
        w = field(m, w, INSTANCE_PAYLOAD)
        if (w & 7) != 1:
            return truth_of_plain(w)
        k = kind(m, w)
    if k == KIND_STR:
        return is_not_zero(field(m, w, STR_LENGTH))
    if k == KIND_LIST:
        return is_not_zero(field(m, w, LIST_LENGTH))
    if k == KIND_TUPLE:
        return is_not_zero(field(m, w, TUPLE_LENGTH))
    if k == KIND_DICT:
        return is_not_zero(field(m, w, DICT_LENGTH))
    if k == KIND_SET or k == KIND_FROZENSET:
        return is_not_zero(field(m, w, SET_LENGTH))
    if k == KIND_BYTES:
        return is_not_zero(field(m, w, BYTES_LENGTH))
    if k == KIND_BYTEARRAY:
        return is_not_zero(field(m, w, BYTEARRAY_LENGTH))
    if k == KIND_RANGE:
        return is_not_zero(field(m, w, RANGE_LENGTH))
    if k == KIND_DICT_VIEW:
        return is_not_zero(field(m, field(m, w, VIEW_DICT), DICT_LENGTH))
    if k == KIND_MAPPING_PROXY:
        d = field(m, w, PROXY_DICT)
        if kind(m, d) != KIND_DICT:
            return UNKNOWN
        return is_not_zero(field(m, d, DICT_LENGTH))
    if k == KIND_COMPLEX:
        real = bits_float(field(m, w, COMPLEX_REAL))
        if real != 0.0 or bits_float(field(m, w, COMPLEX_IMAG)) != 0.0:
            return 1
        return 0
    if k == KIND_CLASS:
        meta = field(m, w, CLASS_META)
        if meta != w and (field(m, meta, CLASS_FLAGS) >> 1) & CLASS_FLAG_BOOL:
            return UNKNOWN
        return 1
    if k == KIND_MEMORYVIEW:
        return UNKNOWN
    return 1


@kernel("i8(i8)", inline=True)
def truth_of_plain(w):
    """``truth`` of what is no heap object."""
    if (w & 1) == 0:
        return is_not_zero(w)
    if (w & 3) == 3:
        return 1 if float_of(w) != 0.0 else 0
    return 1 if w > FALSE else 0


@kernel("i8(i8, i8)", inline=True)
def truth(m, w):
    """1 or 0: the truth of a value; UNKNOWN if ``__bool__`` or ``__len__`` of a class decides."""
    if (w & 7) == 1:
        return truth_of_object(m, w)
    return truth_of_plain(w)


@opcode(Op.TRUTH, Op.NOT)
def op_truth(m, base, insn):
    w = get_b(m, base, insn)
    outcome = truth(m, w)
    negated = 1 if (insn & 255) == OP_NOT else 0
    if outcome == UNKNOWN:
        set_word(m, 0, STATE_ARGUMENT_0, w)
        result_kind = RETURN_NOT if negated else RETURN_VALUE
        return call_helper(m, Helper.TRUTH, 1, result_kind, at_a(base, insn))
    put_a(m, base, insn, bool_value(outcome ^ negated))
    return NEXT
