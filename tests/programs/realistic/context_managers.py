"""Context managers: classes, generators, stacks, suppression, nesting."""
from contextlib import ContextDecorator, ExitStack, contextmanager, nullcontext, redirect_stdout, suppress
import io

log = []


class Transaction:
    def __init__(self, store):
        self.store = store

    def __enter__(self):
        self.backup = dict(self.store)
        return self.store

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.store.clear()
            self.store.update(self.backup)
            log.append(f"rolled back: {error}")
        return isinstance(error, ValueError)


@contextmanager
def section(name, depth=[0]):
    print("  " * depth[0] + f"<{name}>")
    depth[0] += 1
    try:
        yield depth[0]
    except ZeroDivisionError as e:
        print("  " * depth[0] + f"caught {e}")
    finally:
        depth[0] -= 1
        print("  " * depth[0] + f"</{name}>")


class announced(ContextDecorator):
    def __init__(self, what):
        self.what = what

    def __enter__(self):
        print("begin", self.what)

    def __exit__(self, *info):
        print("end", self.what, info[0])


@announced("job")
def job(n):
    return n * 2


store = {"a": 1}
with Transaction(store) as s:
    s["b"] = 2
with Transaction(store) as s:
    s["c"] = 3
    raise ValueError("bad c")
try:
    with Transaction(store) as s:
        del s["a"]
        s["missing"]
except KeyError as e:
    print("escaped", e)
print(store, log)
with section("outer") as d, section("inner") as e:
    print("    at", d, e)
    1 / 0
print(job(21))
with ExitStack() as stack:
    names = [stack.enter_context(section(n)) for n in "xy"]
    stack.callback(print, "callback", sep="!")
    stack.push(lambda *info: print("pushed", info[0]) or True)
    raise RuntimeError("swallowed by the pushed exit")
with suppress(KeyError, IndexError):
    [][1]
with nullcontext(5) as five:
    print(five)
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("hidden")
print(repr(buffer.getvalue()))


@contextmanager
def broken():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


for bad in (broken, twice):
    try:
        with bad():
            pass
    except RuntimeError as e:
        print(e)


class Half:
    def __enter__(self):
        return self


try:
    with Half():
        pass
except (TypeError, AttributeError) as e:
    print(type(e).__name__, e)


def order():
    try:
        with section("return"):
            return "from with"
    finally:
        print("finally")


print(order())
for i in range(3):
    with section(i):
        if i == 1:
            continue
        if i == 2:
            break
