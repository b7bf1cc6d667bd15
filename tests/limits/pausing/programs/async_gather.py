import asyncio

order = []


async def work(name, n):
    total = 0
    for i in range(n):
        total += ask(i)
        order.append((name, i))
        await asyncio.sleep(0)
    return ask(name), total


async def stream(n):
    for i in range(n):
        yield ask(i)
        await asyncio.sleep(0)


class Door:
    async def __aenter__(self):
        return ask("open")

    async def __aexit__(self, *details):
        print(ask("close"))


async def main():
    print(await asyncio.gather(work("a", 2), work("b", 3)))
    print([n async for n in stream(3)])
    async with Door() as door:
        print(door)
    task = asyncio.create_task(work("c", 1))
    return await task


print(asyncio.run(main()))
order
