"""The prelude's sort, run by CPython: the same comparisons as CPython's own, in the same order."""

import random
import sys
import types
from operator import index
from pathlib import Path

import pytest

import ringfence

SOURCE = Path(ringfence.__file__).parent / "prelude" / "sorting.py"
NAN = float("nan")


@pytest.fixture(scope="module")
def sort():
    """``_sort`` with kernels that decline every sort."""
    kernel = types.ModuleType("_kernel")
    kernel.sort_begin = lambda values, keys, reverse: None
    kernel.sort_step = None
    namespace = {"_index": index}
    sys.modules["_kernel"] = kernel
    try:
        exec(compile(SOURCE.read_text(), str(SOURCE), "exec"), namespace)
    finally:
        del sys.modules["_kernel"]
    return namespace["_sort"]


class Item:
    """Compares by value, keeps a record, and may fail."""

    record: list = []
    fail_at = -1

    def __init__(self, value, tag):
        self.value, self.tag = value, tag

    def __lt__(self, other):
        Item.record.append((self.tag, other.tag))
        if len(Item.record) == Item.fail_at:
            raise KeyError
        return self.value < other.value


def run(sorter, values, reverse, fail_at=-1, by_key=False):
    Item.record, Item.fail_at = [], fail_at
    items = [Item(v, i) for i, v in enumerate(values)]
    key = (lambda item: item) if by_key else None
    failed = False
    try:
        sorter(items, key, reverse)
    except KeyError:
        failed = True
    return [item.tag for item in items], Item.record, failed


def theirs(items, key, reverse):
    items.sort(key=key, reverse=reverse)


def lists():
    r = random.Random(7)
    for n in (0, 1, 2, 3, 10, 63, 64, 65, 100, 200, 700):
        yield [r.random() for _ in range(n)]
        yield [r.randrange(4) for _ in range(n)]
        yield list(range(n, 0, -1))
        yield [i % 50 for i in range(n)]
        half = n // 2
        yield sorted(r.random() for _ in range(half)) + sorted(r.random() for _ in range(half))
        yield [r.choice([NAN, 1.0, 2.0, -1.0]) for _ in range(n)]
        blocks = [list(range(k * 10, k * 10 + 40)) for k in range(n // 40 + 1)]
        r.shuffle(blocks)
        yield [x for b in blocks for x in b]


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("by_key", [False, True])
def test_the_comparisons_are_cpythons(sort, reverse, by_key):
    for values in lists():
        mine = run(sort, values, reverse, by_key=by_key)
        assert mine == run(theirs, values, reverse, by_key=by_key)


def test_a_comparison_that_fails_leaves_what_cpython_leaves(sort):
    r = random.Random(3)
    for n in (5, 70, 300):
        values = [r.randrange(n) for _ in range(n)]
        n_comparisons = len(run(theirs, values, False)[1])
        for fail_at in {1, 2, n_comparisons // 2, n_comparisons * 3 // 4, n_comparisons - 1}:
            for reverse in (False, True):
                mine = run(sort, values, reverse, fail_at)
                assert mine == run(theirs, values, reverse, fail_at)


def test_a_list_changed_while_it_is_sorted_is_an_error(sort):
    values = [3, 1, 2]
    with pytest.raises(ValueError, match="list modified during sort"):
        sort(values, lambda x: values.append(9) or x, False)
    assert values == [1, 2, 3]


def test_a_key_that_cannot_be_computed_leaves_the_list_as_it_was(sort):
    values = [3, 0, 2]
    with pytest.raises(ZeroDivisionError):
        sort(values, lambda x: 1 // x, False)
    assert values == [3, 0, 2]
