"""``in``: looking for an item, with identity before equality, as containers compare."""

from ringfence.failures import Failure, Helper
from ringfence.kernels.dicts import dict_contains
from ringfence.kernels.equality import (
    EQUAL_FAILED,
    EQUAL_NO,
    EQUAL_PYTHON,
    EQUAL_YES,
    bytes_at,
    bytes_count,
    same,
)
from ringfence.kernels.iteration import iterator_of, iterator_step
from ringfence.kernels.jit import kernel, opcode
from ringfence.kernels.lists import list_items_at
from ringfence.kernels.memory import field, load, load8, set_word, store
from ringfence.kernels.objects import (
    call_helper2,
    charge,
    fail,
    kind,
    kind_of,
    list_length,
    unwrap,
)
from ringfence.kernels.probing import str_same
from ringfence.kernels.ranges import range_find
from ringfence.kernels.registers import at_a, get_b, get_c, put_a
from ringfence.kernels.sets import set_contains
from ringfence.kernels.status import CALL, DECLINE, FAIL, NEXT
from ringfence.kernels.string_search import string_contains
from ringfence.kernels.tags import FALSE, NONE, TRUE, bool_value
from ringfence.kernels.tuples import tuple_items_at
from ringfence.kernels.unpacking import may_iterate_in_python
from ringfence.layout import (
    ITERATE_DICT_KEYS,
    ITERATE_DICT_VALUES,
    KIND_BYTEARRAY,
    KIND_BYTES,
    KIND_DICT,
    KIND_DICT_VIEW,
    KIND_FROZENSET,
    KIND_LIST,
    KIND_MAPPING_PROXY,
    KIND_RANGE,
    KIND_SET,
    KIND_STR,
    KIND_TUPLE,
    PROXY_DICT,
    RETURN_BOOL,
    RETURN_NOT,
    SCRATCH_AT,
    STATE_RESULT_AT,
    STATE_RESULT_KIND,
    STATE_SCRATCH_0,
    VIEW_DICT,
    VIEW_TYPE,
)
from ringfence.opcodes import Op

# what `words_find` answers besides an index
ABSENT = -1
NEEDS_PYTHON = -2
FAILED = -3

OP_NOT_IN = int(Op.NOT_IN)
OP_NOT_IN_THEN_JUMP = int(Op.NOT_IN_THEN_JUMP)


@kernel("i8(i8, i8, i8, i8, i8)")
def words_find(m, at, start, stop, w):
    """Index of the first of the words ``start <= i < stop`` at `at` that is or equals `w`.

    ABSENT; NEEDS_PYTHON: a comparison runs user code (nothing has been changed); FAILED.
    """
    is_text = kind_of(m, w) == KIND_STR
    for i in range(start, stop):
        x = load(m, at + i * 8)
        outcome = EQUAL_NO
        if x == w:
            outcome = EQUAL_YES
        elif is_text:
            if (x & 7) == 1:
                if kind(m, x) == KIND_STR:
                    outcome = EQUAL_YES if str_same(m, x, w) != 0 else EQUAL_NO
                else:
                    outcome = same(m, x, w)
        else:
            outcome = same(m, x, w)
        if outcome == EQUAL_YES:
            charge(m, (i - start) >> 1)
            return i
        if outcome == EQUAL_PYTHON:
            return NEEDS_PYTHON
        if outcome == EQUAL_FAILED:
            return FAILED
    if stop > start:
        charge(m, (stop - start) >> 1)
    return ABSENT


@kernel("i8(i8, i8)")
def found_truth(m, found):
    """Status for what ``words_find`` answers when only presence counts."""
    if found == NEEDS_PYTHON:
        return DECLINE
    if found == FAILED:
        return FAIL
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def byte_contains(m, container, w, dst):
    """``w in container`` for bytes: only numbers; a substring is left to the prelude."""
    if (w & 1) != 0 or w < 0 or w >= 512:
        return DECLINE
    at = bytes_at(m, container)
    n = bytes_count(m, container)
    answer = FALSE
    for i in range(n):
        if load8(m, at + i) == w >> 1:
            answer = TRUE
            break
    charge(m, n >> 3)
    store(m, dst, answer)
    return NEXT


@kernel("i8(i8, i8, i8, i8)")
def contains(m, container, w, dst):
    """Store TRUE or FALSE at `dst`: ``w in container``; DECLINE: Python; else any status."""
    k = kind_of(m, container)
    if k == KIND_LIST or k == KIND_TUPLE:
        at = tuple_items_at(container)
        if k == KIND_LIST:
            at = list_items_at(m, container)
        found = words_find(m, at, 0, list_length(m, container), w)
        store(m, dst, TRUE if found >= 0 else FALSE)
        return found_truth(m, found)
    if k == KIND_DICT:
        return dict_contains(m, container, w, dst)
    if k == KIND_STR:
        text = unwrap(m, w)
        if kind_of(m, text) != KIND_STR:
            return DECLINE
        return string_contains(m, container, text, dst)
    if k == KIND_SET or k == KIND_FROZENSET:
        return set_contains(m, container, w, dst)
    if k == KIND_RANGE:
        found = range_find(m, container, w)
        if found == -2:
            return DECLINE
        store(m, dst, TRUE if found >= 0 else FALSE)
        return NEXT
    if k == KIND_BYTES or k == KIND_BYTEARRAY:
        return byte_contains(m, container, w, dst)
    d = NONE
    if k == KIND_DICT_VIEW and field(m, container, VIEW_TYPE) == ITERATE_DICT_KEYS << 1:
        d = field(m, container, VIEW_DICT)
    elif k == KIND_MAPPING_PROXY:
        d = field(m, container, PROXY_DICT)
    if kind_of(m, d) == KIND_DICT:
        return dict_contains(m, d, w, dst)
    if k == KIND_DICT_VIEW and field(m, container, VIEW_TYPE) == ITERATE_DICT_VALUES << 1:
        return values_contain(m, container, w, dst)
    return DECLINE


@kernel("i8(i8, i8, i8, i8)")
def values_contain(m, view, w, dst):
    """``w in d.values()``."""
    it = iterator_of(m, view)
    if it == 0:
        return DECLINE
    while True:
        outcome = iterator_step(m, it, SCRATCH_AT)
        if outcome == 0:
            store(m, dst, FALSE)
            return NEXT
        if outcome != 1:
            return outcome
        charge(m, 1)
        equality = same(m, load(m, SCRATCH_AT), w)
        if equality == EQUAL_YES:
            store(m, dst, TRUE)
            return NEXT
        if equality == EQUAL_PYTHON:
            return DECLINE
        if equality == EQUAL_FAILED:
            return FAIL


@kernel("i8(i8, i8)")
def may_contain(m, w):
    """Whether ``in`` has a meaning for a value, if only by iteration."""
    k = kind_of(m, w)
    if k == KIND_STR or k == KIND_BYTES or k == KIND_BYTEARRAY:
        return 1
    if k == KIND_LIST or k == KIND_TUPLE or k == KIND_DICT or k == KIND_SET or k == KIND_FROZENSET:
        return 1
    return may_iterate_in_python(m, w)


@opcode(Op.IN, Op.NOT_IN, Op.IN_THEN_JUMP, Op.NOT_IN_THEN_JUMP)
def op_in(m, base, insn):
    w = get_b(m, base, insn)
    container = get_c(m, base, insn)
    op = insn & 255
    negated = 1 if op == OP_NOT_IN or op == OP_NOT_IN_THEN_JUMP else 0
    status = contains(m, container, w, STATE_SCRATCH_0 * 8)
    if status == NEXT:
        outcome = 1 if load(m, STATE_SCRATCH_0 * 8) == TRUE else 0
        put_a(m, base, insn, bool_value(outcome ^ negated))
        return NEXT
    result_kind = RETURN_NOT if negated else RETURN_BOOL
    if status == CALL:
        set_word(m, 0, STATE_RESULT_KIND, result_kind)
        set_word(m, 0, STATE_RESULT_AT, at_a(base, insn))
        return CALL
    if status != DECLINE:
        return status
    if not may_contain(m, container):
        return fail(m, Failure.NOT_A_CONTAINER, container, NONE)
    return call_helper2(m, Helper.CONTAINS, result_kind, at_a(base, insn), container, w)
