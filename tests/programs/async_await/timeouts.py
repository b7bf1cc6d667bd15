import asyncio
async def slow(n=10):
    try: await asyncio.sleep(n); return "slept"
    except asyncio.CancelledError: print("slow cancelled"); raise
async def main():
    try: await asyncio.wait_for(slow(), 0.01)
    except asyncio.TimeoutError as e: print("timeout", type(e) is TimeoutError, e.args)
    print(await asyncio.wait_for(slow(0), 5), await asyncio.wait_for(slow(0), None))
    try:
        async with asyncio.timeout(0.01) as cm: await slow()
    except TimeoutError: print("cm", cm.expired())
    async with asyncio.timeout(None) as cm: pass
    print(cm.expired(), cm.when())
    async with asyncio.timeout(10) as cm:
        cm.reschedule(None)
        await asyncio.sleep(0)
    try:
        async with asyncio.timeout(5):
            async with asyncio.timeout(0.01): await slow()
    except TimeoutError: print("inner only")
    try: await asyncio.wait_for(slow(), 0)
    except TimeoutError: print("zero")
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.01): await slow()
    except TimeoutError: print("timeout_at")
    try:
        async with asyncio.timeout(1): raise ValueError("through")
    except ValueError as e: print(e)
asyncio.run(main())
