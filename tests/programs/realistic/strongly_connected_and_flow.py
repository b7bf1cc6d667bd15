"""Tarjan's components, maximum flow, bipartite matching, colouring, page rank."""
from collections import defaultdict, deque


def components(graph):
    index, low, stack, out = {}, {}, [], []

    def visit(v):
        index[v] = low[v] = len(index)
        stack.append(v)
        for w in graph[v]:
            if w not in index:
                visit(w)
                low[v] = min(low[v], low[w])
            elif w in stack:
                low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            at = stack.index(v)
            out.append(sorted(stack[at:]))
            del stack[at:]

    for v in graph:
        if v not in index:
            visit(v)
    return out


def flow(capacity, s, t):
    rest = defaultdict(lambda: defaultdict(int))
    for (a, b), c in capacity.items():
        rest[a][b] += c
        rest[b][a] += 0
    total = 0
    while True:
        before, queue = {s: None}, deque([s])
        while queue and t not in before:
            a = queue.popleft()
            for b, c in rest[a].items():
                if c and b not in before:
                    before[b] = a
                    queue.append(b)
        if t not in before:
            return total
        path, b = [], t
        while before[b] is not None:
            path.append((before[b], b))
            b = before[b]
        least = min(rest[a][b] for a, b in path)
        for a, b in path:
            rest[a][b] -= least
            rest[b][a] += least
        total += least


def matching(wants):
    taken = {}

    def place(p, seen):
        for j in wants[p]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = p
                    return True
        return False

    return sum(place(p, set()) for p in wants), dict(sorted(taken.items()))


print(components({1: [2], 2: [3], 3: [1, 4], 4: [5], 5: [6], 6: [4], 7: [6]}))
print(flow({("s", "a"): 10, ("s", "b"): 10, ("a", "b"): 2, ("a", "c"): 4, ("a", "d"): 8, ("b", "d"): 9, ("d", "c"): 6, ("c", "t"): 10, ("d", "t"): 10}, "s", "t"))
print(matching({"ann": [1, 2], "bob": [1], "cid": [2, 3], "dee": [3]}))
links = {"a": "bc", "b": "c", "c": "a", "d": "c"}
rank = dict.fromkeys(links, 0.25)
for _ in range(40):
    rank = {p: 0.15 / 4 + 0.85 * sum(rank[q] / len(links[q]) for q in links if p in links[q]) for p in links}
print({p: f"{r:.6f}" for p, r in sorted(rank.items(), key=lambda kv: -kv[1])})
