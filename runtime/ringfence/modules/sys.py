"""sys: what a program may know of its interpreter."""

from _kernel import state_get, state_set, write_output
from _prelude import _HOST_MINOR, _modules

_STATE_HANDLED, _STATE_SYS = 129, 181
maxsize = 9223372036854775807
maxunicode = 1114111
byteorder = "little"
argv = [""]
path = []
platform = "ringfence"


class _VersionInfo(tuple):
    """Version of the language: a tuple with names."""

    __slots__ = ()
    major = property(lambda self: self[0])
    minor = property(lambda self: self[1])
    micro = property(lambda self: self[2])
    releaselevel = property(lambda self: self[3])
    serial = property(lambda self: self[4])

    def __repr__(self):
        return (f"sys.version_info(major={self[0]}, minor={self[1]}, micro={self[2]}, "
                f"releaselevel={self[3]!r}, serial={self[4]})")


version_info = _VersionInfo((3, _HOST_MINOR, 0, "final", 0))
version = f"3.{_HOST_MINOR}.0 (ringfence)"
hexversion = 3 << 24 | _HOST_MINOR << 16 | 0xF0


class _FloatInfo(tuple):
    __slots__ = ()
    max = 1.7976931348623157e+308
    max_exp = 1024
    max_10_exp = 308
    min = 2.2250738585072014e-308
    min_exp = -1021
    min_10_exp = -307
    dig = 15
    mant_dig = 53
    epsilon = 2.220446049250313e-16
    radix = 2
    rounds = 1


float_info = _FloatInfo()


class _Stream:
    """What is written goes to the host's print callback."""

    __slots__ = ("name",)
    encoding = "utf-8"
    closed = False

    def __init__(self, name):
        self.name = name

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        if self.name == "<stderr>":
            _write_error(s)
        else:
            write_output(s)
        return len(s)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def writable(self):
        return True

    def readable(self):
        return False


@trap("sys.write_error")
def _write_error(text): ...


stdout = __stdout__ = _Stream("<stdout>")
stderr = __stderr__ = _Stream("<stderr>")


@builtin
def exception():
    """The exception that is being handled, or None."""
    return state_get(_STATE_HANDLED)


@builtin
def exc_info():
    """Class, instance and traceback of the exception that is being handled, or three times None."""
    error = state_get(_STATE_HANDLED)
    if error is None:
        return None, None, None
    return type(error), error, error.__traceback__


@builtin
def exit(status=None, /):
    """Exit by raising SystemExit(status)."""
    raise SystemExit(status)


class _HashInfo(tuple):
    __slots__ = ()
    width = 64
    modulus = (1 << 61) - 1
    inf = 314159
    nan = 0
    imag = 1000003


hash_info = _HashInfo()


@builtin
def getdefaultencoding():
    """The encoding of str.encode() and bytes.decode() where none is given."""
    return "utf-8"


@builtin
def getfilesystemencoding():
    """The encoding of file names."""
    return "utf-8"


@builtin
def getrecursionlimit():
    """Depth of calls at which CPython stops by default."""
    return 1000


@builtin
def setrecursionlimit(limit, /):
    """The host sets the limit; nothing changes here."""
    if not isinstance(limit, int):
        raise TypeError(f"'{type(limit).__name__}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")


@builtin
def intern(string, /):
    """The string itself: equal strings need not be one here."""
    if not isinstance(string, str):
        raise TypeError(f"intern() argument must be str, not {type(string).__name__}")
    return string


@builtin
def getsizeof(object, default=0, /):
    """Bytes an object takes, roughly."""
    return object.__sizeof__()


def _start(namespace):
    namespace["modules"] = _modules()
    state_set(_STATE_SYS, (namespace, "stdout", namespace["stdout"]))
