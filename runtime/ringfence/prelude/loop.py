"""The event loop: futures, tasks, timers. ``modules/asyncio.py`` is its public face.

The loop runs inside the machine, in the order CPython's asyncio has: a FIFO of ready callbacks, a
heap of timers. It lives in a run's STATE_TASK, a dict: call id -> future of an answer that the
host owes, "loop" -> the loop that runs.

When nothing is ready, ``host_wait(seconds or None)`` leaves the machine. The host answers with a
list of (call id, failed, value or the parts of an exception); an empty list says that the time is
over. An entry with call id -1 tells how many seconds have passed. Time is the loop's own: it
begins at 0 and goes on by what was waited, so that a run depends on the host's answers only.
"""

from _kernel import host_wait, state_get, state_set

_PENDING, _CANCELLED, _FINISHED = "PENDING", "CANCELLED", "FINISHED"


class CancelledError(BaseException):
    """The Future or Task was cancelled."""

    __module__ = "asyncio.exceptions"


class InvalidStateError(Exception):
    """The operation is not allowed in this state."""

    __module__ = "asyncio.exceptions"


def _run_state():
    """What belongs to the event loop in this run."""
    state = state_get(148)
    if state is None:
        state = {}
        state_set(148, state)
    return state


class Future:
    """A result that is not there yet."""

    __module__ = "_asyncio"

    __slots__ = ("_state", "_result", "_exception", "_callbacks", "_cancel_message", "_loop",
                 "call_id", "_waited_by_task", "_cancelling_error")

    def __init__(self, *, loop=None):
        self._state = _PENDING
        self._result = None
        self._exception = None
        self._callbacks = []
        self._cancel_message = None
        self._loop = loop if loop is not None else _current_loop()
        self.call_id = None
        self._waited_by_task = False
        self._cancelling_error = None  # of the coroutine: the first who asks gets it as it is

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state is not _PENDING

    def cancelled(self):
        return self._state is _CANCELLED

    def cancel(self, msg=None):
        if self._state is not _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _cancelled_error(self):
        error = self._cancelling_error
        if error is not None:
            self._cancelling_error = None
            return error
        if self._cancel_message is None:
            return CancelledError()
        return CancelledError(self._cancel_message)

    def result(self):
        if self._state is _CANCELLED:
            raise self._cancelled_error()
        if self._state is _PENDING:
            raise InvalidStateError("Result is not set.")
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state is _CANCELLED:
            raise self._cancelled_error()
        if self._state is _PENDING:
            raise InvalidStateError("Exception is not set.")
        return self._exception

    def set_result(self, result):
        if self._state is not _PENDING:
            raise InvalidStateError("invalid state")
        self._result = result
        self._state = _FINISHED
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state is not _PENDING:
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception = exception
        self._state = _FINISHED
        self._schedule_callbacks()

    def add_done_callback(self, fn, *, context=None):
        if self._state is not _PENDING:
            self._loop.call_soon(fn, self)
        else:
            self._callbacks.append(fn)

    def remove_done_callback(self, fn):
        kept = [known for known in self._callbacks if known != fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def _schedule_callbacks(self):
        callbacks = self._callbacks
        self._callbacks = []
        for callback in callbacks:
            self._loop.call_soon(callback, self)

    def __await__(self):
        if self._state is _PENDING:
            self._waited_by_task = True
            yield self
        if self._state is _PENDING:
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__

    def __repr__(self):
        return f"<Future {_future_info(self)}>"

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


def _future_info(future):
    if future._state is not _FINISHED:
        return future._state.lower()
    if future._exception is not None:
        return f"finished exception={future._exception!r}"
    return f"finished result={future._result!r}"


_STATE_DECIMAL = 165  # the decimal contexts of modules/_decimal_context.py; each task has its own


class Task(Future):
    """A coroutine that the loop runs."""

    __module__ = "_asyncio"

    __slots__ = ("_coroutine", "_name", "_must_cancel", "_waiting_for", "_n_cancel_requests",
                 "_decimals")

    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        Future.__init__(self, loop=loop)
        if not _is_coroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        self._coroutine = coro
        self._must_cancel = False
        self._waiting_for = None
        self._n_cancel_requests = 0
        loop = self._loop
        if name is None:
            loop._n_tasks += 1
            name = f"Task-{loop._n_tasks}"
        self._name = str(name)
        decimals = state_get(_STATE_DECIMAL)
        self._decimals = None if decimals is None else [*decimals]
        loop._tasks.append(self)
        loop.call_soon(self._step)

    def get_coro(self):
        return self._coroutine

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        if self._state is not _PENDING:
            return False
        self._n_cancel_requests += 1
        if self._waiting_for is not None and self._waiting_for.cancel(msg=msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._n_cancel_requests

    def uncancel(self):
        if self._n_cancel_requests > 0:
            self._n_cancel_requests -= 1
            if _HOST_MINOR >= 13 and self._n_cancel_requests == 0:
                self._must_cancel = False
        return self._n_cancel_requests

    def _finish(self, state, result, exception):
        self._state = state
        self._result = result
        self._exception = exception
        tasks = self._loop._tasks
        for number in range(len(tasks)):
            if tasks[number] is self:
                del tasks[number]
                break
        self._schedule_callbacks()

    def _step(self, exception=None):
        if self._state is not _PENDING:
            raise InvalidStateError(f"_step(): already done: {self!r}, {exception!r}")
        loop = self._loop
        coroutine = self._coroutine
        if self._must_cancel:
            if not isinstance(exception, CancelledError):
                exception = self._cancelled_error()
            self._must_cancel = False
        self._waiting_for = None
        before = loop._current
        loop._current = self
        decimals = state_get(_STATE_DECIMAL)
        state_set(_STATE_DECIMAL, self._decimals)
        try:
            if exception is None:
                waited = coroutine.send(None)
            else:
                waited = coroutine.throw(exception)
        except StopIteration as stop:
            if self._must_cancel:
                self._finish(_CANCELLED, None, None)
            else:
                self._finish(_FINISHED, stop.value, None)
        except CancelledError as error:
            self._cancel_message = None
            self._cancelling_error = error
            self._finish(_CANCELLED, None, None)
        except (KeyboardInterrupt, SystemExit) as error:
            self._finish(_FINISHED, None, error)
            raise
        except BaseException as error:
            self._finish(_FINISHED, None, error)
        else:
            self._wait_for(waited)
        finally:
            loop._current = before
            self._decimals = state_get(_STATE_DECIMAL)
            state_set(_STATE_DECIMAL, decimals)

    def _wait_for(self, waited):
        loop = self._loop
        if waited is None:
            loop.call_soon(self._step)
        elif isinstance(waited, Future):
            if waited is self:
                loop.call_soon(
                    self._step, RuntimeError(f"Task cannot await on itself: {self!r}"))
                return
            if not waited._waited_by_task:
                loop.call_soon(self._step, RuntimeError(
                    f"yield was used instead of yield from in task {self!r} with {waited!r}"))
                return
            waited._waited_by_task = False
            waited.add_done_callback(self._wake_up)
            self._waiting_for = waited
            if self._must_cancel and waited.cancel(msg=self._cancel_message):
                self._must_cancel = False
        else:
            loop.call_soon(self._step, RuntimeError(f"Task got bad yield: {waited!r}"))

    def _wake_up(self, future):
        error = None
        try:
            future.result()
        except BaseException as raised:
            error = raised
        self._step(error)  # here, not while the error is handled: it would be a context

    def __repr__(self):
        name = getattr(self._coroutine, "__qualname__", "coroutine")
        return f"<Task {_future_info(self)} name={self._name!r} coro=<{name}()>>"


def _is_coroutine(obj):
    kind = type(obj)
    return kind is coroutine or (
        kind is not generator and hasattr(kind, "send") and hasattr(kind, "__await__"))


class _Handle:
    """A callback that was asked for."""

    __slots__ = ("_callback", "_args", "_cancelled", "_when", "_number")

    def __init__(self, callback, args, when, number):
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._when = when
        self._number = number

    def cancel(self):
        self._cancelled = True
        self._callback = None

    def cancelled(self):
        return self._cancelled

    def when(self):
        return self._when


class _Loop:
    """Ready callbacks and timers of a run."""

    __slots__ = ("_ready", "_timers", "_now", "_n_timers", "_n_tasks", "_tasks", "_current",
                 "_running", "_closed", "_stopping", "_debug")

    def __init__(self):
        self._ready = []
        self._timers = []
        self._now = 0.0
        self._n_timers = 0
        self._n_tasks = 0
        self._tasks = []
        self._current = None
        self._running = False
        self._closed = False
        self._stopping = False
        self._debug = False

    def time(self):
        return self._now

    def call_soon(self, callback, *args, context=None):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        handle = _Handle(callback, args, None, 0)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        return self.call_soon(callback, *args)

    def call_later(self, delay, callback, *args, context=None):
        return self.call_at(self._now + delay, callback, *args)

    def call_at(self, when, callback, *args, context=None):
        if self._closed:
            raise RuntimeError("Event loop is closed")
        self._n_timers += 1
        handle = _Handle(callback, args, when, self._n_timers)
        timers = self._timers
        low, high = 0, len(timers)
        while low < high:
            middle = (low + high) >> 1
            if timers[middle]._when <= when:
                low = middle + 1
            else:
                high = middle
        timers.insert(low, handle)
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None, **kwargs):
        return Task(_coroutine_of(coro), loop=self, name=name)

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def close(self):
        if self._running:
            raise RuntimeError("Cannot close a running event loop")
        self._closed = True

    def stop(self):
        self._stopping = True

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = bool(enabled)

    def run_until_complete(self, future):
        if self._running or _run_state().get("loop") is not None:
            raise RuntimeError("This event loop is already running" if self._running else
                               "Cannot run the event loop while another loop is running")
        if self._closed:
            raise RuntimeError("Event loop is closed")
        if not isinstance(future, Future):
            future = Task(_coroutine_of(future), loop=self)
        self._drive(future)
        return future.result()

    def run_forever(self):
        self._drive(None)

    async def shutdown_asyncgens(self):
        return None

    async def shutdown_default_executor(self, timeout=None):
        return None

    def _drive(self, future):
        """Run until the future is done (or, without one, until ``stop``)."""
        state = _run_state()
        before = state.get("loop")
        state["loop"] = self
        self._running = True
        self._stopping = False
        try:
            while future is None or future._state is _PENDING:
                self._turn()
                if self._stopping:
                    break
            if future is not None and future._state is _PENDING:
                raise RuntimeError("Event loop stopped before Future completed.")
        finally:
            self._running = False
            state["loop"] = before

    def _turn(self):
        """Wait if there is nothing else to do, then run what was ready at the start."""
        timers = self._timers
        while timers and timers[0]._cancelled:
            del timers[0]
        if not self._ready and not self._stopping:
            if timers:
                delay = timers[0]._when - self._now
                if delay > 0:
                    _host_receive(delay)
            else:
                _host_receive(None)
        count = 0
        while count < len(timers) and timers[count]._when <= self._now:
            count += 1
        if count:
            for handle in timers[:count]:
                if not handle._cancelled:
                    self._ready.append(handle)
            del timers[:count]
        ready = self._ready
        self._ready = []
        number = 0
        try:
            for number, handle in enumerate(ready):
                if not handle._cancelled:
                    handle._callback(*handle._args)
        except BaseException:
            self._ready = ready[number + 1:] + self._ready
            raise


def _running_loop():
    """The loop that runs, or None."""
    state = state_get(148)
    return None if state is None else state.get("loop")


def _current_loop():
    """The loop that runs, or the run's own one, made on need."""
    state = _run_state()
    loop = state.get("loop")
    if loop is None:
        loop = state.get("default")
        if loop is None:
            loop = state["default"] = _Loop()
    return loop


async def _await(awaitable):
    return await awaitable


def _coroutine_of(awaitable):
    """A coroutine for what the host (or a class with ``__await__``) gives in place of one."""
    if isinstance(awaitable, Future) and awaitable.call_id is not None:
        return _await(awaitable)
    return awaitable


# ---------------------------------------------------------------- the host's side
def _op_host_future(call_id):
    future = Future()
    future.call_id = call_id
    _run_state()[call_id] = future
    return future


def _host_receive(timeout):
    """Wait for answers and hand them to their futures; the time goes on."""
    loop = _current_loop()
    state = _run_state()
    answers = host_wait(timeout)
    if not answers and timeout is not None:
        loop._now += timeout
    for call_id, failed, value in answers:
        if call_id == -1:
            loop._now += value
            continue
        future = state.pop(call_id, None)
        if future is None or future._state is not _PENDING:
            continue
        if failed:
            future.set_exception(_host_exception(*value))
        else:
            future.set_result(value)


def _op_host_answers(answers):
    state = _run_state()
    for call_id, failed, value in answers:
        future = state.pop(call_id, None)
        if future is not None and future._state is _PENDING:
            if failed:
                future.set_exception(_host_exception(*value))
            else:
                future.set_result(value)


def _op_run_main(coroutine):
    return _run_coroutine(coroutine, _Loop())


def _run_coroutine(coroutine, loop):
    """What asyncio.run does: run it, then cancel what is left."""
    task = Task(coroutine, loop=loop)
    try:
        loop._drive(task)
    finally:
        _cancel_all(loop)
    return task.result()


def _cancel_all(loop):
    left = [task for task in loop._tasks if task._state is _PENDING]
    if not left:
        return
    for task in left:
        task.cancel()
    for task in left:
        loop._drive(task)
