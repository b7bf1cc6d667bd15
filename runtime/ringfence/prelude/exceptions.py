"""The builtin exceptions: CPython's hierarchy, fields and texts.

The five attributes every exception has lie in fixed slots that kernels know (EXCEPTION_*); fields
of single classes are fixed slots too (``__slots__``), so that they do not show in ``__dict__``.
"""

from _kernel import exception_new, exception_set

_ARGS, _CAUSE, _CONTEXT, _SUPPRESS, _TRACEBACK = 0, 1, 2, 3, 4


def _refuse_keywords(exception, kwargs):
    if kwargs:
        raise TypeError(f"{type(exception).__name__}() takes no keyword arguments")


class BaseException:
    """Common base class for all exceptions."""

    @native
    def __new__(cls, /, *args, **kwargs):
        if kwargs and cls.__init__ is BaseException.__init__:
            raise TypeError(f"{cls.__name__}() takes no keyword arguments")
        return exception_new(cls, *args)

    @native
    def __init__(self, /, *args, **kwargs):
        if kwargs:
            _refuse_keywords(self, kwargs)
        exception_set(self, _ARGS, args)

    @member("instance.__dict__")
    def __dict__(self): ...

    @member
    def args(self): ...

    @member
    def __cause__(self): ...

    @member
    def __context__(self): ...

    @member
    def __suppress_context__(self): ...

    @member
    def __traceback__(self): ...

    def __str__(self, /):
        args = self.args
        if not args:
            return ""
        if len(args) == 1:
            return str(args[0])
        return str(args)

    def __repr__(self, /):
        args = self.args
        if len(args) == 1:
            return f"{type(self).__name__}({args[0]!r})"
        return type(self).__name__ + repr(args)

    def with_traceback(self, tb, /):
        """Set self.__traceback__ to tb and return self."""
        self.__traceback__ = tb
        return self

    def add_note(self, note, /):
        """Add a note to the exception."""
        if not isinstance(note, str):
            raise TypeError(f"note must be a str, not '{type(note).__name__}'")
        notes = getattr(self, "__notes__", None)
        if notes is None:
            notes = []
            self.__notes__ = notes
        elif not isinstance(notes, list):
            raise TypeError("Cannot add note: __notes__ is not a list")
        notes.append(note)

    def __setstate__(self, state, /):
        if state is not None:
            if not isinstance(state, dict):
                raise TypeError("state is not a dictionary")
            for key, value in state.items():
                setattr(self, key, value)

    def __reduce__(self, /):
        state = self.__dict__
        if state:
            return type(self), self.args, state
        return type(self), self.args


class Exception(BaseException):
    """Common base class for all non-exit exceptions."""


class GeneratorExit(BaseException):
    """Request that a generator exit."""


class KeyboardInterrupt(BaseException):
    """Program interrupted by user."""


class SystemExit(BaseException):
    """Request to exit from the interpreter."""

    __slots__ = ("code",)

    def __init__(self, /, *args, **kwargs):
        _refuse_keywords(self, kwargs)
        exception_set(self, _ARGS, args)
        if not args:
            self.code = None
        elif len(args) == 1:
            self.code = args[0]
        else:
            self.code = args


class StopIteration(Exception):
    """Signal the end from iterator.__next__()."""

    __slots__ = ("value",)

    def __init__(self, /, *args, **kwargs):
        _refuse_keywords(self, kwargs)
        exception_set(self, _ARGS, args)
        self.value = args[0] if args else None


class StopAsyncIteration(Exception):
    """Signal the end from iterator.__anext__()."""


class ArithmeticError(Exception):
    """Base class for arithmetic errors."""


class FloatingPointError(ArithmeticError):
    """Floating point operation failed."""


class OverflowError(ArithmeticError):
    """Result too large to be represented."""


class ZeroDivisionError(ArithmeticError):
    """Second argument to a division or modulo operation was zero."""


class AssertionError(Exception):
    """Assertion failed."""


class AttributeError(Exception):
    """Attribute not found."""

    __slots__ = ("name", "obj")

    def __init__(self, /, *args, name=None, obj=None):
        exception_set(self, _ARGS, args)
        self.name = name
        self.obj = obj


class BufferError(Exception):
    """Buffer error."""


class EOFError(Exception):
    """Read beyond end of file."""


class ImportError(Exception):
    """Import can't find module, or can't find name in module."""

    __slots__ = ("msg", "name", "path")

    def __init__(self, /, *args, name=None, path=None):
        exception_set(self, _ARGS, args)
        self.name = name
        self.path = path
        self.msg = args[0] if len(args) == 1 else None

    def __str__(self, /):
        if isinstance(self.msg, str):
            return self.msg
        return BaseException.__str__(self)


class ModuleNotFoundError(ImportError):
    """Module not found."""


class LookupError(Exception):
    """Base class for lookup errors."""


class IndexError(LookupError):
    """Sequence index out of range."""


class KeyError(LookupError):
    """Mapping key not found."""

    def __str__(self, /):
        args = self.args
        if len(args) == 1:
            return repr(args[0])
        return BaseException.__str__(self)


class MemoryError(Exception):
    """Out of memory."""


class NameError(Exception):
    """Name not found globally."""

    __slots__ = ("name",)

    def __init__(self, /, *args, name=None):
        exception_set(self, _ARGS, args)
        self.name = name


class UnboundLocalError(NameError):
    """Local name referenced but not bound to a value."""


class OSError(Exception):
    """Base class for I/O related errors."""

    __slots__ = ("errno", "strerror", "filename", "filename2")

    def __new__(cls, /, *args, **kwargs):
        if cls.__init__ is OSError.__init__ and kwargs:
            raise TypeError(f"{cls.__name__}() takes no keyword arguments")
        if cls is OSError and 2 <= len(args) <= 5:
            cls = _errno_classes.get(args[0], cls)
        return exception_new(cls, *args)

    def __init__(self, /, *args):
        self.errno = self.strerror = self.filename = self.filename2 = None
        if 2 <= len(args) <= 5:
            self.errno = args[0]
            self.strerror = args[1]
            if len(args) > 2 and args[2] is not None:
                self.filename = args[2]
                if len(args) > 4:
                    self.filename2 = args[4]
                args = args[:2]
        exception_set(self, _ARGS, args)

    def __str__(self, /):
        if self.filename is not None:
            if self.filename2 is not None:
                return (f"[Errno {self.errno}] {self.strerror}: "
                        f"{self.filename!r} -> {self.filename2!r}")
            return f"[Errno {self.errno}] {self.strerror}: {self.filename!r}"
        if self.errno is not None and self.strerror is not None:
            return f"[Errno {self.errno}] {self.strerror}"
        return BaseException.__str__(self)


EnvironmentError = OSError
IOError = OSError


class BlockingIOError(OSError):
    """I/O operation would block."""

    __slots__ = ("characters_written",)

    def __init__(self, /, *args):
        OSError.__init__(self, *args)
        if len(args) == 3 and isinstance(args[2], int):
            self.characters_written = args[2]
            self.filename = None
            exception_set(self, _ARGS, args)


class ChildProcessError(OSError):
    """Child process error."""


class ConnectionError(OSError):
    """Connection error."""


class BrokenPipeError(ConnectionError):
    """Broken pipe."""


class ConnectionAbortedError(ConnectionError):
    """Connection aborted."""


class ConnectionRefusedError(ConnectionError):
    """Connection refused."""


class ConnectionResetError(ConnectionError):
    """Connection reset."""


class FileExistsError(OSError):
    """File already exists."""


class FileNotFoundError(OSError):
    """File not found."""


class InterruptedError(OSError):
    """Interrupted by signal."""


class IsADirectoryError(OSError):
    """Operation doesn't work on directories."""


class NotADirectoryError(OSError):
    """Operation only works on directories."""


class PermissionError(OSError):
    """Not enough permissions."""


class ProcessLookupError(OSError):
    """Process not found."""


class TimeoutError(OSError):
    """Timeout expired."""


_errno_classes = {
    11: BlockingIOError, 114: BlockingIOError, 115: BlockingIOError, 10: ChildProcessError,
    32: BrokenPipeError, 108: BrokenPipeError, 103: ConnectionAbortedError,
    111: ConnectionRefusedError, 104: ConnectionResetError, 17: FileExistsError,
    2: FileNotFoundError, 4: InterruptedError, 21: IsADirectoryError, 20: NotADirectoryError,
    1: PermissionError, 13: PermissionError, 3: ProcessLookupError, 110: TimeoutError,
}


class ReferenceError(Exception):
    """Weak ref proxy used after referent went away."""


class RuntimeError(Exception):
    """Unspecified run-time error."""


class NotImplementedError(RuntimeError):
    """Method or function hasn't been implemented yet."""


class RecursionError(RuntimeError):
    """Recursion limit exceeded."""


class SyntaxError(Exception):
    """Invalid syntax."""

    __slots__ = ("msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset",
                 "print_file_and_line")

    def __init__(self, /, *args):
        exception_set(self, _ARGS, args)
        self.msg = self.filename = self.lineno = self.offset = self.text = None
        self.end_lineno = self.end_offset = self.print_file_and_line = None
        if args:
            self.msg = args[0]
        if len(args) == 2:
            info = tuple(args[1])
            if len(info) < 4:
                raise TypeError(f"function takes at least 4 arguments ({len(info)} given)")
            if len(info) > 6:
                raise TypeError(
                    f"function takes at most 6 arguments ({len(info)} given)")
            self.filename, self.lineno, self.offset, self.text = info[:4]
            if len(info) == 5:
                raise TypeError("end_offset must be provided when end_lineno is provided")
            if len(info) == 6:
                self.end_lineno, self.end_offset = info[4:]

    def __str__(self, /):
        filename = self.filename
        name = None
        if isinstance(filename, str):
            name = filename.rpartition("/")[2]
        line = self.lineno
        if isinstance(line, int):
            if name is not None:
                return f"{self.msg} ({name}, line {line})"
            return f"{self.msg} (line {line})"
        if name is not None:
            return f"{self.msg} ({name})"
        return str(self.msg)




class IndentationError(SyntaxError):
    """Improper indentation."""


class TabError(IndentationError):
    """Improper mixture of spaces and tabs."""


class SystemError(Exception):
    """Internal error in the Python interpreter."""


class TypeError(Exception):
    """Inappropriate argument type."""


class ValueError(Exception):
    """Inappropriate argument value (of correct type)."""


class UnicodeError(ValueError):
    """Unicode related error."""


def _check_type(value, kind, number):
    if not isinstance(value, kind):
        raise TypeError(f"argument {number} must be {kind.__name__}, not {type(value).__name__}")


def _check_count(name, args, wanted):
    if len(args) != wanted:
        raise TypeError(f"function takes exactly {wanted} arguments ({len(args)} given)")


class UnicodeDecodeError(UnicodeError):
    """Unicode decoding error."""

    __slots__ = ("encoding", "object", "start", "end", "reason")

    def __init__(self, /, *args):
        exception_set(self, _ARGS, args)
        _check_count("UnicodeDecodeError", args, 5)
        _check_type(args[0], str, 1)
        _check_type(args[4], str, 5)
        if not isinstance(args[1], (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not '{type(args[1]).__name__}'")
        self.encoding, self.object, self.start, self.end, self.reason = args
        if isinstance(self.object, bytearray):
            self.object = bytes(self.object)

    def __str__(self, /):
        start, end = self.start, self.end
        if start < len(self.object) and end == start + 1:
            return (f"'{self.encoding}' codec can't decode byte 0x{self.object[start]:02x} "
                    f"in position {start}: {self.reason}")
        return (f"'{self.encoding}' codec can't decode bytes in position {start}-{end - 1}: "
                f"{self.reason}")


def _escaped(text, position):
    code = ord(text[position])
    if code <= 0xFF:
        return f"\\x{code:02x}"
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    return f"\\U{code:08x}"


class UnicodeEncodeError(UnicodeError):
    """Unicode encoding error."""

    __slots__ = ("encoding", "object", "start", "end", "reason")

    def __init__(self, /, *args):
        exception_set(self, _ARGS, args)
        _check_count("UnicodeEncodeError", args, 5)
        _check_type(args[0], str, 1)
        _check_type(args[1], str, 2)
        _check_type(args[4], str, 5)
        self.encoding, self.object, self.start, self.end, self.reason = args

    def __str__(self, /):
        start, end = self.start, self.end
        if start < len(self.object) and end == start + 1:
            return (f"'{self.encoding}' codec can't encode character "
                    f"'{_escaped(self.object, start)}' in position {start}: {self.reason}")
        return (f"'{self.encoding}' codec can't encode characters in position {start}-{end - 1}: "
                f"{self.reason}")


class UnicodeTranslateError(UnicodeError):
    """Unicode translation error."""

    __slots__ = ("encoding", "object", "start", "end", "reason")

    def __init__(self, /, *args):
        exception_set(self, _ARGS, args)
        _check_count("UnicodeTranslateError", args, 4)
        self.encoding = None
        self.object, self.start, self.end, self.reason = args

    def __str__(self, /):
        start, end = self.start, self.end
        if start < len(self.object) and end == start + 1:
            return (f"can't translate character '{_escaped(self.object, start)}' "
                    f"in position {start}: {self.reason}")
        return f"can't translate characters in position {start}-{end - 1}: {self.reason}"


class Warning(Exception):
    """Base class for warning categories."""


class BytesWarning(Warning):
    """Base class for warnings about bytes and buffer related problems."""


class DeprecationWarning(Warning):
    """Base class for warnings about deprecated features."""


class EncodingWarning(Warning):
    """Base class for warnings about encodings."""


class FutureWarning(Warning):
    """Base class for warnings about constructs that will change semantically."""


class ImportWarning(Warning):
    """Base class for warnings about probable mistakes in module imports."""


class PendingDeprecationWarning(Warning):
    """Base class for warnings about features which will be deprecated."""


class ResourceWarning(Warning):
    """Base class for warnings about resource usage."""


class RuntimeWarning(Warning):
    """Base class for warnings about dubious runtime behavior."""


class SyntaxWarning(Warning):
    """Base class for warnings about dubious syntax."""


class UnicodeWarning(Warning):
    """Base class for warnings about Unicode related problems."""


class UserWarning(Warning):
    """Base class for warnings generated by user code."""


# ---------------------------------------------------------------- groups
class BaseExceptionGroup(BaseException):
    """A combination of multiple unrelated exceptions."""

    __slots__ = ("message", "exceptions")

    def __new__(cls, /, *args):
        if len(args) != 2:
            raise TypeError(
                f"BaseExceptionGroup.__new__() takes exactly 2 arguments ({len(args)} given)")
        message, exceptions = args
        if not isinstance(message, str):
            raise TypeError("BaseExceptionGroup.__new__() argument 1 must be str, "
                            f"not {type(message).__name__}")
        if not hasattr(type(exceptions), "__getitem__") or isinstance(exceptions, (dict, set)):
            raise TypeError("second argument (exceptions) must be a sequence")
        members = tuple(exceptions)
        if not members:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        nested = False
        for number, member in enumerate(members):
            if not isinstance(member, BaseException):
                raise ValueError(
                    f"Item {number} of second argument (exceptions) is not an exception")
            if not isinstance(member, Exception):
                nested = True
        if cls is BaseExceptionGroup:
            if not nested:
                cls = ExceptionGroup
        elif cls is ExceptionGroup:
            if nested:
                raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
        elif nested and issubclass(cls, Exception):
            raise TypeError(f"Cannot nest BaseExceptions in '{cls.__name__}'")
        self = exception_new(cls, *args)
        self.message = message
        self.exceptions = members
        return self

    def __init__(self, /, *args):
        exception_set(self, _ARGS, args)

    def __str__(self, /):
        n = len(self.exceptions)
        return f"{self.message} ({n} sub-exception{'s' if n != 1 else ''})"

    def derive(self, excs, /):
        return BaseExceptionGroup(self.message, excs)

    def subgroup(self, condition, /):
        return _group_split(self, _group_condition(condition))[0]

    def split(self, condition, /):
        return _group_split(self, _group_condition(condition))

    def __class_getitem__(cls, item, /):
        return _generic_alias(cls, item)


class ExceptionGroup(BaseExceptionGroup, Exception):
    """A combination of multiple unrelated exceptions, none of them an exit."""


def _group_condition(condition):
    if isinstance(condition, type) and issubclass(condition, BaseException):
        return lambda error: isinstance(error, condition)
    if isinstance(condition, tuple) and all(
        isinstance(c, type) and issubclass(c, BaseException) for c in condition
    ):
        return lambda error: isinstance(error, condition)
    if callable(condition):
        return condition
    raise TypeError("expected a function, exception type or tuple of exception types")


def _group_split(group, matches):
    """(matched or None, rest or None), nested groups split in their turn."""
    if matches(group):
        return group, None
    if not isinstance(group, BaseExceptionGroup):
        return None, group
    matched, rest = [], []
    for member in group.exceptions:
        inside, outside = _group_split(member, matches)
        if inside is not None:
            matched.append(inside)
        if outside is not None:
            rest.append(outside)
    return _group_part(group, matched), _group_part(group, rest)


def _group_part(group, members):
    if not members:
        return None
    part = group.derive(members)
    if not isinstance(part, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    exception_set(part, _TRACEBACK, group.__traceback__)
    exception_set(part, _CONTEXT, group.__context__)
    exception_set(part, _CAUSE, group.__cause__)
    exception_set(part, _SUPPRESS, True)  # as giving it a cause does, were it None
    notes = getattr(group, "__notes__", None)
    if notes is not None:
        part.__notes__ = list(notes)
    return part
