"""Two ways to build bytes whose size is not known at the start.

A *draft* is text of one byte a character written into the free memory above the top of the heap,
where nothing else may be allocated meanwhile. ``close_draft`` turns it into a string in place;
``drop_draft`` clears it, since free memory must stay zero.

A BYTE_BUFFER (print output) is a heap object whose RAW doubles when it is full.
"""

from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import (
    field,
    fill_bytes,
    move_bytes,
    set_field,
    store8,
    word,
)
from ringfence.kernels.objects import allocate, charge, new_raw, size_words
from ringfence.kernels.strings import (
    get_unit,
    new_string,
    one_char,
    string_is_ascii,
    string_length,
    string_width,
    text_at,
    union_of_units,
)
from ringfence.layout import (
    ALLOCATION_RESERVE,
    BUFFER_DATA,
    BUFFER_LENGTH,
    BUFFER_WORDS,
    FLAG_ASCII,
    KIND_BYTE_BUFFER,
    RAW_DATA,
    STATE_EMPTY_STRING,
    STATE_HEAP_SOFT,
    STATE_HEAP_TOP,
    STR_DATA,
)


# ---------------------------------------------------------------- drafts
@kernel("i8(i8)", inline=True)
def draft_at(m):
    """Where a draft begins, if nothing is kept below it."""
    return word(m, 0, STATE_HEAP_TOP) + STR_DATA * 8


@kernel("i8(i8)", inline=True)
def draft_end(m):
    """First offset a draft may not reach: the free part of the heap, or of the reserve."""
    soft = word(m, 0, STATE_HEAP_SOFT)
    reserve = word(m, 0, STATE_HEAP_TOP) + ALLOCATION_RESERVE // 2
    return (soft if soft > reserve else reserve) - 16


@kernel("i8(i8, i8, i8)")
def close_draft(m, at, end):
    """The string of the draft [at, end); `at` is draft_at or above."""
    top = word(m, 0, STATE_HEAP_TOP)
    n = end - at
    if n <= 1:
        s = word(m, 0, STATE_EMPTY_STRING)
        if n == 1:
            s = one_char(m, get_unit(m, at, 1, 0))
        fill_bytes(m, top, end + 8 - top, 0)
        return s
    ascii_flag = FLAG_ASCII if union_of_units(m, at, 1, n) < 128 else 0
    # writers store whole words, so up to 7 bytes behind the end may be set as well
    fill_bytes(m, end, 8, 0)
    s = new_string(m, n, 1, ascii_flag)
    to = text_at(s)
    if to != at:
        move_bytes(m, to, at, n)
        fill_bytes(m, to + n, at - to, 0)
    return s


@kernel("i8(i8, i8)")
def drop_draft(m, end):
    """Clear what was written between the top of the heap and `end`."""
    top = word(m, 0, STATE_HEAP_TOP)
    fill_bytes(m, top, end + 8 - top, 0)
    return 0


@kernel("i8(i8, i8, i8, i8)", inline=True)
def put_bytes(m, at, n, packed):
    """Write the first n (at most 8) bytes of a word; answers where the next go."""
    for i in range(n):
        store8(m, at + i, packed >> (8 * i))
    return at + n


# ---------------------------------------------------------------- byte buffers
@kernel("i8(i8, i8)")
def new_buffer(m, capacity):
    """An empty BYTE_BUFFER with room for `capacity` bytes. Ask for room first."""
    data = new_raw(m, capacity)
    b = allocate(m, KIND_BYTE_BUFFER, BUFFER_WORDS)
    set_field(m, b, BUFFER_LENGTH, 0)
    set_field(m, b, BUFFER_DATA, data)
    return b


@kernel("i8(i8, i8)", inline=True)
def buffer_length(m, b):
    return field(m, b, BUFFER_LENGTH) >> 1


@kernel("i8(i8, i8)", inline=True)
def buffer_data_at(m, b):
    return field(m, b, BUFFER_DATA) - 1 + RAW_DATA * 8


@kernel("i8(i8, i8, i8)", inline=True)
def buffer_growth(m, b, n_bytes):
    """Heap bytes that ``buffer_reserve`` will take: 0 when n_bytes more fit."""
    capacity = (size_words(m, field(m, b, BUFFER_DATA)) - 1) * 8
    wanted = buffer_length(m, b) + n_bytes
    if wanted <= capacity:
        return 0
    return wanted * 2 + 64


@kernel("i8(i8, i8, i8)")
def buffer_reserve(m, b, n_bytes):
    """Make n_bytes more fit. Ask for the room of ``buffer_growth`` first."""
    size = buffer_growth(m, b, n_bytes)
    if size > 0:
        data = new_raw(m, size - 16)
        move_bytes(m, data - 1 + RAW_DATA * 8, buffer_data_at(m, b), buffer_length(m, b))
        set_field(m, b, BUFFER_DATA, data)
        charge(m, size >> 6)
    return 0


# ---------------------------------------------------------------- UTF-8
@kernel("i8(i8, i8)")
def utf8_size(m, s):
    """Bytes of a string in UTF-8, lone surrogates taken as three bytes each."""
    n = string_length(m, s)
    if string_is_ascii(m, s):
        return n
    width = string_width(m, s)
    at = text_at(s)
    charge(m, n >> 2)
    size = n
    for i in range(n):
        code = get_unit(m, at, width, i)
        if code >= 128:
            size += 1
            if code >= 0x800:
                size += 1
                if code >= 0x10000:
                    size += 1
    return size


@kernel("i8(i8, i8, i8)")
def write_utf8(m, to, s):
    """Write a string in UTF-8 at an offset; answers where it ends."""
    n = string_length(m, s)
    at = text_at(s)
    if string_is_ascii(m, s):
        move_bytes(m, to, at, n)
        return to + n
    width = string_width(m, s)
    charge(m, n >> 1)
    for i in range(n):
        code = get_unit(m, at, width, i)
        if code < 0x80:
            store8(m, to, code)
            to += 1
        elif code < 0x800:
            store8(m, to, 0xC0 | (code >> 6))
            store8(m, to + 1, 0x80 | (code & 63))
            to += 2
        elif code < 0x10000:
            store8(m, to, 0xE0 | (code >> 12))
            store8(m, to + 1, 0x80 | ((code >> 6) & 63))
            store8(m, to + 2, 0x80 | (code & 63))
            to += 3
        else:
            store8(m, to, 0xF0 | (code >> 18))
            store8(m, to + 1, 0x80 | ((code >> 12) & 63))
            store8(m, to + 2, 0x80 | ((code >> 6) & 63))
            store8(m, to + 3, 0x80 | (code & 63))
            to += 4
    return to
