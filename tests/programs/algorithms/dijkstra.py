def dijkstra(graph, start):
    distances = {node: float("inf") for node in graph}
    distances[start] = 0
    previous = {}
    unvisited = set(graph)
    while unvisited:
        current = min(sorted(unvisited), key=lambda n: distances[n])
        unvisited.remove(current)
        for neighbor, weight in graph[current].items():
            candidate = distances[current] + weight
            if candidate < distances[neighbor]:
                distances[neighbor] = candidate
                previous[neighbor] = current
    return distances, previous


def path_to(previous, start, end):
    path = [end]
    while path[-1] != start:
        path.append(previous[path[-1]])
    return path[::-1]


def floyd_warshall(n, edges):
    inf = float("inf")
    d = [[0 if i == j else inf for j in range(n)] for i in range(n)]
    for a, b, w in edges:
        d[a][b] = w
    for k in range(n):
        for i in range(n):
            for j in range(n):
                d[i][j] = min(d[i][j], d[i][k] + d[k][j])
    return d


graph = {
    "A": {"B": 4, "C": 1},
    "B": {"D": 1},
    "C": {"B": 2, "D": 5},
    "D": {"E": 3},
    "E": {},
    "Z": {"A": 1},
}
distances, previous = dijkstra(graph, "A")
print(distances, path_to(previous, "A", "E"))
for row in floyd_warshall(4, [(0, 1, 3), (1, 2, -2), (0, 2, 5), (2, 3, 2), (3, 1, 1)]):
    print(row)
distances
