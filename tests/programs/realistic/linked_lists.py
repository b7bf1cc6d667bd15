"""Singly and doubly linked lists, reversal, cycles, merging."""


class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next

    def __repr__(self):
        return f"Node({self.value})"


class LinkedList:
    def __init__(self, values=()):
        self.head, self.size = None, 0
        for v in reversed(list(values)):
            self.head = Node(v, self.head)
            self.size += 1

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __getitem__(self, i):
        if isinstance(i, slice):
            return LinkedList(list(self)[i])
        for k, v in enumerate(self):
            if k == (i if i >= 0 else i + self.size):
                return v
        raise IndexError("linked list index out of range")

    def __str__(self):
        return " -> ".join(map(str, self)) or "empty"

    def reverse(self):
        before, node = None, self.head
        while node:
            node.next, before, node = before, node, node.next
        self.head = before
        return self

    def remove(self, value):
        node, before = self.head, None
        while node and node.value != value:
            before, node = node, node.next
        if node is None:
            raise ValueError(f"{value!r} not in list")
        if before:
            before.next = node.next
        else:
            self.head = node.next
        self.size -= 1


def cycle(head):
    slow = fast = head
    while fast and fast.next:
        slow, fast = slow.next, fast.next.next
        if slow is fast:
            slow = head
            while slow is not fast:
                slow, fast = slow.next, fast.next
            return slow
    return None


x = LinkedList([1, 2, 3, 4])
print(x, len(x), x[-1], x[1:3], x.reverse(), 3 in x, list(reversed(x)), sum(x), max(x))
x.remove(4)
x.remove(2)
print(x, LinkedList(), bool(LinkedList()))
for bad in (lambda: x[9], lambda: x.remove(7)):
    try:
        bad()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
nodes = [Node(i) for i in range(6)]
for a, b in zip(nodes, nodes[1:]):
    a.next = b
print(cycle(nodes[0]))
nodes[-1].next = nodes[2]
print(cycle(nodes[0]))
first, second, *rest = x
print(first, second, rest)
