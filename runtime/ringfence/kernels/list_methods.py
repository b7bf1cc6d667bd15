"""Methods of list. The receiver may be an instance of a subclass: its payload is the list.

Comparisons of items that would run user code are declined before anything has changed: the
prelude does the method over in Python, in a way that bears mutation.
"""

from ringfence.failures import Failure
from ringfence.kernels.comparison import order_plain, order_truth
from ringfence.kernels.equality import EQUAL_FAILED, EQUAL_PYTHON, equal
from ringfence.kernels.iteration import (
    list_extend,
    list_from,
    new_iterator,
)
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.lists import (
    list_append,
    list_clear,
    list_concat,
    list_copy,
    list_insert,
    list_items_at,
    list_remove_at,
    list_repeat,
    list_repeat_in_place,
    words_reverse,
)
from ringfence.kernels.membership import ABSENT, FAILED, NEEDS_PYTHON, words_find
from ringfence.kernels.memory import load, store, word
from ringfence.kernels.objects import (
    charge,
    fail,
    fail3,
    has_time,
    kind_of,
    list_length,
    need_time,
    new_list,
    tuple_item,
    unwrap,
)
from ringfence.kernels.slices import PLAIN_INDEX, index_class, index_number
from ringfence.kernels.status import DECLINE, FAIL, NEXT
from ringfence.kernels.subscripts import list_delete_item, list_get_item, list_set_item
from ringfence.kernels.tags import FALSE, NONE, NOT_IMPLEMENTED, TRUE, bool_value, int_value
from ringfence.layout import (
    ITERATE_LIST,
    ITERATE_LIST_REVERSED,
    KIND_BIGINT,
    KIND_LIST,
    STATE_TYPES_AT,
)
from ringfence.opcodes import Op

POP = 6  # for INDEX_RANGE, tagged
POP_EMPTY = 8
REMOVE = 2  # for ITEM_MISSING, tagged

OP_LT = int(Op.LT)
OP_LE = int(Op.LE)
OP_GT = int(Op.GT)
OP_GE = int(Op.GE)


@kernel("i8(i8, i8)", inline=True)
def list_argument(m, args):
    """The list that a method works on; 0: the receiver is none."""
    target = unwrap(m, load(m, args))
    if kind_of(m, target) == KIND_LIST:
        return target
    return 0


# ---------------------------------------------------------------- making
@native("list.__new__")
def list_new(m, args, n, dst):
    """``list(iterable=())`` of the class itself, not a subclass."""
    if n < 1 or n > 2 or load(m, args) != tuple_item(m, word(m, 0, STATE_TYPES_AT), KIND_LIST):
        return DECLINE
    if n == 1:
        store(m, dst, new_list(m, 0))
        return NEXT
    return list_from(m, load(m, args + 8), dst)


@native("list.__init__")
def list_init(m, args, n, dst):
    """``list.__init__(self, iterable=())``: what was in the list before goes."""
    target = list_argument(m, args)
    if n < 1 or n > 2 or target == 0:
        return DECLINE
    if n == 1:
        list_clear(m, target)
    else:
        if list_length(m, target) != 0:
            return DECLINE
        status = list_extend(m, target, load(m, args + 8))
        if status != NEXT:
            return status
    store(m, dst, NONE)
    return NEXT


@native("list.copy")
def list_copies(m, args, n, dst):
    target = list_argument(m, args)
    if n != 1 or target == 0:
        return DECLINE
    return list_copy(m, target, dst)


# ---------------------------------------------------------------- changing
@native("list.append")
def list_appends(m, args, n, dst):
    target = list_argument(m, args)
    if n != 2 or target == 0:
        return DECLINE
    status = list_append(m, target, load(m, args + 8))
    if status == NEXT:
        store(m, dst, NONE)
    return status


@native("list.extend")
def list_extends(m, args, n, dst):
    target = list_argument(m, args)
    if n != 2 or target == 0:
        return DECLINE
    status = list_extend(m, target, load(m, args + 8))
    if status == NEXT:
        store(m, dst, NONE)
    return status


@native("list.__iadd__")
def list_adds_in_place(m, args, n, dst):
    target = list_argument(m, args)
    if n != 2 or target == 0:
        return DECLINE
    itself = load(m, args)
    status = list_extend(m, target, load(m, args + 8))
    if status == NEXT:
        store(m, dst, itself)
    return status


@native("list.insert")
def list_inserts(m, args, n, dst):
    target = list_argument(m, args)
    if n != 3 or target == 0:
        return DECLINE
    index = unwrap(m, load(m, args + 8))
    if index_class(m, index) != PLAIN_INDEX or kind_of(m, index) == KIND_BIGINT:
        return DECLINE
    at = index_number(m, index)
    length = list_length(m, target)
    if at < 0:
        at += length
        if at < 0:
            at = 0
    if at > length:
        at = length
    status = list_insert(m, target, at, load(m, args + 16))
    if status == NEXT:
        store(m, dst, NONE)
    return status


@native("list.pop")
def list_pops(m, args, n, dst):
    target = list_argument(m, args)
    if n < 1 or n > 2 or target == 0:
        return DECLINE
    length = list_length(m, target)
    at = length - 1
    if n == 2:
        index = unwrap(m, load(m, args + 8))
        if index_class(m, index) != PLAIN_INDEX or kind_of(m, index) == KIND_BIGINT:
            return DECLINE
        at = index_number(m, index)
        if at < 0:
            at += length
    if length == 0:
        return fail(m, Failure.INDEX_RANGE, target, POP_EMPTY)
    if at < 0 or at >= length:
        return fail(m, Failure.INDEX_RANGE, target, POP)
    store(m, dst, list_remove_at(m, target, at))
    return NEXT


@native("list.remove")
def list_removes(m, args, n, dst):
    target = list_argument(m, args)
    if n != 2 or target == 0:
        return DECLINE
    w = load(m, args + 8)
    found = words_find(m, list_items_at(m, target), 0, list_length(m, target), w)
    if found == NEEDS_PYTHON:
        return DECLINE
    if found == FAILED:
        return FAIL
    if found == ABSENT:
        return fail3(m, Failure.ITEM_MISSING, target, w, REMOVE)
    list_remove_at(m, target, found)
    store(m, dst, NONE)
    return NEXT


@native("list.clear")
def list_clears(m, args, n, dst):
    target = list_argument(m, args)
    if n != 1 or target == 0:
        return DECLINE
    list_clear(m, target)
    store(m, dst, NONE)
    return NEXT


@native("list.reverse")
def list_reverses(m, args, n, dst):
    target = list_argument(m, args)
    if n != 1 or target == 0:
        return DECLINE
    words_reverse(m, list_items_at(m, target), list_length(m, target))
    store(m, dst, NONE)
    return NEXT


# ---------------------------------------------------------------- looking
@kernel("i8(i8, i8, i8, i8)")
def bounded_index(m, args, n, length):
    """Turn the arguments start and stop of ``index`` into numbers: start << 32 | stop, or -1."""
    start = 0
    stop = length
    for i in range(2, n):
        w = unwrap(m, load(m, args + i * 8))
        if index_class(m, w) != PLAIN_INDEX:
            return -1
        at = index_number(m, w)
        if at < 0:
            at += length
            if at < 0:
                at = 0
        if at > length:
            at = length
        if i == 2:
            start = at
        else:
            stop = at
    return (start << 32) | stop


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def sequence_index(m, sequence, at, args, n, dst):
    """``sequence.index(item[, start[, stop]])`` over the items at an offset."""
    bounds = bounded_index(m, args, n, list_length(m, sequence))
    if bounds < 0:
        return DECLINE
    w = load(m, args + 8)
    found = words_find(m, at, bounds >> 32, bounds & 0xFFFFFFFF, w)
    if found == NEEDS_PYTHON:
        return DECLINE
    if found == FAILED:
        return FAIL
    if found == ABSENT:
        return fail3(m, Failure.ITEM_MISSING, sequence, w, 0)
    store(m, dst, int_value(found))
    return NEXT


UNITS_A_HIT = 3  # of fuel, for each item that is counted


@kernel("i8(i8, i8, i8, i8, i8)")
def sequence_count(m, at, length, w, dst):
    """How many of the items at an offset equal a value."""
    total = 0
    i = 0
    while True:
        i = words_find(m, at, i, length, w)
        if i == NEEDS_PYTHON:
            return DECLINE
        if i == FAILED:
            return FAIL
        if i == ABSENT:
            charge(m, total * UNITS_A_HIT)
            store(m, dst, int_value(total))
            return NEXT
        total += 1
        i += 1


@native("list.index")
def list_index(m, args, n, dst):
    target = list_argument(m, args)
    if n < 2 or n > 4 or target == 0:
        return DECLINE
    if not has_time(m, list_length(m, target)):
        return need_time(m, list_length(m, target))
    return sequence_index(m, target, list_items_at(m, target), args, n, dst)


@native("list.count")
def list_counts(m, args, n, dst):
    target = list_argument(m, args)
    if n != 2 or target == 0:
        return DECLINE
    n_items = list_length(m, target)
    if not has_time(m, n_items * UNITS_A_HIT):
        return need_time(m, n_items * UNITS_A_HIT)
    return sequence_count(m, list_items_at(m, target), n_items, load(m, args + 8), dst)


@kernel("i8(i8, i8, i8, i8, i8)")
def sequence_contains(m, at, length, w, dst):
    found = words_find(m, at, 0, length, w)
    if found == NEEDS_PYTHON:
        return DECLINE
    if found == FAILED:
        return FAIL
    store(m, dst, FALSE if found == ABSENT else TRUE)
    return NEXT


@native("list.__contains__")
def list_contains(m, args, n, dst):
    target = list_argument(m, args)
    if n != 2 or target == 0:
        return DECLINE
    n_items = list_length(m, target)
    if not has_time(m, n_items):
        return need_time(m, n_items)
    return sequence_contains(m, list_items_at(m, target), n_items, load(m, args + 8), dst)


@native("list.__len__")
def list_len(m, args, n, dst):
    target = list_argument(m, args)
    if n != 1 or target == 0:
        return DECLINE
    store(m, dst, int_value(list_length(m, target)))
    return NEXT


@native("list.__iter__")
def list_iter(m, args, n, dst):
    target = list_argument(m, args)
    if n != 1 or target == 0:
        return DECLINE
    store(m, dst, new_iterator(m, ITERATE_LIST, target, 0, 0, 0))
    return NEXT


@native("list.__reversed__")
def list_reversed(m, args, n, dst):
    target = list_argument(m, args)
    if n != 1 or target == 0:
        return DECLINE
    last = int_value(list_length(m, target) - 1)
    store(m, dst, new_iterator(m, ITERATE_LIST_REVERSED, target, last, 0, 0))
    return NEXT


# ---------------------------------------------------------------- items
@native("list.__getitem__")
def list_getitem(m, args, n, dst):
    target = list_argument(m, args)
    if n != 2 or target == 0:
        return DECLINE
    return list_get_item(m, target, load(m, args + 8), dst)


@native("list.__setitem__")
def list_setitem(m, args, n, dst):
    target = list_argument(m, args)
    if n != 3 or target == 0:
        return DECLINE
    status = list_set_item(m, target, load(m, args + 8), load(m, args + 16))
    if status == NEXT:
        store(m, dst, NONE)
    return status


@native("list.__delitem__")
def list_delitem(m, args, n, dst):
    target = list_argument(m, args)
    if n != 2 or target == 0:
        return DECLINE
    status = list_delete_item(m, target, load(m, args + 8))
    if status == NEXT:
        store(m, dst, NONE)
    return status


# ---------------------------------------------------------------- operators
@native("list.__add__")
def list_add(m, args, n, dst):
    a = list_argument(m, args)
    b = unwrap(m, load(m, args + 8))
    if n != 2 or a == 0 or kind_of(m, b) != KIND_LIST:
        return DECLINE
    return list_concat(m, a, b, dst)


@native("list.__mul__")
def list_multiply(m, args, n, dst):
    target = list_argument(m, args)
    times = unwrap(m, load(m, args + 8))
    if n != 2 or target == 0 or index_class(m, times) != PLAIN_INDEX:
        return DECLINE
    if kind_of(m, times) == KIND_BIGINT:
        return DECLINE
    return list_repeat(m, target, index_number(m, times), dst)


@native("list.__rmul__")
def list_multiply_reflected(m, args, n, dst):
    return list_multiply(m, args, n, dst)


@native("list.__imul__")
def list_multiply_in_place(m, args, n, dst):
    target = list_argument(m, args)
    times = unwrap(m, load(m, args + 8))
    if n != 2 or target == 0 or index_class(m, times) != PLAIN_INDEX:
        return DECLINE
    if kind_of(m, times) == KIND_BIGINT:
        return DECLINE
    itself = load(m, args)
    status = list_repeat_in_place(m, target, index_number(m, times))
    if status == NEXT:
        store(m, dst, itself)
    return status


@kernel("i8(i8, i8, i8, i8, i8)")
def sequence_equals(m, args, kind, negated, dst):
    """``==`` or ``!=`` of two sequences of a kind; NotImplemented for any other value."""
    a = unwrap(m, load(m, args))
    b = unwrap(m, load(m, args + 8))
    if kind_of(m, a) != kind:
        return DECLINE
    if kind_of(m, b) != kind:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    outcome = equal(m, a, b)
    if outcome == EQUAL_PYTHON:
        return DECLINE
    if outcome == EQUAL_FAILED:
        return FAIL
    store(m, dst, bool_value(outcome ^ negated))
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def sequence_order(m, args, kind, op, dst):
    """``<`` and its kin of two sequences of a kind; NotImplemented for any other value."""
    a = unwrap(m, load(m, args))
    b = unwrap(m, load(m, args + 8))
    if kind_of(m, a) != kind:
        return DECLINE
    if kind_of(m, b) != kind:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    order = order_plain(m, a, b)
    if order > 2:
        return DECLINE
    answer = FALSE
    if order != 2 and order_truth(op, order):
        answer = TRUE
    store(m, dst, answer)
    return NEXT


@native("list.__eq__")
def list_equals(m, args, n, dst):
    return sequence_equals(m, args, KIND_LIST, 0, dst)


@native("list.__ne__")
def list_differs(m, args, n, dst):
    return sequence_equals(m, args, KIND_LIST, 1, dst)


@native("list.__lt__")
def list_less(m, args, n, dst):
    return sequence_order(m, args, KIND_LIST, OP_LT, dst)


@native("list.__le__")
def list_less_or_equal(m, args, n, dst):
    return sequence_order(m, args, KIND_LIST, OP_LE, dst)


@native("list.__gt__")
def list_greater(m, args, n, dst):
    return sequence_order(m, args, KIND_LIST, OP_GT, dst)


@native("list.__ge__")
def list_greater_or_equal(m, args, n, dst):
    return sequence_order(m, args, KIND_LIST, OP_GE, dst)
