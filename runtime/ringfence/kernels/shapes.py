"""Instances and their hidden classes: where the attributes of an object lie.

An instance's SHAPE says which attribute lies in which slot; shapes form a tree for each class,
from the class's root shape (CLASS_SHAPE) along the order in which attributes were first set.

* The first ``SHAPE_COUNT`` slots of the root are *fixed*: exceptions' five attributes and members
  of ``__slots__``. They have no names here (descriptors on the class know them), hold UNBOUND
  while unset, and are not part of ``__dict__``.
* Slots below ``SHAPE_INLINE`` lie in the instance, the others in its overflow array. An instance
  that overflows gives its class a new root with room for more, for instances made later.
* In *dict mode* (SHAPE_IS_DICT) the attributes live in the DICT at INSTANCE_OVERFLOW, which is
  what ``__dict__`` answers. An instance goes there when its ``__dict__`` is asked for, when an
  attribute other than the last is deleted, and at the 64th attribute. It never comes back.
* Shapes in the boot image cannot be written: their transitions stand in the list STATE_SHAPES.

Order of attributes is order of insertion in both modes.
"""

from typing import Final

from ringfence.failures import Failure
from ringfence.kernels.dicts import dict_delete, dict_get_str, dict_new, dict_set_item
from ringfence.kernels.hashing import str_hash
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import field, load, move_bytes, set_field, set_word, store, word
from ringfence.kernels.objects import (
    allocate,
    fail,
    flags,
    has_room,
    list_item,
    list_length,
    need_room,
    new_list,
    new_tuple,
    set_flags,
    set_list_item,
    set_tuple_item,
    size_words,
    tuple_item,
)
from ringfence.kernels.status import NEXT
from ringfence.kernels.strings import string_equal
from ringfence.kernels.tags import FALSE, NONE, TRUE, UNBOUND
from ringfence.layout import (
    ARRAY_ITEMS,
    CLASS_DICT_SHAPE,
    CLASS_FLAG_EXCEPTION,
    CLASS_FLAGS,
    CLASS_SHAPE,
    DICT_USED,
    EXCEPTION_SUPPRESS,
    EXCEPTION_TRACEBACK,
    FLAG_WRAPS,
    INSTANCE_OVERFLOW,
    INSTANCE_PAYLOAD,
    INSTANCE_SHAPE,
    INSTANCE_SLOTS,
    KIND_ARRAY,
    KIND_INSTANCE,
    KIND_SHAPE,
    LIST_LENGTH,
    PROGRAM_AT,
    SHAPE_CLASS,
    SHAPE_COUNT,
    SHAPE_INLINE,
    SHAPE_IS_DICT,
    SHAPE_NAME,
    SHAPE_PARENT,
    SHAPE_TRANSITIONS,
    SHAPE_WORDS,
    STATE_EMPTY_TUPLE,
    STATE_SHAPES,
)

FIRST_INLINE: Final = 4  # named slots of the first instances of a class
MOST_ATTRIBUTES: Final = 64  # beyond, a dict is as good
MOST_BOOT_TRANSITIONS: Final = 256


# ---------------------------------------------------------------- shapes
@kernel("i8(i8, i8, i8, i8)")
def new_root_shape(m, class_, n_fixed, n_inline):
    """A root shape of a class: n_fixed nameless slots, n_inline slots in the instance."""
    w = allocate(m, KIND_SHAPE, SHAPE_WORDS)
    set_field(m, w, SHAPE_CLASS, class_)
    set_field(m, w, SHAPE_PARENT, NONE)
    set_field(m, w, SHAPE_NAME, NONE)
    set_field(m, w, SHAPE_COUNT, n_fixed << 1)
    set_field(m, w, SHAPE_TRANSITIONS, NONE)
    set_field(m, w, SHAPE_INLINE, n_inline << 1)
    set_field(m, w, SHAPE_IS_DICT, FALSE)
    return w


@kernel("i8(i8, i8)")
def n_fixed_slots(m, class_):
    """Fixed slots of the instances of a class; 0 for a class whose values are no instances."""
    shape = field(m, class_, CLASS_SHAPE)
    if shape == NONE:
        return 0
    return field(m, shape, SHAPE_COUNT) >> 1


@kernel("i8(i8, i8)")
def dict_shape(m, class_):
    """The shape of instances of a class that are in dict mode."""
    shape = field(m, class_, CLASS_DICT_SHAPE)
    if shape != NONE:
        return shape
    shape = new_root_shape(m, class_, n_fixed_slots(m, class_), 0)
    set_field(m, shape, SHAPE_IS_DICT, TRUE)
    if class_ > PROGRAM_AT:
        set_field(m, class_, CLASS_DICT_SHAPE, shape)
    return shape


@kernel("i8(i8, i8, i8)")
def shape_slot(m, shape, name):
    """Number of the slot of a named attribute, -1 if the shape has none. Not for dict mode."""
    n_fixed = field(m, field(m, field(m, shape, SHAPE_CLASS), CLASS_SHAPE), SHAPE_COUNT)
    count = field(m, shape, SHAPE_COUNT)
    while count > n_fixed:
        if string_equal(m, field(m, shape, SHAPE_NAME), name):
            return (count >> 1) - 1
        shape = field(m, shape, SHAPE_PARENT)
        count = field(m, shape, SHAPE_COUNT)
    return -1


@kernel("i8(i8, i8, i8)")
def new_next_shape(m, parent, name):
    w = allocate(m, KIND_SHAPE, SHAPE_WORDS)
    set_field(m, w, SHAPE_CLASS, field(m, parent, SHAPE_CLASS))
    set_field(m, w, SHAPE_PARENT, parent)
    set_field(m, w, SHAPE_NAME, name)
    set_field(m, w, SHAPE_COUNT, field(m, parent, SHAPE_COUNT) + 2)
    set_field(m, w, SHAPE_TRANSITIONS, NONE)
    set_field(m, w, SHAPE_INLINE, field(m, parent, SHAPE_INLINE))
    set_field(m, w, SHAPE_IS_DICT, FALSE)
    return w


@kernel("i8(i8, i8, i8)")
def next_of_boot_shape(m, shape, name):
    """The same as ``shape_next`` for a shape that cannot be written."""
    known = word(m, 0, STATE_SHAPES)
    if known == NONE or known < PROGRAM_AT:
        known = new_list(m, MOST_BOOT_TRANSITIONS * 3)
        set_word(m, 0, STATE_SHAPES, known)
    n = list_length(m, known)
    for k in range(0, n, 3):
        if list_item(m, known, k) == shape and string_equal(m, list_item(m, known, k + 1), name):
            return list_item(m, known, k + 2)
    if n >= MOST_BOOT_TRANSITIONS * 3:
        return 0
    made = new_next_shape(m, shape, name)
    set_list_item(m, known, n, shape)
    set_list_item(m, known, n + 1, name)
    set_list_item(m, known, n + 2, made)
    set_field(m, known, LIST_LENGTH, (n + 3) << 1)
    return made


@kernel("i8(i8, i8, i8)")
def shape_next(m, shape, name):
    """The shape with one more attribute, made if need be; 0: the instance must go to dict mode."""
    if field(m, shape, SHAPE_COUNT) >= MOST_ATTRIBUTES << 1:
        return 0
    after = field(m, shape, SHAPE_TRANSITIONS)
    if after != NONE:
        if field(m, after, 0) & 255 == KIND_SHAPE:
            if string_equal(m, field(m, after, SHAPE_NAME), name):
                return after
        else:
            found = dict_get_str(m, after, name)
            if found != UNBOUND:
                return found
    if shape < PROGRAM_AT:
        return next_of_boot_shape(m, shape, name)
    made = new_next_shape(m, shape, name)
    if after == NONE:
        set_field(m, shape, SHAPE_TRANSITIONS, made)
        return made
    if field(m, after, 0) & 255 == KIND_SHAPE:
        several = dict_new(m, 2)
        dict_set_item(m, several, field(m, after, SHAPE_NAME), after)
        set_field(m, shape, SHAPE_TRANSITIONS, several)
        after = several
    dict_set_item(m, after, name, made)
    return made


# ---------------------------------------------------------------- instances
@kernel("i8(i8, i8, i8)")
def fill_fixed_slots(m, w, class_):
    """Set the fixed slots of a new instance to what they are before anything was stored."""
    n_fixed = n_fixed_slots(m, class_)
    first = w - 1 + (INSTANCE_SLOTS + (flags(m, w) & FLAG_WRAPS)) * 8
    for k in range(n_fixed):
        store(m, first + k * 8, UNBOUND)
    if (field(m, class_, CLASS_FLAGS) >> 1) & CLASS_FLAG_EXCEPTION:
        set_field(m, w, INSTANCE_SLOTS, word(m, 0, STATE_EMPTY_TUPLE))
        for k in range(INSTANCE_SLOTS + 1, EXCEPTION_TRACEBACK + 1):
            store(m, w - 1 + k * 8, NONE)
        set_field(m, w, EXCEPTION_SUPPRESS, FALSE)
    return 0


@kernel("i8(i8, i8)")
def instance_new(m, class_):
    """An instance of a class, without attributes. At most 640 bytes."""
    shape = field(m, class_, CLASS_SHAPE)
    w = allocate(m, KIND_INSTANCE, INSTANCE_SLOTS + (field(m, shape, SHAPE_INLINE) >> 1))
    set_field(m, w, INSTANCE_SHAPE, shape)
    set_field(m, w, INSTANCE_OVERFLOW, NONE)
    if field(m, shape, SHAPE_COUNT) != 0:
        fill_fixed_slots(m, w, class_)
    return w


@kernel("i8(i8, i8, i8)")
def instance_new_wrapped(m, class_, payload):
    """An instance of a subclass of a builtin, around a value of that builtin."""
    shape = field(m, class_, CLASS_SHAPE)
    w = allocate(m, KIND_INSTANCE, INSTANCE_SLOTS + 1 + (field(m, shape, SHAPE_INLINE) >> 1))
    set_flags(m, w, FLAG_WRAPS)
    set_field(m, w, INSTANCE_SHAPE, shape)
    set_field(m, w, INSTANCE_OVERFLOW, NONE)
    set_field(m, w, INSTANCE_PAYLOAD, payload)
    if field(m, shape, SHAPE_COUNT) != 0:
        fill_fixed_slots(m, w, class_)
    return w


@kernel("i8(i8, i8)", inline=True)
def first_slot(m, w):
    """Word number of slot 0 of an instance."""
    return INSTANCE_SLOTS + (flags(m, w) & FLAG_WRAPS)


@kernel("i8(i8, i8, i8)")
def slot_at(m, w, slot):
    """Offset of the word of a slot that the instance has."""
    n_inline = field(m, field(m, w, INSTANCE_SHAPE), SHAPE_INLINE) >> 1
    if slot < n_inline:
        return w - 1 + (first_slot(m, w) + slot) * 8
    return field(m, w, INSTANCE_OVERFLOW) - 1 + (ARRAY_ITEMS + slot - n_inline) * 8


@kernel("i8(i8, i8, i8)")
def fixed_slot_at(m, w, slot):
    """Offset of the word of a fixed slot: always in the instance, in every mode."""
    return w - 1 + (first_slot(m, w) + slot) * 8


@kernel("i8(i8, i8, i8)")
def instance_get(m, w, name):
    """An instance's own attribute, or UNBOUND."""
    shape = field(m, w, INSTANCE_SHAPE)
    if field(m, shape, SHAPE_IS_DICT) == TRUE:
        return dict_get_str(m, field(m, w, INSTANCE_OVERFLOW), name)
    slot = shape_slot(m, shape, name)
    if slot < 0:
        return UNBOUND
    return load(m, slot_at(m, w, slot))


@kernel("i8(i8, i8, i8)")
def make_slot_space(m, w, slot):
    """Make the overflow array large enough for a new slot that does not fit in the instance."""
    shape = field(m, w, INSTANCE_SHAPE)
    n_inline = field(m, shape, SHAPE_INLINE) >> 1
    old = field(m, w, INSTANCE_OVERFLOW)
    capacity = 0
    if old != NONE:
        capacity = size_words(m, old) - ARRAY_ITEMS
    if slot - n_inline < capacity:
        return 0
    wider = allocate(m, KIND_ARRAY, ARRAY_ITEMS + max(4, capacity * 2))
    if old != NONE:
        move_bytes(m, wider - 1 + ARRAY_ITEMS * 8, old - 1 + ARRAY_ITEMS * 8, capacity * 8)
    set_field(m, w, INSTANCE_OVERFLOW, wider)
    class_ = field(m, shape, SHAPE_CLASS)
    root = field(m, class_, CLASS_SHAPE)
    if class_ > PROGRAM_AT and field(m, root, SHAPE_INLINE) <= slot << 1:
        n_fixed = field(m, root, SHAPE_COUNT) >> 1
        n_wanted = min(max(slot + 1, n_inline * 2), n_fixed + MOST_ATTRIBUTES)
        set_field(m, class_, CLASS_SHAPE, new_root_shape(m, class_, n_fixed, n_wanted))
    return 0


@kernel("i8(i8, i8, i8, i8)")
def instance_set(m, w, name, value):
    """Set an instance's own attribute, whatever its class says. Answers a status."""
    if w < PROGRAM_AT:
        return fail(m, Failure.CANNOT_SET_ATTRIBUTE, w, name)
    shape = field(m, w, INSTANCE_SHAPE)
    if field(m, shape, SHAPE_IS_DICT) == FALSE:
        slot = shape_slot(m, shape, name)
        if slot >= 0:
            store(m, slot_at(m, w, slot), value)
            return NEXT
        after = shape_next(m, shape, name)
        if after != 0:
            slot = field(m, shape, SHAPE_COUNT) >> 1
            if slot >= field(m, shape, SHAPE_INLINE) >> 1:
                make_slot_space(m, w, slot)
            set_field(m, w, INSTANCE_SHAPE, after)
            store(m, slot_at(m, w, slot), value)
            return NEXT
    attributes = instance_dict(m, w)
    wanted = (field(m, attributes, DICT_USED) >> 1) * 96 + 4096
    if has_room(m, wanted) == 0:
        return need_room(m, wanted)
    return dict_set_item(m, attributes, name, value)


@kernel("i8(i8, i8, i8)")
def dict_delete_str(m, d, name):
    """Delete a string key of a DICT; 0 if it is not there (or the dict cannot be written)."""
    if d < PROGRAM_AT:
        return 0
    return 1 if dict_delete(m, d, name, str_hash(m, name)) == 1 else 0


@kernel("i8(i8, i8, i8)")
def instance_delete(m, w, name):
    """Delete an instance's own attribute; 0 if it has none of that name."""
    if w < PROGRAM_AT:
        return 0
    shape = field(m, w, INSTANCE_SHAPE)
    if field(m, shape, SHAPE_IS_DICT) == FALSE:
        slot = shape_slot(m, shape, name)
        if slot < 0:
            return 0
        if slot == (field(m, shape, SHAPE_COUNT) >> 1) - 1:
            store(m, slot_at(m, w, slot), 0)
            set_field(m, w, INSTANCE_SHAPE, field(m, shape, SHAPE_PARENT))
            return 1
    return dict_delete_str(m, instance_dict(m, w), name)


@kernel("i8(i8, i8)")
def instance_names(m, w):
    """A new tuple of the names of an instance's attributes in order. Not for dict mode."""
    shape = field(m, w, INSTANCE_SHAPE)
    n_fixed = n_fixed_slots(m, field(m, shape, SHAPE_CLASS))
    count = field(m, shape, SHAPE_COUNT) >> 1
    names = new_tuple(m, count - n_fixed)
    while count > n_fixed:
        count -= 1
        set_tuple_item(m, names, count - n_fixed, field(m, shape, SHAPE_NAME))
        shape = field(m, shape, SHAPE_PARENT)
    return names


@kernel("i8(i8, i8)")
def instance_dict(m, w):
    """The DICT of an instance's attributes; puts the instance into dict mode.

    An instance in the boot image stays as it is: its dict is a copy.
    """
    shape = field(m, w, INSTANCE_SHAPE)
    if field(m, shape, SHAPE_IS_DICT) == TRUE:
        return field(m, w, INSTANCE_OVERFLOW)
    class_ = field(m, shape, SHAPE_CLASS)
    n_fixed = n_fixed_slots(m, class_)
    count = field(m, shape, SHAPE_COUNT) >> 1
    attributes = dict_new(m, count - n_fixed)
    names = instance_names(m, w)
    for k in range(n_fixed, count):
        name = tuple_item(m, names, k - n_fixed)
        at = slot_at(m, w, k)
        dict_set_item(m, attributes, name, load(m, at))
        if w > PROGRAM_AT:
            store(m, at, 0)
    if w < PROGRAM_AT:
        return attributes
    set_field(m, w, INSTANCE_OVERFLOW, attributes)
    set_field(m, w, INSTANCE_SHAPE, dict_shape(m, class_))
    return attributes


@kernel("i8(i8, i8, i8)")
def instance_set_dict(m, w, attributes):
    """Make a DICT the ``__dict__`` of an instance; not of one in the boot image."""
    if w < PROGRAM_AT:
        return 0
    instance_dict(m, w)
    set_field(m, w, INSTANCE_OVERFLOW, attributes)
    return 0


@kernel("i8(i8, i8, i8)")
def instance_set_class(m, w, class_):
    """Make a live instance one of another class with the same fixed slots (caller checks)."""
    if w < PROGRAM_AT:
        return 0
    instance_dict(m, w)
    set_field(m, w, INSTANCE_SHAPE, dict_shape(m, class_))
    return 0
