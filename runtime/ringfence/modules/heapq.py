"""heapq: being written."""
