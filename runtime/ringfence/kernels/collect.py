"""The collector: copies what lives from one half-space to the other (Cheney, breadth first).

Roots are the value words of the state page, the stack up to the last register of any frame (a
frame may reach beyond the one it called: its registers there are moved too, as it will be looked
at when that one has returned), and the arguments of a trap that the host is answering, which may
lie above. Objects below the heap (boot image, program region) are never moved and refer to nothing in
it. The copies are scanned in place: the words between the scan pointer and the top are those
still to be looked at, so no stack is needed. References of the identity table are weak: it is
moved last, without the entries of the dead. The attribute cache is emptied, its entries refer to
objects that moved. The old half-space is cleared, so that memory above the top is zero.

Source: C. J. Cheney, "A nonrecursive list compacting algorithm", CACM 13 (1970).
"""

from typing import Final

from ringfence.kernels.identity import TABLE_COUNT, TABLE_HEAD_WORDS, identity_place, table_places
from ringfence.kernels.jit import export, kernel
from ringfence.kernels.memory import (
    field,
    fill_bytes,
    load,
    move_bytes,
    set_word,
    shift_right,
    store,
    word,
)
from ringfence.kernels.tags import NONE
from ringfence.layout import (
    ALLOCATION_RESERVE,
    ATTRIBUTE_CACHE_AT,
    ATTRIBUTE_CACHE_ENTRIES,
    CACHE_WORDS,
    CODE_N_REGISTERS,
    FIRST_SCANNED,
    FRAME_BASE,
    FRAME_CODE,
    HEAP_A_AT,
    HEAP_B_AT,
    HEAP_BYTES,
    KIND_ARRAY,
    KIND_FORWARDED,
    STACK_AT,
    STATE_BASE,
    STATE_COLLECTIONS,
    STATE_END,
    STATE_FIRST_VALUE,
    STATE_HEAP_END,
    STATE_HEAP_SOFT,
    STATE_HEAP_START,
    STATE_HEAP_TOP,
    STATE_IDENTITIES,
    STATE_MEMORY_LIMIT,
    STATE_PEAK_BYTES,
    STATE_TRAP_ARGUMENT_COUNT,
    STATE_TRAP_ARGUMENTS_AT,
)

NURSERY_BYTES: Final = 0x20_0000  # what may be allocated before the next collection, at least
SMALL_COPY_WORDS: Final = 16


@kernel("i8(i8, i8, i8)", inline=True)
def moved(m, w, top):
    """New reference of a heap object, copied to `top` if it has not been moved yet."""
    at = w - 1
    header = load(m, at)
    if (header & 255) == KIND_FORWARDED:
        return (header >> 8) + 1
    n = shift_right(header, 32)
    if n <= SMALL_COPY_WORDS:
        store(m, top, header)
        for i in range(1, n):
            store(m, top + i * 8, load(m, at + i * 8))
    else:
        move_bytes(m, top, at, n * 8)
    store(m, at, (top << 8) | KIND_FORWARDED)
    return top + 1


@kernel("i8(i8, i8, i8, i8)")
def move_words(m, at, end, top):
    """Move what the words from `at` to `end` refer to; answer the new top."""
    while at < end:
        w = load(m, at)
        if (w & 7) == 1 and w > HEAP_A_AT:
            to = moved(m, w, top)
            store(m, at, to)
            if to > top:
                top += shift_right(load(m, top), 32) * 8
        at += 8
    return top


@kernel("i8(i8, i8, i8)")
def scan_copies(m, scan, top):
    """Move everything that objects from `scan` on refer to; answer the final top."""
    while scan < top:
        header = load(m, scan)
        n_bytes = shift_right(header, 32) * 8
        if (header & 255) >= FIRST_SCANNED:
            top = move_words(m, scan + 8, scan + n_bytes, top)
        scan += n_bytes
    return top


@kernel("i8(i8)", inline=True)
def stack_top(m):
    """Offset one past the last register of the running frame."""
    base = word(m, 0, STATE_BASE)
    if base == 0:
        return STACK_AT
    code = word(m, base, FRAME_CODE)
    if (code & 7) != 1:
        # below the first frame
        return base
    return base + (field(m, code, CODE_N_REGISTERS) >> 1) * 8


@kernel("i8(i8)")
def stack_end(m):
    """Offset one past the last register of any frame."""
    end = stack_top(m)
    base = word(m, 0, STATE_BASE)
    while base > STACK_AT:
        code = word(m, base, FRAME_CODE)
        if (code & 7) == 1:
            end = max(end, base + (field(m, code, CODE_N_REGISTERS) >> 1) * 8)
        below = word(m, base, FRAME_BASE)
        if below >= base:
            break
        base = below
    return end


@kernel("i8(i8, i8)")
def move_stack(m, top):
    """Move what frames and the arguments of a trap refer to; answer the new top."""
    end = stack_end(m)
    top = move_words(m, STACK_AT, end, top)
    n = word(m, 0, STATE_TRAP_ARGUMENT_COUNT)
    if n > 0:
        arguments = word(m, 0, STATE_TRAP_ARGUMENTS_AT)
        arguments_end = arguments + n * 8
        if arguments_end > end:
            top = move_words(m, max(arguments, end), arguments_end, top)
    return top


@kernel("i8(i8, i8, i8)")
def identities_move(m, table, top):
    """Copy the identity table to `top` with the living only; answer the new top."""
    places = table_places(m, table)
    source = table - 1 + TABLE_HEAD_WORDS * 8
    n = 0
    for i in range(places):
        w = load(m, source + i * 16)
        if w > HEAP_A_AT and (load(m, w - 1) & 255) != KIND_FORWARDED:
            store(m, source + i * 16, 0)
        elif w != 0:
            n += 1
    slots = 64
    while slots < n * 4 and slots < places:
        slots *= 2
    n_words = TABLE_HEAD_WORDS + 2 * slots
    store(m, top, (n_words << 32) | KIND_ARRAY)
    copy = top + 1
    for i in range(places):
        w = load(m, source + i * 16)
        if w != 0:
            if w > HEAP_A_AT:
                w = (load(m, w - 1) >> 8) + 1
            place = identity_place(m, copy, w)
            store(m, place, w)
            store(m, place + 8, load(m, source + i * 16 + 8))
    store(m, top + TABLE_COUNT * 8, n << 1)
    set_word(m, 0, STATE_IDENTITIES, copy)
    return top + n_words * 8


@kernel("i8(i8, i8, i8)")
def plan_heap(m, live, want):
    """Set the soft limit for `live` bytes in use; answer 1 if `want` more fit below the limit."""
    start = word(m, 0, STATE_HEAP_START)
    hard = HEAP_BYTES - ALLOCATION_RESERVE
    limit = word(m, 0, STATE_MEMORY_LIMIT)
    if limit > 0 and limit < hard:
        hard = limit
    hard -= ALLOCATION_RESERVE
    soft = live * 2
    if soft < live + NURSERY_BYTES:
        soft = live + NURSERY_BYTES
    if soft < live + want:
        soft = live + want
    if soft > hard:
        soft = hard
    set_word(m, 0, STATE_HEAP_SOFT, start + soft)
    return 1 if live + want <= hard else 0


@export
@kernel("i8(i8, i8)")
def collect(m, want):
    """Collect; answer 1 if `want` bytes and the reserve are free below the limit afterwards."""
    start, end = word(m, 0, STATE_HEAP_START), word(m, 0, STATE_HEAP_TOP)
    if word(m, 0, STATE_PEAK_BYTES) < end - start:
        set_word(m, 0, STATE_PEAK_BYTES, end - start)
    to = HEAP_A_AT + HEAP_B_AT - start
    identities = word(m, 0, STATE_IDENTITIES)
    set_word(m, 0, STATE_IDENTITIES, NONE)
    top = move_words(m, STATE_FIRST_VALUE * 8, STATE_END * 8, to)
    top = move_stack(m, top)
    top = scan_copies(m, to, top)
    if identities > HEAP_A_AT:
        top = identities_move(m, identities, top)
    else:
        set_word(m, 0, STATE_IDENTITIES, identities)
    fill_bytes(m, start, end - start, 0)
    fill_bytes(m, ATTRIBUTE_CACHE_AT, ATTRIBUTE_CACHE_ENTRIES * CACHE_WORDS * 8, 0)
    set_word(m, 0, STATE_HEAP_START, to)
    set_word(m, 0, STATE_HEAP_TOP, top)
    set_word(m, 0, STATE_HEAP_END, to + HEAP_BYTES)
    set_word(m, 0, STATE_COLLECTIONS, word(m, 0, STATE_COLLECTIONS) + 1)
    return plan_heap(m, top - to, want)
