"""``x[k]``, ``x[k] = v``, ``del x[k]``: dispatch on the kind of the container.

An index that is no plain integer but may have ``__index__``, and containers of user classes, go
to the prelude helpers; so does the assignment of anything but a list or tuple to a slice.
"""

from ringfence.failures import Failure, Helper
from ringfence.kernels.classes import call_special
from ringfence.kernels.dicts import dict_delete_item, dict_get_item, dict_set_item
from ringfence.kernels.jit import kernel, opcode
from ringfence.kernels.lists import (
    list_assign_slice,
    list_delete_slice,
    list_items_at,
    list_remove_at,
    list_slice,
)
from ringfence.kernels.memory import field, load, load8, set_word, store
from ringfence.kernels.objects import (
    allocate,
    fail,
    has_room,
    kind_of,
    list_length,
    need_room,
    tuple_length,
    unwrap,
)
from ringfence.kernels.ranges import range_get_item
from ringfence.kernels.registers import at_a, get_a, get_b, get_c
from ringfence.kernels.slices import (
    PLAIN_INDEX,
    USER_INDEX,
    index_class,
    index_number,
    slice_object_bounds,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.strings import string_get_item
from ringfence.kernels.tags import NONE
from ringfence.kernels.tuples import tuple_items_at, tuple_slice
from ringfence.layout import (
    BIGINT_DIGITS,
    BIGINT_SIGN,
    BYTEARRAY_DATA,
    BYTEARRAY_LENGTH,
    BYTES_DATA,
    BYTES_LENGTH,
    KIND_ARRAY,
    KIND_BIGINT,
    KIND_BYTEARRAY,
    KIND_BYTES,
    KIND_CLASS,
    KIND_DICT,
    KIND_GENERIC_ALIAS,
    KIND_INSTANCE,
    KIND_LIST,
    KIND_MAPPING_PROXY,
    KIND_MEMORYVIEW,
    KIND_RANGE,
    KIND_SLICE,
    KIND_STR,
    KIND_TUPLE,
    NAME_DELITEM,
    NAME_GETITEM,
    NAME_SETITEM,
    RAW_DATA,
    RETURN_DISCARD,
    RETURN_VALUE,
    SCRATCH_AT,
    STATE_ARGUMENT_0,
    STATE_SCRATCH_0,
)
from ringfence.opcodes import Op

# what was tried, for the message of INDEX_RANGE (tagged)
READ = 0
ASSIGNMENT = 2
DELETION = 4
FOUND_INDEX = STATE_SCRATCH_0 + 4  # where `find_index` leaves the number


@kernel("i8(i8, i8, i8, i8, i8)")
def find_index(m, container, key, length, access):
    """Turn an index into a number from 0 to length - 1, or answer FAIL or DECLINE.

    The number itself, not less than 0, is answered as ``-1 - number``: statuses are positive.
    """
    index = unwrap(m, key)
    order = index_class(m, index)
    if order == USER_INDEX:
        return DECLINE
    if order != PLAIN_INDEX:
        return fail(m, Failure.INDEX_TYPE, container, key)
    if kind_of(m, index) == KIND_BIGINT:
        # two digits of 32 bits, the highest bit clear: it still fits a machine's index
        if field(m, index, BIGINT_SIGN) >> 1 > 2 or field(m, index, BIGINT_DIGITS) < 0:
            return fail(m, Failure.INDEX_OVERFLOW, container, key)
    number = index_number(m, index)
    if number < 0:
        number += length
    if number < 0 or number >= length:
        return fail(m, Failure.INDEX_RANGE, container, access)
    return -1 - number


@kernel("i8(i8, i8, i8, i8)")
def list_get_item(m, target, key, dst):
    """Store at `dst` ``target[key]``; DECLINE if it needs Python."""
    if kind_of(m, key) == KIND_SLICE:
        status = slice_object_bounds(m, key, list_length(m, target))
        if status != NEXT:
            return status
        return list_slice(m, target, dst)
    found = find_index(m, target, key, list_length(m, target), READ)
    if found >= 0:
        return found
    store(m, dst, load(m, list_items_at(m, target) + (-1 - found) * 8))
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def tuple_get_item(m, t, key, dst):
    """Store at `dst` ``t[key]``; DECLINE if it needs Python."""
    if kind_of(m, key) == KIND_SLICE:
        status = slice_object_bounds(m, key, tuple_length(m, t))
        if status != NEXT:
            return status
        return tuple_slice(m, t, dst)
    found = find_index(m, t, key, tuple_length(m, t), READ)
    if found >= 0:
        return found
    store(m, dst, load(m, tuple_items_at(t) + (-1 - found) * 8))
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def bytes_get_index(m, b, key, dst):
    """Store at `dst` the number ``b[key]`` of a BYTES or BYTEARRAY; DECLINE for slices."""
    if kind_of(m, key) == KIND_SLICE:
        return DECLINE
    length = field(m, b, BYTES_LENGTH)
    at = b - 1 + BYTES_DATA * 8
    if kind_of(m, b) == KIND_BYTEARRAY:
        length = field(m, b, BYTEARRAY_LENGTH) >> 1
        at = field(m, b, BYTEARRAY_DATA) - 1 + RAW_DATA * 8
    found = find_index(m, b, key, length, READ)
    if found >= 0:
        return found
    store(m, dst, load8(m, at - 1 - found) << 1)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def get_item(m, container, key, dst):
    """Store at `dst` ``container[key]``: any status of an opcode."""
    k = kind_of(m, container)
    status = DECLINE
    if k == KIND_LIST:
        status = list_get_item(m, container, key, dst)
    elif k == KIND_DICT:
        status = dict_get_item(m, container, key, dst)
    elif k == KIND_TUPLE:
        status = tuple_get_item(m, container, key, dst)
    elif k == KIND_STR:
        status = string_get_item(m, container, key, dst)
    elif k == KIND_RANGE:
        status = range_get_item(m, container, key, dst)
    elif k == KIND_BYTES or k == KIND_BYTEARRAY:
        status = bytes_get_index(m, container, key, dst)
    elif not (k == KIND_INSTANCE or k == KIND_CLASS or k == KIND_MAPPING_PROXY
              or k == KIND_MEMORYVIEW or k == KIND_GENERIC_ALIAS):
        return fail(m, Failure.NOT_SUBSCRIPTABLE, container, NONE)
    if status == DECLINE:
        set_word(m, 0, STATE_ARGUMENT_0, container)
        set_word(m, 0, STATE_ARGUMENT_0 + 1, key)
        return call_special(m, NAME_GETITEM, Helper.GET_ITEM, 2, RETURN_VALUE, dst)
    return status


@kernel("i8(i8, i8, i8)")
def get_item_slow(m, base, insn):
    return get_item(m, get_b(m, base, insn), get_c(m, base, insn), at_a(base, insn))


@opcode(Op.GET_ITEM)
def op_get_item(m, base, insn):
    return get_item_slow(m, base, insn)


@kernel("i8(i8, i8, i8)")
def list_assign_to_slice(m, target, value):
    """Assign a list or tuple to the slice that ``slice_bounds`` has determined."""
    if kind_of(m, value) == KIND_TUPLE:
        return list_assign_slice(m, target, tuple_items_at(value), tuple_length(m, value))
    n = list_length(m, value)
    at = list_items_at(m, value)
    if value == target:
        # the items move while they are read: work on a copy
        if not has_room(m, n * 24 + 128):
            return need_room(m, n * 24 + 128)
        copy = allocate(m, KIND_ARRAY, n + 1)
        for i in range(n):
            store(m, copy + 7 + i * 8, load(m, at + i * 8))
        at = copy + 7
    return list_assign_slice(m, target, at, n)


@kernel("i8(i8, i8, i8, i8)")
def list_set_item(m, target, key, value):
    """``target[key] = value``; DECLINE if it needs Python, or iteration over `value`."""
    if kind_of(m, key) == KIND_SLICE:
        if kind_of(m, value) != KIND_LIST and kind_of(m, value) != KIND_TUPLE:
            return DECLINE
        status = slice_object_bounds(m, key, list_length(m, target))
        if status != NEXT:
            return status
        return list_assign_to_slice(m, target, value)
    found = find_index(m, target, key, list_length(m, target), ASSIGNMENT)
    if found >= 0:
        return found
    store(m, list_items_at(m, target) + (-1 - found) * 8, value)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def set_item(m, container, key, value):
    """``container[key] = value``: any status of an opcode."""
    k = kind_of(m, container)
    status = DECLINE
    if k == KIND_LIST:
        status = list_set_item(m, container, key, value)
    elif k == KIND_DICT:
        status = dict_set_item(m, container, key, value)
    elif not (k == KIND_INSTANCE or k == KIND_CLASS or k == KIND_BYTEARRAY
              or k == KIND_MEMORYVIEW or k == KIND_GENERIC_ALIAS):
        return fail(m, Failure.NO_ITEM_ASSIGNMENT, container, NONE)
    if status == DECLINE:
        set_word(m, 0, STATE_ARGUMENT_0, container)
        set_word(m, 0, STATE_ARGUMENT_0 + 1, key)
        set_word(m, 0, STATE_ARGUMENT_0 + 2, value)
        return call_special(m, NAME_SETITEM, Helper.SET_ITEM, 3, RETURN_DISCARD, SCRATCH_AT)
    return status


@kernel("i8(i8, i8, i8)")
def set_item_slow(m, base, insn):
    return set_item(m, get_a(m, base, insn), get_b(m, base, insn), get_c(m, base, insn))


@opcode(Op.SET_ITEM)
def op_set_item(m, base, insn):
    return set_item_slow(m, base, insn)


@kernel("i8(i8, i8, i8)")
def list_delete_item(m, target, key):
    """``del target[key]``; DECLINE if it needs Python."""
    if kind_of(m, key) == KIND_SLICE:
        status = slice_object_bounds(m, key, list_length(m, target))
        if status != NEXT:
            return status
        return list_delete_slice(m, target)
    found = find_index(m, target, key, list_length(m, target), DELETION)
    if found >= 0:
        return found
    list_remove_at(m, target, -1 - found)
    return NEXT


@opcode(Op.DELETE_ITEM)
def op_delete_item(m, base, insn):
    container = get_a(m, base, insn)
    key = get_b(m, base, insn)
    k = kind_of(m, container)
    status = DECLINE
    if k == KIND_LIST:
        status = list_delete_item(m, container, key)
    elif k == KIND_DICT:
        status = dict_delete_item(m, container, key)
    elif not (k == KIND_INSTANCE or k == KIND_CLASS or k == KIND_BYTEARRAY
              or k == KIND_MEMORYVIEW or k == KIND_GENERIC_ALIAS):
        return fail(m, Failure.NO_ITEM_DELETION, container, key)
    if status == DECLINE:
        set_word(m, 0, STATE_ARGUMENT_0, container)
        set_word(m, 0, STATE_ARGUMENT_0 + 1, key)
        return call_special(m, NAME_DELITEM, Helper.DELETE_ITEM, 2, RETURN_DISCARD, SCRATCH_AT)
    return status
