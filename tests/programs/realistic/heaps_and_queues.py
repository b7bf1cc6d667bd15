"""A binary heap, a heap with changing priorities, k-way merge, running median."""
import heapq
from itertools import count
import random


class MinHeap:
    def __init__(self, values=()):
        self.data = list(values)
        for i in reversed(range(len(self.data) // 2)):
            self._down(i)

    def push(self, value):
        self.data.append(value)
        i = len(self.data) - 1
        while i and self.data[(i - 1) // 2] > self.data[i]:
            self.data[i], self.data[(i - 1) // 2] = self.data[(i - 1) // 2], self.data[i]
            i = (i - 1) // 2

    def pop(self):
        if not self.data:
            raise IndexError("pop from an empty heap")
        self.data[0], self.data[-1] = self.data[-1], self.data[0]
        value = self.data.pop()
        self._down(0)
        return value

    def _down(self, i):
        n = len(self.data)
        while (child := 2 * i + 1) < n:
            if child + 1 < n and self.data[child + 1] < self.data[child]:
                child += 1
            if self.data[i] <= self.data[child]:
                break
            self.data[i], self.data[child] = self.data[child], self.data[i]
            i = child

    def __len__(self):
        return len(self.data)


class Tasks:
    REMOVED = object()

    def __init__(self):
        self.heap, self.entries, self.counter = [], {}, count()

    def add(self, task, priority=0):
        if task in self.entries:
            self.entries.pop(task)[-1] = self.REMOVED
        entry = [priority, next(self.counter), task]
        self.entries[task] = entry
        heapq.heappush(self.heap, entry)

    def pop(self):
        while self.heap:
            _, _, task = heapq.heappop(self.heap)
            if task is not self.REMOVED:
                del self.entries[task]
                return task
        raise KeyError("pop from an empty priority queue")


def medians(values):
    low, high = [], []
    for v in values:
        heapq.heappush(low, -heapq.heappushpop(high, v))
        if len(low) > len(high):
            heapq.heappush(high, -heapq.heappop(low))
        yield high[0] if len(high) > len(low) else (high[0] - low[0]) / 2


random.seed(7)
values = [random.randrange(1000) for _ in range(60)]
h = MinHeap(values)
h.push(-5)
out = [h.pop() for _ in range(len(h))]
assert out == sorted(values + [-5])
print(out[:10], values[:10])
try:
    h.pop()
except IndexError as e:
    print(e)
tasks = Tasks()
for name, p in [("write", 5), ("release", 7), ("spec", 1), ("test", 3), ("write", 0)]:
    tasks.add(name, p)
print([tasks.pop() for _ in range(4)])
try:
    tasks.pop()
except KeyError as e:
    print(e, repr(e))
print(list(medians([5, 15, 1, 3, 8])), list(heapq.merge([1, 4, 9], [2, 3], [5], key=None)))
print(heapq.nlargest(3, values), heapq.nsmallest(3, values, key=lambda v: -v), list(heapq.merge("dca", "fb", reverse=True)))
