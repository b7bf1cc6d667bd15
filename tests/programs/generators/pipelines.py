def lines(text):
    for number, line in enumerate(text.splitlines(), 1):
        yield number, line.strip()


def not_empty(rows):
    return ((n, line) for n, line in rows if line)


def parsed(rows):
    for n, line in rows:
        key, sep, value = line.partition("=")
        if not sep:
            yield n, ValueError(f"line {n}: no '='")
            continue
        yield n, (key.strip(), value.strip())


def grouped(items, key):
    group, current = [], None
    for item in items:
        k = key(item)
        if group and k != current:
            yield current, group
            group = []
        current = k
        group.append(item)
    if group:
        yield current, group


def interleave(*iterables):
    active = [iter(i) for i in iterables]
    while active:
        for it in list(active):
            try:
                yield next(it)
            except StopIteration:
                active.remove(it)


def batched(items, n):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def coroutine(function):
    def start(*args):
        made = function(*args)
        next(made)
        return made
    return start


@coroutine
def collector(into):
    try:
        while True:
            into.append((yield len(into)))
    finally:
        into.append("closed")


text = "a = 1\n\n b=2 \nbroken\nc = x=y"
for n, result in parsed(not_empty(lines(text))):
    print(n, repr(result))
print([(k, list(g)) for k, g in grouped([1, 3, 2, 4, 5], lambda n: n % 2)], list(interleave("abc", [1], range(2))), list(batched("abcdefg", 3)))
sink = []
c = collector(sink)
print(c.send("x"), c.send("y"))
c.close()
print(sink)


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)), sum(tree(8)))


def countdown(n):
    while n:
        step = yield n
        n -= step or 1


g = countdown(10)
print(next(g), g.send(3), g.send(None), list(g), g.gi_running, next(g, "end"))


def with_cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")


for x in with_cleanup():
    print(x)
w = with_cleanup()
next(w)
w.close()
w.close()
print(list(w))
