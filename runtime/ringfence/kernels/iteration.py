"""Iterators over builtin values, stepped without frames: list, tuple, str, dict, range, zip ...

``iterator_step`` answers 0 (exhausted), 1 (an item is stored) or a status of ``status.py``, which
are 2 and above. An exhausted iterator stays so: its index is EXHAUSTED, beyond every length.

Iterators nest (enumerate over zip over ...) at most ``MAX_NESTING`` deep, so that the recursion
of the functions here is bounded; deeper ones are made by the prelude, in Python.

``iteration_bound`` and ``iteration_words`` say beforehand how many items an iterator can still
give and what they take, so bulk consumers ask for room before the first step.
"""

from ringfence.failures import Failure, Helper
from ringfence.kernels.classes import call_special
from ringfence.kernels.equality import dict_count
from ringfence.kernels.jit import kernel, native, opcode
from ringfence.kernels.lists import (
    list_extend_list,
    list_extend_words,
    list_items_at,
    list_reserve,
)
from ringfence.kernels.memory import field, load, load8, set_field, set_word, store, word
from ringfence.kernels.objects import (
    allocate,
    call_helper,
    call_helper3,
    charge,
    fail,
    has_room,
    kind,
    kind_of,
    list_length,
    need_room,
    new_list,
    new_tuple,
    set_tuple_item,
    tuple_item,
    tuple_length,
)
from ringfence.kernels.ranges import is_small_range
from ringfence.kernels.registers import at_a, at_b, at_c, get_a, get_b, number_c, signed_c
from ringfence.kernels.status import DECLINE, NEXT, RELOAD
from ringfence.kernels.strings import char_at, one_char, string_length
from ringfence.kernels.tags import INT_MAX, NONE, UNBOUND, int_value
from ringfence.kernels.tuples import tuple_items_at
from ringfence.layout import (
    ARRAY_ITEMS,
    BYTEARRAY_DATA,
    BYTEARRAY_LENGTH,
    BYTES_DATA,
    BYTES_LENGTH,
    CODE_FLAG_COROUTINE,
    CODE_FLAGS,
    DICT_ENTRIES,
    DICT_USED,
    GENERATOR_CODE,
    ITERATE_BYTEARRAY,
    ITERATE_BYTES,
    ITERATE_DICT_ITEMS,
    ITERATE_DICT_KEYS,
    ITERATE_DICT_REVERSED,
    ITERATE_DICT_VALUES,
    ITERATE_ENUMERATE,
    ITERATE_LIST,
    ITERATE_LIST_REVERSED,
    ITERATE_RANGE,
    ITERATE_SEQUENCE,
    ITERATE_SET,
    ITERATE_STR,
    ITERATE_TUPLE,
    ITERATE_TUPLE_REVERSED,
    ITERATE_ZIP,
    ITERATOR_END,
    ITERATOR_INDEX,
    ITERATOR_SOURCE,
    ITERATOR_STEP,
    ITERATOR_TYPE,
    ITERATOR_WORDS,
    KIND_BYTEARRAY,
    KIND_BYTES,
    KIND_CLASS,
    KIND_DICT,
    KIND_DICT_VIEW,
    KIND_FROZENSET,
    KIND_GENERATOR,
    KIND_GENERIC_ALIAS,
    KIND_INSTANCE,
    KIND_ITERATOR,
    KIND_LIST,
    KIND_MAPPING_PROXY,
    KIND_MEMORYVIEW,
    KIND_RANGE,
    KIND_SET,
    KIND_STR,
    KIND_TUPLE,
    LIST_LENGTH,
    NAME_NEXT,
    PROXY_DICT,
    RANGE_LENGTH,
    RANGE_START,
    RANGE_STEP,
    RANGE_STOP,
    RAW_DATA,
    RETURN_DISCARD,
    RETURN_NEXT,
    RETURN_VALUE,
    SCRATCH_AT,
    SET_ENTRIES,
    SET_LENGTH,
    SET_USED,
    STATE_ARGUMENT_0,
    STATE_CONSTANT_TYPES,
    STATE_PC,
    TUPLE_ITEMS,
    TYPE_INDEX_ITERATORS,
    VIEW_DICT,
    VIEW_TYPE,
)
from ringfence.opcodes import Op

EXHAUSTED = INT_MAX * 2  # tagged
MAX_NESTING = 3
RANGE_REACH = 1 << 60  # ranges within it can be stepped past their end without overflow


# ---------------------------------------------------------------- making iterators
@kernel("i8(i8, i8, i8, i8, i8, i8)")
def new_iterator(m, type_, source, index, end, step):
    """Make an iterator; index, end and step are tagged."""
    it = allocate(m, KIND_ITERATOR, ITERATOR_WORDS)
    set_field(m, it, ITERATOR_TYPE, type_ << 1)
    set_field(m, it, ITERATOR_SOURCE, source)
    set_field(m, it, ITERATOR_INDEX, index)
    set_field(m, it, ITERATOR_END, end)
    set_field(m, it, ITERATOR_STEP, step)
    return it


@kernel("i8(i8, i8, i8, i8, i8)")
def range_iterator(m, source, start, stop, step):
    """Iterator over plain numbers, 0 if they reach too far for kernels."""
    if start > RANGE_REACH or start < -RANGE_REACH or stop > RANGE_REACH or stop < -RANGE_REACH:
        return 0
    if step > RANGE_REACH or step < -RANGE_REACH:
        return 0
    return new_iterator(m, ITERATE_RANGE, source, start << 1, stop << 1, step << 1)


@kernel("i8(i8, i8)")
def iterator_of(m, w):
    """An iterator over a builtin value that kernels can step; 0 for anything else."""
    k = kind_of(m, w)
    if k == KIND_LIST:
        return new_iterator(m, ITERATE_LIST, w, 0, 0, 0)
    if k == KIND_TUPLE:
        return new_iterator(m, ITERATE_TUPLE, w, 0, 0, 0)
    if k == KIND_STR:
        return new_iterator(m, ITERATE_STR, w, 0, 0, 0)
    if k == KIND_RANGE:
        if not is_small_range(m, w):
            return 0
        start = field(m, w, RANGE_START) >> 1
        stop = field(m, w, RANGE_STOP) >> 1
        return range_iterator(m, NONE, start, stop, field(m, w, RANGE_STEP) >> 1)
    if k == KIND_ITERATOR:
        if field(m, w, ITERATOR_TYPE) == ITERATE_SEQUENCE << 1:
            return 0
        return w
    type_ = ITERATE_DICT_KEYS
    d = w
    if k == KIND_MAPPING_PROXY:
        d = field(m, w, PROXY_DICT)
        k = kind_of(m, d)
    elif k == KIND_DICT_VIEW:
        d = field(m, w, VIEW_DICT)
        type_ = field(m, w, VIEW_TYPE) >> 1
        k = kind_of(m, d)
    if k == KIND_DICT:
        n = dict_count(m, d) << 1
        return new_iterator(m, type_, d, 0, n, n)
    if k == KIND_SET or k == KIND_FROZENSET:
        return new_iterator(m, ITERATE_SET, w, 0, field(m, w, SET_LENGTH), 0)
    if k == KIND_BYTES:
        return new_iterator(m, ITERATE_BYTES, w, 0, 0, 0)
    if k == KIND_BYTEARRAY:
        return new_iterator(m, ITERATE_BYTEARRAY, w, 0, 0, 0)
    return 0


@kernel("i8(i8, i8)")
def is_plain_generator(m, w):
    """Whether a GENERATOR is one that `for` takes: no coroutine, no async generator."""
    code_flags = field(m, field(m, w, GENERATOR_CODE), CODE_FLAGS) >> 1
    return 1 if (code_flags & CODE_FLAG_COROUTINE) == 0 else 0


@kernel("i8(i8, i8, i8)")
def get_iter(m, w, dst):
    """Store ``iter(w)`` at `dst`: NEXT, CALL (the helper stores it) or FAIL."""
    it = iterator_of(m, w)
    if it != 0:
        store(m, dst, it)
        return NEXT
    k = kind_of(m, w)
    if k == KIND_GENERATOR and is_plain_generator(m, w):
        store(m, dst, w)
        return NEXT
    if (k == KIND_INSTANCE or k == KIND_CLASS or k == KIND_RANGE or k == KIND_ITERATOR
            or k == KIND_DICT_VIEW or k == KIND_MAPPING_PROXY or k == KIND_MEMORYVIEW
            or k == KIND_GENERIC_ALIAS):
        set_word(m, 0, STATE_ARGUMENT_0, w)
        return call_helper(m, Helper.ITER, 1, RETURN_VALUE, dst)
    return fail(m, Failure.NOT_ITERABLE, w, NONE)


@opcode(Op.GET_ITER)
def op_get_iter(m, base, insn):
    return get_iter(m, get_b(m, base, insn), at_a(base, insn))


# ---------------------------------------------------------------- stepping
@kernel("i8(i8, i8, i8, i8)")
def dict_step(m, it, type_, dst):
    """``iterator_step`` over the entries of a dict, in either direction."""
    index = field(m, it, ITERATOR_INDEX)
    if index == EXHAUSTED:
        return 0
    d = field(m, it, ITERATOR_SOURCE)
    if dict_count(m, d) << 1 != field(m, it, ITERATOR_END):
        set_field(m, it, ITERATOR_END, -2)
        return fail(m, Failure.DICT_CHANGED, d, NONE)
    used = field(m, d, DICT_USED) >> 1
    i = index >> 1
    by = 1
    if type_ >= ITERATE_DICT_REVERSED:
        by = -1
        type_ -= ITERATE_DICT_REVERSED - ITERATE_DICT_KEYS
        if i >= used:
            i = used - 1
    entries = field(m, d, DICT_ENTRIES) - 1 + ARRAY_ITEMS * 8
    at = entries + i * 24
    while i >= 0 and i < used and load(m, at + 16) == UNBOUND:
        i += by
        at += by * 24
    if i < 0 or i >= used:
        set_field(m, it, ITERATOR_INDEX, EXHAUSTED)
        return 0
    left = field(m, it, ITERATOR_STEP)
    if left == 0:
        set_field(m, it, ITERATOR_END, -2)
        return fail(m, Failure.DICT_KEYS_CHANGED, d, NONE)
    set_field(m, it, ITERATOR_STEP, left - 2)
    set_field(m, it, ITERATOR_INDEX, (i + by) << 1)
    if type_ == ITERATE_DICT_KEYS:
        store(m, dst, load(m, at + 8))
    elif type_ == ITERATE_DICT_VALUES:
        store(m, dst, load(m, at + 16))
    else:
        pair = new_tuple(m, 2)
        set_tuple_item(m, pair, 0, load(m, at + 8))
        set_tuple_item(m, pair, 1, load(m, at + 16))
        store(m, dst, pair)
    return 1


@kernel("i8(i8, i8, i8)")
def set_step(m, it, dst):
    index = field(m, it, ITERATOR_INDEX)
    if index == EXHAUSTED:
        return 0
    s = field(m, it, ITERATOR_SOURCE)
    if field(m, s, SET_LENGTH) != field(m, it, ITERATOR_END):
        set_field(m, it, ITERATOR_END, -2)
        return fail(m, Failure.DICT_CHANGED, s, NONE)
    i = index >> 1
    used = field(m, s, SET_USED) >> 1
    at = field(m, s, SET_ENTRIES) - 1 + ARRAY_ITEMS * 8 + i * 16 + 8
    while i < used and load(m, at) == UNBOUND:
        i += 1
        at += 16
    if i >= used:
        set_field(m, it, ITERATOR_INDEX, EXHAUSTED)
        return 0
    set_field(m, it, ITERATOR_INDEX, (i + 1) << 1)
    store(m, dst, load(m, at))
    return 1


@kernel("i8(i8, i8, i8)")
def zip_step(m, it, dst):
    sources = field(m, it, ITERATOR_SOURCE)
    n = tuple_length(m, sources)
    if n == 0:
        return 0
    items = new_tuple(m, n)
    at = tuple_items_at(items)
    for i in range(n):
        outcome = iterator_step(m, tuple_item(m, sources, i), at + i * 8)
        if outcome != 1:
            return outcome
    store(m, dst, items)
    return 1


@kernel("i8(i8, i8, i8)")
def enumerate_step(m, it, dst):
    pair = new_tuple(m, 2)
    at = tuple_items_at(pair)
    outcome = iterator_step(m, field(m, it, ITERATOR_SOURCE), at + 8)
    if outcome != 1:
        return outcome
    count = field(m, it, ITERATOR_INDEX)
    store(m, at, count)
    set_field(m, it, ITERATOR_INDEX, count + 2)
    store(m, dst, pair)
    return 1


@kernel("i8(i8, i8, i8, i8)")
def reversed_step(m, it, n, dst):
    """Step down an index; the number of the item, or -1."""
    index = field(m, it, ITERATOR_INDEX) >> 1
    if index < 0 or index >= n:
        set_field(m, it, ITERATOR_INDEX, -2)
        return -1
    set_field(m, it, ITERATOR_INDEX, (index - 1) << 1)
    return index


@kernel("i8(i8, i8, i8)")
def iterator_step_rare(m, it, dst):
    """``iterator_step`` for the types that are not worth being inline."""
    type_ = field(m, it, ITERATOR_TYPE) >> 1
    source = field(m, it, ITERATOR_SOURCE)
    index = field(m, it, ITERATOR_INDEX) >> 1
    if type_ == ITERATE_SET:
        return set_step(m, it, dst)
    if type_ == ITERATE_BYTES or type_ == ITERATE_BYTEARRAY:
        at = source - 1 + BYTES_DATA * 8
        if type_ == ITERATE_BYTES:
            n = field(m, source, BYTES_LENGTH)
        else:
            n = field(m, source, BYTEARRAY_LENGTH) >> 1
            at = field(m, source, BYTEARRAY_DATA) - 1 + RAW_DATA * 8
        if index >= n:
            set_field(m, it, ITERATOR_INDEX, EXHAUSTED)
            return 0
        set_field(m, it, ITERATOR_INDEX, (index + 1) << 1)
        store(m, dst, load8(m, at + index) << 1)
        return 1
    if type_ == ITERATE_LIST_REVERSED:
        index = reversed_step(m, it, list_length(m, source), dst)
        if index < 0:
            return 0
        store(m, dst, load(m, list_items_at(m, source) + index * 8))
        return 1
    if type_ == ITERATE_TUPLE_REVERSED:
        k = kind(m, source)
        if k == KIND_TUPLE:
            index = reversed_step(m, it, tuple_length(m, source), dst)
            if index < 0:
                return 0
            store(m, dst, tuple_item(m, source, index))
            return 1
        if k == KIND_STR:
            index = reversed_step(m, it, string_length(m, source), dst)
            if index < 0:
                return 0
            store(m, dst, one_char(m, char_at(m, source, index)))
            return 1
        index = reversed_step(m, it, field(m, source, BYTES_LENGTH), dst)
        if index < 0:
            return 0
        store(m, dst, load8(m, source - 1 + BYTES_DATA * 8 + index) << 1)
        return 1
    return DECLINE


@kernel("i8(i8, i8, i8)")
def iterator_step(m, it, dst):
    """Step an ITERATOR: 0 exhausted; 1 the item is stored at `dst`; else a status.

    DECLINE means that only the prelude can step it. Ask for no room: a step takes little, except
    that a zip of very many iterators is never made in kernels.
    """
    type_ = field(m, it, ITERATOR_TYPE) >> 1
    index = field(m, it, ITERATOR_INDEX)
    if type_ == ITERATE_RANGE:
        step = field(m, it, ITERATOR_STEP)
        end = field(m, it, ITERATOR_END)
        if (step > 0 and index >= end) or (step < 0 and index <= end):
            return 0
        set_field(m, it, ITERATOR_INDEX, index + step)
        store(m, dst, index)
        return 1
    if type_ == ITERATE_LIST:
        source = field(m, it, ITERATOR_SOURCE)
        if index >= field(m, source, LIST_LENGTH):
            set_field(m, it, ITERATOR_INDEX, EXHAUSTED)
            return 0
        set_field(m, it, ITERATOR_INDEX, index + 2)
        store(m, dst, load(m, list_items_at(m, source) + index * 4))
        return 1
    if type_ == ITERATE_TUPLE:
        source = field(m, it, ITERATOR_SOURCE)
        if index >= tuple_length(m, source) * 2:
            set_field(m, it, ITERATOR_INDEX, EXHAUSTED)
            return 0
        set_field(m, it, ITERATOR_INDEX, index + 2)
        store(m, dst, load(m, tuple_items_at(source) + index * 4))
        return 1
    if type_ == ITERATE_STR:
        source = field(m, it, ITERATOR_SOURCE)
        if index >= string_length(m, source) * 2:
            set_field(m, it, ITERATOR_INDEX, EXHAUSTED)
            return 0
        set_field(m, it, ITERATOR_INDEX, index + 2)
        store(m, dst, one_char(m, char_at(m, source, index >> 1)))
        return 1
    if type_ >= ITERATE_DICT_KEYS and type_ <= ITERATE_DICT_ITEMS:
        return dict_step(m, it, type_, dst)
    if type_ == ITERATE_ENUMERATE:
        return enumerate_step(m, it, dst)
    if type_ == ITERATE_ZIP:
        return zip_step(m, it, dst)
    if type_ >= ITERATE_DICT_REVERSED and type_ < ITERATE_SEQUENCE:
        return dict_step(m, it, type_, dst)
    return iterator_step_rare(m, it, dst)


@kernel("i8(i8, i8, i8)")
def for_next_slow(m, base, insn):
    """FOR_NEXT over anything but a generator: NEXT, RELOAD (exhausted), CALL, FAIL."""
    it = get_a(m, base, insn)
    k = kind_of(m, it)
    if k == KIND_ITERATOR:
        outcome = iterator_step(m, it, at_b(base, insn))
        if outcome == 1:
            return NEXT
        if outcome == 0:
            set_word(m, 0, STATE_PC, word(m, 0, STATE_PC) + signed_c(insn) * 8)
            return RELOAD
        if outcome != DECLINE:
            return outcome
    set_word(m, 0, STATE_ARGUMENT_0, it)
    return call_special(m, NAME_NEXT, Helper.NEXT, 1, RETURN_NEXT, at_b(base, insn))


# ---------------------------------------------------------------- sizes beforehand
@kernel("i8(i8, i8)")
def iteration_bound(m, it):
    """The most items that an iterator of kernels can still give, if nothing changes."""
    type_ = field(m, it, ITERATOR_TYPE) >> 1
    source = field(m, it, ITERATOR_SOURCE)
    index = field(m, it, ITERATOR_INDEX) >> 1
    n = 0
    if type_ == ITERATE_LIST:
        n = list_length(m, source) - index
    elif type_ == ITERATE_TUPLE:
        n = tuple_length(m, source) - index
    elif type_ == ITERATE_RANGE:
        step = field(m, it, ITERATOR_STEP) >> 1
        end = field(m, it, ITERATOR_END) >> 1
        if step > 0:
            n = (end - index + step - 1) // step
        else:
            n = (index - end - step - 1) // -step
    elif type_ == ITERATE_STR:
        n = string_length(m, source) - index
    elif type_ == ITERATE_SET:
        n = field(m, it, ITERATOR_END) >> 1
    elif type_ == ITERATE_BYTES:
        n = field(m, source, BYTES_LENGTH) - index
    elif type_ == ITERATE_BYTEARRAY:
        n = (field(m, source, BYTEARRAY_LENGTH) >> 1) - index
    elif type_ == ITERATE_ENUMERATE or type_ == ITERATE_ZIP:
        n = nested_bound(m, type_, source)
    elif type_ == ITERATE_LIST_REVERSED or type_ == ITERATE_TUPLE_REVERSED:
        n = index + 1
    else:
        n = field(m, it, ITERATOR_STEP) >> 1
    if n < 0:
        return 0
    return n


@kernel("i8(i8, i8)")
def iteration_words(m, it):
    """Words of heap that one step allocates at most."""
    type_ = field(m, it, ITERATOR_TYPE) >> 1
    if type_ == ITERATE_DICT_ITEMS or type_ == ITERATE_DICT_REVERSED + 2:
        return TUPLE_ITEMS + 2
    if type_ == ITERATE_STR or type_ == ITERATE_TUPLE_REVERSED:
        return 4
    if type_ == ITERATE_ENUMERATE or type_ == ITERATE_ZIP:
        return nested_words(m, type_, field(m, it, ITERATOR_SOURCE))
    return 0


@kernel("i8(i8, i8, i8)")
def nested_bound(m, type_, source):
    """``iteration_bound`` of an enumerate or zip."""
    if type_ == ITERATE_ENUMERATE:
        return iteration_bound(m, source)
    n = 0
    for i in range(tuple_length(m, source)):
        each = iteration_bound(m, tuple_item(m, source, i))
        if i == 0 or each < n:
            n = each
    return n


@kernel("i8(i8, i8, i8)")
def nested_words(m, type_, source):
    """``iteration_words`` of an enumerate or zip."""
    if type_ == ITERATE_ENUMERATE:
        return TUPLE_ITEMS + 2 + iteration_words(m, source)
    total = TUPLE_ITEMS + tuple_length(m, source)
    for i in range(tuple_length(m, source)):
        total += iteration_words(m, tuple_item(m, source, i))
    return total


@kernel("i8(i8, i8)", inline=True)
def nesting(m, it):
    """How deep iterators lie inside an iterator."""
    type_ = field(m, it, ITERATOR_TYPE)
    if type_ == ITERATE_ENUMERATE << 1 or type_ == ITERATE_ZIP << 1:
        return field(m, it, ITERATOR_STEP) >> 1
    return 0


# ---------------------------------------------------------------- filling lists
@kernel("i8(i8, i8, i8, i8)")
def list_fill(m, target, it, limit):
    """Append at most `limit` items; room and reserve must be there. 0 exhausted, 1 more, status."""
    n = list_length(m, target)
    at = list_items_at(m, target) + n * 8
    for _ in range(limit):
        outcome = iterator_step(m, it, at)
        if outcome != 1:
            store(m, at, 0)
            return outcome
        n += 1
        at += 8
        set_field(m, target, LIST_LENGTH, n << 1)
    return 1


@kernel("i8(i8, i8, i8)")
def list_extend(m, target, w):
    """``target.extend(w)`` of builtin iterables: NEXT, NEEDS_ROOM, FAIL; DECLINE for others."""
    k = kind_of(m, w)
    if k == KIND_LIST:
        return list_extend_list(m, target, w)
    if k == KIND_TUPLE:
        return list_extend_words(m, target, tuple_items_at(w), tuple_length(m, w))
    it = iterator_of(m, w)
    if it == 0:
        return DECLINE
    # one more than the bound: the last step shows that the iterator is exhausted
    bound = iteration_bound(m, it) + 1
    cost = iteration_words(m, it)
    n_bytes = (bound * (cost + 2) + list_length(m, target) * 2 + 16) * 8
    if not has_room(m, n_bytes):
        return need_room(m, n_bytes)
    status = list_reserve(m, target, list_length(m, target) + bound)
    if status != NEXT:
        return status
    charge(m, bound * (cost + 2) >> 1)
    outcome = list_fill(m, target, it, bound)
    if outcome == 0:
        return NEXT
    if outcome == 1:
        # the iterator grows as it is consumed (it walks this very list): go on, under the meters
        return need_room(m, n_bytes)
    return outcome


@opcode(Op.LIST_EXTEND)
def op_list_extend(m, base, insn):
    target = get_a(m, base, insn)
    w = get_b(m, base, insn)
    status = list_extend(m, target, w)
    if status != DECLINE:
        return status
    k = kind_of(m, w)
    if k == KIND_GENERATOR and not is_plain_generator(m, w):
        k = 0
    function = NONE  # the one to be called, if errors are to name it
    if number_c(insn) != 0:
        function = load(m, at_c(base, insn) - 8)
    if k == 0 or (k < KIND_INSTANCE and k != KIND_CLASS and k != KIND_RANGE):
        return fail(m, Failure.SPREAD_NOT_ITERABLE, function, w)
    return call_helper3(m, Helper.LIST_EXTEND, RETURN_DISCARD, SCRATCH_AT, target, w, function)


@kernel("i8(i8, i8, i8)")
def list_from(m, w, dst):
    """Store at `dst` a new list of what a builtin iterable gives; DECLINE for any other."""
    k = kind_of(m, w)
    n = 0
    if k == KIND_LIST:
        n = list_length(m, w)
    elif k == KIND_TUPLE:
        n = tuple_length(m, w)
    if not has_room(m, n * 8 + 64):
        return need_room(m, n * 8 + 64)
    target = new_list(m, n)
    status = list_extend(m, target, w)
    if status == NEXT:
        store(m, dst, target)
    return status


# ---------------------------------------------------------------- natives
@native("iter")
def native_iter(m, args, n, dst):
    """``iter(object)`` of builtin values and generators."""
    if n != 1:
        return DECLINE
    w = load(m, args)
    it = iterator_of(m, w)
    if it == 0:
        if kind_of(m, w) != KIND_GENERATOR or not is_plain_generator(m, w):
            return DECLINE
        it = w
    store(m, dst, it)
    return NEXT


@native("range.__iter__")
def range_iter(m, args, n, dst):
    r = load(m, args)
    if n != 1 or kind_of(m, r) != KIND_RANGE:
        return DECLINE
    it = iterator_of(m, r)
    if it == 0:
        return DECLINE
    store(m, dst, it)
    return NEXT


@native("next")
def native_next(m, args, n, dst):
    """``next(iterator[, default])`` of iterators that kernels step."""
    it = load(m, args)
    if n < 1 or n > 2 or kind_of(m, it) != KIND_ITERATOR:
        return DECLINE
    outcome = iterator_step(m, it, dst)
    if outcome == 1:
        return NEXT
    if outcome != 0:
        return outcome
    if n == 2:
        store(m, dst, load(m, args + 8))
        return NEXT
    return fail(m, Failure.STOP_ITERATION, NONE, NONE)


@native("iterator_bound")
def native_iterator_bound(m, args, n, dst):
    """For ``__length_hint__``: how many items an iterator of kernels can still give."""
    it = load(m, args)
    if kind_of(m, it) != KIND_ITERATOR or field(m, it, ITERATOR_TYPE) == ITERATE_SEQUENCE << 1:
        return DECLINE
    store(m, dst, int_value(iteration_bound(m, it)))
    return NEXT


@kernel("i8(i8, i8)", inline=True)
def iterator_class(m, type_):
    """The class of iterators of a type."""
    return tuple_item(m, word(m, 0, STATE_CONSTANT_TYPES), TYPE_INDEX_ITERATORS + type_)


@native("enumerate.__new__")
def enumerate_new(m, args, n, dst):
    """``enumerate(iterable, start=0)``; the class comes first."""
    if n < 2 or n > 3 or load(m, args) != iterator_class(m, ITERATE_ENUMERATE):
        return DECLINE
    start = 0
    if n == 3:
        start = load(m, args + 16)
        if (start & 1) != 0 or start > RANGE_REACH or start < -RANGE_REACH:
            return DECLINE
    it = iterator_of(m, load(m, args + 8))
    if it == 0 or nesting(m, it) >= MAX_NESTING:
        return DECLINE
    depth = nesting(m, it) + 1
    store(m, dst, new_iterator(m, ITERATE_ENUMERATE, it, start, 0, depth << 1))
    return NEXT


@native("zip.__new__")
def zip_new(m, args, n, dst):
    """``zip(*iterables)``; the class comes first."""
    if n < 1 or n > 33 or load(m, args) != iterator_class(m, ITERATE_ZIP):
        return DECLINE
    sources = new_tuple(m, n - 1)
    depth = 0
    for i in range(n - 1):
        it = iterator_of(m, load(m, args + 8 + i * 8))
        if it == 0 or nesting(m, it) >= MAX_NESTING:
            return DECLINE
        if nesting(m, it) > depth:
            depth = nesting(m, it)
        set_tuple_item(m, sources, i, it)
    store(m, dst, new_iterator(m, ITERATE_ZIP, sources, 0, 0, (depth + 1) << 1))
    return NEXT


@kernel("i8(i8, i8)")
def reversed_iterator_of(m, w):
    """An iterator over a builtin sequence or dict from its end; 0 for anything else."""
    k = kind_of(m, w)
    if k == KIND_LIST:
        return new_iterator(m, ITERATE_LIST_REVERSED, w, (list_length(m, w) - 1) << 1, 0, 0)
    if k == KIND_TUPLE:
        return new_iterator(m, ITERATE_TUPLE_REVERSED, w, (tuple_length(m, w) - 1) << 1, 0, 0)
    if k == KIND_STR:
        return new_iterator(m, ITERATE_TUPLE_REVERSED, w, (string_length(m, w) - 1) << 1, 0, 0)
    if k == KIND_BYTES:
        last = field(m, w, BYTES_LENGTH) - 1
        return new_iterator(m, ITERATE_TUPLE_REVERSED, w, last << 1, 0, 0)
    if k == KIND_RANGE:
        if not is_small_range(m, w):
            return 0
        start = field(m, w, RANGE_START) >> 1
        step = field(m, w, RANGE_STEP) >> 1
        length = field(m, w, RANGE_LENGTH) >> 1
        if step > RANGE_REACH or step < -RANGE_REACH:
            return 0
        if length == 0:
            return range_iterator(m, NONE, start, start, -step)
        return range_iterator(m, NONE, start + (length - 1) * step, start - step, -step)
    type_ = ITERATE_DICT_REVERSED
    d = w
    if k == KIND_MAPPING_PROXY:
        d = field(m, w, PROXY_DICT)
        k = kind_of(m, d)
    elif k == KIND_DICT_VIEW:
        d = field(m, w, VIEW_DICT)
        type_ += (field(m, w, VIEW_TYPE) >> 1) - ITERATE_DICT_KEYS
        k = kind_of(m, d)
    if k == KIND_DICT:
        n = dict_count(m, d) << 1
        return new_iterator(m, type_, d, field(m, d, DICT_USED) - 2, n, n)
    return 0


@native("reversed.__new__")
def reversed_new(m, args, n, dst):
    """``reversed(sequence)``; the class comes first."""
    if n != 2 or load(m, args) != iterator_class(m, ITERATE_TUPLE_REVERSED):
        return DECLINE
    w = load(m, args + 8)
    it = reversed_iterator_of(m, w)
    if it != 0:
        store(m, dst, it)
        return NEXT
    k = kind_of(m, w)
    if k == 0 or k == KIND_SET or k == KIND_FROZENSET or k == KIND_ITERATOR or k == KIND_GENERATOR:
        return fail(m, Failure.NOT_REVERSIBLE, w, NONE)
    return DECLINE
