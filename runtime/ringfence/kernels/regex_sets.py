"""Characters of regular expressions: sets, Unicode categories, simple lower case.

A *program* is an array of 32-bit units. A *set* in it is a bitmap of the code points below 256
(8 units), a mode, a number of ranges, and sorted ranges (first, last) for the code points above.
A *first set* is a bitmap and one unit: whether any code point above 255 belongs to it. The
categories and cases of code points above 255 stand in a *tables* object, made from the host's
Unicode data when the boot image is built (``traps/regex.py``): for words, digits and spaces the
number of ranges and where they are, then the same for pairs (code point, lower case).
"""

from typing import Final

from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import load8, load16, load32
from ringfence.kernels.string_search import find_unit
from ringfence.kernels.strings import get_unit

SET_MODE: Final = 8  # unit numbers within a set
SET_N_RANGES: Final = 9
SET_RANGES: Final = 10

MODE_NEGATED: Final = 1
MODE_WORD: Final = 2
MODE_NOT_WORD: Final = 4
MODE_DIGIT: Final = 8
MODE_NOT_DIGIT: Final = 16
MODE_SPACE: Final = 32
MODE_NOT_SPACE: Final = 64
MODE_LOWER: Final = 128  # the lower case of the character is looked up
MODE_CATEGORIES: Final = 126

ITEM_CHAR: Final = 0  # what a one-character item is; its argument: the code point, or a set
ITEM_NOT_CHAR: Final = 1
ITEM_ANY: Final = 2  # but a newline
ITEM_ALL: Final = 3
ITEM_SET: Final = 4

NEWLINE: Final = 10


@kernel("i8(i8, i8, i8, i8)")
def in_ranges(m, at, n, ch):
    """Whether a code point lies in one of n sorted ranges at an offset."""
    low = 0
    high = n
    while low < high:
        middle = (low + high) >> 1
        if ch > load32(m, at + middle * 8 + 4):
            low = middle + 1
        elif ch < load32(m, at + middle * 8):
            high = middle
        else:
            return 1
    return 0


@kernel("i8(i8, i8, i8, i8)", inline=True)
def in_category(m, tables, number, ch):
    """Whether a code point above 255 is of a category: 0 word, 1 digit, 2 space."""
    place = tables + number * 8
    return in_ranges(m, tables + 4 * load32(m, place + 4), load32(m, place), ch)


@kernel("i8(i8, i8, i8)")
def lower_of(m, tables, ch):
    """Simple lower case of a code point."""
    if ch < 128:
        return ch + 32 if 65 <= ch and ch <= 90 else ch
    at = tables + 4 * load32(m, tables + 28)
    low = 0
    high = load32(m, tables + 24)
    while low < high:
        middle = (low + high) >> 1
        found = load32(m, at + middle * 8)
        if ch > found:
            low = middle + 1
        elif ch < found:
            high = middle
        else:
            return load32(m, at + middle * 8 + 4)
    return ch


@kernel("i8(i8, i8, i8)")
def is_word(m, tables, ch):
    """Whether a code point is alphanumeric or an underscore; tables 0: ASCII only."""
    if ch < 128:
        if ch >= 97:
            return 1 if ch <= 122 else 0
        if ch >= 65:
            return 1 if ch <= 90 or ch == 95 else 0
        return 1 if ch >= 48 and ch <= 57 else 0
    if tables == 0:
        return 0
    return in_category(m, tables, 0, ch)


@kernel("i8(i8, i8, i8, i8)")
def in_wide_set(m, set_at, tables, ch):
    """Whether a code point above 255 belongs to a set."""
    mode = load32(m, set_at + 4 * SET_MODE)
    if mode & MODE_LOWER:
        ch = lower_of(m, tables, ch)
    found = in_ranges(m, set_at + 4 * SET_RANGES, load32(m, set_at + 4 * SET_N_RANGES), ch)
    if found == 0 and mode & MODE_CATEGORIES:
        if mode & (MODE_WORD | MODE_NOT_WORD):
            word = is_word(m, tables, ch)
            if (word == 1 and mode & MODE_WORD) or (word == 0 and mode & MODE_NOT_WORD):
                found = 1
        if mode & (MODE_DIGIT | MODE_NOT_DIGIT):
            digit = in_category(m, tables, 1, ch)
            if (digit == 1 and mode & MODE_DIGIT) or (digit == 0 and mode & MODE_NOT_DIGIT):
                found = 1
        if mode & (MODE_SPACE | MODE_NOT_SPACE):
            space = in_category(m, tables, 2, ch)
            if (space == 1 and mode & MODE_SPACE) or (space == 0 and mode & MODE_NOT_SPACE):
                found = 1
    return found ^ (mode & MODE_NEGATED)


@kernel("i8(i8, i8, i8)", inline=True)
def in_bitmap(m, at, ch):
    """Bit of a code point below 256."""
    return (load32(m, at + ((ch >> 5) << 2)) >> (ch & 31)) & 1


@kernel("i8(i8, i8, i8, i8)", inline=True)
def in_set(m, set_at, tables, ch):
    if ch < 256:
        return in_bitmap(m, set_at, ch)
    return in_wide_set(m, set_at, tables, ch)


@kernel("i8(i8, i8, i8)", inline=True)
def in_first(m, at, ch):
    """Whether a match that begins with a code point is possible at all."""
    if ch < 256:
        return in_bitmap(m, at, ch)
    return load32(m, at + 32)


@kernel("i8(i8, i8, i8, i8, i8, i8)", inline=True)
def is_item(m, code, tables, kind, argument, ch):
    """Whether a character is one that an item takes."""
    if kind == ITEM_SET:
        return in_set(m, code + 4 * argument, tables, ch)
    if kind == ITEM_CHAR:
        return 1 if ch == argument else 0
    if kind == ITEM_ANY:
        return 1 if ch != NEWLINE else 0
    if kind == ITEM_NOT_CHAR:
        return 1 if ch != argument else 0
    return 1


@kernel("i8(i8, i8, i8, i8, i8, i8, i8, i8, i8)")
def run_end(m, code, tables, text, width, kind, argument, pos, stop):
    """Where the run of characters that an item takes ends, from pos, at most at stop."""
    if kind == ITEM_ALL:
        return stop
    if kind == ITEM_ANY or kind == ITEM_NOT_CHAR:
        found = find_unit(m, text, width, pos, stop, NEWLINE if kind == ITEM_ANY else argument)
        return stop if found < 0 else found
    if kind == ITEM_CHAR:
        while pos < stop and get_unit(m, text, width, pos) == argument:
            pos += 1
        return pos
    at = code + 4 * argument
    if width == 1:
        while pos < stop:
            if in_bitmap(m, at, load8(m, text + pos)) == 0:
                return pos
            pos += 1
        return pos
    while pos < stop:
        ch = load16(m, text + 2 * pos) if width == 2 else load32(m, text + 4 * pos)
        if in_set(m, at, tables, ch) == 0:
            return pos
        pos += 1
    return pos


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def next_first(m, at, text, width, pos, stop):
    """The next place from pos, before stop, whose character is in a first set; stop if none."""
    if width == 1:
        while pos < stop:
            if in_bitmap(m, at, load8(m, text + pos)) == 1:
                return pos
            pos += 1
        return stop
    while pos < stop:
        if in_first(m, at, get_unit(m, text, width, pos)) == 1:
            return pos
        pos += 1
    return stop


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def last_first(m, at, text, width, pos, least):
    """The last place from pos down to least whose character is in a first set; -1 if none."""
    while pos >= least:
        if in_first(m, at, get_unit(m, text, width, pos)) == 1:
            return pos
        pos -= 1
    return -1
