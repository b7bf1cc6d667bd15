"""Generators as coroutines: averaging, pipelines by send, two-way delegation, states."""
import inspect


def primed(function):
    def start(*args):
        generator = function(*args)
        next(generator)
        return generator
    return start


@primed
def averager():
    total, count, average = 0, 0, None
    while True:
        try:
            value = yield average
        except ValueError as reset:
            total, count, average = 0, 0, str(reset)
            continue
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


average = averager()
print([average.send(n) for n in (10, 20, 60)], average.throw(ValueError("reset")), average.send(5))
try:
    average.send(None)
except StopIteration as stop:
    print(stop.value, inspect.getgeneratorstate(average))


@primed
def broadcast(*targets):
    while True:
        item = yield
        for target in targets:
            target.send(item)


@primed
def keep(condition, target):
    while True:
        item = yield
        if condition(item):
            target.send(item)


@primed
def collect(into):
    try:
        while True:
            into.append((yield))
    except GeneratorExit:
        into.append("closed")


evens, everything = [], []
sinks = collect(evens), collect(everything)
pipe = broadcast(keep(lambda n: n % 2 == 0, sinks[0]), sinks[1])
for n in range(5):
    pipe.send(n)
for sink in sinks:
    sink.close()
print(evens, everything)


def inner():
    received = []
    try:
        while len(received) < 2:
            received.append((yield f"inner wants {len(received)}"))
    except KeyError as error:
        yield f"inner caught {error}"
        return "from the handler"
    return received


def outer():
    first = yield from inner()
    second = yield from inner()
    third = yield from [1, 2]
    return first, second, third


it = outer()
print(next(it), it.send("a"), it.send("b"), it.throw(KeyError("k")), next(it), next(it))
try:
    next(it)
except StopIteration as stop:
    print(stop.value)


def states():
    print("  inside", inspect.getgeneratorstate(g), g.gi_running)
    yield 1


g = states()
print(inspect.getgeneratorstate(g), g.gi_frame is not None)
next(g)
print(inspect.getgeneratorstate(g), g.gi_running)
g.close()
print(inspect.getgeneratorstate(g), g.gi_frame, list(g))


def recursive():
    yield next(me)


me = recursive()
try:
    next(me)
except ValueError as error:
    print(error)


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            if s is not None:
                yield "ignored"
            return


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
kept, s = s, None
print(list(kept))


def returning():
    return (yield)


for value in ((1, 2), StopIteration(3), None):
    r = returning()
    next(r)
    try:
        r.send(value)
    except StopIteration as stop:
        print(repr(stop.value), stop.args)
fresh = returning()
for bad in (lambda: fresh.send(1), lambda: fresh.throw(5), lambda: fresh.throw(ValueError, "text", None) if False else fresh.throw(ValueError("direct"))):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(inspect.getgeneratorstate(fresh))
