# Much garbage while much stays reachable: values must survive collections.
class Node:
    def __init__(self, key, payload):
        self.key, self.payload, self.links = key, payload, []


nodes = [Node(i, {"text": f"node {i}", "items": list(range(i % 7))}) for i in range(2000)]
for i, node in enumerate(nodes):
    node.links = [nodes[(i * 7 + k) % 2000] for k in range(3)]
kept = {}
for round_ in range(30):
    garbage = [(i, str(i) * 3, [i] * 5, {"k": i}, i * 1.5, 2**70 + i) for i in range(2000)]
    kept[round_] = garbage[round_ * 10][1:3], f"{garbage[-1][5]}"
    nodes[round_].payload["round"] = [g[0] for g in garbage[:3]]
print(len(kept), kept[3], kept[29], nodes[5].payload, nodes[1999].links[0].key)
print(sum(len(n.payload["items"]) for n in nodes), sum(l.key for n in nodes for l in n.links))
text = ""
for i in range(5000):
    text += chr(97 + i % 26)
print(len(text), text[:30], hash(text) == hash("".join(chr(97 + i % 26) for i in range(5000))))
table = {}
for i in range(30000):
    table[f"key{i % 997}", i % 13] = i
for i in range(0, 997, 2):
    for j in range(13):
        table.pop((f"key{i}", j), None)
print(len(table), sum(table.values()), min(table), max(table, key=table.get))
queue = []
for i in range(20000):
    queue.append([i])
    if len(queue) > 100:
        queue = queue[50:]
print(len(queue), queue[0], queue[-1])


def deep(n):
    return [n, deep(n - 1)] if n else []


nested, depth = deep(400), 0
while nested:
    nested = nested[1]
    depth += 1
print(depth)
generators = [(x * k for x in range(1000)) for k in range(50)]
for g in generators:
    next(g)
waste = [[object() for _ in range(100)] for _ in range(300)]
print(sum(next(g) + next(g) for g in generators), len(waste))
closures = [(lambda a: lambda: (a, i))([i]) for i in range(1000)]
waste = ["x" * 1000 + str(i) for i in range(3000)]
print(closures[10]()[0], closures[999]()[0], len(waste[2999]))
