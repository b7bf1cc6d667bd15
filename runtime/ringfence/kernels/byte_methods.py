"""Methods of bytes: searching, cutting, changing, hex and decoding.

Case and classes are those of ASCII. Codec errors, and what raises, are declined.
"""

from ringfence.kernels.buffers import utf8_size, write_utf8
from ringfence.kernels.bytes import (
    bytes_from,
    bytes_part,
    bytes_room,
    is_bytes_like,
    new_bytes,
)
from ringfence.kernels.equality import bytes_at, bytes_count
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import (
    compare_bytes,
    fill_bytes,
    load,
    load8,
    move_bytes,
    set_field,
    shift_left,
    store,
    store8,
    store16,
    store32,
    word,
)
from ringfence.kernels.objects import (
    charge,
    has_room,
    has_time,
    kind_of,
    need_room,
    need_time,
    new_list,
    new_tuple,
    set_tuple_item,
    tuple_item,
    tuple_length,
    unwrap,
)
from ringfence.kernels.representation import hex_digit
from ringfence.kernels.slices import PLAIN_INDEX, index_class, index_number
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.string_methods import (
    CAPITALIZE,
    CENTER,
    LEFT,
    LOWER,
    RIGHT,
    SWAP,
    TITLE,
    UNITS_A_CUT,
    UPPER,
    ZERO_FILL,
    case_of_text,
    change_case_text,
    is_letter,
)
from ringfence.kernels.string_search import (
    COUNT,
    FIND,
    FIND_LAST,
    RANGE_START,
    RANGE_STOP,
    count_text,
    find_text,
    find_text_last,
    find_unit,
    search_range,
)
from ringfence.kernels.string_split import list_items_at
from ringfence.kernels.strings import (
    is_string,
    new_string,
    one_char,
    string_bytes,
    string_is_ascii,
    string_length,
    string_width,
    text_at,
    union_of_units,
)
from ringfence.kernels.tags import NONE, bool_value, int_value
from ringfence.layout import (
    FLAG_ASCII,
    HEAP_BYTES,
    KIND_BYTES,
    KIND_TUPLE,
    LIST_LENGTH,
    STATE_EMPTY_STRING,
    STATE_SCRATCH_0,
)

ONE_BYTE_AT = (STATE_SCRATCH_0 + 6) * 8  # a byte given as an int lies here as a needle
PIECE_BYTES = 48
ENCODING_UTF8 = 1
ENCODING_ASCII = 2
ENCODING_LATIN1 = 3
WORD_UTF8 = int.from_bytes(b"utf8", "little")
WORD_UTF_8 = int.from_bytes(b"utf-8", "little")
WORD_ASCII = int.from_bytes(b"ascii", "little")
WORD_LATIN_1 = int.from_bytes(b"latin-1", "little")
WORD_LATIN1 = int.from_bytes(b"latin1", "little")


# ---------------------------------------------------------------- search
@kernel("i8(i8, i8)", inline=True)
def needle_at(m, w):
    """Offset of a needle, bytes-like or a byte as an int; 0 if it is neither."""
    if is_bytes_like(m, w):
        return bytes_at(m, w)
    if index_class(m, w) == PLAIN_INDEX:
        number = index_number(m, w)
        if number >= 0 and number <= 255:
            store8(m, ONE_BYTE_AT, number)
            return ONE_BYTE_AT
    return 0


@kernel("i8(i8, i8, i8, i8, i8)")
def search_method(m, args, n, dst, how):
    """find, rfind or count of the arguments (self, part[, start[, end]])."""
    if n < 2 or n > 4:
        return DECLINE
    w = unwrap(m, load(m, args))
    part = unwrap(m, load(m, args + 8))
    if not is_bytes_like(m, w) or search_range(m, args, n, 2, bytes_count(m, w)) == 0:
        return DECLINE
    start = word(m, 0, RANGE_START)
    stop = word(m, 0, RANGE_STOP)
    needle = needle_at(m, part)
    if needle == 0:
        return DECLINE
    k = 1 if needle == ONE_BYTE_AT else bytes_count(m, part)
    at = bytes_at(m, w)
    answer = 0
    if how == FIND:
        answer = find_text(m, at, 1, start, stop, needle, k)
    elif how == FIND_LAST:
        answer = find_text_last(m, at, 1, start, stop, needle, k)
    else:
        answer = count_text(m, at, 1, start, stop, needle, k)
    store(m, dst, int_value(answer))
    return NEXT


@native("bytes.find")
def bytes_find(m, args, n, dst):
    return search_method(m, args, n, dst, FIND)


@native("bytes.rfind")
def bytes_rfind(m, args, n, dst):
    return search_method(m, args, n, dst, FIND_LAST)


@native("bytes.count")
def bytes_count_method(m, args, n, dst):
    return search_method(m, args, n, dst, COUNT)


@native("bytes.index")
def bytes_index(m, args, n, dst):
    status = search_method(m, args, n, dst, FIND)
    if status == NEXT and load(m, dst) < 0:
        return DECLINE
    return status


@native("bytes.rindex")
def bytes_rindex(m, args, n, dst):
    status = search_method(m, args, n, dst, FIND_LAST)
    if status == NEXT and load(m, dst) < 0:
        return DECLINE
    return status


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def has_bytes_at(m, w, start, stop, part, from_end):
    """Whether w[start:stop] begins (or ends) with the bytes-like `part`: 1 or 0."""
    k = bytes_count(m, part)
    if start > stop or k > stop - start:
        return 0
    if from_end != 0:
        start = stop - k
    charge(m, k >> 5)
    return 1 if compare_bytes(m, bytes_at(m, w) + start, bytes_at(m, part), k) == 0 else 0


@kernel("i8(i8, i8, i8, i8, i8)")
def bytes_affix(m, args, n, dst, from_end):
    if n < 2 or n > 4:
        return DECLINE
    w = unwrap(m, load(m, args))
    wanted = unwrap(m, load(m, args + 8))
    if not is_bytes_like(m, w) or search_range(m, args, n, 2, bytes_count(m, w)) == 0:
        return DECLINE
    start = word(m, 0, RANGE_START)
    stop = word(m, 0, RANGE_STOP)
    if is_bytes_like(m, wanted):
        store(m, dst, bool_value(has_bytes_at(m, w, start, stop, wanted, from_end)))
        return NEXT
    if kind_of(m, wanted) != KIND_TUPLE:
        return DECLINE
    count = tuple_length(m, wanted)
    charge(m, count)
    for i in range(count):
        part = unwrap(m, tuple_item(m, wanted, i))
        if not is_bytes_like(m, part):
            return DECLINE
        if has_bytes_at(m, w, start, stop, part, from_end) == 1:
            store(m, dst, bool_value(1))
            return NEXT
    store(m, dst, bool_value(0))
    return NEXT


@native("bytes.startswith")
def bytes_startswith(m, args, n, dst):
    return bytes_affix(m, args, n, dst, 0)


@native("bytes.endswith")
def bytes_endswith(m, args, n, dst):
    return bytes_affix(m, args, n, dst, 1)


# ---------------------------------------------------------------- one string in, one out
@kernel("i8(i8, i8, i8, i8, i8)")
def bytes_case(m, args, n, dst, how):
    w = unwrap(m, load(m, args))
    if n != 1 or not is_bytes_like(m, w):
        return DECLINE
    length = bytes_count(m, w)
    if not has_room(m, bytes_room(length)):
        return need_room(m, bytes_room(length))
    result = new_bytes(m, length)
    if length > 0:
        change_case_text(m, bytes_at(m, w), text_at(result), length, how)
    store(m, dst, result)
    return NEXT


@native("bytes.lower")
def bytes_lower(m, args, n, dst):
    return bytes_case(m, args, n, dst, LOWER)


@native("bytes.upper")
def bytes_upper(m, args, n, dst):
    return bytes_case(m, args, n, dst, UPPER)


@native("bytes.swapcase")
def bytes_swapcase(m, args, n, dst):
    return bytes_case(m, args, n, dst, SWAP)


@native("bytes.title")
def bytes_title(m, args, n, dst):
    return bytes_case(m, args, n, dst, TITLE)


@native("bytes.capitalize")
def bytes_capitalize(m, args, n, dst):
    return bytes_case(m, args, n, dst, CAPITALIZE)


@kernel("i8(i8)", inline=True)
def is_byte_space(code):
    return code == 32 or (code >= 9 and code <= 13)


@kernel("i8(i8, i8, i8, i8, i8)")
def bytes_kind(m, args, n, dst, kind_):
    """isdigit 0, isalpha 1, isalnum 2, isspace 3, isascii 4."""
    w = unwrap(m, load(m, args))
    if n != 1 or not is_bytes_like(m, w):
        return DECLINE
    length = bytes_count(m, w)
    at = bytes_at(m, w)
    charge(m, length >> 2)
    truth = 1 if length > 0 or kind_ == 4 else 0
    for i in range(length):
        code = load8(m, at + i)
        good = 0
        if code >= 48 and code <= 57 and (kind_ == 0 or kind_ == 2):
            good = 1
        elif is_letter(code) and (kind_ == 1 or kind_ == 2):
            good = 1
        elif kind_ == 3 and is_byte_space(code):
            good = 1
        elif kind_ == 4 and code < 128:
            good = 1
        if good == 0:
            truth = 0
            break
    store(m, dst, bool_value(truth))
    return NEXT


@native("bytes.isdigit")
def bytes_isdigit(m, args, n, dst):
    return bytes_kind(m, args, n, dst, 0)


@native("bytes.isalpha")
def bytes_isalpha(m, args, n, dst):
    return bytes_kind(m, args, n, dst, 1)


@native("bytes.isalnum")
def bytes_isalnum(m, args, n, dst):
    return bytes_kind(m, args, n, dst, 2)


@native("bytes.isspace")
def bytes_isspace(m, args, n, dst):
    return bytes_kind(m, args, n, dst, 3)


@native("bytes.isascii")
def bytes_isascii(m, args, n, dst):
    return bytes_kind(m, args, n, dst, 4)


@kernel("i8(i8, i8, i8, i8, i8)")
def bytes_has_case(m, args, n, dst, bit):
    w = unwrap(m, load(m, args))
    if n != 1 or not is_bytes_like(m, w):
        return DECLINE
    answer = case_of_text(m, bytes_at(m, w), bytes_count(m, w))
    store(m, dst, bool_value(1 if answer & bit else 0))
    return NEXT


@native("bytes.islower")
def bytes_islower(m, args, n, dst):
    return bytes_has_case(m, args, n, dst, 1)


@native("bytes.isupper")
def bytes_isupper(m, args, n, dst):
    return bytes_has_case(m, args, n, dst, 2)


@native("bytes.istitle")
def bytes_istitle(m, args, n, dst):
    return bytes_has_case(m, args, n, dst, 4)


@kernel("i8(i8, i8, i8)", inline=True)
def is_stripped_byte(m, chars, code):
    if chars == NONE:
        return is_byte_space(code)
    return find_unit(m, bytes_at(m, chars), 1, 0, bytes_count(m, chars), code) >= 0


@kernel("i8(i8, i8, i8, i8, i8)")
def bytes_strip(m, args, n, dst, ends):
    """``ends`` 1: the left, 2: the right, 3: both. At most 64 bytes to strip."""
    if n < 1 or n > 2:
        return DECLINE
    w = unwrap(m, load(m, args))
    chars = NONE
    if n == 2:
        chars = unwrap(m, load(m, args + 8))
    if not is_bytes_like(m, w) or (chars != NONE and not is_bytes_like(m, chars)):
        return DECLINE
    if chars != NONE and bytes_count(m, chars) > 64:
        return DECLINE
    length = bytes_count(m, w)
    if not has_room(m, bytes_room(length)):
        return need_room(m, bytes_room(length))
    at = bytes_at(m, w)
    start = 0
    stop = length
    if ends & 1:
        while start < stop and is_stripped_byte(m, chars, load8(m, at + start)):
            start += 1
    if ends & 2:
        while stop > start and is_stripped_byte(m, chars, load8(m, at + stop - 1)):
            stop -= 1
    charge(m, (length - stop + start) >> 1)
    store(m, dst, bytes_part(m, w, start, stop))
    return NEXT


@native("bytes.lstrip")
def bytes_lstrip(m, args, n, dst):
    return bytes_strip(m, args, n, dst, 1)


@native("bytes.rstrip")
def bytes_rstrip(m, args, n, dst):
    return bytes_strip(m, args, n, dst, 2)


@native("bytes.strip")
def bytes_strip_both(m, args, n, dst):
    return bytes_strip(m, args, n, dst, 3)


@kernel("i8(i8, i8, i8, i8, i8)")
def bytes_pad(m, args, n, dst, how):
    """ljust, rjust, center, zfill: (self, width[, fillbyte])."""
    if n < 2 or n > 3 or (n == 3 and how == ZERO_FILL):
        return DECLINE
    w = unwrap(m, load(m, args))
    wanted = unwrap(m, load(m, args + 8))
    if not is_bytes_like(m, w) or index_class(m, wanted) != PLAIN_INDEX:
        return DECLINE
    fill = 48 if how == ZERO_FILL else 32
    if n == 3:
        filler = unwrap(m, load(m, args + 16))
        if not is_bytes_like(m, filler) or bytes_count(m, filler) != 1:
            return DECLINE
        fill = load8(m, bytes_at(m, filler))
    length = bytes_count(m, w)
    total = index_number(m, wanted)
    if total > HEAP_BYTES:
        return DECLINE
    if total < length:
        total = length
    if not has_room(m, bytes_room(total)):
        return need_room(m, bytes_room(total))
    charge(m, total >> 5)
    padding = total - length
    left = 0
    if how == CENTER:
        left = padding // 2 + (padding & total & 1)
    elif how != LEFT:
        left = padding
    result = bytes_part(m, w, 0, length)
    if padding > 0:
        result = new_bytes(m, total)
        at = text_at(result)
        fill_bytes(m, at, left, fill)
        move_bytes(m, at + left, bytes_at(m, w), length)
        fill_bytes(m, at + left + length, padding - left, fill)
        first = load8(m, at + left)
        if how == ZERO_FILL and length > 0 and (first == 43 or first == 45):
            store8(m, at + left, 48)
            store8(m, at, first)
    store(m, dst, result)
    return NEXT


@native("bytes.ljust")
def bytes_ljust(m, args, n, dst):
    return bytes_pad(m, args, n, dst, LEFT)


@native("bytes.rjust")
def bytes_rjust(m, args, n, dst):
    return bytes_pad(m, args, n, dst, RIGHT)


@native("bytes.center")
def bytes_center(m, args, n, dst):
    return bytes_pad(m, args, n, dst, CENTER)


@native("bytes.zfill")
def bytes_zfill(m, args, n, dst):
    return bytes_pad(m, args, n, dst, ZERO_FILL)


@native("bytes.replace")
def bytes_replace(m, args, n, dst):
    if n < 3 or n > 4:
        return DECLINE
    w = unwrap(m, load(m, args))
    old = unwrap(m, load(m, args + 8))
    new = unwrap(m, load(m, args + 16))
    if not is_bytes_like(m, w) or not is_bytes_like(m, old) or not is_bytes_like(m, new):
        return DECLINE
    most = -1
    if n == 4:
        limit = unwrap(m, load(m, args + 24))
        if index_class(m, limit) != PLAIN_INDEX:
            return DECLINE
        most = index_number(m, limit)
    at = bytes_at(m, w)
    length = bytes_count(m, w)
    k = bytes_count(m, old)
    k_new = bytes_count(m, new)
    count = count_text(m, at, 1, 0, length, bytes_at(m, old), k)
    if most >= 0 and count > most:
        count = most
    if k_new > k and count > (HEAP_BYTES - length) // (k_new - k):
        return need_room(m, HEAP_BYTES)
    work = (length >> 3) + count * UNITS_A_CUT
    if not has_time(m, work):
        return need_time(m, work)
    total = length + count * (k_new - k)
    if not has_room(m, bytes_room(total)):
        return need_room(m, bytes_room(total))
    if count == 0 or total == 0:
        store(m, dst, bytes_part(m, w, 0, total))
        return NEXT
    charge(m, (total >> 5) + count * UNITS_A_CUT)
    result = new_bytes(m, total)
    to = text_at(result)
    source = 0
    for i in range(count):
        found = i if k == 0 else find_text(m, at, 1, source, length, bytes_at(m, old), k)
        move_bytes(m, to, at + source, found - source)
        to += found - source
        move_bytes(m, to, bytes_at(m, new), k_new)
        to += k_new
        source = found + k
    move_bytes(m, to, at + source, length - source)
    store(m, dst, result)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def bytes_remove(m, args, n, dst, from_end):
    w = unwrap(m, load(m, args))
    part = unwrap(m, load(m, args + 8))
    if n != 2 or not is_bytes_like(m, w) or not is_bytes_like(m, part):
        return DECLINE
    length = bytes_count(m, w)
    if not has_room(m, bytes_room(length)):
        return need_room(m, bytes_room(length))
    start = 0
    stop = length
    if has_bytes_at(m, w, 0, length, part, from_end) == 1:
        if from_end == 1:
            stop -= bytes_count(m, part)
        else:
            start = bytes_count(m, part)
    store(m, dst, bytes_part(m, w, start, stop))
    return NEXT


@native("bytes.removeprefix")
def bytes_removeprefix(m, args, n, dst):
    return bytes_remove(m, args, n, dst, 0)


@native("bytes.removesuffix")
def bytes_removesuffix(m, args, n, dst):
    return bytes_remove(m, args, n, dst, 1)


# ---------------------------------------------------------------- cutting
@kernel("i8(i8, i8, i8, i8, i8)")
def bytes_partition(m, args, n, dst, how):
    w = unwrap(m, load(m, args))
    separator = unwrap(m, load(m, args + 8))
    if n != 2 or kind_of(m, w) != KIND_BYTES or kind_of(m, separator) != KIND_BYTES:
        return DECLINE
    k = bytes_count(m, separator)
    if k == 0:
        return DECLINE
    length = bytes_count(m, w)
    size = 2 * bytes_room(length) + 128
    if not has_room(m, size):
        return need_room(m, size)
    charge(m, length >> 4)
    found = -1
    if how == FIND:
        found = find_text(m, text_at(w), 1, 0, length, text_at(separator), k)
    else:
        found = find_text_last(m, text_at(w), 1, 0, length, text_at(separator), k)
    parts = new_tuple(m, 3)
    empty = new_bytes(m, 0)
    if found >= 0:
        set_tuple_item(m, parts, 0, bytes_part(m, w, 0, found))
        set_tuple_item(m, parts, 1, separator)
        set_tuple_item(m, parts, 2, bytes_part(m, w, found + k, length))
    else:
        set_tuple_item(m, parts, 0, w if how == FIND else empty)
        set_tuple_item(m, parts, 1, empty)
        set_tuple_item(m, parts, 2, empty if how == FIND else w)
    store(m, dst, parts)
    return NEXT


@native("bytes.partition")
def bytes_partition_first(m, args, n, dst):
    return bytes_partition(m, args, n, dst, FIND)


@native("bytes.rpartition")
def bytes_partition_last(m, args, n, dst):
    return bytes_partition(m, args, n, dst, FIND_LAST)


@native("bytes.split")
def bytes_split(m, args, n, dst):
    """``split(separator[, maxsplit])``; white space as the separator is declined."""
    if n < 2 or n > 3:
        return DECLINE
    w = unwrap(m, load(m, args))
    separator = unwrap(m, load(m, args + 8))
    if not is_bytes_like(m, w) or not is_bytes_like(m, separator):
        return DECLINE
    k = bytes_count(m, separator)
    if k == 0:
        return DECLINE
    most = -1
    if n == 3:
        limit = unwrap(m, load(m, args + 16))
        if index_class(m, limit) != PLAIN_INDEX:
            return DECLINE
        most = index_number(m, limit)
    at = bytes_at(m, w)
    length = bytes_count(m, w)
    pieces = 1 + count_text(m, at, 1, 0, length, bytes_at(m, separator), k)
    if most >= 0 and pieces > most + 1:
        pieces = most + 1
    size = pieces * PIECE_BYTES + length + 64
    if not has_room(m, size):
        return need_room(m, size)
    charge(m, pieces * 4)
    result = new_list(m, pieces)
    items = list_items_at(m, result)
    start = 0
    for piece in range(pieces - 1):
        found = find_text(m, at, 1, start, length, bytes_at(m, separator), k)
        store(m, items + 8 * piece, bytes_part(m, w, start, found))
        start = found + k
    store(m, items + 8 * (pieces - 1), bytes_part(m, w, start, length))
    set_field(m, result, LIST_LENGTH, pieces << 1)
    store(m, dst, result)
    return NEXT


# ---------------------------------------------------------------- hex
@native("bytes.hex")
def bytes_hex(m, args, n, dst):
    """``hex()`` without a separator."""
    w = unwrap(m, load(m, args))
    if n != 1 or not is_bytes_like(m, w):
        return DECLINE
    length = bytes_count(m, w)
    if not has_room(m, string_bytes(2 * length, 1)):
        return need_room(m, string_bytes(2 * length, 1))
    if length == 0:
        store(m, dst, word(m, 0, STATE_EMPTY_STRING))
        return NEXT
    if not has_time(m, length):
        return need_time(m, length)
    charge(m, length)
    result = new_string(m, 2 * length, 1, FLAG_ASCII)
    at = bytes_at(m, w)
    to = text_at(result)
    for i in range(length):
        code = load8(m, at + i)
        store8(m, to + 2 * i, hex_digit(code >> 4))
        store8(m, to + 2 * i + 1, hex_digit(code & 15))
    store(m, dst, result)
    return NEXT


# ---------------------------------------------------------------- encoding and decoding
@kernel("i8(i8, i8)")
def encoding_number(m, name):
    """ENCODING_* of a usual encoding name, 0 for another."""
    if not is_string(m, name) or string_width(m, name) != 1 or string_length(m, name) > 7:
        return 0
    n = string_length(m, name)
    text = load(m, text_at(name)) & (shift_left(1, n * 8) - 1)
    if (n == 5 and text == WORD_UTF_8) or (n == 4 and text == WORD_UTF8):
        return ENCODING_UTF8
    if n == 5 and text == WORD_ASCII:
        return ENCODING_ASCII
    if (n == 7 and text == WORD_LATIN_1) or (n == 6 and text == WORD_LATIN1):
        return ENCODING_LATIN1
    return 0


@native("str.encode")
def str_encode(m, args, n, dst):
    """UTF-8, ASCII and Latin-1 of what they can write; errors are declined."""
    s = unwrap(m, load(m, args))
    if n < 1 or n > 3 or not is_string(m, s):
        return DECLINE
    encoding = ENCODING_UTF8
    if n >= 2:
        encoding = encoding_number(m, unwrap(m, load(m, args + 8)))
    if n == 3 and not is_string(m, unwrap(m, load(m, args + 16))):
        return DECLINE
    length = string_length(m, s)
    width = string_width(m, s)
    if encoding == 0:
        return DECLINE
    if string_is_ascii(m, s) == 0:
        if encoding == ENCODING_ASCII or (encoding == ENCODING_LATIN1 and width > 1):
            return DECLINE
        if width >= 2 and has_surrogate(m, s) == 1:
            return DECLINE
    size = length if encoding == ENCODING_LATIN1 else utf8_size(m, s)
    if not has_room(m, bytes_room(size)):
        return need_room(m, bytes_room(size))
    charge(m, size >> 5)
    if encoding == ENCODING_LATIN1:
        store(m, dst, bytes_from(m, text_at(s), length))
        return NEXT
    result = new_bytes(m, size)
    if size > 0:
        write_utf8(m, text_at(result), s)
    store(m, dst, result)
    return NEXT


@kernel("i8(i8, i8)")
def has_surrogate(m, s):
    """Whether a string of width 2 or 4 has a lone surrogate."""
    n = string_length(m, s)
    width = string_width(m, s)
    at = text_at(s)
    charge(m, n >> 2)
    for i in range(n):
        code = load(m, at + i * width) & (0xFFFF if width == 2 else 0xFFFFFFFF)
        if code >= 0xD800 and code <= 0xDFFF:
            return 1
    return 0


@kernel("i8(i8, i8, i8)")
def utf8_measure(m, at, n):
    """Characters of n bytes of valid UTF-8, times 8, plus their width; -1 if they are not valid.

    Valid as the Unicode standard has it (table 3-7): shortest form, no surrogates.
    """
    i = 0
    count = 0
    width = 1
    while i < n:
        code = load8(m, at + i)
        count += 1
        if code < 0x80:
            i += 1
            continue
        more = 0
        low = 0x80
        high = 0xBF
        if code >= 0xC2 and code <= 0xDF:
            more = 1
            if code >= 0xC4 and width < 2:
                width = 2
        elif code >= 0xE0 and code <= 0xEF:
            more = 2
            if width < 2:
                width = 2
            if code == 0xE0:
                low = 0xA0
            elif code == 0xED:
                high = 0x9F
        elif code >= 0xF0 and code <= 0xF4:
            more = 3
            width = 4
            if code == 0xF0:
                low = 0x90
            elif code == 0xF4:
                high = 0x8F
        else:
            return -1
        if i + more >= n:
            return -1
        second = load8(m, at + i + 1)
        if second < low or second > high:
            return -1
        for j in range(2, more + 1):
            if load8(m, at + i + j) & 0xC0 != 0x80:
                return -1
        i += more + 1
    return count * 8 + width


@kernel("i8(i8, i8, i8, i8, i8)")
def utf8_read(m, at, n, to, width):
    """Write the code points of n bytes of valid UTF-8 as units."""
    i = 0
    while i < n:
        code = load8(m, at + i)
        i += 1
        if code >= 0xF0:
            code = (
                (code & 7) << 18 | (load8(m, at + i) & 63) << 12
                | (load8(m, at + i + 1) & 63) << 6 | (load8(m, at + i + 2) & 63)
            )
            i += 3
        elif code >= 0xE0:
            code = (
                (code & 15) << 12 | (load8(m, at + i) & 63) << 6 | (load8(m, at + i + 1) & 63)
            )
            i += 2
        elif code >= 0xC0:
            code = (code & 31) << 6 | (load8(m, at + i) & 63)
            i += 1
        if width == 1:
            store8(m, to, code)
        elif width == 2:
            store16(m, to, code)
        else:
            store32(m, to, code)
        to += width
    return 0


@native("bytes.decode")
def bytes_decode(m, args, n, dst):
    """UTF-8, ASCII and Latin-1 without errors."""
    w = unwrap(m, load(m, args))
    if n < 1 or n > 3 or not is_bytes_like(m, w):
        return DECLINE
    encoding = ENCODING_UTF8
    if n >= 2:
        encoding = encoding_number(m, unwrap(m, load(m, args + 8)))
    if encoding == 0 or (n == 3 and not is_string(m, unwrap(m, load(m, args + 16)))):
        return DECLINE
    length = bytes_count(m, w)
    at = bytes_at(m, w)
    if length <= 1:
        if length == 0:
            store(m, dst, word(m, 0, STATE_EMPTY_STRING))
            return NEXT
        code = load8(m, at)
        if code >= 128 and encoding != ENCODING_LATIN1:
            return DECLINE
        store(m, dst, one_char(m, code))
        return NEXT
    charge(m, length >> 4)
    ascii_flag = 1 if union_of_units(m, at, 1, length) < 128 else 0
    if ascii_flag == 1 or encoding == ENCODING_LATIN1:
        if not has_room(m, string_bytes(length, 1)):
            return need_room(m, string_bytes(length, 1))
        result = new_string(m, length, 1, ascii_flag)
        move_bytes(m, text_at(result), at, length)
        store(m, dst, result)
        return NEXT
    if encoding != ENCODING_UTF8:
        return DECLINE
    if not has_time(m, length):
        return need_time(m, length)
    charge(m, length >> 1)
    measure = utf8_measure(m, at, length)
    if measure < 0:
        return DECLINE
    count = measure >> 3
    width = measure & 7
    size = string_bytes(count, width) + 64
    if not has_room(m, size):
        return need_room(m, size)
    result = new_string(m, count, width, 0)
    utf8_read(m, at, length, text_at(result), width)
    if count == 1:
        code = load(m, text_at(result)) & 0xFFFFFFFF
        if code < 256:
            result = one_char(m, code)
    store(m, dst, result)
    return NEXT
