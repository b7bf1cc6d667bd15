"""Handlers of moves, names, cells, items, attributes and iteration."""

from ringfence.kernels.classes import cache_probe
from ringfence.kernels.direct import (
    direct_get_attr,
    direct_get_item,
    direct_list_append,
    direct_set_attr,
    direct_set_item,
)
from ringfence.kernels.dispatch import general
from ringfence.kernels.handlers import (
    frame_word,
    go_on,
    handler,
    register_a,
    register_b,
    register_c,
    set_register_a,
)
from ringfence.kernels.hot_tables import get_dict_item, set_dict_item
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import field, load, set_field, store, unsigned_less, word
from ringfence.kernels.objects import flags, kind_of, tuple_item
from ringfence.kernels.registers import number_b, number_c, number_d
from ringfence.kernels.tags import UNBOUND
from ringfence.layout import (
    CACHE_ADD,
    CACHE_SLOT,
    CELL_VALUE,
    CODE_CONSTANTS,
    DICT_ENTRIES,
    FRAME_CODE,
    FRAME_FUNCTION,
    FRAME_GLOBALS,
    FUNCTION_CLOSURE,
    INSTANCE_SHAPE,
    INSTANCE_SLOTS,
    KIND_DICT,
    KIND_INSTANCE,
    KIND_LIST,
    KIND_TUPLE,
    LIST_ITEMS,
    LIST_LENGTH,
    SHAPE_COUNT,
    STATE_BUILTINS,
    TUPLE_LENGTH,
)
from ringfence.opcodes import Op


@handler(Op.MOVE)
def hot_move(m, frame, pc, insn, fuel, extra):
    set_register_a(frame, insn, register_b(frame, insn))
    return go_on(m, frame, pc, fuel)


@handler(Op.LOAD_INT)
def hot_load_int(m, frame, pc, insn, fuel, extra):
    set_register_a(frame, insn, number_d(insn) << 1)
    return go_on(m, frame, pc, fuel)


@handler(Op.LOAD_CONST)
def hot_load_const(m, frame, pc, insn, fuel, extra):
    constants = field(m, frame_word(frame, FRAME_CODE), CODE_CONSTANTS)
    set_register_a(frame, insn, load(m, constants + 7 + number_d(insn) * 8))
    return go_on(m, frame, pc, fuel)


@kernel("i8(i8, i8, i8)", inline=True)
def global_value(m, frame, insn):
    """The value of G[D], or of a builtin that has been looked up before; else UNBOUND."""
    entries = field(m, frame_word(frame, FRAME_GLOBALS), DICT_ENTRIES)
    value = load(m, entries + 23 + number_d(insn) * 24)
    if value == UNBOUND:
        name = load(m, entries + 15 + number_d(insn) * 24)
        entry = cache_probe(m, word(m, 0, STATE_BUILTINS), name)
        if entry != 0:
            value = word(m, entry, 3)
    return value


@handler(Op.LOAD_GLOBAL, Op.LOAD_GLOBAL_CALL)
def hot_load_global(m, frame, pc, insn, fuel, extra):
    value = global_value(m, frame, insn)
    if value == UNBOUND:
        return general(m, frame, pc, insn, fuel, extra)
    set_register_a(frame, insn, value)
    return go_on(m, frame, pc, fuel)


@handler(Op.STORE_GLOBAL)
def hot_store_global(m, frame, pc, insn, fuel, extra):
    entries = field(m, frame_word(frame, FRAME_GLOBALS), DICT_ENTRIES)
    place = entries + 23 + number_d(insn) * 24
    if load(m, place) == UNBOUND:
        return general(m, frame, pc, insn, fuel, extra)
    store(m, place, register_a(frame, insn))
    return go_on(m, frame, pc, fuel)


@handler(Op.LOAD_FREE)
def hot_load_free(m, frame, pc, insn, fuel, extra):
    cells = field(m, frame_word(frame, FRAME_FUNCTION), FUNCTION_CLOSURE)
    value = field(m, tuple_item(m, cells, number_b(insn)), CELL_VALUE)
    if value == UNBOUND:
        return general(m, frame, pc, insn, fuel, extra)
    set_register_a(frame, insn, value)
    return go_on(m, frame, pc, fuel)


@handler(Op.LOAD_CELL)
def hot_load_cell(m, frame, pc, insn, fuel, extra):
    value = field(m, register_b(frame, insn), CELL_VALUE)
    if value == UNBOUND:
        return general(m, frame, pc, insn, fuel, extra)
    set_register_a(frame, insn, value)
    return go_on(m, frame, pc, fuel)


@handler(Op.STORE_CELL)
def hot_store_cell(m, frame, pc, insn, fuel, extra):
    set_field(m, register_a(frame, insn), CELL_VALUE, register_b(frame, insn))
    return go_on(m, frame, pc, fuel)


@handler(Op.STORE_FREE)
def hot_store_free(m, frame, pc, insn, fuel, extra):
    cells = field(m, frame_word(frame, FRAME_FUNCTION), FUNCTION_CLOSURE)
    set_field(m, tuple_item(m, cells, number_b(insn)), CELL_VALUE, register_a(frame, insn))
    return go_on(m, frame, pc, fuel)


@handler(Op.CHECK_LOCAL)
def hot_check_local(m, frame, pc, insn, fuel, extra):
    if register_a(frame, insn) == UNBOUND:
        return general(m, frame, pc, insn, fuel, extra)
    return go_on(m, frame, pc, fuel)


@handler(Op.LIST_APPEND)
def hot_list_append(m, frame, pc, insn, fuel, extra):
    items = register_a(frame, insn)
    array = field(m, items, LIST_ITEMS)
    length = field(m, items, LIST_LENGTH)
    if (length >> 1) + 1 < (field(m, array, 0) >> 32):
        store(m, array + 7 + length * 4, register_b(frame, insn))
        set_field(m, items, LIST_LENGTH, length + 2)
        return go_on(m, frame, pc, fuel)
    return direct_list_append(m, frame, pc, insn, fuel, extra)


# ---------------------------------------------------------------- items and attributes
@handler(Op.GET_ITEM)
def hot_get_item(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    y = register_c(frame, insn)
    kind = kind_of(m, x)
    if kind == KIND_LIST and y & 1 == 0:
        length = field(m, x, LIST_LENGTH)
        if unsigned_less(y, length):
            set_register_a(frame, insn, load(m, field(m, x, LIST_ITEMS) + 7 + y * 4))
            return go_on(m, frame, pc, fuel)
        if y < 0 and unsigned_less(y + length, length):
            set_register_a(frame, insn, load(m, field(m, x, LIST_ITEMS) + 7 + (y + length) * 4))
            return go_on(m, frame, pc, fuel)
    elif kind == KIND_DICT:
        return get_dict_item(m, frame, pc, insn, fuel, x)
    elif kind == KIND_TUPLE and y & 1 == 0:
        length = field(m, x, TUPLE_LENGTH)
        if y < 0:
            y += length
        if unsigned_less(y, length):
            set_register_a(frame, insn, load(m, x + 15 + y * 4))
            return go_on(m, frame, pc, fuel)
    return direct_get_item(m, frame, pc, insn, fuel, extra)


@handler(Op.CONST_THEN_GET_ITEM)
def const_then_get_item(m, frame, pc, insn, fuel, extra):
    constants = field(m, frame_word(frame, FRAME_CODE), CODE_CONSTANTS)
    set_register_a(frame, insn, load(m, constants + 7 + number_d(insn) * 8))
    return hot_get_item(m, frame, pc + 8, load(m, pc), fuel - 1, extra)


@handler(Op.INT_THEN_GET_ITEM)
def int_then_get_item(m, frame, pc, insn, fuel, extra):
    set_register_a(frame, insn, number_d(insn) << 1)
    return hot_get_item(m, frame, pc + 8, load(m, pc), fuel - 1, extra)


@handler(Op.SET_ITEM)
def hot_set_item(m, frame, pc, insn, fuel, extra):
    x = register_a(frame, insn)
    y = register_b(frame, insn)
    kind = kind_of(m, x)
    if kind == KIND_DICT:
        return set_dict_item(m, frame, pc, insn, fuel, x)
    if y & 1 == 0 and kind == KIND_LIST:
        length = field(m, x, LIST_LENGTH)
        if y < 0:
            y += length
        if unsigned_less(y, length):
            store(m, field(m, x, LIST_ITEMS) + 7 + y * 4, register_c(frame, insn))
            return go_on(m, frame, pc, fuel)
    return direct_set_item(m, frame, pc, insn, fuel, extra)


@handler(Op.GET_ATTR)
def hot_get_attr(m, frame, pc, insn, fuel, extra):
    x = register_b(frame, insn)
    if kind_of(m, x) == KIND_INSTANCE:
        constants = field(m, frame_word(frame, FRAME_CODE), CODE_CONSTANTS)
        name = load(m, constants + 7 + number_c(insn) * 8)
        entry = cache_probe(m, field(m, x, INSTANCE_SHAPE), name)
        if entry != 0 and word(m, entry, 2) == CACHE_SLOT << 1:
            set_register_a(frame, insn, load(m, x - 1 + word(m, entry, 3) * 4))
            return go_on(m, frame, pc, fuel)
    return direct_get_attr(m, frame, pc, insn, fuel, extra)


@handler(Op.SET_ATTR)
def hot_set_attr(m, frame, pc, insn, fuel, extra):
    x = register_a(frame, insn)
    if kind_of(m, x) == KIND_INSTANCE:
        constants = field(m, frame_word(frame, FRAME_CODE), CODE_CONSTANTS)
        name = load(m, constants + 7 + number_c(insn) * 8)
        entry = cache_probe(m, field(m, x, INSTANCE_SHAPE), name + 2)
        if entry != 0:
            if word(m, entry, 2) == CACHE_SLOT << 1:
                store(m, x - 1 + word(m, entry, 3) * 4, register_b(frame, insn))
                return go_on(m, frame, pc, fuel)
            if word(m, entry, 2) == CACHE_ADD << 1 and flags(m, x) == 0:
                shape = word(m, entry, 3)
                place = x - 1 + (INSTANCE_SLOTS - 1) * 8
                store(m, place + field(m, shape, SHAPE_COUNT) * 4, register_b(frame, insn))
                set_field(m, x, INSTANCE_SHAPE, shape)
                return go_on(m, frame, pc, fuel)
    return direct_set_attr(m, frame, pc, insn, fuel, extra)
