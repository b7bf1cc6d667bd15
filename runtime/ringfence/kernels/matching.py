"""Pattern matching and ``except``: what a value is, taken apart where no user code must run.

A class's instances are sequences (mappings) for patterns if it, or a class of its MRO, has
``__abc_tpflags__`` of 32 (64), as in CPython; ``collections.abc`` sets it.
Source: CPython Python/ceval.c, match_keys and match_class; PEP 634.
"""

from typing import Final

from ringfence.failures import Helper
from ringfence.kernels.attributes import FOUND_AT, FOUND_NOTHING, FOUND_VALUE, attribute_find
from ringfence.kernels.classes import class_bits, class_find, is_subclass, known_name
from ringfence.kernels.dicts import dict_get_str
from ringfence.kernels.jit import kernel, opcode
from ringfence.kernels.memory import field, set_word, word
from ringfence.kernels.objects import (
    call_helper,
    call_helper2,
    class_of,
    flags,
    has_room,
    kind_of,
    need_room,
    new_tuple,
    set_tuple_item,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.reflection import UNSURE, is_instance
from ringfence.kernels.registers import at_a, at_c, get_b, get_c, put_a
from ringfence.kernels.status import NEXT
from ringfence.kernels.strings import string_equal
from ringfence.kernels.tags import NONE, UNBOUND, bool_value
from ringfence.layout import (
    CLASS_FLAG_EXCEPTION,
    FLAG_WRAPS,
    INSTANCE_PAYLOAD,
    KIND_CLASS,
    KIND_DICT,
    KIND_INSTANCE,
    KIND_LIST,
    KIND_MAPPING_PROXY,
    KIND_MEMORYVIEW,
    KIND_RANGE,
    KIND_STR,
    KIND_TUPLE,
    NAME_ABC_TPFLAGS,
    NAME_MATCH_ARGS,
    RETURN_VALUE,
    STATE_ARGUMENT_0,
)
from ringfence.opcodes import Op

SEQUENCE_FLAG: Final = 32
MAPPING_FLAG: Final = 64


@kernel("i8(i8, i8, i8)")
def has_pattern_flag(m, subject, flag):
    """Whether the class of an instance says what its instances are for patterns."""
    if kind_of(m, subject) != KIND_INSTANCE:
        return 0
    said = class_find(m, class_of(m, subject), known_name(m, NAME_ABC_TPFLAGS))
    return 1 if said == flag << 1 else 0


@kernel("i8(i8, i8)")
def pattern_kind(m, subject):
    """Kind of a value, or of the builtin value that an instance extends."""
    kind = kind_of(m, subject)
    if kind == KIND_INSTANCE and flags(m, subject) & FLAG_WRAPS:
        return kind_of(m, field(m, subject, INSTANCE_PAYLOAD))
    return kind


@opcode(Op.MATCH_SEQUENCE)
def op_match_sequence(m, base, insn):
    subject = get_b(m, base, insn)
    kind = pattern_kind(m, subject)
    answer = has_pattern_flag(m, subject, SEQUENCE_FLAG)
    if kind == KIND_LIST or kind == KIND_TUPLE or kind == KIND_RANGE or kind == KIND_MEMORYVIEW:
        answer = 1
    put_a(m, base, insn, bool_value(answer))
    return NEXT


@opcode(Op.MATCH_MAPPING)
def op_match_mapping(m, base, insn):
    subject = get_b(m, base, insn)
    kind = pattern_kind(m, subject)
    answer = has_pattern_flag(m, subject, MAPPING_FLAG)
    if kind == KIND_DICT or kind == KIND_MAPPING_PROXY:
        answer = 1
    put_a(m, base, insn, bool_value(answer))
    return NEXT


@opcode(Op.MATCH_KEYS)
def op_match_keys(m, base, insn):
    """Values of a dict at string keys; everything else is the prelude's."""
    subject = get_b(m, base, insn)
    keys = get_c(m, base, insn)
    n = tuple_length(m, keys)
    plain = 1 if kind_of(m, subject) == KIND_DICT else 0
    for k in range(n):
        if kind_of(m, tuple_item(m, keys, k)) != KIND_STR:
            plain = 0
        for j in range(k):
            if plain == 1 and string_equal(m, tuple_item(m, keys, j), tuple_item(m, keys, k)):
                plain = 0  # an error, worded there
    if plain == 0:
        return call_helper2(m, Helper.MATCH_KEYS, RETURN_VALUE, at_a(base, insn), subject, keys)
    if has_room(m, n * 8 + 64) == 0:
        return need_room(m, n * 8 + 64)
    values = new_tuple(m, n)
    for k in range(n):
        value = dict_get_str(m, subject, tuple_item(m, keys, k))
        if value == UNBOUND:
            put_a(m, base, insn, NONE)
            return NEXT
        set_tuple_item(m, values, k, value)
    put_a(m, base, insn, values)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def match_attributes(m, subject, class_, n, names):
    """Attributes of a subject for a class pattern: a tuple, NONE, or UNBOUND: needs Python."""
    n_names = tuple_length(m, names)
    positional = NONE
    if n > 0:
        positional = class_find(m, class_, known_name(m, NAME_MATCH_ARGS))
        if kind_of(m, positional) != KIND_TUPLE or tuple_length(m, positional) < n:
            return UNBOUND
    values = new_tuple(m, n + n_names)
    for k in range(n + n_names):
        name = tuple_item(m, positional, k) if k < n else tuple_item(m, names, k - n)
        if kind_of(m, name) != KIND_STR:
            return UNBOUND
        if k >= n:
            for j in range(n):
                if string_equal(m, tuple_item(m, positional, j), name):
                    return UNBOUND  # an error, worded in the prelude
        found = attribute_find(m, subject, name)
        if found == FOUND_NOTHING:
            return NONE
        if found != FOUND_VALUE:
            return UNBOUND
        set_tuple_item(m, values, k, word(m, 0, FOUND_AT))
    return values


@opcode(Op.MATCH_CLASS)
def op_match_class(m, base, insn):
    subject = get_b(m, base, insn)
    at = at_c(base, insn)
    class_ = word(m, at, 0)
    n = word(m, at, 1) >> 1
    names = word(m, at, 2)
    if kind_of(m, class_) == KIND_CLASS:
        answer = is_instance(m, subject, class_)
        if answer == 0:
            put_a(m, base, insn, NONE)
            return NEXT
        if answer != UNSURE:
            values = match_attributes(m, subject, class_, n, names)
            if values != UNBOUND:
                put_a(m, base, insn, values)
                return NEXT
    set_word(m, 0, STATE_ARGUMENT_0, subject)
    set_word(m, 0, STATE_ARGUMENT_0 + 1, class_)
    set_word(m, 0, STATE_ARGUMENT_0 + 2, n << 1)
    set_word(m, 0, STATE_ARGUMENT_0 + 3, names)
    return call_helper(m, Helper.MATCH_CLASS, 4, RETURN_VALUE, at_a(base, insn))


@kernel("i8(i8, i8)")
def is_exception_class(m, w):
    if kind_of(m, w) != KIND_CLASS:
        return 0
    return 1 if class_bits(m, w) & CLASS_FLAG_EXCEPTION else 0


@opcode(Op.MATCH_EXCEPTION)
def op_match_exception(m, base, insn):
    exception = get_b(m, base, insn)
    wanted = get_c(m, base, insn)
    class_ = class_of(m, exception)
    if is_exception_class(m, wanted):
        put_a(m, base, insn, bool_value(is_subclass(m, class_, wanted)))
        return NEXT
    if kind_of(m, wanted) == KIND_TUPLE:
        answer = 0
        good = 1
        for k in range(tuple_length(m, wanted)):
            item = tuple_item(m, wanted, k)
            if is_exception_class(m, item) == 0:
                good = 0
                break
            if is_subclass(m, class_, item):
                answer = 1
        if good == 1:
            put_a(m, base, insn, bool_value(answer))
            return NEXT
    dst = at_a(base, insn)
    return call_helper2(m, Helper.MATCH_EXCEPTION, RETURN_VALUE, dst, exception, wanted)
