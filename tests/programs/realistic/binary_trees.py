"""Search trees, AVL rotation, traversals, serialization."""
from collections import deque


class Tree:
    def __init__(self, key):
        self.key, self.left, self.right, self.height = key, None, None, 1


def height(t):
    return t.height if t else 0


def fix(t):
    t.height = 1 + max(height(t.left), height(t.right))
    return t


def right(t):
    up = t.left
    t.left, up.right = up.right, t
    fix(t)
    return fix(up)


def left(t):
    up = t.right
    t.right, up.left = up.left, t
    fix(t)
    return fix(up)


def insert(t, key):
    if t is None:
        return Tree(key)
    if key == t.key:
        return t
    if key < t.key:
        t.left = insert(t.left, key)
    else:
        t.right = insert(t.right, key)
    fix(t)
    lean = height(t.left) - height(t.right)
    if lean > 1:
        if key > t.left.key:
            t.left = left(t.left)
        return right(t)
    if lean < -1:
        if key < t.right.key:
            t.right = right(t.right)
        return left(t)
    return t


def inorder(t):
    if t:
        yield from inorder(t.left)
        yield t.key
        yield from inorder(t.right)


def levels(t):
    queue, out = deque([(t, 0)]), []
    while queue:
        node, depth = queue.popleft()
        if node:
            if depth == len(out):
                out.append([])
            out[depth].append(node.key)
            queue.extend([(node.left, depth + 1), (node.right, depth + 1)])
    return out


def dump(t):
    return f"{t.key}({dump(t.left)},{dump(t.right)})" if t else "-"


def ancestor(t, a, b):
    while not min(a, b) <= t.key <= max(a, b):
        t = t.left if a < t.key else t.right
    return t.key


t = None
for k in range(1, 16):
    t = insert(t, k)
print(levels(t), t.height, list(inorder(t)) == list(range(1, 16)))
t = None
for k in [50, 20, 60, 10, 8, 15, 32, 46, 11, 48]:
    t = insert(t, k)
print(dump(t), ancestor(t, 8, 15), ancestor(t, 32, 60))
stack, node, out = [], t, []
while stack or node:
    while node:
        stack.append(node)
        node = node.left
    node = stack.pop()
    out.append(node.key)
    node = node.right
print(out)
