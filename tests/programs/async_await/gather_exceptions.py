import asyncio
async def ok(v, d=0):
    for _ in range(d): await asyncio.sleep(0)
    return v
async def bad(e, d=0):
    for _ in range(d): await asyncio.sleep(0)
    raise e
async def main():
    print(await asyncio.gather(ok(1), bad(ValueError("x")), ok(3), return_exceptions=True))
    try: await asyncio.gather(ok(1, 3), bad(KeyError("k"), 1), bad(ValueError("later"), 2))
    except KeyError as e: print("first", repr(e))
    print(await asyncio.gather())
    c = ok(9)
    try: print(await asyncio.gather(c, c))
    except RuntimeError as e: print(e)
    r = await asyncio.gather(*(ok(i, 3 - i) for i in range(3)))
    print(r)
    try: await asyncio.gather(ok(1), 5)
    except TypeError as e: print(e)
asyncio.run(main())
