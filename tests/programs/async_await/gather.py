import asyncio

log = []


async def worker(name, delay, result):
    log.append(f"{name} starts")
    await asyncio.sleep(delay)
    log.append(f"{name} ends")
    return result


async def main():
    results = await asyncio.gather(worker("slow", 0.02, 1), worker("fast", 0.01, 2), worker("now", 0, 3))
    print(results, log)
    task = asyncio.create_task(worker("task", 0, "t"))
    log.clear()
    print(task.done())
    print(await task, task.done(), task.result(), log)

    async def failing():
        await asyncio.sleep(0)
        raise ValueError("failed")

    print(await asyncio.gather(failing(), worker("x", 0, 5), return_exceptions=True))
    try:
        await failing()
    except ValueError as error:
        print("caught", error)
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.01)
    except asyncio.TimeoutError:
        print("timed out")
    return "done"


print(asyncio.run(main()))
