"""``==`` of builtin values, without any Python code.

``equal(m, a, b)`` answers EQUAL_NO, EQUAL_YES, EQUAL_PYTHON (a user's ``__eq__`` may have a say,
or the graphs are too large for one kernel: the prelude compares in frames) or EQUAL_FAILED (a
failure is reported: answer FAIL). Inside containers identity comes before equality, at the top it
does not (``nan != nan``). Nothing recurses: containers in containers use a stack in the scratch
region, as deep as the recursion limit of the run.
"""

from typing import Final

from ringfence.failures import Failure
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import (
    bits_float,
    compare_bytes,
    count_leading_zeros,
    field,
    float_bits,
    float_to_int,
    int_to_float,
    load,
    load32,
    shift_left,
    store,
    word,
)
from ringfence.kernels.objects import charge, fail, is_float_value, kind_of, tuple_item
from ringfence.kernels.probing import dict_candidate, dict_entry, set_candidate, str_same
from ringfence.kernels.tags import FALSE, NONE, TRUE, UNBOUND, float_of
from ringfence.layout import (
    BIGINT_DIGITS,
    BIGINT_SIGN,
    BYTEARRAY_DATA,
    BYTEARRAY_LENGTH,
    BYTES_DATA,
    BYTES_LENGTH,
    CLASS_FLAG_EQ,
    CLASS_FLAGS,
    CLASS_META,
    COMPLEX_IMAG,
    COMPLEX_REAL,
    DICT_LENGTH,
    DICT_USED,
    FLAG_NAMESPACE,
    FLAG_WRAPS,
    FLOAT_BITS,
    INSTANCE_PAYLOAD,
    INSTANCE_SHAPE,
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
    KIND_SET,
    KIND_SLICE,
    KIND_STR,
    KIND_TUPLE,
    KIND_UNION,
    LIST_ITEMS,
    LIST_LENGTH,
    PROXY_DICT,
    RANGE_LENGTH,
    RANGE_START,
    RANGE_STEP,
    RAW_DATA,
    SCRATCH_AT,
    SET_ENTRIES,
    SET_LENGTH,
    SET_USED,
    SHAPE_CLASS,
    STATE_DEPTH_LIMIT,
    STATE_INSTRUCTIONS,
    TUPLE_ITEMS,
    TUPLE_LENGTH,
    UNION_ARGS,
)

EQUAL_NO: Final = 0
EQUAL_YES: Final = 1
EQUAL_PYTHON: Final = 2
EQUAL_FAILED: Final = 3
_NESTED: Final = 4  # two containers that may be equal

# the work stack: frames of 8 raw words (type, a, b, position, candidates refused, value b)
EQUAL_STACK_AT: Final = SCRATCH_AT + 0x40000
EQUAL_FRAME_BYTES: Final = 64
MAX_NESTING: Final = 10_000
DEFAULT_NESTING: Final = 1000
MAX_STEPS: Final = 4_000_000  # elements one call walks before it hands over to Python
_ITEMS: Final = 0  # a, b: offsets of items; position: items left
_DICTS: Final = 1  # a, b: dicts; position: entry of a
_SETS: Final = 2  # a, b: sets; position: slot of a
_UNIONS: Final = 3  # a, b: unions; position: argument of a; refused: argument of b
_STAGE_NEXT: Final = 0  # the frame takes its next element
_STAGE_KEY: Final = 1  # the child compares a key with a candidate
_STAGE_VALUE: Final = 2  # the child compares two values


# ---------------------------------------------------------------- numbers
@kernel("i8(i8, i8, i8)")
def bigint_equal(m, a, b):
    sign = field(m, a, BIGINT_SIGN)
    if sign != field(m, b, BIGINT_SIGN):
        return 0
    n = (sign >> 1) * 4
    charge(m, n >> 6)
    if compare_bytes(m, a - 1 + BIGINT_DIGITS * 8, b - 1 + BIGINT_DIGITS * 8, n) == 0:
        return 1
    return 0


@kernel("i8(i8, f8)")
def int_equals_float(n, x):
    """Exact comparison of a number of at most 63 bits with a float."""
    if x >= 4611686018427387904.0 or x < -4611686018427387904.0 or x != x:
        return 0
    whole = float_to_int(x)
    if whole == n and int_to_float(whole) == x:
        return 1
    return 0


@kernel("i8(i8, i8, f8)")
def bigint_equals_float(m, w, x):
    """Exact comparison of a big integer with a float: digits against the shifted mantissa."""
    bits = float_bits(x)
    exponent = (bits >> 52) & 0x7FF
    sign = field(m, w, BIGINT_SIGN)
    if exponent == 0x7FF or exponent < 1075 or (bits < 0) != ((sign & 1) == 1):
        # infinite, or below 2^53 where no big integer lies
        return 0
    mantissa = (bits & ((1 << 52) - 1)) | (1 << 52)
    shift = exponent - 1075
    digits = sign >> 1
    at = w - 1 + BIGINT_DIGITS * 8
    top = load32(m, at + (digits - 1) * 4)
    if digits * 32 - (count_leading_zeros(top) - 32) != shift + 53:
        return 0
    for i in range(digits):
        position = i * 32 - shift
        expected = 0
        if position >= 0:
            if position < 53:
                expected = (mantissa >> position) & 0xFFFFFFFF
        elif position > -32:
            expected = shift_left(mantissa, -position) & 0xFFFFFFFF
        if load32(m, at + i * 4) != expected:
            return 0
    return 1


@kernel("i8(i8, i8, i8)")
def number_equals_float(m, w, x_word):
    """Whether a number of any type equals the float value x_word (of either form)."""
    if (x_word & 3) == 3:
        x = float_of(x_word)
    else:
        x = bits_float(field(m, x_word, FLOAT_BITS))
    if (w & 1) == 0:
        return int_equals_float(w >> 1, x)
    if (w & 3) == 3:
        return 1 if float_of(w) == x else 0
    if w == TRUE:
        return 1 if x == 1.0 else 0
    if w == FALSE:
        return 1 if x == 0.0 else 0
    k = kind_of(m, w)
    if k == KIND_BIGINT:
        return bigint_equals_float(m, w, x)
    if k == KIND_FLOAT:
        return 1 if bits_float(field(m, w, FLOAT_BITS)) == x else 0
    if k == KIND_COMPLEX:
        real, imag = bits_float(field(m, w, COMPLEX_REAL)), bits_float(field(m, w, COMPLEX_IMAG))
        return 1 if real == x and imag == 0.0 else 0
    return 0


@kernel("i8(i8, i8, i8)")
def number_equals_complex(m, w, z):
    """Whether a number of any type equals a complex one."""
    real, imag = bits_float(field(m, z, COMPLEX_REAL)), bits_float(field(m, z, COMPLEX_IMAG))
    if kind_of(m, w) == KIND_COMPLEX:
        same = bits_float(field(m, w, COMPLEX_REAL)) == real
        return 1 if same and bits_float(field(m, w, COMPLEX_IMAG)) == imag else 0
    if imag != 0.0:
        return 0
    if (w & 1) == 0:
        return int_equals_float(w >> 1, real)
    if (w & 3) == 3:
        return 1 if float_of(w) == real else 0
    if w == TRUE:
        return 1 if real == 1.0 else 0
    if w == FALSE:
        return 1 if real == 0.0 else 0
    k = kind_of(m, w)
    if k == KIND_BIGINT:
        return bigint_equals_float(m, w, real)
    if k == KIND_FLOAT:
        return 1 if bits_float(field(m, w, FLOAT_BITS)) == real else 0
    return 0


# ---------------------------------------------------------------- values without parts
@kernel("i8(i8, i8)")
def user_equality(m, w):
    """Whether a heap object's class (or a class's metaclass) has ``__eq__`` in Python."""
    k = field(m, w, 0) & 255
    if k == KIND_INSTANCE:
        owner = field(m, field(m, w, INSTANCE_SHAPE), SHAPE_CLASS)
    elif k == KIND_CLASS:
        owner = field(m, w, CLASS_META)
    else:
        return 0
    if (field(m, owner, CLASS_FLAGS) >> 1) & CLASS_FLAG_EQ:
        return 1
    return 0


@kernel("i8(i8, i8)")
def plain_value(m, w):
    """The builtin value an instance wraps; UNBOUND: it wraps none and equals only itself."""
    header = field(m, w, 0)
    if (header & 255) != KIND_INSTANCE:
        return w
    if (header >> 8) & FLAG_WRAPS:
        return field(m, w, INSTANCE_PAYLOAD)
    return UNBOUND


@kernel("i8(i8, i8, i8)")
def int_same(m, a, b):
    """Equality of two int values of any size."""
    if a == b:
        return 1
    if kind_of(m, a) == KIND_BIGINT and kind_of(m, b) == KIND_BIGINT:
        return bigint_equal(m, a, b)
    return 0


@kernel("i8(i8, i8, i8)")
def range_equal(m, a, b):
    length = field(m, a, RANGE_LENGTH)
    if not int_same(m, length, field(m, b, RANGE_LENGTH)):
        return 0
    if length == 0:
        return 1
    if not int_same(m, field(m, a, RANGE_START), field(m, b, RANGE_START)):
        return 0
    if length == 2:
        return 1
    return int_same(m, field(m, a, RANGE_STEP), field(m, b, RANGE_STEP))


@kernel("i8(i8, i8)", inline=True)
def bytes_at(m, w):
    """Offset of the data of a BYTES or BYTEARRAY."""
    if (field(m, w, 0) & 255) == KIND_BYTES:
        return w - 1 + BYTES_DATA * 8
    return field(m, w, BYTEARRAY_DATA) - 1 + RAW_DATA * 8


@kernel("i8(i8, i8)", inline=True)
def bytes_count(m, w):
    """Length of a BYTES or BYTEARRAY."""
    if (field(m, w, 0) & 255) == KIND_BYTES:
        return field(m, w, BYTES_LENGTH)
    return field(m, w, BYTEARRAY_LENGTH) >> 1


@kernel("i8(i8, i8, i8)")
def bytes_equal(m, a, b):
    n = bytes_count(m, a)
    if n != bytes_count(m, b):
        return 0
    if n == 0:
        return 1
    if n > 256:
        charge(m, n >> 6)
    if compare_bytes(m, bytes_at(m, a), bytes_at(m, b), n) == 0:
        return 1
    return 0


@kernel("i8(i8, i8)")
def dict_count(m, d):
    """Number of live entries of any dict; a namespace is counted, its length word may lag."""
    if ((field(m, d, 0) >> 8) & FLAG_NAMESPACE) == 0:
        return field(m, d, DICT_LENGTH) >> 1
    used = field(m, d, DICT_USED) >> 1
    at = dict_entry(m, d, 0) + 16
    n = 0
    for _ in range(used):
        if load(m, at) != UNBOUND:
            n += 1
        at += 24
    return n


@kernel("i8(i8, i8, i8)")
def equal_part(m, a, b):
    """Equality of two values; NESTED for containers whose items have to be compared."""
    if (a & 7) == 1:
        if user_equality(m, a):
            return EQUAL_PYTHON
    if (b & 7) == 1:
        if user_equality(m, b):
            return EQUAL_PYTHON
    if kind_of(m, a) == KIND_INSTANCE or kind_of(m, b) == KIND_INSTANCE:
        plain_a = plain_value(m, a) if (a & 7) == 1 else a
        plain_b = plain_value(m, b) if (b & 7) == 1 else b
        if plain_a == UNBOUND or plain_b == UNBOUND:
            return EQUAL_YES if a == b else EQUAL_NO
        a = plain_a
        b = plain_b
    if (a & 1) == 0 and (b & 1) == 0:
        return EQUAL_YES if a == b else EQUAL_NO
    if is_float_value(m, b):
        return number_equals_float(m, a, b)
    if is_float_value(m, a):
        return number_equals_float(m, b, a)
    if kind_of(m, b) == KIND_COMPLEX:
        return number_equals_complex(m, a, b)
    if kind_of(m, a) == KIND_COMPLEX:
        return number_equals_complex(m, b, a)
    if a == b:
        return EQUAL_YES
    if a == TRUE or a == FALSE:
        a = (a - FALSE) >> 2
    if b == TRUE or b == FALSE:
        b = (b - FALSE) >> 2
    if (a & 7) != 1 or (b & 7) != 1:
        return EQUAL_YES if a == b else EQUAL_NO
    return equal_objects(m, a, b)


@kernel("i8(i8, i8, i8)")
def equal_objects(m, a, b):
    """The same for two different heap objects that are neither instances nor floats."""
    ka = field(m, a, 0) & 255
    kb = field(m, b, 0) & 255
    if ka == KIND_STR or kb == KIND_STR:
        if ka == kb:
            return str_same(m, a, b)
        return EQUAL_NO
    if ka == KIND_MAPPING_PROXY or kb == KIND_MAPPING_PROXY:
        if ka == KIND_MAPPING_PROXY:
            a = field(m, a, PROXY_DICT)
        if kb == KIND_MAPPING_PROXY:
            b = field(m, b, PROXY_DICT)
        if a == b:
            return EQUAL_YES
        ka = kind_of(m, a)
        kb = kind_of(m, b)
        if ka == KIND_INSTANCE or kb == KIND_INSTANCE:
            return EQUAL_PYTHON
    if ka == KIND_TUPLE or ka == KIND_LIST:
        # both have their length in the first field
        if ka != kb or field(m, a, TUPLE_LENGTH) != field(m, b, TUPLE_LENGTH):
            return EQUAL_NO
        return _NESTED if field(m, a, TUPLE_LENGTH) != 0 else EQUAL_YES
    if ka == KIND_DICT:
        if kb != KIND_DICT or dict_count(m, a) != dict_count(m, b):
            return EQUAL_NO
        return _NESTED
    set_a = ka == KIND_SET or ka == KIND_FROZENSET
    set_b = kb == KIND_SET or kb == KIND_FROZENSET
    if ka == KIND_DICT_VIEW or kb == KIND_DICT_VIEW:
        if (set_a or ka == KIND_DICT_VIEW) and (set_b or kb == KIND_DICT_VIEW):
            return EQUAL_PYTHON
        return EQUAL_NO
    if set_a:
        if not set_b or field(m, a, SET_LENGTH) != field(m, b, SET_LENGTH):
            return EQUAL_NO
        return _NESTED
    if ka == KIND_MEMORYVIEW or kb == KIND_MEMORYVIEW:
        return EQUAL_PYTHON
    bytes_a = ka == KIND_BYTES or ka == KIND_BYTEARRAY
    if bytes_a:
        if kb == KIND_BYTES or kb == KIND_BYTEARRAY:
            return bytes_equal(m, a, b)
        return EQUAL_NO
    if ka != kb:
        return EQUAL_NO
    if ka == KIND_BIGINT:
        return bigint_equal(m, a, b)
    if ka == KIND_RANGE:
        return range_equal(m, a, b)
    if ka == KIND_METHOD or ka == KIND_BOUND_NATIVE:
        # function and self are the first two fields of both
        if field(m, a, 2) != field(m, b, 2):
            return EQUAL_NO
        if field(m, a, 1) == field(m, b, 1):
            return EQUAL_YES
        if kind_of(m, field(m, a, 1)) == KIND_INSTANCE:
            return EQUAL_PYTHON
        return EQUAL_NO
    if ka == KIND_SLICE or ka == KIND_GENERIC_ALIAS:
        return _NESTED
    if ka == KIND_UNION:
        args_a, args_b = field(m, a, UNION_ARGS), field(m, b, UNION_ARGS)
        return _NESTED if field(m, args_a, 1) == field(m, args_b, 1) else EQUAL_NO
    return EQUAL_NO


# ---------------------------------------------------------------- containers
@kernel("i8(i8, i8, i8, i8)", inline=True)
def equal_child(m, top, a, b):
    """Leave a pair of containers to be compared next, above a frame."""
    store(m, top + EQUAL_FRAME_BYTES + 8, a)
    store(m, top + EQUAL_FRAME_BYTES + 16, b)
    return _NESTED


@kernel("i8(i8, i8)")
def equal_begin(m, top):
    """Make the frame for the pair left at `top`."""
    a, b = load(m, top + 8), load(m, top + 16)
    if (field(m, a, 0) & 255) == KIND_INSTANCE:
        a = plain_value(m, a)
    if (field(m, b, 0) & 255) == KIND_INSTANCE:
        b = plain_value(m, b)
    if (field(m, a, 0) & 255) == KIND_MAPPING_PROXY:
        a = field(m, a, PROXY_DICT)
    if (field(m, b, 0) & 255) == KIND_MAPPING_PROXY:
        b = field(m, b, PROXY_DICT)
    k = field(m, a, 0) & 255
    store(m, top + 24, 0)
    store(m, top + 32, 0)
    store(m, top + 40, _STAGE_NEXT)
    frame = _ITEMS
    if k == KIND_TUPLE:
        store(m, top + 24, field(m, a, TUPLE_LENGTH) >> 1)
        a += TUPLE_ITEMS * 8 - 1
        b += TUPLE_ITEMS * 8 - 1
    elif k == KIND_LIST:
        store(m, top + 24, field(m, a, LIST_LENGTH) >> 1)
        a = field(m, a, LIST_ITEMS) + 7
        b = field(m, b, LIST_ITEMS) + 7
    elif k == KIND_DICT:
        frame = _DICTS
    elif k == KIND_SET or k == KIND_FROZENSET:
        frame = _SETS
    elif k == KIND_UNION:
        frame = _UNIONS
        a = field(m, a, UNION_ARGS)
        b = field(m, b, UNION_ARGS)
    else:
        # slice or alias: the fields are the items
        store(m, top + 24, 3 if k == KIND_SLICE else 2)
        a += 7
        b += 7
    store(m, top, frame)
    store(m, top + 8, a)
    store(m, top + 16, b)
    return 0


@kernel("i8(i8, i8, i8, i8)")
def equal_items(m, top, result, limit):
    """Go on comparing items one to one; `result` is that of the pair left last."""
    if result == EQUAL_NO:
        return EQUAL_NO
    at_a, at_b, left = load(m, top + 8), load(m, top + 16), load(m, top + 24)
    before = left
    r = EQUAL_YES
    while left > 0:
        a, b = load(m, at_a), load(m, at_b)
        at_a += 8
        at_b += 8
        left -= 1
        if a != b:
            if ((a | b) & 1) == 0:
                r = EQUAL_NO
                break
            r = equal_part(m, a, b)
            if r == _NESTED:
                store(m, top + 8, at_a)
                store(m, top + 16, at_b)
                store(m, top + 24, left)
                equal_child(m, top, a, b)
                break
            if r == EQUAL_YES and word(m, 0, STATE_INSTRUCTIONS) > limit:
                r = EQUAL_PYTHON
            if r != EQUAL_YES:
                break
    charge(m, before - left)
    return r


@kernel("i8(i8, i8, i8)")
def equal_dicts(m, top, result):
    """Go on comparing dicts: each key of a is looked up in b, then the values compared."""
    a, b = load(m, top + 8), load(m, top + 16)
    i, refused, stage = load(m, top + 24), load(m, top + 32), load(m, top + 40)
    candidate = -1
    if stage == _STAGE_VALUE:
        if result == EQUAL_NO:
            return EQUAL_NO
        i += 1
        refused = 0
    elif stage == _STAGE_KEY:
        if result == EQUAL_NO:
            refused += 1
        else:
            candidate = load(m, top + 48)
    used = field(m, a, DICT_USED) >> 1
    while i < used:
        at = dict_entry(m, a, i)
        value = load(m, at + 16)
        if value == UNBOUND:
            i += 1
            continue
        key = load(m, at + 8)
        if candidate < 0:
            candidate = dict_candidate(m, b, load(m, at), key, refused)
            if candidate < 0:
                return EQUAL_NO
            other = load(m, dict_entry(m, b, candidate) + 8)
            r = EQUAL_YES
            if other != key:
                r = equal_part(m, other, key)
            if r == EQUAL_NO:
                refused += 1
                candidate = -1
                continue
            if r != EQUAL_YES:
                store(m, top + 24, i)
                store(m, top + 32, refused)
                store(m, top + 40, _STAGE_KEY)
                store(m, top + 48, candidate)
                equal_child(m, top, other, key)
                return r
        other_value = load(m, dict_entry(m, b, candidate) + 16)
        candidate = -1
        refused = 0
        charge(m, 4)
        if value != other_value:
            r = EQUAL_NO
            if other_value != UNBOUND:
                r = equal_part(m, value, other_value)
            if r != EQUAL_YES:
                store(m, top + 24, i)
                store(m, top + 40, _STAGE_VALUE)
                equal_child(m, top, value, other_value)
                return r
        i += 1
    return EQUAL_YES


@kernel("i8(i8, i8, i8)")
def equal_sets(m, top, result):
    """Go on comparing sets of one length: each element of a is looked up in b."""
    a, b = load(m, top + 8), load(m, top + 16)
    i, refused, stage = load(m, top + 24), load(m, top + 32), load(m, top + 40)
    if stage == _STAGE_KEY:
        if result == EQUAL_NO:
            refused += 1
        else:
            i += 1
            refused = 0
    used = field(m, a, SET_USED) >> 1
    start_a, start_b = field(m, a, SET_ENTRIES) + 7, field(m, b, SET_ENTRIES) + 7
    while i < used:
        key = load(m, start_a + i * 16 + 8)
        if key == UNBOUND:
            i += 1
            continue
        candidate = set_candidate(m, b, load(m, start_a + i * 16), key, refused)
        if candidate < 0:
            return EQUAL_NO
        other = load(m, start_b + candidate * 16 + 8)
        r = EQUAL_YES
        if other != key:
            r = equal_part(m, other, key)
        if r == EQUAL_NO:
            refused += 1
            continue
        if r != EQUAL_YES:
            store(m, top + 24, i)
            store(m, top + 32, refused)
            store(m, top + 40, _STAGE_KEY)
            equal_child(m, top, other, key)
            return r
        charge(m, 4)
        i += 1
        refused = 0
    return EQUAL_YES


@kernel("i8(i8, i8, i8)")
def equal_unions(m, top, result):
    """Go on comparing argument tuples as sets: each of a is sought in b."""
    a, b = load(m, top + 8), load(m, top + 16)
    i, j, stage = load(m, top + 24), load(m, top + 32), load(m, top + 40)
    n = field(m, a, TUPLE_LENGTH) >> 1
    if stage == _STAGE_KEY:
        if result == EQUAL_NO:
            j += 1
        else:
            i += 1
            j = 0
    while i < n:
        if j >= n:
            return EQUAL_NO
        x, y = tuple_item(m, a, i), tuple_item(m, b, j)
        r = EQUAL_YES
        if x != y:
            r = equal_part(m, x, y)
        if r == EQUAL_NO:
            j += 1
        elif r == EQUAL_YES:
            i += 1
            j = 0
        else:
            store(m, top + 24, i)
            store(m, top + 32, j)
            store(m, top + 40, _STAGE_KEY)
            equal_child(m, top, x, y)
            return r
    return EQUAL_YES


@kernel("i8(i8, i8, i8)")
def equal_nested(m, a, b):
    """Compare two containers of one kind item by item."""
    top = EQUAL_STACK_AT
    nesting = word(m, 0, STATE_DEPTH_LIMIT)
    if nesting <= 0:
        nesting = DEFAULT_NESTING
    if nesting > MAX_NESTING:
        nesting = MAX_NESTING
    end = EQUAL_STACK_AT + nesting * EQUAL_FRAME_BYTES
    limit = word(m, 0, STATE_INSTRUCTIONS) + MAX_STEPS
    store(m, top + 8, a)
    store(m, top + 16, b)
    equal_begin(m, top)
    result = EQUAL_YES
    while True:
        frame = load(m, top)
        if frame == _ITEMS:
            result = equal_items(m, top, result, limit)
        elif frame == _DICTS:
            result = equal_dicts(m, top, result)
        elif frame == _SETS:
            result = equal_sets(m, top, result)
        else:
            result = equal_unions(m, top, result)
        if result == _NESTED:
            top += EQUAL_FRAME_BYTES
            if top >= end:
                return fail(m, Failure.RECURSION, NONE, NONE)
            if word(m, 0, STATE_INSTRUCTIONS) > limit:
                return EQUAL_PYTHON
            charge(m, 4)
            equal_begin(m, top)
            result = EQUAL_YES
        elif result >= EQUAL_PYTHON or top == EQUAL_STACK_AT:
            return result
        else:
            top -= EQUAL_FRAME_BYTES


@kernel("i8(i8, i8, i8)")
def equal(m, a, b):
    """``a == b``: EQUAL_NO, EQUAL_YES, EQUAL_PYTHON or EQUAL_FAILED."""
    r = equal_part(m, a, b)
    if r == _NESTED:
        return equal_nested(m, a, b)
    return r


@kernel("i8(i8, i8, i8)", inline=True)
def same(m, a, b):
    """``a is b or a == b``, as containers compare: the answers of ``equal``."""
    if a == b:
        return EQUAL_YES
    if ((a | b) & 1) == 0:
        return EQUAL_NO
    return equal(m, a, b)
