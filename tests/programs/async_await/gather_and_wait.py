"""gather with errors, wait with its conditions, as_completed by time, ensure_future, names."""
import asyncio


async def after(seconds, value):
    await asyncio.sleep(seconds)
    if isinstance(value, Exception):
        raise value
    return value


async def main():
    print(await asyncio.gather(), await asyncio.gather(after(0.02, 1), after(0, 2), after(0.01, 3)))
    print(await asyncio.gather(after(0, 1), after(0, ValueError("bad")), return_exceptions=True))
    try:
        await asyncio.gather(after(0, ValueError("first")), after(0, KeyError("second")))
    except ValueError as error:
        print("raised", error)
    same = asyncio.ensure_future(after(0, "same"))
    print(await asyncio.gather(same, same), asyncio.ensure_future(same) is same)
    tasks = {asyncio.create_task(after(n / 30, n), name=f"t{n}") for n in (3, 1, 2)}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(pending, timeout=0)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(pending)
    print(sorted(t.result() for t in done), pending)
    tasks = [asyncio.create_task(after(0, 1)), asyncio.create_task(after(0.001, OSError("o"))), asyncio.create_task(after(5, 2))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(repr(t.exception()) for t in done), len(pending))
    for task in pending:
        task.cancel()
    print([await next_one for next_one in asyncio.as_completed([after(0.1, "c"), after(0, "a"), after(0.05, "b")])])
    try:
        for next_one in asyncio.as_completed([after(5, "late")], timeout=0.001):
            await next_one
    except TimeoutError:
        print("as_completed timed out")
    for wrong in (lambda: asyncio.wait([]), lambda: asyncio.wait([after(0, 1)])):
        try:
            coroutine = wrong()
            await coroutine
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    print(asyncio.iscoroutine(same), asyncio.iscoroutinefunction(after), asyncio.isfuture(same))
    print(asyncio.current_task().get_name() != "", len(asyncio.all_tasks()) >= 1)
    loop = asyncio.get_running_loop()
    calls = []
    loop.call_soon(calls.append, "soon")
    handle = loop.call_later(0.001, calls.append, "later")
    loop.call_later(0.0005, calls.append, "sooner")
    handle_two = loop.call_soon(calls.append, "never")
    handle_two.cancel()
    await asyncio.sleep(0.05)
    print(calls, handle_two.cancelled(), handle.cancelled())
    future = loop.create_future()
    loop.call_soon(future.set_result, 5)
    print(await future, future.done(), future.result())
    for wrong in (lambda: future.set_result(6), lambda: loop.create_future().result(), lambda: asyncio.run(after(0, 1))):
        try:
            wrong()
        except (asyncio.InvalidStateError, RuntimeError) as error:
            print(type(error).__name__, str(error)[:50])


import warnings
warnings.simplefilter("ignore")
asyncio.run(main())
