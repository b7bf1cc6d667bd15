import asyncio


async def inner(n):
    await asyncio.sleep(0)
    return 1 / n


async def outer():
    print(await inner(1))
    return await inner(0)


await outer()
