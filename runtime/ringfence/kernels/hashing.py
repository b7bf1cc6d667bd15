"""hash() of every value, equal to CPython's for numbers, None, and tuples and frozensets of them.

``hash_value(m, w)`` answers a 64-bit hash, never -1 (as in CPython); -1 means trouble, told by
STATE_SCRATCH_0 (TROUBLE_*):

* PYTHON: a user's ``__hash__`` has to run (or the value is a tuple graph too large for one kernel);
* UNHASHABLE: the offending object is in STATE_ARGUMENT_0;
* ROOM: the identity table has to grow, STATE_ROOM is set;
* DEEP: nested too deeply.

``trouble_status`` turns all but the first into a status. Tables keep 63 bits of a hash, as a
tagged integer: ``wrap_add(h, h)``.

Sources: CPython's ``Python/pyhash.c``, ``Objects/tupleobject.c`` (xxHash), ``setobject.c``; the
numeric scheme is documented under "Hashing of numeric types". Text and bytes: multiply-and-fold
over 8-byte words, ours. Nothing recurses: nested tuples and frozensets use an explicit stack.
"""

from typing import Final

from ringfence.failures import Failure
from ringfence.kernels.identity import identity_of, identity_of_word
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import (
    bits_float,
    field,
    float_bits,
    load,
    load32,
    multiply_high,
    rotate_left,
    set_field,
    set_word,
    shift_left,
    shift_right,
    store,
    word,
    wrap_add,
    wrap_mul,
)
from ringfence.kernels.objects import (
    allocate,
    aux,
    charge,
    fail,
    need_room,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.status import DECLINE
from ringfence.kernels.tags import FALSE, NONE, TRUE, UNBOUND, float_of, int_of
from ringfence.layout import (
    ALIAS_ARGS,
    ALIAS_ORIGIN,
    BIGINT_DIGITS,
    BIGINT_SIGN,
    BOUND_NATIVE,
    BOUND_SELF,
    BYTES_DATA,
    BYTES_HASH,
    BYTES_LENGTH,
    CLASS_FLAG_EQ,
    CLASS_FLAGS,
    CLASS_META,
    COMPLEX_IMAG,
    COMPLEX_REAL,
    FLAG_WRAPS,
    FLOAT_BITS,
    INSTANCE_PAYLOAD,
    INSTANCE_SHAPE,
    ITERATE_DICT_VALUES,
    KIND_BIGINT,
    KIND_BOUND_NATIVE,
    KIND_BYTEARRAY,
    KIND_BYTES,
    KIND_CLASS,
    KIND_COMPLEX,
    KIND_DICT,
    KIND_DICT_VIEW,
    KIND_FLOAT,
    KIND_FROZENSET,
    KIND_GENERIC_ALIAS,
    KIND_INSTANCE,
    KIND_LIST,
    KIND_MAPPING_PROXY,
    KIND_MEMORYVIEW,
    KIND_METHOD,
    KIND_RANGE,
    KIND_RAW,
    KIND_SET,
    KIND_SLICE,
    KIND_STR,
    KIND_TUPLE,
    KIND_UNION,
    METHOD_FUNCTION,
    METHOD_SELF,
    PROGRAM_AT,
    RANGE_LENGTH,
    RANGE_START,
    RANGE_STEP,
    RAW_DATA,
    SCRATCH_AT,
    SET_ENTRIES,
    SET_HASH,
    SET_LENGTH,
    SET_USED,
    SHAPE_CLASS,
    STATE_ARGUMENT_0,
    STATE_HOST_VERSION,
    STATE_INSTRUCTIONS,
    STATE_ROOM,
    STATE_SCRATCH_0,
    STR_DATA,
    STR_HASH,
    STR_LENGTH,
    UNION_ARGS,
    VIEW_TYPE,
)

TROUBLE_PYTHON: Final = 1
TROUBLE_UNHASHABLE: Final = 2
TROUBLE_ROOM: Final = 3
TROUBLE_DEEP: Final = 4
TROUBLE_NESTED: Final = 5  # between the functions here: a container, to be walked

MODULUS: Final = (1 << 61) - 1
HASH_INFINITY: Final = 314159
HASH_NONE: Final = 0xFCA86420
HASH_IMAG: Final = 1000003
XX_1: Final = 11400714785074694791 - (1 << 64)
XX_2: Final = 14029467366897019727 - (1 << 64)
XX_5: Final = 2870177450012600261
XX_LENGTH: Final = XX_5 ^ 3527539
TEXT_SEED: Final = 0x2D358DCCAA6C78A5
TEXT_MULTIPLIER: Final = 0x8BB84B93962EACC9 - (1 << 64)
TEXT_MASK: Final = 0x4B33A62ED433D4A3

# the work stack: frames of 3 raw words (object, position, accumulator)
HASH_STACK_AT: Final = SCRATCH_AT
HASH_FRAME_BYTES: Final = 24
MAX_NESTING: Final = 10_000
MAX_STEPS: Final = 2_000_000  # elements one call walks before it hands over to Python


@kernel("i8(i8, i8, i8)")
def hash_trouble(m, code, w):
    """Answer -1 with the reason and the object it is about."""
    set_word(m, 0, STATE_SCRATCH_0, code)
    set_word(m, 0, STATE_ARGUMENT_0, w)
    return -1


@kernel("i8(i8)")
def trouble_status(m):
    """The status for the trouble told by STATE_SCRATCH_0; DECLINE: Python code is needed."""
    code = word(m, 0, STATE_SCRATCH_0)
    if code == TROUBLE_UNHASHABLE:
        return fail(m, Failure.UNHASHABLE, word(m, 0, STATE_ARGUMENT_0), NONE)
    if code == TROUBLE_ROOM:
        return need_room(m, word(m, 0, STATE_ROOM))
    if code == TROUBLE_DEEP:
        return fail(m, Failure.RECURSION, NONE, NONE)
    return DECLINE


# ---------------------------------------------------------------- numbers
@kernel("i8(i8)", inline=True)
def hash_int(n):
    """Hash of a number of at most 63 bits."""
    if n >= MODULUS:
        n = n % MODULUS
    elif n <= -MODULUS:
        n = -((-n) % MODULUS)
    if n == -1:
        return -2
    return n


@kernel("i8(i8, i8)")
def hash_bigint(m, w):
    sign = field(m, w, BIGINT_SIGN)
    at = w - 1 + BIGINT_DIGITS * 8
    h = 0
    for i in range((sign >> 1) - 1, -1, -1):
        h = (shift_left(h, 32) & MODULUS) | (h >> 29)
        h += load32(m, at + i * 4)
        if h >= MODULUS:
            h -= MODULUS
    charge(m, sign >> 2)
    if sign & 1:
        h = -h
    if h == -1:
        return -2
    return h


@kernel("i8(f8)")
def hash_float(x):
    bits = float_bits(x)
    exponent = (bits >> 52) & 0x7FF
    h = bits & ((1 << 52) - 1)
    if exponent == 0x7FF:
        if h != 0:
            return 0
        return -HASH_INFINITY if bits < 0 else HASH_INFINITY
    if exponent == 0:
        exponent = 1
    else:
        h |= 1 << 52
    turn = (exponent - 1075) % 61
    h = (shift_left(h, turn) & MODULUS) | shift_right(h, 61 - turn)
    if bits < 0:
        h = -h
    if h == -1:
        return -2
    return h


@kernel("i8(i8, i8)")
def hash_complex(m, w):
    h = hash_float(bits_float(field(m, w, COMPLEX_REAL)))
    h = wrap_add(h, wrap_mul(HASH_IMAG, hash_float(bits_float(field(m, w, COMPLEX_IMAG)))))
    if h == -1:
        return -2
    return h


# ---------------------------------------------------------------- text and bytes
@kernel("i8(i8, i8)", inline=True)
def fold(x, y):
    """Both halves of the 128-bit product, mixed."""
    return wrap_mul(x, y) ^ multiply_high(x, y)


@kernel("i8(i8, i8, i8)")
def hash_data(m, at, n):
    """Hash of n bytes; 0 for none of them, otherwise neither 0 nor -1."""
    if n == 0:
        return 0
    h = TEXT_SEED ^ n
    end = at + (n & ~7)
    while at < end:
        h = fold(h ^ load(m, at), TEXT_MULTIPLIER)
        at += 8
    tail = n & 7
    if tail:
        rest = load(m, at) & ((1 << (tail * 8)) - 1)
        h = fold(h ^ rest, TEXT_MULTIPLIER)
    h = fold(h ^ TEXT_MASK, TEXT_MULTIPLIER ^ n)
    if n > 256:
        charge(m, n >> 6)
    if h == 0 or h == -1:
        return 1
    return h


@kernel("i8(i8, i8)")
def hash_str(m, w):
    """Hash of a string not yet hashed; kept in it unless it lies in the boot image."""
    h = hash_data(m, w - 1 + STR_DATA * 8, field(m, w, STR_LENGTH) * aux(m, w))
    if w > PROGRAM_AT:
        set_field(m, w, STR_HASH, h)
    return h


@kernel("i8(i8, i8)", inline=True)
def str_hash(m, w):
    """Hash of a string."""
    h = field(m, w, STR_HASH)
    if h != 0:
        return h
    return hash_str(m, w)


@kernel("i8(i8, i8)")
def hash_bytes(m, w):
    h = field(m, w, BYTES_HASH)
    if h == 0:
        h = hash_data(m, w - 1 + BYTES_DATA * 8, field(m, w, BYTES_LENGTH))
        if w > PROGRAM_AT:
            set_field(m, w, BYTES_HASH, h)
    return h


# ---------------------------------------------------------------- tuples and frozensets
@kernel("i8(i8, i8)", inline=True)
def xx_lane(acc, lane):
    acc = wrap_add(acc, wrap_mul(lane, XX_2))
    return wrap_mul(rotate_left(acc, 31), XX_1)


@kernel("i8(i8, i8)", inline=True)
def xx_end(acc, n):
    acc = wrap_add(acc, n ^ XX_LENGTH)
    if acc == -1:
        return 1546275796
    return acc


@kernel("i8(i8)", inline=True)
def shuffle_bits(h):
    return wrap_mul(h ^ 89869747 ^ shift_left(h, 16), 3644798167)


@kernel("i8(i8, i8)", inline=True)
def unordered_end(h, n):
    """End of the hash of a frozenset of n elements."""
    h ^= wrap_mul(n + 1, 1927868237)
    h ^= shift_right(h, 11) ^ shift_right(h, 25)
    h = wrap_add(wrap_mul(h, 69069), 907133923)
    if h == -1:
        return 590923713
    return h


@kernel("i8(i8, i8)")
def hash_range(m, w):
    """As the tuple (length, start, step), with None for what does not matter."""
    length = field(m, w, RANGE_LENGTH)
    first, second = HASH_NONE, HASH_NONE
    if length != 0:
        first = hash_number(m, field(m, w, RANGE_START))
        if length != 2:
            second = hash_number(m, field(m, w, RANGE_STEP))
    acc = xx_lane(XX_5, hash_number(m, length))
    acc = xx_lane(acc, first)
    return xx_end(xx_lane(acc, second), 3)


@kernel("i8(i8, i8)")
def hash_number(m, w):
    """Hash of an int value."""
    if (w & 1) == 0:
        return hash_int(w >> 1)
    return hash_bigint(m, w)


# ---------------------------------------------------------------- one value
@kernel("i8(i8, i8)")
def identity_hash(m, w):
    h = identity_of(m, w)
    if h < 0:
        return hash_trouble(m, TROUBLE_ROOM, w)
    return h


@kernel("i8(i8)")
def hash_constant(w):
    if w == TRUE:
        return 1
    if w == FALSE:
        return 0
    if w == NONE:
        return HASH_NONE
    return identity_of_word(w) >> 4


@kernel("i8(i8, i8)")
def hash_function(m, w):
    """Hash of what a method binds: -1 with trouble if that is no plain function."""
    if (field(m, w, 0) & 255) == KIND_INSTANCE:
        return hash_trouble(m, TROUBLE_PYTHON, w)
    return identity_hash(m, w)


@kernel("i8(i8, i8, i8)")
def hash_method(m, function, self):
    h = hash_function(m, function)
    if h == -1:
        return -1
    if (self & 7) == 1:
        own = identity_hash(m, self)
        if own == -1:
            return -1
    else:
        own = identity_of_word(self) >> 4
    h ^= own
    if h == -1:
        return -2
    return h


@kernel("i8(i8, i8)")
def hash_leaf(m, w):
    """Hash of a value; for one with parts trouble NESTED."""
    if (w & 1) == 0:
        return hash_int(int_of(w))
    if (w & 3) == 3:
        return hash_float(float_of(w))
    if (w & 7) == 5:
        return hash_constant(w)
    for _ in range(2):
        header = field(m, w, 0)
        k = header & 255
        if k == KIND_STR:
            return str_hash(m, w)
        if k != KIND_INSTANCE:
            break
        bits = field(m, field(m, field(m, w, INSTANCE_SHAPE), SHAPE_CLASS), CLASS_FLAGS) >> 1
        if bits & CLASS_FLAG_EQ:
            return hash_trouble(m, TROUBLE_PYTHON, w)
        if ((header >> 8) & FLAG_WRAPS) == 0:
            return identity_hash(m, w)
        payload = field(m, w, INSTANCE_PAYLOAD)
        if (payload & 7) != 1:
            if (payload & 1) == 0:
                return hash_int(int_of(payload))
            if (payload & 3) == 3:
                return hash_float(float_of(payload))
            return hash_constant(payload)
        # a value wraps a builtin one, never another instance
        w = payload
    if k == KIND_TUPLE or k == KIND_FROZENSET:
        return hash_trouble(m, TROUBLE_NESTED, w)
    if k == KIND_BYTES:
        return hash_bytes(m, w)
    if k == KIND_BIGINT:
        return hash_bigint(m, w)
    if k == KIND_FLOAT:
        return hash_float(bits_float(field(m, w, FLOAT_BITS)))
    if k == KIND_COMPLEX:
        return hash_complex(m, w)
    if k == KIND_LIST or k == KIND_DICT or k == KIND_SET or k == KIND_BYTEARRAY:
        return hash_trouble(m, TROUBLE_UNHASHABLE, w)
    return hash_rare(m, w, k)


@kernel("i8(i8, i8, i8)")
def hash_rare(m, w, k):
    if k == KIND_RANGE:
        return hash_range(m, w)
    if k == KIND_METHOD:
        return hash_method(m, field(m, w, METHOD_FUNCTION), field(m, w, METHOD_SELF))
    if k == KIND_BOUND_NATIVE:
        return hash_method(m, field(m, w, BOUND_NATIVE), field(m, w, BOUND_SELF))
    if k == KIND_CLASS:
        bits = field(m, field(m, w, CLASS_META), CLASS_FLAGS) >> 1
        if bits & CLASS_FLAG_EQ:
            return hash_trouble(m, TROUBLE_PYTHON, w)
    elif k == KIND_DICT_VIEW:
        if field(m, w, VIEW_TYPE) >> 1 != ITERATE_DICT_VALUES:
            return hash_trouble(m, TROUBLE_UNHASHABLE, w)
    elif k == KIND_SLICE or k == KIND_MAPPING_PROXY:
        if word(m, 0, STATE_HOST_VERSION) >> 1 < 12 or k == KIND_MAPPING_PROXY:
            return hash_trouble(m, TROUBLE_UNHASHABLE, w)
        return hash_trouble(m, TROUBLE_NESTED, w)
    elif k == KIND_UNION or k == KIND_GENERIC_ALIAS:
        return hash_trouble(m, TROUBLE_NESTED, w)
    elif k == KIND_MEMORYVIEW:
        return hash_trouble(m, TROUBLE_PYTHON, w)
    return identity_hash(m, w)


@kernel("i8(i8, i8)")
def hash_tuple_flat(m, w):
    """Hash of a tuple of integers and hashed strings; -1: it has other items."""
    n = tuple_length(m, w)
    acc = XX_5
    for i in range(n):
        item = tuple_item(m, w, i)
        if (item & 1) == 0:
            h = hash_int(item >> 1)
        elif (item & 7) == 1 and (field(m, item, 0) & 255) == KIND_STR:
            h = str_hash(m, item)
        else:
            return -1
        acc = xx_lane(acc, h)
    if n > 16:
        charge(m, n)
    return xx_end(acc, n)


@kernel("i8(i8, i8)")
def hash_value(m, w):
    """Hash of any value; -1: trouble, see the top of this file."""
    h = hash_leaf(m, w)
    if h != -1 or word(m, 0, STATE_SCRATCH_0) != TROUBLE_NESTED:
        return h
    w = word(m, 0, STATE_ARGUMENT_0)
    if (field(m, w, 0) & 255) == KIND_TUPLE:
        h = hash_tuple_flat(m, w)
        if h != -1:
            return h
    return hash_nested(m, w)


@kernel("i8(i8, i8)", inline=True)
def hash_quick(m, w):
    """hash_value with the two commonest cases in line."""
    if (w & 1) == 0:
        return hash_int(w >> 1)
    if (w & 7) == 1 and (field(m, w, 0) & 255) == KIND_STR:
        return str_hash(m, w)
    return hash_value(m, w)


# ---------------------------------------------------------------- values with parts
@kernel("i8(i8, i8)")
def cached_hash(m, w):
    """Whether a frozenset's hash is known: it is then in STATE_SCRATCH_0 + 1."""
    known = field(m, w, SET_HASH)
    if (known & 1) == 0:
        set_word(m, 0, STATE_SCRATCH_0 + 1, known >> 1)
        return 1
    if known == UNBOUND:
        return 0
    set_word(m, 0, STATE_SCRATCH_0 + 1, field(m, known, RAW_DATA))
    return 1


@kernel("i8(i8, i8, i8)")
def keep_hash(m, w, h):
    """Remember the hash of a frozenset: tagged, or in a RAW if it takes all 64 bits."""
    if w < PROGRAM_AT:
        return 0
    if wrap_add(h, h) >> 1 == h:
        set_field(m, w, SET_HASH, wrap_add(h, h))
    else:
        box = allocate(m, KIND_RAW, 2)
        set_field(m, box, RAW_DATA, h)
        set_field(m, w, SET_HASH, box)
    return 0


@kernel("i8(i8, i8, i8)")
def hash_push(m, top, w):
    """Begin to walk an object with parts."""
    k = field(m, w, 0) & 255
    store(m, top, w)
    store(m, top + 8, 0)
    store(m, top + 16, XX_5 if k == KIND_TUPLE or k == KIND_SLICE else 0)
    return 0


@kernel("i8(i8, i8)")
def hash_part(m, top):
    """Next part of the object walked at a frame, its position moved on; UNBOUND: at the end."""
    w = load(m, top)
    i = load(m, top + 8)
    store(m, top + 8, i + 1)
    k = field(m, w, 0) & 255
    if k == KIND_TUPLE:
        if i < tuple_length(m, w):
            return tuple_item(m, w, i)
    elif k == KIND_FROZENSET:
        used = field(m, w, SET_USED) >> 1
        at = field(m, w, SET_ENTRIES) + 7 + i * 16
        while i < used:
            if load(m, at + 8) != UNBOUND:
                store(m, top + 8, i + 1)
                return load(m, at + 8)
            i += 1
            at += 16
    elif k == KIND_UNION:
        if i < tuple_length(m, field(m, w, UNION_ARGS)):
            return tuple_item(m, field(m, w, UNION_ARGS), i)
    elif k == KIND_SLICE:
        if i < 3:
            return load(m, w + 7 + i * 8)
    elif i == 0:
        return field(m, w, ALIAS_ORIGIN)
    elif i == 1:
        return field(m, w, ALIAS_ARGS)
    return UNBOUND


@kernel("i8(i8, i8, i8)")
def hash_absorb(m, top, h):
    """Mix the hash of a part into the frame of its owner."""
    k = field(m, load(m, top), 0) & 255
    acc = load(m, top + 16)
    if k == KIND_TUPLE or k == KIND_SLICE:
        acc = xx_lane(acc, h)
    elif k == KIND_GENERIC_ALIAS:
        acc ^= h
    else:
        acc ^= shuffle_bits(h)
    store(m, top + 16, acc)
    return 0


@kernel("i8(i8, i8)")
def hash_finish(m, top):
    """Hash of the object whose parts have all been absorbed."""
    w = load(m, top)
    acc = load(m, top + 16)
    k = field(m, w, 0) & 255
    if k == KIND_TUPLE:
        return xx_end(acc, tuple_length(m, w))
    if k == KIND_FROZENSET:
        h = unordered_end(acc, field(m, w, SET_LENGTH) >> 1)
        keep_hash(m, w, h)
        return h
    if k == KIND_UNION:
        return unordered_end(acc, tuple_length(m, field(m, w, UNION_ARGS)))
    if k == KIND_SLICE:
        return 1546275796 if acc == -1 else acc
    return -2 if acc == -1 else acc


@kernel("i8(i8, i8)")
def hash_stored(m, top):
    """Hash that the frozenset walked at a frame keeps for its current element."""
    at = field(m, load(m, top), SET_ENTRIES) + 7 + (load(m, top + 8) - 1) * 16
    return load(m, at) >> 1


@kernel("i8(i8, i8)")
def hash_known_element(m, bottom):
    """Where an element of a frozenset needs Python code, its stored hash serves.

    Finds the innermost frozenset among the frames from `bottom` (the top frame) down, so that
    Python is never asked for what is hashed already. Answers its frame, or 0.
    """
    at = bottom
    while at >= HASH_STACK_AT:
        if (field(m, load(m, at), 0) & 255) == KIND_FROZENSET:
            return at
        at -= HASH_FRAME_BYTES
    return 0


@kernel("i8(i8, i8)")
def hash_nested(m, w):
    """Hash of a tuple, frozenset, slice, union or alias."""
    top = HASH_STACK_AT
    end = HASH_STACK_AT + MAX_NESTING * HASH_FRAME_BYTES
    hash_push(m, top, w)
    steps = 0
    limit = MAX_STEPS
    if (field(m, w, 0) & 255) == KIND_TUPLE:
        limit += tuple_length(m, w)
    charged = word(m, 0, STATE_INSTRUCTIONS)
    while True:
        part = hash_part(m, top)
        steps += 1
        if part == UNBOUND:
            h = hash_finish(m, top)
            if top == HASH_STACK_AT:
                charge(m, steps)
                return h
            top -= HASH_FRAME_BYTES
            hash_absorb(m, top, h)
            continue
        h = hash_leaf(m, part)
        if h == -1:
            code = word(m, 0, STATE_SCRATCH_0)
            if code == TROUBLE_NESTED:
                part = word(m, 0, STATE_ARGUMENT_0)
                if (field(m, part, 0) & 255) == KIND_FROZENSET and cached_hash(m, part):
                    h = word(m, 0, STATE_SCRATCH_0 + 1)
                elif top + HASH_FRAME_BYTES >= end:
                    return hash_trouble(m, TROUBLE_DEEP, part)
                elif steps + word(m, 0, STATE_INSTRUCTIONS) - charged > limit:
                    code = TROUBLE_PYTHON
                else:
                    top += HASH_FRAME_BYTES
                    hash_push(m, top, part)
                    continue
            if code == TROUBLE_PYTHON:
                owner = hash_known_element(m, top)
                if owner == 0:
                    charge(m, steps)
                    return hash_trouble(m, TROUBLE_PYTHON, w)
                top = owner
                h = hash_stored(m, top)
            elif code != TROUBLE_NESTED:
                return -1
        hash_absorb(m, top, h)


# ---------------------------------------------------------------- hashes given by Python code
@kernel("i8(i8, i8)")
def hash_given(m, w):
    """The hash that an int answered by a user's ``__hash__`` stands for; -1: it is no int."""
    if (w & 1) == 0:
        h = w >> 1
    elif (w & 7) == 1 and (field(m, w, 0) & 255) == KIND_BIGINT:
        sign = field(m, w, BIGINT_SIGN)
        low = load(m, w - 1 + BIGINT_DIGITS * 8)
        if sign >> 1 > 2 or (low < 0 and not (sign & 1 and low == -(1 << 63))):
            return hash_bigint(m, w)
        h = -low if sign & 1 and low > 0 else low
    else:
        return -1
    if h == -1:
        return -2
    return h
