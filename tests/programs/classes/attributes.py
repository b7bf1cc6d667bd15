class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


p = Point(1, 2)
p.x += 10
print(p.x, p.y)
try:
    p.z = 3
except AttributeError as error:
    print(error)


class Dynamic:
    def __init__(self):
        self.data = {"known": 1}

    def __getattr__(self, name):
        if name in self.data:
            return self.data[name]
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        if name == "data":
            object.__setattr__(self, name, value)
        else:
            self.data[name] = value

    def __delattr__(self, name):
        del self.data[name]


d = Dynamic()
d.fresh = 2
print(d.known, d.fresh, d.data, getattr(d, "nope", None))
del d.known
print(d.data, hasattr(d, "known"))


class Private:
    def __init__(self):
        self.__secret = 42
        self._hint = 1

    def reveal(self):
        return self.__secret


q = Private()
print(q.reveal(), q._Private__secret, sorted(vars(q)))
for bad in (lambda: q.__secret, lambda: Private.reveal(), lambda: q.reveal(1), lambda: None.x, lambda: (5).x):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


class Logged:
    def __getattribute__(self, name):
        print("get", name)
        return object.__getattribute__(self, name)


logged = Logged()
logged.value = 5
print(logged.value)
