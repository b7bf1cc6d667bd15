import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f.done(), f.cancelled())
    for g in (f.result, f.exception):
        try: g()
        except asyncio.InvalidStateError as e: print(e)
    f.add_done_callback(lambda x: print("cb", x.result()))
    loop.call_soon(f.set_result, 42)
    print(await f, f.result(), await f)
    await asyncio.sleep(0)
    try: f.set_result(1)
    except asyncio.InvalidStateError as e: print(e)
    g = loop.create_future()
    g.set_exception(ValueError("set"))
    try: await g
    except ValueError as e: print(e, repr(g.exception()))
    h = asyncio.Future()
    print(h.cancel(), h.cancelled(), h.cancel())
    try: await h
    except asyncio.CancelledError: print("cancelled")
    order = []
    loop.call_soon(order.append, 1)
    loop.call_later(0.02, order.append, 3)
    loop.call_later(0.01, order.append, 2)
    handle = loop.call_later(0.015, order.append, "no")
    handle.cancel()
    await asyncio.sleep(0.03)
    print(order, handle.cancelled())
    k = loop.create_future()
    k.set_exception(TypeError)
    try: await k
    except TypeError as e: print(repr(e))
    class Aw:
        def __await__(self):
            yield from asyncio.sleep(0).__await__()
            return "custom"
    print(await Aw())
    try: await 5
    except TypeError as e: print(e)
    class BadAw:
        def __await__(self): return 5
    try: await BadAw()
    except TypeError as e: print(e)
asyncio.run(main())
