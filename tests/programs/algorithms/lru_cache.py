class Node:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = None


class LRUCache:
    """Least recently used items go first."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.nodes = {}
        self.head, self.tail = Node(), Node()
        self.head.next, self.tail.prev = self.tail, self.head
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.prev.next, node.next.prev = node.next, node.prev

    def _push(self, node):
        node.prev, node.next = self.head, self.head.next
        self.head.next.prev = node
        self.head.next = node

    def get(self, key, default=-1):
        node = self.nodes.get(key)
        if node is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(node)
        self._push(node)
        return node.value

    def put(self, key, value):
        if key in self.nodes:
            self._unlink(self.nodes[key])
        elif len(self.nodes) == self.capacity:
            oldest = self.tail.prev
            self._unlink(oldest)
            del self.nodes[oldest.key]
        self.nodes[key] = node = Node(key, value)
        self._push(node)

    def __repr__(self):
        items, node = [], self.head.next
        while node is not self.tail:
            items.append(f"{node.key}={node.value}")
            node = node.next
        return f"LRU({', '.join(items)})"


cache = LRUCache(2)
cache.put(1, "a")
cache.put(2, "b")
print(cache.get(1), cache)
cache.put(3, "c")
print(cache.get(2), cache.get(3), cache, cache.hits, cache.misses)
big = LRUCache(50)
for i in range(500):
    big.put(i % 70, i)
    big.get(i // 2)
print(big.hits, big.misses, len(big.nodes), list(big.nodes)[:3])
