"""format(), f-strings, ``str.format`` and ``%`` for plain values and the usual specs.

A spec is taken apart into state words (SPEC_*), which the writers read. The mini-language is that
of the Python library reference, "Format Specification Mini-Language"; what is rare there (``g``,
``e``, ``n``, ``c``, groups of filling zeros ...) and every error is declined.
"""

from ringfence.failures import Helper
from ringfence.kernels.buffers import draft_at
from ringfence.kernels.float_digits import power_of_ten, round_scaled
from ringfence.kernels.jit import kernel, native, opcode
from ringfence.kernels.memory import (
    fill_bytes,
    float_bits,
    int_to_float,
    load,
    load8,
    move_bytes,
    set_field,
    set_word,
    store,
    store8,
    word,
)
from ringfence.kernels.objects import (
    call_helper2,
    charge,
    float_from,
    has_room,
    is_float_value,
    kind_of,
    need_room,
    new_list,
    tuple_item,
    tuple_length,
    unwrap,
)
from ringfence.kernels.registers import at_a, get_b, get_c
from ringfence.kernels.representation import represent, stringify, write_float
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.string_methods import string_pad
from ringfence.kernels.string_search import count_unit, find_unit
from ringfence.kernels.string_split import list_items_at, string_join
from ringfence.kernels.strings import (
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
from ringfence.kernels.tags import FALSE, TRUE, UNBOUND
from ringfence.layout import (
    FLAG_ASCII,
    KIND_INSTANCE,
    KIND_TUPLE,
    LIST_LENGTH,
    RETURN_VALUE,
    STATE_EMPTY_STRING,
    STATE_HEAP_SOFT,
    STATE_HEAP_TOP,
    STATE_SCRATCH_0,
)
from ringfence.opcodes import Op

# fill | align << 8 | sign << 16 | group << 24 | type << 32 | alternate << 40
SPEC_LOOK = STATE_SCRATCH_0 + 5
SPEC_WIDTH = STATE_SCRATCH_0 + 6
SPEC_PRECISION = STATE_SCRATCH_0 + 7  # -1: none
WIDEST = 4096  # a wider number is left to the trap
MOST_FROM_RESERVE = 8192

LESS = 60  # the alignments and signs as they are written
EQUALS = 61
GREATER = 62
CARET = 94
PLUS = 43
MINUS = 45
SPACE = 32
ZERO = 48
COMMA = 44
UNDERSCORE = 95
HASH = 35
POINT = 46
PERCENT = 37


@kernel("i8(i8)", inline=True)
def is_digit(code):
    return code >= 48 and code <= 57


@kernel("i8(i8)", inline=True)
def is_align(code):
    return code == LESS or code == GREATER or code == EQUALS or code == CARET


@kernel("i8(i8, i8, i8, i8, i8, i8)", inline=True)
def pack_look(fill, align, sign, group, kind_, alternate):
    return fill | align << 8 | sign << 16 | group << 24 | kind_ << 32 | alternate << 40


@kernel("i8(i8, i8)")
def parse_spec(m, spec):
    """Take a spec string apart into SPEC_*; 0 if it is not one of the usual ones."""
    if not string_is_ascii(m, spec):
        return 0
    at = text_at(spec)
    end = at + string_length(m, spec)
    fill = SPACE
    filled = 0
    align = 0
    sign = 0
    group = 0
    kind_ = 0
    alternate = 0
    width = 0
    precision = -1
    if end - at >= 2 and is_align(load8(m, at + 1)):
        fill = load8(m, at)
        align = load8(m, at + 1)
        filled = 1
        at += 2
    elif at < end and is_align(load8(m, at)):
        align = load8(m, at)
        at += 1
    if at < end and (load8(m, at) == PLUS or load8(m, at) == MINUS or load8(m, at) == SPACE):
        sign = load8(m, at)
        at += 1
    if at < end and load8(m, at) == HASH:
        alternate = 1
        at += 1
    if at < end and load8(m, at) == ZERO:
        if filled == 0:
            fill = ZERO
        if align == 0:
            align = EQUALS
        at += 1
    while at < end and is_digit(load8(m, at)):
        width = width * 10 + load8(m, at) - 48
        if width > 1 << 30:
            return 0
        at += 1
    if at < end and (load8(m, at) == COMMA or load8(m, at) == UNDERSCORE):
        group = load8(m, at)
        at += 1
    if at < end and load8(m, at) == POINT:
        at += 1
        precision = 0
        start = at
        while at < end and is_digit(load8(m, at)):
            precision = precision * 10 + load8(m, at) - 48
            if precision > 1 << 30:
                return 0
            at += 1
        if at == start:
            return 0
    if at < end:
        kind_ = load8(m, at)
        at += 1
    if at < end:
        return 0
    set_word(m, 0, SPEC_LOOK, pack_look(fill, align, sign, group, kind_, alternate))
    set_word(m, 0, SPEC_WIDTH, width)
    set_word(m, 0, SPEC_PRECISION, precision)
    return 1


# ---------------------------------------------------------------- numbers
@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def write_grouped(m, to, n, base, upper, group, every):
    """Write a number that is not negative in a base, `group` (0: none) between `every` digits."""
    bits = 4 if base == 16 else (3 if base == 8 else 1)
    digits = 1
    rest = n // 10 if base == 10 else n >> bits
    while rest > 0:
        digits += 1
        rest = rest // 10 if base == 10 else rest >> bits
    end = to + digits
    if group != 0:
        end += (digits - 1) // every
    i = end
    since = 0
    for _ in range(digits):
        if since == every and group != 0:
            i -= 1
            store8(m, i, group)
            since = 0
        since += 1
        rest = n // 10 if base == 10 else n >> bits
        digit = n - rest * 10 if base == 10 else n - (rest << bits)
        n = rest
        digit += 48 if digit < 10 else (55 if upper == 1 else 87)
        i -= 1
        store8(m, i, digit)
    return end


@kernel("i8(i8, i8, i8)")
def close_number(m, at, end):
    """The string of an ASCII draft [at, end) that wrote nothing before `at`."""
    n = end - at
    store(m, end, 0)  # writers store whole words
    s = word(m, 0, STATE_EMPTY_STRING)
    if n > 1:
        s = new_string(m, n, 1, FLAG_ASCII)
        to = text_at(s)
        if to != at:
            move_bytes(m, to, at, n)
            rest = at if at > to + n else to + n
            fill_bytes(m, rest, end - rest, 0)
    elif n == 1:
        s = one_char(m, load8(m, at))
        store8(m, at, 0)
    return s


@kernel("i8(i8, i8, i8, i8)")
def finish_number(m, start, body, end):
    """Fill the number drafted at [start, end), its sign and prefix before `body`; the string.

    There is room for the whole width before `start`.
    """
    look = word(m, 0, SPEC_LOOK)
    width = word(m, 0, SPEC_WIDTH)
    padding = width - (end - start)
    if padding <= 0:
        return close_number(m, start, end)
    fill = look & 255
    align = (look >> 8) & 255
    if align == LESS:
        fill_bytes(m, end, padding, fill)
        return close_number(m, start, end + padding)
    if align == CARET:
        left = padding // 2
        fill_bytes(m, start - left, left, fill)
        fill_bytes(m, end, padding - left, fill)
        return close_number(m, start - left, end + padding - left)
    if align == EQUALS:
        move_bytes(m, start - padding, start, body - start)
        fill_bytes(m, body - padding, padding, fill)
    else:
        fill_bytes(m, start - padding, padding, fill)
    return close_number(m, start - padding, end)


@kernel("i8(i8, i8)", inline=True)
def sign_of(negative, sign):
    """The character for a sign, 0 for none."""
    if negative == 1:
        return MINUS
    return sign if sign == PLUS or sign == SPACE else 0


@kernel("i8(i8, i8, i8)")
def format_int(m, n, dst):
    """Store a number of at most 63 bits as SPEC_* says; DECLINE what is rare or wrong."""
    look = word(m, 0, SPEC_LOOK)
    group = (look >> 24) & 255
    kind_ = (look >> 32) & 255
    alternate = look >> 40
    width = word(m, 0, SPEC_WIDTH)
    if kind_ == 102 or kind_ == 70 or kind_ == PERCENT:
        if n > 1 << 53 or n < -(1 << 53):
            return DECLINE
        return format_float(m, int_to_float(n), dst)
    base = 10
    every = 3
    prefix = 0
    if kind_ == 120 or kind_ == 88 or kind_ == 98 or kind_ == 111:
        base = 16 if kind_ == 120 or kind_ == 88 else (2 if kind_ == 98 else 8)
        every = 4
        prefix = kind_ if alternate == 1 else 0
        if group == COMMA:
            return DECLINE
    elif kind_ != 0 and kind_ != 100:
        return DECLINE
    if word(m, 0, SPEC_PRECISION) >= 0 or width > WIDEST:
        return DECLINE
    if group != 0 and (look & 0xFFFF) == (ZERO | EQUALS << 8):
        return DECLINE
    start = draft_at(m) + word(m, 0, SPEC_WIDTH)
    to = start
    sign = sign_of(1 if n < 0 else 0, (look >> 16) & 255)
    if sign != 0:
        store8(m, to, sign)
        to += 1
    if prefix != 0:
        store8(m, to, ZERO)
        store8(m, to + 1, prefix)
        to += 2
    magnitude = -n if n < 0 else n
    end = write_grouped(m, to, magnitude, base, 1 if kind_ == 88 else 0, group, every)
    store(m, dst, finish_number(m, start, to, end))
    return NEXT


@kernel("i8(i8, f8, i8)")
def format_float(m, x, dst):
    """Store a float as SPEC_* says; DECLINE what is rare, wrong or not exact here."""
    look = word(m, 0, SPEC_LOOK)
    group = (look >> 24) & 255
    kind_ = (look >> 32) & 255
    precision = word(m, 0, SPEC_PRECISION)
    if look >> 40 != 0 or word(m, 0, SPEC_WIDTH) > WIDEST or x != x:
        return DECLINE
    if group != 0 and (look & 0xFFFF) == (ZERO | EQUALS << 8):
        return DECLINE
    negative = 1 if float_bits(x) < 0 else 0
    magnitude = -x if negative == 1 else x
    if magnitude == magnitude + magnitude and magnitude != 0.0:
        return DECLINE
    start = draft_at(m) + word(m, 0, SPEC_WIDTH)
    to = start
    sign = sign_of(negative, (look >> 16) & 255)
    if kind_ == 0:
        if precision >= 0 or group != 0:
            return DECLINE
        body = to + 1 if sign != 0 else to
        end = write_float(m, body, magnitude)
        if end < 0:
            return DECLINE
        if sign != 0:
            store8(m, to, sign)
        store(m, dst, finish_number(m, start, body, end))
        return NEXT
    if kind_ == PERCENT:
        magnitude *= 100.0
    elif kind_ != 102 and kind_ != 70:
        return DECLINE
    if precision < 0:
        precision = 6
    if precision > 17:
        return DECLINE
    n = round_scaled(m, magnitude, precision)
    if n < 0:
        return DECLINE
    power = power_of_ten(precision)
    if sign != 0:
        store8(m, to, sign)
        to += 1
    end = write_grouped(m, to, n // power, 10, 0, group, 3)
    if precision > 0:
        store8(m, end, POINT)
        fraction = n % power
        i = end + precision
        while i > end:
            store8(m, i, 48 + fraction % 10)
            fraction //= 10
            i -= 1
        end += precision + 1
    if kind_ == PERCENT:
        store8(m, end, PERCENT)
        end += 1
    store(m, dst, finish_number(m, start, to, end))
    return NEXT


@kernel("i8(i8, i8, i8)")
def format_text(m, s, dst):
    """Store a string as SPEC_* says."""
    look = word(m, 0, SPEC_LOOK)
    align = (look >> 8) & 255
    kind_ = (look >> 32) & 255
    if (kind_ != 0 and kind_ != 115) or align == EQUALS:
        return DECLINE
    if (look >> 16) & 0xFFFF != 0 or look >> 40 != 0:
        return DECLINE
    length = string_length(m, s)
    precision = word(m, 0, SPEC_PRECISION)
    if precision >= 0 and precision < length:
        size = string_bytes(length, string_width(m, s)) * 2 + word(m, 0, SPEC_WIDTH) * 4
        if not has_room(m, size):
            return need_room(m, size)
        s = string_part(m, s, 0, precision)
        length = precision
    padding = word(m, 0, SPEC_WIDTH) - length
    if padding <= 0:
        store(m, dst, s)
        return NEXT
    left = 0
    if align == GREATER:
        left = padding
    elif align == CARET:
        left = padding // 2
    return string_pad(m, s, left, padding - left, look & 255, dst)


@kernel("i8(i8, i8, i8)")
def format_parsed(m, w, dst):
    """Store a plain value as SPEC_* says; DECLINE what no kernel formats."""
    if (w & 1) == 0:
        return format_int(m, w >> 1, dst)
    if w == TRUE or w == FALSE:
        return format_int(m, 1 if w == TRUE else 0, dst)
    if is_float_value(m, w):
        return format_float(m, float_from(m, w), dst)
    if is_string(m, w):
        return format_text(m, w, dst)
    return DECLINE


@kernel("i8(i8, i8, i8, i8)")
def format_value(m, w, spec, dst):
    """Store ``format(w, spec)`` of a plain value; DECLINE, or NEEDS_ROOM."""
    if string_length(m, spec) == 0:
        return stringify(m, w, dst)
    if parse_spec(m, spec) == 0:
        return DECLINE
    return format_parsed(m, w, dst)


@opcode(Op.FORMAT)
def op_format(m, base, insn):
    w = get_b(m, base, insn)
    spec = get_c(m, base, insn)
    if spec == UNBOUND:
        spec = word(m, 0, STATE_EMPTY_STRING)
    status = DECLINE
    if kind_of(m, spec) != KIND_INSTANCE:
        status = format_value(m, w, spec, at_a(base, insn))
    if status == DECLINE:
        return call_helper2(m, Helper.FORMAT, RETURN_VALUE, at_a(base, insn), w, spec)
    return status


@native("format")
def builtin_format(m, args, n, dst):
    if n < 1 or n > 2:
        return DECLINE
    spec = word(m, 0, STATE_EMPTY_STRING)
    if n == 2:
        spec = unwrap(m, load(m, args + 8))
    if not is_string(m, spec):
        return DECLINE
    return format_value(m, load(m, args), spec, dst)


@kernel("i8(i8, i8, i8, i8)")
def format_self(m, args, n, dst):
    """``__format__`` called on its own class."""
    spec = unwrap(m, load(m, args + 8))
    w = unwrap(m, load(m, args))
    if n != 2 or not is_string(m, spec):
        return DECLINE
    if string_length(m, spec) == 0 and w != load(m, args):
        return DECLINE  # str() of the subclass
    return format_value(m, w, spec, dst)


@native("str.__format__")
def str_format_self(m, args, n, dst):
    if not is_string(m, unwrap(m, load(m, args))):
        return DECLINE
    return format_self(m, args, n, dst)


@native("int.__format__")
def int_format_self(m, args, n, dst):
    w = unwrap(m, load(m, args))
    if (w & 1) != 0 and w != TRUE and w != FALSE:
        return DECLINE
    return format_self(m, args, n, dst)


@native("float.__format__")
def float_format_self(m, args, n, dst):
    if not is_float_value(m, unwrap(m, load(m, args))):
        return DECLINE
    return format_self(m, args, n, dst)


# ---------------------------------------------------------------- str.format and %
@kernel("i8(i8, i8)")
def spent_reserve(m, top):
    """Whether an instruction that began with the heap at `top` should ask for room: bytes, or 0."""
    now = word(m, 0, STATE_HEAP_TOP)
    if now - top > MOST_FROM_RESERVE and now > word(m, 0, STATE_HEAP_SOFT):
        return (now - top) * 4
    return 0


@kernel("i8(i8, i8, i8)")
def pieces_list(m, s, mark):
    """A list with room for the literals and fields of a template, or 0 if there is none."""
    length = string_length(m, s)
    width = string_width(m, s)
    n = count_unit(m, text_at(s), width, 0, length, mark)
    size = n * 128 + string_bytes(length, width) * 2
    if not has_room(m, size):
        need_room(m, size)
        return 0
    return new_list(m, 2 * n + 1)


@native("str.format")
def str_format(m, args, n, dst):
    """Templates whose fields are ``{}``, ``{0}``, ``{:spec}``, ``{!r}``; others are declined."""
    s = unwrap(m, load(m, args))
    if not is_string(m, s):
        return DECLINE
    top = word(m, 0, STATE_HEAP_TOP)
    length = string_length(m, s)
    width = string_width(m, s)
    text = text_at(s)
    pieces = pieces_list(m, s, 123)
    if pieces == 0:
        return need_room(m, string_bytes(length, width) * 2 + length * 128)
    items = list_items_at(m, pieces)
    count = 0
    number = 0
    numbered = 0  # 1: automatic, 2: given
    at = 0
    while at < length:
        opened = find_unit(m, text, width, at, length, 123)
        stop = length if opened < 0 else opened
        if find_unit(m, text, width, at, stop, 125) >= 0:
            return DECLINE
        if stop > at:
            store(m, items + 8 * count, string_part(m, s, at, stop))
            count += 1
        if opened < 0:
            break
        at = opened + 1
        closed = find_unit(m, text, width, at, length, 125)
        if closed < 0:
            return DECLINE
        index = number
        how = 1
        if is_digit(get_unit(m, text, width, at)):
            index = get_unit(m, text, width, at) - 48
            how = 2
            at += 1
        else:
            number += 1
        if (numbered != 0 and numbered != how) or index + 1 >= n:
            return DECLINE
        numbered = how
        conversion = 0
        if get_unit(m, text, width, at) == 33 and closed > at + 1:
            conversion = get_unit(m, text, width, at + 1)
            at += 2
        start = closed
        if at < closed:
            if get_unit(m, text, width, at) != 58:
                return DECLINE
            start = at + 1
        if find_unit(m, text, width, start, closed, 123) >= 0:
            return DECLINE
        w = load(m, args + 8 * (index + 1))
        place = items + 8 * count
        status = NEXT
        if conversion == 114:
            status = represent(m, w, 0, place)
            w = load(m, place)
        elif conversion == 115:
            status = stringify(m, w, place)
            w = load(m, place)
        elif conversion != 0:
            return DECLINE
        if status == NEXT:
            status = format_value(m, w, string_part(m, s, start, closed), place)
        if status != NEXT:
            return status
        count += 1
        size = spent_reserve(m, top)
        if size > 0:
            return need_room(m, size)
        at = closed + 1
    set_field(m, pieces, LIST_LENGTH, count << 1)
    charge(m, count * 8)
    return string_join(m, word(m, 0, STATE_EMPTY_STRING), items, count, dst)


@native("str.__mod__")
def str_mod(m, args, n, dst):
    """``template % values`` for ``%s %r %d %i %x %X %o %f %%`` with flags, width and precision."""
    s = unwrap(m, load(m, args))
    values = load(m, args + 8)
    if n != 2 or not is_string(m, s):
        return DECLINE
    given = 1
    single = 1
    if kind_of(m, values) == KIND_TUPLE:
        given = tuple_length(m, values)
        single = 0
    elif (values & 1) != 0 and not is_string(m, values) and not is_float_value(m, values):
        return DECLINE  # perhaps a mapping
    top = word(m, 0, STATE_HEAP_TOP)
    length = string_length(m, s)
    width = string_width(m, s)
    text = text_at(s)
    pieces = pieces_list(m, s, PERCENT)
    if pieces == 0:
        return need_room(m, string_bytes(length, width) * 2 + length * 128)
    items = list_items_at(m, pieces)
    count = 0
    used = 0
    at = 0
    while at < length:
        mark = find_unit(m, text, width, at, length, PERCENT)
        stop = length if mark < 0 else mark
        if stop > at:
            store(m, items + 8 * count, string_part(m, s, at, stop))
            count += 1
        if mark < 0:
            break
        place = items + 8 * count
        at = parse_percent(m, s, mark + 1)
        if at < 0:
            return DECLINE
        if (word(m, 0, SPEC_LOOK) >> 32) & 255 == PERCENT:
            if at != mark + 2:
                return DECLINE  # flags or a width make it no plain %
            store(m, place, string_part(m, s, mark, mark + 1))
        else:
            if used >= given:
                return DECLINE
            w = values if single == 1 else tuple_item(m, values, used)
            used += 1
            status = format_percent(m, w, place)
            if status != NEXT:
                return status
        count += 1
        size = spent_reserve(m, top)
        if size > 0:
            return need_room(m, size)
    if used < given:
        return DECLINE
    set_field(m, pieces, LIST_LENGTH, count << 1)
    charge(m, count * 8)
    return string_join(m, word(m, 0, STATE_EMPTY_STRING), items, count, dst)


@kernel("i8(i8, i8, i8)")
def parse_percent(m, s, at):
    """Take a conversion after its ``%`` apart into SPEC_*; answers what follows it, or -1."""
    text = text_at(s)
    width_s = string_width(m, s)
    length = string_length(m, s)
    align = GREATER
    fill = SPACE
    sign = 0
    minus = 0
    start = at
    while at < length:
        code = get_unit(m, text, width_s, at)
        if code == MINUS:
            minus = 1
        elif code == ZERO:
            fill = ZERO
        elif code == PLUS:
            sign = PLUS
        elif code == SPACE:
            if sign == 0:
                sign = SPACE
        else:
            break
        at += 1
    width = 0
    while at < length and is_digit(get_unit(m, text, width_s, at)):
        width = width * 10 + get_unit(m, text, width_s, at) - 48
        if width > WIDEST:
            return -1
        at += 1
    precision = -1
    if at + 1 < length and get_unit(m, text, width_s, at) == POINT:
        at += 1
        precision = 0
        while at < length and is_digit(get_unit(m, text, width_s, at)):
            precision = precision * 10 + get_unit(m, text, width_s, at) - 48
            if precision > WIDEST:
                return -1
            at += 1
    if at >= length:
        return -1
    kind_ = get_unit(m, text, width_s, at)
    if kind_ == 105 or kind_ == 117:
        kind_ = 100
    if kind_ == PERCENT:
        if at != start:
            return -1
    elif kind_ == 115 or kind_ == 114:
        fill = SPACE
        sign = 0
    elif kind_ == 100 or kind_ == 120 or kind_ == 88 or kind_ == 111 or kind_ == 102:
        if fill == ZERO:
            align = EQUALS
    else:
        return -1
    if minus == 1:
        align = LESS
        fill = SPACE
    set_word(m, 0, SPEC_LOOK, pack_look(fill, align, sign, 0, kind_, 0))
    set_word(m, 0, SPEC_WIDTH, width)
    set_word(m, 0, SPEC_PRECISION, precision)
    return at + 1


@kernel("i8(i8, i8, i8)")
def format_percent(m, w, dst):
    """Store one value as a conversion of ``%`` has it."""
    look = word(m, 0, SPEC_LOOK)
    kind_ = (look >> 32) & 255
    if kind_ == 115 or kind_ == 114:
        width = word(m, 0, SPEC_WIDTH)
        precision = word(m, 0, SPEC_PRECISION)
        status = stringify(m, w, dst) if kind_ == 115 else represent(m, w, 0, dst)
        if status != NEXT or (width == 0 and precision < 0):
            return status
        set_word(m, 0, SPEC_LOOK, look & 0xFFFF | 115 << 32)
        set_word(m, 0, SPEC_WIDTH, width)
        set_word(m, 0, SPEC_PRECISION, precision)
        return format_text(m, load(m, dst), dst)
    if kind_ == 102:
        if (w & 1) == 0 or is_float_value(m, w):
            return format_parsed(m, w, dst)
        return DECLINE
    if (w & 1) != 0:
        return DECLINE
    return format_int(m, w >> 1, dst)


@native("str_percent")
def str_percent(m, args, n, dst):
    """The same under the name the prelude calls for one value at a time."""
    return str_mod(m, args, n, dst)
