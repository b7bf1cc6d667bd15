"""Methods of tuple. The receiver may be an instance of a subclass: its payload is the tuple."""

from ringfence.kernels.iteration import (
    iteration_bound,
    iteration_words,
    iterator_of,
    list_from,
    new_iterator,
)
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.list_methods import (
    OP_GE,
    OP_GT,
    OP_LE,
    OP_LT,
    sequence_contains,
    sequence_count,
    sequence_equals,
    sequence_index,
    sequence_order,
)
from ringfence.kernels.lists import list_items_at
from ringfence.kernels.memory import load, store, word
from ringfence.kernels.objects import (
    has_room,
    kind_of,
    list_length,
    need_room,
    tuple_item,
    tuple_length,
    unwrap,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.subscripts import tuple_get_item
from ringfence.kernels.tuples import tuple_from_words, tuple_items_at
from ringfence.layout import (
    ITERATE_TUPLE,
    KIND_LIST,
    KIND_TUPLE,
    STATE_EMPTY_TUPLE,
    STATE_SCRATCH_0,
    STATE_TYPES_AT,
)


@kernel("i8(i8, i8)", inline=True)
def tuple_argument(m, args):
    """The tuple that a method works on; 0: the receiver is none."""
    t = unwrap(m, load(m, args))
    if kind_of(m, t) == KIND_TUPLE:
        return t
    return 0


@kernel("i8(i8, i8, i8)")
def tuple_from(m, w, dst):
    """Store at `dst` a tuple of what a builtin iterable gives; DECLINE for any other."""
    k = kind_of(m, w)
    if k == KIND_TUPLE:
        store(m, dst, w)
        return NEXT
    if k == KIND_LIST:
        return tuple_from_words(m, list_items_at(m, w), list_length(m, w), dst)
    it = iterator_of(m, w)
    if it == 0:
        return DECLINE
    # room for both the list and the tuple, before the iterator is consumed
    n_bytes = iteration_bound(m, it) * (iteration_words(m, it) + 4) * 8 + 512
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    status = list_from(m, it, STATE_SCRATCH_0 * 8)
    if status != NEXT:
        return status
    target = word(m, 0, STATE_SCRATCH_0)
    return tuple_from_words(m, list_items_at(m, target), list_length(m, target), dst)


@native("tuple.__new__")
def tuple_new(m, args, n, dst):
    """``tuple(iterable=())`` of the class itself, not a subclass."""
    if n < 1 or n > 2 or load(m, args) != tuple_item(m, word(m, 0, STATE_TYPES_AT), KIND_TUPLE):
        return DECLINE
    if n == 1:
        store(m, dst, word(m, 0, STATE_EMPTY_TUPLE))
        return NEXT
    return tuple_from(m, load(m, args + 8), dst)


@native("tuple.index")
def tuple_index(m, args, n, dst):
    t = tuple_argument(m, args)
    if n < 2 or n > 4 or t == 0:
        return DECLINE
    return sequence_index(m, t, tuple_items_at(t), args, n, dst)


@native("tuple.count")
def tuple_count(m, args, n, dst):
    t = tuple_argument(m, args)
    if n != 2 or t == 0:
        return DECLINE
    return sequence_count(m, tuple_items_at(t), tuple_length(m, t), load(m, args + 8), dst)


@native("tuple.__contains__")
def tuple_contains(m, args, n, dst):
    t = tuple_argument(m, args)
    if n != 2 or t == 0:
        return DECLINE
    return sequence_contains(m, tuple_items_at(t), tuple_length(m, t), load(m, args + 8), dst)


@native("tuple.__iter__")
def tuple_iter(m, args, n, dst):
    t = tuple_argument(m, args)
    if n != 1 or t == 0:
        return DECLINE
    store(m, dst, new_iterator(m, ITERATE_TUPLE, t, 0, 0, 0))
    return NEXT


@native("tuple.__getitem__")
def tuple_getitem(m, args, n, dst):
    t = tuple_argument(m, args)
    if n != 2 or t == 0:
        return DECLINE
    return tuple_get_item(m, t, load(m, args + 8), dst)


@native("tuple.__eq__")
def tuple_equals(m, args, n, dst):
    return sequence_equals(m, args, KIND_TUPLE, 0, dst)


@native("tuple.__ne__")
def tuple_differs(m, args, n, dst):
    return sequence_equals(m, args, KIND_TUPLE, 1, dst)


@native("tuple.__lt__")
def tuple_less(m, args, n, dst):
    return sequence_order(m, args, KIND_TUPLE, OP_LT, dst)


@native("tuple.__le__")
def tuple_less_or_equal(m, args, n, dst):
    return sequence_order(m, args, KIND_TUPLE, OP_LE, dst)


@native("tuple.__gt__")
def tuple_greater(m, args, n, dst):
    return sequence_order(m, args, KIND_TUPLE, OP_GT, dst)


@native("tuple.__ge__")
def tuple_greater_or_equal(m, args, n, dst):
    return sequence_order(m, args, KIND_TUPLE, OP_GE, dst)
