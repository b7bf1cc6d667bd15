"""Private natives of the prelude and the library modules: payloads, state words, printed text."""

from typing import Final

from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import (
    field,
    load,
    load8,
    load16,
    load32,
    move_bytes,
    set_field,
    set_word,
    store,
    store8,
    word,
)
from ringfence.kernels.objects import (
    allocate,
    aux,
    charge,
    flags,
    has_room,
    kind_of,
    need_room,
    new_raw,
    new_tuple,
    set_tuple_item,
    size_words,
    tuple_item,
    tuple_length,
    unwrap,
)
from ringfence.kernels.shapes import instance_new, instance_new_wrapped
from ringfence.kernels.status import DECLINE, NEXT, OUTPUT
from ringfence.kernels.tags import NONE
from ringfence.layout import (
    BUFFER_DATA,
    BUFFER_LENGTH,
    BUFFER_WORDS,
    CLASS_PAYLOAD_KIND,
    CLASS_SHAPE,
    FLAG_ASCII,
    KIND_BYTE_BUFFER,
    KIND_CLASS,
    KIND_STR,
    KIND_TUPLE,
    RAW_DATA,
    STATE_FIRST_VALUE,
    STATE_END,
    STATE_OUTPUT_AT,
    STATE_OUTPUT_BYTES,
    STR_DATA,
    STR_LENGTH,
)

EMPTY_AT_BYTES: Final = 1 << 13  # the host is asked to empty a print buffer of this size
FIRST_BUFFER_BYTES: Final = 1 << 10


# ---------------------------------------------------------------- payloads
@native("unwrapped")
def unwrapped(m, args, n, dst):
    """(value): the builtin value inside an instance of a subclass of a builtin; else itself."""
    store(m, dst, unwrap(m, load(m, args)))
    return NEXT


@native("unwrapped_all")
def unwrapped_all(m, args, n, dst):
    """(tuple): the same of every item; the tuple itself if nothing is wrapped."""
    items = load(m, args)
    if kind_of(m, items) != KIND_TUPLE:
        return DECLINE
    count = tuple_length(m, items)
    if has_room(m, count * 8 + 64) == 0:
        return need_room(m, count * 8 + 64)
    for k in range(count):
        item = tuple_item(m, items, k)
        if unwrap(m, item) != item:
            made = new_tuple(m, count)
            for i in range(count):
                set_tuple_item(m, made, i, unwrap(m, tuple_item(m, items, i)))
            store(m, dst, made)
            return NEXT
    store(m, dst, items)
    return NEXT


@native("instance_of")
def instance_of(m, args, n, dst):
    """(class) or (class, payload): a new instance, around a builtin value if one is given."""
    class_ = load(m, args)
    if kind_of(m, class_) != KIND_CLASS or field(m, class_, CLASS_SHAPE) == NONE:
        return DECLINE
    if n == 1:
        store(m, dst, instance_new(m, class_))
    elif field(m, class_, CLASS_PAYLOAD_KIND) == 0:
        return DECLINE
    else:
        store(m, dst, instance_new_wrapped(m, class_, load(m, args + 8)))
    return NEXT


# ---------------------------------------------------------------- state words
@native("state_get")
def state_get(m, args, n, dst):
    """(number of a value word of the state page)"""
    number = load(m, args) >> 1
    if number < STATE_FIRST_VALUE or number >= STATE_END:
        return DECLINE
    store(m, dst, load(m, number * 8))
    return NEXT


@native("state_set")
def state_set(m, args, n, dst):
    """(number of a value word of the state page, value)"""
    number = load(m, args) >> 1
    if n != 2 or number < STATE_FIRST_VALUE or number >= STATE_END:
        return DECLINE
    store(m, number * 8, load(m, args + 8))
    store(m, dst, NONE)
    return NEXT


@native("state_number")
def state_number(m, args, n, dst):
    """(number of a raw word of the state page): its number"""
    number = load(m, args) >> 1
    if number < 0 or number >= STATE_FIRST_VALUE:
        return DECLINE
    store(m, dst, load(m, number * 8) << 1)
    return NEXT


# ---------------------------------------------------------------- printed text
@kernel("i8(i8, i8, i8)", inline=True)
def output_code_point(m, at, width):
    if width == 1:
        return load8(m, at)
    if width == 2:
        return load16(m, at)
    return load32(m, at)


@kernel("i8(i8, i8, i8)")
def output_utf8(m, to, code):
    """Write one code point (surrogates as if they were characters); answers its bytes."""
    if code < 0x80:
        store8(m, to, code)
        return 1
    if code < 0x800:
        store8(m, to, 0xC0 | code >> 6)
        store8(m, to + 1, 0x80 | code & 63)
        return 2
    if code < 0x10000:
        store8(m, to, 0xE0 | code >> 12)
        store8(m, to + 1, 0x80 | (code >> 6) & 63)
        store8(m, to + 2, 0x80 | code & 63)
        return 3
    store8(m, to, 0xF0 | code >> 18)
    store8(m, to + 1, 0x80 | (code >> 12) & 63)
    store8(m, to + 2, 0x80 | (code >> 6) & 63)
    store8(m, to + 3, 0x80 | code & 63)
    return 4


@native("output_write")
def output_write(m, args, n, dst):
    """(*strings): append them to the print buffer, as UTF-8."""
    most = 0
    for k in range(n):
        text = load(m, args + k * 8)
        if kind_of(m, text) != KIND_STR:
            return DECLINE
        length = field(m, text, STR_LENGTH)
        most += length if flags(m, text) & FLAG_ASCII else length * 4
    buffer = word(m, 0, STATE_OUTPUT_AT)
    used = 0
    capacity = 0
    if kind_of(m, buffer) == KIND_BYTE_BUFFER:
        used = field(m, buffer, BUFFER_LENGTH) >> 1
        capacity = (size_words(m, field(m, buffer, BUFFER_DATA)) - RAW_DATA) * 8
    if used + most > capacity:
        wanted = max(max(used + most, capacity * 2), FIRST_BUFFER_BYTES)
        if has_room(m, wanted + 256) == 0:
            return need_room(m, wanted + 256)
        data = new_raw(m, wanted)
        if used > 0:
            move_bytes(m, data + 7, field(m, buffer, BUFFER_DATA) + 7, used)
        if kind_of(m, buffer) != KIND_BYTE_BUFFER:
            buffer = allocate(m, KIND_BYTE_BUFFER, BUFFER_WORDS)
            set_word(m, 0, STATE_OUTPUT_AT, buffer)
        set_field(m, buffer, BUFFER_DATA, data)
    to = field(m, buffer, BUFFER_DATA) + 7 + used
    start = to
    for k in range(n):
        text = load(m, args + k * 8)
        length = field(m, text, STR_LENGTH)
        at = text - 1 + STR_DATA * 8
        if flags(m, text) & FLAG_ASCII:
            move_bytes(m, to, at, length)
            to += length
        else:
            width = aux(m, text)
            for _ in range(length):
                to += output_utf8(m, to, output_code_point(m, at, width))
                at += width
    written = to - start
    charge(m, written >> 4)
    set_field(m, buffer, BUFFER_LENGTH, (used + written) << 1)
    set_word(m, 0, STATE_OUTPUT_BYTES, word(m, 0, STATE_OUTPUT_BYTES) + written)
    store(m, dst, NONE)
    if used + written > EMPTY_AT_BYTES:
        return OUTPUT
    return NEXT
