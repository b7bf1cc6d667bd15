import asyncio
async def victim(name):
    try:
        print(name, "start")
        await asyncio.sleep(10)
        print("never")
    except asyncio.CancelledError as e:
        print(name, "cancelled", e.args)
        raise
    finally: print(name, "finally")
async def stubborn():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: print("ignored")
    return "survived"
async def main():
    t = asyncio.create_task(victim("v"))
    await asyncio.sleep(0)
    print(t.cancel("msg"))
    try: await t
    except asyncio.CancelledError as e: print("awaited", e.args, t.cancelled(), t.cancel())
    s = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    s.cancel()
    print(await s, s.cancelled())
    n = asyncio.create_task(victim("unstarted"))
    n.cancel()
    try: await n
    except asyncio.CancelledError: print("never started")
    try: n.result()
    except asyncio.CancelledError: print("result raises")
    try: n.exception()
    except asyncio.CancelledError: print("exception raises")
    g = asyncio.gather(victim("g1"), victim("g2"))
    await asyncio.sleep(0)
    g.cancel()
    try: await g
    except asyncio.CancelledError: print("gather cancelled")
    u = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    u.cancel()
    print(u.cancelling(), u.uncancel(), u.cancelling())
    await u
asyncio.run(main())
