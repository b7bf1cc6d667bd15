import asyncio
async def ok(v, d=1):
    try:
        for _ in range(d): await asyncio.sleep(0)
        print("done", v)
        return v
    except asyncio.CancelledError:
        print("cancelled", v)
        raise
async def bad(e):
    await asyncio.sleep(0)
    raise e
async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(ok(1))
        b = tg.create_task(ok(2, 3), name="two")
    print(a.result(), b.result(), b.get_name())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok("slow", 50))
            tg.create_task(bad(ValueError("v")))
            tg.create_task(bad(KeyError("k")))
            await asyncio.sleep(100)
    except* ValueError as g: print("V", g.exceptions)
    except* KeyError as g: print("K", g.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok("x", 50))
            await asyncio.sleep(0)
            raise RuntimeError("body")
    except ExceptionGroup as g: print(repr(g))
    try: tg.create_task(c := ok(1)); print("created")
    except RuntimeError as e: print(str(e)[-11:]); c.close()
    async with asyncio.TaskGroup() as outer:
        async with asyncio.TaskGroup() as inner:
            inner.create_task(ok("inner"))
            outer.create_task(ok("outer", 2))
asyncio.run(main())
