"""async with: asynccontextmanager, AsyncExitStack, errors in enter and exit, several in a line."""
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext, suppress

log = []


@asynccontextmanager
async def room(name, fail=False):
    log.append(f"enter {name}")
    try:
        yield name.upper()
    except KeyError as error:
        log.append(f"{name} caught {error}")
    finally:
        await asyncio.sleep(0)
        log.append(f"leave {name}")
        if fail:
            raise RuntimeError(f"{name} exit failed")


class Door:
    def __init__(self, swallow=False):
        self.swallow = swallow

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, kind, error, tb):
        log.append(kind.__name__ if kind else "clean")
        return self.swallow


async def main():
    async with room("a") as a, Door() as door, room("b") as b:
        log.append((a, b, door.swallow))
    async with room("c"):
        raise KeyError("k")
    async with Door(True):
        raise ValueError("swallowed")
    try:
        async with room("d", fail=True):
            raise OSError("inner")
    except RuntimeError as error:
        log.append((str(error), repr(error.__context__)))
    print(log)
    log.clear()
    async with AsyncExitStack() as stack:
        log.append(await stack.enter_async_context(room("e")))
        stack.enter_context(suppress(KeyError))
        stack.push_async_callback(asyncio.sleep, 0)
        stack.callback(log.append, "callback")
        stack.push_async_exit(Door())
        kept = stack.pop_all()
    log.append("nothing left yet")
    await kept.aclose()
    print(log)
    log.clear()

    async def stream():
        try:
            yield 1
            yield 2
        finally:
            log.append("stream closed")

    async with aclosing(stream()) as items:
        async for item in items:
            break
    async with nullcontext("null") as value:
        log.append(value)
    print(log)

    @room("deco")
    async def decorated(x):
        return x * 2

    print(await decorated(4), log)

    class Half:
        async def __aenter__(self):
            return 1

    class NotAsync:
        def __enter__(self):
            return 1

        def __exit__(self, *a):
            pass

    for bad in (Half, NotAsync):
        try:
            async with bad():
                pass
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
    try:
        with Door():
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)

    @asynccontextmanager
    async def twice():
        yield 1
        yield 2

    try:
        async with twice():
            pass
    except RuntimeError as error:
        print(error)

    @asynccontextmanager
    async def never():
        if False:
            yield

    try:
        async with never():
            pass
    except RuntimeError as error:
        print(error)


asyncio.run(main())
