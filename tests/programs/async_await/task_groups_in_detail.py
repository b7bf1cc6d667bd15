"""TaskGroup: results, failures of several, nesting, cancellation of siblings, errors in the body."""
import asyncio

log = []


async def work(name, steps=1, fail=None):
    try:
        for step in range(steps):
            log.append(f"{name}{step}")
            await asyncio.sleep(0)
        if fail:
            raise fail
        return name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled")
        raise
    finally:
        log.append(f"{name} end")


async def good():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(work("a", 2))
        b = group.create_task(work("b"), name="second")
        print(repr(group)[:10], b.get_name())
    return a.result(), b.result()


async def failing():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("c", 1, ValueError("c failed")))
            group.create_task(work("d", 9))
            group.create_task(work("e", 1, TypeError("e failed")))
    except* ValueError as errors:
        log.append(repr(errors.exceptions))
    except* TypeError as errors:
        log.append(repr(errors.exceptions))


async def body_fails():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("f", 9))
            await asyncio.sleep(0)
            raise LookupError("body")
    except ExceptionGroup as group:
        log.append((group.message, repr(group.exceptions)))


async def nested():
    async with asyncio.TaskGroup() as outer:
        async with asyncio.TaskGroup() as inner:
            inner.create_task(work("g"))
            task = outer.create_task(work("h", 3))
        log.append("inner done")
    return task.done()


async def late():
    group = asyncio.TaskGroup()
    try:
        group.create_task(work("x"))
    except RuntimeError as error:
        log.append(str(error)[:30])
    async with group:
        pass
    coroutine = work("y")
    try:
        group.create_task(coroutine)
    except RuntimeError as error:
        log.append(str(error)[:30])
        coroutine.close()


async def outside_cancel():
    async def inside():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("k", 9))
    task = asyncio.create_task(inside())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.append("outer cancelled")


async def main():
    for step in (good, failing, body_fails, nested, late, outside_cancel):
        log.clear()
        print(step.__name__, await step())
        print(log)


asyncio.run(main())
