"""Methods of str that give a changed string or look at the kinds of its characters.

What needs the Unicode tables (case and classes of characters beyond ASCII) is declined: the trap
of the same name does it. So is every argument that makes CPython raise.
"""

from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import (
    fill_bytes,
    load,
    load8,
    shift_right,
    store,
    store8,
    word,
    wrap_add,
)
from ringfence.kernels.objects import (
    charge,
    has_room,
    has_time,
    kind_of,
    need_room,
    need_time,
    new_tuple,
    set_flags,
    set_tuple_item,
    unwrap,
)
from ringfence.kernels.slices import PLAIN_INDEX, index_class, index_number
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.string_search import (
    FIND,
    FIND_LAST,
    count_text,
    find_text,
    find_unit,
    has_text_at,
    string_search,
    text_in_width,
    widening_bytes,
)
from ringfence.kernels.strings import (
    append_units,
    char_at,
    copy_units,
    get_unit,
    is_string,
    new_string,
    one_char,
    put_unit,
    string_bytes,
    string_from_units,
    string_is_ascii,
    string_length,
    string_part,
    string_width,
    text_at,
    union_of_units,
    width_of_code,
)
from ringfence.kernels.tags import NONE, bool_value, int_value
from ringfence.layout import (
    BYTES_LENGTH,
    FLAG_ASCII,
    HEAP_BYTES,
    KIND_BYTES,
    STATE_EMPTY_STRING,
    STATE_SCRATCH_0,
)

ONES = 0x0101010101010101
HIGHS = -0x7F7F7F7F7F7F7F80
FOUND_AT = (STATE_SCRATCH_0 + 6) * 8  # offset of a state word for the result of a search
UNITS_A_CUT = 8  # of fuel, for each piece that a replacement makes
LONGEST_STRIP_SET = 64  # a longer set of characters to strip is left to the trap

LOWER = 0
UPPER = 1
SWAP = 2
TITLE = 3
CAPITALIZE = 4


# ---------------------------------------------------------------- case
@kernel("i8(i8, i8, i8)", inline=True)
def bytes_between(x, low, high):
    """Bit 7 of every byte of x (all below 128) that lies in [low, high]."""
    at_least = wrap_add(x, ONES * (128 - low))
    above = wrap_add(x, ONES * (127 - high))
    return (at_least ^ above) & HIGHS


@kernel("i8(i8, i8)", inline=True)
def change_case(x, how):
    """Eight ASCII characters at once in another case; LOWER, UPPER or SWAP."""
    small = bytes_between(x, 97, 122)
    big = bytes_between(x, 65, 90)
    if how == LOWER:
        return x ^ shift_right(big, 2)
    if how == UPPER:
        return x ^ shift_right(small, 2)
    return x ^ shift_right(small | big, 2)


@kernel("i8(i8)", inline=True)
def is_letter(code):
    """Whether an ASCII code is a letter."""
    return (code >= 97 and code <= 122) or (code >= 65 and code <= 90)


@kernel("i8(i8, i8, i8, i8)")
def change_case_units(m, at, to, n):
    """Title case of n ASCII characters."""
    after_letter = 0
    for i in range(n):
        code = load8(m, at + i)
        if is_letter(code):
            code = code | 32 if after_letter == 1 else code & ~32
            after_letter = 1
        else:
            after_letter = 0
        store8(m, to + i, code)
    return 0


@kernel("i8(i8, i8, i8, i8, i8)")
def change_case_text(m, at, to, n, how):
    """The case methods over n bytes of ASCII (or bytes, of which only ASCII changes)."""
    charge(m, n >> 4)
    if how == TITLE:
        return change_case_units(m, at, to, n)
    by = LOWER if how == CAPITALIZE else how
    whole = n & -8
    for i in range(0, whole, 8):
        x = load(m, at + i)
        if x & HIGHS == 0:
            store(m, to + i, change_case(x, by))
        else:
            for j in range(i, i + 8):
                store8(m, to + j, change_case_byte(load8(m, at + j), by))
    for j in range(whole, n):
        store8(m, to + j, change_case_byte(load8(m, at + j), by))
    if how == CAPITALIZE and n > 0:
        store8(m, to, change_case_byte(load8(m, at), UPPER))
    return 0


@kernel("i8(i8, i8)", inline=True)
def change_case_byte(code, how):
    if code >= 97 and code <= 122 and how != LOWER:
        return code ^ 32
    if code >= 65 and code <= 90 and how != UPPER:
        return code ^ 32
    return code


@kernel("i8(i8, i8, i8, i8, i8)")
def case_method(m, args, n, dst, how):
    s = unwrap(m, load(m, args))
    if n != 1 or not is_string(m, s) or not string_is_ascii(m, s):
        return DECLINE
    length = string_length(m, s)
    size = string_bytes(length, 1)
    if not has_room(m, size):
        return need_room(m, size)
    if length == 0:
        store(m, dst, s)
        return NEXT
    result = new_string(m, length, 1, FLAG_ASCII)
    change_case_text(m, text_at(s), text_at(result), length, how)
    store(m, dst, result)
    return NEXT


@native("str.lower")
def str_lower(m, args, n, dst):
    return case_method(m, args, n, dst, LOWER)


@native("str.casefold")
def str_casefold(m, args, n, dst):
    return case_method(m, args, n, dst, LOWER)


@native("str.upper")
def str_upper(m, args, n, dst):
    return case_method(m, args, n, dst, UPPER)


@native("str.swapcase")
def str_swapcase(m, args, n, dst):
    return case_method(m, args, n, dst, SWAP)


@native("str.title")
def str_title(m, args, n, dst):
    return case_method(m, args, n, dst, TITLE)


@native("str.capitalize")
def str_capitalize(m, args, n, dst):
    return case_method(m, args, n, dst, CAPITALIZE)


# ---------------------------------------------------------------- kinds of characters
IS_DIGIT = 0
IS_ALPHA = 1
IS_ALNUM = 2
IS_SPACE = 3
IS_PRINTABLE = 4
IS_IDENTIFIER = 5


@kernel("i8(i8)", inline=True)
def is_ascii_space(code):
    """What str.isspace says of an ASCII code (bytes know 9..13 and 32 only)."""
    return (code >= 9 and code <= 13) or (code >= 28 and code <= 32)


@kernel("i8(i8)", inline=True)
def is_space(code):
    """Unicode white space as str.split and str.strip know it (bidirectional type or Zs)."""
    if code < 128:
        return is_ascii_space(code)
    if code == 0x85 or code == 0xA0 or code == 0x1680:
        return True
    if code < 0x2000 or code > 0x3000:
        return False
    return (
        code <= 0x200A or code == 0x2028 or code == 0x2029 or code == 0x202F or code == 0x205F
        or code == 0x3000
    )


@kernel("i8(i8, i8)", inline=True)
def is_of_kind(code, kind_):
    """Whether one ASCII code is of a kind IS_*."""
    if kind_ == IS_DIGIT:
        return code >= 48 and code <= 57
    if kind_ == IS_ALPHA:
        return is_letter(code)
    if kind_ == IS_ALNUM:
        return is_letter(code) or (code >= 48 and code <= 57)
    if kind_ == IS_SPACE:
        return is_ascii_space(code)
    if kind_ == IS_PRINTABLE:
        return code >= 32 and code < 127
    return is_letter(code) or code == 95 or (code >= 48 and code <= 57)


@kernel("i8(i8, i8, i8, i8, i8)")
def kind_method(m, args, n, dst, kind_):
    s = unwrap(m, load(m, args))
    if n != 1 or not is_string(m, s) or not string_is_ascii(m, s):
        return DECLINE
    length = string_length(m, s)
    at = text_at(s)
    if not has_time(m, length >> 1):
        return need_time(m, length >> 1)
    truth = 1
    if length == 0:
        truth = 1 if kind_ == IS_PRINTABLE else 0
    elif kind_ == IS_IDENTIFIER and is_of_kind(load8(m, at), IS_DIGIT):
        truth = 0
    charge(m, length >> 1)
    for i in range(length):
        if not is_of_kind(load8(m, at + i), kind_):
            truth = 0
            break
    store(m, dst, bool_value(truth))
    return NEXT


@native("str.isdigit")
def str_isdigit(m, args, n, dst):
    return kind_method(m, args, n, dst, IS_DIGIT)


@native("str.isdecimal")
def str_isdecimal(m, args, n, dst):
    return kind_method(m, args, n, dst, IS_DIGIT)


@native("str.isnumeric")
def str_isnumeric(m, args, n, dst):
    return kind_method(m, args, n, dst, IS_DIGIT)


@native("str.isalpha")
def str_isalpha(m, args, n, dst):
    return kind_method(m, args, n, dst, IS_ALPHA)


@native("str.isalnum")
def str_isalnum(m, args, n, dst):
    return kind_method(m, args, n, dst, IS_ALNUM)


@native("str.isspace")
def str_isspace(m, args, n, dst):
    return kind_method(m, args, n, dst, IS_SPACE)


@native("str.isprintable")
def str_isprintable(m, args, n, dst):
    return kind_method(m, args, n, dst, IS_PRINTABLE)


@native("str.isidentifier")
def str_isidentifier(m, args, n, dst):
    return kind_method(m, args, n, dst, IS_IDENTIFIER)


@native("str.isascii")
def str_isascii(m, args, n, dst):
    s = unwrap(m, load(m, args))
    if n != 1 or not is_string(m, s):
        return DECLINE
    store(m, dst, bool_value(string_is_ascii(m, s)))
    return NEXT


@kernel("i8(i8, i8, i8)")
def case_of_text(m, at, n):
    """1 islower, 2 isupper, 4 istitle of n bytes, of which ASCII letters have case."""
    lower = 0
    upper = 0
    title = 1
    after_letter = 0
    charge(m, n >> 2)
    for i in range(n):
        code = load8(m, at + i)
        if code >= 97 and code <= 122:
            lower = 1
            if after_letter == 0:
                title = 0
            after_letter = 1
        elif code >= 65 and code <= 90:
            upper = 1
            if after_letter == 1:
                title = 0
            after_letter = 1
        else:
            after_letter = 0
    answer = 0
    if lower == 1 and upper == 0:
        answer = 1
    elif upper == 1 and lower == 0:
        answer = 2
    if title == 1 and (lower == 1 or upper == 1):
        answer |= 4
    return answer


@kernel("i8(i8, i8, i8, i8, i8)")
def has_case(m, args, n, dst, bit):
    s = unwrap(m, load(m, args))
    if n != 1 or not is_string(m, s) or not string_is_ascii(m, s):
        return DECLINE
    answer = case_of_text(m, text_at(s), string_length(m, s))
    store(m, dst, bool_value(1 if answer & bit else 0))
    return NEXT


@native("str.islower")
def str_islower(m, args, n, dst):
    return has_case(m, args, n, dst, 1)


@native("str.isupper")
def str_isupper(m, args, n, dst):
    return has_case(m, args, n, dst, 2)


@native("str.istitle")
def str_istitle(m, args, n, dst):
    return has_case(m, args, n, dst, 4)


# ---------------------------------------------------------------- strip
@kernel("i8(i8, i8, i8)", inline=True)
def is_stripped(m, chars, code):
    """Whether strip takes a code point: white space, or one of the string `chars`."""
    if chars == NONE:
        return is_space(code)
    n = string_length(m, chars)
    return find_unit(m, text_at(chars), string_width(m, chars), 0, n, code) >= 0


@kernel("i8(i8, i8, i8, i8, i8)")
def strip_method(m, args, n, dst, ends):
    """``ends`` 1: the left, 2: the right, 3: both."""
    if n < 1 or n > 2:
        return DECLINE
    s = unwrap(m, load(m, args))
    if not is_string(m, s):
        return DECLINE
    chars = NONE
    if n == 2:
        chars = unwrap(m, load(m, args + 8))
    if chars != NONE and (not is_string(m, chars) or string_length(m, chars) > LONGEST_STRIP_SET):
        return DECLINE
    start = 0
    length = string_length(m, s)
    size = string_bytes(length, string_width(m, s))
    if not has_room(m, size):
        return need_room(m, size)
    if not has_time(m, length):
        return need_time(m, length)
    stop = length
    if ends & 1:
        while start < stop and is_stripped(m, chars, char_at(m, s, start)):
            start += 1
    if ends & 2:
        while stop > start and is_stripped(m, chars, char_at(m, s, stop - 1)):
            stop -= 1
    charge(m, (length - stop + start) >> 1)
    store(m, dst, string_part(m, s, start, stop))
    return NEXT


@native("str.lstrip")
def str_lstrip(m, args, n, dst):
    return strip_method(m, args, n, dst, 1)


@native("str.rstrip")
def str_rstrip(m, args, n, dst):
    return strip_method(m, args, n, dst, 2)


@native("str.strip")
def str_strip(m, args, n, dst):
    return strip_method(m, args, n, dst, 3)


@kernel("i8(i8, i8, i8, i8, i8)")
def remove_affix(m, args, n, dst, from_end):
    s = unwrap(m, load(m, args))
    part = unwrap(m, load(m, args + 8))
    if n != 2 or not is_string(m, s) or not is_string(m, part):
        return DECLINE
    length = string_length(m, s)
    size = string_bytes(length, string_width(m, s))
    if not has_room(m, size):
        return need_room(m, size)
    k = string_length(m, part)
    if has_text_at(m, s, 0, length, part, from_end) == 1:
        if from_end == 1:
            s = string_part(m, s, 0, length - k)
        else:
            s = string_part(m, s, k, length)
    store(m, dst, s)
    return NEXT


@native("str.removeprefix")
def str_removeprefix(m, args, n, dst):
    return remove_affix(m, args, n, dst, 0)


@native("str.removesuffix")
def str_removesuffix(m, args, n, dst):
    return remove_affix(m, args, n, dst, 1)


# ---------------------------------------------------------------- padding
@kernel("i8(i8, i8, i8, i8, i8, i8)")
def string_pad(m, s, left, right, fill, dst):
    """Store s between `left` and `right` copies of the code point `fill`."""
    length = string_length(m, s)
    own = string_width(m, s)
    width = width_of_code(fill)
    if own > width:
        width = own
    total = length + left + right
    size = string_bytes(total, width)
    if not has_room(m, size):
        return need_room(m, size)
    charge(m, total >> 4)
    ascii_flag = string_is_ascii(m, s) if fill < 128 else 0
    result = new_string(m, total, width, ascii_flag)
    at = text_at(result)
    copy_units(m, at + left * width, width, text_at(s), own, length)
    if width == 1:
        fill_bytes(m, at, left, fill)
        fill_bytes(m, at + left + length, right, fill)
    else:
        for i in range(left):
            put_unit(m, at, width, i, fill)
        for i in range(left + length, total):
            put_unit(m, at, width, i, fill)
    store(m, dst, result)
    return NEXT


LEFT = 0
RIGHT = 1
CENTER = 2
ZERO_FILL = 3


@kernel("i8(i8, i8, i8, i8, i8)")
def pad_method(m, args, n, dst, how):
    """ljust, rjust, center, zfill: (self, width[, fillchar])."""
    if n < 2 or n > 3 or (n == 3 and how == ZERO_FILL):
        return DECLINE
    s = unwrap(m, load(m, args))
    wanted = unwrap(m, load(m, args + 8))
    if not is_string(m, s) or index_class(m, wanted) != PLAIN_INDEX:
        return DECLINE
    fill = 48 if how == ZERO_FILL else 32
    if n == 3:
        filler = unwrap(m, load(m, args + 16))
        if not is_string(m, filler) or string_length(m, filler) != 1:
            return DECLINE
        fill = char_at(m, filler, 0)
    total = index_number(m, wanted)
    length = string_length(m, s)
    if total <= length:
        store(m, dst, s)
        return NEXT
    if total > HEAP_BYTES:
        return DECLINE
    left = 0
    padding = total - length
    if how == CENTER:
        left = padding // 2 + (padding & total & 1)
    elif how != LEFT:
        left = padding
    status = string_pad(m, s, left, padding - left, fill, dst)
    if status == NEXT and how == ZERO_FILL and length > 0:
        first = char_at(m, s, 0)
        if first == 43 or first == 45:  # the sign goes before the zeros
            result = load(m, dst)
            put_unit(m, text_at(result), string_width(m, s), 0, first)
            put_unit(m, text_at(result), string_width(m, s), left, 48)
    return status


@native("str.ljust")
def str_ljust(m, args, n, dst):
    return pad_method(m, args, n, dst, LEFT)


@native("str.rjust")
def str_rjust(m, args, n, dst):
    return pad_method(m, args, n, dst, RIGHT)


@native("str.center")
def str_center(m, args, n, dst):
    return pad_method(m, args, n, dst, CENTER)


@native("str.zfill")
def str_zfill(m, args, n, dst):
    return pad_method(m, args, n, dst, ZERO_FILL)


# ---------------------------------------------------------------- replace, partition
@kernel("i8(i8, i8)")
def string_settle(m, s):
    """A freshly made string in its narrowest width, its ASCII flag right."""
    width = string_width(m, s)
    union = union_of_units(m, text_at(s), width, string_length(m, s))
    if width_of_code(union) < width or string_length(m, s) <= 1:
        return string_from_units(m, text_at(s), width, string_length(m, s))
    if union < 128:
        set_flags(m, s, FLAG_ASCII)
    return s


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def string_replace(m, s, old, new, most, dst):
    """Store s with at most `most` (-1: all) occurrences of `old` replaced."""
    length = string_length(m, s)
    width_s = string_width(m, s)
    k = string_length(m, old)
    k_new = string_length(m, new)
    if string_width(m, old) > width_s or most == 0 or k > length:
        store(m, dst, s)
        return NEXT
    widening = widening_bytes(m, old, width_s)
    if not has_room(m, widening):
        return need_room(m, widening)
    needle = text_in_width(m, old, width_s)
    at = text_at(s)
    count = count_text(m, at, width_s, 0, length, needle, k)
    if most >= 0 and count > most:
        count = most
    if count == 0:
        store(m, dst, s)
        return NEXT
    work = (length >> 3) + count * UNITS_A_CUT
    if not has_time(m, work):
        return need_time(m, work)
    width = string_width(m, new)
    if width_s > width:
        width = width_s
    if k_new > k and count > (HEAP_BYTES - length) // (k_new - k):
        return need_room(m, HEAP_BYTES)
    total = length + count * (k_new - k)
    size = string_bytes(total, width) * 2 + widening
    if not has_room(m, size):
        return need_room(m, size)
    if total == 0:
        store(m, dst, word(m, 0, STATE_EMPTY_STRING))
        return NEXT
    charge(m, (size >> 5) + count * UNITS_A_CUT)
    result = new_string(m, total, width, string_is_ascii(m, s) & string_is_ascii(m, new))
    to = text_at(result)
    end = to + total * width
    source = 0
    for i in range(count):
        found = i if k == 0 else find_text(m, at, width_s, source, length, needle, k)
        to = append_units(m, to, end, width, at + source * width_s, width_s, found - source)
        to = append_units(m, to, end, width, text_at(new), string_width(m, new), k_new)
        source = found + k
    copy_units(m, to, width, at + source * width_s, width_s, length - source)
    if string_is_ascii(m, s) == 0 or string_is_ascii(m, new) == 0:
        result = string_settle(m, result)
    store(m, dst, result)
    return NEXT


@native("str.replace")
def str_replace(m, args, n, dst):
    if n < 3 or n > 4:
        return DECLINE
    s = unwrap(m, load(m, args))
    old = unwrap(m, load(m, args + 8))
    new = unwrap(m, load(m, args + 16))
    most = -1
    if n == 4:
        limit = unwrap(m, load(m, args + 24))
        if index_class(m, limit) != PLAIN_INDEX:
            return DECLINE
        most = index_number(m, limit)
    if not is_string(m, s) or not is_string(m, old) or not is_string(m, new):
        return DECLINE
    return string_replace(m, s, old, new, most, dst)


@kernel("i8(i8, i8, i8, i8, i8)")
def partition_method(m, args, n, dst, how):
    s = unwrap(m, load(m, args))
    separator = unwrap(m, load(m, args + 8))
    if n != 2 or not is_string(m, s) or not is_string(m, separator):
        return DECLINE
    length = string_length(m, s)
    k = string_length(m, separator)
    if k == 0:
        return DECLINE
    size = 2 * string_bytes(length, string_width(m, s)) + 128
    size += widening_bytes(m, separator, string_width(m, s))
    if not has_room(m, size):
        return need_room(m, size)
    string_search(m, s, separator, 0, length, how, FOUND_AT)
    found = load(m, FOUND_AT) >> 1
    empty = word(m, 0, STATE_EMPTY_STRING)
    left = s
    middle = empty
    right = empty
    if found >= 0:
        charge(m, length >> 4)
        left = string_part(m, s, 0, found)
        middle = separator
        right = string_part(m, s, found + k, length)
    elif how == FIND_LAST:
        left = empty
        right = s
    parts = new_tuple(m, 3)
    set_tuple_item(m, parts, 0, left)
    set_tuple_item(m, parts, 1, middle)
    set_tuple_item(m, parts, 2, right)
    store(m, dst, parts)
    return NEXT


@native("str.partition")
def str_partition(m, args, n, dst):
    return partition_method(m, args, n, dst, FIND)


@native("str.rpartition")
def str_rpartition(m, args, n, dst):
    return partition_method(m, args, n, dst, FIND_LAST)


# ---------------------------------------------------------------- code points
@native("ord")
def builtin_ord(m, args, n, dst):
    s = unwrap(m, load(m, args))
    kind_ = kind_of(m, s)
    if n != 1:
        return DECLINE
    if is_string(m, s) and string_length(m, s) == 1:
        store(m, dst, int_value(char_at(m, s, 0)))
        return NEXT
    if kind_ == KIND_BYTES and load(m, s - 1 + BYTES_LENGTH * 8) == 1:
        store(m, dst, int_value(load8(m, text_at(s))))
        return NEXT
    return DECLINE


@native("chr")
def builtin_chr(m, args, n, dst):
    code = unwrap(m, load(m, args))
    if n != 1 or index_class(m, code) != PLAIN_INDEX:
        return DECLINE
    number = index_number(m, code)
    if number < 0 or number > 0x10FFFF:
        return DECLINE
    store(m, dst, one_char(m, number))
    return NEXT


@native("str.expandtabs")
def str_expandtabs(m, args, n, dst):
    if n < 1 or n > 2:
        return DECLINE
    s = unwrap(m, load(m, args))
    tab = 8
    if n == 2:
        given = unwrap(m, load(m, args + 8))
        if index_class(m, given) != PLAIN_INDEX:
            return DECLINE
        tab = index_number(m, given)
    if not is_string(m, s) or tab > 0xFFFF:
        return DECLINE
    width = string_width(m, s)
    length = string_length(m, s)
    at = text_at(s)
    charge(m, length >> 1)
    total = 0
    column = 0
    for i in range(length):
        code = get_unit(m, at, width, i)
        if code == 9:
            step = tab - column % tab if tab > 0 else 0
            column += step
            total += step
        else:
            total += 1
            column += 1
            if code == 10 or code == 13:
                column = 0
    size = string_bytes(total, width)
    if not has_room(m, size):
        return need_room(m, size)
    if total == 0:
        store(m, dst, word(m, 0, STATE_EMPTY_STRING))
        return NEXT
    charge(m, total >> 1)
    result = new_string(m, total, width, string_is_ascii(m, s))
    to = text_at(result)
    column = 0
    done = 0
    for i in range(length):
        code = get_unit(m, at, width, i)
        if code == 9:
            step = tab - column % tab if tab > 0 else 0
            column += step
            for j in range(done, done + step):
                put_unit(m, to, width, j, 32)
            done += step
        else:
            put_unit(m, to, width, done, code)
            done += 1
            column += 1
            if code == 10 or code == 13:
                column = 0
    store(m, dst, result)
    return NEXT
