from itertools import islice, takewhile, chain, count
def primes():
    found = []
    for n in count(2):
        if all(n % p for p in takewhile(lambda p: p * p <= n, found)):
            found.append(n)
            yield n
print(list(islice(primes(), 10)))
def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.pop(0)
print(list(window(range(6), 3)))
def averager():
    total = n = 0
    avg = None
    while True:
        x = yield avg
        total += x
        n += 1
        avg = total / n
a = averager()
next(a)
print([a.send(v) for v in (10, 20, 60)])
def coroutine(f):
    def start(*args):
        g = f(*args)
        next(g)
        return g
    return start
@coroutine
def printer(prefix):
    while True: print(prefix, (yield))
@coroutine
def broadcast(*targets):
    while True:
        v = yield
        for t in targets: t.send(v)
b = broadcast(printer("a"), printer("b"))
b.send(1)
b.send(2)
def flatten(x):
    if isinstance(x, (list, tuple)):
        for y in x: yield from flatten(y)
    else: yield x
print(list(flatten([1, [2, (3, [4])], [], "ab"])))
gens = [iter(s) for s in ("abc", "d", "ef")]
out = []
while gens:
    for g in list(gens):
        try: out.append(next(g))
        except StopIteration: gens.remove(g)
print("".join(out))
x, y, *z = (i for i in range(5))
print(x, y, z)
