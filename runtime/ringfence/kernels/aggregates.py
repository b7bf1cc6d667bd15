"""Builtins over numbers and their lists: abs, divmod, pow, round, sum, min, max, any, all.

What needs an iterator, a key or a special method of a user's class is declined; the prelude
does it. ``sum`` follows the host's version: from 3.12 on floats are added with compensation
(Neumaier 1974), before that one after another.
"""

from typing import Final

from ringfence.failures import Failure
from ringfence.kernels.arithmetic import number_operate
from ringfence.kernels.bigints import (
    fits_word,
    int_absolute,
    int_add,
    int_from_word,
    int_move_down,
    int_multiply,
    int_shift_right,
    word_of,
)
from ringfence.kernels.comparison import LESS, MORE, ORDER_PYTHON, ORDER_TYPES, order_plain
from ringfence.kernels.float_methods import float_divide_pair
from ringfence.kernels.floats import float_round_digits
from ringfence.kernels.int_methods import int_divide_pair, int_power_with
from ringfence.kernels.integers import (
    RANK_FLOAT,
    RANK_INT,
    RANK_NONE,
    as_int,
    int_from_double,
    is_real,
    number_rank,
    real_from,
    store_int,
)
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.libm import absolute, is_finite, libm_rint
from ringfence.kernels.lists import list_items_at
from ringfence.kernels.memory import add_overflow, field, int_to_float, load, store, word
from ringfence.kernels.objects import (
    charge,
    fail3,
    float_from,
    float_value,
    has_room,
    kind_of,
    list_length,
    need_room,
    tuple_length,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import FALSE, NONE, TRUE, int_value
from ringfence.kernels.truth import UNKNOWN, truth
from ringfence.kernels.tuples import tuple_items_at
from ringfence.layout import (
    KIND_BIGINT,
    KIND_LIST,
    KIND_RANGE,
    KIND_TUPLE,
    RANGE_LENGTH,
    RANGE_START,
    RANGE_STEP,
    STATE_ARGUMENT_0,
    STATE_HEAP_TOP,
    STATE_HOST_VERSION,
    STATE_SCRATCH_0,
)
from ringfence.opcodes import Op

NEUMAIER_FROM: Final = 12 * 2  # the host version, tagged
TOTAL_AT: Final = (STATE_SCRATCH_0 + 6) * 8  # where a sum grows; dst may hold an argument


# ---------------------------------------------------------------- one or two numbers
@native("abs")
def builtin_abs(m, args, n, dst):
    a = load(m, args)
    rank = number_rank(m, a)
    if rank == RANK_INT:
        return store_int(m, dst, int_absolute(m, as_int(a)))
    if rank == RANK_FLOAT:
        store(m, dst, float_value(m, absolute(float_from(m, a))))
        return NEXT
    return DECLINE


@native("divmod")
def builtin_divmod(m, args, n, dst):
    a = load(m, args)
    b = load(m, args + 8)
    rank_a = number_rank(m, a)
    rank_b = number_rank(m, b)
    if rank_a == RANK_INT and rank_b == RANK_INT:
        return int_divide_pair(m, as_int(a), as_int(b), dst)
    if is_real(m, a) == 1 and is_real(m, b) == 1:
        return float_divide_pair(m, real_from(m, a), real_from(m, b), dst)
    return DECLINE


@native("pow")
def builtin_pow(m, args, n, dst):
    a = load(m, args)
    b = load(m, args + 8)
    if number_rank(m, a) == RANK_NONE or number_rank(m, b) == RANK_NONE:
        return DECLINE
    if n == 3 and load(m, args + 16) != NONE:
        modulus = load(m, args + 16)
        if number_rank(m, a) != RANK_INT or number_rank(m, b) != RANK_INT:
            return DECLINE
        if number_rank(m, modulus) != RANK_INT:
            return DECLINE
        return int_power_with(m, as_int(a), as_int(b), as_int(modulus), dst)
    return number_operate(m, Op.POW, a, b, dst)


@native("round")
def builtin_round(m, args, n, dst):
    """Of floats and ints; fewer digits than none are the trap's."""
    a = load(m, args)
    rank = number_rank(m, a)
    if n == 2 and load(m, args + 8) != NONE:
        digits = load(m, args + 8)
        if (digits & 1) == 1 or rank != RANK_FLOAT:
            return DECLINE
        return float_round_digits(m, float_from(m, a), digits >> 1, dst)
    if rank == RANK_INT:
        store(m, dst, as_int(a))
        return NEXT
    if rank == RANK_FLOAT:
        x = libm_rint(float_from(m, a))
        if is_finite(x) == 1:
            store(m, dst, int_from_double(m, x))
            return NEXT
    return DECLINE


# ---------------------------------------------------------------- the items of a list or tuple
@kernel("i8(i8, i8)")
def items_count(m, w):
    """Items of a list or tuple; -1 for any other value."""
    k = kind_of(m, w)
    if k == KIND_LIST:
        return list_length(m, w)
    if k == KIND_TUPLE:
        return tuple_length(m, w)
    return -1


@kernel("i8(i8, i8)", inline=True)
def items_at(m, w):
    """Offset of the first item of a list or tuple."""
    if kind_of(m, w) == KIND_LIST:
        return list_items_at(m, w)
    return tuple_items_at(w)


@kernel("i8(i8, i8, i8, i8)")
def _sum_ints(m, at, end, total):
    """Add ints from `at` on while items and sum fit 64 bits; answer where it stopped.

    The sum so far is left at TOTAL_AT.
    """
    while at < end:
        w = load(m, at)
        if number_rank(m, w) != RANK_INT or fits_word(m, as_int(w)) == 0:
            break
        added, over = add_overflow(total, word_of(m, as_int(w)))
        if over == 1:
            break
        total = added
        at += 8
    store(m, TOTAL_AT, int_from_word(m, total))
    return at


@kernel("i8(i8, i8, i8, f8)")
def _sum_floats(m, at, end, total):
    """Add floats and small ints to a float; answer where it stopped, the sum at TOTAL_AT."""
    compensated = 1 if word(m, 0, STATE_HOST_VERSION) >= NEUMAIER_FROM else 0
    lost = 0.0
    while at < end:
        w = load(m, at)
        rank = number_rank(m, w)
        if rank == RANK_FLOAT:
            x = float_from(m, w)
            after = total + x
            if compensated == 1:
                if absolute(total) >= absolute(x):
                    lost += (total - after) + x
                else:
                    lost += (x - after) + total
            total = after
        elif rank == RANK_INT and fits_word(m, as_int(w)) == 1:
            total += int_to_float(word_of(m, as_int(w)))
        else:
            break
        at += 8
    if lost != 0.0 and is_finite(lost) == 1:
        total += lost
    store(m, TOTAL_AT, float_value(m, total))
    return at


@kernel("i8(i8, i8, i8)")
def _sum_range(m, w, dst):
    """The sum of a small range, if its terms and products fit 64 bits."""
    start = field(m, w, RANGE_START)
    step = field(m, w, RANGE_STEP)
    count = field(m, w, RANGE_LENGTH)
    if (start & 1) == 1 or (step & 1) == 1 or (count & 1) == 1:
        return DECLINE
    twice = int_add(m, int_add(m, start, start), int_multiply(m, step, int_add(m, count, -2)))
    store(m, dst, int_shift_right(m, int_multiply(m, twice, count), 2))
    return NEXT


@native("sum")
def builtin_sum(m, args, n, dst):
    """(iterable, start=0) of a list, tuple or range of plain numbers."""
    w = load(m, args)
    total = 0
    if n == 2:
        total = load(m, args + 8)
    if n > 2 or number_rank(m, total) == RANK_NONE:
        return DECLINE
    if kind_of(m, w) == KIND_RANGE and total == 0:
        return _sum_range(m, w, dst)
    if items_count(m, w) < 0:
        return DECLINE
    status = _sum_items(m, items_at(m, w), items_count(m, w), total)
    if status == NEXT:
        store(m, dst, load(m, TOTAL_AT))
    return status


@kernel("i8(i8, i8, i8, i8)")
def _sum_items(m, at, count, total):
    """Leave start plus items at TOTAL_AT: in machine words while they do, then in floats, then by
    the operator. The order of the three matters: only the second compensates."""
    if not has_room(m, count * 24 + 4096):
        return need_room(m, count * 24 + 4096)
    charge(m, count)
    end = at + count * 8
    store(m, TOTAL_AT, total)
    if number_rank(m, total) == RANK_INT:
        if (total & 7) == 5 or fits_word(m, total) == 0:
            return _sum_rest(m, at, end)
        at = _sum_ints(m, at, end, word_of(m, total))
        if at == end or number_rank(m, load(m, at)) != RANK_FLOAT:
            return _sum_rest(m, at, end)
        status = number_operate(m, Op.ADD, load(m, TOTAL_AT), load(m, at), TOTAL_AT)
        if status != NEXT:
            return status
        at += 8
    if number_rank(m, load(m, TOTAL_AT)) == RANK_FLOAT:
        at = _sum_floats(m, at, end, float_from(m, load(m, TOTAL_AT)))
    return _sum_rest(m, at, end)


@kernel("i8(i8, i8, i8)")
def _sum_rest(m, at, end):
    """Add the remaining items one after another, by the operator."""
    top = word(m, 0, STATE_HEAP_TOP)
    while at < end:
        w = load(m, at)
        if number_rank(m, w) == RANK_NONE:
            return DECLINE
        status = number_operate(m, Op.ADD, load(m, TOTAL_AT), w, TOTAL_AT)
        if status != NEXT:
            return status
        total = load(m, TOTAL_AT)
        if kind_of(m, total) == KIND_BIGINT:
            # the sums before it are not kept
            store(m, TOTAL_AT, int_move_down(m, total, top))
        at += 8
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def _extreme(m, at, end, wanted, dst):
    """Store the first item that none other precedes: `wanted` LESS for min, MORE for max."""
    best = load(m, at)
    at += 8
    charge(m, (end - at) >> 3)
    while at < end:
        w = load(m, at)
        order = order_plain(m, w, best)
        if order == ORDER_PYTHON:
            return DECLINE
        if order == ORDER_TYPES:
            left = word(m, 0, STATE_ARGUMENT_0)
            right = word(m, 0, STATE_ARGUMENT_0 + 1)
            op = Op.LT if wanted == LESS else Op.GT
            return fail3(m, Failure.COMPARISON_OPERANDS, int_value(op), left, right)
        if order == wanted:
            best = w
        at += 8
    store(m, dst, best)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def _extreme_of(m, args, n, wanted, dst):
    """Several arguments, or the items of one list or tuple that is not empty."""
    if n > 1:
        return _extreme(m, args, args + n * 8, wanted, dst)
    w = load(m, args)
    count = items_count(m, w)
    if n == 0 or count <= 0:
        return DECLINE
    at = items_at(m, w)
    return _extreme(m, at, at + count * 8, wanted, dst)


@native("min")
def builtin_min(m, args, n, dst):
    return _extreme_of(m, args, n, LESS, dst)


@native("max")
def builtin_max(m, args, n, dst):
    return _extreme_of(m, args, n, MORE, dst)


@kernel("i8(i8, i8, i8, i8)")
def _search_truth(m, args, wanted, dst):
    """Store TRUE if an item of a list or tuple has the truth `wanted`, else FALSE."""
    w = load(m, args)
    count = items_count(m, w)
    if count < 0:
        return DECLINE
    at = items_at(m, w)
    for i in range(count):
        found = truth(m, load(m, at + i * 8))
        if found == UNKNOWN:
            return DECLINE
        if found == wanted:
            charge(m, i)
            store(m, dst, TRUE)
            return NEXT
    charge(m, count)
    store(m, dst, FALSE)
    return NEXT


@native("any")
def builtin_any(m, args, n, dst):
    return _search_truth(m, args, 1, dst)


@native("all")
def builtin_all(m, args, n, dst):
    status = _search_truth(m, args, 0, dst)
    if status == NEXT:
        store(m, dst, FALSE if load(m, dst) == TRUE else TRUE)
    return status
