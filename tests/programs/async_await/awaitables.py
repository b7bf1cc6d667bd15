"""Coroutines by hand: send, throw, close, __await__, types.coroutine, misuse."""
import asyncio
import inspect
import types


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield ("asked", self.value)
        return got


@types.coroutine
def step(n):
    answer = yield n
    return answer


async def program():
    a = await Ready(1)
    b = await step(2)
    try:
        await Ready(3)
    except ValueError as error:
        b = f"{b} {error}"
    return a, b


run = program()
print(type(run).__name__, run.__name__, run.__qualname__, run.cr_running, inspect.getcoroutinestate(run))
print(run.send(None), run.send("A"), run.send("B"), inspect.getcoroutinestate(run))
try:
    run.throw(ValueError("thrown"))
except StopIteration as stop:
    print(stop.value, inspect.getcoroutinestate(run))
try:
    run.send(None)
except RuntimeError as error:
    print(error)


async def cleaning():
    try:
        await Ready("x")
    finally:
        print("cleaned")


c = cleaning()
c.send(None)
c.close()
fresh = cleaning()
try:
    fresh.send(5)
except TypeError as error:
    print(error)
fresh.close()


class BadIter:
    def __await__(self):
        return 5


class NoAwait:
    pass


async def bad(value):
    return await value


for value in (BadIter(), NoAwait(), 5, None, [1]):
    try:
        bad(value).send(None)
    except TypeError as error:
        print(error)


async def again(coroutine):
    return await coroutine, await coroutine


async def one():
    return 1


try:
    asyncio.run(again(one()))
except RuntimeError as error:
    print(error)
for wrong in (lambda: asyncio.run(5), lambda: asyncio.run(one)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, "a coroutine" in str(error))
print(inspect.iscoroutinefunction(one), inspect.isawaitable(Ready(1)), inspect.isasyncgenfunction(one))


async def returns_coroutine():
    return one()


async def main():
    inner = await returns_coroutine()
    print(await inner)
    print(await (await returns_coroutine()))
    lazy = one()
    print(await lazy)
    return [await f() for f in (one, one)], await asyncio.sleep(0, "slept")


print(asyncio.run(main()))


def generator_cannot():
    yield from one_as_generator()


@types.coroutine
def one_as_generator():
    yield "inside"
    return 9


print(list(generator_cannot()))
