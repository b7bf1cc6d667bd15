"""``json.loads`` of a text without hooks: one pass, without recursion.

Values of open containers wait on a stack in the heap (its size is known from counting commas and
brackets), so each list and dict is made once, in its size. Whatever is not plainly right is
declined: the module's own Python finds the place and the words of the error.
"""

from typing import Final

from ringfence.kernels.dicts import dict_bytes, dict_new, dict_put
from ringfence.kernels.float_digits import power_of_five
from ringfence.kernels.hashing import str_hash
from ringfence.kernels.int_text import int_parse
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import (
    bits_float,
    count_leading_zeros,
    fill_bytes,
    float_bits,
    int_to_float,
    load,
    move_bytes,
    multiply_high,
    set_field,
    set_word,
    shift_left,
    shift_right,
    store,
    store32,
    unsigned_divide,
    unsigned_remainder,
    word,
    wrap_mul,
)
from ringfence.kernels.objects import charge, float_value, has_room, need_room, new_list, new_raw
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.string_search import count_unit, zero_lanes
from ringfence.kernels.strings import (
    get_unit,
    is_string,
    string_from_units,
    string_is_ascii,
    string_length,
    string_part,
    string_same_text,
    string_width,
    text_at,
)
from ringfence.kernels.tags import FALSE, NONE, TRUE, int_value
from ringfence.layout import (
    ARRAY_ITEMS,
    LIST_ITEMS,
    LIST_LENGTH,
    RAW_DATA,
    SCRATCH_AT,
    STATE_MEMORY_LIMIT,
    STATE_SCRATCH_0,
    STR_LENGTH,
)

AFTER: Final = STATE_SCRATCH_0  # where a reader leaves the place behind what it has read
KEYS_AT: Final = SCRATCH_AT  # 256 keys seen, by hash
FRAMES_AT: Final = SCRATCH_AT + 0x1000  # open containers
NUMBER_AT: Final = SCRATCH_AT + 0x8000
UNITS_AT: Final = SCRATCH_AT + 0x10000  # a string with escapes being read
MOST_UNITS: Final = 0x28000
DEEPEST: Final = 900
LONGEST: Final = 4_000_000  # characters read in one instruction
MOST_DIGITS: Final = 18

ONES: Final = 0x0101010101010101
HIGHS: Final = -0x7F7F7F7F7F7F7F80
HIGH_BITS: Final = -0x1F1F1F1F1F1F1F20  # 0xE0 in every byte
MINUS: Final = 45
QUOTE: Final = 34
SLASH: Final = 92


@kernel("i8(i8, i8, i8, i8, i8)", inline=True)
def json_skip_space(m, text, width, pos, end):
    """The next place that is no white space."""
    while pos < end:
        c = get_unit(m, text, width, pos)
        if c != 32 and c != 10 and c != 13 and c != 9:
            return pos
        pos += 1
    return pos


@kernel("i8(i8, i8, i8, i8)")
def json_read_hex(m, text, width, pos):
    """Four hexadecimal digits, -1 if they are none."""
    value = 0
    for i in range(4):
        c = get_unit(m, text, width, pos + i)
        if c >= 48 and c <= 57:
            c -= 48
        elif (c >= 97 and c <= 102) or (c >= 65 and c <= 70):
            c = (c & 7) + 9
        else:
            return -1
        value = value * 16 + c
    return value


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def json_read_escaped(m, text, width, start, pos, end):
    """A string with escapes from `start`; the first is at `pos`. 0: declined."""
    if end - start > MOST_UNITS:
        end = start + MOST_UNITS
    n = pos - start
    for i in range(n):
        store32(m, UNITS_AT + 4 * i, get_unit(m, text, width, start + i))
    while pos < end:
        c = get_unit(m, text, width, pos)
        pos += 1
        if c == QUOTE:
            charge(m, n >> 1)
            made = string_from_units(m, UNITS_AT, 4, n)
            set_word(m, 0, AFTER, pos)
            return made
        if c < 32:
            return 0
        if c == SLASH:
            c = get_unit(m, text, width, pos)
            pos += 1
            if c == 110:
                c = 10
            elif c == 116:
                c = 9
            elif c == 114:
                c = 13
            elif c == 98:
                c = 8
            elif c == 102:
                c = 12
            elif c == 117:
                c = json_read_hex(m, text, width, pos)
                if c < 0 or pos + 4 > end:
                    return 0
                pos += 4
                if c >= 0xD800 and c <= 0xDBFF and get_unit(m, text, width, pos) == SLASH:
                    if get_unit(m, text, width, pos + 1) == 117:
                        low = json_read_hex(m, text, width, pos + 2)
                        if low < 0:
                            return 0
                        if low >= 0xDC00 and low <= 0xDFFF:
                            c = 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00))
                            pos += 6
            elif c != QUOTE and c != SLASH and c != 47:
                return 0
        store32(m, UNITS_AT + 4 * n, c)
        n += 1
    return 0


@kernel("i8(i8, i8, i8, i8, i8)")
def json_read_string(m, s, width, pos, end):
    """The string literal whose text begins at `pos`. 0: declined."""
    text = text_at(s)
    i = pos
    if width == 1:
        while i + 8 <= end:
            x = load(m, text + i)
            strange = (
                zero_lanes(x ^ (ONES * QUOTE), HIGHS)
                | zero_lanes(x ^ (ONES * SLASH), HIGHS)
                | zero_lanes(x & HIGH_BITS, HIGHS)
            )
            if strange != 0:
                break
            i += 8
    while i < end:
        c = get_unit(m, text, width, i)
        if c == QUOTE:
            made = string_part(m, s, pos, i)
            set_word(m, 0, AFTER, i + 1)
            return made
        if c < 32:
            return 0
        if c == SLASH:
            return json_read_escaped(m, text, width, pos, i, end)
        i += 1
    return 0


@kernel("i8(i8, i8)")
def json_known_key(m, key):
    """The same key as read before, so that a table of records has each name once."""
    if key < 0 or json_field_length(m, key) > 64:
        return key
    place = KEYS_AT + ((str_hash(m, key) & 255) << 3)
    known = load(m, place)
    if known != 0 and load(m, known - 1) == load(m, key - 1):
        if json_field_length(m, known) == json_field_length(m, key) and string_same_text(m, known, key):
            return known
    store(m, place, key)
    return key


@kernel("i8(i8, i8)", inline=True)
def json_field_length(m, s):
    return word(m, s - 1, STR_LENGTH)


# ---------------------------------------------------------------- numbers
@kernel("i8(i8, i8)")
def decimal_bits(mantissa, exponent):
    """Bits of the double nearest to mantissa * 10**exponent: below 2**60, from -26 to 27."""
    scale = power_of_five(exponent if exponent >= 0 else -exponent)
    sticky = 0
    q = 0
    shift = 0
    if exponent < 0:
        lift = count_leading_zeros(mantissa) - 1
        raised = shift_left(mantissa, lift)
        q = unsigned_divide(raised, scale)
        rest = unsigned_remainder(raised, scale)
        shift = -lift
        while q < 1 << 62:
            q = shift_left(q, 1)
            rest = shift_left(rest, 1)
            shift -= 1
            if rest >= scale:
                rest -= scale
                q |= 1
        sticky = 1 if rest != 0 else 0
    else:
        high = multiply_high(mantissa, scale)
        low = wrap_mul(mantissa, scale)
        if high == 0 and low > 0:
            lift = count_leading_zeros(low) - 1
            q = shift_left(low, lift)
            shift = -lift
        else:
            n = 64 - count_leading_zeros(high)
            q = shift_left(high, 63 - n) | shift_right(low, n + 1)
            sticky = 1 if low & (shift_left(1, n + 1) - 1) != 0 else 0
            shift = n + 1
    below = q & 1023
    kept = q >> 10
    if below > 512 or (below == 512 and (sticky == 1 or kept & 1 == 1)):
        kept += 1
    return float_bits(int_to_float(kept)) + ((shift + 10 + exponent) << 52)


@kernel("i8(i8, i8, i8, i8, i8)")
def json_read_number(m, text, width, pos, end):
    """The number at `pos`. 0: declined (the integer zero is a word of 0 too: see AFTER)."""
    start = pos
    set_word(m, 0, AFTER, -1)
    minus = 0
    if get_unit(m, text, width, pos) == MINUS:
        minus = 1
        pos += 1
    first = pos
    mantissa = 0
    exponent = 0
    digits = 0
    while pos < end:
        c = get_unit(m, text, width, pos) - 48
        if c < 0 or c > 9:
            break
        if mantissa != 0 or c != 0:
            digits += 1
            if digits <= MOST_DIGITS:
                mantissa = mantissa * 10 + c
        pos += 1
    if pos == first or (get_unit(m, text, width, first) == 48 and pos > first + 1):
        return 0
    c = get_unit(m, text, width, pos) if pos < end else 0
    if c != 46 and c != 101 and c != 69:
        set_word(m, 0, AFTER, pos)
        if digits <= MOST_DIGITS:
            return int_value(-mantissa if minus == 1 else mantissa)
        if width != 1 or pos - start > 400:
            set_word(m, 0, AFTER, -1)
            return 0
        if int_parse(m, text + start, text + pos, 10, NUMBER_AT) != NEXT:
            set_word(m, 0, AFTER, -1)
            return 0
        return load(m, NUMBER_AT)
    if c == 46:
        pos += 1
        behind = pos
        while pos < end:
            c = get_unit(m, text, width, pos) - 48
            if c < 0 or c > 9:
                break
            if mantissa != 0 or c != 0:
                digits += 1
            mantissa = mantissa * 10 + c if digits <= MOST_DIGITS else mantissa
            exponent -= 1
            pos += 1
        if pos == behind:
            return 0
        c = get_unit(m, text, width, pos) if pos < end else 0
    if c == 101 or c == 69:
        pos += 1
        sign = 1
        c = get_unit(m, text, width, pos) if pos < end else 0
        if c == 43 or c == 45:
            sign = -1 if c == 45 else 1
            pos += 1
        behind = pos
        scale = 0
        while pos < end:
            c = get_unit(m, text, width, pos) - 48
            if c < 0 or c > 9:
                break
            if scale < 10_000:
                scale = scale * 10 + c
            pos += 1
        if pos == behind:
            return 0
        exponent += sign * scale
    if digits > MOST_DIGITS:
        return 0
    if mantissa == 0:
        set_word(m, 0, AFTER, pos)
        return float_value(m, -0.0 if minus == 1 else 0.0)
    if exponent < -26 or exponent > 27:
        return 0
    x = bits_float(decimal_bits(mantissa, exponent))
    made = float_value(m, -x if minus == 1 else x)
    set_word(m, 0, AFTER, pos)
    return made


@kernel("i8(i8, i8, i8, i8, i8)")
def json_read_constant(m, text, width, pos, end):
    """true, false or null. 0: declined; other words are the fallback's."""
    c = get_unit(m, text, width, pos)
    n = 5 if c == 102 else 4
    if pos + n > end:
        return 0
    spelled = 0
    for i in range(n):
        spelled = spelled << 8 | (get_unit(m, text, width, pos + i) & 255)
        if get_unit(m, text, width, pos + i) > 255:
            return 0
    set_word(m, 0, AFTER, pos + n)
    if spelled == 0x74727565:
        return TRUE
    if spelled == 0x66616C7365:
        return FALSE
    if spelled == 0x6E756C6C:
        return NONE
    return 0


# ---------------------------------------------------------------- documents
@kernel("i8(i8, i8, i8)")
def json_close_list(m, at, n):
    """A list of n words at an offset."""
    made = new_list(m, n)
    move_bytes(m, word(m, made - 1, LIST_ITEMS) - 1 + ARRAY_ITEMS * 8, at, n * 8)
    set_field(m, made, LIST_LENGTH, n << 1)
    return made


@kernel("i8(i8, i8, i8, i8)")
def json_close_dict(m, at, n, unique):
    """A dict of n words, keys and values in turn. 0: declined, for repeated keys if not wanted."""
    made = dict_new(m, n >> 1)
    for i in range(0, n, 2):
        key = load(m, at + i * 8)
        if dict_put(m, made, key, str_hash(m, key), load(m, at + i * 8 + 8)) != NEXT:
            return 0
    if unique == 1 and word(m, made - 1, 1) != n:
        return 0
    return made


@kernel("i8(i8, i8, i8, i8, i8)")
def json_read_document(m, s, stack, unique, end):
    """The value of a whole text; values of open containers at `stack`. 0: declined."""
    text = text_at(s)
    width = string_width(m, s)
    pos = json_skip_space(m, text, width, 0, end)
    depth = 0
    top = stack
    frame = 0  # offset of the first value of the open container, plus 1 if it is a dict
    while True:
        # ---- a value begins here
        if pos >= end:
            return 0
        c = get_unit(m, text, width, pos)
        w = NONE
        whole = 1
        if c == QUOTE:
            w = json_read_string(m, s, width, pos + 1, end)
            if w == 0:
                return 0
            pos = word(m, 0, AFTER)
        elif c == MINUS or (c >= 48 and c <= 57):
            w = json_read_number(m, text, width, pos, end)
            pos = word(m, 0, AFTER)
            if pos < 0:
                return 0
        elif c == 91 or c == 123:
            depth += 1
            if depth > DEEPEST:
                return 0
            store(m, FRAMES_AT + depth * 8, frame)
            frame = top + (1 if c == 123 else 0)
            pos = json_skip_space(m, text, width, pos + 1, end)
            if pos >= end:
                return 0
            c = get_unit(m, text, width, pos)
            whole = 0
            if (frame & 1 == 0 and c == 93) or (frame & 1 == 1 and c == 125):
                pos += 1
                w = dict_new(m, 0) if frame & 1 == 1 else json_close_list(m, top, 0)
                frame = load(m, FRAMES_AT + depth * 8)
                depth -= 1
                whole = 1
        else:
            w = json_read_constant(m, text, width, pos, end)
            if w == 0:
                return 0
            pos = word(m, 0, AFTER)
        # ---- what follows a value closes containers, or goes on to the next one
        while whole == 1:
            pos = json_skip_space(m, text, width, pos, end)
            if depth == 0:
                return w if pos >= end else 0
            if pos >= end:
                return 0
            store(m, top, w)
            top += 8
            c = get_unit(m, text, width, pos)
            pos += 1
            if c == 44:
                pos = json_skip_space(m, text, width, pos, end)
                whole = 0
            elif c == 93 and frame & 1 == 0:
                w = json_close_list(m, frame, (top - frame) >> 3)
                top = frame
                frame = load(m, FRAMES_AT + depth * 8)
                depth -= 1
            elif c == 125 and frame & 1 == 1:
                top_of = frame - 1
                w = json_close_dict(m, top_of, (top - top_of) >> 3, unique)
                if w == 0:
                    return 0
                top = top_of
                frame = load(m, FRAMES_AT + depth * 8)
                depth -= 1
            else:
                return 0
        if frame & 1 == 1:
            # ---- the key of the next value
            if pos >= end or get_unit(m, text, width, pos) != QUOTE:
                return 0
            key = json_read_string(m, s, width, pos + 1, end)
            if key == 0:
                return 0
            pos = json_skip_space(m, text, width, word(m, 0, AFTER), end)
            if pos >= end or get_unit(m, text, width, pos) != 58:
                return 0
            store(m, top, json_known_key(m, key))
            top += 8
            pos = json_skip_space(m, text, width, pos + 1, end)


@native("json.loads")
def json_loads(m, args, n, dst):
    """(text, unique): the value of a text; keys that are repeated are declined if unique."""
    s = load(m, args)
    if n != 2 or not is_string(m, s):
        return DECLINE
    length = string_length(m, s)
    if length > LONGEST:
        return DECLINE
    width = string_width(m, s)
    text = text_at(s)
    lists = count_unit(m, text, width, 0, length, 91)
    dicts = count_unit(m, text, width, 0, length, 123)
    values = count_unit(m, text, width, 0, length, 44) + lists + 2 * dicts + 2
    values += count_unit(m, text, width, 0, length, 58)
    size = values * 104 + (lists + dicts) * (dict_bytes(1) + 96) + length * width + 4096
    if string_is_ascii(m, s) == 0:
        size += length * 4
    most = word(m, 0, STATE_MEMORY_LIMIT)
    if most > 0 and size > most >> 1:
        return DECLINE  # an estimate must not stop a run that would fit
    if not has_room(m, size):
        return need_room(m, size)
    fill_bytes(m, KEYS_AT, 2048, 0)
    stack = new_raw(m, values * 8 + 64) - 1 + RAW_DATA * 8
    w = json_read_document(m, s, stack, 1 if load(m, args + 8) == TRUE else 0, length)
    charge(m, length >> 1)
    if w == 0:
        return DECLINE
    store(m, dst, w)
    return NEXT
