"""Attributes of every kind of object: read, set, delete; methods and constructors to call.

``attribute_find`` is ``object.__getattribute__`` and its kin up to the point where code must run.
It answers a FOUND_* number and leaves what it found in scratch words; its callers finish: store
the value, call the getter, bind the method, report the failure. What no kernel does (descriptors
that are no plain functions, ``__getattribute__`` ...) is FOUND_SLOW: helper GET_ATTRIBUTE does it
all in Python.

Order: data descriptor of the class, own attribute, other value of the class (bound), then
``__getattr__``. Source: CPython Objects/object.c, typeobject.c, descrobject.c.
"""

from typing import Final

from ringfence.failures import Failure, Helper
from ringfence.kernels.classes import (
    CALL_KEY,
    ITSELF_KEY,
    STORE_KEY,
    cache_fill,
    cache_probe,
    class_bits,
    class_delete,
    class_find,
    class_find_after,
    class_set,
    is_data_descriptor,
    is_dunder,
    known_name,
)
from ringfence.kernels.dicts import dict_get_str, dict_new, dict_set_item
from ringfence.kernels.jit import kernel, opcode
from ringfence.kernels.memory import call_native, field, load, set_field, set_word, store, word
from ringfence.kernels.objects import (
    call_helper2,
    call_helper3,
    class_of,
    fail,
    fail3,
    flags,
    has_room,
    kind_of,
    need_room,
    new_bound_native,
    new_method,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.registers import at_a, constant, get_a, get_b, number_c
from ringfence.kernels.shapes import (
    dict_delete_str,
    first_slot,
    fixed_slot_at,
    instance_delete,
    instance_get,
    instance_set,
    shape_slot,
)
from ringfence.kernels.status import CALL, DECLINE, NEXT
from ringfence.kernels.strings import string_equal
from ringfence.kernels.tags import NONE, TRUE, UNBOUND
from ringfence.layout import (
    ARRAY_ITEMS,
    CACHE_ADD,
    CACHE_CLASS_VALUE,
    CACHE_FUNCTION,
    CACHE_MEMBER,
    CACHE_NATIVE,
    CACHE_OVERFLOW,
    CACHE_PROPERTY,
    CACHE_SLOT,
    CLASS_FLAG_ABSTRACT,
    CLASS_FLAG_EXCEPTION,
    CLASS_FLAG_GETATTR,
    CLASS_FLAG_GETATTRIBUTE,
    CLASS_FLAG_META_CALL,
    CLASS_FLAG_NEW,
    CLASS_FLAG_SETATTR,
    CLASS_META,
    CLASS_MRO,
    CLASS_SLOTS,
    DICT_USED,
    FLAG_IMMUTABLE,
    FUNCTION_ATTRIBUTES,
    INSTANCE_OVERFLOW,
    INSTANCE_SHAPE,
    KIND_CLASS,
    KIND_CLASSMETHOD,
    KIND_FUNCTION,
    KIND_INSTANCE,
    KIND_MEMBER,
    KIND_METHOD,
    KIND_MODULE,
    KIND_NATIVE,
    KIND_PROPERTY,
    KIND_STATICMETHOD,
    KIND_SUPER,
    KIND_TUPLE,
    MEMBER_NUMBER,
    MEMBER_SLOT,
    METHOD_FUNCTION,
    MODULE_DICT,
    NAME_CLASS,
    NAME_GET,
    NAME_GETATTR,
    NAME_INIT,
    NAME_NEW,
    NATIVE_BINDS,
    NATIVE_NUMBER,
    PROGRAM_AT,
    PROPERTY_DELETE,
    PROPERTY_GET,
    PROPERTY_SET,
    RETURN_CALL_METHOD,
    RETURN_DISCARD,
    RETURN_VALUE,
    SHAPE_COUNT,
    SHAPE_INLINE,
    SHAPE_IS_DICT,
    STATE_ARGUMENT_0,
    STATE_ARGUMENT_COUNT,
    STATE_BASE,
    STATE_CALLEE,
    STATE_CONSTANT_TYPES,
    STATE_PC,
    STATE_RESULT_AT,
    STATE_RESULT_KIND,
    STATE_SCRATCH_0,
    SUPER_CLASS,
    SUPER_SELF,
    SUPER_TYPE,
    TYPE_INDEX_BASE_EXCEPTION,
    TYPE_INDEX_OBJECT,
    TYPE_INDEX_STOP_ITERATION,
    WRAPPED_FUNCTION,
)
from ringfence.opcodes import Op

FOUND_VALUE: Final = 0  # the attribute
FOUND_FUNCTION: Final = 1  # FUNCTION or NATIVE, to be bound to the receiver
FOUND_PROPERTY: Final = 2  # getter, a FUNCTION, called with the receiver
FOUND_DESCRIPTOR: Final = 3  # __get__, a FUNCTION, called with descriptor, receiver, class
FOUND_MEMBER: Final = 4  # tagged number of a native, called with the receiver
FOUND_GETATTR: Final = 5  # __getattr__, a FUNCTION, called with object and name
FOUND_NOTHING: Final = 6
FOUND_SLOW: Final = 7

NOWHERE: Final = STATE_SCRATCH_0 * 8  # for results that are dropped
FOUND_AT: Final = STATE_SCRATCH_0 + 4  # scratch words of attribute_find
RECEIVER_AT: Final = STATE_SCRATCH_0 + 5
CLASS_AT: Final = STATE_SCRATCH_0 + 6
DESCRIPTOR_AT: Final = STATE_SCRATCH_0 + 7
MEMBER_ARGUMENTS: Final = (STATE_ARGUMENT_0 + 6) * 8  # where natives of members find theirs


# ---------------------------------------------------------------- finding
@kernel("i8(i8, i8, i8, i8)", inline=True)
def found_answer(m, found, value, receiver):
    set_word(m, 0, FOUND_AT, value)
    set_word(m, 0, RECEIVER_AT, receiver)
    return found


@kernel("i8(i8, i8, i8, i8)")
def attribute_bind(m, value, receiver, class_):
    """What a value that lies in a class becomes when read through an instance or a class.

    receiver: UNBOUND when read through the class. Answers FOUND_*.
    """
    kind = kind_of(m, value)
    if kind == KIND_FUNCTION:
        if receiver == UNBOUND:
            return found_answer(m, FOUND_VALUE, value, UNBOUND)
        return found_answer(m, FOUND_FUNCTION, value, receiver)
    if kind == KIND_NATIVE:
        binds = field(m, value, NATIVE_BINDS) >> 1
        if binds == 2:
            return found_answer(m, FOUND_FUNCTION, value, class_)
        if binds == 1 and receiver != UNBOUND:
            return found_answer(m, FOUND_FUNCTION, value, receiver)
        return found_answer(m, FOUND_VALUE, value, UNBOUND)
    if kind == KIND_CLASSMETHOD:
        inner = field(m, value, WRAPPED_FUNCTION)
        inner_kind = kind_of(m, inner)
        if inner_kind == KIND_FUNCTION or inner_kind == KIND_NATIVE:
            return found_answer(m, FOUND_FUNCTION, inner, class_)
        return FOUND_SLOW
    if kind == KIND_STATICMETHOD:
        return found_answer(m, FOUND_VALUE, field(m, value, WRAPPED_FUNCTION), UNBOUND)
    if kind == KIND_PROPERTY and receiver != UNBOUND:
        getter = field(m, value, PROPERTY_GET)
        if kind_of(m, getter) == KIND_FUNCTION:
            return found_answer(m, FOUND_PROPERTY, getter, receiver)
        if kind_of(m, getter) == KIND_NATIVE and field(m, getter, NATIVE_NUMBER) >= 0:
            return found_answer(m, FOUND_MEMBER, field(m, getter, NATIVE_NUMBER), receiver)
        return FOUND_SLOW
    if kind == KIND_MEMBER and receiver != UNBOUND:
        number = field(m, value, MEMBER_NUMBER)
        if number >= 0:
            return found_answer(m, FOUND_MEMBER, number, receiver)
        if kind_of(m, receiver) != KIND_INSTANCE:
            return FOUND_NOTHING
        inner = load(m, fixed_slot_at(m, receiver, field(m, value, MEMBER_SLOT) >> 1))
        if inner == UNBOUND:
            return FOUND_NOTHING
        return found_answer(m, FOUND_VALUE, inner, UNBOUND)
    if kind == KIND_SUPER and receiver != UNBOUND:
        return FOUND_SLOW
    if kind == KIND_INSTANCE:
        getter = class_find(m, class_of(m, value), known_name(m, NAME_GET))
        if getter == UNBOUND:
            return found_answer(m, FOUND_VALUE, value, UNBOUND)
        if kind_of(m, getter) != KIND_FUNCTION:
            return FOUND_SLOW
        set_word(m, 0, DESCRIPTOR_AT, value)
        set_word(m, 0, CLASS_AT, class_)
        return found_answer(m, FOUND_DESCRIPTOR, getter, NONE if receiver == UNBOUND else receiver)
    return found_answer(m, FOUND_VALUE, value, UNBOUND)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def remember_found(m, owner, key, found, value, receiver):
    """Cache what reading a class attribute gave, if it is the same for all of this owner."""
    kind = kind_of(m, value)
    if found == FOUND_FUNCTION and word(m, 0, RECEIVER_AT) == receiver:
        function = word(m, 0, FOUND_AT)
        if kind_of(m, function) == KIND_FUNCTION:
            cache_fill(m, owner, key, CACHE_FUNCTION, function)
        else:
            cache_fill(m, owner, key, CACHE_NATIVE, function)
    elif found == FOUND_PROPERTY:
        cache_fill(m, owner, key, CACHE_PROPERTY, value)
    elif found == FOUND_VALUE and kind != KIND_MEMBER and kind != KIND_INSTANCE:
        cache_fill(m, owner, key, CACHE_CLASS_VALUE, word(m, 0, FOUND_AT))
    return found


@kernel("i8(i8, i8, i8, i8)")
def found_in_cache(m, entry, obj, name):
    """Answer from an entry of the attribute cache; FOUND_SLOW: it does not say."""
    cached = word(m, entry, 2) >> 1
    value = word(m, entry, 3)
    if cached == CACHE_FUNCTION or cached == CACHE_NATIVE:
        return found_answer(m, FOUND_FUNCTION, value, obj)
    if cached == CACHE_CLASS_VALUE:
        return found_answer(m, FOUND_VALUE, value, UNBOUND)
    if cached == CACHE_PROPERTY:
        return found_answer(m, FOUND_PROPERTY, field(m, value, PROPERTY_GET), obj)
    if cached == CACHE_OVERFLOW:
        items = field(m, obj, INSTANCE_OVERFLOW) - 1 + ARRAY_ITEMS * 8
        return found_answer(m, FOUND_VALUE, load(m, items + value * 4), UNBOUND)
    if cached == CACHE_SLOT or cached == CACHE_MEMBER:
        value = load(m, obj - 1 + value * 4)
        if value != UNBOUND:
            return found_answer(m, FOUND_VALUE, value, UNBOUND)
    return FOUND_SLOW


@kernel("i8(i8, i8, i8)")
def own_attribute(m, obj, name):
    """What an object itself holds under a name (not its class), or UNBOUND. Not for classes."""
    kind = kind_of(m, obj)
    if kind == KIND_INSTANCE:
        return instance_get(m, obj, name)
    if kind == KIND_MODULE:
        return dict_get_str(m, field(m, obj, MODULE_DICT), name)
    if kind == KIND_FUNCTION and field(m, obj, FUNCTION_ATTRIBUTES) != NONE:
        return dict_get_str(m, field(m, obj, FUNCTION_ATTRIBUTES), name)
    return UNBOUND


@kernel("i8(i8, i8, i8, i8)")
def remember_own(m, obj, shape, name):
    """Cache where an instance holds an attribute."""
    if field(m, shape, SHAPE_IS_DICT) == TRUE:
        return 0
    slot = shape_slot(m, shape, name)
    n_inline = field(m, shape, SHAPE_INLINE) >> 1
    if slot < n_inline:
        cache_fill(m, shape, name, CACHE_SLOT, (first_slot(m, obj) + slot) << 1)
    else:
        cache_fill(m, shape, name, CACHE_OVERFLOW, (slot - n_inline) << 1)
    return 0


@kernel("i8(i8, i8, i8, i8)")
def found_missing(m, obj, class_, name):
    """Nobody has the attribute: is there a ``__getattr__``?"""
    if class_bits(m, class_) & CLASS_FLAG_GETATTR == 0:
        return FOUND_NOTHING
    getter = class_find(m, class_, known_name(m, NAME_GETATTR))
    if kind_of(m, getter) == KIND_FUNCTION:
        return found_answer(m, FOUND_GETATTR, getter, obj)
    return FOUND_SLOW


@kernel("i8(i8, i8, i8)")
def find_of_class(m, obj, name):
    """``attribute_find`` for a CLASS: its metaclass's data descriptors, its MRO, its metaclass."""
    entry = cache_probe(m, obj, name + ITSELF_KEY)
    if entry != 0:
        return found_in_cache(m, entry, obj, name)
    meta = field(m, obj, CLASS_META)
    if class_bits(m, meta) & CLASS_FLAG_GETATTRIBUTE:
        return FOUND_SLOW
    by_meta = class_find(m, meta, name)
    found = FOUND_NOTHING
    if by_meta != UNBOUND and is_data_descriptor(m, by_meta):
        found = attribute_bind(m, by_meta, obj, meta)
    else:
        value = class_find(m, obj, name)
        if value != UNBOUND:
            found = attribute_bind(m, value, UNBOUND, obj)
            return remember_found(m, obj, name + ITSELF_KEY, found, value, obj)
        if by_meta != UNBOUND:
            found = attribute_bind(m, by_meta, obj, meta)
            return remember_found(m, obj, name + ITSELF_KEY, found, by_meta, obj)
    if class_bits(m, meta) & CLASS_FLAG_GETATTR:
        if found == FOUND_NOTHING:
            return found_missing(m, obj, meta, name)
        if found != FOUND_VALUE and found != FOUND_FUNCTION:
            return FOUND_SLOW
    return found


@kernel("i8(i8, i8, i8)")
def find_of_super(m, obj, name):
    """``attribute_find`` for a SUPER object: the classes behind its class in the MRO."""
    if string_equal(m, name, known_name(m, NAME_CLASS)):
        return FOUND_NOTHING
    start = field(m, obj, SUPER_TYPE)
    receiver = field(m, obj, SUPER_SELF)
    if start == NONE or receiver == NONE:
        return FOUND_NOTHING
    value = class_find_after(m, start, field(m, obj, SUPER_CLASS), name)
    if value == UNBOUND:
        return FOUND_NOTHING
    return attribute_bind(m, value, UNBOUND if receiver == start else receiver, start)


@kernel("i8(i8, i8, i8)")
def attribute_find(m, obj, name):
    """Find an attribute. Answers FOUND_*; FOUND_AT, RECEIVER_AT ... hold what that one needs."""
    kind = kind_of(m, obj)
    while kind == KIND_METHOD:  # what a bound method lacks its function may have
        found = find_plain(m, obj, kind, name)
        if found != FOUND_NOTHING:
            return found
        obj = field(m, obj, METHOD_FUNCTION)
        kind = kind_of(m, obj)
    if kind == KIND_CLASS:
        return find_of_class(m, obj, name)
    if kind == KIND_SUPER:
        found = find_of_super(m, obj, name)
        if found != FOUND_NOTHING:
            return found
    return find_plain(m, obj, kind, name)


@kernel("i8(i8, i8, i8, i8)")
def find_plain(m, obj, kind, name):
    """``attribute_find`` for what is neither a class nor a super object."""
    class_ = class_of(m, obj)
    owner = class_
    if kind == KIND_INSTANCE:
        owner = field(m, obj, INSTANCE_SHAPE)
    entry = cache_probe(m, owner, name)
    if entry != 0:
        found = found_in_cache(m, entry, obj, name)
        if found != FOUND_SLOW:
            return found
    bits = class_bits(m, class_)
    if bits & CLASS_FLAG_GETATTRIBUTE:
        return FOUND_SLOW
    found = find_generic(m, obj, name, owner)
    if bits & CLASS_FLAG_GETATTR:
        if found == FOUND_NOTHING:
            return found_missing(m, obj, class_, name)
        if found == FOUND_PROPERTY or found == FOUND_MEMBER or found == FOUND_DESCRIPTOR:
            return FOUND_SLOW  # an AttributeError in the getter asks __getattr__
    return found


@kernel("i8(i8, i8, i8, i8)")
def find_generic(m, obj, name, owner):
    """``object.__getattribute__``. owner: what answers are cached for; 0: they are not."""
    kind = kind_of(m, obj)
    class_ = class_of(m, obj)
    bits = class_bits(m, class_)
    value = class_find(m, class_, name)
    if value != UNBOUND and is_data_descriptor(m, value):
        found = attribute_bind(m, value, obj, class_)
        if found == FOUND_VALUE and kind_of(m, value) == KIND_INSTANCE:
            return FOUND_SLOW  # it can only be set: the object's own value goes first
        if kind_of(m, value) == KIND_MEMBER and field(m, value, MEMBER_NUMBER) < 0:
            if found == FOUND_VALUE and kind == KIND_INSTANCE:
                at = first_slot(m, obj) + (field(m, value, MEMBER_SLOT) >> 1)
                cache_fill(m, owner, name, CACHE_MEMBER, at << 1)
        if found == FOUND_PROPERTY and bits & CLASS_FLAG_GETATTR == 0:
            remember_found(m, owner, name, found, value, obj)
        return found
    own = own_attribute(m, obj, name)
    if own != UNBOUND:
        if kind == KIND_INSTANCE and owner != 0:
            remember_own(m, obj, owner, name)
        return found_answer(m, FOUND_VALUE, own, UNBOUND)
    if value == UNBOUND:
        return FOUND_NOTHING
    found = attribute_bind(m, value, obj, class_)
    if kind == KIND_FUNCTION or kind == KIND_MODULE:
        return found
    if kind == KIND_INSTANCE:
        if field(m, field(m, obj, INSTANCE_SHAPE), SHAPE_IS_DICT) == TRUE:
            return found
    return remember_found(m, owner, name, found, value, obj)


# ---------------------------------------------------------------- reading
@kernel("i8(i8, i8, i8, i8, i8)")
def ask_function(m, function, n, result_kind, dst):
    """Ask for a call of a FUNCTION with the n arguments that stand in STATE_ARGUMENT_*."""
    set_word(m, 0, STATE_CALLEE, function)
    set_word(m, 0, STATE_ARGUMENT_COUNT, n)
    set_word(m, 0, STATE_RESULT_KIND, result_kind)
    set_word(m, 0, STATE_RESULT_AT, dst)
    return CALL


@kernel("i8(i8, i8, i8)")
def bind_method(m, function, receiver):
    """The bound method of a FUNCTION or NATIVE."""
    if kind_of(m, function) == KIND_FUNCTION:
        return new_method(m, function, receiver)
    return new_bound_native(m, function, receiver)


@kernel("i8(i8, i8, i8, i8)")
def member_get(m, number, obj, dst):
    """Call the native of a member for an object."""
    store(m, MEMBER_ARGUMENTS, obj)
    return call_native(number >> 1, m, MEMBER_ARGUMENTS, 1, dst)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def finish_find(m, found, obj, name, result_kind, dst):
    """Turn what ``attribute_find`` answered into the attribute at dst, or into a call."""
    value = word(m, 0, FOUND_AT)
    receiver = word(m, 0, RECEIVER_AT)
    if found == FOUND_VALUE:
        store(m, dst, value)
        return NEXT
    if found == FOUND_FUNCTION:
        store(m, dst, bind_method(m, value, receiver))
        return NEXT
    if found == FOUND_MEMBER:
        status = member_get(m, value, receiver, dst)
        if status != DECLINE:
            return status
        found = FOUND_SLOW
    if found == FOUND_NOTHING:
        while kind_of(m, obj) == KIND_METHOD:  # its function was asked last
            obj = field(m, obj, METHOD_FUNCTION)
        return fail(m, Failure.NO_ATTRIBUTE, obj, name)
    if found == FOUND_SLOW:
        return call_helper2(m, Helper.GET_ATTRIBUTE, result_kind, dst, obj, name)
    set_word(m, 0, STATE_ARGUMENT_0, receiver)
    if found == FOUND_PROPERTY:
        return ask_function(m, value, 1, result_kind, dst)
    if found == FOUND_GETATTR:
        set_word(m, 0, STATE_ARGUMENT_0 + 1, name)
        return ask_function(m, value, 2, result_kind, dst)
    set_word(m, 0, STATE_ARGUMENT_0, word(m, 0, DESCRIPTOR_AT))
    set_word(m, 0, STATE_ARGUMENT_0 + 1, receiver)
    set_word(m, 0, STATE_ARGUMENT_0 + 2, word(m, 0, CLASS_AT))
    return ask_function(m, value, 3, result_kind, dst)


@kernel("i8(i8, i8, i8, i8)")
def get_attribute(m, obj, name, dst):
    """Store an attribute at dst; a status."""
    return finish_find(m, attribute_find(m, obj, name), obj, name, RETURN_VALUE, dst)


@opcode(Op.GET_ATTR)
def get_attr(m, base, insn):
    obj = get_b(m, base, insn)
    return get_attribute(m, obj, constant(m, base, number_c(insn)), at_a(base, insn))


@kernel("i8(i8, i8, i8)")
def method_lookup(m, receiver, name):
    """Find what ``receiver.name(...)`` calls.

    1: STATE_CALLEE is a FUNCTION or NATIVE, called with the receiver as first argument.
    0: STATE_CALLEE is any callable, called without the receiver.
    Else a status: FAIL, or CALL with on-return kind RETURN_CALL_METHOD: the result, stored at
    R[A] of the running instruction, is what is to be called without the receiver.
    """
    found = attribute_find(m, receiver, name)
    if found == FOUND_FUNCTION:
        function = word(m, 0, FOUND_AT)
        if word(m, 0, RECEIVER_AT) == receiver:
            set_word(m, 0, STATE_CALLEE, function)
            return 1
        set_word(m, 0, STATE_CALLEE, bind_method(m, function, word(m, 0, RECEIVER_AT)))
        return 0
    if found == FOUND_VALUE:
        set_word(m, 0, STATE_CALLEE, word(m, 0, FOUND_AT))
        return 0
    if found == FOUND_MEMBER:
        number = word(m, 0, FOUND_AT)
        status = member_get(m, number, word(m, 0, RECEIVER_AT), STATE_CALLEE * 8)
        if status != DECLINE:
            return 0 if status == NEXT else status
        found = FOUND_SLOW
    window = at_a(word(m, 0, STATE_BASE), load(m, word(m, 0, STATE_PC) - 8))
    return finish_find(m, found, receiver, name, RETURN_CALL_METHOD, window)


@opcode(Op.GET_SPECIAL)
def get_special(m, base, insn):
    """A special method of a with statement, looked up on the class only and bound."""
    obj = get_b(m, base, insn)
    name = constant(m, base, number_c(insn))
    dst = at_a(base, insn)
    class_ = class_of(m, obj)
    value = class_find(m, class_, name)
    found = FOUND_SLOW
    if value != UNBOUND:
        found = attribute_bind(m, value, obj, class_)
    if found == FOUND_SLOW:
        return call_helper2(m, Helper.GET_SPECIAL, RETURN_VALUE, dst, obj, name)
    return finish_find(m, found, obj, name, RETURN_VALUE, dst)


# ---------------------------------------------------------------- setting
@kernel("i8(i8, i8, i8, i8)")
def remember_store(m, obj, name, before):
    """Cache how an attribute of an instance of shape `before` was just set."""
    after = field(m, obj, INSTANCE_SHAPE)
    if field(m, before, SHAPE_IS_DICT) == TRUE or field(m, after, SHAPE_IS_DICT) == TRUE:
        return 0
    n_inline = field(m, after, SHAPE_INLINE) >> 1
    slot = shape_slot(m, after, name)
    if after == before:
        if slot < n_inline:
            cache_fill(m, before, name + STORE_KEY, CACHE_SLOT, (first_slot(m, obj) + slot) << 1)
        else:
            cache_fill(m, before, name + STORE_KEY, CACHE_OVERFLOW, (slot - n_inline) << 1)
    elif slot < n_inline:
        cache_fill(m, before, name + STORE_KEY, CACHE_ADD, after)
    return 0


@kernel("i8(i8, i8, i8)")
def may_have_attribute(m, class_, name):
    """Whether instances of a class may have an attribute of their own of that name."""
    if field(m, class_, CLASS_SLOTS) == NONE or class_bits(m, class_) & CLASS_FLAG_EXCEPTION:
        return 1
    mro = field(m, class_, CLASS_MRO)
    for k in range(tuple_length(m, mro)):
        slots = field(m, tuple_item(m, mro, k), CLASS_SLOTS)
        if kind_of(m, slots) == KIND_TUPLE:
            for i in range(tuple_length(m, slots)):
                if string_equal(m, tuple_item(m, slots, i), name):
                    return 1
    return 0


@kernel("i8(i8, i8, i8, i8)")
def set_own_attribute(m, obj, name, value):
    """Set what an object itself holds: ``object.__setattr__`` without descriptors. A status."""
    kind = kind_of(m, obj)
    if kind == KIND_INSTANCE:
        class_ = class_of(m, obj)
        if may_have_attribute(m, class_, name) == 0:
            return fail(m, Failure.CANNOT_SET_ATTRIBUTE, obj, name)
        return instance_set(m, obj, name, value)
    if kind == KIND_MODULE:
        attributes = field(m, obj, MODULE_DICT)
    elif kind == KIND_FUNCTION and obj > PROGRAM_AT:
        attributes = field(m, obj, FUNCTION_ATTRIBUTES)
        if attributes == NONE:
            attributes = dict_new(m, 1)
            set_field(m, obj, FUNCTION_ATTRIBUTES, attributes)
    else:
        return fail(m, Failure.CANNOT_SET_ATTRIBUTE, obj, name)
    if attributes < PROGRAM_AT:
        return fail(m, Failure.CANNOT_SET_ATTRIBUTE, obj, name)
    wanted = (field(m, attributes, DICT_USED) >> 1) * 96 + 4096
    if has_room(m, wanted) == 0:
        return need_room(m, wanted)
    return dict_set_item(m, attributes, name, value)


@kernel("i8(i8, i8, i8, i8, i8)")
def member_set(m, number, obj, name, value):
    """Let the native of a member set it; DECLINE: it cannot be set.

    Only members with two underscores, and those of exceptions, can be.
    """
    if is_dunder(m, name) == 0 and class_bits(m, class_of(m, obj)) & CLASS_FLAG_EXCEPTION == 0:
        return DECLINE
    store(m, MEMBER_ARGUMENTS, obj)
    store(m, MEMBER_ARGUMENTS + 8, value)
    return call_native(number >> 1, m, MEMBER_ARGUMENTS, 2, NOWHERE)


@kernel("i8(i8, i8, i8, i8, i8)")
def set_by_descriptor(m, descriptor, obj, name, value):
    """Set an attribute for which the class has a data descriptor. A status."""
    kind = kind_of(m, descriptor)
    if kind == KIND_PROPERTY:
        setter = field(m, descriptor, PROPERTY_SET)
        if kind_of(m, setter) == KIND_FUNCTION:
            set_word(m, 0, STATE_ARGUMENT_0, obj)
            set_word(m, 0, STATE_ARGUMENT_0 + 1, value)
            return ask_function(m, setter, 2, RETURN_DISCARD, NOWHERE)
    if kind == KIND_MEMBER:
        number = field(m, descriptor, MEMBER_NUMBER)
        if number >= 0:
            status = member_set(m, number, obj, name, value)
            if status == DECLINE:
                return fail3(m, Failure.READ_ONLY_ATTRIBUTE, obj, name, value)
            return status
        if kind_of(m, obj) == KIND_INSTANCE:
            store(m, fixed_slot_at(m, obj, field(m, descriptor, MEMBER_SLOT) >> 1), value)
            return NEXT
    return call_helper3(m, Helper.SET_ATTRIBUTE, RETURN_DISCARD, NOWHERE, obj, name, value)


@kernel("i8(i8, i8, i8, i8)")
def set_attribute(m, obj, name, value):
    """``setattr``: a status."""
    if class_bits(m, class_of(m, obj)) & CLASS_FLAG_SETATTR:
        return call_helper3(m, Helper.SET_ATTRIBUTE, RETURN_DISCARD, NOWHERE, obj, name, value)
    return set_generic(m, obj, name, value)


@kernel("i8(i8, i8, i8, i8)")
def set_generic(m, obj, name, value):
    """``object.__setattr__`` and ``type.__setattr__``: a status."""
    class_ = class_of(m, obj)
    cached_owner = 0 if class_bits(m, class_) & CLASS_FLAG_SETATTR else 1
    kind = kind_of(m, obj)
    if kind != KIND_INSTANCE:
        descriptor = class_find(m, class_, name)
        if descriptor != UNBOUND and is_data_descriptor(m, descriptor):
            return set_by_descriptor(m, descriptor, obj, name, value)
        if kind == KIND_CLASS:
            return class_set(m, obj, name, value)
        return set_own_attribute(m, obj, name, value)
    if obj < PROGRAM_AT:
        return fail(m, Failure.CANNOT_SET_ATTRIBUTE, obj, name)
    shape = field(m, obj, INSTANCE_SHAPE)
    entry = cache_probe(m, shape, name + STORE_KEY)
    if entry != 0:
        cached = word(m, entry, 2) >> 1
        where = word(m, entry, 3)
        if cached == CACHE_SLOT:
            store(m, obj - 1 + where * 4, value)
            return NEXT
        if cached == CACHE_OVERFLOW:
            store(m, field(m, obj, INSTANCE_OVERFLOW) - 1 + ARRAY_ITEMS * 8 + where * 4, value)
            return NEXT
        if cached == CACHE_ADD:
            return add_attribute(m, obj, where, value)
    descriptor = class_find(m, class_, name)
    if descriptor != UNBOUND and is_data_descriptor(m, descriptor):
        if kind_of(m, descriptor) == KIND_MEMBER and field(m, descriptor, MEMBER_NUMBER) < 0:
            at = first_slot(m, obj) + (field(m, descriptor, MEMBER_SLOT) >> 1)
            cache_fill(m, shape * cached_owner, name + STORE_KEY, CACHE_SLOT, at << 1)
        return set_by_descriptor(m, descriptor, obj, name, value)
    status = set_own_attribute(m, obj, name, value)
    if status == NEXT and cached_owner == 1:
        remember_store(m, obj, name, shape)
    return status


@kernel("i8(i8, i8, i8, i8)", inline=True)
def add_attribute(m, obj, shape, value):
    """Give an instance the next shape, whose last slot lies in the instance."""
    slot = (field(m, shape, SHAPE_COUNT) >> 1) - 1
    set_field(m, obj, INSTANCE_SHAPE, shape)
    store(m, obj - 1 + (first_slot(m, obj) + slot) * 8, value)
    return NEXT


@opcode(Op.SET_ATTR)
def set_attr(m, base, insn):
    name = constant(m, base, number_c(insn))
    return set_attribute(m, get_a(m, base, insn), name, get_b(m, base, insn))


# ---------------------------------------------------------------- deleting
@kernel("i8(i8, i8, i8)")
def delete_own_attribute(m, obj, name):
    """Delete what an object itself holds; 0 if it holds nothing of that name."""
    kind = kind_of(m, obj)
    if kind == KIND_INSTANCE:
        return instance_delete(m, obj, name)
    if kind == KIND_MODULE and field(m, obj, MODULE_DICT) > PROGRAM_AT:
        return dict_delete_str(m, field(m, obj, MODULE_DICT), name)
    if kind == KIND_FUNCTION and field(m, obj, FUNCTION_ATTRIBUTES) > PROGRAM_AT:
        return dict_delete_str(m, field(m, obj, FUNCTION_ATTRIBUTES), name)
    return 0


@kernel("i8(i8, i8, i8)")
def delete_attribute(m, obj, name):
    """``delattr``: a status."""
    if class_bits(m, class_of(m, obj)) & CLASS_FLAG_SETATTR:
        return call_helper2(m, Helper.DELETE_ATTRIBUTE, RETURN_DISCARD, NOWHERE, obj, name)
    return delete_generic(m, obj, name)


@kernel("i8(i8, i8, i8)")
def delete_generic(m, obj, name):
    """``object.__delattr__`` and ``type.__delattr__``: a status."""
    class_ = class_of(m, obj)
    descriptor = class_find(m, class_, name)
    if descriptor != UNBOUND and is_data_descriptor(m, descriptor):
        kind = kind_of(m, descriptor)
        if kind == KIND_PROPERTY:
            deleter = field(m, descriptor, PROPERTY_DELETE)
            if kind_of(m, deleter) == KIND_FUNCTION:
                set_word(m, 0, STATE_ARGUMENT_0, obj)
                return ask_function(m, deleter, 1, RETURN_DISCARD, NOWHERE)
        is_slot = kind == KIND_MEMBER and field(m, descriptor, MEMBER_NUMBER) < 0
        if is_slot and obj > PROGRAM_AT:
            at = fixed_slot_at(m, obj, field(m, descriptor, MEMBER_SLOT) >> 1)
            if load(m, at) != UNBOUND:
                store(m, at, UNBOUND)
                return NEXT
        return call_helper2(m, Helper.DELETE_ATTRIBUTE, RETURN_DISCARD, NOWHERE, obj, name)
    if kind_of(m, obj) == KIND_CLASS:
        status = class_delete(m, obj, name)
        if status == DECLINE:
            return fail(m, Failure.CANNOT_DELETE_ATTRIBUTE, obj, name)
        return status
    if delete_own_attribute(m, obj, name) == 0:
        return fail(m, Failure.CANNOT_DELETE_ATTRIBUTE, obj, name)
    return NEXT


@opcode(Op.DELETE_ATTR)
def delete_attr(m, base, insn):
    name = constant(m, base, number_c(insn))
    return delete_attribute(m, get_a(m, base, insn), name)


# ---------------------------------------------------------------- calling classes
@kernel("i8(i8, i8)")
def make_call_plan(m, class_):
    bits = class_bits(m, class_)
    if bits & (CLASS_FLAG_NEW | CLASS_FLAG_META_CALL | CLASS_FLAG_ABSTRACT):
        return 0
    types = word(m, 0, STATE_CONSTANT_TYPES)
    plain = tuple_item(m, types, TYPE_INDEX_OBJECT)
    new = class_find(m, class_, known_name(m, NAME_NEW))
    init = class_find(m, class_, known_name(m, NAME_INIT))
    if init == class_find(m, plain, known_name(m, NAME_INIT)):
        init = UNBOUND
    if new == class_find(m, plain, known_name(m, NAME_NEW)):
        if init != UNBOUND and kind_of(m, init) != KIND_FUNCTION:
            return 0
        set_word(m, 0, STATE_CALLEE, init)
        return 1
    if kind_of(m, new) == KIND_STATICMETHOD:
        new = field(m, new, WRAPPED_FUNCTION)
    if kind_of(m, new) != KIND_NATIVE:
        return 0
    if bits & CLASS_FLAG_EXCEPTION:
        root = tuple_item(m, types, TYPE_INDEX_BASE_EXCEPTION)
        if init != class_find(m, root, known_name(m, NAME_INIT)):
            if class_ != tuple_item(m, types, TYPE_INDEX_STOP_ITERATION):
                if kind_of(m, init) != KIND_FUNCTION:
                    return 0
                set_word(m, 0, STATE_CALLEE, init)
                return 3
    elif flags(m, class_) & FLAG_IMMUTABLE == 0:
        return 0  # a subclass of a builtin: its payload is the prelude's business
    set_word(m, 0, STATE_CALLEE, new)
    return 2


@kernel("i8(i8, i8)")
def class_call_plan(m, class_):
    """How a class is called.

    0: by helper CALL_CLASS. 1: ``instance_new``, then the FUNCTION in STATE_CALLEE as
    ``__init__``; UNBOUND: there is none (with arguments that is an error: by the helper).
    2: by the native in STATE_CALLEE, called with the class before the arguments.
    3: ``exception_make`` with the arguments, then the FUNCTION in STATE_CALLEE as ``__init__``.
    """
    entry = cache_probe(m, class_, CALL_KEY)
    if entry != 0:
        set_word(m, 0, STATE_CALLEE, word(m, entry, 3))
        return word(m, entry, 2) >> 1
    plan = make_call_plan(m, class_)
    callee = UNBOUND
    if plan != 0:
        callee = word(m, 0, STATE_CALLEE)
    cache_fill(m, class_, CALL_KEY, plan, callee)
    set_word(m, 0, STATE_CALLEE, callee)
    return plan
