import asyncio
log = []
async def work(name, n, result=None):
    for i in range(n):
        log.append((name, i))
        await asyncio.sleep(0)
    return result or name
async def main():
    t1 = asyncio.create_task(work("a", 2), name="first")
    t2 = asyncio.create_task(work("b", 3))
    print(t1.get_name(), t1.done(), isinstance(t1, asyncio.Task), isinstance(t1, asyncio.Future))
    print(await t1, t1.done(), t1.result(), t1.exception(), t1.cancelled())
    print(await t2)
    print(log)
    print(await asyncio.gather(work("c", 1), work("d", 1, 5), asyncio.sleep(0, "slept")))
    cur = asyncio.current_task()
    print(cur in asyncio.all_tasks(), cur.done())
    t3 = asyncio.ensure_future(work("e", 1))
    t3.add_done_callback(lambda t: print("callback", t.result()))
    await t3
    await asyncio.sleep(0)
    try: t4 = asyncio.create_task(work("f", 1)); t4.result()
    except asyncio.InvalidStateError as e: print(type(e).__name__, e)
    await t4
    t1.set_name("renamed")
    print(t1.get_name())
asyncio.run(main())
