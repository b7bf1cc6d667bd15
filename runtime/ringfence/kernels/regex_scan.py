"""Scanners of the module ``re``: searches that go on in steps of bounded work, without end.

A *scanner* is a tuple (pattern, text, arena). ``regex_step`` and ``regex_collect`` work for a
bounded time and answer None when they are to be called again. Room is asked for before anything
of a step is done, so that a step that is run again does nothing twice.
"""

from typing import Final

from ringfence.kernels.bytes import bytes_count, new_bytes
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.lists import list_append, list_capacity
from ringfence.kernels.memory import (
    load,
    load32,
    move_bytes,
    set_word,
    store,
    word,
)
from ringfence.kernels.objects import (
    charge,
    has_room,
    kind_of,
    list_length,
    need_room,
    new_tuple,
    set_tuple_item,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.regex import (
    A_CODE,
    A_END,
    A_FOUND,
    A_FUEL,
    A_LAST,
    A_MOST,
    A_PHASE,
    A_POS,
    A_SIZE,
    A_SP,
    A_START,
    A_WIDTH,
    HEAD_N_GROUPS,
    MOST_UNITS_BYTES,
    PHASE_FOUND,
    RUN_MATCH,
    RUN_NONE,
    regex_run,
)
from ringfence.kernels.regex_methods import (
    P_CODE,
    arena_advance,
    arena_attach,
    arena_begin,
    base_bytes,
    fitting_text,
    mark,
    new_match,
    nothing_of,
    program_of,
    text_count,
    text_part,
    unit_width,
)
from ringfence.kernels.status import DECLINE, NEXT
from ringfence.kernels.strings import text_at
from ringfence.kernels.tags import FALSE, NONE, TRUE, int_value
from ringfence.layout import (
    ALLOCATION_RESERVE,
    KIND_BYTES,
    KIND_LIST,
    KIND_TUPLE,
    STATE_HEAP_SOFT,
    STATE_HEAP_TOP,
)

STEP_FUEL: Final = 250_000
FIRST_BYTES: Final = 2048  # of an arena in the heap, beside its registers

S_PATTERN: Final = 0  # items of a scanner
S_TEXT: Final = 1
S_ARENA: Final = 2

COLLECT_FOUND: Final = 0  # what ``regex_collect`` does with a match: findall
COLLECT_SPLIT: Final = 1
COLLECT_REPLACED: Final = 2

PIECE_BYTES: Final = 64  # a short string with its place in a list


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
    text = tuple_item(m, scanner, S_TEXT)
    if program == 0 or kind_of(m, memory) != KIND_BYTES or fitting_text(m, program, text) != text:
        return 0
    arena = text_at(memory)
    size = bytes_count(m, memory)
    used = word(m, arena, A_SP)
    if size < base_bytes(m, program) or word(m, arena, A_SIZE) != size:
        return 0
    if used < base_bytes(m, program) or used > size:
        return 0
    if word(m, arena, A_WIDTH) != unit_width(m, text):
        return 0
    if word(m, arena, A_END) > text_count(m, text):
        return 0
    arena_attach(m, arena, program, text)
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
