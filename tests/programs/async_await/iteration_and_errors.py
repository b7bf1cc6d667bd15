import asyncio


class Countdown:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


class Awaitable:
    def __init__(self, value): self.value = value

    def __await__(self):
        yield from asyncio.sleep(0).__await__()
        return self.value


async def ticker(n):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(0)
    finally:
        print("ticker done")


async def fail(n):
    await asyncio.sleep(0)
    if n == 0:
        raise ValueError("deep")
    await fail(n - 1)


async def main():
    print([i async for i in Countdown(3)], await Awaitable("v"), [await Awaitable(i) for i in range(2)])
    async for i in ticker(5):
        if i == 1:
            continue
        print("tick", i)
    else:
        print("finished")
    agen = ticker(3)
    print(await agen.__anext__(), await agen.asend(None))
    await agen.aclose()
    try:
        await fail(3)
    except ValueError as error:
        print("caught", error)
    results = await asyncio.gather(*(Awaitable(i) for i in range(3)), fail(0), return_exceptions=True)
    print([repr(r) for r in results])
    try:
        await asyncio.gather(asyncio.sleep(0.01), fail(1))
    except ValueError as error:
        print("gather raised", error)
    async with asyncio.TaskGroup() as group:
        a = group.create_task(asyncio.sleep(0, "a"))
        b = group.create_task(asyncio.sleep(0, "b"))
    print(a.result(), b.result())
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout")
    try:
        async for x in [1, 2]:
            pass
    except TypeError as error:
        print(error)
    try:
        await 5
    except TypeError as error:
        print(error)
    try:
        async with 5:
            pass
    except TypeError as error:
        print(error)
    order = []

    async def note(name, n):
        for i in range(n):
            order.append(f"{name}{i}")
            await asyncio.sleep(0)
        return name

    print(await asyncio.gather(note("a", 3), note("b", 2), note("c", 1)), order)
    done = [await f for f in asyncio.as_completed([asyncio.sleep(0.02, "late"), asyncio.sleep(0, "early")])]
    return done


print(asyncio.run(main()))
