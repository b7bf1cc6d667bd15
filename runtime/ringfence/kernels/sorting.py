"""Sorting lists in place, in steps of bounded work.

``sort_begin`` looks at the keys, chooses how to compare them and makes the state; ``sort_step``
works for at most STEP_BUDGET comparisons or so, until it answers that the list is sorted. Keys
whose comparison may run user code are declined, at once or, if they hide inside tuples, when they
are met: then keys and values are put back as they were, and the prelude sorts in Python. Runs are
found and merged in the order of CPython's list sort (powersort's merge order, Munro and Wild
2018); a sort that fails with a TypeError leaves the list as CPython leaves it.
"""

from ringfence.failures import Failure
from ringfence.kernels.iteration import list_from
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.lists import list_items_at, words_reverse
from ringfence.kernels.memory import field, load, move_bytes, set_field, store, word
from ringfence.kernels.merging import (
    MERGE_A,
    MERGE_B,
    MERGE_BASE,
    MERGE_GALLOPING,
    MERGE_MIN_GALLOP,
    MERGE_N_A,
    MERGE_N_B,
    MERGE_TO,
    MERGE_WINS_A,
    MERGE_WINS_B,
    MIN_GALLOP,
    MODE_FLOAT,
    MODE_INT,
    MODE_PLAIN,
    MODE_STR,
    SORT_AFTER_MERGE,
    SORT_AT,
    SORT_BUDGET,
    SORT_DESCENDING,
    SORT_DONE,
    SORT_FIELDS,
    SORT_GALLOP,
    SORT_KEYS,
    SORT_LENGTH,
    SORT_MINRUN,
    SORT_MODE,
    SORT_MORE,
    SORT_NEXT,
    SORT_ORIGINAL,
    SORT_ORIGINAL_VALUES,
    SORT_PHASE,
    SORT_POWER,
    SORT_PYTHON,
    SORT_REVERSE,
    SORT_RUNS,
    SORT_STACK,
    SORT_TEMP,
    SORT_TEMP_VALUES,
    SORT_TYPES,
    SORT_VALUES,
    array_at,
    binary_insertion,
    gallop_left,
    gallop_right,
    merge_high,
    merge_low,
    sort_less,
)
from ringfence.kernels.objects import (
    allocate,
    charge,
    fail3,
    has_room,
    is_float_value,
    kind_of,
    list_length,
    need_room,
    new_tuple,
    unwrap,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.tags import FALSE, NONE, TRUE
from ringfence.kernels.truth import truth
from ringfence.layout import (
    KIND_ARRAY,
    KIND_INSTANCE,
    KIND_ITERATOR,
    KIND_LIST,
    KIND_STR,
    KIND_TUPLE,
    LIST_ITEMS,
    STATE_ARGUMENT_0,
    STATE_SCRATCH_0,
)
from ringfence.opcodes import Op

STEP_BUDGET = 30_000  # comparisons of numbers in a step; 5,000 of other keys, which cost more
SLOW_STEP_BUDGET = 5_000
AT_ONCE = 10_000  # lists of numbers up to this length are sorted in one native call
SLOW_AT_ONCE = 1_000  # the same for other keys

PHASE_RUN = 0  # find the next run
PHASE_COLLAPSE = 1  # merge runs that are due before the new one is pushed
PHASE_FINISH = 2  # merge all that is left
PHASE_MERGE_LOW = 3
PHASE_MERGE_HIGH = 4
PHASE_DONE = 5

OP_LT = int(Op.LT)


@kernel("i8(i8, i8, i8)")
def sort_mode(m, at, n):
    """How n keys are compared, -1 if that runs user code."""
    ints = 1
    floats = 1
    texts = 1
    for i in range(n):
        w = load(m, at + i * 8)
        if (w & 1) == 0:
            floats = 0
            texts = 0
            continue
        ints = 0
        if is_float_value(m, w):
            texts = 0
            continue
        floats = 0
        k = kind_of(m, w)
        if k != KIND_STR:
            texts = 0
            if k == KIND_INSTANCE:
                return -1
    if ints:
        return MODE_INT
    if floats:
        return MODE_FLOAT
    if texts:
        return MODE_STR
    return MODE_PLAIN


@kernel("i8(i8)")
def minimal_run(n):
    """Length to which short runs are extended: n over a power of two, 32 to 64."""
    odd = 0
    while n >= 64:
        odd |= n & 1
        n >>= 1
    return n + odd


@kernel("i8(i8, i8, i8)")
def copy_of(m, at, n):
    """A new ARRAY of n words at an offset."""
    array = allocate(m, KIND_ARRAY, n + 1)
    move_bytes(m, array + 7, at, n * 8)
    return array


@kernel("i8(i8, i8, i8, i8, i8)")
def begin(m, values, keys, reverse, dst):
    """Store at `dst` the state of a sort: NEXT, NEEDS_ROOM, or DECLINE (user code compares).

    `values` is the list to sort, `keys` a list of as many keys (it is sorted too) or NONE.
    """
    n = list_length(m, values)
    moved = NONE
    compared = field(m, values, LIST_ITEMS)
    if keys != NONE:
        moved = compared
        compared = field(m, keys, LIST_ITEMS)
    mode = sort_mode(m, compared + 7, n)
    if mode < 0:
        return DECLINE
    n_arrays = 2 if keys != NONE else 1
    half = n // 2 + 1
    n_bytes = (half + 1) * n_arrays * 8 + (SORT_FIELDS + 2) * 8
    if mode == MODE_PLAIN:
        n_bytes += (n + 1) * n_arrays * 8
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    charge(m, n >> 1)
    s = new_tuple(m, SORT_FIELDS)
    set_field(m, s, SORT_KEYS, compared)
    set_field(m, s, SORT_VALUES, moved)
    set_field(m, s, SORT_TEMP, allocate(m, KIND_ARRAY, half + 1))
    set_field(m, s, SORT_TEMP_VALUES, NONE)
    set_field(m, s, SORT_ORIGINAL, NONE)
    set_field(m, s, SORT_ORIGINAL_VALUES, NONE)
    if keys != NONE:
        set_field(m, s, SORT_TEMP_VALUES, allocate(m, KIND_ARRAY, half + 1))
    if mode == MODE_PLAIN:
        set_field(m, s, SORT_ORIGINAL, copy_of(m, compared + 7, n))
        if keys != NONE:
            set_field(m, s, SORT_ORIGINAL_VALUES, copy_of(m, moved + 7, n))
    set_field(m, s, SORT_LENGTH, n << 1)
    set_field(m, s, SORT_MODE, mode << 1)
    set_field(m, s, SORT_MINRUN, minimal_run(n) << 1)
    set_field(m, s, SORT_GALLOP, MIN_GALLOP << 1)
    set_field(m, s, SORT_PHASE, PHASE_RUN << 1)
    set_field(m, s, SORT_REVERSE, reverse << 1)
    if n < 2:
        set_field(m, s, SORT_PHASE, PHASE_DONE << 1)
    elif reverse:
        # equal keys keep their order although the whole is turned round
        words_reverse(m, compared + 7, n)
        if keys != NONE:
            words_reverse(m, moved + 7, n)
    store(m, dst, s)
    return NEXT


@kernel("i8(i8, i8)", inline=True)
def stack_at(s, run):
    """Offset of an entry of the stack of runs."""
    return s - 1 + (SORT_STACK + run * 3) * 8


@kernel("i8(i8, i8, i8, i8)")
def boundary_power(start, n_left, n_right, n):
    """Depth of the boundary between two runs in the merge tree of powersort."""
    a = 2 * start + n_left
    b = a + n_left + n_right
    power = 0
    while True:
        power += 1
        if a >= n:
            a -= n
            b -= n
        elif b >= n:
            return power
        a *= 2
        b *= 2


@kernel("i8(i8, i8)")
def find_run(m, s):
    """Extend the run at SORT_NEXT as far as it goes, then make it long enough: SORT_*."""
    keys = field(m, s, SORT_KEYS) + 7
    values = array_at(m, field(m, s, SORT_VALUES))
    mode = field(m, s, SORT_MODE) >> 1
    n = field(m, s, SORT_LENGTH) >> 1
    low = field(m, s, SORT_NEXT) >> 1
    at = field(m, s, SORT_AT) >> 1
    budget = field(m, s, SORT_BUDGET) >> 1
    descending = field(m, s, SORT_DESCENDING) >> 1
    if at <= low:
        at = low + 1
        descending = 0
        if at < n:
            descending = sort_less(m, mode, load(m, keys + at * 8), load(m, keys + low * 8))
            if descending > 1:
                return descending
            at += 1
    while at < n and budget > 0:
        r = sort_less(m, mode, load(m, keys + at * 8), load(m, keys + at * 8 - 8))
        if r > 1:
            return r
        if r != descending:
            break
        at += 1
        budget -= 1
    if at < n and budget <= 0:
        set_field(m, s, SORT_AT, at << 1)
        set_field(m, s, SORT_DESCENDING, descending << 1)
        set_field(m, s, SORT_BUDGET, 0)
        return SORT_MORE
    if descending == 1:
        words_reverse(m, keys + low * 8, at - low)
        if values != 0:
            words_reverse(m, values + low * 8, at - low)
    minrun = field(m, s, SORT_MINRUN) >> 1
    if at - low < minrun:
        high = low + minrun
        if high > n:
            high = n
        r = binary_insertion(m, mode, keys, values, low, high, at)
        if r != 0:
            return r
        budget -= (high - at) * 6
        at = high
    set_field(m, s, SORT_AT, at << 1)
    set_field(m, s, SORT_BUDGET, budget << 1)
    runs = field(m, s, SORT_RUNS) >> 1
    if runs > 0:
        before = stack_at(s, runs - 1)
        start = load(m, before) >> 1
        power = boundary_power(start, load(m, before + 8) >> 1, at - low, n)
        set_field(m, s, SORT_POWER, power << 1)
    set_field(m, s, SORT_PHASE, PHASE_COLLAPSE << 1)
    return SORT_DONE


@kernel("i8(i8, i8)")
def push_run(m, s):
    """Put the run that ``find_run`` has made on the stack."""
    runs = field(m, s, SORT_RUNS) >> 1
    if runs > 0:
        store(m, stack_at(s, runs - 1) + 16, field(m, s, SORT_POWER))
    low = field(m, s, SORT_NEXT)
    at = field(m, s, SORT_AT)
    entry = stack_at(s, runs)
    store(m, entry, low)
    store(m, entry + 8, at - low)
    store(m, entry + 16, 0)
    set_field(m, s, SORT_RUNS, (runs + 1) << 1)
    set_field(m, s, SORT_NEXT, at)
    phase = PHASE_FINISH if at == field(m, s, SORT_LENGTH) else PHASE_RUN
    set_field(m, s, SORT_PHASE, phase << 1)
    return 0


@kernel("i8(i8, i8, i8)")
def merge_begin(m, s, run):
    """Merge run number `run` of the stack with the next: trim both ends, then set up a merge."""
    keys = field(m, s, SORT_KEYS) + 7
    values = array_at(m, field(m, s, SORT_VALUES))
    mode = field(m, s, SORT_MODE) >> 1
    left = stack_at(s, run)
    a = load(m, left) >> 1
    n_a = load(m, left + 8) >> 1
    b = load(m, left + 24) >> 1
    n_b = load(m, left + 32) >> 1
    runs = field(m, s, SORT_RUNS) >> 1
    store(m, left + 8, (n_a + n_b) << 1)
    if run == runs - 3:
        # the run behind both takes the place of the second
        store(m, left + 24, load(m, left + 48))
        store(m, left + 32, load(m, left + 56))
        store(m, left + 40, load(m, left + 64))
    set_field(m, s, SORT_RUNS, (runs - 1) << 1)
    k = gallop_right(m, mode, load(m, keys + b * 8), keys + a * 8, n_a, 0)
    if k < 0:
        return -k
    a += k
    n_a -= k
    if n_a == 0:
        return SORT_DONE
    n_b = gallop_left(m, mode, load(m, keys + (a + n_a - 1) * 8), keys + b * 8, n_b, n_b - 1)
    if n_b < 0:
        return -n_b
    if n_b == 0:
        return SORT_DONE
    temp = field(m, s, SORT_TEMP) + 7
    temp_values = array_at(m, field(m, s, SORT_TEMP_VALUES))
    set_field(m, s, SORT_AFTER_MERGE, field(m, s, SORT_PHASE))
    set_field(m, s, MERGE_BASE, a << 1)
    set_field(m, s, MERGE_WINS_A, 0)
    set_field(m, s, MERGE_WINS_B, 0)
    set_field(m, s, MERGE_GALLOPING, 0)
    set_field(m, s, MERGE_MIN_GALLOP, field(m, s, SORT_GALLOP))
    charge(m, (n_a + n_b) >> 2)
    if n_a <= n_b:
        move_bytes(m, temp, keys + a * 8, n_a * 8)
        store(m, keys + a * 8, load(m, keys + b * 8))
        if values != 0:
            move_bytes(m, temp_values, values + a * 8, n_a * 8)
            store(m, values + a * 8, load(m, values + b * 8))
        to = a + 1
        b += 1
        n_b -= 1
        a = 0
        if n_b == 0 or n_a == 1:
            # nothing left to compare
            move_bytes(m, keys + to * 8, keys + b * 8, n_b * 8)
            move_bytes(m, keys + (to + n_b) * 8, temp, n_a * 8)
            if values != 0:
                move_bytes(m, values + to * 8, values + b * 8, n_b * 8)
                move_bytes(m, values + (to + n_b) * 8, temp_values, n_a * 8)
            return SORT_DONE
        set_field(m, s, SORT_PHASE, PHASE_MERGE_LOW << 1)
    else:
        move_bytes(m, temp, keys + b * 8, n_b * 8)
        to = b + n_b - 1
        low = a
        a += n_a - 1
        store(m, keys + to * 8, load(m, keys + a * 8))
        if values != 0:
            move_bytes(m, temp_values, values + b * 8, n_b * 8)
            store(m, values + to * 8, load(m, values + a * 8))
        to -= 1
        a -= 1
        n_a -= 1
        b = n_b - 1
        if n_a == 0 or n_b == 1:
            move_bytes(m, keys + (low + n_b) * 8, keys + low * 8, n_a * 8)
            move_bytes(m, keys + low * 8, temp, n_b * 8)
            if values != 0:
                move_bytes(m, values + (low + n_b) * 8, values + low * 8, n_a * 8)
                move_bytes(m, values + low * 8, temp_values, n_b * 8)
            return SORT_DONE
        set_field(m, s, SORT_PHASE, PHASE_MERGE_HIGH << 1)
    set_field(m, s, MERGE_A, a << 1)
    set_field(m, s, MERGE_N_A, n_a << 1)
    set_field(m, s, MERGE_B, b << 1)
    set_field(m, s, MERGE_N_B, n_b << 1)
    set_field(m, s, MERGE_TO, to << 1)
    return SORT_DONE


@kernel("i8(i8, i8)")
def work(m, s):
    """Sort until the budget is used up: SORT_MORE, SORT_DONE, SORT_PYTHON, SORT_TYPES."""
    while field(m, s, SORT_BUDGET) > 0:
        phase = field(m, s, SORT_PHASE) >> 1
        outcome = SORT_DONE
        if phase == PHASE_RUN:
            outcome = find_run(m, s)
        elif phase == PHASE_COLLAPSE:
            runs = field(m, s, SORT_RUNS) >> 1
            due = 0
            if runs > 1:
                due = 1 if load(m, stack_at(s, runs - 2) + 16) > field(m, s, SORT_POWER) else 0
            if due:
                outcome = merge_begin(m, s, runs - 2)
            else:
                push_run(m, s)
        elif phase == PHASE_FINISH:
            runs = field(m, s, SORT_RUNS) >> 1
            if runs < 2:
                set_field(m, s, SORT_PHASE, PHASE_DONE << 1)
            else:
                run = runs - 2
                if run > 0:
                    before = load(m, stack_at(s, run - 1) + 8)
                    if before < load(m, stack_at(s, run + 1) + 8):
                        run -= 1
                outcome = merge_begin(m, s, run)
        elif phase == PHASE_DONE:
            return SORT_DONE
        else:
            if phase == PHASE_MERGE_LOW:
                outcome = merge_low(m, s)
            else:
                outcome = merge_high(m, s)
            if outcome == SORT_DONE:
                set_field(m, s, SORT_PHASE, field(m, s, SORT_AFTER_MERGE))
        if outcome != SORT_DONE:
            return outcome
    return SORT_MORE


@kernel("i8(i8, i8)")
def turn_round(m, s):
    """The end of a sort with ``reverse=True``."""
    n = field(m, s, SORT_LENGTH) >> 1
    if field(m, s, SORT_REVERSE) != 0 and n > 1:
        words_reverse(m, field(m, s, SORT_KEYS) + 7, n)
        if field(m, s, SORT_VALUES) != NONE:
            words_reverse(m, field(m, s, SORT_VALUES) + 7, n)
    return 0


@kernel("i8(i8, i8)")
def put_back(m, s):
    """Undo everything: user code has to compare."""
    n = field(m, s, SORT_LENGTH) >> 1
    move_bytes(m, field(m, s, SORT_KEYS) + 7, field(m, s, SORT_ORIGINAL) + 7, n * 8)
    if field(m, s, SORT_VALUES) != NONE:
        original = field(m, s, SORT_ORIGINAL_VALUES)
        move_bytes(m, field(m, s, SORT_VALUES) + 7, original + 7, n * 8)
    return 0


@kernel("i8(i8, i8)", inline=True)
def step_budget(m, s):
    """Comparisons that make a step of less than a millisecond."""
    if field(m, s, SORT_MODE) <= MODE_FLOAT << 1:
        return STEP_BUDGET
    return SLOW_STEP_BUDGET


@kernel("i8(i8, i8, i8)")
def sort_for(m, s, budget):
    """Go on with a sort for so many comparisons and carry out what comes of it: SORT_*."""
    set_field(m, s, SORT_BUDGET, budget << 1)
    outcome = work(m, s)
    left = field(m, s, SORT_BUDGET) >> 1
    charge(m, (budget - left) * 2)
    if outcome == SORT_PYTHON:
        put_back(m, s)
    elif outcome != SORT_MORE:
        turn_round(m, s)
        set_field(m, s, SORT_PHASE, PHASE_DONE << 1)
        set_field(m, s, SORT_REVERSE, 0)
    return outcome


@kernel("i8(i8)")
def types_failure(m):
    """Report the TypeError of the comparison that was tried last."""
    left = word(m, 0, STATE_ARGUMENT_0)
    right = word(m, 0, STATE_ARGUMENT_0 + 1)
    return fail3(m, Failure.COMPARISON_OPERANDS, OP_LT << 1, left, right)


@native("sort_begin")
def native_sort_begin(m, args, n, dst):
    """``sort_begin(list, keys or None, reverse)``: the state, or None if user code compares."""
    values = load(m, args)
    keys = load(m, args + 8)
    if n != 3 or kind_of(m, values) != KIND_LIST:
        return DECLINE
    if keys != NONE:
        if kind_of(m, keys) != KIND_LIST or list_length(m, keys) != list_length(m, values):
            return DECLINE
    status = begin(m, values, keys, 1 if load(m, args + 16) == TRUE else 0, dst)
    if status == DECLINE:
        store(m, dst, NONE)
        return NEXT
    return status


@native("sort_step")
def native_sort_step(m, args, n, dst):
    """``sort_step(state)``: True sorted, False not yet, None (undone): user code compares."""
    s = load(m, args)
    if n != 1 or kind_of(m, s) != KIND_TUPLE:
        return DECLINE
    outcome = sort_for(m, s, step_budget(m, s))
    if outcome == SORT_TYPES:
        return types_failure(m)
    answer = FALSE
    if outcome == SORT_DONE:
        answer = TRUE
    elif outcome == SORT_PYTHON:
        answer = NONE
    store(m, dst, answer)
    return NEXT


@kernel("i8(i8, i8, i8)")
def sort_at_once(m, target, reverse):
    """Sort a short list of plain items: NEXT, DECLINE (long, or user code), FAIL, NEEDS_ROOM."""
    n = list_length(m, target)
    if n < 2:
        return NEXT
    if n > AT_ONCE:
        return DECLINE
    if n > SLOW_AT_ONCE:
        mode = sort_mode(m, list_items_at(m, target), n)
        if mode != MODE_INT and mode != MODE_FLOAT:
            return DECLINE
    status = begin(m, target, NONE, reverse, STATE_ARGUMENT_0 * 8)
    if status != NEXT:
        return status
    s = word(m, 0, STATE_ARGUMENT_0)
    outcome = SORT_MORE
    while outcome == SORT_MORE:
        outcome = sort_for(m, s, step_budget(m, s))
    if outcome == SORT_TYPES:
        return types_failure(m)
    if outcome != SORT_DONE:
        return DECLINE
    return NEXT


@native("list.sort")
def list_sort(m, args, n, dst):
    """``list.sort()`` without key: short lists of values that need no user code."""
    target = unwrap(m, load(m, args))
    if n != 1 or kind_of(m, target) != KIND_LIST:
        return DECLINE
    status = sort_at_once(m, target, 0)
    if status == NEXT:
        store(m, dst, NONE)
    return status


@native("sorted")
def native_sorted(m, args, n, dst):
    """``sorted(iterable)`` of a builtin container; iterators are left to the prelude."""
    w = load(m, args)
    if n != 1 or kind_of(m, w) == KIND_ITERATOR:
        return DECLINE
    status = list_from(m, w, STATE_SCRATCH_0 * 8)
    if status != NEXT:
        return status
    target = word(m, 0, STATE_SCRATCH_0)
    status = sort_at_once(m, target, 0)
    if status == NEXT:
        store(m, dst, target)
    return status


@native("sort_plain")
def sort_plain(m, args, n, dst):
    """``sort_plain(list, reverse)``: None if it is sorted, False if it must be done in steps."""
    target = unwrap(m, load(m, args))
    if n != 2 or kind_of(m, target) != KIND_LIST:
        return DECLINE
    reverse = truth(m, load(m, args + 8))
    if reverse == 2:
        return DECLINE
    status = sort_at_once(m, target, reverse)
    if status == DECLINE:
        store(m, dst, FALSE)
        return NEXT
    if status == NEXT:
        store(m, dst, NONE)
    return status
