# A queue that would wait for ever is an error
#
# Cause: There are no threads that could put or take anything.
# Way out: Use `get_nowait()` and `put_nowait()`, or `asyncio.Queue`.
# CPython prints: nothing, and waits for ever
# Ringfence prints:
#     RuntimeError: get() would wait for ever: there are no threads here

import queue

queue.Queue().get()
