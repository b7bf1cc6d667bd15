def average():
    total, count, value = 0, 0, None
    while True:
        x = yield value
        total += x
        count += 1
        value = total / count


g = average()
next(g)
print(g.send(10), g.send(20), g.send(60))


def resilient():
    while True:
        try:
            x = yield "ready"
            print("got", x)
        except ValueError as error:
            print("caught", error)
            yield "recovered"
        finally:
            print("round")


r = resilient()
print(next(r), r.send(1))
print(r.throw(ValueError("boom")))
print(next(r))
r.close()
try:
    next(r)
except StopIteration:
    print("closed")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("exiting")
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
print(list(s))


def inner():
    received = []
    while True:
        x = yield len(received)
        if x is None:
            return received
        received.append(x)


def outer():
    result = yield from inner()
    yield result


o = outer()
print(next(o), o.send("a"), o.send("b"), o.send(None))


def leak():
    yield 1
    raise StopIteration("inside")


try:
    list(leak())
except RuntimeError as error:
    print(error, repr(error.__cause__))
try:
    average().send(5)
except TypeError as error:
    print(error)


def own():
    yield next(me)


me = own()
try:
    next(me)
except ValueError as error:
    print(error)
bad = inner()
try:
    bad.throw(KeyError("never started"))
except KeyError as error:
    print(repr(error))
