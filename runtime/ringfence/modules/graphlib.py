"""graphlib: the order of a graph's nodes by what they depend on."""

from _prelude import _generic_alias

__all__ = ["CycleError", "TopologicalSorter"]

_WAITING, _OUT, _DONE = 0, 1, 2


class CycleError(ValueError):
    """The graph has a cycle; ``args[1]`` is a list of its nodes, the first one again at the end."""


class _Node:
    __slots__ = ("node", "n_before", "after", "state")

    def __init__(self, node):
        self.node = node
        self.n_before = 0
        self.after = []
        self.state = _WAITING


class TopologicalSorter:
    """Gives each node after all that it depends on."""

    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._n_out = 0
        self._n_finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, node):
        found = self._nodes.get(node)
        if found is None:
            found = self._nodes[node] = _Node(node)
        return found

    def add(self, node, *predecessors):
        """Add a node and what it depends on."""
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        entry = self._node(node)
        entry.n_before += len(predecessors)
        for before in predecessors:
            self._node(before).after.append(node)

    def prepare(self):
        """No more nodes: look for cycles."""
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [entry.node for entry in self._nodes.values() if entry.n_before == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        """The nodes that can be worked on now, as a tuple."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        found = tuple(self._ready)
        for node in found:
            self._nodes[node].state = _OUT
        self._ready.clear()
        self._n_out += len(found)
        return found

    def is_active(self):
        """Whether there is more to be given or finished."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._n_finished < self._n_out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        """Nodes that ``get_ready`` gave are finished."""
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            entry = self._nodes.get(node)
            if entry is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if entry.state == _WAITING:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if entry.state == _DONE:
                raise ValueError(f"node {node!r} was already marked done")
            entry.state = _DONE
            for other in entry.after:
                after = self._nodes[other]
                after.n_before -= 1
                if after.n_before == 0:
                    self._ready.append(other)
            self._n_finished += 1

    def static_order(self):
        """All nodes in one order."""
        self.prepare()
        while self.is_active():
            group = self.get_ready()
            yield from group
            self.done(*group)

    def _find_cycle(self):
        seen = set()
        for start in self._nodes:
            if start in seen:
                continue
            path, place, todo = [], {}, []
            node = start
            while True:
                if node in seen:
                    if node in place:
                        return path[place[node]:] + [node]
                else:
                    seen.add(node)
                    place[node] = len(path)
                    path.append(node)
                    todo.append(iter(self._nodes[node].after))
                found = False
                while path:
                    following = next(todo[-1], _Node)
                    if following is not _Node:
                        node = following
                        found = True
                        break
                    del place[path.pop()]
                    todo.pop()
                if not found:
                    break
        return None

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)
