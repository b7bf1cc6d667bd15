"""Agents as coroutines: gather, queues, timeouts, semaphores, events."""
import asyncio


class Agent:
    def __init__(self, name, inbox, log):
        self.name, self.inbox, self.log = name, inbox, log
        self.handled = 0

    async def run(self):
        while (message := await self.inbox.get()) is not None:
            self.handled += 1
            self.log.append(f"{self.name}:{message}")
            await asyncio.sleep(0)
        return self.name, self.handled


async def fetch(key, delay=0):
    await asyncio.sleep(delay)
    if key == "bad":
        raise LookupError(f"no page {key}")
    return f"<{key}>"


async def retry(make, times):
    for attempt in range(1, times + 1):
        try:
            return attempt, await make(attempt)
        except ValueError as e:
            last = e
    raise RuntimeError(f"gave up after {times}") from last


async def flaky(attempt):
    if attempt < 3:
        raise ValueError(attempt)
    return "ok"


async def ticker(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0)


class Session:
    async def __aenter__(self):
        print("open")
        return self

    async def __aexit__(self, kind, error, trace):
        print("close", kind and kind.__name__)
        return kind is KeyError


async def main():
    log, inboxes = [], [asyncio.Queue() for _ in range(2)]
    agents = [Agent(n, q, log) for n, q in zip("AB", inboxes)]
    for i in range(5):
        inboxes[i % 2].put_nowait(i)
    for q in inboxes:
        await q.put(None)
    print(await asyncio.gather(*(a.run() for a in agents)), sorted(log))
    print(await asyncio.gather(*map(fetch, ["a", "bad", "c"]), return_exceptions=True))
    try:
        await asyncio.gather(fetch("x"), fetch("bad"))
    except LookupError as e:
        print("raised", e)
    print(await retry(flaky, 3))
    try:
        await retry(flaky, 2)
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    try:
        await asyncio.wait_for(fetch("slow", 5), timeout=0.01)
    except asyncio.TimeoutError as e:
        print("timeout", type(e).__name__)
    print([i async for i in ticker(4) if i % 2], {k: await fetch(k) for k in "pq"})
    async with Session():
        raise KeyError("swallowed")
    gate, active, peak = asyncio.Semaphore(2), 0, 0

    async def limited(i):
        nonlocal active, peak
        async with gate:
            active += 1
            peak = max(peak, active)
            await asyncio.sleep(0)
            active -= 1
        return i * i

    print(await asyncio.gather(*(limited(i) for i in range(6))), peak)
    done = asyncio.Event()

    async def waiter():
        await done.wait()
        return "woken"

    task = asyncio.create_task(waiter(), name="waiter")
    await asyncio.sleep(0)
    print(task.done(), task.get_name())
    done.set()
    print(await task, task.done(), task.result())
    victim = asyncio.create_task(asyncio.sleep(100))
    await asyncio.sleep(0)
    victim.cancel()
    try:
        await victim
    except asyncio.CancelledError:
        print("cancelled", victim.cancelled())
    first = [await c for c in asyncio.as_completed([fetch("one"), fetch("two")])]
    print(sorted(first))


asyncio.run(main())
