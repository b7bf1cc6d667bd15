"""The matcher of regular expressions: a backtracking machine with its own stack, in steps.

It works in an *arena*: words of context, the registers of the program, a stack. The arena of a
quick match is the scratch region; a long search has one in the heap, in which it can be left off
after any instruction and gone on with (``A_FUEL`` counts down), so that neither time nor memory
nor native stack is used without being metered, whatever the pattern.

The stack holds units of two words: a value, and a kind with a place in the program or a register.
A CHOICE is a place in the text with where to go on; an UNDO the former value of a register; a
GREEDY or LAZY the last place tried by a repetition of one character, above a DATA with its other
end. Registers are first the marks of groups (start and end), then the number of the last group
closed, then what loops, lookarounds and atomic groups keep. What captures and loops do in every
corner follows CPython's ``_sre``.
"""

from typing import Final

from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import load, load8, load32, set_word, store, word
from ringfence.kernels.objects import charge
from ringfence.kernels.regex_sets import (
    NEWLINE,
    in_first,
    is_item,
    is_word,
    last_first,
    lower_of,
    next_first,
    run_end,
)
from ringfence.kernels.string_search import find_text, find_unit
from ringfence.kernels.strings import get_unit

# the head of a program (unit numbers)
HEAD_N_GROUPS: Final = 0
HEAD_N_REGISTERS: Final = 1
HEAD_LEAST: Final = 2  # characters of the shortest match
HEAD_FIRST: Final = 3  # the first set of a match, or 0
HEAD_PREFIX: Final = 4  # 0, or place of the literal that every match begins with
HEAD_PREFIX_LENGTH: Final = 5  # its units, all below 256; they lie there as bytes
HEAD_ANCHORED: Final = 6  # 1: matches begin at the start of the text
HEAD_UNITS: Final = 7  # the first instruction

# context words of an arena
A_CODE: Final = 0
A_TEXT: Final = 1
A_TABLES: Final = 2
A_WIDTH: Final = 3
A_END: Final = 4
A_MODE: Final = 5  # MODE_MATCH, MODE_FULL, MODE_SEARCH
A_FORBIDDEN: Final = 6  # no match may end here (after an empty one); -1: none
A_START: Final = 7  # where the match begins that is tried
A_POS: Final = 8
A_PC: Final = 9
A_SP: Final = 10  # bytes of the arena in use
A_SIZE: Final = 11  # bytes of the arena
A_FUEL: Final = 12  # instructions left in this step; about 2 ns each
A_DIRTY: Final = 13  # marks have been set
A_PHASE: Final = 14
A_LAST: Final = 15  # end of the piece last delivered
A_FOUND: Final = 16  # matches delivered
A_MOST: Final = 17  # matches wanted, 0: all
ARENA_WORDS: Final = 20  # registers follow

MODE_MATCH: Final = 0
MODE_FULL: Final = 1
MODE_SEARCH: Final = 2

PHASE_BEGIN: Final = 0  # search on from A_START
PHASE_RUN: Final = 1  # in the midst of a match
PHASE_FOUND: Final = 2  # a match that has not been delivered

RUN_NONE: Final = 0  # what ``regex_run`` answers
RUN_MATCH: Final = 1
RUN_PAUSE: Final = 2  # the fuel of the step is used up
RUN_FULL: Final = 3  # the arena is

NO_LIMIT: Final = 0xFFFFFFFF

CHOICE: Final = 0
UNDO: Final = 1
DATA: Final = 2
GREEDY: Final = 3
LAZY: Final = 4

MOST_UNITS_BYTES: Final = 96  # what one instruction pushes at most

# instructions; operands are units
SUCCESS: Final = 1
FAILURE: Final = 2
CHAR: Final = 3  # kind, argument: one character
TEXT: Final = 4  # n, code points
MARK: Final = 5  # register
JUMP: Final = 6  # target
SPLIT: Final = 7  # other, first set of the way on, first set of the other: try on, then other
GREEDY_ITEM: Final = 8  # kind, argument, least, most, first set of what follows
LAZY_ITEM: Final = 9  # the same
FIRM_ITEM: Final = 10  # the same, gives nothing back
LOOP_BEGIN: Final = 11  # register, target
LOOP: Final = 12  # register, least, most, body
LOOP_LAZY: Final = 13  # register, least, most, body
LOOP_ENTER: Final = 14  # register, most, body: where a lazy loop goes on when it must
AT: Final = 15  # which, with Unicode words or not
REFERENCE: Final = 16  # group, case
IF_GROUP: Final = 17  # group, target if it has not matched
LOOK: Final = 18  # register, characters back
LOOK_END: Final = 19  # register
NOT_LOOK: Final = 20  # register, characters back, target
NOT_LOOK_END: Final = 21  # register
ATOMIC: Final = 22  # register
ATOMIC_END: Final = 23  # register
FIRM_LOOP: Final = 24  # loop register, least, most, exit, atomic register
FIRM_NEXT: Final = 25  # loop register, loop, atomic register

AT_START: Final = 0
AT_LINE_START: Final = 1
AT_END: Final = 2
AT_LINE_END: Final = 3
AT_VERY_END: Final = 4
AT_BOUNDARY: Final = 5
AT_NO_BOUNDARY: Final = 6

CASE_EXACT: Final = 0
CASE_ASCII: Final = 1
CASE_UNICODE: Final = 2


@kernel("i8(i8, i8, i8, i8)", inline=True)
def push(m, at, value, tag):
    """Push a unit at an offset; answers the new top."""
    store(m, at, value)
    set_word(m, at, 1, tag)
    return at + 16


@kernel("i8(i8, i8, i8, i8, i8)")
def keep_undo(m, arena, frame, top, n_registers):
    """Drop all choices above a frame, but not what undoes registers. Answers the new top."""
    base = arena + (ARENA_WORDS + n_registers) * 8
    if frame < base or frame > top:
        return top
    to = frame
    at = frame
    while at < top:
        if word(m, at, 1) & 255 == UNDO:
            store(m, to, load(m, at))
            set_word(m, to, 1, word(m, at, 1))
            to += 16
        at += 16
    return to


@kernel("i8(i8, i8, i8, i8, i8)")
def undo_to(m, arena, frame, top, n_registers):
    """Drop all above a frame and restore the registers. Answers the new top."""
    base = arena + (ARENA_WORDS + n_registers) * 8
    if frame < base or frame > top:
        return top
    while top > frame:
        top -= 16
        tag = word(m, top, 1)
        if tag & 255 == UNDO and tag >> 8 < n_registers:
            set_word(m, arena, ARENA_WORDS + (tag >> 8), load(m, top))
    return top


@kernel("i8(i8, i8, i8, i8, i8)")
def at_place(m, arena, which, unicode, pos):
    """Whether a place in the text is a start, an end, a boundary."""
    text = word(m, arena, A_TEXT)
    width = word(m, arena, A_WIDTH)
    end = word(m, arena, A_END)
    if which == AT_START:
        return 1 if pos == 0 else 0
    if which == AT_LINE_START:
        return 1 if pos == 0 or get_unit(m, text, width, pos - 1) == NEWLINE else 0
    if which == AT_END:
        if pos == end:
            return 1
        return 1 if pos + 1 == end and get_unit(m, text, width, pos) == NEWLINE else 0
    if which == AT_LINE_END:
        return 1 if pos == end or get_unit(m, text, width, pos) == NEWLINE else 0
    if which == AT_VERY_END:
        return 1 if pos == end else 0
    if end == 0:
        return 0
    tables = word(m, arena, A_TABLES) if unicode != 0 else 0
    before = is_word(m, tables, get_unit(m, text, width, pos - 1)) if pos > 0 else 0
    behind = is_word(m, tables, get_unit(m, text, width, pos)) if pos < end else 0
    return (before ^ behind) if which == AT_BOUNDARY else 1 - (before ^ behind)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def same_text(m, arena, start, stop, case, pos):
    """Whether the text at pos repeats the text of a group."""
    text = word(m, arena, A_TEXT)
    width = word(m, arena, A_WIDTH)
    if pos + stop - start > word(m, arena, A_END):
        return 0
    charge(m, (stop - start) >> 2)
    tables = word(m, arena, A_TABLES)
    for i in range(stop - start):
        a = get_unit(m, text, width, start + i)
        b = get_unit(m, text, width, pos + i)
        if a != b:
            if case == CASE_EXACT:
                return 0
            if case == CASE_ASCII and (a >= 128 or b >= 128):
                return 0
            if lower_of(m, tables, a) != lower_of(m, tables, b):
                return 0
    return 1


@kernel("i8(i8, i8, i8)")
def next_start(m, arena, at):
    """The next place from `at` on where a match can begin, -1 if there is none."""
    code = word(m, arena, A_CODE)
    end = word(m, arena, A_END)
    last = end - load32(m, code + 4 * HEAD_LEAST)
    if at > last:
        return -1
    if load32(m, code + 4 * HEAD_ANCHORED) != 0:
        return at if at == 0 else -1
    if word(m, arena, A_MODE) != MODE_SEARCH:
        return at
    text = word(m, arena, A_TEXT)
    width = word(m, arena, A_WIDTH)
    prefix = load32(m, code + 4 * HEAD_PREFIX)
    if prefix != 0:
        needle = code + 4 * prefix
        if width == 1:
            length = load32(m, code + 4 * HEAD_PREFIX_LENGTH)
            return find_text(m, text, 1, at, end, needle, length)
        return find_unit(m, text, width, at, end, load8(m, needle))
    first = load32(m, code + 4 * HEAD_FIRST)
    if first != 0:
        found = next_first(m, code + 4 * first, text, width, at, end)
        charge(m, (found - at) >> 2)
        return found if found <= last and found < end else -1
    return at


@kernel("i8(i8, i8)")
def regex_run(m, arena):
    """Match until there is an answer (RUN_*). The caller has put offsets into the context."""
    code = word(m, arena, A_CODE)
    text = word(m, arena, A_TEXT)
    tables = word(m, arena, A_TABLES)
    width = word(m, arena, A_WIDTH)
    end = word(m, arena, A_END)
    mode = word(m, arena, A_MODE)
    forbidden = word(m, arena, A_FORBIDDEN)
    start = word(m, arena, A_START)
    fuel = word(m, arena, A_FUEL)
    given = fuel
    n_groups = load32(m, code + 4 * HEAD_N_GROUPS)
    n_registers = load32(m, code + 4 * HEAD_N_REGISTERS)
    registers = arena + ARENA_WORDS * 8
    base = registers + n_registers * 8
    limit = arena + word(m, arena, A_SIZE) - MOST_UNITS_BYTES
    pos = word(m, arena, A_POS)
    pc = word(m, arena, A_PC)
    sp = arena + word(m, arena, A_SP)
    begin = 1 if word(m, arena, A_PHASE) == PHASE_BEGIN else 0
    answer = RUN_NONE
    while True:
        if begin != 0:
            start = next_start(m, arena, start)
            if start < 0:
                break
            if word(m, arena, A_DIRTY) != 0:
                for i in range(2 * n_groups):
                    set_word(m, registers, i, -1)
                set_word(m, registers, 2 * n_groups, -1)
                set_word(m, arena, A_DIRTY, 0)
            begin = 0
            sp = base
            pos = start
            pc = HEAD_UNITS
        fuel -= 1
        if fuel < 0 or sp > limit:
            answer = RUN_PAUSE if fuel < 0 else RUN_FULL
            set_word(m, arena, A_START, start)
            set_word(m, arena, A_POS, pos)
            set_word(m, arena, A_PC, pc)
            set_word(m, arena, A_SP, sp - arena)
            set_word(m, arena, A_PHASE, PHASE_RUN)
            charge(m, (given - fuel) >> 1)
            return answer
        here = code + pc * 4
        op = load32(m, here)
        good = 0
        if op == CHAR:
            if pos < end and is_item(
                m, code, tables, load32(m, here + 4), load32(m, here + 8),
                get_unit(m, text, width, pos),
            ) == 1:
                pos += 1
                pc += 3
                good = 1
        elif op == TEXT:
            n = load32(m, here + 4)
            if pos + n <= end:
                i = 0
                while i < n and get_unit(m, text, width, pos + i) == load32(m, here + 8 + 4 * i):
                    i += 1
                if i == n:
                    pos += n
                    pc += 2 + n
                    good = 1
        elif op == GREEDY_ITEM or op == FIRM_ITEM:
            kind = load32(m, here + 4)
            argument = load32(m, here + 8)
            least = load32(m, here + 12)
            most = load32(m, here + 16)
            if least <= end - pos:
                stop = pos + most if most <= end - pos else end
                found = run_end(m, code, tables, text, width, kind, argument, pos, stop)
                fuel -= (found - pos) >> 2
                if found >= pos + least:
                    good = 1
                    follow = load32(m, here + 20)
                    pc += 6
                    if op == GREEDY_ITEM and found > pos + least:
                        back = found
                        if follow != 0 and (
                            found == end
                            or in_first(m, code + 4 * follow, get_unit(m, text, width, found)) == 0
                        ):
                            back = last_first(
                                m, code + 4 * follow, text, width, found - 1, pos + least
                            )
                            fuel -= (found - back) >> 2
                        if back < 0:
                            good = 0
                        else:
                            if back > pos + least:
                                sp = push(m, sp, pos + least, DATA)
                                sp = push(m, sp, back, (pc << 8) | GREEDY)
                            found = back
                    pos = found
        elif op == LAZY_ITEM:
            kind = load32(m, here + 4)
            argument = load32(m, here + 8)
            least = load32(m, here + 12)
            most = load32(m, here + 16)
            if least <= end - pos:
                stop = pos + most if most <= end - pos else end
                found = pos
                if least > 0:
                    found = run_end(
                        m, code, tables, text, width, kind, argument, pos, pos + least
                    )
                if found == pos + least:
                    good = 1
                    pc += 6
                    if found < stop:
                        # the unit says how far it may go, and where it is
                        sp = push(m, sp, stop, DATA)
                        sp = push(m, sp, found, (pc << 8) | LAZY)
                        follow = load32(m, here + 20)
                        if follow != 0 and in_first(
                            m, code + 4 * follow, get_unit(m, text, width, found)
                        ) == 0:
                            good = 0  # go on in the unit just pushed
                    pos = found
        elif op == MARK:
            register = load32(m, here + 4)
            if register < 2 * n_groups:
                if sp != base:
                    sp = push(m, sp, word(m, registers, register), (register << 8) | UNDO)
                set_word(m, registers, register, pos)
                set_word(m, arena, A_DIRTY, 1)
                if register & 1:
                    register = 2 * n_groups
                    if sp != base:
                        sp = push(m, sp, word(m, registers, register), (register << 8) | UNDO)
                    set_word(m, registers, register, (load32(m, here + 4) >> 1) + 1)
                pc += 2
                good = 1
        elif op == JUMP:
            pc = load32(m, here + 4)
            good = 1
        elif op == SPLIT:
            on = load32(m, here + 8)
            other = load32(m, here + 12)
            take_on = 1
            take_other = 1
            if on != 0 or other != 0:
                if pos >= end:
                    take_on = 1 if on == 0 else 0
                    take_other = 1 if other == 0 else 0
                else:
                    ch = get_unit(m, text, width, pos)
                    if on != 0:
                        take_on = in_first(m, code + 4 * on, ch)
                    if other != 0:
                        take_other = in_first(m, code + 4 * other, ch)
            if take_on == 1:
                if take_other == 1:
                    sp = push(m, sp, pos, (load32(m, here + 4) << 8) | CHOICE)
                pc += 4
                good = 1
            elif take_other == 1:
                pc = load32(m, here + 4)
                good = 1
        elif op == SUCCESS:
            if (mode != MODE_FULL or pos == end) and pos != forbidden:
                answer = RUN_MATCH
                break
        elif op == AT:
            good = at_place(m, arena, load32(m, here + 4), load32(m, here + 8), pos)
            pc += 3
        elif op == LOOP_BEGIN:
            register = load32(m, here + 4)
            if register + 1 < n_registers:
                if sp != base:
                    sp = push(m, sp, word(m, registers, register), (register << 8) | UNDO)
                    sp = push(
                        m, sp, word(m, registers, register + 1), ((register + 1) << 8) | UNDO
                    )
                set_word(m, registers, register, -1)
                set_word(m, registers, register + 1, -1)
                pc = load32(m, here + 8)
                good = 1
        elif op == LOOP or op == LOOP_LAZY:
            register = load32(m, here + 4)
            if register + 1 < n_registers:
                count = word(m, registers, register) + 1
                most = load32(m, here + 12)
                good = 1
                if count < load32(m, here + 8):
                    if sp != base:
                        sp = push(m, sp, count - 1, (register << 8) | UNDO)
                    set_word(m, registers, register, count)
                    pc = load32(m, here + 16)
                elif op == LOOP_LAZY:
                    pc += 5
                    sp = push(m, sp, pos, (pc << 8) | CHOICE)
                    pc += 4
                elif (count < most or most == NO_LIMIT) and pos != word(
                    m, registers, register + 1
                ):
                    sp = push(m, sp, pos, ((pc + 5) << 8) | CHOICE)
                    sp = push(m, sp, count - 1, (register << 8) | UNDO)
                    sp = push(
                        m, sp, word(m, registers, register + 1), ((register + 1) << 8) | UNDO
                    )
                    set_word(m, registers, register, count)
                    set_word(m, registers, register + 1, pos)
                    pc = load32(m, here + 16)
                else:
                    pc += 5
        elif op == LOOP_ENTER:
            register = load32(m, here + 4)
            if register + 1 < n_registers:
                count = word(m, registers, register) + 1
                most = load32(m, here + 8)
                if (count < most or most == NO_LIMIT) and pos != word(m, registers, register + 1):
                    if sp != base:
                        sp = push(m, sp, count - 1, (register << 8) | UNDO)
                        sp = push(
                            m, sp, word(m, registers, register + 1), ((register + 1) << 8) | UNDO
                        )
                    set_word(m, registers, register, count)
                    set_word(m, registers, register + 1, pos)
                    pc = load32(m, here + 12)
                    good = 1
        elif op == REFERENCE:
            group = load32(m, here + 4)
            if group <= n_groups and group > 0:
                group_start = word(m, registers, 2 * group - 2)
                group_end = word(m, registers, 2 * group - 1)
                if group_start >= 0 and group_end >= group_start and same_text(
                    m, arena, group_start, group_end, load32(m, here + 8), pos
                ) == 1:
                    pos += group_end - group_start
                    pc += 3
                    good = 1
        elif op == IF_GROUP:
            group = load32(m, here + 4)
            if group <= n_groups and group > 0:
                good = 1
                group_start = word(m, registers, 2 * group - 2)
                group_end = word(m, registers, 2 * group - 1)
                if group_start >= 0 and group_end >= group_start:
                    pc += 3
                else:
                    pc = load32(m, here + 8)
        elif op == LOOK or op == NOT_LOOK:
            register = load32(m, here + 4)
            back = load32(m, here + 8)
            if register + 1 < n_registers:
                if op == LOOK:
                    if pos >= back:
                        set_word(m, registers, register, sp - arena)
                        set_word(m, registers, register + 1, pos)
                        pos -= back
                        pc += 3
                        good = 1
                else:
                    good = 1
                    if pos < back:
                        pc = load32(m, here + 12)
                    else:
                        set_word(m, registers, register, sp - arena)
                        sp = push(m, sp, pos, (load32(m, here + 12) << 8) | CHOICE)
                        pos -= back
                        pc += 4
        elif op == LOOK_END or op == ATOMIC_END:
            register = load32(m, here + 4)
            if register + 1 < n_registers:
                frame = arena + word(m, registers, register)
                fuel -= (sp - frame) >> 5
                sp = keep_undo(m, arena, frame, sp, n_registers)
                if op == LOOK_END:
                    pos = word(m, registers, register + 1)
                pc += 2
                good = 1
        elif op == NOT_LOOK_END:
            register = load32(m, here + 4)
            if register < n_registers:
                frame = arena + word(m, registers, register)
                sp = undo_to(m, arena, frame, sp, n_registers)
        elif op == ATOMIC:
            register = load32(m, here + 4)
            if register < n_registers:
                set_word(m, registers, register, sp - arena)
                pc += 2
                good = 1
        elif op == FIRM_LOOP:
            register = load32(m, here + 4)
            frame_register = load32(m, here + 20)
            if register + 1 < n_registers and frame_register < n_registers:
                count = word(m, registers, register) + 1
                most = load32(m, here + 12)
                good = 1
                set_word(m, registers, frame_register, sp - arena)
                if count < load32(m, here + 8):
                    pc += 6
                elif (count < most or most == NO_LIMIT) and pos != word(
                    m, registers, register + 1
                ):
                    sp = push(m, sp, pos, (load32(m, here + 16) << 8) | CHOICE)
                    sp = push(
                        m, sp, word(m, registers, register + 1), ((register + 1) << 8) | UNDO
                    )
                    set_word(m, registers, register + 1, pos)
                    pc += 6
                else:
                    pc = load32(m, here + 16)
        elif op == FIRM_NEXT:
            register = load32(m, here + 4)
            frame_register = load32(m, here + 12)
            if register < n_registers and frame_register < n_registers:
                frame = arena + word(m, registers, frame_register)
                fuel -= (sp - frame) >> 5
                sp = keep_undo(m, arena, frame, sp, n_registers)
                count = word(m, registers, register)
                if sp != base:
                    sp = push(m, sp, count, (register << 8) | UNDO)
                set_word(m, registers, register, count + 1)
                pc = load32(m, here + 8)
                good = 1
        if good != 0:
            continue
        # ------------------------------------------------------------ go back to the last choice
        while True:
            if sp <= base:
                if mode != MODE_SEARCH:
                    start = end  # no other start is tried
                start += 1
                begin = 1
                break
            sp -= 16
            tag = word(m, sp, 1)
            kind = tag & 255
            if kind == UNDO:
                register = tag >> 8
                if register < n_registers:
                    set_word(m, registers, register, load(m, sp))
                continue
            if kind == CHOICE:
                pos = load(m, sp)
                pc = tag >> 8
                break
            if kind == GREEDY:
                pc = tag >> 8
                least = word(m, sp, -2)
                found = load(m, sp) - 1
                follow = load32(m, code + pc * 4 - 4)
                if follow != 0:
                    pos = last_first(m, code + 4 * follow, text, width, found, least)
                    fuel -= (found - pos) >> 2
                else:
                    pos = found
                if pos > least:
                    store(m, sp, pos)
                    sp += 16
                    break
                sp -= 16
                if pos == least:
                    break
                continue
            if kind == LAZY:
                pc = tag >> 8
                stop = word(m, sp, -2)
                item = code + pc * 4 - 20
                follow = load32(m, code + pc * 4 - 4)
                found = load(m, sp)
                # one character further, and on as long as what follows cannot begin there
                going = 1
                while going == 1:
                    if found >= stop or is_item(
                        m, code, tables, load32(m, item), load32(m, item + 4),
                        get_unit(m, text, width, found),
                    ) == 0:
                        going = -1
                    else:
                        found += 1
                        if follow == 0:
                            going = 0
                        elif found < end:
                            if in_first(
                                m, code + 4 * follow, get_unit(m, text, width, found)
                            ) == 1:
                                going = 0
                fuel -= (found - load(m, sp)) >> 1
                if going == 0:
                    pos = found
                    store(m, sp, found)
                    sp += 16
                    break
                sp -= 16
                continue
            # DATA alone says nothing
        if begin != 0 and (start > end or mode != MODE_SEARCH):
            break
    set_word(m, arena, A_START, start if answer == RUN_MATCH else end + 1)
    set_word(m, arena, A_POS, pos)
    set_word(m, arena, A_SP, base - arena)
    set_word(m, arena, A_PHASE, PHASE_FOUND if answer == RUN_MATCH else PHASE_BEGIN)
    charge(m, (given - fuel) >> 1)
    return answer
