"""The pieces of the sort: comparing, galloping, binary insertion, and merges that can pause.

Tim Peters's list sort as CPython's ``Objects/listsort.txt`` describes it, every comparison in the
same order, so that inconsistent comparisons (nan) and errors give the same result. Keys are
compared; values, if there are any, move along.

A comparison answers 1 (less), 0, or why it cannot be made: SORT_PYTHON or SORT_TYPES (operands in
STATE_ARGUMENT_0 and 1). A sort's state is a TUPLE, its fields are SORT_* below; positions are item
numbers, tagged, so the state may be kept across a collection.
"""

from ringfence.kernels.comparison import order_plain
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import compare_bytes, field, load, move_bytes, set_field, store
from ringfence.kernels.objects import float_from
from ringfence.kernels.strings import string_compare, text_at
from ringfence.kernels.tags import NONE
from ringfence.layout import STR_LENGTH, TUPLE_ITEMS

# how keys are compared
MODE_INT = 0
MODE_FLOAT = 1
MODE_STR = 2
MODE_PLAIN = 3

# what the steps of a sort answer
SORT_MORE = 0
SORT_DONE = 1
SORT_PYTHON = 2  # a comparison runs user code
SORT_TYPES = 3  # a comparison is a TypeError

MIN_GALLOP = 7

# fields of the state
SORT_KEYS = TUPLE_ITEMS  # ARRAY
SORT_VALUES = TUPLE_ITEMS + 1  # ARRAY, or NONE
SORT_TEMP = TUPLE_ITEMS + 2  # ARRAY of half the length
SORT_TEMP_VALUES = TUPLE_ITEMS + 3
SORT_ORIGINAL = TUPLE_ITEMS + 4  # ARRAY: the keys as they were, or NONE
SORT_ORIGINAL_VALUES = TUPLE_ITEMS + 5
SORT_LENGTH = TUPLE_ITEMS + 6
SORT_MODE = TUPLE_ITEMS + 7
SORT_MINRUN = TUPLE_ITEMS + 8
SORT_NEXT = TUPLE_ITEMS + 9  # where the next run begins
SORT_AT = TUPLE_ITEMS + 10  # how far that run is known
SORT_DESCENDING = TUPLE_ITEMS + 11
SORT_GALLOP = TUPLE_ITEMS + 12  # wins in a row that make merges gallop
SORT_RUNS = TUPLE_ITEMS + 13
SORT_PHASE = TUPLE_ITEMS + 14
SORT_AFTER_MERGE = TUPLE_ITEMS + 15  # phase that asked for the merge
SORT_POWER = TUPLE_ITEMS + 16  # of the boundary before the new run
SORT_REVERSE = TUPLE_ITEMS + 17
SORT_BUDGET = TUPLE_ITEMS + 18  # comparisons left in this step
# the merge under way: next item and number left of both sides, where to write
MERGE_A = TUPLE_ITEMS + 19
MERGE_N_A = TUPLE_ITEMS + 20
MERGE_B = TUPLE_ITEMS + 21
MERGE_N_B = TUPLE_ITEMS + 22
MERGE_TO = TUPLE_ITEMS + 23
MERGE_WINS_A = TUPLE_ITEMS + 24
MERGE_WINS_B = TUPLE_ITEMS + 25
MERGE_GALLOPING = TUPLE_ITEMS + 26
MERGE_MIN_GALLOP = TUPLE_ITEMS + 27
MERGE_BASE = TUPLE_ITEMS + 28  # high merges: first item of A
SORT_STACK = TUPLE_ITEMS + 29  # runs: first item, length, power
STACK_RUNS = 85
SORT_FIELDS = 29 + STACK_RUNS * 3

# how a merge ends
ENDS_NOT = 0
ENDS_EMPTY = 1  # what is left in the temporary goes to its place
ENDS_LAST = 2  # one item is left in the temporary: the other side goes before (behind) it


@kernel("i8(i8, i8, i8)")
def plain_less(m, a, b):
    order = order_plain(m, a, b)
    if order == -1:
        return 1
    if order == 3:
        return SORT_PYTHON
    if order == 4:
        return SORT_TYPES
    return 0


@kernel("i8(i8, i8, i8)", inline=True)
def text_less(m, a, b):
    """``a < b`` of two strings; those of one byte a character without a call."""
    if ((field(m, a, 0) | field(m, b, 0)) & 0x60000) == 0:
        n_a = field(m, a, STR_LENGTH)
        n_b = field(m, b, STR_LENGTH)
        order = compare_bytes(m, text_at(a), text_at(b), n_a if n_a < n_b else n_b)
        if order == 0:
            return 1 if n_a < n_b else 0
        return 1 if order < 0 else 0
    return 1 if string_compare(m, a, b) < 0 else 0


@kernel("i8(i8, i8, i8, i8)", inline=True)
def sort_less(m, mode, a, b):
    """Whether ``a < b``: 1, 0, SORT_PYTHON, SORT_TYPES."""
    if mode == MODE_INT:
        return 1 if a < b else 0
    if mode == MODE_FLOAT:
        return 1 if float_from(m, a) < float_from(m, b) else 0
    if mode == MODE_STR:
        return text_less(m, a, b)
    return plain_less(m, a, b)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def gallop_left(m, mode, key, at, n, hint):
    """Where `key` belongs among n sorted words at `at`, before equals; or -SORT_*.

    `hint` is the item near which the search begins, in steps that double.
    """
    last = 0
    ofs = 1
    r = sort_less(m, mode, load(m, at + hint * 8), key)
    if r > 1:
        return -r
    if r == 1:
        most = n - hint
        while ofs < most:
            r = sort_less(m, mode, load(m, at + (hint + ofs) * 8), key)
            if r > 1:
                return -r
            if r == 0:
                break
            last = ofs
            ofs = ofs * 2 + 1
        if ofs > most:
            ofs = most
        last += hint
        ofs += hint
    else:
        most = hint + 1
        while ofs < most:
            r = sort_less(m, mode, load(m, at + (hint - ofs) * 8), key)
            if r > 1:
                return -r
            if r == 1:
                break
            last = ofs
            ofs = ofs * 2 + 1
        if ofs > most:
            ofs = most
        near = last
        last = hint - ofs
        ofs = hint - near
    last += 1
    while last < ofs:
        middle = last + ((ofs - last) >> 1)
        r = sort_less(m, mode, load(m, at + middle * 8), key)
        if r > 1:
            return -r
        if r == 1:
            last = middle + 1
        else:
            ofs = middle
    return ofs


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def gallop_right(m, mode, key, at, n, hint):
    """The same, behind equals."""
    last = 0
    ofs = 1
    r = sort_less(m, mode, key, load(m, at + hint * 8))
    if r > 1:
        return -r
    if r == 1:
        most = hint + 1
        while ofs < most:
            r = sort_less(m, mode, key, load(m, at + (hint - ofs) * 8))
            if r > 1:
                return -r
            if r == 0:
                break
            last = ofs
            ofs = ofs * 2 + 1
        if ofs > most:
            ofs = most
        near = last
        last = hint - ofs
        ofs = hint - near
    else:
        most = n - hint
        while ofs < most:
            r = sort_less(m, mode, key, load(m, at + (hint + ofs) * 8))
            if r > 1:
                return -r
            if r == 1:
                break
            last = ofs
            ofs = ofs * 2 + 1
        if ofs > most:
            ofs = most
        last += hint
        ofs += hint
    last += 1
    while last < ofs:
        middle = last + ((ofs - last) >> 1)
        r = sort_less(m, mode, key, load(m, at + middle * 8))
        if r > 1:
            return -r
        if r == 1:
            ofs = middle
        else:
            last = middle + 1
    return ofs


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def binary_insertion(m, mode, keys, values, low, high, start):
    """Sort items low..high, of which those before `start` are sorted; 0 or SORT_*.

    `keys` and `values` are offsets of item 0; values 0: there are none.
    """
    if start == low:
        start += 1
    for i in range(start, high):
        left = low
        right = i
        pivot = load(m, keys + i * 8)
        while left < right:
            middle = left + ((right - left) >> 1)
            r = sort_less(m, mode, pivot, load(m, keys + middle * 8))
            if r > 1:
                return r
            if r == 1:
                right = middle
            else:
                left = middle + 1
        move_bytes(m, keys + left * 8 + 8, keys + left * 8, (i - left) * 8)
        store(m, keys + left * 8, pivot)
        if values != 0:
            value = load(m, values + i * 8)
            move_bytes(m, values + left * 8 + 8, values + left * 8, (i - left) * 8)
            store(m, values + left * 8, value)
    return 0


@kernel("i8(i8, i8)", inline=True)
def array_at(m, array):
    """Offset of item 0 of an ARRAY; 0 for NONE."""
    if array == NONE:
        return 0
    return array + 7


@kernel("i8(i8, i8)")
def merge_low(m, s):
    """Go on with a merge whose left side lies in the temporary: SORT_MORE, SORT_DONE, failures."""
    keys = field(m, s, SORT_KEYS) + 7
    temp = field(m, s, SORT_TEMP) + 7
    values = array_at(m, field(m, s, SORT_VALUES))
    temp_values = array_at(m, field(m, s, SORT_TEMP_VALUES))
    mode = field(m, s, SORT_MODE) >> 1
    a = field(m, s, MERGE_A) >> 1
    n_a = field(m, s, MERGE_N_A) >> 1
    b = field(m, s, MERGE_B) >> 1
    n_b = field(m, s, MERGE_N_B) >> 1
    to = field(m, s, MERGE_TO) >> 1
    wins_a = field(m, s, MERGE_WINS_A) >> 1
    wins_b = field(m, s, MERGE_WINS_B) >> 1
    galloping = field(m, s, MERGE_GALLOPING)
    min_gallop = field(m, s, MERGE_MIN_GALLOP) >> 1
    budget = field(m, s, SORT_BUDGET) >> 1
    ends = ENDS_NOT
    answer = SORT_DONE
    while ends == ENDS_NOT and budget > 0:
        if galloping == 0:
            x = load(m, keys + b * 8)
            y = load(m, temp + a * 8)
            while budget > 0:
                budget -= 1
                r = sort_less(m, mode, x, y)
                if r == 1:
                    store(m, keys + to * 8, x)
                    if values != 0:
                        store(m, values + to * 8, load(m, values + b * 8))
                    to += 1
                    b += 1
                    n_b -= 1
                    wins_b += 1
                    wins_a = 0
                    if n_b == 0:
                        ends = ENDS_EMPTY
                        break
                    if wins_b >= min_gallop:
                        galloping = 2
                        break
                    x = load(m, keys + b * 8)
                elif r == 0:
                    store(m, keys + to * 8, y)
                    if values != 0:
                        store(m, values + to * 8, load(m, temp_values + a * 8))
                    to += 1
                    a += 1
                    n_a -= 1
                    wins_a += 1
                    wins_b = 0
                    if n_a == 1:
                        ends = ENDS_LAST
                        break
                    if wins_a >= min_gallop:
                        galloping = 2
                        break
                    y = load(m, temp + a * 8)
                else:
                    answer = r
                    ends = ENDS_EMPTY
                    break
            if galloping != 0:
                min_gallop += 1
            continue
        if min_gallop > 1:
            min_gallop -= 1
        set_field(m, s, SORT_GALLOP, min_gallop << 1)
        k = gallop_right(m, mode, load(m, keys + b * 8), temp + a * 8, n_a, 0)
        if k < 0:
            answer = -k
            ends = ENDS_EMPTY
            break
        wins_a = k
        budget -= 8
        if k > 0:
            move_bytes(m, keys + to * 8, temp + a * 8, k * 8)
            if values != 0:
                move_bytes(m, values + to * 8, temp_values + a * 8, k * 8)
            budget -= k >> 3
            to += k
            a += k
            n_a -= k
            if n_a == 1:
                ends = ENDS_LAST
                break
            if n_a == 0:
                ends = ENDS_EMPTY
                break
        store(m, keys + to * 8, load(m, keys + b * 8))
        if values != 0:
            store(m, values + to * 8, load(m, values + b * 8))
        to += 1
        b += 1
        n_b -= 1
        if n_b == 0:
            ends = ENDS_EMPTY
            break
        k = gallop_left(m, mode, load(m, temp + a * 8), keys + b * 8, n_b, 0)
        if k < 0:
            answer = -k
            ends = ENDS_EMPTY
            break
        wins_b = k
        budget -= 8
        if k > 0:
            move_bytes(m, keys + to * 8, keys + b * 8, k * 8)
            if values != 0:
                move_bytes(m, values + to * 8, values + b * 8, k * 8)
            budget -= k >> 3
            to += k
            b += k
            n_b -= k
            if n_b == 0:
                ends = ENDS_EMPTY
                break
        store(m, keys + to * 8, load(m, temp + a * 8))
        if values != 0:
            store(m, values + to * 8, load(m, temp_values + a * 8))
        to += 1
        a += 1
        n_a -= 1
        if n_a == 1:
            ends = ENDS_LAST
            break
        if wins_a < MIN_GALLOP and wins_b < MIN_GALLOP:
            min_gallop += 1
            set_field(m, s, SORT_GALLOP, min_gallop << 1)
            galloping = 0
            wins_a = 0
            wins_b = 0
    set_field(m, s, SORT_BUDGET, budget << 1)
    if ends == ENDS_EMPTY:
        move_bytes(m, keys + to * 8, temp + a * 8, n_a * 8)
        if values != 0:
            move_bytes(m, values + to * 8, temp_values + a * 8, n_a * 8)
        return answer
    if ends == ENDS_LAST:
        move_bytes(m, keys + to * 8, keys + b * 8, n_b * 8)
        store(m, keys + (to + n_b) * 8, load(m, temp + a * 8))
        if values != 0:
            move_bytes(m, values + to * 8, values + b * 8, n_b * 8)
            store(m, values + (to + n_b) * 8, load(m, temp_values + a * 8))
        return answer
    set_field(m, s, MERGE_A, a << 1)
    set_field(m, s, MERGE_N_A, n_a << 1)
    set_field(m, s, MERGE_B, b << 1)
    set_field(m, s, MERGE_N_B, n_b << 1)
    set_field(m, s, MERGE_TO, to << 1)
    set_field(m, s, MERGE_WINS_A, wins_a << 1)
    set_field(m, s, MERGE_WINS_B, wins_b << 1)
    set_field(m, s, MERGE_GALLOPING, galloping)
    set_field(m, s, MERGE_MIN_GALLOP, min_gallop << 1)
    return SORT_MORE


@kernel("i8(i8, i8)")
def merge_high(m, s):
    """The same from the right: the right side lies in the temporary, items go down."""
    keys = field(m, s, SORT_KEYS) + 7
    temp = field(m, s, SORT_TEMP) + 7
    values = array_at(m, field(m, s, SORT_VALUES))
    temp_values = array_at(m, field(m, s, SORT_TEMP_VALUES))
    mode = field(m, s, SORT_MODE) >> 1
    base = field(m, s, MERGE_BASE) >> 1
    a = field(m, s, MERGE_A) >> 1
    n_a = field(m, s, MERGE_N_A) >> 1
    b = field(m, s, MERGE_B) >> 1
    n_b = field(m, s, MERGE_N_B) >> 1
    to = field(m, s, MERGE_TO) >> 1
    wins_a = field(m, s, MERGE_WINS_A) >> 1
    wins_b = field(m, s, MERGE_WINS_B) >> 1
    galloping = field(m, s, MERGE_GALLOPING)
    min_gallop = field(m, s, MERGE_MIN_GALLOP) >> 1
    budget = field(m, s, SORT_BUDGET) >> 1
    ends = ENDS_NOT
    answer = SORT_DONE
    while ends == ENDS_NOT and budget > 0:
        if galloping == 0:
            x = load(m, temp + b * 8)
            y = load(m, keys + a * 8)
            while budget > 0:
                budget -= 1
                r = sort_less(m, mode, x, y)
                if r == 1:
                    store(m, keys + to * 8, y)
                    if values != 0:
                        store(m, values + to * 8, load(m, values + a * 8))
                    to -= 1
                    a -= 1
                    n_a -= 1
                    wins_a += 1
                    wins_b = 0
                    if n_a == 0:
                        ends = ENDS_EMPTY
                        break
                    if wins_a >= min_gallop:
                        galloping = 2
                        break
                    y = load(m, keys + a * 8)
                elif r == 0:
                    store(m, keys + to * 8, x)
                    if values != 0:
                        store(m, values + to * 8, load(m, temp_values + b * 8))
                    to -= 1
                    b -= 1
                    n_b -= 1
                    wins_b += 1
                    wins_a = 0
                    if n_b == 1:
                        ends = ENDS_LAST
                        break
                    if wins_b >= min_gallop:
                        galloping = 2
                        break
                    x = load(m, temp + b * 8)
                else:
                    answer = r
                    ends = ENDS_EMPTY
                    break
            if galloping != 0:
                min_gallop += 1
            continue
        if min_gallop > 1:
            min_gallop -= 1
        set_field(m, s, SORT_GALLOP, min_gallop << 1)
        k = gallop_right(m, mode, load(m, temp + b * 8), keys + base * 8, n_a, n_a - 1)
        if k < 0:
            answer = -k
            ends = ENDS_EMPTY
            break
        k = n_a - k
        wins_a = k
        budget -= 8
        if k > 0:
            to -= k
            a -= k
            move_bytes(m, keys + to * 8 + 8, keys + a * 8 + 8, k * 8)
            if values != 0:
                move_bytes(m, values + to * 8 + 8, values + a * 8 + 8, k * 8)
            budget -= k >> 3
            n_a -= k
            if n_a == 0:
                ends = ENDS_EMPTY
                break
        store(m, keys + to * 8, load(m, temp + b * 8))
        if values != 0:
            store(m, values + to * 8, load(m, temp_values + b * 8))
        to -= 1
        b -= 1
        n_b -= 1
        if n_b == 1:
            ends = ENDS_LAST
            break
        k = gallop_left(m, mode, load(m, keys + a * 8), temp, n_b, n_b - 1)
        if k < 0:
            answer = -k
            ends = ENDS_EMPTY
            break
        k = n_b - k
        wins_b = k
        budget -= 8
        if k > 0:
            to -= k
            b -= k
            move_bytes(m, keys + to * 8 + 8, temp + b * 8 + 8, k * 8)
            if values != 0:
                move_bytes(m, values + to * 8 + 8, temp_values + b * 8 + 8, k * 8)
            budget -= k >> 3
            n_b -= k
            if n_b == 1:
                ends = ENDS_LAST
                break
            if n_b == 0:
                ends = ENDS_EMPTY
                break
        store(m, keys + to * 8, load(m, keys + a * 8))
        if values != 0:
            store(m, values + to * 8, load(m, values + a * 8))
        to -= 1
        a -= 1
        n_a -= 1
        if n_a == 0:
            ends = ENDS_EMPTY
            break
        if wins_a < MIN_GALLOP and wins_b < MIN_GALLOP:
            min_gallop += 1
            set_field(m, s, SORT_GALLOP, min_gallop << 1)
            galloping = 0
            wins_a = 0
            wins_b = 0
    set_field(m, s, SORT_BUDGET, budget << 1)
    if ends == ENDS_EMPTY:
        move_bytes(m, keys + (to - n_b + 1) * 8, temp, n_b * 8)
        if values != 0:
            move_bytes(m, values + (to - n_b + 1) * 8, temp_values, n_b * 8)
        return answer
    if ends == ENDS_LAST:
        move_bytes(m, keys + (to - n_a + 1) * 8, keys + (a - n_a + 1) * 8, n_a * 8)
        store(m, keys + (to - n_a) * 8, load(m, temp + b * 8))
        if values != 0:
            move_bytes(m, values + (to - n_a + 1) * 8, values + (a - n_a + 1) * 8, n_a * 8)
            store(m, values + (to - n_a) * 8, load(m, temp_values + b * 8))
        return answer
    set_field(m, s, MERGE_A, a << 1)
    set_field(m, s, MERGE_N_A, n_a << 1)
    set_field(m, s, MERGE_B, b << 1)
    set_field(m, s, MERGE_N_B, n_b << 1)
    set_field(m, s, MERGE_TO, to << 1)
    set_field(m, s, MERGE_WINS_A, wins_a << 1)
    set_field(m, s, MERGE_WINS_B, wins_b << 1)
    set_field(m, s, MERGE_GALLOPING, galloping)
    set_field(m, s, MERGE_MIN_GALLOP, min_gallop << 1)
    return SORT_MORE
