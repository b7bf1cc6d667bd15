"""``json.dumps`` of plain values: measured first, then written, both without recursion.

Measuring finds an upper bound of the text, so that writing needs no checks; whatever is not a
plain value of exactly a builtin class, nested too deeply, or not written the usual way is declined
to the trap and the module's own Python.
"""

from typing import Final

from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import (
    field,
    load,
    load8,
    move_bytes,
    set_word,
    store,
    store8,
    word,
)
from ringfence.kernels.objects import (
    charge,
    float_from,
    has_room,
    is_float_value,
    kind_of,
    list_length,
    need_room,
    new_raw,
    tuple_length,
)
from ringfence.kernels.representation import hex_digit, write_float, write_int
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.string_search import zero_lanes
from ringfence.kernels.strings import (
    copy_units,
    get_unit,
    is_string,
    put_unit,
    string_compare,
    string_from_units,
    string_is_ascii,
    string_length,
    string_width,
    text_at,
)
from ringfence.kernels.tags import FALSE, NONE, TRUE, UNBOUND
from ringfence.layout import (
    ARRAY_ITEMS,
    DICT_ENTRIES,
    DICT_LENGTH,
    DICT_USED,
    KIND_DICT,
    KIND_LIST,
    KIND_STR,
    KIND_TUPLE,
    LIST_ITEMS,
    RAW_DATA,
    SCRATCH_AT,
    STATE_MEMORY_LIMIT,
    STATE_SCRATCH_0,
    TUPLE_ITEMS,
)

WIDTH: Final = STATE_SCRATCH_0  # of the text measured
DECLINED: Final = -1
STACK_AT: Final = SCRATCH_AT  # frames of four words: container, next place, end, sorted places
SPELLED_AT: Final = SCRATCH_AT + 0xC000  # a number being written
ORDER_AT: Final = SCRATCH_AT + 0x10000  # places of dict entries in the order of their keys
ORDER_END: Final = SCRATCH_AT + 0xE0000
FRAME_BYTES: Final = 32
DEEPEST: Final = 900
MOST_NODES: Final = 2_000_000
NUMBER_BYTES: Final = 26

ONES: Final = 0x0101010101010101
HIGHS: Final = -0x7F7F7F7F7F7F7F80
LOW_CONTROLS: Final = -0x1F1F1F1F1F1F1F20


# ---------------------------------------------------------------- strings
@kernel("i8(i8, i8)")
def json_plain_ascii(m, s):
    """Whether an ASCII string needs no escapes."""
    at = text_at(s)
    n = string_length(m, s)
    i = 0
    while i + 8 <= n:
        x = load(m, at + i)
        strange = (
            zero_lanes(x ^ (ONES * 34), HIGHS)
            | zero_lanes(x ^ (ONES * 92), HIGHS)
            | zero_lanes(x ^ (ONES * 127), HIGHS)
            | zero_lanes(x & LOW_CONTROLS, HIGHS)
        )
        if strange != 0:
            return 0
        i += 8
    while i < n:
        c = load8(m, at + i)
        if c < 32 or c == 34 or c == 92 or c == 127:
            return 0
        i += 1
    return 1


@kernel("i8(i8, i8, i8)")
def json_string_bound(m, s, ascii_only):
    """Units that a string literal takes; its width is noted when it is written as it is."""
    n = string_length(m, s)
    if string_is_ascii(m, s) != 0:
        return n + 2 if json_plain_ascii(m, s) == 1 else 6 * n + 2
    if ascii_only == 0:
        if string_width(m, s) > word(m, 0, WIDTH):
            set_word(m, 0, WIDTH, string_width(m, s))
        return 6 * n + 2
    return (12 if string_width(m, s) == 4 else 6) * n + 2


@kernel("i8(i8, i8, i8, i8)")
def json_put_hex(m, to, width, code):
    """Write a unit as an escape of four digits."""
    put_unit(m, to, width, 0, 92)
    put_unit(m, to, width, 1, 117)
    for i in range(4):
        put_unit(m, to, width, 2 + i, hex_digit((code >> (12 - 4 * i)) & 15))
    return to + 6 * width


@kernel("i8(i8, i8, i8, i8, i8)")
def json_write_string(m, to, width, s, ascii_only):
    """Write a string literal in units of `width`; answers where it ends."""
    n = string_length(m, s)
    own = string_width(m, s)
    at = text_at(s)
    put_unit(m, to, width, 0, 34)
    to += width
    if string_is_ascii(m, s) != 0 and json_plain_ascii(m, s) == 1:
        if width == 1:
            move_bytes(m, to, at, n)
        else:
            copy_units(m, to, width, at, 1, n)
        to += n * width
        put_unit(m, to, width, 0, 34)
        return to + width
    for i in range(n):
        c = get_unit(m, at, own, i)
        if c == 34 or c == 92:
            put_unit(m, to, width, 0, 92)
            put_unit(m, to, width, 1, c)
            to += 2 * width
        elif c >= 32 and (c < 127 or ascii_only == 0):
            put_unit(m, to, width, 0, c)
            to += width
        elif c == 10 or c == 13 or c == 9 or c == 8 or c == 12:
            letter = 110
            if c == 13:
                letter = 114
            elif c == 9:
                letter = 116
            elif c == 8:
                letter = 98
            elif c == 12:
                letter = 102
            put_unit(m, to, width, 0, 92)
            put_unit(m, to, width, 1, letter)
            to += 2 * width
        elif c > 0xFFFF:
            to = json_put_hex(m, to, width, 0xD800 | ((c - 0x10000) >> 10))
            to = json_put_hex(m, to, width, 0xDC00 | ((c - 0x10000) & 0x3FF))
        else:
            to = json_put_hex(m, to, width, c)
    put_unit(m, to, width, 0, 34)
    return to + width


# ---------------------------------------------------------------- what is no container
@kernel("i8(i8, i8, i8, i8)")
def json_leaf_bound(m, w, ascii_only, allow_nan):
    """Units that a value takes which is no container; DECLINED for what has no plain text."""
    if (w & 1) == 0:
        return NUMBER_BYTES
    if w == NONE or w == TRUE or w == FALSE:
        return 5
    if is_float_value(m, w):
        x = float_from(m, w)
        if allow_nan == 0 and (x != x or x - x != 0.0):
            return DECLINED
        return NUMBER_BYTES
    if kind_of(m, w) == KIND_STR:
        return json_string_bound(m, w, ascii_only)
    return DECLINED


@kernel("i8(i8, i8, i8, i8)")
def json_spread(m, to, width, end):
    """Copy what was spelled as bytes into wider units."""
    n = end - SPELLED_AT
    copy_units(m, to, width, SPELLED_AT, 1, n)
    return to + n * width


@kernel("i8(i8, i8)")
def json_spell(m, w):
    """Spell a value other than a string as bytes; answers the end, or DECLINED."""
    to = SPELLED_AT
    if (w & 1) == 0:
        return write_int(m, to, w >> 1)
    if w == NONE:
        store(m, to, 0x6C6C756E)
        return to + 4
    if w == TRUE:
        store(m, to, 0x65757274)
        return to + 4
    if w == FALSE:
        store(m, to, 0x65736C6166)
        return to + 5
    x = float_from(m, w)
    if x != x:
        store(m, to, 0x4E614E)
        return to + 3
    if x - x != 0.0:
        if x < 0.0:
            store8(m, to, 45)
            to += 1
        store(m, to, 0x7974696E69666E49)
        return to + 8
    end = write_float(m, to, x)
    return end if end >= 0 else DECLINED


@kernel("i8(i8, i8, i8, i8, i8)")
def write_leaf_json(m, to, width, w, ascii_only):
    """Write a value that is no container; DECLINED in rare cases."""
    if is_string(m, w):
        return json_write_string(m, to, width, w, ascii_only)
    if width == 1 and (w & 1) == 0:
        return write_int(m, to, w >> 1)
    end = json_spell(m, w)
    if end < 0:
        return DECLINED
    return json_spread(m, to, width, end)


# ---------------------------------------------------------------- containers
@kernel("i8(i8, i8)", inline=True)
def json_sequence_items(m, w):
    """Offset of the first item of a list or tuple."""
    if kind_of(m, w) == KIND_LIST:
        return field(m, w, LIST_ITEMS) - 1 + ARRAY_ITEMS * 8
    return w - 1 + TUPLE_ITEMS * 8


@kernel("i8(i8, i8)", inline=True)
def json_sequence_length(m, w):
    return list_length(m, w) if kind_of(m, w) == KIND_LIST else tuple_length(m, w)


@kernel("i8(i8, i8)", inline=True)
def is_json_container(m, w):
    k = kind_of(m, w)
    return 1 if k == KIND_LIST or k == KIND_TUPLE or k == KIND_DICT else 0


@kernel("i8(i8, i8, i8)")
def json_open_frame(m, frame, w):
    """Put a container with its first place and its end into a frame."""
    store(m, frame, w)
    at = 0
    end = 0
    if kind_of(m, w) == KIND_DICT:
        at = field(m, w, DICT_ENTRIES) + 7
        end = at + (field(m, w, DICT_USED) >> 1) * 24
    else:
        at = json_sequence_items(m, w)
        end = at + json_sequence_length(m, w) * 8
    set_word(m, frame, 1, at)
    set_word(m, frame, 2, end)
    set_word(m, frame, 3, 0)
    return 0


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def json_measure(m, root, ascii_only, allow_nan, sort, breaks, separators):
    """Units of the text of a value at most; `breaks`: of an indentation step; or DECLINED."""
    set_word(m, 0, WIDTH, 1)
    if is_json_container(m, root) == 0:
        return json_leaf_bound(m, root, ascii_only, allow_nan)
    most = word(m, 0, STATE_MEMORY_LIMIT)
    most = most if most > 0 else 1 << 40
    depth = 1
    nodes = 0
    total = 2
    frame = STACK_AT
    json_open_frame(m, frame, root)
    while True:
        at = word(m, frame, 1)
        if at >= word(m, frame, 2):
            depth -= 1
            if depth == 0:
                charge(m, nodes)
                return total
            frame -= FRAME_BYTES
            continue
        nodes += 1
        if nodes > MOST_NODES or total > most:
            return DECLINED
        w = load(m, at)
        if kind_of(m, load(m, frame)) == KIND_DICT:
            key = load(m, at + 8)
            w = load(m, at + 16)
            set_word(m, frame, 1, at + 24)
            if w == UNBOUND:
                continue
            if is_string(m, key):
                total += json_string_bound(m, key, ascii_only)
            else:
                if sort == 1 or is_json_container(m, key) == 1:
                    return DECLINED
                size = json_leaf_bound(m, key, ascii_only, allow_nan)
                if size < 0:
                    return DECLINED
                total += size + 2
        else:
            set_word(m, frame, 1, at + 8)
        total += separators + breaks * (depth + 1)
        if is_json_container(m, w) == 1:
            depth += 1
            if depth > DEEPEST:
                return DECLINED
            total += 4
            frame += FRAME_BYTES
            json_open_frame(m, frame, w)
        else:
            size = json_leaf_bound(m, w, ascii_only, allow_nan)
            if size < 0:
                return DECLINED
            total += size


@kernel("i8(i8, i8, i8)")
def json_sort_entries(m, d, order):
    """Places of the live entries of a dict from `order` on, by key. Answers the end, 0: too many.

    Keys are strings; merging by insertion is enough for the sizes that are taken here.
    """
    at = field(m, d, DICT_ENTRIES) + 7
    end = at + (field(m, d, DICT_USED) >> 1) * 24
    if order + (end - at) // 3 > ORDER_END or end - at > 24 * 400:
        return 0
    top = order
    while at < end:
        if load(m, at + 16) != UNBOUND:
            key = load(m, at + 8)
            low = 0
            high = (top - order) >> 3
            while low < high:
                middle = (low + high) >> 1
                if string_compare(m, key, load(m, load(m, order + middle * 8) + 8)) < 0:
                    high = middle
                else:
                    low = middle + 1
            move_bytes(m, order + low * 8 + 8, order + low * 8, top - order - low * 8)
            store(m, order + low * 8, at)
            top += 8
        at += 24
    return top


@kernel("i8(i8, i8, i8, i8, i8)")
def json_put_text(m, to, width, s, times):
    """Write a string some times."""
    n = string_length(m, s)
    for _ in range(times):
        copy_units(m, to, width, text_at(s), string_width(m, s), n)
        to += n * width
    return to


@kernel("i8(i8, i8, i8, i8, i8)")
def json_put_break(m, to, width, step, depth):
    """Write a new line and its indentation."""
    put_unit(m, to, width, 0, 10)
    return json_put_text(m, to + width, width, step, depth)


@kernel("i8(i8, i8, i8, i8, i8, i8, i8, i8, i8)")
def write_json(m, to, width, root, ascii_only, sort, step, between, colon):
    """Write a measured value; `step` is NONE or the indentation. The end, or DECLINED."""
    if is_json_container(m, root) == 0:
        return write_leaf_json(m, to, width, root, ascii_only)
    depth = 0
    order = ORDER_AT
    frame = STACK_AT - FRAME_BYTES
    w = root
    while True:
        # ---- a container begins
        is_dict = 1 if kind_of(m, w) == KIND_DICT else 0
        count = field(m, w, DICT_LENGTH) >> 1 if is_dict == 1 else json_sequence_length(m, w)
        put_unit(m, to, width, 0, 123 if is_dict == 1 else 91)
        to += width
        first = 1
        going = 1
        if count == 0:
            put_unit(m, to, width, 0, 125 if is_dict == 1 else 93)
            to += width
            first = 0
        else:
            depth += 1
            frame += FRAME_BYTES
            json_open_frame(m, frame, w)
            if is_dict == 1 and sort == 1:
                end = json_sort_entries(m, w, order)
                if end == 0:
                    return DECLINED
                set_word(m, frame, 1, order)
                set_word(m, frame, 2, end)
                set_word(m, frame, 3, order)
                order = end
        while going == 1:
            if depth == 0:
                return to
            at = word(m, frame, 1)
            w = load(m, frame)
            is_dict = 1 if kind_of(m, w) == KIND_DICT else 0
            if is_dict == 1 and word(m, frame, 3) == 0:
                while at < word(m, frame, 2) and load(m, at + 16) == UNBOUND:
                    at += 24
            if at >= word(m, frame, 2):
                # ---- a container ends
                depth -= 1
                if step != NONE:
                    to = json_put_break(m, to, width, step, depth)
                put_unit(m, to, width, 0, 125 if is_dict == 1 else 93)
                to += width
                if word(m, frame, 3) != 0:
                    order = word(m, frame, 3)
                frame -= FRAME_BYTES
                first = 0
                continue
            if first == 0:
                to = json_put_text(m, to, width, between, 1)
            if step != NONE:
                to = json_put_break(m, to, width, step, depth)
            first = 0
            if is_dict == 1:
                entry = at
                if word(m, frame, 3) != 0:
                    entry = load(m, at)
                    set_word(m, frame, 1, at + 8)
                else:
                    set_word(m, frame, 1, at + 24)
                key = load(m, entry + 8)
                w = load(m, entry + 16)
                if is_string(m, key):
                    to = json_write_string(m, to, width, key, ascii_only)
                else:
                    put_unit(m, to, width, 0, 34)
                    to = write_leaf_json(m, to + width, width, key, ascii_only)
                    if to < 0:
                        return DECLINED
                    put_unit(m, to, width, 0, 34)
                    to += width
                to = json_put_text(m, to, width, colon, 1)
            else:
                set_word(m, frame, 1, at + 8)
                w = load(m, at)
            if is_json_container(m, w) == 1:
                going = 0
            else:
                to = write_leaf_json(m, to, width, w, ascii_only)
                if to < 0:
                    return DECLINED


@native("json.dumps")
def json_dumps(m, args, n, dst):
    """(value, ensure_ascii, allow_nan, indentation or None, separator, colon, sort_keys)"""
    if n != 7:
        return DECLINE
    root = load(m, args)
    step = load(m, args + 24)
    between = load(m, args + 32)
    colon = load(m, args + 40)
    if not is_string(m, between) or not is_string(m, colon):
        return DECLINE
    if string_is_ascii(m, between) == 0 or string_is_ascii(m, colon) == 0:
        return DECLINE
    breaks = 0
    if step != NONE:
        if not is_string(m, step) or string_is_ascii(m, step) == 0:
            return DECLINE
        breaks = string_length(m, step) + 1
    ascii_only = 1 if load(m, args + 8) == TRUE else 0
    allow_nan = 1 if load(m, args + 16) == TRUE else 0
    sort = 1 if load(m, args + 48) == TRUE else 0
    separators = string_length(m, between) + string_length(m, colon)
    units = json_measure(m, root, ascii_only, allow_nan, sort, breaks, separators)
    if units < 0:
        return DECLINE
    width = word(m, 0, WIDTH)
    size = 2 * units * width + 256
    most = word(m, 0, STATE_MEMORY_LIMIT)
    if most > 0 and size > most >> 1:
        return DECLINE
    if not has_room(m, size):
        return need_room(m, size)
    at = new_raw(m, (units + 8) * width) - 1 + RAW_DATA * 8
    end = write_json(m, at, width, root, ascii_only, sort, step, between, colon)
    charge(m, units >> 1)
    if end < 0:
        return DECLINE
    store(m, dst, string_from_units(m, at, width, (end - at) // width))
    return NEXT
