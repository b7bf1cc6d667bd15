class Stack(list):
    def push(self, x):
        self.append(x)
        return self

    def peek(self):
        return self[-1]


class DefaultDict(dict):
    def __init__(self, factory, *args):
        super().__init__(*args)
        self.factory = factory

    def __missing__(self, key):
        value = self[key] = self.factory()
        return value


class Upper(str):
    def __new__(cls, value):
        return super().__new__(cls, value.upper())

    def shout(self):
        return self + "!"


class Celsius(float):
    def __repr__(self):
        return f"{float(self)}C"


s = Stack([1]).push(2).push(3)
print(s, s.peek(), len(s), s == [1, 2, 3], isinstance(s, list), s[1:], type(s[1:]).__name__, s + [4])
d = DefaultDict(list)
d["a"].append(1)
d["a"].append(2)
print(d, d["b"], len(d), d.get("zz"), "zz" in d, dict(d))
u = Upper("abc")
print(u, u.shout(), u == "ABC", len(u), u.lower(), type(u).__name__, {u: 1}["ABC"])
print(Celsius(3) + 1, Celsius(2.5), [Celsius(1)], sorted([Celsius(3), Celsius(1)]))


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


p = Pair(1, 2)
print(p, p.first, p == (1, 2), p + (3,), hash(p) == hash((1, 2)))


class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class NotFound(AppError):
    def __init__(self, what):
        super().__init__(404, f"{what} not found")


try:
    raise NotFound("page")
except AppError as error:
    print(error.code, error, error.args, repr(error), isinstance(error, NotFound))
