"""Lock, Event, Condition, Semaphore, Barrier: order of waking and misuse."""
import asyncio

log = []


async def locked(lock, name):
    async with lock:
        log.append(f"{name} in")
        await asyncio.sleep(0)
        log.append(f"{name} out")


async def locks():
    lock = asyncio.Lock()
    await asyncio.gather(*(locked(lock, n) for n in "abc"))
    log.append((lock.locked(), await lock.acquire(), lock.locked()))
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        log.append(str(error))


async def events():
    event = asyncio.Event()

    async def waiter(n):
        await event.wait()
        log.append(f"woken {n}")

    tasks = [asyncio.create_task(waiter(n)) for n in range(3)]
    await asyncio.sleep(0)
    log.append(event.is_set())
    event.set()
    await asyncio.gather(*tasks)
    event.clear()
    log.append(event.is_set())


async def conditions():
    condition = asyncio.Condition()
    items = []

    async def take(n):
        async with condition:
            await condition.wait_for(lambda: items)
            log.append((n, items.pop()))

    tasks = [asyncio.create_task(take(n)) for n in range(2)]
    await asyncio.sleep(0)
    async with condition:
        items.append("x")
        condition.notify()
    await asyncio.sleep(0)
    async with condition:
        items.extend("yz")
        condition.notify_all()
    await asyncio.gather(*tasks)
    try:
        condition.notify()
    except RuntimeError as error:
        log.append(str(error))
    try:
        await condition.wait()
    except RuntimeError as error:
        log.append(str(error))


async def semaphores():
    some = asyncio.Semaphore(2)
    running, most = 0, 0

    async def job():
        nonlocal running, most
        async with some:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(job() for _ in range(6)))
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        log.append(str(error))
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        log.append(str(error))
    log.append((most, some.locked()))


async def barriers():
    barrier = asyncio.Barrier(3)

    async def party(n):
        place = await barrier.wait()
        log.append("past")
        return place

    log.append(sorted(await asyncio.gather(*(party(n) for n in range(3)))))
    log.append((barrier.parties, barrier.n_waiting, barrier.broken))


async def main():
    for step in (locks, events, conditions, semaphores, barriers):
        log.clear()
        await step()
        print(step.__name__, log)


asyncio.run(main())
