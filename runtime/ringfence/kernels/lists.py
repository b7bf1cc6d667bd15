"""Lists: growing, shrinking, slices, concatenation, repetition.

A list owns an ARRAY whose words past the length are zero. Growth is by half, later by a quarter;
an array that ends at the top of the heap grows in place, without a copy. Every function that may
allocate checks for room before it changes anything, so the instruction can be run again.
"""

from ringfence.failures import Failure
from ringfence.kernels.jit import kernel, opcode
from ringfence.kernels.memory import (
    field,
    fill_bytes,
    load,
    move_bytes,
    set_field,
    set_word,
    shift_left,
    store,
    word,
)
from ringfence.kernels.objects import (
    allocate,
    charge,
    fail,
    has_room,
    list_length,
    need_room,
    new_list,
    size_words,
)
from ringfence.kernels.registers import at_b, get_a, get_b, number_c, put_a
from ringfence.kernels.slices import BOUND_COUNT, BOUND_START, BOUND_STEP
from ringfence.kernels.status import NEXT
from ringfence.layout import (
    BLOCK_BYTES,
    HEAP_BYTES,
    KIND_ARRAY,
    LIST_ITEMS,
    LIST_LENGTH,
    STATE_HEAP_TOP,
)
from ringfence.opcodes import Op

MAX_ITEMS = HEAP_BYTES // 8  # no sequence can be longer
HUGE_BYTES = BLOCK_BYTES  # asked for when the true size cannot be had at all
SLOWER_GROWTH = 1 << 16  # items from which lists grow by a quarter


@kernel("i8(i8, i8)", inline=True)
def list_items_at(m, target):
    """Offset of the first item."""
    return field(m, target, LIST_ITEMS) + 7


@kernel("i8(i8, i8)", inline=True)
def list_capacity(m, target):
    return size_words(m, field(m, target, LIST_ITEMS)) - 1


@kernel("i8(i8, i8, i8)")
def list_reserve(m, target, wanted):
    """Make room for `wanted` items in all. Answers NEXT or NEEDS_ROOM; the length stays."""
    items = field(m, target, LIST_ITEMS)
    capacity = size_words(m, items) - 1
    if wanted <= capacity:
        return NEXT
    if wanted > MAX_ITEMS:
        return need_room(m, HUGE_BYTES)
    grown = capacity + (capacity >> 1) + 4
    if capacity > SLOWER_GROWTH:
        grown = capacity + (capacity >> 2)
    if grown < wanted:
        grown = wanted
    top = word(m, 0, STATE_HEAP_TOP)
    if items + 7 + capacity * 8 == top:
        extra = (grown - capacity) * 8
        if not has_room(m, extra):
            return need_room(m, extra)
        set_word(m, 0, STATE_HEAP_TOP, top + extra)
        set_field(m, items, 0, shift_left(grown + 1, 32) | KIND_ARRAY)
        return NEXT
    if not has_room(m, grown * 8 + 8):
        return need_room(m, grown * 8 + 8)
    larger = allocate(m, KIND_ARRAY, grown + 1)
    n = list_length(m, target)
    move_bytes(m, larger + 7, items + 7, n * 8)
    set_field(m, target, LIST_ITEMS, larger)
    charge(m, n >> 3)
    return NEXT


@kernel("i8(i8, i8, i8)")
def list_append_growing(m, target, w):
    n = list_length(m, target)
    status = list_reserve(m, target, n + 1)
    if status != NEXT:
        return status
    store(m, list_items_at(m, target) + n * 8, w)
    set_field(m, target, LIST_LENGTH, (n + 1) << 1)
    return NEXT


@kernel("i8(i8, i8, i8)", inline=True)
def list_append(m, target, w):
    """Append a value. Answers NEXT or NEEDS_ROOM."""
    n = field(m, target, LIST_LENGTH)
    items = field(m, target, LIST_ITEMS)
    if (n >> 1) + 1 < size_words(m, items):
        store(m, items + 7 + n * 4, w)
        set_field(m, target, LIST_LENGTH, n + 2)
        return NEXT
    return list_append_growing(m, target, w)


@kernel("i8(i8, i8, i8)")
def list_truncate(m, target, n):
    """Shorten to n items; the freed words become zero."""
    old = list_length(m, target)
    fill_bytes(m, list_items_at(m, target) + n * 8, (old - n) * 8, 0)
    set_field(m, target, LIST_LENGTH, n << 1)
    return NEXT


@kernel("i8(i8, i8)")
def list_clear(m, target):
    """Empty a list; its array is given up."""
    set_field(m, target, LIST_LENGTH, 0)
    set_field(m, target, LIST_ITEMS, allocate(m, KIND_ARRAY, 1))
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def list_insert(m, target, index, w):
    """Insert before `index` (a number, 0 to the length)."""
    n = list_length(m, target)
    status = list_reserve(m, target, n + 1)
    if status != NEXT:
        return status
    at = list_items_at(m, target) + index * 8
    move_bytes(m, at + 8, at, (n - index) * 8)
    store(m, at, w)
    set_field(m, target, LIST_LENGTH, (n + 1) << 1)
    charge(m, (n - index) >> 3)
    return NEXT


@kernel("i8(i8, i8, i8)")
def list_remove_at(m, target, index):
    """Take out the item at `index` (in range) and answer it."""
    last = list_length(m, target) - 1
    at = list_items_at(m, target) + index * 8
    w = load(m, at)
    if index < last:
        move_bytes(m, at, at + 8, (last - index) * 8)
        charge(m, (last - index) >> 3)
    store(m, list_items_at(m, target) + last * 8, 0)
    set_field(m, target, LIST_LENGTH, last << 1)
    return w


@kernel("i8(i8, i8, i8)")
def words_reverse(m, at, n):
    """Reverse n words in place."""
    low = at
    high = at + n * 8 - 8
    while low < high:
        w = load(m, low)
        store(m, low, load(m, high))
        store(m, high, w)
        low += 8
        high -= 8
    charge(m, n >> 3)
    return 0


@kernel("i8(i8, i8, i8, i8)")
def list_from_words(m, at, n, dst):
    """Store at `dst` a new list of the n values at offset `at`."""
    if not has_room(m, n * 8 + 64):
        return need_room(m, n * 8 + 64)
    target = new_list(m, n)
    move_bytes(m, list_items_at(m, target), at, n * 8)
    set_field(m, target, LIST_LENGTH, n << 1)
    store(m, dst, target)
    charge(m, n >> 3)
    return NEXT


@kernel("i8(i8, i8, i8)")
def list_copy(m, target, dst):
    return list_from_words(m, list_items_at(m, target), list_length(m, target), dst)


@kernel("i8(i8, i8, i8, i8, i8)")
def words_gather(m, to, source, step, n):
    """Copy n words, `step` words apart, from offset `source` to consecutive words."""
    if step == 1:
        move_bytes(m, to, source, n * 8)
        charge(m, n >> 3)
        return 0
    at = source
    for i in range(n):
        store(m, to + i * 8, load(m, at))
        at += step * 8
    charge(m, n >> 2)
    return 0


@kernel("i8(i8, i8, i8)")
def list_slice(m, target, dst):
    """Store at `dst` the part of a list that ``slice_bounds`` has determined."""
    count = word(m, 0, BOUND_COUNT)
    if not has_room(m, count * 8 + 64):
        return need_room(m, count * 8 + 64)
    part = new_list(m, count)
    source = list_items_at(m, target) + word(m, 0, BOUND_START) * 8
    # a step that leaps over everything is never taken, only multiplied
    step = word(m, 0, BOUND_STEP) if count > 1 else 1
    words_gather(m, list_items_at(m, part), source, step, count)
    set_field(m, part, LIST_LENGTH, count << 1)
    store(m, dst, part)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def list_assign_slice(m, target, at, n):
    """Put the n values at offset `at` into the place that ``slice_bounds`` has determined.

    The values must not lie in the list's own array.
    """
    start = word(m, 0, BOUND_START)
    step = word(m, 0, BOUND_STEP)
    count = word(m, 0, BOUND_COUNT)
    if step != 1:
        if n != count:
            return fail(m, Failure.SLICE_SIZE, n << 1, count << 1)
        to = list_items_at(m, target) + start * 8
        for i in range(n):
            store(m, to, load(m, at + i * 8))
            if i + 1 < n:
                to += step * 8
        charge(m, n >> 2)
        return NEXT
    old = list_length(m, target)
    length = old - count + n
    status = list_reserve(m, target, length)
    if status != NEXT:
        return status
    to = list_items_at(m, target) + start * 8
    tail = old - start - count
    if n != count:
        move_bytes(m, to + n * 8, to + count * 8, tail * 8)
    move_bytes(m, to, at, n * 8)
    if length < old:
        fill_bytes(m, list_items_at(m, target) + length * 8, (old - length) * 8, 0)
    set_field(m, target, LIST_LENGTH, length << 1)
    charge(m, (n + tail) >> 3)
    return NEXT


@kernel("i8(i8, i8)")
def list_delete_slice(m, target):
    """Delete the part that ``slice_bounds`` has determined."""
    start = word(m, 0, BOUND_START)
    step = word(m, 0, BOUND_STEP)
    count = word(m, 0, BOUND_COUNT)
    if count == 0:
        return NEXT
    if step < 0:
        start += step * (count - 1)
        step = -step
    if count == 1:
        step = 1
    n = list_length(m, target)
    items = list_items_at(m, target)
    to = items + start * 8
    if step == 1:
        move_bytes(m, to, to + count * 8, (n - start - count) * 8)
    else:
        source = to
        for i in range(count):
            kept = step - 1
            source += 8
            if i == count - 1:
                kept = n - start - (count - 1) * step - 1
            move_bytes(m, to, source, kept * 8)
            to += kept * 8
            source += kept * 8
    charge(m, (n - start) >> 3)
    return list_truncate(m, target, n - count)


@kernel("i8(i8, i8, i8, i8)")
def list_extend_words(m, target, at, n):
    """Append the n values at offset `at` (not in the list's own array)."""
    old = list_length(m, target)
    status = list_reserve(m, target, old + n)
    if status != NEXT:
        return status
    move_bytes(m, list_items_at(m, target) + old * 8, at, n * 8)
    set_field(m, target, LIST_LENGTH, (old + n) << 1)
    charge(m, n >> 3)
    return NEXT


@kernel("i8(i8, i8, i8)")
def list_extend_list(m, target, other):
    """Append the items of a list, which may be the same one."""
    n = list_length(m, other)
    status = list_reserve(m, target, list_length(m, target) + n)
    if status != NEXT:
        return status
    return list_extend_words(m, target, list_items_at(m, other), n)


@kernel("i8(i8, i8, i8, i8)")
def list_concat(m, a, b, dst):
    """Store at `dst` the list ``a + b`` (both lists)."""
    n_a = list_length(m, a)
    n_b = list_length(m, b)
    n = n_a + n_b
    if not has_room(m, n * 8 + 64):
        return need_room(m, n * 8 + 64)
    target = new_list(m, n)
    items = list_items_at(m, target)
    move_bytes(m, items, list_items_at(m, a), n_a * 8)
    move_bytes(m, items + n_a * 8, list_items_at(m, b), n_b * 8)
    set_field(m, target, LIST_LENGTH, n << 1)
    store(m, dst, target)
    charge(m, n >> 3)
    return NEXT


@kernel("i8(i8, i8)", inline=True)
def repeated_length(n, times):
    """Length of a sequence of n items repeated, or -1 if it is longer than any can be."""
    if times <= 0 or n == 0:
        return 0
    if times > MAX_ITEMS // n:
        return -1
    return n * times


@kernel("i8(i8, i8, i8, i8)")
def words_repeat(m, at, n, total):
    """Repeat the first n words at `at` until `total` words are filled."""
    if n == 1:
        w = load(m, at)
        if w == 0:
            fill_bytes(m, at, total * 8, 0)
        else:
            for i in range(1, total):
                store(m, at + i * 8, w)
    else:
        done = n
        while done < total:
            more = done
            if more > total - done:
                more = total - done
            move_bytes(m, at + done * 8, at, more * 8)
            done += more
    charge(m, total >> 3)
    return 0


@kernel("i8(i8, i8, i8, i8)")
def list_repeat(m, target, times, dst):
    """Store at `dst` the list repeated `times` times (a plain number, may be negative)."""
    n = list_length(m, target)
    total = repeated_length(n, times)
    if total < 0:
        return need_room(m, HUGE_BYTES)
    if not has_room(m, total * 8 + 64):
        return need_room(m, total * 8 + 64)
    result = new_list(m, total)
    if total > 0:
        move_bytes(m, list_items_at(m, result), list_items_at(m, target), n * 8)
        words_repeat(m, list_items_at(m, result), n, total)
    set_field(m, result, LIST_LENGTH, total << 1)
    store(m, dst, result)
    return NEXT


@kernel("i8(i8, i8, i8)")
def list_repeat_in_place(m, target, times):
    """``target *= times``."""
    n = list_length(m, target)
    total = repeated_length(n, times)
    if total < 0:
        return need_room(m, HUGE_BYTES)
    if total == 0:
        return list_clear(m, target)
    status = list_reserve(m, target, total)
    if status != NEXT:
        return status
    words_repeat(m, list_items_at(m, target), n, total)
    set_field(m, target, LIST_LENGTH, total << 1)
    return NEXT


@opcode(Op.BUILD_LIST)
def op_build_list(m, base, insn):
    n = number_c(insn)
    if not has_room(m, n * 8 + 64):
        return need_room(m, n * 8 + 64)
    target = new_list(m, n)
    move_bytes(m, list_items_at(m, target), at_b(base, insn), n * 8)
    set_field(m, target, LIST_LENGTH, n << 1)
    put_a(m, base, insn, target)
    return NEXT


@opcode(Op.LIST_APPEND)
def op_list_append(m, base, insn):
    return list_append(m, get_a(m, base, insn), get_b(m, base, insn))
