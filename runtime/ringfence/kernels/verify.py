"""Whether a block is sound: for snapshots that come in, and for the checked build.

``verify(m)`` answers 0, or a positive code that tells what is wrong (BAD_*). Afterwards no kernel
can be led astray by the block: every header and size is sane, every reference lands on the header
of an object, fields that kernels trust hold what they must, tables can be searched to an end, and
the chain of frames is one. The boot image itself is trusted (it is stamped by content). A table
of marks, one bit for each 8 bytes, lies in the idle half-space while this runs; those of the boot
image, the same for all runs, may be there already.
"""

from typing import Final

from ringfence.kernels.collect import stack_end, stack_top
from ringfence.kernels.jit import export, kernel
from ringfence.kernels.memory import (
    field,
    fill_bytes,
    load,
    load8,
    load32,
    shift_left,
    shift_right,
    store8,
    word,
)
from ringfence.kernels.probing import dict_candidate, dict_slots, set_candidate
from ringfence.kernels.tags import NONE, NOT_IMPLEMENTED, UNBOUND
from ringfence.layout import (
    ALIAS_WORDS,
    BIGINT_DIGITS,
    BIGINT_SIGN,
    BOOT_AT,
    BOUND_WORDS,
    BUFFER_DATA,
    BUFFER_LENGTH,
    BUFFER_WORDS,
    BYTEARRAY_DATA,
    BYTEARRAY_LENGTH,
    BYTES_DATA,
    BYTES_LENGTH,
    CELL_WORDS,
    CLASS_BASES,
    CLASS_DICT,
    CLASS_FLAGS,
    CLASS_META,
    CLASS_MRO,
    CLASS_SHAPE,
    CLASS_WORDS,
    CODE_CONSTANTS,
    CODE_FLAGS,
    CODE_HANDLERS,
    CODE_INSTRUCTIONS,
    CODE_N_KEYWORD_ONLY,
    CODE_N_POSITIONAL,
    CODE_N_REGISTERS,
    CODE_POSITIONS,
    CODE_VARIABLES,
    CODE_WORDS,
    DICT_ENTRIES,
    DICT_INDEX,
    DICT_LENGTH,
    DICT_USED,
    DICT_WORDS,
    FIRST_SCANNED,
    FLAG_NAMESPACE,
    FRAME_BASE,
    FRAME_CODE,
    FRAME_GLOBALS,
    FRAME_PC,
    FRAME_WORDS,
    FUNCTION_CODE,
    FUNCTION_GLOBALS,
    FUNCTION_WORDS,
    GENERATOR_CODE,
    GENERATOR_REGISTERS,
    HEAP_A_AT,
    HEAP_B_AT,
    HEAP_BYTES,
    HOST_FUNCTION_WORDS,
    INSTANCE_SHAPE,
    INSTANCE_SLOTS,
    ITERATE_SEQUENCE,
    ITERATOR_TYPE,
    ITERATOR_WORDS,
    KIND_ARRAY,
    KIND_BIGINT,
    KIND_BOUND_NATIVE,
    KIND_BYTE_BUFFER,
    KIND_BYTEARRAY,
    KIND_BYTES,
    KIND_CELL,
    KIND_CLASS,
    KIND_CLASSMETHOD,
    KIND_CODE,
    KIND_COMPLEX,
    KIND_COUNT,
    KIND_DICT,
    KIND_DICT_VIEW,
    KIND_FLOAT,
    KIND_FROZENSET,
    KIND_FUNCTION,
    KIND_GENERATOR,
    KIND_GENERIC_ALIAS,
    KIND_HOST_FUNCTION,
    KIND_INSTANCE,
    KIND_ITERATOR,
    KIND_LIST,
    KIND_MAPPING_PROXY,
    KIND_MEMBER,
    KIND_METHOD,
    KIND_MODULE,
    KIND_NATIVE,
    KIND_PROPERTY,
    KIND_RANGE,
    KIND_RAW,
    KIND_SET,
    KIND_SHAPE,
    KIND_SLICE,
    KIND_STATICMETHOD,
    KIND_STR,
    KIND_SUPER,
    KIND_TRACEBACK,
    KIND_TUPLE,
    KIND_UNION,
    LIST_ITEMS,
    LIST_LENGTH,
    LIST_WORDS,
    MEMBER_WORDS,
    METHOD_WORDS,
    MODULE_DICT,
    MODULE_WORDS,
    NATIVE_NUMBER,
    NATIVE_WORDS,
    PROGRAM_AT,
    PROPERTY_WORDS,
    PROXY_WORDS,
    RANGE_WORDS,
    SCRATCH_AT,
    SET_ENTRIES,
    SET_FILL,
    SET_LENGTH,
    SET_USED,
    SET_WORDS,
    SHAPE_CLASS,
    SHAPE_COUNT,
    SHAPE_INLINE,
    SHAPE_WORDS,
    SLICE_WORDS,
    STACK_AT,
    STATE_BASE,
    STATE_END,
    STATE_FIRST_VALUE,
    STATE_HEAP_START,
    STATE_HEAP_TOP,
    STATE_PC,
    STATE_PROGRAM_TOP,
    STR_DATA,
    STR_LENGTH,
    SUPER_WORDS,
    TRACEBACK_WORDS,
    TUPLE_ITEMS,
    TUPLE_LENGTH,
    UNION_ARGS,
    UNION_WORDS,
    VIEW_DICT,
    VIEW_TYPE,
    VIEW_WORDS,
    WRAPPED_WORDS,
)

BAD_STATE: Final = 1
BAD_HEADER: Final = 2
BAD_REFERENCE: Final = 3
BAD_SIZE: Final = 4
BAD_FIELD: Final = 5
BAD_TABLE: Final = 6
BAD_FRAME: Final = 7

MAX_REGISTERS: Final = 1 << 16
NO_OTHER: Final = 1 << 40  # candidates to pass over: all that are not the key itself
LAST_KIND_RAW: Final = KIND_RAW
BOTTOM_AT: Final = STACK_AT + FRAME_WORDS * 8


# ---------------------------------------------------------------- marks
@kernel("i8(i8)", inline=True)
def marks_at(m):
    """Offset of the table of marks."""
    return HEAP_A_AT + HEAP_B_AT - word(m, 0, STATE_HEAP_START)


@kernel("i8(i8, i8, i8)", inline=True)
def is_marked(m, marks, at):
    """Whether an object starts at an offset."""
    return (load8(m, marks + shift_right(at, 6)) >> ((at >> 3) & 7)) & 1


@kernel("i8(i8, i8, i8, i8)")
def mark_region(m, marks, at, end):
    """Mark the start of every object of a region: 0 or BAD_HEADER."""
    while at < end:
        header = load(m, at)
        kind_ = header & 255
        size = shift_right(header, 32)
        known = (kind_ > 0 and kind_ <= LAST_KIND_RAW) or (
            kind_ >= FIRST_SCANNED and kind_ < KIND_COUNT
        )
        if not known or size < 1 or at + size * 8 > end:
            return BAD_HEADER
        mark = marks + (at >> 6)
        store8(m, mark, load8(m, mark) | shift_left(1, (at >> 3) & 7))
        at += size * 8
    return 0


@kernel("i8(i8)")
def boot_end(m):
    """Where the boot image ends: its last object is followed by zeros."""
    at = BOOT_AT
    while at < PROGRAM_AT:
        size = shift_right(load(m, at), 32)
        if size == 0:
            return at
        at += size * 8
    return PROGRAM_AT


# ---------------------------------------------------------------- values
@kernel("i8(i8, i8, i8)")
def bad_value(m, marks, w):
    """0 if a word is a value."""
    low = w & 7
    if low == 1:
        if w < BOOT_AT or w >= 1 << 32 or not is_marked(m, marks, w - 1):
            return BAD_REFERENCE
    elif low == 5:
        if w < UNBOUND or w > NOT_IMPLEMENTED:
            return BAD_REFERENCE
    return 0


@kernel("i8(i8, i8, i8, i8)")
def bad_values(m, marks, at, end):
    """0 if all words from `at` to `end` are values."""
    while at < end:
        w = load(m, at)
        if (w & 3) == 1:
            bad = bad_value(m, marks, w)
            if bad:
                return bad
        at += 8
    return 0


@kernel("i8(i8, i8, i8)", inline=True)
def kind_is(m, w, kind_):
    """Whether a value (already checked) is an object of a kind."""
    if (w & 7) != 1:
        return False
    return (load(m, w - 1) & 255) == kind_


@kernel("i8(i8, i8, i8)", inline=True)
def none_or(m, w, kind_):
    return w == NONE or kind_is(m, w, kind_)


@kernel("i8(i8, i8)", inline=True)
def words_of(m, w):
    return shift_right(load(m, w - 1), 32)


# ---------------------------------------------------------------- objects by kind
@kernel("i8(i8)")
def fewest_words(kind_):
    """Words that an object of a kind has at least."""
    if kind_ == KIND_FLOAT:
        return 2
    if kind_ == KIND_COMPLEX or kind_ == KIND_BIGINT or kind_ == KIND_STR or kind_ == KIND_BYTES:
        return 3
    if kind_ == KIND_TUPLE:
        return TUPLE_ITEMS
    if kind_ == KIND_LIST:
        return LIST_WORDS
    if kind_ == KIND_DICT:
        return DICT_WORDS
    if kind_ == KIND_SET or kind_ == KIND_FROZENSET:
        return SET_WORDS
    if kind_ == KIND_RANGE:
        return RANGE_WORDS
    if kind_ == KIND_SLICE:
        return SLICE_WORDS
    if kind_ == KIND_CELL:
        return CELL_WORDS
    if kind_ == KIND_CODE:
        return CODE_WORDS
    if kind_ == KIND_FUNCTION:
        return FUNCTION_WORDS
    if kind_ == KIND_METHOD:
        return METHOD_WORDS
    if kind_ == KIND_NATIVE:
        return NATIVE_WORDS
    if kind_ == KIND_BOUND_NATIVE:
        return BOUND_WORDS
    if kind_ == KIND_CLASS:
        return CLASS_WORDS
    if kind_ == KIND_SHAPE:
        return SHAPE_WORDS
    if kind_ == KIND_INSTANCE:
        return INSTANCE_SLOTS
    if kind_ == KIND_ITERATOR:
        return ITERATOR_WORDS
    if kind_ == KIND_GENERATOR:
        return GENERATOR_REGISTERS
    if kind_ == KIND_MODULE:
        return MODULE_WORDS
    if kind_ == KIND_PROPERTY:
        return PROPERTY_WORDS
    if kind_ == KIND_CLASSMETHOD or kind_ == KIND_STATICMETHOD:
        return WRAPPED_WORDS
    if kind_ == KIND_SUPER:
        return SUPER_WORDS
    if kind_ == KIND_DICT_VIEW:
        return VIEW_WORDS
    if kind_ == KIND_TRACEBACK:
        return TRACEBACK_WORDS
    if kind_ == KIND_HOST_FUNCTION:
        return HOST_FUNCTION_WORDS
    if kind_ == KIND_BYTEARRAY:
        return 3
    if kind_ == KIND_MEMBER:
        return MEMBER_WORDS
    if kind_ == KIND_BYTE_BUFFER:
        return BUFFER_WORDS
    if kind_ == KIND_MAPPING_PROXY:
        return PROXY_WORDS
    if kind_ == KIND_UNION:
        return UNION_WORDS
    if kind_ == KIND_GENERIC_ALIAS:
        return ALIAS_WORDS
    return 1


@kernel("i8(i8, i8, i8)")
def bad_raw(m, w, size):
    """0 if an object of raw words holds as much as it says."""
    header = load(m, w - 1)
    kind_ = header & 255
    if kind_ == KIND_STR:
        width = (header >> 16) & 0xFFFF
        n = field(m, w, STR_LENGTH)
        if (width != 1 and width != 2 and width != 4) or n < 0 or n > 1 << 32:
            return BAD_FIELD
        return BAD_SIZE if STR_DATA + ((n * width + 7) >> 3) > size else 0
    if kind_ == KIND_BYTES:
        n = field(m, w, BYTES_LENGTH)
        if n < 0 or n > 1 << 32:
            return BAD_FIELD
        return BAD_SIZE if BYTES_DATA + ((n + 7) >> 3) > size else 0
    if kind_ == KIND_BIGINT:
        n = field(m, w, BIGINT_SIGN) >> 1
        if n < 1 or n > 1 << 32 or BIGINT_DIGITS + ((n + 1) >> 1) > size:
            return BAD_SIZE
        return BAD_FIELD if load32(m, w - 1 + BIGINT_DIGITS * 8 + (n - 1) * 4) == 0 else 0
    return 0


@kernel("i8(i8, i8)", inline=True)
def is_count(n, most):
    """Whether a word is a tagged integer from 0 to `most`."""
    return (n & 1) == 0 and n >= 0 and n >> 1 <= most


@kernel("i8(i8, i8)")
def bad_dict(m, w):
    """0 if a dict can be searched, changed and iterated."""
    entries, index = field(m, w, DICT_ENTRIES), field(m, w, DICT_INDEX)
    if not kind_is(m, entries, KIND_ARRAY) or not kind_is(m, index, KIND_RAW):
        return BAD_FIELD
    used = field(m, w, DICT_USED)
    if not is_count(used, (words_of(m, entries) - 1) // 3):
        return BAD_TABLE
    used = used >> 1
    if not is_count(field(m, w, DICT_LENGTH), used):
        return BAD_TABLE
    slots = dict_slots(m, w)
    if slots < 2 or (slots & (slots - 1)) != 0:
        return BAD_TABLE
    taken = 0
    for i in range(slots):
        number = load32(m, index + 7 + i * 4)
        if number > used:
            return BAD_TABLE
        if number != 0:
            taken += 1
    if taken == slots:
        return BAD_TABLE
    live = 0
    at = entries + 7
    for number in range(used):
        hash_word, key, value = load(m, at), load(m, at + 8), load(m, at + 16)
        if (hash_word & 1) != 0:
            return BAD_TABLE
        if value != UNBOUND:
            live += 1
            # an element with the same hash and key must be found at its place
            if key == UNBOUND or dict_candidate(m, w, hash_word, key, NO_OTHER) != number:
                return BAD_TABLE
        at += 24
    namespace = (load(m, w - 1) >> 8) & FLAG_NAMESPACE
    if not namespace and live != field(m, w, DICT_LENGTH) >> 1:
        return BAD_TABLE
    return 0


@kernel("i8(i8, i8)")
def bad_set(m, w):
    """0 if a set can be searched, changed and iterated."""
    entries = field(m, w, SET_ENTRIES)
    if not kind_is(m, entries, KIND_ARRAY):
        return BAD_FIELD
    slots = field(m, w, SET_USED)
    if not is_count(slots, (words_of(m, entries) - 1) >> 1):
        return BAD_TABLE
    slots = slots >> 1
    if slots < 2 or (slots & (slots - 1)) != 0 or not is_count(field(m, w, SET_FILL), slots - 1):
        return BAD_TABLE
    live, taken = 0, 0
    at = entries + 7
    for _ in range(slots):
        hash_word, key = load(m, at), load(m, at + 8)
        if (hash_word & 1) != 0:
            return BAD_TABLE
        if key != UNBOUND:
            live += 1
            taken += 1
        elif hash_word != 0:
            taken += 1
        at += 16
    if live != field(m, w, SET_LENGTH) >> 1 or taken != field(m, w, SET_FILL) >> 1:
        return BAD_TABLE
    at = entries + 7
    for slot in range(slots):
        key = load(m, at + 8)
        if key != UNBOUND and set_candidate(m, w, load(m, at), key, NO_OTHER) != slot:
            return BAD_TABLE
        at += 16
    return 0


@kernel("i8(i8, i8)")
def bad_code(m, w):
    if not (
        kind_is(m, field(m, w, CODE_INSTRUCTIONS), KIND_RAW)
        and kind_is(m, field(m, w, CODE_CONSTANTS), KIND_ARRAY)
        and kind_is(m, field(m, w, CODE_VARIABLES), KIND_TUPLE)
        and kind_is(m, field(m, w, CODE_HANDLERS), KIND_RAW)
        and kind_is(m, field(m, w, CODE_POSITIONS), KIND_RAW)
    ):
        return BAD_FIELD
    registers = field(m, w, CODE_N_REGISTERS)
    if not is_count(registers, MAX_REGISTERS) or not is_count(field(m, w, CODE_FLAGS), 1 << 16):
        return BAD_FIELD
    parameters = field(m, w, CODE_N_POSITIONAL) + field(m, w, CODE_N_KEYWORD_ONLY)
    return 0 if is_count(parameters, registers >> 1) else BAD_FIELD


@kernel("i8(i8, i8, i8)")
def bad_fields(m, w, size):
    """0 if the fields that kernels trust hold what they must; all words are values already."""
    kind_ = load(m, w - 1) & 255
    good = True
    if kind_ == KIND_TUPLE:
        good = is_count(field(m, w, TUPLE_LENGTH), size - TUPLE_ITEMS)
    elif kind_ == KIND_LIST:
        items = field(m, w, LIST_ITEMS)
        good = kind_is(m, items, KIND_ARRAY)
        if good:
            good = is_count(field(m, w, LIST_LENGTH), words_of(m, items) - 1)
    elif kind_ == KIND_CODE:
        return bad_code(m, w)
    elif kind_ == KIND_FUNCTION:
        good = kind_is(m, field(m, w, FUNCTION_CODE), KIND_CODE) and kind_is(
            m, field(m, w, FUNCTION_GLOBALS), KIND_DICT
        )
    elif kind_ == KIND_CLASS:
        good = (
            kind_is(m, field(m, w, CLASS_META), KIND_CLASS)
            and kind_is(m, field(m, w, CLASS_BASES), KIND_TUPLE)
            and kind_is(m, field(m, w, CLASS_MRO), KIND_TUPLE)
            and kind_is(m, field(m, w, CLASS_DICT), KIND_DICT)
            and none_or(m, field(m, w, CLASS_SHAPE), KIND_SHAPE)
            and (field(m, w, CLASS_FLAGS) & 1) == 0
        )
    elif kind_ == KIND_SHAPE:
        good = (
            kind_is(m, field(m, w, SHAPE_CLASS), KIND_CLASS)
            and is_count(field(m, w, SHAPE_COUNT), 1 << 31)
            and is_count(field(m, w, SHAPE_INLINE), 1 << 16)
        )
    elif kind_ == KIND_INSTANCE:
        good = kind_is(m, field(m, w, INSTANCE_SHAPE), KIND_SHAPE)
    elif kind_ == KIND_ITERATOR:
        good = is_count(field(m, w, ITERATOR_TYPE), ITERATE_SEQUENCE)
    elif kind_ == KIND_GENERATOR:
        code = field(m, w, GENERATOR_CODE)
        good = kind_is(m, code, KIND_CODE)
        if good:
            good = is_count(field(m, code, CODE_N_REGISTERS), size - GENERATOR_REGISTERS)
    elif kind_ == KIND_MODULE:
        good = kind_is(m, field(m, w, MODULE_DICT), KIND_DICT)
    elif kind_ == KIND_DICT_VIEW:
        good = kind_is(m, field(m, w, VIEW_DICT), KIND_DICT) and is_count(
            field(m, w, VIEW_TYPE), ITERATE_SEQUENCE
        )
    elif kind_ == KIND_BYTEARRAY or kind_ == KIND_BYTE_BUFFER:
        return bad_buffer(m, w, kind_)
    elif kind_ == KIND_NATIVE:
        good = (field(m, w, NATIVE_NUMBER) & 1) == 0
    elif kind_ == KIND_UNION:
        good = kind_is(m, field(m, w, UNION_ARGS), KIND_TUPLE)
    return 0 if good else BAD_FIELD


@kernel("i8(i8, i8, i8)")
def bad_buffer(m, w, kind_):
    """0 if a BYTEARRAY or BYTE_BUFFER has the bytes it says."""
    if kind_ == KIND_BYTEARRAY:
        data, n = field(m, w, BYTEARRAY_DATA), field(m, w, BYTEARRAY_LENGTH)
    else:
        data, n = field(m, w, BUFFER_DATA), field(m, w, BUFFER_LENGTH)
    if not kind_is(m, data, KIND_RAW):
        return BAD_FIELD
    return 0 if is_count(n, (words_of(m, data) - 1) * 8) else BAD_SIZE


@kernel("i8(i8, i8, i8, i8)")
def bad_region(m, marks, at, end):
    """0 if every object of a region is sound."""
    while at < end:
        header = load(m, at)
        size = shift_right(header, 32)
        kind_ = header & 255
        bad = 0
        if size < fewest_words(kind_):
            return BAD_SIZE
        if kind_ < FIRST_SCANNED:
            bad = bad_raw(m, at + 1, size)
        else:
            bad = bad_values(m, marks, at + 8, at + size * 8)
            if bad == 0:
                bad = bad_fields(m, at + 1, size)
        if bad:
            return bad
        at += size * 8
    return 0


@kernel("i8(i8, i8, i8)")
def bad_tables(m, at, end):
    """0 if every dict and set of a region is sound; all other objects are known to be."""
    while at < end:
        header = load(m, at)
        kind_ = header & 255
        bad = 0
        if kind_ == KIND_DICT:
            bad = bad_dict(m, at + 1)
        elif kind_ == KIND_SET or kind_ == KIND_FROZENSET:
            bad = bad_set(m, at + 1)
        elif kind_ == KIND_INSTANCE:
            inline = field(m, field(m, at + 1, INSTANCE_SHAPE), SHAPE_INLINE) >> 1
            if INSTANCE_SLOTS + inline > shift_right(header, 32):
                bad = BAD_SIZE
        if bad:
            return bad
        at += shift_right(header, 32) * 8
    return 0


# ---------------------------------------------------------------- frames
@kernel("i8(i8, i8, i8)")
def bad_frame(m, base, pc):
    """0 if a frame has a code and its pc lies within the code's instructions."""
    code = word(m, base, FRAME_CODE)
    if not kind_is(m, code, KIND_CODE) or not kind_is(m, word(m, base, FRAME_GLOBALS), KIND_DICT):
        return BAD_FRAME
    instructions = field(m, code, CODE_INSTRUCTIONS)
    first = instructions + 7
    end = first + (words_of(m, instructions) - 1) * 8
    if pc < first or pc > end or (pc & 7) != 0:
        return BAD_FRAME
    return 0


@kernel("i8(i8)")
def bad_frames(m):
    """0 if the frames are a chain down the stack."""
    base = word(m, 0, STATE_BASE)
    pc = word(m, 0, STATE_PC)
    while base > BOTTOM_AT:
        bad = bad_frame(m, base, pc)
        if bad:
            return bad
        below = word(m, base, FRAME_BASE)
        if below >= base or below < 0 or (below & 7) != 0:
            return BAD_FRAME
        base = below
        if base > BOTTOM_AT:
            pc = word(m, base, FRAME_PC)
    return 0


@kernel("i8(i8)")
def bad_state(m):
    """0 if regions and pointers are where they can be."""
    start, top = word(m, 0, STATE_HEAP_START), word(m, 0, STATE_HEAP_TOP)
    if start != HEAP_A_AT and start != HEAP_B_AT:
        return BAD_STATE
    if top < start or top > start + HEAP_BYTES or (top & 7) != 0:
        return BAD_STATE
    program = word(m, 0, STATE_PROGRAM_TOP)
    if program < PROGRAM_AT or program > STACK_AT or (program & 7) != 0:
        return BAD_STATE
    base = word(m, 0, STATE_BASE)
    if base != 0 and (base < BOTTOM_AT or base > SCRATCH_AT or (base & 7) != 0):
        return BAD_STATE
    return 0


@kernel("i8(i8, i8)")
def bad_block(m, marks):
    """0 if the block is sound; marks are left behind."""
    heap, top = word(m, 0, STATE_HEAP_START), word(m, 0, STATE_HEAP_TOP)
    program = word(m, 0, STATE_PROGRAM_TOP)
    bad = mark_region(m, marks, PROGRAM_AT, program)
    if bad == 0:
        bad = mark_region(m, marks, heap, top)
    if bad == 0:
        bad = bad_region(m, marks, PROGRAM_AT, program)
    if bad == 0:
        bad = bad_region(m, marks, heap, top)
    if bad == 0:
        bad = bad_tables(m, PROGRAM_AT, program)
    if bad == 0:
        bad = bad_tables(m, heap, top)
    if bad == 0:
        bad = bad_values(m, marks, STATE_FIRST_VALUE * 8, STATE_END * 8)
    if bad == 0:
        base = word(m, 0, STATE_BASE)
        if base != 0:
            code = word(m, base, FRAME_CODE)
            bad = bad_value(m, marks, code)
            if bad == 0 and base > BOTTOM_AT and not kind_is(m, code, KIND_CODE):
                bad = BAD_FRAME
            if bad == 0 and stack_top(m) > SCRATCH_AT:
                bad = BAD_FRAME
            if bad == 0:
                bad = bad_values(m, marks, STACK_AT, stack_top(m))
            if bad == 0:
                bad = bad_frames(m)
            if bad == 0 and stack_end(m) > SCRATCH_AT:
                bad = BAD_FRAME
            if bad == 0:
                bad = bad_values(m, marks, stack_top(m), stack_end(m))
    return bad


@export
@kernel("i8(i8)")
def mark_boot(m):
    """Mark the boot image's objects; where it ends, or 0 if it is damaged."""
    end = boot_end(m)
    return 0 if mark_region(m, marks_at(m), BOOT_AT, end) else end


@export
@kernel("i8(i8, i8)")
def verify(m, marked):
    """0 if the block is sound, else what is wrong with it (BAD_*).

    marked: where the boot image ends if its marks are there already, else 0.
    """
    bad = bad_state(m)
    if bad:
        return bad
    marks = marks_at(m)
    if marked == 0:
        marked = mark_boot(m)
        if marked == 0:
            return BAD_HEADER
    bad = bad_block(m, marks)
    # clear the marks of the three regions
    heap, top = word(m, 0, STATE_HEAP_START), word(m, 0, STATE_HEAP_TOP)
    program = word(m, 0, STATE_PROGRAM_TOP)
    fill_bytes(m, marks + (BOOT_AT >> 6), ((marked - BOOT_AT) >> 6) + 8, 0)
    fill_bytes(m, marks + (PROGRAM_AT >> 6), ((program - PROGRAM_AT) >> 6) + 8, 0)
    fill_bytes(m, marks + (heap >> 6), ((top - heap) >> 6) + 8, 0)
    return bad
