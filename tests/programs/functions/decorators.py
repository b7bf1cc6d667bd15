def trace(function):
    def wrapper(*args, **kwargs):
        print(f"call {function.__name__}{args}{kwargs or ''}")
        result = function(*args, **kwargs)
        print(f"  -> {result}")
        return result
    wrapper.__name__ = function.__name__
    return wrapper


def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate


def memoize(function):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = function(n)
        return cache[n]

    wrapper.cache = cache
    return wrapper


@trace
def add(a, b=1):
    return a + b


@repeat(3)
@trace
def hello(name):
    return "hi " + name


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class CountCalls:
    def __init__(self, function):
        self.function = function
        self.count = 0

    def __call__(self, *args):
        self.count += 1
        return self.function(*args)


@CountCalls
def square(x):
    return x * x


print(add(2), add(2, b=5), hello("Bo"))
print(fib(80), len(fib.cache), [square(i) for i in range(4)], square.count)
