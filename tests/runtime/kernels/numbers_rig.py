"""Shared by the tests of numbers: strategies, and a rig that runs operators and natives.

With RINGFENCE_TEST_COMPILED=1 the same tests run on the compiled kernels.
"""

import math
import os
from typing import Any

from hypothesis import strategies as st

from ringfence import layout as L
from ringfence.failures import Failure
from ringfence.kernels import jit, tables
from ringfence.kernels.status import CALL, DECLINE, FAIL, NEEDS_ROOM, NEXT
from tests.rig import Rig
from tests.runtime.kernels.compiled import library

COMPILED = os.environ.get("RINGFENCE_TEST_COMPILED") == "1"
NUMBERS = tables.native_numbers()
REGISTERS = L.STACK_AT + 0x1000
DST = L.STACK_AT + 0x2000

EDGES = [0, 1, -1, 2, 2**31, 2**32, 2**53, 2**53 + 1, 2**61, 2**62 - 1, 2**62, -(2**62), 2**63 - 1,
         2**63, -(2**63), 2**64 - 1, 2**64, 2**96, 2**127, 2**128 - 1, 2**1023, 2**1024]
integers = st.one_of(
    st.sampled_from(EDGES), st.integers(-40, 40), st.integers(-(2**65), 2**65),
    st.integers(-(2**300), 2**300),
    st.builds(lambda n, d, s: s * ((1 << n) + d), st.integers(0, 1100), st.integers(-2, 2),
              st.sampled_from([1, -1])),
)
floats = st.one_of(
    st.floats(), st.sampled_from([0.0, -0.0, 1.0, -1.0, 0.5, 5e-324, 2.0**53, math.inf, -math.inf,
                                  math.nan, 1.7976931348623157e308, 2.2250738585072014e-308]),
    st.integers(-1000, 1000).map(float),
)
numbers = st.one_of(integers, floats, st.booleans())


def same(x: Any, y: Any) -> bool:
    """Equal, of one type, nan like nan, and zeros of one sign."""
    if type(x) is not type(y):
        return False
    if isinstance(x, float):
        if math.isnan(x) or math.isnan(y):
            return math.isnan(x) and math.isnan(y)
        return x == y and math.copysign(1, x) == math.copysign(1, y)
    if isinstance(x, complex):
        return same(x.real, y.real) and same(x.imag, y.imag)
    if isinstance(x, (tuple, list)):
        return len(x) == len(y) and all(map(same, x, y))
    return bool(x == y)


class Failed(Exception):
    """A kernel answered FAIL; args: the failure, its operands as Python values."""


class NumberRig(Rig):
    """A rig that runs operators and natives, and takes complex numbers and dicts of results."""

    def __init__(self) -> None:
        super().__init__()
        self.set_state(L.STATE_HOST_VERSION, 11 << 1)
        classes = [i << 1 for i in range(L.TYPE_INDEX_COUNT)]
        constants = self._object(L.KIND_TUPLE, [len(classes) << 1, *classes])
        self.set_state(L.STATE_CONSTANT_TYPES, constants)
        self._bottom = self.state(L.STATE_HEAP_TOP)

    def clear(self) -> None:
        """Forget every object made since the rig was made."""
        top = self.state(L.STATE_HEAP_TOP)
        for at in range(self._bottom, top, 8):
            self.store(at, 0)
        self.set_state(L.STATE_HEAP_TOP, self._bottom)

    def value(self, x: Any) -> int:
        if x is int or x is float:
            return (L.TYPE_INDEX_INT if x is int else L.TYPE_INDEX_FLOAT) << 1
        if isinstance(x, complex):
            from ringfence.kernels.complexes import new_complex

            return int(new_complex(self.m, x.real, x.imag))
        if isinstance(x, range):
            words = [x.start << 1, x.stop << 1, x.step << 1, len(x) << 1]
            return self._object(L.KIND_RANGE, words)
        return super().value(x)

    def python(self, w: int) -> Any:
        if w & 7 == 1 and self.field(w, 0) & 255 == L.KIND_COMPLEX:
            from ringfence.kernels.complexes import complex_imag, complex_real

            return complex(complex_real(self.m, w), complex_imag(self.m, w))
        return super().python(w)

    def answer(self, status: int, at: int = DST) -> Any:
        """Decode what a kernel left: a value, a mark, or the failure as an exception."""
        if status == NEXT:
            return self.python(self.load(at))
        if status == FAIL:
            failure = Failure(self.state(L.STATE_FAILURE))
            operands = [self.python(self.state(L.STATE_ARGUMENT_0 + i)) for i in range(3)]
            raise Failed(failure, *operands)
        return {DECLINE: "DECLINE", CALL: "CALL", NEEDS_ROOM: "NEEDS_ROOM"}[status]

    def instruction(self, op: int, *values: Any, flags: int = 0) -> Any:
        """Run a cold instruction on values in registers 1 and 2, result in 0."""
        for i, x in enumerate(values, 1):
            self.store(REGISTERS + 8 * i, self.value(x))
        return self.run(op | flags << 8 | 1 << 32 | 2 << 48)

    def run(self, instruction: int) -> Any:
        """Run an instruction word; decode register 0."""
        op = instruction & 255
        if COMPILED:
            status = library().rf_call_opcode(op, self.m, REGISTERS, instruction)
        else:
            status = jit.KERNELS[jit.OPCODES[op]][0](self.m, REGISTERS, instruction)
        return self.answer(status, REGISTERS)

    def native(self, name: str, *values: Any) -> Any:
        """Call a builtin's kernel by its registered name; arithmetic failures as DECLINE."""
        window = self.window(*map(self.value, values))
        if COMPILED:
            number = NUMBERS[name]
            status = library().rf_call_native(number, self.m, window, len(values), DST)
        else:
            status = jit.KERNELS[jit.NATIVES[name]][0](self.m, window, len(values), DST)
        try:
            return self.answer(status)
        except Failed as failed:
            if failed.args[0] in (Failure.ZERO_DIVISION, Failure.INT_TOO_LARGE):
                return "DECLINE"
            raise


def outcome(function: Any, *values: Any) -> Any:
    """What Python answers: the value, or "DECLINE" where it raises (as a trap or a failure)."""
    try:
        return function(*values)
    except (ArithmeticError, ValueError, TypeError):
        return "DECLINE"
