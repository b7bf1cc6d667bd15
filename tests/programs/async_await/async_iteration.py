"""Async generators and iterators: asend, athrow, aclose, comprehensions, cleanup, aiter and anext."""
import asyncio

log = []


async def numbers(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                log.append(("got", got))
    except ValueError as error:
        log.append(("threw", str(error)))
        yield "recovered"
    finally:
        await asyncio.sleep(0)
        log.append("closed")


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


async def main():
    it = numbers(5)
    print(await anext(it), await it.asend("x"), await it.__anext__(), await it.athrow(ValueError("v")))
    print(await anext(it, "default"), log)
    log.clear()
    it = numbers(3)
    await anext(it)
    await it.aclose()
    print(log, await anext(it, None))
    print([n async for n in Countdown(3)], {n async for n in numbers(2)}, {n: n * n async for n in numbers(3) if n})
    print([(a, b) async for a in Countdown(2) async for b in numbers(2)], [n for n in [m async for m in numbers(2)]])
    total = 0
    async for n in Countdown(4):
        if n == 2:
            continue
        total += n
    else:
        total += 100
    print(total)
    gen = (n * 2 async for n in numbers(3))
    print(type(gen).__name__, [n async for n in gen], [await asyncio.sleep(0, n) for n in range(2)])
    for make in (lambda: aiter(5), lambda: anext(5)):
        try:
            await make()
        except TypeError as error:
            print(error)
    try:
        async for n in [1, 2]:
            pass
    except TypeError as error:
        print(error)
    it = numbers(1)
    try:
        await it.asend(5)
    except TypeError as error:
        print(error)

    async def failing():
        yield 1
        raise LookupError("inside")

    try:
        async for n in failing():
            print(n)
    except LookupError as error:
        print(error)

    async def delegating():
        async for n in numbers(2):
            yield n
        yield "end"

    print([n async for n in delegating()])
    names = (numbers.__name__, type(numbers(1)).__name__, hasattr(numbers(1), "__aiter__"))
    print(names)

    async def stop():
        raise StopAsyncIteration
        yield

    try:
        async for n in stop():
            pass
    except RuntimeError as error:
        print(error)


asyncio.run(main())
