"""What crosses between a block and the host in bulk: numbers in rows, and whole ranges of words.

``tag_*`` and ``untag`` work in place on memory of the host's own, `m` being chosen by the host so
that offset `at` is its first byte. ``pack`` and ``unpack`` make ranges of a block short and long
again, for snapshots: for each pair of words a byte that says how many bytes follow for each (0 to
8, the first word in its low half), then these bytes. What a word leaves out is its sign. A
reference is written as its distance from the place where it stands, which is shorter.
"""

from typing import Final

from ringfence.kernels import jit, memory
from ringfence.kernels.jit import export, kernel
from ringfence.kernels.memory import (
    count_leading_zeros,
    load,
    load8,
    shift_left,
    shift_right,
    store,
    store8,
    wrap_add,
    wrap_sub,
)

ALL_INTEGERS: Final = 1
ALL_FLOATS: Final = 2
FLOAT_BIAS: Final = 128 << 52
DISTANCE: Final = 9  # added to the count of bytes: none of a word, but of a distance
MOST_BYTES: Final = 8

if jit.MODE == "build":
    from numba import types
    from numba.extending import intrinsic

    @intrinsic
    def load_anywhere(t, m, at):
        """Load a word from an offset that is no multiple of 8."""

        def gen(c, b, s, a):
            return b.load(memory._address(b, a[0], a[1], 0, memory.I64), align=1)

        return types.int64(types.int64, types.int64), gen

    @intrinsic
    def store_anywhere(t, m, at, v):
        """Store a word at an offset that is no multiple of 8."""

        def gen(c, b, s, a):
            memory._check_store(b, a[1])
            b.store(a[2], memory._address(b, a[0], a[1], 0, memory.I64), align=1)
            return c.get_dummy_value()

        return types.void(types.int64, types.int64, types.int64), gen

else:
    load_anywhere, store_anywhere = load, store


@export
@kernel("i8(i8, i8, i8)")
def tag_integers(m, at, n):
    """Turn n integers into words: 1; or 0, and nothing changed, if one of them needs an object."""
    for i in range(n):
        x = load(m, at + i * 8)
        if shift_left(x, 1) >> 1 != x:
            return 0
    for i in range(n):
        store(m, at + i * 8, shift_left(load(m, at + i * 8), 1))
    return 1


@kernel("i8(i8)", inline=True)
def float_to_word(bits):
    """The word of a float's bits, if its low bits are 11; else the float needs an object."""
    biased = wrap_sub(bits, FLOAT_BIAS)
    return shift_left(biased, 4) | shift_right(biased, 60)


@export
@kernel("i8(i8, i8, i8)")
def tag_floats(m, at, n):
    """Turn n floats into words: 1; or 0, and nothing changed, if one of them needs an object."""
    for i in range(n):
        if float_to_word(load(m, at + i * 8)) & 3 != 3:
            return 0
    for i in range(n):
        store(m, at + i * 8, float_to_word(load(m, at + i * 8)))
    return 1


@export
@kernel("i8(i8, i8, i8)")
def untag(m, at, n):
    """Turn n words into integers or floats; 0, and nothing changed, if they are not all alike."""
    some, every = 0, 3
    for i in range(n):
        w = load(m, at + i * 8)
        some |= w
        every &= w
    if some & 1 == 0:
        for i in range(n):
            store(m, at + i * 8, load(m, at + i * 8) >> 1)
        return ALL_INTEGERS
    if every == 3:
        for i in range(n):
            w = load(m, at + i * 8)
            bits = wrap_add(shift_right(w, 4) | shift_left(w, 60), FLOAT_BIAS)
            store(m, at + i * 8, bits)
        return ALL_FLOATS
    return 0


@kernel("i8(i8)", inline=True)
def bytes_of(w):
    """How many low bytes hold a word whose upper ones are its sign."""
    if w == 0:
        return 0
    return (72 - count_leading_zeros(w ^ (w >> 63))) >> 3


@export
@kernel("i8(i8, i8, i8, i8)")
def pack(m, at, end, to):
    """Write the words from `at` to `end` in short to offset `to`; where that ends.

    Room of 17 bytes for two words must be there, and 8 more at the end.
    """
    while at < end:
        control = to
        to += 1
        halves = 0
        for half in range(2):
            if at >= end:
                break
            w = load(m, at)
            n = bytes_of(w)
            code = n
            if n > 1 and w & 7 == 1:
                away = wrap_sub(w, at)
                shorter = bytes_of(away)
                if shorter < n and shorter <= 6:
                    w, n, code = away, shorter, DISTANCE + shorter
            halves |= code << (half * 4)
            store_anywhere(m, to, w)
            to += n
            at += 8
        store8(m, control, halves)
    return to


@export
@kernel("i8(i8, i8, i8, i8, i8)")
def unpack(m, source, stop, at, end):
    """Write the words from `at` to `end` that `pack` made short; where the source went on, or 0.

    0 if the bytes before `stop` do not suffice.
    """
    while at < end:
        if source >= stop:
            return 0
        halves = load8(m, source)
        source += 1
        for _ in range(2):
            if at >= end:
                break
            code = halves & 15
            halves = halves >> 4
            n = code
            if code > DISTANCE - 1:
                n = code - DISTANCE
            if source + n > stop:
                return 0
            w = 0
            if n > 0:
                unused = (MOST_BYTES - n) * 8
                w = shift_left(load_anywhere(m, source), unused) >> unused
            if code > DISTANCE - 1:
                w = wrap_add(w, at)
            store(m, at, w)
            source += n
            at += 8
    return source
