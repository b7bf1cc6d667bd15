"""Huffman coding there and back; run lengths; LZ78."""
import heapq
from collections import Counter
from itertools import groupby


class Node:
    def __init__(self, weight, symbol=None, left=None, right=None):
        self.weight, self.symbol, self.left, self.right = weight, symbol, left, right

    def __lt__(self, other):
        return (self.weight, self.least()) < (other.weight, other.least())

    def least(self):
        return self.symbol if self.symbol is not None else min(self.left.least(), self.right.least())


def build(text):
    heap = [Node(w, s) for s, w in Counter(text).items()]
    heapq.heapify(heap)
    while len(heap) > 1:
        a, b = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, Node(a.weight + b.weight, None, a, b))
    return heap[0]


def codes(node, prefix=""):
    if node.symbol is not None:
        return {node.symbol: prefix or "0"}
    return codes(node.left, prefix + "0") | codes(node.right, prefix + "1")


def decode(bits, tree):
    out, node = [], tree
    for bit in bits:
        node = node.left if bit == "0" else node.right
        if node.symbol is not None:
            out.append(node.symbol)
            node = tree
    return "".join(out)


text = "she sells sea shells by the sea shore"
tree = build(text)
table = codes(tree)
bits = "".join(table[c] for c in text)
assert decode(bits, tree) == text
for symbol, code in sorted(table.items(), key=lambda kv: (len(kv[1]), kv[1])):
    print(repr(symbol), code)
print(len(bits), len(text) * 8, f"{len(bits) / (len(text) * 8):.2%}")
packed = int("1" + bits, 2).to_bytes((len(bits) + 8) // 8, "big")
print(packed.hex(), bin(int.from_bytes(packed, "big"))[3:] == bits)
print([(k, len(list(g))) for k, g in groupby("aaabccdddd")])


def lz78(text):
    table, out, current = {"": 0}, [], ""
    for c in text:
        if current + c in table:
            current += c
        else:
            out.append((table[current], c))
            table[current + c] = len(table)
            current = ""
    if current:
        out.append((table[current[:-1]], current[-1]))
    return out


def unlz78(pairs):
    table = [""]
    for i, c in pairs:
        table.append(table[i] + c)
    return "".join(table)


pairs = lz78(text * 2)
print(pairs[:12], unlz78(pairs) == text * 2)
