"""Order and equality of any two values, for the instructions, for sorting and for min and max.

``order_plain`` answers LESS, SAME, MORE, NO_ORDER (a nan is concerned), ORDER_PYTHON (a user's
method, sets, or nested too deeply: the prelude compares) or ORDER_TYPES (a TypeError; the two
values that have no order stand in STATE_ARGUMENT_0 and 1). Lists and tuples are ordered by their
first items that differ; nested ones are walked with a stack of ORDER_DEPTH levels on the heap.
"""

from typing import Final

from ringfence.failures import Failure, Helper
from ringfence.kernels.bigints import heap_give_back
from ringfence.kernels.equality import EQUAL_FAILED, EQUAL_PYTHON, equal
from ringfence.kernels.integers import RANK_COMPLEX, RANK_NONE, number_rank, order_numbers
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import compare_bytes, field, load, set_word, store, word
from ringfence.kernels.objects import (
    allocate,
    call_helper3,
    charge,
    fail3,
    kind_of,
    list_item,
    list_length,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.set_algebra import set_compare
from ringfence.kernels.status import DECLINE, FAIL, NEXT
from ringfence.kernels.strings import string_compare
from ringfence.kernels.tags import bool_value, int_value
from ringfence.layout import (
    BYTES_DATA,
    BYTES_LENGTH,
    KIND_BYTES,
    KIND_DICT,
    KIND_LIST,
    KIND_RAW,
    KIND_STR,
    KIND_TUPLE,
    RETURN_VALUE,
    STATE_ARGUMENT_0,
    STATE_HEAP_TOP,
)
from ringfence.opcodes import Op

LESS: Final = -1
SAME: Final = 0
MORE: Final = 1
NO_ORDER: Final = 2
ORDER_PYTHON: Final = 3
ORDER_TYPES: Final = 4
NESTED: Final = 5  # of _order_part only: both are lists or both are tuples
ORDER_DEPTH: Final = 60
LEVEL_WORDS: Final = 3  # the two sequences, and the index of the next item


@kernel("i8(i8, i8)")
def _order_is_plain(m, w):
    """Whether a value of this kind has no order but to its own kind, and no user code in it."""
    if (w & 7) != 1:
        return 1
    k = kind_of(m, w)
    if k == KIND_STR or k == KIND_LIST or k == KIND_TUPLE or k == KIND_DICT or k == KIND_BYTES:
        return 1
    return number_rank(m, w) != RANK_NONE


@kernel("i8(i8, i8, i8)")
def bytes_compare(m, a, b):
    """Order of two BYTES: LESS, SAME, MORE."""
    n_a = field(m, a, BYTES_LENGTH)
    n_b = field(m, b, BYTES_LENGTH)
    n = n_a if n_a < n_b else n_b
    charge(m, n >> 6)
    order = compare_bytes(m, a - 1 + BYTES_DATA * 8, b - 1 + BYTES_DATA * 8, n)
    if order == 0:
        order = n_a - n_b
    if order == 0:
        return SAME
    return LESS if order < 0 else MORE


@kernel("i8(i8, i8, i8)")
def _order_part(m, a, b):
    """Order of two values that do not nest; NESTED for two lists or two tuples."""
    rank_a = number_rank(m, a)
    rank_b = number_rank(m, b)
    if rank_a != RANK_NONE and rank_b != RANK_NONE:
        if rank_a != RANK_COMPLEX and rank_b != RANK_COMPLEX:
            return order_numbers(m, a, b)
    elif rank_a == RANK_NONE and rank_b == RANK_NONE:
        kind = kind_of(m, a)
        if kind == kind_of(m, b):
            if kind == KIND_STR:
                return string_compare(m, a, b)
            if kind == KIND_TUPLE or kind == KIND_LIST:
                return NESTED
            if kind == KIND_BYTES:
                return bytes_compare(m, a, b)
    if _order_is_plain(m, a) == 0 or _order_is_plain(m, b) == 0:
        return ORDER_PYTHON
    set_word(m, 0, STATE_ARGUMENT_0, a)
    set_word(m, 0, STATE_ARGUMENT_0 + 1, b)
    return ORDER_TYPES


@kernel("i8(i8, i8, i8)")
def _order_item(m, a, b):
    """The same for two items, which are equal if they are one object or ``==`` says so."""
    if a == b:
        return SAME
    order = _order_part(m, a, b)
    if order == ORDER_TYPES:
        same = equal(m, a, b)
        if same == 1:
            return SAME
        if same != 0:
            return ORDER_PYTHON
        set_word(m, 0, STATE_ARGUMENT_0, a)
        set_word(m, 0, STATE_ARGUMENT_0 + 1, b)
    return order


@kernel("i8(i8, i8)", inline=True)
def _order_length(m, w):
    return list_length(m, w) if kind_of(m, w) == KIND_LIST else tuple_length(m, w)


@kernel("i8(i8, i8, i8)", inline=True)
def _order_item_at(m, w, index):
    return list_item(m, w, index) if kind_of(m, w) == KIND_LIST else tuple_item(m, w, index)


@kernel("i8(i8, i8, i8, i8)")
def _order_nested(m, a, b, stack):
    """Walk two sequences to the first place where they differ."""
    depth = 0
    i = 0
    work = 0
    while True:
        n_a = _order_length(m, a)
        n_b = _order_length(m, b)
        n = n_a if n_a < n_b else n_b
        order = SAME
        while i < n and order == SAME:
            order = _order_item(m, _order_item_at(m, a, i), _order_item_at(m, b, i))
            i += 1
            work += 1
        if order == NESTED:
            if depth == ORDER_DEPTH:
                order = ORDER_PYTHON
            else:
                at = stack + depth * LEVEL_WORDS * 8
                store(m, at, a)
                store(m, at + 8, b)
                store(m, at + 16, i)
                depth += 1
                x = _order_item_at(m, a, i - 1)
                b = _order_item_at(m, b, i - 1)
                a = x
                i = 0
                continue
        if order == SAME and n_a != n_b:
            order = LESS if n_a < n_b else MORE
        if order != SAME or depth == 0:
            charge(m, work)
            return order
        depth -= 1
        at = stack + depth * LEVEL_WORDS * 8
        a = load(m, at)
        b = load(m, at + 8)
        i = load(m, at + 16)


@kernel("i8(i8, i8, i8)")
def _order_flat(m, a, b):
    """Order of two sequences that no items nested in them decide, else NESTED."""
    n_a = _order_length(m, a)
    n_b = _order_length(m, b)
    n = n_a if n_a < n_b else n_b
    for i in range(n):
        x = _order_item_at(m, a, i)
        y = _order_item_at(m, b, i)
        if x != y:
            order = NESTED
            if (x | y) & 1 == 0:
                order = LESS if x < y else MORE
            else:
                order = _order_item(m, x, y)
            if order != SAME:
                charge(m, i + 1)
                return order
    charge(m, n)
    if n_a == n_b:
        return SAME
    return LESS if n_a < n_b else MORE


@kernel("i8(i8, i8, i8)")
def order_plain(m, a, b):
    """Order of any two values, as ``<`` and ``>`` would have it; see the top of this file."""
    order = _order_part(m, a, b)
    if order != NESTED:
        return order
    order = _order_flat(m, a, b)
    if order != NESTED:
        return order
    top = word(m, 0, STATE_HEAP_TOP)
    stack = allocate(m, KIND_RAW, 1 + ORDER_DEPTH * LEVEL_WORDS) + 7
    order = _order_nested(m, a, b, stack)
    heap_give_back(m, top)
    return order


@kernel("i8(i8, i8)", inline=True)
def order_truth(op, order):
    """Whether an order other than NO_ORDER satisfies LT, LE, GT or GE."""
    if op == Op.LT:
        return order < 0
    if op == Op.LE:
        return order <= 0
    if op == Op.GT:
        return order > 0
    return order >= 0


@kernel("i8(i8, i8, i8, i8, i8)")
def compare_slow(m, op, a, b, dst):
    """``a op b`` for LT, LE, GT, GE, EQ, NE: stores TRUE or FALSE at `dst`; a status."""
    if op == Op.EQ or op == Op.NE:
        same = equal(m, a, b)
        if same == EQUAL_PYTHON:
            return call_helper3(m, Helper.COMPARE, RETURN_VALUE, dst, int_value(op), a, b)
        if same == EQUAL_FAILED:
            return FAIL
        store(m, dst, bool_value(same if op == Op.EQ else 1 - same))
        return NEXT
    order = order_plain(m, a, b)
    if order == ORDER_PYTHON:
        status = set_compare(m, op, a, b, dst)
        if status != DECLINE:
            return status
        return call_helper3(m, Helper.COMPARE, RETURN_VALUE, dst, int_value(op), a, b)
    if order == ORDER_TYPES:
        left = word(m, 0, STATE_ARGUMENT_0)
        right = word(m, 0, STATE_ARGUMENT_0 + 1)
        return fail3(m, Failure.COMPARISON_OPERANDS, int_value(op), left, right)
    truth = 0
    if order != NO_ORDER and order_truth(op, order):
        truth = 1
    store(m, dst, bool_value(truth))
    return NEXT
