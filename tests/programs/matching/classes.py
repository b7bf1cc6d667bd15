class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Color:
    RED = 1
    GREEN = 2


class Shape:
    def __init__(self, kind, **attributes):
        self.kind = kind
        for k, v in attributes.items():
            setattr(self, k, v)


def where(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y) | Point(y, 0):
            return f"axis {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "somewhere"
        case Shape(kind="box", size=(w, h)):
            return f"box {w * h}"
        case Shape(kind=k):
            return f"shape {k}"
        case Color.RED:
            return "red"
        case Color.GREEN:
            return "green"
        case [Point(x=a), Point(x=b)]:
            return f"two points {a} {b}"
        case {"at": Point(x, _), "n": int(n) | str(n)}:
            return f"mapped {x} {n}"
        case bool(b):
            return f"bool {b}"


for v in (Point(0, 0), Point(0, 5), Point(4, 0), Point(3, 3), Point(1, 2), Shape("box", size=(2, 3)), Shape("z"),
          1, 2, 3, [Point(1, 2), Point(3, 4)], {"at": Point(9, 1), "n": "s"}, False):
    print(where(v))
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error)
try:
    match Shape("q"):
        case Shape("q"):
            pass
except TypeError as error:
    print(error)


def evaluate(tree):
    match tree:
        case int() | float():
            return tree
        case ("+", left, right):
            return evaluate(left) + evaluate(right)
        case ("*", left, right):
            return evaluate(left) * evaluate(right)
        case ("neg", operand):
            return -evaluate(operand)
        case _:
            raise ValueError(f"bad tree {tree!r}")


print(evaluate(("+", 1, ("*", 2, ("neg", 3.5)))))
try:
    evaluate(("?", 1))
except ValueError as error:
    print(error)
