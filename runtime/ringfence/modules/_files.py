"""Files: what `open` gives. Content is read whole when a file is opened, written in pieces.

A file keeps nothing on the host: each operation names the path, so that a run can be put away with
its files open. Inside `with` what is written waits for the end of the block (or `flush`); elsewhere
it is written at once, since nothing says when a file is dropped.
"""

from _kernel import os_call, state_get, state_set
from _prelude import _index
from io import BytesIO as _BytesIO, StringIO as _StringIO, UnsupportedOperation

_STATE_FILES = 163
_MOST_WAITING = 1 << 16


def _files_state():
    """Working directory and environment of this run."""
    state = state_get(_STATE_FILES)
    if state is None:
        state = {"cwd": "/"}
        state_set(_STATE_FILES, state)
    return state


def _path_text(path):
    """The text of a path given as str, bytes or path object."""
    if isinstance(path, str):
        return path if type(path) is str else str.__str__(path)
    if isinstance(path, bytes):
        return path.decode("utf-8", "surrogateescape")
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    return _path_text(method(path))


def _absolute(text):
    if text.startswith("/"):
        return text
    cwd = _files_state()["cwd"]
    return cwd + text if cwd == "/" else f"{cwd}/{text}"


def _ask(operation, path, *more):
    """Ask the host for something at a path; its error names the path as it was given."""
    text = _path_text(path)
    if "\0" in text:
        raise ValueError("embedded null byte")
    if not text:
        raise FileNotFoundError(2, "No such file or directory", path)
    try:
        return os_call(operation, (_absolute(text), *more), None)
    except OSError as error:
        if error.errno is not None and error.filename is not None:
            error.filename = path if isinstance(path, bytes) else text
        error.__context__ = None
        raise


class _File:
    """What text and binary files have in common."""

    __slots__ = ()

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def _start(self, name, mode, reads, writes, appends):
        self.name = name
        self.mode = mode
        self._reads = reads
        self._writes = writes
        self._appends = appends
        self._waits = False  # inside `with`
        self._unwritten = []  # pieces behind the end of what the host has
        self._n_unwritten = 0
        self._rewrite = False  # the whole content has to be written

    def _changed(self, piece, at_end):
        if at_end and not self._rewrite:
            self._unwritten.append(piece)
            self._n_unwritten += len(piece)
        else:
            self._rewrite = True
        if not self._waits or self._n_unwritten > _MOST_WAITING:
            self._write_out()

    def _write_out(self):
        if self._rewrite:
            self._rewrite = False
            _ask("write", self._path, self._encoded(self._gather()), "truncate")
        elif self._unwritten:
            _ask("write", self._path, self._encoded(self._empty.join(self._unwritten)), "append")
        self._unwritten = []
        self._n_unwritten = 0

    def _check_reads(self):
        self._check()
        if not self._reads:
            raise UnsupportedOperation("not readable" if self._is_text else "read")

    def _check_writes(self):
        self._check()
        if not self._writes:
            raise UnsupportedOperation("not writable" if self._is_text else "write")

    def _piece(self, s):
        self._check_writes()
        if self._appends:
            self._at = len(self._gather())
        at_end = self._at == self._length()
        n = self._put(s)
        if n:
            self._changed(s, at_end)
        return n

    def _length(self):
        if self._parts:
            return self._at
        return len(self._data)

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def flush(self):
        self._check()
        self._write_out()

    def close(self):
        if not self._closed:
            self._write_out()
            self._closed = True
            self._data = self._empty
            self._parts = []

    def truncate(self, size=None, /):
        self._check_writes()
        size = self._at if size is None else _index(size)
        data = self._gather()
        self._data = data[:size] + self._fill * (size - len(data))
        self._rewrite = True
        if not self._waits:
            self._write_out()
        return size

    def __enter__(self):
        self._check()
        self._waits = True
        return self

    def __exit__(self, *details):
        self.close()


class TextIOWrapper(_File, _StringIO):
    """A text file."""

    _is_text = True

    def __init__(self, path, content, encoding, errors, newline):
        self._path = path
        self._raw = content
        self.encoding = encoding
        self.errors = errors
        self._newline_mode = newline
        self._mode = "\n" if newline else newline  # what is read is changed for None alone
        self._newline = newline or "\n"
        self._seen = ()
        self._data = ""
        self._at = 0
        self._closed = False
        self._parts = []

    def _gather(self):
        if self._raw is not None:
            text = self._raw.decode(self.encoding, self.errors)
            self._raw = None
            self._data = self._translated(text)
        return _StringIO._gather(self)

    def _encoded(self, text):
        if self._newline_mode == "\r\n":
            text = text.replace("\n", "\r\n")
        elif self._newline_mode == "\r":
            text = text.replace("\n", "\r")
        return text.encode(self.encoding, self.errors)

    def write(self, s, /):
        """Write string to file; returns the number of characters written."""
        if not isinstance(s, str):
            raise TypeError(f"write() argument must be str, not {type(s).__name__}")
        self._gather()
        return self._piece(s)

    def read(self, size=-1, /):
        self._check_reads()
        return _StringIO.read(self, size)

    def readline(self, size=-1, /):
        self._check_reads()
        return _StringIO.readline(self, size)

    def reconfigure(self, **options):
        raise UnsupportedOperation("reconfigure")

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"


class _Binary(_File, _BytesIO):
    """A binary file."""

    _is_text = False

    def __init__(self, path, content, encoding, errors, newline):
        self._path = path
        self._data = content
        self._at = 0
        self._closed = False
        self._parts = []

    def _encoded(self, data):
        return data

    def write(self, b, /):
        """Write bytes to file; returns the number of bytes written."""
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return self._piece(bytes(b))

    def read(self, size=-1, /):
        self._check_reads()
        return _BytesIO.read(self, size)

    read1 = read

    def readinto(self, b, /):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check_reads()
        return _BytesIO.readline(self, size)

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"


class BufferedReader(_Binary):
    """A binary file for reading."""


class BufferedWriter(_Binary):
    """A binary file for writing."""


class BufferedRandom(_Binary):
    """A binary file for both."""


_ENCODINGS = {"utf-8": "utf-8", "utf8": "utf-8", "locale": "UTF-8"}


def _check_mode(mode):
    known = set(mode)
    if len(known) != len(mode) or known - set("axrwb+t"):
        raise ValueError(f"invalid mode: {mode!r}")
    if "t" in known and "b" in known:
        raise ValueError("can't have text and binary mode at once")
    kinds = [c for c in "rwax" if c in known]
    if len(kinds) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if not kinds:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    return kinds[0]


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
         opener=None):
    """Open file and return a stream. Raise OSError upon failure."""
    if isinstance(file, int):
        raise OSError(9, "Bad file descriptor")
    text = _path_text(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    kind = _check_mode(mode)
    binary = "b" in mode
    if binary:
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        if errors is not None:
            raise ValueError("binary mode doesn't take an errors argument")
        if newline is not None:
            raise ValueError("binary mode doesn't take a newline argument")
    elif buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")
    if opener is not None:
        raise NotImplementedError("open() takes no opener here")
    both = "+" in mode
    content = b""
    if kind == "r":
        content = _ask("read", file)
    elif kind == "w":
        _ask("write", file, b"", "truncate")
    elif kind == "x":
        _ask("write", file, b"", "exclusive")
    else:
        _ask("write", file, b"", "append")
        if both:
            content = _ask("read", file)
    if binary:
        cls = BufferedRandom if both else BufferedReader if kind == "r" else BufferedWriter
    else:
        cls = TextIOWrapper
        encoding = "UTF-8" if encoding is None else encoding
        "".encode(encoding)
    made = cls(_absolute(text), content, encoding, errors or "strict", newline)
    shown = mode if not binary or not both else mode
    made._start(file, shown, kind == "r" or both, kind != "r" or both, kind == "a")
    if kind == "a" and both:
        made._at = len(made._gather())
    return made


def _environ_of_run():
    """The environment variables the host gave, as a dict of this run."""
    state = _files_state()
    known = state.get("environ")
    if known is None:
        try:
            known = dict(os_call("environ", (), None))
        except PermissionError:
            known = {}
        state["environ"] = known
    return known
