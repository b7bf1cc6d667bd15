def g(n):
    for i in range(n):
        got = yield i
        if got: print("got", got)
    return "end"
def d(n):
    r = yield from g(n)
    print("r", r)
    yield r
    try:
        yield from g(3)
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("closed")
it = d(2)
print(next(it), it.send("x"), it.send("y"), next(it), it.throw(ValueError("v")), list(it))
it = g(3); next(it); it.close(); print(list(it))
it = d(1); print(next(it)); next(it); next(it); it.close()
def inner():
    while True:
        try: yield 1
        except KeyError: yield "k"
def outer():
    x = yield from inner()
it = outer(); print(next(it), it.throw(KeyError), next(it))
def e():
    x = yield
    y = (yield x) + (yield 5)
    return y
it = e(); print(next(it), it.send(1), it.send(2))
try: it.send(3)
except StopIteration as s: print(s.value)
print(list(x for x in g(3) if x), [*g(2)], sum(g(4)), dict((i, j) for i in g(2) for j in g(i + 1)))
l = lambda: (yield 5)
print(list(l()))
def tree(t):
    if t:
        yield from tree(t[0]); yield t[1]; yield from tree(t[2])
print(list(tree(((None, 1, None), 2, (None, 3, None)))))
def h():
    try: yield 1
    except GeneratorExit: print("exit"); raise
    finally: print("fin")
it = h(); next(it); it.close()
def err():
    try: 1 / 0
    except ZeroDivisionError:
        yield 1
        raise
it = err(); next(it)
try: next(it)
except ZeroDivisionError: print("kept")
def fin():
    for i in range(3):
        try: yield i
        finally: print("f", i)
for v in fin():
    if v == 1: break
def scope():
    x = 0
    def gen():
        nonlocal x
        for i in range(3):
            x += i
            yield lambda: x
    return [f() for f in gen()], x
print(scope())
# ----
import asyncio
async def a(n):
    await asyncio.sleep(0)
    return n * 2
class CM:
    async def __aenter__(self): await asyncio.sleep(0); return "cm"
    async def __aexit__(self, *a): await asyncio.sleep(0); print("aexit", a[0]); return True
async def agen(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def main():
    print(await a(2), await a(3) + await a(4))
    print([await a(i) for i in range(3)], [i async for i in agen(3) if i], {i: await a(i) async for i in agen(2)})
    async with CM() as c, CM():
        print(c)
        raise ValueError
    async for i in agen(5):
        if i == 1: continue
        if i == 3: break
        print(i)
    else: print("never")
    async for i in agen(1): pass
    else: print("else")
    x = (await a(i) async for i in agen(2))
    print([y async for y in x])
    print(await asyncio.gather(a(1), a(2)))
    return "done"
print(asyncio.run(main()))
