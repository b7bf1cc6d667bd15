"""with: order, suppressing, errors in enter and exit, targets, lookups on the class, parentheses."""
log = []


class Manager:
    def __init__(self, name, *, enter=None, leave=None, swallow=False, value=None):
        self.name, self.enter, self.leave, self.swallow, self.value = name, enter, leave, swallow, value

    def __enter__(self):
        log.append(f"enter {self.name}")
        if self.enter:
            raise self.enter
        return self.name if self.value is None else self.value

    def __exit__(self, kind, error, trace):
        log.append(f"exit {self.name} {kind.__name__ if kind else None} {error!r} {trace is not None}")
        if self.leave:
            raise self.leave
        return self.swallow


def run(*managers, body=None):
    log.clear()
    try:
        if len(managers) == 1:
            with managers[0] as one:
                log.append(f"body {one}")
                if body:
                    raise body
        else:
            with managers[0] as one, managers[1] as two:
                log.append(f"body {one} {two}")
                if body:
                    raise body
        log.append("after")
    except Exception as error:
        log.append(f"escaped {error!r} from {error.__context__!r}")
    print(log)


M = Manager
run(M("a"))
run(M("a"), body=ValueError("v"))
run(M("a", swallow=True), body=ValueError("v"))
run(M("a"), M("b", swallow=True), body=KeyError("k"))
run(M("a", swallow=True), M("b", leave=TypeError("t")), body=KeyError("k"))
run(M("a"), M("b", enter=OSError("o")))
run(M("a", enter=OSError("o")), M("b"))
run(M("a", leave=RuntimeError("r")))
run(M("a", swallow=1), body=ValueError("v"))
run(M("a", swallow=[]), body=ValueError("v"))
with (M("p") as p, M("q", value=(1, [2, 3])) as (x, [y, z]),):
    log.append((p, x, y, z))
print(log[-3:])
holder = type("Holder", (), {})()
items = [0]
with M("h") as holder.attribute, M("i") as items[0]:
    print(holder.attribute, items)


def leaving(how):
    for n in range(2):
        with M(f"{how}{n}"):
            if how == "return":
                return "returned"
            if how == "break":
                break
            if how == "continue":
                continue
    return "end"


for how in ("return", "break", "continue", "fall"):
    log.clear()
    print(leaving(how), log)


class OnInstance:
    def __init__(self):
        self.__enter__ = lambda: 1
        self.__exit__ = lambda *a: None


class NoExit:
    def __enter__(self):
        return 1


class NoneExit:
    __enter__ = lambda self: 1
    __exit__ = None


for bad in (OnInstance(), NoExit(), NoneExit(), 5, None):
    try:
        with bad:
            print("inside")
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class BadBool:
    def __bool__(self):
        raise LookupError("no truth")


try:
    with M("bool", swallow=BadBool()):
        raise ValueError("x")
except LookupError as error:
    print(error, repr(error.__context__))


def generator():
    with M("gen"):
        yield 1
        yield 2


log.clear()
g = generator()
next(g)
g.close()
print(log)
