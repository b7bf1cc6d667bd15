"""Natives that look at objects and classes, and make descriptors, methods, super objects.

Public builtins (``isinstance``, ``getattr`` ...) do the simple cases here and decline the rest to
their bodies in the prelude. Private ones (without a capital or a dot in what users see) are what
the prelude's own code is built on; they check kinds and nothing else.
"""

from typing import Final

from ringfence.failures import Failure
from ringfence.kernels.attributes import (
    FOUND_AT,
    FOUND_FUNCTION,
    FOUND_MEMBER,
    FOUND_SLOW,
    FOUND_VALUE,
    RECEIVER_AT,
    attribute_bind,
    bind_method,
    delete_attribute,
    delete_generic,
    delete_own_attribute,
    find_generic,
    finish_find,
    get_attribute,
    member_get,
    member_set,
    own_attribute,
    set_attribute,
    set_generic,
    set_own_attribute,
)
from ringfence.kernels.classes import (
    class_bits,
    class_find,
    class_is_immutable,
    is_subclass,
    known_name,
)
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.members import new_proxy
from ringfence.kernels.memory import field, load, set_field, store, word
from ringfence.kernels.objects import (
    allocate,
    class_of,
    flags,
    kind_of,
    new_bound_native,
    new_method,
    new_tuple,
    set_tuple_item,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.shapes import (
    fixed_slot_at,
    instance_dict,
    instance_names,
    instance_new,
)
from ringfence.kernels.status import CALL, DECLINE, FAIL, NEXT
from ringfence.kernels.strings import string_equal
from ringfence.kernels.tags import FALSE, NONE, NOT_IMPLEMENTED, TRUE, UNBOUND, bool_value
from ringfence.layout import (
    CELL_VALUE,
    CLASS_FLAG_ABSTRACT,
    CLASS_FLAG_EXCEPTION,
    CLASS_META,
    CLASS_PAYLOAD_KIND,
    CLASS_SHAPE,
    CODE_FREE,
    CODE_N_POSITIONAL,
    FLAG_WRAPS,
    FRAME_CODE,
    FRAME_FUNCTION,
    FUNCTION_CLOSURE,
    INSTANCE_PAYLOAD,
    INSTANCE_SHAPE,
    KIND_BOUND_NATIVE,
    KIND_CELL,
    KIND_CLASS,
    KIND_CLASSMETHOD,
    KIND_FUNCTION,
    KIND_HOST_FUNCTION,
    KIND_INSTANCE,
    KIND_MEMBER,
    KIND_METHOD,
    KIND_NATIVE,
    KIND_PROPERTY,
    KIND_STATICMETHOD,
    KIND_STR,
    KIND_SUPER,
    KIND_TUPLE,
    KIND_UNION,
    MEMBER_CLASS,
    MEMBER_NAME,
    MEMBER_NUMBER,
    MEMBER_SLOT,
    MEMBER_WORDS,
    NAME_CALL,
    NAME_CLASS,
    NAME_INSTANCECHECK,
    NAME_SUBCLASSCHECK,
    NATIVE_NAME,
    NATIVE_NUMBER,
    PROGRAM_AT,
    PROPERTY_DELETE,
    PROPERTY_DOC,
    PROPERTY_GET,
    PROPERTY_NAME,
    PROPERTY_SET,
    PROPERTY_WORDS,
    RETURN_VALUE,
    SHAPE_IS_DICT,
    STATE_BASE,
    STATE_CONSTANT_TYPES,
    STATE_FAILURE,
    STATE_TYPES_AT,
    SUPER_CLASS,
    SUPER_SELF,
    SUPER_TYPE,
    SUPER_WORDS,
    TYPE_INDEX_OBJECT,
    TYPE_INDEX_TYPE,
    UNION_ARGS,
    UNION_WORDS,
    WRAPPED_FUNCTION,
    WRAPPED_WORDS,
)
from ringfence.opcodes import Op

NO_ATTRIBUTE: Final = int(Failure.NO_ATTRIBUTE)
FIRST_BINARY: Final = int(Op.ADD)
FIRST_UNARY: Final = int(Op.NEGATIVE)
FIRST_COMPARISON: Final = int(Op.LT)
UNSURE: Final = 2  # the answer needs Python


# ---------------------------------------------------------------- attributes by computed name
@native("getattr")
def builtin_getattr(m, args, n, dst):
    if n < 2 or n > 3 or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    default = UNBOUND
    if n == 3:
        default = word(m, args, 2)
    status = get_attribute(m, load(m, args), word(m, args, 1), dst)
    if n == 3:
        if status == FAIL and word(m, 0, STATE_FAILURE) == NO_ATTRIBUTE:
            store(m, dst, default)
            return NEXT
        if status == CALL:
            return DECLINE  # an AttributeError in there means the default
    return status


@native("hasattr")
def builtin_hasattr(m, args, n, dst):
    if n != 2 or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    obj = load(m, args)
    name = word(m, args, 1)
    status = get_attribute(m, obj, name, dst)
    if status == NEXT:
        store(m, dst, TRUE)
        return NEXT
    if status == FAIL and word(m, 0, STATE_FAILURE) == NO_ATTRIBUTE:
        store(m, dst, FALSE)
        return NEXT
    if status == CALL:
        return DECLINE
    return status


@native("setattr")
def builtin_setattr(m, args, n, dst):
    if n != 3 or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    obj = load(m, args)
    name = word(m, args, 1)
    value = word(m, args, 2)
    status = set_attribute(m, obj, name, value)
    if status == CALL:
        return DECLINE  # the result must be None, whatever the setter returns
    store(m, dst, NONE)
    return status


@native("delattr")
def builtin_delattr(m, args, n, dst):
    if n != 2 or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    status = delete_attribute(m, load(m, args), word(m, args, 1))
    if status == CALL:
        return DECLINE
    store(m, dst, NONE)
    return status


@native("object.__getattribute__")
def object_getattribute(m, args, n, dst):
    """``(object, name)``: the generic look-up, without ``__getattr__``."""
    obj = load(m, args)
    name = word(m, args, 1)
    kind = kind_of(m, obj)
    if n != 2 or kind_of(m, name) != KIND_STR or kind == KIND_CLASS or kind == KIND_SUPER:
        return DECLINE
    if kind == KIND_METHOD:
        return get_attribute(m, obj, name, dst)
    found = find_generic(m, obj, name, 0)
    if found == FOUND_SLOW:
        return DECLINE
    return finish_find(m, found, obj, name, RETURN_VALUE, dst)


@native("object.__setattr__", "type.__setattr__")
def object_setattr(m, args, n, dst):
    if n != 3 or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    obj = load(m, args)
    name = word(m, args, 1)
    value = word(m, args, 2)
    status = set_generic(m, obj, name, value)
    if status == CALL:
        return DECLINE
    store(m, dst, NONE)
    return status


@native("object.__delattr__", "type.__delattr__")
def object_delattr(m, args, n, dst):
    if n != 2 or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    status = delete_generic(m, load(m, args), word(m, args, 1))
    if status == CALL:
        return DECLINE
    store(m, dst, NONE)
    return status


@native("special")
def special(m, args, n, dst):
    """``(object, name)``: a special method looked up on the class and bound, or None."""
    if n != 2 or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    obj = load(m, args)
    class_ = class_of(m, obj)
    value = class_find(m, class_, word(m, args, 1))
    if value == UNBOUND:
        store(m, dst, NONE)
        return NEXT
    return finish_bind(m, attribute_bind(m, value, obj, class_), dst)


@native("own_attribute")
def own_attribute_native(m, args, n, dst):
    """``(object, name, default)``: what the object itself holds; not for classes."""
    if n != 3 or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    found = own_attribute(m, load(m, args), word(m, args, 1))
    store(m, dst, word(m, args, 2) if found == UNBOUND else found)
    return NEXT


@native("own_attribute_set")
def own_attribute_set(m, args, n, dst):
    """``(object, name, value)``: the end of ``object.__setattr__``, after the descriptors."""
    if n != 3 or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    status = set_own_attribute(m, load(m, args), word(m, args, 1), word(m, args, 2))
    store(m, dst, NONE)
    return status


@native("own_attribute_delete")
def own_attribute_delete(m, args, n, dst):
    """``(object, name)`` -> whether the object held it; it does no longer."""
    if n != 2 or kind_of(m, word(m, args, 1)) != KIND_STR:
        return DECLINE
    store(m, dst, bool_value(delete_own_attribute(m, load(m, args), word(m, args, 1))))
    return NEXT


@native("own_names")
def own_names(m, args, n, dst):
    """``(instance)`` -> names of its attributes in order: a tuple, or its DICT in dict mode."""
    obj = load(m, args)
    if n != 1 or kind_of(m, obj) != KIND_INSTANCE:
        return DECLINE
    if field(m, field(m, obj, INSTANCE_SHAPE), SHAPE_IS_DICT) == TRUE:
        store(m, dst, instance_dict(m, obj))
    else:
        store(m, dst, instance_names(m, obj))
    return NEXT


@native("bind")
def bind_native(m, args, n, dst):
    """``(value, object, class)``: a value of a class read through an instance of it.

    Declines where user code must run: properties, descriptors of user classes.
    """
    if n != 3:
        return DECLINE
    found = attribute_bind(m, load(m, args), word(m, args, 1), word(m, args, 2))
    return finish_bind(m, found, dst)


@native(
    "function.__get__", "classmethod.__get__", "staticmethod.__get__", "method_descriptor.__get__",
    "member_descriptor.__get__",
)
def descriptor_get(m, args, n, dst):
    """``(descriptor, object or None, class)``."""
    if n < 2 or n > 3:
        return DECLINE
    obj = word(m, args, 1)
    class_ = class_of(m, obj)
    if n == 3 and word(m, args, 2) != NONE:
        class_ = word(m, args, 2)
    if obj == NONE and n == 3 and class_ != class_of(m, NONE):
        obj = UNBOUND
    value = load(m, args)
    if kind_of(m, value) == KIND_MEMBER and obj != UNBOUND:
        owner = field(m, value, MEMBER_CLASS)
        if owner != NONE and is_subclass(m, class_of(m, obj), owner) == 0:
            return DECLINE
    return finish_bind(m, attribute_bind(m, value, obj, class_), dst)


@native("member_set")
def member_set_native(m, args, n, dst):
    """``(member, object, value)`` -> whether it could be set."""
    value = load(m, args)
    if n != 3 or kind_of(m, value) != KIND_MEMBER:
        return DECLINE
    owner = field(m, value, MEMBER_CLASS)
    obj = word(m, args, 1)
    if owner != NONE and is_subclass(m, class_of(m, obj), owner) == 0:
        return DECLINE
    number = field(m, value, MEMBER_NUMBER)
    status = NEXT
    if number >= 0:
        status = member_set(m, number, obj, field(m, value, MEMBER_NAME), word(m, args, 2))
        if status != NEXT and status != DECLINE:
            return status
    elif kind_of(m, obj) == KIND_INSTANCE and obj > PROGRAM_AT:
        store(m, fixed_slot_at(m, obj, field(m, value, MEMBER_SLOT) >> 1), word(m, args, 2))
    else:
        status = DECLINE
    store(m, dst, bool_value(1 if status == NEXT else 0))
    return NEXT


@native("member_clear")
def member_clear(m, args, n, dst):
    """``(member, instance)`` -> whether the fixed slot held something; it does no longer."""
    value = load(m, args)
    obj = word(m, args, 1)
    if n != 2 or kind_of(m, value) != KIND_MEMBER or kind_of(m, obj) != KIND_INSTANCE:
        return DECLINE
    owner = field(m, value, MEMBER_CLASS)
    if field(m, value, MEMBER_NUMBER) >= 0 or is_subclass(m, class_of(m, obj), owner) == 0:
        return DECLINE
    if obj < PROGRAM_AT:
        return DECLINE
    at = fixed_slot_at(m, obj, field(m, value, MEMBER_SLOT) >> 1)
    store(m, dst, FALSE if load(m, at) == UNBOUND else TRUE)
    store(m, at, UNBOUND)
    return NEXT


@native("cell_get")
def cell_get(m, args, n, dst):
    """``(cell, default)``: what a cell holds."""
    if n != 2 or kind_of(m, load(m, args)) != KIND_CELL:
        return DECLINE
    value = field(m, load(m, args), CELL_VALUE)
    store(m, dst, word(m, args, 1) if value == UNBOUND else value)
    return NEXT


@native("cell_set")
def cell_set(m, args, n, dst):
    """``(cell, value)``"""
    if n != 2 or kind_of(m, load(m, args)) != KIND_CELL:
        return DECLINE
    set_field(m, load(m, args), CELL_VALUE, word(m, args, 1))
    store(m, dst, NONE)
    return NEXT


@native("bind_class")
def bind_class(m, args, n, dst):
    """``(value, class)``: the same, read through the class itself."""
    if n != 2:
        return DECLINE
    found = attribute_bind(m, load(m, args), UNBOUND, word(m, args, 1))
    return finish_bind(m, found, dst)


@kernel("i8(i8, i8, i8)")
def finish_bind(m, found, dst):
    value = word(m, 0, FOUND_AT)
    receiver = word(m, 0, RECEIVER_AT)
    if found == FOUND_VALUE:
        store(m, dst, value)
        return NEXT
    if found == FOUND_FUNCTION:
        store(m, dst, bind_method(m, value, receiver))
        return NEXT
    if found == FOUND_MEMBER:
        return member_get(m, value, receiver, dst)
    return DECLINE


# ---------------------------------------------------------------- classes of objects
@native("class_of")
def class_of_native(m, args, n, dst):
    if n != 1:
        return DECLINE
    store(m, dst, class_of(m, load(m, args)))
    return NEXT


@native("type.__new__")
def type_new(m, args, n, dst):
    """``type(object)``; the form that makes a class is the prelude's."""
    types = word(m, 0, STATE_CONSTANT_TYPES)
    if n != 2 or load(m, args) != tuple_item(m, types, TYPE_INDEX_TYPE):
        return DECLINE
    store(m, dst, class_of(m, word(m, args, 1)))
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def plain_check(m, class_, other, number):
    """Is ``class_`` a subclass of ``other``, whose metaclass asks nobody; else UNSURE.

    number: NAME_INSTANCECHECK or NAME_SUBCLASSCHECK.
    """
    if kind_of(m, other) != KIND_CLASS:
        return UNSURE
    meta = field(m, other, CLASS_META)
    plain = tuple_item(m, word(m, 0, STATE_CONSTANT_TYPES), TYPE_INDEX_TYPE)
    if meta != plain:
        name = known_name(m, number)
        if class_find(m, meta, name) != class_find(m, plain, name):
            return UNSURE
    return is_subclass(m, class_, other)


@kernel("i8(i8, i8, i8, i8)")
def check_any(m, class_, others, number):
    """``plain_check`` against a class, or any of a tuple or union of them."""
    kind = kind_of(m, others)
    if kind == KIND_UNION:
        others = field(m, others, UNION_ARGS)
    elif kind != KIND_TUPLE:
        return plain_check(m, class_, others, number)
    for k in range(tuple_length(m, others)):
        other = tuple_item(m, others, k)
        if kind == KIND_UNION and other == NONE:
            other = class_of(m, NONE)
        answer = plain_check(m, class_, other, number)
        if answer != 0:
            return answer
    return 0


@kernel("i8(i8, i8, i8)")
def is_instance(m, obj, classes):
    """``isinstance`` where no user code has a say: 1 or 0, else UNSURE."""
    class_ = class_of(m, obj)
    if class_ == classes:
        return 1
    answer = check_any(m, class_, classes, NAME_INSTANCECHECK)
    if answer == 0 and kind_of(m, obj) == KIND_INSTANCE:
        plain = tuple_item(m, word(m, 0, STATE_CONSTANT_TYPES), TYPE_INDEX_OBJECT)
        name = known_name(m, NAME_CLASS)
        if class_find(m, class_, name) != class_find(m, plain, name):
            return UNSURE  # its __class__ may say something else
    return answer


@native("isinstance")
def builtin_isinstance(m, args, n, dst):
    if n != 2:
        return DECLINE
    answer = is_instance(m, load(m, args), word(m, args, 1))
    if answer == UNSURE:
        return DECLINE
    store(m, dst, bool_value(answer))
    return NEXT


@native("issubclass")
def builtin_issubclass(m, args, n, dst):
    if n != 2 or kind_of(m, load(m, args)) != KIND_CLASS:
        return DECLINE
    answer = check_any(m, load(m, args), word(m, args, 1), NAME_SUBCLASSCHECK)
    if answer == UNSURE:
        return DECLINE
    store(m, dst, bool_value(answer))
    return NEXT


@native("is_subclass_plain")
def is_subclass_plain(m, args, n, dst):
    """``(class, class)`` -> whether the second is in the MRO of the first."""
    if n != 2 or kind_of(m, load(m, args)) != KIND_CLASS:
        return DECLINE
    store(m, dst, bool_value(is_subclass(m, load(m, args), word(m, args, 1))))
    return NEXT


@native("callable")
def builtin_callable(m, args, n, dst):
    if n != 1:
        return DECLINE
    obj = load(m, args)
    kind = kind_of(m, obj)
    answer = 0
    if kind == KIND_FUNCTION or kind == KIND_METHOD or kind == KIND_CLASS:
        answer = 1
    elif kind == KIND_NATIVE or kind == KIND_BOUND_NATIVE or kind == KIND_HOST_FUNCTION:
        answer = 1
    elif class_find(m, class_of(m, obj), known_name(m, NAME_CALL)) != UNBOUND:
        answer = 1
    store(m, dst, bool_value(answer))
    return NEXT


# ---------------------------------------------------------------- making instances
@kernel("i8(i8, i8)")
def makes_plain_instances(m, class_):
    """Whether ``object.__new__`` may make instances of a class."""
    if kind_of(m, class_) != KIND_CLASS or field(m, class_, CLASS_SHAPE) == NONE:
        return 0
    if field(m, class_, CLASS_PAYLOAD_KIND) != 0:
        return 0
    if class_bits(m, class_) & (CLASS_FLAG_ABSTRACT | CLASS_FLAG_EXCEPTION):
        return 0
    types = word(m, 0, STATE_TYPES_AT)
    if class_ == tuple_item(m, word(m, 0, STATE_CONSTANT_TYPES), TYPE_INDEX_OBJECT):
        return 1
    if class_is_immutable(m, class_):
        for k in range(tuple_length(m, types)):
            if tuple_item(m, types, k) == class_:
                return 0
    return 1


@native("object.__new__")
def object_new(m, args, n, dst):
    if n != 1 or makes_plain_instances(m, load(m, args)) == 0:
        return DECLINE
    store(m, dst, instance_new(m, load(m, args)))
    return NEXT


@native("object.__eq__")
def object_eq(m, args, n, dst):
    if n != 2:
        return DECLINE
    store(m, dst, TRUE if load(m, args) == word(m, args, 1) else NOT_IMPLEMENTED)
    return NEXT


@native("type.__call__", "type.__getattribute__")
def left_to_prelude(m, args, n, dst):
    """Natives only in that user classes that inherit them have nothing of their own."""
    return DECLINE


@native("object.__init__")
def object_init(m, args, n, dst):
    if n != 1:
        return DECLINE
    store(m, dst, NONE)
    return NEXT


@native("instance_new")
def instance_new_native(m, args, n, dst):
    """``(class)`` -> a new instance without attributes, or None if that cannot be."""
    if n != 1:
        return DECLINE
    made = NONE
    if makes_plain_instances(m, load(m, args)):
        made = instance_new(m, load(m, args))
    store(m, dst, made)
    return NEXT


@native("payload_set")
def payload_set(m, args, n, dst):
    """``(instance, value)``: replace the builtin value inside."""
    obj = load(m, args)
    if n != 2 or kind_of(m, obj) != KIND_INSTANCE or flags(m, obj) & FLAG_WRAPS == 0:
        return DECLINE
    if obj < PROGRAM_AT:
        return DECLINE
    set_field(m, obj, INSTANCE_PAYLOAD, word(m, args, 1))
    store(m, dst, NONE)
    return NEXT


# ---------------------------------------------------------------- descriptors
@kernel("i8(i8, i8, i8, i8, i8)")
def make_property(m, getter, setter, deleter, text):
    w = allocate(m, KIND_PROPERTY, PROPERTY_WORDS)
    set_field(m, w, PROPERTY_GET, getter)
    set_field(m, w, PROPERTY_SET, setter)
    set_field(m, w, PROPERTY_DELETE, deleter)
    set_field(m, w, PROPERTY_DOC, text)
    set_field(m, w, PROPERTY_NAME, NONE)
    return w


@kernel("i8(i8, i8, i8, i8)")
def argument_or_none(m, args, n, number):
    return word(m, args, number) if number < n else NONE


@native("property.__new__")
def property_new(m, args, n, dst):
    """``(class, fget, fset, fdel, doc)``; subclasses of property are the prelude's."""
    types = word(m, 0, STATE_TYPES_AT)
    if n < 1 or n > 5 or load(m, args) != tuple_item(m, types, KIND_PROPERTY):
        return DECLINE
    getter = argument_or_none(m, args, n, 1)
    setter = argument_or_none(m, args, n, 2)
    deleter = argument_or_none(m, args, n, 3)
    made = make_property(m, getter, setter, deleter, argument_or_none(m, args, n, 4))
    store(m, dst, made)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def property_with(m, args, n, dst, number):
    """A copy of a property with another function."""
    old = load(m, args)
    if n != 2 or kind_of(m, old) != KIND_PROPERTY:
        return DECLINE
    getter = field(m, old, PROPERTY_GET)
    setter = field(m, old, PROPERTY_SET)
    deleter = field(m, old, PROPERTY_DELETE)
    made = make_property(m, getter, setter, deleter, field(m, old, PROPERTY_DOC))
    store(m, made - 1 + number * 8, word(m, args, 1))
    store(m, dst, made)
    return NEXT


@native("property.getter")
def property_getter(m, args, n, dst):
    return property_with(m, args, n, dst, PROPERTY_GET)


@native("property.setter")
def property_setter(m, args, n, dst):
    return property_with(m, args, n, dst, PROPERTY_SET)


@native("property.deleter")
def property_deleter(m, args, n, dst):
    return property_with(m, args, n, dst, PROPERTY_DELETE)


@native("property_part")
def property_part(m, args, n, dst):
    """``(property, number)``: 0 getter, 1 setter, 2 deleter, 3 text, 4 name or None."""
    made = load(m, args)
    number = word(m, args, 1) >> 1
    if n != 2 or kind_of(m, made) != KIND_PROPERTY or number < 0 or number > 4:
        return DECLINE
    store(m, dst, load(m, made - 1 + (PROPERTY_GET + number) * 8))
    return NEXT


@native("property.__set_name__")
def property_set_name(m, args, n, dst):
    made = load(m, args)
    if n != 3 or kind_of(m, made) != KIND_PROPERTY:
        return DECLINE
    set_field(m, made, PROPERTY_NAME, word(m, args, 2))
    store(m, dst, NONE)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def make_wrapper(m, args, n, dst, kind):
    """A CLASSMETHOD or STATICMETHOD around args[1], if args[0] is that very class."""
    if n != 2 or load(m, args) != tuple_item(m, word(m, 0, STATE_TYPES_AT), kind):
        return DECLINE
    w = allocate(m, kind, WRAPPED_WORDS)
    set_field(m, w, WRAPPED_FUNCTION, word(m, args, 1))
    store(m, dst, w)
    return NEXT


@native("classmethod.__new__")
def classmethod_new(m, args, n, dst):
    return make_wrapper(m, args, n, dst, KIND_CLASSMETHOD)


@native("staticmethod.__new__")
def staticmethod_new(m, args, n, dst):
    return make_wrapper(m, args, n, dst, KIND_STATICMETHOD)


@native("make_classmethod")
def make_classmethod(m, args, n, dst):
    """``(callable)`` -> a class method, while ``classmethod`` itself is not yet filled."""
    if n != 1:
        return DECLINE
    w = allocate(m, KIND_CLASSMETHOD, WRAPPED_WORDS)
    set_field(m, w, WRAPPED_FUNCTION, load(m, args))
    store(m, dst, w)
    return NEXT


@native("make_property")
def make_property_native(m, args, n, dst):
    """``(getter)`` -> a property, while ``property`` itself is not yet filled."""
    if n != 1:
        return DECLINE
    store(m, dst, make_property(m, load(m, args), NONE, NONE, NONE))
    return NEXT


@native("member_is_slot")
def member_is_slot(m, args, n, dst):
    """``(member)`` -> whether it is one of ``__slots__``."""
    if n != 1 or kind_of(m, load(m, args)) != KIND_MEMBER:
        return DECLINE
    store(m, dst, bool_value(1 if field(m, load(m, args), MEMBER_NUMBER) < 0 else 0))
    return NEXT


@native("union_new")
def union_new(m, args, n, dst):
    """``(tuple of classes)`` -> the union type of them."""
    if n != 1 or kind_of(m, load(m, args)) != KIND_TUPLE:
        return DECLINE
    w = allocate(m, KIND_UNION, UNION_WORDS)
    set_field(m, w, UNION_ARGS, load(m, args))
    store(m, dst, w)
    return NEXT


@native("union_args")
def union_args(m, args, n, dst):
    """``(union)`` -> its members, a tuple; None for any other object."""
    if n != 1:
        return DECLINE
    members = NONE
    if kind_of(m, load(m, args)) == KIND_UNION:
        members = field(m, load(m, args), UNION_ARGS)
    store(m, dst, members)
    return NEXT


@native("member_new")
def member_new(m, args, n, dst):
    """``(builtin)`` -> the member that asks it. ``(builtin, name, class)``: under that name."""
    function = load(m, args)
    if n < 1 or kind_of(m, function) != KIND_NATIVE:
        return DECLINE
    w = allocate(m, KIND_MEMBER, MEMBER_WORDS)
    set_field(m, w, MEMBER_NAME, field(m, function, NATIVE_NAME))
    set_field(m, w, MEMBER_CLASS, NONE)
    set_field(m, w, MEMBER_NUMBER, field(m, function, NATIVE_NUMBER))
    set_field(m, w, MEMBER_SLOT, -1 << 1)
    if n == 3:
        set_field(m, w, MEMBER_NAME, word(m, args, 1))
        set_field(m, w, MEMBER_CLASS, word(m, args, 2))
    store(m, dst, w)
    return NEXT


@native("mapping_proxy_new")
def mapping_proxy_new(m, args, n, dst):
    """``(mapping)`` -> a read-only view."""
    if n != 1:
        return DECLINE
    store(m, dst, new_proxy(m, load(m, args)))
    return NEXT


@native("method_new")
def method_new(m, args, n, dst):
    """``(callable, self)`` -> a bound method."""
    if n != 2:
        return DECLINE
    if kind_of(m, load(m, args)) == KIND_NATIVE:
        store(m, dst, new_bound_native(m, load(m, args), word(m, args, 1)))
    else:
        store(m, dst, new_method(m, load(m, args), word(m, args, 1)))
    return NEXT


# ---------------------------------------------------------------- super
@kernel("i8(i8, i8, i8)")
def super_type(m, class_, obj):
    """The class whose MRO a super object searches; NONE if the object does not fit."""
    if kind_of(m, obj) == KIND_CLASS and is_subclass(m, obj, class_):
        return obj
    own = class_of(m, obj)
    if is_subclass(m, own, class_):
        return own
    return NONE


@kernel("i8(i8)")
def running_class(m):
    """The class in the ``__class__`` cell of the running function; UNBOUND: it has none."""
    base = word(m, 0, STATE_BASE)
    names = field(m, word(m, base, FRAME_CODE), CODE_FREE)
    name = known_name(m, NAME_CLASS)
    if kind_of(m, names) != KIND_TUPLE:
        return UNBOUND
    for k in range(tuple_length(m, names)):
        if string_equal(m, tuple_item(m, names, k), name):
            closure = field(m, word(m, base, FRAME_FUNCTION), FUNCTION_CLOSURE)
            return field(m, tuple_item(m, closure, k), CELL_VALUE)
    return UNBOUND


@native("super.__new__")
def super_new(m, args, n, dst):
    """``super()`` in a method, ``super(class, object or class)``; the rest is the prelude's."""
    if n < 1 or load(m, args) != tuple_item(m, word(m, 0, STATE_TYPES_AT), KIND_SUPER):
        return DECLINE
    if n == 3:
        class_ = word(m, args, 1)
        obj = word(m, args, 2)
    elif n == 1:
        base = word(m, 0, STATE_BASE)
        if field(m, word(m, base, FRAME_CODE), CODE_N_POSITIONAL) == 0:
            return DECLINE
        class_ = running_class(m)
        obj = load(m, base)
        if kind_of(m, obj) == KIND_CELL:
            obj = field(m, obj, CELL_VALUE)
        if obj == UNBOUND:
            return DECLINE
    else:
        return DECLINE
    if kind_of(m, class_) != KIND_CLASS:
        return DECLINE
    start = super_type(m, class_, obj)
    if start == NONE:
        return DECLINE
    w = allocate(m, KIND_SUPER, SUPER_WORDS)
    set_field(m, w, SUPER_CLASS, class_)
    set_field(m, w, SUPER_SELF, obj)
    set_field(m, w, SUPER_TYPE, start)
    store(m, dst, w)
    return NEXT


@native("super_unbound")
def super_unbound(m, args, n, dst):
    """``(class)`` -> a super object without an object."""
    if n != 1 or kind_of(m, load(m, args)) != KIND_CLASS:
        return DECLINE
    w = allocate(m, KIND_SUPER, SUPER_WORDS)
    set_field(m, w, SUPER_CLASS, load(m, args))
    set_field(m, w, SUPER_SELF, NONE)
    set_field(m, w, SUPER_TYPE, NONE)
    store(m, dst, w)
    return NEXT


# ---------------------------------------------------------------- the instruction set
@native("not_implemented")
def not_implemented(m, args, n, dst):
    """() -> the constant, for the prelude to give it its name."""
    store(m, dst, NOT_IMPLEMENTED)
    return NEXT


@native("first_operators")
def first_operators(m, args, n, dst):
    """() -> the numbers of ADD, NEGATIVE and LT: operators follow in the order of ``Op``."""
    w = new_tuple(m, 3)
    set_tuple_item(m, w, 0, FIRST_BINARY << 1)
    set_tuple_item(m, w, 1, FIRST_UNARY << 1)
    set_tuple_item(m, w, 2, FIRST_COMPARISON << 1)
    store(m, dst, w)
    return NEXT
