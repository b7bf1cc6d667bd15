"""Cancelling: messages, shields, uncancel, callbacks, done states, swallowed requests."""
import asyncio

log = []


async def patient(name="p", swallow=0):
    for _ in range(50):
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError as error:
            log.append((name, error.args))
            if swallow <= 0:
                raise
            swallow -= 1
    return name


async def simple():
    task = asyncio.create_task(patient())
    await asyncio.sleep(0)
    log.append((task.cancel("why"), task.cancelling(), task.done()))
    try:
        await task
    except asyncio.CancelledError as error:
        log.append(error.args)
    log.append((task.cancelled(), task.done(), task.cancel()))
    try:
        task.result()
    except asyncio.CancelledError:
        log.append("result raises")
    try:
        task.exception()
    except asyncio.CancelledError:
        log.append("exception raises")


async def before_start():
    task = asyncio.create_task(patient("never"))
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    log.append(task.cancelled())


async def swallowing():
    task = asyncio.create_task(patient("s", swallow=1))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    log.append((task.done(), task.cancelling(), task.uncancel()))
    task.cancel()
    await asyncio.wait([task])
    log.append(task.cancelled())


async def shielded():
    inner = asyncio.create_task(asyncio.sleep(0.1, "inner result"))
    outer = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 0.0001))
    try:
        await outer
    except TimeoutError:
        log.append(("outer timed out", inner.done(), inner.cancelled()))
    log.append(await inner)
    protected = asyncio.shield(inner)
    log.append(await protected)


async def gathered():
    task = asyncio.gather(patient("g1"), patient("g2"))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.append("gather cancelled")


async def callbacks():
    task = asyncio.create_task(patient("c"))
    task.add_done_callback(lambda t: log.append(("callback", t.cancelled())))
    removed = lambda t: log.append("never")
    task.add_done_callback(removed)
    log.append(task.remove_done_callback(removed))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    await asyncio.sleep(0)


async def cleaning():
    async def cleaner():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.sleep(0)
            log.append("cleaned after an await")
    task = asyncio.create_task(cleaner())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.append("done")


async def main():
    for step in (simple, before_start, swallowing, shielded, gathered, callbacks, cleaning):
        log.clear()
        await step()
        print(step.__name__, log)


asyncio.run(main())
