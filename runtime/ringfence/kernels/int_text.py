"""Ints as text and as bytes: decimal and power-of-two notation, ``int(text)``, to and from bytes.

CPython refuses decimal texts of more than MAX_DIGITS digits; so these kernels decline them, and
the trap raises its error. What they do is then quadratic in at most that many digits; notations
with a power of two as base are linear and have no limit.
"""

from typing import Final

from ringfence.kernels.bigints import (
    BIGINT_AT,
    NO_ROOM,
    ask_limbs,
    bigint_finish,
    bigint_new,
    heap_give_back,
    limb_count,
    limbs_at,
    negative,
    scratch_limbs,
)
from ringfence.kernels.integers import store_int
from ringfence.kernels.jit import kernel
from ringfence.kernels.limbs import limbs_bit_length
from ringfence.kernels.memory import (
    fill_bytes,
    load,
    load8,
    load32,
    shift_left,
    shift_right,
    store,
    store8,
    store32,
    word,
    wrap_add,
    wrap_mul,
    wrap_sub,
)
from ringfence.kernels.objects import charge, has_room, need_room
from ringfence.kernels.status import DECLINE, NEEDS_ROOM, NEXT
from ringfence.kernels.strings import new_string, string_bytes, text_at
from ringfence.kernels.tags import int_value
from ringfence.layout import STATE_HEAP_TOP

MAX_DIGITS: Final = 4300  # sys.get_int_max_str_digits()
MAX_DECIMAL_LIMBS: Final = 224  # 10**4300 has 14285 bits
BILLION: Final = 1_000_000_000
NO_BASE: Final = 37  # digit_of answers this for what is no digit in any base


# ---------------------------------------------------------------- to text
@kernel("i8(i8, i8)")
def decimal_length(m, n):
    """Characters of a 64-bit number in decimal, without a sign."""
    length = 1
    while n >= 10:
        n //= 10
        length += 1
    return length


@kernel("i8(i8, i8, i8)")
def write_decimal(m, n, end):
    """Write the decimal digits of n >= 0, the last one before offset `end`; answer the first."""
    while True:
        rest = n // 10
        end -= 1
        store8(m, end, 48 + n - rest * 10)
        n = rest
        if n == 0:
            return end


@kernel("i8(i8, i8, i8, i8)")
def _to_billions(m, at, n_digits, to):
    """Write a magnitude of 32-bit digits in base 10**9, 32 bits a digit; answer their number.

    Goes from the top digit down, each step a multiplication by 2**32 of what there is so far.
    """
    count = 0
    for i in range(n_digits - 1, -1, -1):
        carry = load32(m, at + i * 4)
        for j in range(count):
            t = (load32(m, to + j * 4) << 32) | carry
            carry = t // BILLION
            store32(m, to + j * 4, t - carry * BILLION)
        while carry > 0:
            rest = carry // BILLION
            store32(m, to + count * 4, carry - rest * BILLION)
            carry = rest
            count += 1
    charge(m, n_digits * count >> 2)
    return count


@kernel("i8(i8, i8, i8)")
def int_decimal(m, w, dst):
    """Store the decimal text of an int; DECLINE if it is longer than Python allows."""
    minus = negative(m, w)
    n_limbs = limb_count(m, w)
    if n_limbs > MAX_DECIMAL_LIMBS:
        return DECLINE
    at = limbs_at(m, w, 0)
    if n_limbs <= 1 and load(m, at) >= 0:
        n = load(m, at)
        length = decimal_length(m, n) + minus
        s = new_string(m, length, 1, 1)
        write_decimal(m, n, text_at(s) + length)
    else:
        top = word(m, 0, STATE_HEAP_TOP)
        parts = scratch_limbs(m, n_limbs + n_limbs // 8 + 2)
        count = _to_billions(m, at, n_limbs * 2, parts)
        length = decimal_length(m, load32(m, parts + count * 4 - 4)) + count * 9 - 9
        if length > MAX_DIGITS:
            heap_give_back(m, top)
            return DECLINE
        length += minus
        s = new_string(m, length, 1, 1)
        end = text_at(s) + length
        for i in range(count):
            first = write_decimal(m, load32(m, parts + i * 4), end)
            if i < count - 1:
                fill_bytes(m, end - 9, first - end + 9, 48)
                end -= 9
    if minus == 1:
        store8(m, text_at(s), 45)
    store(m, dst, s)
    return NEXT


@kernel("i8(i8, i8, i8, i8, i8)")
def int_radix(m, w, shift, letter, dst):
    """Store an int in base 2**shift; letter: a prefix 0 and this character, 0 for no prefix."""
    minus = negative(m, w)
    n_limbs = limb_count(m, w)
    at = limbs_at(m, w, 0)
    bits = limbs_bit_length(m, at, n_limbs)
    digits = (bits + shift - 1) // shift
    if digits == 0:
        digits = 1
    length = digits + minus
    if letter != 0:
        length += 2
    if not has_room(m, string_bytes(length, 1)):
        return need_room(m, string_bytes(length, 1))
    charge(m, length >> 2)
    s = new_string(m, length, 1, 1)
    text = text_at(s)
    mask = (1 << shift) - 1
    for i in range(digits):
        place = i * shift
        limb = place >> 6
        digit = 0
        if limb < n_limbs:
            digit = shift_right(load(m, at + limb * 8), place & 63)
            if (place & 63) + shift > 64 and limb + 1 < n_limbs:
                digit |= shift_left(load(m, at + limb * 8 + 8), 64 - (place & 63))
        digit &= mask
        store8(m, text + length - 1 - i, 48 + digit if digit < 10 else 87 + digit)
    if letter != 0:
        store8(m, text + minus, 48)
        store8(m, text + minus + 1, letter)
    if minus == 1:
        store8(m, text, 45)
    store(m, dst, s)
    return NEXT


# ---------------------------------------------------------------- from text
@kernel("i8(i8)", inline=True)
def digit_of(code):
    """Value of a digit or letter, NO_BASE for any other character."""
    if 48 <= code <= 57:
        return code - 48
    code |= 32
    if 97 <= code <= 122:
        return code - 87
    return NO_BASE


@kernel("i8(i8)", inline=True)
def is_blank(code):
    """Space, tab, newline and their kin in ASCII."""
    return code == 32 or 9 <= code <= 13


@kernel("i8(i8)", inline=True)
def _int_text_log2(base):
    """The shift of a base that is a power of two, else 0."""
    shift = 0
    if (base & (base - 1)) == 0:
        while (1 << shift) < base:
            shift += 1
    return shift


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def _parse_power2(m, at, end, count, shift, minus):
    """The int of `count` digits of `shift` bits each (and underscores) in [at, end)."""
    n_limbs = (count * shift + 63) >> 6
    if ask_limbs(m, n_limbs + 1, count >> 2) == 0:
        return NO_ROOM
    w = bigint_new(m, n_limbs + 1)
    to = w + BIGINT_AT
    place = 0
    while end > at:
        end -= 1
        code = load8(m, end)
        if code != 95:
            digit = digit_of(code)
            limb = to + (place >> 6) * 8
            store(m, limb, load(m, limb) | shift_left(digit, place & 63))
            if (place & 63) + shift > 64:
                store(m, limb + 8, shift_right(digit, 64 - (place & 63)))
            place += shift
    return bigint_finish(m, w, n_limbs + 1, minus)


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def _parse_digits(m, at, end, count, base, minus):
    """The same in any base: as many digits at a time as fit 32 bits, multiplied in."""
    n_limbs = (count * 6 + 63) >> 6
    w = bigint_new(m, n_limbs + 1)
    to = w + BIGINT_AT
    used = 0
    value = 0
    factor = 1
    while at < end:
        code = load8(m, at)
        at += 1
        if code != 95:
            value = value * base + digit_of(code)
            factor *= base
        if factor * base > 0xFFFFFFFF or at == end:
            carry = value
            for i in range(used):
                t = wrap_add(wrap_mul(load32(m, to + i * 4), factor), carry)
                store32(m, to + i * 4, t)
                carry = shift_right(t, 32)
            if carry > 0:
                store32(m, to + used * 4, carry)
                used += 1
            charge(m, used >> 2)
            value = 0
            factor = 1
    return bigint_finish(m, w, n_limbs + 1, minus)


@kernel("i8(i8, i8, i8, i8, i8)")
def int_parse(m, at, end, base, dst):
    """Store ``int(text, base)`` of the ASCII text in [at, end); DECLINE for what is wrong."""
    while at < end and is_blank(load8(m, at)):
        at += 1
    while at < end and is_blank(load8(m, end - 1)):
        end -= 1
    minus = 0
    if at < end and (load8(m, at) == 45 or load8(m, at) == 43):
        minus = 1 if load8(m, at) == 45 else 0
        at += 1
    zeros_only = 0
    if end - at > 2 and load8(m, at) == 48:
        letter = load8(m, at + 1) | 32
        named = 0
        if letter == 120:
            named = 16
        elif letter == 111:
            named = 8
        elif letter == 98:
            named = 2
        if named != 0 and (base == 0 or base == named):
            base = named
            at += 2
            if load8(m, at) == 95:
                at += 1
    if base == 0:
        base = 10
        if at < end and load8(m, at) == 48:
            zeros_only = 1
    count = 0
    value = 0
    after_digit = 0
    for i in range(at, end):
        code = load8(m, i)
        if code == 95:
            if after_digit == 0:
                return DECLINE
            after_digit = 0
        else:
            digit = digit_of(code)
            if digit >= base or (zeros_only == 1 and digit != 0):
                return DECLINE
            if count < 11:
                value = value * base + digit
            elif count < 18 and base == 10:
                value = value * 10 + digit
            count += 1
            after_digit = 1
    if after_digit == 0:
        return DECLINE
    charge(m, count >> 2)
    if count <= 11 or (count <= 18 and base == 10):
        store(m, dst, int_value(-value if minus == 1 else value))
        return NEXT
    shift = _int_text_log2(base)
    if shift > 0:
        return store_int(m, dst, _parse_power2(m, at, end, count, shift, minus))
    if count > MAX_DIGITS:
        return DECLINE
    return store_int(m, dst, _parse_digits(m, at, end, count, base, minus))


# ---------------------------------------------------------------- bytes
@kernel("i8(i8, i8, i8, i8, i8, i8)")
def write_int_bytes(m, w, to, length, big, signed):
    """Write an int as `length` bytes at `to`; answer 0 if it does not fit, else 1."""
    minus = negative(m, w)
    n_limbs = limb_count(m, w)
    at = limbs_at(m, w, 0)
    bits = limbs_bit_length(m, at, n_limbs)
    if minus == 1 and signed == 0:
        return 0
    if signed == 0:
        if bits > length * 8:
            return 0
    elif bits > 0 and bits > length * 8 - 1:
        # the least number of a length has one bit more
        if minus == 0 or bits != length * 8 or not _int_text_is_power(m, at, n_limbs):
            return 0
    carry = minus
    for i in range(length):
        byte = 0
        if i < n_limbs * 8:
            byte = load8(m, at + i)
        if minus == 1:
            byte = (byte ^ 255) + carry
            carry = byte >> 8
            byte &= 255
        store8(m, to + (length - 1 - i if big == 1 else i), byte)
    charge(m, length >> 2)
    return 1


@kernel("i8(i8, i8, i8)")
def _int_text_is_power(m, at, n):
    """Whether a trimmed magnitude of at least one limb has exactly one bit set."""
    for i in range(n - 1):
        if load(m, at + i * 8) != 0:
            return 0
    head = load(m, at + (n - 1) * 8)
    return (head & wrap_sub(head, 1)) == 0


@kernel("i8(i8, i8, i8, i8, i8, i8)")
def int_from_bytes(m, at, length, big, signed, dst):
    """Store the int that `length` bytes at `at` stand for."""
    n_limbs = (length + 7) >> 3
    if ask_limbs(m, n_limbs, length >> 2) == 0:
        return NEEDS_ROOM
    minus = 0
    if signed == 1 and length > 0:
        minus = load8(m, at if big == 1 else at + length - 1) >> 7
    w = bigint_new(m, n_limbs)
    to = w + BIGINT_AT
    carry = minus
    for i in range(length):
        byte = load8(m, at + (length - 1 - i if big == 1 else i))
        if minus == 1:
            byte = (byte ^ 255) + carry
            carry = byte >> 8
            byte &= 255
        store8(m, to + i, byte)
    store(m, dst, bigint_finish(m, w, n_limbs, minus))
    return NEXT
