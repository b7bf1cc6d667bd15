"""Who answers an operating-system call: lent directories, files in memory, a handler of the host."""

from __future__ import annotations

import errno
import os
import stat
import time
from typing import TYPE_CHECKING, Any

from ringfence.mounts import MountDir
from ringfence.osaccess import (
    NOT_HANDLED,
    OPERATIONS,
    PATH_OPERATIONS,
    OSAccess,
    numbers_of,
    os_error,
    parts_of,
    seeded_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ringfence.osaccess import Parts, Tree


class System:
    """The answers of one run.

    Attributes
    ----------
    access
        The policy of clock, entropy and sleep; None: the system's own.
    """

    def __init__(self, access: OSAccess | Callable[..., Any] | None,
                 mounts: MountDir | Iterable[MountDir] | None) -> None:
        self.access = access if isinstance(access, OSAccess) else None
        self._handler = None if isinstance(access, OSAccess) else access
        if self._handler is not None and not callable(self._handler):
            raise TypeError(f"`os` is an OSAccess or a callable, not `{type(access).__name__}`")
        given = (mounts,) if isinstance(mounts, MountDir) else tuple(mounts or ())
        for mount in given:
            if not isinstance(mount, MountDir):
                raise TypeError(f"`mount` is a MountDir or several, not `{type(mount).__name__}`")
        self._mounts = sorted(given, key=lambda mount: -len(mount.parts))
        self._n_random_bytes = 0
        self._started = time.monotonic()

    # ------------------------------------------------------------ policies, asked by traps
    def clock_ns(self) -> int | None:
        """Nanoseconds since 1970 that the host has fixed; None: the system's clock.

        Raises
        ------
        LookupError
            When the program has to ask (an operation ``time``).
        """
        if self.access is None or self.access.clock == "system":
            return None
        if self.access.clock == "asked":
            raise LookupError
        clock = self.access.clock
        now: Any = clock() if callable(clock) else clock
        if not isinstance(now, (int, float)):
            now = now.timestamp()
        nanoseconds: int = round(now * 1e9)
        return nanoseconds

    def entropy(self, n: int) -> bytes | None:
        """Bytes the host has fixed; None: the system's entropy. LookupError as for the clock."""
        if self.access is None or self.access.entropy == "system":
            return None
        if self.access.entropy == "asked":
            raise LookupError
        start = self._n_random_bytes
        self._n_random_bytes += n
        return seeded_bytes(self.access.entropy, start, n)

    # ------------------------------------------------------------ operations
    def answer(self, operation: str, args: tuple[Any, ...], kwargs: dict[str, Any],
               most_bytes: int) -> Any:
        """The answer to an operation, or NOT_HANDLED; an error of it is raised."""
        if operation in PATH_OPERATIONS and self._has_files():
            return self._on_path(operation, args, most_bytes)
        if self.access is not None:
            if operation == "environ":
                return dict(self.access.environ)
            if operation == "sleep":
                return self._sleep(float(args[0]))
            return NOT_HANDLED
        if self._handler is not None and operation in OPERATIONS:
            return self._handler(operation, args, kwargs)
        return NOT_HANDLED

    def _has_files(self) -> bool:
        return bool(self._mounts) or self.access is not None

    def _sleep(self, seconds: float) -> Any:
        access = self.access
        assert access is not None
        if access.sleep == "asked":
            return NOT_HANDLED
        if access.sleep == "system":
            if seconds > access.sleep_max_s:
                raise OSError(errno.EPERM, f"the host allows no sleep of {seconds} seconds")
            time.sleep(max(seconds, 0.0))
        return None

    def _on_path(self, operation: str, args: tuple[Any, ...], most_bytes: int) -> Any:
        path = args[0]
        parts = parts_of(path)
        mount = self._mount_of(parts)
        tree: Tree | None = mount or (self.access.tree if self.access is not None else None)
        if tree is None:
            return self._beside(operation, parts, args)
        below = parts[len(mount.parts) :] if mount is not None else parts
        if operation == "rename":
            new = parts_of(args[1])
            other = self._mount_of(new)
            if other is not mount:
                raise os_error(errno.EXDEV, path)
            return tree.rename(below, new[len(mount.parts) :] if mount is not None else new, path)
        if operation == "read":
            return tree.read(below, path, most_bytes)
        if mount is None and self._is_way_to_mount(parts):
            return self._way(operation, parts, args, tree)
        found = getattr(tree, operation)(below, path, *args[1:])
        if operation == "listdir":
            found = [*found, *(n for n in self._mounts_in(parts) if n not in found)]
        return found

    def _mount_of(self, parts: Parts) -> MountDir | None:
        for mount in self._mounts:
            if parts[: len(mount.parts)] == mount.parts:
                return mount
        return None

    def _mounts_in(self, parts: Parts) -> list[str]:
        """Names in a directory that lead to lent directories."""
        n = len(parts)
        return sorted({m.parts[n] for m in self._mounts if len(m.parts) > n and m.parts[:n] == parts})

    def _is_way_to_mount(self, parts: Parts) -> bool:
        return bool(self._mounts_in(parts))

    def _way(self, operation: str, parts: Parts, args: tuple[Any, ...], tree: Any) -> Any:
        """Operations on a directory above a lent one, beside files in memory."""
        if operation == "listdir":
            names = tree.listdir(parts, args[0]) if tree.has(parts) else []
            return [*names, *(n for n in self._mounts_in(parts) if n not in names)]
        if operation == "stat" and not tree.has(parts):
            return numbers_of(stat.S_IFDIR | 0o555, 0, 0)
        if operation == "mkdir":
            raise os_error(errno.EEXIST, args[0])
        if operation in ("rmdir", "remove", "write"):
            raise os_error(errno.EBUSY if operation == "rmdir" else errno.EISDIR, args[0])
        return getattr(tree, operation)(parts, args[0], *args[1:])

    def _beside(self, operation: str, parts: Parts, args: tuple[Any, ...]) -> Any:
        """Paths that are in no lent directory, where there are no files in memory."""
        path = args[0]
        if self._is_way_to_mount(parts) or not parts:
            if operation == "listdir":
                return self._mounts_in(parts)
            if operation == "stat":
                return numbers_of(stat.S_IFDIR | 0o555, 0, 0)
            if operation in ("read", "write", "remove"):
                raise os_error(errno.EISDIR, path)
            raise os_error(errno.EEXIST if operation == "mkdir" else errno.EROFS, path)
        if operation in ("write", "mkdir"):
            raise os_error(errno.EROFS, path)
        raise os_error(errno.ENOENT, path)


def system_entropy(n: int) -> bytes:
    """Bytes nobody can guess."""
    return os.urandom(n)
