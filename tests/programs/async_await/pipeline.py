"""A small crawler: bounded concurrency, retries, results in order, progress by a queue."""
import asyncio

PAGES = {
    "/": ["/a", "/b", "/c"], "/a": ["/a/1", "/b"], "/b": ["/", "/b/1", "/missing"], "/c": [], "/a/1": ["/c"], "/b/1": ["/flaky"], "/flaky": [],
}
attempts = {}


class NotFound(Exception):
    pass


async def fetch(path):
    attempts[path] = attempts.get(path, 0) + 1
    await asyncio.sleep(0.0001 * (len(path) % 3))
    if path == "/flaky" and attempts[path] < 3:
        raise ConnectionError("flaky")
    if path not in PAGES:
        raise NotFound(path)
    return PAGES[path]


async def fetch_retrying(path, times=3):
    for attempt in range(times):
        try:
            return await fetch(path)
        except ConnectionError:
            if attempt == times - 1:
                raise
            await asyncio.sleep(0)


async def crawl(start, width):
    seen, found, errors = {start}, {}, {}
    queue = asyncio.Queue()
    queue.put_nowait((0, start))

    async def worker():
        while True:
            depth, path = await queue.get()
            try:
                links = await fetch_retrying(path)
            except NotFound as error:
                errors[path] = repr(error)
            else:
                found[path] = depth
                for link in links:
                    if link not in seen:
                        seen.add(link)
                        queue.put_nowait((depth + 1, link))
            finally:
                queue.task_done()

    async with asyncio.TaskGroup() as group:
        workers = [group.create_task(worker()) for _ in range(width)]
        await queue.join()
        for task in workers:
            task.cancel()
    return found, errors


async def main():
    for width in (1, 4):
        attempts.clear()
        found, errors = await crawl("/", width)
        print(width, sorted(found.items()), errors, attempts["/flaky"])


asyncio.run(main())
