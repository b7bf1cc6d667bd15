def greet(name, greeting="Hello", *, punctuation="!"):
    """Say hello."""
    return f"{greeting}, {name}{punctuation}"


print(greet("Ann"), greet("Bo", "Hi"), greet(name="Cy", punctuation="?"), greet.__name__, greet.__doc__)


def nothing():
    pass


def many():
    return 1, 2, 3


print(nothing(), many(), (lambda: 5)(), (lambda x, y=2, *a, **k: (x, y, a, k))(1))


def accumulate(item, bucket=[]):
    bucket.append(item)
    return bucket


print(accumulate(1), accumulate(2), accumulate(3, []), accumulate.__defaults__)
operations = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max}
print([f(7, 3) for f in operations.values()])


def compose(*functions):
    def composed(x):
        for f in reversed(functions):
            x = f(x)
        return x
    return composed


print(compose(str, lambda x: x + 1, abs)(-5), list(map(compose(len, str), [1, 22, 333])))


def recursive_sum(values):
    return 0 if not values else values[0] + recursive_sum(values[1:])


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print(recursive_sum([1, 2, 3, 4]), ackermann(2, 3))
greet.calls = 3
print(greet.calls, callable(greet), callable(3), greet.__kwdefaults__, greet.__qualname__)
def typed(a: int, b: "str" = "x") -> list: return [a, b]
print(typed.__annotations__, typed(1))
