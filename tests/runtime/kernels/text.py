"""Call natives of the text kernels on a bare block and compare with CPython."""

from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.kernels import jit
from ringfence.kernels.memory import fill_bytes, load, store
from ringfence.kernels.status import DECLINE, NEXT
from tests.rig import Rig

RIG = Rig()
TOP = RIG.state(L.STATE_HEAP_TOP)
CHARACTERS = " ab \té\xdf\x85\xff\u0130\u2028\ud800\U0001f600\n01xX"
text = st.text(st.sampled_from(CHARACTERS), max_size=40) | st.text(
    st.characters(max_codepoint=255), max_size=30
) | st.text(st.sampled_from("ab"), max_size=60)


def call(name, *values):
    """Call a native; answer a Python value, or DECLINE. What was made is checked and dropped."""
    args = RIG.window(*[RIG.value(v) for v in values])
    dst = L.STACK_AT + 4096
    status = jit.KERNELS[jit.NATIVES[name]][0](RIG.m, args, len(values), dst)
    try:
        if status == DECLINE:
            return DECLINE
        assert status == NEXT, (name, values, status)
        w = RIG.load(dst)
        check(w)
        return RIG.python(w)
    finally:
        drop()


def drop():
    top = RIG.state(L.STATE_HEAP_TOP)
    store(RIG.m, TOP, 0)
    for at in range(top, top + 64, 8):
        assert load(RIG.m, at) == 0, "memory above the top of the heap is zero"
    fill_bytes(RIG.m, TOP, top - TOP, 0)
    RIG.set_state(L.STATE_HEAP_TOP, TOP)


def check(w):
    """Every string is as narrow as can be and knows whether it is ASCII."""
    if w & 7 != 1:
        return
    header = RIG.field(w, 0)
    kind = header & 255
    if kind == L.KIND_STR:
        value = RIG.python(w)
        top = max(map(ord, value), default=0)
        assert header >> 16 & 0xFFFF == (1 if top < 256 else 2 if top < 65536 else 4)
        assert header >> 8 & 255 == (1 if top < 128 else 0)
        size = (header >> 32) * 8 - 24
        used = len(value) * (header >> 16 & 0xFFFF)
        assert size - 8 < used <= size
    elif kind == L.KIND_LIST:
        for i in range(RIG.field(w, 1) >> 1):
            check(RIG.field(RIG.field(w, 2), 1 + i))
    elif kind == L.KIND_TUPLE:
        for i in range(RIG.field(w, 1) >> 1):
            check(RIG.field(w, 2 + i))


def oracle(name, *values):
    """What CPython's method gives; an error stands for DECLINE."""
    owner, _, method = name.partition(".")
    try:
        return getattr({"str": str, "bytes": bytes}[owner], method)(*values)
    except (TypeError, ValueError, IndexError, OverflowError):
        return DECLINE


def agree(name, *values):
    got, wanted = call(name, *values), oracle(name, *values)
    assert (type(got), got) == (type(wanted), wanted), (name, values)
