import asyncio


async def worker(n):
    await asyncio.sleep(0)
    if n == 2:
        raise LookupError(f"worker {n}")
    return n


async def main():
    tasks = [asyncio.create_task(worker(i)) for i in range(2)]
    print(await asyncio.gather(*tasks))
    await worker(2)


await main()
