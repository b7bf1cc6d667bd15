graph = {0: [1, 2], 1: [3], 2: [3, 4], 3: [5], 4: [5], 5: []}


def bfs(graph, start):
    seen, queue = [start], [start]
    while queue:
        node = queue.pop(0)
        for n in graph[node]:
            if n not in seen:
                seen.append(n)
                queue.append(n)
    return seen


def dfs(graph, node, seen=None):
    seen = seen if seen is not None else []
    seen.append(node)
    for n in graph[node]:
        if n not in seen:
            dfs(graph, n, seen)
    return seen


def all_paths(graph, start, end, path=()):
    path = path + (start,)
    if start == end:
        yield path
    for n in graph[start]:
        yield from all_paths(graph, n, end, path)


def topological(graph):
    indegree = {n: 0 for n in graph}
    for n in graph:
        for m in graph[n]:
            indegree[m] += 1
    ready = [n for n in graph if indegree[n] == 0]
    order = []
    while ready:
        n = ready.pop()
        order.append(n)
        for m in graph[n]:
            indegree[m] -= 1
            if not indegree[m]:
                ready.append(m)
    return order


def has_cycle(graph):
    state = {}

    def visit(n):
        if state.get(n) == "open":
            return True
        if n in state:
            return False
        state[n] = "open"
        if any(visit(m) for m in graph[n]):
            return True
        state[n] = "done"
        return False

    return any(visit(n) for n in graph)


maze = ["S.#.", "..#.", "#...", "##.E"]


def solve(maze):
    cells = {(r, c): ch for r, row in enumerate(maze) for c, ch in enumerate(row)}
    start = next(p for p, ch in cells.items() if ch == "S")
    frontier, steps = [start], {start: 0}
    for r, c in frontier:
        if cells[r, c] == "E":
            return steps[r, c]
        for p in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
            if cells.get(p, "#") != "#" and p not in steps:
                steps[p] = steps[r, c] + 1
                frontier.append(p)


print(bfs(graph, 0), dfs(graph, 0), list(all_paths(graph, 0, 5)), topological(graph))
print(has_cycle(graph), has_cycle({1: [2], 2: [1]}), solve(maze))
