"""Each task has a decimal context of its own, made from that of its maker."""

import asyncio
from decimal import Decimal, getcontext, localcontext, setcontext, Context


async def coarse(prec):
    with localcontext() as context:
        context.prec = prec
        for _ in range(3):
            await asyncio.sleep(0)
        return Decimal(1) / Decimal(7)


async def lasting():
    setcontext(Context(prec=4))
    await asyncio.sleep(0)
    return Decimal(2) / 3


async def main():
    tasks = [asyncio.create_task(coarse(prec)) for prec in (3, 9)] + [asyncio.create_task(lasting())]
    await asyncio.sleep(0)
    print(getcontext().prec, Decimal(1) / 3)
    print(await asyncio.gather(*tasks))
    print(getcontext().prec)
    with localcontext(prec=6):
        print(await coarse(2), await asyncio.create_task(lasting()), Decimal(1) / 3)


asyncio.run(main())
print(getcontext().prec)
getcontext().prec = 12


async def again():
    print(Decimal(1) / 3, (await asyncio.gather(coarse(2), coarse(5))))


asyncio.run(again())
print(Decimal(1) / 3)
