"""Closures, decorators with state, memo, currying, pipelines, recursion."""
import functools
import inspect


def counter(start=0):
    n = start

    def up(by=1):
        nonlocal n
        n += by
        return n

    def reset():
        nonlocal n
        n = start

    return up, reset


def memo(f):
    cache = f.cache = {}

    @functools.wraps(f)
    def inner(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]

    return inner


class CountCalls:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.n = f, 0

    def __call__(self, *a, **k):
        self.n += 1
        return self.f(*a, **k)

    def __get__(self, obj, kind=None):
        return functools.partial(self, obj) if obj else self


def validate(**kinds):
    def decorate(f):
        signature = inspect.signature(f)

        @functools.wraps(f)
        def inner(*a, **k):
            for name, value in signature.bind(*a, **k).arguments.items():
                if name in kinds and not isinstance(value, kinds[name]):
                    raise TypeError(f"{f.__name__}: {name} should be {kinds[name].__name__}")
            return f(*a, **k)

        return inner

    return decorate


def curry(f, *got):
    need = f.__code__.co_argcount
    return lambda *more: f(*got, *more) if len(got) + len(more) >= need else curry(f, *got, *more)


def pipe(*fs):
    return functools.reduce(lambda f, g: lambda x: g(f(x)), fs)


up, reset = counter(10)
print(up(), up(5), reset(), up())


@memo
def fib(n):
    """The n-th."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.__wrapped__.cache), fib.__name__, fib.__doc__)


class A:
    @CountCalls
    def go(self, x): return x + 1


print(A().go(1), A().go(2), A.go.n, A.go.__name__)


@validate(a=int, b=str)
def mix(a, b="x", *rest): return a, b, rest


print(mix(1), mix(2, "y", 3))
for bad in (lambda: mix("1"), lambda: mix(1, b=5), lambda: mix()):
    try:
        bad()
    except TypeError as e:
        print(e)
print(curry(lambda a, b, c: a + b * c)(1)(2)(3), pipe(str.strip, str.upper, lambda s: s + "!")(" hi "), inspect.signature(mix))
print([f() for f in [lambda: i for i in range(3)]], [f() for f in [lambda i=i: i for i in range(3)]])


def extend(v, into=[]):
    into.append(v)
    return into


print(extend(1), extend(2), extend.__defaults__, up.__closure__[0].cell_contents)
y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(y(lambda me: lambda n: 1 if n < 2 else n * me(n - 1))(12), (lambda *a, k=2, **kw: (a, k, kw))(1, 2, k=3, z=4))
x = "global"


def scopes():
    x = "outer"

    class C:
        x = "class"
        got = [x for _ in range(1)]

        def m(self): return x

    return C.got, C().m()


print(scopes(), (lambda: x)())
