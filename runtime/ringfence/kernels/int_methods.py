"""Methods of int and bool, and their special methods.

Arguments may be instances of subclasses; results never are. A special method answers
NotImplemented for an operand that is not its business, DECLINE where the trap words the error.
"""

from typing import Final

from ringfence.kernels.arithmetic import number_operate, number_unary
from ringfence.kernels.bigints import (
    BOTH,
    NO_ROOM,
    STATE_MODULO,
    TOO_LONG,
    bit_count,
    bit_length,
    int_absolute,
    int_divide,
    int_power_modulo,
    negative,
)
from ringfence.kernels.comparison import NO_ORDER, order_truth
from ringfence.kernels.int_text import (
    int_decimal,
    int_from_bytes,
    int_parse,
    int_radix,
    write_int_bytes,
)
from ringfence.kernels.integers import (
    RANK_FLOAT,
    RANK_INT,
    as_int,
    int_from_double,
    int_to_double,
    number_rank,
    order_numbers,
    store_int,
)
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.libm import is_finite, is_infinite
from ringfence.kernels.memory import load, load8, set_field, store, word
from ringfence.kernels.objects import (
    allocate,
    float_from,
    float_value,
    has_room,
    kind_of,
    need_room,
    new_tuple,
    set_tuple_item,
    tuple_item,
    unwrap,
)
from ringfence.kernels.status import DECLINE, NEEDS_ROOM, NEXT
from ringfence.kernels.strings import string_is_ascii, string_length, string_width, text_at
from ringfence.kernels.tags import FALSE, NONE, NOT_IMPLEMENTED, TRUE, bool_value, int_value
from ringfence.layout import (
    BYTES_DATA,
    BYTES_LENGTH,
    KIND_BYTES,
    KIND_STR,
    STATE_CONSTANT_TYPES,
    TYPE_INDEX_INT,
)
from ringfence.opcodes import Op

NO_ORDER_OF_BYTES: Final = -1


@kernel("i8(i8, i8)", inline=True)
def argument(m, at):
    """The value of an argument, that of a builtin's subclass as the builtin."""
    return unwrap(m, load(m, at))


@kernel("i8(i8, i8)", inline=True)
def is_int_value(m, w):
    return number_rank(m, w) == RANK_INT


@kernel("i8(i8, i8, i8, i8)")
def new_pair(m, a, b, dst):
    pair = new_tuple(m, 2)
    set_tuple_item(m, pair, 0, a)
    set_tuple_item(m, pair, 1, b)
    store(m, dst, pair)
    return NEXT


# ---------------------------------------------------------------- operators
@kernel("i8(i8, i8, i8, i8, i8)")
def int_binary(m, op, args, reflected, dst):
    """``self op other``, or ``other op self`` if reflected, of two ints."""
    a = argument(m, args)
    b = argument(m, args + 8)
    if is_int_value(m, a) == 0:
        return DECLINE
    if is_int_value(m, b) == 0:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    a = as_int(a)
    b = as_int(b)
    if reflected == 1:
        a, b = b, a
    return number_operate(m, op, a, b, dst)


@kernel("i8(i8, i8, i8, i8, i8)")
def bool_binary(m, op, args, reflected, dst):
    """The same where two bools give a bool."""
    a = load(m, args)
    b = load(m, args + 8)
    if (a == TRUE or a == FALSE) and (b == TRUE or b == FALSE):
        return number_operate(m, op, a, b, dst)
    return int_binary(m, op, args, reflected, dst)


@kernel("i8(i8, i8, i8, i8)")
def int_compare(m, op, args, dst):
    """Compare with another int; NotImplemented for all else."""
    a = argument(m, args)
    b = argument(m, args + 8)
    if is_int_value(m, a) == 0:
        return DECLINE
    if is_int_value(m, b) == 0:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    return store_order(m, op, order_numbers(m, a, b), dst)


@kernel("i8(i8, i8, i8, i8)")
def store_order(m, op, order, dst):
    """Store the truth of a comparison from what ``order_numbers`` answered."""
    truth = 0
    if op == Op.EQ:
        if order == 0:
            truth = 1
    elif op == Op.NE:
        if order != 0:
            truth = 1
    elif order != NO_ORDER and order_truth(op, order):
        truth = 1
    store(m, dst, bool_value(truth))
    return NEXT


@native("int.__add__")
def int_method_add(m, args, n, dst):
    return int_binary(m, Op.ADD, args, 0, dst)


@native("int.__radd__")
def int_method_radd(m, args, n, dst):
    return int_binary(m, Op.ADD, args, 1, dst)


@native("int.__sub__")
def int_method_sub(m, args, n, dst):
    return int_binary(m, Op.SUB, args, 0, dst)


@native("int.__rsub__")
def int_method_rsub(m, args, n, dst):
    return int_binary(m, Op.SUB, args, 1, dst)


@native("int.__mul__")
def int_method_mul(m, args, n, dst):
    return int_binary(m, Op.MUL, args, 0, dst)


@native("int.__rmul__")
def int_method_rmul(m, args, n, dst):
    return int_binary(m, Op.MUL, args, 1, dst)


@native("int.__truediv__")
def int_method_truediv(m, args, n, dst):
    return int_binary(m, Op.DIV, args, 0, dst)


@native("int.__rtruediv__")
def int_method_rtruediv(m, args, n, dst):
    return int_binary(m, Op.DIV, args, 1, dst)


@native("int.__floordiv__")
def int_method_floordiv(m, args, n, dst):
    return int_binary(m, Op.FLOORDIV, args, 0, dst)


@native("int.__rfloordiv__")
def int_method_rfloordiv(m, args, n, dst):
    return int_binary(m, Op.FLOORDIV, args, 1, dst)


@native("int.__mod__")
def int_method_mod(m, args, n, dst):
    return int_binary(m, Op.MOD, args, 0, dst)


@native("int.__rmod__")
def int_method_rmod(m, args, n, dst):
    return int_binary(m, Op.MOD, args, 1, dst)


@native("int.__and__")
def int_method_and(m, args, n, dst):
    return int_binary(m, Op.AND, args, 0, dst)


@native("int.__rand__")
def int_method_rand(m, args, n, dst):
    return int_binary(m, Op.AND, args, 1, dst)


@native("int.__or__")
def int_method_or(m, args, n, dst):
    return int_binary(m, Op.OR, args, 0, dst)


@native("int.__ror__")
def int_method_ror(m, args, n, dst):
    return int_binary(m, Op.OR, args, 1, dst)


@native("int.__xor__")
def int_method_xor(m, args, n, dst):
    return int_binary(m, Op.XOR, args, 0, dst)


@native("int.__rxor__")
def int_method_rxor(m, args, n, dst):
    return int_binary(m, Op.XOR, args, 1, dst)


@native("int.__lshift__")
def int_method_lshift(m, args, n, dst):
    return int_binary(m, Op.LSHIFT, args, 0, dst)


@native("int.__rlshift__")
def int_method_rlshift(m, args, n, dst):
    return int_binary(m, Op.LSHIFT, args, 1, dst)


@native("int.__rshift__")
def int_method_rshift(m, args, n, dst):
    return int_binary(m, Op.RSHIFT, args, 0, dst)


@native("int.__rrshift__")
def int_method_rrshift(m, args, n, dst):
    return int_binary(m, Op.RSHIFT, args, 1, dst)


@native("bool.__and__")
def bool_method_and(m, args, n, dst):
    return bool_binary(m, Op.AND, args, 0, dst)


@native("bool.__rand__")
def bool_method_rand(m, args, n, dst):
    return bool_binary(m, Op.AND, args, 1, dst)


@native("bool.__or__")
def bool_method_or(m, args, n, dst):
    return bool_binary(m, Op.OR, args, 0, dst)


@native("bool.__ror__")
def bool_method_ror(m, args, n, dst):
    return bool_binary(m, Op.OR, args, 1, dst)


@native("bool.__xor__")
def bool_method_xor(m, args, n, dst):
    return bool_binary(m, Op.XOR, args, 0, dst)


@native("bool.__rxor__")
def bool_method_rxor(m, args, n, dst):
    return bool_binary(m, Op.XOR, args, 1, dst)


@native("int.__lt__")
def int_method_lt(m, args, n, dst):
    return int_compare(m, Op.LT, args, dst)


@native("int.__le__")
def int_method_le(m, args, n, dst):
    return int_compare(m, Op.LE, args, dst)


@native("int.__gt__")
def int_method_gt(m, args, n, dst):
    return int_compare(m, Op.GT, args, dst)


@native("int.__ge__")
def int_method_ge(m, args, n, dst):
    return int_compare(m, Op.GE, args, dst)


@native("int.__eq__")
def int_method_eq(m, args, n, dst):
    return int_compare(m, Op.EQ, args, dst)


@native("int.__ne__")
def int_method_ne(m, args, n, dst):
    return int_compare(m, Op.NE, args, dst)


@kernel("i8(i8, i8, i8, i8)")
def int_divide_pair(m, a, b, dst):
    """Store the tuple (a // b, a % b); DECLINE for b = 0."""
    if b == 0:
        return DECLINE
    quotient = int_divide(m, a, b, BOTH)
    if quotient == NO_ROOM:
        return NEEDS_ROOM
    if quotient == TOO_LONG:
        return DECLINE
    return new_pair(m, quotient, word(m, 0, STATE_MODULO), dst)


@kernel("i8(i8, i8, i8, i8)")
def _int_divmod(m, args, reflected, dst):
    a = argument(m, args)
    b = argument(m, args + 8)
    if is_int_value(m, a) == 0:
        return DECLINE
    if is_int_value(m, b) == 0:
        store(m, dst, NOT_IMPLEMENTED)
        return NEXT
    if reflected == 1:
        a, b = b, a
    return int_divide_pair(m, as_int(a), as_int(b), dst)


@native("int.__divmod__")
def int_method_divmod(m, args, n, dst):
    return _int_divmod(m, args, 0, dst)


@native("int.__rdivmod__")
def int_method_rdivmod(m, args, n, dst):
    return _int_divmod(m, args, 1, dst)


@kernel("i8(i8, i8, i8, i8, i8)")
def int_power_with(m, a, e, modulus, dst):
    """pow(a, e, modulus) of three ints; DECLINE for errors, inverses and what takes long."""
    if modulus == 0 or negative(m, e) == 1:
        return DECLINE
    return store_int(m, dst, int_power_modulo(m, a, e, modulus))


@native("int.__pow__")
def int_method_pow(m, args, n, dst):
    if n == 3 and load(m, args + 16) != NONE:
        a = argument(m, args)
        e = argument(m, args + 8)
        modulus = argument(m, args + 16)
        if is_int_value(m, a) == 0:
            return DECLINE
        if is_int_value(m, e) == 0 or is_int_value(m, modulus) == 0:
            store(m, dst, NOT_IMPLEMENTED)
            return NEXT
        return int_power_with(m, as_int(a), as_int(e), as_int(modulus), dst)
    return int_binary(m, Op.POW, args, 0, dst)


@native("int.__rpow__")
def int_method_rpow(m, args, n, dst):
    if n == 3 and load(m, args + 16) != NONE:
        return DECLINE
    return int_binary(m, Op.POW, args, 1, dst)


# ---------------------------------------------------------------- one operand
@kernel("i8(i8, i8, i8, i8)")
def _int_unary(m, op, args, dst):
    a = argument(m, args)
    if is_int_value(m, a) == 0:
        return DECLINE
    return number_unary(m, op, a, dst)


@native("int.__neg__")
def int_method_neg(m, args, n, dst):
    return _int_unary(m, Op.NEGATIVE, args, dst)


@native("int.__pos__")
def int_method_pos(m, args, n, dst):
    return _int_unary(m, Op.POSITIVE, args, dst)


@native("int.__invert__")
def int_method_inverted(m, args, n, dst):
    return _int_unary(m, Op.INVERT, args, dst)


@native("int.__abs__")
def int_method_abs(m, args, n, dst):
    a = argument(m, args)
    if is_int_value(m, a) == 0:
        return DECLINE
    return store_int(m, dst, int_absolute(m, as_int(a)))


@native("int.__bool__")
def int_method_bool(m, args, n, dst):
    a = argument(m, args)
    if is_int_value(m, a) == 0:
        return DECLINE
    store(m, dst, FALSE if as_int(a) == 0 else TRUE)
    return NEXT


@native("int.__float__")
def int_method_float(m, args, n, dst):
    a = argument(m, args)
    if is_int_value(m, a) == 0:
        return DECLINE
    x = int_to_double(m, as_int(a))
    if is_infinite(x) == 1:
        return DECLINE
    store(m, dst, float_value(m, x))
    return NEXT


@native("int.__int__")
def int_method_int(m, args, n, dst):
    return _int_unary(m, Op.POSITIVE, args, dst)


@native("int.__index__")
def int_method_index(m, args, n, dst):
    return _int_unary(m, Op.POSITIVE, args, dst)


@native("int.__trunc__")
def int_method_trunc(m, args, n, dst):
    return _int_unary(m, Op.POSITIVE, args, dst)


@native("int.__floor__")
def int_method_floor(m, args, n, dst):
    return _int_unary(m, Op.POSITIVE, args, dst)


@native("int.__ceil__")
def int_method_ceil(m, args, n, dst):
    return _int_unary(m, Op.POSITIVE, args, dst)


@native("int.conjugate")
def int_method_conjugate(m, args, n, dst):
    return _int_unary(m, Op.POSITIVE, args, dst)


@native("int.real")
def int_method_real(m, args, n, dst):
    return _int_unary(m, Op.POSITIVE, args, dst)


@native("int.numerator")
def int_method_numerator(m, args, n, dst):
    return _int_unary(m, Op.POSITIVE, args, dst)


@native("int.imag")
def int_method_imag(m, args, n, dst):
    store(m, dst, 0)
    return NEXT


@native("int.denominator")
def int_method_denominator(m, args, n, dst):
    store(m, dst, 2)
    return NEXT


@native("int.is_integer")
def int_method_is_integer(m, args, n, dst):
    store(m, dst, TRUE)
    return NEXT


@native("int.as_integer_ratio")
def int_method_as_integer_ratio(m, args, n, dst):
    a = argument(m, args)
    if is_int_value(m, a) == 0:
        return DECLINE
    return new_pair(m, as_int(a), 2, dst)


@native("int.__round__")
def int_method_round(m, args, n, dst):
    """Rounding left of the point is the trap's."""
    a = argument(m, args)
    if is_int_value(m, a) == 0:
        return DECLINE
    if n == 2 and load(m, args + 8) != NONE:
        digits = argument(m, args + 8)
        if is_int_value(m, digits) == 0 or negative(m, as_int(digits)) == 1:
            return DECLINE
    store(m, dst, as_int(a))
    return NEXT


@native("int.bit_length")
def int_method_bit_length(m, args, n, dst):
    a = argument(m, args)
    if is_int_value(m, a) == 0:
        return DECLINE
    store(m, dst, int_value(bit_length(m, as_int(a))))
    return NEXT


@native("int.bit_count")
def int_method_bit_count(m, args, n, dst):
    a = argument(m, args)
    if is_int_value(m, a) == 0:
        return DECLINE
    store(m, dst, int_value(bit_count(m, as_int(a))))
    return NEXT


# ---------------------------------------------------------------- text and bytes
@native("int.__repr__")
def int_method_repr(m, args, n, dst):
    a = argument(m, args)
    if is_int_value(m, a) == 0:
        return DECLINE
    return int_decimal(m, as_int(a), dst)


@native("int.__str__")
def int_method_str(m, args, n, dst):
    return int_method_repr(m, args, n, dst)


@kernel("i8(i8, i8, i8, i8, i8)")
def _int_prefixed(m, args, shift, letter, dst):
    a = argument(m, args)
    if is_int_value(m, a) == 0:
        return DECLINE
    return int_radix(m, as_int(a), shift, letter, dst)


@native("bin")
def builtin_bin(m, args, n, dst):
    return _int_prefixed(m, args, 1, 98, dst)


@native("oct")
def builtin_oct(m, args, n, dst):
    return _int_prefixed(m, args, 3, 111, dst)


@native("hex")
def builtin_hex(m, args, n, dst):
    return _int_prefixed(m, args, 4, 120, dst)


@kernel("i8(i8, i8, i8, i8)")
def _int_parse_string(m, text, base, dst):
    """``int(text, base)`` of a plain ASCII string."""
    if kind_of(m, text) != KIND_STR or not string_is_ascii(m, text):
        return DECLINE
    at = text_at(text)
    return int_parse(m, at, at + string_length(m, text) * string_width(m, text), base, dst)


@native("int.__new__")
def int_method_new(m, args, n, dst):
    """For int itself only; subclasses, other objects and errors are the fallback's."""
    if load(m, args) != tuple_item(m, word(m, 0, STATE_CONSTANT_TYPES), TYPE_INDEX_INT):
        return DECLINE
    if n == 1:
        store(m, dst, 0)
        return NEXT
    x = load(m, args + 8)
    if n == 3:
        return int_method_from_text(m, args + 8, 2, dst)
    rank = number_rank(m, x)
    if rank == RANK_INT:
        store(m, dst, as_int(x))
        return NEXT
    if rank == RANK_FLOAT:
        value = float_from(m, x)
        if is_finite(value) == 0:
            return DECLINE
        store(m, dst, int_from_double(m, value))
        return NEXT
    return _int_parse_string(m, x, 10, dst)


@native("int.from_text")
def int_method_from_text(m, args, n, dst):
    """Private, for the fallback of ``int.__new__``: (text, base); the trap words the errors."""
    base = 20
    if n == 2:
        base = load(m, args + 8)
    if (base & 1) == 1 or base < 0 or base > 72 or base == 2:
        return DECLINE
    return _int_parse_string(m, argument(m, args), base >> 1, dst)


@kernel("i8(i8, i8)")
def _byte_order(m, w):
    """1 for the string 'big', 0 for 'little', NO_ORDER_OF_BYTES for all else."""
    if kind_of(m, w) == KIND_STR and string_is_ascii(m, w):
        at = text_at(w)
        length = string_length(m, w)
        if length == 3 and load8(m, at) == 98 and load8(m, at + 1) == 105 \
                and load8(m, at + 2) == 103:
            return 1
        if length == 6 and load(m, at) == 0x656C7474696C:
            return 0
    return NO_ORDER_OF_BYTES


@kernel("i8(i8, i8, i8)")
def _byte_order_argument(m, args, n):
    """The byte order among (x, y, byteorder='big', signed=False)."""
    return _byte_order(m, load(m, args + 16)) if n > 2 else 1


@kernel("i8(i8, i8, i8)")
def _byte_sign_argument(m, args, n):
    """1, 0, or -1 for what is no bool."""
    if n < 4 or load(m, args + 24) == FALSE:
        return 0
    return 1 if load(m, args + 24) == TRUE else -1


@native("int.to_bytes")
def int_method_to_bytes(m, args, n, dst):
    """(self, length=1, byteorder='big', signed=False); the trap words the errors."""
    a = argument(m, args)
    length = load(m, args + 8) if n > 1 else 2
    big = _byte_order_argument(m, args, n)
    signed = _byte_sign_argument(m, args, n)
    if is_int_value(m, a) == 0 or (length & 1) == 1 or length < 0 or big < 0 or signed < 0:
        return DECLINE
    length >>= 1
    if not has_room(m, length + 64):
        return need_room(m, length + 64)
    w = allocate(m, KIND_BYTES, BYTES_DATA + ((length + 7) >> 3))
    set_field(m, w, BYTES_LENGTH, length)
    if write_int_bytes(m, as_int(a), text_at(w), length, big, signed) == 0:
        return DECLINE
    store(m, dst, w)
    return NEXT


@native("int.from_bytes")
def int_method_of_bytes(m, args, n, dst):
    """(cls, bytes, byteorder='big', signed=False) for int itself and bytes."""
    if load(m, args) != tuple_item(m, word(m, 0, STATE_CONSTANT_TYPES), TYPE_INDEX_INT) or n < 2:
        return DECLINE
    data = argument(m, args + 8)
    big = _byte_order_argument(m, args, n)
    signed = _byte_sign_argument(m, args, n)
    if kind_of(m, data) != KIND_BYTES or big < 0 or signed < 0:
        return DECLINE
    length = word(m, data - 1, BYTES_LENGTH)
    return int_from_bytes(m, text_at(data), length, big, signed, dst)
