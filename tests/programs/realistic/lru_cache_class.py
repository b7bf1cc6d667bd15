"""An LRU cache by ordered dict and by linked list."""
from collections import OrderedDict


class LRU:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = OrderedDict()
        self.hits = self.misses = 0

    def __getitem__(self, key):
        try:
            value = self.data[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self.data.move_to_end(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = value
        self.data.move_to_end(key)
        while len(self.data) > self.capacity:
            self.data.popitem(last=False)

    def __repr__(self):
        return f"LRU({dict(self.data)})"


class Link:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self


class LinkedLRU:
    def __init__(self, capacity):
        self.capacity, self.map, self.root = capacity, {}, Link()

    def _unlink(self, link):
        link.before.after, link.after.before = link.after, link.before

    def _append(self, link):
        last = self.root.before
        last.after = self.root.before = link
        link.before, link.after = last, self.root

    def get(self, key, default=-1):
        link = self.map.get(key)
        if link is None:
            return default
        self._unlink(link)
        self._append(link)
        return link.value

    def put(self, key, value):
        if key in self.map:
            self._unlink(self.map.pop(key))
        elif len(self.map) >= self.capacity:
            oldest = self.root.after
            self._unlink(oldest)
            del self.map[oldest.key]
        self.map[key] = link = Link(key, value)
        self._append(link)

    def __iter__(self):
        link = self.root.after
        while link is not self.root:
            yield link.key, link.value
            link = link.after


cache = LRU(2)
cache["a"] = 1
cache["b"] = 2
print(cache["a"], cache)
cache["c"] = 3
try:
    cache["b"]
except KeyError as e:
    print("missing", e, e.args)
print(cache, cache.hits, cache.misses)
linked = LinkedLRU(3)
for i in range(6):
    linked.put(i % 4, i)
    linked.get(0)
print(list(linked), linked.get(1), linked.get(9), dict(linked))
d = OrderedDict.fromkeys("abcd")
d.move_to_end("b", last=False)
print(d, list(reversed(d)), d == OrderedDict(a=None), d.popitem(), OrderedDict(a=1) == {"a": 1})
