import asyncio
class Rng:
    def __init__(self, n): self.n, self.i = n, 0
    def __aiter__(self): return self
    async def __anext__(self):
        if self.i >= self.n: raise StopAsyncIteration
        self.i += 1
        return self.i
class CM:
    def __init__(self, swallow=False): self.swallow = swallow
    async def __aenter__(self): print("aenter"); return "entered"
    async def __aexit__(self, t, v, tb):
        print("aexit", t and t.__name__, v)
        return self.swallow
class NoAexit:
    async def __aenter__(self): pass
class Plain: pass
async def main():
    async for x in Rng(3): print(x)
    else: print("else")
    async with CM() as a, CM() as b: print(a, b)
    async with CM(True): raise ValueError("swallowed")
    try:
        async with CM(): raise KeyError("out")
    except KeyError as e: print(e)
    for cls in (NoAexit, Plain):
        try:
            async with cls(): pass
        except (TypeError, AttributeError) as e: print(type(e).__name__, e)
    try:
        with CM(): pass
    except (TypeError, AttributeError) as e: print(type(e).__name__, e)
    class BadIter:
        def __aiter__(self): return 5
    try:
        async for x in BadIter(): pass
    except TypeError as e: print(e)
    class BadNext:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try:
        async for x in BadNext(): pass
    except TypeError as e: print(e)
    async def early():
        async with CM():
            return "returned"
    print(await early())
    async for i in Rng(5):
        if i == 2: continue
        if i == 4: break
        print("loop", i)
    from contextlib import asynccontextmanager
    @asynccontextmanager
    async def managed(x):
        print("setup", x)
        try: yield x * 2
        except ValueError as e: print("handled", e)
        finally: print("teardown")
    async with managed(4) as v: print(v)
    async with managed(5): raise ValueError("in body")
    it = aiter(Rng(2))
    print(await anext(it), await anext(it), await anext(it, None))
asyncio.run(main())
