"""The print buffer: text waits in the block as UTF-8 until the host fetches it.

Lone surrogates are written in the three bytes UTF-8 would give them (``surrogatepass``). The
limit is checked before anything is written, so a run stopped by it can be topped up and go on.
"""

from ringfence.kernels.buffers import (
    buffer_data_at,
    buffer_growth,
    buffer_length,
    buffer_reserve,
    new_buffer,
    utf8_size,
    write_utf8,
)
from ringfence.kernels.dicts import dict_get_str
from ringfence.kernels.jit import kernel, native
from ringfence.kernels.memory import load, set_field, set_word, store, store8, word
from ringfence.kernels.objects import (
    charge,
    has_room,
    kind_of,
    need_room,
    new_tuple,
    tuple_item,
    unwrap,
)
from ringfence.kernels.representation import represent
from ringfence.kernels.status import DECLINE, LIMIT, NEXT, OUTPUT
from ringfence.kernels.strings import is_string
from ringfence.kernels.tags import NONE
from ringfence.layout import (
    BUFFER_LENGTH,
    KIND_STR,
    KIND_TUPLE,
    LIMIT_OUTPUT,
    STATE_HEAP_SOFT,
    STATE_HEAP_TOP,
    STATE_LIMIT,
    STATE_OUTPUT_AT,
    STATE_OUTPUT_BYTES,
    STATE_OUTPUT_LIMIT,
    STATE_SYS,
    TUPLE_ITEMS,
)

FIRST_CAPACITY = 4096
FULL = 8192  # bytes after which the host is asked to empty the buffer
MOST_ARGUMENTS = 64  # of one print that the kernel does
MOST_FROM_RESERVE = 8192  # bytes


@kernel("i8(i8, i8)")
def output_reserve(m, n_bytes):
    """Make n_bytes fit into the buffer: NEXT, LIMIT or NEEDS_ROOM. Counts nothing yet."""
    limit = word(m, 0, STATE_OUTPUT_LIMIT)
    if limit > 0 and word(m, 0, STATE_OUTPUT_BYTES) + n_bytes > limit:
        set_word(m, 0, STATE_LIMIT, LIMIT_OUTPUT)
        return LIMIT
    b = word(m, 0, STATE_OUTPUT_AT)
    size = n_bytes + FIRST_CAPACITY + 64
    if b != NONE:
        size = buffer_growth(m, b, n_bytes)
    if not has_room(m, size):
        return need_room(m, size)
    if b == NONE:
        set_word(m, 0, STATE_OUTPUT_AT, new_buffer(m, n_bytes + FIRST_CAPACITY))
    else:
        buffer_reserve(m, b, n_bytes)
    return NEXT


@kernel("i8(i8, i8)")
def output_done(m, to):
    """Count what was written up to offset `to`; OUTPUT when the host should fetch it."""
    b = word(m, 0, STATE_OUTPUT_AT)
    before = buffer_length(m, b)
    after = to - buffer_data_at(m, b)
    set_word(m, 0, STATE_OUTPUT_BYTES, word(m, 0, STATE_OUTPUT_BYTES) + after - before)
    set_field(m, b, BUFFER_LENGTH, after << 1)
    if after >= FULL:
        return OUTPUT
    return NEXT


@kernel("i8(i8)", inline=True)
def output_to(m):
    """Offset where the next byte of output goes."""
    b = word(m, 0, STATE_OUTPUT_AT)
    return buffer_data_at(m, b) + buffer_length(m, b)


@native("write_output")
def write_output(m, args, n, dst):
    """Append a string to the print buffer; gives None."""
    s = unwrap(m, load(m, args))
    if n != 1 or not is_string(m, s):
        return DECLINE
    size = utf8_size(m, s)
    status = output_reserve(m, size)
    if status != NEXT:
        return status
    charge(m, size >> 5)
    store(m, dst, NONE)
    return output_done(m, write_utf8(m, output_to(m), s))


@kernel("i8(i8)")
def output_is_redirected(m):
    """Whether the program has put another object in the place of ``sys.stdout``."""
    known = word(m, 0, STATE_SYS)
    if kind_of(m, known) != KIND_TUPLE:
        return 0
    stream = dict_get_str(m, tuple_item(m, known, 0), tuple_item(m, known, 1))
    return 0 if stream == tuple_item(m, known, 2) else 1


@native("print_fast")
def print_fast(m, args, n, dst):
    """``print(*args)`` with plain arguments, sep and end as usual.

    All arguments are made strings first, so that nothing is written when one declines or the
    limit is hit.
    """
    if n > MOST_ARGUMENTS or output_is_redirected(m):
        return DECLINE
    top = word(m, 0, STATE_HEAP_TOP)
    texts = args
    for i in range(n):
        w = load(m, args + 8 * i)
        if kind_of(m, w) != KIND_STR:
            if texts == args:
                texts = new_tuple(m, n) - 1 + TUPLE_ITEMS * 8
                for j in range(i):
                    store(m, texts + 8 * j, load(m, args + 8 * j))
            status = represent(m, w, 0, texts + 8 * i)
            if status != NEXT:
                return status
            # each argument may take from the reserve that an instruction has: not all of it
            now = word(m, 0, STATE_HEAP_TOP)
            used = now - top
            if used > MOST_FROM_RESERVE and now > word(m, 0, STATE_HEAP_SOFT):
                return need_room(m, used * 4)
        elif texts != args:
            store(m, texts + 8 * i, w)
    size = n if n > 0 else 1  # spaces between, a newline behind
    for i in range(n):
        size += utf8_size(m, load(m, texts + 8 * i))
    status = output_reserve(m, size)
    if status != NEXT:
        return status
    charge(m, size >> 5)
    to = output_to(m)
    for i in range(n):
        if i > 0:
            store8(m, to, 32)
            to += 1
        to = write_utf8(m, to, load(m, texts + 8 * i))
    store8(m, to, 10)
    store(m, dst, NONE)
    return output_done(m, to + 1)
