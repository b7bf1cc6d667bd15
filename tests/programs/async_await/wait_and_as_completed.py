import asyncio
async def after(d, v):
    await asyncio.sleep(d)
    if isinstance(v, Exception): raise v
    return v
async def main():
    ts = [asyncio.create_task(after(d, v)) for d, v in ((0.03, "c"), (0.01, "a"), (0.02, "b"))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    done, pending = await asyncio.wait(ts)
    print(sorted(t.result() for t in done), pending)
    for f in asyncio.as_completed([after(0.02, 2), after(0.01, 1), after(0.03, 3)]): print(await f)
    ts = [asyncio.create_task(after(0.01, ValueError("e"))), asyncio.create_task(after(5, "x"))]
    done, pending = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(t.exception()) for t in done], len(pending))
    for t in pending: t.cancel()
    done, pending = await asyncio.wait([asyncio.create_task(after(5, 1))], timeout=0.01)
    print(len(done), len(pending))
    for p in pending: p.cancel()
    try: await asyncio.wait([])
    except ValueError as e: print(e)
    try:
        for f in asyncio.as_completed([after(5, 1)], timeout=0.01): await f
    except TimeoutError: print("timed out")
    inner = asyncio.create_task(after(0.01, "shielded"))
    try: await asyncio.wait_for(asyncio.shield(inner), 0.001)
    except TimeoutError: print("outer timed out", inner.cancelled())
    print(await inner)
asyncio.run(main())
