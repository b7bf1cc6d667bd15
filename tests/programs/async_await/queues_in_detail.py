"""asyncio.Queue, LifoQueue and PriorityQueue: producers, consumers, bounds, join."""
import asyncio

log = []


async def producer(queue, items, name):
    for item in items:
        await queue.put(item)
        log.append(f"{name} put {item}")
    await queue.put(None)


async def consumer(queue, name):
    got = []
    while (item := await queue.get()) is not None:
        got.append(item)
        log.append(f"{name} got {item}")
        queue.task_done()
    queue.task_done()
    return got


async def bounded():
    queue = asyncio.Queue(maxsize=2)
    _, got = await asyncio.gather(producer(queue, range(5), "p"), consumer(queue, "c"))
    await queue.join()
    return got, queue.qsize(), queue.maxsize


async def orders():
    lifo, heap = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for n in (3, 1, 2):
        lifo.put_nowait(n)
        await heap.put((n, f"n{n}"))
    return [lifo.get_nowait() for _ in range(3)], [await heap.get() for _ in range(3)]


async def edges():
    queue = asyncio.Queue(1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        log.append(("empty", repr(error)))
    queue.put_nowait(1)
    try:
        queue.put_nowait(2)
    except asyncio.QueueFull:
        log.append(("full", queue.full(), queue.empty()))
    try:
        queue.task_done()
        queue.task_done()
    except ValueError as error:
        log.append(str(error))
    waiting = asyncio.create_task(queue.put("late"))
    await asyncio.sleep(0)
    log.append(waiting.done())
    log.append(await queue.get())
    await waiting
    log.append(queue.get_nowait())
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    getter.cancel()
    await asyncio.sleep(0)
    queue.put_nowait("kept")
    return getter.cancelled(), queue.get_nowait()


async def pool():
    queue, results = asyncio.Queue(), []

    async def worker(n):
        while True:
            job = await queue.get()
            await asyncio.sleep(0)
            results.append((n, job * job))
            queue.task_done()

    workers = [asyncio.create_task(worker(n)) for n in range(3)]
    for job in range(7):
        queue.put_nowait(job)
    await queue.join()
    for task in workers:
        task.cancel()
    ended = await asyncio.gather(*workers, return_exceptions=True)
    return sorted(r for _, r in results), [type(e).__name__ for e in ended]


async def main():
    for step in (bounded, orders, edges, pool):
        log.clear()
        print(step.__name__, await step(), log)


asyncio.run(main())
