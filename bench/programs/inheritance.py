class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    @property
    def label(self):
        return self.name + str(self.sides)


class Square(Shape):
    sides = 4

    def __init__(self, size):
        super().__init__('square')
        self.size = size

    def area(self):
        return self.size * self.size


class Circle(Shape):
    def __init__(self, radius):
        super().__init__('circle')
        self.radius = radius

    def area(self):
        return 3 * self.radius * self.radius


total = 0
letters = 0
for i in range(25_000):
    shape = Square(i % 50) if i % 2 else Circle(i % 30)
    total += shape.area()
    letters += len(shape.label)
print(total, letters)
