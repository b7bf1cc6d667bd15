"""Finding text in text: find, count, contains, startswith and their mirror images.

Works on units (1, 2 or 4 bytes) at offsets, so bytes are searched by the same kernels. A search
first looks for the needle's first and last unit a word at a time (several positions in one
machine word) and compares what lies between. When the comparisons turn out to cost more than the
scan itself, as hostile input makes them, it goes over to the two-way algorithm, which is linear
(M. Crochemore, D. Perrin, "Two-way string-matching", J. ACM 38, 1991).
"""

from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import (
    compare_bytes,
    count_leading_zeros,
    count_ones,
    count_trailing_zeros,
    load,
    load8,
    load16,
    load32,
    set_word,
    shift_left,
    store,
    word,
    wrap_add,
    wrap_mul,
    wrap_sub,
)
from ringfence.kernels.objects import (
    charge,
    has_room,
    has_time,
    kind_of,
    need_room,
    need_time,
    new_raw,
    tuple_item,
    tuple_length,
    unwrap,
)
from ringfence.kernels.slices import PLAIN_INDEX, index_class, index_number
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.strings import (
    copy_units,
    get_unit,
    is_string,
    string_length,
    string_width,
    text_at,
)
from ringfence.kernels.tags import NONE, bool_value, int_value
from ringfence.layout import KIND_TUPLE, RAW_DATA, STATE_SCRATCH_0

RANGE_START = STATE_SCRATCH_0 + 4  # where `search_range` leaves its bounds
RANGE_STOP = STATE_SCRATCH_0 + 5
COMPARISON_COST = 8  # nanoseconds, about, of one comparison of a candidate
UNITS_A_HIT = 8  # of fuel, for each occurrence that is counted
PATIENCE = 2000  # nanoseconds of comparisons before a search is called hostile


# ---------------------------------------------------------------- several units in one word
@kernel("i8(i8)", inline=True)
def lane_ones(width):
    """A word with 1 in every unit."""
    if width == 1:
        return 0x0101010101010101
    if width == 2:
        return 0x0001000100010001
    return 0x0000000100000001


@kernel("i8(i8, i8)", inline=True)
def zero_lanes(x, highs):
    """The high bit of every unit of x that is zero, exactly."""
    lows = ~highs
    return ~(wrap_add(x & lows, lows) | x | lows)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def find_unit(m, at, width, start, stop, code):
    """Index of the first unit `code` in [start, stop), or -1."""
    if start >= stop or code >= shift_left(1, 8 * width):
        return -1
    ones = lane_ones(width)
    highs = shift_left(ones, 8 * width - 1)
    pattern = wrap_mul(ones, code)
    lanes = 8 // width
    shift = 3 + (width >> 1)
    i = start
    # four words at once while none of them has it: 2-3 times as fast on long texts
    while i + 4 * lanes <= stop:
        here = at + i * width
        a = load(m, here) ^ pattern
        b = load(m, here + 8) ^ pattern
        c = load(m, here + 16) ^ pattern
        d = load(m, here + 24) ^ pattern
        zeros = (
            (wrap_sub(a, ones) & ~a) | (wrap_sub(b, ones) & ~b)
            | (wrap_sub(c, ones) & ~c) | (wrap_sub(d, ones) & ~d)
        )
        if zeros & highs != 0:
            break
        i += 4 * lanes
    while i < stop:
        found = zero_lanes(load(m, at + i * width) ^ pattern, highs)
        if found != 0:
            charge(m, (i - start) >> 4)
            i += count_trailing_zeros(found) >> shift
            return i if i < stop else -1
        i += lanes
    charge(m, (stop - start) >> 4)
    return -1


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def find_unit_last(m, at, width, start, stop, code):
    """Index of the last unit `code` in [start, stop), or -1."""
    if start >= stop or code >= shift_left(1, 8 * width):
        return -1
    ones = lane_ones(width)
    highs = shift_left(ones, 8 * width - 1)
    pattern = wrap_mul(ones, code)
    lanes = 8 // width
    shift = 3 + (width >> 1)
    i = stop - lanes
    while i > start - lanes:
        # the word may begin before the text, never before the header of its object
        found = zero_lanes(load(m, at + i * width) ^ pattern, highs)
        if found != 0:
            charge(m, (stop - i) >> 4)
            i += (63 - count_leading_zeros(found)) >> shift
            return i if i >= start else -1
        i -= lanes
    charge(m, (stop - start) >> 4)
    return -1


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def count_unit(m, at, width, start, stop, code):
    """How many units in [start, stop) are `code`."""
    if start >= stop or code >= shift_left(1, 8 * width):
        return 0
    ones = lane_ones(width)
    highs = shift_left(ones, 8 * width - 1)
    pattern = wrap_mul(ones, code)
    lanes = 8 // width
    charge(m, (stop - start) >> 4)
    total = 0
    i = start
    while i + lanes <= stop:
        total += count_ones(zero_lanes(load(m, at + i * width) ^ pattern, highs))
        i += lanes
    while i < stop:
        if get_unit(m, at, width, i) == code:
            total += 1
        i += 1
    return total


# ---------------------------------------------------------------- a needle of any length
@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def find_text(m, at, width, start, stop, needle, k):
    """Index of the first occurrence of k units at `needle` in [start, stop), or -1.

    Both texts have the same width. An empty needle is found at `start`.
    """
    if k > stop - start or start > stop:
        return -1
    if k == 0:
        return start
    if k == 1:
        return find_unit(m, at, width, start, stop, get_unit(m, needle, width, 0))
    ones = lane_ones(width)
    highs = shift_left(ones, 8 * width - 1)
    first = wrap_mul(ones, get_unit(m, needle, width, 0))
    last = wrap_mul(ones, get_unit(m, needle, width, k - 1))
    to_last = at + (k - 1) * width
    lanes = 8 // width
    shift = 3 + (width >> 1)
    end = stop - k + 1
    size = k * width
    work = 0
    i = start
    while i < end:
        found = zero_lanes(
            (load(m, at + i * width) ^ first) | (load(m, to_last + i * width) ^ last), highs
        )
        while found != 0:
            candidate = i + (count_trailing_zeros(found) >> shift)
            if candidate >= end:
                break
            if compare_bytes(m, at + candidate * width, needle, size) == 0:
                charge(m, (work >> 2) + ((candidate - start) >> 3))
                return candidate
            work += COMPARISON_COST + (size >> 4)
            found &= wrap_sub(found, 1)
        if work > PATIENCE + 2 * (i - start):
            charge(m, (work >> 2) + ((i - start) >> 3))
            return find_two_way(m, at, width, width, i, stop, needle, k)
        i += lanes
    charge(m, (work >> 2) + ((stop - start) >> 3))
    return -1


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def find_text_last(m, at, width, start, stop, needle, k):
    """Index of the last occurrence of k units at `needle` in [start, stop), or -1."""
    if k > stop - start or start > stop:
        return -1
    if k == 0:
        return stop
    if k == 1:
        return find_unit_last(m, at, width, start, stop, get_unit(m, needle, width, 0))
    first = get_unit(m, needle, width, 0)
    size = k * width
    work = 0
    i = stop - k
    while i >= start:
        i = find_unit_last(m, at, width, start, i + 1, first)
        if i < 0:
            return -1
        if compare_bytes(m, at + i * width, needle, size) == 0:
            charge(m, work >> 2)
            return i
        work += COMPARISON_COST + (size >> 4)
        if work > PATIENCE + 2 * (stop - i):
            charge(m, work >> 2)
            # both texts read backwards, from the last unit that is still in question
            mirrored = find_two_way(
                m, at + (i + k - 2) * width, width, -width, 0, i + k - 1 - start,
                needle + (k - 1) * width, k,
            )
            return -1 if mirrored < 0 else i + k - 1 - mirrored - k
        i -= 1
    charge(m, work >> 2)
    return -1


@kernel("i8(i8, i8, i8)", inline=True)
def unit_at(m, at, width):
    if width == 1:
        return load8(m, at)
    if width == 2:
        return load16(m, at)
    return load32(m, at)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def maximal_suffix(m, needle, width, step, k, reverse):
    """Start of the maximal suffix minus 1 (plus 1, times 2**32) and its period.

    In the order of the units, or the reverse order.
    """
    i = -1
    j = 0
    length = 1
    period = 1
    while j + length < k:
        a = unit_at(m, needle + (j + length) * step, width)
        b = unit_at(m, needle + (i + length) * step, width)
        if a == b:
            if length == period:
                j += period
                length = 1
            else:
                length += 1
        elif (a < b) != (reverse != 0):
            j += length
            length = 1
            period = j - i
        else:
            i = j
            j = i + 1
            length = 1
            period = 1
    return ((i + 1) << 32) | period


@kernel("i8(i8, i8, i8, i8, i8, i8, i8, i8)")
def find_two_way(m, at, width, step, start, stop, needle, k):
    """``find_text`` in time proportional to the texts; `step` -width reads both backwards."""
    charge(m, k >> 1)
    forward = maximal_suffix(m, needle, width, step, k, 0)
    backward = maximal_suffix(m, needle, width, step, k, 1)
    best = forward if (forward >> 32) > (backward >> 32) else backward
    critical = (best >> 32) - 1
    period = best & 0xFFFFFFFF
    periodic = 1
    for i in range(critical + 1):
        if i + period >= k or unit_at(m, needle + i * step, width) != unit_at(
            m, needle + (i + period) * step, width
        ):
            periodic = 0
            break
    if periodic == 0:
        right = k - critical - 1
        period = (critical + 1 if critical + 1 > right else right) + 1
    remembered = -1
    j = start
    while j <= stop - k:
        i = (critical if critical > remembered else remembered) + 1
        while i < k and unit_at(m, needle + i * step, width) == unit_at(
            m, at + (i + j) * step, width
        ):
            i += 1
        if i < k:
            j += i - critical
            remembered = -1
            continue
        i = critical
        while i > remembered and unit_at(m, needle + i * step, width) == unit_at(
            m, at + (i + j) * step, width
        ):
            i -= 1
        if i <= remembered:
            charge(m, (j - start + k) >> 1)
            return j
        j += period
        remembered = k - period - 1 if periodic == 1 else -1
    charge(m, (stop - start) >> 1)
    return -1


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def count_text(m, at, width, start, stop, needle, k):
    """Occurrences without overlap of k units at `needle` in [start, stop)."""
    if start > stop:
        return 0
    if k == 0:
        return stop - start + 1
    if k == 1:
        return count_unit(m, at, width, start, stop, get_unit(m, needle, width, 0))
    total = 0
    i = start
    while True:
        i = find_text(m, at, width, i, stop, needle, k)
        if i < 0:
            charge(m, total * UNITS_A_HIT)
            return total
        total += 1
        i += k


# ---------------------------------------------------------------- strings
@kernel("i8(i8, i8, i8)", inline=True)
def widening_bytes(m, s, width):
    """Heap bytes that ``text_in_width`` takes."""
    if string_width(m, s) >= width:
        return 0
    return string_length(m, s) * width + 16


@kernel("i8(i8, i8, i8)")
def text_in_width(m, s, width):
    """Offset of a string's text in units of `width`, not narrower than its own; may allocate."""
    own = string_width(m, s)
    if own >= width:
        return text_at(s)
    n = string_length(m, s)
    at = new_raw(m, n * width) - 1 + RAW_DATA * 8
    copy_units(m, at, width, text_at(s), own, n)
    return at


@kernel("i8(i8, i8, i8, i8, i8)")
def search_range(m, args, n, first, length):
    """Bounds from optional arguments number `first` and the next, left in RANGE_*.

    Answers 1, or 0 when an argument is not plainly an integer or None.
    """
    start = 0
    stop = length
    if n > first:
        w = unwrap(m, load(m, args + 8 * first))
        if w != NONE:
            if index_class(m, w) != PLAIN_INDEX:
                return 0
            start = index_number(m, w)
            if start < 0:
                start = start + length if start + length > 0 else 0
    if n > first + 1:
        w = unwrap(m, load(m, args + 8 * first + 8))
        if w != NONE:
            if index_class(m, w) != PLAIN_INDEX:
                return 0
            stop = index_number(m, w)
            if stop > length:
                stop = length
            elif stop < 0:
                stop = stop + length if stop + length > 0 else 0
    set_word(m, 0, RANGE_START, start)
    set_word(m, 0, RANGE_STOP, stop)
    return 1


FIND = 0
FIND_LAST = 1
COUNT = 2


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def string_search(m, s, needle, start, stop, how, dst):
    """Search and store the number found; DECLINE never, NEEDS_ROOM perhaps."""
    width = string_width(m, s)
    k = string_length(m, needle)
    answer = -1
    if string_width(m, needle) > width:
        answer = 0 if how == COUNT else -1
    elif k == 1 and how == FIND:
        code = get_unit(m, text_at(needle), string_width(m, needle), 0)
        answer = find_unit(m, text_at(s), width, start, stop, code)
    else:
        size = widening_bytes(m, needle, width)
        if not has_room(m, size):
            return need_room(m, size)
        at = text_in_width(m, needle, width)
        if how == FIND:
            answer = find_text(m, text_at(s), width, start, stop, at, k)
        elif how == FIND_LAST:
            answer = find_text_last(m, text_at(s), width, start, stop, at, k)
        else:
            work = (stop - start) // max(k, 2) * UNITS_A_HIT
            if k > 1 and not has_time(m, work):
                return need_time(m, work)
            answer = count_text(m, text_at(s), width, start, stop, at, k)
    store(m, dst, int_value(answer))
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def string_contains(m, s, needle, dst):
    """Store whether string `needle` lies in string `s` as a bool value."""
    status = string_search(m, s, needle, 0, string_length(m, s), FIND, dst)
    if status == NEXT:
        store(m, dst, bool_value(1 if load(m, dst) >= 0 else 0))
    return status


@kernel("i8(i8, i8, i8, i8, i8)")
def search_arguments(m, args, n, dst, how):
    """find, rfind or count of the arguments (self, sub[, start[, end]])."""
    if n < 2 or n > 4:
        return DECLINE
    s = unwrap(m, load(m, args))
    needle = unwrap(m, load(m, args + 8))
    if not is_string(m, s) or not is_string(m, needle):
        return DECLINE
    if search_range(m, args, n, 2, string_length(m, s)) == 0:
        return DECLINE
    start = word(m, 0, RANGE_START)
    return string_search(m, s, needle, start, word(m, 0, RANGE_STOP), how, dst)


@native("str.find")
def str_find(m, args, n, dst):
    return search_arguments(m, args, n, dst, FIND)


@native("str.rfind")
def str_rfind(m, args, n, dst):
    return search_arguments(m, args, n, dst, FIND_LAST)


@native("str.count")
def str_count(m, args, n, dst):
    return search_arguments(m, args, n, dst, COUNT)


@native("str.index")
def str_index(m, args, n, dst):
    status = search_arguments(m, args, n, dst, FIND)
    if status == NEXT and load(m, dst) < 0:
        return DECLINE
    return status


@native("str.rindex")
def str_rindex(m, args, n, dst):
    status = search_arguments(m, args, n, dst, FIND_LAST)
    if status == NEXT and load(m, dst) < 0:
        return DECLINE
    return status


@native("str.__contains__")
def str_contains(m, args, n, dst):
    s = unwrap(m, load(m, args))
    needle = unwrap(m, load(m, args + 8))
    if n != 2 or not is_string(m, s) or not is_string(m, needle):
        return DECLINE
    return string_contains(m, s, needle, dst)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def has_text_at(m, s, start, stop, part, from_end):
    """Whether s[start:stop] begins (or ends) with string `part`: 1 or 0."""
    k = string_length(m, part)
    if start > stop or k > stop - start:
        return 0
    if from_end != 0:
        start = stop - k
    width = string_width(m, s)
    own = string_width(m, part)
    at = text_at(s) + start * width
    if own == width:
        charge(m, k >> 5)
        return 1 if compare_bytes(m, at, text_at(part), k * width) == 0 else 0
    if own > width:
        return 0 if k > 0 else 1
    charge(m, k >> 2)
    for i in range(k):
        if get_unit(m, at, width, i) != get_unit(m, text_at(part), own, i):
            return 0
    return 1


@kernel("i8(i8, i8, i8, i8, i8)")
def affix_arguments(m, args, n, dst, from_end):
    """startswith or endswith of the arguments (self, str or tuple[, start[, end]])."""
    if n < 2 or n > 4:
        return DECLINE
    s = unwrap(m, load(m, args))
    wanted = unwrap(m, load(m, args + 8))
    if not is_string(m, s) or search_range(m, args, n, 2, string_length(m, s)) == 0:
        return DECLINE
    start = word(m, 0, RANGE_START)
    stop = word(m, 0, RANGE_STOP)
    if is_string(m, wanted):
        store(m, dst, bool_value(has_text_at(m, s, start, stop, wanted, from_end)))
        return NEXT
    if kind_of(m, wanted) != KIND_TUPLE:
        return DECLINE
    count = tuple_length(m, wanted)
    charge(m, count)
    for i in range(count):
        part = unwrap(m, tuple_item(m, wanted, i))
        if not is_string(m, part):
            return DECLINE
        if has_text_at(m, s, start, stop, part, from_end) == 1:
            store(m, dst, bool_value(1))
            return NEXT
    store(m, dst, bool_value(0))
    return NEXT


@native("str.startswith")
def str_startswith(m, args, n, dst):
    return affix_arguments(m, args, n, dst, 0)


@native("str.endswith")
def str_endswith(m, args, n, dst):
    return affix_arguments(m, args, n, dst, 1)
