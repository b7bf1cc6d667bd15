"""Names: namespace entries, builtins, the host's names, cells, closures; functions are made here.

A namespace dict (FLAG_NAMESPACE) keeps every key at its entry for ever, so code addresses its
globals by entry number; an entry whose value is UNBOUND does not exist for anybody else.
"""

from ringfence.failures import Failure, Helper
from ringfence.kernels.classes import cache_fill
from ringfence.kernels.dicts import dict_delete_item, dict_get_str, dict_set_item
from ringfence.kernels.jit import kernel, native, opcode
from ringfence.kernels.memory import field, load, set_field, set_word, store, word
from ringfence.kernels.objects import (
    allocate,
    call_helper2,
    call_helper3,
    fail,
    kind_of,
    tuple_item,
)
from ringfence.kernels.registers import (
    at_a,
    constant,
    get_a,
    get_b,
    number_b,
    number_c,
    number_d,
    put_a,
)
from ringfence.kernels.status import NAME, NEXT
from ringfence.kernels.tags import NONE, UNBOUND
from ringfence.layout import (
    ARRAY_ITEMS,
    CACHE_CLASS_VALUE,
    CELL_VALUE,
    CELL_WORDS,
    CODE_DOC,
    CODE_FLAG_MODULE,
    CODE_FLAGS,
    CODE_FREE,
    CODE_NAME,
    CODE_QUALNAME,
    DICT_ENTRIES,
    DICT_LENGTH,
    DICT_VERSION,
    FRAME_BASE,
    FRAME_CODE,
    FRAME_FUNCTION,
    FRAME_GLOBALS,
    FUNCTION_ANNOTATIONS,
    FUNCTION_ATTRIBUTES,
    FUNCTION_CLOSURE,
    FUNCTION_CODE,
    FUNCTION_DEFAULTS,
    FUNCTION_DOC,
    FUNCTION_GLOBALS,
    FUNCTION_KEYWORD_DEFAULTS,
    FUNCTION_MODULE,
    FUNCTION_NAME,
    FUNCTION_QUALNAME,
    FUNCTION_WORDS,
    HOST_FUNCTION_NAME,
    HOST_FUNCTION_WORDS,
    KIND_CELL,
    KIND_DICT,
    KIND_FUNCTION,
    KIND_HOST_FUNCTION,
    RETURN_DISCARD,
    RETURN_VALUE,
    STATE_ARGUMENT_0,
    STATE_BASE,
    STATE_BUILTINS,
    STATE_LENT,
    STATE_NAME_POLICY,
    STATE_RESULT_AT,
)
from ringfence.opcodes import Op


@kernel("i8(i8, i8, i8, i8)")
def find_outside(m, name, called, dst):
    """Look a name up in the builtins and among the host's names; a status."""
    builtins = word(m, 0, STATE_BUILTINS)
    value = dict_get_str(m, builtins, name)
    if value != UNBOUND:
        cache_fill(m, builtins, name, CACHE_CLASS_VALUE, value)
    if value == UNBOUND and kind_of(m, word(m, 0, STATE_LENT)) == KIND_DICT:
        value = dict_get_str(m, word(m, 0, STATE_LENT), name)
    if value != UNBOUND:
        store(m, dst, value)
        return NEXT
    if word(m, 0, STATE_NAME_POLICY) == 0:
        return fail(m, Failure.NAME_UNDEFINED, name, NONE)
    if called != 0:
        w = allocate(m, KIND_HOST_FUNCTION, HOST_FUNCTION_WORDS)
        set_field(m, w, HOST_FUNCTION_NAME, name)
        store(m, dst, w)
        return NEXT
    set_word(m, 0, STATE_ARGUMENT_0, name)
    set_word(m, 0, STATE_RESULT_AT, dst)
    return NAME


@kernel("i8(i8, i8, i8)", inline=True)
def entry_at(m, namespace, number):
    """Offset of an entry (hash, key, value) of a dict."""
    return field(m, namespace, DICT_ENTRIES) - 1 + ARRAY_ITEMS * 8 + number * 24


@kernel("i8(i8, i8, i8, i8)")
def namespace_store(m, namespace, number, value):
    """Bind or unbind (UNBOUND) entry `number` of a namespace dict."""
    entry = entry_at(m, namespace, number)
    old = word(m, entry, 2)
    set_word(m, entry, 2, value)
    change = 0
    if old == UNBOUND and value != UNBOUND:
        change = 2
    elif old != UNBOUND and value == UNBOUND:
        change = -2
    if change != 0:
        set_field(m, namespace, DICT_LENGTH, field(m, namespace, DICT_LENGTH) + change)
        set_field(m, namespace, DICT_VERSION, field(m, namespace, DICT_VERSION) + 2)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def load_global(m, base, insn, called):
    namespace = word(m, base, FRAME_GLOBALS)
    entry = entry_at(m, namespace, number_d(insn))
    value = word(m, entry, 2)
    if value != UNBOUND:
        put_a(m, base, insn, value)
        return NEXT
    return find_outside(m, word(m, entry, 1), called, at_a(base, insn))


@opcode(Op.LOAD_GLOBAL)
def op_load_global(m, base, insn):
    return load_global(m, base, insn, 0)


@opcode(Op.LOAD_GLOBAL_CALL, Op.GLOBAL_THEN_MOVE_CALL)
def op_load_global_call(m, base, insn):
    return load_global(m, base, insn, 1)


@opcode(Op.STORE_GLOBAL)
def op_store_global(m, base, insn):
    """Bind an entry that was unbound (the loop does the others)."""
    namespace = word(m, base, FRAME_GLOBALS)
    return namespace_store(m, namespace, number_d(insn), get_a(m, base, insn))


@opcode(Op.DELETE_GLOBAL)
def op_delete_global(m, base, insn):
    namespace = word(m, base, FRAME_GLOBALS)
    entry = entry_at(m, namespace, number_d(insn))
    if word(m, entry, 2) == UNBOUND:
        return fail(m, Failure.NAME_UNDEFINED, word(m, entry, 1), NONE)
    return namespace_store(m, namespace, number_d(insn), UNBOUND)


@opcode(Op.CHECK_LOCAL)
def op_check_local(m, base, insn):
    if get_a(m, base, insn) == UNBOUND:
        name = constant(m, base, number_d(insn))
        if (field(m, word(m, base, FRAME_CODE), CODE_FLAGS) >> 1) & CODE_FLAG_MODULE:
            return fail(m, Failure.NAME_UNDEFINED, name, NONE)
        return fail(m, Failure.UNBOUND_LOCAL, name, NONE)
    return NEXT


@opcode(Op.UNBIND)
def op_unbind(m, base, insn):
    put_a(m, base, insn, UNBOUND)
    return NEXT


# ---------------------------------------------------------------- cells and closures
@opcode(Op.MAKE_CELL)
def op_make_cell(m, base, insn):
    w = allocate(m, KIND_CELL, CELL_WORDS)
    set_field(m, w, CELL_VALUE, get_a(m, base, insn))
    put_a(m, base, insn, w)
    return NEXT


@opcode(Op.LOAD_CELL)
def op_load_cell(m, base, insn):
    value = field(m, get_b(m, base, insn), CELL_VALUE)
    if value == UNBOUND:
        return fail(m, Failure.UNBOUND_LOCAL, constant(m, base, number_c(insn)), NONE)
    put_a(m, base, insn, value)
    return NEXT


@opcode(Op.STORE_CELL)
def op_store_cell(m, base, insn):
    set_field(m, get_a(m, base, insn), CELL_VALUE, get_b(m, base, insn))
    return NEXT


@opcode(Op.DELETE_CELL)
def op_delete_cell(m, base, insn):
    cell = get_a(m, base, insn)
    if field(m, cell, CELL_VALUE) == UNBOUND:
        return fail(m, Failure.UNBOUND_LOCAL, constant(m, base, number_c(insn)), NONE)
    set_field(m, cell, CELL_VALUE, UNBOUND)
    return NEXT


@kernel("i8(i8, i8, i8)", inline=True)
def closure_cell(m, base, number):
    return tuple_item(m, field(m, word(m, base, FRAME_FUNCTION), FUNCTION_CLOSURE), number)


@kernel("i8(i8, i8, i8)")
def unbound_free(m, base, number):
    name = tuple_item(m, field(m, word(m, base, FRAME_CODE), CODE_FREE), number)
    return fail(m, Failure.UNBOUND_FREE, name, NONE)


@opcode(Op.LOAD_FREE)
def op_load_free(m, base, insn):
    value = field(m, closure_cell(m, base, number_b(insn)), CELL_VALUE)
    if value == UNBOUND:
        return unbound_free(m, base, number_b(insn))
    put_a(m, base, insn, value)
    return NEXT


@opcode(Op.STORE_FREE)
def op_store_free(m, base, insn):
    set_field(m, closure_cell(m, base, number_b(insn)), CELL_VALUE, get_a(m, base, insn))
    return NEXT


@opcode(Op.DELETE_FREE)
def op_delete_free(m, base, insn):
    cell = closure_cell(m, base, number_b(insn))
    if field(m, cell, CELL_VALUE) == UNBOUND:
        return unbound_free(m, base, number_b(insn))
    set_field(m, cell, CELL_VALUE, UNBOUND)
    return NEXT


@opcode(Op.LOAD_CLOSURE)
def op_load_closure(m, base, insn):
    put_a(m, base, insn, closure_cell(m, base, number_b(insn)))
    return NEXT


# ---------------------------------------------------------------- class bodies, exec with locals
@kernel("i8(i8, i8, i8)")
def find_in_globals(m, base, name):
    """Value of a name in the frame's globals, or UNBOUND."""
    return dict_get_str(m, word(m, base, FRAME_GLOBALS), name)


@opcode(Op.LOAD_NAME)
def op_load_name(m, base, insn):
    name = constant(m, base, number_d(insn))
    namespace = load(m, base)
    if kind_of(m, namespace) != KIND_DICT:
        return call_helper3(
            m, Helper.LOAD_NAME, RETURN_VALUE, at_a(base, insn), namespace, name,
            word(m, base, FRAME_GLOBALS),
        )
    value = dict_get_str(m, namespace, name)
    if value == UNBOUND:
        value = find_in_globals(m, base, name)
    if value == UNBOUND:
        return find_outside(m, name, 0, at_a(base, insn))
    put_a(m, base, insn, value)
    return NEXT


@native("name_outside")
def name_outside(m, args, n, dst):
    """(name): its value among the builtins and the host's names."""
    return find_outside(m, load(m, args), 0, dst)


@opcode(Op.STORE_NAME)
def op_store_name(m, base, insn):
    namespace = load(m, base)
    name = constant(m, base, number_d(insn))
    if kind_of(m, namespace) == KIND_DICT:
        return dict_set_item(m, namespace, name, get_a(m, base, insn))
    return call_helper3(
        m, Helper.SET_ITEM, RETURN_DISCARD, base, namespace, name, get_a(m, base, insn)
    )


@opcode(Op.DELETE_NAME)
def op_delete_name(m, base, insn):
    namespace = load(m, base)
    name = constant(m, base, number_d(insn))
    if kind_of(m, namespace) == KIND_DICT:
        if dict_get_str(m, namespace, name) == UNBOUND:
            return fail(m, Failure.NAME_UNDEFINED, name, NONE)
        return dict_delete_item(m, namespace, name)
    return call_helper2(m, Helper.DELETE_ITEM, RETURN_DISCARD, base, namespace, name)


@opcode(Op.LOAD_CLASS_FREE)
def op_load_class_free(m, base, insn):
    namespace = load(m, base)
    value = UNBOUND
    if kind_of(m, namespace) == KIND_DICT:
        value = dict_get_str(m, namespace, constant(m, base, number_c(insn)))
    if value == UNBOUND:
        value = field(m, closure_cell(m, base, number_b(insn)), CELL_VALUE)
    if value == UNBOUND:
        return unbound_free(m, base, number_b(insn))
    put_a(m, base, insn, value)
    return NEXT


# ---------------------------------------------------------------- functions
@opcode(Op.MAKE_FUNCTION)
def op_make_function(m, base, insn):
    code = constant(m, base, number_b(insn))
    bits = number_c(insn)
    extra = at_a(base, insn) + 8
    w = allocate(m, KIND_FUNCTION, FUNCTION_WORDS)
    globals_ = word(m, base, FRAME_GLOBALS)
    set_field(m, w, FUNCTION_CODE, code)
    set_field(m, w, FUNCTION_GLOBALS, globals_)
    set_field(m, w, FUNCTION_NAME, field(m, code, CODE_NAME))
    set_field(m, w, FUNCTION_QUALNAME, field(m, code, CODE_QUALNAME))
    set_field(m, w, FUNCTION_DOC, field(m, code, CODE_DOC))
    set_field(m, w, FUNCTION_ATTRIBUTES, NONE)
    set_field(m, w, FUNCTION_DEFAULTS, NONE)
    set_field(m, w, FUNCTION_KEYWORD_DEFAULTS, NONE)
    set_field(m, w, FUNCTION_ANNOTATIONS, NONE)
    set_field(m, w, FUNCTION_CLOSURE, NONE)
    # the module's name is looked up by whoever asks for __module__
    set_field(m, w, FUNCTION_MODULE, NONE)
    if bits & 1:
        set_field(m, w, FUNCTION_DEFAULTS, load(m, extra))
        extra += 8
    if bits & 2:
        set_field(m, w, FUNCTION_KEYWORD_DEFAULTS, load(m, extra))
        extra += 8
    if bits & 4:
        set_field(m, w, FUNCTION_ANNOTATIONS, load(m, extra))
        extra += 8
    if bits & 8:
        set_field(m, w, FUNCTION_CLOSURE, load(m, extra))
    put_a(m, base, insn, w)
    return NEXT


# ---------------------------------------------------------------- namespaces as values
@native("frame_globals")
def frame_globals(m, args, n, dst):
    """(levels): the globals of the function that called the prelude function calling this."""
    base = word(m, 0, STATE_BASE)
    for _ in range(load(m, args) >> 1):
        base = word(m, base, FRAME_BASE)
    store(m, dst, word(m, base, FRAME_GLOBALS))
    return NEXT
