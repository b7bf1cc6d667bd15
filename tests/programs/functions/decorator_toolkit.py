"""Decorators as classes, with state, stacked, on methods, memoising, registering, validating."""
import functools
import inspect


class Memo:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function, self.cache = function, {}

    def __call__(self, *args):
        if args not in self.cache:
            self.cache[args] = self.function(*args)
        return self.cache[args]

    def __get__(self, instance, owner):
        return self if instance is None else functools.partial(self, instance)


class Registry:
    def __init__(self):
        self.handlers = {}

    def on(self, *events, priority=0):
        def register(function):
            for event in events:
                self.handlers.setdefault(event, []).append((priority, function))
            return function
        return register

    def emit(self, event, *args):
        return [f(*args) for _, f in sorted(self.handlers.get(event, []), key=lambda pair: -pair[0])]


def typed(function):
    sig = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        bound = sig.bind(*args, **kwargs)
        bound.apply_defaults()
        for name, value in bound.arguments.items():
            wanted = sig.parameters[name].annotation
            if wanted is not inspect.Parameter.empty and not isinstance(value, wanted):
                raise TypeError(f"{function.__name__}: {name} must be {wanted.__name__}, not {type(value).__name__}")
        return function(*args, **kwargs)
    return wrapper


def repeat(times=2, /, *, join=None):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            results = [function(*args, **kwargs) for _ in range(times)]
            return join.join(results) if join is not None else results
        return wrapper
    return decorate


registry = Registry()


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Grid:
    @Memo
    def paths(self, r, c):
        return 1 if 0 in (r, c) else self.paths(r - 1, c) + self.paths(r, c - 1)


@registry.on("start", "stop")
def both(name):
    return f"both {name}"


@registry.on("start", priority=5)
@repeat(3, join="-")
def first(name):
    return name[0]


@typed
def scale(value: (int), factor: float = 1.5, *, label: str = "x"):
    return f"{label}{value * factor}"


print(fib(60), len(fib.cache), fib.__name__, fib.__wrapped__ is fib.function)
grid = Grid()
print(grid.paths(6, 6), Grid.paths.__name__)
print(registry.emit("start", "engine"), registry.emit("stop", "x"), registry.emit("nothing"))
print(scale(2), scale(2, 2.0, label="y"))
for call in (lambda: scale("a"), lambda: scale(1, 2), lambda: scale(1, label=5), lambda: scale()):
    try:
        print(call())
    except TypeError as error:
        print(error)
order = []


def mark(name):
    order.append(f"make {name}")
    return lambda f: order.append(f"apply {name}") or f


@mark("outer")
@mark("inner")
class Decorated:
    @mark("m1")
    @staticmethod
    @mark("m2")
    def method():
        return "called"


print(order, Decorated.method(), repeat()(lambda: 1)())
