"""time: the host's clocks, and sleeping in the event loop's way is `asyncio.sleep`."""


@trap
def time(): ...


@trap
def time_ns(): ...


@trap
def monotonic(): ...


@trap
def monotonic_ns(): ...


@trap
def perf_counter(): ...


@trap
def perf_counter_ns(): ...


@trap
def process_time(): ...


@trap
def process_time_ns(): ...


def sleep(seconds, /):
    """Not available: a run never holds up its host."""
    raise NotImplementedError("time.sleep is not supported; use await asyncio.sleep(...)")
