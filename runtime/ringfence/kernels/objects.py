"""Make and look at objects: allocation, classes of values, failures. The base of all kernels.

``allocate`` never collects and never fails: an instruction may allocate ``ALLOCATION_RESERVE``
bytes freely; before it allocates more it must call ``has_room`` and answer ``need_room`` *before
any side effect*, since the instruction is then run again. So offsets held in a kernel's
variables stay good for the whole instruction; the collector runs between instructions only.
"""

from ringfence.failures import Helper
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import (
    bits_float,
    field,
    float_bits,
    load,
    set_field,
    set_word,
    shift_right,
    store,
    word,
)
from ringfence.kernels.status import CALL, FAIL, NEEDS_ROOM
from ringfence.kernels.tags import NONE, float_of, float_word
from ringfence.layout import (
    ALLOCATION_RESERVE,
    ARRAY_ITEMS,
    BOUND_WORDS,
    CLASS_META,
    CODE_FLAG_COROUTINE,
    CODE_FLAG_GENERATOR,
    CODE_FLAGS,
    FLAG_WRAPS,
    FLOAT_BITS,
    GENERATOR_CODE,
    INSTANCE_PAYLOAD,
    INSTANCE_SHAPE,
    ITERATE_DICT_KEYS,
    ITERATOR_TYPE,
    KIND_ARRAY,
    KIND_BOUND_NATIVE,
    KIND_CLASS,
    KIND_DICT_VIEW,
    KIND_FLOAT,
    KIND_GENERATOR,
    KIND_INSTANCE,
    KIND_ITERATOR,
    KIND_LIST,
    KIND_METHOD,
    KIND_NATIVE,
    KIND_RAW,
    KIND_TUPLE,
    LIST_ITEMS,
    LIST_LENGTH,
    LIST_WORDS,
    METHOD_WORDS,
    NATIVE_BINDS,
    RETURN_VALUE,
    SHAPE_CLASS,
    STATE_ALLOCATIONS,
    STATE_ARGUMENT_0,
    STATE_ARGUMENT_COUNT,
    STATE_CALLEE,
    STATE_CONSTANT_TYPES,
    STATE_EMPTY_TUPLE,
    STATE_FAILURE,
    STATE_HEAP_SOFT,
    STATE_HEAP_TOP,
    STATE_INSTRUCTIONS,
    STATE_PRELUDE,
    STATE_RESULT_AT,
    STATE_RESULT_KIND,
    STATE_ROOM,
    STATE_TYPES_AT,
    STATE_WORK,
    STATE_WORK_GRANTED,
    TUPLE_ITEMS,
    TUPLE_LENGTH,
    TYPE_INDEX_ASYNC_GENERATOR,
    TYPE_INDEX_COROUTINE,
    TYPE_INDEX_FLOAT,
    TYPE_INDEX_INT,
    TYPE_INDEX_ITERATORS,
    TYPE_INDEX_KEYS,
    TYPE_INDEX_METHOD_DESCRIPTOR,
    TYPE_INDEX_NONE,
    VIEW_TYPE,
)

MOST_WORK = 4_000_000  # units of fuel that may be used without asking


@kernel("i8(i8, i8)", inline=True)
def kind_of(m, w):
    """Kind of a heap object, 0 for every other value."""
    if (w & 7) == 1:
        return field(m, w, 0) & 255
    return 0


@kernel("i8(i8, i8)", inline=True)
def kind(m, w):
    """Kind of what is known to be a heap object."""
    return field(m, w, 0) & 255


@kernel("i8(i8, i8)", inline=True)
def flags(m, w):
    return (field(m, w, 0) >> 8) & 255


@kernel("i8(i8, i8)", inline=True)
def aux(m, w):
    return (field(m, w, 0) >> 16) & 0xFFFF


@kernel("i8(i8, i8)", inline=True)
def size_words(m, w):
    return shift_right(field(m, w, 0), 32)


@kernel("i8(i8, i8, i8)", inline=True)
def set_flags(m, w, bits):
    """Replace the flags of an object."""
    header = field(m, w, 0)
    set_field(m, w, 0, (header & ~0xFF00) | (bits << 8))
    return 0


@kernel("i8(i8, i8, i8)", inline=True)
def allocate(m, kind_, n_words):
    """Take n_words (header included) from the heap; fields are zero. Answers the reference."""
    top = word(m, 0, STATE_HEAP_TOP)
    set_word(m, 0, STATE_HEAP_TOP, top + n_words * 8)
    set_word(m, 0, STATE_ALLOCATIONS, word(m, 0, STATE_ALLOCATIONS) + 1)
    store(m, top, (n_words << 32) | kind_)
    return top + 1


@kernel("i8(i8, i8)", inline=True)
def has_room(m, n_bytes):
    """Whether n_bytes can be allocated now. Small amounts always can (the reserve)."""
    if n_bytes <= ALLOCATION_RESERVE // 2:
        return 1
    return n_bytes <= word(m, 0, STATE_HEAP_SOFT) - word(m, 0, STATE_HEAP_TOP)


@kernel("i8(i8, i8)")
def need_room(m, n_bytes):
    """Answer NEEDS_ROOM: the machine makes room, or stops the run at its memory limit."""
    set_word(m, 0, STATE_ROOM, n_bytes)
    return NEEDS_ROOM


@kernel("i8(i8, i8)", inline=True)
def has_time(m, work):
    """Whether work of so many units of fuel may be done in one go: little may, more if granted."""
    return work <= MOST_WORK or work <= word(m, 0, STATE_WORK_GRANTED)


@kernel("i8(i8, i8)")
def need_time(m, work):
    """Answer NEEDS_ROOM: the machine grants the work, or stops the run before its limit is passed."""
    set_word(m, 0, STATE_ROOM, 0)
    set_word(m, 0, STATE_WORK, work)
    return NEEDS_ROOM


@kernel("i8(i8, i8)", inline=True)
def charge(m, n):
    """Charge n instructions of fuel for work inside a kernel (1 for about 4 ns)."""
    set_word(m, 0, STATE_INSTRUCTIONS, word(m, 0, STATE_INSTRUCTIONS) + n)
    return 0


@kernel("i8(i8, i8, i8, i8)")
def fail(m, failure, a, b):
    """Report a failure with two operands (values)."""
    set_word(m, 0, STATE_FAILURE, failure)
    set_word(m, 0, STATE_ARGUMENT_0, a)
    set_word(m, 0, STATE_ARGUMENT_0 + 1, b)
    set_word(m, 0, STATE_ARGUMENT_0 + 2, NONE)
    set_word(m, 0, STATE_ARGUMENT_COUNT, 3)
    return FAIL


@kernel("i8(i8, i8, i8, i8, i8)")
def fail3(m, failure, a, b, c):
    """Report a failure with three operands (values)."""
    fail(m, failure, a, b)
    set_word(m, 0, STATE_ARGUMENT_0 + 2, c)
    return FAIL


@kernel("i8(i8, i8, i8, i8, i8)")
def call_helper(m, helper, n, result_kind, result_at):
    """Ask for a call of a prelude helper whose n arguments are in STATE_ARGUMENT_* already."""
    functions = word(m, 0, STATE_PRELUDE)
    set_word(m, 0, STATE_CALLEE, tuple_item(m, functions, helper))
    set_word(m, 0, STATE_ARGUMENT_COUNT, n)
    set_word(m, 0, STATE_RESULT_KIND, result_kind)
    set_word(m, 0, STATE_RESULT_AT, result_at)
    return CALL


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def call_helper2(m, helper, result_kind, result_at, a, b):
    """Ask for a call of a prelude helper with two arguments."""
    set_word(m, 0, STATE_ARGUMENT_0, a)
    set_word(m, 0, STATE_ARGUMENT_0 + 1, b)
    return call_helper(m, helper, 2, result_kind, result_at)


@kernel("i8(i8, i8, i8, i8, i8, i8, i8)")
def call_helper3(m, helper, result_kind, result_at, a, b, c):
    """Ask for a call of a prelude helper with three arguments."""
    set_word(m, 0, STATE_ARGUMENT_0 + 2, c)
    set_word(m, 0, STATE_ARGUMENT_0, a)
    set_word(m, 0, STATE_ARGUMENT_0 + 1, b)
    return call_helper(m, helper, 3, result_kind, result_at)


@kernel("i8(i8, i8, i8, i8, i8)")
def call_binary(m, operator, result_at, left, right):
    """Ask for the dunders of a binary operator (its plain opcode number)."""
    return call_helper3(m, Helper.BINARY, RETURN_VALUE, result_at, operator * 2, left, right)


# ---------------------------------------------------------------- floats
@kernel("i8(i8, f8)")
def box_float(m, x):
    w = allocate(m, KIND_FLOAT, 2)
    set_field(m, w, FLOAT_BITS, float_bits(x))
    return w


@kernel("i8(i8, f8)", inline=True)
def float_value(m, x):
    """The value of a float: self-tagged, or boxed."""
    w = float_word(x)
    if (w & 3) == 3:
        return w
    return box_float(m, x)


@kernel("i8(i8, i8)", inline=True)
def is_float_value(m, w):
    """Whether a value is a float of either form (a subclass instance is not)."""
    if (w & 3) == 3:
        return 1
    return kind_of(m, w) == KIND_FLOAT


@kernel("f8(i8, i8)", inline=True)
def float_from(m, w):
    """The number in what ``is_float_value``."""
    if (w & 3) == 3:
        return float_of(w)
    return bits_float(field(m, w, FLOAT_BITS))


# ---------------------------------------------------------------- tuples and lists
@kernel("i8(i8, i8, i8)", inline=True)
def tuple_item(m, w, index):
    """Item of a tuple by number; no check."""
    return load(m, w - 1 + TUPLE_ITEMS * 8 + index * 8)


@kernel("i8(i8, i8, i8, i8)", inline=True)
def set_tuple_item(m, w, index, value):
    store(m, w - 1 + TUPLE_ITEMS * 8 + index * 8, value)
    return 0


@kernel("i8(i8, i8)", inline=True)
def tuple_length(m, w):
    return field(m, w, TUPLE_LENGTH) >> 1


@kernel("i8(i8, i8)")
def new_tuple(m, n):
    """A tuple of n items, to be filled at once (they are the integer 0). Ask for room first."""
    if n == 0:
        return word(m, 0, STATE_EMPTY_TUPLE)
    w = allocate(m, KIND_TUPLE, TUPLE_ITEMS + n)
    set_field(m, w, TUPLE_LENGTH, n << 1)
    return w


@kernel("i8(i8, i8)")
def new_list(m, capacity):
    """An empty list with room for `capacity` items. Ask for room first."""
    w = allocate(m, KIND_LIST, LIST_WORDS)
    set_field(m, w, LIST_LENGTH, 0)
    set_field(m, w, LIST_ITEMS, allocate(m, KIND_ARRAY, ARRAY_ITEMS + capacity))
    return w


@kernel("i8(i8, i8)", inline=True)
def list_length(m, w):
    return field(m, w, LIST_LENGTH) >> 1


@kernel("i8(i8, i8, i8)", inline=True)
def list_item(m, w, index):
    """Item of a list by number; no check."""
    return load(m, field(m, w, LIST_ITEMS) - 1 + ARRAY_ITEMS * 8 + index * 8)


@kernel("i8(i8, i8, i8, i8)", inline=True)
def set_list_item(m, w, index, value):
    store(m, field(m, w, LIST_ITEMS) - 1 + ARRAY_ITEMS * 8 + index * 8, value)
    return 0


@kernel("i8(i8, i8)")
def new_raw(m, n_bytes):
    """A RAW of at least n_bytes zero bytes. Ask for room first."""
    return allocate(m, KIND_RAW, 1 + ((n_bytes + 7) >> 3))


@kernel("i8(i8, i8, i8)")
def new_method(m, function, self):
    w = allocate(m, KIND_METHOD, METHOD_WORDS)
    set_field(m, w, 1, function)
    set_field(m, w, 2, self)
    return w


@kernel("i8(i8, i8, i8)")
def new_bound_native(m, function, self):
    w = allocate(m, KIND_BOUND_NATIVE, BOUND_WORDS)
    set_field(m, w, 1, function)
    set_field(m, w, 2, self)
    return w


# ---------------------------------------------------------------- classes of values
@kernel("i8(i8, i8)")
def class_of(m, w):
    """The class of any value: what type(w) gives."""
    constants = word(m, 0, STATE_CONSTANT_TYPES)
    if (w & 1) == 0:
        return tuple_item(m, constants, TYPE_INDEX_INT)
    if (w & 3) == 3:
        return tuple_item(m, constants, TYPE_INDEX_FLOAT)
    if (w & 7) == 5:
        if w <= NONE:
            return tuple_item(m, constants, TYPE_INDEX_NONE)
        if w <= NONE + 16:
            return tuple_item(m, constants, TYPE_INDEX_NONE + 1)
        return tuple_item(m, constants, TYPE_INDEX_NONE + 2 + ((w - NONE - 24) >> 3))
    k = kind(m, w)
    if k == KIND_INSTANCE:
        return field(m, field(m, w, INSTANCE_SHAPE), SHAPE_CLASS)
    if k == KIND_CLASS:
        return field(m, w, CLASS_META)
    if k == KIND_GENERATOR:
        bits = field(m, field(m, w, GENERATOR_CODE), CODE_FLAGS) >> 1
        if bits & CODE_FLAG_COROUTINE:
            if bits & CODE_FLAG_GENERATOR:
                return tuple_item(m, constants, TYPE_INDEX_ASYNC_GENERATOR)
            return tuple_item(m, constants, TYPE_INDEX_COROUTINE)
    if k == KIND_ITERATOR:
        return tuple_item(m, constants, TYPE_INDEX_ITERATORS + (field(m, w, ITERATOR_TYPE) >> 1))
    if k == KIND_DICT_VIEW:
        view = (field(m, w, VIEW_TYPE) >> 1) - ITERATE_DICT_KEYS
        return tuple_item(m, constants, TYPE_INDEX_KEYS + view)
    if k == KIND_NATIVE and field(m, w, NATIVE_BINDS) == 2:
        return tuple_item(m, constants, TYPE_INDEX_METHOD_DESCRIPTOR)
    return tuple_item(m, word(m, 0, STATE_TYPES_AT), k)


@kernel("i8(i8, i8)", inline=True)
def unwrap(m, w):
    """The builtin value inside an instance of a subclass of a builtin; any other value itself."""
    if (w & 7) == 1:
        header = field(m, w, 0)
        if (header & 255) == KIND_INSTANCE and (header >> 8) & FLAG_WRAPS:
            return field(m, w, INSTANCE_PAYLOAD)
    return w
