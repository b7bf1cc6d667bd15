"""zlib: compression by the host, in the room that the sandbox has.

Streams keep the calls made on them, and the host repeats them for each answer: nothing of the
host's is kept between two calls.
"""

from _prelude import _index, _name_of
from binascii import crc32

DEFLATED = 8
MAX_WBITS = 15
DEF_MEM_LEVEL = 8
DEF_BUF_SIZE = 16384
Z_NO_COMPRESSION = 0
Z_BEST_SPEED = 1
Z_BEST_COMPRESSION = 9
Z_DEFAULT_COMPRESSION = -1
Z_DEFAULT_STRATEGY = 0
Z_FILTERED = 1
Z_HUFFMAN_ONLY = 2
Z_RLE = 3
Z_FIXED = 4
Z_NO_FLUSH = 0
Z_PARTIAL_FLUSH = 1
Z_SYNC_FLUSH = 2
Z_FULL_FLUSH = 3
Z_FINISH = 4
Z_BLOCK = 5
Z_TREES = 6


class error(Exception):
    pass


@trap("zlib.compress")
def _host_compress(data, level, wbits, /): ...


@trap("zlib.decompress")
def _host_decompress(data, wbits, /): ...


@trap("zlib.deflating")
def _host_deflating(settings, calls, /): ...


@trap("zlib.inflating")
def _host_inflating(settings, calls, /): ...


@trap("zlib.adler32")
def _host_adler32(data, value, /): ...


def _bytes(data):
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    if hasattr(type(data), "tobytes"):
        return data.tobytes()
    raise TypeError(f"a bytes-like object is required, not '{_name_of(data)}'")


def _checked(result):
    if type(result) is str:
        raise error(result)
    return result


@builtin
def compress(data, /, level=-1, wbits=15):
    """Returns a bytes object containing compressed data."""
    return _checked(_host_compress(_bytes(data), _index(level), _index(wbits)))


@builtin
def decompress(data, /, wbits=15, bufsize=16384):
    """Returns a bytes object containing the uncompressed data."""
    if _index(bufsize) < 0:
        raise ValueError("bufsize must be non-negative")
    return _checked(_host_decompress(_bytes(data), _index(wbits)))


@builtin
def adler32(data, value=1, /):
    """Compute an Adler-32 checksum of data."""
    return _host_adler32(_bytes(data), value & 0xFFFFFFFF)


class Compress:
    __slots__ = ("_settings", "_calls", "_done")

    def __init__(self, settings):
        self._settings = settings
        self._calls = []
        self._done = False
        _checked(_host_deflating(settings, []))

    def _call(self, *call):
        if self._done:
            raise error("Error -2 while compressing data: inconsistent stream state")
        self._calls.append(call)
        return _checked(_host_deflating(self._settings, self._calls))

    def compress(self, data, /):
        """Returns a bytes object containing compressed data."""
        return self._call("compress", [_bytes(data)])

    def flush(self, mode=4, /):
        """Return a bytes object containing any remaining compressed data."""
        if self._done:
            raise error("Error -2 while flushing: inconsistent stream state")
        if mode == 0:
            return b""
        made = self._call("flush", [mode])
        self._done = mode == 4
        return made

    def copy(self):
        """Return a copy of the compression object."""
        if self._done:
            raise ValueError("Inconsistent stream state")
        made = Compress(self._settings)
        made._calls = self._calls.copy()
        return made

    __copy__ = copy

    def __deepcopy__(self, memo, /):
        return self.copy()


class Decompress:
    __slots__ = ("_settings", "_calls", "unused_data", "unconsumed_tail", "eof")

    def __init__(self, settings):
        self._settings = settings
        self._calls = []
        self.unused_data = self.unconsumed_tail = b""
        self.eof = False

    def _call(self, *call):
        self._calls.append(call)
        (answer, self.unused_data, self.unconsumed_tail,
         self.eof) = _checked(_host_inflating(self._settings, self._calls))
        return answer

    def decompress(self, data, /, max_length=0):
        """Return a bytes object containing the decompressed version of the data."""
        if max_length < 0:
            raise ValueError("max_length must be non-negative")
        return self._call("decompress", [_bytes(data), max_length])

    def flush(self, length=16384, /):
        """Return a bytes object containing any remaining decompressed data."""
        if length <= 0:
            raise ValueError("length must be greater than zero")
        return self._call("flush", [])

    def copy(self):
        """Return a copy of the decompression object."""
        made = Decompress(self._settings)
        made._calls = self._calls.copy()
        made.unused_data = self.unused_data
        made.unconsumed_tail = self.unconsumed_tail
        made.eof = self.eof
        return made

    __copy__ = copy

    def __deepcopy__(self, memo, /):
        return self.copy()


@builtin
def compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None):
    """Return a compressor object."""
    settings = [level, method, wbits, memLevel, strategy]
    if zdict is not None:
        settings.append(_bytes(zdict))
    return Compress(settings)


@builtin
def decompressobj(wbits=15, zdict=b""):
    """Return a decompressor object."""
    return Decompress([wbits, _bytes(zdict)])
