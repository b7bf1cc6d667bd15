"""repr, str and ascii of plain values, written as a draft above the heap (``buffers.py``).

Containers are walked with an explicit stack that lies before the draft, FRAME_WORDS words a
level. A writer answers where it stopped, DECLINED (an object whose repr is Python code, or what
needs the Unicode tables or big arithmetic) or CROWDED (more room wanted); it checks before it
writes, so that the caller always knows how much to clear.
"""

from ringfence.failures import Helper
from ringfence.kernels.buffers import close_draft, draft_at, draft_end, drop_draft, put_bytes
from ringfence.kernels.float_digits import (
    DIGITS,
    DIGITS_EXPONENT,
    count_digits,
    shortest_digits,
)
from ringfence.kernels.jit import kernel, native, opcode
from ringfence.kernels.memory import (
    field,
    float_bits,
    load,
    load8,
    move_bytes,
    store,
    store8,
    word,
    wrap_add,
    wrap_sub,
)
from ringfence.kernels.objects import (
    call_helper2,
    charge,
    float_from,
    has_room,
    is_float_value,
    kind_of,
    list_length,
    need_room,
    tuple_item,
    tuple_length,
    unwrap,
)
from ringfence.kernels.registers import at_a, get_b, number_c
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.string_search import zero_lanes
from ringfence.kernels.strings import (
    decimal_string,
    get_unit,
    is_string,
    new_string,
    string_bytes,
    string_is_ascii,
    string_length,
    string_width,
    text_at,
)
from ringfence.kernels.tags import ELLIPSIS, FALSE, NONE, NOT_IMPLEMENTED, TRUE, UNBOUND
from ringfence.layout import (
    ARRAY_ITEMS,
    BYTES_LENGTH,
    DICT_ENTRIES,
    DICT_ENTRY_WORDS,
    DICT_LENGTH,
    DICT_USED,
    FLAG_ASCII,
    KIND_BYTES,
    KIND_DICT,
    KIND_FROZENSET,
    KIND_LIST,
    KIND_SET,
    KIND_STR,
    KIND_TUPLE,
    LIST_ITEMS,
    RETURN_VALUE,
    SET_ENTRIES,
    SET_ENTRY_WORDS,
    SET_LENGTH,
    SET_USED,
    STATE_EMPTY_STRING,
    STATE_TYPES_AT,
)
from ringfence.opcodes import Op

ONES = 0x0101010101010101
HIGHS = -0x7F7F7F7F7F7F7F80
DECLINED = -1
CROWDED = -2
SLACK = 64  # bytes for punctuation, numbers and constants, checked once a step
DEEPEST = 150
FRAME_WORDS = 4  # container, next entry, 1 when a dict's value is due, 1 after the first item
STACK_BYTES = DEEPEST * FRAME_WORDS * 8
MOST_AT_ONCE = 1 << 20  # bytes of a container's repr; the prelude writes a longer one item by item
# text of up to 8 bytes as a little-endian word
WORD_NONE = int.from_bytes(b"None", "little")
WORD_TRUE = int.from_bytes(b"True", "little")
WORD_FALSE = int.from_bytes(b"False", "little")
WORD_ELLIPSIS = int.from_bytes(b"Ellipsis", "little")
WORD_NOT_IMPL = int.from_bytes(b"NotImple", "little")
WORD_EMENTED = int.from_bytes(b"mented", "little")
WORD_NAN = int.from_bytes(b"nan", "little")
WORD_INF = int.from_bytes(b"inf", "little")
WORD_SET = int.from_bytes(b"set()", "little")
WORD_FROZENSE = int.from_bytes(b"frozense", "little")
WORD_DOTS = int.from_bytes(b"...", "little")


# ---------------------------------------------------------------- numbers
@kernel("i8(i8, i8, i8, i8)")
def write_digits(m, to, n, least):
    """Write a number that is not negative in at least `least` digits."""
    digits = count_digits(n)
    if digits < least:
        digits = least
    i = to + digits - 1
    while i >= to:
        store8(m, i, 48 + n % 10)
        n //= 10
        i -= 1
    return to + digits


@kernel("i8(i8, i8, i8)")
def write_int(m, to, n):
    """Write a number of at most 63 bits in decimal."""
    if n < 0:
        store8(m, to, 45)
        return write_digits(m, to + 1, -n, 1)
    return write_digits(m, to, n, 1)


@kernel("i8(i8, i8, f8)")
def write_float(m, to, x):
    """Write what ``repr`` gives for a float, or answer DECLINED."""
    if x != x:
        return put_bytes(m, to, 3, WORD_NAN)
    bits = float_bits(x)
    if bits < 0:
        x = -x
        if x == x + x and x != 0.0:
            store8(m, to, 45)
            return put_bytes(m, to + 1, 3, WORD_INF)
    elif x == x + x and x != 0.0:
        return put_bytes(m, to, 3, WORD_INF)
    digits = 0
    exponent = 0
    if x != 0.0:
        if shortest_digits(m, x) == 0:
            return DECLINED
        digits = word(m, 0, DIGITS)
        exponent = word(m, 0, DIGITS_EXPONENT)
    if bits < 0:
        store8(m, to, 45)
        to += 1
    n = count_digits(digits)
    point = n + exponent  # digits before the decimal point
    if x != 0.0 and (point <= -4 or point > 16):
        return write_exponent_form(m, to, digits, n, point - 1)
    if point <= 0:
        store8(m, to, 48)
        store8(m, to + 1, 46)
        return write_digits(m, to + 2, digits, n - point)
    if point >= n:
        to = write_digits(m, to, digits, 1)
        for _ in range(point - n):
            store8(m, to, 48)
            to += 1
        store8(m, to, 46)
        store8(m, to + 1, 48)
        return to + 2
    write_digits(m, to + 1, digits, 1)
    move_bytes(m, to, to + 1, point)
    store8(m, to + point, 46)
    return to + n + 1


@kernel("i8(i8, i8, i8, i8, i8)")
def write_exponent_form(m, to, digits, n, exponent):
    """Write d.ddde+xx for n digits."""
    write_digits(m, to + 1, digits, 1)
    store8(m, to, load8(m, to + 1))
    if n > 1:
        store8(m, to + 1, 46)
        to += n + 1
    else:
        to += 1
    store8(m, to, 101)
    store8(m, to + 1, 45 if exponent < 0 else 43)
    return write_digits(m, to + 2, -exponent if exponent < 0 else exponent, 2)


# ---------------------------------------------------------------- text
@kernel("i8(i8)", inline=True)
def is_plain_latin(code):
    """Whether repr shows a code point below 256 as it is (quotes and backslash apart)."""
    return (code >= 32 and code < 127) or (code > 160 and code != 173)


@kernel("i8(i8)", inline=True)
def hex_digit(n):
    return n + 48 if n < 10 else n + 87


@kernel("i8(i8, i8, i8)")
def write_escape(m, to, code):
    """Write the escape of a code point, the shortest of \\t, \\x, \\u and \\U."""
    store8(m, to, 92)
    if code == 9 or code == 10 or code == 13:
        store8(m, to + 1, 116 if code == 9 else (110 if code == 10 else 114))
        return to + 2
    digits = 2
    letter = 120
    if code > 0xFFFF:
        digits = 8
        letter = 85
    elif code > 0xFF:
        digits = 4
        letter = 117
    store8(m, to + 1, letter)
    for i in range(digits):
        store8(m, to + 2 + i, hex_digit((code >> (4 * (digits - 1 - i))) & 15))
    return to + 2 + digits


@kernel("i8(i8, i8, i8)")
def is_quoted_plainly(m, at, n):
    """Whether n bytes are printable ASCII without quotes and backslashes, a word at a time."""
    strange = 0
    whole = n & -8
    for i in range(0, whole, 8):
        x = load(m, at + i)
        strange |= (
            x
            | wrap_add(x, ONES)  # 127 carries into the high bit
            | ~wrap_add(x | HIGHS, wrap_sub(0, ONES * 32))  # below 32 borrows from it
            | zero_lanes(x ^ (ONES * 34), HIGHS)
            | zero_lanes(x ^ (ONES * 39), HIGHS)
            | zero_lanes(x ^ (ONES * 92), HIGHS)
        )
        if strange & HIGHS != 0:
            return 0
    for i in range(whole, n):
        code = load8(m, at + i)
        if code < 32 or code > 126 or code == 34 or code == 39 or code == 92:
            return 0
    return 1


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def write_quoted(m, to, end, at, width, n, ascii_only):
    """Write n units as a string literal; ``ascii_only`` escapes all beyond ASCII."""
    single = 0
    double = 0
    size = n + SLACK
    charge(m, n >> 4)
    if width == 1 and is_quoted_plainly(m, at, n) == 1:
        if to + size > end:
            return CROWDED
        store8(m, to, 39)
        move_bytes(m, to + 1, at, n)
        store8(m, to + 1 + n, 39)
        return to + n + 2
    charge(m, n >> 1)
    for i in range(n):
        code = get_unit(m, at, width, i)
        if code == 39:
            single += 1
        elif code == 34:
            double += 1
        elif code == 92:
            size += 1
        elif code >= 127 and (ascii_only == 1 or code > 255 or not is_plain_latin(code)):
            if code > 255 and ascii_only == 0:
                return DECLINED
            size += 9
        elif code < 32:
            size += 3
    size += single
    if to + size > end:
        return CROWDED
    quote = 39
    if single > 0 and double == 0:
        quote = 34
    store8(m, to, quote)
    to += 1
    for i in range(n):
        code = get_unit(m, at, width, i)
        if code == quote or code == 92:
            store8(m, to, 92)
            store8(m, to + 1, code)
            to += 2
        elif (code >= 32 and code < 127) or (
            ascii_only == 0 and code < 256 and is_plain_latin(code)
        ):
            store8(m, to, code)
            to += 1
        else:
            to = write_escape(m, to, code)
    store8(m, to, quote)
    return to + 1


# ---------------------------------------------------------------- values
@kernel("i8(i8, i8, i8, i8, i8)")
def write_leaf(m, to, end, w, ascii_only):
    """Write the repr of a value that is no container."""
    if (w & 1) == 0:
        return write_int(m, to, w >> 1)
    if w == NONE:
        return put_bytes(m, to, 4, WORD_NONE)
    if w == TRUE:
        return put_bytes(m, to, 4, WORD_TRUE)
    if w == FALSE:
        return put_bytes(m, to, 5, WORD_FALSE)
    if w == ELLIPSIS:
        return put_bytes(m, to, 8, WORD_ELLIPSIS)
    if w == NOT_IMPLEMENTED:
        return put_bytes(m, put_bytes(m, to, 8, WORD_NOT_IMPL), 6, WORD_EMENTED)
    if is_float_value(m, w):
        return write_float(m, to, float_from(m, w))
    k = kind_of(m, w)
    if k == KIND_STR:
        n = string_length(m, w)
        return write_quoted(m, to, end, text_at(w), string_width(m, w), n, ascii_only)
    if k == KIND_BYTES:
        store8(m, to, 98)
        n = field(m, w, BYTES_LENGTH)
        after = write_quoted(m, to + 1, end, text_at(w), 1, n, 1)
        if after < 0:
            store8(m, to, 0)
        return after
    return DECLINED


@kernel("i8(i8)", inline=True)
def is_container(kind_):
    return (
        kind_ == KIND_LIST or kind_ == KIND_TUPLE or kind_ == KIND_DICT or kind_ == KIND_SET
        or kind_ == KIND_FROZENSET
    )


@kernel("i8(i8, i8, i8)")
def write_open(m, to, w):
    """Write the opening bracket of a container, or all of an empty set."""
    k = kind_of(m, w)
    if k == KIND_LIST:
        return put_bytes(m, to, 1, 91)
    if k == KIND_TUPLE:
        return put_bytes(m, to, 1, 40)
    if k == KIND_DICT:
        return put_bytes(m, to, 1, 123)
    if k == KIND_SET:
        if field(m, w, SET_LENGTH) == 0:
            return put_bytes(m, to, 5, WORD_SET)
        return put_bytes(m, to, 1, 123)
    to = put_bytes(m, to, 8, WORD_FROZENSE)
    store8(m, to, 116)
    store8(m, to + 1, 40)
    if field(m, w, SET_LENGTH) == 0:
        store8(m, to + 2, 41)
        return to + 3
    store8(m, to + 2, 123)
    return to + 3


@kernel("i8(i8, i8, i8)")
def write_close(m, to, w):
    """Write the closing bracket of a container."""
    k = kind_of(m, w)
    if k == KIND_LIST:
        return put_bytes(m, to, 1, 93)
    if k == KIND_TUPLE:
        if tuple_length(m, w) == 1:
            store8(m, to, 44)
            to += 1
        return put_bytes(m, to, 1, 41)
    if k == KIND_DICT:
        return put_bytes(m, to, 1, 125)
    if field(m, w, SET_LENGTH) != 0:
        store8(m, to, 125)
        to += 1
        if k == KIND_FROZENSET:
            store8(m, to, 41)
            to += 1
    return to


@kernel("i8(i8, i8, i8)")
def write_dots(m, to, w):
    """Write what stands for a container inside itself."""
    k = kind_of(m, w)
    left = 91
    right = 93
    if k == KIND_TUPLE:
        left = 40
        right = 41
    elif k == KIND_DICT:
        left = 123
        right = 125
    store8(m, to, left)
    put_bytes(m, to + 1, 3, WORD_DOTS)
    store8(m, to + 4, right)
    return to + 5


@kernel("i8(i8, i8)")
def next_item(m, frame):
    """The next value to write of the container in a frame, or UNBOUND at its end."""
    w = load(m, frame)
    i = load(m, frame + 8)
    k = kind_of(m, w)
    if k == KIND_LIST:
        if i >= list_length(m, w):
            return UNBOUND
        store(m, frame + 8, i + 1)
        return load(m, field(m, w, LIST_ITEMS) - 1 + (ARRAY_ITEMS + i) * 8)
    if k == KIND_TUPLE:
        if i >= tuple_length(m, w):
            return UNBOUND
        store(m, frame + 8, i + 1)
        return tuple_item(m, w, i)
    if k == KIND_DICT:
        if field(m, w, DICT_LENGTH) == 0:
            return UNBOUND
        used = field(m, w, DICT_USED) >> 1
        entries = field(m, w, DICT_ENTRIES) - 1 + ARRAY_ITEMS * 8
        if load(m, frame + 16) == 1:
            store(m, frame + 16, 0)
            return load(m, entries + ((i - 1) * DICT_ENTRY_WORDS + 2) * 8)
        while i < used and load(m, entries + (i * DICT_ENTRY_WORDS + 2) * 8) == UNBOUND:
            i += 1
        if i >= used:
            return UNBOUND
        store(m, frame + 8, i + 1)
        store(m, frame + 16, 1)
        return load(m, entries + (i * DICT_ENTRY_WORDS + 1) * 8)
    if field(m, w, SET_LENGTH) == 0:
        return UNBOUND
    used = field(m, w, SET_USED) >> 1
    entries = field(m, w, SET_ENTRIES) - 1 + ARRAY_ITEMS * 8
    while i < used and load(m, entries + (i * SET_ENTRY_WORDS + 1) * 8) == UNBOUND:
        i += 1
    if i >= used:
        return UNBOUND
    store(m, frame + 8, i + 1)
    return load(m, entries + (i * SET_ENTRY_WORDS + 1) * 8)


@kernel("i8(i8, i8, i8, i8, i8)")
def write_container(m, stack, end, root, ascii_only):
    """Write the repr of a container, its text from stack + STACK_BYTES on.

    Answers where it ends. When declined or crowded everything written is cleared.
    """
    to = stack + STACK_BYTES
    depth = 0
    w = root
    while True:
        k = kind_of(m, w)
        after = 0
        if to + SLACK > end:
            after = CROWDED
        elif is_container(k):
            seen = 0
            for i in range(depth):
                if load(m, stack + i * FRAME_WORDS * 8) == w:
                    seen = 1
            if seen == 1:
                after = write_dots(m, to, w)
            elif depth == DEEPEST:
                after = DECLINED
            else:
                frame = stack + depth * FRAME_WORDS * 8
                store(m, frame, w)
                store(m, frame + 8, 0)
                store(m, frame + 16, 0)
                store(m, frame + 24, 0)
                depth += 1
                charge(m, depth)
                after = write_open(m, to, w)
        else:
            after = write_leaf(m, to, end, w, ascii_only)
        if after < 0:
            drop_draft(m, to)
            return after
        to = after
        w = UNBOUND
        while w == UNBOUND:
            if depth == 0:
                return to
            frame = stack + (depth - 1) * FRAME_WORDS * 8
            if to + SLACK > end:
                drop_draft(m, to)
                return CROWDED
            value_due = load(m, frame + 16)
            w = next_item(m, frame)
            if w == UNBOUND:
                to = write_close(m, to, load(m, frame))
                depth -= 1
            elif value_due == 1:
                store8(m, to, 58)
                store8(m, to + 1, 32)
                to += 2
            elif load(m, frame + 24) == 1:
                store8(m, to, 44)
                store8(m, to + 1, 32)
                to += 2
            else:
                store(m, frame + 24, 1)


@kernel("i8(i8, i8, i8, i8)")
def represent(m, w, ascii_only, dst):
    """Store the repr of a plain value; DECLINE, or NEEDS_ROOM."""
    at = draft_at(m)
    end = draft_end(m)
    after = 0
    if is_container(kind_of(m, w)):
        if end - at > MOST_AT_ONCE:
            end = at + MOST_AT_ONCE
        after = write_container(m, at, end, w, ascii_only)
        at += STACK_BYTES
    else:
        after = write_leaf(m, at, end, w, ascii_only)
    if after == DECLINED:
        return DECLINE
    if after == CROWDED:
        size = end - at
        if is_container(kind_of(m, w)):
            charge(m, size >> 2)
            if size >= MOST_AT_ONCE - STACK_BYTES:
                return DECLINE
        if kind_of(m, w) == KIND_STR and string_length(m, w) * 4 > size:
            size = string_length(m, w) * 4
        return need_room(m, size * 2)
    charge(m, (after - at) >> 2)
    store(m, dst, close_draft(m, at, after))
    return NEXT


@kernel("i8(i8, i8, i8)")
def stringify(m, w, dst):
    """Store ``str(w)`` of a plain value; DECLINE, or NEEDS_ROOM."""
    if is_string(m, w):
        store(m, dst, w)
        return NEXT
    if (w & 1) == 0:
        store(m, dst, decimal_string(m, w >> 1))
        return NEXT
    return represent(m, w, 0, dst)


# ---------------------------------------------------------------- natives
@native("repr")
def builtin_repr(m, args, n, dst):
    if n != 1:
        return DECLINE
    return represent(m, load(m, args), 0, dst)


@native("repr_plain")
def repr_plain(m, args, n, dst):
    if n != 1:
        return DECLINE
    return represent(m, load(m, args), 0, dst)


@native("ascii")
def builtin_ascii(m, args, n, dst):
    if n != 1:
        return DECLINE
    return represent(m, load(m, args), 1, dst)


@native("str.__new__")
def str_new(m, args, n, dst):
    """``str()`` and ``str(x)`` of a plain value; the class comes first."""
    cls = tuple_item(m, word(m, 0, STATE_TYPES_AT), KIND_STR)
    if n < 1 or n > 2 or load(m, args) != cls:
        return DECLINE
    if n == 1:
        store(m, dst, word(m, 0, STATE_EMPTY_STRING))
        return NEXT
    return stringify(m, load(m, args + 8), dst)


@native("str.__str__")
def str_str(m, args, n, dst):
    s = unwrap(m, load(m, args))
    if n != 1 or not is_string(m, s):
        return DECLINE
    store(m, dst, s)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def represent_self(m, args, n, dst, kind_):
    """``__repr__`` called on its own class: the value must be of that kind, or wrap it."""
    w = unwrap(m, load(m, args))
    if n != 1 or kind_of(m, w) != kind_:
        return DECLINE
    return represent(m, w, 0, dst)


@native("str.__repr__")
def str_repr(m, args, n, dst):
    return represent_self(m, args, n, dst, KIND_STR)


@native("bytes.__repr__")
def bytes_repr(m, args, n, dst):
    return represent_self(m, args, n, dst, KIND_BYTES)


@native("list.__repr__")
def list_repr(m, args, n, dst):
    return represent_self(m, args, n, dst, KIND_LIST)


@native("tuple.__repr__")
def tuple_repr(m, args, n, dst):
    return represent_self(m, args, n, dst, KIND_TUPLE)


@native("dict.__repr__")
def dict_repr(m, args, n, dst):
    return represent_self(m, args, n, dst, KIND_DICT)


@native("set.__repr__")
def set_repr(m, args, n, dst):
    if load(m, args) != unwrap(m, load(m, args)):
        return DECLINE  # the name of a subclass is shown
    return represent_self(m, args, n, dst, KIND_SET)


@native("frozenset.__repr__")
def frozenset_repr(m, args, n, dst):
    if load(m, args) != unwrap(m, load(m, args)):
        return DECLINE
    return represent_self(m, args, n, dst, KIND_FROZENSET)


@native("bool.__repr__")
def bool_repr(m, args, n, dst):
    w = load(m, args)
    if n != 1 or (w != TRUE and w != FALSE):
        return DECLINE
    return represent(m, w, 0, dst)


@native("float.__repr__")
def float_repr(m, args, n, dst):
    w = unwrap(m, load(m, args))
    if n != 1 or not is_float_value(m, w):
        return DECLINE
    return represent(m, w, 0, dst)


@opcode(Op.CONVERT)
def op_convert(m, base, insn):
    w = get_b(m, base, insn)
    how = number_c(insn)
    status = NEXT
    if how == 115:
        status = stringify(m, w, at_a(base, insn))
    elif how == 97:
        status = represent(m, w, 1, at_a(base, insn))
    else:
        status = represent(m, w, 0, at_a(base, insn))
    if status == DECLINE:
        return call_helper2(m, Helper.CONVERT, RETURN_VALUE, at_a(base, insn), w, how << 1)
    return status


@native("str_ascii")
def str_ascii(m, args, n, dst):
    """A string with every character beyond ASCII escaped, as ``ascii`` does with a repr."""
    s = unwrap(m, load(m, args))
    if n != 1 or not is_string(m, s):
        return DECLINE
    if string_is_ascii(m, s):
        store(m, dst, s)
        return NEXT
    length = string_length(m, s)
    width = string_width(m, s)
    at = text_at(s)
    size = length
    charge(m, length)
    for i in range(length):
        code = get_unit(m, at, width, i)
        if code > 0xFFFF:
            size += 9
        elif code > 0xFF:
            size += 5
        elif code > 0x7F:
            size += 3
    if not has_room(m, string_bytes(size, 1)):
        return need_room(m, string_bytes(size, 1))
    result = new_string(m, size, 1, FLAG_ASCII)
    to = text_at(result)
    for i in range(length):
        code = get_unit(m, at, width, i)
        if code > 0x7F:
            to = write_escape(m, to, code)
        else:
            store8(m, to, code)
            to += 1
    store(m, dst, result)
    return NEXT
