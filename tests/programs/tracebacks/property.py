class Circle:
    def __init__(self, radius):
        self.radius = radius

    @property
    def area(self):
        return 3 * self.radius ** self.power


print(Circle(1).radius)
Circle(2).area
