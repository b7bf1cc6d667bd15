"""sys: what a program may know of its interpreter."""

from _prelude import _HOST_MINOR, _modules

maxsize = 9223372036854775807
maxunicode = 1114111
byteorder = "little"
argv = [""]
path = []
platform = "ringfence"
version_info = (3, _HOST_MINOR, 0, "final", 0)
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
        print(s, end="")
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


stdout = _Stream("<stdout>")


def exit(status=None, /):
    """Exit by raising SystemExit(status)."""
    raise SystemExit(status)


def getrecursionlimit():
    """Depth of calls at which CPython stops by default."""
    return 1000


def setrecursionlimit(limit, /):
    """The host sets the limit; nothing changes here."""
    if not isinstance(limit, int):
        raise TypeError(f"'{type(limit).__name__}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")


def intern(string, /):
    """The string itself: equal strings need not be one here."""
    if not isinstance(string, str):
        raise TypeError(f"intern() argument must be str, not {type(string).__name__}")
    return string


def getsizeof(object, default=0, /):
    """Bytes an object takes, roughly."""
    return object.__sizeof__()


def _start(namespace):
    namespace["modules"] = _modules()
