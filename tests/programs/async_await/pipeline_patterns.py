import asyncio
async def fetch(i):
    await asyncio.sleep(0.001 * (3 - i % 3))
    if i == 4: raise ConnectionError(f"fail {i}")
    return {"id": i, "v": i * i}
async def retry(f, n=3):
    for attempt in range(n):
        try: return await f(attempt)
        except ConnectionError as e:
            print("attempt", attempt, e)
            if attempt == n - 1: raise
            await asyncio.sleep(0)
async def bounded(items, limit, fn):
    sem = asyncio.Semaphore(limit)
    async def run(x):
        async with sem: return await fn(x)
    return await asyncio.gather(*map(run, items), return_exceptions=True)
async def workers(n, jobs):
    q, out = asyncio.Queue(), []
    for j in jobs: q.put_nowait(j)
    async def w(name):
        while not q.empty():
            j = await q.get()
            out.append((j, await asyncio.sleep(0, j + 1)))
            q.task_done()
    await asyncio.gather(*(w(i) for i in range(n)))
    return sorted(out)
async def main():
    rs = await bounded(range(6), 2, fetch)
    print([r["v"] if isinstance(r, dict) else repr(r) for r in rs])
    async def flaky(a):
        if a < 2: raise ConnectionError("flaky")
        return "ok"
    print(await retry(flaky))
    print(await workers(3, range(5)))
    async def stage1():
        for i in range(4): yield i
    async def stage2(src):
        async for x in src:
            if x % 2: yield x * 100
    print([x async for x in stage2(stage1())])
    cache = {}
    async def memo(k):
        if k not in cache: cache[k] = asyncio.create_task(fetch(k))
        return await cache[k]
    print(await asyncio.gather(memo(1), memo(1), memo(2)))
asyncio.run(main())
