"""Directories of the host that a program may use: read-only, as an overlay, or read-write.

No way leads out of a lent directory. Every access walks from a descriptor of the root, one component
at a time, with O_NOFOLLOW: `..` never reaches the operating system, links are read and
resolved here (absolute ones and those that would leave the root are refused), and a component
that becomes a link between two steps is refused, not followed. Only regular files are opened.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from ringfence.osaccess import (
    FILES_MAX_BYTES,
    NODE_BYTES,
    MemoryTree,
    os_error,
    parts_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringfence.osaccess import Parts

MODES: Final = ("read-only", "overlay", "read-write")
MOST_LINKS: Final = 40  # in the way of one path
_DIRECTORY: Final = os.O_RDONLY | os.O_CLOEXEC | getattr(os, "O_DIRECTORY", 0) | getattr(
    os, "O_NOFOLLOW", 0)
_FILE: Final = os.O_CLOEXEC | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
IS_SAFE: Final = (
    os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW") and hasattr(os, "O_DIRECTORY")
)


class MountDir:
    """Lend a directory of the host.

    Parameters
    ----------
    host_path
        The directory.
    virtual_path
        Where the program sees it (absolute).
    mode
        ``"read-only"``; ``"overlay"``: the program may change everything, the changes stay in memory
        (``changes()``); ``"read-write"``: it changes the directory itself.
    write_bytes_limit
        Bytes that may be written in all.
    memory_bytes_limit
        Bytes that an overlay may hold.

    A program that can write files that the host later imports or runs, runs code on the host:
    lend nothing of that kind read-write.
    """

    def __init__(
        self, host_path: str | os.PathLike[str], virtual_path: str, mode: str = "overlay", *,
        write_bytes_limit: int | None = None, memory_bytes_limit: int = FILES_MAX_BYTES,
    ) -> None:
        if mode not in MODES:
            raise ValueError(f"`mode` is one of {', '.join(MODES)}, not {mode!r}")
        if not IS_SAFE:
            raise NotImplementedError("this platform cannot open files relative to a directory")
        self.host_path = os.fspath(host_path)
        self.virtual_path = virtual_path
        self.mode = mode
        self.parts = parts_of(virtual_path)
        self._left = write_bytes_limit
        self._root = os.open(self.host_path, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY)
        self._layer = MemoryTree((), memory_bytes_limit)  # of an overlay: what was written
        self._gone: set[Parts] = set()  # of an overlay: what was removed

    def __repr__(self) -> str:
        return f"MountDir({self.host_path!r}, {self.virtual_path!r}, {self.mode!r})"

    def changes(self) -> dict[str, bytes | None]:
        """What a program changed in an overlay: paths below the root; None: removed."""
        found: dict[str, bytes | None] = {"/".join(parts): None for parts in sorted(self._gone)}
        found.update({"/".join(p): file.data for p, file in self._layer.files.items()})
        return found

    def close(self) -> None:
        """Give the directory's descriptor back."""
        root, self._root = self._root, -1
        if root >= 0:
            os.close(root)

    def __del__(self) -> None:
        if getattr(self, "_root", -1) >= 0:
            self.close()

    # ------------------------------------------------------------ the directory itself
    @contextmanager
    def _directory(self, parts: Parts, shown: str) -> Iterator[int]:
        """A descriptor of a directory below the root, reached without following any link."""
        opened = -1
        try:
            at = self._root
            for part in parts:
                try:
                    inner = os.open(part, _DIRECTORY, dir_fd=at)
                except OSError as error:
                    raise _told(error, shown) from None
                if opened >= 0:
                    os.close(opened)
                at = opened = inner
            yield at
        finally:
            if opened >= 0:
                os.close(opened)

    def _lstat(self, parts: Parts, shown: str) -> os.stat_result:
        if not parts:
            return os.fstat(self._root)
        with self._directory(parts[:-1], shown) as at:
            try:
                return os.stat(parts[-1], dir_fd=at, follow_symlinks=False)
            except OSError as error:
                raise _told(error, shown) from None

    def _link(self, parts: Parts, shown: str) -> str:
        with self._directory(parts[:-1], shown) as at:
            try:
                return os.readlink(parts[-1], dir_fd=at)
            except OSError as error:
                raise _told(error, shown) from None

    # ------------------------------------------------------------ both layers
    def _look(self, parts: Parts, shown: str) -> tuple[int, ...] | None:
        """Numbers of what lies at a path without links in it; None if there is nothing."""
        if self.mode == "overlay":
            if parts in self._layer.files:
                return self._layer.stat(parts, shown, follow=False)
            if parts in self._layer.directories and not self._is_lower(parts, shown):
                return self._layer.stat(parts, shown, follow=False)
            if self._is_gone(parts):
                return None
        try:
            found = self._lstat(parts, shown)
        except (FileNotFoundError, NotADirectoryError):
            return None
        kind = stat.S_IFMT(found.st_mode)
        return (kind | stat.S_IMODE(found.st_mode), found.st_ino, found.st_dev, found.st_nlink,
                found.st_uid, found.st_gid, found.st_size, found.st_atime_ns, found.st_mtime_ns,
                found.st_ctime_ns)

    def _is_gone(self, parts: Parts) -> bool:
        return any(parts[:end] in self._gone for end in range(1, len(parts) + 1))

    def _resolve(self, parts: Parts, shown: str, *, follow: bool) -> Parts:
        """The path without links; the last component need not be there."""
        done: list[str] = []
        todo = list(reversed(parts))
        links = 0
        while todo:
            part = todo.pop()
            if part in ("", "."):
                continue
            if part == "..":
                if not done:
                    raise os_error(errno.EACCES, shown)
                done.pop()
                continue
            here = (*done, part)
            found = self._look(here, shown)
            if found is None:
                if todo:
                    raise os_error(errno.ENOENT, shown)
                return here
            if stat.S_ISLNK(found[0]) and (todo or follow):
                links += 1
                if links > MOST_LINKS:
                    raise os_error(errno.ELOOP, shown)
                target = self._link(here, shown)
                if target.startswith("/"):
                    raise os_error(errno.EACCES, shown)
                todo.extend(reversed(target.split("/")))
                continue
            if todo and not stat.S_ISDIR(found[0]):
                raise os_error(errno.ENOTDIR, shown)
            done.append(part)
        return tuple(done)

    def _existing(self, parts: Parts, shown: str, *, follow: bool) -> tuple[Parts, tuple[int, ...]]:
        real = self._resolve(parts, shown, follow=follow)
        found = self._look(real, shown)
        if found is None:
            raise os_error(errno.ENOENT, shown)
        return real, found

    def _changing(self, shown: str, n_bytes: int = 0) -> None:
        if self.mode == "read-only":
            raise os_error(errno.EROFS, shown)
        if self._left is not None:
            if n_bytes > self._left:
                raise os_error(errno.ENOSPC, shown)
            self._left -= n_bytes

    # ------------------------------------------------------------ operations
    def stat(self, parts: Parts, shown: str, follow: bool) -> tuple[int, ...]:
        """Numbers of what lies at a path."""
        return self._existing(parts, shown, follow=follow)[1]

    def readlink(self, parts: Parts, shown: str) -> str:
        """Where a link leads."""
        real, found = self._existing(parts, shown, follow=False)
        if not stat.S_ISLNK(found[0]):
            raise os_error(errno.EINVAL, shown)
        return self._link(real, shown)

    def listdir(self, parts: Parts, shown: str) -> list[str]:
        """Names in a directory, sorted."""
        real, found = self._existing(parts, shown, follow=True)
        if not stat.S_ISDIR(found[0]):
            raise os_error(errno.ENOTDIR, shown)
        names: set[str] = set()
        if self.mode != "overlay" or self._is_lower(real, shown):
            with self._directory(real, shown) as at:
                names.update(os.listdir(at))
        if self.mode == "overlay":
            names = {name for name in names if (*real, name) not in self._gone}
            if self._layer.has(real):
                names.update(self._layer.listdir(real, shown))
        return sorted(names)

    def _is_lower(self, parts: Parts, shown: str) -> bool:
        """Whether a directory of an overlay is (also) one of the host."""
        if self._is_gone(parts):
            return False
        try:
            return stat.S_ISDIR(self._lstat(parts, shown).st_mode)
        except OSError:
            return False

    def read(self, parts: Parts, shown: str, most_bytes: int) -> bytes:
        """Content of a regular file."""
        real, found = self._existing(parts, shown, follow=True)
        if stat.S_ISDIR(found[0]):
            raise os_error(errno.EISDIR, shown)
        if self.mode == "overlay" and real in self._layer.files:
            return self._layer.read(real, shown, most_bytes)
        with self._file(real, shown, os.O_RDONLY) as file:
            data = _read_all(file, most_bytes + 1)
        if len(data) > most_bytes:
            raise MemoryError(f"{shown}: the file does not fit")
        return data

    @contextmanager
    def _file(self, parts: Parts, shown: str, flags: int) -> Iterator[int]:
        """A descriptor of a regular file."""
        with self._directory(parts[:-1], shown) as at:
            try:
                file = os.open(parts[-1], flags | _FILE, 0o644, dir_fd=at)
            except OSError as error:
                raise _told(error, shown) from None
            try:
                if not stat.S_ISREG(os.fstat(file).st_mode):
                    raise os_error(errno.EACCES, shown)
                yield file
            finally:
                os.close(file)

    def write(self, parts: Parts, shown: str, data: bytes, how: str) -> None:
        """Write a regular file, made if it is not there."""
        self._changing(shown, len(data))
        real = self._resolve(parts, shown, follow=how != "exclusive")
        found = self._look(real, shown)
        if found is not None:
            if how == "exclusive":
                raise os_error(errno.EEXIST, shown)
            if stat.S_ISDIR(found[0]):
                raise os_error(errno.EISDIR, shown)
        if self.mode == "overlay":
            self._write_layer(real, shown, data, how, found)
            return
        flags = os.O_WRONLY | os.O_CREAT | (os.O_APPEND if how == "append" else 0)
        if how == "exclusive":
            flags |= os.O_EXCL
        with self._file(real, shown, flags) as file:
            if how == "truncate":
                os.ftruncate(file, 0)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(file, rest) :]

    def _write_layer(self, real: Parts, shown: str, data: bytes, how: str,
                     found: tuple[int, ...] | None) -> None:
        layer = self._layer
        self._shadow_parents(real)
        if how == "append" and found is not None and real not in layer.files:
            data = self.read(real, shown, layer.max_bytes) + data
            how = "truncate"
        layer.write(real, shown, data, how)
        self._gone.discard(real)

    def _shadow_parents(self, parts: Parts) -> None:
        """Give the layer the directories that a path runs through."""
        for end in range(len(parts)):
            self._layer.directories.setdefault(parts[:end], 0)

    def mkdir(self, parts: Parts, shown: str, mode: int) -> None:
        """Make a directory."""
        self._changing(shown)
        real = self._resolve(parts, shown, follow=False)
        if self._look(real, shown) is not None:
            raise os_error(errno.EEXIST, shown)
        if self.mode == "overlay":
            self._shadow_parents(real)
            self._layer.mkdir(real, shown, mode)
            if real in self._gone:
                self._hide_lower(real, shown)
            return
        with self._directory(real[:-1], shown) as at:
            try:
                os.mkdir(real[-1], mode & 0o777, dir_fd=at)
            except OSError as error:
                raise _told(error, shown) from None

    def _hide_lower(self, parts: Parts, shown: str) -> None:
        """A directory made anew in an overlay shows nothing of the removed one below it."""
        self._gone.discard(parts)
        with self._directory(parts, shown) as at:
            self._gone.update((*parts, name) for name in os.listdir(at))

    def rmdir(self, parts: Parts, shown: str) -> None:
        """Remove an empty directory."""
        self._changing(shown)
        real, found = self._existing(parts, shown, follow=False)
        if not stat.S_ISDIR(found[0]):
            raise os_error(errno.ENOTDIR, shown)
        if not real:
            raise os_error(errno.EBUSY, shown)
        if self.mode == "overlay":
            if self.listdir(real, shown):
                raise os_error(errno.ENOTEMPTY, shown)
            self._remove_layer(real, shown)
            return
        with self._directory(real[:-1], shown) as at:
            try:
                os.rmdir(real[-1], dir_fd=at)
            except OSError as error:
                raise _told(error, shown) from None

    def remove(self, parts: Parts, shown: str) -> None:
        """Remove a file or a link."""
        self._changing(shown)
        real, found = self._existing(parts, shown, follow=False)
        if stat.S_ISDIR(found[0]):
            raise os_error(errno.EISDIR, shown)
        if self.mode == "overlay":
            self._remove_layer(real, shown)
            return
        with self._directory(real[:-1], shown) as at:
            try:
                os.unlink(real[-1], dir_fd=at)
            except OSError as error:
                raise _told(error, shown) from None

    def _remove_layer(self, real: Parts, shown: str) -> None:
        layer = self._layer
        if real in layer.files:
            layer.remove(real, shown)
        layer.directories.pop(real, None)
        for known in [known for known in self._gone if known[: len(real)] == real]:
            self._gone.discard(known)
        try:
            self._lstat(real, shown)
        except OSError:
            return
        layer._charge(NODE_BYTES, shown)
        self._gone.add(real)

    def rename(self, parts: Parts, new: Parts, shown: str) -> None:
        """Move a file or a directory within the lent directory."""
        self._changing(shown)
        real, found = self._existing(parts, shown, follow=False)
        target = self._resolve(new, shown, follow=False)
        if not real or not target:
            raise os_error(errno.EBUSY, shown)
        if self.mode == "overlay":
            self._rename_layer(real, target, shown, found)
            return
        with self._directory(real[:-1], shown) as at, self._directory(target[:-1], shown) as to:
            try:
                os.rename(real[-1], target[-1], src_dir_fd=at, dst_dir_fd=to)
            except OSError as error:
                raise _told(error, shown) from None

    def _rename_layer(self, real: Parts, target: Parts, shown: str, found: tuple[int, ...]) -> None:
        """Copy and remove: an overlay cannot move what lies below it."""
        if real == target:
            return
        if not stat.S_ISREG(found[0]):
            raise os_error(errno.EXDEV, shown)  # directories and links stay where they are
        there = self._look(target, shown)
        if there is not None and stat.S_ISDIR(there[0]):
            raise os_error(errno.EISDIR, shown)
        data = self.read(real, shown, self._layer.max_bytes)
        self._write_layer(target, shown, data, "truncate", there)
        self._remove_layer(real, shown)


def _told(error: OSError, shown: str) -> OSError:
    """The same error with the path that the program knows."""
    number = error.errno or errno.EIO
    if number == errno.ELOOP:  # a link where none was a moment ago
        number = errno.EACCES
    return os_error(number, shown)


def _read_all(file: int, most_bytes: int) -> bytes:
    pieces: list[bytes] = []
    left = most_bytes
    while left > 0:
        piece = os.read(file, min(left, 1 << 20))
        if not piece:
            break
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


