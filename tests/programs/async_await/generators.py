import asyncio
async def ag(n):
    try:
        for i in range(n):
            got = yield i
            if got: print("got", got)
            await asyncio.sleep(0)
    finally: print("ag finally")
async def main():
    print([x async for x in ag(3)])
    print([x * y async for x in ag(2) for y in (1, 2) if x])
    print({x async for x in ag(2)}, {x: x async for x in ag(2)}, sum([x async for x in ag(4)]))
    g = ag(3)
    print(await g.__anext__(), await g.asend("S"), await anext(g))
    try: await anext(g)
    except StopAsyncIteration as e: print("stop", e.args)
    print(await anext(g, "default"))
    g = ag(3)
    await anext(g)
    try: await g.athrow(ValueError("thrown"))
    except ValueError as e: print(e)
    g = ag(3)
    await anext(g)
    await g.aclose()
    await g.aclose()
    try: await anext(g)
    except StopAsyncIteration: print("closed")
    lazy = (x async for x in ag(2))
    print(type(lazy).__name__, await anext(lazy))
    print([x async for x in lazy])
    async for x in ag(5):
        if x == 9: break
    else: print("else")
    try: [x for x in ag(1)]
    except TypeError as e: print(e)
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
    print(type(g).__name__, g.__name__, hasattr(g, "__aiter__"), g.__aiter__() is g)
    async def nested():
        async for x in ag(2): yield x * 10
    print([x async for x in nested()])
    print([await asyncio.sleep(0, i) for i in range(3)], [i for i in range(3) if await asyncio.sleep(0, i)])
asyncio.run(main())
