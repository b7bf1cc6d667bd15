"""asyncio inside the machine: order and results are those of CPython's."""

import pytest

from ringfence import Monty
from tests.differential import run_cpython, run_ringfence

PROGRAMS = {
    "gather_keeps_order": """
import asyncio
async def work(n):
    await asyncio.sleep(n / 1000)
    print("done", n)
    return n
async def main():
    print(await asyncio.gather(work(3), work(1), work(2)))
asyncio.run(main())
""",
    "gather_returns_exceptions": """
import asyncio
async def bad():
    raise ValueError("no")
async def main():
    print(await asyncio.gather(asyncio.sleep(0, "x"), bad(), return_exceptions=True))
    try:
        await asyncio.gather(bad(), asyncio.sleep(0.001))
    except ValueError as error:
        print("caught", error)
asyncio.run(main())
""",
    "cancelling_a_task_runs_its_finally": """
import asyncio
async def work():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
        raise
    finally:
        print("finally")
async def main():
    task = asyncio.create_task(work(), name="w")
    await asyncio.sleep(0)
    print(task.cancel("enough"), task.get_name(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print(task.cancelled(), task.done())
asyncio.run(main())
""",
    "wait_for_and_timeout": """
import asyncio
async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.001)
    except TimeoutError as error:
        print("timeout", repr(error))
    try:
        async with asyncio.timeout(0.001):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout")
    print(await asyncio.wait_for(asyncio.sleep(0, "in time"), 5))
asyncio.run(main())
""",
    "task_group_cancels_the_others": """
import asyncio
async def bad():
    await asyncio.sleep(0)
    raise KeyError("k")
async def slow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("slow cancelled")
        raise
async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(slow())
            group.create_task(bad())
    except* KeyError as caught:
        print(caught.exceptions, caught)
    async with asyncio.TaskGroup() as group:
        one = group.create_task(asyncio.sleep(0, 1))
    print(one.result())
asyncio.run(main())
""",
    "queues": """
import asyncio
async def produce(queue):
    for n in range(4):
        await queue.put(n)
        print("put", n)
    await queue.join()
    print("joined")
async def consume(queue):
    while True:
        n = await queue.get()
        print("got", n)
        queue.task_done()
async def main():
    queue = asyncio.Queue(2)
    consumer = asyncio.create_task(consume(queue))
    await produce(queue)
    consumer.cancel()
    first = asyncio.PriorityQueue()
    for n in (3, 1, 2):
        first.put_nowait(n)
    print([first.get_nowait() for _ in range(3)], first.empty())
    try:
        first.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
asyncio.run(main())
""",
    "locks": """
import asyncio
lock, event, gate = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2)
async def locked(n):
    async with lock:
        print("in", n)
        await asyncio.sleep(0)
        print("out", n)
async def waits():
    await event.wait()
    print("event")
async def limited(n):
    async with gate:
        print("gate", n)
        await asyncio.sleep(0.001)
async def main():
    await asyncio.gather(*(locked(n) for n in range(3)))
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    event.set()
    await task
    await asyncio.gather(*(limited(n) for n in range(4)))
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
asyncio.run(main())
""",
    "conditions": """
import asyncio
async def waiter(condition, n):
    async with condition:
        await condition.wait()
        print("woken", n)
async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(condition, n)) for n in range(3)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify(1)
    await asyncio.sleep(0.001)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*tasks)
asyncio.run(main())
""",
    "wait_and_shield": """
import asyncio
async def work(n):
    await asyncio.sleep(n / 1000)
    return n
async def main():
    tasks = [asyncio.create_task(work(n)) for n in (1, 400)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    for task in pending:
        task.cancel()
    inner = asyncio.create_task(work(2))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled")
    print(await inner)
asyncio.run(main())
""",
    "async_generators": """
import asyncio
async def numbers():
    try:
        for n in range(5):
            await asyncio.sleep(0)
            got = yield n
            if got:
                print("got", got)
    finally:
        print("closed")
async def main():
    print([n async for n in numbers()])
    source = numbers()
    print(await source.asend(None), await source.asend("hello"))
    await source.aclose()
    try:
        await source.__anext__()
    except StopAsyncIteration:
        print("end")
    source = numbers()
    await source.__anext__()
    try:
        await source.athrow(ValueError("in"))
    except ValueError as error:
        print(error)
asyncio.run(main())
""",
    "errors_of_use": """
import asyncio
async def main():
    return 1
try:
    asyncio.run(5)
except ValueError as error:
    print(error)
async def outer():
    coroutine = main()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    try:
        await 5
    except TypeError as error:
        print(error)
    future = asyncio.get_running_loop().create_future()
    try:
        future.result()
    except asyncio.InvalidStateError as error:
        print(error)
    future.set_result(2)
    print(await future, future.done())
asyncio.run(outer())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
""",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_as_in_cpython(name: str) -> None:
    assert str(run_ringfence(PROGRAMS[name])) == str(run_cpython(PROGRAMS[name]))


def test_top_level_await_drives_tasks() -> None:
    source = "import asyncio\nawait asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2))"
    assert Monty(source).run() == [1, 2]
