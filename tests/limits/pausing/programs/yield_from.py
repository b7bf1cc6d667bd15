def inner():
    total = 0
    while True:
        got = yield ask(total)
        if got is None:
            return ask("inner done")
        total += got


def outer():
    result = yield from inner()
    print(result)
    yield from [ask(1), ask(2)]
    return "end"


it = outer()
print(next(it), it.send(3), it.send(4), list(it))
