"""io: StringIO and BytesIO; there are no files here."""

from _prelude import _index

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    """What all streams have in common."""

    __slots__ = ()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def close(self):
        pass

    def flush(self):
        pass

    def isatty(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    """Base class of streams of bytes without a buffer."""

    __slots__ = ()


class BufferedIOBase(IOBase):
    """Base class of streams of bytes."""

    __slots__ = ()


class TextIOBase(IOBase):
    """Base class of streams of text."""

    __slots__ = ()


class _Memory:
    """A stream over a value in memory: the text or bytes `_data`, and a place in it."""

    __slots__ = ()

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _gather(self):
        """All that was written, as one value."""
        if self._parts:
            self._data = self._data + self._empty.join(self._parts)
            self._parts = []
        return self._data

    @property
    def closed(self):
        return self._closed

    def close(self):
        self._closed = True
        self._data = self._empty
        self._parts = []

    def getvalue(self):
        """Retrieve the entire contents of the object."""
        self._check()
        return self._gather()

    def read(self, size=-1, /):
        self._check()
        data = self._gather()
        start = self._at
        if size is not None and not hasattr(type(size), "__index__"):
            raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
        if size is None or _index(size) < 0:
            piece = data[start:]
        else:
            piece = data[start:start + _index(size)]
        self._at = max(start, start + len(piece))
        return piece

    def _line_end(self, data):
        end = data.find(self._newline, self._at)
        return len(data) if end < 0 else end + len(self._newline)

    def readline(self, size=-1, /):
        self._check()
        data = self._gather()
        end = self._line_end(data)
        if size is not None:
            size = _index(size)
            if size >= 0:
                end = min(end, self._at + size)
        piece = data[self._at:end]
        self._at += len(piece)
        return piece

    def readlines(self, hint=-1, /):
        if hint is not None:
            hint = _index(hint)
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _put(self, piece):
        """Write at the place; behind the end it is only noted, so that it costs little."""
        size = len(piece)
        if not size:
            return 0
        if self._parts or self._at == len(self._data):
            self._parts.append(piece)
            self._at += size
            if len(self._parts) > 4096:
                self._gather()
            return size
        data = self._data
        if self._at > len(data):
            data = data + self._fill * (self._at - len(data))
        self._data = data[:self._at] + piece + data[self._at + size:]
        self._at += size
        return size

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def tell(self):
        self._check()
        return self._at

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else _index(size)
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._data = self._gather()[:size]
        return size

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def flush(self):
        self._check()

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def __enter__(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")
        return self

    def __exit__(self, *details):
        self.close()


class StringIO(_Memory, TextIOBase):
    """Text I/O implementation using an in-memory buffer."""

    __module__ = "_io"

    __slots__ = ("_data", "_at", "_closed", "_parts", "_mode", "_newline", "_seen", "__dict__")
    _empty = ""
    encoding = None
    errors = None
    line_buffering = False
    _fill = "\0"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError("initial_value must be str or None, "
                            f"not {type(initial_value).__name__}")
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in ("\n", "", None, "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._mode = newline
        self._newline = newline or "\n"
        self._seen = ()
        self._data = self._translated(initial_value or "")
        self._at = 0
        self._closed = False
        self._parts = []

    @property
    def newlines(self):
        """The ends of lines that were found and made one: None, a text, or a tuple of texts."""
        if not self._seen:
            return None
        return self._seen[0] if len(self._seen) == 1 else self._seen

    def _translated(self, text):
        mode = self._mode
        if mode == "\n":
            return text
        if mode:
            return text.replace("\n", mode)
        rest = text.replace("\r\n", "")
        found = ("\r" in rest, "\n" in rest, len(rest) != len(text))
        self._seen = tuple([end for end, is_there in zip(("\r", "\n", "\r\n"), found)
                            if is_there or end in self._seen])
        return text if mode == "" else text.replace("\r\n", "\n").replace("\r", "\n")

    def _line_end(self, data):
        if self._mode == "":
            found = data.find("\r", self._at)
            line = data.find("\n", self._at)
            if found >= 0 and (line < 0 or found < line):
                return found + (2 if line == found + 1 else 1)
        return _Memory._line_end(self, data)

    def write(self, s, /):
        """Write string to file; returns the number of characters written."""
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        self._put(s if self._mode == "\n" else self._translated(s))
        return len(s)

    def detach(self):
        raise UnsupportedOperation("detach")

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence != 0 and pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        data = self._gather()
        if whence == 0:
            self._at = pos
        elif whence == 2:
            self._at = len(data)
        return self._at


class BytesIO(_Memory, BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""

    __module__ = "_io"

    __slots__ = ("_data", "_at", "_closed", "_parts", "__dict__")
    _empty = b""
    _newline = b"\n"
    _fill = b"\0"

    def __init__(self, initial_bytes=b""):
        if initial_bytes is not None and not isinstance(
                initial_bytes, (bytes, bytearray, memoryview)) and not hasattr(
                    initial_bytes, "tobytes"):
            raise TypeError("a bytes-like object is required, not "
                            f"'{type(initial_bytes).__name__}'")
        self._data = bytes(initial_bytes or b"")
        self._at = 0
        self._closed = False
        self._parts = []

    def write(self, b, /):
        """Write bytes to file; returns the number of bytes written."""
        self._check()
        if isinstance(b, (str, int, list)):
            raise TypeError(f"a bytes-like object is required, not '{type(b).__name__}'")
        return self._put(bytes(b))

    def read1(self, size=-1, /):
        """Read at most `size` bytes."""
        return self.read(size)

    def readinto(self, buffer, /):
        """Read bytes into a buffer; answer how many."""
        piece = self.read(len(buffer))
        buffer[:len(piece)] = piece
        return len(piece)

    readinto1 = readinto

    def detach(self):
        raise UnsupportedOperation("detach")

    def getbuffer(self):
        return memoryview(self.getvalue())

    def seek(self, pos, whence=0, /):
        self._check()
        pos = _index(pos)
        data = self._gather()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._at = pos
        elif whence == 1:
            self._at = max(0, self._at + pos)
        elif whence == 2:
            self._at = max(0, len(data) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._at
