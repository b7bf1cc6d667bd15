class Suppress:
    def __init__(self, *kinds): self.kinds = kinds
    def __enter__(self): return self
    def __exit__(self, kind, value, trace): return kind is not None and issubclass(kind, self.kinds)


class Stack:
    def __init__(self): self.callbacks = []
    def push(self, f, *args): self.callbacks.append((f, args))
    def __enter__(self): return self

    def __exit__(self, *details):
        while self.callbacks:
            f, args = self.callbacks.pop()
            f(*args)


def manager(function):
    class Manager:
        def __init__(self, *args): self.generator = function(*args)
        def __enter__(self): return next(self.generator)

        def __exit__(self, kind, value, trace):
            if kind is None:
                next(self.generator, None)
                return False
            try:
                self.generator.throw(value)
            except StopIteration:
                return True
            except BaseException as error:
                if error is value:
                    return False
                raise
            raise RuntimeError("generator did not stop")

    return Manager


@manager
def tag(name, log):
    log.append(f"<{name}>")
    try:
        yield log
    finally:
        log.append(f"</{name}>")


@manager
def swallowing():
    try:
        yield "value"
    except KeyError as error:
        print("swallowed", error)


with Suppress(KeyError, IndexError):
    {}["x"]
try:
    with Suppress(KeyError):
        [][1]
except IndexError as error:
    print(error)
with Stack() as stack:
    for i in range(3):
        stack.push(print, "callback", i)
log = []
with tag("a", log), tag("b", log) as inner:
    inner.append("text")
print("".join(log))
with swallowing() as v:
    raise KeyError(v)
try:
    with swallowing():
        raise OSError("not swallowed")
except OSError as error:
    print(repr(error))


def generator():
    with tag("g", log):
        yield 1
        yield 2


log.clear()
print(list(generator()), log)


def nested():
    for n in range(3):
        with Suppress(ValueError):
            with tag(n, log):
                if n == 1:
                    raise ValueError
                if n == 2:
                    return f"left at {n}"


print(nested(), log)
result = []
with Suppress(ZeroDivisionError) as s:
    result.append(1)
    result.append(1 / 0)
    result.append(2)
print(result, type(s).__name__)


class Attribute:
    with Suppress(NameError):
        x = 1
        y = undefined
    z = 3


print(hasattr(Attribute, "x"), hasattr(Attribute, "y"), Attribute.z)
d, items = {}, [0, 0]
with tag("t", []) as d["key"], tag("u", []) as items[1], tag("w", [1, 2]) as (first, *rest):
    print(d, items, first, rest)
