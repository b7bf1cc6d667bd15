"""globals, locals, vars and dir in modules, functions, classes, comprehensions and closures."""
top = 1


def function(a, b=2):
    c = a + b
    before = sorted(locals())
    if False:
        never = 1
    d = [n for n in range(2)]
    return before, sorted(locals()), locals()["c"]


print(function(1), "top" in globals(), globals()["top"], globals() is globals())
globals()["made"] = "by globals"
print(made)
del globals()["made"]
try:
    made
except NameError as error:
    print(error)


def outer(p):
    q = 5

    def inner(r):
        return sorted(locals().items()), p + q + r
    return inner(1), sorted(locals())


print(outer(10)[0], [n for n in outer(1)[1]])


class Body:
    x = 1
    y = 2
    names = sorted(n for n in locals() if not n.startswith("__"))
    locals()["z"] = 3
    seen = "z" in vars()


print(Body.names, Body.z, Body.seen)


def snapshot():
    x = 1
    first = locals()
    x = 2
    first["x"] = 99
    return x, first["x"] in (1, 99)


print(snapshot())


class Thing:
    kind = "thing"

    def __init__(self):
        self.b, self.a = 1, 2

    def method(self):
        return sorted(vars(self)), sorted(locals())

    def __dir__(self):
        return ["zeta", "alpha"]


thing = Thing()
print(thing.method(), dir(thing), vars(thing), vars(Thing)["kind"], [n for n in dir(Thing) if not n.startswith("_")])
vars(thing)["c"] = 3
print(thing.c, thing.__dict__ is vars(thing))
for bad in (lambda: vars(5), lambda: vars(object()), lambda: dir(5, 6), lambda: vars(1, 2)):
    try:
        bad()
    except TypeError as error:
        print(error)
import math
print("pi" in dir(math), "pi" in vars(math), [n for n in dir([]) if n.startswith("re")], [n for n in dir("") if n.startswith("is")][:3], "__add__" in dir(1), dir(type("E", (), {}))[-3:])


def loop():
    for n in range(2):
        value = n * 2
        yield sorted(locals())


print(list(loop()), (lambda a: locals())(5))


class Bad:
    def __dir__(self):
        return 5


try:
    dir(Bad())
except TypeError as error:
    print(error)


def many(*args, **kwargs):
    return locals()


print(many(1, 2, k=3), dir()[:1] == sorted(dir())[:1], "many" in dir())
