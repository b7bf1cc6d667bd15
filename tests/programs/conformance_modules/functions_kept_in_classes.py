"""Functions of C modules are not bound when they lie in a class; those in Python are."""

import bisect
import functools
import heapq
import operator
from dataclasses import dataclass
from enum import Enum
from typing import Callable


class Operation(Enum):
    ADD = operator.add
    SUBTRACT = operator.sub
    LARGER = max

    def __call__(self, *args):
        return self.value(*args)


print([member.name for member in Operation], Operation.ADD(2, 3), Operation.LARGER(4, 9))


class Queue:
    push = heapq.heappush
    pop = heapq.heappop
    place = bisect.bisect_left
    fold = functools.reduce

    def __init__(self, items):
        self.heap = []
        for item in items:
            self.push(self.heap, item)

    def drain(self):
        return [self.pop(self.heap) for _ in range(len(self.heap))]


queue = Queue([5, 2, 8, 1])
print(queue.drain(), queue.place([1, 3, 5], 4), queue.fold(operator.mul, [2, 3, 7]))


@dataclass
class Rule:
    name: str
    test: Callable = operator.lt

    def holds(self, a, b):
        return self.test(a, b)


print(Rule("less").holds(1, 2), Rule("more", operator.gt).holds(1, 2))
print(type(heapq.heappush).__name__, type(operator.add).__name__, heapq.heappush)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
