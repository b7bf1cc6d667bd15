"""Every tool of contextlib, with errors passing through."""
import contextlib
import io

log = []


@contextlib.contextmanager
def tag(name):
    log.append(f"<{name}>")
    try:
        yield name
    except LookupError as error:
        log.append(f"{name} saw {error!r}")
        raise
    finally:
        log.append(f"</{name}>")


with tag("a") as a, tag("b"):
    log.append(a)
try:
    with tag("c"):
        raise KeyError("k")
except KeyError:
    pass
print(log)
log.clear()


@tag("deco")
def decorated(n):
    """Doc."""
    return n * 2


print(decorated(4), decorated(5), log, decorated.__name__, decorated.__doc__)
log.clear()
with contextlib.suppress(KeyError, IndexError):
    {}["x"]
with contextlib.suppress():
    pass
out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out):
    print("captured")
print(repr(out.getvalue()))


class Thing:
    def close(self):
        log.append("closed")


with contextlib.closing(Thing()) as thing, contextlib.nullcontext(5) as five:
    log.append(five)
print(log)
log.clear()
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(tag(f"s{n}")) for n in range(2)]
    stack.callback(log.append, "callback")
    stack.push(lambda kind, error, tb: log.append(kind and kind.__name__) or True)
    stack.push(tag("pushed"))
    raise ValueError("swallowed by the pushed function") if names else None
print(log)
log.clear()
with contextlib.ExitStack() as outer:
    with contextlib.ExitStack() as inner:
        inner.callback(log.append, "moved")
        saved = inner.pop_all()
    log.append("inner left")
    outer.enter_context(saved)
print(log)
log.clear()
try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.callback(lambda: {}["k"])
        raise ValueError("body")
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))


class Counter(contextlib.ContextDecorator):
    count = 0

    def __enter__(self):
        self.count += 1
        return self

    def __exit__(self, *exc):
        return False


counter = Counter()


@counter
def counted():
    return counter.count


print(counted(), counted())


class Managed(contextlib.AbstractContextManager):
    def __exit__(self, *details):
        return None


with Managed() as managed:
    print(type(managed).__name__, isinstance(managed, contextlib.AbstractContextManager), isinstance(Thing(), contextlib.AbstractContextManager))


@contextlib.contextmanager
def broken(kind):
    if kind == "none":
        return
    yield 1
    if kind == "twice":
        yield 2


for kind in ("none", "twice"):
    try:
        with broken(kind):
            pass
    except RuntimeError as error:
        print(error)


@contextlib.contextmanager
def stopping():
    yield


try:
    with stopping():
        raise StopIteration("through")
except StopIteration as error:
    print(repr(error))
try:
    with broken("once") as one:
        raise RuntimeError("from the body")
except RuntimeError as error:
    print(error, one)
one_shot = tag("once")
with one_shot:
    pass
try:
    with one_shot:
        pass
except (RuntimeError, AttributeError) as error:
    print(type(error).__name__, error)
