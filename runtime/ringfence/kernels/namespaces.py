"""Namespaces for ``exec`` and ``eval``: code addresses globals by entry number, so a dict that
becomes one keeps its entries in place from then on; ``locals()`` of a frame; functions of code.
"""

from ringfence.kernels.dicts import dict_delete_entry, dict_new, dict_set_item, is_frozen
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import field, load, set_field, store, word
from ringfence.kernels.objects import (
    allocate,
    flags,
    has_room,
    kind_of,
    need_room,
    new_tuple,
    set_flags,
    set_tuple_item,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import NONE, UNBOUND
from ringfence.layout import (
    ARRAY_ITEMS,
    CELL_VALUE,
    CODE_CELLS,
    CODE_FLAG_CLASS_BODY,
    CODE_FLAG_HIDDEN,
    CODE_FLAG_MODULE,
    CODE_FLAGS,
    CODE_FREE,
    CODE_NAME,
    CODE_QUALNAME,
    CODE_UNIT,
    CODE_VARIABLES,
    DICT_ENTRIES,
    DICT_USED,
    FLAG_NAMESPACE,
    FRAME_BASE,
    FRAME_CODE,
    FRAME_FUNCTION,
    FRAME_GLOBALS,
    FUNCTION_CLOSURE,
    FUNCTION_CODE,
    FUNCTION_GLOBALS,
    FUNCTION_NAME,
    FUNCTION_QUALNAME,
    FUNCTION_WORDS,
    KIND_CELL,
    KIND_CODE,
    KIND_DICT,
    KIND_FUNCTION,
    KIND_TUPLE,
    STACK_AT,
    STATE_BASE,
    STATE_GLOBALS,
)


@native("namespace_names")
def namespace_names(m, args, n, dst):
    """(dict): the keys of its entries in order; for a deleted entry its number."""
    d = load(m, args)
    if n != 1 or kind_of(m, d) != KIND_DICT:
        return DECLINE
    used = field(m, d, DICT_USED) >> 1
    if has_room(m, used * 8 + 64) == 0:
        return need_room(m, used * 8 + 64)
    names = new_tuple(m, used)
    at = field(m, d, DICT_ENTRIES) - 1 + ARRAY_ITEMS * 8
    for k in range(used):
        key = word(m, at, 1)
        if key == UNBOUND:
            key = k << 1
        set_tuple_item(m, names, k, key)
        at += 24
    store(m, dst, names)
    return NEXT


@native("namespace_add")
def namespace_add(m, args, n, dst):
    """(dict, names tuple, first): make the dict a namespace with unbound entries for names[first:]."""
    d = load(m, args)
    names = load(m, args + 8)
    if n != 3 or kind_of(m, d) != KIND_DICT or kind_of(m, names) != KIND_TUPLE or is_frozen(m, d):
        return DECLINE
    first = load(m, args + 16) >> 1
    count = tuple_length(m, names)
    wanted = (count + (field(m, d, DICT_USED) >> 1)) * 200 + 4096
    if has_room(m, wanted) == 0:
        return need_room(m, wanted)
    set_flags(m, d, flags(m, d) | FLAG_NAMESPACE)
    for k in range(first, count):
        dict_set_item(m, d, tuple_item(m, names, k), NONE)
        dict_delete_entry(m, d, (field(m, d, DICT_USED) >> 1) - 1)
    store(m, dst, NONE)
    return NEXT


@native("function_new")
def function_new(m, args, n, dst):
    """(code, globals dict): a function of the code, without closure or defaults."""
    code = load(m, args)
    if n != 2 or kind_of(m, code) != KIND_CODE or kind_of(m, load(m, args + 8)) != KIND_DICT:
        return DECLINE
    w = allocate(m, KIND_FUNCTION, FUNCTION_WORDS)
    for k in range(1, FUNCTION_WORDS):
        set_field(m, w, k, NONE)
    set_field(m, w, FUNCTION_CODE, code)
    set_field(m, w, FUNCTION_GLOBALS, load(m, args + 8))
    set_field(m, w, FUNCTION_NAME, field(m, code, CODE_NAME))
    set_field(m, w, FUNCTION_QUALNAME, field(m, code, CODE_QUALNAME))
    store(m, dst, w)
    return NEXT


@native("code_unit")
def code_unit(m, args, n, dst):
    """(code): the tuple (script name, source text) it came from."""
    code = load(m, args)
    if n != 1 or kind_of(m, code) != KIND_CODE:
        return DECLINE
    store(m, dst, field(m, code, CODE_UNIT))
    return NEXT


@kernel("i8(i8, i8, i8)")
def is_cell_variable(m, code, name):
    cells = field(m, code, CODE_CELLS)
    for k in range(tuple_length(m, cells)):
        if tuple_item(m, cells, k) == name:
            return 1
    return 0


@kernel("i8(i8)")
def program_frame(m):
    """Base of the innermost frame of the program's own code (not of the prelude); 0: none."""
    base = word(m, 0, STATE_BASE)
    while base > STACK_AT:
        code = word(m, base, FRAME_CODE)
        if kind_of(m, code) == KIND_CODE and (field(m, code, CODE_FLAGS) >> 1) & CODE_FLAG_HIDDEN == 0:
            return base
        base = word(m, base, FRAME_BASE)
    return 0


@native("program_globals")
def program_globals(m, args, n, dst):
    """The globals of the innermost code that is not the prelude's."""
    base = program_frame(m)
    store(m, dst, word(m, 0, STATE_GLOBALS) if base == 0 else word(m, base, FRAME_GLOBALS))
    return NEXT


@native("program_locals")
def program_locals(m, args, n, dst):
    """The locals of the innermost code that is not the prelude's.

    Of module code its globals, of a class body its namespace; of a function a new dict.
    """
    base = program_frame(m)
    if base == 0:
        store(m, dst, word(m, 0, STATE_GLOBALS))
        return NEXT
    code = word(m, base, FRAME_CODE)
    bits = field(m, code, CODE_FLAGS) >> 1
    if bits & CODE_FLAG_CLASS_BODY:
        store(m, dst, load(m, base))
        return NEXT
    if bits & CODE_FLAG_MODULE:
        store(m, dst, word(m, base, FRAME_GLOBALS))
        return NEXT
    names = field(m, code, CODE_VARIABLES)
    count = tuple_length(m, names)
    free = field(m, code, CODE_FREE)
    n_free = tuple_length(m, free)
    wanted = (count + n_free) * 200 + 4096
    if has_room(m, wanted) == 0:
        return need_room(m, wanted)
    d = dict_new(m, count + n_free)
    for k in range(count):
        name = tuple_item(m, names, k)
        value = load(m, base + k * 8)
        if is_cell_variable(m, code, name) and kind_of(m, value) == KIND_CELL:
            value = field(m, value, CELL_VALUE)
        if value != UNBOUND:
            dict_set_item(m, d, name, value)
    if n_free > 0:
        closure = field(m, word(m, base, FRAME_FUNCTION), FUNCTION_CLOSURE)
        for k in range(n_free):
            value = field(m, tuple_item(m, closure, k), CELL_VALUE)
            if value != UNBOUND:
                dict_set_item(m, d, tuple_item(m, free, k), value)
    store(m, dst, d)
    return NEXT
