"""Values cross in both directions by copy: equal, of the same type, shared where they were."""

import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ringfence import block as blocks
from ringfence import decode, encode
from ringfence import layout as L
from ringfence.errors import MontyConversionError
from ringfence.kernels import dicts, sets


class Bench:
    """A bare block with the few constants that values share."""

    def __init__(self) -> None:
        self.block = blocks.Block()
        words = self.block.words
        words[L.STATE_EMPTY_TUPLE] = self._object(L.KIND_TUPLE, [0])
        words[L.STATE_EMPTY_STRING] = self._object(L.KIND_STR, [0, 0], 1, 1)
        words[L.STATE_EMPTY_BYTES] = self._object(L.KIND_BYTES, [0, 0])
        singles = [
            self._object(L.KIND_STR, [1, 0, n], int(n < 128), 1) for n in range(256)
        ]
        self.constants = encode.Constants(
            words[L.STATE_EMPTY_STRING], words[L.STATE_EMPTY_TUPLE], words[L.STATE_EMPTY_BYTES],
            singles, lambda name: 0, lambda word, field: 0,
        )

    def _object(self, kind: int, fields: list[int], flags: int = 0, aux: int = 0) -> int:
        words = self.block.words
        top = words[L.STATE_HEAP_TOP]
        words[top >> 3] = (len(fields) + 1) << 32 | aux << 16 | flags << 8 | kind
        for i, word in enumerate(fields, (top >> 3) + 1):
            words[i] = word
        words[L.STATE_HEAP_TOP] = top + 8 * (len(fields) + 1)
        return top + 1

    def put(self, *values: Any, hashed: bool = True) -> list[int]:
        words = self.block.words
        top = words[L.STATE_HEAP_TOP]
        made = encode.Encoder(top, self.constants).encode(values)
        words[top >> 3 : (top >> 3) + len(made.words)] = memoryview(made.words)
        words[L.STATE_HEAP_TOP] = top + 8 * len(made.words)
        if hashed:
            for table, is_dict in made.tables:
                (dicts.dict_rebuild if is_dict else sets.set_rebuild)(self.block.address, table)
        return made.values

    def round_trip(self, value: Any) -> Any:
        return decode.Decoder(self.block).decode(self.put(value)[0])


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench()


PLAIN = [
    None, True, False, ..., 0, 1, -1, 2**61, 2**62 - 1, 2**62, -(2**62), -(2**62) - 1, 2**64,
    -(2**200), 0.0, 1.5, 1e300, 5e-324, math.inf, -math.inf, 1 + 2j, "", "a", "é", "abc", "€uro",
    "\U0001f600!", "\ud800", b"", b"bytes", bytearray(b"xy"), bytearray(), (), (1, 2), [], [1, 2, 3],
    [1.5, 1e300], {}, {"a": 1, 2: [3]}, set(), {1, 2.5}, frozenset({1, 2}), range(3), range(10, 0, -2),
    slice(1, None, 2), [[[]]], ({}, [()]), {(1, "x"): {"y": (None,)}}, {frozenset({frozenset({1})})},
]  # fmt: skip


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_a_value_comes_back_equal_and_of_its_type(bench: Bench, value: Any) -> None:
    found = bench.round_trip(value)
    assert found == value
    assert type(found) is type(value)


def test_zeros_and_nan_keep_their_bits(bench: Bench) -> None:
    assert math.copysign(1, bench.round_trip(-0.0)) == -1
    assert math.isnan(bench.round_trip(math.nan))
    assert [math.copysign(1, x) for x in bench.round_trip([0.0, -0.0])] == [1, -1]


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner)
    | st.dictionaries(st.integers(), inner),
    max_leaves=20,
)


@settings(max_examples=60, deadline=None)
@given(values)
def test_any_plain_value_comes_back(value: Any) -> None:
    bench = _shared()
    assert bench.round_trip(value) == value


_made: list[Bench] = []


def _shared() -> Bench:
    if not _made:
        _made.append(Bench())
    return _made[0]


def test_sharing_and_cycles_are_kept(bench: Bench) -> None:
    inner: list[Any] = [1]
    found = bench.round_trip([inner, inner])
    assert found[0] is found[1]
    cycle: list[Any] = []
    cycle.append(cycle)
    found = bench.round_trip(cycle)
    assert found[0] is found
    table: dict[str, Any] = {}
    table["self"] = (table,)
    found = bench.round_trip(table)
    assert found["self"][0] is found


def test_deep_nesting_does_not_recurse(bench: Bench) -> None:
    deep: Any = 0
    for _ in range(100_000):
        deep = (deep,)
    found = bench.round_trip([deep])[0]
    depth = 0
    while found:
        found = found[0]
        depth += 1
    assert depth == 100_000
    while deep:  # taken apart by hand: CPython's own deallocation nests
        deep = deep[0]


def test_order_of_a_dict_is_kept(bench: Bench) -> None:
    value = {f"key{i}": i for i in range(300)}
    assert list(bench.round_trip(value)) == list(value)


def test_subclasses_cross_as_the_builtin_value(bench: Bench) -> None:
    class Text(str):
        pass

    class Number(int):
        pass

    class Table(dict):  # type: ignore[type-arg]
        pass

    found = bench.round_trip([Text("a"), Number(3), Table(a=1), True])
    assert found == ["a", 3, {"a": 1}, True]
    assert [type(x) for x in found] == [str, int, dict, bool]


def test_what_cannot_cross_is_named_with_its_place() -> None:
    culprit = object()
    value = {"cfg": {"items": [1, 2, 3, culprit]}}
    with pytest.raises(encode.Unencodable) as caught:
        encode.Encoder(L.HEAP_A_AT, _shared().constants).encode([value])
    error = encode.conversion_error(value, caught.value.culprit, "inputs")
    assert isinstance(error, MontyConversionError)
    assert str(error).startswith("inputs['cfg']['items'][3]: `object` cannot cross")


def test_a_result_beyond_its_limit_is_refused(bench: Bench) -> None:
    word = bench.put(["x" * 1000] * 3)[0]
    with pytest.raises(decode.TooLarge):
        decode.Decoder(bench.block, 500).decode(word)
    assert decode.Decoder(bench.block, 5000).decode(word) == ["x" * 1000] * 3
