"""heapq: priority queues kept in lists.

Which item lies where in the list can be seen by programs, so the moves are the documented ones:
a popped root's place is handed down to the smaller child until a leaf, where the last item is put
and moved up again.
"""

from _prelude import _name_of

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest",
           "heappushpop"]


def _move_up(heap, start, at):
    """Move the item at `at` towards the root until its parent is not larger."""
    item = heap[at]
    while at > start:
        above = (at - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[at] = parent
        at = above
    heap[at] = item


def _move_down(heap, at):
    """Fill the place `at` from below, then put its item where it belongs."""
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _move_up(heap, start, at)


def _check(heap, name, place=""):
    if not isinstance(heap, list):
        raise TypeError(f"{name}() argument{place} must be list, not {_name_of(heap)}")


@builtin
def heappush(heap, item, /):
    """Push item onto heap, maintaining the heap invariant."""
    if not isinstance(heap, list):
        _check(heap, "heappush", " 1")
    heap.append(item)
    at = len(heap) - 1
    while at > 0:
        above = (at - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[at] = parent
        at = above
    heap[at] = item


@builtin
def heappop(heap, /):
    """Pop the smallest item off the heap, maintaining the heap invariant."""
    if not isinstance(heap, list):
        _check(heap, "heappop")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _move_down(heap, 0)
    return smallest


@builtin
def heapreplace(heap, item, /):
    """Pop and return the current smallest value, and add the new item."""
    _check(heap, "heapreplace", " 1")
    if not heap:
        raise IndexError("index out of range")
    smallest = heap[0]
    heap[0] = item
    _move_down(heap, 0)
    return smallest


@builtin
def heappushpop(heap, item, /):
    """Push item on the heap, then pop and return the smallest item from the heap."""
    _check(heap, "heappushpop", " 1")
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _move_down(heap, 0)
    return item


@builtin
def heapify(heap, /):
    """Transform list into a heap, in-place, in O(len(heap)) time."""
    _check(heap, "heapify")
    for at in range(len(heap) // 2 - 1, -1, -1):
        _move_down(heap, at)


# heaps whose root is the largest item: not in the documentation, but used by programs
def _largest_up(heap, start, at):
    item = heap[at]
    while at > start:
        above = (at - 1) >> 1
        parent = heap[above]
        if not parent < item:
            break
        heap[at] = parent
        at = above
    heap[at] = item


def _largest_down(heap, at):
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _largest_up(heap, start, at)


@builtin
def _heappop_max(heap, /):
    """Maxheap variant of heappop."""
    _check(heap, "_heappop_max")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    largest = heap[0]
    heap[0] = last
    _largest_down(heap, 0)
    return largest


@builtin
def _heapreplace_max(heap, item, /):
    """Maxheap variant of heapreplace."""
    _check(heap, "_heapreplace_max", " 1")
    if not heap:
        raise IndexError("index out of range")
    largest = heap[0]
    heap[0] = item
    _largest_down(heap, 0)
    return largest


@builtin
def _heapify_max(heap, /):
    """Maxheap variant of heapify."""
    _check(heap, "_heapify_max")
    for at in range(len(heap) // 2 - 1, -1, -1):
        _largest_down(heap, at)


def merge(*iterables, key=None, reverse=False):
    """Merge multiple sorted inputs into a single sorted output."""
    pending = []
    for number, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            pending.append([value if key is None else key(value), number, value, iterator])
            break
    while len(pending) > 1:
        best = pending[0]
        for k in range(1, len(pending)):
            other = pending[k]
            if (best[0] < other[0]) if reverse else (other[0] < best[0]):
                best = other
        yield best[2]
        iterator = best[3]
        for value in iterator:
            best[0] = value if key is None else key(value)
            best[2] = value
            break
        else:
            pending = [other for other in pending if other is not best]
    if pending:
        yield pending[0][2]
        yield from pending[0][3]


def nsmallest(n, iterable, key=None):
    """Find the n smallest elements in a dataset."""
    if n == 1:
        missing = []
        best = min(iterable, default=missing, key=key)
        return [] if best is missing else [best]
    return sorted(iterable, key=key)[:n] if n > 0 else []


def nlargest(n, iterable, key=None):
    """Find the n largest elements in a dataset."""
    if n == 1:
        missing = []
        best = max(iterable, default=missing, key=key)
        return [] if best is missing else [best]
    return sorted(iterable, key=key, reverse=True)[:n] if n > 0 else []
