"""queue: the queues of threads. There are no threads here: what would wait for ever is an error."""

from _prelude import _generic_alias
from collections import deque as _deque
from heapq import heappop as _heappop, heappush as _heappush
from time import monotonic as _now

__all__ = ["Empty", "Full", "LifoQueue", "PriorityQueue", "Queue", "SimpleQueue"]


class Empty(Exception):
    """Nothing is in the queue."""

    __module__ = "_queue"


class Full(Exception):
    """No room is in the queue."""


class Queue:
    """First in, first out; at most ``maxsize`` items if that is above zero."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self._init(maxsize)

    def _init(self, maxsize):
        self.queue = _deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def qsize(self):
        """How many items are waiting."""
        return self._qsize()

    def empty(self):
        """Whether nothing is waiting."""
        return not self._qsize()

    def full(self):
        """Whether there is no room."""
        return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        """Add an item; a full queue can never get room while its only thread waits."""
        if self.maxsize > 0 and self._qsize() >= self.maxsize:
            _wait(block, timeout, Full, "put")
        self._put(item)
        self.unfinished_tasks += 1

    def get(self, block=True, timeout=None):
        """Take an item; an empty queue can never get one while its only thread waits."""
        if not self._qsize():
            _wait(block, timeout, Empty, "get")
        return self._get()

    def put_nowait(self, item):
        """Add an item or raise Full."""
        return self.put(item, block=False)

    def get_nowait(self):
        """Take an item or raise Empty."""
        return self.get(block=False)

    def task_done(self):
        """One item that was taken is worked off."""
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1

    def join(self):
        """All items must be worked off already: nobody else could."""
        if self.unfinished_tasks:
            raise RuntimeError(
                "join() would wait for ever: there are no threads here to finish "
                f"{self.unfinished_tasks} task(s)")

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


def _wait(block, timeout, error, what):
    if not block:
        raise error
    if timeout is None:
        raise RuntimeError(f"{what}() would wait for ever: there are no threads here")
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    end = _now() + timeout
    while _now() < end:
        pass
    raise error


class PriorityQueue(Queue):
    """The smallest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        _heappush(self.queue, item)

    def _get(self):
        return _heappop(self.queue)


class LifoQueue(Queue):
    """The newest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """First in, first out, without a limit."""

    __module__ = "_queue"

    def __init__(self):
        self._items = _deque()

    def put(self, item, block=True, timeout=None):
        """Add an item."""
        self._items.append(item)

    def put_nowait(self, item):
        """Add an item."""
        self._items.append(item)

    def get(self, block=True, timeout=None):
        """Take an item."""
        if not self._items:
            _wait(block, timeout, Empty, "get")
        return self._items.popleft()

    def get_nowait(self):
        """Take an item or raise Empty."""
        return self.get(False)

    def empty(self):
        """Whether nothing is waiting."""
        return not self._items

    def qsize(self):
        """How many items are waiting."""
        return len(self._items)

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)
