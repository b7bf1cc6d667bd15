class Base:
    def __init__(self):
        self.log = ["Base"]

    def name(self):
        return "base"

    def describe(self):
        return f"I am {self.name()}"


class Left(Base):
    def __init__(self):
        super().__init__()
        self.log.append("Left")

    def name(self):
        return "left/" + super().name()


class Right(Base):
    def __init__(self):
        super().__init__()
        self.log.append("Right")

    def name(self):
        return "right/" + super().name()


class Bottom(Left, Right):
    def __init__(self):
        super().__init__()
        self.log.append("Bottom")

    def name(self):
        return "bottom/" + super().name()


b = Bottom()
print(b.describe(), b.log, [c.__name__ for c in Bottom.__mro__])
print(isinstance(b, Right), issubclass(Bottom, Base), issubclass(Left, Right), isinstance(b, (int, Left)))
print(super(Left, b).name(), Base.name(b), Bottom.__base__.__name__)
try:
    class Broken(Base, Left):
        pass
except TypeError as error:
    print(str(error).split("\n")[0])


class Shape:
    def area(self):
        raise NotImplementedError("subclass must implement")

    def __lt__(self, other):
        return self.area() < other.area()

    def __repr__(self):
        return f"{type(self).__name__}({self.area():.1f})"


class Square(Shape):
    def __init__(self, side): self.side = side
    def area(self): return self.side**2


class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return 3.14159 * self.r**2


print(sorted([Square(3), Circle(1), Square(1.5)]), max(Square(2), Circle(2)))
try:
    Shape().area()
except NotImplementedError as error:
    print(repr(error))
