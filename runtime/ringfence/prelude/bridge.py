"""What the host's side calls: exceptions of host functions, answers that come later.

A run whose code awaits is driven here. The coroutine of the program yields what it waits for: a
``_HostFuture`` each time nothing else can go on. State of a run lies in STATE_TASK, a dict of the
futures by call id; the prelude itself holds none.
"""

from _kernel import host_wait, state_get, state_set

_STATE_TASK = 148


def _host_exception(name, base, args, number, text):
    """Make the counterpart of a host exception: builtin base class, the host's class name."""
    kind = _exception_classes.get(base, Exception)
    if name != base:
        namespace = {"__module__": "__main__"}
        if text is not None:
            namespace["__str__"] = lambda self: text
        kind = type(name, (kind,), namespace)
    try:
        exception = kind(*args)
    except Exception:
        exception = kind.__new__(kind)
        exception.args = args
    if number >= 0:
        exception.__host_number__ = number
    return exception


def _op_raise_from_host(name, base, args, number, text):
    raise _host_exception(name, base, args, number, text)


class _HostFuture:
    """An answer that the host owes."""

    def __init__(self, call_id):
        self.call_id = call_id
        self.done = False
        self.value = None
        self.exception = None

    def __await__(self):
        if not self.done:
            yield self
        if self.exception is not None:
            raise self.exception
        return self.value


def _host_futures():
    """The run's futures by call id."""
    futures = state_get(_STATE_TASK)
    if futures is None:
        futures = {}
        state_set(_STATE_TASK, futures)
    return futures


def _op_host_future(call_id):
    future = _HostFuture(call_id)
    _host_futures()[call_id] = future
    return future


def _host_receive(timeout):
    """Wait for answers and hand them to their futures; the futures answered."""
    answered = []
    futures = _host_futures()
    for call_id, failed, value in host_wait(timeout):
        future = futures.pop(call_id, None)
        if future is None:
            continue
        if failed:
            future.exception = _host_exception(*value)
        else:
            future.value = value
        future.done = True
        answered.append(future)
    return answered


def _op_run_main(function):
    coroutine = function()
    while True:
        try:
            future = coroutine.send(None)
        except StopIteration as stop:
            return stop.value
        while not future.done:
            _host_receive(None)


_exception_classes = {
    "BaseException": BaseException, "Exception": Exception,
    "ArithmeticError": ArithmeticError, "AssertionError": AssertionError,
    "AttributeError": AttributeError, "BlockingIOError": BlockingIOError,
    "BrokenPipeError": BrokenPipeError, "BufferError": BufferError,
    "BytesWarning": BytesWarning, "ChildProcessError": ChildProcessError,
    "ConnectionAbortedError": ConnectionAbortedError, "ConnectionError": ConnectionError,
    "ConnectionRefusedError": ConnectionRefusedError,
    "ConnectionResetError": ConnectionResetError, "DeprecationWarning": DeprecationWarning,
    "EOFError": EOFError, "FileExistsError": FileExistsError,
    "FileNotFoundError": FileNotFoundError, "FloatingPointError": FloatingPointError,
    "FutureWarning": FutureWarning, "GeneratorExit": GeneratorExit,
    "ImportError": ImportError, "ImportWarning": ImportWarning,
    "IndentationError": IndentationError, "IndexError": IndexError,
    "InterruptedError": InterruptedError, "IsADirectoryError": IsADirectoryError,
    "KeyError": KeyError, "KeyboardInterrupt": KeyboardInterrupt, "LookupError": LookupError,
    "MemoryError": MemoryError, "ModuleNotFoundError": ModuleNotFoundError,
    "NameError": NameError, "NotADirectoryError": NotADirectoryError,
    "NotImplementedError": NotImplementedError, "OSError": OSError,
    "OverflowError": OverflowError, "PendingDeprecationWarning": PendingDeprecationWarning,
    "PermissionError": PermissionError, "ProcessLookupError": ProcessLookupError,
    "RecursionError": RecursionError, "ReferenceError": ReferenceError,
    "ResourceWarning": ResourceWarning, "RuntimeError": RuntimeError,
    "RuntimeWarning": RuntimeWarning, "StopAsyncIteration": StopAsyncIteration,
    "StopIteration": StopIteration, "SyntaxError": SyntaxError,
    "SyntaxWarning": SyntaxWarning, "SystemError": SystemError, "SystemExit": SystemExit,
    "TabError": TabError, "TimeoutError": TimeoutError, "TypeError": TypeError,
    "UnboundLocalError": UnboundLocalError, "UnicodeDecodeError": UnicodeDecodeError,
    "UnicodeEncodeError": UnicodeEncodeError, "UnicodeError": UnicodeError,
    "UnicodeTranslateError": UnicodeTranslateError, "UnicodeWarning": UnicodeWarning,
    "UserWarning": UserWarning, "ValueError": ValueError, "Warning": Warning,
    "ZeroDivisionError": ZeroDivisionError, "ExceptionGroup": ExceptionGroup,
    "BaseExceptionGroup": BaseExceptionGroup,
}
