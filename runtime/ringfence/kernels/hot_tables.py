"""Handlers of dicts and sets whose keys are small integers or strings.

The look-ups here give up (UNSURE) where a comparison might need more than two such keys, or after so many
probes that they would have to be charged; the kernel of the opcode then starts afresh.
"""

from typing import Final

from ringfence.kernels.dicts import ENTRY_BYTES, dict_append, is_frozen
from ringfence.kernels.direct import direct_in, direct_set_item, get_from_dict
from ringfence.kernels.dispatch import carry_out
from ringfence.kernels.handlers import (
    continuation,
    go_on,
    handler,
    register_b,
    register_c,
    set_register_a,
)
from ringfence.kernels.hashing import hash_int, str_hash
from ringfence.kernels.jit import kernel
from ringfence.kernels.memory import (
    field,
    load,
    load32,
    set_word,
    shift_right,
    store,
    word,
    wrap_add,
)
from ringfence.kernels.objects import kind_of
from ringfence.kernels.probing import (
    FREE_PROBES,
    LINEAR_PROBES,
    PERTURB_SHIFT,
    dict_slots,
    is_str,
    str_same,
)
from ringfence.kernels.registers import number_d
from ringfence.kernels.status import NEXT
from ringfence.kernels.tags import FALSE, TRUE, UNBOUND
from ringfence.layout import (
    DICT_ENTRIES,
    DICT_INDEX,
    KIND_DICT,
    KIND_FROZENSET,
    KIND_SET,
    SET_ENTRIES,
    SET_USED,
    STATE_HEAP_SOFT,
    STATE_HEAP_TOP,
    STATE_PC,
)
from ringfence.opcodes import Op

JUMP_IF_NOT: Final = int(Op.JUMP_IF_NOT)
NO_HASH: Final = 1  # no hash word, those are even
UNSURE: Final = 0


@kernel("i8(i8, i8)", inline=True)
def plain_hash_word(m, key):
    """The hash word of a small integer or string; NO_HASH for other keys."""
    if (key & 1) == 0:
        h = hash_int(key >> 1)
        return wrap_add(h, h)
    if is_str(m, key):
        h = str_hash(m, key)
        return wrap_add(h, h)
    return NO_HASH


@kernel("i8(i8, i8, i8)", inline=True)
def same_hash_same_key(m, found, key):
    """Whether a key of the same hash is the other: 1, 0, or -1 if it is not for this file to say."""
    if (key & 1) == 0:
        return 0 if (found & 1) == 0 else -1
    if is_str(m, found):
        return str_same(m, found, key)
    return -1


@kernel("i8(i8, i8, i8, i8)")
def dict_place(m, d, key, hash_word):
    """Offset of a key's entry; UNSURE; or -1 minus the free index slot if it is not there."""
    start = field(m, d, DICT_INDEX) + 7
    entries = field(m, d, DICT_ENTRIES) + 7 - ENTRY_BYTES
    mask = dict_slots(m, d) - 1
    perturb = hash_word >> 1
    i = perturb & mask
    for _ in range(FREE_PROBES):
        number = load32(m, start + i * 4)
        if number == 0:
            return -1 - i
        at = entries + number * ENTRY_BYTES
        found = load(m, at + 8)
        if found == key:
            return at
        if load(m, at) == hash_word and found != UNBOUND:
            same = same_hash_same_key(m, found, key)
            if same != 0:
                return at if same == 1 else UNSURE
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + perturb + 1) & mask
    return UNSURE


@kernel("i8(i8, i8, i8, i8)", inline=True)
def dict_place_soon(m, d, key, hash_word):
    """As dict_place; where the very key lies at the first probe, as names mostly do, without a call."""
    slots = dict_slots(m, d)
    number = load32(m, field(m, d, DICT_INDEX) + 7 + ((hash_word >> 1) & (slots - 1)) * 4)
    if number != 0:
        at = field(m, d, DICT_ENTRIES) + 7 - ENTRY_BYTES + number * ENTRY_BYTES
        if load(m, at + 8) == key:
            return at
    return dict_place(m, d, key, hash_word)


@kernel("i8(i8, i8, i8, i8)")
def set_place(m, s, key, hash_word):
    """1 if an element is there, -1 if it is not, or UNSURE."""
    start = field(m, s, SET_ENTRIES) + 7
    mask = (field(m, s, SET_USED) >> 1) - 1
    perturb = hash_word >> 1
    i = perturb & mask
    for _ in range(FREE_PROBES):
        at = start + i * 16
        end = at + (LINEAR_PROBES * 16 if i + LINEAR_PROBES <= mask else 0)
        while at <= end:
            stored = load(m, at)
            if stored == hash_word:
                found = load(m, at + 8)
                if found == key:
                    return 1
                if found == UNBOUND:  # a hash of 0, and the slot free
                    return -1
                same = same_hash_same_key(m, found, key)
                if same != 0:
                    return 1 if same == 1 else UNSURE
            elif stored == 0 and load(m, at + 8) == UNBOUND:
                return -1
            at += 16
        perturb = shift_right(perturb, PERTURB_SHIFT)
        i = (i * 5 + 1 + perturb) & mask
    return UNSURE


@kernel("i8(i8, i8, i8)", inline=True)
def quick_contains(m, container, key):
    """``key in container``: 1, -1 for not, or UNSURE."""
    kind = kind_of(m, container)
    if kind != KIND_SET and kind != KIND_DICT and kind != KIND_FROZENSET:
        return UNSURE
    hash_word = plain_hash_word(m, key)
    if hash_word == NO_HASH:
        return UNSURE
    if kind != KIND_DICT:
        return set_place(m, container, key, hash_word)
    at = dict_place_soon(m, container, key, hash_word)
    if at > 0:
        return 1 if load(m, at + 16) != UNBOUND else -1
    return at


@handler(Op.IN)
def hot_in(m, frame, pc, insn, fuel, extra):
    found = quick_contains(m, register_c(frame, insn), register_b(frame, insn))
    if found == UNSURE:
        return direct_in(m, frame, pc, insn, fuel, extra)
    set_register_a(frame, insn, TRUE if found > 0 else FALSE)
    return go_on(m, frame, pc, fuel)


@handler(Op.NOT_IN)
def hot_not_in(m, frame, pc, insn, fuel, extra):
    found = quick_contains(m, register_c(frame, insn), register_b(frame, insn))
    if found == UNSURE:
        return direct_in(m, frame, pc, insn, fuel, extra)
    set_register_a(frame, insn, FALSE if found > 0 else TRUE)
    return go_on(m, frame, pc, fuel)


@kernel("i8(i8, i8, i8)", inline=True)
def after_jump(pc, jump, truth):
    """Where a JUMP_IF or JUMP_IF_NOT before `pc` leads if what it tests is `truth`."""
    wanted = 0 if jump & 255 == JUMP_IF_NOT else 1
    return pc + number_d(jump) * 8 if truth == wanted else pc


@handler(Op.IN_THEN_JUMP)
def in_then_jump(m, frame, pc, insn, fuel, extra):
    found = quick_contains(m, register_c(frame, insn), register_b(frame, insn))
    if found == UNSURE:
        return direct_in(m, frame, pc, insn, fuel, extra)
    truth = 1 if found > 0 else 0
    set_register_a(frame, insn, FALSE + (truth << 3))
    return go_on(m, frame, after_jump(pc + 8, load(m, pc), truth), fuel - 1)


@handler(Op.NOT_IN_THEN_JUMP)
def not_in_then_jump(m, frame, pc, insn, fuel, extra):
    found = quick_contains(m, register_c(frame, insn), register_b(frame, insn))
    if found == UNSURE:
        return direct_in(m, frame, pc, insn, fuel, extra)
    truth = 0 if found > 0 else 1
    set_register_a(frame, insn, FALSE + (truth << 3))
    return go_on(m, frame, after_jump(pc + 8, load(m, pc), truth), fuel - 1)


@continuation
def get_dict_item(m, frame, pc, insn, fuel, d):
    """GET_ITEM of a dict."""
    key = register_c(frame, insn)
    hash_word = plain_hash_word(m, key)
    if hash_word != NO_HASH:
        at = dict_place_soon(m, d, key, hash_word)
        if at > 0:
            value = load(m, at + 16)
            if value != UNBOUND:
                set_register_a(frame, insn, value)
                return go_on(m, frame, pc, fuel)
    return get_from_dict(m, frame, pc, insn, fuel, d)


@continuation
def set_dict_item(m, frame, pc, insn, fuel, d):
    """SET_ITEM of a dict."""
    key = register_b(frame, insn)
    hash_word = plain_hash_word(m, key)
    if hash_word == NO_HASH or is_frozen(m, d):
        return direct_set_item(m, frame, pc, insn, fuel, d)
    at = dict_place_soon(m, d, key, hash_word)
    if at > 0 and load(m, at + 16) != UNBOUND:
        store(m, at + 16, register_c(frame, insn))
        return go_on(m, frame, pc, fuel)
    if at < 0 and word(m, 0, STATE_HEAP_TOP) <= word(m, 0, STATE_HEAP_SOFT):
        status = dict_append(m, d, key, hash_word >> 1, register_c(frame, insn), -1 - at)
        if status == NEXT:
            return go_on(m, frame, pc, fuel)
        set_word(m, 0, STATE_PC, pc)
        return carry_out(m, frame, pc, insn, fuel, status)
    return direct_set_item(m, frame, pc, insn, fuel, d)
