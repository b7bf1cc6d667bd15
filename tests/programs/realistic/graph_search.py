"""Graphs: breadth first, depth first, Dijkstra, topological order, components."""
import heapq
from collections import defaultdict, deque


class Graph:
    def __init__(self, directed=False):
        self.edges = defaultdict(dict)
        self.directed = directed

    def add(self, a, b, weight=1):
        self.edges[a][b] = weight
        self.edges[b]
        if not self.directed:
            self.edges[b][a] = weight
        return self

    def bfs(self, start):
        order, queue, seen = [], deque([start]), {start}
        while queue:
            node = queue.popleft()
            order.append(node)
            for other in sorted(self.edges[node]):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        return order

    def dfs(self, node, seen=None):
        seen = set() if seen is None else seen
        if node in seen:
            return
        seen.add(node)
        yield node
        for other in sorted(self.edges[node]):
            yield from self.dfs(other, seen)

    def dijkstra(self, start):
        distance, before, heap = {start: 0}, {}, [(0, start)]
        while heap:
            d, node = heapq.heappop(heap)
            if d > distance[node]:
                continue
            for other, w in self.edges[node].items():
                if d + w < distance.get(other, float("inf")):
                    distance[other] = d + w
                    before[other] = node
                    heapq.heappush(heap, (d + w, other))
        return distance, before

    def topological(self):
        into = {n: 0 for n in self.edges}
        for targets in self.edges.values():
            for t in targets:
                into[t] += 1
        ready = deque(sorted(n for n, k in into.items() if k == 0))
        out = []
        while ready:
            n = ready.popleft()
            out.append(n)
            for t in sorted(self.edges[n]):
                into[t] -= 1
                if not into[t]:
                    ready.append(t)
        if len(out) != len(into):
            raise ValueError("graph has a cycle")
        return out


def path_to(before, end):
    path = [end]
    while path[-1] in before:
        path.append(before[path[-1]])
    return path[::-1]


g = Graph()
for a, b, w in [("A", "B", 7), ("A", "C", 9), ("A", "F", 14), ("B", "C", 10), ("B", "D", 15), ("C", "D", 11),
                ("C", "F", 2), ("D", "E", 6), ("E", "F", 9)]:
    g.add(a, b, w)
print(g.bfs("A"), list(g.dfs("A")))
distance, before = g.dijkstra("A")
print(distance, path_to(before, "E"))
d = Graph(directed=True)
d.add("shirt", "tie").add("tie", "jacket").add("trousers", "shoes").add("trousers", "jacket").add("socks", "shoes")
print(d.topological())
try:
    d.add("jacket", "shirt").topological()
except ValueError as e:
    print(type(e).__name__, e)
