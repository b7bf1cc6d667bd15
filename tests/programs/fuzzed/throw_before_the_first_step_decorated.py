import traceback, functools
def deco(f): return f
@deco
@deco
def g(a,
      b=1):  # comment
    yield 1
async def c():
    await x
class K:
    def m(self): yield self
z = (q
     for q in 'ab')
ag = None
async def agen():
    yield 1
for it in (g(1), c(), K().m(), z):
    try: it.throw(ValueError(1))
    except BaseException: print(traceback.format_exc())
    try: it.throw(ValueError(2))
    except BaseException: print(traceback.format_exc())
import asyncio
async def main():
    t = asyncio.create_task(c())
    t.cancel()
    try: await t
    except BaseException: print(traceback.format_exc())
    a = agen()
    try: await a.athrow(ValueError(4))
    except BaseException: print(traceback.format_exc())
asyncio.run(main())
