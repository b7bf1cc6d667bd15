"""Exceptions of host functions, raised inside as themselves."""


def _host_exception(name, base, args, number, text, attributes=None):
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
    if attributes:
        for key, value in attributes.items():
            object.__setattr__(exception, key, value)
    if number >= 0:
        exception.__host_number__ = number
    return exception


def _op_raise_from_host(name, base, args, number, text, attributes):
    raise _host_exception(name, base, args, number, text, attributes)


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
