class Api:
    """A pretend service: pages, rate limits, failures."""

    def __init__(self, items, size, fail_on=()):
        self.items, self.size, self.fail_on, self.calls = items, size, set(fail_on), 0

    def page(self, cursor=None):
        self.calls += 1
        if self.calls in self.fail_on:
            raise ConnectionError(f"call {self.calls} dropped")
        start = cursor or 0
        end = start + self.size
        return {"data": self.items[start:end], "next": end if end < len(self.items) else None}


def with_retries(function, *args, attempts=3, log):
    for attempt in range(attempts):
        try:
            return function(*args)
        except ConnectionError as error:
            log.append(f"attempt {attempt + 1}: {error}")
            last = error
    raise TimeoutError(f"gave up after {attempts}") from last


def fetch_all(api, log):
    cursor = None
    while True:
        page = with_retries(api.page, cursor, log=log)
        yield from page["data"]
        cursor = page["next"]
        if cursor is None:
            return


log = []
api = Api(list(range(10)), 4, fail_on=[2, 3])
print(list(fetch_all(api, log)), api.calls, log)
try:
    list(fetch_all(Api([1], 1, fail_on=[1, 2, 3]), log))
except TimeoutError as error:
    print(error, "/", error.__cause__, isinstance(error, OSError))


class Event:
    def __init__(self): self.handlers = []

    def __iadd__(self, handler):
        self.handlers.append(handler)
        return self

    def __call__(self, *args, **kwargs):
        return [h(*args, **kwargs) for h in self.handlers]


class Pipeline:
    def __init__(self, *steps): self.steps = steps
    def __or__(self, step): return Pipeline(*self.steps, step)

    def __call__(self, value):
        for step in self.steps:
            value = step(value)
        return value


changed = Event()
changed += lambda x, scale=1: x * scale
changed += str
print(changed(3), (Pipeline(str.strip) | str.title | (lambda s: s.split()) | len)("  a quick test "))
try:
    changed(3, scale=2)
except TypeError as error:
    print(type(error).__name__)
