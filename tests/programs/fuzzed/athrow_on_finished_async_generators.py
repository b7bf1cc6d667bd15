import asyncio
async def g(n):
    try:
        return
        yield n
    finally:
        print('f')
async def f():
    it = g(1)
    for step in (lambda: it.asend(None), lambda: it.athrow(ValueError(2)), lambda: it.aclose(), lambda: it.asend(3), lambda: it.athrow(KeyError), lambda: it.__anext__()):
        try: print(await step())
        except BaseException as e: print(type(e).__name__, e)
asyncio.run(f())
