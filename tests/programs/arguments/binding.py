def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(f(1, c=3), f(1, 5, 6, 7, c=8, e=9), f(*[1, 2], **{"c": 3, "z": 26}))
print(f(c=1, a=2), f(1, *(2, 3), *[4], c=5, **{"d": 6}, **{"q": 7}))


def positional(a, b, /, c, *, d):
    return a, b, c, d


print(positional(1, 2, 3, d=4), positional(1, 2, c=3, d=4))


def collect(*args, **kwargs):
    return args, kwargs


print(collect(), collect(1, x=2), collect(*"ab", **{"k": 1}), collect(*range(3), **dict(y=1)))


def shadow(self, /, **kwargs):
    return self, kwargs


print(shadow(1, self=2))
calls = [
    lambda: f(),
    lambda: f(1),
    lambda: f(1, 2, c=3, a=4),
    lambda: positional(1, b=2, c=3, d=4),
    lambda: positional(1, 2, 3, 4),
    lambda: positional(1, 2, 3),
    lambda: positional(1, 2, 3, d=4, e=5),
    lambda: (lambda: 0)(1),
    lambda: (lambda x, y: 0)(1),
    lambda: (lambda x, y, z: 0)(),
    lambda: (lambda x=1: 0)(1, 2),
    lambda: (lambda *, k: 0)(),
    lambda: f(1, **{"c": 1}, **{"c": 2}),
    lambda: f(*5),
    lambda: f(**5),
    lambda: 5(),
    lambda: f(**{1: 2}),
    lambda: len(),
    lambda: len([], []),
    lambda: int("1", foo=2),
]
for call in calls:
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
