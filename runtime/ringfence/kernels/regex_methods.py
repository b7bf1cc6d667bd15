"""The natives of the module ``re``: quick matches, programs, what matches hold.

A Pattern has its program in slot 0: a tuple (Pattern, Match, program, tables, is it for bytes).
A quick match works in the scratch region and declines when it does not come to an end soon;
``regex_scan.py`` then goes on in steps.
"""

from typing import Final

from ringfence.kernels.bytes import bytes_count, bytes_from, new_bytes
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.lists import list_append
from ringfence.kernels.memory import (
    field,
    load,
    load32,
    set_field,
    set_word,
    store,
    store32,
    word,
)
from ringfence.kernels.objects import (
    charge,
    has_room,
    kind_of,
    list_item,
    list_length,
    need_room,
    new_list,
    new_tuple,
    set_tuple_item,
    tuple_item,
    tuple_length,
    unwrap,
)
from ringfence.kernels.regex import (
    A_CODE,
    A_DIRTY,
    A_END,
    A_FORBIDDEN,
    A_FOUND,
    A_FUEL,
    A_LAST,
    A_MODE,
    A_MOST,
    A_PC,
    A_PHASE,
    A_POS,
    A_SIZE,
    A_SP,
    A_START,
    A_TABLES,
    A_TEXT,
    A_WIDTH,
    ARENA_WORDS,
    HEAD_N_GROUPS,
    HEAD_N_REGISTERS,
    MODE_FULL,
    MODE_MATCH,
    MODE_SEARCH,
    PHASE_BEGIN,
    RUN_MATCH,
    RUN_NONE,
    regex_run,
)
from ringfence.kernels.shapes import instance_new
from ringfence.kernels.slices import PLAIN_INDEX, index_class, index_number
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.strings import is_string, string_length, string_part, string_width, text_at
from ringfence.kernels.tags import NONE, TRUE, int_value
from ringfence.layout import (
    INSTANCE_SHAPE,
    INSTANCE_SLOTS,
    KIND_BYTES,
    KIND_INSTANCE,
    KIND_LIST,
    KIND_STR,
    KIND_TUPLE,
    PROGRAM_AT,
    SCRATCH_AT,
    SHAPE_CLASS,
    STATE_EMPTY_STRING,
)

QUICK_FUEL: Final = 60_000  # of about 2 ns
QUICK_BYTES: Final = 0x40000

P_CLASS: Final = 0  # items of a program tuple
P_MATCH: Final = 1
P_CODE: Final = 2
P_TABLES: Final = 3
P_BYTES: Final = 4

M_SPANS: Final = INSTANCE_SLOTS  # slots of a Match, in the order of their names
M_END: Final = INSTANCE_SLOTS + 1
M_LAST: Final = INSTANCE_SLOTS + 2
M_POS: Final = INSTANCE_SLOTS + 3
M_PATTERN: Final = INSTANCE_SLOTS + 4
M_STRING: Final = INSTANCE_SLOTS + 5



# ---------------------------------------------------------------- patterns and texts
@kernel("i8(i8, i8)")
def program_of(m, pattern):
    """The program tuple of a Pattern, or 0 if it is none."""
    if kind_of(m, pattern) != KIND_INSTANCE:
        return 0
    class_ = field(m, field(m, pattern, INSTANCE_SHAPE), SHAPE_CLASS)
    program = field(m, pattern, INSTANCE_SLOTS)
    if class_ >= PROGRAM_AT or kind_of(m, program) != KIND_TUPLE:
        return 0
    if tuple_length(m, program) != 5 or tuple_item(m, program, P_CLASS) != class_:
        return 0
    return program


@kernel("i8(i8, i8, i8)")
def fitting_text(m, program, w):
    """The text to match in a value, 0 if it is none that fits the pattern."""
    text = unwrap(m, w)
    wanted = KIND_BYTES if tuple_item(m, program, P_BYTES) == TRUE else KIND_STR
    return text if kind_of(m, text) == wanted else 0


@kernel("i8(i8, i8)", inline=True)
def text_count(m, text):
    """Code points of a string, bytes of a bytes object."""
    return string_length(m, text) if is_string(m, text) else bytes_count(m, text)


@kernel("i8(i8, i8)", inline=True)
def unit_width(m, text):
    return string_width(m, text) if is_string(m, text) else 1


@kernel("i8(i8, i8, i8, i8)")
def text_part(m, text, start, stop):
    """Part of a string or of bytes. Ask for room first."""
    if is_string(m, text):
        return string_part(m, text, start, stop)
    if start == 0 and stop == bytes_count(m, text):
        return text
    return bytes_from(m, text_at(text) + start, stop - start)


@kernel("i8(i8, i8)")
def nothing_of(m, text):
    """The empty text of the same kind."""
    return word(m, 0, STATE_EMPTY_STRING) if is_string(m, text) else new_bytes(m, 0)


# ---------------------------------------------------------------- arenas
@kernel("i8(i8, i8, i8, i8)")
def arena_attach(m, arena, program, text):
    """Tell an arena where program and text lie now."""
    set_word(m, arena, A_CODE, text_at(tuple_item(m, program, P_CODE)))
    set_word(m, arena, A_TABLES, text_at(tuple_item(m, program, P_TABLES)))
    set_word(m, arena, A_TEXT, text_at(text))
    return NEXT


@kernel("i8(i8, i8)", inline=True)
def base_bytes(m, program):
    """Bytes of an arena before its stack."""
    code = text_at(tuple_item(m, program, P_CODE))
    return (ARENA_WORDS + load32(m, code + 4 * HEAD_N_REGISTERS)) * 8


@kernel("i8(i8, i8, i8, i8, i8, i8, i8, i8)")
def arena_begin(m, arena, size, program, text, pos, end, mode):
    """Make an arena ready for matches between two places, which are put into the text."""
    length = text_count(m, text)
    pos = min(max(pos, 0), length)
    end = min(max(end, 0), length)
    arena_attach(m, arena, program, text)
    set_word(m, arena, A_WIDTH, unit_width(m, text))
    set_word(m, arena, A_END, end)
    set_word(m, arena, A_MODE, mode)
    set_word(m, arena, A_FORBIDDEN, -1)
    set_word(m, arena, A_START, pos)
    set_word(m, arena, A_POS, pos)
    set_word(m, arena, A_PC, 0)
    set_word(m, arena, A_SP, base_bytes(m, program))
    set_word(m, arena, A_SIZE, size)
    set_word(m, arena, A_DIRTY, 1)
    set_word(m, arena, A_PHASE, PHASE_BEGIN)
    set_word(m, arena, A_LAST, 0)
    set_word(m, arena, A_FOUND, 0)
    set_word(m, arena, A_MOST, 0)
    return NEXT


@kernel("i8(i8, i8)")
def arena_advance(m, arena):
    """After a match: the next one begins where it ended, and is not empty if it was."""
    pos = word(m, arena, A_POS)
    set_word(m, arena, A_FORBIDDEN, pos if pos == word(m, arena, A_START) else -1)
    set_word(m, arena, A_START, pos)
    set_word(m, arena, A_PHASE, PHASE_BEGIN)
    set_word(m, arena, A_FOUND, word(m, arena, A_FOUND) + 1)
    return NEXT


@kernel("i8(i8, i8, i8)", inline=True)
def mark(m, arena, number):
    return word(m, arena, ARENA_WORDS + number)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def new_match(m, arena, pattern, program, string, pos):
    """A Match of what an arena has found. Ask for room first."""
    made = instance_new(m, tuple_item(m, program, P_MATCH))
    n_groups = load32(m, word(m, arena, A_CODE) + 4 * HEAD_N_GROUPS)
    spans = new_tuple(m, 2 * n_groups + 2)
    set_tuple_item(m, spans, 0, int_value(word(m, arena, A_START)))
    set_tuple_item(m, spans, 1, int_value(word(m, arena, A_POS)))
    for k in range(n_groups):
        start = mark(m, arena, 2 * k)
        stop = mark(m, arena, 2 * k + 1)
        if start < 0 or stop < start:
            start = -1
            stop = -1
        set_tuple_item(m, spans, 2 * k + 2, int_value(start))
        set_tuple_item(m, spans, 2 * k + 3, int_value(stop))
    last = mark(m, arena, 2 * n_groups)
    set_field(m, made, M_PATTERN, pattern)
    set_field(m, made, M_STRING, string)
    set_field(m, made, M_POS, pos)
    set_field(m, made, M_END, int_value(word(m, arena, A_END)))
    set_field(m, made, M_SPANS, spans)
    set_field(m, made, M_LAST, NONE if last < 0 else int_value(last))
    return made


# ---------------------------------------------------------------- quick matches
@kernel("i8(i8, i8, i8, i8, i8)")
def quick_match(m, args, n, dst, mode):
    """match, fullmatch or search of (pattern, text[, pos[, endpos]])."""
    if n < 2 or n > 4:
        return DECLINE
    pattern = load(m, args)
    program = program_of(m, pattern)
    if program == 0:
        return DECLINE
    string = load(m, args + 8)
    text = fitting_text(m, program, string)
    if text == 0:
        return DECLINE
    length = text_count(m, text)
    pos = 0
    end = length
    if n > 2:
        first = unwrap(m, load(m, args + 16))
        if index_class(m, first) != PLAIN_INDEX:
            return DECLINE
        pos = min(max(index_number(m, first), 0), length)
    if n > 3:
        last = unwrap(m, load(m, args + 24))
        if index_class(m, last) != PLAIN_INDEX:
            return DECLINE
        end = index_number(m, last)
    size = base_bytes(m, program)
    if size > QUICK_BYTES // 2:
        return DECLINE
    if not has_room(m, 2 * size + 2048):
        return need_room(m, 2 * size + 2048)
    arena_begin(m, SCRATCH_AT, QUICK_BYTES, program, text, pos, end, mode)
    set_word(m, SCRATCH_AT, A_FUEL, QUICK_FUEL)
    answer = regex_run(m, SCRATCH_AT)
    if answer == RUN_NONE:
        store(m, dst, NONE)
        return NEXT
    if answer != RUN_MATCH:
        return DECLINE
    store(m, dst, new_match(m, SCRATCH_AT, pattern, program, string, int_value(pos)))
    return NEXT


@native("re.Pattern.match")
def regex_match(m, args, n, dst):
    return quick_match(m, args, n, dst, MODE_MATCH)


@native("re.Pattern.fullmatch")
def regex_fullmatch(m, args, n, dst):
    return quick_match(m, args, n, dst, MODE_FULL)


@native("re.Pattern.search")
def regex_search(m, args, n, dst):
    return quick_match(m, args, n, dst, MODE_SEARCH)


# ---------------------------------------------------------------- programs
@native("regex_pack")
def regex_pack(m, args, n, dst):
    """(list of numbers below 2**32): bytes of them, four each."""
    items = load(m, args)
    if n != 1 or kind_of(m, items) != KIND_LIST:
        return DECLINE
    count = list_length(m, items)
    if not has_room(m, count * 4 + 64):
        return need_room(m, count * 4 + 64)
    for k in range(count):
        if list_item(m, items, k) & 1 != 0:
            return DECLINE
    made = new_bytes(m, count * 4)
    for k in range(count):
        store32(m, text_at(made) + 4 * k, list_item(m, items, k) >> 1)
    charge(m, count >> 1)
    store(m, dst, made)
    return NEXT


# ---------------------------------------------------------------- matches
@kernel("i8(i8, i8, i8)")
def match_group(m, match, key):
    """Number of a group that a key names in a Match, -1: not plainly one."""
    if kind_of(m, match) != KIND_INSTANCE:
        return -1
    pattern = field(m, match, M_PATTERN)
    program = program_of(m, pattern)
    if program == 0:
        return -1
    class_ = field(m, field(m, match, INSTANCE_SHAPE), SHAPE_CLASS)
    if class_ != tuple_item(m, program, P_MATCH):
        return -1
    if key & 1 != 0 or key < 0:
        return -1
    group = key >> 1
    if 2 * group + 2 > tuple_length(m, field(m, match, M_SPANS)):
        return -1
    return group


@native("re.Match.group", "re.Match.__getitem__")
def match_group_text(m, args, n, dst):
    """Text of one group given by number."""
    if n < 1 or n > 2:
        return DECLINE
    match = load(m, args)
    group = match_group(m, match, load(m, args + 8) if n == 2 else 0)
    if group < 0:
        return DECLINE
    text = unwrap(m, field(m, match, M_STRING))
    if kind_of(m, text) != KIND_STR and kind_of(m, text) != KIND_BYTES:
        return DECLINE
    spans = field(m, match, M_SPANS)
    start = tuple_item(m, spans, 2 * group) >> 1
    stop = tuple_item(m, spans, 2 * group + 1) >> 1
    if start < 0:
        store(m, dst, NONE)
        return NEXT
    length = text_count(m, text)
    start = min(start, length)
    stop = min(max(stop, start), length)
    size = (stop - start) * unit_width(m, text) + 64
    if not has_room(m, size):
        return need_room(m, size)
    charge(m, size >> 5)
    store(m, dst, text_part(m, text, start, stop))
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def match_place(m, args, n, dst, which):
    """start (0), end (1) or span (2) of one group given by number."""
    if n < 1 or n > 2:
        return DECLINE
    match = load(m, args)
    group = match_group(m, match, load(m, args + 8) if n == 2 else 0)
    if group < 0:
        return DECLINE
    spans = field(m, match, M_SPANS)
    if which < 2:
        store(m, dst, tuple_item(m, spans, 2 * group + which))
        return NEXT
    pair = new_tuple(m, 2)
    set_tuple_item(m, pair, 0, tuple_item(m, spans, 2 * group))
    set_tuple_item(m, pair, 1, tuple_item(m, spans, 2 * group + 1))
    store(m, dst, pair)
    return NEXT


@native("re.Match.start")
def match_start(m, args, n, dst):
    return match_place(m, args, n, dst, 0)


@native("re.Match.end")
def match_end(m, args, n, dst):
    return match_place(m, args, n, dst, 1)


@native("re.Match.span")
def match_span(m, args, n, dst):
    return match_place(m, args, n, dst, 2)


@native("regex_lowers")
def regex_lowers(m, args, n, dst):
    """(tables, first, last): list of the lower cases of the code points that have another one."""
    tables = load(m, args)
    if n != 3 or kind_of(m, tables) != KIND_BYTES:
        return DECLINE
    at = text_at(tables)
    first = load(m, args + 8) >> 1
    last = load(m, args + 16) >> 1
    if not has_room(m, 0x10000):
        return need_room(m, 0x10000)
    out = new_list(m, 2048)
    count = load32(m, at + 24)
    place = at + 4 * load32(m, at + 28)
    charge(m, count)
    for k in range(count):
        code = load32(m, place + 8 * k)
        if code >= first and code <= last:
            list_append(m, out, int_value(load32(m, place + 8 * k + 4)))
    store(m, dst, out)
    return NEXT
