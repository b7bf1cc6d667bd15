import asyncio, traceback
async def c():
    await asyncio.get_running_loop().create_future()
async def main():
    for wait in 0, 1:
        t = asyncio.create_task(c())
        if wait: await asyncio.sleep(0)
        t.cancel('why')
        for _ in range(3):
            try: await t
            except BaseException as e: print(traceback.format_exc(), repr(e.__context__))
        try: t.result()
        except BaseException as e: print(traceback.format_exc(), repr(e.__context__))
        try: t.exception()
        except BaseException as e: print(traceback.format_exc(), repr(e.__context__))
asyncio.run(main())
