import asyncio
log = []
async def main():
    lock = asyncio.Lock()
    async def user(n):
        async with lock:
            log.append(("in", n))
            await asyncio.sleep(0)
            log.append(("out", n))
    await asyncio.gather(*(user(i) for i in range(3)))
    print(log, lock.locked())
    await lock.acquire()
    print(lock.locked())
    lock.release()
    try: lock.release()
    except RuntimeError as e: print(e)
    sem = asyncio.Semaphore(2)
    active = peak = 0
    async def limited():
        nonlocal active, peak
        async with sem:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0)
            active -= 1
    await asyncio.gather(*(limited() for _ in range(6)))
    print(peak, sem.locked())
    b = asyncio.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(e)
    try: asyncio.Semaphore(-1)
    except ValueError as e: print(e)
    ev = asyncio.Event()
    async def waiter(n):
        await ev.wait()
        return n
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0)
    print(ev.is_set(), [t.done() for t in ts])
    ev.set()
    print(await asyncio.gather(*ts), ev.is_set())
    ev.clear()
    print(ev.is_set())
    cond = asyncio.Condition()
    items = []
    async def consumer(n):
        async with cond:
            await cond.wait_for(lambda: items)
            return n, items.pop()
    cs = [asyncio.create_task(consumer(i)) for i in range(2)]
    await asyncio.sleep(0)
    async with cond:
        items.extend("xy")
        cond.notify_all()
    print(sorted(await asyncio.gather(*cs)))
    try: cond.notify()
    except RuntimeError as e: print(e)
    bar = asyncio.Barrier(2)
    async def party(n):
        i = await bar.wait()
        return i
    print(sorted(await asyncio.gather(party(0), party(1))))
asyncio.run(main())
