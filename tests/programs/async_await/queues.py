import asyncio
async def main():
    q = asyncio.Queue(maxsize=2)
    async def producer():
        for i in range(5):
            await q.put(i)
            print("put", i)
        await q.put(None)
    async def consumer():
        got = []
        while (x := await q.get()) is not None:
            got.append(x)
            q.task_done()
        q.task_done()
        return got
    p = asyncio.create_task(producer())
    print(await consumer())
    await p
    await q.join()
    print(q.empty(), q.full(), q.qsize(), q.maxsize)
    for f in (q.get_nowait, q.task_done):
        try: f()
        except (asyncio.QueueEmpty, ValueError) as e: print(type(e).__name__, e)
    q.put_nowait(1)
    q.put_nowait(2)
    try: q.put_nowait(3)
    except asyncio.QueueFull as e: print("full", e)
    pq = asyncio.PriorityQueue()
    for x in (3, 1, 2): pq.put_nowait(x)
    print([pq.get_nowait() for _ in range(3)])
    lq = asyncio.LifoQueue()
    for x in (3, 1, 2): await lq.put(x)
    print([await lq.get() for _ in range(3)])
    async def late():
        await asyncio.sleep(0.01)
        await q2.put("late")
    q2 = asyncio.Queue()
    t = asyncio.create_task(late())
    print(await q2.get())
    g = asyncio.create_task(q2.get())
    await asyncio.sleep(0)
    g.cancel()
    try: await g
    except asyncio.CancelledError: print("get cancelled", q2.qsize())
asyncio.run(main())
