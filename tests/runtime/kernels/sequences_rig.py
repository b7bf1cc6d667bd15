"""A rig for the kernels of sequences: natives and item operations called with Python values."""

from typing import Any

from ringfence import layout as L
from ringfence.failures import Failure
from ringfence.kernels import iteration, jit, ranges, slices, status, tags
from tests.rig import Rig

DST = L.STACK_AT + 4096
HEAP_START = L.HEAP_A_AT + (1 << 20)


class Failed(Exception):
    """A kernel answered FAIL: the failure, its operands."""


class Declined(Exception):
    """A kernel answered DECLINE or CALL: Python has to do it."""


class SequenceRig(Rig):
    """A rig with classes by kind (opaque numbers) and a heap that can be emptied."""

    def __init__(self) -> None:
        super().__init__()
        kinds = [k << 1 for k in range(L.KIND_COUNT)]
        self.set_state(L.STATE_TYPES_AT, self._object(L.KIND_TUPLE, [len(kinds) * 2, *kinds]))
        types = [(1000 + k) << 1 for k in range(L.TYPE_INDEX_COUNT)]
        self.set_state(
            L.STATE_CONSTANT_TYPES, self._object(L.KIND_TUPLE, [len(types) * 2, *types])
        )
        self._top = self.state(L.STATE_HEAP_TOP)

    def clear(self) -> None:
        """Empty the heap of what tests have made."""
        top = self.state(L.STATE_HEAP_TOP)
        for at in range(self._top, top, 8):
            self.store(at, 0)
        self.set_state(L.STATE_HEAP_TOP, self._top)

    def slice(self, s: slice) -> int:
        return slices.new_slice(self.m, self.value(s.start), self.value(s.stop), self.value(s.step))

    def value(self, x: Any) -> int:
        if isinstance(x, slice):
            return self.slice(x)
        if isinstance(x, range):
            return ranges.new_range(
                self.m, self.value(x.start), self.value(x.stop), self.value(x.step),
                self.value(len(x)),
            )
        return super().value(x)

    def python(self, w: int) -> Any:
        if w & 7 == 1 and self.field(w, 0) & 255 == L.KIND_RANGE:
            return range(*(self.python(self.field(w, k)) for k in (1, 2, 3)))
        if w & 7 == 1 and self.field(w, 0) & 255 == L.KIND_ITERATOR:
            return list(self.items(w))
        return super().python(w)

    def items(self, it: int) -> Any:
        """Step an iterator to its end."""
        while True:
            outcome = iteration.iterator_step(self.m, it, DST)
            if outcome == 0:
                return
            if outcome != 1:
                self.check(outcome)
            yield self.python(self.load(DST))

    def check(self, answer: int) -> None:
        if answer == status.NEXT:
            return
        if answer == status.FAIL:
            raise Failed(
                Failure(self.state(L.STATE_FAILURE)),
                *(self.state(L.STATE_ARGUMENT_0 + i) for i in range(3)),
            )
        if answer in (status.DECLINE, status.CALL):
            raise Declined
        raise AssertionError(f"status {answer}")

    def word(self, name: str, *words: int) -> int:
        """Call a native with words; the word it answers."""
        body = jit.KERNELS[jit.NATIVES[name]][0]
        self.check(body(self.m, self.window(*words), len(words), DST))
        return self.load(DST)

    def native(self, name: str, *values: Any) -> Any:
        """Call a native with Python values."""
        return self.python(self.word(name, *(self.value(v) for v in values)))

    def type_word(self, kind: int) -> int:
        return kind << 1

    def iterator_type_word(self, type_: int) -> int:
        return (1000 + L.TYPE_INDEX_ITERATORS + type_) << 1


__all__ = ["DST", "Declined", "Failed", "SequenceRig", "tags"]
