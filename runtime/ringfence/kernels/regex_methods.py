"""The natives of the module ``re``: quick matches, searches in steps, what matches hold.

A Pattern has its program in slot 0: a tuple (Pattern, Match, program, tables, is it for bytes).
A quick match works in the scratch region and declines when it does not come to an end soon. A
*scanner* goes on without end: a tuple (pattern, text, arena); ``regex_step`` and
``regex_collect`` work for a bounded time and answer None when they are to be called again.
"""

from typing import Final

from ringfence.kernels.bytes import bytes_count, bytes_from, new_bytes
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.lists import list_append, list_capacity
from ringfence.kernels.memory import (
    field,
    load,
    load32,
    move_bytes,
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
    MOST_UNITS_BYTES,
    PHASE_BEGIN,
    PHASE_FOUND,
    RUN_MATCH,
    RUN_NONE,
    regex_run,
)
from ringfence.kernels.shapes import instance_new
from ringfence.kernels.slices import PLAIN_INDEX, index_class, index_number
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.strings import is_string, string_length, string_part, string_width, text_at
from ringfence.kernels.tags import FALSE, NONE, TRUE, int_value
from ringfence.layout import (
    ALLOCATION_RESERVE,
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
    STATE_HEAP_SOFT,
    STATE_HEAP_TOP,
)

QUICK_FUEL: Final = 60_000  # of about 2 ns
STEP_FUEL: Final = 250_000
QUICK_BYTES: Final = 0x40000
FIRST_BYTES: Final = 2048  # of an arena in the heap, beside its registers

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

S_PATTERN: Final = 0  # items of a scanner
S_TEXT: Final = 1
S_ARENA: Final = 2

COLLECT_FOUND: Final = 0  # what ``regex_collect`` does with a match: findall
COLLECT_SPLIT: Final = 1
COLLECT_REPLACED: Final = 2

PIECE_BYTES: Final = 64  # a short string with its place in a list


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


# ---------------------------------------------------------------- scanners
@native("regex_begin")
def regex_begin(m, args, n, dst):
    """(pattern, text, pos, endpos, mode, most): a scanner."""
    if n != 6:
        return DECLINE
    pattern = load(m, args)
    program = program_of(m, pattern)
    if program == 0:
        return DECLINE
    text = fitting_text(m, program, load(m, args + 8))
    if text == 0:
        return DECLINE
    size = base_bytes(m, program) + FIRST_BYTES
    if not has_room(m, size + 128):
        return need_room(m, size + 128)
    memory = new_bytes(m, size)
    arena_begin(
        m, text_at(memory), size, program, text, load(m, args + 16) >> 1, load(m, args + 24) >> 1,
        load(m, args + 32) >> 1,
    )
    set_word(m, text_at(memory), A_MOST, load(m, args + 40) >> 1)
    scanner = new_tuple(m, 3)
    set_tuple_item(m, scanner, S_PATTERN, pattern)
    set_tuple_item(m, scanner, S_TEXT, text)
    set_tuple_item(m, scanner, S_ARENA, memory)
    store(m, dst, scanner)
    return NEXT


@kernel("i8(i8, i8)")
def scanner_program(m, scanner):
    """The program of a scanner, attached to its arena anew; 0 if it is none."""
    if kind_of(m, scanner) != KIND_TUPLE or tuple_length(m, scanner) != 3:
        return 0
    memory = tuple_item(m, scanner, S_ARENA)
    program = program_of(m, tuple_item(m, scanner, S_PATTERN))
    if program == 0 or kind_of(m, memory) != KIND_BYTES:
        return 0
    arena_attach(m, text_at(memory), program, tuple_item(m, scanner, S_TEXT))
    return program


@kernel("i8(i8, i8)")
def scanner_grow(m, scanner):
    """Double the memory of a scanner if it is full."""
    memory = tuple_item(m, scanner, S_ARENA)
    used = word(m, text_at(memory), A_SP)
    size = word(m, text_at(memory), A_SIZE)
    if used <= size - MOST_UNITS_BYTES:
        return NEXT
    if not has_room(m, 2 * size + 64):
        return need_room(m, 2 * size + 64)
    larger = new_bytes(m, 2 * size)
    move_bytes(m, text_at(larger), text_at(memory), used)
    charge(m, used >> 4)
    set_word(m, text_at(larger), A_SIZE, 2 * size)
    set_tuple_item(m, scanner, S_ARENA, larger)
    return NEXT


@native("regex_step")
def regex_step(m, args, n, dst):
    """(scanner): True for a match, False when there is none any more, None to be called again."""
    scanner = load(m, args)
    if n != 1 or scanner_program(m, scanner) == 0:
        return DECLINE
    status = scanner_grow(m, scanner)
    if status != NEXT:
        return status
    arena = text_at(tuple_item(m, scanner, S_ARENA))
    set_word(m, arena, A_FUEL, STEP_FUEL)
    answer = regex_run(m, arena)
    if answer == RUN_MATCH:
        store(m, dst, TRUE)
    elif answer == RUN_NONE:
        store(m, dst, FALSE)
    else:
        store(m, dst, NONE)
    return NEXT


@native("regex_match_of")
def regex_match_of(m, args, n, dst):
    """(scanner, string, pos): the Match that ``regex_step`` found; the scanner goes on behind."""
    scanner = load(m, args)
    if n != 3:
        return DECLINE
    program = scanner_program(m, scanner)
    if program == 0:
        return DECLINE
    size = 2 * base_bytes(m, program) + 2048
    if not has_room(m, size):
        return need_room(m, size)
    arena = text_at(tuple_item(m, scanner, S_ARENA))
    pattern = tuple_item(m, scanner, S_PATTERN)
    store(m, dst, new_match(m, arena, pattern, program, load(m, args + 8), load(m, args + 16)))
    arena_advance(m, arena)
    return NEXT


@kernel("i8(i8, i8, i8)", inline=True)
def room_within(m, spent, size):
    """Whether an instruction that has allocated `spent` bytes may allocate `size` more."""
    if spent + size <= ALLOCATION_RESERVE // 2:
        return 1
    return 1 if size <= word(m, 0, STATE_HEAP_SOFT) - word(m, 0, STATE_HEAP_TOP) else 0


@kernel("i8(i8, i8, i8, i8)")
def group_text(m, arena, text, group):
    """Text of a group of the match found, NONE if it has not matched."""
    start = word(m, arena, A_START) if group == 0 else mark(m, arena, 2 * group - 2)
    stop = word(m, arena, A_POS) if group == 0 else mark(m, arena, 2 * group - 1)
    if start < 0 or stop < start:
        return NONE
    return text_part(m, text, start, stop)


@kernel("i8(i8, i8, i8)")
def group_size(m, arena, group):
    """Characters in a group."""
    if group == 0:
        return word(m, arena, A_POS) - word(m, arena, A_START)
    start = mark(m, arena, 2 * group - 2)
    return max(mark(m, arena, 2 * group - 1) - start, 0) if start >= 0 else 0


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def delivery_bytes(m, arena, text, out, how, template):
    """Heap bytes that delivering the match found takes, at most."""
    n_groups = load32(m, word(m, arena, A_CODE) + 4 * HEAD_N_GROUPS)
    pieces = n_groups + 4
    characters = group_size(m, arena, 0)
    if how == COLLECT_REPLACED:
        characters = 0
        pieces += tuple_length(m, template)
        for k in range(tuple_length(m, template)):
            item = tuple_item(m, template, k)
            if item & 1 == 0:
                characters += group_size(m, arena, item >> 1)
    else:
        for group in range(1, n_groups + 1):
            characters += group_size(m, arena, group)
    if how != COLLECT_FOUND:
        characters += max(word(m, arena, A_START) - word(m, arena, A_LAST), 0)
    size = characters * unit_width(m, text) + pieces * PIECE_BYTES
    if list_length(m, out) + pieces > list_capacity(m, out):
        size += (list_length(m, out) + pieces) * 20 + 64
    return size


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def deliver(m, arena, text, out, how, template):
    """Put what is wanted of the match found into a list; room is there."""
    n_groups = load32(m, word(m, arena, A_CODE) + 4 * HEAD_N_GROUPS)
    if how == COLLECT_FOUND:
        if n_groups <= 1:
            w = group_text(m, arena, text, n_groups)
            list_append(m, out, nothing_of(m, text) if w == NONE else w)
        else:
            found = new_tuple(m, n_groups)
            for group in range(1, n_groups + 1):
                w = group_text(m, arena, text, group)
                set_tuple_item(m, found, group - 1, nothing_of(m, text) if w == NONE else w)
            list_append(m, out, found)
    else:
        start = word(m, arena, A_START)
        last = word(m, arena, A_LAST)
        if how == COLLECT_SPLIT:
            list_append(m, out, text_part(m, text, last, start))
            for group in range(1, n_groups + 1):
                list_append(m, out, group_text(m, arena, text, group))
        else:
            if start > last:
                list_append(m, out, text_part(m, text, last, start))
            for k in range(tuple_length(m, template)):
                item = tuple_item(m, template, k)
                if item & 1 == 0:
                    item = group_text(m, arena, text, item >> 1)
                if item != NONE:
                    list_append(m, out, item)
        set_word(m, arena, A_LAST, word(m, arena, A_POS))
    arena_advance(m, arena)
    return NEXT


@kernel("i8(i8, i8, i8)")
def finish_room(m, text, last):
    return max(text_count(m, text) - last, 0) * unit_width(m, text) + 64


@native("regex_collect")
def regex_collect(m, args, n, dst):
    """(scanner, list, how, template): collect until all are found. True at the end, else None."""
    if n != 4:
        return DECLINE
    scanner = load(m, args)
    out = load(m, args + 8)
    how = load(m, args + 16) >> 1
    template = load(m, args + 24)
    program = scanner_program(m, scanner)
    if program == 0 or kind_of(m, out) != KIND_LIST or kind_of(m, template) != KIND_TUPLE:
        return DECLINE
    status = scanner_grow(m, scanner)
    if status != NEXT:
        return status
    text = tuple_item(m, scanner, S_TEXT)
    arena = text_at(tuple_item(m, scanner, S_ARENA))
    before = word(m, 0, STATE_HEAP_TOP)
    set_word(m, arena, A_CODE, text_at(tuple_item(m, program, P_CODE)))
    fuel = STEP_FUEL
    done = 0
    while fuel > 0 and done == 0:
        most = word(m, arena, A_MOST)
        if most > 0 and word(m, arena, A_FOUND) >= most:
            done = 1
            break
        if word(m, arena, A_PHASE) != PHASE_FOUND:
            set_word(m, arena, A_FUEL, fuel)
            answer = regex_run(m, arena)
            if answer == RUN_NONE:
                done = 1
                break
            if answer != RUN_MATCH:
                store(m, dst, NONE)
                return NEXT
        fuel -= 50 + (word(m, arena, A_POS) - word(m, arena, A_START)) // 4
        size = delivery_bytes(m, arena, text, out, how, template)
        spent = word(m, 0, STATE_HEAP_TOP) - before
        if room_within(m, spent, size) == 0:
            if spent > 0:
                store(m, dst, NONE)
                return NEXT
            return need_room(m, size)
        deliver(m, arena, text, out, how, template)
        charge(m, 20)
    if done == 0:
        store(m, dst, NONE)
        return NEXT
    if how != COLLECT_FOUND:
        last = word(m, arena, A_LAST)
        size = finish_room(m, text, last)
        if list_length(m, out) + 1 > list_capacity(m, out):
            size += (list_length(m, out) + 1) * 20
        spent = word(m, 0, STATE_HEAP_TOP) - before
        if room_within(m, spent, size) == 0:
            if spent > 0:
                store(m, dst, NONE)  # the end is found once more
                return NEXT
            return need_room(m, size)
        if how == COLLECT_SPLIT or last < text_count(m, text):
            list_append(m, out, text_part(m, text, last, text_count(m, text)))
    store(m, dst, TRUE)
    return NEXT


@native("regex_found")
def regex_found(m, args, n, dst):
    """(scanner): how many matches it has delivered."""
    scanner = load(m, args)
    if n != 1 or scanner_program(m, scanner) == 0:
        return DECLINE
    arena = text_at(tuple_item(m, scanner, S_ARENA))
    store(m, dst, int_value(word(m, arena, A_FOUND)))
    return NEXT


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
