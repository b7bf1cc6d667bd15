"""A weighted graph: shortest paths, components, bridges, spanning tree, colouring."""
import heapq
from collections import Counter, defaultdict, deque
from itertools import combinations, count

EDGES = "a-b:4 a-c:2 b-c:5 b-d:10 c-e:3 e-d:4 d-f:11 g-h:1 h-i:2 g-i:7"


class Graph:
    def __init__(self, text):
        self.edges = {}
        self.near = defaultdict(dict)
        for part in text.split():
            ends, weight = part.split(":")
            a, b = ends.split("-")
            self.edges[a, b] = int(weight)
            self.near[a][b] = self.near[b][a] = int(weight)

    def shortest(self, start, goal):
        best, order = {start: (0, None)}, count()
        queue = [(0, next(order), start)]
        while queue:
            cost, _, node = heapq.heappop(queue)
            if node == goal:
                path = []
                while node is not None:
                    path.append(node)
                    node = best[node][1]
                return cost, "".join(reversed(path))
            for other, weight in self.near[node].items():
                if other not in best or cost + weight < best[other][0]:
                    best[other] = cost + weight, node
                    heapq.heappush(queue, (cost + weight, next(order), other))
        raise LookupError(f"no way from {start} to {goal}")

    def components(self, without=None):
        seen = set()
        for start in sorted(self.near):
            if start in seen:
                continue
            found, todo = [], deque([start])
            seen.add(start)
            while todo:
                node = todo.popleft()
                found.append(node)
                for other in sorted(self.near[node]):
                    if other not in seen and without not in ((node, other), (other, node)):
                        seen.add(other)
                        todo.append(other)
            yield "".join(found)

    def bridges(self):
        whole = len(list(self.components()))
        return [edge for edge in self.edges if len(list(self.components(edge))) > whole]

    def spanning(self):
        parent = {node: node for node in self.near}

        def root(node):
            while parent[node] != node:
                parent[node] = node = parent[parent[node]]
            return node

        for (a, b), weight in sorted(self.edges.items(), key=lambda item: (item[1], item[0])):
            if root(a) != root(b):
                parent[root(a)] = root(b)
                yield a + b, weight

    def colours(self):
        chosen = {}
        for node in sorted(self.near, key=lambda n: (-len(self.near[n]), n)):
            taken = {chosen.get(other) for other in self.near[node]}
            chosen[node] = next(c for c in count() if c not in taken)
        return chosen


graph = Graph(EDGES)
print(graph.shortest("a", "f"), graph.shortest("a", "a"), graph.shortest("i", "g"), list(graph.components()), graph.bridges())
print(list(graph.spanning()), sum(w for _, w in graph.spanning()), graph.colours(), Counter(map(len, graph.near.values())))
try:
    graph.shortest("a", "g")
except LookupError as error:
    print(error)
print([("".join(t), sum(graph.near[x][y] for x, y in combinations(t, 2))) for t in combinations(sorted(graph.near), 3) if all(y in graph.near[x] for x, y in combinations(t, 2))])
