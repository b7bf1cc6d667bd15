"""Private natives of the prelude and the library modules: payloads, state words, bytearrays."""

from ringfence.kernels.jit import native
from ringfence.kernels.memory import (
    field,
    load,
    move_bytes,
    set_field,
    store,
    store8,
    word,
)
from ringfence.kernels.objects import (
    allocate,
    charge,
    has_room,
    kind_of,
    list_item,
    list_length,
    need_room,
    new_raw,
    new_tuple,
    set_tuple_item,
    tuple_item,
    tuple_length,
    unwrap,
)
from ringfence.kernels.shapes import instance_new, instance_new_wrapped
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import NONE
from ringfence.layout import (
    ALIAS_ARGS,
    ALIAS_ORIGIN,
    ALIAS_WORDS,
    BYTEARRAY_DATA,
    BYTEARRAY_LENGTH,
    BYTEARRAY_WORDS,
    BYTES_DATA,
    BYTES_LENGTH,
    CLASS_PAYLOAD_KIND,
    CLASS_SHAPE,
    KIND_BYTEARRAY,
    KIND_BYTES,
    KIND_CLASS,
    KIND_DICT,
    KIND_GENERIC_ALIAS,
    KIND_LIST,
    KIND_MODULE,
    KIND_TUPLE,
    MODULE_DICT,
    MODULE_NAME,
    MODULE_WORDS,
    STATE_EMPTY_BYTES,
    STATE_END,
    STATE_FIRST_VALUE,
)


# ---------------------------------------------------------------- payloads
@native("unwrapped")
def unwrapped(m, args, n, dst):
    """(value): the builtin value inside an instance of a subclass of a builtin; else itself."""
    store(m, dst, unwrap(m, load(m, args)))
    return NEXT


@native("unwrapped_all")
def unwrapped_all(m, args, n, dst):
    """(tuple): the same of every item; the tuple itself if nothing is wrapped."""
    items = load(m, args)
    if kind_of(m, items) != KIND_TUPLE:
        return DECLINE
    count = tuple_length(m, items)
    if has_room(m, count * 8 + 64) == 0:
        return need_room(m, count * 8 + 64)
    for k in range(count):
        item = tuple_item(m, items, k)
        if unwrap(m, item) != item:
            made = new_tuple(m, count)
            for i in range(count):
                set_tuple_item(m, made, i, unwrap(m, tuple_item(m, items, i)))
            store(m, dst, made)
            return NEXT
    store(m, dst, items)
    return NEXT


@native("instance_of")
def instance_of(m, args, n, dst):
    """(class) or (class, payload): a new instance, around a builtin value if one is given."""
    class_ = load(m, args)
    if kind_of(m, class_) != KIND_CLASS or field(m, class_, CLASS_SHAPE) == NONE:
        return DECLINE
    if n == 1:
        store(m, dst, instance_new(m, class_))
    elif field(m, class_, CLASS_PAYLOAD_KIND) == 0:
        return DECLINE
    else:
        store(m, dst, instance_new_wrapped(m, class_, load(m, args + 8)))
    return NEXT


# ---------------------------------------------------------------- state words
@native("state_get")
def state_get(m, args, n, dst):
    """(number of a value word of the state page)"""
    number = load(m, args) >> 1
    if number < STATE_FIRST_VALUE or number >= STATE_END:
        return DECLINE
    store(m, dst, load(m, number * 8))
    return NEXT


@native("state_set")
def state_set(m, args, n, dst):
    """(number of a value word of the state page, value)"""
    number = load(m, args) >> 1
    if n != 2 or number < STATE_FIRST_VALUE or number >= STATE_END:
        return DECLINE
    store(m, number * 8, load(m, args + 8))
    store(m, dst, NONE)
    return NEXT


@native("state_number")
def state_number(m, args, n, dst):
    """(number of a raw word of the state page): its number"""
    number = load(m, args) >> 1
    if number < 0 or number >= STATE_FIRST_VALUE:
        return DECLINE
    store(m, dst, load(m, number * 8) << 1)
    return NEXT


# ---------------------------------------------------------------- bytearrays
@native("bytearray_set")
def bytearray_set(m, args, n, dst):
    """(bytearray, bytes): make these the bytes of a bytearray."""
    target = load(m, args)
    data = load(m, args + 8)
    if n != 2 or kind_of(m, target) != KIND_BYTEARRAY or kind_of(m, data) != KIND_BYTES:
        return DECLINE
    length = field(m, data, BYTES_LENGTH)
    if has_room(m, length + 64) == 0:
        return need_room(m, length + 64)
    raw = new_raw(m, max(length, 8))
    move_bytes(m, raw + 7, data - 1 + BYTES_DATA * 8, length)
    charge(m, length >> 4)
    set_field(m, target, BYTEARRAY_LENGTH, length << 1)
    set_field(m, target, BYTEARRAY_DATA, raw)
    store(m, dst, NONE)
    return NEXT


@native("bytearray_new")
def bytearray_new(m, args, n, dst):
    """A new empty bytearray."""
    raw = new_raw(m, 8)
    w = allocate(m, KIND_BYTEARRAY, BYTEARRAY_WORDS)
    set_field(m, w, BYTEARRAY_LENGTH, 0)
    set_field(m, w, BYTEARRAY_DATA, raw)
    store(m, dst, w)
    return NEXT


@native("bytearray_bytes")
def bytearray_bytes(m, args, n, dst):
    """(bytearray): a bytes object of its bytes."""
    source = load(m, args)
    if n != 1 or kind_of(m, source) != KIND_BYTEARRAY:
        return DECLINE
    length = field(m, source, BYTEARRAY_LENGTH) >> 1
    if length == 0:
        store(m, dst, word(m, 0, STATE_EMPTY_BYTES))
        return NEXT
    if has_room(m, length + 64) == 0:
        return need_room(m, length + 64)
    w = allocate(m, KIND_BYTES, BYTES_DATA + ((length + 7) >> 3))
    set_field(m, w, BYTES_LENGTH, length)
    move_bytes(m, w - 1 + BYTES_DATA * 8, field(m, source, BYTEARRAY_DATA) + 7, length)
    charge(m, length >> 4)
    store(m, dst, w)
    return NEXT


@native("bytes_from_ints")
def bytes_from_ints(m, args, n, dst):
    """(list of ints from 0 to 255): bytes of them."""
    items = load(m, args)
    if n != 1 or kind_of(m, items) != KIND_LIST:
        return DECLINE
    length = list_length(m, items)
    if length == 0:
        store(m, dst, word(m, 0, STATE_EMPTY_BYTES))
        return NEXT
    if has_room(m, length + 64) == 0:
        return need_room(m, length + 64)
    for k in range(length):
        item = list_item(m, items, k)
        if item & 1 != 0 or item < 0 or item > 510:
            return DECLINE
    w = allocate(m, KIND_BYTES, BYTES_DATA + ((length + 7) >> 3))
    set_field(m, w, BYTES_LENGTH, length)
    for k in range(length):
        store8(m, w - 1 + BYTES_DATA * 8 + k, list_item(m, items, k) >> 1)
    charge(m, length)
    store(m, dst, w)
    return NEXT


# ---------------------------------------------------------------- modules
@native("module_new")
def module_new(m, args, n, dst):
    """(name, dict): a module with this namespace."""
    if n != 2 or kind_of(m, load(m, args + 8)) != KIND_DICT:
        return DECLINE
    w = allocate(m, KIND_MODULE, MODULE_WORDS)
    set_field(m, w, MODULE_NAME, load(m, args))
    set_field(m, w, MODULE_DICT, load(m, args + 8))
    store(m, dst, w)
    return NEXT


# ---------------------------------------------------------------- generic aliases
@native("alias_new")
def alias_new(m, args, n, dst):
    """(origin, args tuple): a generic alias."""
    if n != 2 or kind_of(m, load(m, args + 8)) != KIND_TUPLE:
        return DECLINE
    w = allocate(m, KIND_GENERIC_ALIAS, ALIAS_WORDS)
    set_field(m, w, ALIAS_ORIGIN, load(m, args))
    set_field(m, w, ALIAS_ARGS, load(m, args + 8))
    store(m, dst, w)
    return NEXT


@native("GenericAlias.__origin__")
def alias_origin(m, args, n, dst):
    if n != 1 or kind_of(m, load(m, args)) != KIND_GENERIC_ALIAS:
        return DECLINE
    store(m, dst, field(m, load(m, args), ALIAS_ORIGIN))
    return NEXT


@native("GenericAlias.__args__")
def alias_args(m, args, n, dst):
    if n != 1 or kind_of(m, load(m, args)) != KIND_GENERIC_ALIAS:
        return DECLINE
    store(m, dst, field(m, load(m, args), ALIAS_ARGS))
    return NEXT
