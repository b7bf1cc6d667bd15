"""What a program may see of an operating system: files, environment, clocks, entropy, sleep.

A program asks by operations (``OPERATIONS``) with absolute paths. Who answers is the host's choice:
directories it lends (``MountDir``), files in memory (``OSAccess``), or any callable. What nobody
answers pauses the run (``start``) or is a PermissionError inside (``run``).
"""

from __future__ import annotations

import errno
import os
import stat
import time
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Mapping

    Handler = Callable[[str, tuple[Any, ...], dict[str, Any]], Any]
    Clock = Any  # "system", "asked", a moment, seconds since 1970, or a callable that gives them
    Parts = tuple[str, ...]

OPERATIONS: Final = (
    "stat",  # path, whether to follow links -> ten numbers as in os.stat_result, times in ns
    "listdir",  # path -> list of names
    "read",  # path -> bytes
    "write",  # path, bytes, "truncate" | "append" | "exclusive"
    "mkdir",  # path, mode
    "rmdir", "remove", "readlink",  # path
    "rename",  # path, new path
    "environ",  # -> dict of str
    "sleep",  # seconds
    "time", "entropy",  # where the policy is "asked": -> seconds since 1970; n -> bytes
)
PATH_OPERATIONS: Final = frozenset(
    ("stat", "listdir", "read", "write", "mkdir", "rmdir", "remove", "readlink", "rename")
)
FILES_MAX_BYTES: Final = 100 << 20  # default for files kept in memory
NODE_BYTES: Final = 512  # what an entry of a tree is counted with besides its content


class _NotHandled:
    def __repr__(self) -> str:
        return "NOT_HANDLED"


NOT_HANDLED: Final = _NotHandled()  # a handler's answer: not mine


def os_error(number: int, path: str) -> OSError:
    """The OSError of an error number, of the subclass that belongs to it."""
    return OSError(number, os.strerror(number), path)


def parts_of(path: str) -> Parts:
    """Components of an absolute path; `..` is taken off the text before anything is looked up."""
    if not isinstance(path, str):
        raise TypeError(f"a path is a string, not `{type(path).__name__}`")
    if not path.startswith("/"):
        raise ValueError(f"path {path!r} is not absolute")
    if "\0" in path:
        raise ValueError("embedded null byte")
    found: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del found[-1:]
        elif part and part != ".":
            found.append(part)
    return tuple(found)


class Tree(Protocol):
    """Files under one root; paths are components below it, `shown` is the path in errors."""

    def stat(self, parts: Parts, shown: str, follow: bool) -> tuple[int, ...]: ...
    def listdir(self, parts: Parts, shown: str) -> list[str]: ...
    def read(self, parts: Parts, shown: str, most_bytes: int) -> bytes: ...
    def write(self, parts: Parts, shown: str, data: bytes, how: str) -> None: ...
    def mkdir(self, parts: Parts, shown: str, mode: int) -> None: ...
    def rmdir(self, parts: Parts, shown: str) -> None: ...
    def remove(self, parts: Parts, shown: str) -> None: ...
    def readlink(self, parts: Parts, shown: str) -> str: ...
    def rename(self, parts: Parts, new: Parts, shown: str) -> None: ...


def numbers_of(mode: int, size: int, changed_ns: int, number: int = 0) -> tuple[int, ...]:
    """The ten numbers of a stat answer."""
    return mode, number, 0, 1, 0, 0, size, changed_ns, changed_ns, changed_ns


# ---------------------------------------------------------------- files in memory
class MemoryFile:
    """A file in memory.

    Parameters
    ----------
    path
        Absolute, as the program sees it.
    content
        Text (kept as UTF-8) or bytes.
    read_only
        Whether the program may not change it.
    """

    def __init__(self, path: str, content: str | bytes = b"", *, read_only: bool = False) -> None:
        self.path = path
        self.data = content.encode() if isinstance(content, str) else bytes(content)
        self.read_only = read_only
        self.changed_ns = time.time_ns()
        parts_of(path)

    def read(self) -> bytes:
        """The content."""
        return self.data

    def write(self, data: bytes) -> None:
        """Make these bytes the content."""
        if self.read_only:
            raise os_error(errno.EACCES, self.path)
        self.data = data
        self.changed_ns = time.time_ns()

    def __repr__(self) -> str:
        return f"MemoryFile({self.path!r}, {len(self.data)} bytes)"


class CallbackFile(MemoryFile):
    """A file whose content the host gives when it is read, and gets when it is written."""

    def __init__(
        self, path: str, read: Callable[[], str | bytes],
        write: Callable[[bytes], Any] | None = None,
    ) -> None:
        super().__init__(path, read_only=write is None)
        self._read, self._write = read, write

    def read(self) -> bytes:
        """What the host gives."""
        content = self._read()
        return content.encode() if isinstance(content, str) else bytes(content)

    def write(self, data: bytes) -> None:
        """Give the host the new content."""
        if self._write is None:
            raise os_error(errno.EACCES, self.path)
        self._write(data)


class MemoryTree:
    """Directories and files in memory, up to `max_bytes` in all."""

    def __init__(self, files: Iterable[MemoryFile] = (), max_bytes: int = FILES_MAX_BYTES) -> None:
        self.max_bytes = max_bytes
        self.files: dict[Parts, MemoryFile] = {}
        self.directories: dict[Parts, int] = {(): time.time_ns()}
        for file in files:
            parts = parts_of(file.path)
            if not parts:
                raise ValueError("a file cannot be the root directory")
            self.files[parts] = file
            for end in range(len(parts)):
                self.directories.setdefault(parts[:end], file.changed_ns)
        self.used_bytes = sum(len(f.data) + NODE_BYTES for f in self.files.values())

    def _parent(self, parts: Parts, shown: str) -> None:
        if parts[:-1] not in self.directories:
            for end in range(1, len(parts)):
                if parts[:end] in self.files:
                    raise os_error(errno.ENOTDIR, shown)
            raise os_error(errno.ENOENT, shown)

    def _charge(self, n_bytes: int, shown: str) -> None:
        if n_bytes > 0 and self.used_bytes + n_bytes > self.max_bytes:
            raise os_error(errno.ENOSPC, shown)
        self.used_bytes += n_bytes

    def has(self, parts: Parts) -> bool:
        """Whether there is a file or a directory."""
        return parts in self.files or parts in self.directories

    def stat(self, parts: Parts, shown: str, follow: bool) -> tuple[int, ...]:
        """Numbers of a file or a directory."""
        file = self.files.get(parts)
        if file is not None:
            mode = stat.S_IFREG | (0o444 if file.read_only else 0o644)
            return numbers_of(mode, len(file.read()), file.changed_ns)
        if parts in self.directories:
            return numbers_of(stat.S_IFDIR | 0o755, 0, self.directories[parts])
        self._parent(parts, shown)
        raise os_error(errno.ENOENT, shown)

    def listdir(self, parts: Parts, shown: str) -> list[str]:
        """Names in a directory, those made first before the others."""
        if parts in self.files:
            raise os_error(errno.ENOTDIR, shown)
        if parts not in self.directories:
            self._parent(parts, shown)
            raise os_error(errno.ENOENT, shown)
        n = len(parts) + 1
        known = [*self.directories, *self.files]
        return [each[-1] for each in known if len(each) == n and each[:-1] == parts]

    def read(self, parts: Parts, shown: str, most_bytes: int) -> bytes:
        """Content of a file."""
        file = self.files.get(parts)
        if file is None:
            if parts in self.directories:
                raise os_error(errno.EISDIR, shown)
            self._parent(parts, shown)
            raise os_error(errno.ENOENT, shown)
        data = file.read()
        if len(data) > most_bytes:
            raise MemoryError(f"{shown}: {len(data)} bytes do not fit")
        return data

    def write(self, parts: Parts, shown: str, data: bytes, how: str) -> None:
        """Write a file, made if it is not there."""
        if parts in self.directories:
            raise os_error(errno.EISDIR, shown)
        file = self.files.get(parts)
        if file is None:
            self._parent(parts, shown)
            self._charge(len(data) + NODE_BYTES, shown)
            self.files[parts] = MemoryFile("/" + "/".join(parts), data)
            return
        if how == "exclusive":
            raise os_error(errno.EEXIST, shown)
        if how == "append":
            self._charge(len(data), shown)
            file.write(file.read() + data)
        else:
            self._charge(len(data) - len(file.data), shown)
            file.write(data)

    def mkdir(self, parts: Parts, shown: str, mode: int) -> None:
        """Make a directory."""
        if self.has(parts):
            raise os_error(errno.EEXIST, shown)
        self._parent(parts, shown)
        self._charge(NODE_BYTES, shown)
        self.directories[parts] = time.time_ns()

    def rmdir(self, parts: Parts, shown: str) -> None:
        """Remove an empty directory."""
        if self.listdir(parts, shown):
            raise os_error(errno.ENOTEMPTY, shown)
        if not parts:
            raise os_error(errno.EBUSY, shown)
        del self.directories[parts]
        self._charge(-NODE_BYTES, shown)

    def remove(self, parts: Parts, shown: str) -> None:
        """Remove a file."""
        file = self.files.get(parts)
        if file is None:
            if parts in self.directories:
                raise os_error(errno.EISDIR, shown)
            raise os_error(errno.ENOENT, shown)
        if file.read_only:
            raise os_error(errno.EACCES, shown)
        del self.files[parts]
        self._charge(-len(file.data) - NODE_BYTES, shown)

    def readlink(self, parts: Parts, shown: str) -> str:
        """There are no links in memory."""
        if not self.has(parts):
            raise os_error(errno.ENOENT, shown)
        raise os_error(errno.EINVAL, shown)

    def rename(self, parts: Parts, new: Parts, shown: str) -> None:
        """Move a file or a directory with all in it."""
        if not self.has(parts):
            raise os_error(errno.ENOENT, shown)
        self._parent(new, shown)
        if parts == new:
            return
        if parts in self.files:
            if new in self.directories:
                raise os_error(errno.EISDIR, shown)
            if self.files[parts].read_only or (new in self.files and self.files[new].read_only):
                raise os_error(errno.EACCES, shown)
            if new in self.files:
                self.remove(new, shown)
            self.files[new] = self.files.pop(parts)
            return
        if new[: len(parts)] == parts:
            raise os_error(errno.EINVAL, shown)
        if new in self.files:
            raise os_error(errno.ENOTDIR, shown)
        if new in self.directories:
            self.rmdir(new, shown)
        n = len(parts)
        for table in (self.directories, self.files):
            known: dict[Parts, Any] = table
            for each in [each for each in known if each[:n] == parts]:
                known[new + each[n:]] = known.pop(each)


# ---------------------------------------------------------------- the policy of the host
class OSAccess:
    """Files in memory, environment, clock, sleep and entropy for a program.

    Parameters
    ----------
    files
        ``MemoryFile`` and ``CallbackFile`` objects. The program may make more files in memory.
    environ
        The environment, as the program sees it; nothing of the host's own.
    clock
        ``"system"``; a fixed moment (a datetime, or seconds since 1970); a callable that gives
        seconds since 1970; ``"asked"``: an operation ``time``.
    sleep
        What `time.sleep` and waiting tasks do: ``"system"``, ``"none"`` (time passes at once), or
        ``"asked"`` (an operation ``sleep``; waiting tasks as with "system").
    sleep_max_s
        Longest sleep that "system" does; a longer one is an error inside.
    entropy
        ``"system"``, a seed (an int: the same numbers in each run), or ``"asked"``.
    max_bytes
        What the files in memory may take.

    Examples
    --------
    >>> import ringfence
    >>> system = OSAccess([MemoryFile("/in.txt", "hello")], environ={"USER": "me"})
    >>> code = "import os\\nopen('/out.txt', 'w').write(open('/in.txt').read() + os.environ['USER'])"
    >>> ringfence.Monty(code).run(os=system)
    7
    >>> system.content("/out.txt")
    b'hellome'
    """

    def __init__(
        self,
        files: Iterable[MemoryFile] = (),
        *,
        environ: Mapping[str, str] | None = None,
        clock: Clock = "system",
        sleep: str = "system",
        sleep_max_s: float = 60.0,
        entropy: Any = "system",
        max_bytes: int = FILES_MAX_BYTES,
    ) -> None:
        self.tree = MemoryTree(files, max_bytes)
        self.environ = dict(environ or {})
        self.clock: Clock = _checked_clock(clock)
        if sleep not in ("system", "none", "asked"):
            raise ValueError(f"`sleep` is 'system', 'none' or 'asked', not {sleep!r}")
        if not (entropy in ("system", "asked") or isinstance(entropy, int)):
            raise ValueError(f"`entropy` is 'system', 'asked' or a seed, not {entropy!r}")
        self.sleep = sleep
        self.sleep_max_s = sleep_max_s
        self.entropy = entropy

    def content(self, path: str) -> bytes:
        """Content of a file in memory."""
        return self.tree.read(parts_of(path), path, 1 << 62)

    def files(self) -> dict[str, bytes]:
        """All files in memory, by path."""
        return {"/" + "/".join(parts): file.read() for parts, file in self.tree.files.items()}


def _checked_clock(clock: Clock) -> Clock:
    if isinstance(clock, str):
        if clock not in ("system", "asked"):
            raise ValueError(f"`clock` is 'system', 'asked', a moment or a callable, not {clock!r}")
        return clock
    if callable(clock):
        return clock
    if isinstance(clock, (int, float)):
        return float(clock)
    moment: datetime.datetime = clock
    return moment.timestamp()


def seeded_bytes(seed: int, start: int, n: int) -> bytes:
    """Bytes `start` to `start + n` of the endless sequence that a seed stands for."""
    import hashlib

    first, last = start // 64, (start + n + 63) // 64
    found = b"".join(hashlib.sha512(f"{seed}:{i}".encode()).digest() for i in range(first, last))
    return found[start - first * 64 :][:n]
