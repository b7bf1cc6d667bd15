"""Functions as objects: attributes, defaults changed at run time, wraps, methods, equality."""
import functools
import types


def greet(name, greeting="hello", *, mark="!"):
    "Say it."
    return f"{greeting} {name}{mark}"


greet.calls = 0
greet.tags = ["a"]
print(greet.__name__, greet.__qualname__, greet.__module__, greet.__doc__, greet.__defaults__, greet.__kwdefaults__, greet.__dict__, greet.__closure__, greet.__annotations__)
greet.__defaults__ = ("hi",)
greet.__kwdefaults__ = {"mark": "?"}
print(greet("you"))
greet.__defaults__ = None
try:
    greet("you")
except TypeError as error:
    print(error)
greet.__name__, greet.__qualname__, greet.__doc__ = "renamed", "some.where", "new doc"
print(greet.__name__, str(greet).split(" at ")[0], greet.__doc__)
for attempt in ("greet.__name__ = 5", "greet.__defaults__ = 5", "greet.__kwdefaults__ = []", "greet.__qualname__ = None", "greet.__annotations__ = 1", "del greet.nothing", "greet.__globals__ = {}", "greet.__closure__ = ()", "len.x = 1", "del greet.__name__"):
    try:
        exec(attempt)
        print("fine:", attempt)
    except (TypeError, AttributeError) as error:
        print(attempt, "->", type(error).__name__, error)


def counter():
    n = 0

    def step(by=1):
        nonlocal n
        n += by
        return n
    return step


step = counter()
print(step(), step(5), step.__closure__[0].cell_contents, step.__code__.co_freevars, type(step.__closure__[0]).__name__)
step.__closure__[0].cell_contents = 100
print(step())


def logged(function):
    @functools.wraps(function, updated=("__dict__",))
    def wrapper(*args, **kwargs):
        wrapper.count += 1
        return function(*args, **kwargs)
    wrapper.count = 0
    return wrapper


@logged
def add(a: int, b: int = 1) -> int:
    "Add."
    return a + b


add.note = "noted"
print(add(1), add(2, 3), add.count, add.__wrapped__.__name__, add.__name__, add.__doc__, add.__annotations__, add.__module__)


class A:
    def method(self): "m doc"
    def other(self): ...
    alias = method
    plus = staticmethod(add)


a, b = A(), A()
print(a.method == a.method, a.method is a.method, a.method == b.method, a.method.__func__ is A.method, a.method.__self__ is a, a.method.__name__, a.method.__doc__, a.alias == a.method, hash(a.method) == hash(a.method))
A.method.tag = "t"
print(a.method.tag, a.plus(1))
try:
    a.method.tag = 5
except AttributeError as error:
    print(error)
bound = types.MethodType(lambda self, x: (self, x), 5)
print(bound(6), bound.__self__, {a.method: 1}[a.method], [1, 2].append.__self__, "ab".upper.__name__, len.__name__, [].append.__qualname__, str.upper.__qualname__, int.__add__.__name__)
print(callable(greet), callable(A), callable(a), (lambda: 0).__name__, (lambda: 0).__qualname__.endswith("<lambda>"))
