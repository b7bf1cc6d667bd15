class Heap:
    def __init__(self, items=(), key=lambda x: x):
        self.key = key
        self.items = []
        for item in items:
            self.push(item)

    def push(self, item):
        self.items.append(item)
        i = len(self.items) - 1
        while i > 0 and self.key(self.items[i]) < self.key(self.items[(i - 1) // 2]):
            parent = (i - 1) // 2
            self.items[i], self.items[parent] = self.items[parent], self.items[i]
            i = parent

    def pop(self):
        if not self.items:
            raise IndexError("empty heap")
        top, last = self.items[0], self.items.pop()
        if self.items:
            self.items[0] = last
            i = 0
            while True:
                children = [c for c in (2 * i + 1, 2 * i + 2) if c < len(self.items)]
                if not children:
                    break
                best = min(children, key=lambda c: self.key(self.items[c]))
                if self.key(self.items[best]) >= self.key(self.items[i]):
                    break
                self.items[i], self.items[best] = self.items[best], self.items[i]
                i = best
        return top

    def __len__(self):
        return len(self.items)


h = Heap([5, 3, 8, 1, 9, 2])
print([h.pop() for _ in range(len(h))], len(h))
tasks = Heap([("write", 3), ("plan", 1), ("test", 2)], key=lambda t: t[1])
tasks.push(("urgent", 0))
while tasks:
    print(tasks.pop())


def merge(*lists):
    h = Heap(((l[0], i, 0) for i, l in enumerate(lists) if l))
    while h:
        value, which, at = h.pop()
        yield value
        if at + 1 < len(lists[which]):
            h.push((lists[which][at + 1], which, at + 1))


def huffman(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    h = Heap([(n, c, None) for c, n in counts.items()], key=lambda t: (t[0], t[1]))
    while len(h) > 1:
        a, b = h.pop(), h.pop()
        h.push((a[0] + b[0], min(a[1], b[1]), (a, b)))
    codes = {}

    def walk(node, code):
        if node[2]:
            walk(node[2][0], code + "0")
            walk(node[2][1], code + "1")
        else:
            codes[node[1]] = code

    walk(h.pop(), "")
    return codes


print(list(merge([1, 4, 7], [2, 5], [], [3])), huffman("abracadabra"))
try:
    h.pop()
except IndexError as error:
    print(error)
