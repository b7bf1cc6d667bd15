"""A bare raise behind an await or a yield in the handler; cancelled tasks that clean up slowly."""

import asyncio
from contextlib import asynccontextmanager, contextmanager


async def worker(log):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(0.001)
        log.append("cleaned up")
        raise


async def main():
    log = []
    task = asyncio.create_task(worker(log))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.append("cancelled")
    print(log, task.cancelled())
    try:
        await asyncio.wait_for(worker(log), timeout=0.001)
    except asyncio.TimeoutError as error:
        print(repr(error), log)


asyncio.run(main())


async def failing(name):
    try:
        raise LookupError(name)
    except LookupError:
        await asyncio.sleep(0.001)
        raise


async def several():
    print(await asyncio.gather(*[failing(name) for name in "ab"], return_exceptions=True))


asyncio.run(several())


@asynccontextmanager
async def transaction(log):
    try:
        yield log
    except ValueError:
        await asyncio.sleep(0.001)
        log.append("rolled back")
        raise


async def use():
    log = []
    try:
        async with transaction(log):
            await asyncio.sleep(0)
            raise ValueError("no")
    except ValueError as error:
        print(log, error)


asyncio.run(use())


def steps():
    try:
        yield "first"
    except ValueError:
        yield "second"
        raise


machine = steps()
print(next(machine), machine.throw(ValueError("thrown")))
try:
    raise KeyError("another")
except KeyError:
    try:
        next(machine)
    except ValueError as error:
        print(repr(error))


@contextmanager
def named(name):
    try:
        yield
    except ZeroDivisionError as error:
        raise RuntimeError(name) from error


try:
    with named("division"):
        1 / 0
except RuntimeError as error:
    print(error, repr(error.__cause__))
