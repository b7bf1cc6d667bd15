class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self._y = y

    @property
    def y(self):
        return ask(self._y)


def look(thing):
    match ask(thing):
        case [a, b] if ask(a) > ask(b):
            return "falling"
        case [a, *rest] if ask(len(rest)):
            return ("list", ask(rest))
        case {"k": value} if ask(value):
            return value
        case str() if ask(False):
            return "never"
        case _:
            return ask("other")


print(look([2, 1]), look([1, 2, 3]), look({"k": 5}), look({"k": 0}), look("s"))
match Point(1, 2):
    case Point(1, y) if ask(y) == 2:
        print("point", y)
