import asyncio


async def double(x):
    await asyncio.sleep(0)
    return x * 2


first = await double(4)
print(first)
both = await asyncio.gather(double(1), double(2))
print(both, [await double(i) for i in range(3)])


async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async for i in numbers(2):
    print("loop", i)
print([i * 10 async for i in numbers(3) if i], {i: i async for i in numbers(2)}, sum([i async for i in numbers(4)]))


class Resource:
    async def __aenter__(self):
        print("open")
        return self

    async def __aexit__(self, kind, value, trace):
        print("close", kind and kind.__name__)
        return kind is KeyError


async with Resource() as r:
    print("inside", type(r).__name__)
async with Resource(), Resource():
    raise KeyError("swallowed")
task = asyncio.create_task(double(21))
result = await task
result
