"""Paging through an API with gather: host coroutines run concurrently outside.

    python examples/paging.py
"""

import asyncio
import time

import ringfence

AGENT = """
import asyncio

first = await fetch_page(1)
rest = await asyncio.gather(*[fetch_page(n) for n in range(2, first['pages'] + 1)])
rows = first['rows'] + [row for page in rest for row in page['rows']]
{'rows': len(rows), 'sum': sum(rows), 'last': rows[-1]}
"""


async def fetch_page(number: int) -> dict[str, object]:
    await asyncio.sleep(0.05)  # the network
    return {"pages": 8, "rows": list(range(number * 10, number * 10 + 10))}


async def main() -> None:
    program = ringfence.Monty(AGENT)
    started = time.perf_counter()
    output = await ringfence.run_monty_async(
        program, external_functions={"fetch_page": fetch_page}
    )
    waited = time.perf_counter() - started
    print(output)
    print("eight pages, in the time of", "two" if waited < 0.35 else "many")


if __name__ == "__main__":
    asyncio.run(main())
