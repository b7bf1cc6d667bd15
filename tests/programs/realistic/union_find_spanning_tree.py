"""Union-find and Kruskal's spanning tree; Floyd-Warshall; Bellman-Ford."""


class UnionFind:
    __slots__ = ("parent", "size", "count")

    def __init__(self, items):
        self.parent = {i: i for i in items}
        self.size = dict.fromkeys(self.parent, 1)
        self.count = len(self.parent)

    def find(self, x):
        while self.parent[x] != x:
            self.parent[x] = self.parent[self.parent[x]]
            x = self.parent[x]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.parent[b] = a
        self.size[a] += self.size[b]
        self.count -= 1
        return True

    def __len__(self):
        return self.count


edges = [("a", "b", 4), ("a", "h", 8), ("b", "h", 11), ("b", "c", 8), ("h", "i", 7), ("h", "g", 1), ("i", "g", 6),
         ("c", "i", 2), ("c", "d", 7), ("c", "f", 4), ("g", "f", 2), ("d", "f", 14), ("d", "e", 9), ("f", "e", 10)]
u = UnionFind("abcdefghi")
tree = [e for e in sorted(edges, key=lambda e: e[2]) if u.union(e[0], e[1])]
print(tree, sum(w for *_, w in tree), len(u), bool(u))
INF = float("inf")
nodes = sorted({n for a, b, _ in edges for n in (a, b)})
d = {(a, b): 0 if a == b else INF for a in nodes for b in nodes}
for a, b, w in edges:
    d[a, b] = d[b, a] = w
for k in nodes:
    for i in nodes:
        for j in nodes:
            if d[i, k] + d[k, j] < d[i, j]:
                d[i, j] = d[i, k] + d[k, j]
for n in nodes:
    print(n, *(f"{d[n, m]:3}" for m in nodes))


def bellman_ford(edges, start):
    dist = {start: 0}
    count = len({n for a, b, _ in edges for n in (a, b)})
    for turn in range(count):
        changed = False
        for a, b, w in edges:
            if a in dist and dist[a] + w < dist.get(b, INF):
                dist[b], changed = dist[a] + w, True
        if not changed:
            return dist
    raise ArithmeticError("negative cycle")


print(bellman_ford([(0, 1, -1), (0, 2, 4), (1, 2, 3), (1, 3, 2), (1, 4, 2), (3, 2, 5), (3, 1, 1), (4, 3, -3)], 0))
try:
    bellman_ford([(0, 1, 1), (1, 2, -3), (2, 0, 1)], 0)
except ArithmeticError as e:
    print(repr(e))
try:
    u.extra = 1
except AttributeError as e:
    print(e)
