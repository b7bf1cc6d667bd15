"""split, rsplit, splitlines and join of strings.

A split counts its pieces first, so that the list and the room are asked for once, then cuts.
"""

from ringfence.kernels.jit import kernel, native
from ringfence.kernels.lists import list_items_at
from ringfence.kernels.memory import (
    count_ones,
    count_trailing_zeros,
    load,
    load8,
    move_bytes,
    set_field,
    shift_left,
    shift_right,
    store,
    word,
    wrap_add,
    wrap_sub,
)
from ringfence.kernels.objects import (
    charge,
    has_room,
    has_time,
    kind_of,
    list_length,
    need_room,
    need_time,
    new_list,
    tuple_length,
    unwrap,
)
from ringfence.kernels.slices import PLAIN_INDEX, index_class, index_number
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.string_methods import is_space
from ringfence.kernels.string_search import (
    count_text,
    find_text,
    find_text_last,
    text_in_width,
    widening_bytes,
)
from ringfence.kernels.strings import (
    append_units,
    get_unit,
    is_string,
    new_string,
    one_char,
    string_bytes,
    string_is_ascii,
    string_length,
    string_part,
    string_width,
    text_at,
)
from ringfence.kernels.tags import FALSE, NONE, TRUE
from ringfence.layout import (
    FLAG_ASCII,
    KIND_LIST,
    KIND_TUPLE,
    LIST_LENGTH,
    STATE_EMPTY_STRING,
    TUPLE_ITEMS,
)

HIGHS = -0x7F7F7F7F7F7F7F80  # bit 7 of each byte
FROM_9 = 0x7777777777777777
FROM_14 = 0x7272727272727272
FROM_28 = 0x6464646464646464
FROM_33 = 0x5F5F5F5F5F5F5F5F
PIECE_BYTES = 48  # heap bytes of a piece beside its text, its place in the list included
CHARGE_A_PIECE = 4
WORK_A_PIECE = 12  # of a long text, in memory that nothing has touched before


@kernel("i8(i8, i8, i8)", inline=True)
def pieces_room(pieces, length, width):
    """Heap bytes that a list of `pieces` strings cut from a text takes, at most."""
    return pieces * PIECE_BYTES + length * width + 64


@kernel("i8(i8, i8, i8, i8)")
def count_words(m, at, width, length):
    """How many runs of characters are not white space."""
    words = 0
    inside = 0
    charge(m, length >> 2)
    for i in range(length):
        if is_space(get_unit(m, at, width, i)):
            inside = 0
        elif inside == 0:
            inside = 1
            words += 1
    return words


@kernel("i8(i8, i8, i8, i8)", inline=True)
def visible_marks(m, at, i, length):
    """Bit 7 of each byte of the word at i of an ASCII text: whether it is in it and no white space."""
    x = load(m, at + i)
    # the sums have bit 7 where a byte is at least 9, 14, 28, 33; no byte carries into the next
    spaces = wrap_add(x, FROM_9) & ~wrap_add(x, FROM_14)
    spaces |= wrap_add(x, FROM_28) & ~wrap_add(x, FROM_33)
    marks = ~spaces & HIGHS
    if length - i < 8:
        marks &= shift_left(1, (length - i) * 8) - 1
    return marks


@kernel("i8(i8, i8, i8)")
def count_ascii_words(m, at, length):
    """How many runs of characters of an ASCII text are not white space."""
    words = 0
    before = 0
    for i in range(0, length, 8):
        marks = visible_marks(m, at, i, length)
        words += count_ones(marks & ~(shift_left(marks, 8) | before))
        before = shift_right(marks, 63) << 7
    return words


@kernel("i8(i8, i8, i8)", inline=True)
def ascii_piece(m, at, n):
    """The string of n > 0 bytes of ASCII at an offset; the bytes behind them may be read."""
    if n == 1:
        return one_char(m, load8(m, at))
    piece = new_string(m, n, 1, FLAG_ASCII)
    to = text_at(piece)
    if n > 64:
        move_bytes(m, to, at, n)
    else:
        whole = n & -8
        for i in range(0, whole, 8):
            store(m, to + i, load(m, at + i))
        if n > whole:
            store(m, to + whole, load(m, at + whole) & (shift_left(1, (n - whole) * 8) - 1))
    return piece


@kernel("i8(i8, i8, i8, i8, i8)")
def cut_ascii_words(m, s, at, length, items):
    """Store the words of an ASCII text at `items`."""
    before = 0
    start = -1
    for i in range(0, length, 8):
        marks = visible_marks(m, at, i, length)
        edges = marks ^ (shift_left(marks, 8) | before)
        before = shift_right(marks, 63) << 7
        while edges != 0:
            place = i + (count_trailing_zeros(edges) >> 3)
            edges &= wrap_sub(edges, 1)
            if start < 0:
                start = place
            else:
                store(m, items, ascii_piece(m, at + start, place - start))
                items += 8
                start = -1
    if start == 0:
        store(m, items, s)
    elif start > 0:
        store(m, items, ascii_piece(m, at + start, length - start))
    return 0


@kernel("i8(i8, i8, i8, i8, i8)")
def split_words(m, s, most, from_end, dst):
    """Store the list of words of s, at most `most` cuts (-1: all), counted from one end."""
    length = string_length(m, s)
    width = string_width(m, s)
    at = text_at(s)
    plain = most < 0 and string_is_ascii(m, s) != 0
    pieces = count_ascii_words(m, at, length) if plain else count_words(m, at, width, length)
    if most >= 0 and pieces > most + 1:
        pieces = most + 1
    size = pieces_room(pieces, length, width)
    if not has_room(m, size):
        return need_room(m, size)
    if not has_time(m, pieces * WORK_A_PIECE):
        return need_time(m, pieces * WORK_A_PIECE)
    charge(m, (length >> 2) + pieces * CHARGE_A_PIECE)
    result = new_list(m, pieces)
    items = list_items_at(m, result)
    if plain:
        cut_ascii_words(m, s, at, length, items)
    elif from_end == 0:
        i = 0
        for piece in range(pieces):
            while i < length and is_space(get_unit(m, at, width, i)):
                i += 1
            start = i
            if most >= 0 and piece == most:
                i = length  # the rest as it is, its final white space included
            else:
                while i < length and not is_space(get_unit(m, at, width, i)):
                    i += 1
            store(m, items + 8 * piece, string_part(m, s, start, i))
    else:
        i = length
        for piece in range(pieces):
            while i > 0 and is_space(get_unit(m, at, width, i - 1)):
                i -= 1
            stop = i
            if most >= 0 and piece == most:
                i = 0
            else:
                while i > 0 and not is_space(get_unit(m, at, width, i - 1)):
                    i -= 1
            store(m, items + 8 * (pieces - 1 - piece), string_part(m, s, i, stop))
    set_field(m, result, LIST_LENGTH, pieces << 1)
    store(m, dst, result)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def split_text(m, s, separator, most, from_end, dst):
    """Store the list of parts of s between separators (not empty), at most `most` cuts."""
    length = string_length(m, s)
    width = string_width(m, s)
    k = string_length(m, separator)
    widening = widening_bytes(m, separator, width)
    if not has_room(m, widening):
        return need_room(m, widening)
    at = text_at(s)
    needle = at
    pieces = 1
    if string_width(m, separator) <= width:
        needle = text_in_width(m, separator, width)
        pieces += count_text(m, at, width, 0, length, needle, k)
    if most >= 0 and pieces > most + 1:
        pieces = most + 1
    size = pieces_room(pieces, length, width) + widening
    if not has_room(m, size):
        return need_room(m, size)
    if not has_time(m, pieces * WORK_A_PIECE):
        return need_time(m, pieces * WORK_A_PIECE)
    charge(m, pieces * CHARGE_A_PIECE)
    result = new_list(m, pieces)
    items = list_items_at(m, result)
    if from_end == 0:
        start = 0
        for piece in range(pieces - 1):
            found = find_text(m, at, width, start, length, needle, k)
            store(m, items + 8 * piece, string_part(m, s, start, found))
            start = found + k
        store(m, items + 8 * (pieces - 1), string_part(m, s, start, length))
    else:
        # from the end other occurrences may be found than from the start, but as many
        stop = length
        piece = pieces - 1
        while piece > 0:
            found = find_text_last(m, at, width, 0, stop, needle, k)
            store(m, items + 8 * piece, string_part(m, s, found + k, stop))
            stop = found
            piece -= 1
        store(m, items, string_part(m, s, 0, stop))
    set_field(m, result, LIST_LENGTH, pieces << 1)
    store(m, dst, result)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def split_method(m, args, n, dst, from_end):
    if n < 1 or n > 3:
        return DECLINE
    s = unwrap(m, load(m, args))
    if not is_string(m, s):
        return DECLINE
    most = -1
    if n == 3:
        limit = unwrap(m, load(m, args + 16))
        if index_class(m, limit) != PLAIN_INDEX:
            return DECLINE
        most = index_number(m, limit)
        if most < 0:
            most = -1
        elif most > string_length(m, s):
            most = string_length(m, s)
    separator = NONE
    if n >= 2:
        separator = unwrap(m, load(m, args + 8))
    if separator == NONE:
        return split_words(m, s, most, from_end, dst)
    if not is_string(m, separator) or string_length(m, separator) == 0:
        return DECLINE
    return split_text(m, s, separator, most, from_end, dst)


@native("str.split")
def str_split(m, args, n, dst):
    return split_method(m, args, n, dst, 0)


@native("str.rsplit")
def str_rsplit(m, args, n, dst):
    return split_method(m, args, n, dst, 1)


# ---------------------------------------------------------------- lines
@kernel("i8(i8)", inline=True)
def is_line_end(code):
    """What str.splitlines ends a line at."""
    if code > 0x85:
        return code == 0x2028 or code == 0x2029
    return (code >= 10 and code <= 13) or (code >= 28 and code <= 30) or code == 0x85


@kernel("i8(i8, i8, i8, i8, i8)", inline=True)
def line_end_size(m, at, width, i, length):
    """Units of the line end at i: 2 for CR LF, else 1."""
    if get_unit(m, at, width, i) == 13 and i + 1 < length and get_unit(m, at, width, i + 1) == 10:
        return 2
    return 1


@native("str.splitlines")
def str_splitlines(m, args, n, dst):
    if n < 1 or n > 2:
        return DECLINE
    s = unwrap(m, load(m, args))
    if not is_string(m, s):
        return DECLINE
    keep = 0
    if n == 2:
        given = load(m, args + 8)
        if given != TRUE and given != FALSE:
            return DECLINE
        keep = 1 if given == TRUE else 0
    length = string_length(m, s)
    width = string_width(m, s)
    at = text_at(s)
    if not has_time(m, length << 1):
        return need_time(m, length << 1)
    charge(m, length >> 1)
    pieces = 0
    i = 0
    while i < length:
        if is_line_end(get_unit(m, at, width, i)):
            pieces += 1
            i += line_end_size(m, at, width, i, length)
        else:
            i += 1
            if i == length:
                pieces += 1
    size = pieces_room(pieces, length, width)
    if not has_room(m, size):
        return need_room(m, size)
    charge(m, pieces * CHARGE_A_PIECE)
    result = new_list(m, pieces)
    items = list_items_at(m, result)
    i = 0
    for piece in range(pieces):
        start = i
        while i < length and not is_line_end(get_unit(m, at, width, i)):
            i += 1
        stop = i
        if i < length:
            i += line_end_size(m, at, width, i, length)
        if keep == 1:
            stop = i
        store(m, items + 8 * piece, string_part(m, s, start, stop))
    set_field(m, result, LIST_LENGTH, pieces << 1)
    store(m, dst, result)
    return NEXT


# ---------------------------------------------------------------- join
@kernel("i8(i8, i8, i8, i8, i8)")
def string_join(m, separator, items, count, dst):
    """Store `count` values at offset `items` joined; DECLINE unless all are strings."""
    charge(m, count)
    if count == 0:
        store(m, dst, word(m, 0, STATE_EMPTY_STRING))
        return NEXT
    gap = string_length(m, separator)
    width = 1
    ascii_flag = 1
    if count > 1 and gap > 0:
        width = string_width(m, separator)
        ascii_flag = string_is_ascii(m, separator)
    total = gap * (count - 1)
    for i in range(count):
        s = unwrap(m, load(m, items + 8 * i))
        if not is_string(m, s):
            return DECLINE
        total += string_length(m, s)
        if string_width(m, s) > width:
            width = string_width(m, s)
        ascii_flag &= string_is_ascii(m, s)
    if total == 0:
        store(m, dst, word(m, 0, STATE_EMPTY_STRING))
        return NEXT
    if count == 1:
        store(m, dst, unwrap(m, load(m, items)))
        return NEXT
    size = string_bytes(total, width)
    if not has_room(m, size):
        return need_room(m, size)
    charge(m, (size >> 5) + count)
    result = new_string(m, total, width, ascii_flag)
    to = text_at(result)
    end = to + total * width
    gap_width = string_width(m, separator)
    gap_at = text_at(separator)
    for i in range(count):
        if i > 0 and gap > 0:
            to = append_units(m, to, end, width, gap_at, gap_width, gap)
        s = unwrap(m, load(m, items + 8 * i))
        to = append_units(m, to, end, width, text_at(s), string_width(m, s), string_length(m, s))
    store(m, dst, result)
    return NEXT


@native("str.join")
def str_join(m, args, n, dst):
    separator = unwrap(m, load(m, args))
    iterable = unwrap(m, load(m, args + 8))
    if n != 2 or not is_string(m, separator):
        return DECLINE
    k = kind_of(m, iterable)
    if k == KIND_LIST:
        return string_join(m, separator, list_items_at(m, iterable), list_length(m, iterable), dst)
    if k == KIND_TUPLE:
        items = iterable - 1 + TUPLE_ITEMS * 8
        return string_join(m, separator, items, tuple_length(m, iterable), dst)
    return DECLINE
