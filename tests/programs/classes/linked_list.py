class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, values=()):
        self.head = None
        self.size = 0
        for v in reversed(list(values)):
            self.push(v)

    def push(self, value):
        self.head = Node(value, self.head)
        self.size += 1

    def pop(self):
        if self.head is None:
            raise IndexError("pop from empty list")
        value, self.head = self.head.value, self.head.next
        self.size -= 1
        return value

    def reverse(self):
        previous, current = None, self.head
        while current:
            current.next, previous, current = previous, current, current.next
        self.head = previous

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size

    def __contains__(self, value):
        return any(v == value for v in self)

    def __getitem__(self, index):
        for i, v in enumerate(self):
            if i == index:
                return v
        raise IndexError(index)

    def __str__(self):
        return " -> ".join(map(str, self))


numbers = LinkedList([1, 2, 3])
numbers.push(0)
print(numbers, len(numbers), 2 in numbers, 9 in numbers, numbers[1])
numbers.reverse()
print(numbers, numbers.pop(), list(numbers), sorted(numbers), max(numbers))
print(bool(LinkedList()), [*numbers], sum(numbers))
try:
    LinkedList().pop()
except IndexError as error:
    print(repr(error))
