class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def insert(self, value):
        side = "left" if value < self.value else "right"
        child = getattr(self, side)
        if child is None:
            setattr(self, side, Tree(value))
        else:
            child.insert(value)

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

    def height(self):
        return 1 + max((t.height() for t in (self.left, self.right) if t), default=0)

    def __contains__(self, value):
        node = self
        while node:
            if value == node.value:
                return True
            node = node.left if value < node.value else node.right
        return False

    def levels(self):
        level, out = [self], []
        while level:
            out.append([t.value for t in level])
            level = [c for t in level for c in (t.left, t.right) if c]
        return out

    def show(self, depth=0):
        if self.right:
            self.right.show(depth + 1)
        print("  " * depth + str(self.value))
        if self.left:
            self.left.show(depth + 1)


root = Tree(50)
for v in (30, 70, 20, 40, 60, 80, 35, 65):
    root.insert(v)
print(list(root), root.height(), 60 in root, 61 in root, root.levels(), sum(root), max(root))
root.show()


def invert(t):
    if t:
        t.left, t.right = invert(t.right), invert(t.left)
    return t


print(list(invert(root)))
