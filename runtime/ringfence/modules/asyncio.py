"""asyncio: the public face of the event loop in ``prelude/loop.py``.

How host calls take part: a call that the host answers later gives a future (``Future`` with a
``call_id``); awaiting it suspends the task. When every task waits, the loop leaves the machine
with ``host_wait(seconds to the next timer, or None)``, and goes on with the answers. A future of
the host is taken wherever asyncio wants a coroutine. Order of callbacks and tasks is CPython's.
"""

from _prelude import (
    CancelledError,
    Future,
    InvalidStateError,
    Task,
    _HOST_MINOR,
    _Loop,
    _await,
    _cancel_all,
    _coroutine_of,
    _current_loop,
    _generic_alias,
    _is_coroutine,
    _run_coroutine,
    _running_loop,
    _run_state,
    coroutine,
)

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

TimeoutError = TimeoutError
AbstractEventLoop = _Loop



class QueueEmpty(Exception):
    """Raised when Queue.get_nowait() is called on an empty Queue."""

    __module__ = "asyncio.queues"


class QueueFull(Exception):
    """Raised when Queue.put_nowait() is called on a full Queue."""

    __module__ = "asyncio.queues"


class QueueShutDown(Exception):
    """Raised when putting on to or getting from a shut-down Queue."""

    __module__ = "asyncio.queues"


class BrokenBarrierError(RuntimeError):
    """Barrier is broken by barrier.abort() call."""

    __module__ = "asyncio.exceptions"


class IncompleteReadError(EOFError):
    """Incomplete read error."""

    __module__ = "asyncio.exceptions"


class LimitOverrunError(Exception):
    """Reached the buffer limit while looking for a separator."""

    __module__ = "asyncio.exceptions"


class SendfileNotAvailableError(RuntimeError):
    """Sendfile syscall is not available."""

    __module__ = "asyncio.exceptions"


# ---------------------------------------------------------------- the loop
def get_running_loop():
    loop = _running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop():
    return _current_loop()


def new_event_loop():
    return _Loop()


def set_event_loop(loop):
    _run_state()["default"] = loop


def run(main, *, debug=None, loop_factory=None):
    if _running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    main = _coroutine_of(main)
    if not _is_coroutine(main):
        raise ValueError(f"a coroutine was expected, got {main!r}")
    return _run_coroutine(main, _Loop() if loop_factory is None else loop_factory())


class Runner:
    """A context manager that runs several coroutines in one loop."""

    __module__ = "asyncio.runners"

    def __init__(self, *, debug=None, loop_factory=None):
        self._loop = None
        self._loop_factory = loop_factory
        self._closed = False

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, exc_type, exc, traceback):
        self.close()

    def close(self):
        if self._loop is not None and not self._closed:
            _cancel_all(self._loop)
            self._closed = True

    def get_loop(self):
        if self._closed:
            raise RuntimeError("Runner is closed")
        if self._loop is None:
            self._loop = _Loop() if self._loop_factory is None else self._loop_factory()
        return self._loop

    def run(self, coro, *, context=None):
        coro = _coroutine_of(coro)
        if not _is_coroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        return self.get_loop().run_until_complete(coro)


# ---------------------------------------------------------------- tasks
def iscoroutine(obj):
    return _is_coroutine(obj) or (isinstance(obj, Future) and obj.call_id is not None)


def iscoroutinefunction(func):
    code = getattr(func, "__code__", None)
    return code is not None and bool(code.co_flags & 0x80)


def isfuture(obj):
    return isinstance(obj, Future)


def current_task(loop=None):
    return (get_running_loop() if loop is None else loop)._current


def all_tasks(loop=None):
    loop = get_running_loop() if loop is None else loop
    return {task for task in loop._tasks if not task.done()}


def create_task(coro, *, name=None, context=None, **kwargs):
    loop = get_running_loop()
    return Task(_coroutine_of(coro), loop=loop, name=name)


def ensure_future(coro_or_future, *, loop=None):
    if isinstance(coro_or_future, Future):
        if loop is not None and loop is not coro_or_future._loop:
            raise ValueError("The future belongs to a different loop than the one specified "
                             "as the loop argument")
        return coro_or_future
    if not _is_coroutine(coro_or_future):
        if not hasattr(type(coro_or_future), "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _await(coro_or_future)
    return Task(coro_or_future, loop=_current_loop() if loop is None else loop)


def wrap_future(future, *, loop=None):
    return future


class _Pause:
    """Gives the other tasks a turn."""

    def __await__(self):
        yield


async def sleep(delay, result=None):
    if _HOST_MINOR >= 13 and delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    if delay <= 0:
        await _Pause()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_if_pending, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _set_if_pending(future, result):
    if not future.done():
        future.set_result(result)


class _Gathering(Future):
    """The future of gather: cancelling it cancels what is gathered."""

    __slots__ = ("_children", "_cancel_requested")

    def __init__(self, children, *, loop):
        Future.__init__(self, loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        loop = _current_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer
    children = []
    known = {}
    loop = None
    n_finished = 0
    outer = None

    def done(child):
        nonlocal n_finished
        n_finished += 1
        if outer is None or outer.done():
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._cancelled_error())
                return
            error = child.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if n_finished < len(known):
            return
        results = []
        for child in children:
            if child.cancelled():
                result = CancelledError("" if child._cancel_message is None
                                        else child._cancel_message)
            else:
                result = child.exception()
                if result is None:
                    result = child.result()
            results.append(result)
        if outer._cancel_requested:
            outer.set_exception(child._cancelled_error())
        else:
            outer.set_result(results)

    for item in coros_or_futures:
        child = known.get(id(item))
        if child is None:
            child = ensure_future(item, loop=loop)
            if loop is None:
                loop = child._loop
            known[id(item)] = child
            child.add_done_callback(done)
        children.append(child)
    outer = _Gathering(children, loop=loop)
    return outer


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner._loop.create_future()

    def inner_done(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def outer_done(outer):
        if not inner.done():
            inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    ordered = list(dict.fromkeys(fs))
    for item in ordered:
        if _is_coroutine(item):
            raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    return await _wait(ordered, timeout, return_when, loop)


async def _wait(futures, timeout, return_when, loop):
    waiter = loop.create_future()
    handle = None
    n_left = 0
    for future in futures:
        if not future.done():
            n_left += 1
    done_first = len(futures) - n_left

    def release():
        if not waiter.done():
            waiter.set_result(None)

    def on_done(future):
        nonlocal n_left
        n_left -= 1
        if (n_left <= 0 or return_when == FIRST_COMPLETED
                or return_when == FIRST_EXCEPTION and not future.cancelled()
                and future.exception() is not None):
            release()

    failed = any(f.done() and not f.cancelled() and f.exception() is not None for f in futures)
    ready = (n_left == 0 or done_first and return_when == FIRST_COMPLETED
             or failed and return_when == FIRST_EXCEPTION)
    if not ready:
        pending = [future for future in futures if not future.done()]
        if timeout is not None:
            handle = loop.call_later(timeout, release)
        for future in pending:
            future.add_done_callback(on_done)
        try:
            await waiter
        finally:
            if handle is not None:
                handle.cancel()
            for future in pending:
                future.remove_done_callback(on_done)
    done, pending = set(), set()
    for future in futures:
        (done if future.done() else pending).add(future)
    return done, pending


async def wait_for(fut, timeout):
    if _HOST_MINOR >= 12:
        if fut is not None and not isfuture(fut) and not _is_coroutine(fut):
            fut = _await(fut)
        if timeout is not None and timeout <= 0:
            fut = ensure_future(fut)
            if fut.done():
                return fut.result()
            await _cancel_and_wait(fut)
            try:
                return fut.result()
            except CancelledError as error:
                raise TimeoutError from error
        async with Timeout(None if timeout is None else get_running_loop().time() + timeout):
            return await fut
    loop = get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError() from error
    waiter = loop.create_future()
    handle = loop.call_later(timeout, _set_if_pending, waiter, None)

    def on_done(future):
        _set_if_pending(waiter, None)

    fut = ensure_future(fut, loop=loop)
    fut.add_done_callback(on_done)
    try:
        try:
            await waiter
        except CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(on_done)
            await _cancel_and_wait(fut)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(on_done)
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as error:
            raise TimeoutError() from error
    finally:
        handle.cancel()


async def _cancel_and_wait(future):
    loop = get_running_loop()
    waiter = loop.create_future()

    def on_done(future):
        _set_if_pending(waiter, None)

    future.add_done_callback(on_done)
    try:
        future.cancel()
        await waiter
    finally:
        future.remove_done_callback(on_done)


def as_completed(fs, *, timeout=None):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
    loop = _current_loop()
    finished = Queue()
    todo = {}
    for item in dict.fromkeys(fs):
        todo[ensure_future(item, loop=loop)] = None
    handle = None

    def on_timeout():
        for future in todo:
            future.remove_done_callback(on_done)
            finished.put_nowait(None)
        todo.clear()

    def on_done(future):
        if future not in todo:
            return
        del todo[future]
        finished.put_nowait(future)
        if not todo and handle is not None:
            handle.cancel()

    async def wait_for_one():
        future = await finished.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(on_done)
    if todo and timeout is not None:
        handle = loop.call_later(timeout, on_timeout)
    for _ in range(len(todo)):
        yield wait_for_one()


async def to_thread(func, /, *args, **kwargs):
    """Call a function; there are no threads, so it is called at once."""
    await _Pause()
    return func(*args, **kwargs)


# ---------------------------------------------------------------- timeouts and groups
class Timeout:
    """Cancels the task inside it when its time is over."""

    __module__ = "asyncio.timeouts"

    def __init__(self, when):
        self._state = "created"
        self._handle = None
        self._task = None
        self._when = when
        self._n_cancelling = 0

    def when(self):
        return self._when

    def reschedule(self, when):
        if self._state != "active":
            if self._state == "created":
                raise RuntimeError("Timeout has not been entered")
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        if when is None:
            self._handle = None
            return
        loop = get_running_loop()
        if when <= loop.time():
            self._handle = loop.call_soon(self._on_timeout)
        else:
            self._handle = loop.call_at(when, self._on_timeout)

    def expired(self):
        return self._state in ("expiring", "expired")

    def __repr__(self):
        info = ""
        if self._state == "active":
            when = round(self._when, 3) if self._when is not None else None
            info = f" when={when}"
        return f"<Timeout [{self._state}]{info}>"

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._n_cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._n_cancelling and exc_type is not None:
                if issubclass(exc_type, CancelledError):
                    raise TimeoutError from exc_val
        elif self._state == "active":
            self._state = "finished"
        return None

    def _on_timeout(self):
        self._task.cancel()
        self._state = "expiring"
        self._handle = None


def timeout(delay):
    return Timeout(get_running_loop().time() + delay if delay is not None else None)


def timeout_at(when):
    return Timeout(when)


class TaskGroup:
    """Tasks that end together."""

    __module__ = "asyncio.taskgroups"

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._on_completed = None

    def __repr__(self):
        info = [""]
        if self._tasks:
            info.append(f"tasks={len(self._tasks)}")
        if self._errors:
            info.append(f"errors={len(self._errors)}")
        if self._aborting:
            info.append("cancelling")
        elif self._entered:
            info.append("entered")
        return f"<TaskGroup{' '.join(info)}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._entered = True
        self._loop = get_running_loop()
        self._parent_task = current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f"TaskGroup {self!r} cannot determine the parent task")
        return self

    async def __aexit__(self, et, exc, tb):
        self._exiting = True
        if exc is not None and isinstance(exc, (SystemExit, KeyboardInterrupt)):
            if self._base_error is None:
                self._base_error = exc
        propagate = exc if et is not None and issubclass(et, CancelledError) else None
        if self._parent_cancel_requested:
            if self._parent_task.uncancel() == 0:
                propagate = None
        if et is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._on_completed is None:
                self._on_completed = self._loop.create_future()
            try:
                await self._on_completed
            except CancelledError as error:
                if not self._aborting:
                    propagate = error
                    self._abort()
            self._on_completed = None
        if self._base_error is not None:
            raise self._base_error
        if propagate is not None and not self._errors:
            raise propagate
        if et is not None and not issubclass(et, CancelledError):
            self._errors.append(exc)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)

    def create_task(self, coro, *, name=None, context=None, **kwargs):
        if not self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._exiting and not self._tasks:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._aborting:
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        task = self._loop.create_task(coro, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._on_task_done)
        return task

    def _abort(self):
        self._aborting = True
        for task in self._loop._tasks[:]:
            if task in self._tasks and not task.done():
                task.cancel()

    def _on_task_done(self, task):
        self._tasks.discard(task)
        if self._on_completed is not None and not self._tasks and not self._on_completed.done():
            self._on_completed.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        if self._parent_task.done():
            return
        if not self._aborting and not self._parent_cancel_requested:
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()


# ---------------------------------------------------------------- locks
class Lock:
    """A mutual exclusion lock for tasks."""

    __module__ = "asyncio.locks"

    def __init__(self):
        self._waiters = []
        self._locked = False

    def __repr__(self):
        state = "locked" if self._locked else "unlocked"
        extra = f", waiters:{len(self._waiters)}" if self._waiters else ""
        return f"<asyncio.locks.Lock object at 0x{id(self):012x} [{state}{extra}]>"

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and all(w.cancelled() for w in self._waiters):
            self._locked = True
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not self._locked:
                self._wake_first()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake_first()

    def _wake_first(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class Event:
    """A flag that tasks wait for."""

    __module__ = "asyncio.locks"

    def __init__(self):
        self._waiters = []
        self._value = False

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if self._value:
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition:
    """A condition variable for tasks."""

    __module__ = "asyncio.locks"

    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self._waiters = []

    async def wait(self):
        if not self._lock.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self._lock.release()
        try:
            waiter = get_running_loop().create_future()
            self._waiters.append(waiter)
            try:
                await waiter
                return True
            finally:
                self._waiters.remove(waiter)
        finally:
            cancelled = None
            while True:
                try:
                    await self._lock.acquire()
                    break
                except CancelledError as error:
                    cancelled = error
            if cancelled is not None:
                raise cancelled

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._lock.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        count = 0
        for waiter in self._waiters:
            if count >= n:
                break
            if not waiter.done():
                count += 1
                waiter.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))

    async def __aenter__(self):
        await self._lock.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self._lock.release()


class Semaphore:
    """A counter that tasks take from and give back to."""

    __module__ = "asyncio.locks"

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = []
        self._value = value

    def locked(self):
        return self._value == 0 or any(not w.cancelled() for w in self._waiters)

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        waiter = get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._value += 1
                self._wake_next()
            raise
        if self._value > 0:
            self._wake_next()
        return True

    def release(self):
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    """A semaphore that cannot be given back more than was taken."""

    __module__ = "asyncio.locks"

    def __init__(self, value=1):
        self._bound = value
        Semaphore.__init__(self, value)

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Barrier:
    """A point that a number of tasks pass together."""

    __module__ = "asyncio.locks"

    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._condition = Condition()
        self._parties = parties
        self._state = "filling"
        self._count = 0

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        async with self._condition:
            while self._state in ("draining", "resetting"):
                await self._condition.wait()
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = "draining"
                    self._condition.notify_all()
                else:
                    await self._condition.wait_for(lambda: self._state != "filling")
                    if self._state in ("broken", "resetting"):
                        raise BrokenBarrierError("Abort or reset of barrier")
                return index
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in ("resetting", "draining"):
                        self._state = "filling"
                    self._condition.notify_all()

    async def reset(self):
        async with self._condition:
            if self._count > 0:
                if self._state != "resetting":
                    self._state = "resetting"
            else:
                self._state = "filling"
            self._condition.notify_all()

    async def abort(self):
        async with self._condition:
            self._state = "broken"
            self._condition.notify_all()


# ---------------------------------------------------------------- queues
class Queue:
    """A FIFO queue between tasks."""

    __module__ = "asyncio.queues"

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = []
        self._putters = []
        self._n_unfinished = 0
        self._finished = Event()
        self._finished.set()
        self._is_shutdown = False
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop(0)

    def _put(self, item):
        self._queue.append(item)

    def _wake_next(self, waiters):
        while waiters:
            waiter = waiters.pop(0)
            if not waiter.done():
                waiter.set_result(None)
                break

    def __repr__(self):
        return f"<{type(self).__name__} maxsize={self._maxsize!r}>"

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def put(self, item):
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            putter = get_running_loop().create_future()
            self._putters.append(putter)
            try:
                await putter
            except BaseException:
                putter.cancel()
                if putter in self._putters:
                    self._putters.remove(putter)
                if not self.full() and not putter.cancelled():
                    self._wake_next(self._putters)
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._n_unfinished += 1
        self._finished.clear()
        self._wake_next(self._getters)

    async def get(self):
        while self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            getter = get_running_loop().create_future()
            self._getters.append(getter)
            try:
                await getter
            except BaseException:
                getter.cancel()
                if getter in self._getters:
                    self._getters.remove(getter)
                if not self.empty() and not getter.cancelled():
                    self._wake_next(self._getters)
                raise
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        self._wake_next(self._putters)
        return item

    def task_done(self):
        if self._n_unfinished <= 0:
            raise ValueError("task_done() called too many times")
        self._n_unfinished -= 1
        if self._n_unfinished == 0:
            self._finished.set()

    async def join(self):
        if self._n_unfinished > 0:
            await self._finished.wait()

    def shutdown(self, immediate=False):
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._n_unfinished > 0:
                    self._n_unfinished -= 1
            if self._n_unfinished == 0:
                self._finished.set()
        while self._getters:
            self._wake_next(self._getters)
        while self._putters:
            self._wake_next(self._putters)


class PriorityQueue(Queue):
    """A queue that gives the lowest entry first."""

    __module__ = "asyncio.queues"

    def _put(self, item):
        queue = self._queue
        queue.append(item)
        at = len(queue) - 1
        while at > 0:
            parent = (at - 1) >> 1
            if not item < queue[parent]:
                break
            queue[at] = queue[parent]
            at = parent
        queue[at] = item

    def _get(self):
        queue = self._queue
        last = queue.pop()
        if not queue:
            return last
        first, queue[0] = queue[0], last
        at, n = 0, len(queue)
        start = at
        child = 1
        while child < n:
            right = child + 1
            if right < n and not queue[child] < queue[right]:
                child = right
            queue[at] = queue[child]
            at = child
            child = 2 * at + 1
        queue[at] = last
        while at > start:
            parent = (at - 1) >> 1
            if not last < queue[parent]:
                break
            queue[at] = queue[parent]
            at = parent
        queue[at] = last
        return first


class LifoQueue(Queue):
    """A queue that gives the entry put last first."""

    __module__ = "asyncio.queues"

    def _get(self):
        return self._queue.pop()
