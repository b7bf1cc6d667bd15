def power_set(items):
    return [[]] if not items else [s + e for s in power_set(items[1:]) for e in ([], [items[0]])]


def flatten(d, prefix=""):
    out = {}
    for k, v in d.items():
        key = f"{prefix}.{k}" if prefix else k
        if isinstance(v, dict):
            out |= flatten(v, key)
        else:
            out[key] = v
    return out


def reduce(f, items, *start):
    it = iter(items)
    total = start[0] if start else next(it)
    for x in it:
        total = f(total, x)
    return total


def curry(f, *bound):
    return lambda *args, **kw: f(*bound, *args, **kw)


def is_even(n): return True if n == 0 else is_odd(n - 1)
def is_odd(n): return False if n == 0 else is_even(n - 1)


def y_combinator(f):
    return (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))


def memo(f, cache={}):
    def inner(*args):
        key = (f.__name__, args)
        if key not in cache:
            cache[key] = f(*args)
        return cache[key]
    return inner


@memo
def paths(r, c):
    return 1 if r == 0 or c == 0 else paths(r - 1, c) + paths(r, c - 1)


print(len(power_set([1, 2, 3, 4])), flatten({"a": 1, "b": {"c": 2, "d": {"e": 3}}}), reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [3, 9, 2], 5))
print(curry(pow, 2)(10), curry(print, "curried", 1)(2, sep="-"), is_even(100), is_odd(7), y_combinator(lambda f: lambda n: 1 if n < 2 else n * f(n - 1))(10))
print(paths(16, 16), (lambda *a, **k: (len(a), sorted(k)))(*range(5), **{"z": 1, "a": 2}), [f(2) for f in (lambda x: x, lambda x: x**2, lambda x: -x)])
print(list(map(lambda f: f("Ab"), [str.upper, str.lower, len, repr, lambda s: s[::-1]])), sorted(map(abs, [-3, 2, -1]), reverse=True))
print((lambda a, b=2, *c, d, e=5, **f: [a, b, c, d, e, f])(1, d=4, g=7), (lambda: (yield 5))().__next__())


def count_calls(f):
    def wrapper(*args):
        wrapper.calls += 1
        return f(*args)
    wrapper.calls = 0
    return wrapper


@count_calls
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(15), fib.calls)


def default_order(a, b=[], *, c={}):
    b.append(a)
    c[a] = len(b)
    return b, c


print(default_order(1), default_order(2), default_order(3, [0]), default_order.__defaults__, default_order.__kwdefaults__)


def outer(x):
    def middle(y):
        def inner(z):
            nonlocal x
            x += z
            return x, y, z
        return inner
    return middle


f = outer(1)(2)
print(f(3), f(4), outer(10)(20)(30))
