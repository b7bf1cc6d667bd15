"""Classes: making them, their flags, looking names up along the MRO, changing them.

The attribute cache (1024 entries of owner, name, kind, value; CACHE_*) answers what slow look-ups
found. An entry's key is an owner and a name whose low bits say which question it answers:

    name        reading an attribute of instances of this SHAPE (or, for builtin kinds, class)
    name + 2    setting it
    name + 4    reading an attribute of the owner itself, a CLASS
    name + 6    the plain value found along the MRO of the owner, a CLASS (UNBOUND: none)
    CALL_KEY    how the owner, a CLASS, is called (``attributes.class_call_plan``)

The cache is emptied by the collector and by every change of a class that could make an entry
wrong. Names in the heap (computed ones) are not cached: they would only push others out.
"""

from typing import Final

from ringfence.failures import Failure
from ringfence.kernels.dicts import dict_get_str, dict_set_item
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import (
    field,
    fill_bytes,
    load,
    load8,
    set_field,
    set_word,
    shift_right,
    store,
    word,
    wrap_mul,
)
from ringfence.kernels.objects import (
    allocate,
    call_helper,
    charge,
    class_of,
    fail,
    flags,
    has_room,
    kind_of,
    list_item,
    list_length,
    need_room,
    new_list,
    new_tuple,
    set_list_item,
    set_tuple_item,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.shapes import (
    FIRST_INLINE,
    dict_delete_str,
    n_fixed_slots,
    new_root_shape,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.strings import string_equal
from ringfence.kernels.tags import FALSE, NONE, TRUE, UNBOUND, bool_value
from ringfence.layout import (
    ARRAY_ITEMS,
    ATTRIBUTE_CACHE_AT,
    ATTRIBUTE_CACHE_ENTRIES,
    CACHE_CLASS_VALUE,
    CACHE_WORDS,
    CLASS_BASES,
    CLASS_DICT,
    CLASS_DICT_SHAPE,
    CLASS_EXTRA,
    CLASS_FLAG_ABSTRACT,
    CLASS_FLAG_BOOL,
    CLASS_FLAG_DATA_DESCRIPTORS,
    CLASS_FLAG_EQ,
    CLASS_FLAG_EXCEPTION,
    CLASS_FLAG_GETATTR,
    CLASS_FLAG_GETATTRIBUTE,
    CLASS_FLAG_META_CALL,
    CLASS_FLAG_NEW,
    CLASS_FLAG_SETATTR,
    CLASS_FLAGS,
    CLASS_META,
    CLASS_MODULE,
    CLASS_MRO,
    CLASS_NAME,
    CLASS_PAYLOAD_KIND,
    CLASS_QUALNAME,
    CLASS_SHAPE,
    CLASS_SLOTS,
    CLASS_WORDS,
    DICT_ENTRIES,
    DICT_ENTRY_WORDS,
    DICT_USED,
    FLAG_IMMUTABLE,
    KIND_CLASS,
    KIND_CLASSMETHOD,
    KIND_DICT,
    KIND_FROZENSET,
    KIND_FUNCTION,
    KIND_INSTANCE,
    KIND_LIST,
    KIND_MEMBER,
    KIND_NATIVE,
    KIND_PROPERTY,
    KIND_SET,
    KIND_STATICMETHOD,
    KIND_STR,
    KIND_TUPLE,
    LIST_LENGTH,
    MEMBER_CLASS,
    MEMBER_NAME,
    MEMBER_NUMBER,
    MEMBER_SLOT,
    MEMBER_WORDS,
    NAME_ABSTRACTMETHODS,
    NAME_BOOL,
    NAME_CALL,
    NAME_DELATTR,
    NAME_DELETE,
    NAME_EQ,
    NAME_GETATTR,
    NAME_GETATTRIBUTE,
    NAME_HASH,
    NAME_LEN,
    NAME_MODULE,
    NAME_NEW,
    NAME_SET,
    NAME_SETATTR,
    PROGRAM_AT,
    SET_LENGTH,
    SHAPE_COUNT,
    SHAPE_INLINE,
    STACK_AT,
    STATE_ARGUMENT_0,
    STATE_CACHE_FILLED,
    STATE_CALLEE,
    STATE_NAMES,
    STATE_SUBCLASSES,
    STR_DATA,
    STR_LENGTH,
    WRAPPED_FUNCTION,
)

STORE_KEY: Final = 2
ITSELF_KEY: Final = 4
MRO_KEY: Final = 6
CALL_KEY: Final = 5  # no name has this word
_MIX: Final = 0x1E3779B97F4A7C15


# ---------------------------------------------------------------- the attribute cache
@kernel("i8(i8, i8)", inline=True)
def cache_entry(owner, key):
    """Offset of the one entry where an owner's answer for a key may stand."""
    mixed = shift_right(wrap_mul(key, _MIX), 40) ^ (owner >> 3)
    return ATTRIBUTE_CACHE_AT + (mixed & (ATTRIBUTE_CACHE_ENTRIES - 1)) * (CACHE_WORDS * 8)


@kernel("i8(i8, i8, i8)", inline=True)
def cache_probe(m, owner, key):
    """Offset of the cache entry of an owner and a key (name + bits), or 0."""
    entry = cache_entry(owner, key)
    if word(m, entry, 0) == owner and word(m, entry, 1) == key:
        return entry
    return 0


@kernel("i8(i8, i8, i8, i8, i8)")
def cache_fill(m, owner, key, cache_kind, value):
    """Remember an answer, unless the name is a computed string or the owner 0."""
    if key < STACK_AT and owner != 0:
        entry = cache_entry(owner, key)
        set_word(m, entry, 0, owner)
        set_word(m, entry, 1, key)
        set_word(m, entry, 2, cache_kind << 1)
        set_word(m, entry, 3, value)
        set_word(m, 0, STATE_CACHE_FILLED, 1)
    return 0


@kernel("i8(i8)")
def flush_cache(m):
    """Forget every answer."""
    fill_bytes(m, ATTRIBUTE_CACHE_AT, ATTRIBUTE_CACHE_ENTRIES * CACHE_WORDS * 8, 0)
    return 0


@kernel("i8(i8)")
def forget_class_values(m):
    """Forget the answers that are plain values found on classes."""
    for number in range(ATTRIBUTE_CACHE_ENTRIES):
        entry = ATTRIBUTE_CACHE_AT + number * (CACHE_WORDS * 8)
        if word(m, entry, 2) == CACHE_CLASS_VALUE << 1:
            set_word(m, entry, 0, 0)
    return 0


# ---------------------------------------------------------------- looking up
@kernel("i8(i8, i8)", inline=True)
def known_name(m, number):
    """A well-known string by NAME_*."""
    return tuple_item(m, word(m, 0, STATE_NAMES), number)


@kernel("i8(i8, i8, i8)")
def class_find(m, class_, name):
    """The value of a name in the first class of the MRO that has it, as it lies there; UNBOUND."""
    entry = cache_probe(m, class_, name + MRO_KEY)
    if entry != 0:
        return word(m, entry, 3)
    mro = field(m, class_, CLASS_MRO)
    found = UNBOUND
    for k in range(tuple_length(m, mro)):
        found = dict_get_str(m, field(m, tuple_item(m, mro, k), CLASS_DICT), name)
        if found != UNBOUND:
            break
    cache_fill(m, class_, name + MRO_KEY, CACHE_CLASS_VALUE, found)
    return found


@kernel("i8(i8, i8, i8, i8)")
def class_find_after(m, class_, previous, name):
    """The same, in the classes that follow `previous` in the MRO of a class: what super does."""
    mro = field(m, class_, CLASS_MRO)
    n = tuple_length(m, mro)
    k = 0
    while k < n and tuple_item(m, mro, k) != previous:
        k += 1
    k += 1
    while k < n:
        found = dict_get_str(m, field(m, tuple_item(m, mro, k), CLASS_DICT), name)
        if found != UNBOUND:
            return found
        k += 1
    return UNBOUND


@kernel("i8(i8, i8, i8)")
def is_subclass(m, class_, other):
    """Whether a class has another in its MRO (1 or 0)."""
    if class_ == other:
        return 1
    mro = field(m, class_, CLASS_MRO)
    for k in range(tuple_length(m, mro)):
        if tuple_item(m, mro, k) == other:
            return 1
    return 0


@kernel("i8(i8, i8)", inline=True)
def class_bits(m, class_):
    """The CLASS_FLAG_* of a class."""
    return field(m, class_, CLASS_FLAGS) >> 1


@kernel("i8(i8, i8, i8)")
def special_function(m, obj, number):
    """The FUNCTION that an instance's class has under a well-known name, else UNBOUND."""
    if kind_of(m, obj) != KIND_INSTANCE:
        return UNBOUND
    found = class_find(m, class_of(m, obj), known_name(m, number))
    return found if kind_of(m, found) == KIND_FUNCTION else UNBOUND


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def call_special(m, number, helper, n, result_kind, result_at):
    """Ask for the special method of STATE_ARGUMENT_0, by its helper if it is no plain function.

    number: NAME_* of the method. The helper's n arguments, in STATE_ARGUMENT_* already, must be
    those of the method, and its result the method's own.
    """
    status = call_helper(m, helper, n, result_kind, result_at)
    function = special_function(m, word(m, 0, STATE_ARGUMENT_0), number)
    if function != UNBOUND:
        set_word(m, 0, STATE_CALLEE, function)
    return status


# ---------------------------------------------------------------- flags
@kernel("i8(i8, i8, i8)")
def is_python_method(m, class_, number):
    """Whether a class finds a well-known name, and what it finds is no kernel's."""
    found = class_find(m, class_, known_name(m, number))
    if found == UNBOUND:
        return 0
    kind = kind_of(m, found)
    if kind == KIND_STATICMETHOD:
        kind = kind_of(m, field(m, found, WRAPPED_FUNCTION))
    return 0 if kind == KIND_NATIVE else 1


@kernel("i8(i8, i8, i8)")
def is_replaced(m, class_, number):
    """``is_python_method``, or a class of the program has a builtin function under the name."""
    if is_python_method(m, class_, number):
        return 1
    name = known_name(m, number)
    mro = field(m, class_, CLASS_MRO)
    for k in range(tuple_length(m, mro)):
        owner = tuple_item(m, mro, k)
        if owner < PROGRAM_AT:
            break
        if dict_get_str(m, field(m, owner, CLASS_DICT), name) != UNBOUND:
            return 1
    return 0


@kernel("i8(i8, i8)")
def is_data_descriptor(m, value):
    """Whether a class attribute is asked before the instance's own (1 or 0)."""
    kind = kind_of(m, value)
    if kind == KIND_PROPERTY or kind == KIND_MEMBER:
        return 1
    if kind == KIND_INSTANCE:
        class_ = class_of(m, value)
        if class_find(m, class_, known_name(m, NAME_SET)) != UNBOUND:
            return 1
        if class_find(m, class_, known_name(m, NAME_DELETE)) != UNBOUND:
            return 1
    return 0


@kernel("i8(i8, i8)")
def class_update_flags(m, class_):
    """Compute what CLASS_FLAGS says, from the class, its MRO and its metaclass."""
    bits = class_bits(m, class_) & CLASS_FLAG_ABSTRACT
    mro = field(m, class_, CLASS_MRO)
    for k in range(1, tuple_length(m, mro)):
        inherited = class_bits(m, tuple_item(m, mro, k))
        bits |= inherited & (CLASS_FLAG_EXCEPTION | CLASS_FLAG_DATA_DESCRIPTORS)
    if is_replaced(m, class_, NAME_GETATTR):
        bits |= CLASS_FLAG_GETATTR
    if is_python_method(m, class_, NAME_GETATTRIBUTE):
        bits |= CLASS_FLAG_GETATTRIBUTE
    if is_replaced(m, class_, NAME_SETATTR) or is_replaced(m, class_, NAME_DELATTR):
        bits |= CLASS_FLAG_SETATTR
    if is_python_method(m, class_, NAME_EQ) or is_python_method(m, class_, NAME_HASH):
        bits |= CLASS_FLAG_EQ
    if is_python_method(m, class_, NAME_NEW):
        bits |= CLASS_FLAG_NEW
    if class_find(m, class_, known_name(m, NAME_BOOL)) != UNBOUND:
        bits |= CLASS_FLAG_BOOL
    if class_find(m, class_, known_name(m, NAME_LEN)) != UNBOUND:
        bits |= CLASS_FLAG_BOOL
    if is_python_method(m, field(m, class_, CLASS_META), NAME_CALL):
        bits |= CLASS_FLAG_META_CALL
    namespace = field(m, class_, CLASS_DICT)
    at = field(m, namespace, DICT_ENTRIES) - 1 + ARRAY_ITEMS * 8
    for _ in range(field(m, namespace, DICT_USED) >> 1):
        if is_data_descriptor(m, word(m, at, 2)):
            bits |= CLASS_FLAG_DATA_DESCRIPTORS
        at += DICT_ENTRY_WORDS * 8
    set_field(m, class_, CLASS_FLAGS, bits << 1)
    return 0


@kernel("i8(i8, i8)")
def update_subclasses(m, class_):
    """Compute the flags of a class and of every class that inherits from it (or is made by it)."""
    class_update_flags(m, class_)
    known = word(m, 0, STATE_SUBCLASSES)
    if known == NONE:
        return 0
    n = list_length(m, known)
    charge(m, n * 4)
    for k in range(n):
        other = list_item(m, known, k)
        if other == class_ or other < PROGRAM_AT:
            continue
        if is_subclass(m, other, class_) or is_subclass(m, field(m, other, CLASS_META), class_):
            class_update_flags(m, other)
    return 0


# ---------------------------------------------------------------- changing a class
@kernel("i8(i8, i8)")
def class_is_immutable(m, class_):
    return 1 if class_ < PROGRAM_AT or flags(m, class_) & FLAG_IMMUTABLE else 0


@kernel("i8(i8, i8)")
def is_dunder(m, name):
    """Whether a name begins with two underscores: may be one that flags depend on."""
    at = name - 1 + STR_DATA * 8
    if field(m, name, STR_LENGTH) < 2:
        return 0
    return 1 if load8(m, at) == 95 and load8(m, at + 1) == 95 else 0


@kernel("i8(i8, i8)")
def is_plain_attribute(m, value):
    """Whether a class attribute neither binds nor is a descriptor."""
    kind = kind_of(m, value)
    if kind == KIND_FUNCTION or kind == KIND_NATIVE or kind == KIND_CLASSMETHOD:
        return 0
    if kind == KIND_STATICMETHOD or kind == KIND_INSTANCE:
        return 0
    return 0 if kind == KIND_PROPERTY or kind == KIND_MEMBER else 1


@kernel("i8(i8, i8, i8, i8)")
def after_class_change(m, class_, name, value):
    """Bring cache and flags up to date after a class dict has changed."""
    flush_cache(m)
    if string_equal(m, name, known_name(m, NAME_ABSTRACTMETHODS)):
        bits = class_bits(m, class_) & ~CLASS_FLAG_ABSTRACT
        kind = kind_of(m, value)
        if (kind == KIND_FROZENSET or kind == KIND_SET) and field(m, value, SET_LENGTH) > 0:
            bits |= CLASS_FLAG_ABSTRACT
        set_field(m, class_, CLASS_FLAGS, bits << 1)
    if is_dunder(m, name):
        update_subclasses(m, class_)
    elif is_data_descriptor(m, value):
        update_subclasses(m, class_)
    return 0


@kernel("i8(i8, i8, i8, i8)")
def class_set(m, class_, name, value):
    """Set an entry of a class's dict; NEXT, or the failure that it is a builtin class."""
    if class_is_immutable(m, class_):
        return fail(m, Failure.CLASS_IMMUTABLE, class_, name)
    namespace = field(m, class_, CLASS_DICT)
    wanted = (field(m, namespace, DICT_USED) >> 1) * 96 + 4096
    if has_room(m, wanted) == 0:
        return need_room(m, wanted)
    old = dict_get_str(m, namespace, name)
    dict_set_item(m, namespace, name, value)
    plain = is_plain_attribute(m, old) and is_plain_attribute(m, value)
    if old != UNBOUND and plain and not is_dunder(m, name):
        forget_class_values(m)
    else:
        after_class_change(m, class_, name, value)
    return NEXT


@kernel("i8(i8, i8, i8)")
def class_delete(m, class_, name):
    """Delete an entry of a class's dict; DECLINE if there is none."""
    if class_is_immutable(m, class_):
        return fail(m, Failure.CLASS_IMMUTABLE, class_, name)
    if dict_delete_str(m, field(m, class_, CLASS_DICT), name) == 0:
        return DECLINE
    after_class_change(m, class_, name, NONE)
    return NEXT


# ---------------------------------------------------------------- making a class
@kernel("i8(i8, i8)")
def remember_class(m, class_):
    """Append to the list of all classes. The boot image's list is copied first."""
    known = word(m, 0, STATE_SUBCLASSES)
    n = 0
    if known != NONE:
        n = list_length(m, known)
    if known == NONE or known < PROGRAM_AT or n == list_capacity_of(m, known):
        wider = new_list(m, n * 2 + 16)
        for k in range(n):
            set_list_item(m, wider, k, list_item(m, known, k))
        known = wider
        set_word(m, 0, STATE_SUBCLASSES, known)
    set_list_item(m, known, n, class_)
    set_field(m, known, LIST_LENGTH, (n + 1) << 1)
    return 0


@kernel("i8(i8, i8)")
def list_capacity_of(m, items):
    return shift_right(field(m, field(m, items, 2), 0), 32) - ARRAY_ITEMS


@kernel("i8(i8, i8, i8, i8)")
def new_member(m, class_, name, slot):
    """The descriptor of a fixed slot."""
    w = allocate(m, KIND_MEMBER, MEMBER_WORDS)
    set_field(m, w, MEMBER_NAME, name)
    set_field(m, w, MEMBER_CLASS, class_)
    set_field(m, w, MEMBER_NUMBER, -1 << 1)
    set_field(m, w, MEMBER_SLOT, slot << 1)
    return w


@kernel("i8(i8, i8, i8)")
def class_and_name(m, class_, name):
    """Whether these are a class and a string."""
    return 1 if kind_of(m, class_) == KIND_CLASS and kind_of(m, name) == KIND_STR else 0


@native("class_new")
def class_new(m, args, n, dst):
    """``(meta, name, qualname, bases, namespace, mro, slots, has_dict)`` -> a new class.

    namespace: a dict the class takes over. mro: what follows the class itself in its MRO.
    slots: a tuple of the names (mangled) of fixed slots it adds. has_dict: whether instances may
    have other attributes. Nothing is checked here but the kinds.
    """
    if n != 8:
        return DECLINE
    meta = load(m, args)
    bases = word(m, args, 3)
    namespace = word(m, args, 4)
    rest = word(m, args, 5)
    slots = word(m, args, 6)
    if kind_of(m, meta) != KIND_CLASS or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    if kind_of(m, bases) != KIND_TUPLE or kind_of(m, namespace) != KIND_DICT:
        return DECLINE
    if kind_of(m, rest) != KIND_TUPLE or kind_of(m, slots) != KIND_TUPLE:
        return DECLINE
    n_rest = tuple_length(m, rest)
    n_slots = tuple_length(m, slots)
    wanted = 0x4000 + n_rest * 8 + n_slots * 512 + (field(m, namespace, DICT_USED) >> 1) * 96
    if word(m, 0, STATE_SUBCLASSES) != NONE:
        wanted += list_length(m, word(m, 0, STATE_SUBCLASSES)) * 24
    if has_room(m, wanted) == 0:
        return need_room(m, wanted)
    w = allocate(m, KIND_CLASS, CLASS_WORDS)
    for k in range(1, CLASS_WORDS):
        store(m, w - 1 + k * 8, NONE)
    set_field(m, w, CLASS_META, meta)
    set_field(m, w, CLASS_NAME, word(m, args, 1))
    set_field(m, w, CLASS_QUALNAME, word(m, args, 2))
    set_field(m, w, CLASS_BASES, bases)
    mro = new_tuple(m, n_rest + 1)
    set_tuple_item(m, mro, 0, w)
    n_fixed = 0
    n_inline = FIRST_INLINE
    payload = 0
    for k in range(n_rest):
        base = tuple_item(m, rest, k)
        set_tuple_item(m, mro, k + 1, base)
        n_fixed = max(n_fixed, n_fixed_slots(m, base))
        if payload == 0:
            payload = field(m, base, CLASS_PAYLOAD_KIND)
        shape = field(m, base, CLASS_SHAPE)
        if shape != NONE:
            named = field(m, shape, SHAPE_INLINE) - field(m, shape, SHAPE_COUNT)
            n_inline = max(n_inline, named >> 1)
    set_field(m, w, CLASS_MRO, mro)
    set_field(m, w, CLASS_DICT, namespace)
    set_field(m, w, CLASS_PAYLOAD_KIND, payload)
    set_field(m, w, CLASS_FLAGS, 0)
    for k in range(n_slots):
        name = tuple_item(m, slots, k)
        dict_set_item(m, namespace, name, new_member(m, w, name, n_fixed + k))
    n_fixed += n_slots
    if word(m, args, 7) == FALSE:
        set_field(m, w, CLASS_SLOTS, slots)
        n_inline = 0
    set_field(m, w, CLASS_SHAPE, new_root_shape(m, w, n_fixed, n_fixed + n_inline))
    module = dict_get_str(m, namespace, known_name(m, NAME_MODULE))
    if module != UNBOUND:
        set_field(m, w, CLASS_MODULE, module)
    set_field(m, w, CLASS_EXTRA, NONE)
    set_field(m, w, CLASS_DICT_SHAPE, NONE)
    class_update_flags(m, w)
    remember_class(m, w)
    store(m, dst, w)
    return NEXT


@native("class_set_mro")
def class_set_mro(m, args, n, dst):
    """``(class, tuple)``: the MRO a metaclass's own ``mro`` gave; a third argument: new bases, too."""
    class_ = load(m, args)
    if n < 2 or n > 3 or kind_of(m, class_) != KIND_CLASS or class_is_immutable(m, class_):
        return DECLINE
    if kind_of(m, word(m, args, 1)) != KIND_TUPLE:
        return DECLINE
    if n == 3:
        if kind_of(m, word(m, args, 2)) != KIND_TUPLE:
            return DECLINE
        set_field(m, class_, CLASS_BASES, word(m, args, 2))
    set_field(m, class_, CLASS_MRO, word(m, args, 1))
    flush_cache(m)
    update_subclasses(m, class_)
    store(m, dst, NONE)
    return NEXT


@native("class_set_attr")
def class_set_attr(m, args, n, dst):
    """``(class, name, value)``: write a class's dict, whatever its metaclass says."""
    if n != 3 or class_and_name(m, load(m, args), word(m, args, 1)) == 0:
        return DECLINE
    store(m, dst, NONE)
    return class_set(m, load(m, args), word(m, args, 1), word(m, args, 2))


@native("class_delete_attr")
def class_delete_attr(m, args, n, dst):
    """``(class, name)`` -> whether the class's dict had the name; it has no longer."""
    if n != 2 or class_and_name(m, load(m, args), word(m, args, 1)) == 0:
        return DECLINE
    status = class_delete(m, load(m, args), word(m, args, 1))
    if status == DECLINE:
        store(m, dst, FALSE)
        return NEXT
    store(m, dst, TRUE)
    return status


@native("class_layout")
def class_layout(m, args, n, dst):
    """``(class)`` -> (payload kind, fixed slots, whether instances have a dict, builtin or not).

    Classes of library modules are not builtin: they inherit from builtin classes as a user's do.
    """
    class_ = load(m, args)
    if n != 1 or kind_of(m, class_) != KIND_CLASS:
        return DECLINE
    w = new_tuple(m, 4)
    set_tuple_item(m, w, 0, field(m, class_, CLASS_PAYLOAD_KIND))
    set_tuple_item(m, w, 1, n_fixed_slots(m, class_) << 1)
    has_dict = 1 if field(m, class_, CLASS_SLOTS) == NONE else 0
    if class_bits(m, class_) & CLASS_FLAG_EXCEPTION:
        has_dict = 1
    set_tuple_item(m, w, 2, bool_value(has_dict))
    set_tuple_item(m, w, 3, bool_value(1 if flags(m, class_) & FLAG_IMMUTABLE else 0))
    store(m, dst, w)
    return NEXT


@native("class_subclasses")
def class_subclasses(m, args, n, dst):
    """``(class)`` -> list of the classes that name it as a base, oldest first."""
    class_ = load(m, args)
    if n != 1 or kind_of(m, class_) != KIND_CLASS:
        return DECLINE
    known = word(m, 0, STATE_SUBCLASSES)
    n_known = 0
    if kind_of(m, known) == KIND_LIST:
        n_known = list_length(m, known)
    if has_room(m, n_known * 8 + 64) == 0:
        return need_room(m, n_known * 8 + 64)
    charge(m, n_known * 4)
    found = new_list(m, n_known)
    count = 0
    for k in range(n_known):
        other = list_item(m, known, k)
        bases = field(m, other, CLASS_BASES)
        for b in range(tuple_length(m, bases)):
            if tuple_item(m, bases, b) == class_:
                set_list_item(m, found, count, other)
                count += 1
                break
    set_field(m, found, LIST_LENGTH, count << 1)
    store(m, dst, found)
    return NEXT


@native("type_lookup")
def type_lookup(m, args, n, dst):
    """``(class, name, default)``: what lies in the first class of the MRO that has the name."""
    if n != 3 or class_and_name(m, load(m, args), word(m, args, 1)) == 0:
        return DECLINE
    found = class_find(m, load(m, args), word(m, args, 1))
    store(m, dst, word(m, args, 2) if found == UNBOUND else found)
    return NEXT


@native("type_lookup_after")
def type_lookup_after(m, args, n, dst):
    """``(class, previous, name, default)``: the same, behind a class in the MRO."""
    if n != 4 or class_and_name(m, load(m, args), word(m, args, 2)) == 0:
        return DECLINE
    found = class_find_after(m, load(m, args), word(m, args, 1), word(m, args, 2))
    store(m, dst, word(m, args, 3) if found == UNBOUND else found)
    return NEXT
