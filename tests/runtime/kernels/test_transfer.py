"""Rows of numbers and ranges of words, there and back."""

import random
import struct
from array import array

from ringfence import layout as L
from ringfence.block import Block
from ringfence.native.load import library

TO = L.SCRATCH_AT


def row(values: list[int]) -> tuple[array, int]:
    words = array("q", values)
    return words, words.buffer_info()[0] - L.HEAP_A_AT


def bits(values: list[float]) -> list[int]:
    return list(struct.unpack(f"<{len(values)}q", struct.pack(f"<{len(values)}d", *values)))


def test_integers_become_words_and_integers_again() -> None:
    values = [0, 1, -1, 5, (1 << 62) - 1, -(1 << 62)]
    words, m = row(values)
    assert library().rf_tag_integers(m, L.HEAP_A_AT, len(words)) == 1
    assert list(words) == [x << 1 for x in values]
    assert library().rf_untag(m, L.HEAP_A_AT, len(words)) == 1
    assert list(words) == values


def test_an_integer_too_large_leaves_the_row_as_it_was() -> None:
    for large in (1 << 62, -(1 << 62) - 1, (1 << 63) - 1):
        words, m = row([1, 2, large])
        assert library().rf_tag_integers(m, L.HEAP_A_AT, 3) == 0
        assert list(words) == [1, 2, large]


def test_floats_become_words_and_floats_again() -> None:
    values = [1.0, -2.5, 1e10, 3.14, -1e-20, 0.0, -0.0, 5e-324, float("inf")]
    words, m = row(bits(values))
    assert library().rf_tag_floats(m, L.HEAP_A_AT, len(words)) == 1
    assert all(word & 3 == 3 for word in words)
    assert library().rf_untag(m, L.HEAP_A_AT, len(words)) == 2
    assert list(words) == bits(values)


def test_a_float_that_needs_an_object_leaves_the_row_as_it_was() -> None:
    for odd in (1e100, -1e-100):
        given = bits([1.0, odd])
        words, m = row(given)
        assert library().rf_tag_floats(m, L.HEAP_A_AT, 2) == 0
        assert list(words) == given


def test_words_of_two_kinds_are_left_alone() -> None:
    given = [2, 4, 7, 13]
    words, m = row(given)
    assert library().rf_untag(m, L.HEAP_A_AT, 4) == 0
    assert list(words) == given


def there_and_back(values: list[int]) -> int:
    block = Block()
    start, end = L.HEAP_A_AT, L.HEAP_A_AT + 8 * len(values)
    block.words[start >> 3 : end >> 3] = memoryview(array("q", values))
    stop = library().rf_pack(block.address, start, end, TO)
    block.data[start:end] = bytes(end - start)
    assert library().rf_unpack(block.address, TO, stop, start, end) == stop
    assert block.words[start >> 3 : end >> 3].tolist() == values
    if stop > TO:
        assert library().rf_unpack(block.address, TO, stop - 1, start, end) == 0
    return stop - TO


def test_words_are_packed_and_unpacked() -> None:
    generator = random.Random(7)
    edges = [0, 1, -1, 127, 128, -128, -129, (1 << 63) - 1, -(1 << 63)]
    references = [L.HEAP_A_AT + 1, L.HEAP_A_AT + 81, L.BOOT_AT + 1, L.PROGRAM_AT + 801]
    assert there_and_back(edges) > 0
    there_and_back(references)
    there_and_back([])
    for n in (1, 2, 7, 300):
        there_and_back([generator.getrandbits(64) - (1 << 63) >> generator.randrange(64) for _ in range(n)])


def test_small_numbers_take_little_room() -> None:
    assert there_and_back([0] * 1000) == 500
    assert there_and_back([n << 1 for n in range(1000)]) < 2600
