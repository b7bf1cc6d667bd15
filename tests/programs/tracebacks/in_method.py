class Stack:
    def __init__(self):
        self.items = []

    def pop(self):
        if not self.items:
            raise IndexError("pop from an empty stack")
        return self.items.pop()


class Machine:
    def __init__(self):
        self.stack = Stack()

    def run(self, program):
        for operation in program:
            getattr(self, operation)()

    def add(self):
        a, b = self.stack.pop(), self.stack.pop()
        self.stack.items.append(a + b)


machine = Machine()
machine.stack.items = [1, 2]
machine.run(["add", "add"])
