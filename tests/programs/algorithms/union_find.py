class UnionFind:
    def __init__(self, items):
        self.parent = {x: x for x in items}
        self.size = {x: 1 for x in self.parent}
        self.groups = len(self.parent)

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
        self.groups -= 1
        return True


def kruskal(nodes, edges):
    sets = UnionFind(nodes)
    return [(a, b, w) for w, a, b in sorted((w, a, b) for a, b, w in edges) if sets.union(a, b)]


tree = kruskal("ABCDE", [("A", "B", 4), ("A", "C", 1), ("C", "B", 2), ("B", "D", 5), ("C", "D", 8), ("D", "E", 3)])
print(tree, sum(w for *_, w in tree))
sets = UnionFind(range(10))
for a, b in [(0, 1), (2, 3), (1, 3), (4, 5), (9, 4), (0, 2)]:
    print(sets.union(a, b), end=" ")
print(sets.groups, sets.find(3) == sets.find(0), sets.find(9) == sets.find(0))
clusters = {}
for x in range(10):
    clusters.setdefault(sets.find(x), []).append(x)
print(sorted(clusters.values()))
