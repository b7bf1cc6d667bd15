"""timeout, timeout_at, wait_for: expiry, rescheduling, nesting, success."""
import asyncio


async def slow(seconds, answer="answer"):
    try:
        await asyncio.sleep(seconds)
        return answer
    except asyncio.CancelledError:
        print("  slow cancelled")
        raise


async def main():
    async with asyncio.timeout(5) as scope:
        print(await slow(0), scope.expired())
    try:
        async with asyncio.timeout(0.001) as scope:
            await slow(10)
    except TimeoutError as error:
        print("timed out", repr(error), scope.expired(), type(error.__cause__).__name__)
    try:
        async with asyncio.timeout(None) as scope:
            print(scope.when())
            scope.reschedule(asyncio.get_running_loop().time() + 0.001)
            await slow(10)
    except TimeoutError:
        print("rescheduled", scope.expired())
    try:
        async with asyncio.timeout(10):
            try:
                async with asyncio.timeout(0.001):
                    await slow(10)
            except TimeoutError:
                print("inner")
                raise ValueError("after inner")
    except ValueError as error:
        print(error)
    print(await asyncio.wait_for(slow(0, 1), 5), await asyncio.wait_for(slow(0, 2), None))
    try:
        await asyncio.wait_for(slow(10), 0.001)
    except asyncio.TimeoutError as error:
        print("wait_for", type(error) is TimeoutError)
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0)
    except TimeoutError:
        print("future", future.cancelled())
    future = asyncio.get_running_loop().create_future()
    future.set_result(7)
    print(await asyncio.wait_for(future, 0))

    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return "finished anyway"

    try:
        print(await asyncio.wait_for(stubborn(), 0.001))
    except TimeoutError:
        print("stubborn timed out")

    async def failing():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise KeyError("while cancelled") from None

    try:
        async with asyncio.timeout(0.001):
            await failing()
    except (KeyError, TimeoutError) as error:
        print(type(error).__name__)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("past")


asyncio.run(main())
