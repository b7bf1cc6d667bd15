"""Heaps with the largest item first, by the functions that programs borrow from heapq."""

import heapq

heap = [3, 1, 4, 1, 5, 9, 2, 6]
heapq._heapify_max(heap)
print(heap)
print([heapq._heappop_max(heap) for _ in range(3)], heap)
print(heapq._heapreplace_max(heap, 10), heap)
try:
    heapq._heappop_max([])
except IndexError as error:
    print(error)
for wrong in (10, None, "text"):
    try:
        import bisect

        bisect.insort(wrong, 5)
    except TypeError as error:
        print(type(error).__name__)
    except AttributeError as error:
        print(error)
